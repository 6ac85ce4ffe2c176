//! The words of every answer: texts of codes, and notices.

pub(crate) mod notices;
pub(crate) mod texts;
