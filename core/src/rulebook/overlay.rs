//! Laying a few entries over another edition.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::catalogue::Code;
use crate::json::{Json, Place};
use crate::problem::{Problem, Reason};

/// Lays `over` upon `base`. An object with a `source` is an entry and is replaced whole, so that no
/// figure can stand under a source that does not say it; other objects are merged field by field;
/// `null` removes what the base had. A field that `over` has twice is a problem: what is laid over
/// what would hide one of the two.
pub(crate) fn lay<'a>(
    base: Json<'a>,
    over: Json<'a>,
    at: Place<'_>,
    problems: &mut Vec<Problem>,
) -> Json<'a> {
    match (base, over) {
        (Json::Map(base), Json::Map(over)) if !is_entry(&over) => {
            Json::Map(merge(base, over, at, problems))
        }
        (_, over) => over,
    }
}

fn is_entry(fields: &[(Cow<'_, str>, Json<'_>)]) -> bool {
    fields.iter().any(|(name, _)| name == "source")
}

type FieldList<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

fn merge<'a>(
    base: FieldList<'a>,
    over: FieldList<'a>,
    at: Place<'_>,
    problems: &mut Vec<Problem>,
) -> FieldList<'a> {
    let mut merged = base;
    let mut seen = BTreeSet::new();
    for (name, value) in over {
        let at = at.field(&name);
        if !seen.insert(name.clone()) {
            problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
        }
        let position = merged.iter().position(|(other, _)| *other == name);
        let before = position.map(|position| merged.remove(position).1);
        let after = match (before, value) {
            (_, Json::Null) => continue,
            (Some(before), value) => lay(before, value, at, problems),
            (None, value) => value,
        };
        merged.push((name, after));
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn entries_are_replaced_whole_and_other_objects_merged() {
        let base = parse(
            br#"{"a": {"x": {"v": 1, "w": 2, "source": "s"}, "y": 1}, "b": 2}"#,
            99,
        );
        let over = parse(
            br#"{"a": {"x": {"v": 3, "source": "t"}, "z": 4}, "b": null}"#,
            99,
        );
        let mut problems = Vec::new();
        let merged = lay(base.unwrap(), over.unwrap(), Place::ROOT, &mut problems);
        assert!(problems.is_empty());
        let expected = parse(
            br#"{"a": {"y": 1, "x": {"v": 3, "source": "t"}, "z": 4}}"#,
            99,
        );
        assert_eq!(merged, expected.unwrap());
    }
}
