//! An application that is filed: the form, its problems, and the assessment of the whole,
//! explained.

pub(crate) mod assess;
pub mod batch;
mod draft;
pub(crate) mod explain;
pub(crate) mod explainable;
mod form;
pub(crate) mod register;
mod validate;

pub use form::{Applicant, ApplicationForm, Coordinates, ReceivingChoice};
pub use validate::Validation;

pub(crate) use draft::Draft;
