//! The rulebook's section `calendar`.

use std::collections::BTreeMap;

use garde::Validate;

use crate::foundation::dated::dated;
use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::json::record;
use crate::foundation::language::{LocalText, shown_text};

record! {
    /// The rules that decide which days are working days.
    #[derive(Clone, Debug, Default)]
    pub struct CalendarFile {
        /// Periods whose days off are all known; every other day is not covered.
        pub covered: BTreeMap<String, CoveredPeriod>,
        /// Holidays on the same date each year.
        #[cfg_attr(feature = "schema", schemars(extend("maxProperties" = 100)))]
        pub fixed: BTreeMap<String, FixedHoliday>,
        /// Holidays whose date is announced for each year.
        #[cfg_attr(feature = "schema", schemars(extend("maxProperties" = 20)))]
        pub announced: BTreeMap<String, AnnouncedHoliday>,
        /// Days off that a decree moved.
        pub transfers: BTreeMap<String, Transfer>,
    }

    /// A holiday whose date is announced for each year. It never moves. A calendar has at most 20.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct AnnouncedHoliday [at most 20] {
        /// Its name.
        #[garde(custom(shown_text))]
        pub title: LocalText,
        /// Its days.
        #[cfg_attr(feature = "schema", schemars(extend("maxProperties" = 500)))]
        pub days: BTreeMap<String, AnnouncedDay>,
    }

    /// One day of an announced holiday, which has at most 500.
    #[derive(Clone, Debug)]
    pub struct AnnouncedDay [at most 500] {
        /// The day.
        pub day: Day,
        /// The date is computed ahead and not announced yet; absent: it is announced.
        pub estimated: Option<bool>,
        /// The name of the source in `sources` that says so.
        pub source: SourceId,
    }

    /// A day off that a decree moved: `worked` is a working day, and `off` a day off in its place.
    #[derive(Clone, Debug)]
    pub struct Transfer {
        /// The day off that is worked.
        pub worked: Day,
        /// The working day that is off.
        pub off: Day,
        /// The name of the source in `sources` that says so.
        pub source: SourceId,
    }
}

dated! {
    /// A period whose days off are all known.
    #[derive(Clone, Debug)]
    pub struct CoveredPeriod {}

    /// A holiday on the same date each year. A calendar has at most 100: each is laid out for every
    /// covered year.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct FixedHoliday [at most 100] {
        /// The month, 1 to 12.
        #[garde(range(min = 1, max = 12))]
        pub month: u32,
        /// The day of the month; 29 February counts in leap years alone.
        #[garde(range(min = 1, max = 31))]
        pub day: u32,
        /// It moves to the next working day when it falls on a weekend.
        pub moves: bool,
        /// Its name.
        #[garde(custom(shown_text))]
        pub title: LocalText,
    }
}
