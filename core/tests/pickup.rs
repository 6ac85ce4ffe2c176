//! The slot that is offered with any full centres, against a search that is slow and obvious.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use qujat::assessment::AssessmentOutcome;
use qujat::centres::{Booking, Centre, CentreDirectory, NearestQuery, ServiceId};
use qujat::register::RegisterRecord;
use qujat::{AssessmentRequest, Code, Day, Rulebook};
use serde_json::{Value, json};

const FORM: &str = include_str!("../../examples/data/eligible.json");
const RECORD: &[u8] = include_bytes!("../../examples/data/register/eligible.json");
const CENTRES: &[u8] = include_bytes!("../../examples/data/centres.json");
/// Filed on 10 February 2026 and ready on Tuesday 3 March, the card is handed out from this day on.
const FIRST: &str = "2026-03-04";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The rules with another bound of distance.
fn rules(max_metres: u32) -> Rulebook {
    let overlay = json!({"edition": "example", "extends": "service-2025", "pickup": {"default": {
        "source": "service-description", "search_days": 7, "days_after_ready": 1,
        "max_metres": max_metres}}});
    Rulebook::load(overlay.to_string().as_bytes()).unwrap()
}

/// All places of this centre in the days that are searched.
fn booked_out(centre: &Centre) -> Vec<Booking> {
    let rules = Rulebook::edition("service-2025").unwrap();
    let slots = rules.free_slots(centre, day(FIRST), 7, &[]).unwrap();
    let booking =
        |slot: qujat::centres::Slot| Booking::new(centre.id, slot.day, slot.time, slot.free);
    slots.into_iter().map(booking).collect()
}

/// SPEC 6: every set of full centres, for every chosen centre and for spots in between, within several
/// distances.
#[test]
fn any_centres_may_be_full() {
    let directory = CentreDirectory::from_json(CENTRES).unwrap();
    let record = RegisterRecord::from_json(RECORD).unwrap();
    let handing_out = ServiceId::parse("handing_out").unwrap();
    let centres = directory.centres().iter();
    let open: Vec<&Centre> = centres.filter(|it| it.gives("handing_out")).collect();
    let full: Vec<Vec<Booking>> = open.iter().map(|centre| booked_out(centre)).collect();
    let spots = [(51.128, 71.43), (47.5, 73.2), (43.0, 60.0)];
    let mut compared = 0;
    for max_metres in [0, 4_748, 400_000, 2_000_000] {
        let rules = rules(max_metres);
        for set in 0..1usize << open.len() {
            let is_full = |place: usize| set >> place & 1 == 1;
            let bookings = full.iter().enumerate().filter(|(place, _)| is_full(*place));
            let bookings: Vec<Booking> = bookings.flat_map(|(_, list)| list.clone()).collect();
            let chosen = (0..open.len()).map(|place| {
                let wish = json!({"method": "pickup", "centre": open[place].id});
                (
                    wish,
                    (open[place].latitude, open[place].longitude),
                    Some(place),
                )
            });
            let near = spots.iter().map(|(latitude, longitude)| {
                let spot = json!({"latitude": latitude, "longitude": longitude});
                (
                    json!({"method": "pickup", "near": spot}),
                    (*latitude, *longitude),
                    None,
                )
            });
            // Some of the sets for each wish: all of them, seven centres and four bounds take long.
            for (number, (wish, (latitude, longitude), own)) in chosen.chain(near).enumerate() {
                if (set + number) % 5 != 0 {
                    continue;
                }
                let query = NearestQuery::new(latitude, longitude).with_service(handing_out);
                // In the order of distance, with whatever comes first.
                let around = rules.nearest(&directory, &query).unwrap();
                let mut wanted = None;
                for (rank, nearby) in around.iter().enumerate() {
                    let place = open.iter().position(|it| it.id == nearby.centre).unwrap();
                    let is_first = own.map_or(rank == 0, |own| own == place);
                    let near_enough = is_first || nearby.metres <= max_metres;
                    if !is_full(place) && near_enough && (wanted.is_none() || own == Some(place)) {
                        let metres = (own != Some(place)).then_some(nearby.metres);
                        wanted = Some((nearby.centre, metres, is_first));
                    }
                }
                let mut form: Value = serde_json::from_str(FORM).unwrap();
                form["receiving"] = wish;
                let form = form.to_string();
                let found = rules.assess(
                    &AssessmentRequest::new(form.as_bytes(), day("2026-02-10"))
                        .with_register(&record)
                        .with_centres(&directory)
                        .with_bookings(&bookings),
                );
                let offered = found.pickup.as_ref();
                let place = offered.map(|plan| (plan.offer.centre, plan.metres));
                assert_eq!(place, wanted.map(|(centre, metres, _)| (centre, metres)));
                assert!(offered.is_none_or(|plan| plan.offer.day >= day(FIRST)));
                assert_eq!(found.outcome, AssessmentOutcome::Accepted);
                let said = |code| found.problems.iter().any(|problem| problem.code == code);
                assert_eq!(said(Code::AppointmentOpen), wanted.is_none());
                let other = wanted.is_some_and(|(.., is_first)| !is_first);
                assert_eq!(said(Code::CentreFull), other);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 1024);
}
