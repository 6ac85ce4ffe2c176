//! Laying a few entries over another edition.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::foundation::catalogue::Code;
use crate::foundation::json::{Json, Place};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

/// Lays `over` upon `base`. An object with a `source` is an entry and is replaced whole, so that no
/// figure can stand under a source that does not say it; other objects are merged field by field;
/// `null` removes the base's value. A field that `over` has twice is a problem: the overlay would
/// hide one of the two.
pub(crate) fn lay<'a>(
    base: Json<'a>,
    over: Json<'a>,
    at: Place<'_>,
    problems: &mut Problems,
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
    problems: &mut Problems,
) -> FieldList<'a> {
    let named = over.iter().map(|(name, _)| name.clone());
    let named: BTreeSet<Cow<'a, str>> = named.collect();
    // Overlaid fields stand after those that stay, in their own order.
    let (covered, mut merged): (FieldList<'a>, FieldList<'a>) =
        base.into_iter().partition(|(name, _)| named.contains(name));
    let mut before: BTreeMap<Cow<'a, str>, Json<'a>> = covered.into_iter().collect();
    let mut seen = BTreeSet::new();
    for (name, value) in over {
        if problems.is_full() {
            break;
        }
        let at = at.field(&name);
        if !seen.insert(name.clone()) {
            problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
            continue;
        }
        let after = match (before.remove(&name), value) {
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
    use crate::foundation::json::parse;

    /// Fields that stay keep their order; overlaid ones follow in their own; `null` removes.
    #[test]
    fn the_order_is_that_of_the_base_and_then_that_of_the_overlay() {
        let base = parse(br#"{"a": 1, "b": 2, "c": 3, "d": 4}"#, 99).unwrap();
        let over = parse(br#"{"x": 5, "c": 6, "a": null, "y": 7}"#, 99).unwrap();
        let merged = lay(base, over, Place::ROOT, &mut Problems::new());
        let expected = parse(br#"{"b": 2, "d": 4, "x": 5, "c": 6, "y": 7}"#, 99);
        assert_eq!(merged, expected.unwrap());
    }

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
        let mut problems = Problems::new();
        let merged = lay(base.unwrap(), over.unwrap(), Place::ROOT, &mut problems);
        assert!(problems.is_empty());
        let expected = parse(
            br#"{"a": {"y": 1, "x": {"v": 3, "source": "t"}, "z": 4}}"#,
            99,
        );
        assert_eq!(merged, expected.unwrap());
    }
}
