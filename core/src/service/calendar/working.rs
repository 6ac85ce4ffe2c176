//! The compiled calendar: questions about working days answered by look-up.

use std::collections::BTreeMap;

use super::file::{CalendarFile, CoveredPeriod};
use super::layout::{is_weekend, lay_out, on_day};
use super::special::{DaysOff, SpecialDay, SpecialDayKind};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, not_covered};
use crate::foundation::day::{Day, DayRange};
use crate::foundation::json::Place;
use crate::foundation::problem::{Reason, Result};
use crate::foundation::problems::Problems;

/// A rulebook may cover this many days, about 200 years.
const MOST_DAYS: usize = 73_050;

/// The working days of the years that a rulebook covers (SPEC 6).
///
/// A working day is a day from Monday to Friday that is no public holiday and no moved day off, or
/// a day off that is declared working. Days outside the covered years are never guessed: each
/// function returns `NOT_COVERED` as soon as its answer depends on one.
#[derive(Clone, Debug)]
pub struct Calendar {
    covered: Option<DayRange>,
    /// One bit for each covered day, from the lowest bit of the first word: set for a working day.
    bits: Vec<u64>,
    /// The number of working days before each word of `bits`.
    before: Vec<u32>,
    /// All working days, in order.
    working: Vec<Day>,
    /// All special days, sorted by day.
    special: Vec<SpecialDay>,
}

impl Calendar {
    /// Compiles the section `calendar`, which stands at this place, and reports everything in it
    /// that cannot be: gaps and overlaps of the covered years, years without an announced
    /// holiday, holidays twice, transfers of days that cannot be transferred.
    pub(crate) fn compile(
        mut file: CalendarFile,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Calendar {
        let named = std::mem::take(&mut file.covered);
        let covered = covered_range(named, at.field("covered"), problems);
        let special = covered
            .map(|covered| lay_out(&file, covered, at, problems))
            .unwrap_or_default();
        let mut calendar = Calendar {
            covered,
            bits: Vec::new(),
            before: Vec::new(),
            working: Vec::new(),
            special,
        };
        if let Some(covered) = covered {
            calendar.fill(covered);
        }
        calendar
    }

    fn fill(&mut self, covered: DayRange) {
        for offset in 0..=covered.first.days_until(covered.last) {
            let bit = offset.unsigned_abs() % u64::BITS;
            if bit == 0 {
                let count = u32::try_from(self.working.len()).unwrap_or(u32::MAX);
                self.before.push(count);
                self.bits.push(0);
            }
            let day = covered.first.plus_days(offset);
            if works(on_day(&self.special, day), day) {
                self.working.push(day);
                if let Some(word) = self.bits.last_mut() {
                    *word |= 1u64.wrapping_shl(bit);
                }
            }
        }
    }

    /// The days that are covered, or `None` if no day is.
    #[must_use]
    pub fn covered(&self) -> Option<DayRange> {
        self.covered
    }

    /// `true` for a working day.
    ///
    /// # Errors
    /// `NOT_COVERED` for a day outside the covered years.
    pub fn is_working_day(&self, day: Day) -> Result<bool> {
        let (word, bit) = self.position(day)?;
        let bits = self.bits.get(word).copied().unwrap_or_default();
        Ok(bits.wrapping_shr(bit) & 1 == 1)
    }

    /// The `count`-th working day after `day`, which is itself not counted; for 0, `day`, working
    /// or not. The 15th working day after filing is the day by which a card is ready.
    ///
    /// # Errors
    /// `NOT_COVERED` if `day` or the answer is outside the covered years.
    pub fn add_working_days(&self, day: Day, count: u32) -> Result<Day> {
        let until = self.count_through(day)?;
        let Some(more) = count.checked_sub(1) else {
            return Ok(day);
        };
        let index = usize::try_from(until.saturating_add(more)).unwrap_or(usize::MAX);
        Ok(self
            .working
            .get(index)
            .copied()
            .ok_or_else(|| self.not_covered(self.day_after()))?)
    }

    /// The number of working days after `from`, up to `to` inclusive; 0 for the same day. Adding
    /// that many working days to `from` gives `to`, if `to` is a working day.
    ///
    /// # Errors
    /// `INTERVAL_REVERSED` if `to` is before `from`; `NOT_COVERED` if one of them is outside the
    /// covered years.
    pub fn working_days_between(&self, from: Day, to: Day) -> Result<u32> {
        if to < from {
            return Err(Reason::new(Code::IntervalReversed).into());
        }
        let until = self.count_through(from)?;
        Ok(self.count_through(to)?.saturating_sub(until))
    }

    /// The special days of a year: days off from Monday to Friday, days declared working, and why.
    ///
    /// # Errors
    /// `NOT_COVERED`, naming a day of the year that is not covered.
    pub fn days_off(&self, year: i32) -> Result<DaysOff> {
        let (Some(first), Some(last)) = (Day::from_ymd(year, 1, 1), Day::from_ymd(year, 12, 31))
        else {
            // A year that no day belongs to: the end of time on that side is named.
            let end = if year < 1 { Day::MIN } else { Day::MAX };
            return Err(self.not_covered(end).into());
        };
        self.position(first)?;
        self.position(last)?;
        let start = self.special.partition_point(|special| special.day < first);
        let end = self.special.partition_point(|special| special.day <= last);
        let special = self.special.get(start..end).unwrap_or_default().to_vec();
        let mut days = Vec::new();
        let mut worked = Vec::new();
        for entry in &special {
            let day = entry.day;
            if entry.kind == SpecialDayKind::DeclaredWorking {
                worked.push(day);
            } else if !is_weekend(day) && !self.is_working_day(day)? && days.last() != Some(&day) {
                days.push(day);
            }
        }
        Ok(DaysOff {
            year,
            days,
            worked,
            special,
        })
    }

    /// The special facts of this day; empty for an ordinary one.
    ///
    /// # Errors
    /// `NOT_COVERED` for a day outside the covered years.
    pub fn special_days(&self, day: Day) -> Result<&[SpecialDay]> {
        self.position(day)?;
        Ok(on_day(&self.special, day))
    }

    /// The number of covered working days up to `day` inclusive.
    fn count_through(&self, day: Day) -> Result<u32, Reason> {
        let (word, bit) = self.position(day)?;
        let bits = self.bits.get(word).copied().unwrap_or_default();
        let before = self.before.get(word).copied().unwrap_or_default();
        let up_to = u64::MAX.wrapping_shr(63u32.saturating_sub(bit));
        Ok(before.saturating_add((bits & up_to).count_ones()))
    }

    /// The word of `bits` and the bit in it that stand for this day.
    fn position(&self, day: Day) -> Result<(usize, u32), Reason> {
        self.covered
            .filter(|covered| covered.contains(day))
            .and_then(|covered| u32::try_from(covered.first.days_until(day)).ok())
            .and_then(|offset| Some((usize::try_from(offset / 64).ok()?, offset % 64)))
            .ok_or_else(|| self.not_covered(day))
    }

    fn day_after(&self) -> Day {
        self.covered
            .map_or(Day::MIN, |covered| covered.last.plus_days(1))
    }

    #[cold]
    fn not_covered(&self, day: Day) -> Reason {
        not_covered(super::PARAMETER, day, self.covered.into_iter())
    }
}

/// `true` if a day is worked. A decree outweighs the holidays and the weekday.
fn works(special: &[SpecialDay], day: Day) -> bool {
    let has = |kind| special.iter().any(|special| special.kind == kind);
    has(SpecialDayKind::DeclaredWorking) || (special.is_empty() && !is_weekend(day))
}

/// The covered period: one, without gaps, and of a reasonable length.
fn covered_range(
    named: BTreeMap<String, CoveredPeriod>,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<DayRange> {
    let series = Series::new(super::PARAMETER, named, Gaps::Refused, at, problems);
    let entries = series.entries();
    let first = entries.iter().map(|(period, _)| period.first).min()?;
    let last = entries.iter().map(|(period, _)| period.last).max()?;
    let days = usize::try_from(first.days_until(last)).unwrap_or(usize::MAX);
    if days >= MOST_DAYS {
        let reason = Reason::new(Code::ValueBounds).with("detail", "more than 200 years");
        problems.push(reason.at(at.pointer()));
        return None;
    }
    DayRange::new(first, last)
}
