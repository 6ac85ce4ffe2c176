//! How the applicant is reached: phone and e-mail.

mod email;
mod phone;

pub use email::{EmailAddress, EmailEntry};
pub(crate) use phone::PhonePlan;
pub use phone::{LineKind, Phone, PhoneEntry};
