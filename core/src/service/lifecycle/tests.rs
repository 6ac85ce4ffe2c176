use std::collections::BTreeMap;

use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::id::CentreId;
use crate::foundation::moment::Moment;
use crate::foundation::problem::{Alone, Error, Reason};
use crate::foundation::tenge::Tenge;
use crate::service::notice_kinds::NoticeKind;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The table 'Lifecycle' of core/vectors/README.md: state before, event, kind of application
/// (receiving, and the amount due or not; `*` for any), state after, notices.
const README: &[(&str, &str, &str, &str, &str)] = &[
    ("nothing", "filed", "* free", "filed", "received"),
    (
        "nothing",
        "filed",
        "* due",
        "awaiting_payment",
        "received payment_due",
    ),
    ("awaiting_payment", "paid", "* *", "filed", ""),
    ("filed", "registered", "* *", "registered", "registered"),
    ("registered", "review_started", "* *", "under_review", ""),
    (
        "under_review",
        "approved",
        "* *",
        "in_production",
        "in_production",
    ),
    ("under_review", "annulled", "* *", "annulled", "annulled"),
    (
        "in_production",
        "ready_for_pickup",
        "pickup *",
        "ready_for_pickup",
        "ready",
    ),
    (
        "in_production",
        "handed_to_courier",
        "delivery *",
        "with_courier",
        "with_courier",
    ),
    (
        "with_courier",
        "delivered",
        "* *",
        "issued",
        "delivered feedback_invitation",
    ),
    (
        "with_courier",
        "delivery_failed",
        "* *",
        "ready_for_pickup",
        "delivery_failed",
    ),
    (
        "ready_for_pickup",
        "issued",
        "* *",
        "issued",
        "feedback_invitation",
    ),
    ("filed", "withdrawn", "* *", "withdrawn", "withdrawn"),
    (
        "awaiting_payment",
        "withdrawn",
        "* *",
        "withdrawn",
        "withdrawn",
    ),
    ("registered", "withdrawn", "* *", "withdrawn", "withdrawn"),
    ("under_review", "withdrawn", "* *", "withdrawn", "withdrawn"),
];

fn tenge(text: &str) -> Tenge {
    Tenge::parse(text).unwrap()
}

fn moment(minute: u32) -> Moment {
    Moment::parse(&format!(
        "2026-02-10T{:02}:{:02}:00Z",
        minute / 60,
        minute % 60
    ))
    .unwrap()
}

/// The data of a filing.
#[derive(Clone, Copy, Debug)]
struct Filing {
    receiving: Receiving,
    due: &'static str,
}

const FILINGS: [Filing; 4] = [
    Filing {
        receiving: Receiving::Pickup,
        due: "0",
    },
    Filing {
        receiving: Receiving::Pickup,
        due: "786.40",
    },
    Filing {
        receiving: Receiving::Delivery,
        due: "0",
    },
    Filing {
        receiving: Receiving::Delivery,
        due: "786.40",
    },
];

impl Filing {
    fn matches(self, condition: &str) -> bool {
        let (receiving, due) = condition.split_once(' ').unwrap();
        let free = if self.due == "0" { "free" } else { "due" };
        (receiving == "*" || receiving == self.receiving.as_str()) && (due == "*" || due == free)
    }

    fn action(self, kind: ActionKind) -> Action {
        let centre = CentreId::parse("almaty-1").unwrap();
        match kind {
            ActionKind::Filed => Action::Filed {
                receiving: self.receiving,
                due: tenge(self.due),
                channel: None,
                identification: None,
            },
            ActionKind::Paid => Action::Paid {
                amount: tenge(self.due),
            },
            ActionKind::Registered => Action::Registered {
                ticket: "QJ-17".into(),
            },
            ActionKind::ReviewStarted => Action::ReviewStarted {},
            ActionKind::Approved => Action::Approved {},
            ActionKind::Annulled => Action::Annulled {
                reasons: vec![AnnulmentReason::Photo],
            },
            ActionKind::ReadyForPickup => Action::ReadyForPickup { centre },
            ActionKind::HandedToCourier => Action::HandedToCourier {},
            ActionKind::Delivered => Action::Delivered {},
            ActionKind::DeliveryFailed => Action::DeliveryFailed { centre },
            ActionKind::Issued => Action::Issued {},
            ActionKind::Withdrawn => Action::Withdrawn {},
        }
    }
}

fn event(id: &str, minute: u32, action: Action) -> Event {
    Event {
        id: id.into(),
        at: moment(minute),
        action,
    }
}

fn word(state: Option<State>) -> &'static str {
    state.map_or("nothing", State::as_str)
}

/// An application of this filing in each state it can reach by the table above.
fn reachable(filing: Filing) -> BTreeMap<&'static str, Vec<Event>> {
    let mut found = BTreeMap::from([("nothing", Vec::new())]);
    let mut open = vec!["nothing"];
    while let Some(state) = open.pop() {
        let rows = README
            .iter()
            .filter(|row| row.0 == state && filing.matches(row.2));
        for (_, kind, _, to, _) in rows {
            if !found.contains_key(to) {
                let mut events: Vec<Event> = found[state].clone();
                let minute = u32::try_from(events.len()).unwrap();
                let action = filing.action(ActionKind::parse(kind).unwrap());
                events.push(event(kind, minute, action));
                found.insert(to, events);
                open.push(to);
            }
        }
    }
    found
}

#[test]
fn every_row_of_the_table_is_followed_and_everything_else_is_refused() {
    let mut rows_seen = std::collections::BTreeSet::new();
    for filing in FILINGS {
        for (state, events) in reachable(filing) {
            for kind in ActionKind::ALL {
                let mut application = Application::replay(&events).unwrap();
                assert_eq!(word(application.state()), state);
                let before = application.clone();
                let next = event("next", 60, filing.action(*kind));
                let row = README.iter().enumerate().find(|(_, row)| {
                    row.0 == state && row.1 == kind.as_str() && filing.matches(row.2)
                });
                match (application.apply(&next), row) {
                    (Ok(applied), Some((index, row))) => {
                        rows_seen.insert(index);
                        let notices: Vec<&str> =
                            applied.notices.iter().map(|kind| kind.as_str()).collect();
                        assert_eq!(applied.state.as_str(), row.3, "{row:?}");
                        assert_eq!(notices.join(" "), row.4, "{row:?}");
                        assert!(applied.changed);
                        assert_eq!(application.state(), Some(applied.state));
                    }
                    (Err(reason), None) => {
                        let params = serde_json::to_value(&reason.first().params).unwrap();
                        assert_eq!(reason.code(), Code::EventNotAllowed);
                        let expected = json!({"event": kind.as_str(), "state": state});
                        assert_eq!(params, expected);
                        assert_eq!(application, before);
                    }
                    (found, row) => panic!("{filing:?} {state} {kind}: {found:?}, not {row:?}"),
                }
            }
        }
    }
    assert_eq!(rows_seen.len(), README.len());
}

#[test]
fn permitted_lists_what_apply_accepts() {
    for filing in FILINGS {
        for (state, events) in reachable(filing) {
            let application = Application::replay(&events).unwrap();
            let accepted: Vec<ActionKind> = ActionKind::ALL
                .iter()
                .copied()
                .filter(|kind| {
                    let next = event("next", 60, filing.action(*kind));
                    application.clone().apply(&next).is_ok()
                })
                .collect();
            let mut permitted = application.permitted();
            permitted.sort_unstable();
            assert_eq!(permitted, accepted, "{state}");
        }
    }
}

#[test]
fn the_ends_are_issued_annulled_and_withdrawn() {
    let ends: Vec<&str> = State::ALL
        .iter()
        .filter(|state| state.is_end())
        .map(|state| state.as_str())
        .collect();
    assert_eq!(ends, ["issued", "annulled", "withdrawn"]);
}

/// Reads and applies the events of a vector; the answer in the form of core/vectors/README.md.
fn run(events: &Value) -> Result<Value, Error> {
    let history = History::from_json(json!({ "events": events }).to_string().as_bytes())?;
    Application::replay(&history.events)?;
    let mut application = Application::new();
    let (mut applied, mut notices) = (0, Vec::new());
    for event in &history.events {
        let done = application.apply(event)?;
        applied += u32::from(done.changed);
        notices.extend(done.notices);
    }
    Ok(json!({"state": application.state(), "applied": applied, "notices": notices}))
}

fn refused(events: &Value) -> Vec<String> {
    let error = run(events).unwrap_err();
    error
        .problems()
        .map(|problem| format!("{} {}", problem.code, problem.pointer))
        .collect()
}

fn filed() -> Value {
    json!({"id": "1", "at": "2026-02-10T09:00:00+05:00", "event": "filed",
           "receiving": "pickup", "due": "0.00"})
}

#[test]
fn a_life_from_filing_to_pickup() {
    let answer = run(&json!([
        {"id": "1", "at": "2026-02-10T09:00:00+05:00", "event": "filed", "receiving": "pickup",
         "due": "786.40", "channel": "mobile_app",
         "identification": {"kind": "sms_code", "reference": "ref-9"}},
        {"id": "2", "at": "2026-02-10T09:00:00+05:00", "event": "paid", "amount": "786.4"},
        {"id": "3", "at": "2026-02-10T10:00:00+05:00", "event": "registered", "ticket": "QJ-17"},
        {"id": "4", "at": "2026-02-11T10:00:00+05:00", "event": "review_started"},
        {"id": "5", "at": "2026-02-12T10:00:00+05:00", "event": "approved"},
        {"id": "6", "at": "2026-03-03T10:00:00+05:00", "event": "ready_for_pickup",
         "centre": "almaty-1"},
        {"id": "7", "at": "2026-03-04T10:00:00+05:00", "event": "issued"}
    ]));
    let expected = json!({
        "state": "issued", "applied": 7,
        "notices": ["received", "payment_due", "registered", "in_production", "ready",
                    "feedback_invitation"]
    });
    assert_eq!(answer.unwrap(), expected);
}

#[test]
fn what_was_agreed_at_the_filing_is_known_from_then_on() {
    assert_eq!(Application::new().receiving(), None);
    assert_eq!(Application::new().due(), None);
    for filing in FILINGS {
        for events in reachable(filing).into_values().filter(|e| !e.is_empty()) {
            let application = Application::replay(&events).unwrap();
            assert_eq!(application.receiving(), Some(filing.receiving));
            assert_eq!(application.due(), Some(tenge(filing.due)));
        }
    }
}

#[test]
fn a_failed_delivery_returns_the_card_to_a_centre() {
    let filing = FILINGS[2];
    let mut events = reachable(filing)["with_courier"].clone();
    events.push(event("back", 70, filing.action(ActionKind::DeliveryFailed)));
    let application = Application::replay(&events).unwrap();
    assert_eq!(application.state(), Some(State::ReadyForPickup));
    assert_eq!(application.centre().unwrap().as_str(), "almaty-1");
    assert_eq!(application.permitted(), [ActionKind::Issued]);
    assert_eq!(application.ticket(), Some("QJ-17"));
}

#[test]
fn after_annulment_a_new_application_is_needed() {
    let application = Application::replay(&reachable(FILINGS[1])["annulled"]).unwrap();
    assert_eq!(application.permitted(), []);
    let filing = event("again", 60, FILINGS[1].action(ActionKind::Filed));
    let reason = application.clone().apply(&filing).unwrap_err();
    assert_eq!(reason.code(), Code::EventNotAllowed);
    // The new application awaits the same duty again.
    let anew = Application::replay(&[filing]).unwrap();
    assert_eq!(anew.state(), Some(State::AwaitingPayment));
    assert_eq!(anew.due(), Some(tenge("786.40")));
}

#[test]
fn the_same_event_twice_changes_nothing_wherever_it_stands() {
    for filing in FILINGS {
        for (state, events) in reachable(filing) {
            let application = Application::replay(&events).unwrap();
            for event in &events {
                let mut again = application.clone();
                let applied = again.apply(event).unwrap();
                let expected = EventOutcome {
                    state: State::parse(state).unwrap(),
                    notices: vec![],
                    changed: false,
                };
                assert_eq!(applied, expected);
                assert_eq!(again, application);
            }
        }
    }
}

#[test]
fn equal_instants_and_amounts_are_the_same_content() {
    let mut written_otherwise = filed();
    written_otherwise["at"] = json!("2026-02-10T04:00:00.000Z");
    written_otherwise["due"] = json!("0");
    let answer = run(&json!([filed(), written_otherwise])).unwrap();
    assert_eq!(answer["applied"], 1);
}

#[test]
fn the_same_id_with_other_content_is_refused() {
    for (field, value) in [
        ("at", json!("2026-02-10T09:00:01+05:00")),
        ("receiving", json!("delivery")),
        ("due", json!("1")),
        ("channel", json!("portal")),
    ] {
        let mut other = filed();
        other[field] = value;
        assert_eq!(
            refused(&json!([filed(), other])),
            ["EVENT_ID_REUSED /events/1"]
        );
    }
}

#[test]
fn time_never_goes_back_but_may_stand_still() {
    let withdrawn = |at: &str| json!({"id": "2", "at": at, "event": "withdrawn"});
    let early = refused(&json!([
        filed(),
        withdrawn("2026-02-10T03:59:59.999999999Z")
    ]));
    assert_eq!(early, ["EVENT_OUT_OF_ORDER /events/1"]);
    assert!(run(&json!([filed(), withdrawn("2026-02-10T04:00:00Z")])).is_ok());
}

#[test]
fn another_amount_than_the_one_due_is_refused() {
    let mut due = filed();
    due["due"] = json!("786.40");
    let paid = |amount: &str| json!({"id": "2", "at": "2026-02-11T00:00:00Z", "event": "paid", "amount": amount});
    for amount in ["786.39", "786.41", "0", "787"] {
        assert_eq!(
            refused(&json!([due, paid(amount)])),
            ["PAYMENT_MISMATCH /events/1"]
        );
    }
    let error = run(&json!([due, paid("700")])).unwrap_err();
    let params = serde_json::to_value(&error.first().params).unwrap();
    assert_eq!(params, json!({"due": "786.40"}));
    assert_eq!(
        run(&json!([due, paid("786.40")])).unwrap()["state"],
        "filed"
    );
}

/// Applies an event that is wrong in several ways to a filed application that awaits payment.
fn first_cause(next: &Event) -> Reason {
    let filing = event("a", 10, FILINGS[1].action(ActionKind::Filed));
    let mut application = Application::replay(&[filing]).unwrap();
    application.apply(next).alone().unwrap_err()
}

#[test]
fn checks_come_in_the_order_identity_time_state_amount() {
    let reused = first_cause(&event("a", 5, Action::Approved {}));
    assert_eq!(reused.code, Code::EventIdReused);
    let early = first_cause(&event("b", 5, Action::Approved {}));
    assert_eq!(early.code, Code::EventOutOfOrder);
    let early_payment = first_cause(&event("b", 5, Action::Paid { amount: tenge("1") }));
    assert_eq!(early_payment.code, Code::EventOutOfOrder);
    // A payment that is not awaited is a matter of the state, with any amount.
    let mut free = Application::replay(&[event("a", 10, FILINGS[0].action(ActionKind::Filed))]);
    let paid = event("b", 20, Action::Paid { amount: tenge("1") });
    let reason = free.as_mut().unwrap().apply(&paid).unwrap_err();
    assert_eq!(reason.code(), Code::EventNotAllowed);
}

#[test]
fn without_a_filing_the_state_is_called_nothing() {
    let events = json!([{"id": "1", "at": "2026-02-10T09:00:00Z", "event": "withdrawn"}]);
    let error = run(&events).unwrap_err();
    assert_eq!(error.first().pointer, "/events/0");
    let params = serde_json::to_value(&error.first().params).unwrap();
    assert_eq!(params, json!({"event": "withdrawn", "state": "nothing"}));
    let nothing = json!({"state": null, "applied": 0, "notices": []});
    assert_eq!(run(&json!([])).unwrap(), nothing);
}

#[test]
fn all_problems_of_events_are_told_at_once() {
    let found = refused(&json!([
        {"id": "", "at": "yesterday", "event": "filed", "receiving": "post", "due": "-1",
         "identification": {"kind": "sms_code", "reference": ""}},
        {"id": "2", "at": "2026-02-10T09:00:00Z", "event": "registered", "ticket": " "},
        {"id": "3", "at": "2026-02-10T09:00:00Z", "event": "registered", "ticket": "a\nb"},
        {"id": "4", "at": "2026-02-10T09:00:00Z", "event": "annulled", "reasons": []},
        {"id": "5", "at": "2026-02-10T09:00:00Z", "event": "approved", "amount": "1"},
        {"id": "6", "at": "2026-02-10T09:00:00Z", "event": "aproved", "amount": "1"},
        {"id": "7\u{e9}", "at": "2026-02-10T09:00:00Z"},
        {"id": "x".repeat(65), "at": "2026-02-10T09:00:00Z", "event": "issued"},
    ]));
    let expected = [
        "EVENT_ID_INVALID /events/0/id",
        "MOMENT_INVALID /events/0/at",
        "UNKNOWN_VALUE /events/0/receiving",
        "AMOUNT_INVALID /events/0/due",
        "TEXT_EMPTY /events/1/ticket",
        "REFERENCE_INVALID /events/2/ticket",
        "LIST_LENGTH /events/3/reasons",
        "UNKNOWN_FIELD /events/4/amount",
        "UNKNOWN_VALUE /events/5/event",
        "EVENT_ID_INVALID /events/6/id",
        "MISSING_FIELD /events/6/event",
        "EVENT_ID_INVALID /events/7/id",
    ];
    assert_eq!(found, expected);
}

#[test]
fn events_that_could_not_have_been_read_are_refused_without_a_change() {
    let bad = [
        (event("", 20, Action::Withdrawn {}), Code::EventIdInvalid),
        (event("б", 20, Action::Withdrawn {}), Code::EventIdInvalid),
        (
            event("b", 20, Action::Annulled { reasons: vec![] }),
            Code::ListLength,
        ),
        (
            event(
                "b",
                20,
                Action::Registered {
                    ticket: "q".repeat(33),
                },
            ),
            Code::ReferenceInvalid,
        ),
    ];
    for (next, code) in bad {
        assert_eq!(first_cause(&next).code, code);
    }
}

#[test]
fn a_reference_is_kept_but_never_printed() {
    let mut text = filed();
    text["identification"] = json!({"kind": "digital_id", "reference": "secret-7"});
    let read = Event::from_json(text.to_string().as_bytes()).unwrap();
    let printed = format!("{read:?}");
    assert!(
        printed.contains("DigitalId") && !printed.contains("secret-7"),
        "{printed}"
    );
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(written["identification"]["reference"], "secret-7");
}

#[test]
fn a_reference_is_letters_digits_and_hyphens() {
    for (reference, code) in [("", "TEXT_EMPTY"), ("a\nb", "REFERENCE_INVALID")] {
        let mut text = filed();
        text["identification"] = json!({"kind": "digital_id", "reference": reference});
        let error = Event::from_json(text.to_string().as_bytes()).unwrap_err();
        let found: Vec<_> = error.problems().collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code.as_str(), code);
        assert_eq!(found[0].pointer, "/identification/reference");
    }
}

#[test]
fn longer_texts_than_any_event_or_history_needs_are_not_read() {
    let padded = |json: Value, length: usize| {
        let json = json.to_string();
        let spaces = " ".repeat(length - json.len());
        (json + &spaces).into_bytes()
    };
    let (event, history) = (filed(), json!({"events": [filed()]}));
    assert!(Event::from_json(&padded(event.clone(), 16 << 10)).is_ok());
    assert!(History::from_json(&padded(history.clone(), 1 << 20)).is_ok());
    let event = Event::from_json(&padded(event, (16 << 10) + 1)).unwrap_err();
    let history = History::from_json(&padded(history, (1 << 20) + 1)).unwrap_err();
    assert_eq!([event.code(), history.code()], [Code::JsonTooLarge; 2]);
}

#[test]
fn the_words_of_events_are_the_same_in_json() {
    for filing in FILINGS {
        for kind in ActionKind::ALL {
            let event = event("1", 0, filing.action(*kind));
            let written = serde_json::to_value(&event).unwrap();
            assert_eq!(written["event"], kind.as_str());
            let read = Event::from_json(written.to_string().as_bytes()).unwrap();
            assert_eq!(read, event);
        }
    }
}

#[test]
fn the_diagram_shows_the_whole_table() {
    let diagram = diagram();
    assert_eq!(diagram.lines().count(), 1 + README.len() + 3);
    for line in [
        "stateDiagram-v2",
        "    [*] --> filed: filed (nothing due)",
        "    [*] --> awaiting_payment: filed (something due)",
        "    awaiting_payment --> filed: paid",
        "    in_production --> ready_for_pickup: ready_for_pickup (for pickup)",
        "    in_production --> with_courier: handed_to_courier (for delivery)",
        "    issued --> [*]",
    ] {
        assert!(diagram.lines().any(|other| other == line), "{line}");
    }
}

#[test]
fn the_table_is_published_as_it_is() {
    let table = transitions();
    assert_eq!(table.len(), README.len());
    let first = serde_json::to_value(&table[0]).unwrap();
    let expected = json!({"from": null, "event": "filed", "condition": "nothing_due",
                          "to": "filed", "notices": [NoticeKind::Received.as_str()]});
    assert_eq!(first, expected);
}

/// Any events: most of them illegal, with few identifiers and little time, so that all checks meet.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let filing = prop::sample::select(FILINGS.to_vec());
    let kind = prop::sample::select(ActionKind::ALL.to_vec());
    let one = (filing, kind, 0..40u32, 0..60u32)
        .prop_map(|(filing, kind, id, minute)| event(&id.to_string(), minute, filing.action(kind)));
    proptest::collection::vec(one, 0..30)
}

/// A legal life: at each step one of the permitted events, chosen by a number.
fn life(filing: Filing, choices: &[usize]) -> Vec<Event> {
    let mut application = Application::new();
    for (minute, choice) in (0..).zip(choices) {
        let permitted = application.permitted();
        if permitted.is_empty() {
            break;
        }
        let kind = permitted[choice % permitted.len()];
        let next = event(&format!("e{minute}"), minute, filing.action(kind));
        application.apply(&next).unwrap();
    }
    application.events().to_vec()
}

proptest! {
    #[test]
    fn replaying_equals_going_step_by_step(events in events()) {
        let mut application = Application::new();
        let mut failed = None;
        for (index, event) in events.iter().enumerate() {
            let before = application.clone();
            match application.apply(event).alone() {
                Ok(applied) => {
                    prop_assert_eq!(application.state(), Some(applied.state));
                    prop_assert_eq!(application != before, applied.changed);
                }
                Err(reason) => {
                    prop_assert_eq!(&application, &before);
                    failed = failed.or(Some(reason.at(format!("/events/{index}"))));
                }
            }
            let stored = serde_json::to_vec(&application.history()).unwrap();
            let restored = History::from_json(&stored).unwrap().replay().unwrap();
            prop_assert_eq!(&restored, &application);
        }
        match (Application::replay(&events), failed) {
            (Ok(replayed), None) => prop_assert_eq!(replayed, application),
            (Err(error), Some(problem)) => prop_assert_eq!(error.first(), &problem),
            (replayed, failed) => prop_assert!(false, "{:?} {:?}", replayed, failed),
        }
    }

    #[test]
    fn repeated_events_change_nothing(
        filing in prop::sample::select(FILINGS.to_vec()),
        choices in proptest::collection::vec(any::<usize>(), 1..10),
        repeats in proptest::collection::vec((any::<usize>(), any::<usize>()), 0..10),
    ) {
        let events = life(filing, &choices);
        let mut repeated = events.clone();
        for (from, to) in repeats {
            let index = from % events.len();
            // Anywhere after the event itself.
            let first = repeated.iter().position(|event| *event == events[index]).unwrap();
            let place = first + 1 + to % (repeated.len() - first);
            repeated.insert(place, events[index].clone());
        }
        let replayed = Application::replay(&repeated).unwrap();
        prop_assert_eq!(replayed.events(), events.as_slice());
    }

    #[test]
    fn every_life_ends(
        filing in prop::sample::select(FILINGS.to_vec()),
        choices in proptest::collection::vec(any::<usize>(), 9),
    ) {
        let application = Application::replay(&life(filing, &choices)).unwrap();
        prop_assert!(application.state().unwrap().is_end());
        prop_assert!(application.events().len() <= 8);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = Event::from_json(&bytes);
        let _ = History::from_json(&bytes);
    }
}
