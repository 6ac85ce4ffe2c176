use super::*;
use crate::foundation::dated::Section;
use crate::foundation::language::Language;
use crate::people::identity::Ground;
use crate::rulebook::Rulebook;
use crate::service::civil_time::tests::shipped as civil_time;
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

fn query(attempt: Attempt, faults: &[FaultInterval]) -> FaultQuery {
    FaultQuery {
        attempt,
        faults: faults.to_vec(),
        known_until: None,
        number: None,
        expires_on: None,
    }
}

fn decided(
    measure: FaultMeasure,
    attempt: Attempt,
    faults: &[FaultInterval],
    more_than_seconds: u32,
) -> Result<PaperRight, Error> {
    let yardstick = Yardstick {
        more_than_seconds,
        measure,
    };
    let day = Day::parse("2026-02-10").unwrap();
    paper_right(&query(attempt, faults), yardstick, day, &civil_time())
}

/// By the whole fault, in an attempt of an hour.
fn right(faults: &[FaultInterval]) -> PaperRight {
    decided(FaultMeasure::WholeFault, hour(), faults, 600).unwrap()
}

/// By the part inside that attempt.
fn within(faults: &[FaultInterval]) -> PaperRight {
    decided(FaultMeasure::WithinAttempt, hour(), faults, 600).unwrap()
}

fn stated(right: &PaperRight) -> (Moment, Moment) {
    let statement = right.statement.as_ref().unwrap();
    (statement.from, statement.to)
}

#[test]
fn a_fault_that_only_touches_the_attempt_is_stated_if_it_is_one_with_another() {
    let faults = [fault(-100, 0), fault(0, 3600), fault(3600, 4000)];
    let whole = right(&faults);
    assert_eq!(whole.longest_seconds, 4100);
    assert_eq!(
        whole.statement.unwrap().references,
        ["f-100", "f0", "f3600"]
    );
    let inside = within(&faults);
    assert_eq!(inside.longest_seconds, 3600);
    assert_eq!(inside.statement.unwrap().references, ["f0"]);
    for touching in [fault(-1000, 0), fault(3600, 9000)] {
        assert_eq!(right(&[touching]).longest_seconds, 0);
    }
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
    assert_eq!(figures(&right.reason), [10, 0, 10, 0]);
}

#[test]
fn one_second_more_gives_the_right_with_a_statement() {
    let right = right(&[fault(100, 701)]);
    let statement = right.statement.clone().unwrap();
    assert_eq!(stated(&right), (second(100), second(701)));
    assert_eq!(statement.duration_seconds, 601);
    assert_eq!(statement.channels, [Channel::Portal]);
    assert_eq!(statement.references, ["f100"]);
    assert_eq!(figures(&right.reason), [10, 1, 10, 0]);
    assert_eq!(figures(&statement.reason), [10, 1, 10, 0]);
}

#[test]
fn one_nanosecond_more_gives_the_right() {
    let mut long = fault(0, 600);
    long.to = Some(moment("2026-02-10T09:10:00.000000001Z"));
    let right = right(&[long]);
    assert_eq!((right.paper, right.longest_seconds), (true, 600));
    // A fault over the limit is never said to be as long as it.
    assert_eq!(right.statement.unwrap().duration_seconds, 601);
    assert_eq!(figures(&right.reason), [10, 1, 10, 0]);
}

/// Minutes and seconds, of the fault and of the limit.
fn figures(reason: &Reason) -> [i64; 4] {
    ["minutes", "seconds", "limit_minutes", "limit_seconds"].map(|name| {
        match reason.params.get(name).unwrap() {
            ParamValue::Number { value } => *value,
            other => panic!("{other}"),
        }
    })
}

#[test]
fn a_fault_outside_the_attempt_gives_none() {
    for outside in [fault(-4000, 0), fault(3600, 9000), fault(3600, None)] {
        let outside = std::slice::from_ref(&outside);
        for right in [right(outside), within(outside)] {
            assert_eq!((right.paper, right.longest_seconds), (false, 0));
        }
    }
}

#[test]
fn within_the_attempt_faults_are_cut_to_it() {
    let before = within(&[fault(-5000, 650)]);
    assert_eq!(stated(&before), (second(0), second(650)));
    let after = within(&[fault(2900, 9999)]);
    assert_eq!(stated(&after), (second(2900), second(3600)));
    assert!(!within(&[fault(-5000, 600)]).paper);
}

/// SPEC 9: the description measures the fault, not the applicant's patience.
#[test]
fn a_whole_fault_counts_from_its_beginning_to_its_end() {
    let outage = fault(-5400, 5400);
    let attempt = Attempt {
        from: second(0),
        to: second(300),
    };
    let measured = |measure| decided(measure, attempt, std::slice::from_ref(&outage), 600).unwrap();
    let whole = measured(FaultMeasure::WholeFault);
    assert_eq!((whole.paper, whole.longest_seconds), (true, 10_800));
    assert_eq!(stated(&whole), (second(-5400), second(5400)));
    let inside = measured(FaultMeasure::WithinAttempt);
    assert_eq!((inside.paper, inside.longest_seconds), (false, 300));
}

#[test]
fn an_open_fault_lasts_as_long_as_is_known() {
    for right in [right(&[fault(2999, None)]), within(&[fault(2999, None)])] {
        assert_eq!(stated(&right), (second(2999), second(3600)));
    }
    let known = |known_until: Option<i64>| {
        let query = FaultQuery {
            known_until: known_until.map(second),
            ..query(hour(), &[fault(3590, None)])
        };
        Rulebook::edition(Rulebook::DEFAULT_EDITION)
            .and_then(|rules| rules.paper_right(&query))
            .unwrap()
    };
    assert_eq!(known(None).longest_seconds, 10);
    assert_eq!(known(Some(0)).longest_seconds, 10);
    assert_eq!(stated(&known(Some(4200))), (second(3590), second(4200)));
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
    // An applicant who finds the portal broken and leaves at once has met the whole fault.
    let longest = |measure| {
        let faults = [fault(0, 5), fault(5, 1000)];
        decided(measure, instant, &faults, 0)
            .unwrap()
            .longest_seconds
    };
    assert_eq!(longest(FaultMeasure::WholeFault), 1000);
    assert_eq!(longest(FaultMeasure::WithinAttempt), 0);
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
    let faults = [fault(0, 0), steering, nameless];
    let query = FaultQuery {
        number: Some("№ 1".to_owned()),
        ..query(attempt, &faults)
    };
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let error = rules.paper_right(&query).unwrap_err();
    let found: Vec<_> = error
        .problems()
        .map(|problem| (problem.code.as_str(), problem.pointer.as_str()))
        .collect();
    let expected = [
        ("INTERVAL_REVERSED", "/attempt"),
        ("REFERENCE_INVALID", "/number"),
        ("INTERVAL_REVERSED", "/faults/1"),
        ("REFERENCE_INVALID", "/faults/1/reference"),
        ("TEXT_EMPTY", "/faults/2/reference"),
    ];
    assert_eq!(found, expected);
}

fn rules(text: &[u8]) -> TechnicalFaultRules {
    let section = Section {
        name: "technical_fault",
        entries: crate::foundation::json::read(text, 10_000).unwrap(),
    };
    let mut problems = Problems::new();
    let rules = TechnicalFaultRules::compile(section, &mut problems);
    assert!(problems.is_empty());
    rules
}

#[test]
fn the_shipped_limit_is_600_seconds_of_the_whole_fault_by_the_service_description() {
    let text = crate::rulebook::shipped_section("technical_fault").as_bytes();
    let rules = rules(text);
    let day = Day::parse("2026-02-10").unwrap();
    let right = |from, to| {
        let query = query(hour(), &[fault(from, to)]);
        rules.paper_right(&query, day, &civil_time()).unwrap()
    };
    assert!(!right(0, 600).paper);
    assert!(right(0, 601).paper);
    assert!(right(-600, 1).paper);
    let source = right(0, 601).reason.source.unwrap();
    assert_eq!(source.as_str(), "service-description");
}

/// SPEC 9: how much counts is an entry of the rulebook; whole faults where it does not say.
#[test]
fn what_counts_is_an_entry_of_the_rulebook_by_date() {
    let text = br#"{
        "a": {"until": "2026-01-01", "source": "s", "more_than_seconds": 600},
        "b": {"from": "2026-01-01", "source": "s", "more_than_seconds": 600, "measure": "within_attempt"}
    }"#;
    let rules = rules(text);
    let paper = |day| {
        let query = query(hour(), &[fault(-600, 1)]);
        let right = rules.paper_right(&query, Day::parse(day).unwrap(), &civil_time());
        right.unwrap().paper
    };
    assert!(paper("2025-12-31"));
    assert!(!paper("2026-01-01"));
}

#[test]
fn a_day_without_a_rule_is_not_covered() {
    let text = br#"{"a": {"from": "2026-01-01", "source": "s", "more_than_seconds": 5}}"#;
    let rules = rules(text);
    let day = Day::parse("2025-12-31").unwrap();
    let query = query(hour(), &[]);
    let error = rules.paper_right(&query, day, &civil_time()).unwrap_err();
    assert_eq!(error.code(), Code::NotCovered);
}

/// SPEC 9: the statement carries the decision of that day, a number, and a text in three languages.
#[test]
fn a_statement_says_everything_in_three_languages() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let statement = |expires_on: Option<&str>| {
        let query = FaultQuery {
            number: Some("S-7".to_owned()),
            expires_on: expires_on.map(|day| Day::parse(day).unwrap()),
            ..query(hour(), &[fault(600, 1261)])
        };
        rules.paper_right(&query).unwrap().statement.unwrap()
    };
    let eligible = statement(Some("2026-03-01"));
    assert_eq!(eligible.day.to_string(), "2026-02-10");
    assert!(eligible.decision.as_ref().unwrap().is_eligible());
    let texts = |statement: &FaultStatement| {
        Language::ALL
            .iter()
            .map(|language| rules.text(&statement.reason, *language))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&eligible),
        [
            "№ S-7 растама. Техникалық ақауға байланысты қызмет істемеді: электрондық үкімет порталы. Басталуы: 2026 жылғы 10 ақпан, 14:10:00. Аяқталуы: 2026 жылғы 10 ақпан, 14:21:01. Ұзақтығы: 11 минут 1 секунд (10 минуттан астам). Операторда тіркелген нөмірі: f600. Сол күні жеке куәлікті онлайн ауыстыру: қолжетімді болған. Өтініш беруші өтінішті қағаз түрінде бере алады.",
            "Подтверждение № S-7. Из-за технического сбоя услуга была недоступна: портал электронного правительства. Начало: 10 февраля 2026 года, 14:10:00. Окончание: 10 февраля 2026 года, 14:21:01. Продолжительность: 11 минут 1 секунда (более 10 минут). Номер у оператора: f600. Онлайн-замена удостоверения личности в этот день: была доступна. Заявитель вправе подать заявление на бумаге.",
            "Statement No. S-7. Because of a technical fault the service was not available: e-government portal. Beginning: 10 February 2026, 14:10:00. End: 10 February 2026, 14:21:01. Duration: 11 minutes 1 second (more than 10 minutes). The operator’s number: f600. Online renewal of the identity card on that day: was available. The applicant may apply on paper.",
        ]
    );
    let refused = statement(Some("2026-04-01"));
    assert!(!refused.decision.as_ref().unwrap().is_eligible());
    assert!(texts(&refused)[2].contains("on that day: was not available."));
    let unknown = statement(None);
    assert_eq!(unknown.decision, None);
    assert!(texts(&unknown)[2].contains("on that day: not checked."));
}

/// SPEC 9: durations are said in minutes and seconds, and 601 seconds never as 10 minutes.
#[test]
fn durations_are_said_in_minutes_and_seconds() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let said = |seconds: i64, language| {
        let right = right(&[fault(0, seconds)]);
        rules.text(&right.reason, language)
    };
    for (seconds, kk, ru, en) in [
        (
            0,
            "Өтініш беру кезінде техникалық ақау болмаған.",
            "Во время подачи заявления технических сбоев не было.",
            "There was no technical fault while you were applying.",
        ),
        (
            21,
            " 21 секундқа созылды, бұл 10 минуттан аспайды.",
            " 21 секунду, не более 10 минут.",
            " 21 seconds, not more than 10 minutes.",
        ),
        (60, " 1 минутқа созылды, ", " 1 минуту, ", " 1 minute, "),
        (
            62,
            " 1 минут 2 секундқа созылды, ",
            " 1 минуту 2 секунды, ",
            " 1 minute 2 seconds, ",
        ),
        (
            600,
            " 10 минутқа созылды, бұл 10 минуттан аспайды.",
            " 10 минут, не более 10 минут.",
            " 10 minutes, not more than 10 minutes.",
        ),
        (
            601,
            " 10 минут 1 секундқа созылды, бұл 10 минуттан астам уақыт.",
            " 10 минут 1 секунду, более 10 минут.",
            " 10 minutes 1 second, more than 10 minutes.",
        ),
        (
            661,
            " 11 минут 1 секундқа ",
            " 11 минут 1 секунду, более",
            " 11 minutes 1 second, more",
        ),
        (
            1260,
            " 21 минутқа ",
            " 21 минуту, более",
            " 21 minutes, more",
        ),
    ] {
        for (language, expected) in [(Language::Kk, kk), (Language::Ru, ru), (Language::En, en)] {
            let text = said(seconds, language);
            assert!(text.contains(expected), "{seconds}: {text}");
        }
    }
}

#[test]
fn a_limit_is_said_in_the_same_way() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    for (limit, kk, ru, en) in [
        (
            60,
            "1 минуттан астам",
            "более 1 минуты",
            "more than 1 minute.",
        ),
        (
            45,
            "45 секундтан астам",
            "более 45 секунд",
            "more than 45 seconds.",
        ),
        (
            1281,
            "21 минут 21 секундтан астам",
            "более 21 минуты 21 секунды",
            "more than 21 minutes 21 seconds.",
        ),
    ] {
        let right = decided(FaultMeasure::WholeFault, hour(), &[fault(0, 3000)], limit).unwrap();
        for (language, expected) in [(Language::Kk, kk), (Language::Ru, ru), (Language::En, en)] {
            let text = rules.text(&right.reason, language);
            assert!(text.contains(expected), "{limit}: {text}");
        }
    }
}

#[test]
fn the_notice_names_the_statement_and_how_long_the_fault_was() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let notice = |number: Option<&str>, to| {
        let query = FaultQuery {
            number: number.map(str::to_owned),
            ..query(hour(), &[fault(0, to)])
        };
        let data = rules.paper_notice(&rules.paper_right(&query).unwrap())?;
        let day = Day::parse("2026-02-10").unwrap();
        Some(rules.notice(&data, Language::Ru, day).unwrap())
    };
    let sms = notice(Some("S-7"), 601).unwrap().sms.text;
    assert_eq!(
        sms,
        "10.02.2026 был технический сбой, 10 мин 1 с. Вы вправе подать заявление на бумаге в ЦОНе. Подтверждение № S-7"
    );
    assert!(notice(None, 601).unwrap().sms.text.ends_with("№ f0"));
    assert!(notice(Some("S-7"), 600).is_none());
}

/// The decision is of the day of the attempt, on any ground of replacement.
#[test]
fn the_decision_of_a_card_known_in_full_is_its_own() {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let damaged = crate::service::eligibility::Inquiry {
        ground: Ground::Damage,
        ..crate::service::eligibility::Inquiry::renewal(Day::parse("2026-03-01").unwrap())
    };
    let query = query(hour(), &[fault(0, 601)]);
    let right = rules.paper_right_for(&query, Some(&damaged)).unwrap();
    assert!(!right.statement.unwrap().decision.unwrap().is_eligible());
}

/// The number of references that the text names; the record has all.
#[test]
fn a_text_names_five_references() {
    let faults: Vec<FaultInterval> = (0..7)
        .map(|number| fault(number * 100, number * 100 + 100))
        .collect();
    let statement = right(&faults).statement.unwrap();
    assert_eq!(statement.references.len(), 7);
    let named = statement
        .reason
        .params
        .get("references")
        .unwrap()
        .to_string();
    assert_eq!(named, "f0, f100, f200, f300, f400, …");
}

/// An answer that needs no intervals: one flag for each second. The longest run of seconds in which
/// something was broken; of whole faults, if one second of the run is the attempt's.
fn longest_by_seconds(measure: FaultMeasure, faults: &[FaultInterval], length: i64) -> i64 {
    let broken = |now: i64| {
        faults.iter().any(|fault| {
            let to = fault.to.unwrap_or(second(length));
            fault.from <= second(now) && second(now) < to
        })
    };
    let inside = |now: i64| (0..length).contains(&now);
    let (mut best, mut run, mut counts) = (0, 0, false);
    for now in -100..200 {
        let goes_on = broken(now) && (measure == FaultMeasure::WholeFault || inside(now));
        (run, counts) = if goes_on {
            (run + 1, counts || inside(now))
        } else {
            (0, false)
        };
        if counts {
            best = best.max(run);
        }
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
    fn agrees_with_counting_seconds(faults in faults(), limit in 0..30u32, whole in any::<bool>()) {
        let attempt = Attempt { from: second(0), to: second(40) };
        let measure = if whole { FaultMeasure::WholeFault } else { FaultMeasure::WithinAttempt };
        let right = decided(measure, attempt, &faults, limit).unwrap();
        let longest = longest_by_seconds(measure, &faults, 40);
        prop_assert_eq!(right.longest_seconds, longest);
        prop_assert_eq!(right.paper, longest > i64::from(limit));
        prop_assert_eq!(right.statement.is_some(), right.paper);
    }

    #[test]
    fn the_order_of_faults_does_not_matter(faults in faults(), turn in 0..8usize) {
        let mut turned = faults.clone();
        turned.rotate_left(turn.min(faults.len()));
        turned.reverse();
        let answer = |faults: &[FaultInterval]| decided(FaultMeasure::WholeFault, hour(), faults, 3).unwrap();
        prop_assert_eq!(answer(&faults), answer(&turned));
    }

    #[test]
    fn a_fault_told_twice_changes_nothing(faults in faults()) {
        let twice = [faults.clone(), faults.clone()].concat();
        let answer = |faults: &[FaultInterval]| decided(FaultMeasure::WholeFault, hour(), faults, 3).unwrap();
        prop_assert_eq!(answer(&faults), answer(&twice));
    }

    #[test]
    fn merging_is_idempotent_and_its_spans_do_not_touch(spans in spans()) {
        let joined = merged(spans);
        for (before, after) in joined.iter().zip(joined.iter().skip(1)) {
            prop_assert!(before.to < after.from);
        }
        prop_assert_eq!(merged(joined.clone()), joined);
    }

    #[test]
    fn merging_in_parts_is_merging_at_once(left in spans(), right in spans()) {
        let all = merged([left.clone(), right.clone()].concat());
        prop_assert_eq!(merged([merged(right), merged(left)].concat()), all);
    }
}
