//! Coded answers: reasons, problems and the error type.
//!
//! A [`Reason`] is a code with its parameters and the source of the rule. A [`Problem`] is a reason
//! with a severity and a place in the input. An [`Error`] is one or more problems. They never hold
//! personal data: parameters carry limits, positions and dates, not typed text.

use std::borrow::Cow;
use std::fmt;

use qujat_export::export;
use serde::ser::SerializeMap;

use crate::foundation::catalogue::{Code, ParamKind, Severity};
use crate::foundation::clean::clean;
use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::json::shown_pointer;
use crate::foundation::privacy::Privacy;
use crate::foundation::problems::Problems;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ParamValue {
    /// Text that is printed as it is.
    Text {
        /// The text.
        value: String,
    },
    /// A whole number.
    Number {
        /// The number.
        value: i64,
    },
    /// A civil date.
    Date {
        /// The day.
        value: Day,
    },
    /// An amount of money.
    Amount {
        /// The amount.
        value: Tenge,
    },
    /// A decimal figure.
    Decimal {
        /// The figure.
        value: Rate,
    },
    /// A term of the domain, by its stable spelling; each language has a word for it.
    Word {
        /// The stable spelling, in snake_case; borrowed if it is one of the crate's own.
        value: Cow<'static, str>,
    },
}

/// Parameters carry limits, positions and dates, never anything that was typed.
impl Privacy for ParamValue {
    const PRIVATE: bool = false;
}

impl ParamValue {
    /// The kind of its value.
    #[must_use]
    pub const fn kind(&self) -> ParamKind {
        match self {
            ParamValue::Text { .. } => ParamKind::Text,
            ParamValue::Number { .. } => ParamKind::Number,
            ParamValue::Date { .. } => ParamKind::Date,
            ParamValue::Amount { .. } => ParamKind::Amount,
            ParamValue::Decimal { .. } => ParamKind::Decimal,
            ParamValue::Word { .. } => ParamKind::Word,
        }
    }
}

impl fmt::Display for ParamValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParamValue::Text { value } => f.write_str(value),
            ParamValue::Word { value } => f.write_str(value),
            ParamValue::Number { value } => write!(f, "{value}"),
            ParamValue::Date { value } => write!(f, "{value}"),
            ParamValue::Amount { value } => write!(f, "{value}"),
            ParamValue::Decimal { value } => write!(f, "{value}"),
        }
    }
}

impl serde::Serialize for ParamValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            ParamValue::Number { value } => serializer.serialize_i64(*value),
            other => serializer.collect_str(other),
        }
    }
}

macro_rules! param_from {
    ($($type:ty => |$value:ident| $variant:ident($expr:expr);)+) => {$(
        impl From<$type> for ParamValue {
            fn from($value: $type) -> Self { ParamValue::$variant { value: $expr } }
        }
    )+};
}
param_from! {
    Day => |value| Date(value);
    Tenge => |value| Amount(value);
    Rate => |value| Decimal(value);
    i64 => |value| Number(value);
    i32 => |value| Number(value.into());
    u32 => |value| Number(value.into());
    u8 => |value| Number(value.into());
    usize => |value| Number(i64::try_from(value).unwrap_or(i64::MAX));
    String => |value| Text(value);
    &str => |value| Text(value.to_owned());
}

/// Named parameters, in the order in which the catalogue lists them.
#[export(class, public, own_equality, no_json)]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Params(Vec<(&'static str, ParamValue)>);

impl Params {
    /// The parameter with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&ParamValue> {
        self.0
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// All parameters, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&'static str, &ParamValue)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// `true` if it has no parameters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn push(&mut self, name: &'static str, value: impl Into<ParamValue>) {
        if self.0.capacity() == 0 {
            // Room for those of almost every code; to ask for it is faster than to grow.
            self.0 = Vec::with_capacity(4);
        }
        self.0.push((name, value.into()));
    }
}

impl serde::Serialize for Params {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A code, its parameters, and the source of the rule behind it.
#[export(record, public, own_reader)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Reason {
    /// Its code.
    pub code: Code,
    /// The figures and dates that belong to it.
    pub params: Params,
    /// The rulebook source that says so; `None` for matters of form.
    pub source: Option<SourceId>,
}

impl Reason {
    /// A code without parameters and source.
    #[must_use]
    pub fn new(code: Code) -> Reason {
        Reason {
            code,
            params: Params::default(),
            source: None,
        }
    }

    /// With one more parameter; see [`Code::params`] for those that belong to a code.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<ParamValue>) -> Reason {
        self.params.push(name, value);
        self
    }

    /// With the source of the rule.
    #[must_use]
    pub fn cite(mut self, source: SourceId) -> Reason {
        self.source = Some(source);
        self
    }

    /// This reason as a problem of the whole input, with the catalogue's severity.
    #[must_use]
    pub fn into_problem(self) -> Problem {
        self.at(String::new())
    }

    /// This reason as a problem at a place in the input: an RFC 6901 JSON pointer.
    #[must_use]
    pub fn at(self, pointer: String) -> Problem {
        let Reason {
            code,
            params,
            source,
        } = self;
        Problem {
            code,
            severity: code.severity(),
            pointer,
            params,
            source,
        }
    }
}

/// A reason at a place in the input.
#[export(record, public, own_reader)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Problem {
    /// Its code.
    pub code: Code,
    /// Its severity, which the rulebook may have changed.
    pub severity: Severity,
    /// Its place: an RFC 6901 JSON pointer, empty for the whole input.
    pub pointer: String,
    /// The figures and dates that belong to it.
    pub params: Params,
    /// The rulebook source that says so; `None` for matters of form.
    pub source: Option<SourceId>,
}

impl Problem {
    /// This problem without its place.
    pub(crate) fn into_reason(self) -> Reason {
        Reason {
            code: self.code,
            params: self.params,
            source: self.source,
        }
    }

    /// `true` if it stands in the way of the application: an error or a refusal.
    #[must_use]
    pub fn is_blocking(&self) -> bool {
        matches!(self.severity, Severity::Error | Severity::Refusal)
    }
}

/// Anything with a code and parameters, so that it can be explained in a language.
pub trait Coded {
    /// The code.
    fn code(&self) -> Code;
    /// The parameters.
    fn params(&self) -> &Params;
}

impl Coded for Reason {
    fn code(&self) -> Code {
        self.code
    }
    fn params(&self) -> &Params {
        &self.params
    }
}

impl Coded for Problem {
    fn code(&self) -> Code {
        self.code
    }
    fn params(&self) -> &Params {
        &self.params
    }
}

/// The error of a function that cannot answer: one or more problems, the first one leading.
///
/// Its `Display` names codes and places for developers' logs, and holds no personal data. For
/// citizens, use the texts of each problem in their language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", summary(.first, .others))]
pub struct Error {
    first: Box<Problem>,
    others: Vec<Problem>,
}

/// The answer of a question, or the [`Error`] that says why there is no answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// `FromStr` for a type that a text is read as.
macro_rules! from_str {
    ($type:ty) => {
        impl std::str::FromStr for $type {
            type Err = crate::foundation::problem::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(<$type>::read(text)?)
            }
        }
    };
}

pub(crate) use from_str;

impl Error {
    /// An error of these problems, or `None` without any. Of more than a hundred the first hundred
    /// are kept, and `TOO_MANY_PROBLEMS` stands for the rest.
    #[must_use]
    pub fn from_problems(problems: Vec<Problem>) -> Option<Error> {
        let mut problems = Problems::from(problems).into_vec().into_iter();
        let first = Box::new(problems.next()?);
        Some(Error {
            first,
            others: problems.collect(),
        })
    }

    /// The same problems below a place: an RFC 6901 JSON pointer, before the pointer of each.
    #[must_use]
    pub fn at(mut self, pointer: &str) -> Error {
        for problem in std::iter::once(&mut *self.first).chain(&mut self.others) {
            problem.pointer.insert_str(0, pointer);
        }
        self
    }

    /// The code of the leading problem.
    #[must_use]
    pub fn code(&self) -> Code {
        self.first.code
    }

    /// The leading problem.
    #[must_use]
    pub fn first(&self) -> &Problem {
        &self.first
    }

    /// All problems; at least one.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        std::iter::once(&*self.first).chain(&self.others)
    }

    /// All problems; at least one.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = vec![*self.first];
        problems.extend(self.others);
        problems
    }
}

/// The leading reason of an answer's error, without its place, for callers that know the place.
pub(crate) trait Alone<T> {
    fn alone(self) -> Result<T, Reason>;
}

impl<T> Alone<T> for Result<T> {
    fn alone(self) -> Result<T, Reason> {
        self.map_err(|error| error.first.into_reason())
    }
}

/// The leading problem's.
impl Coded for Error {
    fn code(&self) -> Code {
        self.first.code
    }
    fn params(&self) -> &Params {
        &self.first.params
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Error {
            first: Box::new(problem),
            others: Vec::new(),
        }
    }
}

impl From<Reason> for Error {
    fn from(reason: Reason) -> Self {
        reason.into_problem().into()
    }
}

fn summary(first: &Problem, others: &[Problem]) -> String {
    let mut text = first.to_string();
    for problem in others {
        text.push_str("; ");
        text.push_str(&problem.to_string());
    }
    text
}

/// For developers' logs: the code and its parameters. For citizens there are the texts.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        print_params(&self.params, f)
    }
}

/// Texts are cut, and characters that steer a terminal are left out.
fn print_params(params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (name, value) in params.iter() {
        write!(f, " {name}=`")?;
        match value {
            ParamValue::Text { value } => print_line(value, f)?,
            ParamValue::Word { value } => print_line(value, f)?,
            other => write!(f, "{other}")?,
        }
        f.write_str("`")?;
    }
    Ok(())
}

fn print_line(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let end = text.char_indices().nth(LONGEST_PRINTED);
    let (shown, cut) = match end.and_then(|(end, _)| text.get(..end)) {
        Some(shown) => (shown, "…"),
        None => (text, ""),
    };
    f.write_str(&clean(shown))?;
    f.write_str(cut)
}

/// A parameter is printed up to so many characters.
const LONGEST_PRINTED: usize = 1000;

impl std::error::Error for Reason {}

/// For developers' logs: the code, the place and the parameters.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.pointer.is_empty() {
            write!(f, " at `{}`", shown_pointer(&self.pointer))?;
        }
        print_params(&self.params, f)
    }
}

impl std::error::Error for Problem {}

impl serde::Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("problems", &self.problems().collect::<Vec<_>>())?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SPEC 4: stable codes and parameters; the kinds are those that the catalogue promises.
    #[test]
    fn parameters_are_of_the_kinds_that_the_catalogue_promises() {
        for code in Code::ALL.iter().copied() {
            let reason = Reason::sample(code);
            let kinds = reason
                .params
                .iter()
                .map(|(name, value)| (name, value.kind()));
            let promised = code.params().iter().map(|spec| (spec.name, spec.kind));
            assert_eq!(kinds.collect::<Vec<_>>(), promised.collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_logged_and_serialised_names_code_place_and_parameters() {
        let early = Reason::new(Code::TooEarly).with("days_left", 42);
        assert_eq!(early.to_string(), "TOO_EARLY days_left=`42`");
        let problems = vec![
            early.at("/card".to_owned()),
            Reason::new(Code::MissingField).at("/a".to_owned()),
        ];
        assert_eq!(Error::from_problems(Vec::new()), None);
        let error = Error::from_problems(problems).unwrap();
        let logged = "TOO_EARLY at `/card` days_left=`42`; MISSING_FIELD at `/a`";
        assert_eq!(error.to_string(), logged);
        let json = serde_json::to_value(&error).unwrap();
        assert_eq!(json["problems"][0]["params"]["days_left"], 42);
        assert_eq!(json["problems"][1]["pointer"], "/a");
        assert_eq!(json["problems"][1]["source"], serde_json::Value::Null);
    }

    /// A problem from any source prints nothing that forges a line or steers a terminal.
    #[test]
    fn what_is_printed_is_one_short_line() {
        let reason = Reason::new(Code::CentreDuplicate)
            .with("centre", format!("a\n\u{1b}[2J{}", "x".repeat(5000)));
        let problem = reason.at("/applicant/aigerim@example.kz".to_owned());
        let printed = problem.to_string();
        let begin = "CENTRE_DUPLICATE at `/applicant/<unknown>` centre=`a [2Jxxx";
        assert!(printed.starts_with(begin), "{printed}");
        assert!(printed.ends_with("x…`") && printed.chars().count() < 1100);
        assert!(!printed.contains(char::is_control));
    }
}
