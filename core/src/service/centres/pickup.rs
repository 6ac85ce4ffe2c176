//! The rulebook's section `pickup`, and the slot that an applicant is offered.

use garde::Validate;
use qujat_export::export;

use super::centre::{Centre, HANDING_OUT};
use super::directory::CentreDirectory;
use super::nearest::NearestQuery;
use super::slots::{Booking, Taken, day_slots, days_from};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, ServiceId};
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::time_of_day::TimeOfDay;
use crate::service::calendar::Calendar;

dated! {
    /// The search for a slot.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct PickupEntry {
        /// The number of calendar days that are searched, the first on which a card can be picked
        /// up included.
        #[garde(range(min = 1, max = 366))]
        pub search_days: u32,
        /// The number of calendar days after the ready date on which a card can be picked up first:
        /// it may arrive in the afternoon of that day.
        #[garde(range(min = 0, max = 30))]
        pub days_after_ready: u32,
        /// The largest distance, in metres, of a centre that is offered instead of a full one.
        #[garde(range(min = 0, max = 20_100_000))]
        pub max_metres: u32,
    }
}

/// An appointment that is offered.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PickupOffer {
    /// The centre.
    pub centre: CentreId,
    /// The day.
    pub day: Day,
    /// The beginning of the slot.
    pub time: TimeOfDay,
    /// Its end (exclusive).
    pub until: TimeOfDay,
    /// The number of its free places.
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

    /// The first day on which a card that is ready on this day can be picked up.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rule does not cover the ready date.
    pub(crate) fn first_day(&self, ready_on: Day) -> Result<Day, Reason> {
        Ok(Search::by(self.rules.on(ready_on)?, ready_on).first)
    }

    /// The first slot with a free place on or after the first day on which the card can be picked up,
    /// by the rule in force on the day on which it is ready.
    ///
    /// # Errors
    /// `NO_FREE_SLOT` without one in the days searched; `NOT_COVERED` if the rule does not cover
    /// the ready date, or the search leaves the calendar before it finds one.
    pub(crate) fn first_free_slot(
        &self,
        centre: &Centre,
        calendar: &Calendar,
        ready_on: Day,
        bookings: &[Booking],
    ) -> Result<PickupOffer, Reason> {
        let search = Search::by(self.rules.on(ready_on)?, ready_on);
        let offer = search.first_slot(centre, calendar, &Taken::of(centre, bookings))?;
        offer.ok_or_else(|| search.told(naming(Code::NoFreeSlot, centre)))
    }

    /// The first free slot where the applicant wants to pick the card up. If that centre is full,
    /// at the nearest one that is not, among those that are near enough. The second value says that
    /// another centre is offered (`CENTRE_FULL`), or no centre (`APPOINTMENT_OPEN`).
    ///
    /// # Errors
    /// `NOT_COVERED` as in [`Pickup::first_free_slot`]; `NUMBER_RANGE` for an impossible spot.
    pub(crate) fn near(
        &self,
        wanted: Wanted<'_>,
        directory: &CentreDirectory,
        calendar: &Calendar,
        ready_on: Day,
        bookings: &[Booking],
    ) -> Result<(Option<NearOffer>, Option<Reason>), Error> {
        let search = Search::by(self.rules.on(ready_on)?, ready_on);
        if let Wanted::At(centre) = wanted
            && let Some(offer) =
                search.first_slot(centre, calendar, &Taken::of(centre, bookings))?
        {
            return Ok((
                Some(NearOffer {
                    offer,
                    metres: None,
                }),
                None,
            ));
        }
        let around = match directory.nearest(&wanted.query()?, calendar) {
            Err(error) if error.code() == Code::NoCentre => Vec::new(),
            found => found?,
        };
        let taken = Taken::by_centre(bookings);
        let none = Taken::default();
        for (place, nearby) in around.iter().enumerate() {
            // The nearest centre may be far away; those that stand in for another may not.
            let is_wanted = place == 0 && matches!(wanted, Wanted::Near { .. });
            if !is_wanted && nearby.metres > search.rule.max_metres {
                break;
            }
            let centre = directory.centre(nearby.centre)?;
            let taken = taken.get(&centre.id).unwrap_or(&none);
            if let Some(offer) = search.first_slot(centre, calendar, taken)? {
                let metres = Some(nearby.metres);
                let full = (!is_wanted).then(|| search.told(Reason::new(Code::CentreFull)));
                return Ok((Some(NearOffer { offer, metres }), full));
            }
        }
        Ok((None, Some(search.told(Reason::new(Code::AppointmentOpen)))))
    }
}

/// The place at which an applicant wants to pick the card up.
#[derive(Clone, Copy)]
pub(crate) enum Wanted<'c> {
    /// At this centre.
    At(&'c Centre),
    /// At the centre nearest to a spot, in degrees.
    Near { latitude: f64, longitude: f64 },
}

impl Wanted<'_> {
    /// The centres around it that hand out cards.
    fn query(self) -> Result<NearestQuery, Reason> {
        let (latitude, longitude) = match self {
            Wanted::At(centre) => (centre.latitude, centre.longitude),
            Wanted::Near {
                latitude,
                longitude,
            } => (latitude, longitude),
        };
        Ok(NearestQuery {
            latitude,
            longitude,
            region: None,
            service: Some(ServiceId::read(HANDING_OUT)?),
            on: None,
        })
    }
}

/// A slot that was found, and how far its centre is from the spot, or from the chosen centre that it
/// stands in for; `None` at the chosen centre itself.
pub(crate) struct NearOffer {
    pub(crate) offer: PickupOffer,
    pub(crate) metres: Option<u32>,
}

/// The days that are searched for a slot.
struct Search<'r> {
    rule: &'r PickupEntry,
    first: Day,
}

impl Search<'_> {
    fn by(rule: &PickupEntry, ready_on: Day) -> Search<'_> {
        let after = i32::try_from(rule.days_after_ready).unwrap_or(i32::MAX);
        let first = ready_on.plus_days(after);
        Search { rule, first }
    }

    /// The first slot with a free place at a centre, if there is one in these days.
    fn first_slot(
        &self,
        centre: &Centre,
        calendar: &Calendar,
        taken: &Taken,
    ) -> Result<Option<PickupOffer>, Reason> {
        for day in days_from(self.first, self.rule.search_days) {
            let Some(slot) = day_slots(centre, calendar, day, taken)?.next() else {
                continue;
            };
            let reason = naming(Code::PickupOffered, centre)
                .with("day", slot.day)
                .with("time", slot.time.to_string())
                .cite(self.rule.source);
            return Ok(Some(PickupOffer {
                centre: centre.id,
                day: slot.day,
                time: slot.time,
                until: slot
                    .time
                    .plus_minutes(centre.slot_minutes)
                    .unwrap_or(TimeOfDay::END),
                free: slot.free,
                reason,
            }));
        }
        Ok(None)
    }

    /// A reason with the days that were searched.
    fn told(&self, reason: Reason) -> Reason {
        let days = i32::try_from(self.rule.search_days).unwrap_or(i32::MAX);
        reason
            .with("first_day", self.first)
            .with("last_day", self.first.plus_days(days.saturating_sub(1)))
            .cite(self.rule.source)
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
