//! The bits of a stream that comes in parts.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "at most 63 bits are held, and at most 16 are read at a time"
)]

use super::super::decode::Broken;
use super::codes::{Codes, LONGEST_CODE, QUICK};

/// The bits of the parts, from the lowest one of each byte on.
pub(super) struct Bits<'b, I> {
    parts: std::iter::Fuse<I>,
    part: &'b [u8],
    /// The next bits, from the lowest one up. Above `count` stand zeros, or the first bits of
    /// `part`.
    held: u64,
    count: u32,
}

impl<'b, I: Iterator<Item = &'b [u8]>> Bits<'b, I> {
    pub(super) fn new(parts: I) -> Bits<'b, I> {
        Bits {
            parts: parts.fuse(),
            part: &[],
            held: 0,
            count: 0,
        }
    }

    /// The number of bits that are held.
    #[inline]
    pub(super) const fn count(&self) -> u32 {
        self.count
    }

    /// Holds at least 56 bits, as far as there are so many.
    #[inline]
    pub(super) fn fill(&mut self) {
        if let Some(ahead) = self.part.first_chunk() {
            self.held |= u64::from_le_bytes(*ahead) << self.count;
            let bytes = (63 - self.count) >> 3;
            self.part = self.part.get(bytes as usize..).unwrap_or_default();
            self.count += bytes << 3;
        } else {
            self.fill_slowly();
        }
    }

    /// As [`Bits::fill`], near the end of a part.
    fn fill_slowly(&mut self) {
        while self.count < 56 {
            if let Some((byte, rest)) = self.part.split_first() {
                self.held |= u64::from(*byte) << self.count;
                self.count += 8;
                self.part = rest;
            } else if let Some(part) = self.parts.next() {
                self.part = part;
            } else {
                return;
            }
        }
    }

    /// The next bits as a number; `count` is at most 16.
    #[inline]
    pub(super) fn read(&mut self, count: u32) -> Result<u32, Broken> {
        if self.count < count {
            self.fill();
            if self.count < count {
                return Err(Broken::Cut);
            }
        }
        let bits = self.held & ((1 << count) - 1);
        self.held >>= count;
        self.count -= count;
        u32::try_from(bits).map_err(|_| Broken::Damaged)
    }

    /// The symbol of the next code, of the bits that are held.
    #[inline]
    pub(super) fn symbol(&mut self, codes: &Codes) -> Result<u16, Broken> {
        let [low, high, ..] = self.held.to_le_bytes();
        let place = u16::from_le_bytes([low, high]) & ((1 << QUICK) - 1);
        let entry = codes.quick.get(usize::from(place)).copied();
        let (length, symbol) = match entry {
            Some(entry @ 1..) => (u32::from(entry & 15), entry >> 4),
            _ => codes
                .longer(self.held)
                .ok_or(if self.count < LONGEST_CODE {
                    Broken::Cut
                } else {
                    Broken::Damaged
                })?,
        };
        if self.count < length {
            return Err(Broken::Cut);
        }
        self.held >>= length;
        self.count -= length;
        Ok(symbol)
    }

    /// Goes on to the next byte.
    pub(super) fn align(&mut self) {
        let rest = self.count % 8;
        self.held >>= rest;
        self.count -= rest;
    }

    /// The next bytes, at least one of them and at most `most`, if no bits are held.
    pub(super) fn bytes(&mut self, most: usize) -> Result<&'b [u8], Broken> {
        self.held = 0;
        while self.part.is_empty() {
            self.part = self.parts.next().ok_or(Broken::Cut)?;
        }
        let (bytes, rest) = self.part.split_at(most.min(self.part.len()));
        self.part = rest;
        Ok(bytes)
    }

    /// `true` if nothing is left.
    pub(super) fn is_empty(&mut self) -> bool {
        self.fill();
        self.count == 0
    }
}
