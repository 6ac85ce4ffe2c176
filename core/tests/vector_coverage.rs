//! Every code of the catalogue is the answer of some vector, and a text in every language.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test reads its files; a malformed one is to be seen at once"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use qujat::{Code, Language, Rulebook};
use serde_json::Value;

/// Codes that no vector can have as an answer, and why.
const NOT_ANSWERED: [(Code, &str); 15] = [
    (
        Code::InvalidUtf8,
        "the inputs of vectors are JSON, and so UTF-8",
    ),
    (
        Code::ImageTooLarge,
        "a file of more than 5 MB would be needed",
    ),
    (
        Code::ImageScans,
        "JPEG coded data of more than 20 scans are made by the unit tests",
    ),
    (
        Code::ImageProfile,
        "a whole colour profile would be needed; the unit tests make some",
    ),
    (
        Code::PhotoTurned,
        "the photos are made from one portrait, which looks ahead",
    ),
    (
        Code::PhotoNodded,
        "the photos are made from one portrait, which looks ahead",
    ),
    (
        Code::PhotoEyesClosed,
        "the photos are made from one portrait, whose eyes are open",
    ),
    (
        Code::SignatureTooManyBytes,
        "a file of more than 1 MB would be needed",
    ),
    (
        Code::SignatureLittleInk,
        "of drawn signatures, height and width fail first",
    ),
    (
        Code::SignatureManyPoints,
        "strokes of more than 5000 points would be needed",
    ),
    (
        Code::NotAvailableOnline,
        "it stands in texts of refusals alone",
    ),
    (
        Code::NoFreeSlot,
        "one centre alone is asked about by no operation; the unit tests do it",
    ),
    (
        Code::ServiceUnavailable,
        "it stands in explanations of assessments alone",
    ),
    (
        Code::DutyExempt,
        "it stands in explanations of quotes alone",
    ),
    (
        Code::MessageMissing,
        "an overlay replaces texts, and cannot remove one",
    ),
];

/// The vectors of each file: the operation and the cases.
fn files() -> Vec<(String, Vec<Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let entries = std::fs::read_dir(folder).unwrap();
    let texts = entries.filter_map(|entry| {
        let path = entry.unwrap().path();
        let vectors = path
            .extension()
            .is_some_and(|extension| extension == "json");
        vectors.then(|| std::fs::read_to_string(path).unwrap())
    });
    let files = texts.filter_map(|text| {
        let file: Value = serde_json::from_str(&text).unwrap();
        let cases = file["vectors"].as_array()?.clone();
        Some((file["operation"].as_str().unwrap().to_owned(), cases))
    });
    files.collect()
}

/// The codes that stand anywhere in an answer.
fn codes(answer: &Value, found: &mut BTreeSet<Code>) {
    match answer {
        Value::String(text) => found.extend(text.split(' ').next().and_then(Code::parse)),
        Value::Array(list) => list.iter().for_each(|value| codes(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| codes(value, found)),
        _ => {}
    }
}

#[test]
fn every_code_is_the_answer_of_a_vector() {
    let mut found = BTreeSet::new();
    for (operation, cases) in files() {
        for case in cases.iter().filter(|_| operation != "explain") {
            codes(&case["expect"], &mut found);
            codes(&case["error"], &mut found);
        }
    }
    let excepted: BTreeSet<Code> = NOT_ANSWERED.iter().map(|(code, _)| *code).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    let missing: Vec<_> = all
        .difference(&found)
        .filter(|code| !excepted.contains(code))
        .collect();
    assert!(
        missing.is_empty(),
        "no vector has {missing:?} as its answer"
    );
    let needless: Vec<_> = excepted.intersection(&found).collect();
    assert!(needless.is_empty(), "{needless:?} need no exception");
}

#[test]
fn every_code_is_explained_by_vectors_in_every_language() {
    let mut explained = BTreeSet::new();
    for (operation, cases) in files() {
        for case in cases.iter().filter(|_| operation == "explain") {
            let input = &case["input"];
            if let (Some(_), Some(code)) = (case.get("expect"), input["code"].as_str()) {
                explained.insert((
                    code.to_owned(),
                    input["language"].as_str().unwrap().to_owned(),
                ));
            }
        }
    }
    for code in Code::ALL {
        for language in Language::ALL {
            let pair = (code.to_string(), language.to_string());
            assert!(explained.contains(&pair), "{code} in {language}");
        }
    }
}

/// Each case says why, names are unique in a file, and both editions are asked.
#[test]
fn every_case_has_its_reason_and_both_editions_are_asked() {
    let mut cases_of = BTreeMap::<String, usize>::new();
    let (mut asked, mut count) = (BTreeSet::new(), 0);
    for (operation, cases) in files() {
        let names: BTreeSet<&str> = cases
            .iter()
            .filter_map(|case| case["name"].as_str())
            .collect();
        assert_eq!(names.len(), cases.len(), "names of {operation}");
        for case in &cases {
            let why = case["why"].as_str().unwrap_or_default();
            assert!(
                !why.is_empty() && !why.contains('\n'),
                "{operation}/{}",
                case["name"]
            );
            let edition = case["input"]["edition"].as_str();
            asked.insert(edition.unwrap_or(Rulebook::DEFAULT_EDITION).to_owned());
        }
        count += cases.len();
        *cases_of.entry(operation).or_default() += cases.len();
    }
    for edition in Rulebook::editions() {
        assert!(asked.contains(edition), "{edition}");
    }
    assert!(count >= 2_000, "{count} cases");
    for (operation, cases) in cases_of {
        assert!(cases >= 10, "{operation} has {cases} cases");
    }
}
