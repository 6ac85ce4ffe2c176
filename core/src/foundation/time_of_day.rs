//! Times of day, to the minute.

use std::fmt;

use crate::foundation::catalogue::Code;
use crate::foundation::day::decimal;
use crate::foundation::problem::{Reason, Result, from_str};

/// A civil time from 00:00 to 24:00, both inclusive; 24:00 is the end of a day, and so only the end
/// of a range.
///
/// ```
/// use qujat::TimeOfDay;
/// let opening = TimeOfDay::parse("09:00")?;
/// assert_eq!(opening.minutes(), 540);
/// assert_eq!(opening.plus_minutes(15).unwrap().to_string(), "09:15");
/// assert_eq!(TimeOfDay::parse("9:00").unwrap_err().code().as_str(), "TIME_INVALID");
/// # Ok::<(), qujat::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

/// The minutes of a day.
const DAY: u16 = 24 * 60;

impl TimeOfDay {
    /// The beginning of a day, 00:00.
    pub const START: TimeOfDay = TimeOfDay(0);
    /// The end of a day, 24:00.
    pub const END: TimeOfDay = TimeOfDay(DAY);

    /// Reads `HH:MM`: five ASCII characters.
    ///
    /// # Errors
    /// `TIME_INVALID` for anything else, and beyond 24:00.
    pub fn parse(text: &str) -> Result<TimeOfDay> {
        Ok(TimeOfDay::read(text)?)
    }

    /// As [`TimeOfDay::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<TimeOfDay, Reason> {
        TimeOfDay::parse_hours(text.as_bytes()).ok_or_else(|| Reason::new(Code::TimeInvalid))
    }

    fn parse_hours(text: &[u8]) -> Option<TimeOfDay> {
        let [h1, h2, b':', m1, m2] = text else {
            return None;
        };
        let (hours, minutes) = (decimal(&[*h1, *h2])?, decimal(&[*m1, *m2])?);
        let minutes = Some(minutes).filter(|minutes| *minutes < 60)?;
        TimeOfDay::from_minutes(hours.checked_mul(60)?.checked_add(minutes)?)
    }

    /// The time this many minutes after 00:00, or `None` beyond 24:00.
    #[must_use]
    pub fn from_minutes(minutes: u32) -> Option<TimeOfDay> {
        let minutes = u16::try_from(minutes).ok()?;
        (minutes <= DAY).then_some(TimeOfDay(minutes))
    }

    /// Minutes since 00:00: 0 to 1440.
    #[must_use]
    pub fn minutes(self) -> u32 {
        self.0.into()
    }

    /// The time this many minutes later, or `None` beyond 24:00.
    #[must_use]
    pub fn plus_minutes(self, minutes: u32) -> Option<TimeOfDay> {
        TimeOfDay::from_minutes(self.minutes().checked_add(minutes)?)
    }
}

from_str!(TimeOfDay);

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_times_of_a_day_are_read() {
        for bad in [
            "", "9:00", "09:60", "24:01", "25:00", "09-00", "0９:00", " 9:00", "09:00:00",
        ] {
            let reason = TimeOfDay::parse(bad).unwrap_err();
            assert_eq!(reason.code(), Code::TimeInvalid, "{bad}");
        }
        assert_eq!(TimeOfDay::parse("24:00").unwrap(), TimeOfDay::END);
        assert_eq!(TimeOfDay::parse("00:00").unwrap(), TimeOfDay::START);
        assert_eq!(TimeOfDay::END.plus_minutes(1), None);
        assert_eq!(TimeOfDay::START.plus_minutes(u32::MAX), None);
    }

    proptest! {
        #[test]
        fn printing_and_parsing_round_trip(minutes in 0u32..=1440) {
            let time = TimeOfDay::from_minutes(minutes).unwrap();
            prop_assert_eq!(TimeOfDay::parse(&time.to_string()).unwrap(), time);
            prop_assert_eq!(time.minutes(), minutes);
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".{0,8}") {
            let _ = TimeOfDay::parse(&text);
        }
    }
}
