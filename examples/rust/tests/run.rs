//! The examples, run on the example data.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::process::{Command, Output};

/// An example, run in the folder of all examples.
fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn assess(form: &str) -> String {
    let form = format!("data/{form}.json");
    let arguments = [&form, "2026-02-10", "data/centres.json"];
    text(&run(env!("CARGO_BIN_EXE_assess"), &arguments))
}

#[test]
fn an_accepted_application_is_told_of_the_ready_day_and_its_notices() {
    let printed = assess("eligible");
    assert!(printed.starts_with("accepted\n"), "{printed}");
    // The card is ready on 3 March 2026, and can be picked up on the day after it.
    for expected in ["2026 жылғы 3 наурыз", "2026 жылғы 4 наурыз", "\nSMS: "]
    {
        assert!(printed.contains(expected), "{expected}: {printed}");
    }
}

#[test]
fn a_refusal_says_the_notice_of_the_service_first() {
    let printed = assess("too_early");
    assert!(printed.starts_with("refused\n"), "{printed}");
    let first = printed.lines().find(|line| line.starts_with("- "));
    assert_eq!(
        first,
        Some("- оформление не доступно, обратитесь в ЦОН"),
        "{printed}"
    );
}

#[test]
fn all_mistakes_of_a_form_are_told_at_once_with_their_places() {
    let printed = assess("six_mistakes");
    assert!(printed.starts_with("invalid\n"), "{printed}");
    for problem in [
        "IIN_CHECK_DIGIT at `/applicant/iin`",
        "POSTCODE_FORMAT at `/receiving/address/postcode`",
    ] {
        let told = printed.lines().any(|line| line.starts_with(problem));
        assert!(told, "{problem}: {printed}");
    }
}

#[test]
fn a_run_makes_up_for_missed_nights_and_counts_unusable_rows() {
    let remind = env!("CARGO_BIN_EXE_remind");
    let missed = ["data/cards.csv", "2025-12-12", "2025-12-09"];
    let printed = text(&run(remind, &missed));
    assert!(
        printed.ends_with("4 reminded, 2 rows unusable\n"),
        "{printed}"
    );
    assert!(printed.contains("012345601 expiry_reminder: "), "{printed}");
    let nightly = text(&run(remind, &missed[..2]));
    assert!(
        nightly.ends_with("1 reminded, 2 rows unusable\n"),
        "{nightly}"
    );
}

#[test]
fn without_arguments_the_examples_say_their_usage() {
    for program in [env!("CARGO_BIN_EXE_assess"), env!("CARGO_BIN_EXE_remind")] {
        let output = run(program, &[]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("usage: "), "{said}");
    }
}
