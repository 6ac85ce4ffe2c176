//! Lists that come in.

use pyo3::Borrowed;
use pyo3::conversion::FromPyObjectOwned;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

/// A list, or any object that can be gone through and has places. Memory grows with the entries
/// found: PyO3's own `Vec` asks a class for its length, and takes memory for its claim.
pub(crate) struct List<T>(pub Vec<T>);

impl<'py, T: FromPyObjectOwned<'py>> FromPyObject<'_, 'py> for List<T> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = <Vec<T> as FromPyObject<'_, '_>>::INPUT_TYPE;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<List<T>> {
        let is_other = object.is_instance_of::<PyString>() || object.is_instance_of::<PyDict>();
        if is_other || !object.hasattr("__getitem__")? {
            let found = object.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "a list is needed, not {found}"
            )));
        }
        let mut entries = Vec::new();
        for entry in object.try_iter()? {
            entries.push(entry?.extract::<T>().map_err(Into::into)?);
        }
        Ok(List(entries))
    }
}
