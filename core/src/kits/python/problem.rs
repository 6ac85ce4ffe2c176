//! Codes, parameters, reasons and problems.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyKeyError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMapping, PyTuple};

use super::error::{answer, call};
use super::list::List;
use super::object::{Rebuilt, repr_of_pairs, to_json};
use super::text::{OwnedStr, Str};
use crate::foundation::catalogue::{Area, Code, ParamKind, ParamSpec, Severity};
use crate::foundation::id::SourceId;
use crate::foundation::json::Place;
use crate::foundation::problem::{ParamValue, Params, Problem, Reason};

fn value_to<'py>(value: &ParamValue, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    match value {
        ParamValue::Text { value } => value.into_bound_py_any(py),
        ParamValue::Word { value } => value.into_bound_py_any(py),
        ParamValue::Number { value } => value.into_bound_py_any(py),
        ParamValue::Date { value } => value.into_bound_py_any(py),
        ParamValue::Amount { value } => value.into_bound_py_any(py),
        ParamValue::Decimal { value } => value.into_bound_py_any(py),
    }
}

fn value_from(kind: ParamKind, object: &Bound<'_, PyAny>) -> PyResult<ParamValue> {
    Ok(match kind {
        ParamKind::Text => ParamValue::Text {
            value: object.extract::<OwnedStr>()?.0,
        },
        ParamKind::Word => ParamValue::Word {
            value: object.extract::<OwnedStr>()?.0.into(),
        },
        ParamKind::Number => ParamValue::Number {
            value: object.extract()?,
        },
        ParamKind::Date => ParamValue::Date {
            value: object.extract()?,
        },
        ParamKind::Amount => ParamValue::Amount {
            value: object.extract()?,
        },
        ParamKind::Decimal => ParamValue::Decimal {
            value: object.extract()?,
        },
    })
}

/// An immutable mapping, registered as `collections.abc.Mapping`.
#[pymethods]
impl Params {
    /// The parameters of a code from a mapping of names to values. All that the code has must be
    /// there, and no others.
    #[staticmethod]
    fn of(code: Code, values: &Bound<'_, PyMapping>) -> PyResult<Params> {
        let mut params = Params::default();
        let specs = code.params();
        for spec in specs {
            let missing = || Reason::new(Code::MissingField).at(place(spec.name));
            if !values.contains(spec.name)? {
                return Err(missing().into());
            }
            params.push(
                spec.name,
                value_from(spec.kind, &values.get_item(spec.name)?)?,
            );
        }
        for name in values.keys()? {
            let name = name.extract::<OwnedStr>()?.0;
            if specs.iter().all(|spec| spec.name != name) {
                let reason = Reason::new(Code::UnknownField).with("suggestion", "");
                return Err(reason.at(place(&name)).into());
            }
        }
        Ok(params)
    }

    /// From names, kinds and values, as `__reduce__` gives them. A name that no code has is left out.
    #[staticmethod]
    fn _restore(entries: List<(OwnedStr, ParamKind, Bound<'_, PyAny>)>) -> PyResult<Params> {
        let specs = || Code::ALL.iter().flat_map(|code| code.params());
        let mut params = Params::default();
        for (name, kind, value) in entries.0 {
            if let Some(spec) = specs().find(|spec| spec.name == name.0) {
                params.push(spec.name, value_from(kind, &value)?);
            }
        }
        Ok(params)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, Bound<'py, PyTuple>> {
        let entries = PyList::empty(py);
        for (name, value) in Params::iter(self) {
            entries.append((name, value.kind(), value_to(value, py)?))?;
        }
        let restore = py.get_type::<Params>().getattr("_restore")?;
        Ok((restore, PyTuple::new(py, [entries])?))
    }

    fn __len__(&self) -> usize {
        Params::iter(self).len()
    }

    fn __contains__(&self, name: &Bound<'_, PyAny>) -> bool {
        name.extract::<Str<'_>>()
            .is_ok_and(|name| Params::get(self, name.0).is_some())
    }

    fn __getitem__<'py>(&self, py: Python<'py>, name: Str<'_>) -> PyResult<Bound<'py, PyAny>> {
        match Params::get(self, name.0) {
            Some(value) => value_to(value, py),
            None => Err(PyKeyError::new_err(name.0.to_owned())),
        }
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(py, self.keys())?.try_iter()?.into_any())
    }

    /// The value with this name, or `default`.
    #[pyo3(name = "get", signature = (name, default = None))]
    fn py_get<'py>(
        &self,
        py: Python<'py>,
        name: Str<'_>,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        match Params::get(self, name.0) {
            Some(value) => value_to(value, py).map(Some),
            None => Ok(default),
        }
    }

    /// The names, in the catalogue's order.
    fn keys(&self) -> Vec<&'static str> {
        Params::iter(self).map(|(name, _)| name).collect()
    }

    /// The values, in the order of the names.
    fn values(&self, py: Python<'_>) -> PyResult<Vec<Py<PyAny>>> {
        let values = Params::iter(self);
        values
            .map(|(_, value)| Ok(value_to(value, py)?.unbind()))
            .collect()
    }

    /// Names with their values.
    fn items(&self, py: Python<'_>) -> PyResult<Vec<(&'static str, Py<PyAny>)>> {
        let items = Params::iter(self);
        items
            .map(|(name, value)| Ok((name, value_to(value, py)?.unbind())))
            .collect()
    }

    /// Equal to parameters, and to any mapping with the same names and values.
    fn __eq__<'py>(&self, py: Python<'py>, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        if let Ok(other) = other.cast::<Params>() {
            return Ok(self == other.get());
        }
        let Ok(other) = other.cast::<PyMapping>() else {
            return Ok(false);
        };
        if other.len()? != self.__len__() {
            return Ok(false);
        }
        for (name, value) in Params::iter(self) {
            if !other.contains(name)? || !other.get_item(name)?.eq(value_to(value, py)?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        PyTuple::new(py, self.items(py)?)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let dict = PyDict::new(py);
        for (name, value) in Params::iter(self) {
            dict.set_item(name, value_to(value, py)?)?;
        }
        Ok(format!("Params({})", dict.repr()?))
    }

    /// The parameters as JSON text: dates and amounts as strings.
    fn to_json(&self) -> PyResult<String> {
        to_json(self)
    }
}

fn place(name: &str) -> String {
    Place::ROOT.field(name).pointer()
}

#[pymethods]
impl Reason {
    /// A reason with this code and these parameters, by name.
    #[staticmethod]
    #[pyo3(signature = (code, *, source = None, **params))]
    fn of(
        py: Python<'_>,
        code: Code,
        source: Option<SourceId>,
        params: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Reason> {
        let empty = PyDict::new(py);
        let params = Params::of(code, params.unwrap_or(&empty).as_mapping())?;
        Ok(Reason {
            code,
            params,
            source,
        })
    }

    /// A reason with this code and the parameters of a JSON object, as `to_json` writes them.
    #[staticmethod]
    #[pyo3(name = "from_params")]
    fn py_from_params(code: Code, json: super::text::Text) -> PyResult<Reason> {
        call(|| Reason::from_params(code, json.as_slice()))
    }

    /// A reason with this code and sample values for all its parameters.
    #[staticmethod]
    #[pyo3(name = "sample")]
    fn py_sample(code: Code) -> PyResult<Reason> {
        answer(|| Reason::sample(code))
    }

    /// This reason as a problem at a place in the input: an RFC 6901 JSON pointer.
    #[pyo3(name = "at", signature = (pointer = OwnedStr(String::new())), text_signature = "($self, pointer='')")]
    fn py_at(&self, pointer: OwnedStr) -> PyResult<Problem> {
        answer(|| self.clone().at(pointer.0))
    }

    /// The code with its parameters, for developers' logs.
    fn __str__(&self) -> PyResult<String> {
        answer(|| self.to_string())
    }
}

#[pymethods]
impl Problem {
    /// `true` if it stands in the way of the application: an error or a refusal.
    #[getter(is_blocking)]
    fn py_is_blocking(&self) -> bool {
        self.is_blocking()
    }

    /// The code, its place and its parameters, for developers' logs.
    fn __str__(&self) -> PyResult<String> {
        answer(|| self.to_string())
    }
}

#[pymethods]
impl ParamSpec {
    /// The name, in snake_case.
    #[getter(name)]
    fn py_name(&self) -> &'static str {
        self.name
    }

    /// The kind of its value.
    #[getter(kind)]
    fn py_kind(&self) -> ParamKind {
        self.kind
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of_pairs(
            py,
            "ParamSpec",
            &[("name", self.name), ("kind", self.kind.as_str())],
        )
    }

    #[staticmethod]
    fn _restore(code_or_kind: Str<'_>, name: Str<'_>) -> PyResult<ParamSpec> {
        let specs = Code::ALL.iter().flat_map(|code| code.params());
        let notices = crate::service::notice_kinds::NoticeKind::ALL
            .iter()
            .flat_map(|kind| kind.params());
        let spec = specs
            .chain(notices)
            .find(|spec| spec.name == name.0 && spec.kind.as_str() == code_or_kind.0);
        spec.copied()
            .ok_or_else(|| PyTypeError::new_err("no code and no notice has such a parameter"))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (&str, &str)> {
        let restore = py.get_type::<ParamSpec>().getattr("_restore")?;
        Ok((restore, (self.kind.as_str(), self.name)))
    }
}

/// The part of the service a code belongs to; `Code.area` calls it.
#[pyfunction(name = "_code_area")]
#[must_use]
pub fn code_area(code: Code) -> Area {
    code.area()
}

/// The severity a code has unless the rulebook says otherwise; `Code.severity` calls it.
#[pyfunction(name = "_code_severity")]
#[must_use]
pub fn code_severity(code: Code) -> Severity {
    code.severity()
}

/// The parameters that come with a code; `Code.params` calls it.
#[pyfunction(name = "_code_params")]
#[must_use]
pub fn code_params(code: Code) -> Vec<ParamSpec> {
    code.params().to_vec()
}

/// The meaning of a code, for developers; `Code.meaning` calls it.
#[pyfunction(name = "_code_meaning")]
#[must_use]
pub fn code_meaning(code: Code) -> &'static str {
    code.meaning()
}

/// An input or a situation that leads to a code; `Code.example` calls it.
#[pyfunction(name = "_code_example")]
#[must_use]
pub fn code_example(code: Code) -> &'static str {
    code.example()
}
