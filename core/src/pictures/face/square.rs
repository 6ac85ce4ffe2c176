//! Squares of a picture, which may be turned, and the pixels in them: all in whole numbers.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places in 256ths of a pixel: pictures have sides of at most 2^24 pixels, networks of \
              2^8, directions are at most 2^16, and places out of a network at most 2^24; products \
              of three of them, or of a place in 65536ths and a side, are below 2^63"
)]

use crate::pictures::image::{Divisor, Raster};
use crate::pictures::landmarks::Landmark;

/// Fractions of a pixel in a [`FinePoint`].
pub(super) const FRACTIONS: i64 = 256;
/// The length of a [`Direction`].
const UNIT: i64 = 1 << 16;

/// A point of the picture or of a network's input, in 256ths of a pixel, from the left upper corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct FinePoint {
    pub(super) x: i64,
    pub(super) y: i64,
}

/// A direction as a vector of the length 65536, to the nearest whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Direction {
    x: i64,
    y: i64,
}

/// A square of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Square {
    pub(super) centre: FinePoint,
    /// In 256ths of a pixel; at least 1.
    pub(super) side: i64,
    /// The direction of its rows.
    pub(super) along: Direction,
}

/// The samples outside the picture.
#[derive(Clone, Copy)]
pub(super) enum Outside {
    Black,
    /// The nearest pixel.
    Nearest,
}

/// From the picture that was looked at, which may be shrunk, to the one that was given.
pub(super) struct Scale {
    looked_at: (i64, i64),
    given: (i64, i64),
}

impl Scale {
    pub(super) fn new(looked_at: &Raster, given: &Raster) -> Scale {
        let size = |raster: &Raster| (i64::from(raster.width()), i64::from(raster.height()));
        Scale {
            looked_at: size(looked_at),
            given: size(given),
        }
    }

    /// A length along the rows in 256ths of a pixel as one in 16ths, to the nearest (a half
    /// upwards).
    pub(super) fn across(&self, length: i64) -> i32 {
        sixteenths(length, self.looked_at.0, self.given.0)
    }

    /// A length along the columns, likewise.
    pub(super) fn down(&self, length: i64) -> i32 {
        sixteenths(length, self.looked_at.1, self.given.1)
    }

    /// A point of the picture that was given, without a depth.
    pub(super) fn landmark(&self, point: FinePoint) -> Landmark {
        Landmark {
            x: self.across(point.x),
            y: self.down(point.y),
            z: 0,
        }
    }
}

fn sixteenths(length: i64, from: i64, to: i64) -> i32 {
    let unit = from * (FRACTIONS / 16);
    let rounded = (2 * length * to + unit).div_euclid(2 * unit);
    i32::try_from(rounded).unwrap_or(if rounded < 0 { i32::MIN } else { i32::MAX })
}

impl Direction {
    /// To the right.
    pub(super) const RIGHT: Direction = Direction { x: UNIT, y: 0 };

    /// From one point to another; to the right if they are the same.
    pub(super) fn between(from: FinePoint, to: FinePoint) -> Direction {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = (x * x + y * y).isqrt();
        if length == 0 {
            return Direction::RIGHT;
        }
        // Rounded to the nearest; a half upwards.
        let part = |side: i64| (2 * side * UNIT + length).div_euclid(2 * length);
        Direction {
            x: part(x),
            y: part(y),
        }
    }
}

impl Square {
    /// The smallest square around the picture.
    pub(super) fn whole(picture: &Raster) -> Square {
        let (width, height) = (i64::from(picture.width()), i64::from(picture.height()));
        Square {
            centre: FinePoint {
                x: width * FRACTIONS / 2,
                y: height * FRACTIONS / 2,
            },
            side: width.max(height) * FRACTIONS,
            along: Direction::RIGHT,
        }
    }

    /// Squares of half the side of [`Square::whole`] that cover the picture, and overlap by at least
    /// half of themselves: at most nine.
    pub(super) fn parts(picture: &Raster) -> Vec<Square> {
        let whole = Square::whole(picture);
        let side = (whole.side / 2).max(1);
        // The middles of the parts along one side of the picture.
        let middles = |middle: i64| -> Vec<i64> {
            let rest = (2 * middle - side).max(0);
            let steps = (2 * rest + side - 1) / side;
            let start = middle - rest / 2;
            (0..=steps)
                .map(|step| start + rest * step / steps.max(1))
                .collect()
        };
        let rows = middles(whole.centre.y).into_iter();
        let columns = middles(whole.centre.x);
        let row = |y: i64| {
            let square = move |x: &i64| Square {
                centre: FinePoint { x: *x, y },
                side,
                along: Direction::RIGHT,
            };
            columns.iter().map(square).collect::<Vec<_>>()
        };
        rows.flat_map(row).collect()
    }

    /// A length in a network's input of this side, as one in the picture.
    pub(super) fn length(&self, length: i64, side: u32) -> i64 {
        let whole = i64::from(side) * FRACTIONS;
        (length * self.side + whole / 2).div_euclid(whole)
    }

    /// A point of a network's input of this side, as one of the picture.
    pub(super) fn point(&self, point: FinePoint, side: u32) -> FinePoint {
        let middle = i64::from(side) * FRACTIONS / 2;
        let (x, y) = (
            self.length(point.x - middle, side),
            self.length(point.y - middle, side),
        );
        let Direction { x: cos, y: sin } = self.along;
        let turned = |sum: i64| (sum + UNIT / 2).div_euclid(UNIT);
        FinePoint {
            x: self.centre.x + turned(x * cos - y * sin),
            y: self.centre.y + turned(x * sin + y * cos),
        }
    }

    /// The square as so many pixels by so many, its rows from top to bottom. The picture is first
    /// shrunk to about this size by averages of areas, then sampled between its pixels.
    pub(super) fn sample(&self, picture: &Raster, side: u32, outside: Outside) -> Vec<[u8; 3]> {
        let Some(part) = self.part(picture, side) else {
            return vec![[0; 3]; side as usize * side as usize];
        };
        let steps = 2 * i64::from(side);
        let unit = Divisor::new(u64::from(side) * (2 * FRACTIONS.unsigned_abs()));
        let Direction { x: cos, y: sin } = self.along;
        let mut pixels = Vec::with_capacity(side as usize * side as usize);
        for row in 0..i64::from(side) {
            for column in 0..i64::from(side) {
                // From the square's centre, in twice as many parts of it as there are pixels.
                let (x, y) = (2 * column + 1 - steps / 2, 2 * row + 1 - steps / 2);
                // In 65536ths of a pixel: 256ths by 65536ths over 256.
                let offset = |turned: i64| unit.floor(self.side * turned);
                let x_place = self.centre.x * FRACTIONS + offset(x * cos - y * sin);
                let y_place = self.centre.y * FRACTIONS + offset(x * sin + y * cos);
                pixels.push(part.between(x_place, y_place, outside));
            }
        }
        pixels
    }

    /// The part of the picture that the square needs, shrunk if it has more pixels than asked for.
    fn part(&self, picture: &Raster, side: u32) -> Option<Part> {
        let Direction { x: cos, y: sin } = self.along;
        let reach = self.side * (cos.abs() + sin.abs()) / (2 * UNIT) + 2 * FRACTIONS;
        let range = |centre: i64, size: u32| {
            let first = (centre - reach).div_euclid(FRACTIONS).max(0);
            let end = (centre + reach).div_euclid(FRACTIONS) + 1;
            let first = u32::try_from(first).ok()?;
            let end = u32::try_from(end).ok()?.min(size);
            end.checked_sub(first).map(|count| (first, count))
        };
        let (left, width) = range(self.centre.x, picture.width())?;
        let (top, height) = range(self.centre.y, picture.height())?;
        let whole = (left, top, width, height) == (0, 0, picture.width(), picture.height());
        let wanted = |size: u32| {
            let shrunk = i64::from(size) * i64::from(side) * FRACTIONS;
            u32::try_from(shrunk.div_euclid(self.side).max(1)).unwrap_or(u32::MAX)
        };
        let pixels = if whole {
            picture.shrink(wanted(width), wanted(height))
        } else {
            let cut = picture.crop(left, top, width, height)?;
            cut.shrink(wanted(width), wanted(height))
        };
        Some(Part {
            left: i64::from(left) * UNIT,
            top: i64::from(top) * UNIT,
            width: Divisor::new(u64::from(width)),
            height: Divisor::new(u64::from(height)),
            pixels,
        })
    }
}

/// A part of the picture, perhaps shrunk.
struct Part {
    /// Its corner, in 65536ths of a pixel of the picture.
    left: i64,
    top: i64,
    /// Its sides in pixels of the picture.
    width: Divisor,
    height: Divisor,
    pixels: Raster,
}

impl Part {
    /// The pixel between the four nearest ones, by their distances in 256ths; the place is in
    /// 65536ths of a pixel of the picture.
    fn between(&self, x: i64, y: i64, outside: Outside) -> [u8; 3] {
        let (width, height) = (
            i64::from(self.pixels.width()),
            i64::from(self.pixels.height()),
        );
        // Pixels have their place in their middle.
        let x = self.width.floor((x - self.left) * width) - UNIT / 2;
        let y = self.height.floor((y - self.top) * height) - UNIT / 2;
        let (column, row) = (x.div_euclid(UNIT), y.div_euclid(UNIT));
        let parts = |place: i64| u32::try_from(place.rem_euclid(UNIT) >> 8).unwrap_or(0);
        let (right, down) = (parts(x), parts(y));
        let mut sums = [0_u32; 3];
        for (below, share) in [(0, 256 - down), (1, down)] {
            for (beside, part) in [(0, 256 - right), (1, right)] {
                let pixel = self.pixel(column + beside, row + below, outside);
                for (sum, sample) in sums.iter_mut().zip(pixel) {
                    *sum += share * part * u32::from(sample);
                }
            }
        }
        sums.map(|sum| u8::try_from((sum + (1 << 15)) >> 16).unwrap_or(u8::MAX))
    }

    fn pixel(&self, column: i64, row: i64, outside: Outside) -> [u8; 3] {
        let (width, height) = (
            i64::from(self.pixels.width()),
            i64::from(self.pixels.height()),
        );
        let (column, row) = match outside {
            Outside::Nearest => (column.clamp(0, width - 1), row.clamp(0, height - 1)),
            Outside::Black => (column, row),
        };
        let inside = (0..width).contains(&column) && (0..height).contains(&row);
        let start = usize::try_from((row * width + column) * 3).ok();
        let start = start.filter(|_| inside);
        let pixel = start.and_then(|start| self.pixels.pixels().get(start..)?.first_chunk());
        pixel.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(x: i64, y: i64) -> FinePoint {
        FinePoint {
            x: x * FRACTIONS,
            y: y * FRACTIONS,
        }
    }

    fn picture(width: u32, height: u32) -> Raster {
        let samples = (0..width * height * 3).map(|index| u8::try_from(index * 37 % 251).unwrap());
        Raster::new(width, height, samples.collect()).unwrap()
    }

    #[test]
    fn the_square_of_a_square_picture_is_the_picture() {
        let picture = picture(8, 8);
        let square = Square::whole(&picture);
        let pixels = square.sample(&picture, 8, Outside::Black);
        assert_eq!(pixels.concat(), picture.pixels());
        let half = square.sample(&picture, 4, Outside::Black);
        assert_eq!(half.concat(), picture.shrink(4, 4).pixels());
    }

    #[test]
    fn a_tall_picture_lies_in_the_middle() {
        let picture = picture(2, 4);
        let square = Square::whole(&picture);
        let black = square.sample(&picture, 4, Outside::Black);
        assert_eq!(black[..2], [[0; 3], picture.pixel(0, 0)]);
        assert_eq!(black[14..], [picture.pixel(1, 3), [0; 3]]);
        let nearest = square.sample(&picture, 4, Outside::Nearest);
        assert_eq!(nearest[..2], [picture.pixel(0, 0); 2]);
    }

    #[test]
    fn a_square_that_is_turned_by_a_quarter_is_read_from_the_side() {
        let picture = picture(6, 6);
        let whole = Square::whole(&picture);
        let turned = Square {
            along: Direction::between(point(0, 0), point(0, 9)),
            ..whole
        };
        let pixels = turned.sample(&picture, 6, Outside::Black);
        for y in 0..6 {
            for x in 0..6 {
                let index = usize::try_from(6 * y + x).unwrap();
                assert_eq!(pixels[index], picture.pixel(5 - y, x), "{x}, {y}");
            }
        }
        // Down in the square is to the left in the picture.
        assert_eq!(turned.point(point(3, 6), 6), point(0, 3));
    }

    #[test]
    fn parts_cover_the_picture_and_overlap_by_half() {
        let middles = |width, height| -> Vec<FinePoint> {
            let parts = Square::parts(&picture(width, height));
            parts.iter().map(|part| part.centre).collect()
        };
        let expected = [(20, 20), (40, 20), (20, 40), (40, 40), (20, 60), (40, 60)];
        assert_eq!(middles(60, 80), expected.map(|(x, y)| point(x, y)));
        assert_eq!(middles(80, 80).len(), 9);
        assert_eq!(
            middles(80, 40),
            [point(20, 20), point(40, 20), point(60, 20)]
        );
        let half = FinePoint { x: 128, y: 128 };
        assert!(middles(1, 1).contains(&half));
        assert_eq!(middles(1, 80).len(), 3);
    }

    #[test]
    fn far_outside_there_is_nothing() {
        let picture = picture(6, 6);
        let square = Square {
            centre: point(1000, -1000),
            ..Square::whole(&picture)
        };
        assert_eq!(square.sample(&picture, 3, Outside::Nearest), [[0; 3]; 9]);
    }

    #[test]
    fn directions_have_the_same_length() {
        assert_eq!(
            Direction::between(point(1, 1), point(1, 1)),
            Direction::RIGHT
        );
        assert_eq!(
            Direction::between(point(1, 1), point(7, 1)),
            Direction::RIGHT
        );
        let slanted = Direction::between(point(0, 0), point(30, -40));
        assert_eq!((slanted.x, slanted.y), (39_322, -52_429));
    }

    #[test]
    fn points_grow_with_the_picture() {
        let scale = Scale::new(&picture(3, 4), &picture(30, 41));
        let point = scale.landmark(point(2, 2));
        assert_eq!((point.x, point.y), (16 * 20, 16 * 41 / 2));
        assert_eq!(scale.across(-1), -1);
        assert_eq!(scale.across(i64::from(i32::MAX) * 2), i32::MAX);
    }

    proptest! {
        #[test]
        fn no_square_panics(
            width in 1u32..40, height in 1u32..40,
            x in -(1i64 << 27)..1 << 27, y in -(1i64 << 27)..1 << 27, side in 1i64..1 << 24,
            to_x in -(1i64 << 27)..1 << 27, to_y in -(1i64 << 27)..1 << 27,
        ) {
            let picture = picture(width, height);
            let centre = FinePoint { x, y };
            let along = Direction::between(centre, FinePoint { x: to_x, y: to_y });
            for centre in [centre, point(2, 3)] {
                let square = Square { centre, side, along };
                for outside in [Outside::Black, Outside::Nearest] {
                    prop_assert_eq!(square.sample(&picture, 7, outside).len(), 49);
                }
                square.point(FinePoint { x: 1 << 21, y: -(1 << 21) }, 192);
            }
        }
    }
}
