//! Values as JavaScript has them.

use std::borrow::Cow;
use std::ffi::CStr;

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

impl Value {
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
