use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::dated::Section;
use crate::foundation::day::Day;
use crate::foundation::problem::Error;
use crate::foundation::problems::Problems;
use crate::people::address::Region;
use proptest::prelude::*;
use serde_json::json;

fn shipped() -> FeedbackRules {
    compile(crate::rulebook::shipped_section("feedback").as_bytes()).unwrap()
}

fn compile(text: &[u8]) -> Result<FeedbackRules, Vec<(String, &'static str)>> {
    let section = Section {
        name: "feedback",
        entries: crate::foundation::json::read(text, 10_000).unwrap(),
    };
    let mut problems = Problems::new();
    let rules = FeedbackRules::compile(section, &mut problems);
    let found: Vec<_> = problems
        .into_iter()
        .map(|problem| (problem.pointer, problem.code.as_str()))
        .collect();
    if found.is_empty() {
        Ok(rules)
    } else {
        Err(found)
    }
}

fn limits() -> FeedbackLimits {
    shipped()
        .limits_on(Day::parse("2026-02-10").unwrap())
        .unwrap()
}

fn read(json: &serde_json::Value) -> Result<Feedback, Error> {
    Feedback::read(json.to_string().as_bytes(), &limits())
}

fn full() -> serde_json::Value {
    json!({
        "application": "QJ-2026-000017", "overall": 5, "speed": 4, "clarity": 1, "courtesy": 3,
        "comment": "Бәрі тез!\r\nТел. 8 701 123 45 67", "suggestion": "Write to a@example.kz",
        "channel": "mobile_app", "region": "KZ-75", "at": "2026-02-10T09:30:00+05:00"
    })
}

fn problems(error: &Error) -> Vec<(&str, &str)> {
    error
        .problems()
        .map(|problem| (problem.pointer.as_str(), problem.code.as_str()))
        .collect()
}

#[test]
fn the_shipped_limits_are_one_to_five_and_2000_characters() {
    let limits = limits();
    assert_eq!((limits.rating_min, limits.rating_max), (1, 5));
    assert_eq!(limits.max_characters, 2000);
    assert_eq!(limits.source.as_str(), "library-choice");
}

#[test]
fn feedback_is_read_masked_and_written() {
    let mut expected = full();
    expected["comment"] = json!("Бәрі тез!\nТел. ***");
    expected["suggestion"] = json!("Write to ***");
    expected["at"] = json!("2026-02-10T04:30:00Z");
    let feedback = read(&full()).unwrap();
    let written = serde_json::to_value(&feedback).unwrap();
    assert_eq!(written, expected);
    assert_eq!(read(&written).unwrap(), feedback);
}

#[test]
fn only_the_overall_rating_channel_and_time_are_needed() {
    let feedback = read(&json!({
        "overall": 1, "channel": "portal", "at": "2026-02-10T04:30:00Z", "comment": " \r\n\u{0}"
    }))
    .unwrap();
    assert_eq!(feedback.application, None);
    assert_eq!(feedback.comment, None);
    assert_eq!((feedback.speed, feedback.region), (None, None));
}

#[test]
fn a_region_is_one_of_the_list() {
    let given = |region: &str| json!({"overall": 1, "channel": "portal", "at": "2026-02-10T04:30:00Z", "region": region});
    assert_eq!(
        read(&given("KZ-79")).unwrap().region,
        Some(Region::Shymkent)
    );
    // The form of a code is not enough, and neither is a former code or another case.
    for unknown in ["KZ-99", "KZ-00", "KZ-ALA", "kz-79", "KZ-79 ", ""] {
        let error = read(&given(unknown)).unwrap_err();
        assert_eq!(
            problems(&error),
            [("/region", "UNKNOWN_VALUE")],
            "{unknown}"
        );
        let allowed = error.first().params.get("allowed").unwrap().to_string();
        assert!(allowed.starts_with("KZ-10, KZ-11, "), "{allowed}");
    }
    let stored = json!({"groups": [{
        "period": "2026-01", "channel": "portal", "region": "KZ-99",
        "summary": FeedbackSummary::new()
    }]});
    let error = FeedbackSummaries::from_json(stored.to_string().as_bytes()).unwrap_err();
    assert_eq!(problems(&error), [("/groups/0/region", "UNKNOWN_VALUE")]);
}

#[test]
fn all_problems_are_told_at_once() {
    let error = read(&json!({
        "application": "a\nb", "overall": 0, "speed": 6, "clarity": -1, "courtesy": 5,
        "comment": "ә".repeat(2001), "suggestion": "", "channel": "portal", "region": "Almaty",
        "at": "2026-02-10T04:30:00Z"
    }))
    .unwrap_err();
    let expected = [
        ("/overall", "RATING_RANGE"),
        ("/speed", "RATING_RANGE"),
        ("/clarity", "RATING_RANGE"),
        ("/comment", "TEXT_TOO_LONG"),
        ("/application", "REFERENCE_INVALID"),
        ("/region", "UNKNOWN_VALUE"),
    ];
    assert_eq!(problems(&error), expected);
    let params = serde_json::to_value(&error.first().params).unwrap();
    assert_eq!(params, json!({"min": 1, "max": 5}));
    assert_eq!(error.first().source, Some(limits().source));
}

#[test]
fn wrong_types_and_missing_fields_are_told_at_once() {
    let error = read(&json!({"overall": "5", "chanel": "portal"})).unwrap_err();
    let expected = [
        ("/chanel", "UNKNOWN_FIELD"),
        ("/overall", "WRONG_TYPE"),
        ("/channel", "MISSING_FIELD"),
        ("/at", "MISSING_FIELD"),
    ];
    assert_eq!(problems(&error), expected);
}

#[test]
fn texts_never_show_in_debug() {
    let printed = format!("{:?}", read(&full()).unwrap());
    assert!(printed.contains("overall: 5"));
    assert!(
        !printed.contains("Бәрі") && !printed.contains("Write"),
        "{printed}"
    );
}

#[test]
fn a_rulebook_with_a_wrong_scale_is_refused_with_every_problem() {
    let found = compile(
        br#"{"a": {"source": "s", "rating_min": 0, "rating_max": 6, "max_characters": 0},
             "b": {"from": "2026-01-01", "source": "s", "rating_min": 4, "rating_max": 3,
                   "max_characters": 10}}"#,
    )
    .unwrap_err();
    let expected = [
        ("/feedback/a/rating_min", "VALUE_BOUNDS"),
        ("/feedback/a/rating_max", "VALUE_BOUNDS"),
        ("/feedback/a/max_characters", "VALUE_BOUNDS"),
        ("/feedback/b/rating_max", "VALUE_BOUNDS"),
        ("/feedback/b", "PERIOD_OVERLAP"),
    ];
    assert_eq!(found, expected.map(|(at, code)| (at.to_owned(), code)));
}

#[test]
fn a_narrower_scale_is_followed() {
    let narrow = FeedbackLimits {
        rating_min: 2,
        rating_max: 4,
        ..limits()
    };
    let error = Feedback::read(full().to_string().as_bytes(), &narrow).unwrap_err();
    let expected = [("/overall", "RATING_RANGE"), ("/clarity", "RATING_RANGE")];
    assert_eq!(problems(&error), expected);
}

#[test]
fn a_day_without_limits_is_not_covered() {
    let rules = compile(
        br#"{"a": {"until": "2026-01-01", "source": "s", "rating_min": 1, "rating_max": 5,
                   "max_characters": 9}}"#,
    )
    .unwrap();
    let reason = rules
        .limits_on(Day::parse("2026-01-01").unwrap())
        .unwrap_err();
    assert_eq!(reason.code, Code::NotCovered);
}

fn figures(ratings: &[u32]) -> FeedbackFigures {
    let summary = FeedbackSummary::of_ratings(ratings).unwrap();
    summary.figures(FeedbackAspect::Overall)
}

#[test]
fn figures_are_count_distribution_mean_and_csat() {
    let expected = json!({
        "count": 7, "distribution": [1, 0, 2, 1, 3], "mean": "3.7143", "csat_percent": "57.14"
    });
    let found = figures(&[5, 5, 5, 4, 3, 3, 1]);
    assert_eq!(serde_json::to_value(&found).unwrap(), expected);
}

#[test]
fn figures_are_rounded_half_up() {
    // 1 of 32: 3.125 %.
    let mut ratings = vec![3; 31];
    ratings.push(4);
    assert_eq!(figures(&ratings).csat_percent.unwrap(), "3.13");
    // 2 + 1/32 = 2.03125.
    let mut ratings = vec![2; 31];
    ratings.push(3);
    assert_eq!(figures(&ratings).mean.unwrap(), "2.0313");
}

#[test]
fn without_ratings_there_is_no_mean() {
    let expected =
        json!({"count": 0, "distribution": [0, 0, 0, 0, 0], "mean": null, "csat_percent": null});
    assert_eq!(serde_json::to_value(figures(&[])).unwrap(), expected);
}

#[test]
fn ratings_outside_the_scale_are_not_summed() {
    let error = FeedbackSummary::of_ratings(&[1, 0, 5, 6]).unwrap_err();
    let expected = [
        ("/ratings/1", "RATING_RANGE"),
        ("/ratings/3", "RATING_RANGE"),
    ];
    assert_eq!(problems(&error), expected);
}

#[test]
fn aspects_are_counted_apart() {
    let mut summary = FeedbackSummary::new();
    summary.add(&read(&full()).unwrap());
    let mean = |aspect| summary.figures(aspect).mean.unwrap();
    assert_eq!(mean(FeedbackAspect::Overall), "5.0000");
    assert_eq!(mean(FeedbackAspect::Speed), "4.0000");
    assert_eq!(mean(FeedbackAspect::Clarity), "1.0000");
    assert_eq!(mean(FeedbackAspect::Courtesy), "3.0000");
}

#[test]
fn broken_summaries_are_refused() {
    let error = FeedbackSummary::from_json(
        br#"{"overall": [1, 2, 3, 4], "speed": [0, 0, 0, 0, -1],
             "clarity": [0, 0, 0, 0, 1801439850948199]}"#,
    )
    .unwrap_err();
    let expected = [
        ("/overall", "LIST_LENGTH"),
        ("/speed/4", "NUMBER_RANGE"),
        ("/clarity/4", "NUMBER_RANGE"),
        ("/courtesy", "MISSING_FIELD"),
    ];
    assert_eq!(problems(&error), expected);
}

#[test]
fn counters_stop_at_their_maximum() {
    let text = r#"{"overall": [1801439850948198, 0, 0, 0, 1801439850948198],
        "speed": [0,0,0,0,0], "clarity": [0,0,0,0,0], "courtesy": [0,0,0,0,0]}"#;
    let full = FeedbackSummary::from_json(text.as_bytes()).unwrap();
    assert_eq!(full.merge(&full), full);
    let figures = full.figures(FeedbackAspect::Overall);
    assert_eq!(figures.mean.unwrap(), "3.0000");
    assert_eq!(figures.csat_percent.unwrap(), "50.00");
}

fn at(moment: &str, channel: &str, region: Option<&str>, overall: u32) -> Feedback {
    read(&json!({"overall": overall, "channel": channel, "region": region, "at": moment})).unwrap()
}

fn summaries(length: PeriodLength, all: &[Feedback]) -> FeedbackSummaries {
    let mut summaries = FeedbackSummaries::new();
    for feedback in all {
        summaries.add(feedback, length, 300).unwrap();
    }
    summaries
}

fn sample() -> Vec<Feedback> {
    vec![
        at("2026-01-31T18:59:59Z", "portal", Some("KZ-75"), 5),
        // Already February in Kazakhstan.
        at("2026-01-31T19:00:00Z", "portal", Some("KZ-71"), 4),
        at("2026-02-10T04:00:00Z", "mobile_app", None, 1),
        at("2026-02-10T05:00:00Z", "mobile_app", None, 2),
    ]
}

fn shares(summaries: &FeedbackSummaries, dimension: FeedbackDimension) -> Vec<(String, i64)> {
    summaries
        .by(dimension)
        .into_iter()
        .map(|share| {
            let count = share.summary.figures(FeedbackAspect::Overall).count;
            (share.value.unwrap_or_default(), count)
        })
        .collect()
}

#[test]
fn summaries_tell_periods_channels_and_regions_apart() {
    let months = summaries(PeriodLength::Month, &sample());
    let pairs = |pairs: &[(&str, i64)]| -> Vec<(String, i64)> {
        pairs
            .iter()
            .map(|(name, n)| ((*name).to_owned(), *n))
            .collect()
    };
    let by = |dimension| shares(&months, dimension);
    assert_eq!(
        by(FeedbackDimension::Period),
        pairs(&[("2026-01", 1), ("2026-02", 3)])
    );
    assert_eq!(
        by(FeedbackDimension::Channel),
        pairs(&[("mobile_app", 2), ("portal", 2)])
    );
    let regions = [("", 2), ("KZ-71", 1), ("KZ-75", 1)];
    assert_eq!(by(FeedbackDimension::Region), pairs(&regions));
    let days = summaries(PeriodLength::Day, &sample());
    let periods = [("2026-01-31", 1), ("2026-02-01", 1), ("2026-02-10", 2)];
    assert_eq!(shares(&days, FeedbackDimension::Period), pairs(&periods));
    assert_eq!(days.groups().len(), 3);
    let month = months.groups()[0].period;
    assert_eq!(month.first_day(), Day::parse("2026-01-01").unwrap());
    assert_eq!(month.length(), PeriodLength::Month);
}

#[test]
fn summaries_are_written_and_read() {
    let months = summaries(PeriodLength::Month, &sample());
    let written = serde_json::to_value(&months).unwrap();
    let first = json!({
        "period": "2026-01", "channel": "portal", "region": "KZ-75",
        "summary": {"overall": [0, 0, 0, 0, 1], "speed": [0, 0, 0, 0, 0],
                    "clarity": [0, 0, 0, 0, 0], "courtesy": [0, 0, 0, 0, 0]}
    });
    assert_eq!(written["groups"][0], first);
    let read = FeedbackSummaries::from_json(written.to_string().as_bytes()).unwrap();
    assert_eq!(read, months);
}

#[test]
fn periods_that_do_not_exist_are_refused() {
    for bad in [
        "2026-13",
        "2026-02-30",
        "2026",
        "",
        "2026-2-1",
        "2026-02-1x",
    ] {
        assert_eq!(
            FeedbackPeriod::parse(bad).unwrap_err().code(),
            Code::DateInvalid,
            "{bad}"
        );
    }
}

#[test]
fn an_offset_of_a_day_is_no_civil_date_and_changes_nothing() {
    let mut summaries = FeedbackSummaries::new();
    let feedback = at("2026-02-10T04:00:00Z", "portal", None, 1);
    let reason = summaries
        .add(&feedback, PeriodLength::Day, 1440)
        .unwrap_err();
    assert_eq!(reason.code, Code::MomentInvalid);
    assert_eq!(summaries, FeedbackSummaries::new());
}

fn feedback() -> impl Strategy<Value = Feedback> {
    let rating = || proptest::option::of(1..=5u32);
    let ratings = (1..=5u32, rating(), rating(), rating());
    let day = (1..=28u32, 1..=3u32);
    let region = prop_oneof![Just(None), Just(Some("KZ-71")), Just(Some("KZ-75"))];
    (
        ratings,
        day,
        prop_oneof![Just("portal"), Just("mobile_app")],
        region,
    )
        .prop_map(
            |((overall, speed, clarity, courtesy), (day, month), channel, region)| {
                let moment = format!("2026-{month:02}-{day:02}T04:00:00Z");
                Feedback {
                    speed,
                    clarity,
                    courtesy,
                    ..at(&moment, channel, region, overall)
                }
            },
        )
}

fn list() -> impl Strategy<Value = Vec<Feedback>> {
    proptest::collection::vec(feedback(), 0..12)
}

fn month(list: &[Feedback]) -> FeedbackSummaries {
    summaries(PeriodLength::Month, list)
}

proptest! {
    #[test]
    fn partial_summaries_add_up_exactly(left in list(), right in list()) {
        let all = [left.clone(), right.clone()].concat();
        prop_assert_eq!(month(&left).merge(&month(&right)), month(&all));
    }

    #[test]
    fn merging_is_associative_and_commutative_with_an_identity(
        a in list(), b in list(), c in list(),
    ) {
        let (a, b, c) = (month(&a), month(&b), month(&c));
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
        prop_assert_eq!(a.merge(&b), b.merge(&a));
        prop_assert_eq!(a.merge(&FeedbackSummaries::new()), a.clone());
        prop_assert_eq!(FeedbackSummaries::new().merge(&a), a);
    }

    #[test]
    fn each_dimension_adds_up_to_the_total(list in list()) {
        let summaries = month(&list);
        for dimension in FeedbackDimension::ALL {
            let sum = summaries
                .by(*dimension)
                .iter()
                .fold(FeedbackSummary::new(), |sum, share| sum.merge(&share.summary));
            prop_assert_eq!(sum, summaries.total());
        }
        let count = summaries.total().figures(FeedbackAspect::Overall).count;
        prop_assert_eq!(usize::try_from(count).unwrap(), list.len());
    }

    #[test]
    fn the_mean_is_within_half_a_unit_of_the_last_place(
        ratings in proptest::collection::vec(1..=5u32, 1..50),
    ) {
        let mean = figures(&ratings).mean.unwrap().replace('.', "").parse::<i64>().unwrap();
        let sum: i64 = ratings.iter().map(|rating| i64::from(*rating)).sum();
        let count = i64::try_from(ratings.len()).unwrap();
        // mean − ½ ≤ sum·10⁴/count < mean + ½, doubled and multiplied by count.
        prop_assert!((2 * mean - 1) * count <= sum * 20_000);
        prop_assert!(sum * 20_000 < (2 * mean + 1) * count);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = Feedback::read(&bytes, &limits());
        let _ = FeedbackSummaries::from_json(&bytes);
    }
}
