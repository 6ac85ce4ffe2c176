//! Reasons and problems read from JSON, so that an answer that went to another language, or over a
//! network, can be explained when it comes back.

use crate::foundation::catalogue::{Code, ParamKind, ParamSpec};
use crate::foundation::day::Day;
use crate::foundation::json::{
    Fields, FromJson, Json, Place, missing, read_with, text, unknown_value,
};
use crate::foundation::problem::{Error, ParamValue, Params, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;

/// Parameters have at most this many bytes.
const MAX_BYTES: usize = 16 << 10;

impl Reason {
    /// A reason with this code and the parameters of a JSON object, in the canonical form in which
    /// a reason is written. All parameters that the code has must be there, and no others.
    ///
    /// # Errors
    /// Every problem of the JSON, with its place.
    ///
    /// ```
    /// use qujat::{Code, Reason};
    /// let reason = Reason::from_params(Code::PilotEnded, br#"{"last_day": "2026-02-28"}"#)?;
    /// assert_eq!(reason.to_string(), "PILOT_ENDED last_day=`2026-02-28`");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn from_params(code: Code, json: &[u8]) -> Result<Reason, Error> {
        read_with(json, MAX_BYTES, |json, at, problems| {
            let params = read_params(code, json, at, problems)?;
            Some(Reason {
                params,
                ..Reason::new(code)
            })
        })
    }
}

/// The field `params` of an object whose code is known: all parameters that the code has must be there,
/// and no others.
pub(crate) fn params_of(
    code: Code,
    fields: &Fields<'_, '_>,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<Params> {
    let at = at.field("params");
    match fields.value("params") {
        Some(json) => read_params(code, json, at, problems),
        None => missing(at, problems),
    }
}

fn read_params(
    code: Code,
    json: &Json<'_>,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<Params> {
    let specs = code.params();
    let names: Vec<&str> = specs.iter().map(|spec| spec.name).collect();
    let fields = Fields::new(json, &names, at, problems)?;
    let values: Vec<Option<ParamValue>> = specs
        .iter()
        .map(|spec| value(&fields, *spec, at, problems))
        .collect();
    let mut params = Params::default();
    for (spec, value) in specs.iter().zip(values) {
        params.push(spec.name, value?);
    }
    Some(params)
}

impl FromJson for Reason {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Reason> {
        let fields = Fields::new(json, &["code", "params", "source"], at, problems)?;
        Reason::of_fields(&fields, at, problems)
    }
}

impl Reason {
    /// Reads the fields of a reason, which may stand among others.
    pub(crate) fn of_fields(
        fields: &Fields<'_, '_>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<Reason> {
        let code = fields.require::<Code>("code", at, problems);
        let params = code.and_then(|code| params_of(code, fields, at, problems));
        let source = fields.get("source", at, problems);
        Some(Reason {
            code: code?,
            params: params?,
            source: source?,
        })
    }
}

impl FromJson for Problem {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Problem> {
        let known = ["code", "severity", "pointer", "params", "source"];
        let fields = Fields::new(json, &known, at, problems)?;
        let severity = fields.require("severity", at, problems);
        let pointer = fields.require("pointer", at, problems);
        let reason = Reason::of_fields(&fields, at, problems);
        let Reason {
            code,
            params,
            source,
        } = reason?;
        Some(Problem {
            code,
            severity: severity?,
            pointer: pointer?,
            params,
            source,
        })
    }
}

impl FromJson for Code {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Code> {
        let word = text(json, at, problems)?;
        let code = Code::parse(word);
        if code.is_none() {
            // The list of all codes would be longer than any answer.
            problems.push(unknown_value(at, &[]));
        }
        code
    }
}

fn value(
    fields: &Fields<'_, '_>,
    spec: ParamSpec,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<ParamValue> {
    let name = spec.name;
    match spec.kind {
        ParamKind::Text => fields
            .get(name, at, problems)
            .map(|value| ParamValue::Text { value }),
        ParamKind::Word => fields.get::<String>(name, at, problems).map(|value| {
            let value = value.into();
            ParamValue::Word { value }
        }),
        ParamKind::Number => fields
            .get(name, at, problems)
            .map(|value| ParamValue::Number { value }),
        ParamKind::Date => fields
            .get::<Day>(name, at, problems)
            .map(|value| ParamValue::Date { value }),
        ParamKind::Amount => fields
            .get::<Tenge>(name, at, problems)
            .map(|value| ParamValue::Amount { value }),
        ParamKind::Decimal => fields
            .get::<Rate>(name, at, problems)
            .map(|value| ParamValue::Decimal { value }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: Code, text: &str) -> Result<Reason, Vec<String>> {
        Reason::from_params(code, text.as_bytes()).map_err(|error| {
            error
                .problems()
                .map(|p| format!("{} {}", p.code, p.pointer))
                .collect()
        })
    }

    /// What is written can be read again, for every code, and so for every kind of parameter.
    #[test]
    fn canonical_parameters_are_read_back() {
        for code in Code::ALL.iter().copied() {
            let reason = Reason::sample(code);
            let json = serde_json::to_string(&reason.params).unwrap();
            assert_eq!(read(code, &json), Ok(reason), "{code}");
        }
    }

    #[test]
    fn every_problem_is_told() {
        let text = r#"{"opens_on": "2025-02-30", "days_left": "42", "day": 1}"#;
        let expected = [
            "UNKNOWN_FIELD /day",
            "WRONG_TYPE /days_left",
            "DATE_INVALID /opens_on",
        ];
        let found = read(Code::TooEarly, text).unwrap_err();
        assert_eq!(found, expected);
        let found = read(Code::PaymentMismatch, "{}").unwrap_err();
        assert_eq!(found, ["MISSING_FIELD /due"]);
    }
}
