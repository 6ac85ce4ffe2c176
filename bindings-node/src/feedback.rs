//! Feedback and its summaries.

use napi::Env;
use napi_derive::napi;
use qujat::feedback::{
    Feedback, FeedbackAspect, FeedbackDimension, FeedbackFigures, FeedbackGroup, FeedbackLimits,
    FeedbackPeriod, FeedbackShare, FeedbackSummary, PeriodLength,
};
use qujat::node::summary_from_json;
use qujat::{Day, Error};

use crate::convert::{In, Out, Text};
use crate::error::call;

/// Reads feedback from JSON under these limits; its texts are cleaned and masked.
#[napi]
pub fn read_feedback(
    env: Env,
    json: Text,
    limits: In<FeedbackLimits>,
) -> napi::Result<Out<Feedback>> {
    call(&env, || Feedback::read(json.as_slice(), &limits.0)).map(Out)
}

/// Masks phone numbers, e-mail addresses and IINs in a text of at most `maxCharacters`, and removes
/// control characters.
#[napi]
pub fn mask_feedback(env: Env, text: In<String>, max_characters: In<u32>) -> napi::Result<String> {
    call(&env, || qujat::feedback::mask(&text.0, max_characters.0))
}

/// The period of this length that holds the day.
#[napi]
pub fn feedback_period(day: In<Day>, length: In<PeriodLength>) -> Out<FeedbackPeriod> {
    Out(FeedbackPeriod::of(day.0, length.0))
}

/// The summary of overall ratings from 1 to 5.
#[napi]
pub fn summary_of_ratings(env: Env, ratings: In<Vec<u32>>) -> napi::Result<Out<FeedbackSummary>> {
    call(&env, || FeedbackSummary::of_ratings(&ratings.0)).map(Out)
}

/// Reads a summary that was stored.
#[napi]
pub fn read_summary(env: Env, json: In<String>) -> napi::Result<Out<FeedbackSummary>> {
    call(&env, || summary_from_json(&json.0)).map(Out)
}

/// The summary with one person's ratings added.
#[napi]
pub fn add_to_summary(
    summary: In<FeedbackSummary>,
    feedback: In<Feedback>,
) -> Out<FeedbackSummary> {
    let mut summary = summary.0;
    summary.add(&feedback.0);
    Out(summary)
}

/// The summary of both.
#[napi]
pub fn merge_summaries(
    one: In<FeedbackSummary>,
    other: In<FeedbackSummary>,
) -> Out<FeedbackSummary> {
    Out(one.0.merge(&other.0))
}

/// The figures of an aspect.
#[napi]
pub fn summary_figures(
    summary: In<FeedbackSummary>,
    aspect: In<FeedbackAspect>,
) -> Out<FeedbackFigures> {
    Out(summary.0.figures(aspect.0))
}

/// Summaries by period, channel and region.
#[napi]
pub struct FeedbackSummaries {
    held: qujat::feedback::FeedbackSummaries,
}

#[napi]
impl FeedbackSummaries {
    /// No summaries yet.
    #[napi(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript")]
    pub fn new() -> FeedbackSummaries {
        FeedbackSummaries {
            held: qujat::feedback::FeedbackSummaries::new(),
        }
    }

    /// Adds feedback to the group of its period, channel and region. The period is that of the civil
    /// date at this offset from UTC in minutes; by default Kazakhstan's, 300.
    #[napi]
    pub fn add(
        &mut self,
        env: Env,
        feedback: In<Feedback>,
        length: In<PeriodLength>,
        utc_offset_minutes: Option<In<i32>>,
    ) -> napi::Result<()> {
        let offset = utc_offset_minutes.map_or(300, |offset| offset.0);
        call(&env, || -> Result<(), Error> {
            self.held
                .add(&feedback.0, length.0, offset)
                .map_err(Into::into)
        })
    }

    /// The summaries of both.
    #[napi]
    pub fn merge(&self, other: &FeedbackSummaries) -> FeedbackSummaries {
        FeedbackSummaries {
            held: self.held.merge(&other.held),
        }
    }

    /// All groups, sorted by period, channel and region.
    #[napi]
    pub fn groups(&self) -> Out<Vec<FeedbackGroup>> {
        Out(self.held.groups())
    }

    /// The summary of all groups.
    #[napi]
    pub fn total(&self) -> Out<FeedbackSummary> {
        Out(self.held.total())
    }

    /// The summaries by one dimension, with all values of the others, sorted by its values.
    #[napi]
    pub fn by(&self, dimension: In<FeedbackDimension>) -> Out<Vec<FeedbackShare>> {
        Out(self.held.by(dimension.0))
    }
}
