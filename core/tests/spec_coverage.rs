//! The specification, its audit and the citations fit together: every test that `docs/spec-coverage.md`
//! names exists, every section of `docs/spec` has its place there, and every citation names a section.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test reads its files, and may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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
    let of_file = |path: PathBuf| {
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
    tests_below(&core.join("cli/tests"), &mut tests);
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

/// A section of the specification, or its place in the audit.
#[derive(Debug, PartialEq)]
struct Section {
    title: String,
    /// The line "Not built yet." does not follow the heading.
    built: bool,
}

/// `true` for a number of a section: `3`, `3a` or `11.2`.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((section, part)) => digits(section) && digits(part),
        None => digits(text.trim_end_matches(|sign: char| sign.is_ascii_lowercase())),
    }
}

/// The numbered headings of a page, each with the lines up to the next one.
fn headings(page: &str) -> Vec<(&str, &str, Vec<&str>)> {
    let mut found: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for line in page.lines() {
        let heading = line
            .strip_prefix('#')
            .and_then(|rest| rest.trim_start_matches('#').trim().split_once(". "))
            .filter(|(number, _)| is_number(number));
        if let Some((number, title)) = heading {
            found.push((number, title, Vec::new()));
        } else if let Some((_, _, lines)) = found.last_mut() {
            lines.push(line);
        }
    }
    found
}

/// The sections of some pages, by number. No number may stand twice.
fn sections(pages: &[String]) -> BTreeMap<String, Section> {
    let mut found = BTreeMap::new();
    for (number, title, lines) in pages.iter().flat_map(|page| headings(page)) {
        let first = lines.iter().find(|line| !line.is_empty());
        let section = Section {
            title: title.to_owned(),
            built: first != Some(&"*Not built yet.*"),
        };
        let before = found.insert(number.to_owned(), section);
        assert_eq!(before, None, "section {number} stands twice");
    }
    found
}

/// The sections of `docs/spec`.
fn specification() -> BTreeMap<String, Section> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/spec");
    let files = std::fs::read_dir(folder).unwrap();
    let pages: Vec<String> = files
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    sections(&pages)
}

#[test]
fn every_section_of_the_specification_has_its_place_in_the_audit() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let audit = std::fs::read_to_string(core.join("../docs/spec-coverage.md")).unwrap();
    let specification = specification();
    assert!(specification.len() >= 21, "{specification:?}");
    assert_eq!(sections(std::slice::from_ref(&audit)), specification);
    for (number, _, lines) in headings(&audit) {
        let tested = lines.iter().any(|line| line.ends_with("` |"));
        let built = specification[number].built;
        assert_eq!(
            tested, built,
            "section {number}: has it tests, is it built?"
        );
    }
}

/// The word of a citation, and the name of a page that the repository does not hold. They are in two
/// parts, since this file is searched too.
const CITATION: &str = concat!("SP", "EC");
const ABSENT: &str = concat!("BIO", "METRICS");

/// The sections that a line cites; `None` stands for a citation without the number of a section.
fn cited(line: &str) -> Vec<Option<&str>> {
    let of_a_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let pieces: Vec<&str> = line.split(CITATION).collect();
    let mut found = Vec::new();
    for pair in pieces.windows(2) {
        if pair[0].ends_with(of_a_word) || pair[1].starts_with(of_a_word) {
            continue;
        }
        let mut rest = pair[1].strip_prefix(' ');
        let mut first = true;
        while let Some(text) = rest {
            let end = text.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.');
            let (word, after) = text.split_at(end.unwrap_or(text.len()));
            let number = word.trim_end_matches('.');
            if !is_number(number) {
                break;
            }
            found.push(Some(number));
            first = false;
            rest = after
                .strip_prefix(", ")
                .or_else(|| after.strip_prefix(" and "));
        }
        if first {
            found.push(None);
        }
    }
    found
}

#[test]
fn a_citation_names_its_sections() {
    let cases: [(&str, &[Option<&str>]); 9] = [
        ("/// @ 3: the window.", &[Some("3")]),
        ("(@ 3a)", &[Some("3a")]),
        ("in the order of @ 11.2.", &[Some("11.2")]),
        ("\"@ 2, 3: the pilot\"", &[Some("2"), Some("3")]),
        (
            "@ 11.1 and 11.4; @ 8, CLDR",
            &[Some("11.1"), Some("11.4"), Some("8")],
        ),
        ("@IAL, IN@T, A_@, @_A", &[]),
        ("@ section 3", &[None]),
        ("wrapped after @", &[None]),
        ("| @ | @: 3", &[None, None]),
    ];
    for (line, expected) in cases {
        assert_eq!(cited(&line.replace('@', CITATION)), expected, "{line}");
    }
}

/// The texts of the repository below a folder: sources, tests, vectors, scripts and documents.
/// Built, fetched and hidden files are left out, and so are the inputs of the fuzz targets.
fn texts_below(folder: &Path, found: &mut Vec<PathBuf>) {
    const LEFT_OUT: [&str; 7] = [
        "target",
        "build",
        "out",
        "dist",
        "node_modules",
        "__pycache__",
        "corpus",
    ];
    const ENDINGS: [&str; 22] = [
        "cjs", "css", "cts", "ftl", "h", "html", "js", "json", "kt", "md", "mjs", "mts", "py",
        "pyi", "rs", "sh", "svg", "swift", "toml", "ts", "txt", "xml",
    ];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || LEFT_OUT.contains(&name.as_str()) || path.is_symlink() {
            continue;
        } else if path.is_dir() {
            texts_below(&path, found);
        } else if ENDINGS.contains(&ending.as_ref()) || name == "Makefile" {
            found.push(path);
        }
    }
}

#[test]
fn every_citation_names_a_section() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let specification = specification();
    let (mut files, mut known, mut wrong) = (Vec::new(), 0, Vec::new());
    texts_below(&root, &mut files);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        for (line, number) in String::from_utf8_lossy(&bytes).lines().zip(1..) {
            let place = || format!("{}:{number}", path.display());
            if line.contains(ABSENT) {
                wrong.push(place());
            }
            for section in cited(line) {
                if section.is_some_and(|section| specification.contains_key(section)) {
                    known += 1;
                } else {
                    wrong.push(place());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "no section is cited in {wrong:#?}");
    assert!(known > 3000, "only {known} citations are found");
}
