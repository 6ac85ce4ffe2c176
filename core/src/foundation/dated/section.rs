//! A named section of a rulebook file.

use std::collections::BTreeMap;

use super::series::{Dated, Gaps, Series};
use crate::foundation::json::{Place, check_bounds};
use crate::foundation::problems::Problems;

/// A section of the file: its name and its entries, by their names.
#[derive(Clone, Debug)]
pub(crate) struct Section<T> {
    /// The section's field in the file, which is also the parameter that `NOT_COVERED` names.
    pub(crate) name: &'static str,
    /// The entries.
    pub(crate) entries: BTreeMap<String, T>,
}

impl<T> Section<T> {
    /// The JSON pointer of an entry.
    pub(crate) fn pointer(&self, entry: &str) -> String {
        Place::ROOT.field(self.name).field(entry).pointer()
    }
}

impl<T: Dated> Section<T> {
    /// The section as a series; see [`Series::new`].
    pub(crate) fn series(self, gaps: Gaps, problems: &mut Problems) -> Series<T> {
        Series::new(
            self.name,
            self.entries,
            gaps,
            Place::ROOT.field(self.name),
            problems,
        )
    }
}

impl<T: garde::Validate<Context = ()>> Section<T> {
    /// Reports the bounds that entries break.
    pub(crate) fn check_bounds(&self, problems: &mut Problems) {
        let at = Place::ROOT.field(self.name);
        for (name, entry) in &self.entries {
            check_bounds(entry, at.field(name), problems);
        }
    }
}
