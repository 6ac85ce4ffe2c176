//! Values that are no records: one number or one text each, which `uniffi.toml` makes the language's
//! own date, time, decimal or a type that hides personal data.
//!
//! Arguments are read as strictly as everywhere: a value that cannot be read fails the call with
//! the code of the reason.

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::moment::Moment;
use crate::foundation::problem::{Error, Reason};
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::kits::scalars::Scalar;
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

fn day(days: &i32) -> Result<Day, Reason> {
    Day::from_epoch_days(*days).ok_or_else(|| Reason::new(Code::DateInvalid))
}

fn time(minutes: &u32) -> Result<TimeOfDay, Reason> {
    TimeOfDay::from_minutes(*minutes).ok_or_else(|| Reason::new(Code::TimeInvalid))
}

/// A scalar becomes a number or a text when it crosses, and is read back from it.
macro_rules! scalars {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(scalars!(@$kind $doc, $name, $read);)+
    };
    (@date $doc:literal, $name:ident, $read:path) => {
        uniffi::custom_type!(#[doc = $doc] $name, i32, {
            lower: |value| value.epoch_days(),
            try_lift: |value| day(&value).map_err(failed),
        });
    };
    (@time $doc:literal, $name:ident, $read:path) => {
        uniffi::custom_type!(#[doc = $doc] $name, u32, {
            lower: |value| value.minutes(),
            try_lift: |value| time(&value).map_err(failed),
        });
    };
    (@summary $doc:literal, $name:ident, $read:path) => {
        uniffi::custom_type!(#[doc = $doc] $name, String, {
            lower: |value| value.whole().into_owned(),
            try_lift: |value| $read(value.as_bytes()).map_err(failed),
        });
    };
    (@$kind:ident $doc:literal, $name:ident, $read:path) => {
        uniffi::custom_type!(#[doc = $doc] $name, String, {
            lower: |value| value.whole().into_owned(),
            try_lift: |value| $read(&value).map_err(failed),
        });
    };
}
crate::kits::scalars::scalars!(scalars);
