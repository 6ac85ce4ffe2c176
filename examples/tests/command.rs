//! The `qujat` command on the example data: exit codes, and what a person and a program see.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::path::Path;
use std::process::{Command, Output};

fn qujat(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qujat"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn assess(name: &str, more: &[&str]) -> Output {
    let file = format!("data/{name}.json");
    let mut arguments = vec!["assess", &file, "--on", "2026-02-10"];
    arguments.extend(more);
    qujat(&arguments)
}

#[test]
fn an_eligible_applicant_is_accepted_and_files_are_written() {
    let folder = std::env::temp_dir().join(format!("qujat-{}", std::process::id()));
    let out = folder.to_str().unwrap();
    let output = assess(
        "eligible",
        &["--centres", "data/centres.json", "--out", out],
    );
    assert_eq!(output.status.code(), Some(0));
    let event = std::fs::read_to_string(folder.join("pickup.ics")).unwrap();
    assert!(event.starts_with("BEGIN:VCALENDAR\r\n"));
    // 09:00 in Kazakhstan is 04:00 UTC.
    assert!(event.contains("DTSTART:20260303T040000Z"), "{event}");
    assert!(folder.join("received.kk.email.html").is_file());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn refusals_show_the_verbatim_notice_and_exit_with_1() {
    for name in ["too_early", "too_late", "lost"] {
        let output = assess(name, &["--lang", "ru"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(
            text(&output).contains("оформление не доступно, обратитесь в ЦОН"),
            "{name}"
        );
    }
}

#[test]
fn amounts_are_shown_as_the_language_writes_them() {
    for (language, total) in [
        ("kk", "Барлығы: 1500,00 теңге"),
        ("ru", "Итого: 1500,00 тенге"),
        ("en", "Total: 1500.00 tenge"),
    ] {
        let shown = text(&assess("delivery", &["--lang", language]));
        assert!(shown.contains(total), "{shown}");
    }
}

#[test]
fn six_mistakes_are_six_problems() {
    let output = assess("six_mistakes", &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = answer["problems"].as_array().unwrap();
    let errors = problems
        .iter()
        .filter(|problem| problem["severity"] == "error");
    assert_eq!(errors.count(), 6);
    assert_eq!(answer["outcome"], "invalid");
}

#[test]
fn unreadable_input_and_bad_usage_exit_with_2_and_name_the_file() {
    let output = qujat(&["assess", "data/nobody.json", "--on", "2026-02-10"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("data/nobody.json")
    );
    assert_eq!(qujat(&["assess"]).status.code(), Some(2));
    assert_eq!(
        assess("eligible", &["--edition", "2024"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_rulebook_is_compared_with_the_shipped_one() {
    let output = qujat(&["rulebook", "rulebooks/extended-example.json"]);
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output);
    assert!(
        shown.contains("~ /pilot/period/until  \"2026-03-01\" → \"2030-01-01\""),
        "{shown}"
    );
}

#[test]
fn a_bad_rulebook_is_refused_with_every_place() {
    let output = qujat(&["rulebook", "data/eligible.json"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output);
    assert!(shown.contains("/applicant  UNKNOWN_FIELD"), "{shown}");
    assert!(shown.contains("/edition  MISSING_FIELD"), "{shown}");
}

#[test]
fn screening_finds_whose_window_opens_and_counts_bad_rows() {
    // 2025-12-10 is 30 days before 2026-01-09.
    let arguments = [
        "screen",
        "data/cards.csv",
        "--on",
        "2025-12-10",
        "--out",
        "-",
    ];
    let output = qujat(&arguments);
    assert_eq!(output.status.code(), Some(1), "two rows are bad");
    let lines = text(&output);
    let numbers: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|notice| notice["number"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(numbers, ["012345601", "012345604"]);
    let summary = String::from_utf8(output.stderr).unwrap();
    assert!(summary.contains("line 6: DATE_INVALID"), "{summary}");
    assert!(summary.contains("line 8: UNKNOWN_VALUE"), "{summary}");
}

#[test]
fn nobody_is_reminded_when_the_pilot_is_over() {
    let output = qujat(&["screen", "data/cards.csv", "--on", "2026-11-22"]);
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("reminders  0")
    );
}
