//! Working days and the time of day by hand.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc, Weekday};
use chrono_tz::Asia::Almaty;

/// The days of which the weekday does not say whether they are worked.
pub struct Holidays {
    /// Sorted.
    off: Vec<NaiveDate>,
    worked: Vec<NaiveDate>,
    last: NaiveDate,
}

const OFF: &[(i32, &[(u32, u32)])] = &[
    (
        2025,
        &[
            (1, 1),
            (1, 2),
            (1, 3),
            (1, 7),
            (3, 10),
            (3, 21),
            (3, 24),
            (3, 25),
            (5, 1),
            (5, 7),
            (5, 9),
            (6, 6),
            (7, 7),
            (9, 1),
            (10, 27),
            (12, 16),
        ],
    ),
    (
        2026,
        &[
            (1, 1),
            (1, 2),
            (1, 7),
            (3, 9),
            (3, 23),
            (3, 24),
            (3, 25),
            (5, 1),
            (5, 7),
            (5, 11),
            (5, 27),
            (7, 6),
            (10, 26),
            (12, 16),
        ],
    ),
    (
        2027,
        &[
            (1, 1),
            (1, 4),
            (1, 7),
            (3, 8),
            (3, 15),
            (3, 22),
            (3, 23),
            (3, 24),
            (5, 3),
            (5, 7),
            (5, 10),
            (7, 6),
            (10, 25),
            (12, 16),
        ],
    ),
];

impl Holidays {
    pub fn new() -> Holidays {
        let years = OFF.iter().flat_map(|(year, days)| {
            days.iter()
                .filter_map(|(month, day)| NaiveDate::from_ymd_opt(*year, *month, *day))
        });
        Holidays {
            off: years.collect(),
            worked: vec![NaiveDate::from_ymd_opt(2025, 1, 5).unwrap()],
            last: NaiveDate::from_ymd_opt(2027, 12, 31).unwrap(),
        }
    }

    fn is_worked(&self, date: NaiveDate) -> bool {
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            self.worked.binary_search(&date).is_ok()
        } else {
            self.off.binary_search(&date).is_err()
        }
    }

    /// The fifteenth working day after filing.
    pub fn ready_on(&self, filed_on: NaiveDate) -> Option<NaiveDate> {
        let mut date = filed_on;
        let mut left = 15;
        while left > 0 {
            date = date.succ_opt()?;
            if date > self.last {
                return None;
            }
            left -= u32::from(self.is_worked(date));
        }
        Some(date)
    }
}

/// The date in Kazakhstan, and the minutes since midnight.
pub fn civil(instant: DateTime<Utc>) -> (NaiveDate, u32) {
    let local = instant.with_timezone(&Almaty);
    (local.date_naive(), local.hour() * 60 + local.minute())
}
