//! Reminders.

use super::*;
use crate::service::notice_kinds::NoticeKind;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn shipped() -> &'static Rulebook {
    Rulebook::edition("service-2025").unwrap()
}

/// The default edition with these sections instead of its own.
fn overlay(sections: &str) -> Rulebook {
    let text = format!(r#"{{"edition": "own", "extends": "service-2025", {sections}}}"#);
    Rulebook::load(text.as_bytes()).unwrap()
}

fn kinds(
    rules: &Rulebook,
    expires_on: &str,
    status: Option<CardStatus>,
    runs: &[(&str, &str)],
) -> Vec<Option<&'static str>> {
    let remind = |(last, on): &(&str, &str)| {
        let (last, on) = (day(last), day(on));
        let run = ReminderRun { last, on };
        let data = rules.reminder(day(expires_on), status, run).unwrap();
        data.map(|data| data.kind().as_str())
    };
    runs.iter().map(remind).collect()
}

#[test]
fn spec_8_the_plan_has_steps_before_on_and_after_the_expiry_date() {
    let runs = [
        ("2025-10-10", "2025-10-11"),
        ("2025-10-11", "2025-10-12"),
        ("2025-11-09", "2025-11-10"),
        ("2025-11-14", "2025-11-15"),
    ];
    let expected = [
        Some("expiry_reminder"),
        None,
        Some("expired_reminder"),
        Some("expired_reminder"),
    ];
    assert_eq!(kinds(shipped(), "2025-11-10", None, &runs), expected);
}

#[test]
fn spec_8_a_night_that_was_missed_loses_nobody() {
    let runs = [("2025-10-08", "2025-10-14"), ("2025-10-14", "2025-10-15")];
    let expected = [Some("expiry_reminder"), None];
    assert_eq!(kinds(shipped(), "2025-11-10", None, &runs), expected);
    // Of two steps that were missed the holder is reminded once, by the rules that hold today; and
    // never again when the job runs twice on a day.
    let runs = [("2025-10-01", "2025-11-12"), ("2025-11-12", "2025-11-12")];
    let expected = [Some("expired_reminder"), None];
    assert_eq!(kinds(shipped(), "2025-11-10", None, &runs), expected);
    // So late that the card can no longer be renewed online.
    let runs = [("2025-10-01", "2025-12-01")];
    assert_eq!(
        kinds(shipped(), "2025-11-10", None, &runs),
        [Some("centre_reminder")]
    );
}

#[test]
fn spec_8_outside_the_pilot_people_are_sent_to_a_centre() {
    let before = [("2025-05-26", "2025-05-27")];
    let after = [("2026-02-28", "2026-03-01")];
    let centre = [Some("centre_reminder")];
    assert_eq!(kinds(shipped(), "2025-06-26", None, &before), centre);
    assert_eq!(kinds(shipped(), "2026-03-31", None, &after), centre);
    let paused = overlay(
        r#""pilot": {"period": {"from": "2025-05-28", "until": "2025-10-01", "source": "order-389-253"},
            "again": {"from": "2025-11-01", "until": "2026-03-01", "source": "order-389-253"}}"#,
    );
    let pause = [("2025-10-10", "2025-10-11"), ("2025-11-09", "2025-11-10")];
    let expected = [Some("centre_reminder"), Some("expired_reminder")];
    assert_eq!(kinds(&paused, "2025-11-10", None, &pause), expected);
}

#[test]
fn spec_8_the_status_of_the_card_counts() {
    let of = |status| {
        kinds(
            shipped(),
            "2025-11-10",
            Some(status),
            &[("2025-10-10", "2025-10-11")],
        )
    };
    assert_eq!(of(CardStatus::Valid), [Some("expiry_reminder")]);
    assert_eq!(of(CardStatus::Lost), [Some("centre_reminder")]);
    assert_eq!(of(CardStatus::Revoked), [None]);
    assert_eq!(of(CardStatus::Replaced), [None]);
    let expired = kinds(
        shipped(),
        "2025-11-10",
        Some(CardStatus::Expired),
        &[("2025-11-14", "2025-11-15")],
    );
    assert_eq!(expired, [Some("expired_reminder")]);
}

/// A plan that begins earlier from 1 March reaches those whose new step was before that day.
#[test]
fn spec_2_nobody_is_lost_when_the_plan_changes() {
    let rules = overlay(
        r#""reminders": {
            "plan": {"until": "2026-02-01", "source": "order-389-253", "days": [-30], "made_up_days": 0},
            "earlier": {"from": "2026-02-01", "source": "order-389-253", "days": [-45], "made_up_days": 20}}"#,
    );
    let nightly = |expires_on: &str| {
        let expires_on = day(expires_on);
        let nights = (-60..=10).map(|days| expires_on.plus_days(days));
        let reminded = nights.filter(|on| {
            let run = ReminderRun::nightly(*on);
            rules.reminder(expires_on, None, run).unwrap().is_some()
        });
        reminded.map(|on| on.to_string()).collect::<Vec<_>>()
    };
    // Thirty days before falls on the last day of the old plan, and on the first of the new one.
    assert_eq!(nightly("2026-03-02"), ["2026-01-31"]);
    assert_eq!(nightly("2026-03-03"), ["2026-02-01"]);
    assert_eq!(nightly("2026-03-17"), ["2026-02-01"]);
    assert_eq!(nightly("2026-03-18"), ["2026-02-01"]);
    assert_eq!(nightly("2026-03-19"), ["2026-02-02"]);
}

#[test]
fn a_plan_that_is_none_is_rejected() {
    let found = |days: &str, made_up: &str| {
        let text = format!(
            r#"{{"edition": "own", "extends": "service-2025", "reminders": {{"plan":
                {{"source": "order-389-253", "days": {days}, "made_up_days": {made_up}}}}}}}"#
        );
        let error = Rulebook::load(text.as_bytes()).err()?;
        Some(error.first().pointer.clone())
    };
    let at_days = Some("/reminders/plan/days".to_owned());
    assert_eq!(found("[-30, 0, -30]", "0"), at_days);
    assert_eq!(found("[3651]", "0"), at_days);
    let twenty_one: Vec<i32> = (0..21).collect();
    assert_eq!(found(&format!("{twenty_one:?}"), "0"), at_days);
    assert_eq!(
        found("[]", "3651").as_deref(),
        Some("/reminders/plan/made_up_days")
    );
    assert_eq!(found("[-3650, 3650]", "3650"), None);
}

proptest! {
    /// Runs of any length, one after the other, remind of the steps of every card: each of the last
    /// one in a run, and of no step twice.
    #[test]
    fn runs_one_after_the_other_see_every_step_once(
        expires in 20_200i32..20_700,
        lengths in proptest::collection::vec(0i32..40, 1..20),
    ) {
        let expires_on = Day::from_epoch_days(expires).unwrap();
        let mut last = Day::from_epoch_days(expires - 60).unwrap();
        for length in lengths {
            let on = last.plus_days(length);
            let data = shipped().reminder(expires_on, None, ReminderRun { last, on }).unwrap();
            let has_step = [-30, 0, 5].iter().any(|days| {
                let step = expires + days;
                last.epoch_days() < step && step <= on.epoch_days()
            });
            prop_assert_eq!(data.is_some(), has_step);
            if let Some(NoticeData::ExpiryReminder { days_left, last_day, .. }) = data {
                prop_assert_eq!(i64::from(days_left), i64::from(on.days_until(expires_on)));
                let decided = |on| shipped().decide(&Inquiry::renewal(expires_on), on).unwrap();
                prop_assert!(decided(last_day).is_eligible());
                prop_assert!(!decided(last_day.plus_days(1)).is_eligible());
            } else if let Some(data) = data {
                prop_assert!(data.kind() == NoticeKind::CentreReminder || on >= expires_on);
            }
            last = on;
        }
    }
}
