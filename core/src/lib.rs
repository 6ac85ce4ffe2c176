//! Online renewal of Kazakhstan identity cards: whether a card can be renewed online, and what
//! follows.
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
mod rulebook;
mod service;
mod wording;

pub use filing::batch;
#[cfg(feature = "uniffi")]
pub use kits::mobile;
#[cfg(feature = "node")]
pub use kits::node;
#[cfg(feature = "python")]
pub use kits::python;

pub use filing::assess::{Assessment, AssessmentOutcome, AssessmentRequest, PickupPlan};
pub use filing::explain::{Explain, Statement};
pub use filing::register::RegisterRecord;
pub use filing::{Applicant, ApplicationForm, ReceivingChoice, Spot, Validation};
pub use foundation::catalogue::{Area, Code, ParamKind, ParamSpec, Severity};
pub use foundation::dated::{Confidence, Source};
pub use foundation::day::{Day, DayRange};
pub use foundation::id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
pub use foundation::language::{Language, LocalText};
pub use foundation::moment::Moment;
pub use foundation::problem::{Coded, Error, ParamValue, Params, Problem, Reason};
pub use foundation::rate::Rate;
pub use foundation::tenge::Tenge;
pub use foundation::time_of_day::TimeOfDay;
pub use people::address::{Address, Postcode, Region};
pub use people::contact::{EmailAddress, LineKind, Phone};
pub use people::identity::{
    CardNumber, CardStatus, DocumentKind, Ground, Iin, PassportNumber, Sex,
};
pub use people::names::PersonName;
pub use pictures::checks::{
    Band, Check, CheckKind, MeasureUnit, NotCheckedCause, PixelBox, PixelPoint, Verdict,
};
pub use pictures::image::{ColourProfile, ImageFile, ImageFormat, PersonalMetadata, Picture};
pub use pictures::photo::{FaceOutline, PhotoFingerprints, PhotoReport};
pub use pictures::signature::{SignatureFingerprint, SignatureReport, Strokes};
pub use rulebook::Rulebook;
pub use service::calendar::{Calendar, DaysOff, ReadyDate, SpecialDay, SpecialDayKind};
pub use service::centres::{
    Appointment, AppointmentStatus, Booking, Centre, CentreDirectory, DayHours, NearbyCentre,
    NearestQuery, Overrides, PickupOffer, Slot, TimeRange, Timetable, free_slots,
};
pub use service::channel::Channel;
pub use service::delivery::{DeliveryEstimate, DeliveryTariff};
pub use service::eligibility::{Decision, Inquiry};
pub use service::faults::{Attempt, FaultInterval, FaultQuery, FaultStatement, PaperRight};
pub use service::feedback::{
    Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup, FeedbackLimits,
    FeedbackPeriod, FeedbackShare, FeedbackSummaries, FeedbackSummary, PeriodLength, mask_feedback,
};
pub use service::fees::{Currency, ExpeditedFees, FeeInquiry, Quote, QuoteLine};
pub use service::lifecycle::{
    Action, ActionKind, AnnulmentReason, Application, Applied, Event, History, Identification,
    IdentificationKind, Receiving, State, Transition, TransitionCondition, lifecycle_diagram,
    lifecycle_transitions,
};
pub use service::notice_kinds::{NoticeData, NoticeKind};
pub use service::reminder::ReminderRun;
pub use service::sms::{SmsCount, SmsEncoding, SmsMode, SmsPolicy, count as count_sms};
pub use wording::notices::{Email, Notice, Push, Sms};
pub use wording::texts::Texts;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("qujat");
