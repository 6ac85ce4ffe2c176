//! Ratings added up.

use super::form::Feedback;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::json::{Fields, FromJson, Json, Place};
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::words::words;

/// The steps of the scale that summaries count: 1 to 5.
pub(super) const STEPS: u8 = 5;
/// CSAT is the share of these ratings: its definition, and no limit that a rulebook could change,
/// since summaries of different days have to add up.
const SATISFIED_FROM: u8 = 4;
/// No counter goes beyond this, so that a sum of five is exact in every language's JSON numbers
/// (2⁵³ − 1).
const MAX_COUNT: i64 = 1_801_439_850_948_198;

words! {
    /// The aspect that was rated.
    #[export(code)]
    FeedbackAspect {
        /// The service as a whole.
        Overall = "overall",
        /// The speed.
        Speed = "speed",
        /// The clarity.
        Clarity = "clarity",
        /// The courtesy of people.
        Courtesy = "courtesy",
    }
}

/// The number of ratings at each step from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
struct Tally([i64; STEPS as usize]);

impl Tally {
    /// Each rating with how often it was given.
    fn steps(&self) -> impl Iterator<Item = (u8, i64)> {
        (1..=STEPS).zip(self.0)
    }

    /// Counts a rating; one outside the scale cannot be there, since forms are checked.
    fn count(&mut self, rating: u32) {
        for (step, count) in (1..=STEPS).zip(&mut self.0) {
            if u32::from(step) == rating {
                *count = count.saturating_add(1).min(MAX_COUNT);
            }
        }
    }

    fn merge(&mut self, other: &Tally) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            // Stopping at a maximum keeps addition associative.
            *count = count.saturating_add(more).min(MAX_COUNT);
        }
    }

    fn figures(&self) -> FeedbackFigures {
        let weighted = |weight: fn(u8) -> u8| -> i128 {
            self.steps()
                .map(|(step, count)| i128::from(count).saturating_mul(weight(step).into()))
                .fold(0, i128::saturating_add)
        };
        let count = weighted(|_| 1);
        let sum = weighted(|step| step);
        let satisfied = weighted(|step| u8::from(step >= SATISFIED_FROM));
        FeedbackFigures {
            count: i64::try_from(count).unwrap_or(i64::MAX),
            distribution: self.0.to_vec(),
            mean: quotient(sum, count, 4),
            csat_percent: quotient(satisfied.saturating_mul(100), count, 2),
        }
    }
}

/// `part / whole` with this many decimals, half up; `None` if `whole` is zero. Neither is negative.
fn quotient(part: i128, whole: i128, decimals: u32) -> Option<String> {
    let unit = 10i128.checked_pow(decimals)?;
    let doubled = part.checked_mul(unit)?.checked_mul(2)?.checked_add(whole)?;
    let units = doubled.checked_div(whole.checked_mul(2)?)?;
    let (before, after) = (units.checked_div(unit)?, units.checked_rem(unit)?);
    let width = usize::try_from(decimals).ok()?;
    Some(format!("{before}.{after:0width$}"))
}

/// The figures of one aspect.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct FeedbackFigures {
    /// The number of ratings.
    pub count: i64,
    /// The number of ratings at each step, from 1 to 5: five numbers.
    pub distribution: Vec<i64>,
    /// The mean as a decimal with 4 places, rounded half up; `None` without ratings.
    pub mean: Option<String>,
    /// The share of ratings 4 and 5 in percent (CSAT), with 2 places, rounded half up; `None`
    /// without ratings.
    pub csat_percent: Option<String>,
}

/// Ratings added up, in a form that can be added up further.
///
/// [`FeedbackSummary::merge`] is associative and commutative, and the empty summary changes
/// nothing, so that summaries computed on several machines give exactly the summary of all. In
/// JSON it is `{"overall": […], "speed": […], "clarity": […], "courtesy": […]}`, each a list of how
/// often 1 to 5 was given.
///
/// ```
/// use qujat::feedback::{FeedbackAspect, FeedbackSummary};
/// let morning = FeedbackSummary::of_ratings(&[5, 4]).unwrap();
/// let evening = FeedbackSummary::of_ratings(&[2]).unwrap();
/// let figures = morning.merge(&evening).figures(FeedbackAspect::Overall);
/// assert_eq!(figures.mean.as_deref(), Some("3.6667"));
/// assert_eq!(figures.csat_percent.as_deref(), Some("66.67"));
/// ```
#[export(class, scalar, own_json)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
pub struct FeedbackSummary {
    overall: Tally,
    speed: Tally,
    clarity: Tally,
    courtesy: Tally,
}

impl FeedbackSummary {
    /// The longest summary in JSON, in bytes.
    const MAX_BYTES: usize = 4096;

    /// The summary of no ratings.
    #[must_use]
    pub fn new() -> FeedbackSummary {
        FeedbackSummary::default()
    }

    /// The summary of overall ratings from 1 to 5.
    ///
    /// # Errors
    /// `RATING_RANGE` at `/ratings/N` (counted from 0) for each other number.
    pub fn of_ratings(ratings: &[u32]) -> Result<FeedbackSummary, Error> {
        let root = Place::ROOT;
        let list = root.field("ratings");
        let mut summary = FeedbackSummary::new();
        let mut problems = Problems::new();
        for (index, rating) in ratings.iter().enumerate() {
            if problems.is_full() {
                break;
            }
            if (1..=STEPS.into()).contains(rating) {
                summary.overall.count(*rating);
            } else {
                let reason = Reason::new(Code::RatingRange)
                    .with("min", 1)
                    .with("max", STEPS);
                problems.push(reason.at(list.index(index).pointer()));
            }
        }
        problems.into_error().map_or(Ok(summary), Err)
    }

    /// Reads a summary that was written as JSON, on another machine for example.
    ///
    /// # Errors
    /// All problems of the input: those of reading JSON, `LIST_LENGTH` for other than five counts,
    /// and `NUMBER_RANGE` for a count below 0 or above 1 801 439 850 948 198.
    pub fn from_json(bytes: &[u8]) -> Result<FeedbackSummary, Error> {
        crate::foundation::json::read(bytes, FeedbackSummary::MAX_BYTES)
    }

    /// Adds one person's ratings.
    pub fn add(&mut self, feedback: &Feedback) {
        self.overall.count(feedback.overall);
        let aspects = [
            (&mut self.speed, feedback.speed),
            (&mut self.clarity, feedback.clarity),
            (&mut self.courtesy, feedback.courtesy),
        ];
        for (tally, rating) in aspects {
            if let Some(rating) = rating {
                tally.count(rating);
            }
        }
    }

    /// The summary of both.
    #[must_use]
    pub fn merge(&self, other: &FeedbackSummary) -> FeedbackSummary {
        let mut sum = *self;
        sum.overall.merge(&other.overall);
        sum.speed.merge(&other.speed);
        sum.clarity.merge(&other.clarity);
        sum.courtesy.merge(&other.courtesy);
        sum
    }

    /// The figures of an aspect.
    #[must_use]
    pub fn figures(&self, aspect: FeedbackAspect) -> FeedbackFigures {
        let tally = match aspect {
            FeedbackAspect::Overall => &self.overall,
            FeedbackAspect::Speed => &self.speed,
            FeedbackAspect::Clarity => &self.clarity,
            FeedbackAspect::Courtesy => &self.courtesy,
        };
        tally.figures()
    }
}

impl FromJson for Tally {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let counts = Vec::<i64>::from_json(json, at, problems)?;
        let before = problems.len();
        for (index, count) in counts.iter().enumerate() {
            if !(0..=MAX_COUNT).contains(count) {
                let reason = Reason::new(Code::NumberRange)
                    .with("min", 0)
                    .with("max", MAX_COUNT);
                problems.push(reason.at(at.index(index).pointer()));
            }
        }
        let length = counts.len();
        let tally = counts.try_into().ok().map(Tally);
        if tally.is_none() {
            let reason = Reason::new(Code::ListLength)
                .with("length", length)
                .with("min", STEPS)
                .with("max", STEPS);
            problems.push(reason.at(at.pointer()));
        }
        tally.filter(|_| problems.len() == before)
    }
}

impl FromJson for FeedbackSummary {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let names: Vec<&str> = FeedbackAspect::ALL
            .iter()
            .map(|aspect| aspect.as_str())
            .collect();
        let fields = Fields::new(json, &names, at, problems)?;
        let mut tally = |aspect: FeedbackAspect| fields.get(aspect.as_str(), at, problems);
        let overall = tally(FeedbackAspect::Overall);
        let speed = tally(FeedbackAspect::Speed);
        let clarity = tally(FeedbackAspect::Clarity);
        let courtesy = tally(FeedbackAspect::Courtesy);
        Some(FeedbackSummary {
            overall: overall?,
            speed: speed?,
            clarity: clarity?,
            courtesy: courtesy?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_rounded_half_up() {
        assert_eq!(quotient(1, 3, 4).unwrap(), "0.3333");
        assert_eq!(quotient(2, 3, 4).unwrap(), "0.6667");
        assert_eq!(quotient(1, 20_000, 4).unwrap(), "0.0001");
        assert_eq!(quotient(1, 20_001, 4).unwrap(), "0.0000");
        assert_eq!(quotient(125, 1000, 2).unwrap(), "0.13");
        assert_eq!(quotient(100, 1, 2).unwrap(), "100.00");
        assert_eq!(quotient(0, 0, 2), None);
    }
}
