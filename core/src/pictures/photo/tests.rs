//! The checks of a photo without a person in it. Portraits, which are no part of the library, are
//! checked by the vectors.

use super::*;
use crate::foundation::day::Day;
use crate::pictures::checks::CheckKind;
use crate::rulebook::Rulebook;

fn today() -> Day {
    Day::parse("2026-02-10").unwrap()
}

fn shipped() -> &'static Rulebook {
    Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap()
}

/// A grey PNG with a soft gradient, in which there is nobody.
fn landscape(width: u32, height: u32) -> Vec<u8> {
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let samples: Vec<u8> = places
        .map(|(x, y)| u8::try_from((x + y) / 8 % 256).unwrap())
        .collect();
    image::encode_png_grey(width, height, &samples)
}

fn check(bytes: &[u8]) -> PhotoReport {
    shipped().check_photo(bytes, today()).unwrap()
}

fn code_of(report: &PhotoReport, kind: CheckKind) -> Code {
    let check = report.checks.iter().find(|check| check.kind == kind);
    check.unwrap().reason.code
}

/// SPEC 11: a check that the library cannot do is listed as `not_checked`, never left out.
#[test]
fn every_report_lists_every_check_once_in_the_same_order() {
    let kinds = |report: &PhotoReport| -> Vec<CheckKind> {
        report.checks.iter().map(|check| check.kind).collect()
    };
    let refused = kinds(&check(b"no image"));
    assert_eq!(kinds(&check(&landscape(600, 800))), refused);
    // The vocabulary goes on with the checks of signatures.
    let all = CheckKind::ALL.iter().copied();
    let of_signatures = |kind: &CheckKind| kind.as_str().starts_with("signature");
    let of_photos: Vec<CheckKind> = all.take_while(|kind| !of_signatures(kind)).collect();
    assert_eq!(refused, of_photos);
}

#[test]
fn a_refused_file_says_why_and_nothing_else_is_checked() {
    let report = check(b"GIF89a");
    assert_eq!((report.verdict, &report.file), (Verdict::Fail, &None));
    assert_eq!(code_of(&report, CheckKind::File), Code::ImageFormat);
    let others = report.checks.iter().skip(1);
    assert!(
        others
            .into_iter()
            .all(|check| check.verdict == Verdict::NotChecked)
    );
    assert_eq!(report.fingerprints, PhotoFingerprints::default());
}

#[cfg(feature = "face")]
#[test]
fn a_picture_without_a_face_fails() {
    let report = check(&landscape(600, 800));
    assert_eq!(report.verdict, Verdict::Fail);
    assert_eq!(code_of(&report, CheckKind::FaceCount), Code::PhotoNoFace);
    assert_eq!(code_of(&report, CheckKind::Resolution), Code::CheckPassed);
    assert_eq!(code_of(&report, CheckKind::EyeDistance), Code::CheckNotDone);
    assert!(report.face.is_none() && report.crop.is_none());
}

#[cfg(not(feature = "face"))]
#[test]
fn without_the_engine_a_report_is_no_pass() {
    let report = check(&landscape(600, 800));
    assert_eq!(report.verdict, Verdict::NotChecked);
    assert_eq!(code_of(&report, CheckKind::FaceCount), Code::CheckNotDone);
}

/// SPEC 11.2: below 480 x 640 fails, below 600 x 800 warns; the proportions are 3:4.
#[test]
fn resolution_and_proportions() {
    let cases = [
        ((479, 640), Verdict::Fail),
        ((480, 639), Verdict::Fail),
        ((480, 640), Verdict::Warn),
        ((599, 800), Verdict::Warn),
        ((600, 800), Verdict::Pass),
    ];
    for ((width, height), verdict) in cases {
        let report = check(&landscape(width, height));
        let resolution = report
            .checks
            .iter()
            .find(|check| check.kind == CheckKind::Resolution);
        assert_eq!(resolution.unwrap().verdict, verdict, "{width} x {height}");
        assert_eq!(code_of(&report, CheckKind::Aspect), Code::CheckPassed);
    }
    let square = check(&landscape(640, 640));
    assert_eq!(code_of(&square, CheckKind::Aspect), Code::PhotoAspect);
}

#[test]
fn limits_come_from_the_rulebook_of_the_day() {
    let overlay =
        r#"{"edition": "mild", "extends": "service-2025", "photo": {"icao-portrait": PROFILE}}"#;
    let mut profile: serde_json::Value =
        serde_json::from_str(crate::rulebook::shipped_section("photo")).unwrap();
    let mut profile = profile["icao-portrait"].take();
    profile["limits"]["resolution"] = serde_json::json!({"source": "photo-own", "fail_below": 100});
    let load = |profile: &serde_json::Value| {
        Rulebook::load(overlay.replace("PROFILE", &profile.to_string()).as_bytes())
    };
    let mild = load(&profile).unwrap();
    let report = mild.check_photo(&landscape(120, 160), today()).unwrap();
    assert_eq!(code_of(&report, CheckKind::Resolution), Code::CheckPassed);
    assert_eq!(report.edition.as_str(), "mild");

    profile["limits"]["roll"]["fail_below"] = serde_json::json!(90);
    profile["measuring"]["working_width"] = serde_json::json!(5);
    let error = load(&profile).unwrap_err();
    let places: Vec<&str> = error
        .problems()
        .map(|problem| problem.pointer.as_str())
        .collect();
    assert_eq!(
        places,
        [
            "/photo/icao-portrait/measuring/working_width",
            "/photo/icao-portrait/limits/roll"
        ]
    );
}

/// A photo whose owner asks gets an answer with advice, in each language.
#[test]
fn every_check_is_explained() {
    use crate::foundation::language::Language;
    let report = check(&landscape(300, 300));
    for language in Language::ALL.iter().copied() {
        let statements = shipped().explain(&report, language);
        assert_eq!(statements.len(), report.checks.len());
        assert!(
            statements
                .iter()
                .all(|statement| !statement.text.is_empty())
        );
    }
}
