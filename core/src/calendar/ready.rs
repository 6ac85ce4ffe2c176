//! The rulebook's section `production`, and the day a card is ready.

use garde::Validate;
use qujat_export::export;

use super::working::Calendar;
use crate::catalogue::Code;
use crate::dated::{Gaps, Section, Series, dated};
use crate::day::Day;
use crate::problem::Reason;
use crate::problems::Problems;

dated! {
    /// How long the production of a card takes at most.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct ProductionEntry {
        /// Working days, the first of them after the day of filing.
        #[garde(range(min = 1, max = 250))]
        pub working_days: u32,
    }
}

/// The terms of production.
#[derive(Clone, Debug)]
pub(crate) struct Production {
    terms: Series<ProductionEntry>,
}

/// The day by which a card is ready.
#[export(record)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ReadyDate {
    /// The last day of the term: the card is ready on it or before.
    pub ready_on: Day,
    /// The term in working days, the first of them after the day of filing.
    pub working_days: u32,
    /// `READY_ON`, with the source of the term.
    pub reason: Reason,
}

impl Production {
    pub(crate) fn compile(
        section: Section<ProductionEntry>,
        problems: &mut Problems,
    ) -> Production {
        section.check_bounds(problems);
        Production {
            terms: section.series(Gaps::Allowed, problems),
        }
    }

    /// The day by which a card filed on this day is ready, by the term in force on that day.
    ///
    /// # Errors
    /// `NOT_COVERED` if no term covers the day of filing, or the calendar does not cover the time
    /// from filing to the answer.
    pub(crate) fn ready_on(&self, calendar: &Calendar, filed_on: Day) -> Result<ReadyDate, Reason> {
        let term = self.terms.on(filed_on)?;
        let ready_on = calendar.add_working_days(filed_on, term.working_days)?;
        let reason = Reason::new(Code::ReadyOn)
            .with("filed_on", filed_on)
            .with("ready_on", ready_on)
            .with("working_days", term.working_days)
            .cite(term.source);
        Ok(ReadyDate {
            ready_on,
            working_days: term.working_days,
            reason,
        })
    }
}
