//! Service centres: the caller's directory of them, their hours, free slots, the nearest ones, and
//! the appointment as a calendar event (SPEC 6).

mod centre;
mod directory;
mod icalendar;
mod nearest;
mod pickup;
mod slots;
mod timetable;

pub use centre::Centre;
pub use directory::CentreDirectory;
pub use icalendar::{Appointment, AppointmentStatus};
pub use nearest::{NearbyCentre, NearestQuery};
pub(crate) use pickup::{NearOffer, Pickup, Wanted};
pub use pickup::{PickupEntry, PickupOffer};
pub use slots::{Booking, Slot, free_slots};
pub use timetable::{DayHours, SpecialHours, TimeRange, Timetable};

#[cfg(test)]
mod tests;
