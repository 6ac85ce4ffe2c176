//! Application forms and rulebook files.

use std::sync::OnceLock;

use qujat::{
    ApplicationForm, AssessmentOutcome, AssessmentRequest, CentreDirectory, Explain, FeeInquiry,
    Inquiry, Language, Problem, RegisterRecord, Rulebook,
};
use serde_json::{Value, json};

use crate::bytes::Bytes;
use crate::laws::{check_problems, check_reason, day, rules, today, twice};

fn register() -> &'static RegisterRecord {
    static RECORD: OnceLock<RegisterRecord> = OnceLock::new();
    RECORD.get_or_init(|| {
        let json = include_bytes!("../../examples/data/register/eligible.json");
        RegisterRecord::from_json(json).expect("an example")
    })
}

fn centres() -> &'static CentreDirectory {
    static CENTRES: OnceLock<CentreDirectory> = OnceLock::new();
    CENTRES.get_or_init(|| {
        let json = include_bytes!("../../examples/data/centres.json");
        CentreDirectory::from_json(json).expect("an example")
    })
}

/// Validating and assessing a form, with and without the register's record and centres.
pub fn form(data: &[u8]) {
    let validation = twice(|| rules().validate(data, today(), None));
    check_problems(&validation.problems, data);
    let blocked = validation.problems.iter().any(Problem::is_blocking);
    assert_eq!(
        validation.form.is_none(),
        blocked,
        "{:?}",
        validation.problems
    );
    if let Some(form) = &validation.form {
        check_form(form);
    }
    let compared = rules().validate(data, today(), Some(register()));
    check_problems(&compared.problems, data);
    let request = AssessmentRequest {
        register: Some(register()),
        centres: Some(centres()),
        ..AssessmentRequest::new(data, today())
    };
    for request in [AssessmentRequest::new(data, today()), request] {
        check_assessment(&request);
    }
}

/// A form that was accepted, printed, is accepted again and means the same.
fn check_form(form: &ApplicationForm) {
    let mut json = serde_json::to_value(form).expect("JSON");
    let fields = json.as_object_mut().expect("an object");
    let (number, expires_on) = (fields.remove("card_number"), fields.remove("expires_on"));
    fields.insert(
        "card".to_owned(),
        json!({"number": number, "expires_on": expires_on}),
    );
    let validation = rules().validate(json.to_string().as_bytes(), today(), None);
    assert!(
        validation.form.as_ref() == Some(form),
        "{:?}",
        validation.problems
    );
}

fn check_assessment(request: &AssessmentRequest<'_>) {
    let answer = twice(|| rules().assess(request));
    let blocked = answer.problems.iter().any(Problem::is_blocking);
    let decided = answer.decision.as_ref().map(qujat::Decision::is_eligible);
    assert_eq!(
        answer.outcome,
        match (decided, blocked) {
            (Some(false), _) => AssessmentOutcome::Refused,
            (Some(true), false) => AssessmentOutcome::Accepted,
            _ => AssessmentOutcome::Invalid,
        }
    );
    answer.reasons().iter().for_each(check_reason);
    if let Some(quote) = &answer.quote {
        let zero = qujat::Tenge::parse("0").expect("an amount");
        let mut lines = quote.lines.iter();
        let sum = lines.try_fold(zero, |sum, line| sum.plus(line.amount));
        assert_eq!(sum, Some(quote.total));
    }
    let pickup = answer.pickup.as_ref().zip(answer.ready.as_ref());
    assert!(pickup.is_none_or(|(plan, ready)| plan.offer.day >= ready.ready_on));
    for language in Language::ALL {
        for statement in rules().explain(&answer, *language) {
            assert!(!statement.text.trim().is_empty());
        }
    }
}

/// Loading a rulebook: a file as it is, or a shipped edition in which some values are others.
pub fn rulebook(data: &[u8]) {
    if data.first() == Some(&b'{') {
        return check_rulebook(data, !data.windows(9).any(|part| part == b"\"extends\""));
    }
    let mut bytes = Bytes(data);
    let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).expect("shipped");
    let mut edition: Value = serde_json::from_str(text).expect("JSON");
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

fn check_rulebook(text: &[u8], whole: bool) {
    match twice(|| {
        Rulebook::load(text)
            .map(|rules| rules.name())
            .map_err(qujat::Error::into_problems)
    }) {
        Ok(_) => check_answers(&Rulebook::load(text).expect("as before")),
        Err(problems) => {
            assert!(!problems.is_empty());
            // In an overlay, places are those of the whole.
            check_problems(&problems, if whole { text } else { b"" });
        }
    }
}

/// Whatever a rulebook that loads says, it answers.
fn check_answers(rules: &Rulebook) {
    for on in [
        "2024-02-29",
        "2025-05-28",
        "2026-02-10",
        "2026-03-01",
        "2027-12-31",
        "1900-01-01",
    ] {
        let on = day(on);
        for days in [-11, -10, 0, 30, 31, 4_000] {
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
        let _ = rules.ready_on(on);
        let _ = rules.calendar().days_off(on.year());
        let _ = rules.parse_phone("+77010000001", on);
        let _ = rules.parse_email("a@example.kz", on);
        let _ = rules
            .parse_name("Әлия", on)
            .map(|name| rules.latin_name(&name, on));
        let _ = rules.parse_iin("900101300007", on);
        let _ = rules.card_expires_on(on);
        let _ = rules.inspect_image(b"\x89PNG\r\n\x1a\n", on);
        for region in qujat::Region::ALL {
            let _ = rules.delivery_estimate(*region, on);
        }
        let form = include_bytes!("../../examples/data/eligible.json");
        let _ = rules.assess(&AssessmentRequest::new(form, on));
    }
}
