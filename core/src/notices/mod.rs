//! Notices to the applicant.

mod kind;

pub use kind::NoticeKind;
