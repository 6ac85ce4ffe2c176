//! The rulebook's section `production`, and the day a card is ready.

use garde::Validate;
use qujat_export::export;

use super::working::Calendar;
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::problem::{Alone, Reason};
use crate::foundation::problems::Problems;

dated! {
    /// The longest time of the service, from the registration of an application.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct ProductionEntry {
        /// Working days, the first of them after the day of registration.
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
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ReadyDate {
    /// The last day of the term: the card is ready on it or before.
    pub ready_on: Day,
    /// The term in working days, the first of them after the day of registration.
    pub working_days: u32,
    /// `READY_ON`, or `READY_ASSUMED` if the day of registration is not known yet; with the source of
    /// the term.
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

    /// The day by which a card is ready, by the term in force on the day of registration. If that
    /// day is not known, the answer assumes that it is the day of filing.
    ///
    /// # Errors
    /// `INTERVAL_REVERSED` if it was registered before it was filed; `NOT_COVERED` if no term covers
    /// the day of registration, or the calendar does not cover the time from then to the answer.
    pub(crate) fn ready_on(
        &self,
        calendar: &Calendar,
        filed_on: Day,
        registered_on: Option<Day>,
    ) -> Result<ReadyDate, Reason> {
        if registered_on.is_some_and(|day| day < filed_on) {
            return Err(Reason::new(Code::IntervalReversed));
        }
        let begins_on = registered_on.unwrap_or(filed_on);
        let term = self.terms.on(begins_on)?;
        let ready_on = calendar
            .add_working_days(begins_on, term.working_days)
            .alone()?;
        let reason = match registered_on {
            Some(day) => Reason::new(Code::ReadyOn).with("registered_on", day),
            None => Reason::new(Code::ReadyAssumed).with("filed_on", filed_on),
        };
        let reason = reason
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
