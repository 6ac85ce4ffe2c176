//! The common part of all exported classes.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};

use super::error::answer;

/// A value that a class is made of, as Python sees it.
pub(crate) struct Field<'py> {
    pub name: &'static str,
    /// Its type has `None`.
    pub is_optional: bool,
    /// It may not be printed.
    pub hidden: bool,
    pub value: Bound<'py, PyAny>,
}

/// The fields of an object, in their order.
pub(crate) struct Fields<'py> {
    /// The name of the class in `repr`.
    pub class: &'static str,
    /// The constructor takes the optional ones by keyword only.
    pub keywords: bool,
    pub fields: Vec<Field<'py>>,
}

/// A class whose objects are their fields. `export` implements it.
pub(crate) trait Exported {
    fn fields<'py>(&self, py: Python<'py>) -> PyResult<Fields<'py>>;
}

/// The arguments of the constructor that give the same object, which `pickle` keeps.
pub(crate) type NewArguments<'py> = (Bound<'py, PyTuple>, Bound<'py, PyDict>);

/// The result of `__reduce__`: a function, and the arguments that give the same object.
pub(crate) type Rebuilt<'py, A> = PyResult<(Bound<'py, PyAny>, A)>;

pub(crate) fn new_arguments<'py>(
    object: &impl Exported,
    py: Python<'py>,
) -> PyResult<NewArguments<'py>> {
    let Fields {
        keywords, fields, ..
    } = object.fields(py)?;
    let (named, positional): (Vec<_>, Vec<_>) = fields
        .into_iter()
        .partition(|field| keywords && field.is_optional);
    let arguments = PyTuple::new(py, positional.into_iter().map(|field| field.value))?;
    let by_name = PyDict::new(py);
    for field in named {
        by_name.set_item(field.name, field.value)?;
    }
    Ok((arguments, by_name))
}

/// `Class(name=value, …)`, with `***` for all fields that are hidden.
pub(crate) fn repr(object: &impl Exported, py: Python<'_>) -> PyResult<String> {
    let Fields { class, fields, .. } = object.fields(py)?;
    let (hidden, shown): (Vec<_>, Vec<_>) = fields.into_iter().partition(|field| field.hidden);
    let mut parts = Vec::with_capacity(shown.len());
    for field in shown {
        parts.push(format!("{}={}", field.name, field.value.repr()?));
    }
    if !hidden.is_empty() {
        parts.push("***".to_owned());
    }
    Ok(format!("{class}({})", parts.join(", ")))
}

/// The hash of the fields. A list counts as its contents, since an object's lists never change.
pub(crate) fn hash(object: &impl Exported, py: Python<'_>) -> PyResult<isize> {
    let fields = object.fields(py)?.fields.into_iter();
    let values: PyResult<Vec<_>> = fields.map(|field| hashable(field.value)).collect();
    PyTuple::new(py, values?)?.hash()
}

fn hashable(value: Bound<'_, PyAny>) -> PyResult<Bound<'_, PyAny>> {
    let Ok(list) = value.cast::<PyList>() else {
        return Ok(value);
    };
    let entries: PyResult<Vec<_>> = list.iter().map(hashable).collect();
    Ok(PyTuple::new(value.py(), entries?)?.into_any())
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> PyResult<String> {
    answer(|| serde_json::to_string(value))?
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// `Class(name='value', …)` of plain texts.
pub(crate) fn repr_of_pairs(
    py: Python<'_>,
    class: &str,
    pairs: &[(&str, &str)],
) -> PyResult<String> {
    let mut parts = Vec::with_capacity(pairs.len());
    for (name, value) in pairs {
        parts.push(format!("{name}={}", value.into_pyobject(py)?.repr()?));
    }
    Ok(format!("{class}({})", parts.join(", ")))
}
