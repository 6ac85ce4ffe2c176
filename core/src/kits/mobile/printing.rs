//! The types of Kotlin and Swift as the generator of their sources needs to know them: UniFFI prints
//! every field, so the generator writes the texts of private types itself.

use serde_json::{Value, json};

use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::moment::Moment;
use crate::foundation::privacy::{HIDDEN, Mask, Masked, Privacy};
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::kits::exported::exported;
use crate::kits::scalars::{Scalar, scalars};
use crate::people::address::Postcode;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, Iin, PassportNumber};
use crate::people::names::PersonName;
use crate::service::feedback::{FeedbackPeriod, FeedbackSummary};

/// The marker of a type and the fields that it shows, by its name.
fn entry<T: Privacy>(name: &str) -> (String, Value) {
    let marker = json!({ "private": T::PRIVATE, "shows": T::SHOWS });
    (name.to_owned(), marker)
}

macro_rules! core_types {
    (plain { $($name:ident),+ $(,)? } $($classes:tt)+) => {
        fn core_types() -> Vec<(String, Value)> {
            vec![$(entry::<crate::kits::every::$name>(stringify!($name))),+]
        }
    };
}
exported!(core_types);

macro_rules! mobile_types {
    ($($name:ident),+ $(,)?) => {
        fn mobile_types() -> Vec<(String, Value)> {
            vec![$(entry::<super::$name>(stringify!($name))),+]
        }
    };
}
mobile_types!(
    CodeInfo,
    CodeParam,
    Drawing,
    Explainable,
    IinFacts,
    NamedParam,
    ParamValue,
    PenPoint,
    QujatError,
);

macro_rules! scalar_rows {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        fn scalar_rows() -> Vec<Value> {
            vec![$(scalar_row::<$name>(stringify!($name), stringify!($kind), $doc, $example)),+]
        }
    };
}
scalars!(scalar_rows);

fn scalar_row<T: Scalar>(name: &str, kind: &str, doc: &str, example: &str) -> Value {
    let mask = match T::MASK {
        Mask::Shown => Value::Null,
        Mask::Email => json!("email"),
        Mask::Ends { first, stars, last } => json!([first, stars, last]),
    };
    let printed = Masked(T::MASK, example).to_string();
    json!({
        "name": name, "kind": kind, "doc": doc, "mask": mask, "example": example, "printed": printed,
    })
}

/// The table as JSON: scalars with their masks, types with their markers.
#[must_use]
pub fn printing() -> String {
    let types: serde_json::Map<String, Value> =
        core_types().into_iter().chain(mobile_types()).collect();
    json!({ "scalars": scalar_rows(), "types": types, "hidden": HIDDEN }).to_string()
}
