//! The rules of the service, each section of the rulebook with the questions that it answers.

pub(crate) mod calendar;
pub(crate) mod centres;
pub(crate) mod channel;
pub(crate) mod civil_time;
pub(crate) mod delivery;
pub(crate) mod eligibility;
pub(crate) mod faults;
pub(crate) mod feedback;
pub(crate) mod fees;
pub(crate) mod lifecycle;
pub(crate) mod notice_kinds;
pub(crate) mod reminder;
pub(crate) mod sms;
