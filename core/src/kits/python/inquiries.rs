//! The questions, and the decision.

use pyo3::prelude::*;

use super::error::{answer, call};
use super::text::Text;
use crate::filing::register::RegisterRecord;
use crate::foundation::day::{Day, DayRange};
use crate::foundation::language::{Language, LocalText};
use crate::foundation::problem::Reason;
use crate::service::eligibility::{Decision, Inquiry};
use crate::service::fees::FeeInquiry;

#[pymethods]
impl Inquiry {
    /// An identity card that is replaced because it expires, with nothing known from the register.
    #[staticmethod]
    #[pyo3(name = "renewal")]
    fn py_renewal(expires_on: Day) -> Inquiry {
        Inquiry::renewal(expires_on)
    }
}

#[pymethods]
impl FeeInquiry {
    /// The renewal of an identity card filed on a day, without exemption and delivery.
    #[staticmethod]
    #[pyo3(name = "renewal")]
    fn py_renewal(on: Day) -> FeeInquiry {
        FeeInquiry::renewal(on)
    }
}

#[pymethods]
impl Decision {
    /// `true` if the card can be renewed online.
    #[getter(is_eligible)]
    fn py_is_eligible(&self) -> PyResult<bool> {
        answer(|| self.is_eligible())
    }

    /// The reasons: the failed checks, or `ELIGIBLE`.
    #[pyo3(name = "why")]
    fn py_why(&self) -> PyResult<Vec<Reason>> {
        answer(|| self.reasons())
    }
}

#[pymethods]
impl DayRange {
    fn __contains__(&self, day: Day) -> bool {
        self.contains(day)
    }

    /// The days that both ranges hold, or `None` if they have no day in common.
    #[pyo3(name = "intersection")]
    fn py_intersection(&self, other: DayRange) -> PyResult<Option<DayRange>> {
        answer(|| self.intersection(other))
    }
}

#[pymethods]
impl LocalText {
    /// The text in this language.
    #[pyo3(name = "get")]
    fn py_get(&self, language: Language) -> &str {
        self.get(language)
    }
}

#[pymethods]
impl RegisterRecord {
    /// Reads a record from JSON.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<RegisterRecord> {
        call(|| RegisterRecord::from_json(json.as_slice()))
    }
}
