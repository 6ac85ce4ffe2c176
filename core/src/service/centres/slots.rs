//! Free slots for handing out cards.

use std::collections::BTreeMap;

use super::centre::{Centre, HANDING_OUT};
use super::timetable::TimeRange;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::json::{read, record};
use crate::foundation::problem::{Alone, Error, Reason};
use crate::foundation::time_of_day::TimeOfDay;
use crate::service::calendar::Calendar;

record! {
    /// Places that are taken already, as the caller's records say: the library keeps no state.
    #[export(record, input, public, own_reader)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct Booking [at most 100_000] {
        /// The centre.
        pub centre: CentreId,
        /// The day.
        pub day: Day,
        /// The time, which counts for the slot that it lies in.
        pub time: TimeOfDay,
        /// The number of taken places. Bookings of one slot add up.
        pub count: u32,
    }
}

/// Bookings have at most this many bytes: some 45 000 of them.
const MAX_BYTES: usize = 3 << 20;

impl Booking {
    /// Reads a JSON list of bookings.
    ///
    /// # Errors
    /// Every problem of the JSON, with its place.
    pub fn list_from_json(json: &[u8]) -> Result<Vec<Booking>, Error> {
        read(json, MAX_BYTES)
    }
}

/// Slots are listed for at most this many days: a year, and some weeks.
pub(super) const MAX_DAYS: u32 = 400;

/// A slot with free places.
#[export(record, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// Its beginning.
    pub time: TimeOfDay,
    /// The number of free places, at least 1.
    pub free: u32,
}

/// All slots of a centre with free places, in the order of time, on `days` calendar days of which
/// `from` is the first.
///
/// Slots follow each other from the beginning of each range of opening hours; a slot that would not
/// end within its range is left out. A slot with as many bookings as places, or more, is not
/// listed. A centre that does not hand out cards has no slots. For when it is open, see
/// [`Centre::hours_on`].
///
/// # Errors
/// `NUMBER_RANGE` for more than 400 days; `NOT_COVERED` if one of the days is outside the calendar.
/// There are no days after 9999-12-31.
pub fn free_slots(
    centre: &Centre,
    calendar: &Calendar,
    from: Day,
    days: u32,
    bookings: &[Booking],
) -> Result<Vec<Slot>, Reason> {
    if days > MAX_DAYS {
        let reason = Reason::new(Code::NumberRange);
        return Err(reason.with("min", 0u32).with("max", MAX_DAYS));
    }
    let taken = Taken::of(centre, bookings);
    let mut slots = Vec::new();
    for day in days_from(from, days) {
        slots.extend(day_slots(centre, calendar, day, &taken)?);
    }
    Ok(slots)
}

/// So many days, fewer at the end of time.
pub(super) fn days_from(from: Day, days: u32) -> impl Iterator<Item = Day> {
    let days = usize::try_from(days).unwrap_or(usize::MAX);
    let next = |day: &Day| Some(day.plus_days(1)).filter(|next| next > day);
    std::iter::successors(Some(from), next).take(days)
}

/// The slots of one day with free places, in the order of time.
pub(super) fn day_slots<'c>(
    centre: &'c Centre,
    calendar: &'c Calendar,
    day: Day,
    taken: &'c Taken,
) -> Result<impl Iterator<Item = Slot> + use<'c>, Reason> {
    let mut open = centre.hours_on(day, calendar).alone()?;
    let handing_out = centre.handing_out_on(day, calendar)?;
    if !centre.gives(HANDING_OUT) {
        open = &[];
    }
    let ranges = open.iter().flat_map(move |open| {
        let ranges = handing_out.iter();
        ranges.filter_map(move |range| open.intersection(*range))
    });
    Ok(ranges
        .flat_map(move |range| starts(range, centre.slot_minutes))
        .filter_map(move |time| {
            let until = time.plus_minutes(centre.slot_minutes)?;
            let free = centre
                .capacity
                .saturating_sub(taken.between(day, time, until));
            (free > 0).then_some(Slot { day, time, free })
        }))
}

/// The beginnings of the slots that fit into this range.
fn starts(range: TimeRange, slot_minutes: u32) -> impl Iterator<Item = TimeOfDay> {
    let length = range.until.minutes().saturating_sub(range.from.minutes());
    let count = length.checked_div(slot_minutes).unwrap_or(0);
    (0..count).filter_map(move |index| range.from.plus_minutes(index.checked_mul(slot_minutes)?))
}

/// The bookings of one centre, sorted by time.
#[derive(Default)]
pub(super) struct Taken(Vec<(Day, TimeOfDay, u32)>);

impl Taken {
    pub(super) fn of(centre: &Centre, bookings: &[Booking]) -> Taken {
        let mut taken: Vec<(Day, TimeOfDay, u32)> = bookings
            .iter()
            .filter(|booking| booking.centre == centre.id)
            .map(|booking| (booking.day, booking.time, booking.count))
            .collect();
        taken.sort_unstable();
        Taken(taken)
    }

    /// Those of every centre that has any, in one pass.
    pub(super) fn by_centre(bookings: &[Booking]) -> BTreeMap<CentreId, Taken> {
        let mut centres: BTreeMap<CentreId, Taken> = BTreeMap::new();
        for booking in bookings {
            let Taken(places) = centres.entry(booking.centre).or_default();
            places.push((booking.day, booking.time, booking.count));
        }
        for Taken(places) in centres.values_mut() {
            places.sort_unstable();
        }
        centres
    }

    /// The number of places taken on this day from `from` (inclusive) until `until` (exclusive).
    fn between(&self, day: Day, from: TimeOfDay, until: TimeOfDay) -> u32 {
        let first = self
            .0
            .partition_point(|(d, time, _)| (*d, *time) < (day, from));
        let rest = self.0.iter().skip(first);
        rest.take_while(|(d, time, _)| (*d, *time) < (day, until))
            .fold(0, |sum: u32, (_, _, count)| sum.saturating_add(*count))
    }
}
