//! One person's feedback.

use qujat_export::export;

use super::mask::mask;
use super::rules::FeedbackLimits;
use super::summary::STEPS;
use crate::foundation::catalogue::Code;
use crate::foundation::json::{Fields, FromJson, Json, Place, record, unknown_value};
use crate::foundation::moment::Moment;
use crate::foundation::problem::{Alone, Error, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::reference::{MAX_NUMBER, check_reference};
use crate::people::address::Region;
use crate::service::channel::Channel;

/// One person's feedback: ratings within the limits, and texts already masked.
///
/// `Debug` does not show the texts, since people write about people.
#[export(
    record,
    private,
    shows(application, overall, speed, clarity, courtesy, channel, region, at),
    own_reader
)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Feedback {
    /// The number of the application it belongs to; `None` if it is anonymous.
    pub application: Option<String>,
    /// The rating of the service as a whole, from 1 (worst) to 5 (best).
    pub overall: u32,
    /// The rating of its speed.
    pub speed: Option<u32>,
    /// The rating of its clarity.
    pub clarity: Option<u32>,
    /// The rating of its courtesy.
    pub courtesy: Option<u32>,
    /// A comment, masked; `None` for an absent one, and for spaces alone.
    pub comment: Option<String>,
    /// A suggestion, masked; `None` for an absent one, and for spaces alone.
    pub suggestion: Option<String>,
    /// The channel the person used.
    pub channel: Channel,
    /// The person's region.
    pub region: Option<Region>,
    /// The instant at which it was given.
    pub at: Moment,
}

record! {
    /// The feedback as it comes in, before the limits are known.
    struct Raw {
        application: Option<String>,
        overall: i64,
        speed: Option<i64>,
        clarity: Option<i64>,
        courtesy: Option<i64>,
        comment: Option<String>,
        suggestion: Option<String>,
        channel: Channel,
        region: Option<String>,
        at: Moment,
    }
}

impl Feedback {
    /// The longest feedback in JSON, in bytes.
    const MAX_BYTES: usize = 256 * 1024;

    /// Reads feedback from JSON, and masks its texts (see [`mask`]).
    ///
    /// # Errors
    /// All problems of the input, with their places: those of reading JSON; `RATING_RANGE` for a
    /// rating outside the limits; `TEXT_TOO_LONG` for a comment or a suggestion, of which nothing
    /// is cut off; `TEXT_EMPTY` or `REFERENCE_INVALID` for the application's number;
    /// `UNKNOWN_VALUE` for a region that is not in the list.
    pub fn read(bytes: &[u8], limits: &FeedbackLimits) -> Result<Feedback, Error> {
        let json = crate::foundation::json::parse(bytes, Feedback::MAX_BYTES)?;
        let mut check = Check {
            limits,
            problems: Problems::new(),
        };
        let feedback = check.feedback(&json);
        match (feedback, check.problems.into_error()) {
            (Some(feedback), None) => Ok(feedback),
            (_, Some(error)) => Err(error),
            // A reader that returns nothing has said why; this arm only spares a panic.
            (None, None) => Err(Reason::new(Code::MissingField).into()),
        }
    }
}

/// Feedback that was read before: its texts are masked, and its ratings within the scale that summaries
/// count. Feedback as it comes in is read by [`Feedback::read`].
impl FromJson for Feedback {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Feedback> {
        let fields = Fields::new(json, &FIELDS, at, problems)?;
        let rating = |name: &str, problems: &mut Problems| {
            let rating = fields.get::<Option<u32>>(name, at, problems)?;
            if !rating.is_none_or(|rating| (1..=STEPS.into()).contains(&rating)) {
                let reason = Reason::new(Code::RatingRange);
                let reason = reason.with("min", 1).with("max", STEPS);
                problems.push(reason.at(at.field(name).pointer()));
            }
            Some(rating)
        };
        let masked = |name: &str, problems: &mut Problems| {
            let text = fields.get::<Option<String>>(name, at, problems)?;
            let is_masked = |text: &String| mask(text, u32::MAX).is_ok_and(|it| it == *text);
            if !text.as_ref().is_none_or(is_masked) {
                let reason = Reason::new(Code::ValueBounds).with("detail", "a masked text");
                problems.push(reason.at(at.field(name).pointer()));
            }
            Some(text)
        };
        let application = fields.get::<Option<String>>("application", at, problems);
        if let Some(Some(Err(reason))) = application
            .as_ref()
            .map(|number| number.as_ref().map(|it| check_reference(it, MAX_NUMBER)))
        {
            problems.push(reason.at(at.field("application").pointer()));
        }
        let overall = fields.require::<u32>("overall", at, problems);
        let _ = overall.and_then(|_| rating("overall", problems));
        let (speed, clarity) = (rating("speed", problems), rating("clarity", problems));
        let courtesy = rating("courtesy", problems);
        let (comment, suggestion) = (masked("comment", problems), masked("suggestion", problems));
        let channel = fields.require("channel", at, problems);
        let region = fields.get("region", at, problems);
        let moment = fields.require("at", at, problems);
        Some(Feedback {
            application: application?,
            overall: overall?,
            speed: speed?,
            clarity: clarity?,
            courtesy: courtesy?,
            comment: comment?,
            suggestion: suggestion?,
            channel: channel?,
            region: region?,
            at: moment?,
        })
    }
}

const FIELDS: [&str; 10] = [
    "application",
    "overall",
    "speed",
    "clarity",
    "courtesy",
    "comment",
    "suggestion",
    "channel",
    "region",
    "at",
];

/// The checks of one form, and their findings.
struct Check<'l> {
    limits: &'l FeedbackLimits,
    problems: Problems,
}

impl Check<'_> {
    fn feedback(&mut self, json: &Json<'_>) -> Option<Feedback> {
        let raw: Raw = FromJson::from_json(json, Place::ROOT, &mut self.problems)?;
        let overall = self.rating("overall", raw.overall);
        let speed = self.optional_rating("speed", raw.speed);
        let clarity = self.optional_rating("clarity", raw.clarity);
        let courtesy = self.optional_rating("courtesy", raw.courtesy);
        let comment = self.text("comment", raw.comment);
        let suggestion = self.text("suggestion", raw.suggestion);
        self.application(raw.application.as_deref());
        let region = self.region(raw.region.as_deref());
        Some(Feedback {
            application: raw.application,
            overall: overall?,
            speed,
            clarity,
            courtesy,
            comment,
            suggestion,
            channel: raw.channel,
            region,
            at: raw.at,
        })
    }

    fn problem(&mut self, field: &str, reason: Reason) {
        let at = Place::ROOT;
        self.problems.push(reason.at(at.field(field).pointer()));
    }

    fn rating(&mut self, field: &str, rating: i64) -> Option<u32> {
        let (min, max) = (self.limits.rating_min, self.limits.rating_max);
        let rating = u32::try_from(rating).ok();
        let inside = rating.filter(|rating| (min..=max).contains(rating));
        if inside.is_none() {
            let reason = Reason::new(Code::RatingRange)
                .with("min", min)
                .with("max", max)
                .cite(self.limits.source);
            self.problem(field, reason);
        }
        inside
    }

    fn optional_rating(&mut self, field: &str, rating: Option<i64>) -> Option<u32> {
        self.rating(field, rating?)
    }

    fn text(&mut self, field: &str, text: Option<String>) -> Option<String> {
        match mask(&text?, self.limits.max_characters).alone() {
            Ok(masked) => Some(masked).filter(|masked| !masked.trim().is_empty()),
            Err(reason) => {
                self.problem(field, reason.cite(self.limits.source));
                None
            }
        }
    }

    fn application(&mut self, application: Option<&str>) {
        if let Some(Err(reason)) = application.map(|id| check_reference(id, MAX_NUMBER)) {
            self.problem("application", reason);
        }
    }

    /// It is read here and not with the other fields, so that an unknown one hides no other problem.
    fn region(&mut self, code: Option<&str>) -> Option<Region> {
        let region = Region::parse(code?);
        if region.is_none() {
            let codes: Vec<&str> = Region::ALL.iter().map(|region| region.as_str()).collect();
            let at = Place::ROOT;
            self.problems
                .push(unknown_value(at.field("region"), &codes));
        }
        region
    }
}
