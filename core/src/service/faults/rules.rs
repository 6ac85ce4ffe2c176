//! The rulebook's section `technical_fault`.

use super::{FaultMeasure, FaultQuery, PaperRight, Yardstick, paper_right};
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;
use crate::service::civil_time::CivilClock;

dated! {
    /// An entry of the rulebook's section `technical_fault`.
    #[derive(Clone, Debug)]
    pub(crate) struct TechnicalFaultRule {
        /// A fault gives the right to file on paper if it lasts longer than this.
        pub(crate) more_than_seconds: u32,
        /// The part of a fault that counts; the whole fault, if it is left out.
        pub(crate) measure: Option<FaultMeasure>,
    }
}

/// The rulebook's section `technical_fault`, ready for use.
#[derive(Clone, Debug)]
pub(crate) struct TechnicalFaultRules(Series<TechnicalFaultRule>);

impl TechnicalFaultRules {
    /// Compiles the section; its entries have to follow each other without gaps.
    pub(crate) fn compile(
        section: Section<TechnicalFaultRule>,
        problems: &mut Problems,
    ) -> TechnicalFaultRules {
        TechnicalFaultRules(section.series(Gaps::Refused, problems))
    }

    /// The measure of this day, and its source.
    fn on(&self, day: Day) -> Result<(Yardstick, SourceId), Reason> {
        let rule = self.0.on(day)?;
        let yardstick = Yardstick {
            more_than_seconds: rule.more_than_seconds,
            measure: rule.measure.unwrap_or(FaultMeasure::WholeFault),
        };
        Ok((yardstick, rule.source))
    }

    /// [`paper_right`] by the rule in force on `day`, the day of the attempt, with its source in the
    /// reasons.
    ///
    /// # Errors
    /// `NOT_COVERED`, and those of [`paper_right`].
    pub(crate) fn paper_right(
        &self,
        query: &FaultQuery,
        day: Day,
        civil_time: &CivilClock,
    ) -> Result<PaperRight, Error> {
        let (yardstick, source) = self.on(day)?;
        let mut right = paper_right(query, yardstick, day, civil_time)?;
        right.reason.source = Some(source);
        if let Some(statement) = &mut right.statement {
            statement.reason.source = Some(source);
        }
        Ok(right)
    }
}
