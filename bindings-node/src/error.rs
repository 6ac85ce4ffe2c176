//! Errors, and the way through which the core is called.

use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

use napi::bindgen_prelude::{FnArgs, Function, FunctionRef, Unknown};
use napi::{Env, Status};
use napi_derive::napi;
use qujat::node::{Carried, Value};
use qujat::{Error, Problem};

use crate::convert::Plain;

/// Takes the problems, or `undefined` for a defect of the library, and their text for logs.
type Maker = FunctionRef<FnArgs<(Plain, String)>, Unknown<'static>>;

thread_local! {
    /// Each environment of Node has a thread of its own. It is never dropped: when its thread ends,
    /// its environment has gone already.
    static MAKER: RefCell<Option<ManuallyDrop<Maker>>> = const { RefCell::new(None) };
}

/// Sets what makes the errors of this thread; `index.js` calls it once.
#[napi(js_name = "_makeErrorsWith", skip_typescript)]
pub fn make_errors_with(
    make: Function<'_, FnArgs<(Plain, String)>, Unknown<'static>>,
) -> napi::Result<()> {
    let make = make.create_ref()?;
    MAKER.with_borrow_mut(|maker| *maker = Some(ManuallyDrop::new(make)));
    Ok(())
}

fn made(env: &Env, problems: Value, text: String) -> napi::Error {
    let made = MAKER.with_borrow(|maker| match maker {
        Some(maker) => maker
            .borrow_back(env)?
            .call((Plain(problems), text.clone()).into()),
        None => Err(napi::Error::new(Status::GenericFailure, text.clone())),
    });
    match made {
        Ok(made) => made.into(),
        Err(error) => error,
    }
}

/// The `QujatError` of these problems.
pub(crate) fn raise(env: &Env, error: Error) -> napi::Error {
    let text = error.to_string();
    let problems: Vec<Problem> = error.into_problems();
    made(env, problems.to_value(), text)
}

/// What a call came to: an answer, what the core refuses, or a defect.
pub type Outcome<T> = Result<T, Option<Error>>;

/// Calls the core; a panic is a defect, and there should be none.
pub(crate) fn guarded<T, E: Into<Error>>(ask: impl FnOnce() -> Result<T, E>) -> Outcome<T> {
    match catch_unwind(AssertUnwindSafe(ask)) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(Some(error.into())),
        Err(_) => Err(None),
    }
}

/// The exception for what a call came to.
pub(crate) fn thrown(env: &Env, failure: Option<Error>) -> napi::Error {
    match failure {
        Some(error) => raise(env, error),
        None => made(env, Value::Undefined, String::new()),
    }
}

/// Calls the core, and throws what it refuses.
pub(crate) fn call<T, E: Into<Error>>(
    env: &Env,
    ask: impl FnOnce() -> Result<T, E>,
) -> napi::Result<T> {
    guarded(ask).map_err(|failure| thrown(env, failure))
}
