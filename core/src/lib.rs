//! Online renewal of Kazakhstan identity cards.
#![forbid(unsafe_code)]

mod address;
mod calendar;
mod catalogue;
mod centres;
mod channel;
mod civil_time;
mod contact;
mod day;
mod delivery;
mod faults;
mod feedback;
mod id;
mod identity;
mod json;
mod language;
mod lifecycle;
mod line;
mod moment;
mod names;
mod notices;
mod problem;
mod rate;
mod rulebook;
mod sms;
mod tenge;
mod texts;
mod time_of_day;
mod words;

pub use address::{Address, AddressEntry, AddressForm, Postcode, Region};
pub use calendar::{
    AnnouncedDay, AnnouncedHoliday, Calendar, CalendarFile, CoveredPeriod, DaysOff, FixedHoliday,
    ProductionEntry, ReadyDate, SpecialDay, SpecialDayKind, Transfer,
};
pub use catalogue::{Area, Code, ParamKind, ParamSpec, Severity};
pub use centres::{
    Appointment, Booking, Centre, CentreDirectory, DayHours, NearbyCentre, NearestQuery, Overrides,
    PickupEntry, PickupOffer, Slot, TimeRange, Timetable, free_slots,
};
pub use channel::Channel;
pub use civil_time::CivilTimeEntry;
pub use contact::{EmailAddress, EmailEntry, LineKind, Phone, PhoneEntry};
pub use day::{Day, DayRange};
pub use delivery::{DeliveryEntry, DeliveryEstimate, DeliveryTariff, DeliveryZone};
pub use faults::{Attempt, FaultInterval, FaultQuery, FaultStatement, PaperRight, paper_right};
pub use feedback::{
    Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup, FeedbackLimits,
    FeedbackPeriod, FeedbackShare, FeedbackSummaries, FeedbackSummary, PeriodLength, mask_feedback,
};
pub use id::{CentreId, EditionName, ServiceId, SourceId};
pub use identity::{
    CardNumber, CardStatus, DocumentKind, DocumentsEntry, Ground, Iin, IinEntry, PassportNumber,
    Sex,
};
pub use language::Language;
pub use lifecycle::{
    Action, ActionKind, AnnulmentReason, Application, Applied, Event, History, Identification,
    IdentificationKind, Receiving, State, Transition, TransitionCondition, lifecycle_diagram,
    lifecycle_transitions,
};
pub use moment::Moment;
pub use names::{NamesEntry, OwnLetters, PersonName, TransliterationEntry};
pub use notices::{Email, Notice, NoticeData, NoticeKind, Push, Sms};
pub use problem::{Coded, Error, ParamValue, Params, Problem, Reason};
pub use rate::Rate;
pub use rulebook::{Confidence, LocalText, Source};
pub use sms::{SmsCount, SmsEncoding, SmsMode, SmsPolicy, count as count_sms};
pub use tenge::Tenge;
pub use texts::Texts;
pub use time_of_day::TimeOfDay;
