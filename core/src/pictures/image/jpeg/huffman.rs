//! Huffman codes, and the bits of a scan.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "the inner loop of reading: at most 64 bits are held, codes have at most 16 bits, and \
              a place in the data does not exceed their length"
)]

/// Codes up to this length are found by one look.
const QUICK: u32 = 9;

/// A scan cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// Its data end too early.
    Cut,
    /// Its data mean nothing.
    Damaged,
}

/// A table of codes.
pub(super) struct Huffman {
    /// For the next bits: the length of the code, 0 for a longer one, and its symbol.
    quick: Vec<(u8, u8)>,
    /// For each length: the first code beyond it, in the upper bits of 16, and the summand that
    /// turns a code into the place of its symbol.
    longer: [(u32, i32); 17],
    symbols: Vec<u8>,
}

impl Huffman {
    /// A table from the number of codes of each length, 1 to 16, and the symbols. `None` if there
    /// are more codes than fit, or one that is all ones, which the format keeps free.
    pub(super) fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Huffman> {
        let mut quick = vec![(0, 0); 1 << QUICK];
        let mut longer = [(0, 0); 17];
        let (mut code, mut place) = (0_u32, 0_usize);
        for (count, length) in counts.iter().zip(1_u32..) {
            let slot = longer.get_mut(length as usize)?;
            slot.1 = i32::try_from(place).ok()? - i32::try_from(code).ok()?;
            for _ in 0..*count {
                let symbol = *symbols.get(place)?;
                if length <= QUICK {
                    let first = (code << (QUICK - length)) as usize;
                    let covered = 1 << (QUICK - length);
                    let entries = quick.get_mut(first..first + covered)?;
                    entries.fill((u8::try_from(length).ok()?, symbol));
                }
                code += 1;
                place += 1;
            }
            if code >> length != 0 {
                return None;
            }
            slot.0 = code << (16 - length);
            code <<= 1;
        }
        (place == symbols.len()).then(|| Huffman {
            quick,
            longer,
            symbols: symbols.to_vec(),
        })
    }
}

/// The bits of a scan, from the first one on.
pub(super) struct Bits<'b> {
    data: &'b [u8],
    at: usize,
    /// The next bits, from the highest one down; zeros below them.
    held: u64,
    count: u32,
}

impl<'b> Bits<'b> {
    pub(super) const fn new(data: &'b [u8]) -> Bits<'b> {
        Bits {
            data,
            at: 0,
            held: 0,
            count: 0,
        }
    }

    /// Holds more bits, up to the next marker.
    fn fill(&mut self) {
        while self.count <= 56 {
            let Some(byte) = self.data.get(self.at).copied() else {
                return;
            };
            if byte == 0xFF {
                let next = self.after_fill(self.at + 1);
                if self.data.get(next) != Some(&0) {
                    return;
                }
                self.at = next;
            }
            self.at += 1;
            self.held |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    /// The place of the first byte from here on that is not 0xFF.
    fn after_fill(&self, from: usize) -> usize {
        let ahead = self.data.get(from..).unwrap_or_default();
        from + ahead.iter().take_while(|byte| **byte == 0xFF).count()
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
        let bits = (self.held >> 48) >> (16 - count);
        self.held <<= count;
        self.count -= count;
        u32::try_from(bits).map_err(|_| Broken::Damaged)
    }

    /// The symbol of the next code.
    #[inline]
    pub(super) fn symbol(&mut self, table: &Huffman) -> Result<u8, Broken> {
        if self.count < 16 {
            self.fill();
        }
        let ahead = u32::try_from(self.held >> 48).map_err(|_| Broken::Damaged)?;
        let quick = table.quick.get((ahead >> (16 - QUICK)) as usize);
        let (length, symbol) = match quick {
            Some((length @ 1.., symbol)) => (u32::from(*length), *symbol),
            _ => longer(table, ahead).ok_or(if self.count < 16 {
                Broken::Cut
            } else {
                Broken::Damaged
            })?,
        };
        if self.count < length {
            return Err(Broken::Cut);
        }
        self.held <<= length;
        self.count -= length;
        Ok(symbol)
    }

    /// Goes over the padding and the restart marker with this number, 0 to 7.
    pub(super) fn restart(&mut self, number: u8) -> Result<(), Broken> {
        self.check_padding()?;
        let marker = self.after_fill(self.at);
        if marker == self.at || self.data.get(marker) != Some(&(0xD0 | number)) {
            return Err(Broken::Damaged);
        }
        self.at = marker + 1;
        (self.held, self.count) = (0, 0);
        Ok(())
    }

    /// Makes sure that nothing but padding is left.
    pub(super) fn end(&mut self) -> Result<(), Broken> {
        self.check_padding()?;
        if self.at == self.data.len() {
            Ok(())
        } else {
            Err(Broken::Damaged)
        }
    }

    /// Less than a byte may remain before a marker.
    fn check_padding(&mut self) -> Result<(), Broken> {
        self.fill();
        if self.count < 8 {
            Ok(())
        } else {
            Err(Broken::Damaged)
        }
    }
}

/// A code longer than `QUICK` at the top of 16 bits: its length and symbol.
fn longer(table: &Huffman, ahead: u32) -> Option<(u32, u8)> {
    let lengths = (QUICK + 1..=16).zip(table.longer.get(QUICK as usize + 1..)?);
    for (length, (beyond, shift)) in lengths {
        if ahead < *beyond {
            let code = i32::try_from(ahead >> (16 - length)).ok()?;
            let place = usize::try_from(code + shift).ok()?;
            return Some((length, *table.symbols.get(place)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes 0, 10, 110 and, with 16 bits, 1110000000000000.
    fn table() -> Huffman {
        let mut counts = [0; 16];
        (counts[0], counts[1], counts[2], counts[15]) = (1, 1, 1, 1);
        Huffman::new(&counts, &[7, 8, 9, 200]).unwrap()
    }

    #[test]
    fn codes_of_all_lengths_are_read() {
        let mut bits = Bits::new(&[0b0101_1011, 0b1000_0000, 0b0000_0010]);
        let read: Vec<_> = (0..4).map(|_| bits.symbol(&table()).unwrap()).collect();
        assert_eq!(read, [7, 8, 9, 200]);
        let mut bits = Bits::new(&[0b1110_0000, 0, 0b1010_0000]);
        assert_eq!(bits.symbol(&table()), Ok(200));
        assert_eq!(bits.read(3), Ok(0b101));
        assert_eq!(bits.end(), Ok(()));
    }

    #[test]
    fn missing_bits_are_no_zeros() {
        assert_eq!(Bits::new(&[]).symbol(&table()), Err(Broken::Cut));
        assert_eq!(Bits::new(&[0xE0]).symbol(&table()), Err(Broken::Cut));
        assert_eq!(Bits::new(&[0xFF]).read(1), Err(Broken::Cut));
        assert_eq!(
            Bits::new(&[0xF0, 0, 0]).symbol(&table()),
            Err(Broken::Damaged)
        );
    }

    #[test]
    fn stuffed_bytes_and_restarts() {
        let mut bits = Bits::new(&[0xFF, 0x00, 0xFF, 0xD3, 0x80]);
        assert_eq!(bits.read(8), Ok(0xFF));
        assert_eq!(bits.restart(3), Ok(()));
        assert_eq!(bits.read(8), Ok(0x80));
        assert_eq!(bits.end(), Ok(()));
        assert_eq!(
            Bits::new(&[0x80, 0xFF, 0xD0]).restart(0),
            Err(Broken::Damaged)
        );
        assert_eq!(Bits::new(&[0xFF, 0xD1]).restart(0), Err(Broken::Damaged));
        assert_eq!(Bits::new(&[0x80]).end(), Err(Broken::Damaged));
    }

    #[test]
    fn impossible_tables_are_refused() {
        let mut counts = [0; 16];
        counts[0] = 3;
        assert!(Huffman::new(&counts, &[1, 2, 3]).is_none());
        counts[0] = 1;
        assert!(Huffman::new(&counts, &[]).is_none());
        assert!(Huffman::new(&counts, &[1, 2]).is_none());
        assert!(Huffman::new(&counts, &[1]).is_some());
        // The codes 0 and 1, then 0, 10 and 11: the last ones are all ones.
        counts[0] = 2;
        assert!(Huffman::new(&counts, &[1, 2]).is_none());
        (counts[0], counts[1]) = (1, 2);
        assert!(Huffman::new(&counts, &[1, 2, 3]).is_none());
    }
}
