//! The periods that summaries are made for.

use std::fmt;

use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::words::words;

words! {
    /// The length of a period of a summary.
    #[export(code)]
    PeriodLength {
        /// One civil day in Kazakhstan.
        Day = "day",
        /// One calendar month.
        Month = "month",
    }
}

/// A day or a month; it prints and parses as `2026-02-10` or `2026-02`.
///
/// ```
/// use qujat::feedback::{FeedbackPeriod, PeriodLength};
/// use qujat::Day;
/// let day = Day::parse("2026-02-10").unwrap();
/// let month = FeedbackPeriod::of(day, PeriodLength::Month);
/// assert_eq!(month.to_string(), "2026-02");
/// assert_eq!(FeedbackPeriod::parse("2026-02").unwrap(), month);
/// ```
#[export(class, scalar)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeedbackPeriod {
    first: Day,
    length: PeriodLength,
}

impl FeedbackPeriod {
    /// The period of this length that holds the day.
    #[must_use]
    pub fn of(day: Day, length: PeriodLength) -> FeedbackPeriod {
        let first = match length {
            PeriodLength::Day => day,
            PeriodLength::Month => Day::from_ymd(day.year(), day.month(), 1).unwrap_or(day),
        };
        FeedbackPeriod { first, length }
    }

    /// Reads `YYYY-MM-DD` or `YYYY-MM`.
    ///
    /// # Errors
    /// `DATE_INVALID` for anything else.
    pub fn parse(text: &str) -> Result<FeedbackPeriod> {
        Ok(FeedbackPeriod::read(text)?)
    }

    /// As [`FeedbackPeriod::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<FeedbackPeriod, Reason> {
        match text.len() {
            10 => Day::read(text).map(|day| FeedbackPeriod::of(day, PeriodLength::Day)),
            7 => Day::read(&format!("{text}-01"))
                .map(|day| FeedbackPeriod::of(day, PeriodLength::Month)),
            _ => Err(Reason::new(Code::DateInvalid)),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.first
    }

    /// Its length.
    #[must_use]
    pub fn length(self) -> PeriodLength {
        self.length
    }
}

from_str!(FeedbackPeriod);

impl fmt::Display for FeedbackPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FeedbackPeriod { first, length } = self;
        match length {
            PeriodLength::Day => write!(f, "{first}"),
            PeriodLength::Month => write!(f, "{:04}-{:02}", first.year(), first.month()),
        }
    }
}
