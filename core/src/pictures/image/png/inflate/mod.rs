//! Inflating: zlib streams (RFC 1950) of deflate blocks (RFC 1951), for the walk over a file.
//!
//! A block of ten bits is legal, and an inflater that builds its tables again for each of them takes
//! seconds for a megabyte. This one builds the fixed codes once a stream and other codes in place, and
//! counts the blocks, so that its work is bounded by the bytes that it reads and writes.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "the inner loop: at most 63 bits are held, codes have at most 15 bits, lengths and \
              distances at most 16, and places lie in a window of a fixed size"
)]

mod bits;
mod codes;
mod output;
#[cfg(test)]
mod tests;

use self::bits::Bits;
use self::codes::Block;
use self::output::{LONGEST_COPY, Output};
use super::decode::Broken;

/// The most bits of a length and a distance: two codes, and five and thirteen bits more.
const MOST_BITS: u32 = 48;

/// Symbols of literals and lengths, and of distances, that a block may define.
const LITERALS: usize = 286;
const DISTANCES: usize = 30;
/// The symbol that ends a block.
const END: usize = 256;
/// The order in which the lengths of the codes for lengths are sent.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// Inflates the stream that these parts are together, and hands the output on piece by piece.
/// Returns `true` if the parts end with it.
///
/// # Errors
/// `Cut` if the parts end too early; `Damaged` if they mean nothing, for a wrong checksum, and for
/// more than `most_blocks` blocks; an error of `take`.
pub(super) fn inflate<'b>(
    parts: impl Iterator<Item = &'b [u8]>,
    most_blocks: u64,
    take: impl FnMut(&[u8]) -> Result<(), Broken>,
) -> Result<bool, Broken> {
    let mut stream = Stream {
        bits: Bits::new(parts),
        output: Output::new(take),
    };
    stream.header()?;
    let mut fixed: Option<Box<Block>> = None;
    let mut own = Box::new(Block::EMPTY);
    let mut blocks = 0;
    loop {
        blocks += 1;
        if blocks > most_blocks {
            return Err(Broken::Damaged);
        }
        let last = stream.bits.read(1)? == 1;
        match stream.bits.read(2)? {
            0 => stream.stored()?,
            1 => {
                let codes = fixed.get_or_insert_with(|| Box::new(Block::fixed()));
                stream.coded(codes)?;
            }
            2 => {
                stream.codes(&mut own)?;
                stream.coded(&own)?;
            }
            _ => return Err(Broken::Damaged),
        }
        if last {
            break;
        }
    }
    stream.output.give()?;
    stream.bits.align();
    let mut checksum = 0;
    for _ in 0..4 {
        checksum = checksum << 8 | stream.bits.read(8)?;
    }
    if checksum != stream.output.checksum() {
        return Err(Broken::Damaged);
    }
    Ok(stream.bits.is_empty())
}

/// A stream in hand.
struct Stream<'b, I, T> {
    bits: Bits<'b, I>,
    output: Output<T>,
}

impl<'b, I, T> Stream<'b, I, T>
where
    I: Iterator<Item = &'b [u8]>,
    T: FnMut(&[u8]) -> Result<(), Broken>,
{
    /// Two bytes: deflate with a window of at most 32 KiB, no dictionary, and a check.
    fn header(&mut self) -> Result<(), Broken> {
        let (method, flags) = (self.bits.read(8)?, self.bits.read(8)?);
        let valid = method & 15 == 8 && method >> 4 <= 7 && flags & 32 == 0;
        if valid && (method << 8 | flags) % 31 == 0 {
            Ok(())
        } else {
            Err(Broken::Damaged)
        }
    }

    /// A block of bytes as they are.
    fn stored(&mut self) -> Result<(), Broken> {
        self.bits.align();
        let (length, check) = (self.bits.read(16)?, self.bits.read(16)?);
        if length ^ check != 0xFFFF {
            return Err(Broken::Damaged);
        }
        let mut left = length as usize;
        while left > 0 {
            self.output.make_room()?;
            let taken = if self.bits.count() > 0 {
                let byte = u8::try_from(self.bits.read(8)?).map_err(|_| Broken::Damaged)?;
                self.output.push(byte)?;
                1
            } else {
                let bytes = self.bits.bytes(left.min(LONGEST_COPY))?;
                self.output.extend(bytes)?;
                bytes.len()
            };
            left -= taken;
        }
        Ok(())
    }

    /// The codes of a block that brings its own: RFC 1951, section 3.2.7.
    fn codes(&mut self, block: &mut Block) -> Result<(), Broken> {
        let literals = self.bits.read(5)? as usize + 257;
        let distances = self.bits.read(5)? as usize + 1;
        let sent = self.bits.read(4)? as usize + 4;
        if literals > LITERALS || distances > DISTANCES {
            return Err(Broken::Damaged);
        }
        let mut lengths = [0; ORDER.len()];
        for place in ORDER.iter().take(sent) {
            let length = u8::try_from(self.bits.read(3)?).map_err(|_| Broken::Damaged)?;
            *lengths.get_mut(*place).ok_or(Broken::Damaged)? = length;
        }
        // The table of distances is not in use yet.
        let codes = &mut block.distances;
        codes.build(&lengths, false).ok_or(Broken::Damaged)?;
        let mut lengths = [0; LITERALS + DISTANCES];
        let wanted = lengths
            .get_mut(..literals + distances)
            .ok_or(Broken::Damaged)?;
        let (mut at, mut before) = (0, None);
        while at < wanted.len() {
            self.bits.fill();
            let (length, times) = match self.bits.symbol(codes)? {
                16 => (before.ok_or(Broken::Damaged)?, self.bits.read(2)? + 3),
                17 => (0, self.bits.read(3)? + 3),
                18 => (0, self.bits.read(7)? + 11),
                length => (u8::try_from(length).map_err(|_| Broken::Damaged)?, 1),
            };
            let end = at + times as usize;
            wanted.get_mut(at..end).ok_or(Broken::Damaged)?.fill(length);
            (at, before) = (end, Some(length));
        }
        let (of_literals, of_distances) =
            wanted.split_at_checked(literals).ok_or(Broken::Damaged)?;
        if of_literals.get(END) == Some(&0) {
            return Err(Broken::Damaged);
        }
        let built = block.literals.build(of_literals, true);
        built.ok_or(Broken::Damaged)?;
        let built = block.distances.build(of_distances, true);
        built.ok_or(Broken::Damaged)
    }

    /// The data of a block with these codes.
    fn coded(&mut self, block: &Block) -> Result<(), Broken> {
        loop {
            self.output.make_room()?;
            if self.bits.count() < MOST_BITS {
                self.bits.fill();
            }
            let symbol = self.bits.symbol(&block.literals)?;
            let length = match (symbol, u8::try_from(symbol)) {
                (_, Ok(literal)) => {
                    self.output.push(literal)?;
                    continue;
                }
                (256, _) => return Ok(()),
                (257..=284, _) => extended(symbol - 257, 4, 3, &mut self.bits)?,
                // The longest has a symbol of its own, without further bits.
                (285, _) => LONGEST_COPY,
                _ => return Err(Broken::Damaged),
            };
            let symbol = self.bits.symbol(&block.distances)?;
            if usize::from(symbol) >= DISTANCES {
                return Err(Broken::Damaged);
            }
            let distance = extended(symbol, 2, 1, &mut self.bits)?;
            self.output.copy(distance, length)?;
        }
    }
}

/// The value of a symbol for lengths or distances, of which `least` is the first: two groups of
/// symbols stand for one value each, and each further group has one bit more than the last.
#[inline]
fn extended<'b, I: Iterator<Item = &'b [u8]>>(
    symbol: u16,
    group: u16,
    least: usize,
    bits: &mut Bits<'b, I>,
) -> Result<usize, Broken> {
    if symbol < 2 * group {
        return Ok(usize::from(symbol) + least);
    }
    let extra = u32::from(symbol / group - 1);
    let base = usize::from(group + symbol % group) << extra;
    Ok(base + bits.read(extra)? as usize + least)
}
