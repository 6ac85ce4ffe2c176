//! Whether the data of a PNG are whole: they are inflated piece by piece and only counted.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::Size;
use super::decode::Broken;

/// How much is inflated at a time.
const PIECE: usize = 1 << 16;
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

/// Makes sure that these parts are together one zlib stream of exactly the rows of a picture, and
/// that its checksum is right.
pub(super) fn check<'b>(parts: impl Iterator<Item = &'b [u8]>, size: Size) -> Result<(), Broken> {
    let mut rows = Rows::new(size);
    let mut state = InflateState::new_boxed(DataFormat::Zlib);
    let mut piece = vec![0; PIECE];
    // The empty part at the end is there for what the last one makes beyond a piece.
    for mut part in parts.chain([[].as_slice()]) {
        loop {
            let step = inflate(&mut state, part, &mut piece, MZFlush::None);
            part = part.get(step.bytes_consumed..).unwrap_or_default();
            let inflated = piece.get(..step.bytes_written).unwrap_or_default();
            rows.take(inflated)?;
            match step.status {
                Ok(MZStatus::StreamEnd) if part.is_empty() => break,
                Ok(MZStatus::Ok) | Err(MZError::Buf) => {}
                _ => return Err(Broken::Damaged),
            }
            if inflated.is_empty() && step.bytes_consumed == 0 {
                break;
            }
        }
    }
    let ended = inflate(&mut state, &[], &mut piece, MZFlush::None).status;
    if ended == Ok(MZStatus::StreamEnd) && rows.are_complete() {
        Ok(())
    } else {
        Err(Broken::Cut)
    }
}

/// The rows that are still to come.
struct Rows {
    /// For each pass, the last one first, how many bytes a row has without its filter, and how many
    /// rows there are.
    passes: Vec<(usize, u32)>,
    /// How many bytes of the row in hand are missing.
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
