//! The JSON of values in JavaScript, which have no methods: by the names of their types.

use super::{JsConvert, Value};
use crate::foundation::catalogue::Code;
use crate::foundation::json::{Document, write};
use crate::foundation::problem::{Error, Reason};
use crate::kits::exported::exported;

fn written<T: Document + JsConvert>(value: &Value) -> Result<String, Error> {
    T::from_value(value).map(|value| write(&value))
}

fn given<T: Document + JsConvert>(json: &[u8]) -> Result<Value, Error> {
    T::read(json).map(|value| value.to_value())
}

/// A type of the table.
struct Entry {
    name: &'static str,
    write: fn(&Value) -> Result<String, Error>,
    read: fn(&[u8]) -> Result<Value, Error>,
}

macro_rules! table {
    (plain { $($plain:ident),+ $(,)? } classes { $($class:ident),+ $(,)? }) => {
        #[allow(
            clippy::vec_init_then_push,
            reason = "some types of the list are left out"
        )]
        fn entries() -> Vec<Entry> {
            let mut entries = Vec::new();
            $(table!(@$plain entries);)+
            $(table!(@$class entries);)+
            entries
        }
    };
    // Pixels, and the parameters of a code, which are read with it.
    (@Picture $entries:ident) => {};
    (@Params $entries:ident) => {};
    (@ParamSpec $entries:ident) => {};
    // Classes here too: they write themselves.
    (@Application $entries:ident) => {};
    (@CentreDirectory $entries:ident) => {};
    (@FeedbackSummaries $entries:ident) => {};
    (@Strokes $entries:ident) => {};
    (@$name:ident $entries:ident) => {
        $entries.push(Entry {
            name: stringify!($name),
            write: written::<crate::kits::every::$name>,
            read: given::<crate::kits::every::$name>,
        });
    };
}
exported!(table);

/// The names of the types that have JSON.
pub(super) fn names() -> Vec<&'static str> {
    entries().into_iter().map(|entry| entry.name).collect()
}

fn entry(name: &str) -> Result<Entry, Error> {
    let found = entries().into_iter().find(|entry| entry.name == name);
    found.ok_or_else(|| {
        let reason = Reason::new(Code::UnknownValue);
        reason.with("allowed", "the name of a type").into()
    })
}

/// The JSON of a value of this type.
///
/// # Errors
/// Every problem of a value that is none of the type; `UNKNOWN_VALUE` for the name of no type.
pub fn write_document(name: &str, value: &Value) -> Result<String, Error> {
    (entry(name)?.write)(value)
}

/// The value of this type that a JSON text says.
///
/// # Errors
/// Every problem of the text, with its place; `UNKNOWN_VALUE` for the name of no type.
pub fn read_document(name: &str, json: &[u8]) -> Result<Value, Error> {
    (entry(name)?.read)(json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;
    use crate::service::fees::FeeInquiry;

    #[test]
    fn a_value_is_written_as_the_core_writes_it() {
        let rules = Rulebook::edition("service-2025").unwrap();
        let on = crate::Day::parse("2026-02-10").unwrap();
        let quote = rules.quote(&FeeInquiry::renewal(on)).unwrap();
        let json = write_document("Quote", &quote.to_value()).unwrap();
        assert_eq!(json, quote.to_json());
        assert_eq!(
            read_document("Quote", json.as_bytes()),
            Ok(quote.to_value())
        );
    }

    #[test]
    fn another_name_or_another_value_is_a_problem() {
        for name in ["quote", "Picture", "__proto__", ""] {
            let error = read_document(name, b"{}").unwrap_err();
            assert_eq!(error.code(), Code::UnknownValue, "{name}");
        }
        let error = write_document("Inquiry", &Value::Object(Vec::new())).unwrap_err();
        assert_eq!(error.first().pointer, "/document");
        assert!(read_document("Quote", b"{}").is_err());
    }
}
