//! Effective-dated entries with a source: what the sections of the rulebook are made of. SPEC 2.

mod section;
mod series;
mod source;

pub use source::{Confidence, NamedSource, Source};

pub(crate) use section::Section;
pub(crate) use series::{Dated, Gaps, Series, all_read, dated, not_covered, period};
