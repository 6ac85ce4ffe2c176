//! Answers as JavaScript has them.

use std::ptr;

use napi::bindgen_prelude::ToNapiValue;
use napi::{check_status, sys};
use qujat::node::Value;

use super::kept::{Made, make};

/// # Safety
/// `env` is the environment of the running call, on its own thread.
pub(crate) unsafe fn js_of(env: sys::napi_env, value: Value) -> napi::Result<sys::napi_value> {
    // SAFETY: as said above.
    unsafe {
        let shown = match &value {
            Value::List(_) | Value::Object(_) => value.shown(),
            _ => None,
        };
        let out = match parsed(env, &value)? {
            Some(out) => out,
            None => built(env, value)?,
        };
        let Some(shown) = shown else { return Ok(out) };
        let shown = js_of(env, shown)?;
        Ok(make(env, Made::Hidden, [out, shown])?.unwrap_or(out))
    }
}

/// A list or an object by the engine's own reader of JSON, which is quicker than to build it;
/// `None` for a text that is no JSON.
///
/// # Safety
/// As [`js_of`].
unsafe fn parsed(env: sys::napi_env, value: &Value) -> napi::Result<Option<sys::napi_value>> {
    if !matches!(value, Value::List(_) | Value::Object(_)) {
        return Ok(None);
    }
    let Some(json) = value.to_json() else {
        return Ok(None);
    };
    // SAFETY: as said above.
    unsafe {
        let json = string(env, &json)?;
        make(env, Made::Value, [json])
    }
}

/// # Safety
/// As [`js_of`].
unsafe fn built(env: sys::napi_env, value: Value) -> napi::Result<sys::napi_value> {
    let mut out = ptr::null_mut();
    // SAFETY: all pointers are to living values, and lengths are those of what they point to.
    unsafe {
        match value {
            Value::Undefined => check_status!(sys::napi_get_undefined(env, &mut out))?,
            Value::Null => check_status!(sys::napi_get_null(env, &mut out))?,
            Value::Bool(value) => check_status!(sys::napi_get_boolean(env, value, &mut out))?,
            Value::Int(value) => check_status!(sys::napi_create_int64(env, value, &mut out))?,
            Value::Float(value) => check_status!(sys::napi_create_double(env, value, &mut out))?,
            Value::Text(text) => return string(env, &text),
            Value::Personal(value, _) => return built(env, *value),
            Value::Bytes(bytes) => {
                return ToNapiValue::to_napi_value(env, napi::bindgen_prelude::Buffer::from(bytes));
            }
            Value::List(list) => {
                check_status!(sys::napi_create_array_with_length(
                    env,
                    list.len(),
                    &mut out
                ))?;
                for (index, entry) in (0_u32..).zip(list) {
                    let entry = built(env, entry)?;
                    check_status!(sys::napi_set_element(env, out, index, entry))?;
                }
            }
            Value::Object(fields) => {
                check_status!(sys::napi_create_object(env, &mut out))?;
                for (key, value) in fields {
                    let value = match parsed(env, &value)? {
                        Some(value) => value,
                        None => built(env, value)?,
                    };
                    check_status!(sys::napi_set_named_property(env, out, key.as_ptr(), value))?;
                }
            }
        }
    }
    Ok(out)
}

/// A string. The engine copies its own encodings many times faster than it reads UTF-8.
///
/// # Safety
/// As [`js_of`].
pub(super) unsafe fn string(env: sys::napi_env, text: &str) -> napi::Result<sys::napi_value> {
    let mut out = ptr::null_mut();
    // SAFETY: as in `js_of`; the engine copies the text.
    unsafe {
        if text.is_ascii() {
            let length = text.len().cast_signed();
            check_status!(sys::napi_create_string_latin1(
                env,
                text.as_ptr().cast(),
                length,
                &mut out
            ))?;
        } else {
            let units: Vec<u16> = text.encode_utf16().collect();
            let length = units.len().cast_signed();
            check_status!(sys::napi_create_string_utf16(
                env,
                units.as_ptr(),
                length,
                &mut out
            ))?;
        }
    }
    Ok(out)
}
