//! Functions that need no rulebook.

use std::ffi::CString;

use napi::Env;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;
use qujat::faults::FaultQuery;
use qujat::identity::{CardNumber, PassportNumber, PersonName};
use qujat::node::{JsConvert, Value};
use qujat::problem::ParamSpec;
use qujat::register::RegisterRecord;
use qujat::sms::SmsCount;
use qujat::{Code, Day, Decision, Error, Iin, NoticeData, NoticeKind, Problem, Reason};

use crate::convert::{In, Out, Plain, Text};
use crate::error::call;
use crate::task::Work;

/// An object of these fields.
pub(crate) fn object<const N: usize>(fields: [(&str, Value); N]) -> Plain {
    let there = fields
        .into_iter()
        .filter(|(_, value)| *value != Value::Undefined);
    Plain(Value::Object(
        there
            .map(|(name, value)| (CString::new(name).unwrap_or_default().into(), value))
            .collect(),
    ))
}

/// Reads an IIN by its form alone: digits, check digit, birth date.
#[napi]
pub fn parse_iin(env: Env, text: In<String>) -> napi::Result<Out<Iin>> {
    call(&env, || Iin::parse(&text.0)).map(Out)
}

/// The facts of an IIN: the birth date and the sex, if its first seven digits give them.
#[napi(ts_return_type = "{ birthDate?: Day; sex?: Sex }")]
pub fn iin_facts(iin: In<Iin>) -> Plain {
    object([
        ("birthDate", iin.0.birth_date().to_value().hidden()),
        ("sex", iin.0.sex().to_value().hidden()),
    ])
}

/// Reads the number of an identity card.
#[napi]
pub fn parse_card_number(env: Env, text: In<String>) -> napi::Result<Out<CardNumber>> {
    call(&env, || CardNumber::parse(&text.0)).map(Out)
}

/// Reads the number of a passport.
#[napi]
pub fn parse_passport_number(env: Env, text: In<String>) -> napi::Result<Out<PassportNumber>> {
    call(&env, || PassportNumber::parse(&text.0)).map(Out)
}

/// Reads a postcode.
#[napi(ts_return_type = "Postcode")]
pub fn parse_postcode(env: Env, text: In<String>) -> napi::Result<Plain> {
    call(&env, || qujat::address::Postcode::parse(&text.0))
        .map(|postcode| Plain(postcode.to_value()))
}

/// `true` if both are the same name, in any case of their letters.
#[napi]
pub fn is_same_name(one: In<PersonName>, other: In<PersonName>) -> bool {
    one.0.is_same(&other.0)
}

/// Counts a short message: its alphabet, units and segments.
#[napi]
pub fn count_sms(text: In<String>) -> Out<SmsCount> {
    Out(qujat::sms::count(&text.0))
}

/// The days from 1970-01-01 to this one, negative before it, as columns have them.
#[napi]
pub fn to_epoch_days(day: In<Day>) -> i32 {
    day.0.epoch_days()
}

/// The day so many days after 1970-01-01. Throws `DATE_INVALID` outside of the years 1 to 9999.
#[napi]
pub fn from_epoch_days(env: Env, days: In<i32>) -> napi::Result<Out<Day>> {
    let day = Day::from_epoch_days(days.0);
    call(&env, || day.ok_or_else(|| Reason::new(Code::DateInvalid))).map(Out)
}

/// Reads a record of the register from JSON.
#[napi]
pub fn read_register_record(env: Env, json: Text) -> napi::Result<Out<RegisterRecord>> {
    call(&env, || RegisterRecord::from_json(json.as_slice())).map(Out)
}

/// Reads an attempt and the faults from JSON.
#[napi]
pub fn read_fault_query(env: Env, json: Text) -> napi::Result<Out<FaultQuery>> {
    call(&env, || FaultQuery::from_json(json.as_slice())).map(Out)
}

/// Reads the data of this kind of notice from a JSON object with its variables.
#[napi]
pub fn read_notice_data(
    env: Env,
    kind: In<NoticeKind>,
    json: Text,
) -> napi::Result<Out<NoticeData>> {
    call(&env, || NoticeData::of_kind(kind.0, json.as_slice())).map(Out)
}

/// A value as JSON text, the same in every language: its fields in snake_case. `JSON.stringify` writes
/// another text, which no language reads. Throws every problem of a value that is none of this type.
#[napi(
    ts_generic_types = "Name extends keyof Documents",
    ts_args_type = "name: Name, value: Documents[Name]"
)]
pub fn to_json(env: Env, name: In<String>, value: In<Value>) -> napi::Result<String> {
    call(&env, || qujat::node::write_document(&name.0, &value.0))
}

/// Reads a value from its JSON text, as `toJson` writes it here and other languages there. Throws every
/// problem, with its place.
#[napi(
    ts_generic_types = "Name extends keyof Documents",
    ts_args_type = "name: Name, json: string | Uint8Array | object",
    ts_return_type = "Documents[Name]"
)]
pub fn from_json(env: Env, name: In<String>, json: Text) -> napi::Result<Plain> {
    call(&env, || {
        qujat::node::read_document(&name.0, json.as_slice())
    })
    .map(Plain)
}

/// The variables that the texts of a kind of notice can use.
#[napi]
pub fn notice_params(kind: In<NoticeKind>) -> Out<Vec<ParamSpec>> {
    Out(kind.0.params().to_vec())
}

/// All codes, in the catalogue's order.
#[napi]
pub fn codes() -> Out<Vec<Code>> {
    Out(Code::ALL.to_vec())
}

/// The catalogue's entry of a code: its area, the severity that it has unless the rulebook says
/// otherwise, `isGap` for a gap in the rulebook, which the operator has to fix and no applicant
/// can, its parameters, and for developers its meaning and an example.
#[napi(
    ts_return_type = "{ area: Area; severity: Severity; isGap: boolean; params: Array<ParamSpec>; meaning: string; example: string }"
)]
pub fn code_info(code: In<Code>) -> Plain {
    let code = code.0;
    object([
        ("area", code.area().to_value()),
        ("severity", code.severity().to_value()),
        ("isGap", code.is_gap().to_value()),
        ("params", code.params().to_vec().to_value()),
        ("meaning", Value::from(code.meaning())),
        ("example", Value::from(code.example())),
    ])
}

/// A reason with this code and the parameters of a JSON object.
#[napi]
pub fn reason_of(env: Env, code: In<Code>, params: Text) -> napi::Result<Out<Reason>> {
    call(&env, || Reason::from_params(code.0, params.as_slice())).map(Out)
}

/// The reasons of a decision: every check that failed, or `ELIGIBLE`, and `ONLINE_AGAIN` after it
/// if the card can be renewed once more later.
#[napi]
pub fn reasons_of_decision(decision: In<Decision>) -> Out<Vec<Reason>> {
    Out(decision.0.reasons())
}

/// A reason with this code and sample values for all its parameters.
#[napi]
pub fn sample_reason(code: In<Code>) -> Out<Reason> {
    Out(Reason::sample(code.0))
}

/// `true` if a problem stands in the way of the application: an error or a refusal.
#[napi]
pub fn is_blocking(problem: In<Problem>) -> bool {
    problem.0.is_blocking()
}

/// The version of the package, which is that of the core.
#[napi(js_name = "_version", skip_typescript)]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The declarations of the plain types, for the generator of `index.d.ts`.
#[napi(js_name = "_declarations", skip_typescript)]
pub fn declarations() -> String {
    qujat::node::declarations()
}

/// The text of these problems for logs.
#[napi(js_name = "_message", skip_typescript)]
pub fn message(problems: In<Vec<Problem>>) -> String {
    Error::from_problems(problems.0).map_or_else(String::new, |error| error.to_string())
}

/// Throws these problems as the core would, or panics without any: for tests.
#[napi(js_name = "_throw", skip_typescript)]
pub fn throw(env: Env, problems: In<Vec<Problem>>) -> napi::Result<()> {
    call(&env, || refuse(problems.0))
}

/// The same on the thread pool.
#[napi(js_name = "_reject", skip_typescript)]
pub fn reject(problems: In<Vec<Problem>>) -> AsyncTask<Work> {
    Work::on([None, None], None, |_| {
        refuse(problems.0).map(|()| Value::Undefined)
    })
}

fn refuse(problems: Vec<Problem>) -> Result<(), Error> {
    match Error::from_problems(problems) {
        Some(error) => Err(error),
        None => std::panic::resume_unwind(Box::new("a test")),
    }
}
