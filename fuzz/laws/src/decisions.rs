//! Decisions, against the second implementation.

use qujat::address::Region;
use qujat::faults::FaultQuery;
use qujat::identity::{CardStatus, DocumentKind, Ground};
use qujat::lifecycle::History;
use qujat::{Application, Code, Day, FeeInquiry, Inquiry, Rulebook};
use serde_json::{Value, json};

use crate::bytes::Bytes;
use crate::laws::{check_problems, check_reason, day, rules, twice};
use crate::slow;

/// A day of 2016 to 2038, and its number: by two bytes, so that neighbours are near.
fn near(bytes: &mut Bytes<'_>) -> (Day, usize) {
    let number = slow::number((2016, 1, 1)) + (bytes.below(1 << 16) as usize) % 8_400;
    (day(&slow::print(slow::days()[number])), number)
}

/// The decision on renewing a card online, on two days that are mostly near each other.
pub fn eligibility(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (today, today_number) = near(&mut bytes);
    let distance = i64::from(bytes.below(1 << 16)) % 400 - 200;
    let far = bytes.byte() == 0;
    let (expires_on, expiry_number) = if far {
        near(&mut bytes)
    } else {
        let number = (today_number as i64 + distance) as usize;
        (day(&slow::print(slow::days()[number])), number)
    };
    let document = bytes.one_of(DocumentKind::ALL);
    let ground = match bytes.byte() {
        0..=127 => Ground::Expiry,
        other => Ground::ALL[usize::from(other) % Ground::ALL.len()],
    };
    let status = match usize::from(bytes.byte()) {
        0..=99 => None,
        other => Some(CardStatus::ALL[other % CardStatus::ALL.len()]),
    };
    let is_holder = [None, Some(true), Some(false)][usize::from(bytes.byte()) % 3];
    let inquiry = Inquiry::new(document, ground, expires_on)
        .with_status(status)
        .with_is_holder(is_holder);
    for edition in Rulebook::editions() {
        let rules = Rulebook::edition(edition).expect("an edition");
        let decision = twice(|| rules.decide(&inquiry, today)).expect("every day is decided");
        let reasons = decision.reasons();
        let text = |reason: &qujat::Reason| {
            let params = reason.params.iter().map(|(_, value)| value.to_string());
            (reason.code.as_str(), params.collect::<Vec<_>>())
        };
        let online = decision
            .online()
            .map(|range| (range.first.to_string(), range.last.to_string()));
        let wanted = slow::decide(
            &slow::Rules::of(edition),
            (document.as_str(), ground.as_str()),
            (inquiry.status.map(CardStatus::as_str), inquiry.is_holder),
            expiry_number,
            today_number,
        )
        .expect("every day is decided");
        assert_eq!(i64::from(decision.days_left()), wanted.days_left);
        let slowly = |(first, last)| (slow::print(first), slow::print(last));
        let again = decision
            .again()
            .map(|range| (range.first.to_string(), range.last.to_string()));
        assert_eq!(online, wanted.online.map(slowly));
        assert_eq!(again, wanted.again.map(slowly));
        assert_eq!(reasons.iter().map(text).collect::<Vec<_>>(), wanted.reasons);
        reasons.iter().for_each(check_reason);
    }
}

/// Working days and ready dates.
pub fn calendar(data: &[u8]) {
    let mut bytes = Bytes(data);
    let number = slow::number((2023, 6, 1)) + bytes.below(2_000) as usize;
    let text = |number: usize| slow::print(slow::days()[number]);
    let count = bytes.below(700) % if bytes.byte() < 128 { 40 } else { 700 };
    let (from, calendar) = (day(&text(number)), rules().calendar());
    assert_eq!(calendar.is_working_day(from).ok(), slow::is_working(number));
    match twice(|| calendar.add_working_days(from, count)) {
        Ok(after) => {
            assert_eq!(
                Some(after.to_string()),
                slow::after(number, count).map(text)
            );
            let between = calendar.working_days_between(from, after);
            assert_eq!(between, Ok(count), "from {from} to {after}");
        }
        Err(reason) => {
            assert_eq!(
                (reason.code(), slow::after(number, count)),
                (Code::NotCovered, None)
            );
            check_reason(&reason);
        }
    }
    match twice(|| rules().ready_on(from, None)) {
        Ok(ready) => {
            assert_eq!(
                Some(ready.ready_on.to_string()),
                slow::after(number, 15).map(text)
            );
            check_reason(&ready.reason);
        }
        Err(reason) => assert_eq!(
            (reason.code(), slow::after(number, 15)),
            (Code::NotCovered, None)
        ),
    }
}

/// Quotes: the duty against the second implementation, the rest by what has to add up.
pub fn fee(data: &[u8]) {
    let mut bytes = Bytes(data);
    let number = slow::number((2023, 12, 1)) + bytes.below(1_300) as usize;
    let date = slow::days()[number];
    let document = bytes.one_of(DocumentKind::ALL);
    let pages = match document {
        DocumentKind::IdentityCard => None,
        DocumentKind::Passport => Some(bytes.one_of(&[24, 36, 48])),
    };
    let ground = bytes.one_of(Ground::ALL);
    let region = Region::ALL.get(usize::from(bytes.byte())).copied();
    let mut inquiry = FeeInquiry::new(document, ground, day(&slow::print(date)))
        .with_pages(pages)
        .with_deliver_to(region);
    let duty = slow::duty(document.as_str(), pages, ground.as_str(), date);
    let quote = match (twice(|| rules().quote(&inquiry)), duty) {
        (Ok(quote), Some(duty)) => {
            assert_eq!(quote.lines[0].amount.to_string(), slow::amount(duty));
            assert_eq!(quote.lines[0].base.is_none(), duty == 0);
            quote
        }
        (Err(problem), None) => {
            assert_eq!(problem.code(), Code::NotCovered);
            return;
        }
        (found, wanted) => panic!("{inquiry:?}: {found:?}, not {wanted:?}"),
    };
    let sum = |quote: &qujat::Quote| {
        let zero = qujat::Tenge::parse("0").expect("an amount");
        let lines = quote.lines.iter();
        lines.fold(zero, |sum, line| {
            sum.plus(line.amount).expect("small amounts")
        })
    };
    assert_eq!(sum(&quote), quote.total);
    assert_eq!(quote.lines.len(), 1 + usize::from(region.is_some()));
    quote
        .lines
        .iter()
        .for_each(|line| check_reason(&line.reason));
    // An exemption makes the duty zero, and changes nothing else.
    let exemptions = rules().exemptions(inquiry.on);
    let categories = exemptions.expect("known as the duty is").categories;
    let category = &categories[usize::from(bytes.byte()) % categories.len()];
    inquiry.exemption = Some(category.clone());
    let exempt = rules().quote(&inquiry).expect("a known category");
    assert!(exempt.lines[0].amount.is_zero());
    // Nobody is exempt from what is not charged.
    let charged = !quote.lines[0].amount.is_zero();
    assert_eq!(
        exempt.lines[0].exemption.as_ref(),
        charged.then_some(category)
    );
    assert_eq!(exempt.lines[1..], quote.lines[1..]);
    assert_eq!(sum(&exempt), exempt.total);
    // Anything else is no category.
    inquiry.exemption = Some(bytes.text());
    if let Err(problem) = rules().quote(&inquiry) {
        assert_eq!(
            (problem.code(), problem.first().pointer.as_str()),
            (Code::UnknownValue, "/exemption")
        );
    }
}

/// The right to file on paper, second by second, and the faults as JSON.
pub fn fault(data: &[u8]) {
    if let Ok(query) = FaultQuery::from_json(data) {
        let _ = twice(|| rules().paper_right(&query).map_err(|e| e.code()));
        let printed = serde_json::to_vec(&query).expect("JSON");
        assert_eq!(
            FaultQuery::from_json(&printed).expect("what was printed"),
            query
        );
        return;
    }
    let mut bytes = Bytes(data);
    let attempt = (3_600, 3_600 + bytes.below(3_000));
    let known = (bytes.byte() > 127).then(|| bytes.below(12_000));
    let mut faults = Vec::new();
    while !bytes.is_empty() && faults.len() < 8 {
        let from = bytes.below(8_000);
        let length = bytes.below(1_300);
        faults.push((from, (bytes.byte() > 20).then_some(from + length)));
    }
    let moment = |second: u32| {
        format!(
            "2026-02-10T{:02}:{:02}:{:02}Z",
            second / 3_600,
            second / 60 % 60,
            second % 60
        )
    };
    let list = faults.iter().map(|(from, to)| {
        json!({"from": moment(*from), "to": to.map(moment), "channel": "portal", "reference": "r"})
    });
    let query = json!({
        "attempt": {"from": moment(attempt.0), "to": moment(attempt.1)},
        "faults": list.collect::<Vec<_>>(),
        "known_until": known.map(moment),
    });
    let query = FaultQuery::from_json(query.to_string().as_bytes()).expect("a query");
    let right = twice(|| rules().paper_right(&query)).expect("a good query");
    let until = known.map_or(attempt.1, |known| known.max(attempt.1));
    let (longest, begins) = slow::longest_fault(attempt, &faults, until, 13_000);
    assert_eq!(
        (right.paper, right.longest_seconds),
        (longest > 600, longest.into())
    );
    check_reason(&right.reason);
    if let Some(statement) = &right.statement {
        check_reason(&statement.reason);
    }
    let statement = right
        .statement
        .map(|s| (s.from.to_string(), s.to.to_string()));
    let wanted = (longest > 600).then(|| (moment(begins), moment(begins + longest)));
    assert_eq!(statement, wanted);
}

/// Replaying histories: from JSON, and events made of a few values against the second
/// implementation.
pub fn lifecycle(data: &[u8]) {
    match twice(|| History::from_json(data).map_err(qujat::Error::into_problems)) {
        Ok(history) => check_history(&history, None),
        Err(problems) => check_problems(&problems, data),
    }
    let mut bytes = Bytes(data);
    let mut events = Vec::new();
    while !bytes.is_empty() && events.len() < 24 {
        events.push(event(&mut bytes));
    }
    let history = json!({ "events": events }).to_string();
    let history = History::from_json(history.as_bytes()).expect("good events");
    check_history(&history, Some(&slow_replay(&events)));
}

fn event(bytes: &mut Bytes<'_>) -> Value {
    let kind = bytes.byte() % 16;
    let (id, time) = (bytes.byte() % 32, bytes.byte() % 60);
    let mut event = match kind {
        0..=2 => json!({
            "event": "filed",
            "receiving": bytes.one_of(&["pickup", "delivery"]),
            "due": bytes.one_of(&["0.00", "786.40"]),
        }),
        3 | 4 => json!({"event": "paid", "amount": bytes.one_of(&["786.40", "786.41", "0.00"])}),
        5 => json!({"event": "registered", "ticket": "T-1"}),
        6 => json!({"event": "review_started"}),
        7 => json!({"event": "approved"}),
        8 => json!({"event": "annulled", "reasons": ["photo"]}),
        9 => json!({"event": "ready_for_pickup", "centre": "astana-1"}),
        10 => json!({"event": "handed_to_courier"}),
        11 => json!({"event": "delivered"}),
        12 => json!({"event": "delivery_failed", "centre": "astana-1"}),
        13 | 14 => json!({"event": "issued"}),
        _ => json!({"event": "withdrawn"}),
    };
    event["id"] = json!(format!("e-{id}"));
    event["at"] = json!(format!("2026-02-10T04:{time:02}:00Z"));
    event
}

/// The states after each event, up to the first illegal one, and its code.
type Replayed = (Vec<String>, Option<&'static str>);

/// The table of the vectors' README, event by event.
fn slow_replay(events: &[Value]) -> Replayed {
    let (mut states, mut applied): (Vec<String>, Vec<&Value>) = (Vec::new(), Vec::new());
    let mut state = "nothing".to_owned();
    for event in events {
        let known = applied.iter().find(|known| known["id"] == event["id"]);
        if let Some(known) = known {
            if *known != event {
                return (states, Some("EVENT_ID_REUSED"));
            }
            states.push(state.clone());
            continue;
        }
        let late = |last: &&Value| event["at"].as_str() < last["at"].as_str();
        if applied.last().is_some_and(late) {
            return (states, Some("EVENT_OUT_OF_ORDER"));
        }
        let filed = applied.first().copied().unwrap_or(event);
        let is = |field: &str, value: &str| filed[field] == value;
        let kind = event["event"].as_str().expect("a kind");
        let next = match (state.as_str(), kind) {
            ("nothing", "filed") if is("due", "0.00") => "filed",
            ("nothing", "filed") => "awaiting_payment",
            ("awaiting_payment", "paid") => "filed",
            ("filed", "registered") => "registered",
            ("registered", "review_started") => "under_review",
            ("under_review", "approved") => "in_production",
            ("under_review", "annulled") => "annulled",
            ("in_production", "ready_for_pickup") if is("receiving", "pickup") => {
                "ready_for_pickup"
            }
            ("in_production", "handed_to_courier") if is("receiving", "delivery") => "with_courier",
            ("with_courier", "delivered") => "issued",
            ("with_courier", "delivery_failed") => "ready_for_pickup",
            ("ready_for_pickup", "issued") => "issued",
            ("filed" | "awaiting_payment" | "registered" | "under_review", "withdrawn") => {
                "withdrawn"
            }
            _ => return (states, Some("EVENT_NOT_ALLOWED")),
        };
        if kind == "paid" && event["amount"] != filed["due"] {
            return (states, Some("PAYMENT_MISMATCH"));
        }
        // Paid, it is filed as one that was free; paying again is not allowed.
        state = next.to_owned();
        states.push(state.clone());
        applied.push(event);
    }
    (states, None)
}

fn check_history(history: &History, wanted: Option<&Replayed>) {
    let mut application = Application::new();
    let (mut states, mut failed) = (Vec::new(), None);
    for event in &history.events {
        let permitted = application.permitted();
        let before = application.clone();
        match application.apply(event) {
            Ok(applied) => {
                assert_eq!(Some(applied.state), application.state());
                assert_eq!(applied.changed, before != application);
                assert!(!applied.changed || permitted.contains(&event.action.kind()));
                assert!(applied.changed || applied.notices.is_empty());
                states.push(applied.state.as_str().to_owned());
            }
            Err(reason) => {
                check_reason(&reason);
                assert!(before == application, "a refused event changed something");
                failed = Some(reason.code().as_str());
                break;
            }
        }
    }
    assert_eq!(history.replay().is_ok(), failed.is_none());
    if let Some(wanted) = wanted {
        assert_eq!(&(states, failed), wanted);
    }
    // A stored application is read back to the same one.
    let stored = serde_json::to_vec(&application.history()).expect("JSON");
    let again = History::from_json(&stored).expect("what was stored");
    assert!(again.replay().expect("what was applied") == application);
}
