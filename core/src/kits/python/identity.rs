//! Values that belong to a person: classes that are printed masked, and whose text comes from
//! `value` alone.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::error::{answer, call};
use super::object::{NewArguments, Rebuilt};
use super::pydantic::pydantic_field;
use super::text::Str;
use crate::foundation::day::Day;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, CheckedIin, Iin, PassportNumber, Sex};
use crate::people::names::PersonName;

/// The common part of all of them: made from text, printed masked, ordered by their text.
macro_rules! private_text {
    ($name:ident, $read:path) => {
        #[pymethods]
        impl $name {
            /// Reads the text.
            #[new]
            fn __new__(text: Str<'_>) -> PyResult<$name> {
                call(|| $read(text.0))
            }

            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                PyTuple::new(py, ["value"])
            }

            /// The whole text. Not for logs.
            #[getter]
            fn value(&self) -> &str {
                self.as_str()
            }

            fn __str__(&self) -> PyResult<String> {
                answer(|| format!("{self:?}"))
            }

            fn __repr__(&self) -> PyResult<String> {
                Ok(format!("{}('{}')", stringify!($name), self.__str__()?))
            }
        }

        pydantic_field!($name);
    };
}

macro_rules! pickled_by_value {
    ($name:ident) => {
        #[pymethods]
        impl $name {
            fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<NewArguments<'py>> {
                Ok((PyTuple::new(py, [self.as_str()])?, PyDict::new(py)))
            }
        }
    };
}

/// The personal ones among all scalars.
macro_rules! scalars {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(scalars!(@$kind $name, $read);)+
    };
    // Its constructor is stricter than `_restore`, by which it is unpickled.
    (@personal Iin, $read:path) => { private_text!(Iin, Iin::parse); };
    (@personal $name:ident, $read:path) => {
        private_text!($name, $read);
        pickled_by_value!($name);
    };
    (@$kind:ident $name:ident, $read:path) => {};
}
crate::kits::scalars::scalars!(scalars);

#[pymethods]
impl Iin {
    /// Reads an IIN by the check digit alone: an impossible birth date or an unassigned seventh
    /// digit comes back as a finding next to the number.
    #[staticmethod]
    #[pyo3(name = "parse_lenient")]
    fn py_parse_lenient(text: Str<'_>) -> PyResult<CheckedIin> {
        call(|| Iin::parse_lenient(text.0))
    }

    #[staticmethod]
    fn _restore(text: Str<'_>) -> PyResult<Iin> {
        call(|| Iin::restore(text.0))
    }

    /// By `_restore`: the constructor would refuse a number that was read leniently.
    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (&str,)> {
        Ok((py.get_type::<Iin>().getattr("_restore")?, (self.as_str(),)))
    }

    /// The birth date, or `None` if the number's first seven digits are not a date.
    #[getter(birth_date)]
    fn get_birth_date(&self) -> PyResult<Option<Day>> {
        answer(|| self.birth_date())
    }

    /// The holder's sex, or `None` if the seventh digit is not 1 to 6.
    #[getter(sex)]
    fn get_sex(&self) -> PyResult<Option<Sex>> {
        answer(|| self.sex())
    }

    /// Raises `IIN_BORN_AFTER` if the birth date is after `on`.
    #[pyo3(name = "check_born_by")]
    fn py_check_born_by(&self, on: Day) -> PyResult<()> {
        call(|| self.check_born_by(on))
    }
}

#[pymethods]
impl PersonName {
    /// `true` if both are the same name, in any case of their letters.
    #[pyo3(name = "is_same")]
    fn py_is_same(&self, other: &PersonName) -> PyResult<bool> {
        answer(|| self.is_same(other))
    }
}
