//! Values that are no classes: dates, times, amounts and names are Python's own.
//!
//! Nothing is converted silently: a `datetime` is no date, a `float` no amount, and a `datetime`
//! without a zone no instant.

use std::ops::RangeInclusive;

use chrono::{DateTime, Timelike, Utc};
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyInt, PyString, PyTime, PyType, PyTzInfo};
use pyo3::{Borrowed, type_hint_identifier, type_hint_union};

use super::text::characters;
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::moment::Moment;
use crate::foundation::problem::Reason;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::people::address::Postcode;

/// Defines a type in Python: its type hints, and the two functions that convert it.
macro_rules! convert {
    ($name:ident: $output:expr, $input:expr, $to:path, $from:path) => {
        impl<'py> IntoPyObject<'py> for $name {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;
            const OUTPUT_TYPE: PyStaticExpr = $output;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                $to(self, py)
            }
        }

        impl<'py> IntoPyObject<'py> for &$name {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;
            const OUTPUT_TYPE: PyStaticExpr = $output;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                $to(*self, py)
            }
        }

        impl FromPyObject<'_, '_> for $name {
            type Error = PyErr;
            const INPUT_TYPE: PyStaticExpr = $input;

            fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<$name> {
                $from(&object)
            }
        }
    };
}

const DATE: PyStaticExpr = type_hint_identifier!("datetime", "date");
const TIME: PyStaticExpr = type_hint_identifier!("datetime", "time");
const DATETIME: PyStaticExpr = type_hint_identifier!("datetime", "datetime");
const DECIMAL: PyStaticExpr = type_hint_identifier!("decimal", "Decimal");
const INT: PyStaticExpr = type_hint_identifier!("builtins", "int");
const STR: PyStaticExpr = type_hint_identifier!("builtins", "str");
const DECIMAL_INPUT: PyStaticExpr = type_hint_union!(DECIMAL, INT);

/// Each scalar as Python's own type of its kind. Those that are classes are converted by PyO3.
macro_rules! scalars {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(scalars!(@$kind $name, $read);)+
    };
    (@date $name:ident, $read:path) => { convert!($name: DATE, DATE, day_to, day_from); };
    (@time $name:ident, $read:path) => { convert!($name: TIME, TIME, time_to, time_from); };
    (@instant $name:ident, $read:path) => {
        convert!($name: DATETIME, DATETIME, moment_to, moment_from);
    };
    (@decimal $name:ident, $read:path) => {
        const _: () = {
            fn to(amount: $name, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
                decimal_class(py)?.call1((amount.to_string(),))
            }

            fn from(object: &Bound<'_, PyAny>) -> PyResult<$name> {
                Ok($read(&digits(object)?)?)
            }

            convert!($name: DECIMAL, DECIMAL_INPUT, to, from);
        };
    };
    (@name $name:ident, $read:path) => {
        const _: () = {
            fn to(value: $name, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
                Ok(PyString::new(py, value.as_str()).into_any())
            }

            fn from(object: &Bound<'_, PyAny>) -> PyResult<$name> {
                object.cast::<PyString>().map_err(|_| wrong_type(object, "str"))?;
                Ok($read(characters(object.as_borrowed())?)?)
            }

            convert!($name: STR, STR, to, from);
        };
    };
    (@$class:ident $name:ident, $read:path) => {};
}
crate::kits::scalars::scalars!(scalars);

fn wrong_type(object: &Bound<'_, PyAny>, needed: &str) -> PyErr {
    match object.get_type().name() {
        Ok(found) => PyTypeError::new_err(format!("{needed} is needed, not {found}")),
        Err(error) => error,
    }
}

fn day_to(day: Day, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    Ok(day.to_chrono().into_pyobject(py)?.into_any())
}

/// A `datetime` is a `date` to Python, but it carries a time, and often the wrong zone's.
fn day_from(object: &Bound<'_, PyAny>) -> PyResult<Day> {
    let date = object.cast::<PyDate>();
    match date {
        Ok(date) if date.cast::<PyDateTime>().is_err() => {
            let date = date.extract()?;
            Day::from_chrono(date).ok_or_else(|| Reason::new(Code::DateInvalid).into())
        }
        _ => Err(wrong_type(object, "datetime.date")),
    }
}

/// 24:00, the end of a day, is `time.max`: Python has no other time that is later than 23:59.
fn time_to(time: TimeOfDay, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let time = if time == TimeOfDay::END {
        PyTime::new(py, 23, 59, 59, 999_999, None)?
    } else {
        let (hour, minute) = (time.minutes().div_euclid(60), time.minutes().rem_euclid(60));
        let (hour, minute) = (u8::try_from(hour)?, u8::try_from(minute)?);
        PyTime::new(py, hour, minute, 0, 0, None)?
    };
    Ok(time.into_any())
}

fn time_from(object: &Bound<'_, PyAny>) -> PyResult<TimeOfDay> {
    if object.cast::<PyTime>().is_err() {
        return Err(wrong_type(object, "datetime.time"));
    }
    if !object.getattr("tzinfo")?.is_none() {
        return Err(PyValueError::new_err("a time of day has no zone"));
    }
    let time: chrono::NaiveTime = object.extract()?;
    let (seconds, nanoseconds) = (time.num_seconds_from_midnight(), time.nanosecond());
    if seconds == 86_399 && nanoseconds == 999_999_000 {
        return Ok(TimeOfDay::END);
    }
    let minutes = seconds.div_euclid(60);
    match TimeOfDay::from_minutes(minutes) {
        Some(time) if seconds.rem_euclid(60) == 0 && nanoseconds == 0 => Ok(time),
        _ => Err(Reason::new(Code::TimeInvalid).into()),
    }
}

/// In UTC. Python's instants have microseconds; finer digits are cut off.
fn moment_to(moment: Moment, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let instant = moment.to_chrono();
    let whole = instant.timestamp_subsec_micros().saturating_mul(1_000);
    let instant = instant.with_nanosecond(whole).unwrap_or(instant);
    Ok(instant.into_pyobject(py)?.into_any())
}

fn moment_from(object: &Bound<'_, PyAny>) -> PyResult<Moment> {
    if object.cast::<PyDateTime>().is_err() {
        return Err(wrong_type(object, "datetime.datetime"));
    }
    if object.call_method0("utcoffset")?.is_none() {
        let text = "a datetime with a zone is needed, such as datetime.now(timezone.utc)";
        return Err(PyTypeError::new_err(text));
    }
    let utc = PyTzInfo::utc(object.py())?;
    let invalid = || PyErr::from(Reason::new(Code::MomentInvalid));
    let instant = object.call_method1("astimezone", (utc,));
    // Before the year 1 or after 9999 in UTC.
    let instant =
        instant.map_err(
            |error| match error.is_instance_of::<PyOverflowError>(object.py()) {
                true => invalid(),
                false => error,
            },
        )?;
    Moment::from_chrono(instant.extract::<DateTime<Utc>>()?).ok_or_else(invalid)
}

fn decimal_class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "decimal", "Decimal")
}

/// An amount has fewer characters, written out, and fewer digits before or after the point.
const LONGEST: usize = 64;
const EXPONENTS: RangeInclusive<i64> = -64..=64;

/// The digits of a `Decimal` or an `int`, without exponent; nothing else is exact. Empty for a text
/// that is too long for any amount: `1E+100000000` would be a text of 100 MB.
fn digits(object: &Bound<'_, PyAny>) -> PyResult<String> {
    let is_int = object.cast::<PyInt>().is_ok() && object.cast::<PyBool>().is_err();
    if is_int {
        // A subclass may print itself in any way, and an `int` of any length.
        return match object.extract::<i128>() {
            Ok(number) => Ok(number.to_string()),
            Err(_) => Ok(String::new()),
        };
    }
    let class = decimal_class(object.py())?;
    if !object.is_instance(class)? {
        return Err(wrong_type(object, "decimal.Decimal or int"));
    }
    // By the class, since a subclass may have methods of its own. Zeros after the digits show only in
    // the exponent, and those before them only in `adjusted`.
    let written = class.call_method1("__str__", (object,))?;
    let exponent: i64 = class.call_method1("adjusted", (object,))?.extract()?;
    if written.len()? > LONGEST || !EXPONENTS.contains(&exponent) {
        return Ok(String::new());
    }
    class.call_method1("__format__", (object, "f"))?.extract()
}
