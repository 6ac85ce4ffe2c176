//! The kinds of notices, and the data that each of them needs.

use arrayvec::ArrayVec;
use qujat_export::export;

use crate::fluent::{MAX_VARIABLES, Value};
use crate::foundation::catalogue::{ParamKind, ParamSpec};
use crate::foundation::day::Day;
use crate::foundation::json::{Fields, Json, Place, read_with};
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::reference::{MAX_NUMBER, MAX_REFERENCE, check_reference};
use crate::foundation::tenge::Tenge;
use crate::foundation::words::words;

/// Defines [`NoticeKind`] and [`NoticeData`] from one table: the kinds with their variables.
macro_rules! notices {
    ($(
        $(#[doc = $doc:literal])+
        $variant:ident = $word:literal {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty as $param:ident),* $(,)?
        }
    )+) => {
        words! {
            /// The subject of a notice.
            #[export(code)]
            NoticeKind { $($(#[doc = $doc])+ $variant = $word,)+ }
        }

        impl NoticeKind {
            /// The variables that the texts of this kind can use.
            #[must_use]
            pub const fn params(self) -> &'static [ParamSpec] {
                match self {
                    $(NoticeKind::$variant => &[
                        $(ParamSpec { name: stringify!($field), kind: ParamKind::$param }),*
                    ],)+
                }
            }
        }

        /// A notice's kind together with the data that its texts need, which thus cannot be
        /// forgotten.
        ///
        /// Data that somebody typed may be passed as they are; they are made safe when printed.
        #[export(union = "kind", private)]
        #[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum NoticeData {
            $($(#[doc = $doc])+ $variant { $($(#[doc = $field_doc])+ $field: $type),* },)+
        }

        impl NoticeData {
            /// The kind of the notice.
            #[must_use]
            pub const fn kind(&self) -> NoticeKind {
                match self { $(NoticeData::$variant { .. } => NoticeKind::$variant,)+ }
            }

            /// The values, in the order of [`NoticeKind::params`].
            pub(crate) fn values(&self) -> ArrayVec<Value<'_>, MAX_VARIABLES> {
                let mut values = ArrayVec::new();
                match self {
                    $(NoticeData::$variant { $($field),* } => {
                        // No kind has more variables than fit, as a test shows.
                        $(let _ = values.try_push(Value::from($field));)*
                    })+
                }
                values
            }

            fn read(
                kind: NoticeKind,
                json: &Json<'_>,
                at: Place<'_>,
                problems: &mut Problems,
            ) -> Option<NoticeData> {
                match kind {
                    $(NoticeKind::$variant => {
                        let fields = Fields::new(json, &[$(stringify!($field)),*], at, problems)?;
                        $(let $field = fields.get::<$type>(stringify!($field), at, problems);)*
                        Some(NoticeData::$variant { $($field: $field?),* })
                    })+
                }
            }
        }
    };
}

/// The data of a notice have at most this many bytes.
const MAX_BYTES: usize = 64 << 10;

impl NoticeData {
    /// Reads the data of this kind of notice from a JSON object with its variables.
    ///
    /// # Errors
    /// Every problem of the JSON, with its place; `TEXT_EMPTY` or `REFERENCE_INVALID` for a wrong
    /// number of the application, or a wrong reference.
    pub fn of_kind(kind: NoticeKind, json: &[u8]) -> Result<NoticeData, Error> {
        read_with(json, MAX_BYTES, |json, at, problems| {
            let data = NoticeData::read(kind, json, at, problems)?;
            if let Err((field, reason)) = data.check_reference() {
                problems.push(reason.at(at.field(field).pointer()));
            }
            Some(data)
        })
    }

    /// Checks the application's number, or the reference, of data that were not read from JSON.
    pub(crate) fn check(&self) -> Result<(), Reason> {
        self.check_reference().map_err(|(_, reason)| reason)
    }

    fn check_reference(&self) -> Result<(), (&'static str, Reason)> {
        let (field, text, max) = match self {
            NoticeData::Received { application, .. }
            | NoticeData::PaymentDue { application, .. }
            | NoticeData::Registered { application, .. }
            | NoticeData::Annulled { application, .. }
            | NoticeData::InProduction { application, .. }
            | NoticeData::Ready { application, .. }
            | NoticeData::PickupReminder { application, .. }
            | NoticeData::WithCourier { application, .. }
            | NoticeData::Delivered { application }
            | NoticeData::DeliveryFailed { application, .. }
            | NoticeData::FeedbackInvitation { application }
            | NoticeData::Withdrawn { application } => ("application", application, MAX_NUMBER),
            NoticeData::PaperFilingAllowed { reference, .. } => {
                ("reference", reference, MAX_REFERENCE)
            }
            NoticeData::Refused { .. }
            | NoticeData::ExpiryReminder { .. }
            | NoticeData::ExpiredReminder { .. }
            | NoticeData::CentreReminder { .. } => return Ok(()),
        };
        check_reference(text, max).map_err(|reason| (field, reason))
    }
}

notices! {
    /// The application has been received.
    Received = "received" {
        /// The application's number.
        application: String as Text,
        /// The day on which it was filed.
        filed_on: Day as Date,
    }
    /// The card cannot be renewed online. The texts begin with the service's verbatim notice.
    Refused = "refused" {
        /// The reasons, in the notice's language; each gets a line of its own.
        reasons: Vec<String> as Text,
    }
    /// The state duty, or the delivery, is to be paid.
    PaymentDue = "payment_due" {
        /// The application's number.
        application: String as Text,
        /// The amount.
        amount: Tenge as Amount,
    }
    /// The application is complete and registered.
    Registered = "registered" {
        /// The application's number.
        application: String as Text,
        /// The day by which the card will be ready.
        ready_on: Day as Date,
    }
    /// The photo or the signature did not pass the review: a new application is needed.
    Annulled = "annulled" {
        /// The application's number.
        application: String as Text,
        /// The reasons, in the notice's language; each gets a line of its own.
        reasons: Vec<String> as Text,
    }
    /// The card is being made.
    InProduction = "in_production" {
        /// The application's number.
        application: String as Text,
        /// The day by which the card will be ready.
        ready_on: Day as Date,
    }
    /// The card can be picked up.
    Ready = "ready" {
        /// The application's number.
        application: String as Text,
        /// The day of the appointment.
        day: Day as Date,
        /// The time of the appointment, such as `09:30`.
        time: String as Text,
        /// The service centre's name.
        centre: String as Text,
        /// The service centre's address.
        address: String as Text,
    }
    /// The appointment is near.
    PickupReminder = "pickup_reminder" {
        /// The application's number.
        application: String as Text,
        /// The day of the appointment.
        day: Day as Date,
        /// The time of the appointment, such as `09:30`.
        time: String as Text,
        /// The service centre's name.
        centre: String as Text,
        /// The service centre's address.
        address: String as Text,
    }
    /// The card is on its way.
    WithCourier = "with_courier" {
        /// The application's number.
        application: String as Text,
        /// The day on which it is expected to arrive.
        day: Day as Date,
    }
    /// The card has been delivered.
    Delivered = "delivered" {
        /// The application's number.
        application: String as Text,
    }
    /// The delivery failed, and the card waits at a service centre.
    DeliveryFailed = "delivery_failed" {
        /// The application's number.
        application: String as Text,
        /// The service centre's name.
        centre: String as Text,
        /// The service centre's address.
        address: String as Text,
    }
    /// A technical fault lasted so long that the application may be filed on paper.
    PaperFilingAllowed = "paper_filing_allowed" {
        /// The day of the fault.
        day: Day as Date,
        /// Its duration, in whole minutes.
        minutes: u32 as Number,
        /// The seconds beyond them.
        seconds: u32 as Number,
        /// The reference of the statement that the service centre can be shown.
        reference: String as Text,
    }
    /// The card expires soon, and can be renewed online.
    ExpiryReminder = "expiry_reminder" {
        /// The day on which it expires.
        expires_on: Day as Date,
        /// Calendar days until then.
        days_left: u32 as Number,
        /// The last day on which it can be renewed online.
        last_day: Day as Date,
    }
    /// The card expires today or has expired, and can still be renewed online.
    ExpiredReminder = "expired_reminder" {
        /// The day on which it expires.
        expires_on: Day as Date,
        /// The last day on which it can be renewed online.
        last_day: Day as Date,
    }
    /// The card expires soon or has expired, and cannot be renewed online on the day of the reminder.
    CentreReminder = "centre_reminder" {
        /// The day on which it expires.
        expires_on: Day as Date,
    }
    /// The service is over; how was it?
    FeedbackInvitation = "feedback_invitation" {
        /// The application's number.
        application: String as Text,
    }
    /// The applicant has withdrawn the application.
    Withdrawn = "withdrawn" {
        /// The application's number.
        application: String as Text,
    }
}
