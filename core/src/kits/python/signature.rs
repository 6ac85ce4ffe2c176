//! The strokes of a pen.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::error::{answer, call};
use super::object::{Rebuilt, to_json};
use super::text::{Bytes, Text};
use crate::pictures::signature::Strokes;

#[pymethods]
impl Strokes {
    /// Reads strokes from JSON of at most 1 MiB:
    /// `{"width": 600, "height": 200, "strokes": [[{"x": 10.5, "y": 20, "t": 0}, …], …]}`, in any unit
    /// from the canvas's upper left corner; `t` is optional, in milliseconds since whenever.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<Strokes> {
        call(|| Strokes::from_json(json.as_slice()))
    }

    #[staticmethod]
    fn _restore(json: Bytes) -> PyResult<Strokes> {
        call(|| Strokes::from_canonical(json.as_slice()))
    }

    /// The strokes as JSON text, in the form that `from_json` reads. It is biometric data, and can
    /// be longer than the text that was read, since coordinates are written as they were rounded.
    #[pyo3(name = "to_json")]
    fn py_to_json(&self) -> PyResult<String> {
        to_json(self)
    }

    /// The number of strokes with at least one point.
    #[getter(stroke_count)]
    fn get_stroke_count(&self) -> PyResult<u32> {
        answer(|| self.stroke_count())
    }

    /// The number of points of all strokes.
    #[getter(point_count)]
    fn get_point_count(&self) -> PyResult<u32> {
        answer(|| self.point_count())
    }

    fn __repr__(&self) -> PyResult<String> {
        let (strokes, points) = (self.get_stroke_count()?, self.get_point_count()?);
        Ok(format!("Strokes(<{strokes} strokes, {points} points>)"))
    }

    /// By `_restore`: the canonical text may be longer than `from_json` reads.
    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (Bound<'py, PyBytes>,)> {
        let text = PyBytes::new(py, to_json(self)?.as_bytes());
        Ok((py.get_type::<Strokes>().getattr("_restore")?, (text,)))
    }
}
