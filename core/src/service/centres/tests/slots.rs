use proptest::prelude::*;

use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::dated::Section;
use crate::foundation::id::CentreId;
use crate::foundation::json::read;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::service::centres::slots::days_from;

static PICKUP: std::sync::LazyLock<&str> =
    std::sync::LazyLock::new(|| crate::rulebook::shipped_section("pickup"));

fn pickup() -> Pickup {
    let section = Section {
        name: "pickup",
        entries: read(PICKUP.as_bytes(), 10_000).unwrap(),
    };
    let mut problems = Problems::new();
    let pickup = Pickup::compile(section, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    pickup
}

/// The times of the slots on one day.
fn times(centre: &Centre, date: &str, bookings: &[Booking]) -> Vec<String> {
    let slots = free_slots(centre, &calendar(), day(date), 1, bookings).unwrap();
    slots.iter().map(|slot| slot.time.to_string()).collect()
}

fn booking(centre: &Centre, date: &str, at: &str, count: u32) -> Booking {
    Booking {
        centre: centre.id,
        day: day(date),
        time: time(at),
        count,
    }
}

fn with(centre: &str, from: &str, to: &str) -> Centre {
    assert!(centre.contains(from));
    Centre::from_json(centre.replace(from, to).as_bytes()).unwrap()
}

#[test]
fn spec_6_ordinary_and_duty_hours() {
    let directory = example();
    let at = |id: &str, date| {
        let centre = directory.centre(CentreId::parse(id).unwrap()).unwrap();
        let hours = centre.hours_on(day(date), &calendar()).unwrap();
        hours
            .iter()
            .map(|r| format!("{}-{}", r.from, r.until))
            .collect::<Vec<_>>()
            .join(" ")
    };
    // Thursday, Saturday and Sunday.
    assert_eq!(at("astana-2", "2026-02-12"), "09:00-18:00");
    assert_eq!(at("astana-2", "2026-02-14"), "");
    assert_eq!(at("astana-1", "2026-02-12"), "09:00-20:00");
    assert_eq!(at("astana-1", "2026-02-14"), "09:00-13:00");
    assert_eq!(at("astana-1", "2026-02-15"), "");
}

#[test]
fn spec_6_slots_follow_each_other_within_each_range() {
    let centre = centre(&weekdays("09:00-09:50 14:00-14:30"));
    let slots = free_slots(&centre, &calendar(), day("2026-02-12"), 1, &[]).unwrap();
    let slots: Vec<(String, u32)> = slots.iter().map(|s| (s.time.to_string(), s.free)).collect();
    // The last five minutes of the first range are too short for a slot.
    let expected = ["09:00", "09:15", "09:30", "14:00", "14:15"];
    assert_eq!(slots, expected.map(|time| (time.to_owned(), 2)));
}

#[test]
fn ranges_may_be_given_in_any_order() {
    let centre = centre(&weekdays("14:00-14:15 09:00-09:15"));
    assert_eq!(times(&centre, "2026-02-12", &[]), ["09:00", "14:00"]);
}

#[test]
fn a_slot_may_end_at_midnight() {
    let centre = centre(&weekdays("23:30-24:00"));
    assert_eq!(times(&centre, "2026-02-12", &[]), ["23:30", "23:45"]);
}

#[test]
fn bookings_take_places_and_full_slots_are_not_offered() {
    let centre = centre(&weekdays("09:00-10:00"));
    let on = "2026-02-12";
    let bookings = [
        booking(&centre, on, "09:00", 1),
        booking(&centre, on, "09:15", 1),
        booking(&centre, on, "09:15", 1),
        booking(&centre, on, "09:30", u32::MAX),
        booking(&centre, on, "09:30", 7),
        booking(&centre, "2026-02-13", "09:45", 2),
        Booking {
            centre: CentreId::parse("b").unwrap(),
            ..booking(&centre, on, "09:45", 2)
        },
    ];
    let slots = free_slots(&centre, &calendar(), day(on), 1, &bookings).unwrap();
    let slots: Vec<(String, u32)> = slots.iter().map(|s| (s.time.to_string(), s.free)).collect();
    assert_eq!(slots, [("09:00".to_owned(), 1), ("09:45".to_owned(), 2)]);
}

#[test]
fn a_booking_between_two_beginnings_counts_for_the_slot_it_lies_in() {
    let centre = centre(&weekdays("09:00-09:30"));
    let bookings = [booking(&centre, "2026-02-12", "09:14", 2)];
    assert_eq!(times(&centre, "2026-02-12", &bookings), ["09:15"]);
}

#[test]
fn spec_6_closed_on_holidays_and_moved_days_off() {
    let text = format!(
        r#"{}, "sat": {}, "sun": {}"#,
        weekdays("09:00-09:15"),
        ranges("09:00-09:15"),
        ranges("09:00-09:15")
    );
    let centre = centre(&text);
    // A holiday, holidays that moved, a day off by decree, holidays on a weekend.
    for date in [
        "2026-05-01",
        "2026-03-09",
        "2025-10-27",
        "2024-05-08",
        "2027-05-16",
        "2027-05-01",
    ] {
        assert_eq!(times(&centre, date, &[]), [""; 0], "{date}");
    }
    // Plain days, among them a plain Saturday and Sunday.
    for date in ["2026-05-04", "2026-05-02", "2026-05-03"] {
        assert_eq!(times(&centre, date, &[]), ["09:00"], "{date}");
    }
}

#[test]
fn on_a_day_declared_working_the_hours_are_those_of_the_day_off_in_exchange() {
    // Saturday, 4 May 2024 was worked for Wednesday, 8 May; Sunday, 5 January 2025 for Friday, the
    // 3rd.
    let text = format!(
        r#""wed": {}, "fri": {}, "sat": {}"#,
        ranges("10:00-10:15"),
        ranges("11:00-11:15"),
        ranges("12:00-12:15")
    );
    let centre = centre(&text);
    assert_eq!(times(&centre, "2024-05-04", &[]), ["10:00"]);
    assert_eq!(times(&centre, "2025-01-05", &[]), ["11:00"]);
    assert_eq!(times(&centre, "2024-05-11", &[]), ["12:00"]);
}

#[test]
fn spec_6_dates_with_hours_of_their_own_come_before_all_else() {
    let text = centre_json("a", 51.0, 71.0, &weekdays("09:00-09:15"));
    let overrides = format!(
        r#""overrides": {{"2026-05-01": {}, "2026-05-02": {}, "2026-05-04": [], "2026-05-05": {}}},
           "services""#,
        ranges("10:00-10:15"),
        ranges("11:00-11:15"),
        ranges("09:00-09:14")
    );
    let centre = with(&text, r#""services""#, &overrides);
    // On duty on a holiday, on duty on a Saturday, closed, and too short a day.
    assert_eq!(times(&centre, "2026-05-01", &[]), ["10:00"]);
    assert_eq!(times(&centre, "2026-05-02", &[]), ["11:00"]);
    assert_eq!(times(&centre, "2026-05-04", &[]), [""; 0]);
    assert_eq!(times(&centre, "2026-05-05", &[]), [""; 0]);
    assert_eq!(times(&centre, "2026-05-06", &[]), ["09:00"]);
}

#[test]
fn spec_6_slots_are_for_handing_out_alone() {
    let text = centre_json("a", 51.0, 71.0, &weekdays("09:00-12:00 14:00-18:00"));
    let filing = with(&text, "handing_out", "filing");
    assert_eq!(times(&filing, "2026-02-12", &[]), [""; 0]);
    let hours = format!(
        r#""handing_out": {{{}}}, "services""#,
        weekdays("11:30-14:15")
    );
    let centre = with(&text, r#""services""#, &hours);
    assert_eq!(
        times(&centre, "2026-02-12", &[]),
        ["11:30", "11:45", "14:00"]
    );
}

#[test]
fn days_outside_the_calendar_are_not_covered() {
    let centre = centre(&weekdays("09:00-18:00"));
    let search = |from, days| free_slots(&centre, &calendar(), day(from), days, &[]);
    assert!(search("2027-12-31", 1).is_ok());
    for (from, days) in [("2027-12-31", 2), ("2023-12-31", 1), ("2027-01-01", 400)] {
        assert_eq!(search(from, days).unwrap_err().code, Code::NotCovered);
    }
    assert_eq!(search("2026-02-12", 0).unwrap(), []);
}

#[test]
fn slots_are_listed_for_so_many_days_and_none_after_the_last_one() {
    let centre = centre(&weekdays("09:00-18:00"));
    for days in [401, u32::MAX] {
        let reason = free_slots(&centre, &calendar(), day("2026-02-12"), days, &[]).unwrap_err();
        assert_eq!(reason.to_string(), "NUMBER_RANGE min=`0` max=`400`");
    }
    let last = |before: i32| days_from(Day::MAX.plus_days(-before), 400).count();
    assert_eq!(
        (last(0), last(1), last(398), last(399), last(400)),
        (1, 2, 399, 400, 400)
    );
}

/// The offer from this day on, which by the rulebook is the one after the ready date.
fn first(centre: &Centre, from: &str, bookings: &[Booking]) -> Result<PickupOffer, Reason> {
    let ready_on = day(from).plus_days(-1);
    pickup().first_free_slot(centre, &calendar(), ready_on, bookings)
}

#[test]
fn spec_6_pickup_begins_the_day_after_the_ready_date() {
    assert_eq!(pickup().first_day(day("2026-03-03")), Ok(day("2026-03-04")));
    let centre = centre(&weekdays("09:00-09:30"));
    let offer = pickup().first_free_slot(&centre, &calendar(), day("2026-03-03"), &[]);
    assert_eq!(offer.unwrap().day, day("2026-03-04"));
    let offer = pickup().first_free_slot(&centre, &calendar(), day("2026-03-06"), &[]);
    // Saturday, Sunday, and the Monday that 8 March moved to.
    assert_eq!(offer.unwrap().day, day("2026-03-10"));
}

#[test]
fn spec_6_pickup_is_the_first_free_slot_on_or_after_the_ready_date() {
    let centre = centre(&weekdays("09:00-09:30"));
    // Friday; then a weekend and the Monday that 8 March moved to.
    let offer = first(&centre, "2026-03-06", &[]).unwrap();
    assert_eq!(
        (offer.day, offer.time, offer.until),
        (day("2026-03-06"), time("09:00"), time("09:15"))
    );
    assert_eq!(offer.free, 2);
    let params: Vec<(&str, String)> = offer
        .reason
        .params
        .iter()
        .map(|(name, value)| (name, value.to_string()))
        .collect();
    assert_eq!(offer.reason.code, Code::PickupOffered);
    let expected = [
        ("centre", "a"),
        ("name_kk", "ХҚКО"),
        ("name_ru", "ЦОН"),
        ("name_en", "PSC"),
        ("day", "2026-03-06"),
        ("time", "09:00"),
    ];
    assert_eq!(
        params,
        expected.map(|(name, value)| (name, value.to_owned()))
    );

    let full = ["09:00", "09:15"].map(|time| booking(&centre, "2026-03-06", time, 2));
    let offer = first(&centre, "2026-03-06", &full).unwrap();
    assert_eq!((offer.day, offer.time), (day("2026-03-10"), time("09:00")));
    let offer = first(&centre, "2026-03-06", &full[..1]).unwrap();
    assert_eq!((offer.day, offer.time), (day("2026-03-06"), time("09:15")));
}

#[test]
fn no_slot_is_offered_beyond_the_days_searched() {
    let closed = centre("");
    let reason = first(&closed, "2026-02-12", &[]).unwrap_err();
    assert_eq!(reason.code, Code::NoFreeSlot);
    // 30 days, the first of them included.
    assert_eq!(
        reason.params.get("first_day").unwrap().to_string(),
        "2026-02-12"
    );
    assert_eq!(
        reason.params.get("last_day").unwrap().to_string(),
        "2026-03-13"
    );

    let text = centre_json("a", 51.0, 71.0, "");
    let on = |date: &str| {
        let hours = format!(
            r#""overrides": {{"{date}": {}}}, "services""#,
            ranges("09:00-09:15")
        );
        first(&with(&text, r#""services""#, &hours), "2026-02-12", &[])
    };
    assert_eq!(on("2026-03-13").unwrap().day, day("2026-03-13"));
    assert_eq!(on("2026-03-14").unwrap_err().code, Code::NoFreeSlot);
}

#[test]
fn a_search_that_leaves_the_calendar_says_so() {
    let closed = centre("");
    assert_eq!(
        first(&closed, "2027-12-15", &[]).unwrap_err().code,
        Code::NotCovered
    );
    let open = centre(&weekdays("09:00-18:00"));
    assert!(first(&open, "2027-12-15", &[]).is_ok());
    assert_eq!(
        first(&open, "2023-12-31", &[]).unwrap_err().code,
        Code::NotCovered
    );
}

prop_compose! {
    /// A centre with sound hours, on any weekdays, and any slot length and capacity.
    fn any_centre()(
        hours in proptest::collection::vec((0u32..1440, 0u32..1440), 7),
        slot_minutes in 1u32..=480,
        capacity in 1u32..=5,
    ) -> Centre {
        let at = |minutes| TimeOfDay::from_minutes(minutes).unwrap();
        let ranges: Vec<Vec<TimeRange>> = hours
            .into_iter()
            .map(|(a, b)| TimeRange { from: at(a.min(b)), until: at(a.max(b)) })
            .map(|range| if range.from < range.until { vec![range] } else { vec![] })
            .collect();
        let mut centre = centre("");
        let [mon, tue, wed, thu, fri, sat, sun] = ranges.try_into().unwrap();
        centre.timetable = Timetable { mon, tue, wed, thu, fri, sat, sun };
        Centre { slot_minutes, capacity, ..centre }
    }
}

proptest! {
    #[test]
    fn slots_never_exceed_capacity_and_never_lie_in_closed_time(
        centre in any_centre(),
        first in 19_724i32..21_100,
        taken in proptest::collection::vec((0i32..5, 0u32..=1440, 0u32..4), 0..40),
    ) {
        prop_assert!(centre.problems().is_empty());
        let from = Day::from_epoch_days(first).unwrap();
        let bookings: Vec<Booking> = taken
            .into_iter()
            .map(|(offset, minutes, count)| Booking {
                centre: centre.id,
                day: from.plus_days(offset),
                time: TimeOfDay::from_minutes(minutes).unwrap(),
                count,
            })
            .collect();
        let calendar = calendar();
        let slots = free_slots(&centre, &calendar, from, 5, &bookings).unwrap();
        for slot in &slots {
            let until = slot.time.plus_minutes(centre.slot_minutes).unwrap();
            let hours = centre.hours_on(slot.day, &calendar).unwrap();
            prop_assert!(hours.iter().any(|open| open.from <= slot.time && until <= open.until));
            let taken: u32 = bookings
                .iter()
                .filter(|b| b.day == slot.day && slot.time <= b.time && b.time < until)
                .map(|booking| booking.count)
                .sum();
            prop_assert!(slot.free >= 1);
            prop_assert_eq!(slot.free.checked_add(taken), Some(centre.capacity));
        }
        // In the order of time, and one after the other.
        for pair in slots.windows(2) {
            let until = pair[0].time.plus_minutes(centre.slot_minutes).unwrap();
            prop_assert!((pair[0].day, until) <= (pair[1].day, pair[1].time));
        }
        // The offer is the first of the slots.
        let ready_on = from.plus_days(-1);
        let offer = pickup().first_free_slot(&centre, &calendar, ready_on, &bookings).ok();
        if let Some(slot) = slots.first() {
            let offer = offer.unwrap();
            prop_assert_eq!((offer.day, offer.time, offer.free), (slot.day, slot.time, slot.free));
        } else if let Some(offer) = offer {
            prop_assert!(from.days_until(offer.day) >= 5);
        }
    }

    #[test]
    fn a_directory_of_arbitrary_text_never_panics(text in ".{0,64}") {
        let _ = CentreDirectory::from_json(text.as_bytes());
    }
}
