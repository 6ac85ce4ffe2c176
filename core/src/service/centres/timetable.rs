//! Opening hours: a weekly timetable and the dates that differ from it.

use std::collections::BTreeSet;

use qujat_export::export;
use serde::ser::SerializeMap;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::json::{FromJson, Json, Place, check_count, record, wrong_type};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::foundation::time_of_day::TimeOfDay;

record! {
    /// A range of time within one day, which has at most 100.
    #[export(record, input, public, own_reader)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
    pub struct TimeRange [at most 100] {
        /// Its beginning.
        pub from: TimeOfDay,
        /// Its end (exclusive), after `from`.
        pub until: TimeOfDay,
    }

    /// The hours of each weekday: ranges that do not overlap. A day without ranges is closed.
    #[export(record, input, public, own_reader)]
    #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Timetable {
        /// Monday.
        pub mon: Vec<TimeRange>,
        /// Tuesday.
        pub tue: Vec<TimeRange>,
        /// Wednesday.
        pub wed: Vec<TimeRange>,
        /// Thursday.
        pub thu: Vec<TimeRange>,
        /// Friday.
        pub fri: Vec<TimeRange>,
        /// Saturday.
        pub sat: Vec<TimeRange>,
        /// Sunday.
        pub sun: Vec<TimeRange>,
    }
}

/// The hours of one date, in place of those that its weekday has.
#[export(record, input, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DayHours {
    /// The date.
    pub day: Day,
    /// Its hours; empty: closed.
    pub hours: Vec<TimeRange>,
}

/// A centre has at most so many dates with hours of their own: those of some years.
const MOST_DATES: usize = 1000;

/// Dates with hours of their own: short days, duty Saturdays, days closed. In JSON it is an object
/// from date to ranges: `{"2026-03-14": [{"from": "09:00", "until": "13:00"}], "2026-04-01": []}`.
#[export(record, input, public, own_reader)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecialHours {
    /// The dates, each once; at most 1000.
    pub days: Vec<DayHours>,
}

impl TimeRange {
    /// The range from 00:00 to 24:00.
    pub(super) const WHOLE_DAY: TimeRange = TimeRange {
        from: TimeOfDay::START,
        until: TimeOfDay::END,
    };

    /// The time that both ranges hold, or `None` if they only touch or do not even that.
    pub(super) fn intersection(self, other: TimeRange) -> Option<TimeRange> {
        let from = self.from.max(other.from);
        let until = self.until.min(other.until);
        (from < until).then_some(TimeRange { from, until })
    }
}

impl Timetable {
    /// The hours of a weekday, from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn on_weekday(&self, weekday: u8) -> &[TimeRange] {
        match weekday {
            0 => &self.mon,
            1 => &self.tue,
            2 => &self.wed,
            3 => &self.thu,
            4 => &self.fri,
            5 => &self.sat,
            6 => &self.sun,
            _ => &[],
        }
    }

    /// Puts the ranges of each weekday in the order of time.
    pub(super) fn sort(&mut self) {
        let Timetable {
            mon,
            tue,
            wed,
            thu,
            fri,
            sat,
            sun,
        } = self;
        for hours in [mon, tue, wed, thu, fri, sat, sun] {
            sort(hours);
        }
    }

    pub(super) fn check(&self, at: Place<'_>, problems: &mut Problems) {
        let Timetable {
            mon,
            tue,
            wed,
            thu,
            fri,
            sat,
            sun,
        } = self;
        check(mon, at.field("mon"), problems);
        check(tue, at.field("tue"), problems);
        check(wed, at.field("wed"), problems);
        check(thu, at.field("thu"), problems);
        check(fri, at.field("fri"), problems);
        check(sat, at.field("sat"), problems);
        check(sun, at.field("sun"), problems);
    }
}

impl SpecialHours {
    /// The hours that this date has of its own, if it has any.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&[TimeRange]> {
        let hours = self.days.iter().find(|hours| hours.day == day)?;
        Some(&hours.hours)
    }

    pub(super) fn sort(&mut self) {
        self.days.sort_by_key(|hours| hours.day);
        for day in &mut self.days {
            sort(&mut day.hours);
        }
    }

    pub(super) fn check(&self, at: Place<'_>, problems: &mut Problems) {
        if check_count(self.days.len(), MOST_DATES, at, problems).is_none() {
            return;
        }
        let mut seen = BTreeSet::new();
        for entry in &self.days {
            if problems.is_full() {
                return;
            }
            let name = entry.day.to_string();
            let at = at.field(&name);
            if !seen.insert(entry.day) {
                problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
            }
            check(&entry.hours, at, problems);
        }
    }
}

fn sort(hours: &mut [TimeRange]) {
    hours.sort_by_key(|range| range.from);
}

/// Reports ranges that end before they begin or as they begin, and ranges that overlap.
fn check(hours: &[TimeRange], at: Place<'_>, problems: &mut Problems) {
    if check_count(hours.len(), TimeRange::MOST, at, problems).is_none() {
        return;
    }
    for (index, range) in hours.iter().enumerate() {
        let code = if range.until <= range.from {
            Code::IntervalReversed
        } else if hours
            .iter()
            .take(index)
            .any(|other| range.intersection(*other).is_some())
        {
            Code::TimetableOverlap
        } else {
            continue;
        };
        problems.push(Reason::new(code).at(at.index(index).pointer()));
    }
}

impl FromJson for SpecialHours {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let Json::Map(fields) = json else {
            problems.push(wrong_type(json, "object", at));
            return None;
        };
        check_count(fields.len(), MOST_DATES, at, problems)?;
        let mut days = Vec::new();
        for (name, json) in fields {
            if problems.is_full() {
                return None;
            }
            let at = at.field(name);
            let day = Day::read(name).map_err(|reason| problems.push(reason.at(at.pointer())));
            let hours = Vec::from_json(json, at, problems);
            if let (Ok(day), Some(hours)) = (day, hours) {
                days.push(DayHours { day, hours });
            }
        }
        Some(SpecialHours { days })
    }

    fn missing() -> Option<Self> {
        Some(SpecialHours::default())
    }
}

impl serde::Serialize for SpecialHours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.days.len()))?;
        for entry in &self.days {
            map.serialize_entry(&entry.day, &entry.hours)?;
        }
        map.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for SpecialHours {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SpecialHours".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let hours = generator.subschema_for::<Vec<TimeRange>>();
        schemars::json_schema!({
            "type": "object",
            "propertyNames": { "pattern": r"^\d{4}-\d{2}-\d{2}$" },
            "additionalProperties": hours,
            "maxProperties": MOST_DATES,
        })
    }
}
