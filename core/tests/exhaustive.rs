//! Samples of what `make exhaustive` checks as a whole. The steps are primes, so that in time every
//! weekday and every digit is among them; boundaries have tests of their own.

#[path = "support/changing.rs"]
mod changing;
#[path = "support/exhaustive.rs"]
mod exhaustive;
#[path = "support/slow.rs"]
mod slow;

#[test]
fn spec_3_decisions_are_those_of_counting_days() {
    assert_eq!(exhaustive::eligibility(2, 61), 197_316);
}

#[test]
fn spec_2_changes_and_pauses_are_those_of_asking_day_by_day() {
    assert_eq!(exhaustive::changing_rules(1_000_000, 40), 8_000);
}

/// "What is said about days must come true."
#[test]
fn spec_3_said_days_come_true() {
    assert_eq!(exhaustive::said_days(2_000_000, 20), 4_000);
}

#[test]
fn spec_6_working_days_are_those_of_counting_them() {
    assert!(exhaustive::working_days(0, 61) > 10_000);
}

#[test]
fn spec_4_check_digits_are_those_of_adding_digits() {
    assert_eq!(exhaustive::iin_check_digits(0, 997), 10_031);
}

#[test]
fn spec_8_every_character_of_the_basic_plane_is_judged() {
    assert!(exhaustive::characters(0, 13) > 80_000);
}

#[test]
fn spec_3_days_are_those_of_counting_them() {
    assert_eq!(exhaustive::days(0, 61), 59_870);
}

#[test]
fn spec_3_windows_open_and_close_on_their_days() {
    assert_eq!(exhaustive::windows(0, 61), 8 * 6 * 201 * 12);
}

#[test]
fn spec_5_duties_are_whole_multiples_in_tiyn() {
    assert_eq!(exhaustive::duties(4324, 997), 6 * 200);
}
