//! Laying a few entries over another edition.

use std::borrow::Cow;

use crate::json::Json;

/// Lays `over` upon `base`. An object with a `source` is an entry and is replaced whole, so that no
/// figure can stand under a source that does not say it; other objects are merged field by field;
/// `null` removes what the base had.
pub(crate) fn lay<'a>(base: Json<'a>, over: Json<'a>) -> Json<'a> {
    match (base, over) {
        (Json::Map(base), Json::Map(over)) if !is_entry(&over) => Json::Map(merge(base, over)),
        (_, over) => over,
    }
}

fn is_entry(fields: &[(Cow<'_, str>, Json<'_>)]) -> bool {
    fields.iter().any(|(name, _)| name == "source")
}

type FieldList<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

fn merge<'a>(base: FieldList<'a>, over: FieldList<'a>) -> FieldList<'a> {
    let mut merged = base;
    for (name, value) in over {
        let position = merged.iter().position(|(other, _)| *other == name);
        let before = position.map(|position| merged.remove(position).1);
        let after = match (before, value) {
            (_, Json::Null) => continue,
            (Some(before), value) => lay(before, value),
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
        let merged = lay(base.unwrap(), over.unwrap());
        let expected = parse(
            br#"{"a": {"y": 1, "x": {"v": 3, "source": "t"}, "z": 4}}"#,
            99,
        );
        assert_eq!(merged, expected.unwrap());
    }
}
