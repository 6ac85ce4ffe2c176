//! Types read out of parsed JSON.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use super::document::read_list;
use super::tree::{Json, Place, parse};
use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Error, ParamValue, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::single_line::check_length;

/// A type that can be read from JSON with all its problems.
pub(crate) trait FromJson: Sized {
    /// A list of these values, or an object of named ones, has at most so many.
    const MOST: usize = MOST_ENTRIES;

    /// Reads the value. `None` means that a problem was added.
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self>;

    /// The value of a field that is not there; `None` makes the field required.
    fn missing() -> Option<Self> {
        None
    }
}

/// A list or an object has at most so many entries, unless the type of the entries says otherwise.
pub(crate) const MOST_ENTRIES: usize = 1000;

/// The name of an entry has at most so many characters.
pub(crate) const LONGEST_NAME: u32 = 200;

/// Reads a value from JSON text of at most `limit` bytes.
///
/// # Errors
/// Those of [`parse`], and all problems of the type.
pub(crate) fn read<T: FromJson>(bytes: &[u8], limit: usize) -> Result<T, Error> {
    read_with(bytes, limit, T::from_json)
}

/// As [`read`], with a reader of one's own.
pub(crate) fn read_with<T>(
    bytes: &[u8],
    limit: usize,
    reader: impl FnOnce(&Json<'_>, Place<'_>, &mut Problems) -> Option<T>,
) -> Result<T, Error> {
    let json = parse(bytes, limit)?;
    let mut problems = Problems::new();
    let value = reader(&json, Place::ROOT, &mut problems);
    match (value, problems.into_error()) {
        (Some(value), None) => Ok(value),
        (_, Some(error)) => Err(error),
        // A reader that returns nothing has said why; this arm only spares a panic.
        (None, None) => Err(Reason::new(Code::MissingField).into()),
    }
}

pub(crate) fn wrong_type(json: &Json<'_>, expected: &'static str, at: Place<'_>) -> Problem {
    let word = |value: &'static str| ParamValue::Word {
        value: value.into(),
    };
    Reason::new(Code::WrongType)
        .with("expected", word(expected))
        .with("found", word(json.kind()))
        .at(at.pointer())
}

pub(crate) fn unknown_value(at: Place<'_>, allowed: &[&str]) -> Problem {
    Reason::new(Code::UnknownValue)
        .with("allowed", words(allowed.join(", ")))
        .at(at.pointer())
}

/// The stable spellings of some words, with `, ` between them.
pub(crate) fn words(spellings: String) -> ParamValue {
    ParamValue::Word {
        value: spellings.into(),
    }
}

/// The text of a JSON string.
pub(crate) fn text<'j>(
    json: &'j Json<'_>,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<&'j str> {
    if let Json::Text(text) = json {
        Some(text)
    } else {
        problems.push(wrong_type(json, "string", at));
        None
    }
}

/// The fields of a JSON object, checked against the names that its type knows.
pub(crate) struct Fields<'j, 'a> {
    fields: &'j [Field<'a>],
    /// The place to look for the next one first: mostly fields are written in the order in which
    /// they are read.
    next: Cell<usize>,
    /// A name stands there twice. Then the first one counts, wherever the next one is.
    repeated: bool,
}

type Field<'a> = (Cow<'a, str>, Json<'a>);

impl<'j, 'a> Fields<'j, 'a> {
    /// Takes an object; reports another type, fields that are not in `known`, and duplicates.
    pub(crate) fn new(
        json: &'j Json<'a>,
        known: &[&str],
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let Json::Map(fields) = json else {
            problems.push(wrong_type(json, "object", at));
            return None;
        };
        let (mut likely, mut repeated) = (known.iter(), false);
        for (index, (name, _)) in fields.iter().enumerate() {
            if problems.is_full() {
                return None;
            }
            // In the order of the type, each name is found at once, and no name is there twice.
            if likely.any(|known| *known == name) {
                continue;
            }
            // A name that comes before one that was found, and every name after it.
            if !known.contains(&name.as_ref()) {
                let suggestion = problems.may_suggest().then(|| nearest(name, known));
                let suggestion = suggestion.flatten().unwrap_or_default();
                let reason = Reason::new(Code::UnknownField).with("suggestion", suggestion);
                problems.push(reason.at(at.unknown(name).pointer()));
            } else if fields.iter().take(index).any(|(other, _)| other == name) {
                repeated = true;
                problems.push(Reason::new(Code::DuplicateField).at(at.field(name).pointer()));
            }
        }
        let next = Cell::new(0);
        Some(Fields {
            fields,
            next,
            repeated,
        })
    }

    /// The value that stands behind this name first.
    fn find(&self, name: &str) -> Option<&'j Json<'a>> {
        let next = self.next.get();
        let likely = self.fields.get(next).filter(|_| !self.repeated);
        if let Some((key, value)) = likely
            && key == name
        {
            self.next.set(next.saturating_add(1));
            return Some(value);
        }
        let place = self.fields.iter().position(|(key, _)| key == name)?;
        self.next.set(place.saturating_add(1));
        self.fields.get(place).map(|(_, value)| value)
    }

    /// The value of a field. `null` counts as absent, as in most of the languages that write JSON.
    pub(crate) fn value(&self, name: &str) -> Option<&'j Json<'a>> {
        self.find(name).filter(|value| !matches!(value, Json::Null))
    }

    /// Reads one field.
    pub(crate) fn get<T: FromJson>(
        &self,
        name: &str,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<T> {
        match self.find(name) {
            None | Some(Json::Null) => {
                let value = T::missing();
                if value.is_none() {
                    problems.push(Reason::new(Code::MissingField).at(at.field(name).pointer()));
                }
                value
            }
            Some(json) => T::from_json(json, at.field(name), problems),
        }
    }
}

/// The known name that a mistyped one is nearest to, if it is near at all.
fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    if name.len() > 64 {
        return None;
    }
    let (distance, best) = known
        .iter()
        .map(|known| (distance(name, known), *known))
        .min()?;
    (distance <= 2 && distance < best.len()).then_some(best)
}

/// Levenshtein's distance in bytes.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.bytes().enumerate() {
        let mut diagonal = i;
        let mut before = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(right.bytes()) {
            let substituted = diagonal.saturating_add(usize::from(a != b));
            diagonal = *cell;
            before = substituted
                .min(before.saturating_add(1))
                .min(cell.saturating_add(1));
            *cell = before;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Reports a list or an object with more entries than are read.
pub(crate) fn check_count(
    length: usize,
    most: usize,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<()> {
    if length <= most {
        return Some(());
    }
    let reason = Reason::new(Code::ListLength)
        .with("length", length)
        .with("min", 0)
        .with("max", most);
    problems.push(reason.at(at.pointer()));
    None
}

/// Defines a struct together with its reading from a JSON object with the same field names. Fields
/// of type `Option`, `Vec` and `BTreeMap` may be absent. `[at most N]` after the name bounds the
/// entries of a list or an object; see [`FromJson::MOST`].
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $([at most $most:literal])? {
            $($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
        }
    )+) => {$(
        $(#[$meta])*
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $type),* }

        impl crate::foundation::json::FromJson for $name {
            $(const MOST: usize = $most;)?

            fn from_json(
                json: &crate::foundation::json::Json<'_>,
                at: crate::foundation::json::Place<'_>,
                problems: &mut crate::foundation::problems::Problems,
            ) -> Option<Self> {
                let fields = crate::foundation::json::Fields::new(
                    json, &[$(stringify!($field)),*], at, problems,
                )?;
                $(let $field = fields.get::<$type>(stringify!($field), at, problems);)*
                Some($name { $($field: $field?),* })
            }
        }
    )+};
}
pub(crate) use record;

impl FromJson for String {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        text(json, at, problems).map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        if let Json::Bool(value) = json {
            return Some(*value);
        }
        problems.push(wrong_type(json, "boolean", at));
        None
    }
}

impl FromJson for f64 {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        match json {
            Json::Float(value) => Some(*value),
            Json::Int(value) if i32::try_from(*value).is_ok() => {
                i32::try_from(*value).ok().map(f64::from)
            }
            _ => {
                problems.push(wrong_type(json, "number", at));
                None
            }
        }
    }
}

macro_rules! integers {
    ($($type:ty),+) => {$(
        impl FromJson for $type {
            fn from_json(
                json: &Json<'_>,
                at: Place<'_>,
                problems: &mut Problems,
            ) -> Option<Self> {
                let Json::Int(value) = json else {
                    problems.push(wrong_type(json, "integer", at));
                    return None;
                };
                let number = <$type>::try_from(*value).ok();
                if number.is_none() {
                    let reason = Reason::new(Code::NumberRange)
                        .with("min", i64::from(<$type>::MIN))
                        .with("max", i64::from(<$type>::MAX));
                    problems.push(reason.at(at.pointer()));
                }
                number
            }
        }
    )+};
}
integers!(u8, u16, u32, i32, i64);

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        T::from_json(json, at, problems).map(Some)
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    const MOST: usize = T::MOST;

    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        read_list(json, T::MOST, at, problems)
    }

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let Json::Map(fields) = json else {
            problems.push(wrong_type(json, "object", at));
            return None;
        };
        check_count(fields.len(), T::MOST, at, problems)?;
        // Bad values are left out, so that the good ones can still be checked: the problems that
        // were added keep the whole from being accepted.
        let mut values = BTreeMap::new();
        for (name, json) in fields {
            if problems.is_full() {
                break;
            }
            let at = at.field(name);
            if let Err(reason) = check_length(name, LONGEST_NAME) {
                problems.push(reason.at(at.pointer()));
                continue;
            }
            if let Some(value) = T::from_json(json, at, problems)
                && values.insert(name.as_ref().to_owned(), value).is_some()
            {
                problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
            }
        }
        Some(values)
    }

    fn missing() -> Option<Self> {
        Some(BTreeMap::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;

    record! {
        #[derive(Debug, PartialEq)]
        struct Sample {
            name: String,
            count: Option<u8>,
            days: Vec<Day>,
        }
    }

    fn problems(text: &str) -> Vec<(String, &'static str)> {
        let error = read::<Sample>(text.as_bytes(), 1000).unwrap_err();
        error
            .problems()
            .map(|p| (p.pointer.clone(), p.code.as_str()))
            .collect()
    }

    record! {
        #[derive(Debug, PartialEq)]
        struct Types {
            flag: bool,
            figure: f64,
            whole: i64,
            list: Vec<bool>,
            named: BTreeMap<String, u8>,
        }
    }

    /// Each type is refused where another is wanted, and named as JSON calls it.
    #[test]
    fn a_wrong_type_says_what_was_expected_and_found() {
        let text = r#"{"flag": 7, "figure": true, "whole": 1.5, "list": {}, "named": []}"#;
        let error = read::<Types>(text.as_bytes(), 1000).unwrap_err();
        let found: Vec<String> = error.problems().map(ToString::to_string).collect();
        let expected = [
            "WRONG_TYPE at `/flag` expected=`boolean` found=`integer`",
            "WRONG_TYPE at `/figure` expected=`number` found=`boolean`",
            "WRONG_TYPE at `/whole` expected=`integer` found=`number`",
            "WRONG_TYPE at `/list` expected=`array` found=`object`",
            "WRONG_TYPE at `/named` expected=`object` found=`array`",
        ];
        assert_eq!(found, expected);
        let text = r#"{"flag": "true", "figure": 3000000000, "whole": 9223372036854775808,
            "list": [1], "named": {"a": 1, "a": 2, "b": 256}}"#;
        let error = read::<Types>(text.as_bytes(), 1000).unwrap_err();
        let found: Vec<String> = error
            .problems()
            .map(|p| format!("{} {}", p.code, p.pointer))
            .collect();
        let expected = [
            "WRONG_TYPE /flag",
            "WRONG_TYPE /figure",
            "WRONG_TYPE /whole",
            "WRONG_TYPE /list/0",
            "DUPLICATE_FIELD /named/a",
            "NUMBER_RANGE /named/b",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn all_problems_are_collected_with_their_places() {
        let found = problems(
            r#"{"nmae": 1, "count": 256, "days": ["2025-02-29", 7, "2025-01-01"], "count": 1}"#,
        );
        let expected = [
            ("/nmae", "UNKNOWN_FIELD"),
            ("/count", "DUPLICATE_FIELD"),
            ("/name", "MISSING_FIELD"),
            ("/count", "NUMBER_RANGE"),
            ("/days/0", "DATE_INVALID"),
            ("/days/1", "WRONG_TYPE"),
        ];
        assert_eq!(found, expected.map(|(at, code)| (at.to_owned(), code)));
    }

    #[test]
    fn optional_fields_may_be_absent_or_null() {
        let sample = read::<Sample>(br#"{"name": "a", "count": null}"#, 1000).unwrap();
        assert_eq!(
            sample,
            Sample {
                name: "a".into(),
                count: None,
                days: vec![]
            }
        );
    }

    #[test]
    fn a_mistyped_field_gets_a_suggestion() {
        let error = read::<Sample>(br#"{"nmae": "a"}"#, 1000).unwrap_err();
        assert_eq!(
            error.first().params.get("suggestion").unwrap().to_string(),
            "name"
        );
    }
}
