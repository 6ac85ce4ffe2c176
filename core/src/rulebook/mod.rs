//! The rulebook: effective-dated, cited parameters.

mod series;

pub(crate) use series::{Dated, Gaps, Series, dated, not_covered};
