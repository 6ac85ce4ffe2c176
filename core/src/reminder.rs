//! Who is reminded that a card expires: SPEC section 8.

use crate::catalogue::Code;
use crate::dated::{Gaps, Section, Series, dated};
use crate::day::{Day, DayRange};
use crate::eligibility::{Decision, Inquiry};
use crate::identity::CardStatus;
use crate::json::Place;
use crate::notices::NoticeData;
use crate::problem::Reason;
use crate::problems::Problems;
use crate::rulebook::Rulebook;

/// A plan has at most so many steps.
const MAX_STEPS: usize = 20;

/// A step is at most so many days before or after the expiry date: ten years.
const MAX_DAYS: i32 = 3650;

dated! {
    /// When the holder of a card is reminded that it expires.
    #[derive(Clone, Debug)]
    pub(crate) struct ReminderEntry {
        /// The days of the steps, counted from the expiry date: -30 is 30 days before it, 0 the date
        /// itself, 5 five days after it. At most 20 of -3650 to 3650, each once.
        pub(crate) days: Vec<i32>,
        /// A step that came before this entry was in force is made up for when the entry begins, if it
        /// came at most this many days before: 0 to 3650. So nobody is lost when the plan changes.
        pub(crate) made_up_days: u16,
    }
}

/// A run of the job that reminds: which days it is about.
///
/// They begin on the day after the last run and end with the day of this one. So runs of any length,
/// one after the other, are about every day once: a run that was missed loses nobody, and nobody is
/// reminded of the same step twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReminderRun {
    /// The day of the last run, of which nothing is asked any more (exclusive).
    pub last: Day,
    /// The day of this run, on which the reminders are sent (inclusive).
    pub on: Day,
}

impl ReminderRun {
    /// A run that follows one on the day before.
    #[must_use]
    pub fn nightly(on: Day) -> ReminderRun {
        ReminderRun::since(None, on)
    }

    /// A run that follows one on the day `last`; if that is not known, one on the day before.
    #[must_use]
    pub fn since(last: Option<Day>, on: Day) -> ReminderRun {
        ReminderRun {
            last: last.unwrap_or(on.plus_days(-1)),
            on,
        }
    }
}

/// The compiled plans.
#[derive(Clone, Debug)]
pub(crate) struct ReminderRules(Series<ReminderEntry>);

impl ReminderRules {
    /// Compiles the section, or adds what is wrong with it to `problems`.
    pub(crate) fn compile(
        section: Section<ReminderEntry>,
        problems: &mut Problems,
    ) -> ReminderRules {
        for (name, entry) in &section.entries {
            check(entry, Place::ROOT.field(section.name).field(name), problems);
        }
        ReminderRules(section.series(Gaps::Allowed, problems))
    }

    /// The plan in force on a day.
    pub(crate) fn on(&self, day: Day) -> Result<&ReminderEntry, Reason> {
        self.0.on(day)
    }

    /// Whether the holder of a card is reminded in a run: whether by its day a later step is reached
    /// than by the day of the last run. All days are days since 1970-01-01.
    pub(crate) fn is_due(&self, expires_on: i32, (last, on): (i32, i32)) -> bool {
        // Nothing of a card was reached by the last run that had not been by this one.
        self.reached(expires_on, on) > self.reached(expires_on, last)
    }

    /// The day of the latest step that is reached by a day. A step is reached on its day, if its entry
    /// is in force then; or when the entry begins, if it is made up for.
    fn reached(&self, expires_on: i32, by: i32) -> Option<i32> {
        let entries = self.0.entries().iter();
        let begun = entries.take_while(|(period, _)| period.first.epoch_days() <= by);
        let steps = begun.flat_map(|(period, entry)| {
            let made_up = i32::from(entry.made_up_days);
            let earliest = period.first.epoch_days().saturating_sub(made_up);
            let latest = period.last.epoch_days().min(by);
            let steps = entry
                .days
                .iter()
                .map(move |days| expires_on.saturating_add(*days));
            steps.filter(move |step| (earliest..=latest).contains(step))
        });
        steps.max()
    }

    /// The days of the steps, if one entry is in force from the day of the last run to that of this
    /// one: then whoever has a step after the former and up to the latter is reminded, and nobody else.
    pub(crate) fn constant(&self, run: ReminderRun) -> Option<&[i32]> {
        let holds = |period: &DayRange| period.contains(run.last) && period.contains(run.on);
        let entry = self.0.entries().iter().find(|(period, _)| holds(period));
        entry.map(|(_, entry)| entry.days.as_slice())
    }
}

fn check(entry: &ReminderEntry, at: Place<'_>, problems: &mut Problems) {
    let mut bounds = |holds: bool, field: &str, detail: String| {
        if !holds {
            let reason = Reason::new(Code::ValueBounds).with("detail", detail);
            problems.push(reason.at(at.field(field).pointer()));
        }
    };
    let days = &entry.days;
    let are_near = days.iter().all(|day| (-MAX_DAYS..=MAX_DAYS).contains(day));
    let are_different = || {
        let mut sorted = days.clone();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len() == days.len()
    };
    bounds(
        days.len() <= MAX_STEPS && are_near && are_different(),
        "days",
        format!("at most {MAX_STEPS} different days from -{MAX_DAYS} to {MAX_DAYS}"),
    );
    bounds(
        i32::from(entry.made_up_days) <= MAX_DAYS,
        "made_up_days",
        format!("0 to {MAX_DAYS}"),
    );
}

impl Rulebook {
    /// The reminder that the holder of a card gets in a run of the job that reminds: when a step of
    /// the plan was reached after the last run. Of several steps, the holder is reminded once, of the
    /// latest. The text says what can be done on the day of the run: renew the card online, or else
    /// turn to a service centre.
    ///
    /// `status` is what the state register says of the card, if that is known: the holder of a card
    /// that was revoked or replaced is not reminded, and that of a lost one is sent to a centre.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no plan, no window or no list of online services for the day
    /// of the run.
    ///
    /// ```
    /// use qujat::{Day, NoticeKind, ReminderRun, Rulebook};
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
    ) -> Result<Option<NoticeData>, Reason> {
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

    /// Whether there are all rules for the day of a run.
    pub(crate) fn check_reminders(&self, run: ReminderRun) -> Result<(), Reason> {
        self.reminders().on(run.on)?;
        self.eligibility().check_covered(run.on)
    }
}

/// Whether the expiry of a card with this status is its holder's concern.
pub(crate) fn is_reminded(status: Option<CardStatus>) -> bool {
    !matches!(status, Some(CardStatus::Revoked | CardStatus::Replaced))
}

#[cfg(test)]
mod tests;
