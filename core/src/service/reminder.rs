//! Reminders to the holders of cards that expire: SPEC 8.

use garde::Validate;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::{Day, DayRange};
use crate::foundation::json::{Place, check_bounds};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::people::identity::CardStatus;

/// A plan has at most so many steps.
const MAX_STEPS: usize = 20;

/// A step is at most so many days before or after the expiry date: ten years.
const MAX_DAYS: i32 = 3650;

dated! {
    /// The days on which the holder of a card is reminded that it expires.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub(crate) struct ReminderEntry {
        /// The days of the steps, counted from the expiry date: -30 is 30 days before it, 0 the date
        /// itself, 5 five days after it. At most 20 of -3650 to 3650, each once.
        pub(crate) days: Vec<i32>,
        /// A step that came before this entry was in force is made up for when the entry begins, if it
        /// came at most this many days before: 0 to 3650. So nobody is lost when the plan changes.
        #[garde(range(max = 3650))]
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
    /// Compiles the section, or adds its problems to `problems`.
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

    /// `true` if the holder of a card is reminded in a run: if by its day a later step is reached
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
    /// one: then the holders with a step after the former and up to the latter are reminded, and
    /// nobody else.
    pub(crate) fn constant(&self, run: ReminderRun) -> Option<&[i32]> {
        let holds = |period: &DayRange| period.contains(run.last) && period.contains(run.on);
        let entry = self.0.entries().iter().find(|(period, _)| holds(period));
        entry.map(|(_, entry)| entry.days.as_slice())
    }
}

fn check(entry: &ReminderEntry, at: Place<'_>, problems: &mut Problems) {
    let days = &entry.days;
    let are_near = days.iter().all(|day| (-MAX_DAYS..=MAX_DAYS).contains(day));
    let are_different = || {
        let mut sorted = days.clone();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len() == days.len()
    };
    if days.len() > MAX_STEPS || !are_near || !are_different() {
        let detail = format!("at most {MAX_STEPS} different days from -{MAX_DAYS} to {MAX_DAYS}");
        let reason = Reason::new(Code::ValueBounds).with("detail", detail);
        problems.push(reason.at(at.field("days").pointer()));
    }
    check_bounds(entry, at, problems);
}

/// `true` if the expiry of a card with this status is its holder's concern.
pub(crate) fn is_reminded(status: Option<CardStatus>) -> bool {
    !matches!(status, Some(CardStatus::Revoked | CardStatus::Replaced))
}
