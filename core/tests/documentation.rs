//! The documentation shows each question at work.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads its files, and may panic"
)]

use std::fs;
use std::path::Path;

fn sources(folder: &Path, all: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else {
            all.push((
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

/// The public methods of `impl Rulebook` in a source, each with its documentation.
fn questions(source: &str) -> Vec<(&str, String)> {
    let (mut found, mut inside, mut doc) = (Vec::new(), false, String::new());
    for line in source.lines() {
        if line.starts_with("impl") {
            inside = line == "impl Rulebook {";
        } else if line == "}" {
            inside = false;
        }
        let code = line.trim_start();
        if let Some(text) = code.strip_prefix("///") {
            doc.push_str(text);
            doc.push('\n');
        } else if !code.starts_with("#[") {
            let name = code
                .strip_prefix("pub const fn ")
                .or_else(|| code.strip_prefix("pub fn "));
            if let Some(name) = name.filter(|_| inside) {
                let name = name.split(['(', '<']).next().unwrap();
                found.push((name, doc.clone()));
            }
            doc.clear();
        }
    }
    found
}

#[test]
fn every_question_has_an_example_that_runs() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    for room in ["rulebook", "filing"] {
        sources(&core.join(room), &mut all);
    }
    let mut seen = 0;
    for (file, source) in &all {
        for (name, doc) in questions(source) {
            seen += 1;
            let runs = doc.contains("\n ```\n") && !doc.contains("```ignore");
            assert!(runs, "{file}: Rulebook::{name} has no example");
        }
    }
    assert!(seen >= 50, "only {seen} questions found");
}
