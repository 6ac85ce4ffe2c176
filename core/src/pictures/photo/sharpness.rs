//! Sharpness of the face, as a proxy of our own: which part of the detail around the eyes is fine.
//!
//! Eyes and brows have edges in every face. The detail of a plane is the part that its mean over a
//! square takes away: fine detail with a square of 3, all detail with a square of 9. Blur takes
//! the fine detail first. Their ratio does not depend on contrast, and since the eyes are first
//! brought to a fixed distance, it does not depend on the size of the picture either: it says how
//! sharp the face is at the size at which it will be printed.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "sums of differences of the 8-bit samples of a plane in memory, in 64 bits"
)]

use crate::pictures::image::Plane;
use crate::pictures::landmarks::share;

const FINE: u32 = 3;
const COARSE: u32 = 9;

/// The thousandths of the detail of a plane that are fine; `None` without any detail.
pub(super) fn fine_detail(plane: &Plane) -> Option<i32> {
    let (fine, all) = (detail(plane, FINE), detail(plane, COARSE));
    (all > 0).then(|| share(fine, all))
}

/// The sum of the differences between each sample and the mean of the square around it, for the
/// samples whose coarse square lies inside the plane; in units of one over the squares' areas.
fn detail(plane: &Plane, side: u32) -> i64 {
    let sums = Integral::of(plane);
    let (reach, half) = (COARSE / 2, side / 2);
    let area = i64::from(side * side);
    let mut total = 0;
    for y in reach..plane.height().saturating_sub(reach) {
        let row = plane.row(y).iter().zip(0..);
        for (sample, x) in row.skip(reach as usize) {
            if x + reach >= plane.width() {
                break;
            }
            let sum = sums.square(x - half, y - half, side);
            // Both sides get the same denominator.
            let scale = i64::from(FINE * FINE * COARSE * COARSE) / area;
            total += (i64::from(*sample) * area - sum).abs() * scale;
        }
    }
    total
}

/// Sums over all rectangles from the left upper corner.
struct Integral {
    stride: usize,
    sums: Vec<i64>,
}

impl Integral {
    fn of(plane: &Plane) -> Integral {
        let stride = plane.width() as usize + 1;
        let mut sums = vec![0; stride];
        for y in 0..plane.height() {
            let mut line = 0;
            let above = sums.len() - stride;
            sums.push(0);
            for (sample, x) in plane.row(y).iter().zip(1..) {
                line += i64::from(*sample);
                let over = sums.get(above + x).copied().unwrap_or_default();
                sums.push(over + line);
            }
        }
        Integral { stride, sums }
    }

    fn at(&self, x: u32, y: u32) -> i64 {
        let place = y as usize * self.stride + x as usize;
        self.sums.get(place).copied().unwrap_or_default()
    }

    /// The sum over a square, whose left upper corner is given.
    fn square(&self, x: u32, y: u32, side: u32) -> i64 {
        self.at(x + side, y + side) - self.at(x, y + side) - self.at(x + side, y) + self.at(x, y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(width: u32, height: u32, value: impl Fn(u32, u32) -> u32) -> Plane {
        let rows = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let values = rows
            .map(|(x, y)| u8::try_from(value(x, y)).unwrap())
            .collect();
        Plane::new(width, height, values).unwrap()
    }

    #[test]
    fn an_even_plane_has_no_detail() {
        assert_eq!(fine_detail(&plane(30, 20, |_, _| 90)), None);
        assert_eq!(fine_detail(&plane(8, 8, |x, _| x)), None);
    }

    #[test]
    fn a_sharp_edge_is_finer_than_a_soft_one_whatever_its_contrast() {
        let sharp = |low, high| plane(41, 20, move |x, _| if x < 20 { low } else { high });
        let soft = plane(41, 20, |x, _| (x.saturating_sub(12) * 16).min(250));
        let figures = [sharp(0, 250), sharp(100, 150)].map(|plane| fine_detail(&plane).unwrap());
        assert_eq!(figures[0], figures[1]);
        assert!(fine_detail(&soft).unwrap() * 2 < figures[0]);
    }

    #[test]
    fn the_detail_is_that_of_the_definition() {
        let plane = plane(13, 12, |x, y| (x * 37 + y * 101 + x * y * 13) % 251);
        let mean_difference = |side: i64| {
            let half = side / 2;
            let mut total = 0;
            for y in 4..8i64 {
                for x in 4..9i64 {
                    let mut sum = 0;
                    for v in y - half..=y + half {
                        for u in x - half..=x + half {
                            let (u, v) = (u32::try_from(u).unwrap(), u32::try_from(v).unwrap());
                            sum += i64::from(plane.value(u, v));
                        }
                    }
                    let (x, y) = (u32::try_from(x).unwrap(), u32::try_from(y).unwrap());
                    let own = i64::from(plane.value(x, y)) * side * side;
                    total += (own - sum).abs() * 729 / (side * side);
                }
            }
            total
        };
        assert_eq!(detail(&plane, 3), mean_difference(3));
        assert_eq!(detail(&plane, 9), mean_difference(9));
    }
}
