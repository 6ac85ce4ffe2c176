//! Values in and out of Node: the one file that calls Node-API itself.
#![allow(unsafe_code, reason = "Node-API is a C interface")]

use std::cell::Cell;
use std::ffi::{CStr, CString};
use std::ptr;

use napi::bindgen_prelude::{
    FromNapiValue, Int32Array, ToNapiValue, TypeName, Uint8ArraySlice, ValidateNapiValue,
};
use napi::{Env, Status, ValueType, check_status, sys};
use qujat::node::{Carried, Value};

use crate::error::raise;

/// Lists and objects may be nested this deeply, as JSON.
const MAX_DEPTH: u32 = 32;

/// An argument that the core reads: all that is wrong with it is thrown at once.
pub struct In<T>(pub T);

/// An answer as a plain value.
pub struct Out<T>(pub T);

impl<T: Carried> FromNapiValue for In<T> {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> napi::Result<In<T>> {
        // SAFETY: Node calls with its own environment and a value of it.
        let value = unsafe { value_of(env, value, 0)? };
        T::from_value(&value)
            .map(In)
            .map_err(|error| raise(&Env::from_raw(env), error))
    }
}

impl<T> TypeName for In<T> {
    fn type_name() -> &'static str {
        "value"
    }

    fn value_type() -> ValueType {
        ValueType::Unknown
    }
}

impl<T: Carried> ValidateNapiValue for In<T> {}

impl<T: Carried> ToNapiValue for Out<T> {
    unsafe fn to_napi_value(env: sys::napi_env, value: Out<T>) -> napi::Result<sys::napi_value> {
        // SAFETY: as above.
        unsafe { ToNapiValue::to_napi_value(env, Plain(value.0.to_value())) }
    }
}

impl<T> TypeName for Out<T> {
    fn type_name() -> &'static str {
        "value"
    }

    fn value_type() -> ValueType {
        ValueType::Unknown
    }
}

/// An answer that is a value already.
pub struct Plain(pub Value);

impl ToNapiValue for Plain {
    unsafe fn to_napi_value(env: sys::napi_env, value: Plain) -> napi::Result<sys::napi_value> {
        // SAFETY: as above.
        unsafe { js_of(env, value.0) }
    }
}

impl TypeName for Plain {
    fn type_name() -> &'static str {
        "value"
    }

    fn value_type() -> ValueType {
        ValueType::Unknown
    }
}

/// # Safety
/// `env` is the environment of the running call, on its own thread.
unsafe fn js_of(env: sys::napi_env, value: Value) -> napi::Result<sys::napi_value> {
    let mut out = ptr::null_mut();
    // SAFETY: all pointers are to living values, and lengths are those of what they point to.
    unsafe {
        if matches!(value, Value::List(_) | Value::Object(_))
            && let Some(json) = value.to_json()
        {
            return parsed(env, &json);
        }
        match value {
            Value::Undefined => check_status!(sys::napi_get_undefined(env, &mut out))?,
            Value::Null => check_status!(sys::napi_get_null(env, &mut out))?,
            Value::Bool(value) => check_status!(sys::napi_get_boolean(env, value, &mut out))?,
            Value::Int(value) => check_status!(sys::napi_create_int64(env, value, &mut out))?,
            Value::Float(value) => check_status!(sys::napi_create_double(env, value, &mut out))?,
            Value::Text(text) => return string(env, &text),
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
                    let entry = js_of(env, entry)?;
                    check_status!(sys::napi_set_element(env, out, index, entry))?;
                }
            }
            Value::Object(fields) => {
                check_status!(sys::napi_create_object(env, &mut out))?;
                for (key, value) in fields {
                    let value = js_of(env, value)?;
                    check_status!(sys::napi_set_named_property(env, out, key.as_ptr(), value))?;
                }
            }
        }
    }
    Ok(out)
}

thread_local! {
    /// `JSON.parse` of the environment of this thread; see `error` for why it is never dropped.
    static PARSE: Cell<(sys::napi_env, sys::napi_ref)> =
        const { Cell::new((ptr::null_mut(), ptr::null_mut())) };
}

/// The value of a JSON text, by the engine itself.
///
/// # Safety
/// As [`js_of`].
unsafe fn parsed(env: sys::napi_env, json: &str) -> napi::Result<sys::napi_value> {
    let (mut parse, mut out) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: as in `js_of`; the reference is only used in the environment that made it.
    unsafe {
        let (owner, reference) = PARSE.get();
        if owner == env {
            check_status!(sys::napi_get_reference_value(env, reference, &mut parse))?;
        } else {
            let mut reference = ptr::null_mut();
            parse = function_of_json(env, c"parse")?;
            check_status!(sys::napi_create_reference(env, parse, 1, &mut reference))?;
            PARSE.set((env, reference));
        }
        let text = string(env, json)?;
        // It needs no `this`.
        check_status!(sys::napi_call_function(
            env, text, parse, 1, &text, &mut out
        ))?;
    }
    Ok(out)
}

/// A string. The engine copies its own encodings many times faster than it reads UTF-8.
///
/// # Safety
/// As [`js_of`].
unsafe fn string(env: sys::napi_env, text: &str) -> napi::Result<sys::napi_value> {
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

/// The text of a string: of a short one, which most are, with one call.
///
/// # Safety
/// As [`value_of`]; `value` is a string.
unsafe fn text_of(env: sys::napi_env, value: sys::napi_value) -> napi::Result<String> {
    const SHORT: usize = 128;
    let (mut short, mut length) = ([0_u8; SHORT], 0);
    // SAFETY: as in `js_of`. At most as many bytes are written as there is room for, the last one 0.
    unsafe {
        check_status!(sys::napi_get_value_string_utf8(
            env,
            value,
            short.as_mut_ptr().cast(),
            SHORT,
            &mut length
        ))?;
        // Of a longer text, not even a last character that did not fit is there.
        if length < SHORT.saturating_sub(4) {
            let text = short.get(..length).unwrap_or_default();
            return Ok(String::from_utf8_lossy(text).into_owned());
        }
        String::from_napi_value(env, value)
    }
}

/// # Safety
/// As [`js_of`].
unsafe fn function_of_json(env: sys::napi_env, name: &CStr) -> napi::Result<sys::napi_value> {
    let (mut global, mut json, mut function) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    // SAFETY: as in `js_of`.
    unsafe {
        check_status!(sys::napi_get_global(env, &mut global))?;
        check_status!(sys::napi_get_named_property(
            env,
            global,
            c"JSON".as_ptr(),
            &mut json
        ))?;
        check_status!(sys::napi_get_named_property(
            env,
            json,
            name.as_ptr(),
            &mut function
        ))?;
    }
    Ok(function)
}

/// # Safety
/// As [`js_of`]; `value` belongs to `env`.
unsafe fn value_of(env: sys::napi_env, value: sys::napi_value, depth: u32) -> napi::Result<Value> {
    if depth > MAX_DEPTH {
        return Err(napi::Error::new(Status::InvalidArg, "nested too deeply"));
    }
    let mut kind = 0;
    // SAFETY: as in `js_of`.
    unsafe {
        check_status!(sys::napi_typeof(env, value, &mut kind))?;
        Ok(match ValueType::from(kind) {
            ValueType::Undefined => Value::Undefined,
            ValueType::Null => Value::Null,
            ValueType::Boolean => Value::Bool(bool::from_napi_value(env, value)?),
            ValueType::Number => number(f64::from_napi_value(env, value)?),
            ValueType::String => Value::from(text_of(env, value)?),
            ValueType::Object => object(env, value, depth)?,
            // A function, a symbol, a bigint: an object that no type takes.
            _ => Value::Bytes(Vec::new()),
        })
    }
}

/// Whole numbers that are exact are whole numbers to the core.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        #[allow(clippy::cast_possible_truncation, reason = "whole, and within 2⁵³")]
        return Value::Int(value as i64);
    }
    Value::Float(value)
}

/// # Safety
/// As [`value_of`].
unsafe fn object(env: sys::napi_env, value: sys::napi_value, depth: u32) -> napi::Result<Value> {
    let depth = depth.saturating_add(1);
    let (mut is_list, mut length) = (false, 0_u32);
    // SAFETY: as in `js_of`.
    unsafe {
        check_status!(sys::napi_is_array(env, value, &mut is_list))?;
        if is_list {
            check_status!(sys::napi_get_array_length(env, value, &mut length))?;
            let mut list = Vec::new();
            for index in 0..length {
                let mut entry = ptr::null_mut();
                check_status!(sys::napi_get_element(env, value, index, &mut entry))?;
                list.push(value_of(env, entry, depth)?);
            }
            return Ok(Value::List(list));
        }
        let mut names = ptr::null_mut();
        check_status!(sys::napi_get_property_names(env, value, &mut names))?;
        check_status!(sys::napi_get_array_length(env, names, &mut length))?;
        let mut fields = Vec::new();
        for index in 0..length {
            let (mut name, mut field) = (ptr::null_mut(), ptr::null_mut());
            check_status!(sys::napi_get_element(env, names, index, &mut name))?;
            check_status!(sys::napi_get_property(env, value, name, &mut field))?;
            let key = CString::new(text_of(env, name)?).unwrap_or_default();
            fields.push((key.into(), value_of(env, field, depth)?));
        }
        Ok(Value::Object(fields))
    }
}

/// Text in UTF-8, such as JSON: a string, bytes, or the value that the JSON says.
pub struct Text(Vec<u8>);

impl Text {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl FromNapiValue for Text {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Text> {
        let (mut kind, mut is_bytes) = (0, false);
        // SAFETY: Node calls with its own environment and a value of it.
        unsafe {
            check_status!(sys::napi_typeof(env, value, &mut kind))?;
            if ValueType::from(kind) == ValueType::String {
                return Ok(Text(text_of(env, value)?.into_bytes()));
            }
            check_status!(sys::napi_is_buffer(env, value, &mut is_bytes))?;
            if is_bytes {
                let bytes = napi::bindgen_prelude::BufferSlice::from_napi_value(env, value)?;
                return Ok(Text(bytes.to_vec()));
            }
            let mut text = ptr::null_mut();
            let stringify = function_of_json(env, c"stringify")?;
            // What it throws is thrown: a cycle, for example.
            check_status!(sys::napi_call_function(
                env, value, stringify, 1, &value, &mut text
            ))?;
            check_status!(sys::napi_typeof(env, text, &mut kind))?;
            if ValueType::from(kind) == ValueType::String {
                return Ok(Text(String::from_napi_value(env, text)?.into_bytes()));
            }
            Ok(Text(Vec::new()))
        }
    }
}

impl TypeName for Text {
    fn type_name() -> &'static str {
        "Text"
    }

    fn value_type() -> ValueType {
        ValueType::Unknown
    }
}

impl ValidateNapiValue for Text {}

/// The numbers of an array that an answer is written into. `quick.js` and `columns.js` see to it that
/// no other argument and no other thread has the same memory.
pub(crate) fn numbers_of(array: &mut Int32Array) -> &mut [i32] {
    // SAFETY: JavaScript does not run during the call, and nobody else has this memory.
    unsafe { array.as_mut() }
}

/// The same of bytes.
pub(crate) fn bytes_of<'a>(array: &'a mut Uint8ArraySlice<'_>) -> &'a mut [u8] {
    // SAFETY: as above.
    unsafe { array.as_mut() }
}
