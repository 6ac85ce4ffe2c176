//! The codes of blocks.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "codes have at most 15 bits, and a table has at most 288 of them"
)]

/// Codes up to this length are found by one look.
pub(super) const QUICK: u32 = 9;
/// The longest code.
pub(super) const LONGEST_CODE: u32 = 15;

/// The codes of a block.
pub(super) struct Block {
    pub(super) literals: Codes,
    pub(super) distances: Codes,
}

/// A table of codes.
pub(super) struct Codes {
    /// For the next bits: the symbol, and in the lowest four bits the length of its code; 0 for a
    /// longer code, and for no code.
    pub(super) quick: [u16; 1 << QUICK],
    /// For each length: the first code beyond it, in the upper bits of 15, and the summand that
    /// turns a code into the place of its symbol.
    longer: [(u16, i32); 16],
    /// The symbols in the order of their codes.
    symbols: [u16; 288],
}

impl Codes {
    const EMPTY: Codes = Codes {
        quick: [0; 1 << QUICK],
        longer: [(0, 0); 16],
        symbols: [0; 288],
    };

    /// Takes the codes with these lengths, 0 to 15; 0 for a symbol without one. `None` if there are
    /// more codes than fit, or fewer, unless `sparse` allows a single code of one bit, and no code.
    pub(super) fn build(&mut self, lengths: &[u8], sparse: bool) -> Option<()> {
        let mut counts = [0_u16; 16];
        for length in lengths {
            *counts.get_mut(usize::from(*length))? += 1;
        }
        self.quick.fill(0);
        let mut next = [(0_u16, 0_usize); 16];
        let (mut code, mut place, mut longest) = (0_u32, 0_usize, 0);
        let rows = counts.iter().zip(&mut next).zip(&mut self.longer);
        for (((count, next), longer), length) in rows.zip(0_u32..).skip(1) {
            *next = (u16::try_from(code).ok()?, place);
            longer.1 = i32::try_from(place).ok()? - i32::try_from(code).ok()?;
            code += u32::from(*count);
            place += usize::from(*count);
            if code > 1 << length {
                return None;
            }
            if *count > 0 {
                longest = length;
            }
            longer.0 = u16::try_from(code << (LONGEST_CODE - length)).ok()?;
            code <<= 1;
        }
        // All codes of 15 bits, or of the next longer ones, are there.
        let complete = code == 1 << (LONGEST_CODE + 1);
        let allowed = complete || (sparse && longest <= 1);
        if !allowed {
            return None;
        }
        for (symbol, length) in (0_u16..).zip(lengths) {
            if *length == 0 {
                continue;
            }
            let (code, place) = next.get_mut(usize::from(*length))?;
            *self.symbols.get_mut(*place)? = symbol;
            let length = u32::from(*length);
            if length <= QUICK {
                let first = usize::from(code.reverse_bits() >> (16 - length));
                let entry = symbol << 4 | u16::try_from(length).ok()?;
                let alike = self.quick.get_mut(first..)?.iter_mut();
                alike.step_by(1 << length).for_each(|place| *place = entry);
            }
            *code += 1;
            *place += 1;
        }
        Some(())
    }

    /// A code longer than `QUICK` at the lowest bits: its length and symbol.
    pub(super) fn longer(&self, held: u64) -> Option<(u32, u16)> {
        let [low, high, ..] = held.to_le_bytes();
        let ahead = u16::from_le_bytes([low, high]).reverse_bits() >> 1;
        let lengths = (QUICK + 1..=LONGEST_CODE).zip(self.longer.get(QUICK as usize + 1..)?);
        for (length, (beyond, shift)) in lengths {
            if ahead < *beyond {
                let code = i32::from(ahead >> (LONGEST_CODE - length));
                let place = usize::try_from(code + shift).ok()?;
                return Some((length, *self.symbols.get(place)?));
            }
        }
        None
    }
}

impl Block {
    pub(super) const EMPTY: Block = Block {
        literals: Codes::EMPTY,
        distances: Codes::EMPTY,
    };

    /// The codes that are fixed: RFC 1951, section 3.2.6.
    pub(super) fn fixed() -> Block {
        let mut block = Block::EMPTY;
        let mut lengths = [8; 288];
        for (symbol, length) in lengths.iter_mut().enumerate() {
            *length = match symbol {
                144..=255 => 9,
                256..=279 => 7,
                _ => 8,
            };
        }
        // Both are complete, so that neither is refused.
        let _ = block.literals.build(&lengths, false);
        let _ = block.distances.build(&[5; 32], false);
        block
    }
}
