//! Days that differ from their weekday, each with its cause.

use qujat_export::export;

use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::language::LocalText;
use crate::foundation::words::words;

words! {
    /// The reason that a day differs from its weekday.
    #[export(code)]
    SpecialDayKind {
        /// A public holiday on its own date, on any weekday.
        Holiday = "holiday",
        /// A day off because a holiday fell on a weekend.
        MovedHoliday = "moved_holiday",
        /// A day off in exchange for one that is worked, by decree.
        MovedDayOff = "moved_day_off",
        /// A day off that is worked in exchange for another, by decree.
        DeclaredWorking = "declared_working",
    }
}

/// A day that differs from its weekday.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SpecialDay {
    /// The day.
    pub day: Day,
    /// The reason that it is special.
    pub kind: SpecialDayKind,
    /// The rulebook's name of the holiday or of the transfer.
    pub name: String,
    /// The name of the holiday; `None` for a transfer by decree.
    pub title: Option<LocalText>,
    /// The day it stands in for: the holiday's own date, the day worked instead, or the day off
    /// instead. `None` for a holiday on its own date.
    pub instead_of: Option<Day>,
    /// `true` if the date is computed ahead and not announced yet.
    pub estimated: bool,
    /// The source that says so.
    pub source: SourceId,
}

/// The days off and the days declared working of one year.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DaysOff {
    /// The year.
    pub year: i32,
    /// The days off that fall Monday to Friday, in order.
    pub days: Vec<Day>,
    /// The days off that are declared working, in order.
    pub worked: Vec<Day>,
    /// Every special day of the year with its cause, in order; holidays on a weekend as well.
    pub special: Vec<SpecialDay>,
}
