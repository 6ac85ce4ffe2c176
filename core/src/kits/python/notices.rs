//! Notices and technical faults.

use pyo3::prelude::*;

use super::error::call;
use super::text::Text;
use crate::service::faults::FaultQuery;
use crate::service::notice_kinds::{NoticeData, NoticeKind};

#[pymethods]
impl NoticeData {
    /// Reads the data of this kind of notice from a JSON object with its variables.
    #[staticmethod]
    #[pyo3(name = "of_kind")]
    fn py_of_kind(kind: NoticeKind, json: Text) -> PyResult<NoticeData> {
        call(|| NoticeData::of_kind(kind, json.as_slice()))
    }

    /// The kind of the notice.
    #[getter(kind)]
    fn py_kind(&self) -> NoticeKind {
        self.kind()
    }
}

#[pymethods]
impl FaultQuery {
    /// Reads an attempt and the faults from JSON.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<FaultQuery> {
        call(|| FaultQuery::from_json(json.as_slice()))
    }
}
