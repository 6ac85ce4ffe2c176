//! The rulebook: effective-dated, cited parameters.

mod overlay;
mod section;
mod series;
mod source;

pub use source::{Confidence, LocalText, Source};

pub(crate) use section::Section;
pub(crate) use series::{Dated, Gaps, Series, dated, not_covered, period};
