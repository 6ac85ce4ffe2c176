//! Values that are no records: one number or one text each, which `uniffi.toml` makes the language's
//! own date, time, decimal or a type that hides personal data.
//!
//! What comes in is read as strictly as everywhere: a value that cannot be read fails the call with
//! the code that says why.

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::moment::Moment;
use crate::foundation::problem::{Error, Reason};
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::people::address::Postcode;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, Iin, PassportNumber};
use crate::people::names::PersonName;
use crate::service::feedback::{FeedbackPeriod, FeedbackSummary};

use super::error::QujatError;

/// The failure of a conversion, as the function that it belongs to throws it.
fn failed(error: impl Into<Error>) -> uniffi::deps::anyhow::Error {
    QujatError::from(error.into()).into()
}

/// Says what a type is when it crosses: what it becomes, and what reads it.
macro_rules! scalar {
    ($($(#[$meta:meta])* $name:ident: $builtin:ty, |$value:ident| $lower:expr, $lift:expr;)+) => {$(
        uniffi::custom_type!($(#[$meta])* $name, $builtin, {
            lower: |$value| $lower,
            try_lift: |value| $lift(&value).map_err(failed),
        });
    )+};
}

fn day(days: &i32) -> Result<Day, Reason> {
    Day::from_epoch_days(*days).ok_or_else(|| Reason::new(Code::DateInvalid))
}

fn time(minutes: &u32) -> Result<TimeOfDay, Reason> {
    TimeOfDay::from_minutes(*minutes).ok_or_else(|| Reason::new(Code::TimeInvalid))
}

/// A number that the rulebook let pass with a finding must come back.
fn iin(text: &str) -> Result<Iin, Reason> {
    Iin::parse_lenient(text).map(|(iin, _)| iin)
}

fn summary(text: &str) -> Result<FeedbackSummary, Error> {
    FeedbackSummary::from_json(text.as_bytes())
}

scalar! {
    /// A civil date from 0001-01-01 to 9999-12-31, without a time and a zone.
    Day: i32, |value| value.epoch_days(), day;
    /// A time of day in whole minutes, from 00:00 to 24:00.
    TimeOfDay: u32, |value| value.minutes(), time;
    /// An instant.
    Moment: String, |value| value.to_string(), Moment::parse;
    /// An amount of tenge (KZT).
    Tenge: String, |value| value.to_string(), Tenge::parse;
    /// A decimal figure, such as a multiple of the MRP.
    Rate: String, |value| value.to_string(), Rate::parse;
    /// The identifier of a service centre: 1 to 32 characters `a`-`z`, `0`-`9`, `-`, `_`, `.`.
    CentreId: String, |value| value.to_string(), CentreId::parse;
    /// The name of a rulebook edition.
    EditionName: String, |value| value.to_string(), EditionName::parse;
    /// The name of a profile of limits for photos or signature samples.
    ProfileName: String, |value| value.to_string(), ProfileName::parse;
    /// The name of a service that a centre gives.
    ServiceId: String, |value| value.to_string(), ServiceId::parse;
    /// The name of a source in the rulebook.
    SourceId: String, |value| value.to_string(), SourceId::parse;
    /// A postcode in its canonical form.
    Postcode: String, |value| value.as_str().to_owned(), Postcode::parse;
    /// An individual identification number, 12 digits. Personal data: printed, it is masked.
    Iin: String, |value| value.as_str().to_owned(), iin;
    /// The number of an identity card, 9 digits. Personal data: printed, it is masked.
    CardNumber: String, |value| value.as_str().to_owned(), CardNumber::parse;
    /// The number of a passport. Personal data: printed, it is masked.
    PassportNumber: String, |value| value.as_str().to_owned(), PassportNumber::parse;
    /// A mobile phone number in E.164. Personal data: printed, it is masked.
    Phone: String, |value| value.as_str().to_owned(), Phone::from_e164;
    /// An e-mail address. Personal data: printed, it is masked.
    EmailAddress: String, |value| value.as_str().to_owned(), EmailAddress::from_text;
    /// A surname, given name or patronymic. Personal data: printed, it is masked.
    PersonName: String, |value| value.as_str().to_owned(), PersonName::from_text;
    /// A day or a month, `2026-02-10` or `2026-02`.
    FeedbackPeriod: String, |value| value.to_string(), FeedbackPeriod::parse;
    /// Ratings summed up: the JSON text that a summary is stored as.
    FeedbackSummary: String, |value| serde_json::to_string(&value).unwrap_or_default(), summary;
}
