//! The table of scalars: the types that are one number or one text in every language.
//!
//! A row has the documentation, the type, its kind, the mask under which it is printed, the reader
//! of its text, the pattern of that text, and an example that belongs to nobody. The rows are
//! handed to the macro that is named: reading and printing are here, and each language takes its
//! own part.
//!
//! | kind | in Python | in Kotlin | in Swift |
//! |---|---|---|---|
//! | `date` | `datetime.date` | `LocalDate` | `CivilDate` |
//! | `time` | `datetime.time` | `LocalTime` | `TimeOfDay` |
//! | `instant` | `datetime.datetime` | `Instant` | a struct of the same name |
//! | `decimal` | `decimal.Decimal` | `BigDecimal` | `Decimal` |
//! | `name` | `str` | `String` | `String` |
//! | `personal` | a class that prints masked | the same | the same |
//! | `period`, `summary` | a class | `String` | `String` |
//!
//! In TypeScript all are strings.

use std::borrow::Cow;
use std::fmt;

use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
use crate::foundation::moment::Moment;
use crate::foundation::privacy::{Mask, Privacy};
use crate::foundation::problem::Reason;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use crate::foundation::time_of_day::TimeOfDay;
use crate::people::address::Postcode;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, Iin, PassportNumber};
use crate::people::names::PersonName;
use crate::service::feedback::{FeedbackPeriod, FeedbackSummary};

/// Hands all rows to the macro of this name.
macro_rules! scalars {
    ($rows:ident) => {
        $rows! {
            "A civil date from 0001-01-01 to 9999-12-31, without a time and a zone."
            Day: date, Mask::Shown, Day::read, r"^\d{4}-\d{2}-\d{2}$", "1937-07-17";
            "A time of day in whole minutes, from 00:00 to 24:00."
            TimeOfDay: time, Mask::Shown, TimeOfDay::read,
                r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$", "03:17";
            "An instant."
            Moment: instant, Mask::Shown, Moment::read,
                r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$",
                "1937-07-17T03:17:37Z";
            "An amount of tenge (KZT)."
            Tenge: decimal, Mask::Shown, Tenge::read, r"^\d{1,12}(\.\d{1,12})?$", "31337.17";
            "A decimal figure, such as a multiple of the MRP."
            Rate: decimal, Mask::Shown, Rate::read, r"^\d{1,4}(\.\d{1,12})?$", "31.337";
            "The identifier of a service centre: 1 to 32 characters `a`-`z`, `0`-`9`, `-`, `_`, `.`."
            CentreId: name, Mask::Shown, CentreId::read, r"^[a-z0-9][a-z0-9._-]{0,31}$",
                "hidden-centre";
            "The name of a rulebook edition."
            EditionName: name, Mask::Shown, EditionName::read, r"^[a-z0-9][a-z0-9._-]{0,31}$",
                "hidden-edition";
            "The name of a profile of limits for photos or signature samples."
            ProfileName: name, Mask::Shown, ProfileName::read, r"^[a-z0-9][a-z0-9._-]{0,31}$",
                "hidden-profile";
            "The name of a service that a centre gives."
            ServiceId: name, Mask::Shown, ServiceId::read, r"^[a-z0-9][a-z0-9._-]{0,31}$",
                "hidden-service";
            "The name of a source in the rulebook."
            SourceId: name, Mask::Shown, SourceId::read, r"^[a-z0-9][a-z0-9._-]{0,31}$",
                "hidden-source";
            "A postcode in its canonical form."
            Postcode: name, Mask::Ends { first: 2, stars: 3, last: 0 }, Postcode::read,
                r"^(\d{6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d)$", "050713";
            "An individual identification number, 12 digits. Personal data: not for logs."
            Iin: personal, Mask::Ends { first: 0, stars: 10, last: 2 }, Iin::restore, r"^\d{12}$",
                "900101300007";
            "The number of an identity card, 9 digits. Personal data: not for logs."
            CardNumber: personal, Mask::Ends { first: 0, stars: 7, last: 2 }, CardNumber::read,
                r"^\d{9}$", "012345678";
            "The number of a passport. Personal data: not for logs."
            PassportNumber: personal, Mask::Ends { first: 0, stars: 7, last: 2 },
                PassportNumber::read, r"^N\d{8}$", "N12345678";
            "A mobile phone number in E.164, such as `+77011234567`. Personal data: not for logs."
            Phone: personal, Mask::Ends { first: 2, stars: 8, last: 2 }, Phone::read,
                r"^\+7\d{10}$", "+77010000001";
            "An e-mail address. Personal data: not for logs."
            EmailAddress: personal, Mask::Email, EmailAddress::read,
                r"^[^@\s]+@[a-z0-9.-]+\.[a-z0-9-]+$", "ulgi.serik@example.kz";
            "A surname, given name or patronymic. Personal data: not for logs."
            PersonName: personal, Mask::Ends { first: 0, stars: 3, last: 0 }, PersonName::read,
                r"^\S(.*\S)?$", "ҮЛГІЕВ";
            "A day or a month, `2026-02-10` or `2026-02`."
            FeedbackPeriod: period, Mask::Shown, FeedbackPeriod::read, r"^\d{4}-\d{2}(-\d{2})?$",
                "1937-07";
            "Ratings summed up: the JSON text that a summary is stored as."
            FeedbackSummary: summary, Mask::Shown, FeedbackSummary::from_json, r"^\{",
                r#"{"overall":[0,0,0,0,1],"speed":[0,0,0,0,0],"clarity":[0,0,0,0,0],"courtesy":[0,0,0,0,0]}"#;
        }
    };
}
#[cfg(any(test, feature = "node", feature = "python", feature = "mobile"))]
pub(crate) use scalars;

/// A value that is one text.
pub(crate) trait Scalar: Sized {
    /// The printed part of it.
    const MASK: Mask;

    /// Its canonical text, whole.
    fn whole(&self) -> Cow<'_, str>;
}

/// The mask as the marker of the type.
macro_rules! privacy {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {$(
        impl Privacy for $name {
            const PRIVATE: bool = <Self as Scalar>::MASK.hides();
        }
    )+};
}
scalars!(privacy);

/// The text of a scalar, and its `Debug`.
macro_rules! printed {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(printed!(@$kind $name, $mask);)+
    };
    (@personal $name:ident, $mask:expr) => { printed!(@name $name, $mask); };
    (@name $name:ident, $mask:expr) => {
        impl Scalar for $name {
            const MASK: Mask = $mask;

            fn whole(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                <Self as Scalar>::MASK.write(self.as_str(), f)
            }
        }
    };
    // Its `Debug` lists the ratings, which belong to nobody.
    (@summary $name:ident, $mask:expr) => {
        impl Scalar for $name {
            const MASK: Mask = $mask;

            fn whole(&self) -> Cow<'_, str> {
                Cow::Owned(serde_json::to_string(self).unwrap_or_default())
            }
        }
    };
    (@$kind:ident $name:ident, $mask:expr) => {
        impl Scalar for $name {
            const MASK: Mask = $mask;

            fn whole(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                <Self as Scalar>::MASK.write(&self.whole(), f)
            }
        }
    };
}
scalars!(printed);

/// JSON: the text, and its reader.
macro_rules! in_json {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(in_json!(@$kind $name, $read, $pattern);)+
    };
    // An object of lists, written where it is defined.
    (@summary $name:ident, $read:path, $pattern:literal) => {};
    (@personal $name:ident, $read:path, $pattern:literal) => {
        in_json!(@name $name, $read, $pattern);
    };
    (@name $name:ident, $read:path, $pattern:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        in_json!(@read $name, $read, $pattern);
    };
    (@read $name:ident, $read:path, $pattern:literal) => {
        impl crate::foundation::json::FromJson for $name {
            fn from_json(
                json: &crate::foundation::json::Json<'_>,
                at: crate::foundation::json::Place<'_>,
                problems: &mut crate::foundation::problems::Problems,
            ) -> Option<Self> {
                let text = crate::foundation::json::text(json, at, problems)?;
                let read: Result<$name, Reason> = $read(text);
                read.map_err(|reason| problems.push(reason.at(at.pointer()))).ok()
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
    (@$kind:ident $name:ident, $read:path, $pattern:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        in_json!(@read $name, $read, $pattern);
    };
}
scalars!(in_json);

/// The examples, for the tests that search printed texts for them.
#[cfg(test)]
macro_rules! planted {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        $(planted!(@$kind $name, $kind, $read, $example);)+
    };
    // Ratings belong to nobody.
    (@summary $name:ident, $kind:ident, $read:path, $example:literal) => {
        impl crate::foundation::privacy::Planted for $name {
            fn planted(_: bool) -> Vec<$name> {
                vec![$read($example.as_bytes()).unwrap()]
            }
        }
    };
    (@$shape:ident $name:ident, $kind:ident, $read:path, $example:literal) => {
        impl crate::foundation::privacy::Planted for $name {
            fn planted(secret: bool) -> Vec<$name> {
                let mask = <$name as Scalar>::MASK;
                let text = crate::foundation::privacy::example(mask, stringify!($kind), secret, $example);
                vec![$read(text).unwrap()]
            }
        }
    };
}
#[cfg(test)]
scalars!(planted);
