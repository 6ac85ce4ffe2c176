//! Online renewal of Kazakhstan identity cards: the decision on a card, and all that follows.
//!
//! Start with a [`Rulebook`]: a shipped edition, or a file of the operator's own. It answers single
//! questions ([`Rulebook::decide`], [`Rulebook::quote`], [`Rulebook::ready_on`], …) and the main one,
//! [`Rulebook::assess`]. Every answer carries codes, parameters, a source and the edition's name;
//! [`Rulebook::explain`] puts it into Kazakh, Russian or English.
//!
//! ```
//! use qujat::{Day, Inquiry, Language, Rulebook};
//!
//! let rules = Rulebook::edition("service-2025")?;
//! let inquiry = Inquiry::renewal(Day::parse("2025-11-10")?);
//! let decision = rules.decide(&inquiry, Day::parse("2025-10-11")?)?;
//! assert!(decision.is_eligible());
//! for statement in rules.explain(&decision, Language::Kk) {
//!     println!("{} ({})", statement.text, statement.source_title.unwrap_or_default());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Cargo features, of which only the first is on by default:
//! - `face`: finding a face and its landmarks in a photo, with 1.4 MB of weights;
//! - `schema`: the JSON Schema of rulebook files, `Rulebook::json_schema`;
//! - `python`, `node`, `mobile`: the types in other languages, for the crates of their packages;
//! - `panic-test`: a function that panics, for the tests of the package for Python.
//!
//! The crate is pure: it has no clock, reads no files and keeps no state, so that the same input
//! gives the same answer everywhere. No input makes it panic.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::arithmetic_side_effects,
        reason = "an overflow in a test is a failed test"
    )
)]

mod filing;
mod fluent;
mod foundation;
mod kits;
mod people;
mod pictures;
pub mod rulebook;
mod service;
mod wording;

pub use filing::batch;
#[cfg(feature = "mobile")]
pub use kits::mobile;
#[cfg(feature = "node")]
pub use kits::node;
#[cfg(feature = "python")]
pub use kits::python;

pub use filing::ApplicationForm;
pub use filing::assess::{Assessment, AssessmentRequest, FormInput};
pub use filing::explain::{Explain, Statement};
pub use foundation::catalogue::Code;
pub use foundation::day::{Day, DayRange};
pub use foundation::language::Language;
pub use foundation::moment::Moment;
pub use foundation::problem::{Error, Problem, Reason, Result};
pub use foundation::tenge::Tenge;
pub use foundation::time_of_day::TimeOfDay;
pub use people::identity::Iin;
pub use rulebook::Rulebook;
pub use service::eligibility::{Decision, Inquiry};
pub use service::fees::{FeeInquiry, Quote};
pub use service::lifecycle::Application;
pub use service::notice_kinds::{NoticeData, NoticeKind};

/// Places in Kazakhstan: regions, postcodes, addresses for delivery.
pub mod address {
    pub use crate::people::address::{Address, Postcode, Region};
}

/// The main job: one call that answers everything a portal asks about an application.
pub mod assessment {
    pub use crate::filing::assess::{
        Assessment, AssessmentOutcome, AssessmentRequest, FormInput, PickupPlan,
    };
}

/// Working days, days off, and the day by which a card is ready.
pub mod calendar {
    pub use crate::service::calendar::{Calendar, DaysOff, ReadyDate, SpecialDay, SpecialDayKind};
}

/// Service centres: hours, free slots, the nearest ones, appointments.
pub mod centres {
    pub use crate::foundation::id::{CentreId, ServiceId};
    pub use crate::service::centres::{
        Appointment, AppointmentStatus, Booking, Centre, CentreDirectory, DayHours, NearbyCentre,
        NearestQuery, PickupOffer, Slot, SpecialHours, TimeRange, Timetable,
    };
}

/// The online channels of the service.
pub mod channel {
    pub use crate::service::channel::Channel;
}

/// Checks of pictures: the measure of each, its unit, its band and its verdict.
pub mod checks {
    pub use crate::foundation::id::ProfileName;
    pub use crate::pictures::checks::{
        Band, Check, CheckKind, MeasureUnit, NotCheckedCause, PixelBox, PixelPoint, Verdict,
    };
}

/// Phone numbers and e-mail addresses.
pub mod contact {
    pub use crate::people::contact::{EmailAddress, LineKind, Phone};
}

/// Delivery to an address: tariffs by zone, and estimated days.
pub mod delivery {
    pub use crate::service::delivery::{DeliveryEstimate, DeliveryTariff};
}

/// The decision on renewing a card online on a day.
pub mod eligibility {
    pub use crate::service::eligibility::{Decision, Inquiry};
}

/// Technical faults, and the right to file on paper.
pub mod faults {
    pub use crate::service::faults::{
        Attempt, FaultInterval, FaultQuery, FaultStatement, PaperRight,
    };
}

/// Ratings and comments, and summaries of them that add up.
pub mod feedback {
    pub use crate::service::feedback::mask;
    pub use crate::service::feedback::{
        Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup,
        FeedbackLimits, FeedbackPeriod, FeedbackShare, FeedbackSummaries, FeedbackSummary,
        PeriodLength,
    };
}

/// State duty, exemptions, delivery fee, quotes.
pub mod fees {
    pub use crate::service::fees::{
        Currency, Exemptions, ExpeditedFees, FeeInquiry, Quote, QuoteLine,
    };
}

/// The application form, and all that is wrong with one.
pub mod form {
    pub use crate::filing::{Applicant, ApplicationForm, Coordinates, ReceivingChoice, Validation};
}

/// The holder's identity: IIN, names, documents, the card's status.
pub mod identity {
    pub use crate::people::identity::{
        CardNumber, CardStatus, CheckedIin, DocumentKind, Ground, Iin, PassportNumber, Sex,
    };
    pub use crate::people::names::PersonName;
}

/// Image files: format, completeness, personal metadata, pixels.
pub mod image {
    pub use crate::pictures::image::{
        ColourProfile, ImageFile, ImageFormat, PersonalMetadata, Picture,
    };
}

/// The life of an application: events, states, replay.
pub mod lifecycle {
    pub use crate::service::lifecycle::{
        Action, ActionKind, AnnulmentReason, Application, Event, EventOutcome, History,
        Identification, IdentificationKind, Receiving, State, Transition, TransitionCondition,
    };
    pub use crate::service::lifecycle::{diagram, transitions};
}

/// Amounts in tenge, and multiples of the MRP.
pub mod money {
    pub use crate::foundation::rate::Rate;
    pub use crate::foundation::tenge::Tenge;
}

/// Notices by SMS, e-mail and push, and runs of reminders.
pub mod notices {
    pub use crate::service::notice_kinds::{NoticeData, NoticeKind};
    pub use crate::service::reminder::ReminderRun;
    pub use crate::wording::notices::{Email, Notice, Push, Sms};
}

/// The report on a photo.
pub mod photo {
    pub use crate::pictures::photo::{FaceOutline, PhotoFingerprints, PhotoReport};
}

/// Reasons, problems and errors: codes with parameters, a place and a source.
pub mod problem {
    pub use crate::foundation::catalogue::{Area, Code, ParamKind, ParamSpec, Severity};
    pub use crate::foundation::problem::{Coded, Error, ParamValue, Params, Problem, Reason};
}

/// The state register's record of a card.
pub mod register {
    pub use crate::filing::register::RegisterRecord;
}

/// Signature samples: the strokes of a pen, and the report.
pub mod signature {
    pub use crate::pictures::signature::{SignatureFingerprint, SignatureReport, Strokes};
}

/// Lengths and alphabets of short messages.
pub mod sms {
    pub use crate::service::sms::count;
    pub use crate::service::sms::{SmsCount, SmsEncoding, SmsMode, SmsPolicy};
}

/// Texts in Kazakh, Russian and English.
pub mod texts {
    pub use crate::filing::explain::{Explain, Statement};
    pub use crate::filing::explainable::Explainable;
    pub use crate::foundation::language::{Language, LocalText};
    pub use crate::wording::texts::Texts;
}

/// Days, instants and times of day.
pub mod time {
    pub use crate::foundation::day::{Day, DayRange};
    pub use crate::foundation::moment::{CivilTime, Moment};
    pub use crate::foundation::time_of_day::TimeOfDay;
}

#[cfg(feature = "mobile")]
uniffi::setup_scaffolding!("qujat");

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
