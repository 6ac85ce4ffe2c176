//! Inflated bytes, on their way to their reader.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places lie in a window of a fixed size, and copies are at most 258 bytes"
)]

use super::super::decode::Broken;

/// The longest distance.
const REACH: usize = 1 << 15;
/// The bytes that are kept: those that distances reach, and those that are handed on at a time.
const WINDOW: usize = 3 * REACH;
/// The longest copy.
pub(super) const LONGEST_COPY: usize = 258;

/// The output, as far back as distances reach.
pub(super) struct Output<T> {
    window: Vec<u8>,
    /// The place of the next byte.
    at: usize,
    /// Up to where the output was handed on.
    given: usize,
    checksum: simd_adler32::Adler32,
    take: T,
}

impl<T: FnMut(&[u8]) -> Result<(), Broken>> Output<T> {
    pub(super) fn new(take: T) -> Output<T> {
        Output {
            window: vec![0; WINDOW],
            at: 0,
            given: 0,
            checksum: simd_adler32::Adler32::new(),
            take,
        }
    }

    /// The checksum of the bytes that were handed on.
    pub(super) fn checksum(&self) -> u32 {
        self.checksum.finish()
    }

    /// Makes sure that the longest copy fits.
    #[inline]
    pub(super) fn make_room(&mut self) -> Result<(), Broken> {
        if self.at + LONGEST_COPY > WINDOW {
            self.give()?;
            self.window.copy_within(self.at - REACH..self.at, 0);
            (self.at, self.given) = (REACH, REACH);
        }
        Ok(())
    }

    #[inline]
    pub(super) fn push(&mut self, byte: u8) -> Result<(), Broken> {
        *self.window.get_mut(self.at).ok_or(Broken::Damaged)? = byte;
        self.at += 1;
        Ok(())
    }

    pub(super) fn extend(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        let end = self.at + bytes.len();
        let place = self.window.get_mut(self.at..end).ok_or(Broken::Damaged)?;
        place.copy_from_slice(bytes);
        self.at = end;
        Ok(())
    }

    /// Repeats the bytes that were put out `distance` bytes ago.
    #[inline]
    pub(super) fn copy(&mut self, distance: usize, length: usize) -> Result<(), Broken> {
        let (before, after) = self
            .window
            .split_at_mut_checked(self.at)
            .ok_or(Broken::Damaged)?;
        let start = self.at.checked_sub(distance).ok_or(Broken::Damaged)?;
        let source = before.get(start..).ok_or(Broken::Damaged)?;
        let target = after.get_mut(..length).ok_or(Broken::Damaged)?;
        if let [byte] = source {
            target.fill(*byte);
        } else {
            for part in target.chunks_mut(distance) {
                part.copy_from_slice(source.get(..part.len()).ok_or(Broken::Damaged)?);
            }
        }
        self.at += length;
        Ok(())
    }

    /// Hands on the bytes that were not handed on yet.
    pub(super) fn give(&mut self) -> Result<(), Broken> {
        let bytes = self.window.get(self.given..self.at).unwrap_or_default();
        self.checksum.write(bytes);
        self.given = self.at;
        (self.take)(bytes)
    }
}
