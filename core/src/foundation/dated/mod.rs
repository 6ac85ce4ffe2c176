//! Effective-dated entries with a source, which make up the sections of the rulebook. SPEC 2.

mod section;
mod series;
mod source;

pub use source::{Confidence, NamedSource, Source};

pub(crate) use section::Section;
pub(crate) use series::{Dated, Gaps, Series, all_read, dated, not_covered, period};
