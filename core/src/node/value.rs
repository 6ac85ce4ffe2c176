//! Values as JavaScript has them.

use std::borrow::Cow;
use std::ffi::CStr;

use serde::Serialize;
use serde::ser::{Error as _, Serializer};

use crate::json::Json;

/// A JavaScript value without identity: what `structuredClone` would copy.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `undefined`: a field that is not there.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number; none of the library's is beyond 2⁵³.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Cow<'static, str>),
    /// Bytes: a `Buffer`.
    Bytes(Vec<u8>),
    /// An array.
    List(Vec<Value>),
    /// A plain object; its keys are in the order in which they were set.
    Object(Vec<(Cow<'static, CStr>, Value)>),
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Value {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(Cow::Owned(text))
    }
}

/// Fails for what JSON has not: bytes, and numbers that are none.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Int(value) => serializer.serialize_i64(*value),
            Value::Float(value) if value.is_finite() => serializer.serialize_f64(*value),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(list) => serializer.collect_seq(list),
            Value::Object(fields) => {
                let fields = fields.iter();
                serializer.collect_map(fields.map(|(key, value)| (key.to_string_lossy(), value)))
            }
            Value::Undefined | Value::Float(_) | Value::Bytes(_) => {
                Err(S::Error::custom("JSON has no such value"))
            }
        }
    }
}

impl Value {
    /// The value as JSON text, which engines read faster than an object is put together; `None` if it
    /// holds what JSON has not.
    #[must_use]
    pub fn to_json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// The same as JSON, to be read. Fields that are `undefined` are not there; bytes are an object,
    /// which no type takes.
    pub(crate) fn as_json(&self) -> Json<'_> {
        match self {
            Value::Undefined | Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Int(value) => Json::Int(*value),
            Value::Float(value) => Json::Float(*value),
            Value::Text(text) => Json::Text(Cow::Borrowed(text)),
            Value::Bytes(_) => Json::Map(Vec::new()),
            Value::List(list) => Json::List(list.iter().map(Value::as_json).collect()),
            Value::Object(fields) => {
                let there = fields
                    .iter()
                    .filter(|(_, value)| *value != Value::Undefined);
                Json::Map(
                    there
                        .map(|(key, value)| (key.to_string_lossy(), value.as_json()))
                        .collect(),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_the_same_value_or_none() {
        let object = |value| Value::Object(vec![(c"a \"b\"".into(), value)]);
        let list = Value::List(vec![Value::Int(-1), Value::Float(0.1), Value::Null]);
        assert_eq!(
            object(list).to_json().as_deref(),
            Some(r#"{"a \"b\"":[-1,0.1,null]}"#)
        );
        for value in [
            Value::Bytes(vec![1]),
            Value::Undefined,
            Value::Float(f64::NAN),
        ] {
            assert_eq!(object(value).to_json(), None);
        }
    }
}
