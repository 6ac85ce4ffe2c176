//! Drawing with a round pen, in whole numbers.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places are clamped to 2^20 in 64ths of a pixel and sides are at most 640 pixels, so \
              that products stay below 2^45"
)]

use crate::pictures::image::Plane;

/// A point of the sheet in 64ths of a pixel, across and down.
pub(super) type DrawnPoint = (i64, i64);

/// A pixel has so many samples across and down.
const SAMPLES: u32 = 4;

/// From one sample to the next, in 64ths of a pixel.
const STEP: i64 = 16;

/// Places are at most so far from the corner.
const FAR: i64 = 1 << 20;

/// A white sheet and the drawing on it: 16 samples a pixel, each covered or not.
pub(super) struct Drawing {
    width: u32,
    height: u32,
    samples: Vec<u8>,
}

impl Drawing {
    /// An empty sheet of at most 640 pixels a side.
    pub(super) fn new(width: u32, height: u32) -> Drawing {
        let area = (width * SAMPLES) as usize * (height * SAMPLES) as usize;
        Drawing {
            width,
            height,
            samples: vec![0; area],
        }
    }

    /// Draws a line with a round pen. Its work is that of the rows it covers.
    pub(super) fn line(&mut self, from: DrawnPoint, to: DrawnPoint, pen: &Pen) {
        let clamp = |point: DrawnPoint| (point.0.clamp(-FAR, FAR), point.1.clamp(-FAR, FAR));
        let (from, to) = (clamp(from), clamp(to));
        let row_length = (self.width * SAMPLES) as usize;
        let top = from.1.min(to.1) - pen.radius;
        let bottom = from.1.max(to.1) + pen.radius;
        let first = top.div_euclid(STEP).max(0);
        // Samples stand in the middle of their squares.
        let middle = first * STEP + STEP / 2;
        let mut sides = pen.sides(from, to, middle);
        let rows = self.samples.chunks_exact_mut(row_length);
        let rows = rows.skip(usize::try_from(first).unwrap_or(usize::MAX));
        for (index, row) in (0..).zip(rows) {
            let y = middle + index * STEP;
            if y > bottom {
                break;
            }
            let dots = [pen.across(from, y), pen.across(to, y)];
            let sides = sides.iter_mut().flatten().filter_map(|side| side.meets(y));
            let met = dots.into_iter().flatten().chain(sides);
            let met = met.reduce(|(least, most), (left, right)| (least.min(left), most.max(right)));
            let Some((left, right)) = met else {
                continue;
            };
            let start = (left - STEP / 2 + STEP - 1).div_euclid(STEP).max(0);
            let end = (right - STEP / 2).div_euclid(STEP) + 1;
            let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else {
                continue;
            };
            if let Some(covered) = row.get_mut(start..end.min(row_length).max(start)) {
                covered.fill(1);
            }
        }
    }

    /// The sheet in levels: white less the share of each pixel that is covered.
    pub(super) fn plane(&self) -> Option<Plane> {
        let row_length = (self.width * SAMPLES) as usize;
        let pixel = SAMPLES as usize;
        let mut values = Vec::with_capacity((self.width * self.height) as usize);
        for band in self.samples.chunks_exact(row_length * pixel) {
            let mut covered = vec![0_u32; self.width as usize];
            for row in band.chunks_exact(row_length) {
                for (sum, samples) in covered.iter_mut().zip(row.chunks_exact(pixel)) {
                    *sum += samples.iter().map(|sample| u32::from(*sample)).sum::<u32>();
                }
            }
            let level = |sum: u32| 255 - sum * 255 / (SAMPLES * SAMPLES);
            values.extend(
                covered
                    .into_iter()
                    .map(|sum| u8::try_from(level(sum)).unwrap_or(0)),
            );
        }
        Plane::new(self.width, self.height, values)
    }
}

/// A round pen, with half the width of its trace at each distance from the middle.
pub(super) struct Pen {
    radius: i64,
    half: Vec<i64>,
}

impl Pen {
    /// A pen of this radius, in 64ths of a pixel.
    pub(super) fn new(radius: i64) -> Pen {
        let half = |off: i64| (radius * radius - off * off).isqrt();
        Pen {
            radius,
            half: (0..=radius).map(half).collect(),
        }
    }

    /// The samples of a row that a dot covers, from and to inclusive.
    fn across(&self, centre: DrawnPoint, y: i64) -> Option<(i64, i64)> {
        let off = usize::try_from((y - centre.1).abs()).ok()?;
        let half = self.half.get(off)?;
        Some((centre.0 - half, centre.0 + half))
    }

    /// The sides of the rectangle between the two round ends of a line, as the rows from `first` on
    /// meet them; empty if the ends are at one place.
    fn sides(&self, from: DrawnPoint, to: DrawnPoint, first: i64) -> Option<[Side; 4]> {
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        let length = (x * x + y * y).isqrt();
        let aside = (
            (-y * self.radius).checked_div(length)?,
            (x * self.radius).checked_div(length)?,
        );
        let plus = |point: DrawnPoint| (point.0 + aside.0, point.1 + aside.1);
        let minus = |point: DrawnPoint| (point.0 - aside.0, point.1 - aside.1);
        let corners = [plus(from), plus(to), minus(to), minus(from)];
        let [one, two, three, four] = corners;
        let sides = [(one, two), (two, three), (three, four), (four, one)];
        Some(sides.map(|(one, other)| Side::new(one, other, first)))
    }
}

/// A side of a rectangle, followed from row to row without a division.
struct Side {
    /// Its beginning.
    one: DrawnPoint,
    /// Its end.
    other: DrawnPoint,
    /// Its way from the beginning sideways, and the rest of that division.
    gone: (i64, i64),
    /// The change of that from row to row.
    step: (i64, i64),
}

impl Side {
    fn new(one: DrawnPoint, other: DrawnPoint, first: i64) -> Side {
        let top = one.1.min(other.1);
        // The first row that it meets.
        let row = first + (top - first + STEP - 1).div_euclid(STEP).max(0) * STEP;
        let (wide, high) = ((other.0 - one.0).abs(), (other.1 - one.1).abs().max(1));
        let parts = |along: i64| (along / high, along % high);
        Side {
            one,
            other,
            gone: parts(wide * (row - one.1).abs()),
            step: parts(wide * STEP),
        }
    }

    /// Its meeting with this row, if any. Rows have to be asked for in order.
    fn meets(&mut self, y: i64) -> Option<(i64, i64)> {
        let (one, other) = (self.one, self.other);
        if y < one.1.min(other.1) || y > one.1.max(other.1) {
            return None;
        }
        if one.1 == other.1 {
            return Some((one.0.min(other.0), one.0.max(other.0)));
        }
        let x = one.0 + self.gone.0 * (other.0 - one.0).signum();
        let (high, (whole, rest)) = ((other.1 - one.1).abs(), self.step);
        let (gone, over) = self.gone;
        self.gone = if one.1 < other.1 {
            let carry = i64::from(over + rest >= high);
            (gone + whole + carry, over + rest - carry * high)
        } else {
            let carry = i64::from(over < rest);
            (gone - whole - carry, over - rest + carry * high)
        };
        Some((x, x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The samples of a row that a line covers, by geometry: two discs and the rectangle between
    /// them.
    fn across(from: DrawnPoint, to: DrawnPoint, radius: i64, y: i64) -> Option<(i64, i64)> {
        let mut met = Vec::new();
        for centre in [from, to] {
            let off = y - centre.1;
            if off.abs() <= radius {
                let half = (radius * radius - off * off).isqrt();
                met.extend([centre.0 - half, centre.0 + half]);
            }
        }
        let (x, down) = (to.0 - from.0, to.1 - from.1);
        let length = (x * x + down * down).isqrt();
        if length > 0 {
            let aside = (-down * radius / length, x * radius / length);
            let corners = [
                (from.0 + aside.0, from.1 + aside.1),
                (to.0 + aside.0, to.1 + aside.1),
                (to.0 - aside.0, to.1 - aside.1),
                (from.0 - aside.0, from.1 - aside.1),
            ];
            for index in 0..4 {
                let (one, other) = (corners[index], corners[(index + 1) % 4]);
                if y < one.1.min(other.1) || y > one.1.max(other.1) {
                    continue;
                }
                if one.1 == other.1 {
                    met.extend([one.0, other.0]);
                } else {
                    met.push(one.0 + (other.0 - one.0) * (y - one.1) / (other.1 - one.1));
                }
            }
        }
        Some((*met.iter().min()?, *met.iter().max()?))
    }

    proptest! {
        /// Following the sides from row to row gives the same as each row by itself.
        #[test]
        fn a_line_covers_what_geometry_says(
            from in (-900_i64..3000, -900_i64..3000),
            to in (-900_i64..3000, -900_i64..3000),
            radius in 1_i64..200,
        ) {
            let pen = Pen::new(radius);
            let mut sheet = Drawing::new(32, 32);
            sheet.line(from, to, &pen);
            let rows = sheet.samples.chunks_exact(128).enumerate();
            for (index, row) in rows {
                let y = i64::try_from(index).unwrap() * STEP + STEP / 2;
                let met = across(from, to, radius, y);
                for (column, sample) in row.iter().enumerate() {
                    let x = i64::try_from(column).unwrap() * STEP + STEP / 2;
                    let inside = met.is_some_and(|(left, right)| (left..=right).contains(&x));
                    prop_assert_eq!(*sample == 1, inside, "{} {}", x, y);
                }
            }
        }
    }
}
