//! Every test that `docs/spec-coverage.md` names exists.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test reads its files, and may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

/// The names of all functions under `#[test]` in the Rust files below a folder.
fn tests_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            let after = text.split("#[test]").skip(1);
            let names = after.filter_map(|rest| rest.split("fn ").nth(1)?.split('(').next());
            found.extend(names.map(str::to_owned));
        }
    }
}

/// The names of the tests of the example portal.
fn portal_tests(folder: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    let sources = files.filter(|path| path.to_string_lossy().ends_with(".test.ts"));
    let names = sources.flat_map(|path| {
        let text = std::fs::read_to_string(path).unwrap();
        let after = text.split("\ntest('").skip(1);
        let names = after.filter_map(|rest| rest.split('\'').next());
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    names.collect()
}

/// The names of the cases of each file of vectors.
fn vectors(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    let of_file = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        let cases = file["vectors"].as_array()?.iter();
        let names = cases.map(|case| case["name"].as_str().unwrap().to_owned());
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        Some((stem, names.collect()))
    };
    files
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .filter_map(of_file)
        .collect()
}

#[test]
fn every_test_of_the_audit_exists() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = BTreeSet::new();
    tests_below(&core.join("src"), &mut tests);
    tests_below(&core.join("tests"), &mut tests);
    tests_below(&core.join("../examples/tests"), &mut tests);
    let portal = portal_tests(&core.join("../examples/node/tests"));
    let vectors = vectors(&core.join("vectors"));
    let audit = std::fs::read_to_string(core.join("../docs/spec-coverage.md")).unwrap();
    // The first row of a table names its columns, and dashes follow it.
    let lines: Vec<&str> = audit.lines().collect();
    let rows = lines.windows(2).filter(|pair| pair[0].starts_with("| "));
    let rows = rows.filter(|pair| !pair[1].starts_with("|---"));
    let (mut named, mut missing) = (0, Vec::new());
    for row in rows.map(|pair| pair[0]) {
        let cell = row
            .trim_end_matches([' ', '|'])
            .rsplit(" | ")
            .next()
            .unwrap();
        let names: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test: {row}");
        for name in names {
            let exists = match name.split_once(": ") {
                Some(("portal", test)) => portal.contains(test),
                Some((file, case)) => vectors
                    .get(file)
                    .is_some_and(|cases| case == "*" || cases.contains(case)),
                None => tests.contains(name),
            };
            named += 1;
            if !exists {
                missing.push(name);
            }
        }
    }
    assert!(named > 180, "only {named} tests are named");
    assert!(missing.is_empty(), "there is no {missing:?}");
}

/// The service description has 21 sentences, and each row names the test of that sentence.
#[test]
fn every_sentence_of_the_description_has_a_row_with_its_test() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let audit = std::fs::read_to_string(core.join("../docs/spec-coverage.md")).unwrap();
    let (_, table) = audit.split_once("| # | the description says |").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(rows.len(), 21);
    for (number, row) in (1..).zip(rows) {
        assert!(row.starts_with(&format!("| {number} | «")), "{row}");
        assert!(row.contains(&format!("`sentence_{number:02}_")), "{row}");
    }
}
