//! Service centres, bookings and appointments.

use std::sync::Arc;

use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::language::Language;
use crate::foundation::moment::Moment;
use crate::foundation::problem::Problem;
use crate::service::centres::{
    Appointment, AppointmentStatus, Booking, Centre, PickupOffer, TimeRange,
};

use super::calendar::Calendar;
use super::error::Answered;

/// The service centres of a portal, checked and sorted. It never changes.
#[derive(uniffi::Object)]
pub struct CentreDirectory {
    held: crate::service::centres::CentreDirectory,
}

impl CentreDirectory {
    pub(super) fn core(&self) -> &crate::service::centres::CentreDirectory {
        &self.held
    }
}

#[uniffi::export]
impl CentreDirectory {
    /// A directory of these centres.
    #[uniffi::constructor]
    pub fn of(centres: Vec<Centre>) -> Answered<Arc<CentreDirectory>> {
        let held = crate::service::centres::CentreDirectory::new(centres)?;
        Ok(Arc::new(CentreDirectory { held }))
    }

    /// Reads a directory from JSON.
    #[uniffi::constructor]
    pub fn from_json(json: String) -> Answered<Arc<CentreDirectory>> {
        let held = crate::service::centres::CentreDirectory::from_json(json.as_bytes())?;
        Ok(Arc::new(CentreDirectory { held }))
    }

    /// The file's remark on itself, such as that its centres are invented.
    pub fn about(&self) -> Option<String> {
        self.held.about().map(str::to_owned)
    }

    /// All centres, sorted by their identifiers.
    pub fn centres(&self) -> Vec<Centre> {
        self.held.centres().to_vec()
    }

    /// The centre with this identifier; `CENTRE_UNKNOWN` for an unknown one.
    pub fn centre(&self, id: CentreId) -> Answered<Centre> {
        Ok(self.held.centre(id)?.clone())
    }
}

/// Reads one centre from JSON and checks it.
#[uniffi::export]
pub fn read_centre(json: String) -> Answered<Centre> {
    Ok(Centre::from_json(json.as_bytes())?)
}

/// The problems of a centre; empty for one from a directory.
#[uniffi::export]
pub fn centre_problems(centre: Centre) -> Answered<Vec<Problem>> {
    Ok(centre.problems())
}

/// `true` if the centre gives this service.
#[uniffi::export]
pub fn centre_gives(centre: Centre, service: String) -> Answered<bool> {
    Ok(centre.gives(&service))
}

/// The hours of a centre on a day; empty if it is closed.
#[uniffi::export]
pub fn hours_on(centre: Centre, day: Day, calendar: Arc<Calendar>) -> Answered<Vec<TimeRange>> {
    Ok(centre.hours_on(day, calendar.core())?.to_vec())
}

/// Reads a list of bookings from JSON.
#[uniffi::export]
pub fn read_bookings(json: String) -> Answered<Vec<Booking>> {
    Ok(Booking::list_from_json(json.as_bytes())?)
}

/// The appointment that was offered at a centre, for an application with this number, with the
/// rulebook's texts and an alarm on the day before. `sequence` counts its changes.
#[uniffi::export(default(sequence = 0, status = None))]
pub fn appointment_at_centre(
    offer: PickupOffer,
    centre: Centre,
    application: String,
    stamp: Moment,
    language: Language,
    sequence: u32,
    status: Option<AppointmentStatus>,
) -> Answered<Appointment> {
    let offered = Appointment::at_centre(&offer, &centre, application, stamp, language);
    Ok(Appointment {
        sequence,
        status: status.unwrap_or(offered.status),
        ..offered
    })
}
