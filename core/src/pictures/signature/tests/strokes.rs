//! Strokes of a pen: read, checked, drawn.

use proptest::prelude::*;

use super::*;

/// Strokes whose points are given as `(x, y)` on a canvas of 600 x 200.
fn strokes(lists: &[&[(f64, f64)]]) -> Strokes {
    timed(lists, |_| None)
}

/// The same, with a time for each point by its number.
fn timed(lists: &[&[(f64, f64)]], time: impl Fn(i32) -> Option<i32>) -> Strokes {
    let mut number = 0;
    let mut point = |(x, y): &(f64, f64)| {
        let t = time(number);
        number += 1;
        serde_json::json!({ "x": x, "y": y, "t": t })
    };
    let lists: Vec<Vec<serde_json::Value>> = lists
        .iter()
        .map(|list| list.iter().map(&mut point).collect())
        .collect();
    let json = serde_json::json!({ "width": 600, "height": 200, "strokes": lists });
    Strokes::from_json(json.to_string().as_bytes()).unwrap()
}

/// A wave of so many points.
fn wave(points: u32) -> Vec<(f64, f64)> {
    let place = |index: u32| {
        let t = f64::from(index) / f64::from(points);
        (80.0 + 440.0 * t, 100.0 + 70.0 * libm::sin(t * 30.0))
    };
    (0..points).map(place).collect()
}

#[test]
fn strokes_are_written_as_they_were_read() {
    let text = r#"{"width": 600.5, "height": 2e2, "strokes": [[], [{"x": -0.3, "y": 2},
        {"x": 1, "y": 2.015625, "t": 99999999999999.98}, {"t": 0.3, "x": 32768, "y": 0}]]}"#;
    let read = Strokes::from_json(text.as_bytes()).unwrap();
    let canonical = serde_json::to_string(&read).unwrap();
    let wanted = r#"{"width":600.5,"height":200,"strokes":[[],[{"x":-0.296875,"y":2},
        {"x":1,"y":2.015625,"t":99999999999999.98},{"x":32768,"y":0,"t":0.2998046875}]]}"#;
    assert_eq!(canonical, wanted.replace("\n        ", ""));
    assert!(Strokes::from_json(canonical.as_bytes()).unwrap() == read);
}

#[test]
fn the_longest_strokes_are_read_back() {
    let point = r#"{"x":-9.01,"y":-9.01,"t":9e9},"#;
    let points = point.repeat((1 << 20) / point.len() - 2);
    let text = format!(
        r#"{{"width":9,"height":9,"strokes":[[{}]]}}"#,
        points.trim_end_matches(',')
    );
    let read = Strokes::from_json(text.as_bytes()).unwrap();
    let canonical = serde_json::to_vec(&read).unwrap();
    assert!(Strokes::from_json(&canonical).is_err(), "it is longer");
    assert!(Strokes::from_canonical(&canonical).unwrap() == read);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_strokes_are_read_back(
        points in prop::collection::vec(
            (-32768.0..32768.0, -32768.0..32768.0, prop::option::of(0.0..1e14)), 0..40),
    ) {
        let points: Vec<_> = points
            .into_iter()
            .map(|(x, y, t)| serde_json::json!({ "x": x, "y": y, "t": t }))
            .collect();
        let json = serde_json::json!({ "width": 1.5, "height": 16384, "strokes": [points] });
        let read = Strokes::from_json(json.to_string().as_bytes()).unwrap();
        let canonical = serde_json::to_vec(&read).unwrap();
        prop_assert!(Strokes::from_canonical(&canonical).unwrap() == read);
    }
}

fn checked(strokes: &Strokes) -> SignatureReport {
    rulebook().check_strokes(strokes, today()).unwrap()
}

#[test]
fn good_strokes_pass_and_are_drawn_in_normal_form() {
    let underline = [(90.0, 170.0), (300.0, 175.0), (500.0, 165.0)];
    let wave = wave(120);
    let cases = [
        strokes(&[&wave]),
        strokes(&[&wave, &underline]),
        timed(&[&wave, &underline], |number| Some(number * 8)),
    ];
    for strokes in &cases {
        let report = checked(strokes);
        assert_eq!(failed(&report), [], "{report:#?}");
        assert_eq!(report.verdict, Verdict::Pass);
    }
    // A drawing is its own normal form.
    let file = rulebook().render_strokes(&cases[1], today()).unwrap();
    assert_eq!(assert_normalised(&file), file);
    let times = |report: SignatureReport| {
        let check = report
            .checks
            .into_iter()
            .find(|check| check.kind == CheckKind::StrokeTimes);
        check.unwrap().verdict
    };
    assert_eq!(times(checked(&cases[0])), Verdict::NotChecked);
    assert_eq!(times(checked(&cases[2])), Verdict::Pass);
}

/// The drawing does not change: cards hold it.
#[test]
fn the_drawing_never_changes() {
    let zigzag: Vec<(f64, f64)> = (0..24_u32)
        .map(|index| {
            (
                60.0 + 20.0 * f64::from(index),
                if index % 2 == 0 { 40.0 } else { 150.5 },
            )
        })
        .collect();
    let file = rulebook()
        .render_strokes(&strokes(&[&zigzag]), today())
        .unwrap();
    assert_eq!(crc32fast::hash(&file), 1_642_281_295);
}

#[test]
fn the_size_and_place_on_the_canvas_do_not_change_the_drawing() {
    let small: Vec<(f64, f64)> = wave(60)
        .iter()
        .map(|(x, y)| (x / 2.0 + 64.0, y / 2.0 + 32.0))
        .collect();
    let drawn = |points: &[(f64, f64)]| {
        let file = rulebook()
            .render_strokes(&strokes(&[points]), today())
            .unwrap();
        report(&file).ink.unwrap()
    };
    let (one, other) = (drawn(&wave(60)), drawn(&small));
    for (one, other) in [
        (one.left, other.left),
        (one.top, other.top),
        (one.width, other.width),
        (one.height, other.height),
    ] {
        assert!(one.abs_diff(other) <= 1, "{one} {other}");
    }
}

#[test]
fn every_fault_of_strokes_has_its_code() {
    let codes = |strokes: &Strokes| failed(&checked(strokes));
    let first = |strokes: &Strokes| codes(strokes)[0];
    assert_eq!(first(&strokes(&[])), Code::SignatureFewPoints);
    assert_eq!(
        first(&strokes(&[&[(300.0, 100.0)]])),
        Code::SignatureFewPoints
    );
    assert_eq!(first(&strokes(&[&wave(5001)])), Code::SignatureManyPoints);
    // One swipe: too short, and a straight line.
    let swipe: Vec<(f64, f64)> = (0..30_u32)
        .map(|i| (60.0 + 16.0 * f64::from(i), 100.0))
        .collect();
    let found = codes(&strokes(&[&swipe]));
    assert!(
        found.starts_with(&[Code::SignatureShort, Code::SignatureLine]),
        "{found:?}"
    );
    // Two strokes need no length; they are still a line.
    let found = codes(&strokes(&[&swipe[..15], &swipe[15..]]));
    assert_eq!(found.first(), Some(&Code::SignatureLine), "{found:?}");
    // A dot made of many points.
    let dot = [(300.0, 100.0); 40];
    let found = codes(&strokes(&[&dot, &dot]));
    assert_eq!(found.first(), Some(&Code::SignatureDot), "{found:?}");
    let tiny: Vec<(f64, f64)> = wave(60)
        .iter()
        .map(|(x, y)| (x / 5.0 + 250.0, y / 5.0 + 80.0))
        .collect();
    let found = codes(&strokes(&[&tiny]));
    assert!(found.contains(&Code::SignatureNarrow), "{found:?}");
    let mut outside = wave(60);
    outside[30].1 = -12.0;
    assert_eq!(codes(&strokes(&[&outside])), [Code::SignatureAtEdge]);
    // Times that stand still, and that go back over two strokes.
    let (left, right) = (wave(40)[..20].to_vec(), wave(40)[20..].to_vec());
    let stuck = timed(&[&left, &right], |number| {
        Some(if number == 7 { 6 } else { number })
    });
    assert_eq!(codes(&stuck), [Code::SignatureTimes]);
    let back = timed(&[&left, &right], |number| {
        Some(if number >= 20 { number - 20 } else { number })
    });
    assert_eq!(codes(&back), [Code::SignatureTimes]);
    let refused = rulebook().render_strokes(&back, today()).unwrap_err();
    assert_eq!(refused.code(), Code::SignatureTimes);
}

/// SPEC 11.4: at least 20 points; at least 2 strokes or an arc of 1.5 times the width.
#[test]
fn limits_of_strokes_are_inclusive() {
    let has = |strokes: &Strokes, code| failed(&checked(strokes)).contains(&code);
    for (points, refused) in [(19, true), (20, false)] {
        assert_eq!(
            has(&strokes(&[&wave(points)]), Code::SignatureFewPoints),
            refused
        );
    }
    // To the right by 400 and back by 200 is 1.5 times the width; one less is not.
    let back = |left: f64| {
        let mut points: Vec<(f64, f64)> = (0..20_u32)
            .map(|i| (100.0 + 20.0 * f64::from(i), 60.0))
            .collect();
        points.extend([(500.0, 60.0), (left, 60.0)]);
        strokes(&[&points])
    };
    assert!(!has(&back(300.0), Code::SignatureShort));
    assert!(has(&back(301.0), Code::SignatureShort));
    for (points, refused) in [(5000, false), (5001, true)] {
        assert_eq!(
            has(&strokes(&[&wave(points)]), Code::SignatureManyPoints),
            refused
        );
    }
}

#[test]
fn json_is_read_with_all_its_problems() {
    let problems = |text: &str| {
        let error = Strokes::from_json(text.as_bytes()).unwrap_err();
        error
            .problems()
            .map(|p| format!("{} {}", p.code, p.pointer))
            .collect::<Vec<_>>()
    };
    let found = problems(
        r#"{"width": 0, "height": "200", "strokes": [[{"x": 1, "y": 40000}, {"x": 1e9, "t": -1}],
            [{"x": 1, "y": 2, "z": 3}], 7], "colour": 1}"#,
    );
    let expected = [
        "UNKNOWN_FIELD /colour",
        "NUMBER_RANGE /width",
        "WRONG_TYPE /height",
        "NUMBER_RANGE /strokes/0/0/y",
        "NUMBER_RANGE /strokes/0/1/x",
        "MISSING_FIELD /strokes/0/1/y",
        "NUMBER_RANGE /strokes/0/1/t",
        "UNKNOWN_FIELD /strokes/1/0/z",
        "WRONG_TYPE /strokes/2",
    ];
    assert_eq!(found, expected);
    let missing = [
        "MISSING_FIELD /width",
        "MISSING_FIELD /height",
        "MISSING_FIELD /strokes",
    ];
    assert_eq!(problems("{}"), missing);
    // Times are instants since 1970 too, whole and in fractions.
    let text = br#"{"width": 1, "height": 16384, "strokes": [[{"x": 0, "y": 0, "t": 1770714000000},
        {"x": 0, "y": 0, "t": 1770714000000.25}], []]}"#;
    let strokes = Strokes::from_json(text).unwrap();
    assert_eq!((strokes.stroke_count(), strokes.point_count()), (1, 2));
    assert_eq!(strokes.times_not_later(), Some(0));
    assert_eq!(format!("{strokes:?}"), "Strokes { .. }");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        drop(Strokes::from_json(&bytes));
    }

    /// No points break anything, and a drawing passes.
    #[test]
    fn any_strokes_give_a_report(
        width in 1.0f64..16384.0,
        height in 1.0f64..16384.0,
        points in proptest::collection::vec(
            proptest::collection::vec((-40000.0f64..40000.0, -40000.0f64..40000.0, any::<bool>()), 0..12),
            0..6,
        ),
        scale in prop_oneof![Just(1.0), Just(0.01)],
    ) {
        let point = |(x, y, far): &(f64, f64, bool)| {
            let part = |at: &f64, side: f64| {
                let at = if *far { at * scale } else { (at + 40_000.0) / 80_000.0 * side };
                at.clamp(-32_768.0, 32_768.0)
            };
            serde_json::json!({ "x": part(x, width), "y": part(y, height) })
        };
        let lists: Vec<Vec<serde_json::Value>> =
            points.iter().map(|list| list.iter().map(point).collect()).collect();
        let json = serde_json::json!({ "width": width, "height": height, "strokes": lists });
        let strokes = Strokes::from_json(json.to_string().as_bytes()).unwrap();
        let report = checked(&strokes);
        prop_assert_eq!(report.checks.len(), 9);
        if rulebook().render_strokes(&strokes, today()).is_ok() {
            prop_assert_eq!(report.verdict, Verdict::Pass);
        }
    }
}
