//! Civil dates: a day in Kazakhstan's calendar, with no time and no zone.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::json::{Fields, FromJson, Json, Place};
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::problems::Problems;

/// A civil date from 0001-01-01 to 9999-12-31, both inclusive.
///
/// It is stored as the number of days since 1970-01-01, so that the rules' arithmetic is integer
/// arithmetic. It prints and parses as `YYYY-MM-DD` and cannot be shifted by a time zone.
///
/// ```
/// use qujat::Day;
/// let day = Day::parse("2025-11-10").unwrap();
/// assert_eq!(day.plus_days(-30).to_string(), "2025-10-11");
/// assert!(Day::parse("2025-02-29").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Days from 0001-01-01 (day 1 of chrono's count) to 1970-01-01.
const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// The first day that can be represented, 0001-01-01.
    pub const MIN: Day = Day(-719_162);
    /// The last day that can be represented, 9999-12-31.
    pub const MAX: Day = Day(2_932_896);

    /// The day with this year (1 to 9999), month (1 to 12) and day of the month, or `None` if
    /// there is no such day.
    ///
    /// ```
    /// use qujat::Day;
    /// assert!(Day::from_ymd(2024, 2, 29).is_some());
    /// assert!(Day::from_ymd(2025, 2, 29).is_none());
    /// ```
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Day::from_chrono)
    }

    /// The day this many days after 1970-01-01, or `None` outside the range of [`Day`].
    #[must_use]
    pub const fn from_epoch_days(days: i32) -> Option<Day> {
        if days < Day::MIN.0 || days > Day::MAX.0 {
            None
        } else {
            Some(Day(days))
        }
    }

    /// The number of days since 1970-01-01 (negative before).
    #[must_use]
    pub const fn epoch_days(self) -> i32 {
        self.0
    }

    /// Reads `YYYY-MM-DD`: ten ASCII characters, nothing around them.
    ///
    /// # Errors
    /// `DATE_INVALID` for anything else, and for a day that does not exist.
    ///
    /// ```
    /// use qujat::Day;
    /// assert!(Day::parse("2026-03-01").is_ok());
    /// assert_eq!(Day::parse("2026-3-1").unwrap_err().code().as_str(), "DATE_INVALID");
    /// ```
    pub fn parse(text: &str) -> Result<Day> {
        Ok(Day::read(text)?)
    }

    /// As [`Day::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<Day, Reason> {
        Day::parse_iso(text.as_bytes()).ok_or_else(|| Reason::new(Code::DateInvalid))
    }

    fn parse_iso(text: &[u8]) -> Option<Day> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
            return None;
        };
        let year = decimal(&[*y1, *y2, *y3, *y4])?;
        let (month, day) = (decimal(&[*m1, *m2])?, decimal(&[*d1, *d2])?);
        Day::from_ymd(i32::try_from(year).ok()?, month, day)
    }

    /// The day `days` later (earlier, if negative); it stops at [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0.saturating_add(days).clamp(Day::MIN.0, Day::MAX.0))
    }

    /// The same month and day `years` later. 29 February becomes 28 February in a year without
    /// one: the rule by which a card's expiry date is printed (SPEC 4, own choice). `None`
    /// outside the range of [`Day`].
    ///
    /// ```
    /// use qujat::Day;
    /// let issued = Day::parse("2024-02-29").unwrap();
    /// assert_eq!(issued.plus_years_feb28(10).unwrap().to_string(), "2034-02-28");
    /// ```
    #[must_use]
    pub fn plus_years_feb28(self, years: i32) -> Option<Day> {
        let date = self.to_chrono();
        let year = date.year().checked_add(years)?;
        let day = if date.month() == 2 && date.day() == 29 && !is_leap(year) {
            28
        } else {
            date.day()
        };
        Day::from_ymd(year, date.month(), day)
    }

    /// Calendar days from `self` to `later`: negative if `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Day) -> i32 {
        later.0.saturating_sub(self.0)
    }

    /// Year, month and day of the month, converted once.
    pub(crate) fn ymd(self) -> (i32, u32, u32) {
        let date = self.to_chrono();
        (date.year(), date.month(), date.day())
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.to_chrono().year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.to_chrono().month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.to_chrono().day()
    }

    /// The day of the week, from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday. The remainder is 0 to 6, so the conversion cannot fail.
        u8::try_from(self.0.saturating_add(3).rem_euclid(7)).unwrap_or_default()
    }

    /// This day as chrono's date.
    #[must_use]
    pub fn to_chrono(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE))
            .unwrap_or_default()
    }

    /// chrono's date as a day, or `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_chrono(date: NaiveDate) -> Option<Day> {
        Day::from_epoch_days(date.num_days_from_ce().checked_sub(EPOCH_FROM_CE)?)
    }
}

from_str!(Day);

fn is_leap(year: i32) -> bool {
    NaiveDate::from_ymd_opt(year, 2, 29).is_some()
}

/// ASCII digits as a number; `None` for anything else.
pub(crate) fn decimal(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |value, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        value.checked_mul(10)?.checked_add(u32::from(digit))
    })
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.to_chrono();
        write!(
            f,
            "{:04}-{:02}-{:02}",
            date.year(),
            date.month(),
            date.day()
        )
    }
}

/// A range of days, both ends inclusive.
#[export(record, public, own_reader)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct DayRange {
    /// The first day of the range.
    pub first: Day,
    /// The last day of the range, which belongs to it.
    pub last: Day,
}

impl FromJson for DayRange {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<DayRange> {
        let fields = Fields::new(json, &["first", "last"], at, problems)?;
        let first = fields.require("first", at, problems);
        let last = fields.require("last", at, problems);
        let range = DayRange::new(first?, last?);
        if range.is_none() {
            problems.push(Reason::new(Code::IntervalReversed).at(at.pointer()));
        }
        range
    }
}

impl DayRange {
    /// The range from `first` to `last`, or `None` if `last` is before `first`.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<DayRange> {
        (first <= last).then_some(DayRange { first, last })
    }

    /// `true` if the range holds this day.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days that both ranges hold, or `None` if they have no day in common.
    #[must_use]
    pub fn intersection(self, other: DayRange) -> Option<DayRange> {
        DayRange::new(self.first.max(other.first), self.last.min(other.last))
    }
}

impl fmt::Display for DayRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_of_the_range_are_the_ends_of_the_calendar() {
        assert_eq!(Day::MIN.to_string(), "0001-01-01");
        assert_eq!(Day::MAX.to_string(), "9999-12-31");
        assert_eq!(Day::MIN.plus_days(-1), Day::MIN);
        assert_eq!(Day::MAX.plus_days(i32::MAX), Day::MAX);
    }

    #[test]
    fn weekdays_are_counted_from_monday() {
        assert_eq!(Day::parse("1970-01-01").unwrap().weekday(), 3);
        assert_eq!(Day::parse("2025-11-10").unwrap().weekday(), 0);
        assert_eq!(Day::parse("2025-11-09").unwrap().weekday(), 6);
    }

    proptest! {
        #[test]
        fn printing_and_parsing_round_trip(days in Day::MIN.0..=Day::MAX.0) {
            let day = Day::from_epoch_days(days).unwrap();
            prop_assert_eq!(Day::parse(&day.to_string()).unwrap(), day);
            prop_assert_eq!(Day::from_chrono(day.to_chrono()), Some(day));
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".{0,12}") {
            let _ = Day::parse(&text);
        }
    }
}
