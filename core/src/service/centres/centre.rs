//! One service centre.

use garde::Validate;
use qujat_export::export;

use super::timetable::{SpecialHours, TimeRange, Timetable};
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, ServiceId};
use crate::foundation::json::{FromJson, Place, check_bounds, parse, record};
use crate::foundation::language::{LocalText, shown_text};
use crate::foundation::problem::{Alone, Error, Problem, Reason, Result};
use crate::foundation::problems::Problems;
use crate::people::address::Region;
use crate::service::calendar::{Calendar, SpecialDayKind};

/// The service that a slot is for.
pub(crate) const HANDING_OUT: &str = "handing_out";

/// One centre in JSON has at most this many bytes.
const MAX_BYTES: usize = 1 << 20;

record! {
    /// A public service centre, where cards are picked up.
    ///
    /// A centre from a [`CentreDirectory`](super::CentreDirectory) or from [`Centre::from_json`] is
    /// checked. For one that was made otherwise, see [`Centre::problems`].
    #[export(record, input, public, own_json)]
    #[derive(Clone, Debug, PartialEq, serde::Serialize, Validate)]
    #[garde(allow_unvalidated)]
    pub struct Centre [at most 10_000] {
        /// The identifier, one of a kind in its directory.
        pub id: CentreId,
        /// Its name.
        #[garde(custom(shown_text))]
        pub name: LocalText,
        /// Its address.
        #[garde(custom(shown_text))]
        pub address: LocalText,
        /// The region it is in.
        pub region: Region,
        /// Degrees north of the equator, −90 to 90.
        #[garde(custom(finite), range(min = -90.0, max = 90.0))]
        pub latitude: f64,
        /// Degrees east of Greenwich, −180 to 180.
        #[garde(custom(finite), range(min = -180.0, max = 180.0))]
        pub longitude: f64,
        /// The services that it gives. Only a centre with `handing_out` has slots.
        pub services: Vec<ServiceId>,
        /// Its opening hours.
        pub timetable: Timetable,
        /// The hours in which it hands cards out, if not all the time that it is open.
        pub handing_out: Option<Timetable>,
        /// The dates with hours of their own.
        pub overrides: SpecialHours,
        /// The length of a slot in minutes, 1 to 480.
        #[garde(range(min = 1, max = 480))]
        pub slot_minutes: u32,
        /// The number of applicants that a slot takes, 1 to 1000.
        #[garde(range(min = 1, max = 1000))]
        pub capacity: u32,
    }
}

/// Comparisons with bounds let NaN pass.
fn finite(value: &f64, _: &()) -> garde::Result {
    if value.is_finite() {
        Ok(())
    } else {
        Err(garde::Error::new("not a number"))
    }
}

impl Centre {
    /// Reads one centre and checks it.
    ///
    /// # Errors
    /// All problems of the text, and those of [`Centre::problems`].
    pub fn from_json(bytes: &[u8]) -> Result<Centre, Error> {
        let json = parse(bytes, MAX_BYTES)?;
        let mut problems = Problems::new();
        let centre = <Centre as FromJson>::from_json(&json, Place::ROOT, &mut problems);
        if let Some(centre) = &centre {
            centre.check(Place::ROOT, &mut problems);
        }
        match (centre, problems.into_error()) {
            (Some(mut centre), None) => {
                centre.sort();
                Ok(centre)
            }
            (_, Some(error)) => Err(error),
            // A reader that returns nothing has said why; this arm only spares a panic.
            (None, None) => Err(Reason::new(Code::MissingField).into()),
        }
    }

    /// The problems of this centre; empty for one from a directory.
    ///
    /// `VALUE_BOUNDS` for texts that are empty or too long, coordinates, slot length and capacity;
    /// `INTERVAL_REVERSED` and `TIMETABLE_OVERLAP` for hours; `DUPLICATE_FIELD` for a date that has
    /// hours of its own twice.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Problems::new();
        self.check(Place::ROOT, &mut problems);
        problems.into_vec()
    }

    pub(super) fn check(&self, at: Place<'_>, problems: &mut Problems) {
        check_bounds(self, at, problems);
        self.timetable.check(at.field("timetable"), problems);
        if let Some(handing_out) = &self.handing_out {
            handing_out.check(at.field("handing_out"), problems);
        }
        self.overrides.check(at.field("overrides"), problems);
    }

    /// Puts hours in the order of time, in which slots are listed.
    pub(super) fn sort(&mut self) {
        self.timetable.sort();
        if let Some(handing_out) = &mut self.handing_out {
            handing_out.sort();
        }
        self.overrides.sort();
    }

    /// `true` if the centre gives this service.
    #[must_use]
    pub fn gives(&self, service: &str) -> bool {
        self.services.iter().any(|other| other.as_str() == service)
    }

    /// The hours of the centre on this day; empty if it is closed.
    ///
    /// The hours of the date itself come first. Otherwise it is closed on public holidays and on
    /// days off that were moved, and on a day declared working it has the hours of the weekday that
    /// is off in exchange. On all other days its weekly timetable holds.
    ///
    /// # Errors
    /// `NOT_COVERED` for a day outside the calendar, hours of its own or not.
    pub fn hours_on(&self, day: Day, calendar: &Calendar) -> Result<&[TimeRange]> {
        let weekday = working_weekday(day, calendar)?;
        if let Some(hours) = self.overrides.on(day) {
            return Ok(hours);
        }
        Ok(weekday.map_or(&[], |weekday| self.timetable.on_weekday(weekday)))
    }

    /// The hours in which the centre would hand out cards on this day, if it is open then.
    pub(super) fn handing_out_on(
        &self,
        day: Day,
        calendar: &Calendar,
    ) -> Result<&[TimeRange], Reason> {
        let Some(timetable) = &self.handing_out else {
            return Ok(&[TimeRange::WHOLE_DAY]);
        };
        let weekday = working_weekday(day, calendar)?.unwrap_or_else(|| day.weekday());
        Ok(timetable.on_weekday(weekday))
    }
}

/// The weekday whose timetable holds on this day; `None` on holidays and moved days off.
fn working_weekday(day: Day, calendar: &Calendar) -> Result<Option<u8>, Reason> {
    let special = calendar.special_days(day).alone()?;
    let declared = special
        .iter()
        .find(|special| special.kind == SpecialDayKind::DeclaredWorking);
    Ok(match declared {
        Some(declared) => Some(declared.instead_of.unwrap_or(day).weekday()),
        None if special.is_empty() => Some(day.weekday()),
        None => None,
    })
}
