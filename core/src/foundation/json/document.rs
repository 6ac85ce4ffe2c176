//! A value as a document: its JSON text, which is the same in every language.

use super::read::FromJson;
use super::tree::{Json, Place};
use super::{Fields, check_count, text, wrong_type};
use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

/// The JSON of a value has at most so many bytes, unless its type says otherwise: the longest answer is
/// the statement of ten thousand faults.
pub(crate) const MAX_DOCUMENT: usize = 4 << 20;

/// A list in an answer has at most so many entries. Lists that people write have a bound of their own:
/// see [`FromJson::MOST`].
const MOST_IN_ANSWER: usize = 100_000;

/// The JSON of a value. What serde cannot write, which no type of ours holds, is an empty text; nothing
/// reads it.
pub(crate) fn write(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A type with JSON of its own, for the tables of the kits. `export` implements it.
#[cfg(any(test, feature = "node"))]
pub(crate) trait Document: serde::Serialize + Sized {
    /// As the type's own `from_json`.
    fn read(json: &[u8]) -> crate::foundation::problem::Result<Self>;
}

impl Fields<'_, '_> {
    /// Reads a field that must be there, also if its type could be left out elsewhere.
    pub(crate) fn require<T: FromJson>(
        &self,
        name: &str,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<T> {
        let at = at.field(name);
        match self.value(name) {
            Some(json) => T::from_json(json, at, problems),
            None => missing(at, problems),
        }
    }

    /// Reads a list of an answer, which must be there.
    pub(crate) fn list<T: FromJson>(
        &self,
        name: &str,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<Vec<T>> {
        let at = at.field(name);
        match self.value(name) {
            Some(json) => read_list(json, MOST_IN_ANSWER.max(T::MOST), at, problems),
            None => missing(at, problems),
        }
    }
}

pub(crate) fn missing<T>(at: Place<'_>, problems: &mut Problems) -> Option<T> {
    problems.push(Reason::new(Code::MissingField).at(at.pointer()));
    None
}

/// Reads a list of at most so many entries.
pub(super) fn read_list<T: FromJson>(
    json: &Json<'_>,
    most: usize,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<Vec<T>> {
    let Json::List(list) = json else {
        problems.push(wrong_type(json, "array", at));
        return None;
    };
    check_count(list.len(), most, at, problems)?;
    let mut values = Vec::new();
    for (index, json) in list.iter().enumerate() {
        if problems.is_full() {
            return None;
        }
        values.extend(T::from_json(json, at.index(index), problems));
    }
    (values.len() == list.len()).then_some(values)
}

/// Reads the tag of a union.
pub(crate) fn tag<'j>(
    json: &'j Json<'_>,
    name: &str,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<&'j str> {
    if !matches!(json, Json::Map(_)) {
        problems.push(wrong_type(json, "object", at));
        return None;
    }
    let at = at.field(name);
    match json.field(name) {
        None | Some(Json::Null) => missing(at, problems),
        Some(json) => text(json, at, problems),
    }
}
