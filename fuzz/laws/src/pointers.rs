//! Places in documents: fields that nobody knows are never printed as they were typed.

use qujat::centres::{Booking, Centre, CentreDirectory};
use qujat::faults::FaultQuery;
use qujat::feedback::{FeedbackSummaries, FeedbackSummary};
use qujat::lifecycle::History;
use qujat::register::RegisterRecord;
use qujat::signature::Strokes;
use qujat::{Error, NoticeData, NoticeKind, Problem, Rulebook};
use serde_json::{Map, Value, json};

use crate::bytes::Bytes;
use crate::laws::{rules, steers, today};

/// A number of fewer digits tells of nobody, as the name of a field or of an entry in an operator's file.
const DIGITS_OF_A_FIELD: usize = 6;
const DIGITS_OF_AN_ENTRY: usize = 8;

/// A field that nobody knows, somewhere in a document of every kind.
pub fn pointers(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (reader, shape) = (bytes.byte(), bytes.byte());
    let at = bytes.byte();
    let value = match bytes.byte() % 6 {
        0 => Value::Null,
        1 => json!({}),
        2 => json!([]),
        3 => json!(bytes.below(u32::MAX)),
        4 => json!([{}, [], "x"]),
        _ => json!("x"),
    };
    let key = bytes.text();
    let mut document = json!({ &key: value });
    // Deeper, below fields that are known or not.
    for step in 0..shape % 4 {
        document = match at.wrapping_add(step) % 4 {
            0 => json!([document]),
            1 => json!({ &key: document }),
            2 => json!({ KNOWN[usize::from(at) % KNOWN.len()]: document }),
            _ => {
                let fields = [(KNOWN[usize::from(at) % KNOWN.len()].to_owned(), document)];
                let again = [(key.clone(), Value::Null)];
                Value::Object(Map::from_iter(fields.into_iter().chain(again)))
            }
        };
    }
    let document = document.to_string();
    let digits = if reader % 13 == RULEBOOK {
        DIGITS_OF_AN_ENTRY
    } else {
        DIGITS_OF_A_FIELD
    };
    let check_printed = |text: &str| check_printed(text, &key, digits);
    let problems = read(reader, document.as_bytes());
    for problem in &problems {
        check_printed(&problem.to_string());
        check_printed(&format!("{problem:?}"));
    }
    if let Some(error) = Error::from_problems(problems) {
        check_printed(&error.to_string());
        check_printed(&format!("{error:?}"));
    }
}

/// Fields that some document has.
const KNOWN: [&str; 12] = [
    "applicant",
    "card",
    "address",
    "centres",
    "timetable",
    "events",
    "faults",
    "strokes",
    "overrides",
    "mrp",
    "texts",
    "sources",
];

/// The kind of document that has entries with names of the operator's own.
const RULEBOOK: u8 = 8;

/// The problems of a document of some kind.
fn read(reader: u8, document: &[u8]) -> Vec<Problem> {
    fn wrong<T>(read: Result<T, Error>) -> Vec<Problem> {
        read.map_or_else(Error::into_problems, |_| Vec::new())
    }
    match reader % 13 {
        0 => rules().validate(document, today(), None).problems,
        1 => wrong(RegisterRecord::from_json(document)),
        2 => wrong(CentreDirectory::from_json(document)),
        3 => wrong(Centre::from_json(document)),
        4 => wrong(FaultQuery::from_json(document)),
        5 => wrong(History::from_json(document)),
        6 => wrong(Strokes::from_json(document)),
        7 => wrong(rules().read_feedback(document, today())),
        RULEBOOK => wrong(Rulebook::load(document)),
        9 => wrong(Booking::list_from_json(document)),
        10 => wrong(FeedbackSummaries::from_json(document)),
        11 => wrong(FeedbackSummary::from_json(document)),
        _ => wrong(NoticeData::of_kind(NoticeKind::ALL[0], document)),
    }
}

/// No long number of the key, no address, nothing that steers a terminal or a log.
fn check_printed(text: &str, key: &str, digits: usize) {
    let odd = |c: char| c.is_control() || steers(c);
    assert!(!text.contains(odd), "{text:?}");
    assert!(!key.contains('@') || !text.contains('@'), "{text:?}");
    let numbers = key.split(|c: char| !c.is_ascii_digit());
    for number in numbers.filter(|number| number.len() >= digits) {
        assert!(!text.contains(number), "{text:?}");
    }
}
