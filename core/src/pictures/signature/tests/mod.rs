//! Signature samples of every class of SPEC 11.4, drawn here: those that are accepted and
//! those that are refused, each with its own code. The measures by their definitions are in
//! `definitions`, strokes in `strokes`.

mod definitions;
mod drawn;
mod strokes;

use proptest::prelude::*;

use self::drawn::{Page, jpeg, png, rgba, signature};
use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::pictures::checks::MeasureUnit;
use crate::rulebook::Rulebook;

/// The day on which the shipped limits are looked up.
fn today() -> Day {
    Day::parse("2026-02-10").unwrap()
}

fn rulebook() -> &'static Rulebook {
    Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap()
}

fn report(file: &[u8]) -> SignatureReport {
    rulebook().check_signature(file, today()).unwrap()
}

/// The codes of the checks that failed, in their order.
fn failed(report: &SignatureReport) -> Vec<Code> {
    let failed = report
        .checks
        .iter()
        .filter(|check| check.verdict == Verdict::Fail);
    failed.map(|check| check.reason.code).collect()
}

/// The measure of a check.
fn measured(report: &SignatureReport, kind: CheckKind) -> Option<i32> {
    let check = report.checks.iter().find(|check| check.kind == kind);
    check.unwrap().measured
}

/// A rulebook whose limits of signatures are changed.
fn changed(change: impl Fn(&mut serde_json::Value)) -> Result<Rulebook, Error> {
    let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).unwrap();
    let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
    change(&mut file["signature"]["sample"]);
    Rulebook::load(file.to_string().as_bytes())
}

/// The laws of normalising for a picture that passes.
fn assert_normalised(file: &[u8]) -> Vec<u8> {
    let normal = rulebook().normalise_signature(file, today()).unwrap();
    let report = report(&normal);
    assert_eq!(failed(&report), []);
    let picture = report.file.unwrap();
    assert_eq!((picture.width, picture.height), (600, 200));
    assert!(picture.greyscale && !picture.alpha);
    let again = rulebook().normalise_signature(&normal, today()).unwrap();
    assert!(again == normal, "not idempotent");
    normal
}

/// Signatures of varied style, pen, size, paper, light and noise, as PNG and as JPEG.
#[test]
fn drawn_signatures_pass_and_are_normalised() {
    let sizes = [
        (300, 100),
        (240, 90),
        (300, 75),
        (200, 67),
        (240, 160),
        (600, 200),
    ];
    for seed in 0..26 {
        let (width, height) = sizes[usize::try_from(seed).unwrap() % sizes.len()];
        let seed_level = u32::try_from(seed).unwrap();
        let mut page = signature(seed, width, height);
        page.inked(f64::from(seed_level % 4) * 25.0);
        page.lit(f64::from(seed_level % 7) * 10.0, f64::from(seed_level));
        page.noisy(f64::from(seed_level % 6), seed);
        let file = if seed % 2 == 0 {
            jpeg(&page, 60 + u8::try_from(seed).unwrap())
        } else {
            png(&page)
        };
        let report = report(&file);
        assert_eq!(failed(&report), [], "{seed}: {report:#?}");
        assert_eq!(report.verdict, Verdict::Pass);
        if seed % 3 == 0 {
            assert_normalised(&file);
        }
    }
}

#[track_caller]
fn assert_class(page: &Page, code: Code) {
    for file in [png(page), jpeg(page, 85)] {
        let report = report(&file);
        assert_eq!(report.verdict, Verdict::Fail);
        let failed = failed(&report);
        assert_eq!(failed.first(), Some(&code), "{failed:?}");
    }
    let error = rulebook()
        .normalise_signature(&png(page), today())
        .unwrap_err();
    assert_eq!(error.code(), code);
}

#[test]
fn blank_paper_is_refused_whatever_its_light_and_noise() {
    for seed in 0..4_u32 {
        let mut page = Page::white(300, 100);
        page.lit(f64::from(seed) * 45.0, f64::from(seed));
        page.noisy(f64::from(seed) * 2.0 + 2.0, seed.into());
        assert_class(&page, Code::SignatureBlank);
    }
    let mut gradient = Page::white(600, 200);
    gradient.lit(150.0, 0.0);
    assert_class(&gradient, Code::SignatureBlank);
    assert_class(&Page::white(300, 100), Code::SignatureBlank);
    // SPEC 11.4: the contrast of noisy paper is 6 to 11.
    let mut noisy = Page::white(600, 200);
    noisy.lit(0.0, 0.0);
    noisy.noisy(5.0, 1);
    let contrast = measured(&report(&png(&noisy)), CheckKind::SignatureContrast).unwrap();
    assert!((6..=11).contains(&contrast), "{contrast}");
}

/// Specks of dirt are no ink.
#[test]
fn specks_alone_are_blank() {
    let mut page = Page::white(600, 200);
    for speck in 0..80_u32 {
        let (x, y) = (
            f64::from(speck % 20) * 29.0 + 20.5,
            f64::from(speck / 20) * 45.0 + 20.5,
        );
        page.dot(x, y, 0.8);
    }
    assert_class(&page, Code::SignatureBlank);
}

#[test]
fn dots_lines_and_blocks_have_their_own_codes() {
    for radius in [6.0, 12.0, 30.0, 60.0] {
        let mut page = Page::white(600, 200);
        page.dot(280.0, 100.0, radius);
        assert_class(&page, Code::SignatureDot);
    }
    let lines = [
        ((40.0, 100.0), (560.0, 100.0), 2.0),
        ((40.0, 40.0), (560.0, 160.0), 1.0),
        ((60.0, 180.0), (500.0, 60.0), 3.5),
        ((300.0, 15.0), (300.0, 185.0), 2.0),
    ];
    for (from, to, radius) in lines {
        let mut page = Page::white(600, 200);
        page.line(from, to, radius);
        assert_class(&page, Code::SignatureLine);
    }
    for (left, top, right, bottom) in [(150, 40, 450, 160), (20, 20, 580, 180), (60, 80, 540, 120)]
    {
        let mut page = Page::white(600, 200);
        page.block(left, top, right, bottom, 30.0);
        assert_class(&page, Code::SignatureBlock);
    }
    // A block that stands on its corner.
    let mut page = Page::white(600, 200);
    for step in 0..60_u32 {
        let off = f64::from(step);
        page.line((200.0 + off, 100.0 - off), (330.0 + off, 160.0 - off), 1.5);
    }
    assert_class(&page, Code::SignatureBlock);
}

#[test]
fn a_photograph_and_printed_text_have_their_own_codes() {
    for seed in 1..3 {
        assert_class(&drawn::photograph(seed, 300, 200), Code::SignaturePhoto);
        assert_class(&drawn::printed_text(seed, 400, 200), Code::SignatureText);
    }
}

#[test]
fn other_faults_have_their_own_codes() {
    let codes = |page: &Page| failed(&report(&png(page)));
    let mut cut = signature(1, 600, 200);
    cut.line((0.0, 100.0), (200.0, 60.0), 2.0);
    assert_eq!(codes(&cut), [Code::SignatureAtEdge]);
    let small = signature(1, 190, 64);
    assert_eq!(codes(&small), [Code::SignatureFewPixels; 2]);
    let on_sheet = signature(1, 300, 100).on_white(600, 520, 100, 200);
    let found = codes(&on_sheet);
    assert!(found.contains(&Code::SignatureTooTall), "{found:?}");
    let strip = signature(1, 300, 100).on_white(700, 104, 20, 2);
    assert_eq!(codes(&strip), [Code::SignatureTooWide]);
    let corner = signature(1, 150, 50).on_white(600, 200, 220, 70);
    let found = codes(&corner);
    assert!(found.contains(&Code::SignatureNarrow), "{found:?}");
    let mut flat = Page::white(600, 200);
    for step in 0..26_u32 {
        let (x, up) = (f64::from(step) * 20.0 + 40.0, f64::from(step % 2) * 15.0);
        flat.line((x, 92.0 + up), (x + 20.0, 107.0 - up), 2.0);
    }
    flat.dot(300.0, 94.0, 3.0);
    let found = codes(&flat);
    assert!(found.contains(&Code::SignatureLow), "{found:?}");
    let mut thick = Page::white(600, 200);
    let corners = [
        (80.0, 160.0),
        (180.0, 40.0),
        (280.0, 160.0),
        (380.0, 40.0),
        (500.0, 160.0),
    ];
    for step in corners.windows(2) {
        thick.line(step[0], step[1], 7.5);
    }
    let found = codes(&thick);
    assert!(found.contains(&Code::SignatureThick), "{found:?}");
    let mut scribble = Page::white(600, 200);
    for row in 0..18_u32 {
        let y = 14.0 + 10.0 * f64::from(row);
        scribble.line((30.0, y), (570.0, 190.0 - y + 4.0), 2.0);
    }
    let found = codes(&scribble);
    assert!(found.contains(&Code::SignatureMuchInk), "{found:?}");
    let mut hair = Page::white(600, 200);
    hair.line((200.0, 80.0), (290.0, 120.0), 0.8);
    hair.line((290.0, 120.0), (360.0, 80.0), 0.8);
    let found = codes(&hair);
    assert!(found.contains(&Code::SignatureLittleInk), "{found:?}");
}

/// SPEC 11.4: aspect 1.5 to 6, at least 200 x 67 pixels; the limits themselves are good.
#[test]
fn limits_of_the_size_are_inclusive() {
    let cases = [
        (200, 67, None),
        (199, 67, Some(CheckKind::SignatureWidth)),
        (200, 66, Some(CheckKind::SignatureHeight)),
        (300, 200, None),
        (299, 200, Some(CheckKind::SignatureAspect)),
        (600, 100, None),
        (601, 100, Some(CheckKind::SignatureAspect)),
    ];
    for (width, height, wrong) in cases {
        let report = report(&png(&signature(4, width, height)));
        let failed = report
            .checks
            .iter()
            .filter(|check| check.verdict == Verdict::Fail);
        let kinds: Vec<CheckKind> = failed.map(|check| check.kind).collect();
        assert_eq!(kinds, Vec::from_iter(wrong), "{width} x {height}");
    }
}

/// SPEC 11.4: the ink takes at least 0.25 of the width and 0.12 of the height, and does not touch
/// the edge.
#[test]
fn limits_of_the_ink_are_inclusive() {
    let cross = |left: u32, top: u32, right: u32, bottom: u32| {
        let mut page = Page::white(600, 200);
        page.block(left, top, right, top + 3, 0.0);
        page.block(left, bottom - 3, right, bottom, 0.0);
        page.block(left, top, left + 3, bottom, 0.0);
        report(&png(&page))
    };
    let is_wrong = |report: &SignatureReport, kind| {
        let check = report
            .checks
            .iter()
            .find(|check| check.kind == kind)
            .unwrap();
        check.verdict == Verdict::Fail
    };
    let edge = CheckKind::SignatureEdge;
    assert!(!is_wrong(&cross(1, 1, 599, 199), edge));
    for touching in [
        (0, 1, 599, 199),
        (1, 0, 599, 199),
        (1, 1, 600, 199),
        (1, 1, 599, 200),
    ] {
        let (left, top, right, bottom) = touching;
        assert!(is_wrong(&cross(left, top, right, bottom), edge));
    }
    let width = CheckKind::SignatureInkWidth;
    let narrow = cross(100, 50, 249, 150);
    assert_eq!(measured(&narrow, width), Some(248));
    assert!(is_wrong(&narrow, width) && !is_wrong(&cross(100, 50, 250, 150), width));
    let height = CheckKind::SignatureInkHeight;
    assert!(is_wrong(&cross(100, 50, 400, 73), height));
    let low = cross(100, 50, 400, 74);
    assert_eq!(measured(&low, height), Some(120));
    assert!(!is_wrong(&low, height));
    let ink = low.ink.unwrap();
    assert_eq!(
        (ink.left, ink.top, ink.width, ink.height),
        (100, 50, 300, 24)
    );
}

#[test]
fn the_limit_of_bytes_is_inclusive_and_nothing_else_is_looked_at_beyond_it() {
    let file = png(&signature(2, 300, 100));
    let limited = |bytes: usize| {
        let rules = changed(|sample| sample["max_bytes"] = bytes.into()).unwrap();
        rules.check_signature(&file, today()).unwrap()
    };
    assert_eq!(limited(file.len()).verdict, Verdict::Pass);
    let refused = limited(file.len() - 1);
    assert_eq!(failed(&refused), [Code::SignatureTooManyBytes]);
    let others = refused.checks.iter().skip(1);
    assert!(
        others
            .clone()
            .all(|check| check.verdict == Verdict::NotChecked)
    );
    assert_eq!(others.count(), PICTURE.len() - 1);
    let nothing = (&refused.file, refused.ink, refused.fingerprint);
    assert_eq!(nothing, (&None, None, None));
}

/// SPEC 11.1 and 11.4: SVG is refused, and so is all that is no whole picture.
#[test]
fn files_that_are_no_pictures_are_refused_with_a_report() {
    let whole = png(&signature(2, 300, 100));
    let cases: [(&[u8], Code); 4] = [
        (b"", Code::ImageEmpty),
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            Code::ImageFormat,
        ),
        (b"ink", Code::ImageFormatUnknown),
        (&whole[..whole.len() - 20], Code::ImageCut),
    ];
    for (file, code) in cases {
        let report = report(file);
        assert_eq!(report.verdict, Verdict::Fail);
        assert_eq!(failed(&report), [code]);
        assert_eq!(report.checks.len(), PICTURE.len());
        let error = rulebook().normalise_signature(file, today()).unwrap_err();
        assert_eq!(error.code(), code);
    }
}

/// SPEC 11.4: RGBA with opaque white and with transparent black give one verdict.
#[test]
fn transparent_paper_gives_the_same_report_as_white_paper() {
    for seed in 0..2 {
        let page = signature(seed, 300, 100);
        let opaque = report(&rgba(&page, false));
        let transparent = report(&rgba(&page, true));
        assert_eq!(opaque, transparent);
        assert_eq!(opaque.verdict, Verdict::Pass);
        let mut grey = report(&png(&page));
        assert_ne!(grey, opaque);
        grey.file = opaque.file.clone();
        assert_eq!(grey, opaque);
        let normal = |file: &[u8]| rulebook().normalise_signature(file, today()).unwrap();
        assert_eq!(normal(&rgba(&page, true)), normal(&png(&page)));
    }
}

#[test]
fn a_report_lists_every_check_with_its_unit_and_limits() {
    let report = report(&png(&signature(3, 600, 200)));
    let kinds: Vec<CheckKind> = report.checks.iter().map(|check| check.kind).collect();
    assert_eq!(kinds, PICTURE);
    for check in report.checks.iter().skip(1) {
        let limits = check.limits.unwrap();
        assert_ne!(check.unit, MeasureUnit::None);
        assert_eq!(limits.source.as_str(), "signature-limits");
        assert!(check.measured.is_some());
    }
    assert_eq!(report.profile.as_str(), "signature-sample");
    assert_eq!(report.edition, rulebook().name());
    let statements = rulebook().explain(&report, crate::foundation::language::Language::Kk);
    assert_eq!(statements.len(), PICTURE.len());
    assert!(statements[1].text.contains("қолтаңбаның контрасты"));
}

/// The measures do not depend on the scale of a picture that is shrunk by a whole factor.
#[test]
fn a_large_picture_is_measured_as_its_reduced_copy() {
    let page = signature(5, 600, 200);
    let (small, large) = (report(&png(&page)), report(&png(&page.enlarged(3))));
    let ink = |report: &SignatureReport| report.fingerprint.unwrap().ink;
    assert_eq!(ink(&small), ink(&large));
    let (small, large) = (small.ink.unwrap(), large.ink.unwrap());
    assert_eq!((large.left, large.width), (3 * small.left, 3 * small.width));
    assert_eq!((large.top, large.height), (3 * small.top, 3 * small.height));
}

#[test]
fn contradictory_limits_are_rejected_with_their_place() {
    let pointer = |change: &dyn Fn(&mut serde_json::Value)| {
        let error = changed(change).unwrap_err();
        let problems = error
            .problems()
            .map(|p| format!("{} {}", p.code, p.pointer));
        problems.collect::<Vec<_>>()
    };
    let at = |field: &str| vec![format!("VALUE_BOUNDS /signature/sample/{field}")];
    let crossed = pointer(&|sample| sample["bands"]["parts"]["fail_below"] = 41.into());
    assert_eq!(crossed, at("bands/parts"));
    assert_eq!(
        pointer(&|sample| sample["normal_width"] = 601.into()),
        at("normal_width")
    );
    assert_eq!(
        pointer(&|sample| sample["working_side"] = 641.into()),
        at("working_side")
    );
    assert_eq!(
        pointer(&|sample| sample["max_points"] = 20_001.into()),
        at("max_points")
    );
    let missing = pointer(&|sample| drop(sample["bands"].as_object_mut().unwrap().remove("edge")));
    assert_eq!(missing, ["MISSING_FIELD /signature/sample/bands/edge"]);
}

#[test]
fn days_without_limits_are_not_covered() {
    let rules = changed(|sample| sample["from"] = "2026-02-11".into()).unwrap();
    let error = rules.check_signature(b"", today()).unwrap_err();
    assert_eq!(error.code(), Code::NotCovered);
    let error = rules.normalise_signature(b"", today()).unwrap_err();
    assert_eq!(error.code(), Code::NotCovered);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_bytes_give_a_report(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let report = report(&bytes);
        prop_assert_eq!(report.checks.len(), PICTURE.len());
        prop_assert_eq!(report.verdict, Verdict::Fail);
        prop_assert!(rulebook().normalise_signature(&bytes, today()).is_err());
    }

    /// No picture breaks anything, and a normalised one passes and stays as it is.
    #[test]
    fn any_picture_gives_a_report(
        (width, height, values) in (1u32..40, 1u32..40).prop_flat_map(|(w, h)| {
            let value = prop_oneof![Just(255u8), Just(0u8), any::<u8>()];
            let count = usize::try_from(w * h).unwrap();
            (Just(w), Just(h), proptest::collection::vec(value, count))
        }),
        factor in 1u32..10,
    ) {
        let page = Page::of_levels(width, height, &values).enlarged(factor);
        let file = png(&page);
        let before = report(&file);
        prop_assert_eq!(before.checks.len(), PICTURE.len());
        if rulebook().normalise_signature(&file, today()).is_ok() {
            prop_assert_eq!(before.verdict, Verdict::Pass);
            assert_normalised(&file);
        }
    }
}
