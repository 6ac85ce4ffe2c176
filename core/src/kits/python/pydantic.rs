//! The hooks that make a class a field type of pydantic models. Their work is done in Python,
//! in `qujat/_pydantic.py`, which is imported when pydantic calls them.

use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::filing::ApplicationForm;

const MODULE: &str = "qujat._pydantic";

/// The schema by which pydantic reads and writes objects of a class.
pub(super) fn core_schema<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    let module = class.py().import(MODULE)?;
    module.call_method1("core_schema", (class,))
}

/// The JSON Schema of a class.
pub(super) fn json_schema<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    let module = class.py().import(MODULE)?;
    module.call_method1("json_schema", (class,))
}

macro_rules! pydantic_field {
    ($name:ident) => {
        #[pymethods]
        impl $name {
            #[classmethod]
            fn __get_pydantic_core_schema__<'py>(
                cls: &Bound<'py, pyo3::types::PyType>,
                source: &Bound<'py, PyAny>,
                handler: &Bound<'py, PyAny>,
            ) -> PyResult<Bound<'py, PyAny>> {
                let _ = (source, handler);
                crate::kits::python::pydantic::core_schema(cls)
            }

            #[classmethod]
            fn __get_pydantic_json_schema__<'py>(
                cls: &Bound<'py, pyo3::types::PyType>,
                schema: &Bound<'py, PyAny>,
                handler: &Bound<'py, PyAny>,
            ) -> PyResult<Bound<'py, PyAny>> {
                let _ = (schema, handler);
                crate::kits::python::pydantic::json_schema(cls)
            }
        }
    };
}
pub(super) use pydantic_field;

pydantic_field!(ApplicationForm);
