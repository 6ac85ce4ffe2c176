//! Summaries by period, channel and region.

use std::collections::BTreeMap;

use qujat_export::export;

use super::form::Feedback;
use super::period::{FeedbackPeriod, PeriodLength};
use super::summary::FeedbackSummary;
use crate::foundation::catalogue::Code;
use crate::foundation::json::{Fields, FromJson, Json, Place};
use crate::foundation::privacy::Privacy;
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::words::words;
use crate::people::address::Region;
use crate::service::channel::Channel;

words! {
    /// The dimensions by which summaries are told apart.
    #[export(code)]
    FeedbackDimension {
        /// The day or month.
        Period = "period",
        /// The channel.
        Channel = "channel",
        /// The region.
        Region = "region",
    }
}

/// The common facts of the feedback of one group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    period: FeedbackPeriod,
    channel: Channel,
    region: Option<Region>,
}

impl Privacy for Key {
    const PRIVATE: bool = <(FeedbackPeriod, (Channel, Option<Region>))>::PRIVATE;
}

/// The summary of the feedback that one period, channel and region have in common.
#[export(record, public, own_reader)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FeedbackGroup {
    /// The day or the month.
    pub period: FeedbackPeriod,
    /// The channel.
    pub channel: Channel,
    /// The region; `None` for feedback without a region.
    pub region: Option<Region>,
    /// The ratings.
    pub summary: FeedbackSummary,
}

impl FromJson for FeedbackGroup {
    /// Summaries have at most so many groups.
    const MOST: usize = 50_000;

    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let known = ["period", "channel", "region", "summary"];
        let fields = Fields::new(json, &known, at, problems)?;
        let period = fields.get("period", at, problems);
        let channel = fields.get("channel", at, problems);
        let region = fields.get("region", at, problems);
        let summary = fields.get("summary", at, problems);
        Some(FeedbackGroup {
            period: period?,
            channel: channel?,
            region: region?,
            summary: summary?,
        })
    }
}

/// The summary of one value of a dimension.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FeedbackShare {
    /// The period, channel or region; `None` for feedback without a region.
    pub value: Option<String>,
    /// The ratings.
    pub summary: FeedbackSummary,
}

/// Summaries of many groups, which merge like [`FeedbackSummary`] itself: associative,
/// commutative, and with the empty ones as identity.
///
/// In JSON they are `{"groups": [{"period", "channel", "region", "summary"}]}`, sorted.
#[export(class, public, mutable, own_json)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedbackSummaries(BTreeMap<Key, FeedbackSummary>);

impl FeedbackSummaries {
    /// The longest summaries in JSON, in bytes: some 16 000 groups.
    const MAX_BYTES: usize = 3 * 1024 * 1024;

    /// No summaries yet.
    #[must_use]
    pub fn new() -> FeedbackSummaries {
        FeedbackSummaries::default()
    }

    /// Reads summaries that were written as JSON. Groups that appear twice are added up.
    ///
    /// # Errors
    /// All problems of the input, as for [`FeedbackSummary::from_json`]; `DATE_INVALID` for a
    /// period.
    pub fn from_json(bytes: &[u8]) -> Result<FeedbackSummaries, Error> {
        crate::foundation::json::read(bytes, FeedbackSummaries::MAX_BYTES)
    }

    /// Adds feedback to the group of its period (the civil date at this offset from UTC in
    /// minutes, 300 in Kazakhstan), channel and region.
    ///
    /// # Errors
    /// `MOMENT_INVALID` if that civil date is outside the years 1 to 9999, or the offset is a day
    /// or more. Nothing has changed then.
    pub fn add(
        &mut self,
        feedback: &Feedback,
        length: PeriodLength,
        utc_offset_minutes: i32,
    ) -> Result<(), Reason> {
        let civil = feedback
            .at
            .civil(utc_offset_minutes)
            .ok_or_else(|| Reason::new(Code::MomentInvalid))?;
        let key = Key {
            period: FeedbackPeriod::of(civil.day, length),
            channel: feedback.channel,
            region: feedback.region,
        };
        self.0.entry(key).or_default().add(feedback);
        Ok(())
    }

    /// The summaries of both.
    #[must_use]
    pub fn merge(&self, other: &FeedbackSummaries) -> FeedbackSummaries {
        let mut sum = self.clone();
        for (key, summary) in &other.0 {
            sum.put(key.clone(), summary);
        }
        sum
    }

    fn put(&mut self, key: Key, summary: &FeedbackSummary) {
        let group = self.0.entry(key).or_default();
        *group = group.merge(summary);
    }

    /// All groups, sorted by period, channel and region.
    #[must_use]
    pub fn groups(&self) -> Vec<FeedbackGroup> {
        self.0
            .iter()
            .map(|(key, summary)| FeedbackGroup {
                period: key.period,
                channel: key.channel,
                region: key.region,
                summary: *summary,
            })
            .collect()
    }

    /// The summary of all groups.
    #[must_use]
    pub fn total(&self) -> FeedbackSummary {
        self.0
            .values()
            .fold(FeedbackSummary::new(), |sum, summary| sum.merge(summary))
    }

    /// The summaries by one dimension, with all values of the others, sorted by its values.
    #[must_use]
    pub fn by(&self, dimension: FeedbackDimension) -> Vec<FeedbackShare> {
        let mut shares: BTreeMap<Option<String>, FeedbackSummary> = BTreeMap::new();
        for (key, summary) in &self.0 {
            let value = match dimension {
                FeedbackDimension::Period => Some(key.period.to_string()),
                FeedbackDimension::Channel => Some(key.channel.to_string()),
                FeedbackDimension::Region => key.region.map(|region| region.to_string()),
            };
            let share = shares.entry(value).or_default();
            *share = share.merge(summary);
        }
        shares
            .into_iter()
            .map(|(value, summary)| FeedbackShare { value, summary })
            .collect()
    }
}

impl serde::Serialize for FeedbackSummaries {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("groups", &self.groups())?;
        map.end()
    }
}

impl FromJson for FeedbackSummaries {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::new(json, &["groups"], at, problems)?;
        let groups = fields.get::<Vec<FeedbackGroup>>("groups", at, problems)?;
        let mut summaries = FeedbackSummaries::new();
        for group in groups {
            let key = Key {
                period: group.period,
                channel: group.channel,
                region: group.region,
            };
            summaries.put(key, &group.summary);
        }
        Some(summaries)
    }
}
