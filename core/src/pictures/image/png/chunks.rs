//! The chunks of a PNG, in order.

use super::super::{be32, cut, damaged};
use super::SIGNATURE;
use crate::foundation::problem::Reason;

/// A chunk whose checksum is right.
#[derive(Clone, Copy)]
pub(super) struct Chunk<'b> {
    pub(super) kind: &'b [u8; 4],
    /// Its place in the file.
    pub(super) offset: usize,
    pub(super) data: &'b [u8],
}

/// A walk over the chunks, IEND included.
pub(super) struct Chunks<'b> {
    bytes: &'b [u8],
    at: usize,
    ended: bool,
    /// An earlier walk found all checksums right.
    is_checked: bool,
}

impl<'b> Chunks<'b> {
    /// Begins after the signature.
    pub(super) const fn new(bytes: &'b [u8]) -> Chunks<'b> {
        Chunks {
            bytes,
            at: SIGNATURE.len(),
            ended: false,
            is_checked: false,
        }
    }

    /// Begins again in a file whose checksums were all right, so that they are not computed again.
    pub(super) const fn again(bytes: &'b [u8]) -> Chunks<'b> {
        Chunks {
            is_checked: true,
            ..Chunks::new(bytes)
        }
    }

    /// The place of the next chunk.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The next chunk; `None` after IEND.
    pub(super) fn next(&mut self) -> Result<Option<Chunk<'b>>, Reason> {
        if self.ended {
            return Ok(None);
        }
        let offset = self.at;
        let length = be32(self.bytes, offset).ok_or_else(cut)?;
        if length > i32::MAX.unsigned_abs() {
            return Err(damaged(offset));
        }
        let start = offset.saturating_add(4);
        let end = start.saturating_add(4).saturating_add(length as usize);
        let checked = self.bytes.get(start..end).ok_or_else(cut)?;
        let checksum = be32(self.bytes, end).ok_or_else(cut)?;
        let (kind, data) = checked.split_first_chunk().ok_or_else(cut)?;
        let is_right = self.is_checked || crc32fast::hash(checked) == checksum;
        if !kind.iter().all(u8::is_ascii_alphabetic) || !is_right {
            return Err(damaged(offset));
        }
        self.at = end.saturating_add(4);
        self.ended = kind == b"IEND";
        Ok(Some(Chunk { kind, offset, data }))
    }
}

/// Adds a chunk to a file.
pub(super) fn push(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    file.extend(length.to_be_bytes());
    file.extend(kind);
    file.extend(data);
    let mut checksum = crc32fast::Hasher::new();
    checksum.update(kind);
    checksum.update(data);
    file.extend(checksum.finalize().to_be_bytes());
}
