//! Service centres, bookings and appointments.

use std::sync::Arc;

use napi::Env;
use napi_derive::napi;
use qujat::centres::{Appointment, Booking, Centre, CentreId, PickupOffer, TimeRange};
use qujat::{Day, Language, Moment, Problem};

use crate::calendar::Calendar;
use crate::convert::{In, Out, Text};
use crate::error::call;

/// The service centres of a portal, checked and sorted. It never changes.
#[napi]
pub struct CentreDirectory {
    held: Arc<qujat::centres::CentreDirectory>,
}

impl CentreDirectory {
    pub(crate) fn core(&self) -> &qujat::centres::CentreDirectory {
        &self.held
    }

    pub(crate) fn shared(&self) -> Arc<qujat::centres::CentreDirectory> {
        Arc::clone(&self.held)
    }
}

#[napi]
impl CentreDirectory {
    /// A directory of these centres.
    #[napi(constructor)]
    pub fn new(env: Env, centres: In<Vec<Centre>>) -> napi::Result<CentreDirectory> {
        let held = Arc::new(call(&env, || {
            qujat::centres::CentreDirectory::new(centres.0)
        })?);
        Ok(CentreDirectory { held })
    }

    /// Reads a directory from JSON.
    #[napi(factory)]
    pub fn from_json(env: Env, json: Text) -> napi::Result<CentreDirectory> {
        let held = call(&env, || {
            qujat::centres::CentreDirectory::from_json(json.as_slice())
        })?;
        Ok(CentreDirectory {
            held: Arc::new(held),
        })
    }

    /// The file's remark on itself, such as that its centres are invented.
    #[napi(getter)]
    pub fn about(&self) -> Option<String> {
        self.held.about().map(str::to_owned)
    }

    /// All centres, sorted by their identifiers.
    #[napi(getter)]
    pub fn centres(&self) -> Out<Vec<Centre>> {
        Out(self.held.centres().to_vec())
    }

    /// The centre with this identifier; `CENTRE_UNKNOWN` for an unknown one.
    #[napi]
    pub fn centre(&self, env: Env, id: In<CentreId>) -> napi::Result<Out<Centre>> {
        call(&env, || self.held.centre(id.0).cloned()).map(Out)
    }
}

/// Reads one centre from JSON and checks it.
#[napi]
pub fn read_centre(env: Env, json: Text) -> napi::Result<Out<Centre>> {
    call(&env, || Centre::from_json(json.as_slice())).map(Out)
}

/// The problems of a centre; empty for one from a directory.
#[napi]
pub fn centre_problems(centre: In<Centre>) -> Out<Vec<Problem>> {
    Out(centre.0.problems())
}

/// The hours of a centre on a day; empty if it is closed.
#[napi]
pub fn hours_on(
    env: Env,
    centre: In<Centre>,
    day: In<Day>,
    calendar: &Calendar,
) -> napi::Result<Out<Vec<TimeRange>>> {
    call(&env, || {
        let hours = centre.0.hours_on(day.0, calendar.core());
        hours.map(<[TimeRange]>::to_vec)
    })
    .map(Out)
}

/// Reads a list of bookings from JSON.
#[napi]
pub fn read_bookings(env: Env, json: Text) -> napi::Result<Out<Vec<Booking>>> {
    call(&env, || Booking::list_from_json(json.as_slice())).map(Out)
}

/// The appointment that was offered at a centre, for an application with this number: for the first
/// time, with the rulebook's texts and an alarm on the day before. When it is moved or cancelled, the
/// event is the same with a higher `sequence`, the new times, or another `status`.
#[napi]
pub fn appointment_at_centre(
    offer: In<PickupOffer>,
    centre: In<Centre>,
    application: In<String>,
    stamp: In<Moment>,
    language: In<Language>,
) -> Out<Appointment> {
    Out(Appointment::at_centre(
        &offer.0,
        &centre.0,
        application.0,
        stamp.0,
        language.0,
    ))
}
