//! Paper and ink told apart: the light evened out, and the threshold between the two.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "sums over at most 640 x 640 samples of 8 bits; the largest product, a squared \
              difference of sums times a product of counts, stays below 2^122"
)]

use crate::pictures::image::Plane;

/// One level in the fixed point in which the light is followed.
const LEVEL: u32 = 16;

/// The picture as it were on evenly white paper: 255 is the paper, less is darker than it.
///
/// The paper at a place is at least as bright as any pixel, less the change that the light may have
/// made on the way from there: `shade_levels` over `height` rows, at least a 16th of a level a
/// pixel, the way counted in rows and columns. Smooth shades therefore vanish, while lines and
/// filled areas keep their darkness.
pub(super) fn even_out(plane: &Plane, shade_levels: u32, height: u32) -> Plane {
    let step = (LEVEL * shade_levels / height.max(1)).max(1);
    let step = u16::try_from(step).unwrap_or(u16::MAX);
    let width = plane.width() as usize;
    let sixteenths = |value: &u8| u16::from(*value) * 16;
    let mut paper: Vec<u16> = plane.values().iter().map(sixteenths).collect();
    // Two sweeps are exact for distances counted in rows and columns.
    let mut before = vec![0; width];
    for row in paper.chunks_exact_mut(width) {
        sweep(row.iter_mut().zip(&mut before), step);
    }
    before.fill(0);
    for row in paper.chunks_exact_mut(width).rev() {
        sweep(row.iter_mut().zip(&mut before).rev(), step);
    }
    let darkness = plane.values().iter().zip(&paper);
    let even = darkness.map(|(value, paper)| {
        let paper = u8::try_from(paper / 16).unwrap_or(u8::MAX);
        u8::MAX - paper.saturating_sub(*value)
    });
    let even = Plane::new(plane.width(), plane.height(), even.collect());
    // A plane of the same size always exists; this arm only spares a panic.
    even.unwrap_or_else(|| plane.clone())
}

/// Raises each value of a row to those of its neighbours, in the direction of the iterator and in
/// the row before, less a step.
fn sweep<'a>(row: impl Iterator<Item = (&'a mut u16, &'a mut u16)>, step: u16) {
    let mut beside = 0_u16;
    for (value, before) in row {
        *value = (*value)
            .max(beside.saturating_sub(step))
            .max(before.saturating_sub(step));
        beside = *value;
        *before = *value;
    }
}

/// The best division of a picture into dark and light: Otsu's method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Split {
    /// The brightest level that counts as ink.
    pub(super) threshold: u8,
    /// The mean of the ink, rounded down.
    pub(super) dark: u8,
    /// The difference between the means of paper and ink, rounded down; 0 if there is one level
    /// only.
    pub(super) contrast: u8,
}

impl Split {
    /// Of the thresholds with the largest variance between the classes, the lowest.
    pub(super) fn of(plane: &Plane) -> Split {
        let mut counts = [0_u64; 256];
        for value in plane.values() {
            if let Some(count) = counts.get_mut(usize::from(*value)) {
                *count += 1;
            }
        }
        let levels = || (0_u8..=255).zip(counts);
        let total: u64 = counts.iter().sum();
        let sum: u64 = levels()
            .map(|(level, count)| u64::from(level) * count)
            .sum();
        let (mut below, mut sum_below) = (0_u64, 0_u64);
        let mut best = (0_u128, 1_u128);
        let mut split = Split::default();
        for (level, count) in levels() {
            below += count;
            sum_below += u64::from(level) * count;
            let above = total - below;
            if below == 0 || above == 0 {
                continue;
            }
            // The variance times a constant: (mean difference)² x below x above, as a fraction. The
            // mean above is never smaller than the one below.
            let difference = (sum - sum_below) * below - sum_below * above;
            let weight = below * above;
            let variance = (u128::from(difference).pow(2), u128::from(weight));
            if variance.0 * best.1 > best.0 * variance.1 {
                best = variance;
                split = Split {
                    threshold: level,
                    dark: level_of(sum_below / below),
                    contrast: level_of(difference / weight),
                };
            }
        }
        split
    }

    /// The levels between which a pixel is neither ink nor paper, both exclusive: a quarter of the
    /// contrast away from the mean of each.
    pub(super) fn grey(&self) -> (u8, u8) {
        let quarter = self.contrast / 4;
        let low = self.dark.saturating_add(quarter);
        let light = self.dark.saturating_add(self.contrast);
        (low, light.saturating_sub(quarter))
    }

    /// From this level on everything is white paper: halfway between the threshold and the mean of
    /// the paper.
    pub(super) fn white(&self) -> u8 {
        let light = u16::from(self.dark) + u16::from(self.contrast);
        u8::try_from((u16::from(self.threshold) + light).div_ceil(2)).unwrap_or(u8::MAX)
    }
}

fn level_of(mean: u64) -> u8 {
    u8::try_from(mean).unwrap_or(u8::MAX)
}

/// The share of the picture in grey areas, in thousandths, rounded down: pixels that, with their
/// eight neighbours, are neither ink nor paper. The blurred edge of a line is too narrow to count.
pub(super) fn grey_areas(even: &Plane, split: &Split) -> u32 {
    let (low, high) = split.grey();
    let grey = |value: &u8| low < *value && *value < high;
    // For each pixel of a row, `true` if it and its neighbours in the row are grey.
    let runs = |y: u32| -> Vec<bool> {
        let triples = even.row(y).windows(3);
        triples.map(|triple| triple.iter().all(grey)).collect()
    };
    let (mut above, mut middle) = (Vec::new(), runs(0));
    let mut count = 0_u64;
    for y in 1..even.height() {
        let below = runs(y);
        let columns = above.iter().zip(&middle).zip(&below);
        let inner = columns.filter(|((above, middle), below)| **above && **middle && **below);
        count += u64::try_from(inner.count()).unwrap_or(0);
        above = std::mem::replace(&mut middle, below);
    }
    let pixels = u64::from(even.width()) * u64::from(even.height());
    u32::try_from(1000 * count / pixels).unwrap_or(1000)
}
