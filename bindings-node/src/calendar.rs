//! Working days.

use napi::Env;
use napi_derive::napi;
use qujat::calendar::{DaysOff, SpecialDay};
use qujat::{Day, DayRange};

use crate::convert::{In, Out};
use crate::error::call;
use crate::rulebook::Rulebook;

/// The working days of a rulebook: `rules.calendar`.
#[napi]
pub struct Calendar {
    rules: Rulebook,
}

impl Calendar {
    pub(crate) fn of(rules: Rulebook) -> Calendar {
        Calendar { rules }
    }

    pub(crate) fn core(&self) -> &qujat::calendar::Calendar {
        self.rules.core().calendar()
    }
}

#[napi]
impl Calendar {
    /// The days that are covered; `null` if no day is.
    #[napi(getter)]
    pub fn covered(&self) -> Option<Out<DayRange>> {
        self.core().covered().map(Out)
    }

    /// `true` for a working day.
    #[napi]
    pub fn is_working_day(&self, env: Env, day: In<Day>) -> napi::Result<bool> {
        call(&env, || self.core().is_working_day(day.0))
    }

    /// The `count`-th working day after `day`, which is itself not counted; for 0, `day`.
    #[napi]
    pub fn add_working_days(
        &self,
        env: Env,
        day: In<Day>,
        count: In<u32>,
    ) -> napi::Result<Out<Day>> {
        call(&env, || self.core().add_working_days(day.0, count.0)).map(Out)
    }

    /// The number of working days after `from`, up to `to` inclusive.
    #[napi]
    pub fn working_days_between(&self, env: Env, from: In<Day>, to: In<Day>) -> napi::Result<u32> {
        call(&env, || self.core().working_days_between(from.0, to.0))
    }

    /// The special days of a year: days off from Monday to Friday, days declared working, and why.
    #[napi]
    pub fn days_off(&self, env: Env, year: In<i32>) -> napi::Result<Out<DaysOff>> {
        call(&env, || self.core().days_off(year.0)).map(Out)
    }

    /// The special facts of this day; empty for an ordinary one.
    #[napi]
    pub fn special_days(&self, env: Env, day: In<Day>) -> napi::Result<Out<Vec<SpecialDay>>> {
        call(&env, || self.core().special_days(day.0).map(<[_]>::to_vec)).map(Out)
    }
}
