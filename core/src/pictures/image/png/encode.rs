//! Writing grey pictures as PNG.
//!
//! The bytes must be the same in every build for years, since vectors and cards hold them. A
//! compressor's output changes with its version, so this one is our own and as small as it can be:
//! each row is stored as its difference from the row above, and repeated bytes are coded as a run.
//! Drawings and signatures, which are mostly white, become small; photographs do not.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "codes and lengths of deflate, all below 2^16, and counters within the picture"
)]

use super::SIGNATURE;
use super::chunks::push;

/// The longest run that deflate can say at once, and the shortest.
const LONGEST: usize = 258;
const SHORTEST: usize = 3;

/// An 8-bit grey picture as PNG. Missing samples are black, further ones are left out.
pub(crate) fn encode_png_grey(width: u32, height: u32, samples: &[u8]) -> Vec<u8> {
    let mut file = SIGNATURE.to_vec();
    let mut header = Vec::with_capacity(13);
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 0, 0, 0, 0]);
    push(&mut file, b"IHDR", &header);
    let rows = filtered(width as usize, height as usize, samples);
    push(&mut file, b"IDAT", &zlib(&rows));
    push(&mut file, b"IEND", &[]);
    file
}

/// The rows with the filter `up`: each is the difference from the one above.
fn filtered(width: usize, height: usize, samples: &[u8]) -> Vec<u8> {
    let mut rows = Vec::with_capacity((width + 1) * height);
    let mut above = vec![0; width];
    let mut row = vec![0; width];
    let mut samples = samples.iter();
    for _ in 0..height {
        for place in &mut row {
            *place = samples.next().copied().unwrap_or(0);
        }
        rows.push(2);
        let differences = row.iter().zip(&above);
        rows.extend(differences.map(|(sample, above)| sample.wrapping_sub(*above)));
        std::mem::swap(&mut row, &mut above);
    }
    rows
}

/// A zlib stream of one block with the fixed codes.
fn zlib(data: &[u8]) -> Vec<u8> {
    let mut bits = Bits {
        bytes: vec![0x78, 0x01],
        held: 0,
        count: 0,
    };
    bits.push(0b011, 3);
    let mut rest = data;
    let mut before = None;
    while let Some((byte, after)) = rest.split_first() {
        let repeats = rest.iter().take(LONGEST);
        let run = repeats.take_while(|next| before == Some(**next)).count();
        if run >= SHORTEST {
            bits.run(run);
            rest = rest.get(run..).unwrap_or_default();
        } else {
            bits.symbol(u16::from(*byte));
            before = Some(*byte);
            rest = after;
        }
    }
    bits.symbol(256);
    bits.push(0, 7);
    let mut bytes = bits.bytes;
    bytes.extend(simd_adler32::adler32(&data).to_be_bytes());
    bytes
}

struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    /// Adds bits, the lowest first; those of a byte that is not full remain.
    fn push(&mut self, value: u32, count: u32) {
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            let [byte, ..] = self.held.to_le_bytes();
            self.bytes.push(byte);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A code, whose highest bit comes first.
    fn code(&mut self, code: u16, count: u32) {
        self.push(u32::from(code.reverse_bits() >> (16 - count)), count);
    }

    /// A symbol of literals and lengths in the fixed code of RFC 1951.
    fn symbol(&mut self, symbol: u16) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xC0 + symbol - 280, 8),
        }
    }

    /// The last byte again, `length` times: 3 to 258.
    fn run(&mut self, length: usize) {
        let mut symbol = 257;
        let mut rest = u32::try_from(length - SHORTEST).unwrap_or(0);
        if length == LONGEST {
            symbol = 285;
            rest = 0;
        }
        // Eight lengths without extra bits, then four for each number of them.
        let mut extra = 0;
        let mut group = 8;
        while symbol < 285 && rest >= group << extra {
            rest -= group << extra;
            symbol += if extra == 0 { 8 } else { 4 };
            extra += 1;
            group = 4;
        }
        if symbol < 285 {
            symbol += u16::try_from(rest >> extra).unwrap_or(0);
        }
        self.symbol(symbol);
        self.push(rest & ((1 << extra) - 1), extra);
        // The distance of one byte.
        self.code(0, 5);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(file: &[u8]) -> (u32, u32, Vec<u8>) {
        let decoder = png::Decoder::new(std::io::Cursor::new(file));
        let mut reader = decoder.read_info().unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut samples).unwrap();
        reader.finish().unwrap();
        assert_eq!(info.color_type, png::ColorType::Grayscale);
        (info.width, info.height, samples)
    }

    #[test]
    fn the_bytes_never_change() {
        let file = encode_png_grey(3, 2, &[255, 255, 0, 255, 255, 0]);
        assert_eq!(decoded(&file), (3, 2, vec![255, 255, 0, 255, 255, 0]));
        assert_eq!(crc32fast::hash(&file), 3_640_599_443);
    }

    #[test]
    fn white_is_small_and_runs_of_all_lengths_are_right() {
        let white = encode_png_grey(600, 200, &[255; 120_000]);
        assert!(white.len() < 1600, "{}", white.len());
        for length in 1..600_u32 {
            let mut samples = vec![7; length as usize];
            samples.push(9);
            let file = encode_png_grey(length + 1, 1, &samples);
            assert_eq!(decoded(&file), (length + 1, 1, samples));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            width in 1u32..40,
            samples in proptest::collection::vec(prop_oneof![Just(255u8), any::<u8>()], 1..400),
        ) {
            let height = u32::try_from(samples.len()).unwrap().div_ceil(width);
            let mut padded = samples.clone();
            padded.resize((width * height) as usize, 0);
            let file = encode_png_grey(width, height, &samples);
            prop_assert_eq!(decoded(&file), (width, height, padded));
        }
    }
}
