//! Functions that need no rulebook: short messages, records in JSON, and the catalogue of codes.

use qujat_export::export;

use crate::filing::ApplicationForm;
use crate::filing::register::RegisterRecord;
use crate::foundation::catalogue::{Area, Code, Severity};
use crate::foundation::problem::{Problem, Reason};
use crate::service::eligibility::Decision;
use crate::service::faults::FaultQuery;
use crate::service::notice_kinds::{NoticeData, NoticeKind};
use crate::service::sms::SmsCount;

use super::error::{Answered, QujatError};
use super::params::CodeParam;

/// The reasons of a decision: every check that failed, or `ELIGIBLE`, and `ONLINE_AGAIN` after it
/// if the card can be renewed once more later.
#[uniffi::export]
pub fn reasons_of_decision(decision: Decision) -> Answered<Vec<Reason>> {
    Ok(decision.reasons())
}

/// Counts a short message: its alphabet, units and segments.
#[uniffi::export]
pub fn count_sms(text: String) -> SmsCount {
    crate::service::sms::count(&text)
}

/// Reads a record of the register from JSON.
#[uniffi::export]
pub fn read_register_record(json: String) -> Answered<RegisterRecord> {
    Ok(RegisterRecord::from_json(json.as_bytes())?)
}

/// A form as the JSON text that `validate` and `assess` read. It holds personal data whole.
#[uniffi::export]
pub fn form_json(form: ApplicationForm) -> Answered<String> {
    Ok(serde_json::to_string(&form).unwrap_or_default())
}

/// Reads an attempt and the faults from JSON.
#[uniffi::export]
pub fn read_fault_query(json: String) -> Answered<FaultQuery> {
    Ok(FaultQuery::from_json(json.as_bytes())?)
}

/// Reads the data of this kind of notice from a JSON object with its variables.
#[uniffi::export]
pub fn read_notice_data(kind: NoticeKind, json: String) -> Answered<NoticeData> {
    Ok(NoticeData::of_kind(kind, json.as_bytes())?)
}

/// The variables that the texts of a kind of notice can use.
#[uniffi::export]
pub fn notice_params(kind: NoticeKind) -> Vec<CodeParam> {
    kind.params().iter().map(CodeParam::from).collect()
}

/// The catalogue's entry of a code.
#[export(record, public, mobile)]
pub struct CodeInfo {
    /// The part of the library that it comes from.
    pub area: Area,
    /// The severity that it has unless the rulebook says otherwise.
    pub severity: Severity,
    /// The parameters that it promises.
    pub params: Vec<CodeParam>,
    /// Its meaning, for developers.
    pub meaning: String,
    /// An example.
    pub example: String,
}

/// The catalogue's entry of a code.
#[uniffi::export]
pub fn code_info(code: Code) -> CodeInfo {
    CodeInfo {
        area: code.area(),
        severity: code.severity(),
        params: code.params().iter().map(CodeParam::from).collect(),
        meaning: code.meaning().to_owned(),
        example: code.example().to_owned(),
    }
}

/// A reason with this code and the parameters of a JSON object.
#[uniffi::export]
pub fn reason_of(code: Code, params: String) -> Answered<Reason> {
    Ok(Reason::from_params(code, params.as_bytes())?)
}

/// A reason with this code and sample values for all its parameters.
#[uniffi::export]
pub fn sample_reason(code: Code) -> Reason {
    Reason::sample(code)
}

/// Throws these problems as the library would, or does nothing without any: for tests of an app's
/// handling of them.
#[uniffi::export]
pub fn refuse(problems: Vec<Problem>) -> Answered<()> {
    if problems.is_empty() {
        return Ok(());
    }
    Err(QujatError::Refused { problems })
}

/// The version of the library.
#[uniffi::export]
pub fn library_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
