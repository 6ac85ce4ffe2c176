//! The tools, run as programs.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test reads and writes files, and may panic"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use qujat::Code;
use serde_json::Value;

/// A program with some input.
fn run(program: &str, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A new folder of one test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("qujat-tools-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A line for a line, with fields in the order of their names and without those that are absent.
#[test]
fn answer_answers_each_line_in_the_canonical_form() {
    let answer = env!("CARGO_BIN_EXE_answer");
    let questions = concat!(
        r#"{"operation": "iin", "input": {"text": "900101300007"}}"#,
        "\n",
        r#"{"operation": "iin", "input": {"text": "900101300008"}}"#,
        "\n",
    );
    let answers = text(&run(answer, &[], questions));
    let lines: Vec<&str> = answers.lines().collect();
    assert_eq!(lines.len(), 2, "{answers}");
    assert!(lines[0].starts_with(r#"{"expect":{"#), "{answers}");
    assert!(!answers.contains("null"), "{answers}");
    assert_eq!(lines[1], r#"{"error":["IIN_CHECK_DIGIT"]}"#);
}

#[test]
fn answer_fails_where_a_line_is_no_case() {
    let output = run(env!("CARGO_BIN_EXE_answer"), &[], "{}\n");
    assert!(!output.status.success(), "{output:?}");
    let output = run(env!("CARGO_BIN_EXE_answer"), &[], "no JSON\n");
    assert!(!output.status.success(), "{output:?}");
}

#[test]
fn every_code_has_its_heading_in_errors_doc() {
    let document = text(&run(env!("CARGO_BIN_EXE_errors_doc"), &[], ""));
    for code in Code::ALL {
        let heading = format!("\n### {code}\n");
        assert_eq!(document.matches(&heading).count(), 1, "{code}");
    }
}

#[test]
fn rulebook_schema_is_a_schema_of_objects() {
    let schema = text(&run(env!("CARGO_BIN_EXE_rulebook_schema"), &[], ""));
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["type"], "object");
    assert!(schema["properties"].as_object().is_some());
}

/// A program that finds mistakes has to fail: on fewer files than there should be, and on no
/// arguments.
#[test]
fn images_fails_where_files_are_missing() {
    let images = env!("CARGO_BIN_EXE_images");
    let folder = folder("images");
    let file = folder.join("no-picture.png");
    std::fs::write(file, b"no picture").unwrap();
    let folder = folder.to_str().unwrap();
    let found = text(&run(images, &["check", "1", folder], ""));
    assert!(found.contains("no-picture.png: "), "{found}");
    let output = run(images, &["check", "2", folder], "");
    assert_eq!(output.status.code(), Some(1));
    let output = run(images, &[], "");
    assert_eq!(output.status.code(), Some(1));
    std::fs::remove_dir_all(folder).unwrap();
}
