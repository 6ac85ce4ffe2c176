//! Working days: rules of holidays, the days they fall on, and the day a card is ready
//! (SPEC 6).

mod file;
mod layout;
mod ready;
mod special;
mod working;

pub(crate) use file::CalendarFile;

pub(crate) use ready::Production;
pub use ready::{ProductionEntry, ReadyDate};
pub use special::{DaysOff, SpecialDay, SpecialDayKind};
pub use working::Calendar;

/// The name of the calendar's coverage in `NOT_COVERED`.
const PARAMETER: &str = "calendar";

#[cfg(test)]
pub(crate) mod tests;
