//! The rulebook's section `feedback`.

use super::summary::STEPS;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::json::Place;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

/// The longest text that a rulebook may allow, in characters.
const MAX_CHARACTERS: u32 = 10_000;

dated! {
    /// An entry of the section.
    #[derive(Clone, Debug)]
    pub(crate) struct FeedbackRule {
        /// The worst rating.
        pub(crate) rating_min: u32,
        /// The best rating.
        pub(crate) rating_max: u32,
        /// The longest comment or suggestion, in characters (Unicode scalar values).
        pub(crate) max_characters: u32,
    }
}

/// The limits of a feedback form: see the rulebook's section `feedback`.
#[export(record, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FeedbackLimits {
    /// The worst rating, inclusive; at least 1.
    pub rating_min: u32,
    /// The best rating, inclusive; at most 5.
    pub rating_max: u32,
    /// The longest comment or suggestion, in characters (Unicode scalar values).
    pub max_characters: u32,
    /// The source of these limits.
    pub source: SourceId,
}

/// The section, ready for use.
#[derive(Clone, Debug)]
pub(crate) struct FeedbackRules(Series<FeedbackRule>);

impl FeedbackRules {
    /// Compiles the section; its entries have to follow each other without gaps.
    pub(crate) fn compile(
        section: Section<FeedbackRule>,
        problems: &mut Problems,
    ) -> FeedbackRules {
        let root = Place::ROOT;
        let at = root.field(section.name);
        for (name, rule) in &section.entries {
            check(rule, at.field(name), problems);
        }
        FeedbackRules(section.series(Gaps::Refused, problems))
    }

    /// The limits on this day.
    ///
    /// # Errors
    /// `NOT_COVERED`.
    pub(crate) fn limits_on(&self, day: Day) -> Result<FeedbackLimits, Reason> {
        let rule = self.0.on(day)?;
        Ok(FeedbackLimits {
            rating_min: rule.rating_min,
            rating_max: rule.rating_max,
            max_characters: rule.max_characters,
            source: rule.source,
        })
    }
}

fn check(rule: &FeedbackRule, at: Place<'_>, problems: &mut Problems) {
    let mut bounds = |holds: bool, field: &str, detail: String| {
        if !holds {
            let reason = Reason::new(Code::ValueBounds).with("detail", detail);
            problems.push(reason.at(at.field(field).pointer()));
        }
    };
    // Summaries count five steps; a scale may leave steps out, but not add any.
    let best = u32::from(STEPS);
    bounds(
        (1..=best).contains(&rule.rating_min),
        "rating_min",
        format!("1 to {best}"),
    );
    bounds(
        (rule.rating_min..=best).contains(&rule.rating_max),
        "rating_max",
        format!("rating_min to {best}"),
    );
    bounds(
        (1..=MAX_CHARACTERS).contains(&rule.max_characters),
        "max_characters",
        format!("1 to {MAX_CHARACTERS}"),
    );
}
