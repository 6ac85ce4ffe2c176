//! Values as JavaScript has them.

use std::borrow::Cow;
use std::ffi::{CStr, CString};

use crate::foundation::json::Json;

/// A JavaScript value without identity, which `structuredClone` would copy.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `undefined`: a field that is not there.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number; the library has no number beyond 2⁵³.
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
    /// A value about a person, and the mask that is printed in its place.
    Personal(Box<Value>, Cow<'static, str>),
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
    /// The value as JSON text, which engines read faster than an object is put together; `None` if
    /// it holds values that JSON lacks: bytes, and floats that are no numbers.
    #[must_use]
    pub fn to_json(&self) -> Option<String> {
        let mut text = String::with_capacity(USUAL_LENGTH);
        self.write(&mut text)?;
        Some(text)
    }

    fn write(&self, out: &mut String) -> Option<()> {
        match self {
            Value::Null => out.push_str("null"),
            Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Value::Int(value) => out.push_str(&value.to_string()),
            Value::Float(value) if value.is_finite() => {
                out.push_str(&serde_json::to_string(value).ok()?);
            }
            Value::Text(text) => write_text(text, out)?,
            Value::List(list) => {
                out.push('[');
                for (at, entry) in list.iter().enumerate() {
                    separate(at, out);
                    entry.write(out)?;
                }
                out.push(']');
            }
            Value::Object(fields) => {
                out.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    separate(at, out);
                    write_text(key.to_str().ok()?, out)?;
                    out.push(':');
                    value.write(out)?;
                }
                out.push('}');
            }
            Value::Personal(value, _) => value.write(out)?,
            Value::Undefined | Value::Float(_) | Value::Bytes(_) => return None,
        }
        Some(())
    }

    /// The same value, of which nothing is printed: neither numbers and texts nor words.
    #[must_use]
    pub fn hidden(self) -> Value {
        match self {
            Value::Undefined => Value::Undefined,
            Value::List(list) => Value::List(list.into_iter().map(Value::hidden).collect()),
            Value::Object(fields) => {
                let fields = fields.into_iter();
                Value::Object(fields.map(|(key, value)| (key, value.hidden())).collect())
            }
            Value::Personal(value, _) => value.hidden(),
            other => Value::Personal(Box::new(other), Cow::Borrowed("***")),
        }
    }

    /// The text in the place of personal values: an object of those fields, and of the entries of
    /// lists by their places, that hold some; `None` if nothing is personal.
    #[must_use]
    pub fn shown(&self) -> Option<Value> {
        let fields: Vec<_> = match self {
            Value::Personal(_, shown) => return Some(Value::Text(shown.clone())),
            Value::List(list) => list
                .iter()
                .enumerate()
                .filter_map(|(at, entry)| {
                    let key = CString::new(at.to_string()).ok()?;
                    Some((key.into(), entry.shown()?))
                })
                .collect(),
            Value::Object(fields) => fields
                .iter()
                .filter_map(|(key, value)| Some((key.clone(), value.shown()?)))
                .collect(),
            _ => return None,
        };
        (!fields.is_empty()).then_some(Value::Object(fields))
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
            Value::Personal(value, _) => value.as_json(),
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

/// Most answers are shorter.
const USUAL_LENGTH: usize = 1024;

fn separate(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

fn write_text(text: &str, out: &mut String) -> Option<()> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&serde_json::to_string(text).ok()?);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_of_texts_reads_as_they_are() {
        for text in ["", "Жеке куәлік", "\"", "\\", "\u{0}\n\u{1f}\u{7f}\u{2028}"] {
            let json = Value::from(text).to_json().unwrap();
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }

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
            Value::List(vec![Value::Float(f64::INFINITY)]),
        ] {
            assert_eq!(object(value).to_json(), None);
        }
    }

    #[test]
    fn what_is_personal_is_data_in_json_and_masked_where_it_is_shown() {
        let spot = Value::Object(vec![
            (c"kind".into(), Value::from("home")),
            (c"metres".into(), Value::Int(12)),
            (
                c"names".into(),
                Value::List(vec![Value::from("Әлия".to_owned())]),
            ),
            (c"known".into(), Value::Bool(true)),
        ]);
        let list = Value::List(vec![Value::Null, spot.clone().hidden()]);
        assert_eq!(
            list.to_json().as_deref(),
            Some(r#"[null,{"kind":"home","metres":12,"names":["Әлия"],"known":true}]"#)
        );
        assert_eq!(
            list.shown().unwrap().to_json().as_deref(),
            Some(r#"{"1":{"kind":"***","metres":"***","names":{"0":"***"},"known":"***"}}"#)
        );
        assert_eq!(spot.shown(), None);
    }
}
