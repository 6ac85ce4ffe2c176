//! Feedback and its summaries.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::error::{answer, call, detached};
use super::list::List;
use super::object::{NewArguments, Rebuilt, to_json};
use super::text::{Str, Text};
use crate::foundation::day::Day;
use crate::service::feedback::{
    Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup, FeedbackLimits,
    FeedbackPeriod, FeedbackShare, FeedbackSummaries, FeedbackSummary, PeriodLength,
};

#[pymethods]
impl Feedback {
    /// Reads feedback from JSON under these limits; its texts are cleaned and masked.
    #[staticmethod]
    #[pyo3(name = "read")]
    fn py_read(json: Text, limits: &FeedbackLimits) -> PyResult<Feedback> {
        call(|| Feedback::read(json.as_slice(), limits))
    }
}

#[pymethods]
impl FeedbackPeriod {
    /// Reads `YYYY-MM-DD` or `YYYY-MM`.
    #[new]
    fn __new__(text: Str<'_>) -> PyResult<FeedbackPeriod> {
        call(|| FeedbackPeriod::parse(text.0))
    }

    /// The period of this length that holds the day.
    #[staticmethod]
    #[pyo3(name = "of")]
    fn py_of(day: Day, length: PeriodLength) -> PyResult<FeedbackPeriod> {
        answer(|| FeedbackPeriod::of(day, length))
    }

    /// Its first day.
    #[getter(first_day)]
    fn py_first_day(&self) -> PyResult<Day> {
        answer(|| self.first_day())
    }

    /// Its length.
    #[getter(length)]
    fn py_length(&self) -> PeriodLength {
        self.length()
    }

    fn __str__(&self) -> String {
        self.to_string()
    }

    fn __repr__(&self) -> String {
        format!("FeedbackPeriod('{self}')")
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<NewArguments<'py>> {
        Ok((PyTuple::new(py, [self.to_string()])?, PyDict::new(py)))
    }
}

#[pymethods]
impl FeedbackSummary {
    /// The summary of no ratings.
    #[new]
    fn __new__() -> FeedbackSummary {
        FeedbackSummary::new()
    }

    /// The summary of overall ratings from 1 to 5.
    #[staticmethod]
    #[pyo3(name = "of_ratings")]
    fn py_of_ratings(ratings: List<u32>) -> PyResult<FeedbackSummary> {
        call(|| FeedbackSummary::of_ratings(&ratings.0))
    }

    /// Reads a summary that was written as JSON, on another machine for example.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<FeedbackSummary> {
        call(|| FeedbackSummary::from_json(json.as_slice()))
    }

    /// The summary as JSON text.
    #[pyo3(name = "to_json")]
    fn py_to_json(&self) -> PyResult<String> {
        to_json(self)
    }

    /// The summary with one person's ratings added.
    fn with_feedback(&self, feedback: &Feedback) -> PyResult<FeedbackSummary> {
        answer(|| {
            let mut summary = *self;
            summary.add(feedback);
            summary
        })
    }

    /// The summary of both.
    #[pyo3(name = "merge")]
    fn py_merge(&self, other: &FeedbackSummary) -> PyResult<FeedbackSummary> {
        answer(|| self.merge(other))
    }

    /// The figures of an aspect.
    #[pyo3(name = "figures")]
    fn py_figures(&self, aspect: FeedbackAspect) -> PyResult<FeedbackFigures> {
        answer(|| self.figures(aspect))
    }

    fn __repr__(&self) -> PyResult<String> {
        let figures = answer(|| self.figures(FeedbackAspect::Overall))?;
        let mean = figures.mean.unwrap_or_else(|| "None".to_owned());
        Ok(format!(
            "FeedbackSummary(count={}, mean={mean})",
            figures.count
        ))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (String,)> {
        let from_json = py.get_type::<FeedbackSummary>().getattr("from_json")?;
        Ok((from_json, (to_json(self)?,)))
    }
}

#[pymethods]
impl FeedbackSummaries {
    /// No summaries yet.
    #[new]
    fn __new__() -> FeedbackSummaries {
        FeedbackSummaries::new()
    }

    /// Reads summaries that were written as JSON. Groups that appear twice are added up.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(py: Python<'_>, json: Text) -> PyResult<FeedbackSummaries> {
        detached(py, || FeedbackSummaries::from_json(json.as_slice()))
    }

    /// The summaries as JSON text.
    #[pyo3(name = "to_json")]
    fn py_to_json(&self) -> PyResult<String> {
        to_json(self)
    }

    /// Adds feedback to the group of its period, channel and region. The period is that of the civil
    /// date at this offset from UTC in minutes.
    #[pyo3(name = "add", signature = (feedback, length, *, utc_offset_minutes = 300))]
    fn py_add(
        &mut self,
        feedback: &Feedback,
        length: PeriodLength,
        utc_offset_minutes: i32,
    ) -> PyResult<()> {
        call(|| self.add(feedback, length, utc_offset_minutes))
    }

    /// The summaries of both.
    #[pyo3(name = "merge")]
    fn py_merge(&self, other: &FeedbackSummaries) -> PyResult<FeedbackSummaries> {
        answer(|| self.merge(other))
    }

    /// All groups, sorted by period, channel and region.
    #[pyo3(name = "groups")]
    fn py_groups(&self) -> PyResult<Vec<FeedbackGroup>> {
        answer(|| self.groups())
    }

    /// The summary of all groups.
    #[pyo3(name = "total")]
    fn py_total(&self) -> PyResult<FeedbackSummary> {
        answer(|| self.total())
    }

    /// The summaries by one dimension, with all values of the others, sorted by its values.
    #[pyo3(name = "by")]
    fn py_by(&self, dimension: FeedbackDimension) -> PyResult<Vec<FeedbackShare>> {
        answer(|| self.by(dimension))
    }

    fn __copy__(&self) -> FeedbackSummaries {
        self.clone()
    }

    fn __deepcopy__(&self, memo: &Bound<'_, PyAny>) -> FeedbackSummaries {
        let _ = memo;
        self.clone()
    }

    fn __repr__(&self) -> String {
        format!("FeedbackSummaries(<{} groups>)", self.groups().len())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (String,)> {
        let from_json = py.get_type::<FeedbackSummaries>().getattr("from_json")?;
        Ok((from_json, (to_json(self)?,)))
    }
}
