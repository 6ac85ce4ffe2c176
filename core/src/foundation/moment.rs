//! Instants: a point on the time line, for events, faults and attempts.

use std::fmt;

use chrono::{DateTime, FixedOffset, Timelike, Utc};
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::time_of_day::TimeOfDay;

/// An instant from year 1 to 9999 (UTC), to the nanosecond.
///
/// It parses from RFC 3339 with any offset and prints in UTC, with as many decimals as it needs.
///
/// ```
/// use qujat::Moment;
/// let moment = Moment::parse("2026-02-10T09:30:00+05:00").unwrap();
/// assert_eq!(moment.to_string(), "2026-02-10T04:30:00Z");
/// assert!(Moment::parse("2026-02-10 09:30").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<Utc>);

/// A civil date and time, the seconds left out.
#[export(record, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct CivilTime {
    /// The civil date.
    pub day: Day,
    /// The civil time, before 24:00.
    pub time: TimeOfDay,
}

impl Moment {
    /// Reads an RFC 3339 date and time with an offset. Leap seconds (`:60`) are refused, since no
    /// two platforms agree on them.
    ///
    /// # Errors
    /// `MOMENT_INVALID` for anything else, and outside the years 1 to 9999 in UTC.
    pub fn parse(text: &str) -> Result<Moment> {
        Ok(Moment::read(text)?)
    }

    /// As [`Moment::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<Moment, Reason> {
        Moment::parse_rfc3339(text).ok_or_else(|| Reason::new(Code::MomentInvalid))
    }

    fn parse_rfc3339(text: &str) -> Option<Moment> {
        // RFC 3339 has at least 20 characters and an upper or lower case `T`; chrono would also
        // take a space.
        let separator = text.as_bytes().get(10)?;
        if text.len() > 40 || !separator.eq_ignore_ascii_case(&b'T') {
            return None;
        }
        let decimals = text.get(19..)?.strip_prefix('.').map_or(0, |rest| {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        });
        if decimals > 9 {
            return None;
        }
        Moment::from_chrono(DateTime::parse_from_rfc3339(text).ok()?.to_utc())
    }

    /// chrono's instant, or `None` for a leap second or outside the years 1 to 9999.
    #[must_use]
    pub fn from_chrono(instant: DateTime<Utc>) -> Option<Moment> {
        let inside = Day::from_chrono(instant.date_naive()).is_some();
        (inside && instant.nanosecond() < 1_000_000_000).then_some(Moment(instant))
    }

    /// This instant as chrono's.
    #[must_use]
    pub fn to_chrono(self) -> DateTime<Utc> {
        self.0
    }

    /// Nanoseconds from `self` to `later`: negative if `later` is earlier.
    #[must_use]
    pub fn nanoseconds_until(self, later: Moment) -> i128 {
        let seconds =
            i128::from(later.0.timestamp()).saturating_sub(i128::from(self.0.timestamp()));
        let nanoseconds = i128::from(later.0.timestamp_subsec_nanos())
            .saturating_sub(i128::from(self.0.timestamp_subsec_nanos()));
        seconds
            .saturating_mul(1_000_000_000)
            .saturating_add(nanoseconds)
    }

    /// The civil date and time at this offset from UTC in minutes.
    /// `None` if the offset is a day or more, or the date is outside the range of [`Day`].
    #[must_use]
    pub fn civil(self, utc_offset_minutes: i32) -> Option<CivilTime> {
        let offset = FixedOffset::east_opt(utc_offset_minutes.checked_mul(60)?)?;
        let local = self.0.with_timezone(&offset);
        let minute = local.hour().checked_mul(60)?.checked_add(local.minute())?;
        Some(CivilTime {
            day: Day::from_chrono(local.date_naive())?,
            time: TimeOfDay::from_minutes(minute)?,
        })
    }
}

from_str!(Moment);

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%.fZ"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_fractions_and_limits() {
        let parse = |text: &str| Moment::parse(text).map(|moment| moment.to_string());
        assert_eq!(
            parse("2026-02-10T00:00:00+05:00").unwrap(),
            "2026-02-09T19:00:00Z"
        );
        assert_eq!(
            parse("2026-02-10T00:00:00.5Z").unwrap(),
            "2026-02-10T00:00:00.500Z"
        );
        for bad in [
            "",
            "2026-02-10",
            "2026-02-10T00:00:00",
            "2026-02-10 00:00:00Z",
            "2026-02-10T23:59:60Z",
            "2026-02-10T24:00:00Z",
            "2026-02-10T00:00:00.1234567890Z",
            "0001-01-01T00:00:00+05:00",
        ] {
            assert!(Moment::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn civil_date_in_kazakhstan_is_five_hours_ahead() {
        let moment = Moment::parse("2026-02-28T19:00:00Z").unwrap();
        let civil = moment.civil(300).unwrap();
        assert_eq!(civil.day.to_string(), "2026-03-01");
        assert_eq!(civil.time, TimeOfDay::START);
    }
}
