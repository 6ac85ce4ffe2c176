//! Decisions.

use super::*;
use crate::rulebook::Rulebook;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn rules(edition: &str) -> &'static Rulebook {
    Rulebook::edition(edition).unwrap()
}

fn codes(decision: &Decision) -> Vec<&'static str> {
    decision
        .reasons()
        .iter()
        .map(|reason| reason.code.as_str())
        .collect()
}

fn ask(expires_on: &str, today: &str) -> Decision {
    rules("service-2025")
        .decide(&Inquiry::renewal(day(expires_on)), day(today))
        .unwrap()
}

#[test]
fn spec_3_known_answer_expiry_2025_11_10() {
    let range = Some(DayRange {
        first: day("2025-10-11"),
        last: day("2025-11-20"),
    });
    assert_eq!(codes(&ask("2025-11-10", "2025-10-10")), ["TOO_EARLY"]);
    assert_eq!(codes(&ask("2025-11-10", "2025-10-11")), ["ELIGIBLE"]);
    assert_eq!(codes(&ask("2025-11-10", "2025-11-20")), ["ELIGIBLE"]);
    assert_eq!(codes(&ask("2025-11-10", "2025-11-21")), ["TOO_LATE"]);
    assert_eq!(ask("2025-11-10", "2025-10-10").online(), range);
    assert_eq!(ask("2025-11-10", "2025-11-20").online(), range);
}

#[test]
fn spec_3_known_answer_window_is_clipped_to_the_pilot() {
    let decision = ask("2026-03-15", "2026-02-13");
    assert!(decision.is_eligible());
    let range = DayRange {
        first: day("2026-02-13"),
        last: day("2026-02-28"),
    };
    assert_eq!(decision.online(), Some(range));
    assert_eq!(codes(&ask("2026-03-15", "2026-03-01")), ["PILOT_ENDED"]);
}

#[test]
fn spec_3_known_answer_window_after_the_pilot_is_never() {
    let decision = ask("2026-04-01", "2026-02-20");
    assert_eq!(decision.online(), None);
    assert_eq!(codes(&decision), ["NEVER_ONLINE"]);
}

#[test]
fn spec_3_all_failing_checks_are_reported_in_order() {
    let inquiry = Inquiry {
        document: DocumentKind::Passport,
        ground: Ground::Loss,
        expires_on: day("2030-01-01"),
        status: Some(CardStatus::Revoked),
        is_holder: Some(false),
    };
    let decision = rules("service-2025")
        .decide(&inquiry, day("2026-03-01"))
        .unwrap();
    let expected = [
        "DOCUMENT_NOT_ONLINE",
        "GROUND_NOT_ONLINE",
        "PILOT_ENDED",
        "NEVER_ONLINE",
        "CARD_NOT_VALID",
        "NOT_HOLDER",
    ];
    assert_eq!(codes(&decision), expected);
    assert!(
        decision
            .reasons()
            .iter()
            .all(|reason| reason.source.is_some())
    );
}

#[test]
fn spec_2_the_order_as_adopted_runs_through_31_march_2026() {
    let inquiry = Inquiry::renewal(day("2026-04-01"));
    let order = rules("order-389-253");
    assert!(
        order
            .decide(&inquiry, day("2026-03-31"))
            .unwrap()
            .is_eligible()
    );
    let after = order.decide(&inquiry, day("2026-04-01")).unwrap();
    assert_eq!(codes(&after), ["PILOT_ENDED"]);
    assert_eq!(after.edition().as_str(), "order-389-253");
}

#[test]
fn spec_3_the_pilot_starts_on_28_may_2025() {
    assert_eq!(
        codes(&ask("2025-05-28", "2025-05-27")),
        ["PILOT_NOT_STARTED"]
    );
    assert_eq!(codes(&ask("2025-05-28", "2025-05-28")), ["ELIGIBLE"]);
}

/// The default edition with these sections instead of its own.
fn overlay(sections: &str) -> Rulebook {
    let text = format!(r#"{{"edition": "own", "extends": "service-2025", {sections}}}"#);
    Rulebook::load(text.as_bytes()).unwrap()
}

fn range(first: &str, last: &str) -> Option<DayRange> {
    DayRange::new(day(first), day(last))
}

fn texts(rules: &Rulebook, decision: &Decision) -> Vec<String> {
    let language = crate::Language::En;
    let reasons = decision.reasons();
    reasons
        .iter()
        .map(|reason| rules.text(reason, language))
        .collect()
}

/// SPEC 2: the pilot may pause; each decision says which period it means, and when the next one begins.
#[test]
fn spec_2_a_pilot_pauses_and_goes_on() {
    let rules = overlay(
        r#""pilot": {"period": {"from": "2025-05-28", "until": "2026-02-11", "source": "service-description"},
            "again": {"from": "2026-02-20", "until": "2026-03-01", "source": "order-389-253"}}"#,
    );
    assert_eq!(rules.pilot().len(), 2);
    let ask = |expires_on: &str, today: &str| {
        let inquiry = Inquiry::renewal(day(expires_on));
        rules.decide(&inquiry, day(today)).unwrap()
    };
    let before = ask("2026-02-25", "2026-02-10");
    assert_eq!(codes(&before), ["ELIGIBLE", "ONLINE_AGAIN"]);
    assert_eq!(before.online(), range("2026-01-26", "2026-02-10"));
    assert_eq!(before.again(), range("2026-02-20", "2026-02-28"));
    let pause = ask("2026-02-25", "2026-02-11");
    assert_eq!(codes(&pause), ["PILOT_PAUSED"]);
    assert_eq!(
        (pause.online(), pause.again()),
        (range("2026-02-20", "2026-02-28"), None)
    );
    assert_eq!(pause.reasons()[0].source.unwrap().as_str(), "order-389-253");
    assert_eq!(
        texts(&rules, &pause)[0],
        "The pilot of online renewal pauses: its last day before the pause was 10 February 2026, and it goes on from \
         20 February 2026. Until then, please contact a Public Service Centre."
    );
    // Its window closes in the pause.
    let missed = ask("2026-02-05", "2026-02-11");
    assert_eq!(codes(&missed), ["PILOT_PAUSED", "NEVER_ONLINE"]);
    assert_eq!(missed.online(), range("2026-01-06", "2026-02-10"));
    assert_eq!(
        codes(&ask("2026-03-25", "2026-02-11")),
        ["PILOT_PAUSED", "TOO_EARLY"]
    );
    assert_eq!(codes(&ask("2026-03-25", "2026-02-25")), ["ELIGIBLE"]);
    assert_eq!(codes(&ask("2026-03-25", "2026-03-01")), ["PILOT_ENDED"]);
    // Entries that follow each other are one period.
    let whole = overlay(
        r#""pilot": {"period": {"from": "2025-05-28", "until": "2026-02-11", "source": "service-description"},
            "again": {"from": "2026-02-11", "until": "2026-03-01", "source": "order-389-253"}}"#,
    );
    assert_eq!(
        whole.pilot(),
        Rulebook::edition("service-2025").unwrap().pilot()
    );
}

/// SPEC 2: a window that widens on 1 February is known in January.
#[test]
fn spec_2_changes_of_the_window_are_seen_ahead() {
    let rules = overlay(
        r#""window": {
            "expiry": {"until": "2026-02-01", "source": "order-389-253", "opens_days_before": 30, "closes_days_after": 10},
            "wider": {"from": "2026-02-01", "source": "order-389-253", "opens_days_before": 45, "closes_days_after": 20}}"#,
    );
    let ask = |expires_on: &str, today: &str| {
        let inquiry = Inquiry::renewal(day(expires_on));
        rules.decide(&inquiry, day(today)).unwrap()
    };
    // Thirty days before would be 13 February.
    let early = ask("2026-03-15", "2026-01-25");
    assert_eq!(codes(&early), ["TOO_EARLY"]);
    assert_eq!(early.online(), range("2026-02-01", "2026-02-28"));
    assert_eq!(
        texts(&rules, &early),
        ["It is too early to apply: the identity card can be renewed online from 1 February 2026."]
    );
    // Expired on 15 January, and renewable again when the window grows.
    let late = ask("2026-01-15", "2026-01-30");
    assert_eq!(codes(&late), ["TOO_EARLY"]);
    assert_eq!(late.days_left(), -15);
    assert_eq!(late.online(), range("2026-02-01", "2026-02-04"));
    let open = ask("2026-01-15", "2026-01-20");
    assert_eq!(open.online(), range("2025-12-16", "2026-01-25"));
    assert_eq!(open.again(), range("2026-02-01", "2026-02-04"));
}

/// SPEC 3: a card that is refused for its document, ground, status or holder has no online days, and no
/// day is named.
#[test]
fn spec_3_a_card_that_is_refused_for_itself_has_no_online_days() {
    let renewal = Inquiry::renewal(day("2025-11-10"));
    let (document, ground) = (DocumentKind::Passport, Ground::Loss);
    let (status, is_holder) = (Some(CardStatus::Lost), Some(false));
    let refused = [
        Inquiry {
            document,
            ..renewal
        },
        Inquiry { ground, ..renewal },
        Inquiry { status, ..renewal },
        Inquiry {
            is_holder,
            ..renewal
        },
    ];
    for inquiry in refused {
        for (today, code) in [
            ("2025-09-01", Some("NEVER_ONLINE")),
            ("2025-11-10", None),
            ("2025-11-30", Some("LONG_EXPIRED")),
        ] {
            let decision = rules("service-2025").decide(&inquiry, day(today)).unwrap();
            assert_eq!((decision.online(), decision.again()), (None, None));
            let codes = codes(&decision);
            assert_eq!(codes.len(), 1 + usize::from(code.is_some()), "{codes:?}");
            assert!(code.is_none_or(|code| codes.contains(&code)), "{codes:?}");
        }
    }
}

/// SPEC 2: changes are seen ahead: passports are served from 1 February.
#[test]
fn spec_2_changes_of_the_services_are_seen_ahead() {
    let rules = overlay(
        r#""online": {
            "service": {"until": "2026-02-01", "source": "order-389-253", "documents": ["identity_card"], "grounds": ["expiry"]},
            "more": {"from": "2026-02-01", "source": "order-389-253", "documents": ["passport"], "grounds": ["expiry"]}}"#,
    );
    let card = Inquiry::renewal(day("2026-02-05"));
    let passport = Inquiry {
        document: DocumentKind::Passport,
        ..card
    };
    let ask = |inquiry: &Inquiry, today: &str| rules.decide(inquiry, day(today)).unwrap();
    let before = ask(&passport, "2026-01-20");
    assert_eq!(codes(&before), ["DOCUMENT_NOT_ONLINE"]);
    assert_eq!(before.online(), range("2026-02-01", "2026-02-15"));
    assert_eq!(
        codes(&ask(&passport, "2026-01-01")),
        ["DOCUMENT_NOT_ONLINE", "TOO_EARLY"]
    );
    assert_eq!(
        ask(&card, "2026-01-20").online(),
        range("2026-01-06", "2026-01-31")
    );
    let after = ask(&card, "2026-02-01");
    assert_eq!(
        (codes(&after), after.online()),
        (vec!["DOCUMENT_NOT_ONLINE"], None)
    );
}

#[test]
fn spec_3_a_pilot_that_begins_too_late_for_a_card_does_not_make_it_wait() {
    let decision = ask("2025-05-10", "2025-05-15");
    assert_eq!(codes(&decision), ["PILOT_NOT_STARTED", "NEVER_ONLINE"]);
    assert_eq!(codes(&ask("2025-05-10", "2025-05-28")), ["LONG_EXPIRED"]);
}

/// SPEC 3: one day is said as "only on 31 March 2026", in every language.
#[test]
fn spec_3_a_single_day_is_said_as_one() {
    let order = rules("order-389-253");
    let inquiry = Inquiry::renewal(day("2026-04-30"));
    let decision = order.decide(&inquiry, day("2026-03-31")).unwrap();
    assert_eq!(decision.online(), range("2026-03-31", "2026-03-31"));
    let reason = &decision.reasons()[0];
    let said = crate::Language::ALL
        .iter()
        .map(|language| order.text(reason, *language));
    let expected = [
        "Өтініш тек 2026 жылғы 31 наурыз күні қабылданады.",
        "Заявление принимается только 31 марта 2026 года.",
        "You can apply only on 31 March 2026.",
    ];
    for (said, expected) in said.zip(expected) {
        assert!(said.ends_with(expected), "{said}");
    }
}

proptest! {
    #[test]
    fn eligible_exactly_inside_the_online_days(expires in 20_000i32..21_000, today in 20_000i32..21_000) {
        let (expires, today) = (
            Day::from_epoch_days(expires).unwrap(),
            Day::from_epoch_days(today).unwrap(),
        );
        let decision = rules("service-2025").decide(&Inquiry::renewal(expires), today).unwrap();
        let inside = decision.online().is_some_and(|online| online.contains(today));
        prop_assert_eq!(decision.is_eligible(), inside);
    }

    #[test]
    fn the_window_moves_with_the_expiry_date(expires in 20_240i32..20_500, today in 20_300i32..20_500) {
        // Monotonic: once refused as too late, a day later is still too late; a later expiry
        // date never turns «too early» into «too late».
        let at = |expires: i32, today: i32| codes(&rules("service-2025").decide(
            &Inquiry::renewal(Day::from_epoch_days(expires).unwrap()),
            Day::from_epoch_days(today).unwrap(),
        ).unwrap());
        for code in ["TOO_LATE", "LONG_EXPIRED"] {
            if at(expires, today).contains(&code) {
                prop_assert!(at(expires, today + 1).contains(&code));
            }
        }
        if at(expires, today).contains(&"TOO_EARLY") {
            let later = at(expires + 1, today);
            prop_assert!(later.contains(&"TOO_EARLY") || later.contains(&"NEVER_ONLINE"));
        }
    }

    #[test]
    fn no_day_panics(expires in Day::MIN.epoch_days()..=Day::MAX.epoch_days(), today in Day::MIN.epoch_days()..=Day::MAX.epoch_days()) {
        let inquiry = Inquiry::renewal(Day::from_epoch_days(expires).unwrap());
        let _ = rules("service-2025").decide(&inquiry, Day::from_epoch_days(today).unwrap());
    }
}
