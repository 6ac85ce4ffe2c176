//! Drawing with a round pen, in whole numbers.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places are clamped to 2^20 in 64ths of a pixel and sides are at most 640 pixels, so \
              that products stay below 2^45"
)]

use crate::image::Plane;

/// A place in 64ths of a pixel.
pub(super) type Spot = (i64, i64);

/// A pixel has so many samples across and down.
const SAMPLES: u32 = 4;

/// From one sample to the next, in 64ths of a pixel.
const STEP: i64 = 16;

/// Places are at most so far from the corner.
const FAR: i64 = 1 << 20;

/// A white sheet and what is drawn on it: 16 samples a pixel, each covered or not.
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

    /// Draws a line with a round pen of this radius, in 64ths of a pixel. Its work is that of the
    /// rows it covers.
    pub(super) fn line(&mut self, from: Spot, to: Spot, radius: i64) {
        let clamp = |spot: Spot| (spot.0.clamp(-FAR, FAR), spot.1.clamp(-FAR, FAR));
        let (from, to) = (clamp(from), clamp(to));
        let line = Line { from, to, radius };
        let corners = line.corners();
        let row_length = (self.width * SAMPLES) as usize;
        let (top, bottom) = (from.1.min(to.1) - radius, from.1.max(to.1) + radius);
        let first = usize::try_from(top.div_euclid(STEP)).unwrap_or(0);
        let rows = self.samples.chunks_exact_mut(row_length).enumerate();
        for (index, row) in rows.skip(first) {
            let y = i64::try_from(index).unwrap_or(FAR) * STEP + STEP / 2;
            if y > bottom {
                break;
            }
            let Some((left, right)) = line.across(y, corners.as_ref()) else {
                continue;
            };
            // Samples stand in the middle of their squares.
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

struct Line {
    from: Spot,
    to: Spot,
    radius: i64,
}

impl Line {
    /// The corners of the rectangle between the two round ends; `None` if they are at one place.
    fn corners(&self) -> Option<[Spot; 4]> {
        let (x, y) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let length = (x * x + y * y).isqrt();
        let side = (
            (-y * self.radius).checked_div(length)?,
            (x * self.radius).checked_div(length)?,
        );
        let plus = |spot: Spot| (spot.0 + side.0, spot.1 + side.1);
        let minus = |spot: Spot| (spot.0 - side.0, spot.1 - side.1);
        Some([
            plus(self.from),
            plus(self.to),
            minus(self.to),
            minus(self.from),
        ])
    }

    /// What the line covers of a row, from and to inclusive.
    fn across(&self, y: i64, corners: Option<&[Spot; 4]>) -> Option<(i64, i64)> {
        let mut covered: Option<(i64, i64)> = None;
        let mut add = |left: i64, right: i64| {
            covered = Some(covered.map_or((left, right), |(least, most)| {
                (least.min(left), most.max(right))
            }));
        };
        for centre in [self.from, self.to] {
            let off = y - centre.1;
            if off.abs() <= self.radius {
                let half = (self.radius * self.radius - off * off).isqrt();
                add(centre.0 - half, centre.0 + half);
            }
        }
        if let Some(corners) = corners {
            let next = corners.iter().cycle().skip(1);
            for (one, other) in corners.iter().zip(next) {
                if y < one.1.min(other.1) || y > one.1.max(other.1) {
                    continue;
                }
                let along = (other.0 - one.0) * (y - one.1);
                match along.checked_div(other.1 - one.1) {
                    Some(x) => add(one.0 + x, one.0 + x),
                    None => add(one.0.min(other.0), one.0.max(other.0)),
                }
            }
        }
        covered
    }
}
