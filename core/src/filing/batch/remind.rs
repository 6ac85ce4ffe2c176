//! Reminders: SPEC 8.

use crate::filing::batch::{Rows, is_day};
use crate::foundation::problem::Result;
use crate::people::identity::CardStatus;
use crate::rulebook::Rulebook;
use crate::service::reminder::{ReminderRun, is_reminded};

/// In a column of reminders: no reminder is due.
pub const NOT_REMINDED: u8 = 0;
/// In a column of reminders: the holder is reminded in this run.
pub const REMINDED: u8 = 1;
/// In a column of reminders: the expiry date is no day of the years 1 to 9999.
pub const NO_REMINDER_DAY: u8 = 2;

/// Many cards whose holders may be reminded. There are as many rows as the shortest column has.
#[derive(Clone, Copy, Debug)]
pub struct ReminderColumns<'a> {
    /// The expiry dates, in days since 1970-01-01.
    pub expires_on: &'a [i32],
    /// The status of each card in the state register; `None` if it is not known.
    pub status: Rows<'a, Option<CardStatus>>,
}

impl Rulebook {
    /// The holders to remind in a run that the card expires, as [`Rulebook::reminder`] says one by
    /// one: [`NOT_REMINDED`], [`REMINDED`] or [`NO_REMINDER_DAY`] for each card.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no plan, no window or no list of online services for the day
    /// of the run.
    ///
    /// ```
    /// use qujat::batch::{NOT_REMINDED, REMINDED, ReminderColumns, Rows};
    /// use qujat::notices::ReminderRun;
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let expires_on = Day::parse("2025-11-10")?.epoch_days();
    /// let cards = ReminderColumns {
    ///     expires_on: &[expires_on, expires_on + 1],
    ///     status: Rows::All(None),
    /// };
    /// let run = ReminderRun::nightly(Day::parse("2025-10-11")?);
    /// assert_eq!(rules.remind_codes(&cards, run)?, [REMINDED, NOT_REMINDED]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remind_codes(&self, cards: &ReminderColumns<'_>, run: ReminderRun) -> Result<Vec<u8>> {
        self.check_reminders(run)?;
        let rows = cards.status.shortest(cards.expires_on.len());
        let expires_on = cards.expires_on.get(..rows).unwrap_or_default();
        let (last, on) = (run.last.epoch_days(), run.on.epoch_days());
        let mut codes = Vec::with_capacity(rows);
        let code = |is_due: bool, expires_on: i32| {
            if is_day(expires_on) {
                u8::from(is_due)
            } else {
                NO_REMINDER_DAY
            }
        };
        if let Some(steps) = self.reminders().constant(run) {
            // Nobody, and then the holders with one of the steps in the run: each loop is a few
            // comparisons.
            codes.extend(expires_on.iter().map(|day| code(false, *day)));
            for days in steps {
                for (code, expires_on) in codes.iter_mut().zip(expires_on) {
                    let step = expires_on.saturating_add(*days);
                    let is_due = is_day(*expires_on) & (step > last) & (step <= on);
                    *code |= u8::from(is_due);
                }
            }
        } else {
            let is_due = |day: i32| self.reminders().is_due(day, (last, on));
            codes.extend(expires_on.iter().map(|day| code(is_due(*day), *day)));
        }
        match cards.status {
            Rows::All(status) if is_reminded(status) => {}
            Rows::All(_) => codes.iter_mut().for_each(forget),
            Rows::Each(statuses) => {
                let rows = codes.iter_mut().zip(statuses);
                rows.filter(|(_, status)| !is_reminded(**status))
                    .for_each(|(code, _)| forget(code));
            }
        }
        Ok(codes)
    }
}

fn forget(code: &mut u8) {
    if *code == REMINDED {
        *code = NOT_REMINDED;
    }
}
