//! The rulebook's section `pickup`, and the slot that an applicant is offered.

use garde::Validate;
use qujat_export::export;

use super::centre::Centre;
use super::slots::{Booking, Taken, day_slots, days_from};
use crate::calendar::Calendar;
use crate::catalogue::Code;
use crate::dated::{Gaps, Section, Series, dated};
use crate::day::Day;
use crate::id::CentreId;
use crate::problem::Reason;
use crate::problems::Problems;
use crate::time_of_day::TimeOfDay;

dated! {
    /// How a slot is looked for.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct PickupEntry {
        /// How many calendar days are searched, the day on which the card is ready included.
        #[garde(range(min = 1, max = 366))]
        pub search_days: u32,
    }
}

/// An appointment that is offered.
#[export(record)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PickupOffer {
    /// The centre.
    pub centre: CentreId,
    /// The day.
    pub day: Day,
    /// When the slot begins.
    pub time: TimeOfDay,
    /// When it ends (exclusive).
    pub until: TimeOfDay,
    /// How many places it had free.
    pub free: u32,
    /// `PICKUP_OFFERED`, with the source of the rule by which it was looked for.
    pub reason: Reason,
}

/// The rules of looking for a slot.
#[derive(Clone, Debug)]
pub(crate) struct Pickup {
    rules: Series<PickupEntry>,
}

impl Pickup {
    pub(crate) fn compile(section: Section<PickupEntry>, problems: &mut Problems) -> Pickup {
        section.check_bounds(problems);
        Pickup {
            rules: section.series(Gaps::Allowed, problems),
        }
    }

    /// The first slot with a free place on or after the day on which the card is ready, by the rule
    /// in force on that day.
    ///
    /// # Errors
    /// `NO_FREE_SLOT` if there is none in the days searched; `NOT_COVERED` if the rule does not
    /// cover the ready date, or the search leaves the calendar before it finds one.
    pub(crate) fn first_free_slot(
        &self,
        centre: &Centre,
        calendar: &Calendar,
        ready_on: Day,
        bookings: &[Booking],
    ) -> Result<PickupOffer, Reason> {
        let rule = self.rules.on(ready_on)?;
        let last = i32::try_from(rule.search_days)
            .unwrap_or(i32::MAX)
            .saturating_sub(1);
        let taken = Taken::of(centre, bookings);
        for day in days_from(ready_on, rule.search_days) {
            let Some(slot) = day_slots(centre, calendar, day, &taken)?.next() else {
                continue;
            };
            let reason = naming(Code::PickupOffered, centre)
                .with("day", slot.day)
                .with("time", slot.time.to_string())
                .cite(rule.source);
            return Ok(PickupOffer {
                centre: centre.id,
                day: slot.day,
                time: slot.time,
                until: slot
                    .time
                    .plus_minutes(centre.slot_minutes)
                    .unwrap_or(TimeOfDay::END),
                free: slot.free,
                reason,
            });
        }
        Err(naming(Code::NoFreeSlot, centre)
            .with("first_day", ready_on)
            .with("last_day", ready_on.plus_days(last))
            .cite(rule.source))
    }
}

/// A reason that names a centre: by its identifier for programs, and in each language for people.
fn naming(code: Code, centre: &Centre) -> Reason {
    Reason::new(code)
        .with("centre", centre.id.as_str())
        .with("name_kk", centre.name.kk.as_str())
        .with("name_ru", centre.name.ru.as_str())
        .with("name_en", centre.name.en.as_str())
}
