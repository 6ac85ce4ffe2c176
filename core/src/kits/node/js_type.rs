//! The form of each type in JavaScript.

use std::ffi::{CStr, CString};

use super::value::Value;
use crate::foundation::catalogue::{Code, ParamKind, ParamSpec};
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::json::{Fields, FromJson, Json, Place, wrong_type};
use crate::foundation::moment::Moment;
use crate::foundation::privacy::Masked;
use crate::foundation::problem::{Error, ParamValue, Params, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::kits::scalars::Scalar;
use crate::people::address::Postcode;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, Iin, PassportNumber};
use crate::people::names::PersonName;
use crate::service::feedback::{FeedbackPeriod, FeedbackSummary};

/// A type that crosses as a plain value. `export` implements it for records, enumerations, unions.
pub(crate) trait JsType: Sized {
    /// Its type in TypeScript.
    fn ts() -> String;
    fn to_js(&self) -> Value;
    /// Reads it. `None` means that a problem was added.
    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self>;
    /// The value of a field that is not there; `None` makes the field required.
    fn missing() -> Option<Self> {
        None
    }
}

/// A type that crosses into JavaScript and back.
pub trait JsConvert: Sized {
    /// The value as JavaScript has it.
    fn to_value(&self) -> Value;

    /// Reads the value.
    ///
    /// # Errors
    /// Every problem that it has, each with its place.
    fn from_value(value: &Value) -> Result<Self, Error>;
}

impl<T: JsType> JsConvert for T {
    fn to_value(&self) -> Value {
        self.to_js()
    }

    fn from_value(value: &Value) -> Result<T, Error> {
        let mut problems = Problems::new();
        let read = match value {
            Value::Undefined | Value::Null => T::missing(),
            value => T::from_js(&value.as_json(), Place::ROOT, &mut problems),
        };
        match (read, problems.into_error()) {
            (Some(value), None) => Ok(value),
            (_, Some(error)) => Err(error),
            (None, None) => Err(Reason::new(Code::MissingField).into()),
        }
    }
}

/// A value that is read later, when its type is known.
impl JsConvert for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }

    fn from_value(value: &Value) -> Result<Value, Error> {
        Ok(value.clone())
    }
}

/// Reads a value of this type.
///
/// # Errors
/// Every problem that it has, each with its place.
pub fn read<T: JsConvert>(value: &Value) -> Result<T, Error> {
    T::from_value(value)
}

/// Puts a field into an object, unless it is not there.
pub(crate) fn put<T: JsType>(
    fields: &mut Vec<(std::borrow::Cow<'static, CStr>, Value)>,
    key: &'static CStr,
    value: &T,
) {
    let value = value.to_js();
    if value != Value::Undefined {
        fields.push((key.into(), value));
    }
}

/// Puts a field into an object that is printed without it.
pub(crate) fn put_hidden<T: JsType>(
    fields: &mut Vec<(std::borrow::Cow<'static, CStr>, Value)>,
    key: &'static CStr,
    value: &T,
) {
    let value = value.to_js();
    if value != Value::Undefined {
        fields.push((key.into(), value.hidden()));
    }
}

/// Puts bytes into an object that is printed without them.
pub(crate) fn put_bytes(
    fields: &mut Vec<(std::borrow::Cow<'static, CStr>, Value)>,
    key: &'static CStr,
    bytes: &[u8],
) {
    fields.push((key.into(), Value::Bytes(bytes.to_vec()).hidden()));
}

/// Reads a field of an object.
pub(crate) fn get<T: JsType>(
    fields: &Fields<'_, '_>,
    name: &str,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<T> {
    let at = at.field(name);
    if let Some(json) = fields.value(name) {
        return T::from_js(json, at, problems);
    }
    let value = T::missing();
    if value.is_none() {
        problems.push(Reason::new(Code::MissingField).at(at.pointer()));
    }
    value
}

/// Bytes of an answer.
pub struct Bytes(Vec<u8>);

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Bytes {
        Bytes(bytes)
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Vec<u8> {
        bytes.0
    }
}

/// Only answers have bytes among their fields: pictures come in as arguments.
impl JsType for Bytes {
    fn ts() -> String {
        "Buffer".to_owned()
    }

    fn to_js(&self) -> Value {
        Value::Bytes(self.0.clone())
    }

    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Bytes> {
        problems.push(wrong_type(json, "string", at));
        None
    }
}

/// Types that the core reads from JSON as JavaScript has them.
macro_rules! as_json {
    ($($type:ty: $ts:literal, |$value:ident| $to:expr;)+) => {$(
        impl JsType for $type {
            fn ts() -> String {
                $ts.to_owned()
            }

            fn to_js(&self) -> Value {
                let $value = self;
                $to
            }

            fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
                <$type>::from_json(json, at, problems)
            }
        }
    )+};
}
as_json! {
    bool: "boolean", |value| Value::Bool(*value);
    u16: "number", |value| Value::Int((*value).into());
    u32: "number", |value| Value::Int((*value).into());
    i32: "number", |value| Value::Int((*value).into());
    i64: "number", |value| Value::Int(*value);
    f64: "number", |value| Value::Float(*value);
    String: "string", |value| Value::from(value.clone());
}

/// Scalars are one string; a masked one is printed under its mask.
macro_rules! scalars {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(scalars!(@$kind $name);)+
    };
    // A summary is opaque: its text is an object in all other JSON.
    (@summary $name:ident) => {};
    (@$kind:ident $name:ident) => {
        impl JsType for $name {
            fn ts() -> String {
                stringify!($name).to_owned()
            }

            fn to_js(&self) -> Value {
                let (mask, text) = (<$name as Scalar>::MASK, self.whole());
                let shown = mask.hides().then(|| Masked(mask, &text).to_string());
                let value = Value::from(text.into_owned());
                match shown {
                    Some(shown) => Value::Personal(Box::new(value), shown.into()),
                    None => value,
                }
            }

            fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
                FromJson::from_json(json, at, problems)
            }
        }
    };
}
crate::kits::scalars::scalars!(scalars);

impl<T: JsType> JsType for Option<T> {
    fn ts() -> String {
        T::ts()
    }

    fn to_js(&self) -> Value {
        self.as_ref().map_or(Value::Undefined, JsType::to_js)
    }

    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        T::from_js(json, at, problems).map(Some)
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: JsType> JsType for Vec<T> {
    fn ts() -> String {
        format!("Array<{}>", T::ts())
    }

    fn to_js(&self) -> Value {
        Value::List(self.iter().map(JsType::to_js).collect())
    }

    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let Json::List(list) = json else {
            problems.push(wrong_type(json, "array", at));
            return None;
        };
        let mut values = Vec::new();
        for (index, json) in list.iter().enumerate() {
            if problems.is_full() {
                return None;
            }
            values.extend(T::from_js(json, at.index(index), problems));
        }
        (values.len() == list.len()).then_some(values)
    }

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }
}

impl JsType for ParamSpec {
    fn ts() -> String {
        "ParamSpec".to_owned()
    }

    fn to_js(&self) -> Value {
        Value::Object(vec![
            (c"name".into(), Value::from(self.name)),
            (c"kind".into(), self.kind.to_js()),
        ])
    }

    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<ParamSpec> {
        problems.push(wrong_type(json, "string", at));
        None
    }
}

/// Names are those of the catalogue, as in the texts: no camelCase.
impl JsType for Params {
    fn ts() -> String {
        "Params".to_owned()
    }

    fn to_js(&self) -> Value {
        let fields = self.iter().map(|(name, value)| {
            let key = CString::new(name).unwrap_or_default();
            let value = match value {
                ParamValue::Number { value } => Value::Int(*value),
                other => Value::from(other.to_string()),
            };
            (key.into(), value)
        });
        Value::Object(fields.collect())
    }

    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Params> {
        let Json::Map(fields) = json else {
            problems.push(wrong_type(json, "object", at));
            return None;
        };
        let mut params = Params::default();
        for (name, json) in fields {
            if problems.is_full() {
                return None;
            }
            let at = at.field(name);
            // A name has one kind for all codes.
            let specs = Code::ALL.iter().flat_map(|code| code.params());
            let Some(spec) = specs.clone().find(|spec| spec.name == name.as_ref()) else {
                let reason = Reason::new(Code::UnknownField).with("suggestion", "");
                problems.push(reason.at(at.pointer()));
                continue;
            };
            let value = match spec.kind {
                ParamKind::Text => String::from_js(json, at, problems).map(ParamValue::from),
                ParamKind::Word => String::from_js(json, at, problems).map(|value| {
                    let value = value.into();
                    ParamValue::Word { value }
                }),
                ParamKind::Number => i64::from_js(json, at, problems).map(ParamValue::from),
                ParamKind::Date => Day::from_js(json, at, problems).map(ParamValue::from),
                ParamKind::Amount => Tenge::from_js(json, at, problems).map(ParamValue::from),
                ParamKind::Decimal => Rate::from_js(json, at, problems).map(ParamValue::from),
            };
            if let Some(value) = value {
                params.push(spec.name, value);
            }
        }
        Some(params)
    }

    fn missing() -> Option<Params> {
        Some(Params::default())
    }
}

/// A summary is opaque: the text that it is stored as.
impl JsType for FeedbackSummary {
    fn ts() -> String {
        "FeedbackSummary".to_owned()
    }

    fn to_js(&self) -> Value {
        serde_json::to_string(self).map_or(Value::Undefined, Value::from)
    }

    fn from_js(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let text = crate::foundation::json::text(json, at, problems)?;
        summary_from_json(text)
            .map_err(|error| problems.extend(error.into_problems()))
            .ok()
    }
}

/// Reads a summary from its text.
///
/// # Errors
/// Every problem of the JSON.
pub fn summary_from_json(text: &str) -> Result<FeedbackSummary, Error> {
    FeedbackSummary::from_json(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;
    use crate::service::eligibility::{Decision, Inquiry};

    /// `Params` are read back by name alone.
    #[test]
    fn a_parameter_has_one_kind_whatever_the_code() {
        let specs = || Code::ALL.iter().flat_map(|code| code.params());
        for spec in specs() {
            assert!(specs().all(|other| other.name != spec.name || other.kind == spec.kind));
        }
    }

    #[test]
    fn every_reason_comes_back_as_it_went() {
        for code in Code::ALL.iter().copied() {
            let reason = Reason::sample(code);
            assert_eq!(read::<Reason>(&reason.to_value()), Ok(reason));
        }
    }

    #[test]
    fn records_and_unions_come_back_and_their_names_are_in_camel_case() {
        let rules = Rulebook::edition("service-2025").unwrap();
        let day = |text| Day::parse(text).unwrap();
        for today in ["2025-10-11", "2026-02-10"] {
            let inquiry = Inquiry::renewal(day("2025-11-10"));
            let Value::Object(fields) = inquiry.to_value() else {
                panic!("no object");
            };
            assert!(fields.iter().any(|(key, _)| key.as_ref() == c"expiresOn"));
            assert_eq!(read::<Inquiry>(&inquiry.to_value()), Ok(inquiry));
            let decision = rules.decide(&inquiry, day(today)).unwrap();
            assert_eq!(read::<Decision>(&decision.to_value()), Ok(decision));
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_with_its_place() {
        let value = Value::Object(vec![
            (c"document".into(), Value::from("driving_licence")),
            (c"ground".into(), Value::Int(1)),
            (c"expireson".into(), Value::from("2025-11-10")),
        ]);
        let error = read::<Inquiry>(&value).unwrap_err();
        let found: Vec<String> = error
            .problems()
            .map(|problem| format!("{} {}", problem.code, problem.pointer))
            .collect();
        let expected = [
            "UNKNOWN_FIELD /expireson",
            "UNKNOWN_VALUE /document",
            "WRONG_TYPE /ground",
            "MISSING_FIELD /expiresOn",
        ];
        assert_eq!(found, expected);
        assert_eq!(
            error.first().params.get("suggestion").unwrap().to_string(),
            "expiresOn"
        );
    }
}
