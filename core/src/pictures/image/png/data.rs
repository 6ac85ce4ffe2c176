//! The proof that the data of a PNG are whole: they are inflated piece by piece and only counted.

use super::Size;
use super::decode::Broken;
use super::inflate::inflate;

/// The highest number of a filter.
const MOST_FILTER: u8 = 4;

/// For each pass of Adam7 the first column and row, and the steps to the next ones.
const ADAM7: [[u32; 4]; 7] = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
];

/// Blocks of deflate that a row may have: a writer that flushes after each row makes two or three.
const BLOCKS_OF_ROW: u64 = 4;
/// Besides, one block for so many bytes of compressed data. The smallest blocks that writers make
/// hold 127 symbols.
const BYTES_OF_BLOCK: u64 = 32;

/// Makes sure that these parts are together one zlib stream of exactly the rows of a picture, and
/// that its checksum is right. `length` is that of all parts.
pub(super) fn check<'b>(
    parts: impl Iterator<Item = &'b [u8]>,
    length: usize,
    size: Size,
) -> Result<(), Broken> {
    let mut rows = Rows::new(size);
    let most_blocks = rows.count().saturating_mul(BLOCKS_OF_ROW);
    let most_blocks = most_blocks.saturating_add(length as u64 / BYTES_OF_BLOCK);
    if !inflate(parts, most_blocks, |bytes| rows.take(bytes))? {
        Err(Broken::Damaged)
    } else if !rows.are_complete() {
        Err(Broken::Cut)
    } else {
        Ok(())
    }
}

/// The rows that are still to come.
struct Rows {
    /// For each pass, the last one first, the bytes of a row without its filter, and the number of
    /// rows.
    passes: Vec<(usize, u32)>,
    /// The number of missing bytes of the row in hand.
    left: usize,
}

impl Rows {
    fn new(size: Size) -> Rows {
        let pass = |[x, y, across, down]: [u32; 4]| {
            let columns = size.width.saturating_sub(x).div_ceil(across);
            let rows = size.height.saturating_sub(y).div_ceil(down);
            let bits = u64::from(columns).saturating_mul(size.bits());
            let length = usize::try_from(bits.div_ceil(8)).unwrap_or(usize::MAX);
            (length, if columns == 0 { 0 } else { rows })
        };
        let mut passes: Vec<(usize, u32)> = if size.interlaced {
            ADAM7.into_iter().map(pass).collect()
        } else {
            vec![pass([0, 0, 1, 1])]
        };
        passes.reverse();
        Rows { passes, left: 0 }
    }

    /// The number of rows still to come.
    fn count(&self) -> u64 {
        self.passes.iter().map(|(_, rows)| u64::from(*rows)).sum()
    }

    /// Counts inflated bytes, and looks at the filter of each row.
    fn take(&mut self, mut bytes: &[u8]) -> Result<(), Broken> {
        while let Some((filter, after)) = bytes.split_first() {
            if self.left == 0 {
                self.left = self.next_row().ok_or(Broken::Damaged)?;
                if *filter > MOST_FILTER {
                    return Err(Broken::Damaged);
                }
                bytes = after;
            }
            let taken = self.left.min(bytes.len());
            self.left = self.left.saturating_sub(taken);
            bytes = bytes.get(taken..).unwrap_or_default();
        }
        Ok(())
    }

    /// The length of the next row.
    fn next_row(&mut self) -> Option<usize> {
        loop {
            let (length, rows) = self.passes.last_mut()?;
            if let Some(fewer) = rows.checked_sub(1) {
                *rows = fewer;
                return Some(*length);
            }
            self.passes.pop();
        }
    }

    fn are_complete(&mut self) -> bool {
        self.left == 0 && self.next_row().is_none()
    }
}
