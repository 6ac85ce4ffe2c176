//! The applicant's contacts: phone and e-mail.

mod domains;
mod email;
mod phone;

pub(crate) use domains::EmailDomainsEntry;
pub use email::{EmailAddress, EmailEntry};
pub(crate) use phone::PhonePlan;
pub use phone::{LineKind, Phone, PhoneEntry};
