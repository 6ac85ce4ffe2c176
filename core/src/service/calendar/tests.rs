use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::dated::Section;
use crate::foundation::day::Day;
use crate::foundation::json::{Place, read};
use crate::foundation::problem::Problem;
use crate::foundation::problems::Problems;

static SHIPPED: std::sync::LazyLock<&str> =
    std::sync::LazyLock::new(|| crate::rulebook::shipped_section("calendar"));
static PRODUCTION: std::sync::LazyLock<&str> =
    std::sync::LazyLock::new(|| crate::rulebook::shipped_section("production"));

fn compile(text: &str) -> (Calendar, Vec<Problem>) {
    let file = read(text.as_bytes(), 100_000).unwrap();
    let mut problems = Problems::new();
    let calendar = Calendar::compile(file, Place::ROOT, &mut problems);
    (calendar, problems.into_vec())
}

/// The calendar of the shipped rulebook.
pub(crate) fn shipped() -> Calendar {
    let (calendar, problems) = compile(*SHIPPED);
    assert!(problems.is_empty(), "{problems:?}");
    calendar
}

fn problems(text: &str) -> Vec<(String, &'static str)> {
    let problems = compile(text).1.into_iter();
    problems.map(|p| (p.pointer, p.code.as_str())).collect()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Days written as `MM-DD`, separated by spaces.
fn days(year: i32, text: &str) -> Vec<Day> {
    text.split(' ')
        .map(|md| day(&format!("{year}-{md}")))
        .collect()
}

/// Compares a whole year, day by day, with a row of the table in SPEC 6.
fn assert_year(year: i32, off: &str, worked: &[&str]) {
    let calendar = shipped();
    let off = days(year, off);
    let worked: Vec<Day> = worked.iter().map(|text| day(text)).collect();
    let answer = calendar.days_off(year).unwrap();
    assert_eq!((&answer.days, &answer.worked), (&off, &worked));

    let first = Day::from_ymd(year, 1, 1).unwrap();
    let last = Day::from_ymd(year, 12, 31).unwrap();
    for offset in 0..=first.days_until(last) {
        let day = first.plus_days(offset);
        let expected = worked.contains(&day) || (day.weekday() < 5 && !off.contains(&day));
        assert_eq!(calendar.is_working_day(day).unwrap(), expected, "{day}");
    }
}

#[test]
fn spec_6_year_2024() {
    let off = "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16";
    assert_year(2024, off, &["2024-05-04"]);
}

#[test]
fn spec_6_year_2025() {
    let off = "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 \
               09-01 10-27 12-16";
    assert_year(2025, off, &["2025-01-05"]);
}

#[test]
fn spec_6_year_2026() {
    let off = "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16";
    assert_year(2026, off, &[]);
}

#[test]
fn spec_6_year_2027() {
    let off = "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16";
    assert_year(2027, off, &[]);
}

#[test]
fn spec_6_30_august_is_a_holiday_until_2025_alone() {
    let calendar = shipped();
    let holidays_in_august = |year| {
        let special = calendar.days_off(year).unwrap().special;
        special.iter().filter(|s| s.day.month() == 8).count()
    };
    assert_eq!(
        [2024, 2025, 2026, 2027].map(holidays_in_august),
        [1, 1, 0, 0]
    );
    // In 2025 it was a Saturday, and moved to Monday, 1 September.
    let special = calendar.special_days(day("2025-09-01")).unwrap();
    assert_eq!(special[0].kind, SpecialDayKind::MovedHoliday);
    assert_eq!(special[0].instead_of, Some(day("2025-08-30")));
}

#[test]
fn spec_6_orthodox_christmas_and_kurban_ait_never_move() {
    let calendar = shipped();
    // 7 January 2024, 16 June 2024 and 16 May 2027 are Sundays.
    for (date, next) in [
        ("2024-01-07", "2024-01-08"),
        ("2024-06-16", "2024-06-17"),
        ("2027-05-16", "2027-05-17"),
    ] {
        let special = calendar.special_days(day(date)).unwrap();
        assert_eq!(special[0].kind, SpecialDayKind::Holiday, "{date}");
        assert!(calendar.is_working_day(day(next)).unwrap(), "{next}");
    }
}

#[test]
fn spec_6_kurban_ait_of_2027_is_marked_estimated() {
    let calendar = shipped();
    let estimated = |date| calendar.special_days(day(date)).unwrap()[0].estimated;
    assert!(estimated("2027-05-16"));
    assert!(!estimated("2026-05-27"));
}

#[test]
fn spec_6_a_transfer_names_both_days_and_its_decree() {
    let calendar = shipped();
    let off = &calendar.special_days(day("2024-05-08")).unwrap()[0];
    assert_eq!(off.kind, SpecialDayKind::MovedDayOff);
    assert_eq!(off.instead_of, Some(day("2024-05-04")));
    assert_eq!(off.source.as_str(), "transfer-2024");
    let worked = &calendar.special_days(day("2024-05-04")).unwrap()[0];
    assert_eq!(worked.kind, SpecialDayKind::DeclaredWorking);
    assert_eq!(worked.instead_of, Some(day("2024-05-08")));
}

#[test]
fn spec_6_a_year_without_data_is_not_covered() {
    let calendar = shipped();
    for result in [
        calendar.is_working_day(day("2028-01-01")).map(|_| ()),
        calendar.is_working_day(day("2023-12-31")).map(|_| ()),
        calendar.days_off(2028).map(|_| ()),
        calendar.days_off(0).map(|_| ()),
        calendar.days_off(i32::MAX).map(|_| ()),
        calendar.add_working_days(day("2023-12-31"), 0).map(|_| ()),
        calendar.add_working_days(day("2027-12-31"), 1).map(|_| ()),
        calendar
            .add_working_days(day("2027-12-31"), u32::MAX)
            .map(|_| ()),
        calendar
            .working_days_between(day("2027-12-31"), day("2028-01-03"))
            .map(|_| ()),
    ] {
        let reason = result.unwrap_err();
        assert_eq!(reason.code(), Code::NotCovered);
        let param = |name| reason.first().params.get(name).unwrap().to_string();
        assert_eq!(param("parameter"), "calendar");
        assert_eq!(param("covered"), "2024-01-01/2027-12-31");
    }
    let reason = calendar.add_working_days(day("2027-12-31"), 1).unwrap_err();
    assert_eq!(
        reason.first().params.get("on").unwrap().to_string(),
        "2028-01-01"
    );
}

#[test]
fn a_year_that_no_day_belongs_to_names_the_end_of_time_on_its_side() {
    let on = |year| {
        let reason = shipped().days_off(year).unwrap_err();
        reason.first().params.get("on").unwrap().to_string()
    };
    assert_eq!([on(i32::MIN), on(0)], ["0001-01-01", "0001-01-01"]);
    assert_eq!([on(10_000), on(i32::MAX)], ["9999-12-31", "9999-12-31"]);
}

#[test]
fn counting_begins_with_the_day_after() {
    let calendar = shipped();
    let add = |from, count| {
        calendar
            .add_working_days(day(from), count)
            .unwrap()
            .to_string()
    };
    // A Friday, a Sunday, and a Saturday that is declared working.
    assert_eq!(add("2026-02-06", 1), "2026-02-09");
    assert_eq!(add("2026-02-08", 1), "2026-02-09");
    assert_eq!(add("2024-05-03", 1), "2024-05-04");
    assert_eq!(add("2026-02-08", 0), "2026-02-08");
    let between = |from, to| calendar.working_days_between(day(from), day(to));
    assert_eq!(between("2026-02-06", "2026-02-09").unwrap(), 1);
    assert_eq!(between("2026-02-06", "2026-02-06").unwrap(), 0);
    let reversed = between("2026-02-06", "2026-02-05").unwrap_err();
    assert_eq!(reversed.code(), Code::IntervalReversed);
}

#[test]
fn spec_6_ready_within_15_working_days_after_registration() {
    let calendar = shipped();
    let mut problems = Problems::new();
    let section = Section {
        name: "production",
        entries: read(PRODUCTION.as_bytes(), 10_000).unwrap(),
    };
    let production = Production::compile(section, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    let ready = |filed_on| production.ready_on(&calendar, day(filed_on), None).unwrap();
    // Three plain weeks, from any of their last days.
    assert_eq!(ready("2026-02-06").ready_on, day("2026-02-27"));
    assert_eq!(ready("2026-02-08").ready_on, day("2026-02-27"));
    // Days off in between: 9 March, and 23, 24 and 25 March 2026.
    assert_eq!(ready("2026-03-06").ready_on, day("2026-04-02"));
    let answer = ready("2026-02-06");
    assert_eq!(answer.working_days, 15);
    assert_eq!(answer.reason.code, Code::ReadyAssumed);
    assert_eq!(answer.reason.source.unwrap().as_str(), "issuance-rules");
    let names: Vec<&str> = answer.reason.params.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["filed_on", "ready_on", "working_days"]);
    let code = |filed_on, registered_on| {
        let ready = production.ready_on(&calendar, day(filed_on), Some(day(registered_on)));
        ready.unwrap_err().code
    };
    assert_eq!(code("2027-12-20", "2027-12-20"), Code::NotCovered);
    // The term runs from the registration: filed on Friday, registered on Tuesday.
    let known = production.ready_on(&calendar, day("2026-02-06"), Some(day("2026-02-10")));
    let known = known.unwrap();
    assert_eq!(known.ready_on, day("2026-03-03"));
    assert_eq!(known.reason.code, Code::ReadyOn);
    let names: Vec<&str> = known.reason.params.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["registered_on", "ready_on", "working_days"]);
    assert_eq!(code("2026-02-10", "2026-02-09"), Code::IntervalReversed);
}

/// Holidays on both days of a weekend move past each other, and past other holidays.
#[test]
fn consecutive_holidays_move_in_order() {
    let title = r#""title": {"kk": "а", "ru": "а", "en": "a"}, "source": "s""#;
    let fixed = |month, date, moves| {
        format!(r#"{{"month": {month}, "day": {date}, "moves": {moves}, {title}}}"#)
    };
    // 1 January 2028 is a Saturday; the 4th is a holiday of its own.
    let text = format!(
        r#"{{"covered": {{"2028": {{"from": "2028-01-01", "until": "2029-01-01", "source": "s"}}}},
            "fixed": {{"one": {}, "two": {}, "four": {}}}}}"#,
        fixed(1, 1, true),
        fixed(1, 2, true),
        fixed(1, 4, true)
    );
    let (calendar, problems) = compile(&text);
    assert!(problems.is_empty(), "{problems:?}");
    let special = calendar.days_off(2028).unwrap();
    assert_eq!(special.days, days(2028, "01-03 01-04 01-05"));
    let moved = |date| calendar.special_days(day(date)).unwrap()[0].instead_of;
    assert_eq!(moved("2028-01-03"), Some(day("2028-01-01")));
    assert_eq!(moved("2028-01-05"), Some(day("2028-01-02")));
}

/// In 2020, 9 May was a Saturday; the Monday it moved to was worked in exchange for Friday the 8th.
#[test]
fn the_day_a_holiday_moved_to_can_be_declared_working() {
    let text = r#"{
        "covered": {"2020": {"from": "2020-01-01", "until": "2021-01-01", "source": "s"}},
        "fixed": {"victory": {"month": 5, "day": 9, "moves": true, "source": "s",
                              "title": {"kk": "а", "ru": "а", "en": "a"}}},
        "transfers": {"may": {"worked": "2020-05-11", "off": "2020-05-08", "source": "s"}}
    }"#;
    let (calendar, problems) = compile(text);
    assert!(problems.is_empty(), "{problems:?}");
    let answer = calendar.days_off(2020).unwrap();
    assert_eq!(answer.days, days(2020, "05-08"));
    assert_eq!(answer.worked, days(2020, "05-11"));
    assert!(calendar.is_working_day(day("2020-05-11")).unwrap());
}

#[test]
fn a_holiday_of_the_last_weekend_before_the_covered_period_moves_into_it() {
    // 31 December 2022 was a Saturday.
    let text = r#"{
        "covered": {"2023": {"from": "2023-01-01", "until": "2024-01-01", "source": "s"}},
        "fixed": {"eve": {"month": 12, "day": 31, "moves": true, "source": "s",
                          "title": {"kk": "а", "ru": "а", "en": "a"}}}
    }"#;
    let (calendar, problems) = compile(text);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(calendar.days_off(2023).unwrap().days, days(2023, "01-02"));
}

#[test]
fn every_inconsistency_is_reported_with_its_place() {
    let found = problems(
        r#"{
        "covered": {
            "2024": {"from": "2024-01-01", "until": "2025-01-01", "source": "s"},
            "2026": {"from": "2026-01-01", "until": "2027-01-01", "source": "s"}
        },
        "fixed": {
            "a": {"month": 5, "day": 1, "moves": true, "source": "s",
                  "title": {"kk": "а", "ru": "а", "en": "a"}},
            "b": {"month": 5, "day": 1, "moves": true, "source": "s", "from": "2025-01-01",
                  "title": {"kk": "а", "ru": "а", "en": "a"}},
            "c": {"month": 2, "day": 30, "moves": true, "source": "s",
                  "title": {"kk": "а", "ru": "а", "en": "a"}},
            "d": {"month": 13, "day": 1, "moves": true, "source": "s",
                  "title": {"kk": "", "ru": "а", "en": "a"}},
            "e": {"month": 6, "day": 1, "moves": true, "source": "s",
                  "from": "2024-01-01", "until": "2024-01-01",
                  "title": {"kk": "а", "ru": "а", "en": "a"}}
        },
        "announced": {"ait": {"title": {"kk": "а", "ru": "а", "en": "a"}, "days": {
            "2024": {"day": "2024-06-16", "source": "s"},
            "again": {"day": "2024-06-16", "source": "s"},
            "2025": {"day": "2025-06-06", "source": "s"},
            "2027": {"day": "2027-05-16", "source": "s"}
        }}},
        "transfers": {
            "1": {"worked": "2024-03-02", "off": "2024-03-05", "source": "s"},
            "2": {"worked": "2024-03-02", "off": "2024-03-06", "source": "s"},
            "3": {"worked": "2024-03-07", "off": "2024-03-09", "source": "s"},
            "4": {"worked": "2024-06-16", "off": "2024-05-01", "source": "s"},
            "5": {"worked": "2028-03-04", "off": "2028-03-06", "source": "s"}
        }
    }"#,
    );
    let expected = [
        ("/covered/2026", "PERIOD_GAP"),
        ("/fixed/b", "ENTRY_CONFLICT"),
        ("/fixed/c/day", "DATE_INVALID"),
        ("/fixed/d/month", "VALUE_BOUNDS"),
        ("/fixed/d/title", "VALUE_BOUNDS"),
        ("/fixed/d/day", "DATE_INVALID"),
        ("/fixed/e", "PERIOD_EMPTY"),
        ("/announced/ait/days/2027/day", "NOT_COVERED"),
        ("/announced/ait/days/again", "ENTRY_CONFLICT"),
        ("/announced/ait/days", "PERIOD_GAP"),
        ("/transfers/2/worked", "ENTRY_CONFLICT"),
        ("/transfers/3/worked", "VALUE_BOUNDS"),
        ("/transfers/3/off", "VALUE_BOUNDS"),
        ("/transfers/4/worked", "ENTRY_CONFLICT"),
        ("/transfers/4/off", "ENTRY_CONFLICT"),
        ("/transfers/5/off", "NOT_COVERED"),
    ];
    let sorted = |list: Vec<(String, &'static str)>| list.into_iter().collect::<BTreeSet<_>>();
    let expected = expected.map(|(at, code)| (at.to_owned(), code)).to_vec();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    assert_eq!(sorted(found), sorted(expected));
}

#[test]
fn a_year_that_is_covered_in_part_needs_no_announced_day() {
    let found = problems(
        r#"{
        "covered": {"2024": {"from": "2024-07-01", "until": "2026-07-01", "source": "s"}},
        "announced": {"ait": {"title": {"kk": "а", "ru": "а", "en": "a"}, "days": {
            "2025": {"day": "2025-06-06", "source": "s"}
        }}}
    }"#,
    );
    assert_eq!(found, []);
}

#[test]
fn a_day_off_may_be_moved_across_an_end_of_the_covered_period_but_not_beyond_it() {
    let moved = |worked: &str, off: &str| {
        problems(&format!(
            r#"{{
            "covered": {{"2025": {{"from": "2025-01-01", "until": "2026-01-01", "source": "s"}}}},
            "transfers": {{"1": {{"worked": "{worked}", "off": "{off}", "source": "s"}}}}
        }}"#
        ))
    };
    assert_eq!(moved("2024-12-28", "2025-01-03"), []);
    assert_eq!(moved("2025-12-27", "2026-01-05"), []);
    let beyond = [("/transfers/1/off".to_owned(), "NOT_COVERED")];
    assert_eq!(moved("2026-01-10", "2026-01-05"), beyond);
}

#[test]
fn a_period_without_ends_is_refused() {
    let found = problems(r#"{"covered": {"ever": {"source": "s"}}}"#);
    assert_eq!(found, [("/covered".to_owned(), "VALUE_BOUNDS")]);
    let found = problems(r#"{"covered": {"late": {"from": "9990-01-01", "source": "s"}}}"#);
    assert_eq!(found, []);
}

#[test]
fn an_empty_section_covers_nothing() {
    let (calendar, problems) = compile("{}");
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(calendar.covered(), None);
    let reason = calendar.is_working_day(day("2025-01-01")).unwrap_err();
    assert_eq!(
        reason.first().params.get("covered").unwrap().to_string(),
        ""
    );
}

/// Days counted one by one, as a person with a calendar would.
fn count_by_hand(calendar: &Calendar, from: Day, count: u32) -> Option<Day> {
    let mut day = from;
    for _ in 0..count {
        day = day.plus_days(1);
        while !calendar.is_working_day(day).ok()? {
            day = day.plus_days(1);
        }
    }
    Some(day)
}

fn covered_day() -> impl Strategy<Value = Day> {
    let first = Day::parse("2024-01-01").unwrap().epoch_days();
    let last = Day::parse("2027-12-31").unwrap().epoch_days();
    (first..=last).prop_map(|days| Day::from_epoch_days(days).unwrap())
}

proptest! {
    #[test]
    fn counting_agrees_with_counting_by_hand(from in covered_day(), count in 0u32..400) {
        let calendar = shipped();
        let answer = calendar.add_working_days(from, count);
        prop_assert_eq!(answer.clone().ok(), count_by_hand(&calendar, from, count));
        if let Ok(day) = answer {
            prop_assert_eq!(calendar.working_days_between(from, day).unwrap(), count);
            prop_assert!(count == 0 || calendar.is_working_day(day).unwrap());
        }
    }

    #[test]
    fn any_day_and_count_is_answered_or_not_covered(
        days in Day::MIN.epoch_days()..=Day::MAX.epoch_days(),
        count in any::<u32>(),
        year in any::<i32>(),
    ) {
        let calendar = shipped();
        let day = Day::from_epoch_days(days).unwrap();
        let covered = calendar.covered().unwrap();
        prop_assert_eq!(calendar.is_working_day(day).is_ok(), covered.contains(day));
        if let Err(reason) = calendar.add_working_days(day, count) {
            prop_assert_eq!(reason.code(), Code::NotCovered);
        }
        prop_assert_eq!(calendar.days_off(year).is_ok(), (2024..=2027).contains(&year));
    }

    /// No holiday is worked, and each of them gives exactly one day off, on its own date or, if
    /// that is on a weekend, on a later day from Monday to Friday.
    #[test]
    fn every_holiday_gives_one_day_off(
        holidays in proptest::collection::btree_set((1u32..=12, 1u32..=28), 0..20),
        year in 2001i32..2090,
    ) {
        let fixed: Vec<String> = holidays.iter().map(|(month, date)| format!(
            r#""{month}-{date}": {{"month": {month}, "day": {date}, "moves": true,
               "source": "s", "title": {{"kk": "а", "ru": "а", "en": "a"}}}}"#
        )).collect();
        let next = year.saturating_add(1);
        let (calendar, problems) = compile(&format!(
            r#"{{"covered": {{"y": {{"from": "{year}-01-01", "until": "{next}-03-01",
                 "source": "s"}}}}, "fixed": {{{}}}}}"#,
            fixed.join(",")
        ));
        prop_assert!(problems.is_empty(), "{problems:?}");
        let all = calendar.covered().unwrap();
        let days = (0..=all.first.days_until(all.last)).map(|offset| all.first.plus_days(offset));
        let mut off = Vec::new();
        let mut due = Vec::new();
        for day in days {
            let holiday = holidays.contains(&(day.month(), day.day_of_month()));
            let working = calendar.is_working_day(day).unwrap();
            prop_assert!(!(holiday && working));
            if holiday && day.year() == year {
                due.push(day);
            }
            if day.weekday() < 5 && !working {
                let moved = calendar.special_days(day).unwrap()[0].instead_of;
                prop_assert!(moved.is_none_or(|from| from < day && from.weekday() >= 5));
                off.push(moved.unwrap_or(day));
            }
        }
        off.retain(|day| day.year() == year);
        off.sort_unstable();
        prop_assert_eq!(off, due);
    }
}
