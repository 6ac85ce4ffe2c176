//! Values in and out of Node: the one module that calls Node-API itself.
//!
//! - `read`: values that the core reads, and JSON.
//! - `write`: answers.
//! - `memory`: typed arrays and Buffers.
//! - `kept`: the objects kept for each environment of Node.
#![allow(unsafe_code, reason = "Node-API is a C interface")]

mod kept;
mod memory;
mod read;
mod write;

use std::ptr;

use napi::bindgen_prelude::{FromNapiValue, ToNapiValue, TypeName, Unknown, ValidateNapiValue};
use napi::{Env, Status, ValueType, check_status, sys};
use qujat::node::{JsConvert, Value};

use crate::error::raise;

use kept::make;
pub(crate) use kept::{Cells, Made, kept};
pub(crate) use memory::{Bytes, with_days};
pub(crate) use read::Text;

/// An argument that the core reads: all that is wrong with it is thrown at once.
pub struct In<T>(pub T);

/// An answer as a plain value.
pub struct Out<T>(pub T);

/// An answer that is a value already.
pub struct Plain(pub Value);

/// The `QujatError` of these problems and their text for logs, or a `QujatInternalError` without any.
pub(crate) fn made_error(env: &Env, problems: Value, text: &str) -> napi::Error {
    // SAFETY: the values are made in this environment, on its own thread.
    let made = unsafe {
        write::js_of(env.raw(), problems).and_then(|problems| {
            let text = write::string(env.raw(), text)?;
            make(env.raw(), Made::Error, [problems, text])
        })
    };
    match made {
        // SAFETY: it was made just now.
        Ok(Some(made)) => unsafe { Unknown::from_raw_unchecked(env.raw(), made) }.into(),
        Ok(None) => napi::Error::new(Status::GenericFailure, text),
        Err(error) => error,
    }
}

/// A `TypeError`: a mistake of the program that calls, and no answer to its user.
pub(crate) fn type_error(env: &Env, text: &str) -> napi::Error {
    let mut error = ptr::null_mut();
    // SAFETY: all pointers are to living values.
    let made = unsafe {
        write::string(env.raw(), text).and_then(|text| {
            check_status!(sys::napi_create_type_error(
                env.raw(),
                ptr::null_mut(),
                text,
                &mut error
            ))
        })
    };
    match made {
        // SAFETY: it was made just now.
        Ok(()) => unsafe { Unknown::from_raw_unchecked(env.raw(), error) }.into(),
        Err(error) => error,
    }
}

impl<T: JsConvert> FromNapiValue for In<T> {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> napi::Result<In<T>> {
        // SAFETY: Node calls with its own environment and a value of it.
        let value = unsafe { read::value_of(env, value)? };
        T::from_value(&value)
            .map(In)
            .map_err(|error| raise(&Env::from_raw(env), error))
    }
}

impl<T: JsConvert> ValidateNapiValue for In<T> {}

impl<T: JsConvert> ToNapiValue for Out<T> {
    unsafe fn to_napi_value(env: sys::napi_env, value: Out<T>) -> napi::Result<sys::napi_value> {
        // SAFETY: as above.
        unsafe { write::js_of(env, value.0.to_value()) }
    }
}

impl ToNapiValue for Plain {
    unsafe fn to_napi_value(env: sys::napi_env, value: Plain) -> napi::Result<sys::napi_value> {
        // SAFETY: as above.
        unsafe { write::js_of(env, value.0) }
    }
}

/// Types of arguments and answers that are looked at here alone.
macro_rules! any_value {
    ($($type:ty $(, $of:ident)?;)+) => {$(
        impl$(<$of>)? TypeName for $type {
            fn type_name() -> &'static str {
                "value"
            }

            fn value_type() -> ValueType {
                ValueType::Unknown
            }
        }
    )+};
}
any_value! {
    In<T>, T;
    Out<T>, T;
    Plain;
    Text;
    Bytes;
}

impl ValidateNapiValue for Text {}
impl ValidateNapiValue for Bytes {}
