//! From rules to days: where each holiday and each transfer falls.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{CalendarFile, FixedHoliday, Transfer};
use super::special::{SpecialDay, SpecialDayKind};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{not_covered, period};
use crate::foundation::day::{Day, DayRange};
use crate::foundation::json::{Place, check_bounds, shown_entry};
use crate::foundation::language::shown_text;
use crate::foundation::problem::{Problem, Reason};
use crate::foundation::problems::Problems;

/// Holidays of the days just before the covered period count too: one that falls on the weekend
/// before it moves into it. No holiday moves farther than this.
const FARTHEST_MOVE: i32 = 366;

/// `true` for Saturday and Sunday.
pub(super) fn is_weekend(day: Day) -> bool {
    day.weekday() >= 5
}

/// Lays out all special days that touch the covered period, sorted by day.
///
/// The order is that of the law: a state holiday on a weekend moves to the next working day; a
/// decree then moves days off of the calendar that results.
pub(super) fn lay_out(
    file: &CalendarFile,
    covered: DayRange,
    at: Place<'_>,
    problems: &mut Problems,
) -> Vec<SpecialDay> {
    check_fixed(&file.fixed, at.field("fixed"), problems);
    check_announced(file, covered, at.field("announced"), problems);
    let holidays = holidays(file, covered);
    let mut days = moved_holidays(&holidays);
    days.extend(holidays.into_iter().map(|holiday| holiday.special));
    days.sort_by_key(|special| (special.day, special.kind));
    let transfers = transfers(file, covered, &days, at.field("transfers"), problems);
    days.extend(transfers);
    days.retain(|special| covered.contains(special.day));
    days.sort_by_key(|special| (special.day, special.kind));
    days
}

struct Holiday {
    special: SpecialDay,
    moves: bool,
}

/// All holidays on their own dates, in the order of time.
fn holidays(file: &CalendarFile, covered: DayRange) -> Vec<Holiday> {
    let near = DayRange {
        first: covered.first.plus_days(-FARTHEST_MOVE),
        last: covered.last,
    };
    let mut holidays = Vec::new();
    // A title that is too long is a problem already, and is not written down for every year.
    let fixed = file.fixed.iter();
    for (name, entry) in fixed.filter(|(_, entry)| shown_text(&entry.title, &()).is_ok()) {
        let Some(in_force) = period(entry).and_then(|period| period.intersection(near)) else {
            continue;
        };
        for year in in_force.first.year()..=in_force.last.year() {
            let day = Day::from_ymd(year, entry.month, entry.day);
            if let Some(day) = day.filter(|day| in_force.contains(*day)) {
                let special = SpecialDay {
                    day,
                    kind: SpecialDayKind::Holiday,
                    name: name.clone(),
                    title: Some(entry.title.clone()),
                    instead_of: None,
                    estimated: false,
                    source: entry.source,
                };
                let moves = entry.moves;
                holidays.push(Holiday { special, moves });
            }
        }
    }
    let announced = file.announced.iter();
    for (name, holiday) in announced.filter(|(_, entry)| shown_text(&entry.title, &()).is_ok()) {
        for announced in holiday.days.values() {
            let special = SpecialDay {
                day: announced.day,
                kind: SpecialDayKind::Holiday,
                name: name.clone(),
                title: Some(holiday.title.clone()),
                instead_of: None,
                estimated: announced.estimated.unwrap_or(false),
                source: announced.source,
            };
            let moves = false;
            holidays.push(Holiday { special, moves });
        }
    }
    holidays.sort_by_key(|holiday| holiday.special.day);
    holidays
}

/// The days off that holidays on a weekend move to: each, in order, to the next day from Monday to
/// Friday that is no holiday and that no other holiday has moved to.
fn moved_holidays(holidays: &[Holiday]) -> Vec<SpecialDay> {
    let mut taken: BTreeSet<Day> = holidays.iter().map(|h| h.special.day).collect();
    let mut moved = Vec::new();
    for holiday in holidays {
        let date = holiday.special.day;
        if !holiday.moves || !is_weekend(date) {
            continue;
        }
        let target = (1..=FARTHEST_MOVE)
            .map(|days| date.plus_days(days))
            .find(|day| !is_weekend(*day) && !taken.contains(day));
        if let Some(day) = target {
            taken.insert(day);
            moved.push(SpecialDay {
                day,
                kind: SpecialDayKind::MovedHoliday,
                instead_of: Some(date),
                ..holiday.special.clone()
            });
        }
    }
    moved
}

/// Reports holidays that are no date, and two holidays on one date at the same time.
fn check_fixed(fixed: &BTreeMap<String, FixedHoliday>, at: Place<'_>, problems: &mut Problems) {
    let mut seen: Vec<(&String, &FixedHoliday)> = Vec::new();
    for (name, entry) in fixed {
        let at = at.field(name);
        check_bounds(entry, at, problems);
        // A leap year has every date that any year has.
        if Day::from_ymd(2024, entry.month, entry.day).is_none() {
            problems.push(Reason::new(Code::DateInvalid).at(at.field("day").pointer()));
        }
        let Some(in_force) = period(entry) else {
            problems.push(Reason::new(Code::PeriodEmpty).at(at.pointer()));
            continue;
        };
        let other = seen.iter().find(|(_, other)| {
            (other.month, other.day) == (entry.month, entry.day)
                && period(*other).is_some_and(|period| period.intersection(in_force).is_some())
        });
        if let Some((other, _)) = other {
            problems.push(conflict(other, at));
        }
        seen.push((name, entry));
    }
}

/// Reports announced days outside the covered period, days given twice, and covered years for
/// which no day is announced. The Islamic year is shorter than ours, so that each of our years has
/// the holiday at least once.
fn check_announced(file: &CalendarFile, covered: DayRange, at: Place<'_>, problems: &mut Problems) {
    for (name, holiday) in &file.announced {
        let at = at.field(name);
        check_bounds(holiday, at, problems);
        let at = at.field("days");
        let mut seen: BTreeMap<Day, &String> = BTreeMap::new();
        for (name, announced) in &holiday.days {
            let at = at.field(name);
            if !covered.contains(announced.day) {
                problems.push(outside(announced.day, covered, at.field("day")));
            }
            if let Some(other) = seen.insert(announced.day, name) {
                problems.push(conflict(other, at));
            }
        }
        let years: BTreeSet<i32> = seen.keys().map(|day| day.year()).collect();
        for year in covered.first.year()..=covered.last.year() {
            let (Some(first), Some(last)) =
                (Day::from_ymd(year, 1, 1), Day::from_ymd(year, 12, 31))
            else {
                continue;
            };
            let whole = covered.contains(first) && covered.contains(last);
            if whole && !years.contains(&year) {
                let reason = Reason::new(Code::PeriodGap)
                    .with("first_day", first)
                    .with("last_day", last);
                problems.push(reason.at(at.pointer()));
            }
        }
    }
}

/// The days that decrees moved, checked against the calendar without them.
fn transfers(
    file: &CalendarFile,
    covered: DayRange,
    laid_out: &[SpecialDay],
    at: Place<'_>,
    problems: &mut Problems,
) -> Vec<SpecialDay> {
    let mut days = Vec::new();
    let mut seen: BTreeMap<Day, &String> = BTreeMap::new();
    for (name, transfer) in &file.transfers {
        let at = at.field(name);
        // A decree may move a day off across the end of the covered period, but not beyond it.
        if !covered.contains(transfer.worked) && !covered.contains(transfer.off) {
            problems.push(outside(transfer.off, covered, at.field("off")));
        }
        for (day, field) in [(transfer.worked, "worked"), (transfer.off, "off")] {
            match seen.insert(day, name) {
                Some(other) => problems.push(conflict(other, at.field(field))),
                None => check_transferred(transfer, day, laid_out, at.field(field), problems),
            }
        }
        let special = |day, kind, instead_of| SpecialDay {
            day,
            kind,
            name: name.clone(),
            title: None,
            instead_of: Some(instead_of),
            estimated: false,
            source: transfer.source,
        };
        let Transfer { worked, off, .. } = *transfer;
        days.push(special(worked, SpecialDayKind::DeclaredWorking, off));
        days.push(special(off, SpecialDayKind::MovedDayOff, worked));
    }
    days
}

/// The day worked must be a day off, though no holiday; the day off must be a working day.
fn check_transferred(
    transfer: &Transfer,
    day: Day,
    laid_out: &[SpecialDay],
    at: Place<'_>,
    problems: &mut Problems,
) {
    let special = on_day(laid_out, day);
    let bounds = |detail: &str| Reason::new(Code::ValueBounds).with("detail", detail);
    if day == transfer.worked {
        let holiday = special.iter().find(|s| s.kind == SpecialDayKind::Holiday);
        if let Some(holiday) = holiday {
            problems.push(conflict(&holiday.name, at));
        } else if special.is_empty() && !is_weekend(day) {
            problems.push(bounds("a working day already").at(at.pointer()));
        }
    } else if let Some(special) = special.first() {
        problems.push(conflict(&special.name, at));
    } else if is_weekend(day) {
        problems.push(bounds("a day off already").at(at.pointer()));
    }
}

/// The special days on this day, of a list sorted by day.
pub(super) fn on_day(sorted: &[SpecialDay], day: Day) -> &[SpecialDay] {
    let first = sorted.partition_point(|special| special.day < day);
    let end = sorted.partition_point(|special| special.day <= day);
    sorted.get(first..end).unwrap_or_default()
}

fn conflict(other: &str, at: Place<'_>) -> Problem {
    Reason::new(Code::EntryConflict)
        .with("other", shown_entry(other))
        .at(at.pointer())
}

fn outside(day: Day, covered: DayRange, at: Place<'_>) -> Problem {
    not_covered(super::PARAMETER, day, std::iter::once(covered)).at(at.pointer())
}
