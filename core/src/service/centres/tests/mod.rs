//! Tests of centres, slots, distances and events, by SPEC 6.

mod icalendar;
mod nearest;
mod slots;

use super::*;
use crate::foundation::day::Day;
use crate::foundation::time_of_day::TimeOfDay;
use crate::service::calendar::Calendar;

/// The directory shipped for examples.
pub(super) const EXAMPLE: &str = include_str!("../../../../../examples/data/centres.json");

/// A centre that hands out cards in slots of 15 minutes for two, with these fields of a timetable.
pub(super) fn centre_json(id: &str, latitude: f64, longitude: f64, timetable: &str) -> String {
    format!(
        r#"{{"id": "{id}", "region": "KZ-71", "latitude": {latitude}, "longitude": {longitude},
            "name": {{"kk": "ХҚКО", "ru": "ЦОН", "en": "PSC"}},
            "address": {{"kk": "Үлгі, 1", "ru": "Пример, 1", "en": "Example, 1"}},
            "services": ["handing_out"], "slot_minutes": 15, "capacity": 2,
            "timetable": {{{timetable}}}}}"#
    )
}

fn example() -> CentreDirectory {
    CentreDirectory::from_json(EXAMPLE.as_bytes()).unwrap()
}

fn centre(timetable: &str) -> Centre {
    let text = centre_json("a", 51.0, 71.0, timetable);
    Centre::from_json(text.as_bytes()).unwrap()
}

/// A weekly timetable with these hours from Monday to Friday.
fn weekdays(hours: &str) -> String {
    let days = ["mon", "tue", "wed", "thu", "fri"];
    days.map(|day| format!(r#""{day}": {}"#, ranges(hours)))
        .join(",")
}

/// `09:00-13:00 14:00-18:00` as JSON.
fn ranges(hours: &str) -> String {
    let ranges = hours.split_whitespace().map(|range| {
        let (from, until) = range.split_once('-').unwrap();
        format!(r#"{{"from": "{from}", "until": "{until}"}}"#)
    });
    format!("[{}]", ranges.collect::<Vec<_>>().join(","))
}

fn calendar() -> Calendar {
    crate::service::calendar::tests::shipped()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}
