//! Compares the library with the second implementation on whole input spaces: `make exhaustive`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    reason = "a test program has a clock and says what it did"
)]

#[path = "../../../tests/support/changing.rs"]
mod changing;
#[path = "../../../tests/support/exhaustive.rs"]
mod exhaustive;
#[path = "../../../tests/support/slow.rs"]
mod slow;

use std::time::Instant;

/// A comparison, and the function that counts its cases.
type Check = (&'static str, fn() -> u64);

fn main() {
    let checks: [Check; 9] = [
        ("eligibility", || exhaustive::eligibility(0, 1)),
        ("changing rules", || exhaustive::changing_rules(0, 2_000)),
        ("said days", || exhaustive::said_days(0, 1_000)),
        ("working days", || exhaustive::working_days(0, 1)),
        ("days", || exhaustive::days(0, 1)),
        ("windows", || exhaustive::windows(0, 1)),
        ("duties", || exhaustive::duties(0, 1)),
        ("IIN prefixes", || exhaustive::iin_check_digits(0, 1)),
        ("characters", || exhaustive::characters(0, 1)),
    ];
    for (name, check) in checks {
        let begun = Instant::now();
        let compared = check();
        println!("{name}: {compared} compared in {:.1?}", begun.elapsed());
    }
}
