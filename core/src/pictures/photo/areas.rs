//! Parts of a picture: the inside of an outline, and the background around a head.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "coordinates of pictures in memory, below 2^16 pixels a side: products are below 2^40 \
              in 64 bits"
)]

use crate::pictures::landmarks::{Landmark, Landmarks, UNIT};

/// The pixels of a row that lie inside: from the first to the last, which is not included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: u32,
    pub(super) to: u32,
}

/// The inside of an outline on a plane of this size, a span for each row: the pixels whose centre
/// lies between the leftmost and the rightmost crossing of the outline. `scale` is the number of
/// pixels of the picture to one of the plane, as new size and old size of a side.
pub(super) fn inside(outline: &[Landmark], size: (u32, u32), scale: (u32, u32)) -> Vec<Span> {
    let (width, height) = (i64::from(size.0), size.1);
    let along = |value: i32| i64::from(value) * i64::from(scale.0) / i64::from(scale.1.max(1));
    let points: Vec<(i64, i64)> = outline
        .iter()
        .map(|point| (along(point.x), along(point.y)))
        .collect();
    let edges = || points.iter().zip(points.iter().cycle().skip(1));
    let unit = i64::from(UNIT);
    let span = |row: u32| {
        let y = i64::from(row) * unit + unit / 2;
        let crossings = edges().filter_map(|(a, b)| crossing(*a, *b, y));
        let (mut left, mut right) = (i64::MAX, i64::MIN);
        for x in crossings {
            (left, right) = (left.min(x), right.max(x));
        }
        if left > right {
            return Span::default();
        }
        // A pixel is inside if its centre is.
        let pixel = |x: i64| (x + unit / 2).div_euclid(unit).clamp(0, width);
        let side = |x: i64| u32::try_from(pixel(x)).unwrap_or_default();
        Span {
            from: side(left),
            to: side(right),
        }
    };
    (0..height).map(span).collect()
}

/// The place at which the line from `a` to `b` crosses a row.
fn crossing(a: (i64, i64), b: (i64, i64), y: i64) -> Option<i64> {
    let (upper, lower) = if a.1 <= b.1 { (a, b) } else { (b, a) };
    if y < upper.1 || y >= lower.1 {
        return None;
    }
    Some(upper.0 + (lower.0 - upper.0) * (y - upper.1) / (lower.1 - upper.1))
}

/// The background around a head: above the line of the eyes, outside an ellipse around the head
/// with its hair.
pub(super) struct Background {
    centre: (i64, i64),
    /// The half axes of the ellipse.
    axes: (i64, i64),
    /// The row of the plane below which nothing is background.
    bottom: u32,
}

impl Background {
    /// The background on a plane that has `scale.0` pixels for `scale.1` of the picture. `hair` is
    /// how much larger than the head the ellipse is, in thousandths.
    pub(super) fn around(face: &Landmarks, crown: Landmark, hair: i32, scale: (u32, u32)) -> Self {
        let along = |value: i64| value * i64::from(scale.0) / i64::from(scale.1.max(1));
        let middle = |a: i32, b: i32| i64::from(a) + (i64::from(b) - i64::from(a)) / 2;
        let grown = |length: i32| along(i64::from(length) * i64::from(hair) / 2000).max(1);
        let eyes = along(i64::from(face.eyes().y)).div_euclid(i64::from(UNIT));
        Background {
            centre: (
                along(middle(face.left_side.x, face.right_side.x)),
                along(middle(crown.y, face.chin.y)),
            ),
            axes: (grown(face.head_width()), grown(crown.distance(face.chin))),
            bottom: u32::try_from(eyes).unwrap_or_default(),
        }
    }

    /// The first row that is below the background.
    pub(super) const fn bottom(&self) -> u32 {
        self.bottom
    }

    /// `true` if the centre of this pixel is background.
    pub(super) fn has(&self, x: u32, y: u32) -> bool {
        let unit = i64::from(UNIT);
        let across = i64::from(x) * unit + unit / 2 - self.centre.0;
        let down = i64::from(y) * unit + unit / 2 - self.centre.1;
        let (a, b) = self.axes;
        let squared =
            |length: i64, axis: i64| i128::from(length * length) * i128::from(axis * axis);
        y < self.bottom
            && squared(across, b) + squared(down, a) > i128::from(a * a) * i128::from(b * b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::landmarks::tests::good_face;

    fn at(x: i32, y: i32) -> Landmark {
        Landmark {
            x: x * UNIT,
            y: y * UNIT,
            z: 0,
        }
    }

    #[test]
    fn a_square_is_filled_up_to_its_edges() {
        let square = [at(2, 1), at(5, 1), at(5, 3), at(2, 3)];
        let spans = inside(&square, (8, 5), (1, 1));
        let full = Span { from: 2, to: 5 };
        assert_eq!(
            spans,
            [
                Span::default(),
                full,
                full,
                Span::default(),
                Span::default()
            ]
        );
        // On a plane of half the size.
        let half = inside(&[at(4, 2), at(10, 2), at(10, 6), at(4, 6)], (8, 5), (1, 2));
        assert_eq!(half, spans);
    }

    #[test]
    fn what_lies_outside_is_cut() {
        let spans = inside(
            &[at(-9, -9), at(90, -9), at(90, 90), at(-9, 90)],
            (3, 2),
            (1, 1),
        );
        assert_eq!(spans, [Span { from: 0, to: 3 }; 2]);
        assert_eq!(inside(&[], (3, 1), (1, 1)), [Span::default()]);
    }

    #[test]
    fn the_corners_are_background_and_the_head_is_not() {
        let face = good_face();
        let background = Background::around(&face, face.crown(1000), 1300, (1, 1));
        assert_eq!(background.bottom(), 320);
        assert!(background.has(5, 5) && background.has(595, 5) && background.has(10, 300));
        // The crown, hair above it, the face, and the area below the eyes.
        for (x, y) in [
            (300, 140),
            (300, 90),
            (300, 250),
            (140, 310),
            (5, 320),
            (5, 700),
        ] {
            assert!(!background.has(x, y), "{x}, {y}");
        }
    }
}
