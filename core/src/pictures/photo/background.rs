//! The background, which has to be plain, evenly lit, light and without a strong colour.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "counts and sums of the 8-bit samples of a small plane in memory, in 64 bits"
)]

use super::areas::Background;
use super::colour::Lab;
use crate::pictures::image::Raster;

/// The side of the blocks whose means are compared.
const BLOCK: u32 = 8;
/// One block of so many may be darker, and one brighter, than the counted ones: hair that reaches
/// into the background is no shadow.
const FEW: usize = 20;

/// The measures of a background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measures {
    /// The mean difference between neighbours, in tenths of a level.
    pub(super) gradient: i32,
    /// The difference between the brightest and the darkest block, in levels.
    pub(super) range: i32,
    /// The mean luminance.
    pub(super) level: i32,
    /// The chroma of the mean colour, in tenths of a unit of CIELAB.
    pub(super) chroma: i32,
}

#[derive(Default)]
struct Sums {
    pixels: i64,
    rgb: [i64; 3],
    luma: i64,
    pairs: i64,
    differences: i64,
}

/// Measures the background of a small picture. `None` if fewer than `least` thousandths of the
/// picture are background, or if no whole block of it is.
pub(super) fn measure(picture: &Raster, around: &Background, least: i32) -> Option<Measures> {
    let luma = picture.luma();
    let mut sums = Sums::default();
    for y in 0..around.bottom().min(picture.height()) {
        for (rgb, x) in picture.row(y).as_chunks::<3>().0.iter().zip(0..) {
            if !around.has(x, y) {
                continue;
            }
            let level = luma.value(x, y);
            sums.pixels += 1;
            sums.luma += i64::from(level);
            for (sum, sample) in sums.rgb.iter_mut().zip(rgb) {
                *sum += i64::from(*sample);
            }
            for (u, v) in [(x + 1, y), (x, y + 1)] {
                if u < picture.width() && around.has(u, v) {
                    sums.pairs += 1;
                    sums.differences += i64::from(level.abs_diff(luma.value(u, v)));
                }
            }
        }
    }
    let area = i64::from(picture.width()) * i64::from(picture.height());
    let blocks = block_means(&luma, around);
    let few = blocks.len() / FEW;
    let (darkest, brightest) = (blocks.get(few)?, blocks.iter().rev().nth(few)?);
    if sums.pairs == 0 || sums.pixels * 1000 < area * i64::from(least) {
        return None;
    }
    let mean = |sum: i64| (2 * sum + sums.pixels) / (2 * sums.pixels);
    let colour = sums
        .rgb
        .map(|sum| u8::try_from(mean(sum)).unwrap_or(u8::MAX));
    let gradient = (20 * sums.differences + sums.pairs) / (2 * sums.pairs);
    Some(Measures {
        gradient: i32::try_from(gradient).ok()?,
        range: brightest - darkest,
        level: i32::try_from(mean(sums.luma)).ok()?,
        chroma: Lab::of(colour).chroma(),
    })
}

/// The mean levels of all blocks that are background as a whole, from dark to bright.
fn block_means(luma: &crate::pictures::image::Plane, around: &Background) -> Vec<i32> {
    let starts = |side: u32| (0..(side / BLOCK)).map(|block| block * BLOCK);
    let mut means = Vec::new();
    for top in starts(luma.height().min(around.bottom())) {
        for left in starts(luma.width()) {
            let places = || (0..BLOCK * BLOCK).map(|n| (left + n % BLOCK, top + n / BLOCK));
            if places().all(|(x, y)| around.has(x, y)) {
                let sum: u32 = places().map(|(x, y)| u32::from(luma.value(x, y))).sum();
                let mean = (sum + BLOCK * BLOCK / 2) / (BLOCK * BLOCK);
                means.extend(i32::try_from(mean));
            }
        }
    }
    means.sort_unstable();
    means
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::landmarks::tests::good_face;

    /// The good face's background, on a picture of a quarter of its size.
    fn around() -> Background {
        let face = good_face();
        Background::around(&face, face.crown(1000), 1300, (1, 4))
    }

    fn picture(colour: impl Fn(u32, u32) -> [u8; 3]) -> Raster {
        let places = (0..200).flat_map(|y| (0..150).map(move |x| (x, y)));
        let pixels = places.flat_map(|(x, y)| colour(x, y)).collect();
        Raster::new(150, 200, pixels).unwrap()
    }

    fn of(colour: impl Fn(u32, u32) -> [u8; 3]) -> Measures {
        measure(&picture(colour), &around(), 20).unwrap()
    }

    #[test]
    fn a_plain_light_wall_has_nothing() {
        let wall = Measures {
            gradient: 0,
            range: 0,
            level: 220,
            chroma: 0,
        };
        assert_eq!(of(|_, _| [220; 3]), wall);
        // Pixels on the head and below the eyes do not count.
        let person = |x: u32, y: u32| y >= 80 || (30..120).contains(&x);
        assert_eq!(
            of(|x, y| if person(x, y) && y > 60 {
                [9; 3]
            } else {
                [220; 3]
            }),
            wall
        );
    }

    /// A gradient or a shadow escapes the measure of plainness.
    #[test]
    fn a_gradient_is_uneven_and_not_busy() {
        let gradient = of(|x, _| [u8::try_from(100 + x).unwrap(); 3]);
        assert!(
            gradient.range >= 130 && gradient.gradient <= 10,
            "{gradient:?}"
        );
    }

    #[test]
    fn stripes_are_busy_and_even() {
        let stripes = of(|x, _| [if x % 2 == 0 { 180 } else { 220 }; 3]);
        assert!(stripes.gradient >= 190 && stripes.range == 0, "{stripes:?}");
    }

    #[test]
    fn colour_and_darkness_are_told() {
        let red = of(|_, _| [200, 40, 40]);
        assert!(red.chroma > 600 && red.level < 100, "{red:?}");
    }

    #[test]
    fn a_head_that_fills_the_picture_leaves_nothing_to_measure() {
        let face = good_face();
        let around = Background::around(&face, face.crown(1000), 4000, (1, 4));
        assert_eq!(measure(&picture(|_, _| [220; 3]), &around, 20), None);
    }
}
