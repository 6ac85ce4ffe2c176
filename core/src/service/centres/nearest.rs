//! The nearest centres.

use super::centre::Centre;
use super::directory::CentreDirectory;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::{CentreId, ServiceId};
use crate::foundation::json::record;
use crate::foundation::problem::{Alone, Error, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::people::address::Region;
use crate::service::calendar::Calendar;

/// The Earth's mean radius R₁ in metres, as the IUGG defines it: (2a + b) / 3 of WGS 84.
const EARTH_RADIUS: f64 = 6_371_008.8;

record! {
    /// The place to look for centres, and the demands on them.
    // Nobody may read in a log where the applicant is; the distances from some centres say it too.
    #[export(record, input, private, shows(service, on), own_reader)]
    #[derive(Clone, PartialEq, serde::Serialize)]
    pub struct NearestQuery {
        /// Degrees north of the equator, −90 to 90.
        pub latitude: f64,
        /// Degrees east of Greenwich, −180 to 180.
        pub longitude: f64,
        /// Only centres in this region.
        pub region: Option<Region>,
        /// Only centres that give this service.
        pub service: Option<ServiceId>,
        /// Only centres that are open on this day.
        pub on: Option<Day>,
    }
}

/// A centre and how far it is.
#[export(record, private, shows(centre))]
#[derive(Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct NearbyCentre {
    /// The centre.
    pub centre: CentreId,
    /// The great-circle distance in whole metres.
    pub metres: u32,
}

impl CentreDirectory {
    /// The centres that fit, the nearest first; centres at the same distance in whole metres by
    /// their identifiers.
    ///
    /// The distance is that of a great circle on a sphere with the Earth's mean radius, within half
    /// a per cent of the distance on the ellipsoid.
    ///
    /// # Errors
    /// `NUMBER_RANGE` at `/latitude` and `/longitude`; `NOT_COVERED` at `/on` if the calendar does
    /// not cover the day; `NO_CENTRE` if no centre fits.
    pub fn nearest(
        &self,
        query: &NearestQuery,
        calendar: &Calendar,
    ) -> Result<Vec<NearbyCentre>, Error> {
        check(query)?;
        let mut found = Vec::new();
        for centre in self.centres() {
            if fits(centre, query, calendar)? {
                found.push(NearbyCentre {
                    centre: centre.id,
                    metres: metres(query, centre),
                });
            }
        }
        if found.is_empty() {
            return Err(Reason::new(Code::NoCentre).into());
        }
        found.sort_by_key(|nearby| (nearby.metres, nearby.centre));
        Ok(found)
    }
}

fn check(query: &NearestQuery) -> Result<(), Error> {
    let mut problems = Problems::new();
    check_degrees(query.latitude, 90, "/latitude", &mut problems);
    check_degrees(query.longitude, 180, "/longitude", &mut problems);
    problems.into_error().map_or(Ok(()), Err)
}

fn check_degrees(degrees: f64, limit: i32, pointer: &str, problems: &mut Problems) {
    // Not a number is in no range.
    if !(-f64::from(limit)..=f64::from(limit)).contains(&degrees) {
        let reason = Reason::new(Code::NumberRange)
            .with("min", limit.saturating_neg())
            .with("max", limit);
        problems.push(reason.at(pointer.to_owned()));
    }
}

fn fits(centre: &Centre, query: &NearestQuery, calendar: &Calendar) -> Result<bool, Problem> {
    let region = query.region.is_none_or(|region| centre.region == region);
    let service = query
        .service
        .is_none_or(|service| centre.gives(service.as_str()));
    let open = match query.on {
        Some(day) => {
            let hours = centre.hours_on(day, calendar);
            !hours
                .alone()
                .map_err(|reason| reason.at("/on".to_owned()))?
                .is_empty()
        }
        None => true,
    };
    Ok(region && service && open)
}

/// The haversine formula, in `libm`'s arithmetic, which is the same on every machine.
fn metres(from: &NearestQuery, to: &Centre) -> u32 {
    let half_sine = |degrees: f64| libm::sin(degrees.to_radians() / 2.0);
    let north = half_sine(to.latitude - from.latitude);
    let east = half_sine(to.longitude - from.longitude);
    let cosines = libm::cos(from.latitude.to_radians()) * libm::cos(to.latitude.to_radians());
    let haversine = north * north + cosines * east * east;
    // Rounding may carry the haversine of antipodes beyond 1, where the arc sine has no value.
    let angle = 2.0 * libm::asin(libm::sqrt(haversine.min(1.0)));
    whole(libm::round(EARTH_RADIUS * angle))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "half the Earth's circumference in metres is 20 015 114; `as` saturates anyway"
)]
const fn whole(metres: f64) -> u32 {
    metres as u32
}
