//! The JSON of every exported type: written and read back, and read with something wrong in it.

use std::fmt::Debug;

use serde_json::{Map, Value, json};

use crate::foundation::json::{Document, shown_entry, write};
use crate::foundation::privacy::Planted;
use crate::kits::every::{Code, Problem, Reason};
use crate::kits::exported::exported;

/// Values of a type whose reading checks more than planted data can be.
fn examples(name: &str) -> Option<Value> {
    let event = json!({
        "id": "e1", "at": "2026-02-10T09:00:00Z", "event": "filed", "receiving": "pickup",
        "due": "0.00", "channel": "portal", "identification": {"kind": "sms_code", "reference": "r-1"},
    });
    let centres = include_bytes!("../../../../examples/data/centres.json");
    let centres: Value = serde_json::from_slice(centres).unwrap();
    Some(match name {
        "Event" => event,
        "History" => json!({ "events": [event] }),
        "Feedback" => json!({
            "application": "A-1", "overall": 5, "speed": 4, "clarity": 3, "courtesy": 2,
            "comment": "text", "suggestion": "text", "channel": "portal", "region": "KZ-75",
            "at": "2026-02-10T09:00:00Z",
        }),
        "Centre" => centres["centres"][0].clone(),
        _ => return None,
    })
}

fn values<T: Document + Planted>(name: &str) -> Vec<T> {
    match examples(name) {
        Some(json) => vec![T::read(json.to_string().as_bytes()).unwrap()],
        None => T::planted(false),
    }
}

/// The pointers of the problems.
fn problems<T: Document>(json: &Value) -> Result<Value, Vec<String>> {
    match T::read(json.to_string().as_bytes()) {
        Ok(value) => Ok(serde_json::from_str(&write(&value)).unwrap()),
        Err(error) => Err(error.problems().map(|it| it.pointer.clone()).collect()),
    }
}

/// What is written is read back as the same value, and written again as the same bytes.
fn round_trip<T: Document + PartialEq + Debug>(name: &str, value: &T) {
    let written = write(value);
    let read = T::read(written.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(read == *value, "{name}: {written}");
    assert_eq!(write(&read), written, "{name}");
}

/// A value of another JSON type.
fn other(value: &Value) -> Value {
    match value {
        Value::String(_) => json!(7),
        Value::Object(_) => json!(["a list"]),
        Value::Array(_) => json!({"an": "object"}),
        _ => json!("text"),
    }
}

/// The pointers of everything inside, with the value at each.
fn inside(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let step = |step: &str| format!("{pointer}/{}", shown_entry(step));
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.push(step(name));
                inside(value, &step(name), found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                found.push(step(&index.to_string()));
                inside(value, &step(&index.to_string()), found);
            }
        }
        _ => {}
    }
}

fn removed(json: &Value, pointer: &str) -> Option<Value> {
    let (parent, name) = pointer.rsplit_once('/')?;
    let mut json = json.clone();
    let fields = json.pointer_mut(parent)?.as_object_mut()?;
    fields.remove(name)?;
    Some(json)
}

/// The reasons of an eligible decision follow from its other fields: without one that may be left out,
/// they are those of no decision.
fn contradicts(place: &str, found: &[String]) -> bool {
    let decisions = found.iter().filter_map(|it| it.strip_suffix("/reasons"));
    decisions.into_iter().any(|decision| {
        let inside = place.strip_prefix(decision);
        inside.is_some_and(|it| it == "/again" || it.starts_with("/reasons/"))
    })
}

/// The same without what says nothing: what is absent may be written as nothing, or not at all.
fn told(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| (name.clone(), told(value)));
            Value::Object(
                fields
                    .filter(|(_, value)| !is_nothing(value))
                    .collect::<Map<_, _>>(),
            )
        }
        Value::Array(list) => Value::Array(list.iter().map(told).collect()),
        other => other.clone(),
    }
}

fn is_nothing(value: &Value) -> bool {
    *value == Value::Null || *value == json!([]) || *value == json!({})
}

/// Every place, with a field taken away, with another type in it, and with a field too many: a problem
/// at that very place, or for a field that may be left out, a value without it. How many were tried.
fn every_place<T: Document>(name: &str, json: &Value) -> usize {
    let mut places = Vec::new();
    inside(json, "", &mut places);
    for place in &places {
        if let Some(json) = removed(json, place) {
            match problems::<T>(&json) {
                Ok(read) => assert_eq!(told(&read), told(&json), "{name} without {place}"),
                Err(found) => {
                    assert!(
                        found.contains(place) || contradicts(place, &found),
                        "{name} without {place}: {found:?}"
                    );
                }
            }
        }
        let mut wrong = json.clone();
        let value = wrong.pointer_mut(place).unwrap();
        if value.is_null() {
            continue;
        }
        *value = other(value);
        let found = problems::<T>(&wrong).unwrap_err();
        assert!(
            found.contains(place),
            "{name}, {place} of another type: {found:?}"
        );
    }
    for object in places.iter().map(String::as_str).chain([""]) {
        let mut json = json.clone();
        let Some(fields) = json.pointer_mut(object).and_then(Value::as_object_mut) else {
            continue;
        };
        fields.insert("not_known".to_owned(), json!(1));
        let found = problems::<T>(&json).unwrap_err();
        let place = format!("{object}/not_known");
        assert!(
            found.contains(&place),
            "{name}, more at {object}: {found:?}"
        );
    }
    places.len()
}

macro_rules! all {
    (plain { $($plain:ident),+ $(,)? } classes { $($class:ident),+ $(,)? }) => {
        /// How many types and places there are.
        fn all_types() -> (usize, usize) {
            let (mut types, mut places) = (0, 0);
            $(all!(@$plain types places);)+
            $(all!(@$class types places);)+
            (types, places)
        }
    };
    // Pixels, and what the catalogue has already: no answer is told apart by them.
    (@Picture $types:ident $places:ident) => {};
    (@Params $types:ident $places:ident) => {};
    (@ParamSpec $types:ident $places:ident) => {};
    (@$name:ident $types:ident $places:ident) => {
        let name = stringify!($name);
        for value in values::<crate::kits::every::$name>(name) {
            round_trip(name, &value);
            let json = serde_json::from_str(&write(&value)).unwrap();
            $places += every_place::<crate::kits::every::$name>(name, &json);
        }
        $types += 1;
    };
}
exported!(all);

#[test]
fn every_type_is_read_back_from_its_json_and_every_wrong_place_is_told() {
    let (types, places) = all_types();
    assert!(types >= 115 && places >= 1000, "{types} {places}");
}

#[test]
fn reasons_of_every_code_are_read_back() {
    for code in Code::ALL.iter().copied() {
        let reason = Reason::sample(code);
        round_trip("Reason", &reason);
        let problem = reason.at("/a/0".to_owned());
        round_trip("Problem", &problem);
        let json = serde_json::from_str(&write(&problem)).unwrap();
        every_place::<Problem>("Problem", &json);
    }
}

#[test]
fn a_decision_that_contradicts_its_reasons_is_refused() {
    use crate::kits::every::Decision;
    let decision = Decision::planted(false).remove(0);
    let mut json: Value = serde_json::from_str(&decision.to_json()).unwrap();
    json["days_left"] = json!(31);
    assert_eq!(
        problems::<Decision>(&json),
        Err(vec!["/reasons".to_owned()])
    );
    json["outcome"] = json!("refused");
    json["reasons"] = json!([]);
    assert_eq!(
        problems::<Decision>(&json),
        Err(vec!["/reasons".to_owned()])
    );
}

#[test]
fn a_range_of_days_is_not_reversed() {
    use crate::kits::every::DayRange;
    let json = json!({"first": "2026-02-11", "last": "2026-02-10"});
    assert_eq!(problems::<DayRange>(&json), Err(vec![String::new()]));
}

#[test]
fn feedback_that_was_not_masked_is_refused() {
    use crate::kits::every::Feedback;
    let mut json = examples("Feedback").unwrap();
    json["comment"] = json!("900101300007");
    json["overall"] = json!(6);
    let expected = vec!["/overall".to_owned(), "/comment".to_owned()];
    assert_eq!(problems::<Feedback>(&json), Err(expected));
}

#[test]
fn a_document_has_a_bound() {
    use crate::kits::every::Quote;
    let quote = Quote::planted(false).remove(0).to_json();
    let padded = |length: usize| quote.clone() + &" ".repeat(length - quote.len());
    assert!(Quote::from_json(padded(4 << 20).as_bytes()).is_ok());
    let error = Quote::from_json(padded((4 << 20) + 1).as_bytes()).unwrap_err();
    assert_eq!(error.code(), Code::JsonTooLarge);
}
