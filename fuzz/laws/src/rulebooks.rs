//! Rulebook files, overlays, and texts of an operator's own.

use std::sync::OnceLock;

use qujat::{AssessmentRequest, Code, FeeInquiry, Inquiry, Language, Problem, Reason, Rulebook};
use serde_json::{Map, Value, json};

use crate::bytes::{Bytes, lossy};
use crate::laws::{check_problems, day, rules, twice};

/// The file of the default edition.
fn edition() -> &'static Value {
    static EDITION: OnceLock<Value> = OnceLock::new();
    EDITION.get_or_init(|| {
        let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).expect("shipped");
        serde_json::from_str(text).expect("JSON")
    })
}

/// Loading a rulebook: a file as it is, or a shipped edition in which some values are others.
pub fn rulebook(data: &[u8]) {
    if data.first() == Some(&b'{') {
        return check_rulebook(data, !data.windows(9).any(|part| part == b"\"extends\""));
    }
    let mut bytes = Bytes(data);
    let mut edition = edition().clone();
    for _ in 0..=bytes.byte() % 4 {
        change(&mut edition, &mut bytes);
    }
    check_rulebook(edition.to_string().as_bytes(), true);
}

/// Goes down to some value and replaces, removes, adds or doubles it.
fn change(json: &mut Value, bytes: &mut Bytes<'_>) {
    let mut here = json;
    for _ in 0..bytes.byte() % 6 {
        let size = match here {
            Value::Object(fields) => fields.len(),
            Value::Array(list) => list.len(),
            _ => 0,
        };
        if size == 0 {
            break;
        }
        let at = usize::from(bytes.byte()) % size;
        here = match here {
            Value::Object(fields) => fields.values_mut().nth(at).expect("counted"),
            Value::Array(list) => &mut list[at],
            _ => unreachable!("counted"),
        };
    }
    let name = |bytes: &mut Bytes<'_>, fields: &serde_json::Map<String, Value>| {
        let at = usize::from(bytes.byte()) % fields.len();
        fields.keys().nth(at).expect("counted").clone()
    };
    match (bytes.byte() % 5, here) {
        (0, Value::Object(fields)) if !fields.is_empty() => {
            fields.remove(&name(bytes, fields));
        }
        (1, Value::Object(fields)) if !fields.is_empty() => {
            let copied = fields[&name(bytes, fields)].clone();
            fields.insert(bytes.text(), copied);
        }
        (2, Value::Array(list)) if !list.is_empty() => {
            list.push(list[usize::from(bytes.byte()) % list.len()].clone());
        }
        (3, Value::Number(number)) => {
            let near = number.as_i64().unwrap_or(0) + i64::from(bytes.byte()) - 128;
            *number = near.into();
        }
        (_, here) => *here = value(bytes),
    }
}

/// A value that a rulebook could have somewhere.
fn value(bytes: &mut Bytes<'_>) -> Value {
    match bytes.byte() % 12 {
        0 => Value::Null,
        1 => json!(bytes.below(100_000)),
        2 => json!(i64::from(bytes.byte()) - 128),
        3 => json!(f64::from(bytes.below(1_000)) / 8.0),
        4 => json!(bytes.text()),
        5 => json!([]),
        6 => json!({}),
        7 => json!(bytes.byte() < 128),
        8 => json!(bytes.one_of(&[
            "2024-01-01",
            "2025-05-28",
            "2026-03-01",
            "2027-01-01",
            "2025-02-29"
        ])),
        9 => json!(bytes.one_of(&[
            "0.00",
            "-1",
            "786.40",
            "1e9",
            "79228162514264337593543950335"
        ])),
        10 => json!(bytes.one_of(&["expiry", "passport", "KZ-75", "{ $days }", "{", "KZ-10"])),
        _ => json!(u64::MAX),
    }
}

/// Loads a rulebook, and asks it if it is one. Places are those of `text` if that is the whole.
fn check_rulebook(text: &[u8], whole: bool) {
    let load = || Rulebook::load(text).map_err(qujat::Error::into_problems);
    // Loading takes most of the time, so that not all of them are loaded twice.
    if text.len().is_multiple_of(8) {
        let _ = twice(|| load().map(|rules| rules.name()));
    }
    match load() {
        Ok(rules) => check_answers(&rules, text.len()),
        Err(problems) => {
            assert!(!problems.is_empty());
            // In an overlay, places are those of the whole.
            check_problems(&problems, if whole { text } else { b"" });
        }
    }
}

/// A rulebook that loads answers every question.
fn check_answers(rules: &Rulebook, number: usize) {
    let other = [
        "2024-02-29",
        "2025-05-28",
        "2026-03-01",
        "2027-12-31",
        "1900-01-01",
    ];
    for on in ["2026-02-10", other[number % other.len()]] {
        let on = day(on);
        for days in [-11, 0, 31, 4_000] {
            let decision = rules.decide(&Inquiry::renewal(on.plus_days(days)), on);
            for language in Language::ALL {
                match &decision {
                    Ok(decision) => {
                        let statements = rules.explain(decision, *language);
                        assert!(statements.iter().all(|said| !said.text.is_empty()));
                    }
                    Err(reason) => assert!(!rules.text(reason, *language).is_empty()),
                }
            }
        }
        let _ = rules.quote(&FeeInquiry::renewal(on));
        let _ = rules.ready_on(on, None);
        let _ = rules.calendar().days_off(on.year());
        let _ = rules.parse_phone("+77010000001", on);
        let _ = rules.parse_email("a@example.kz", on);
        let _ = rules
            .parse_name("Әлия", on)
            .map(|name| rules.latin_name(&name, on));
        let _ = rules.parse_iin("900101300007", on);
        let _ = rules.card_expires_on(on);
        let _ = rules.inspect_image(b"\x89PNG\r\n\x1a\n", on);
        for region in qujat::address::Region::ALL {
            let _ = rules.delivery_estimate(*region, on);
        }
        let form = include_bytes!("../../../examples/data/eligible.json");
        let _ = rules.assess(&AssessmentRequest::new(form, on));
    }
}

/// An overlay of a shipped edition: a file as it is, or sections with other values.
pub fn overlays(data: &[u8]) {
    if data.first() == Some(&b'{') {
        return check_rulebook(data, false);
    }
    let mut bytes = Bytes(data);
    let base = bytes.one_of(&["service-2025", "order-389-253", "none", ""]);
    let sections = edition().as_object().expect("an object");
    let mut overlay = Map::new();
    for _ in 0..=bytes.byte() % 3 {
        let at = usize::from(bytes.byte()) % sections.len();
        let (name, section) = sections.iter().nth(at).expect("counted");
        let mut section = section.clone();
        // One entry of the section, perhaps under another name, or nothing at all.
        if let (Value::Object(entries), true) = (&mut section, bytes.byte() < 200) {
            let at = usize::from(bytes.byte()) % entries.len().max(1);
            if let Some((entry, value)) = entries.clone().into_iter().nth(at) {
                let entry = match bytes.byte() {
                    0..=127 => entry,
                    _ => bytes.text(),
                };
                let value = if bytes.byte() < 230 {
                    value
                } else {
                    Value::Null
                };
                *entries = Map::from_iter([(entry, value)]);
            }
        }
        for _ in 0..bytes.byte() % 3 {
            change(&mut section, &mut bytes);
        }
        overlay.insert(name.clone(), section);
    }
    overlay.insert("edition".to_owned(), json!("own"));
    overlay.insert("extends".to_owned(), json!(base));
    check_rulebook(Value::Object(overlay).to_string().as_bytes(), false);
}

/// Texts of an operator's own, in Fluent: as they are, and as messages that are printed.
pub fn texts(data: &[u8]) {
    let mut bytes = Bytes(data);
    let language = bytes.one_of(Language::ALL);
    let source = lossy(bytes.0);
    check_texts(language, &source);
    let code = Code::ALL[usize::from(bytes.byte()) % Code::ALL.len()];
    let value = lossy(bytes.0);
    check_texts(language, &format!("{code} = {value}"));
}

fn check_texts(language: Language, source: &str) {
    let changed = twice(|| {
        rules()
            .texts()
            .with_overrides(language, source)
            .map(|texts| {
                let codes = Code::ALL
                    .iter()
                    .filter(|code| source.contains(code.as_str()));
                let said = codes.map(|code| texts.explain(&Reason::sample(*code), language));
                said.collect::<Vec<String>>()
            })
            .map_err(qujat::Error::into_problems)
    });
    match changed {
        Ok(said) => {
            for text in said {
                assert!(
                    !text.contains(|c: char| c.is_control() || crate::laws::steers(c)),
                    "{text:?}"
                );
                assert!(text.len() < 1 << 20, "{} octets", text.len());
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            check_problems(&problems, b"");
            assert!(problems.iter().all(Problem::is_blocking));
        }
    }
}
