//! Working days.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::error::call;
use super::object::NewArguments;
use super::rulebook::RulebookObject;
use crate::foundation::day::{Day, DayRange};
use crate::service::calendar::{DaysOff, SpecialDay};

/// The working days of a rulebook.
#[pyclass(module = "qujat", name = "Calendar", frozen, eq, hash)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CalendarObject {
    rules: RulebookObject,
}

#[pymethods]
impl CalendarObject {
    /// The calendar of a rulebook; `Rulebook.calendar` is the same.
    #[new]
    pub(super) fn __new__(rules: RulebookObject) -> CalendarObject {
        CalendarObject { rules }
    }

    /// The days that are covered, or `None` if no day is.
    #[getter]
    fn covered(&self) -> Option<DayRange> {
        self.core().covered()
    }

    /// `true` for a working day.
    fn is_working_day(&self, day: Day) -> PyResult<bool> {
        call(|| self.core().is_working_day(day))
    }

    /// The `count`-th working day after `day`, which is itself not counted; for 0, `day`.
    fn add_working_days(&self, day: Day, count: u32) -> PyResult<Day> {
        call(|| self.core().add_working_days(day, count))
    }

    /// The number of working days after `from_day`, up to `to_day` inclusive.
    fn working_days_between(&self, from_day: Day, to_day: Day) -> PyResult<u32> {
        call(|| self.core().working_days_between(from_day, to_day))
    }

    /// The special days of a year: days off from Monday to Friday, days declared working, and why.
    fn days_off(&self, year: i32) -> PyResult<DaysOff> {
        call(|| self.core().days_off(year))
    }

    /// The special facts of this day; empty for an ordinary one.
    fn special_days(&self, day: Day) -> PyResult<Vec<SpecialDay>> {
        call(|| self.core().special_days(day).map(<[SpecialDay]>::to_vec))
    }

    fn __repr__(&self) -> String {
        format!("Calendar({})", self.rules.shown())
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<NewArguments<'py>> {
        Ok((PyTuple::new(py, [self.rules.clone()])?, PyDict::new(py)))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, memo: &Bound<'_, PyAny>) -> Py<Self> {
        let _ = memo;
        slf
    }
}

impl CalendarObject {
    pub(super) fn core(&self) -> &crate::service::calendar::Calendar {
        self.rules.calendar()
    }
}
