//! The ink of a picture: its parts, its box, its spread, and the pen.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "at most 640 x 640 pixels: covariances stay below 2^56, and squares of them in 4096ths \
              below 2^126"
)]

use crate::pictures::image::Plane;

/// The ink, without specks.
pub(super) struct Ink {
    width: usize,
    /// 1 for ink, 0 for paper.
    mask: Vec<u8>,
    parts: u32,
}

/// The place of the ink, in pixels; `right` and `bottom` are inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InkBox {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

impl InkBox {
    pub(super) const fn width(&self) -> u32 {
        self.right - self.left + 1
    }

    pub(super) const fn height(&self) -> u32 {
        self.bottom - self.top + 1
    }
}

impl Ink {
    /// The pixels no brighter than the threshold, without the parts of fewer than `smallest_part`
    /// pixels. Pixels that touch with a side or a corner belong to one part.
    pub(super) fn of(plane: &Plane, threshold: u8, smallest_part: u32) -> Ink {
        let width = plane.width() as usize;
        let dark = |value: &u8| u8::from(*value <= threshold);
        let mut mask: Vec<u8> = plane.values().iter().map(dark).collect();
        let parts = remove_specks(&mut mask, width, smallest_part as usize);
        Ink { width, mask, parts }
    }

    /// The number of parts.
    pub(super) const fn parts(&self) -> u32 {
        self.parts
    }

    /// A byte for each pixel: 1 for ink, 0 for paper.
    pub(super) fn mask(&self) -> &[u8] {
        &self.mask
    }

    /// The number of pixels of ink.
    pub(super) fn area(&self) -> u64 {
        self.mask.iter().map(|ink| u64::from(*ink)).sum()
    }

    fn rows(&self) -> impl DoubleEndedIterator<Item = &[u8]> + ExactSizeIterator {
        self.mask.chunks_exact(self.width)
    }

    /// The places of all ink.
    fn places(&self) -> impl Iterator<Item = (u32, u32)> {
        (0..).zip(self.rows()).flat_map(|(y, row)| {
            let inked = (0..).zip(row).filter(|(_, ink)| **ink == 1);
            inked.map(move |(x, _)| (x, y))
        })
    }

    /// The smallest box around the ink; `None` without ink.
    pub(super) fn bounds(&self) -> Option<InkBox> {
        let mut places = self.places();
        let (x, y) = places.next()?;
        let first = InkBox {
            left: x,
            top: y,
            right: x,
            bottom: y,
        };
        Some(places.fold(first, |bounds, (x, y)| InkBox {
            left: bounds.left.min(x),
            top: bounds.top,
            right: bounds.right.max(x),
            bottom: y,
        }))
    }

    /// The width of the pen in pixels: for each pixel of ink the shorter of the unbroken runs of
    /// ink through it in its row and in its column; of these the lower median. 0 without ink.
    pub(super) fn pen(&self) -> u32 {
        let height = self.rows().len();
        let across = runs(&self.mask, self.width);
        let turned = turn(&self.mask, self.width);
        let down = turn(&runs(&turned, height), height);
        let widths = across
            .iter()
            .zip(&down)
            .map(|(across, down)| *across.min(down));
        let mut widths: Vec<u16> = widths.filter(|width| *width > 0).collect();
        widths.sort_unstable();
        let middle = widths.len().saturating_sub(1) / 2;
        widths.get(middle).copied().map_or(0, u32::from)
    }

    /// The spread across the main direction over that along it, in thousandths, rounded down: the
    /// root of the quotient of the eigenvalues of the covariance of all places. 0 for a line one
    /// pixel wide, 1000 for a disc, a square, and a single pixel. Roots are rounded down to 64ths.
    pub(super) fn straightness(&self) -> u32 {
        let mut sums = [0_i128; 6];
        for (x, y) in self.places() {
            let (x, y) = (i128::from(x), i128::from(y));
            let terms = [1, x, y, x * x, y * y, x * y];
            for (sum, term) in sums.iter_mut().zip(terms) {
                *sum += term;
            }
        }
        let [count, x, y, xx, yy, xy] = sums;
        let (across, down, both) = (count * xx - x * x, count * yy - y * y, count * xy - x * y);
        // With the eigenvalues p >= q: root(q / p) = 2 root(pq) / (p + q + (p - q)), where pq is the
        // determinant; all of it in 64ths.
        let root = |square: i128| (square.unsigned_abs() << 12).isqrt();
        let determinant = root(across * down - both.pow(2));
        let difference = root((across - down).pow(2) + 4 * both.pow(2));
        let trace = (across + down).unsigned_abs() << 6;
        let spread = (2000 * determinant).checked_div(trace + difference);
        spread.map_or(1000, |spread| u32::try_from(spread).unwrap_or(1000))
    }

    /// For each place, `true` if there is ink within `reach` pixels of it, in rows and columns.
    pub(super) fn near(&self, reach: usize) -> Vec<bool> {
        let height = self.rows().len();
        let beside = spread(&self.mask, self.width, reach);
        let turned = turn(&beside, self.width);
        let near = turn(&spread(&turned, height, reach), height);
        near.into_iter().map(|ink| ink == 1).collect()
    }
}

/// Clears the parts that are too small, and counts the others.
fn remove_specks(mask: &mut [u8], width: usize, smallest: usize) -> u32 {
    const SEEN: u8 = 2;
    let mut parts = 0;
    let mut part = Vec::new();
    for start in 0..mask.len() {
        if mask.get(start) != Some(&1) {
            continue;
        }
        part.clear();
        take(mask, start, &mut part);
        let mut next = 0;
        while let Some(place) = part.get(next).copied() {
            next += 1;
            for neighbour in neighbours(place, width) {
                take(mask, neighbour, &mut part);
            }
        }
        if part.len() < smallest {
            for place in &part {
                set(mask, *place, 0);
            }
        } else {
            parts += 1;
        }
    }
    for ink in mask.iter_mut().filter(|ink| **ink == SEEN) {
        *ink = 1;
    }
    return parts;

    /// Adds a pixel to the part if it is ink that was not seen yet.
    fn take(mask: &mut [u8], place: usize, part: &mut Vec<usize>) {
        if mask.get(place) == Some(&1) {
            set(mask, place, SEEN);
            part.push(place);
        }
    }

    fn set(mask: &mut [u8], place: usize, value: u8) {
        if let Some(ink) = mask.get_mut(place) {
            *ink = value;
        }
    }
}

/// The places around one, in the same order always; those below the last row do not exist.
fn neighbours(place: usize, width: usize) -> impl Iterator<Item = usize> {
    let column = place % width;
    let left = usize::from(column > 0);
    let right = usize::from(column + 1 < width);
    let rows = [
        place.checked_sub(width),
        Some(place),
        place.checked_add(width),
    ];
    let around = move |middle: usize| middle - left..=middle + right;
    rows.into_iter().flatten().flat_map(around)
}

/// For each pixel of ink the length of the unbroken run in its row, for others 0.
fn runs(mask: &[u8], width: usize) -> Vec<u16> {
    let mut lengths = Vec::with_capacity(mask.len());
    for row in mask.chunks_exact(width) {
        for run in row.chunk_by(|one, next| one == next) {
            let ink = run.first() == Some(&1);
            let length = if ink { run.len() } else { 0 };
            let length = u16::try_from(length).unwrap_or(u16::MAX);
            lengths.extend(std::iter::repeat_n(length, run.len()));
        }
    }
    lengths
}

/// The rows as columns.
fn turn<T: Copy>(values: &[T], width: usize) -> Vec<T> {
    let columns = (0..width).map(|x| values.iter().skip(x).step_by(width));
    columns.flatten().copied().collect()
}

/// Each row with its ink widened by `reach` pixels to both sides.
fn spread(mask: &[u8], width: usize, reach: usize) -> Vec<u8> {
    let mut wide = Vec::with_capacity(mask.len());
    for row in mask.chunks_exact(width) {
        for x in 0..width {
            let around = row.iter().take(x + reach + 1).skip(x.saturating_sub(reach));
            wide.push(around.copied().max().unwrap_or(0));
        }
    }
    wide
}
