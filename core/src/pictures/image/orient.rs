//! Turning a stored picture upright, by its EXIF orientation.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "inner loops over samples that exist in memory: no place exceeds their number"
)]

const RGB: usize = 3;
/// The columns that are turned at a time: 48 bytes of a row, less than a line of the cache.
const COLUMNS: usize = 16;
/// The parts in which a picture is transposed; each leaves the memory of the stored picture before
/// the next one is turned, so that the two are never there as a whole together.
const PARTS: usize = 4;

/// The samples of a picture turned upright. Orientations 5 to 8 swap the sides.
pub(super) fn upright(width: u32, mut pixels: Vec<u8>, orientation: u32) -> Vec<u8> {
    let width = width as usize;
    match orientation {
        2 | 8 => mirror(width, &mut pixels),
        3 | 7 => pixels.as_chunks_mut::<RGB>().0.reverse(),
        4 | 6 => flip(width, &mut pixels),
        _ => {}
    }
    if swaps_sides(orientation) {
        transpose(width, pixels)
    } else {
        pixels
    }
}

/// `true` if width and height change places.
pub(super) const fn swaps_sides(orientation: u32) -> bool {
    matches!(orientation, 5..=8)
}

/// Left becomes right.
fn mirror(width: usize, pixels: &mut [u8]) {
    for row in pixels.chunks_exact_mut(width * RGB) {
        row.as_chunks_mut::<RGB>().0.reverse();
    }
}

/// Top becomes bottom.
fn flip(width: usize, pixels: &mut [u8]) {
    let length = width * RGB;
    let height = pixels.len().checked_div(length).unwrap_or_default();
    let (top, bottom) = pixels.split_at_mut(height / 2 * length);
    let rows = bottom.chunks_exact_mut(length).rev();
    for (above, below) in top.chunks_exact_mut(length).zip(rows) {
        above.swap_with_slice(below);
    }
}

/// Rows become columns.
fn transpose(width: usize, mut pixels: Vec<u8>) -> Vec<u8> {
    let height = pixels.len().checked_div(width * RGB).unwrap_or_default();
    let part = width.div_ceil(PARTS).next_multiple_of(COLUMNS);
    let mut turned = Vec::with_capacity(pixels.len());
    let mut left = width;
    while left > 0 {
        let columns = part.min(left);
        let start = turned.len();
        turned.resize(start + columns * height * RGB, 0);
        let target = turned.get_mut(start..).unwrap_or_default();
        let blocks = target.chunks_mut(COLUMNS * height * RGB);
        for (block, first) in blocks.zip((0..columns).step_by(COLUMNS)) {
            for (y, row) in pixels.chunks_exact(left * RGB).enumerate() {
                let row = row.as_chunks::<RGB>().0.get(first..).unwrap_or_default();
                for (column, pixel) in block.chunks_exact_mut(height * RGB).zip(row) {
                    if let Some(place) = column.as_chunks_mut::<RGB>().0.get_mut(y) {
                        *place = *pixel;
                    }
                }
            }
        }
        left -= columns;
        drop_columns(&mut pixels, height, columns, left);
    }
    turned
}

/// Removes the first `columns` of each row, of which `left` remain, and gives the memory back.
fn drop_columns(pixels: &mut Vec<u8>, height: usize, columns: usize, left: usize) {
    let (old, new) = ((columns + left) * RGB, left * RGB);
    for row in 0..height {
        pixels.copy_within(row * old + columns * RGB..(row + 1) * old, row * new);
    }
    pixels.truncate(height * new);
    pixels.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Three columns and two rows: 1 2 3 / 4 5 6.
    fn turned(orientation: u32) -> Vec<u8> {
        let pixels = (1..=6).flat_map(|pixel| [pixel; RGB]).collect();
        let turned = upright(3, pixels, orientation);
        turned
            .as_chunks::<RGB>()
            .0
            .iter()
            .map(|pixel| pixel[0])
            .collect()
    }

    #[test]
    fn all_orientations_of_exif() {
        assert_eq!(turned(1), [1, 2, 3, 4, 5, 6]);
        assert_eq!(turned(2), [3, 2, 1, 6, 5, 4]);
        assert_eq!(turned(3), [6, 5, 4, 3, 2, 1]);
        assert_eq!(turned(4), [4, 5, 6, 1, 2, 3]);
        // Two columns and three rows.
        assert_eq!(turned(5), [1, 4, 2, 5, 3, 6]);
        assert_eq!(turned(6), [4, 1, 5, 2, 6, 3]);
        assert_eq!(turned(7), [6, 3, 5, 2, 4, 1]);
        assert_eq!(turned(8), [3, 6, 2, 5, 1, 4]);
    }

    proptest! {
        #[test]
        fn turning_there_and_back_changes_nothing(width in 1u32..150, height in 1u32..20) {
            let count = usize::try_from(width * height).unwrap();
            let pixels: Vec<u8> = (0..count * RGB).map(|place| u8::try_from(place * 7 % 251).unwrap()).collect();
            for (there, back) in [(2, 2), (3, 3), (4, 4), (5, 5), (6, 8), (7, 7), (8, 6)] {
                let turned = upright(width, pixels.clone(), there);
                let width = if swaps_sides(there) { height } else { width };
                prop_assert_eq!(&upright(width, turned, back), &pixels);
            }
        }
    }
}
