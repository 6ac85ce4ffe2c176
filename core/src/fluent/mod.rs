//! Texts in Fluent's format: reading, compiling, printing. Nothing here knows of a domain.

pub(crate) mod compile;
mod plurals;
pub(crate) mod program;
pub(crate) mod source;
pub(crate) mod syntax;

pub(crate) use program::Value;

/// No code and no notice has more variables.
pub(crate) const MAX_VARIABLES: usize = 12;
