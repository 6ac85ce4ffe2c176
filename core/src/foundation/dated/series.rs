//! Effective-dated series: entries with a period and a source, looked up by date.

use std::collections::BTreeMap;

use crate::foundation::catalogue::Code;
use crate::foundation::day::{Day, DayRange};
use crate::foundation::id::SourceId;
use crate::foundation::json::{Place, shown_entry};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

/// An entry of a rulebook that is in force for a period and cites a source.
pub(crate) trait Dated {
    /// The first day it is in force; `None` if it has no beginning.
    fn from(&self) -> Option<Day>;
    /// The first day it is no longer in force (exclusive); `None` if it has no end.
    fn until(&self) -> Option<Day>;
    /// The source that says so.
    fn source(&self) -> SourceId;
}

/// The period of an entry, both ends inclusive, open ends being the ends of [`Day`]. `None` if the
/// entry ends before it begins, or on that day.
pub(crate) fn period(entry: &impl Dated) -> Option<DayRange> {
    let last = match entry.until() {
        Some(Day::MIN) => return None,
        Some(until) => until.plus_days(-1),
        None => Day::MAX,
    };
    DayRange::new(entry.from().unwrap_or(Day::MIN), last)
}

/// Defines the type of a rulebook entry: the given fields, and `from`, `until` and `source`.
macro_rules! dated {
    ($(
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $([at most $most:literal])? {
            $($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
        }
    )+) => {$(
        crate::foundation::json::record! {
            $(#[$meta])*
            $vis struct $name $([at most $most])? {
                /// The first day on which the entry is in force; absent: since ever.
                $vis from: Option<crate::foundation::day::Day>,
                /// The first day on which it no longer is (exclusive); absent: without end.
                $vis until: Option<crate::foundation::day::Day>,
                /// The name of the source in `sources` that says so.
                $vis source: crate::foundation::id::SourceId,
                $($(#[$field_meta])* $field_vis $field: $type),*
            }
        }

        impl crate::foundation::dated::Dated for $name {
            fn from(&self) -> Option<crate::foundation::day::Day> {
                self.from
            }
            fn until(&self) -> Option<crate::foundation::day::Day> {
                self.until
            }
            fn source(&self) -> crate::foundation::id::SourceId {
                self.source
            }
        }
    )+};
}
pub(crate) use dated;

/// A series may or may not leave days between its entries uncovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gaps {
    /// Each entry begins where the one before it ended.
    Refused,
    /// Days between entries are simply not covered.
    Allowed,
}

/// Entries of one parameter, sorted by their periods, which do not overlap.
#[derive(Clone, Debug)]
pub(crate) struct Series<T> {
    parameter: &'static str,
    entries: Vec<(DayRange, T)>,
}

impl<T> Series<T> {
    /// Sorts the named entries of a parameter and reports empty periods, overlaps and, where they
    /// are refused, gaps; these only if all entries could be read, since one that could not may fill
    /// the gap.
    pub(crate) fn new(
        parameter: &'static str,
        named: BTreeMap<String, T>,
        gaps: Gaps,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<T>
    where
        T: Dated,
    {
        Series::compiled(parameter, named, gaps, at, problems, |entry, _, _| entry)
    }

    /// As [`Series::new`], with each entry brought into the form that is looked up. `compile` gets
    /// the entry with its place, and adds its problems.
    pub(crate) fn compiled<E: Dated>(
        parameter: &'static str,
        named: BTreeMap<String, E>,
        gaps: Gaps,
        at: Place<'_>,
        problems: &mut Problems,
        compile: impl Fn(E, Place<'_>, &mut Problems) -> T,
    ) -> Series<T> {
        let refuses_gaps = gaps == Gaps::Refused && all_read(at, problems);
        let mut entries = Vec::new();
        for (name, entry) in named {
            if problems.is_full() {
                break;
            }
            let period = period(&entry);
            let entry = compile(entry, at.field(&name), problems);
            match period {
                Some(period) => entries.push((period, name, entry)),
                None => problems.push(Reason::new(Code::PeriodEmpty).at(at.field(&name).pointer())),
            }
        }
        entries.sort_by_key(|(period, ..)| (period.first, period.last));
        let followers = entries.iter().skip(1);
        for ((before, before_name, _), (after, after_name, _)) in entries.iter().zip(followers) {
            if problems.is_full() {
                break;
            }
            let at = at.field(after_name);
            if after.first <= before.last {
                let reason = Reason::new(Code::PeriodOverlap)
                    .with("other", shown_entry(before_name))
                    .with("on", after.first);
                problems.push(reason.at(at.pointer()));
            } else if refuses_gaps && after.first != before.last.plus_days(1) {
                let reason = Reason::new(Code::PeriodGap)
                    .with("first_day", before.last.plus_days(1))
                    .with("last_day", after.first.plus_days(-1));
                problems.push(reason.at(at.pointer()));
            }
        }
        let entries = entries
            .into_iter()
            .map(|(period, _, entry)| (period, entry))
            .collect();
        Series { parameter, entries }
    }

    /// The entry in force on this day.
    ///
    /// # Errors
    /// `NOT_COVERED`, naming the parameter and the days that are covered. The nearest entry is
    /// never used instead.
    #[inline]
    pub(crate) fn on(&self, day: Day) -> Result<&T, Reason> {
        self.find(day).ok_or_else(|| self.not_covered(day))
    }

    #[inline]
    fn find(&self, day: Day) -> Option<&T> {
        let place = self
            .entries
            .partition_point(|(period, _)| period.last < day);
        self.entries
            .get(place)
            .filter(|(period, _)| period.contains(day))
            .map(|(_, entry)| entry)
    }

    #[cold]
    #[inline(never)]
    fn not_covered(&self, day: Day) -> Reason {
        not_covered(
            self.parameter,
            day,
            self.entries.iter().map(|(period, _)| *period),
        )
    }

    /// `true` if no two entries are in force on one day, as in every loaded rulebook.
    pub(crate) fn is_disjoint(&self) -> bool {
        self.entries
            .is_sorted_by(|(before, _), (after, _)| before.last < after.first)
    }

    /// All entries with their periods, in the order of time.
    pub(crate) fn entries(&self) -> &[(DayRange, T)] {
        &self.entries
    }
}

/// `true` if no entry of the section at this place has had a problem so far.
pub(crate) fn all_read(at: Place<'_>, problems: &Problems) -> bool {
    if problems.is_empty() {
        return true;
    }
    let inside = format!("{}/", at.pointer());
    !problems.iter().any(|p| p.pointer.starts_with(&inside))
}

/// So many periods are listed at most; more are `…`.
const MOST_LISTED: usize = 20;

/// The reason for a day that no period covers. `covered` lists the periods as ISO 8601 intervals,
/// both ends inclusive, an open end as `..`.
pub(crate) fn not_covered(
    parameter: &str,
    day: Day,
    periods: impl Iterator<Item = DayRange>,
) -> Reason {
    let mut joined: Vec<DayRange> = Vec::new();
    for period in periods {
        match joined.last_mut() {
            Some(last) if last.last.plus_days(1) == period.first => last.last = period.last,
            _ => joined.push(period),
        }
        if joined.len() > MOST_LISTED {
            break;
        }
    }
    let more = joined.len() > MOST_LISTED;
    let end = |day: Day, open: Day| {
        if day == open {
            "..".to_owned()
        } else {
            day.to_string()
        }
    };
    let mut covered: Vec<String> = joined
        .iter()
        .take(MOST_LISTED)
        .map(|period| {
            format!(
                "{}/{}",
                end(period.first, Day::MIN),
                end(period.last, Day::MAX)
            )
        })
        .collect();
    if more {
        covered.push("…".to_owned());
    }
    Reason::new(Code::NotCovered)
        .with("parameter", parameter)
        .with("on", day)
        .with("covered", covered.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    dated! {
        #[derive(Clone, Debug)]
        struct Figure {
            amount: u32,
        }
    }

    fn series(text: &str, gaps: Gaps) -> (Series<Figure>, Vec<(String, &'static str)>) {
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let mut problems = Problems::new();
        let series = Series::new("figure", named, gaps, Place::ROOT, &mut problems);
        let problems = problems
            .into_iter()
            .map(|p| (p.pointer, p.code.as_str()))
            .collect();
        (series, problems)
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn look_up_is_by_date_and_fails_closed() {
        let text = r#"{
            "b": {"from": "2025-01-01", "until": "2026-01-01", "source": "s", "amount": 2},
            "a": {"from": "2024-01-01", "until": "2025-01-01", "source": "s", "amount": 1},
            "c": {"from": "2027-01-01", "source": "s", "amount": 3}
        }"#;
        let (series, problems) = series(text, Gaps::Allowed);
        assert!(problems.is_empty());
        assert_eq!(series.on(day("2024-12-31")).unwrap().amount, 1);
        assert_eq!(series.on(day("2025-01-01")).unwrap().amount, 2);
        assert_eq!(series.on(day("2090-01-01")).unwrap().amount, 3);
        let reason = series.on(day("2026-01-01")).unwrap_err();
        assert_eq!(reason.code, Code::NotCovered);
        let covered = reason.params.get("covered").unwrap().to_string();
        assert_eq!(covered, "2024-01-01/2025-12-31, 2027-01-01/..");
    }

    #[test]
    fn a_reason_lists_no_more_than_twenty_periods() {
        let entry = |number: i32| {
            let from = day("2024-01-01").plus_days(number * 2);
            let until = from.plus_days(1);
            format!(
                r#""e{number}": {{"from": "{from}", "until": "{until}", "source": "s", "amount": 1}}"#
            )
        };
        let listed = |count: i32| {
            let entries: Vec<String> = (0..count).map(entry).collect();
            let (series, _) = series(&format!("{{{}}}", entries.join(",")), Gaps::Allowed);
            let last = day("2024-01-01").plus_days(2 * (count - 1));
            assert_eq!(series.on(last).unwrap().amount, 1);
            let reason = series.on(day("2030-01-01")).unwrap_err();
            reason.params.get("covered").unwrap().to_string()
        };
        assert_eq!(listed(20).split(", ").count(), 20);
        assert!(listed(20).ends_with("/2024-02-08"));
        assert_eq!(listed(90).split(", ").count(), 21);
        assert!(listed(90).ends_with("/2024-02-08, …"));
    }

    #[test]
    fn an_entry_that_cannot_be_read_leaves_no_gap() {
        let named = |middle: &str| {
            format!(
                r#"{{
                "a": {{"until": "2025-01-01", "source": "s", "amount": 1}},
                "b": {{"from": "2025-01-01", "until": "2026-01-01", "source": "s", "amount": {middle}}},
                "c": {{"from": "2026-01-01", "source": "s", "amount": 3}}
            }}"#
            )
        };
        let pointers = |text: &str| {
            let json = crate::foundation::json::parse(text.as_bytes(), 10_000).unwrap();
            let (at, mut problems) = (Place::ROOT.field("figures"), Problems::new());
            let named =
                crate::foundation::json::FromJson::from_json(&json, at, &mut problems).unwrap();
            Series::<Figure>::new("figure", named, Gaps::Refused, at, &mut problems);
            problems.into_iter().map(|p| p.pointer).collect::<Vec<_>>()
        };
        assert_eq!(pointers(&named("2")), Vec::<String>::new());
        assert_eq!(pointers(&named("-2")), ["/figures/b/amount"]);
    }

    #[test]
    fn overlaps_gaps_and_empty_periods_are_found() {
        let text = r#"{
            "a": {"until": "2025-01-02", "source": "s", "amount": 1},
            "b": {"from": "2025-01-01", "until": "2025-06-01", "source": "s", "amount": 2},
            "c": {"from": "2025-06-02", "until": "2025-07-01", "source": "s", "amount": 3},
            "d": {"from": "2025-08-01", "until": "2025-08-01", "source": "s", "amount": 4}
        }"#;
        let (_, problems) = series(text, Gaps::Refused);
        let expected = [
            ("/d", "PERIOD_EMPTY"),
            ("/b", "PERIOD_OVERLAP"),
            ("/c", "PERIOD_GAP"),
        ];
        assert_eq!(problems, expected.map(|(at, code)| (at.to_owned(), code)));
    }
}
