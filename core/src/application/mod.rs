//! The application: what the applicant fills in, and all that is wrong with it. SPEC sections 1
//! and 4.

mod draft;
mod form;
mod validate;

pub use form::{Applicant, ApplicationForm, ReceivingChoice, Spot};
pub use validate::Validation;

pub(crate) use draft::Draft;
