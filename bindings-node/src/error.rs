//! Errors, and the way through which the core is called.

use std::panic::{AssertUnwindSafe, catch_unwind};

use napi::Env;
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;
use qujat::node::{JsConvert, Value};
use qujat::{Error, Problem};

use crate::convert::{Made, kept, made_error};

/// Sets the makers of errors, values of JSON texts, JSON texts of values, and values in which
/// something is hidden from sight; `errors.js` calls it once.
#[napi(js_name = "_begin", skip_typescript)]
pub fn begin(
    env: Env,
    error: Unknown<'_>,
    value: Unknown<'_>,
    json: Unknown<'_>,
    hidden: Unknown<'_>,
) -> napi::Result<()> {
    let kept = kept(&env)?;
    kept.set_maker(&env, Made::Error, &error)?;
    kept.set_maker(&env, Made::Value, &value)?;
    kept.set_maker(&env, Made::Json, &json)?;
    kept.set_maker(&env, Made::Hidden, &hidden)
}

/// The `QujatError` of these problems.
pub(crate) fn raise(env: &Env, error: Error) -> napi::Error {
    let text = error.to_string();
    let problems: Vec<Problem> = error.into_problems();
    made_error(env, problems.to_value(), &text)
}

/// The result of a call: an answer, the core's refusal, or a defect.
pub type Outcome<T> = Result<T, Option<Error>>;

/// Calls the core; a panic is a defect, which should not happen.
pub(crate) fn guarded<T, E: Into<Error>>(ask: impl FnOnce() -> Result<T, E>) -> Outcome<T> {
    match catch_unwind(AssertUnwindSafe(ask)) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(Some(error.into())),
        Err(_) => Err(None),
    }
}

/// The exception for the result of a call.
pub(crate) fn thrown(env: &Env, failure: Option<Error>) -> napi::Error {
    match failure {
        Some(error) => raise(env, error),
        None => made_error(env, Value::Undefined, ""),
    }
}

/// Calls the core, and throws its refusal.
pub(crate) fn call<T, E: Into<Error>>(
    env: &Env,
    ask: impl FnOnce() -> Result<T, E>,
) -> napi::Result<T> {
    guarded(ask).map_err(|failure| thrown(env, failure))
}
