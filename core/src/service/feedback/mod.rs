//! Feedback about the service (SPEC 10): ratings, comments without personal numbers, and
//! summaries that add up across machines.

mod addresses;
mod form;
mod mask;
mod period;
mod rules;
mod summaries;
mod summary;

#[cfg(test)]
mod tests;

pub use form::Feedback;
pub use mask::mask;
pub use period::{FeedbackPeriod, PeriodLength};
pub use rules::FeedbackLimits;
pub(crate) use rules::{FeedbackRule, FeedbackRules};
pub use summaries::{FeedbackDimension, FeedbackGroup, FeedbackShare, FeedbackSummaries};
pub use summary::{FeedbackAspect, FeedbackFigures, FeedbackSummary};
