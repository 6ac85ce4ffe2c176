//! The holder's identity, by numbers: the IIN, and the documents' kinds and numbers.

mod check_digit;
mod documents;
mod iin;

pub use documents::{
    CardNumber, CardStatus, DocumentKind, DocumentsEntry, Ground, PassportNumber, Sex,
};
pub use iin::{CheckedIin, Iin, IinEntry};
