//! The question of who is reminded: SPEC 8.

use crate::foundation::day::Day;
use crate::foundation::problem::{Reason, Result};
use crate::people::identity::CardStatus;
use crate::rulebook::Rulebook;
use crate::service::eligibility::{Decision, Inquiry};
use crate::service::notice_kinds::NoticeData;
use crate::service::reminder::{ReminderRun, is_reminded};

impl Rulebook {
    /// The reminder that the holder of a card gets in a run of the job that reminds: when a step of
    /// the plan was reached after the last run. Of several steps, the holder is reminded once, of
    /// the latest. The text gives the way that is open on the day of the run: renewing the card
    /// online, or else turning to a service centre.
    ///
    /// `status` is the card's status in the state register, if it is known: the holder of a card
    /// that was revoked or replaced is not reminded, and that of a lost one is sent to a centre.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no plan, no window or no list of online services for the day
    /// of the run.
    ///
    /// ```
    /// use qujat::notices::ReminderRun;
    /// use qujat::{Day, NoticeKind, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let day = |text| Day::parse(text);
    /// let remind = |run| rules.reminder(day("2025-11-10")?, None, run);
    /// assert!(remind(ReminderRun::nightly(day("2025-10-11")?))?.is_some());
    /// assert!(remind(ReminderRun::nightly(day("2025-10-12")?))?.is_none());
    /// // The runs of two nights were missed:
    /// let late = ReminderRun { last: day("2025-10-10")?, on: day("2025-10-13")? };
    /// assert_eq!(remind(late)?.map(|data| data.kind()), Some(NoticeKind::ExpiryReminder));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reminder(
        &self,
        expires_on: Day,
        status: Option<CardStatus>,
        run: ReminderRun,
    ) -> Result<Option<NoticeData>> {
        self.check_reminders(run)?;
        let days = (run.last.epoch_days(), run.on.epoch_days());
        if !is_reminded(status) || !self.reminders().is_due(expires_on.epoch_days(), days) {
            return Ok(None);
        }
        let inquiry = Inquiry {
            status,
            ..Inquiry::renewal(expires_on)
        };
        let decision = self.decide(&inquiry, run.on)?;
        let days_left = u32::try_from(decision.days_left()).unwrap_or(0);
        Ok(Some(match decision {
            Decision::Eligible { online, .. } if days_left > 0 => NoticeData::ExpiryReminder {
                expires_on,
                days_left,
                last_day: online.last,
            },
            Decision::Eligible { online, .. } => NoticeData::ExpiredReminder {
                expires_on,
                last_day: online.last,
            },
            Decision::Refused { .. } => NoticeData::CentreReminder { expires_on },
        }))
    }

    /// Makes sure that there are all rules for the day of a run.
    pub(crate) fn check_reminders(&self, run: ReminderRun) -> Result<(), Reason> {
        self.reminders().on(run.on)?;
        self.eligibility().check_covered(run.on)
    }
}

#[cfg(test)]
mod tests;
