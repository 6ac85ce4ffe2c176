//! The measures against slow computations by their definitions.

use proptest::prelude::*;

use super::super::ink::Ink;
use super::super::paper::{Split, even_out, grey_areas};
use crate::pictures::image::Plane;

/// Small planes, of few levels so that runs and parts occur.
fn planes() -> impl Strategy<Value = Plane> {
    (1u32..14, 1u32..14).prop_flat_map(|(width, height)| {
        let value = prop_oneof![Just(250u8), Just(20u8), any::<u8>()];
        let values = proptest::collection::vec(value, usize::try_from(width * height).unwrap());
        values.prop_map(move |values| Plane::new(width, height, values).unwrap())
    })
}

fn places(plane: &Plane) -> Vec<(u32, u32)> {
    let rows = 0..plane.height();
    rows.flat_map(|y| (0..plane.width()).map(move |x| (x, y)))
        .collect()
}

/// The brightest of all pixels, each less the change of light on the way.
fn slow_even(plane: &Plane, levels: u32, height: u32) -> Vec<u8> {
    let step = (16 * levels / height).max(1);
    let paper = |(x, y): (u32, u32)| {
        let others = places(plane).into_iter().map(|(u, v)| {
            let way = x.abs_diff(u) + y.abs_diff(v);
            (u32::from(plane.value(u, v)) * 16).saturating_sub(way * step)
        });
        others.max().unwrap() / 16
    };
    let even = |place: (u32, u32)| {
        let darker = paper(place) - u32::from(plane.value(place.0, place.1));
        u8::try_from(255 - darker).unwrap()
    };
    places(plane).into_iter().map(even).collect()
}

/// The threshold with the largest variance between the classes, by exact fractions of the means.
fn slow_split(values: &[u8]) -> Option<(u8, i128, i128)> {
    let mut best: Option<(u8, i128, i128)> = None;
    let mut most = (0_i128, 1_i128);
    for threshold in 0..=255_u8 {
        let dark: Vec<i128> = values
            .iter()
            .filter(|v| **v <= threshold)
            .map(|v| i128::from(*v))
            .collect();
        let light: Vec<i128> = values
            .iter()
            .filter(|v| **v > threshold)
            .map(|v| i128::from(*v))
            .collect();
        let counts = (
            i128::try_from(dark.len()).unwrap(),
            i128::try_from(light.len()).unwrap(),
        );
        if counts.0 == 0 || counts.1 == 0 {
            continue;
        }
        let sums = (dark.iter().sum::<i128>(), light.iter().sum::<i128>());
        let difference = sums.1 * counts.0 - sums.0 * counts.1;
        let variance = (difference * difference, counts.0 * counts.1);
        if variance.0 * most.1 > most.0 * variance.1 {
            most = variance;
            best = Some((
                threshold,
                sums.0 / counts.0,
                difference / (counts.0 * counts.1),
            ));
        }
    }
    best
}

/// The number of pixels of ink that are reached from a place without leaving the ink.
fn part_size(ink: &dyn Fn(i64, i64) -> bool, seen: &mut Vec<(i64, i64)>, x: i64, y: i64) -> usize {
    if !ink(x, y) || seen.contains(&(x, y)) {
        return 0;
    }
    seen.push((x, y));
    let mut size = 1;
    for (right, down) in [
        (-1, -1),
        (0, -1),
        (1, -1),
        (-1, 0),
        (1, 0),
        (-1, 1),
        (0, 1),
        (1, 1),
    ] {
        size += part_size(ink, seen, x + right, y + down);
    }
    size
}

proptest! {
    #[test]
    fn light_is_evened_out_by_its_definition(plane in planes(), levels in 1u32..400, rows in 1u32..20) {
        let even = even_out(&plane, levels, rows);
        prop_assert_eq!(even.values(), slow_even(&plane, levels, rows));
    }

    #[test]
    fn the_threshold_is_otsus(plane in planes()) {
        let split = Split::of(&plane);
        match slow_split(plane.values()) {
            Some(slow) => {
                let found = (split.threshold, split.dark.into(), split.contrast.into());
                prop_assert_eq!(found, slow);
            }
            None => prop_assert_eq!(split, Split::default()),
        }
    }

    #[test]
    fn grey_areas_are_pixels_whose_neighbours_are_grey(plane in planes()) {
        let split = Split::of(&plane);
        let (low, high) = split.grey();
        let grey = |x: i64, y: i64| {
            let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return false };
            x < plane.width() && y < plane.height() && (low + 1..high).contains(&plane.value(x, y))
        };
        let inner = places(&plane).into_iter().filter(|(x, y)| {
            let (x, y) = (i64::from(*x), i64::from(*y));
            (-1..=1).all(|down| (-1..=1).all(|right| grey(x + right, y + down)))
        });
        let share = 1000 * inner.count() / plane.values().len();
        prop_assert_eq!(grey_areas(&plane, &split) as usize, share);
    }

    #[test]
    fn parts_pen_and_box_follow_their_definitions(plane in planes(), smallest in 1u32..6) {
        let dark = |x: i64, y: i64| {
            let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return false };
            x < plane.width() && y < plane.height() && plane.value(x, y) <= 128
        };
        let (mut seen, mut parts, mut kept) = (Vec::new(), 0, Vec::new());
        for (x, y) in places(&plane) {
            let before = seen.len();
            if part_size(&dark, &mut seen, x.into(), y.into()) >= smallest as usize {
                parts += 1;
                kept.extend(seen[before..].to_vec());
            }
        }
        let ink = Ink::of(&plane, 128, smallest);
        prop_assert_eq!(ink.parts(), parts);
        prop_assert_eq!(usize::try_from(ink.area()).unwrap(), kept.len());
        // The run through a place in a direction.
        let run = |(x, y): (i64, i64), right: i64, down: i64| {
            let far = |sign: i64| {
                let reached = |step: &i64| kept.contains(&(x + sign * right * step, y + sign * down * step));
                (1..).take_while(reached).count()
            };
            1 + far(1) + far(-1)
        };
        let mut widths: Vec<usize> = kept.iter().map(|at| run(*at, 1, 0).min(run(*at, 0, 1))).collect();
        widths.sort_unstable();
        let median = widths.get(widths.len().saturating_sub(1) / 2).copied().unwrap_or(0);
        prop_assert_eq!(ink.pen() as usize, median);
        let bounds = ink.bounds().map(|b| [b.left, b.top, b.right, b.bottom].map(i64::from));
        let least = |of: fn(&(i64, i64)) -> i64| kept.iter().map(of).min();
        let most = |of: fn(&(i64, i64)) -> i64| kept.iter().map(of).max();
        let slow = least(|at| at.0).zip(least(|at| at.1)).zip(most(|at| at.0).zip(most(|at| at.1)));
        prop_assert_eq!(bounds, slow.map(|((l, t), (r, b))| [l, t, r, b]));
        let near = ink.near(2);
        for ((x, y), near) in places(&plane).into_iter().zip(near) {
            let (x, y) = (i64::from(x), i64::from(y));
            let close = kept.iter().any(|(u, v)| (u - x).abs() <= 2 && (v - y).abs() <= 2);
            prop_assert_eq!(near, close);
        }
    }

    /// In floating point, by the eigenvalues of the covariance. Of very little ink the roots in
    /// 64ths are wrong by up to a hundredth.
    #[test]
    fn straightness_is_the_quotient_of_the_spreads(plane in planes()) {
        let dark: Vec<(f64, f64)> = places(&plane)
            .into_iter()
            .filter(|(x, y)| plane.value(*x, *y) <= 128)
            .map(|(x, y)| (f64::from(x), f64::from(y)))
            .collect();
        prop_assume!(dark.len() > 1);
        let count = f64::from(u32::try_from(dark.len()).unwrap());
        let mean = |of: fn(&(f64, f64)) -> f64| dark.iter().map(of).sum::<f64>() / count;
        let (x, y) = (mean(|at| at.0), mean(|at| at.1));
        let xx = dark.iter().map(|at| (at.0 - x).powi(2)).sum::<f64>() / count;
        let yy = dark.iter().map(|at| (at.1 - y).powi(2)).sum::<f64>() / count;
        let xy = dark.iter().map(|at| (at.0 - x) * (at.1 - y)).sum::<f64>() / count;
        let root = libm::sqrt((xx - yy).powi(2) + 4.0 * xy * xy);
        let slow = 1000.0 * libm::sqrt(((xx + yy - root) / (xx + yy + root)).max(0.0));
        let fast = f64::from(Ink::of(&plane, 128, 1).straightness());
        prop_assert!((fast - slow).abs() <= 1.01 + slow / 100.0, "{} {}", fast, slow);
    }
}

#[test]
fn shapes_have_the_straightness_that_geometry_gives_them() {
    let straightness = |width: u32, height: u32, ink: fn(u32, u32) -> bool| {
        let rows = 0..height;
        let levels = rows.flat_map(|y| (0..width).map(move |x| if ink(x, y) { 0 } else { 255 }));
        Ink::of(&Plane::new(width, height, levels.collect()).unwrap(), 0, 1).straightness()
    };
    assert_eq!(straightness(50, 1, |_, _| true), 0);
    assert_eq!(straightness(30, 30, |x, y| x == y), 0);
    assert_eq!(straightness(20, 20, |_, _| true), 1000);
    assert_eq!(straightness(1, 1, |_, _| true), 1000);
    // Of a rectangle of a x b pixels the root of (b² - 1) / (a² - 1).
    assert_eq!(straightness(40, 4, |_, _| true), 96);
}
