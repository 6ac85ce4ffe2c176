//! Answers cases of the conformance vectors: JSON lines `{"operation": …, "input": …}` in,
//! `{"expect": …}` or `{"error": [codes]}` out, in the canonical form: fields in the order of their
//! names, those that are absent left out. The oracle compares itself with it, and the parity report
//! the other languages.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test program: a malformed case is a mistake of the caller, to be shown at once"
)]

#[path = "../../../tests/support/operations.rs"]
mod operations;

use std::io::{BufRead, BufWriter, Write};

use serde_json::{Value, json};

/// The shipped vectors, from the folder of this crate.
const VECTORS: &str = "../vectors";

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let operation = case["operation"].as_str().unwrap_or_default();
        let answer = match operations::answer(operation, &case["input"]) {
            Ok(expect) => json!({ "expect": expect }),
            Err(failed) => json!({ "error": failed.0 }),
        };
        writeln!(out, "{}", bare(answer))?;
        out.flush()?;
    }
    Ok(())
}

/// An absent value is left out.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, field)| !field.is_null())
            .map(|(name, field)| (name, bare(field)))
            .collect(),
        Value::Array(entries) => entries.into_iter().map(bare).collect(),
        other => other,
    }
}
