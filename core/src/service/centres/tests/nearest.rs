use proptest::prelude::*;

use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::id::{CentreId, ServiceId};
use crate::people::address::Region;

fn query(latitude: f64, longitude: f64) -> NearestQuery {
    NearestQuery {
        latitude,
        longitude,
        region: None,
        service: None,
        on: None,
    }
}

fn ids(found: &[NearbyCentre]) -> Vec<&str> {
    found.iter().map(|nearby| nearby.centre.as_str()).collect()
}

fn directory(centres: &[(&str, f64, f64)]) -> CentreDirectory {
    let centres = centres.iter().map(|(id, latitude, longitude)| {
        let text = centre_json(id, *latitude, *longitude, "");
        Centre::from_json(text.as_bytes()).unwrap()
    });
    CentreDirectory::new(centres.collect()).unwrap()
}

fn metres(from: (f64, f64), to: (f64, f64)) -> u32 {
    let directory = directory(&[("a", to.0, to.1)]);
    let found = directory
        .nearest(&query(from.0, from.1), &calendar())
        .unwrap();
    found[0].metres
}

#[test]
fn spec_6_great_circle_distances() {
    assert_eq!(metres((51.128, 71.43), (51.128, 71.43)), 0);
    // A quarter and a half of a great circle: R·π/2 and R·π.
    assert_eq!(metres((0.0, 0.0), (90.0, 0.0)), 10_007_557);
    assert_eq!(metres((0.0, 0.0), (0.0, 180.0)), 20_015_114);
    assert_eq!(metres((90.0, 0.0), (-90.0, 137.0)), 20_015_114);
    // One degree of a meridian: R·π/180. Across the date line it is no farther.
    assert_eq!(metres((50.0, 71.0), (51.0, 71.0)), 111_195);
    assert_eq!(metres((0.0, 179.5), (0.0, -179.5)), 111_195);
    assert_eq!(metres((60.0, 70.0), (60.0, 70.0)), 0);
}

#[test]
fn spec_6_the_nearest_comes_first() {
    let found = example()
        .nearest(&query(51.16, 71.44), &calendar())
        .unwrap();
    assert_eq!(found.len(), 8);
    assert_eq!(ids(&found)[..3], ["astana-2", "astana-1", "qaraghandy-1"]);
}

#[test]
fn spec_6_ties_are_resolved_by_id() {
    let directory = directory(&[("c", 51.0, 71.0), ("a", 51.0, 72.0), ("b", 51.0, 70.0)]);
    let found = directory.nearest(&query(51.0, 71.0), &calendar()).unwrap();
    assert_eq!(ids(&found), ["c", "a", "b"]);
    assert_eq!(found[1].metres, found[2].metres);
}

#[test]
fn spec_6_filters_by_region_service_and_day() {
    let directory = example();
    let in_almaty = NearestQuery {
        region: Region::parse("KZ-75"),
        ..query(51.16, 71.44)
    };
    let find = |query: &NearestQuery| directory.nearest(query, &calendar());
    assert_eq!(ids(&find(&in_almaty).unwrap()), ["almaty-2", "almaty-1"]);
    let handing_out = NearestQuery {
        service: Some(ServiceId::parse("handing_out").unwrap()),
        ..in_almaty.clone()
    };
    assert_eq!(ids(&find(&handing_out).unwrap()), ["almaty-1"]);
    // Saturdays are for centres on duty.
    let on = |date| NearestQuery {
        on: Some(day(date)),
        ..query(51.16, 71.44)
    };
    assert_eq!(
        ids(&find(&on("2026-02-14")).unwrap()),
        ["astana-1", "almaty-1"]
    );
    let none = NearestQuery {
        service: Some(ServiceId::parse("ballet").unwrap()),
        ..in_almaty
    };
    assert_eq!(find(&none).unwrap_err().code(), Code::NoCentre);
    assert_eq!(find(&on("2026-05-01")).unwrap_err().code(), Code::NoCentre);
    let error = find(&on("2028-01-01")).unwrap_err();
    assert_eq!(
        (error.code(), error.first().pointer.as_str()),
        (Code::NotCovered, "/on")
    );
}

#[test]
fn coordinates_out_of_range_are_problems() {
    let all = [
        ("/latitude", 90.000_001, -180.0),
        ("/longitude", -90.0, -180.1),
    ];
    for (pointer, latitude, longitude) in all {
        let error = example()
            .nearest(&query(latitude, longitude), &calendar())
            .unwrap_err();
        assert_eq!(error.code(), Code::NumberRange);
        assert_eq!(error.first().pointer, pointer);
        assert_eq!(error.problems().count(), 1);
    }
    let error = example()
        .nearest(&query(f64::NAN, f64::INFINITY), &calendar())
        .unwrap_err();
    assert_eq!(error.problems().count(), 2);
    let empty = CentreDirectory::new(Vec::new()).unwrap();
    let error = empty.nearest(&query(51.0, 71.0), &calendar()).unwrap_err();
    assert_eq!(error.code(), Code::NoCentre);
}

proptest! {
    #[test]
    fn the_answer_is_sorted_and_complete(
        centres in proptest::collection::vec((-90.0f64..=90.0, -180.0f64..=180.0), 1..12),
        latitude in -90.0f64..=90.0,
        longitude in -180.0f64..=180.0,
    ) {
        let centres: Vec<Centre> = centres.into_iter().enumerate().map(|(index, (north, east))| {
            let id = CentreId::parse(&format!("c-{index}")).unwrap();
            Centre { id, latitude: north, longitude: east, ..centre("") }
        }).collect();
        let directory = CentreDirectory::new(centres.clone()).unwrap();
        let found = directory.nearest(&query(latitude, longitude), &calendar()).unwrap();
        prop_assert_eq!(found.len(), centres.len());
        prop_assert!(found.is_sorted_by_key(|nearby| (nearby.metres, nearby.centre)));
        for nearby in found {
            prop_assert!(nearby.metres <= 20_015_114);
            // Another formula, good unless the points are close or opposite.
            let to = directory.centre(nearby.centre).unwrap();
            let (a, b) = (latitude.to_radians(), to.latitude.to_radians());
            let east = (to.longitude - longitude).to_radians();
            let cosine = a.sin() * b.sin() + a.cos() * b.cos() * east.cos();
            let expected = 6_371_008.8 * cosine.clamp(-1.0, 1.0).acos();
            prop_assert!((expected - f64::from(nearby.metres)).abs() < 2.0 + expected * 1e-6);
        }
    }
}
