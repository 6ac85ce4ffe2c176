//! Values that the core reads, and JSON.

use std::ffi::CString;
use std::ptr;

use napi::bindgen_prelude::FromNapiValue;
use napi::{Env, Status, ValueType, check_status, sys};
use qujat::node::Value;
use qujat::{Code, Reason};

use super::kept::{Made, make};
use super::memory::Bytes;
use crate::error::raise;

/// Lists and objects may be nested this deeply, as JSON.
const MAX_DEPTH: u32 = 32;

/// An argument holds at most this many values: fields, entries and what is in them.
const MAX_VALUES: u32 = 250_000;

/// The strings of an argument are at most this long together, in bytes of UTF-8. Files of JSON have
/// limits of their own, all of them at most this one.
const MAX_TEXT: usize = 16 << 20;

/// The rest of an argument's limits.
struct Reader {
    env: sys::napi_env,
    values: u32,
    text: usize,
}

/// The value of an argument. Inherited fields are no fields; an exception of a getter or a proxy is
/// passed on.
///
/// # Safety
/// `env` is the environment of the running call, on its own thread, and `value` a value of it.
pub(super) unsafe fn value_of(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Value> {
    let mut reader = Reader {
        env,
        values: MAX_VALUES,
        text: MAX_TEXT,
    };
    // SAFETY: as said above.
    unsafe { reader.value(value, 0) }
}

impl Reader {
    fn refuse(&self, reason: Reason) -> napi::Error {
        raise(&Env::from_raw(self.env), reason.into())
    }

    /// Takes so many from the values that are left.
    fn take(&mut self, count: u32) -> napi::Result<()> {
        let Some(left) = self.values.checked_sub(count) else {
            return Err(self.refuse(
                Reason::new(Code::ListLength)
                    .with("length", count)
                    .with("min", 0)
                    .with("max", MAX_VALUES),
            ));
        };
        self.values = left;
        Ok(())
    }

    /// # Safety
    /// As [`value_of`].
    unsafe fn value(&mut self, value: sys::napi_value, depth: u32) -> napi::Result<Value> {
        if depth > MAX_DEPTH {
            return Err(self.refuse(Reason::new(Code::JsonTooDeep).with("limit", MAX_DEPTH)));
        }
        let (env, mut kind) = (self.env, 0);
        // SAFETY: all pointers are to living values.
        unsafe {
            check_status!(sys::napi_typeof(env, value, &mut kind))?;
            Ok(match ValueType::from(kind) {
                ValueType::Undefined => Value::Undefined,
                ValueType::Null => Value::Null,
                ValueType::Boolean => Value::Bool(bool::from_napi_value(env, value)?),
                ValueType::Number => number(f64::from_napi_value(env, value)?),
                ValueType::String => Value::from(self.text(value)?),
                ValueType::Object => self.object(value, depth)?,
                // A function, a symbol, a bigint: an object that no type takes.
                _ => Value::Bytes(Vec::new()),
            })
        }
    }

    /// # Safety
    /// As [`value_of`]; `value` is a string.
    unsafe fn text(&mut self, value: sys::napi_value) -> napi::Result<String> {
        // SAFETY: as said above.
        let read = unsafe { text_of(self.env, value, self.text)? };
        match read {
            Ok(text) => {
                self.text = self.text.saturating_sub(text.len());
                Ok(text)
            }
            Err(size) => Err(self.refuse(
                Reason::new(Code::JsonTooLarge)
                    .with("size", size)
                    .with("limit", MAX_TEXT),
            )),
        }
    }

    /// # Safety
    /// As [`value_of`]; `value` is an object.
    unsafe fn object(&mut self, value: sys::napi_value, depth: u32) -> napi::Result<Value> {
        let (env, depth) = (self.env, depth.saturating_add(1));
        let (mut is_list, mut length) = (false, 0_u32);
        // SAFETY: all pointers are to living values.
        unsafe {
            check_status!(sys::napi_is_array(env, value, &mut is_list))?;
            if is_list {
                check_status!(sys::napi_get_array_length(env, value, &mut length))?;
                self.take(length)?;
                let mut list = Vec::new();
                for index in 0..length {
                    let mut entry = ptr::null_mut();
                    check_status!(sys::napi_get_element(env, value, index, &mut entry))?;
                    list.push(self.value(entry, depth)?);
                }
                return Ok(Value::List(list));
            }
            if has_bytes(env, value)? {
                return Ok(Value::Bytes(Vec::new()));
            }
            let mut names = ptr::null_mut();
            check_status!(sys::napi_get_all_property_names(
                env,
                value,
                sys::KeyCollectionMode::own_only,
                sys::KeyFilter::enumerable | sys::KeyFilter::skip_symbols,
                sys::KeyConversion::numbers_to_strings,
                &mut names
            ))?;
            check_status!(sys::napi_get_array_length(env, names, &mut length))?;
            self.take(length)?;
            let mut fields = Vec::new();
            for index in 0..length {
                let (mut name, mut field) = (ptr::null_mut(), ptr::null_mut());
                check_status!(sys::napi_get_element(env, names, index, &mut name))?;
                check_status!(sys::napi_get_property(env, value, name, &mut field))?;
                let key = CString::new(self.text(name)?).unwrap_or_default();
                fields.push((key.into(), self.value(field, depth)?));
            }
            Ok(Value::Object(fields))
        }
    }
}

/// `true` if it is memory: a typed array, a `DataView`, an `ArrayBuffer`. Millions of bytes are no
/// fields.
///
/// # Safety
/// As [`value_of`].
unsafe fn has_bytes(env: sys::napi_env, value: sys::napi_value) -> napi::Result<bool> {
    let mut is = [false; 3];
    let [array, view, buffer] = &mut is;
    // SAFETY: all pointers are to living values.
    unsafe {
        check_status!(sys::napi_is_typedarray(env, value, array))?;
        check_status!(sys::napi_is_dataview(env, value, view))?;
        check_status!(sys::napi_is_arraybuffer(env, value, buffer))?;
    }
    Ok(is.contains(&true))
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

/// The text of a string, or its size if that is above the limit. A short one, as most are, takes one
/// call.
///
/// # Safety
/// As [`value_of`]; `value` is a string.
unsafe fn text_of(
    env: sys::napi_env,
    value: sys::napi_value,
    limit: usize,
) -> napi::Result<Result<String, usize>> {
    const SHORT: usize = 128;
    let (mut short, mut length) = ([0_u8; SHORT], 0);
    // SAFETY: all pointers are to living values. At most as many bytes are written as there is room
    // for, the last one 0.
    unsafe {
        check_status!(sys::napi_get_value_string_utf8(
            env,
            value,
            short.as_mut_ptr().cast(),
            SHORT,
            &mut length
        ))?;
        // Of a longer text, not even a last character that did not fit is there.
        if length >= SHORT.saturating_sub(4) {
            check_status!(sys::napi_get_value_string_utf8(
                env,
                value,
                ptr::null_mut(),
                0,
                &mut length
            ))?;
            if length <= limit {
                return String::from_napi_value(env, value).map(Ok);
            }
        }
    }
    if length > limit {
        return Ok(Err(length));
    }
    let text = short.get(..length).unwrap_or_default();
    Ok(Ok(String::from_utf8_lossy(text).into_owned()))
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

    /// # Safety
    /// As [`value_of`]; `value` is a string.
    unsafe fn of(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Text> {
        // SAFETY: as said above.
        let text = unsafe { text_of(env, value, MAX_TEXT)? };
        // A text that is too long is refused for its size, which is all that is kept of it: zeros cost
        // no memory before they are read.
        Ok(Text(
            text.map_or_else(|size| vec![0; size], String::into_bytes),
        ))
    }
}

impl FromNapiValue for Text {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Text> {
        let mut kind = 0;
        // SAFETY: Node calls with its own environment and a value of it.
        unsafe {
            check_status!(sys::napi_typeof(env, value, &mut kind))?;
            if ValueType::from(kind) == ValueType::String {
                return Text::of(env, value);
            }
            if has_bytes(env, value)? {
                return Bytes::from_napi_value(env, value).map(|bytes| Text(bytes.0));
            }
            let no_maker = || napi::Error::new(Status::GenericFailure, "no JSON");
            let text = make(env, Made::Json, [value])?.ok_or_else(no_maker)?;
            check_status!(sys::napi_typeof(env, text, &mut kind))?;
            if ValueType::from(kind) == ValueType::String {
                return Text::of(env, text);
            }
            // Nothing that JSON could say.
            Ok(Text(Vec::new()))
        }
    }
}
