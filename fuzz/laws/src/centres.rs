//! Service centres and their slots.

use qujat::centres::{Booking, Centre, CentreDirectory, NearestQuery, Slot};
use qujat::{Day, TimeOfDay};
use serde_json::{Map, Value, json};

use crate::bytes::Bytes;
use crate::forms;
use crate::laws::{check_problems, check_reason, day, rules, twice};

/// Days on which hours are odd: holidays, moved days, the ends of the calendar, and those of time.
const DAYS: [&str; 8] = [
    "2026-02-10",
    "2026-03-08",
    "2026-03-21",
    "2025-12-31",
    "2026-01-03",
    "2027-12-30",
    "0001-01-01",
    "9999-12-31",
];

/// Directories: a file as it is, and one with hours that are made of the bytes.
pub fn centres(data: &[u8]) {
    let mut bytes = Bytes(data);
    check_file(data, &mut bytes);
    let mut bytes = Bytes(data);
    let list: Vec<Value> = (0..=bytes.byte() % 3).map(|_| centre(&mut bytes)).collect();
    let file = json!({ "centres": list }).to_string();
    check_file(file.as_bytes(), &mut bytes);
}

fn check_file(file: &[u8], bytes: &mut Bytes<'_>) {
    match twice(|| CentreDirectory::from_json(file).map_err(qujat::Error::into_problems)) {
        Ok(directory) => check_directory(&directory, bytes),
        Err(problems) => {
            assert!(!problems.is_empty());
            check_problems(&problems, file);
        }
    }
}

fn centre(bytes: &mut Bytes<'_>) -> Value {
    let mut centre = json!({
        "id": bytes.one_of(&["astana-1", "astana-2", "a", "", "A B"]),
        "region": bytes.one_of(&["KZ-71", "KZ-75", "KZ-0"]),
        "latitude": f64::from(bytes.below(1_900)) / 10.0 - 95.0,
        "longitude": f64::from(bytes.below(3_700)) / 10.0 - 185.0,
        "name": {"kk": "А", "ru": "Б", "en": bytes.text()},
        "address": {"kk": "А", "ru": "Б", "en": "C"},
        "services": [bytes.one_of(&["handing_out", "handing_out", "photo"])],
        "slot_minutes": bytes.below(500),
        "capacity": bytes.below(1_002),
        "timetable": timetable(bytes),
    });
    if bytes.byte().is_multiple_of(2) {
        centre["handing_out"] = timetable(bytes);
    }
    let mut overrides = Map::new();
    for _ in 0..bytes.byte() % 4 {
        overrides.insert(bytes.one_of(&DAYS).to_owned(), ranges(bytes));
    }
    centre["overrides"] = Value::Object(overrides);
    centre
}

fn timetable(bytes: &mut Bytes<'_>) -> Value {
    let mut timetable = Map::new();
    for weekday in ["mon", "tue", "sat", "sun"] {
        timetable.insert(weekday.to_owned(), ranges(bytes));
    }
    Value::Object(timetable)
}

fn ranges(bytes: &mut Bytes<'_>) -> Value {
    let mut time = || {
        let minutes = u32::from(bytes.byte()) * 6;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let count = time().len() % 4;
    let range = |_| json!({"from": time(), "until": time()});
    (0..count).map(range).collect()
}

fn check_directory(directory: &CentreDirectory, bytes: &mut Bytes<'_>) {
    let centres = directory.centres();
    assert!(centres.is_sorted_by_key(|centre| centre.id));
    let on = day(bytes.one_of(&DAYS));
    for centre in centres.iter().take(3) {
        assert!(centre.problems().is_empty());
        match centre.hours_on(on, rules().calendar()) {
            Ok(hours) => assert!(hours.is_sorted_by(|a, b| a.until <= b.from)),
            Err(reason) => check_reason(&reason),
        }
        check_slots(centre, on, u32::from(bytes.byte()) % 40, &[]);
    }
    let latitude = f64::from(bytes.below(1_900)) / 10.0 - 95.0;
    let longitude = f64::from_bits(u64::from(bytes.below(u32::MAX)) << 32);
    let query = NearestQuery::new(latitude, longitude)
        .with_on(bytes.byte().is_multiple_of(2).then_some(on));
    match twice(|| {
        rules()
            .nearest(directory, &query)
            .map_err(qujat::Error::into_problems)
    }) {
        Ok(found) => {
            assert!(found.is_sorted_by_key(|nearby| (nearby.metres, nearby.centre)));
            assert!(found.iter().all(|nearby| nearby.metres <= 20_015_115));
        }
        Err(problems) => check_problems(&problems, b""),
    }
}

/// Slots with bookings, against those without.
pub fn bookings(data: &[u8]) {
    match twice(|| Booking::list_from_json(data).map_err(qujat::Error::into_problems)) {
        Ok(bookings) => {
            for centre in forms::centres().centres().iter().take(2) {
                check_slots(centre, day("2026-02-10"), 20, &bookings);
            }
        }
        Err(problems) => check_problems(&problems, data),
    }
    let mut bytes = Bytes(data);
    let from = match bytes.byte() {
        0..=199 => day("2026-02-01").plus_days(i32::from(bytes.byte())),
        _ => day(bytes.one_of(&DAYS)),
    };
    let days = match bytes.byte() {
        0..=249 => u32::from(bytes.byte()) % 60,
        _ => bytes.below(u32::MAX),
    };
    let centres = forms::centres().centres();
    let other = bytes.byte();
    let centre = &centres[usize::from(other) % centres.len()];
    let mut bookings = Vec::new();
    while !bytes.is_empty() && bookings.len() < 200 {
        let id = if bytes.byte() < 200 {
            centre.id
        } else {
            centres[0].id
        };
        let on = from.plus_days(i32::from(bytes.byte() % 16));
        let time = TimeOfDay::from_minutes(480 + u32::from(bytes.byte()) * 3).expect("a time");
        let count = match bytes.byte() {
            255 => u32::MAX,
            count => u32::from(count % 8),
        };
        bookings.push(Booking::new(id, on, time, count));
    }
    check_slots(centre, from, days, &bookings);
}

/// The places of each slot are those of the centre without the bookings that begin in it.
fn check_slots(centre: &Centre, from: Day, days: u32, bookings: &[Booking]) {
    let free = twice(|| rules().free_slots(centre, from, days, bookings));
    let slots = match (free, rules().free_slots(centre, from, days, &[])) {
        (Ok(free), Ok(all)) => {
            let left = |slot: &Slot| {
                let until = slot.time.minutes() + centre.slot_minutes;
                let taken = bookings.iter().filter(|booking| {
                    let minutes = booking.time.minutes();
                    (booking.centre, booking.day) == (centre.id, slot.day)
                        && (slot.time.minutes()..until).contains(&minutes)
                });
                let taken: u64 = taken.map(|booking| u64::from(booking.count)).sum();
                let free = u64::from(slot.free).saturating_sub(taken) as u32;
                let mut left = *slot;
                left.free = free;
                (free > 0).then_some(left)
            };
            assert!(all.iter().all(|slot| slot.free == centre.capacity));
            assert_eq!(free, all.iter().filter_map(left).collect::<Vec<_>>());
            assert!(free.is_sorted_by(|a, b| (a.day, a.time) < (b.day, b.time)));
            free
        }
        (Err(reason), Err(_)) => return check_reason(&reason),
        (free, all) => panic!("{free:?}, without bookings {all:?}"),
    };
    // The first day of pickup is the one after the ready date.
    let ready_on = from.plus_days(-1);
    match twice(|| rules().first_free_slot(centre, ready_on, bookings)) {
        Ok(offer) => {
            let place = (offer.day, offer.time, offer.free);
            let first = slots.first().map(|slot| (slot.day, slot.time, slot.free));
            assert!(first.is_none_or(|first| first == place) || days == 0);
            check_reason(&offer.reason);
        }
        Err(reason) => check_reason(&reason),
    }
}
