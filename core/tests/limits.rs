//! For every input in every format the answer stays short, and shows no typed text.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test; a rulebook that does not load is to be seen at once"
)]

use qujat::centres::{Booking, Centre, CentreDirectory};
use qujat::faults::FaultQuery;
use qujat::feedback::{FeedbackSummaries, FeedbackSummary};
use qujat::lifecycle::{Event, History};
use qujat::register::RegisterRecord;
use qujat::signature::Strokes;
use qujat::{Code, Day, Error, Language, Reason, Rulebook};

/// An answer to problems has at most so many bytes, as JSON and as a line of a log.
const LONGEST_ANSWER: usize = 32 << 10;

/// Texts that no answer may show: a made-up IIN, an e-mail address, a line break, a command to a
/// terminal.
const CANARIES: [&str; 4] = ["900101300007", "aigerim", "\n", "\u{1b}"];

type Read = fn(&[u8]) -> Option<Error>;

fn today() -> Day {
    Day::parse("2026-02-10").unwrap()
}

fn rules() -> &'static Rulebook {
    Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap()
}

/// Each format: its name, what reads it, and how many bytes it may have.
const FORMATS: [(&str, Read, usize); 15] = [
    (
        "form",
        |text| Error::from_problems(rules().validate(text, today(), None).problems),
        64 << 10,
    ),
    (
        "register",
        |text| RegisterRecord::from_json(text).err(),
        16 << 10,
    ),
    ("centre", |text| Centre::from_json(text).err(), 1 << 20),
    (
        "directory",
        |text| CentreDirectory::from_json(text).err(),
        3 << 20,
    ),
    (
        "bookings",
        |text| Booking::list_from_json(text).err(),
        3 << 20,
    ),
    ("event", |text| Event::from_json(text).err(), 16 << 10),
    ("history", |text| History::from_json(text).err(), 1 << 20),
    ("faults", |text| FaultQuery::from_json(text).err(), 1 << 20),
    (
        "feedback",
        |text| rules().read_feedback(text, today()).err(),
        256 << 10,
    ),
    (
        "summary",
        |text| FeedbackSummary::from_json(text).err(),
        4 << 10,
    ),
    (
        "summaries",
        |text| FeedbackSummaries::from_json(text).err(),
        3 << 20,
    ),
    ("strokes", |text| Strokes::from_json(text).err(), 1 << 20),
    ("rulebook", |text| Rulebook::load(text).err(), 1 << 20),
    (
        "params",
        |text| Reason::from_params(Code::TooEarly, text).err(),
        16 << 10,
    ),
    ("texts", |text| texts(text), 256 << 10),
];

fn texts(ftl: &[u8]) -> Option<Error> {
    let ftl = String::from_utf8_lossy(ftl);
    let texts = rules().texts();
    texts.with_overrides(Language::En, &ftl).err()
}

/// The lists that the formats have, to be filled with what does not belong there.
const LISTS: [&str; 12] = [
    "{}",
    "[{}]",
    r#"{"centres": [{}]}"#,
    r#"{"events": [{}]}"#,
    r#"{"attempt": {}, "faults": [{}]}"#,
    r#"{"groups": [{}]}"#,
    r#"{"width": 1, "height": 1, "strokes": [{}]}"#,
    r#"{"width": 1, "height": 1, "strokes": [[{}]]}"#,
    r#"{"overall": [{}]}"#,
    r#"{"mrp": {}, "names": [{}]}"#,
    r#"{"timetable": {"mon": [{}]}}"#,
    r#"{"applicant": [{}], "receiving": [{}]}"#,
];

/// Many small things, in a text of at most this many bytes.
fn hostile(limit: usize) -> Vec<String> {
    let mut texts = Vec::new();
    let mut fill = |shape: &str, piece: &dyn Fn(usize) -> String| {
        let room = limit.saturating_sub(shape.len()) / shape.matches("{}").count().max(1);
        let mut list = String::new();
        for number in 0.. {
            let piece = piece(number);
            if list.len() + piece.len() + 1 > room {
                break;
            }
            if number > 0 {
                list.push(',');
            }
            list.push_str(&piece);
        }
        texts.push(shape.replace("{}", &list));
    };
    for shape in LISTS {
        fill(shape, &|_| "1".to_owned());
        fill(shape, &|_| "{}".to_owned());
        fill(shape, &|_| {
            r#"{"from": "18:00", "until": "09:00"}"#.to_owned()
        });
    }
    let canaries = [
        "900101300007",
        "aigerim@example.kz",
        r"a\nb",
        r"\u001b]0;x\u0007",
    ];
    let mut object = |piece: &dyn Fn(usize) -> String| {
        let mut fields = String::new();
        for number in 0.. {
            let piece = piece(number);
            if fields.len() + piece.len() + 3 > limit {
                break;
            }
            if number > 0 {
                fields.push(',');
            }
            fields.push_str(&piece);
        }
        texts.push(format!("{{{fields}}}"));
    };
    object(&|number| format!(r#""{}{number}": 1"#, canaries[number % 4]));
    object(&|number| format!(r#""x{number}": 1"#));
    object(&|_| r#""number": 1"#.to_owned());
    for name in [
        "overrides",
        "mrp",
        "sources",
        "titles",
        "texts",
        "calendar",
        "timetable",
        "letters",
    ] {
        for canary in canaries {
            let entry = |number: usize| format!(r#""{canary}{number}": {{"{canary}": 1}}"#);
            let entries: Vec<String> = (0..limit / 80).map(entry).collect();
            texts.push(format!(r#"{{"{name}": {{{}}}}}"#, entries.join(",")));
        }
    }
    // A long name over many fields, and nothing but text.
    let long = "k".repeat(limit / 2);
    let fields: Vec<String> = (0..limit / 40)
        .map(|number| format!(r#""f{number}": 1"#))
        .collect();
    texts.push(format!(
        r#"{{"mrp": {{"{long}": {{{}}}}}}}"#,
        fields.join(",")
    ));
    texts.push(format!(r#"{{"{long}": 1}}"#));
    texts.push("x\n".repeat(limit / 2));
    texts.push("A = {\n".repeat(limit / 6));
    texts.push("x = y\n".repeat(limit / 6));
    texts
}

#[test]
fn no_answer_is_long_or_shows_what_was_typed() {
    for (format, read, limit) in FORMATS {
        // A part of each limit is enough to have far more than a hundred problems.
        for text in hostile(limit.min(16 << 10)) {
            assert!(text.len() <= limit, "{format}");
            let Some(error) = read(text.as_bytes()) else {
                continue;
            };
            let count = error.problems().count();
            let last = error.problems().last().map(|problem| problem.code);
            assert!(count <= 101, "{format}: {count}");
            assert!(
                count <= 100 || last == Some(Code::TooManyProblems),
                "{format}"
            );
            let json = serde_json::to_string(&error).unwrap();
            let printed = error.to_string();
            assert!(json.len() <= LONGEST_ANSWER, "{format}: {}", json.len());
            assert!(
                printed.len() <= LONGEST_ANSWER,
                "{format}: {}",
                printed.len()
            );
            for canary in CANARIES {
                assert!(!printed.contains(canary), "{format}: {printed}");
                let pointers = error.problems().map(|problem| &problem.pointer);
                let shown: Vec<_> = pointers.filter(|p| p.contains(canary)).collect();
                assert!(shown.is_empty(), "{format}: {shown:?}");
            }
        }
    }
}

/// A larger input is refused before it is read.
#[test]
fn every_format_has_its_limit() {
    for (format, read, limit) in FORMATS {
        let code = |size: usize| read(" ".repeat(size).as_bytes()).map(|error| error.code());
        let refused = [Code::JsonTooLarge, Code::TextTooLong];
        assert!(
            code(limit + 1).is_some_and(|code| refused.contains(&code)),
            "{format}"
        );
        assert!(
            code(limit).is_none_or(|code| !refused.contains(&code)),
            "{format}"
        );
    }
}

/// An assessment is an answer as well.
#[test]
fn an_assessment_of_a_bad_form_is_no_longer() {
    for text in hostile(16 << 10) {
        let request = qujat::AssessmentRequest::new(text.as_bytes(), today());
        let assessment = rules().assess(&request);
        assert_ne!(
            assessment.outcome,
            qujat::assessment::AssessmentOutcome::Accepted
        );
        assert!(serde_json::to_string(&assessment).unwrap().len() <= LONGEST_ANSWER);
    }
}
