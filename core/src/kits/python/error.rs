//! Exceptions, and the way through which the core is called.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::foundation::problem::{Error, Problem, Reason};

/// The module that has the classes.
const MODULE: &str = "qujat._errors";

thread_local! {
    /// The place of the last panic of this thread.
    static PANICKED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Has panics print nothing: their messages can hold typed text. The hook is that of this library
/// alone, which brings a standard library of its own.
#[pyfunction(name = "_quiet_panics")]
pub fn quiet_panics() {
    set_hook(Box::new(|panic| {
        let place = panic.location();
        let place = place.map(|place| format!("{}:{}", place.file(), place.line()));
        PANICKED.with(|last| last.replace(place));
    }));
}

/// Calls the core. The core's refusal becomes an exception, and so does a panic: there should not
/// be any, and PyO3's own `PanicException` would pass by every `except Exception`.
///
/// The getters that PyO3 makes of a class's fields by itself do not come this way. They copy
/// values, and call nothing that could refuse.
pub(crate) fn call<T, E: Into<Error>>(ask: impl FnOnce() -> Result<T, E>) -> PyResult<T> {
    match catch_unwind(AssertUnwindSafe(ask)) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(error.into().into()),
        Err(_) => Err(internal_error()),
    }
}

/// Calls the core where it cannot refuse.
pub(crate) fn answer<T>(ask: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(ask)).map_err(|_| internal_error())
}

/// Calls the core for long work: other threads of the interpreter run meanwhile.
pub(crate) fn detached<T: Send, E: Into<Error> + Send>(
    py: Python<'_>,
    ask: impl FnOnce() -> Result<T, E> + Send,
) -> PyResult<T> {
    call(|| py.detach(ask))
}

/// The same of work that raises exceptions of its own.
pub(crate) fn released<T: Send>(
    py: Python<'_>,
    ask: impl FnOnce() -> PyResult<T> + Send,
) -> PyResult<T> {
    answer(|| py.detach(ask))?
}

fn internal_error() -> PyErr {
    let place = PANICKED.with(RefCell::take);
    Python::attach(|py| {
        match py
            .import(MODULE)
            .and_then(|module| module.getattr("InternalError")?.call1((place,)))
        {
            Ok(exception) => PyErr::from_value(exception),
            Err(error) => error,
        }
    })
}

impl From<Error> for PyErr {
    fn from(error: Error) -> PyErr {
        static RAISE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        Python::attach(|py| {
            let exception = RAISE
                .import(py, MODULE, "from_problems")
                .and_then(|from| from.call1((error.into_problems(),)));
            match exception {
                Ok(exception) => PyErr::from_value(exception),
                Err(error) => error,
            }
        })
    }
}

impl From<Reason> for PyErr {
    fn from(reason: Reason) -> PyErr {
        Error::from(reason).into()
    }
}

impl From<Problem> for PyErr {
    fn from(problem: Problem) -> PyErr {
        Error::from(problem).into()
    }
}

/// The core's error behind an exception; `None` if it is another object.
pub(crate) fn error_of(object: &Bound<'_, PyAny>) -> PyResult<Option<Error>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = CLASS.import(object.py(), MODULE, "Error")?;
    if !object.is_instance(class)? {
        return Ok(None);
    }
    let problems: Vec<Problem> = object.getattr("problems")?.extract()?;
    Ok(Error::from_problems(problems))
}
