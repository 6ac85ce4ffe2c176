//! Light on the face: exposure, contrast, evenness.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "counts and sums of the 8-bit samples of a plane in memory, in 64 bits"
)]

use super::areas::Span;
use crate::pictures::angle::rounded;
use crate::pictures::image::Plane;
use crate::pictures::landmarks::{permille, share};

/// The number of pixels at each level of luminance.
pub(super) struct Histogram {
    counts: [u32; 256],
}

impl Histogram {
    /// Of the pixels inside these spans, a span for each row.
    pub(super) fn inside(plane: &Plane, spans: &[Span]) -> Histogram {
        let mut counts = [0; 256];
        for (y, span) in (0..).zip(spans) {
            let row = plane.row(y).get(span.from as usize..span.to as usize);
            for level in row.unwrap_or_default() {
                if let Some(count) = counts.get_mut(usize::from(*level)) {
                    *count += 1;
                }
            }
        }
        Histogram { counts }
    }

    fn total(&self) -> i64 {
        self.counts.iter().copied().map(i64::from).sum()
    }

    fn levels(&self) -> impl Iterator<Item = (i64, i64)> {
        (0..).zip(self.counts.iter().copied().map(i64::from))
    }

    /// The mean level, rounded to the nearest; `None` without pixels.
    pub(super) fn mean(&self) -> Option<i32> {
        let total = self.total();
        let sum: i64 = self.levels().map(|(level, count)| level * count).sum();
        let mean = (total > 0).then(|| (2 * sum + total) / (2 * total))?;
        i32::try_from(mean).ok()
    }

    /// The thousandths of the pixels whose level is in this range.
    pub(super) fn share(&self, levels: std::ops::RangeInclusive<i32>) -> i32 {
        let inside = self
            .levels()
            .filter(|(level, _)| i32::try_from(*level).is_ok_and(|level| levels.contains(&level)));
        share(inside.map(|(_, count)| count).sum(), self.total())
    }

    /// The entropy in hundredths of a bit: 0 for one level, 800 if all 256 occur alike.
    pub(super) fn entropy(&self) -> i32 {
        let total = self.total();
        if total == 0 {
            return 0;
        }
        let total = f64::from(u32::try_from(total).unwrap_or(u32::MAX));
        let counts = self.counts.iter().filter(|count| **count > 0);
        let bits: f64 = counts
            .map(|count| f64::from(*count) / total)
            .map(|part| -part * libm::log2(part))
            .sum();
        rounded(bits * 100.0)
    }
}

/// The darker one's mean over the brighter one's, in thousandths.
pub(super) fn evenness(one: i32, other: i32) -> i32 {
    permille(one.min(other), one.max(other))
}

/// The mean of a square of `side` pixels around a place, cut at the edges of the plane.
pub(super) fn mean_around(plane: &Plane, x: i32, y: i32, side: u32) -> Option<i32> {
    let half = i32::try_from(side / 2).ok()?;
    let corner = |middle: i32| u32::try_from(middle.saturating_sub(half)).unwrap_or_default();
    let patch = plane.crop(corner(x), corner(y), side.max(1), side.max(1))?;
    let whole = Span {
        from: 0,
        to: patch.width(),
    };
    Histogram::inside(&patch, &vec![whole; patch.height() as usize]).mean()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn histogram(values: &[u8]) -> Histogram {
        let width = u32::try_from(values.len()).unwrap();
        let plane = Plane::new(width, 1, values.to_vec()).unwrap();
        Histogram::inside(&plane, &[Span { from: 0, to: width }])
    }

    #[test]
    fn only_what_is_inside_counts() {
        let plane = Plane::new(3, 2, vec![1, 2, 3, 4, 5, 6]).unwrap();
        let spans = [Span { from: 1, to: 3 }, Span { from: 0, to: 0 }];
        assert_eq!(Histogram::inside(&plane, &spans).mean(), Some(3));
        assert_eq!(Histogram::inside(&plane, &[]).mean(), None);
    }

    /// SPEC 11.2: the share of luminance ≤ 25 and ≥ 247.
    #[test]
    fn shares_count_their_ends() {
        let levels = histogram(&[0, 25, 26, 246, 247, 255, 100, 100]);
        assert_eq!(levels.share(0..=25), 250);
        assert_eq!(levels.share(247..=255), 250);
        assert_eq!(levels.share(0..=255), 1000);
    }

    #[test]
    fn entropy_is_in_hundredths_of_a_bit() {
        assert_eq!(histogram(&[7; 9]).entropy(), 0);
        assert_eq!(histogram(&[1, 2]).entropy(), 100);
        assert_eq!(histogram(&(0..=255).collect::<Vec<u8>>()).entropy(), 800);
        // -(1/4) log2(1/4) - (3/4) log2(3/4) = 0.8113.
        assert_eq!(histogram(&[1, 2, 2, 2]).entropy(), 81);
        assert_eq!(Histogram { counts: [0; 256] }.entropy(), 0);
    }

    #[test]
    fn the_darker_side_is_compared_with_the_brighter() {
        assert_eq!(evenness(100, 200), 500);
        assert_eq!(evenness(200, 100), 500);
        assert_eq!(evenness(0, 0), 0);
        let plane = Plane::new(4, 4, (0..16).collect()).unwrap();
        assert_eq!(mean_around(&plane, 1, 1, 2), Some(3));
        assert_eq!(mean_around(&plane, -3, -3, 2), Some(3));
        assert_eq!(mean_around(&plane, 99, 0, 2), None);
    }
}
