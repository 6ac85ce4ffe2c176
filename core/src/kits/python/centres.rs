//! Service centres, bookings and appointments.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::calendar::CalendarObject;
use super::error::{answer, call};
use super::list::List;
use super::object::Rebuilt;
use super::text::{OwnedStr, Str, Text};
use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::language::Language;
use crate::foundation::moment::Moment;
use crate::foundation::problem::Problem;
use crate::service::centres::{
    Appointment, AppointmentStatus, Booking, Centre, CentreDirectory, PickupOffer, SpecialHours,
    TimeRange, Timetable,
};

#[pymethods]
impl Centre {
    /// Reads one centre from JSON and checks it.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<Centre> {
        call(|| Centre::from_json(json.as_slice()))
    }

    /// The problems of this centre; empty for one from a directory.
    #[pyo3(name = "problems")]
    fn py_problems(&self) -> PyResult<Vec<Problem>> {
        answer(|| self.problems())
    }

    /// `true` if the centre gives this service.
    #[pyo3(name = "gives")]
    fn py_gives(&self, service: Str<'_>) -> PyResult<bool> {
        answer(|| self.gives(service.0))
    }

    /// The hours of the centre on this day; empty if it is closed.
    #[pyo3(name = "hours_on")]
    fn py_hours_on(&self, day: Day, calendar: &CalendarObject) -> PyResult<Vec<TimeRange>> {
        call(|| {
            self.hours_on(day, calendar.core())
                .map(<[TimeRange]>::to_vec)
        })
    }
}

#[pymethods]
impl CentreDirectory {
    /// A directory of these centres.
    #[new]
    fn __new__(centres: List<Centre>) -> PyResult<CentreDirectory> {
        call(|| CentreDirectory::new(centres.0))
    }

    /// Reads a directory from JSON.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(py: Python<'_>, json: Text) -> PyResult<CentreDirectory> {
        super::error::detached(py, || CentreDirectory::from_json(json.as_slice()))
    }

    /// The directory as JSON text, the same in every language.
    #[pyo3(name = "to_json")]
    fn py_to_json(&self) -> PyResult<String> {
        super::to_json(self)
    }

    /// The file's remark on itself, such as that its centres are invented.
    #[getter(about)]
    fn py_about(&self) -> Option<&str> {
        self.about()
    }

    /// All centres, sorted by their identifiers.
    #[getter(centres)]
    fn py_centres(&self) -> Vec<Centre> {
        self.centres().to_vec()
    }

    /// The centre with this identifier; `CENTRE_UNKNOWN` for an unknown one.
    #[pyo3(name = "centre")]
    fn py_centre(&self, id: CentreId) -> PyResult<Centre> {
        call(|| self.centre(id).cloned())
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        PyTuple::new(py, self.centres().to_vec())?.hash()
    }

    fn __len__(&self) -> usize {
        self.centres().len()
    }

    fn __repr__(&self) -> String {
        format!("CentreDirectory(<{} centres>)", self.centres().len())
    }

    #[staticmethod]
    fn _restore(about: Option<OwnedStr>, centres: List<Centre>) -> PyResult<CentreDirectory> {
        call(|| CentreDirectory::new(centres.0))
            .map(|directory| directory.with_about(about.map(|about| about.0)))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (Option<&str>, Vec<Centre>)> {
        let restore = py.get_type::<CentreDirectory>().getattr("_restore")?;
        Ok((restore, (self.about(), self.centres().to_vec())))
    }
}

#[pymethods]
impl Booking {
    /// Reads a list of bookings from JSON.
    #[staticmethod]
    #[pyo3(name = "list_from_json")]
    fn py_list_from_json(json: Text) -> PyResult<Vec<Booking>> {
        call(|| Booking::list_from_json(json.as_slice()))
    }
}

#[pymethods]
impl Timetable {
    /// The hours of a weekday, from 0 for Monday to 6 for Sunday.
    #[pyo3(name = "on_weekday")]
    fn py_on_weekday(&self, weekday: u8) -> PyResult<Vec<TimeRange>> {
        answer(|| self.on_weekday(weekday).to_vec())
    }
}

#[pymethods]
impl SpecialHours {
    /// The hours of this date, if it has hours of its own.
    #[pyo3(name = "on")]
    fn py_on(&self, day: Day) -> PyResult<Option<Vec<TimeRange>>> {
        answer(|| self.on(day).map(<[TimeRange]>::to_vec))
    }
}

#[pymethods]
impl Appointment {
    /// The appointment that was offered at this centre, with the rulebook's texts and an alarm on the
    /// day before. `sequence` counts its changes.
    #[staticmethod]
    #[pyo3(
        name = "at_centre",
        signature = (
            offer, centre, application, stamp, language, *, sequence = 0,
            status = AppointmentStatus::Booked
        ),
        text_signature = "(offer, centre, application, stamp, language, *, sequence=0, status='booked')"
    )]
    fn py_at_centre(
        offer: &PickupOffer,
        centre: &Centre,
        application: OwnedStr,
        stamp: Moment,
        language: Language,
        sequence: u32,
        status: AppointmentStatus,
    ) -> PyResult<Appointment> {
        answer(|| Appointment {
            sequence,
            status,
            ..Appointment::at_centre(offer, centre, application.0, stamp, language)
        })
    }
}
