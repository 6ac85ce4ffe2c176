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

mod address;
mod application;
mod assess;
pub mod batch;
mod calendar;
mod catalogue;
mod centres;
mod channel;
mod checks;
mod civil_time;
mod contact;
mod dated;
mod day;
mod delivery;
mod eligibility;
mod explain;
#[cfg(feature = "face")]
mod face;
mod faults;
mod feedback;
mod fees;
mod id;
mod identity;
mod image;
mod json;
mod language;
mod lifecycle;
mod line;
#[cfg(feature = "uniffi")]
pub mod mobile;
mod moment;
mod names;
#[cfg(feature = "node")]
pub mod node;
mod notices;
mod portrait;
mod problem;
mod problems;
#[cfg(feature = "python")]
pub mod python;
mod rate;
mod reference;
mod register;
mod reminder;
mod rulebook;
mod signature;
mod sms;
mod tenge;
mod texts;
mod time_of_day;
mod words;

pub use address::{Address, Postcode, Region};
pub use application::{Applicant, ApplicationForm, ReceivingChoice, Spot, Validation};
pub use assess::{Assessment, AssessmentOutcome, AssessmentRequest, PickupPlan};
pub use calendar::{Calendar, DaysOff, ReadyDate, SpecialDay, SpecialDayKind};
pub use catalogue::{Area, Code, ParamKind, ParamSpec, Severity};
pub use centres::{
    Appointment, AppointmentStatus, Booking, Centre, CentreDirectory, DayHours, NearbyCentre,
    NearestQuery, Overrides, PickupOffer, Slot, TimeRange, Timetable, free_slots,
};
pub use channel::Channel;
pub use checks::{
    Band, Check, CheckKind, MeasureUnit, NotCheckedCause, PixelBox, PixelPoint, Verdict,
};
pub use contact::{EmailAddress, LineKind, Phone};
pub use dated::{Confidence, Source};
pub use day::{Day, DayRange};
pub use delivery::{DeliveryEstimate, DeliveryTariff};
pub use eligibility::{Decision, Inquiry};
pub use explain::{Explain, Statement};
pub use faults::{Attempt, FaultInterval, FaultQuery, FaultStatement, PaperRight};
pub use feedback::{
    Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup, FeedbackLimits,
    FeedbackPeriod, FeedbackShare, FeedbackSummaries, FeedbackSummary, PeriodLength, mask_feedback,
};
pub use fees::{Currency, ExpeditedFees, FeeInquiry, Quote, QuoteLine};
pub use id::{CentreId, EditionName, ProfileName, ServiceId, SourceId};
pub use identity::{CardNumber, CardStatus, DocumentKind, Ground, Iin, PassportNumber, Sex};
pub use image::{ColourProfile, ImageFile, ImageFormat, PersonalMetadata, Picture};
pub use language::{Language, LocalText};
pub use lifecycle::{
    Action, ActionKind, AnnulmentReason, Application, Applied, Event, History, Identification,
    IdentificationKind, Receiving, State, Transition, TransitionCondition, lifecycle_diagram,
    lifecycle_transitions,
};
pub use moment::Moment;
pub use names::PersonName;
pub use notices::{Email, Notice, NoticeData, NoticeKind, Push, Sms};
pub use portrait::{FaceOutline, PhotoFingerprints, PhotoReport};
pub use problem::{Coded, Error, ParamValue, Params, Problem, Reason};
pub use rate::Rate;
pub use register::RegisterRecord;
pub use reminder::ReminderRun;
pub use rulebook::Rulebook;
pub use signature::{SignatureFingerprint, SignatureReport, Strokes};
pub use sms::{SmsCount, SmsEncoding, SmsMode, SmsPolicy, count as count_sms};
pub use tenge::Tenge;
pub use texts::Texts;
pub use time_of_day::TimeOfDay;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("qujat");
