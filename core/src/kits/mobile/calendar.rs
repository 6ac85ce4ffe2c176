//! Working days.

use std::sync::Arc;

use crate::foundation::day::{Day, DayRange};
use crate::service::calendar::{DaysOff, SpecialDay};

use super::error::Answered;
use super::rulebook::Rulebook;

/// The working days of a rulebook.
#[derive(uniffi::Object)]
pub struct Calendar {
    rules: Arc<Rulebook>,
}

impl Calendar {
    pub(super) fn of(rules: Arc<Rulebook>) -> Arc<Calendar> {
        Arc::new(Calendar { rules })
    }

    pub(super) fn core(&self) -> &crate::service::calendar::Calendar {
        self.rules.core().calendar()
    }
}

#[uniffi::export]
impl Calendar {
    /// The days that are covered; `None` if no day is.
    pub fn covered(&self) -> Option<DayRange> {
        self.core().covered()
    }

    /// `true` for a working day.
    pub fn is_working_day(&self, day: Day) -> Answered<bool> {
        Ok(self.core().is_working_day(day)?)
    }

    /// The `count`-th working day after `day`, which is itself not counted; for 0, `day`.
    pub fn add_working_days(&self, day: Day, count: u32) -> Answered<Day> {
        Ok(self.core().add_working_days(day, count)?)
    }

    /// The number of working days after `from`, up to `to` inclusive.
    pub fn working_days_between(&self, from: Day, to: Day) -> Answered<u32> {
        Ok(self.core().working_days_between(from, to)?)
    }

    /// The special days of a year: days off from Monday to Friday, days declared working, and why.
    pub fn days_off(&self, year: i32) -> Answered<DaysOff> {
        Ok(self.core().days_off(year)?)
    }

    /// The special facts of this day; empty for an ordinary one.
    pub fn special_days(&self, day: Day) -> Answered<Vec<SpecialDay>> {
        Ok(self.core().special_days(day)?.to_vec())
    }
}
