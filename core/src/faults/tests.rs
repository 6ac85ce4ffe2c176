use super::*;
use proptest::prelude::*;

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

/// Seconds after 09:00 UTC of one morning, as an instant.
fn second(seconds: i64) -> Moment {
    let start = moment("2026-02-10T09:00:00Z").to_chrono();
    Moment::from_chrono(start + chrono::TimeDelta::seconds(seconds)).unwrap()
}

fn fault(from: i64, to: impl Into<Option<i64>>) -> FaultInterval {
    FaultInterval {
        from: second(from),
        to: to.into().map(second),
        channel: Channel::Portal,
        reference: format!("f{from}"),
    }
}

fn hour() -> Attempt {
    Attempt {
        from: second(0),
        to: second(3600),
    }
}

fn right(faults: &[FaultInterval]) -> PaperRight {
    paper_right(hour(), faults, 600).unwrap()
}

fn stated(right: &PaperRight) -> (Moment, Moment) {
    let statement = right.statement.as_ref().unwrap();
    (statement.from, statement.to)
}

#[test]
fn a_fault_that_only_touches_the_attempt_is_not_stated() {
    let right = right(&[fault(-100, 0), fault(0, 3600), fault(3600, 4000)]);
    assert_eq!(right.longest_seconds, 3600);
    assert_eq!(right.statement.unwrap().references, ["f0"]);
}

#[test]
fn a_query_of_one_mebibyte_is_read_and_no_longer_one() {
    let query = |length: usize| {
        let json = r#"{"attempt": {"from": "2026-02-10T09:00:00Z", "to": "2026-02-10T10:00:00Z"}, "faults": []}"#;
        let spaces = " ".repeat(length - json.len());
        FaultQuery::from_json((json.to_owned() + &spaces).as_bytes())
    };
    let limit = 1 << 20;
    assert_eq!(query(limit).unwrap().attempt, hour());
    assert_eq!(query(limit + 1).unwrap_err().code(), Code::JsonTooLarge);
}

#[test]
fn exactly_the_limit_does_not_give_the_right() {
    let right = right(&[fault(100, 700)]);
    assert_eq!((right.paper, right.longest_seconds), (false, 600));
    assert_eq!(right.statement, None);
    assert_eq!(right.reason.code, Code::PaperNotAllowed);
    let params = serde_json::to_value(&right.reason.params).unwrap();
    assert_eq!(params, serde_json::json!({"longest": 600, "limit": 600}));
}

#[test]
fn one_second_more_gives_the_right_with_a_statement() {
    let right = right(&[fault(100, 701)]);
    let statement = right.statement.clone().unwrap();
    assert_eq!(stated(&right), (second(100), second(701)));
    assert_eq!(statement.duration_seconds, 601);
    assert_eq!(statement.channels, [Channel::Portal]);
    assert_eq!(statement.references, ["f100"]);
    let params = serde_json::to_value(&right.reason.params).unwrap();
    assert_eq!(params, serde_json::json!({"duration": 601, "limit": 600}));
}

#[test]
fn one_nanosecond_more_gives_the_right() {
    let mut long = fault(0, 600);
    long.to = Some(moment("2026-02-10T09:10:00.000000001Z"));
    let right = right(&[long]);
    assert_eq!((right.paper, right.longest_seconds), (true, 600));
}

#[test]
fn a_fault_outside_the_attempt_gives_none() {
    for outside in [fault(-4000, 0), fault(3600, 9000), fault(3600, None)] {
        let right = right(&[outside]);
        assert_eq!((right.paper, right.longest_seconds), (false, 0));
    }
}

#[test]
fn faults_are_cut_to_the_attempt() {
    let before = right(&[fault(-5000, 650)]);
    assert_eq!(stated(&before), (second(0), second(650)));
    let after = right(&[fault(2900, 9999)]);
    assert_eq!(stated(&after), (second(2900), second(3600)));
    assert!(!right(&[fault(-5000, 600)]).paper);
}

#[test]
fn an_open_fault_lasts_to_the_attempts_end() {
    let right = right(&[fault(2999, None)]);
    assert_eq!(stated(&right), (second(2999), second(3600)));
}

#[test]
fn overlapping_and_touching_faults_of_all_channels_are_one() {
    let mut app = fault(300, 601);
    app.channel = Channel::MobileApp;
    let touching = right(&[app, fault(0, 300)]);
    assert_eq!(stated(&touching), (second(0), second(601)));
    let statement = touching.statement.unwrap();
    assert_eq!(statement.channels, [Channel::Portal, Channel::MobileApp]);
    assert_eq!(statement.references, ["f0", "f300"]);
    assert!(right(&[fault(0, 400), fault(200, 601)]).paper);
    assert!(right(&[fault(0, 601), fault(100, 200)]).paper);
}

#[test]
fn faults_with_a_pause_are_not_added_up() {
    let right = right(&[fault(0, 599), fault(600, 1199), fault(1300, 1310)]);
    assert_eq!((right.paper, right.longest_seconds), (false, 599));
}

#[test]
fn of_equally_long_faults_the_earliest_is_stated() {
    let right = right(&[fault(2000, 2700), fault(100, 800)]);
    assert_eq!(stated(&right), (second(100), second(800)));
    assert_eq!(right.statement.unwrap().references, ["f100"]);
}

#[test]
fn no_faults_and_an_attempt_without_length() {
    assert!(!right(&[]).paper);
    let instant = Attempt {
        from: second(5),
        to: second(5),
    };
    assert!(!paper_right(instant, &[fault(0, None)], 0).unwrap().paper);
}

#[test]
fn all_problems_of_the_input_are_told() {
    let mut steering = fault(10, 5);
    steering.reference = "a\u{202e}b".into();
    let mut nameless = fault(0, None);
    nameless.reference = String::new();
    let attempt = Attempt {
        from: second(1),
        to: second(0),
    };
    let error = paper_right(attempt, &[fault(0, 0), steering, nameless], 600).unwrap_err();
    let found: Vec<_> = error
        .problems()
        .map(|problem| (problem.code.as_str(), problem.pointer.as_str()))
        .collect();
    let expected = [
        ("INTERVAL_REVERSED", "/attempt"),
        ("INTERVAL_REVERSED", "/faults/1"),
        ("REFERENCE_INVALID", "/faults/1/reference"),
        ("TEXT_EMPTY", "/faults/2/reference"),
    ];
    assert_eq!(found, expected);
}

fn rules(text: &[u8]) -> TechnicalFaultRules {
    let section = Section {
        name: "technical_fault",
        entries: crate::json::read(text, 10_000).unwrap(),
    };
    let mut problems = Problems::new();
    let rules = TechnicalFaultRules::compile(section, &mut problems);
    assert!(problems.is_empty());
    rules
}

#[test]
fn the_shipped_limit_is_600_seconds_and_cites_the_service_description() {
    let text = crate::rulebook::shipped_section("technical_fault").as_bytes();
    let rules = rules(text);
    let day = Day::parse("2026-02-10").unwrap();
    let right = |to| rules.paper_right(hour(), &[fault(0, to)], day).unwrap();
    assert!(!right(600).paper);
    assert!(right(601).paper);
    let source = right(601).reason.source.unwrap();
    assert_eq!(source.as_str(), "service-description");
}

#[test]
fn a_day_without_a_rule_is_not_covered() {
    let text = br#"{"a": {"from": "2026-01-01", "source": "s", "more_than_seconds": 5}}"#;
    let rules = rules(text);
    let day = Day::parse("2025-12-31").unwrap();
    let error = rules.paper_right(hour(), &[], day).unwrap_err();
    assert_eq!(error.code(), Code::NotCovered);
}

/// An answer that needs no intervals: one flag for each second of the attempt.
fn longest_by_seconds(faults: &[FaultInterval], length: i64) -> i64 {
    let (mut best, mut run) = (0, 0);
    for now in 0..length {
        let broken = faults
            .iter()
            .any(|fault| fault.from <= second(now) && fault.to.is_none_or(|to| second(now) < to));
        run = if broken { run + 1 } else { 0 };
        best = best.max(run);
    }
    best
}

fn faults() -> impl Strategy<Value = Vec<FaultInterval>> {
    let one = (-20..60i64, proptest::option::of(0..30i64))
        .prop_map(|(from, length)| fault(from, length.map(|length| from + length)));
    proptest::collection::vec(one, 0..8)
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let one = (0..60i64, 1..20i64).prop_map(|(from, length)| Span {
        from: second(from),
        to: second(from + length),
    });
    proptest::collection::vec(one, 0..10)
}

proptest! {
    #[test]
    fn agrees_with_counting_seconds(faults in faults(), limit in 0..30u32) {
        let attempt = Attempt { from: second(0), to: second(40) };
        let right = paper_right(attempt, &faults, limit).unwrap();
        let longest = longest_by_seconds(&faults, 40);
        prop_assert_eq!(right.longest_seconds, longest);
        prop_assert_eq!(right.paper, longest > i64::from(limit));
        prop_assert_eq!(right.statement.is_some(), right.paper);
    }

    #[test]
    fn the_order_of_faults_does_not_matter(faults in faults(), turn in 0..8usize) {
        let mut turned = faults.clone();
        turned.rotate_left(turn.min(faults.len()));
        turned.reverse();
        let answer = |faults: &[FaultInterval]| paper_right(hour(), faults, 3).unwrap();
        prop_assert_eq!(answer(&faults), answer(&turned));
    }

    #[test]
    fn a_fault_told_twice_changes_nothing(faults in faults()) {
        let twice = [faults.clone(), faults.clone()].concat();
        let answer = |faults: &[FaultInterval]| paper_right(hour(), faults, 3).unwrap();
        prop_assert_eq!(answer(&faults), answer(&twice));
    }

    #[test]
    fn union_is_idempotent_and_its_spans_do_not_touch(spans in spans()) {
        let joined = union(spans);
        for (before, after) in joined.iter().zip(joined.iter().skip(1)) {
            prop_assert!(before.to < after.from);
        }
        prop_assert_eq!(union(joined.clone()), joined);
    }

    #[test]
    fn union_of_unions_is_the_union_of_all(left in spans(), right in spans()) {
        let all = union([left.clone(), right.clone()].concat());
        prop_assert_eq!(union([union(right), union(left)].concat()), all);
    }
}
