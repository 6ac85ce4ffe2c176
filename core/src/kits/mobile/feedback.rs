//! Feedback and its summaries.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::foundation::day::Day;
use crate::service::feedback::{
    Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup, FeedbackLimits,
    FeedbackPeriod, FeedbackShare, FeedbackSummary, PeriodLength,
};

use super::error::Answered;

/// Reads feedback from JSON under these limits; its texts are cleaned and masked.
#[uniffi::export]
pub fn read_feedback(json: String, limits: FeedbackLimits) -> Answered<Feedback> {
    Ok(Feedback::read(json.as_bytes(), &limits)?)
}

/// Masks phone numbers, e-mail addresses and IINs in a text of at most `max_characters`, and removes
/// control characters.
#[uniffi::export]
pub fn mask_feedback(text: String, max_characters: u32) -> Answered<String> {
    Ok(crate::service::feedback::mask(&text, max_characters)?)
}

/// The period of this length that holds the day.
#[uniffi::export]
pub fn feedback_period(day: Day, length: PeriodLength) -> Answered<FeedbackPeriod> {
    Ok(FeedbackPeriod::of(day, length))
}

/// The summary of overall ratings from 1 to 5.
#[uniffi::export]
pub fn summary_of_ratings(ratings: Vec<u32>) -> Answered<FeedbackSummary> {
    Ok(FeedbackSummary::of_ratings(&ratings)?)
}

/// The summary with one person's ratings added.
#[uniffi::export]
pub fn add_to_summary(summary: FeedbackSummary, feedback: Feedback) -> Answered<FeedbackSummary> {
    let mut summary = summary;
    summary.add(&feedback);
    Ok(summary)
}

/// The summary of both.
#[uniffi::export]
pub fn merge_summaries(one: FeedbackSummary, other: FeedbackSummary) -> Answered<FeedbackSummary> {
    Ok(one.merge(&other))
}

/// The figures of an aspect.
#[uniffi::export]
pub fn summary_figures(
    summary: FeedbackSummary,
    aspect: FeedbackAspect,
) -> Answered<FeedbackFigures> {
    Ok(summary.figures(aspect))
}

/// Summaries by period, channel and region.
#[derive(uniffi::Object)]
pub struct FeedbackSummaries {
    held: Mutex<crate::service::feedback::FeedbackSummaries>,
}

impl FeedbackSummaries {
    fn of(held: crate::service::feedback::FeedbackSummaries) -> Arc<FeedbackSummaries> {
        let held = Mutex::new(held);
        Arc::new(FeedbackSummaries { held })
    }

    fn held(&self) -> MutexGuard<'_, crate::service::feedback::FeedbackSummaries> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl FeedbackSummaries {
    /// No summaries yet.
    #[uniffi::constructor]
    #[allow(clippy::new_ret_no_self, reason = "UniFFI hands out shared objects")]
    pub fn new() -> Arc<FeedbackSummaries> {
        FeedbackSummaries::of(crate::service::feedback::FeedbackSummaries::new())
    }

    /// Reads summaries that were stored.
    #[uniffi::constructor]
    pub fn from_json(json: String) -> Answered<Arc<FeedbackSummaries>> {
        let held = crate::service::feedback::FeedbackSummaries::from_json(json.as_bytes())?;
        Ok(FeedbackSummaries::of(held))
    }

    /// The JSON text that they are stored as.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&*self.held()).unwrap_or_default()
    }

    /// Adds feedback to the group of its period, channel and region. The period is that of the civil
    /// date at this offset from UTC in minutes; by default Kazakhstan's, 300.
    #[uniffi::method(default(utc_offset_minutes = 300))]
    pub fn add(
        &self,
        feedback: Feedback,
        length: PeriodLength,
        utc_offset_minutes: i32,
    ) -> Answered<()> {
        Ok(self.held().add(&feedback, length, utc_offset_minutes)?)
    }

    /// The summaries of both.
    pub fn merge(&self, other: Arc<FeedbackSummaries>) -> Arc<FeedbackSummaries> {
        // Locked one after the other: both may be the same object.
        let other = other.held().clone();
        FeedbackSummaries::of(self.held().merge(&other))
    }

    /// All groups, sorted by period, channel and region.
    pub fn groups(&self) -> Vec<FeedbackGroup> {
        self.held().groups()
    }

    /// The summary of all groups.
    pub fn total(&self) -> FeedbackSummary {
        self.held().total()
    }

    /// The summaries by one dimension, with all values of the others, sorted by its values.
    pub fn by(&self, dimension: FeedbackDimension) -> Vec<FeedbackShare> {
        self.held().by(dimension)
    }
}
