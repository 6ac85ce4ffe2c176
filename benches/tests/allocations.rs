//! The allocations of the frequent questions.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::hint::black_box;

use allocation_counter::measure;
use qujat::feedback::FeedbackSummary;
use qujat::{Moment, Rulebook};
use qujat_benches::{Inputs, day};

/// Allocations of one call, after a first one.
fn allocations<T>(operation: impl Fn() -> T) -> u64 {
    drop(operation());
    let info = measure(|| drop(black_box(operation())));
    info.count_total
}

#[test]
fn an_allocation_is_counted() {
    assert_eq!(allocations(|| Box::new(black_box(7))), 1);
    assert_eq!(allocations(|| black_box(7)), 0);
}

/// Decisions of eligible cards, numbers and days need no memory.
#[test]
fn the_most_frequent_questions_allocate_nothing() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let (inputs, calendar) = (Inputs::read(), rules.calendar());
    let (today, later) = (inputs.today, day("2026-12-31"));
    let decision = rules.decide(&inputs.inquiry, today).unwrap();
    assert!(decision.is_eligible());
    assert_eq!(allocations(|| rules.decide(&inputs.inquiry, today)), 0);
    for iin in [inputs.iin, inputs.second_pass_iin] {
        assert_eq!(allocations(|| rules.parse_iin(iin, today).unwrap()), 0);
    }
    let iin = rules.parse_iin(inputs.iin, today).unwrap().iin;
    assert_eq!(allocations(|| rules.check_age(iin, today)), 0);
    assert_eq!(allocations(|| rules.parse_phone(inputs.phone, today)), 0);
    let expires_on = inputs.inquiry.expires_on;
    assert_eq!(
        allocations(|| rules.reminder(
            expires_on,
            None,
            qujat::notices::ReminderRun::nightly(today)
        )),
        0
    );
    assert_eq!(allocations(|| qujat::Day::parse("2026-02-10")), 0);
    assert_eq!(allocations(|| calendar.is_working_day(today)), 0);
    assert_eq!(allocations(|| calendar.add_working_days(today, 15)), 0);
    let between = || calendar.working_days_between(today, later);
    assert_eq!(allocations(between), 0);
    let moment = Moment::parse("2026-02-10T09:00:00Z").unwrap();
    assert_eq!(allocations(|| rules.civil_time(moment)), 0);
    let summary = FeedbackSummary::of_ratings(&[5, 4]).unwrap();
    assert_eq!(allocations(|| summary.merge(&summary)), 0);
}

/// Answers with reasons own their parameters; words among them are borrowed if the crate knows them.
#[test]
fn reasons_are_all_that_quotes_and_ready_dates_allocate() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let inputs = Inputs::read();
    // The parameters of `READY_ON`.
    assert_eq!(allocations(|| rules.ready_on(inputs.today, None)), 1);
    // The lines, and the parameters of `STATE_DUTY`.
    assert_eq!(allocations(|| rules.quote(&inputs.fee)), 2);
    // A second line with its own, and a warning.
    assert_eq!(allocations(|| rules.quote(&inputs.delivered_fee)), 12);
    // The list, and the parameters of its reasons.
    let refused = || rules.decide(&inputs.refused, inputs.today);
    assert_eq!(allocations(refused), 4);
    // The address.
    let email = || rules.parse_email(inputs.email, inputs.today);
    assert_eq!(allocations(email), 1);
}
