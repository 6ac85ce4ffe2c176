//! Runs the conformance vectors. `QUJAT_VECTORS=DIR` brings others than the shipped ones.
#![allow(
    clippy::disallowed_methods,
    reason = "a test reads its files and its environment"
)]

#[path = "support/operations.rs"]
mod operations;

use std::path::PathBuf;

use serde_json::Value;

/// The shipped vectors, from the folder of this crate.
const VECTORS: &str = "vectors";

/// `true` if `actual` has everything that is expected: fields left out of an expected object are
/// not compared, lists are compared whole.
fn matches(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected.iter().all(|(name, value)| {
            actual
                .get(name)
                .is_some_and(|actual| matches(value, actual))
        }),
        (Value::Array(expected), Value::Array(actual)) => {
            expected.len() == actual.len()
                && expected
                    .iter()
                    .zip(actual)
                    .all(|(expected, actual)| matches(expected, actual))
        }
        _ => expected == actual,
    }
}

/// `true` if an error is the expected one: `CODE`, or `CODE /pointer` if the place matters.
fn is_expected(expected: &Value, actual: &[String]) -> bool {
    let Some(expected) = expected.as_array() else {
        return false;
    };
    expected.len() == actual.len()
        && expected.iter().zip(actual).all(|(expected, actual)| {
            let expected = expected.as_str().unwrap_or_default();
            let code_only = !expected.contains(' ');
            actual == expected || (code_only && actual.split(' ').next() == Some(expected))
        })
}

fn run(case: &Value, operation: &str) -> Result<(), String> {
    match (
        operations::answer(operation, &case["input"]),
        case.get("expect"),
        case.get("error"),
    ) {
        (Ok(actual), Some(expected), None) if matches(expected, &actual) => Ok(()),
        (Err(failed), None, Some(expected)) if is_expected(expected, &failed.0) => Ok(()),
        (Ok(actual), ..) => Err(actual.to_string()),
        (Err(failed), ..) => Err(format!("{:?}", failed.0)),
    }
}

#[test]
fn every_vector_gets_its_answer() {
    let shipped = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(VECTORS);
    let folder = std::env::var_os("QUJAT_VECTORS").map_or(shipped, PathBuf::from);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .filter(|path| !path.to_string_lossy().ends_with(".schema.json"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no vectors in {}", folder.display());

    let (mut ran, mut wrong) = (0, Vec::new());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        let operation = file["operation"].as_str().unwrap();
        let vectors = file["vectors"].as_array().unwrap();
        assert_eq!(
            file["cases"].as_u64(),
            Some(vectors.len() as u64),
            "{}",
            path.display()
        );
        for case in vectors {
            ran += 1;
            if let Err(actual) = run(case, operation) {
                let wanted = case.get("expect").or(case.get("error"));
                wrong.push(format!(
                    "{operation}/{}\n  wanted {}\n  got    {actual}",
                    case["name"],
                    wanted.unwrap_or(&Value::Null),
                ));
            }
        }
    }
    println!("{ran} vectors");
    assert!(
        wrong.is_empty(),
        "{} of {ran} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
