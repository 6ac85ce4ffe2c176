//! Pixels in memory, and the arithmetic on them that all checks share: all of it in integers, so
//! that every platform gets the same bytes.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "inner loops over samples that exist in memory: weights are sides (32 bits), samples \
              8 bits, and a sum is at most 255 x width x height, which is below 2^64 for any \
              buffer that an address space can hold"
)]

use qujat_export::export;

use std::fmt;

use super::divisor::Divisor;

/// A picture of 8-bit RGB pixels, upright, its rows from top to bottom.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Raster {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// A decoded picture: upright, on white.
// The pixels are personal data.
#[export(record, input, private, shows(width, height), no_json)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green and blue of each pixel in turn, 0 to 255, row by row from the top.
    pub rgb: Vec<u8>,
}

impl From<Raster> for Picture {
    fn from(raster: Raster) -> Picture {
        Picture {
            width: raster.width,
            height: raster.height,
            rgb: raster.pixels,
        }
    }
}

/// One 8-bit value for each pixel: luminance, a mask, a grey picture.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Plane {
    width: u32,
    height: u32,
    values: Vec<u8>,
}

const RGB: usize = 3;

impl Raster {
    /// A picture of these samples, red, green and blue of each pixel in turn. `None` if a side is
    /// zero, or if there are not exactly `3 * width * height` samples.
    pub(crate) fn new(width: u32, height: u32, pixels: Vec<u8>) -> Option<Raster> {
        (samples(width, height, RGB)? == pixels.len()).then_some(Raster {
            width,
            height,
            pixels,
        })
    }

    /// Pixels in a row; at least 1.
    pub(crate) const fn width(&self) -> u32 {
        self.width
    }

    /// Rows; at least 1.
    pub(crate) const fn height(&self) -> u32 {
        self.height
    }

    /// All samples.
    pub(crate) fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The samples of a row, counted from 0; nothing below the last one.
    pub(crate) fn row(&self, y: u32) -> &[u8] {
        part(&self.pixels, self.width, y, RGB)
    }

    /// Red, green and blue at a place; outside the picture those of the nearest pixel.
    #[cfg(test)]
    pub(crate) fn pixel(&self, x: u32, y: u32) -> [u8; RGB] {
        let row = self.row(y.min(self.height - 1));
        let pixel = row.chunks_exact(RGB).nth(index(x.min(self.width - 1)));
        pixel
            .and_then(|rgb| rgb.try_into().ok())
            .unwrap_or_default()
    }

    /// The picture within these sides, its aspect kept to the nearest pixel; it is never enlarged.
    /// Each new pixel is the exact mean, rounded to the nearest (a half upwards), of the area that
    /// it covers.
    pub(crate) fn shrink(&self, max_width: u32, max_height: u32) -> Raster {
        let (width, height) = fit((self.width, self.height), (max_width, max_height));
        let pixels = average::<RGB>(&self.pixels, (self.width, self.height), (width, height));
        Raster {
            width,
            height,
            pixels,
        }
    }

    /// The part of this rectangle that lies inside the picture; `None` if nothing does.
    pub(crate) fn crop(&self, x: u32, y: u32, width: u32, height: u32) -> Option<Raster> {
        let (width, height) = inside((self.width, self.height), (x, y), (width, height))?;
        Some(Raster {
            width,
            height,
            pixels: cut(&self.pixels, self.width, (x, y), (width, height), RGB),
        })
    }

    /// The luminance of each pixel by the weights of BT.601, in 256ths: 77 R + 150 G + 29 B.
    pub(crate) fn luma(&self) -> Plane {
        let luma = |[red, green, blue]: &[u8; RGB]| {
            let sum = 77 * u32::from(*red) + 150 * u32::from(*green) + 29 * u32::from(*blue);
            byte((sum + 128) >> 8)
        };
        Plane {
            width: self.width,
            height: self.height,
            values: self.pixels.as_chunks::<RGB>().0.iter().map(luma).collect(),
        }
    }
}

impl Plane {
    /// A plane of these values. `None` if a side is zero, or if there are not exactly
    /// `width * height` values.
    pub(crate) fn new(width: u32, height: u32, values: Vec<u8>) -> Option<Plane> {
        (samples(width, height, 1)? == values.len()).then_some(Plane {
            width,
            height,
            values,
        })
    }

    /// Values in a row; at least 1.
    pub(crate) const fn width(&self) -> u32 {
        self.width
    }

    /// Rows; at least 1.
    pub(crate) const fn height(&self) -> u32 {
        self.height
    }

    /// All values.
    pub(crate) fn values(&self) -> &[u8] {
        &self.values
    }

    /// The values of a row, counted from 0; nothing below the last one.
    pub(crate) fn row(&self, y: u32) -> &[u8] {
        part(&self.values, self.width, y, 1)
    }

    /// The value at a place; outside the plane that of the nearest pixel.
    pub(crate) fn value(&self, x: u32, y: u32) -> u8 {
        let row = self.row(y.min(self.height - 1));
        row.get(index(x.min(self.width - 1)))
            .copied()
            .unwrap_or_default()
    }

    /// As [`Raster::shrink`].
    pub(crate) fn shrink(&self, max_width: u32, max_height: u32) -> Plane {
        let (width, height) = fit((self.width, self.height), (max_width, max_height));
        let values = average::<1>(&self.values, (self.width, self.height), (width, height));
        Plane {
            width,
            height,
            values,
        }
    }

    /// As [`Raster::crop`].
    pub(crate) fn crop(&self, x: u32, y: u32, width: u32, height: u32) -> Option<Plane> {
        let (width, height) = inside((self.width, self.height), (x, y), (width, height))?;
        Some(Plane {
            width,
            height,
            values: cut(&self.values, self.width, (x, y), (width, height), 1),
        })
    }
}

/// Only the size: pixels are personal data.
impl fmt::Debug for Raster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raster({}x{})", self.width, self.height)
    }
}

/// Only the size: pixels are personal data.
impl fmt::Debug for Plane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plane({}x{})", self.width, self.height)
    }
}

/// Width and height.
type Size = (u32, u32);

/// The number of samples of a picture of this size, if it can exist: no format and no limit of the
/// rulebook has sides above 65535.
fn samples(width: u32, height: u32, channels: usize) -> Option<usize> {
    if width.max(height) > u32::from(u16::MAX) {
        return None;
    }
    let pixels = index(width).checked_mul(index(height))?;
    pixels.checked_mul(channels).filter(|samples| *samples > 0)
}

/// A row of a picture, or nothing.
fn part(samples: &[u8], width: u32, y: u32, channels: usize) -> &[u8] {
    let length = index(width) * channels;
    let row = index(y).checked_mul(length).and_then(|start| {
        let end = start.checked_add(length)?;
        samples.get(start..end)
    });
    row.unwrap_or_default()
}

/// The size of the part of a rectangle that lies inside a picture.
fn inside(picture: Size, corner: Size, size: Size) -> Option<Size> {
    let width = picture.0.checked_sub(corner.0)?.min(size.0);
    let height = picture.1.checked_sub(corner.1)?.min(size.1);
    (width > 0 && height > 0).then_some((width, height))
}

/// The samples of a rectangle inside a picture.
fn cut(samples: &[u8], width: u32, corner: Size, size: Size, channels: usize) -> Vec<u8> {
    let (from, to) = (
        index(corner.0) * channels,
        (index(corner.0) + index(size.0)) * channels,
    );
    let rows = samples.chunks_exact(index(width) * channels);
    let mut part = Vec::with_capacity((to - from) * index(size.1));
    for row in rows.skip(index(corner.1)).take(index(size.1)) {
        part.extend_from_slice(row.get(from..to).unwrap_or_default());
    }
    part
}

/// The largest size of the same aspect within `max`, no larger than `size` and no side below 1.
fn fit(size: Size, max: Size) -> Size {
    let (width, height) = (u64::from(size.0), u64::from(size.1));
    let max_width = u64::from(max.0.clamp(1, size.0));
    let max_height = u64::from(max.1.clamp(1, size.1));
    // The side that reaches its limit first is the limit; the other one is rounded.
    let (new_width, new_height) = if width * max_height >= height * max_width {
        (max_width, (height * max_width + width / 2) / width)
    } else {
        ((width * max_height + height / 2) / height, max_height)
    };
    let side = |new: u64, max: u64| u32::try_from(new.clamp(1, max)).unwrap_or(u32::MAX);
    (side(new_width, max_width), side(new_height, max_height))
}

/// The old samples under one new one: where they begin, and how much of each is covered, in
/// fractions of one over the new count. The weights add up to the old count.
struct Cover {
    first: usize,
    weights: Vec<u16>,
}

/// The cover of each of `new` samples over `old` ones; `new` is at most `old`.
fn covers(old: u32, new: u32) -> Vec<Cover> {
    let (old, unit) = (u64::from(old), u64::from(new));
    let cover = |place: u64| {
        let (start, end) = (place * old, (place + 1) * old);
        let first = start / unit;
        let weight = |sample: u64| {
            let covered = end.min((sample + 1) * unit) - start.max(sample * unit);
            u16::try_from(covered).unwrap_or(u16::MAX)
        };
        Cover {
            first: usize::try_from(first).unwrap_or(usize::MAX),
            weights: (first..end.div_ceil(unit)).map(weight).collect(),
        }
    };
    (0..unit).map(cover).collect()
}

/// Area averaging, without rounding until the last division: first down the columns, then across
/// them. The weights of a column add up to the old height, so that its sums stay below 2^32 for
/// every height below 2^24.
fn average<const CHANNELS: usize>(samples: &[u8], old: Size, new: Size) -> Vec<u8> {
    if old == new {
        return samples.to_vec();
    }
    let (across, down) = (covers(old.0, new.0), covers(old.1, new.1));
    let length = index(old.0) * CHANNELS;
    let area = u64::from(old.0) * u64::from(old.1);
    let (area, half) = (Divisor::new(area), area / 2);
    let mut result = Vec::with_capacity(index(new.0) * index(new.1) * CHANNELS);
    let mut columns = vec![0u32; length];
    for row in &down {
        columns.fill(0);
        let lines = samples.chunks_exact(length).skip(row.first);
        for (line, weight) in lines.zip(&row.weights) {
            for (sum, sample) in columns.iter_mut().zip(line) {
                *sum += u32::from(u16::from(*sample)) * u32::from(*weight);
            }
        }
        for cover in &across {
            let sums = weighted::<CHANNELS>(&columns, cover);
            result.extend(sums.map(|sum| byte(area.divide(sum + half))));
        }
    }
    result
}

/// The weighted sum of the columns under one new sample.
fn weighted<const CHANNELS: usize>(columns: &[u32], cover: &Cover) -> [u64; CHANNELS] {
    let covered = columns.get(cover.first * CHANNELS..).unwrap_or_default();
    let mut sum = [0; CHANNELS];
    for (pixel, weight) in covered.chunks_exact(CHANNELS).zip(&cover.weights) {
        for (total, column) in sum.iter_mut().zip(pixel) {
            *total += u64::from(*column) * u64::from(*weight);
        }
    }
    sum
}

/// A mean of samples as a sample.
fn byte(value: impl TryInto<u8>) -> u8 {
    value.try_into().unwrap_or(u8::MAX)
}

/// A coordinate as an index.
fn index(side: u32) -> usize {
    usize::try_from(side).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plane(width: u32, values: &[u8]) -> Plane {
        let height = u32::try_from(values.len()).unwrap() / width;
        Plane::new(width, height, values.to_vec()).unwrap()
    }

    #[test]
    fn sizes_must_match_and_be_positive() {
        assert!(Raster::new(2, 1, vec![0; 6]).is_some());
        assert!(Raster::new(2, 1, vec![0; 5]).is_none());
        assert!(Raster::new(0, 1, Vec::new()).is_none());
        assert!(Raster::new(u32::MAX, u32::MAX, vec![0; 6]).is_none());
        assert!(Plane::new(3, 0, Vec::new()).is_none());
        assert!(Plane::new(3, 2, vec![0; 6]).is_some());
    }

    #[test]
    fn places_outside_are_clamped() {
        let raster = Raster::new(2, 2, (0..12).collect()).unwrap();
        assert_eq!(raster.pixel(0, 0), [0, 1, 2]);
        assert_eq!(raster.pixel(1, 1), [9, 10, 11]);
        assert_eq!(raster.pixel(9, 0), [3, 4, 5]);
        assert_eq!(raster.pixel(u32::MAX, u32::MAX), [9, 10, 11]);
        assert_eq!(raster.row(1), [6, 7, 8, 9, 10, 11]);
        assert!(raster.row(2).is_empty() && raster.row(u32::MAX).is_empty());
        assert_eq!(plane(2, &[1, 2, 3, 4]).value(5, 0), 2);
    }

    #[test]
    fn luminance_is_bt_601_in_256ths() {
        let cases = [
            ([0, 0, 0], 0),
            ([255, 255, 255], 255),
            ([255, 0, 0], 77),
            ([0, 255, 0], 149),
            ([0, 0, 255], 29),
            ([128, 128, 128], 128),
        ];
        for (rgb, expected) in cases {
            let luma = Raster::new(1, 1, rgb.to_vec()).unwrap().luma();
            assert_eq!(luma.values(), [expected], "{rgb:?}");
        }
    }

    #[test]
    fn an_area_is_averaged_exactly() {
        assert_eq!(plane(2, &[0, 1, 1, 1]).shrink(1, 1).values(), [1]);
        assert_eq!(plane(2, &[0, 0, 1, 1]).shrink(1, 1).values(), [1]);
        assert_eq!(plane(2, &[0, 0, 0, 1]).shrink(1, 1).values(), [0]);
        // Three pixels into two: the middle one counts for both by half.
        let shrunk = plane(3, &[0, 90, 240, 0, 90, 240, 0, 90, 240]).shrink(2, 2);
        assert_eq!(shrunk.values(), [30, 190, 30, 190]);
    }

    #[test]
    fn the_aspect_is_kept_and_nothing_is_enlarged() {
        let sizes = [
            ((1200, 1600), (640, 640), (480, 640)),
            ((1600, 1200), (640, 640), (640, 480)),
            ((100, 100), (640, 640), (100, 100)),
            ((10_000, 1), (100, 100), (100, 1)),
            ((3, 1000), (100, 100), (1, 100)),
            ((7, 5), (0, 0), (1, 1)),
        ];
        for (size, max, expected) in sizes {
            assert_eq!(fit(size, max), expected, "{size:?} in {max:?}");
        }
    }

    #[test]
    fn a_crop_is_what_lies_inside() {
        let plane = plane(3, &[0, 1, 2, 3, 4, 5]);
        assert_eq!(plane.crop(1, 0, 2, 2).unwrap().values(), [1, 2, 4, 5]);
        let corner = plane.crop(2, 1, u32::MAX, u32::MAX).unwrap();
        assert_eq!((corner.width(), corner.values()), (1, &[5][..]));
        assert!(plane.crop(3, 0, 1, 1).is_none());
        assert!(plane.crop(0, 0, 0, 1).is_none());
        let raster = Raster::new(2, 1, (0..6).collect()).unwrap();
        assert_eq!(raster.crop(1, 0, 5, 5).unwrap().pixels(), [3, 4, 5]);
    }

    #[test]
    fn debug_shows_no_pixels() {
        let raster = Raster::new(1, 2, vec![7; 6]).unwrap();
        assert_eq!(format!("{raster:?}"), "Raster(1x2)");
        assert_eq!(format!("{:?}", raster.luma()), "Plane(1x2)");
    }

    /// The mean of the area by its definition: each sample split into `new` parts each way.
    fn slow(plane: &Plane, new: Size) -> Vec<u8> {
        let mut values = Vec::new();
        let (old, area) = ((plane.width, plane.height), plane.width * plane.height);
        for y in 0..new.1 {
            for x in 0..new.0 {
                let mut sum = 0;
                for down in y * old.1..(y + 1) * old.1 {
                    for across in x * old.0..(x + 1) * old.0 {
                        sum += u32::from(plane.value(across / new.0, down / new.1));
                    }
                }
                values.push(u8::try_from((sum + area / 2) / area).unwrap());
            }
        }
        values
    }

    proptest! {
        #[test]
        fn shrinking_agrees_with_its_definition(
            (width, height, values) in (1u32..12, 1u32..12).prop_flat_map(|(w, h)| {
                let count = usize::try_from(w * h).unwrap();
                (Just(w), Just(h), proptest::collection::vec(any::<u8>(), count))
            }),
            max in (0u32..14, 0u32..14),
        ) {
            let plane = Plane::new(width, height, values.clone()).unwrap();
            let small = plane.shrink(max.0, max.1);
            let size = (small.width(), small.height());
            prop_assert_eq!(small.values(), slow(&plane, size));
            // The three channels of a grey picture shrink as its plane does.
            let grey = values.iter().flat_map(|value| [*value; 3]).collect();
            let raster = Raster::new(width, height, grey).unwrap().shrink(max.0, max.1);
            prop_assert_eq!(raster.luma(), small);
        }
    }
}
