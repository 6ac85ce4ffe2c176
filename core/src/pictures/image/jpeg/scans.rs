//! The proof that the scans of a JPEG are whole: every code of every block is read, though no
//! coefficient is kept. Decoders fill the missing part with grey and report nothing, so only this
//! check refuses a file which was cut and closed again.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "counters of blocks and coefficients: a picture has at most 65535 x 65535 pixels"
)]

use super::super::{be16, cut, damaged};
use super::frame::{Component, Frame};
use super::huffman::{Bits, Broken, Huffman};
use super::segments::{self, Segment, Segments};
use crate::foundation::problem::Reason;

/// The number and the symbols of a Huffman table, as its segment holds them.
type Codes<'b> = (&'b [u8; 16], &'b [u8]);

/// The tables in force when a scan begins.
#[derive(Default)]
struct Tables<'b> {
    dc: [Option<Codes<'b>>; 4],
    ac: [Option<Codes<'b>>; 4],
    /// The number of units between two restart markers; 0 for no markers.
    restart: u32,
}

/// The progress of reading a component.
struct Progress {
    /// For each coefficient the number of its low bits still missing; `None` if it was not sent.
    missing: [Option<u8>; 64],
    /// For each block a bit for every coefficient that is not zero: corrections are sent for those.
    nonzero: Vec<u64>,
}

/// The header of a scan.
struct Scan {
    /// The places of its components in the frame.
    components: Vec<ScanComponent>,
    /// The first and the last coefficient.
    first: u8,
    last: u8,
    /// The numbers of low bits that were missing before, and are missing after.
    high: u8,
    low: u8,
}

struct ScanComponent {
    place: usize,
    dc: Option<Huffman>,
    ac: Option<Huffman>,
}

/// Reads all scans of a file whose header was read before.
pub(super) fn check(mut segments: Segments<'_>, frame: &Frame) -> Result<(), Reason> {
    let mut tables = Tables::default();
    let untouched = || Progress {
        missing: [None; 64],
        nonzero: Vec::new(),
    };
    let mut progress: Vec<Progress> = frame.components.iter().map(|_| untouched()).collect();
    while let Some(segment) = segments.next()? {
        let broken = || damaged(segment.offset);
        match segment.marker {
            segments::DHT => tables.define(segment.body).ok_or_else(broken)?,
            segments::DRI => {
                tables.restart = u32::from(be16(segment.body, 0).ok_or_else(broken)?);
            }
            segments::SOS => {
                let scan = Scan::read(segment, frame, &tables).ok_or_else(broken)?;
                let read = scan.check(segment.scan, frame, tables.restart, &mut progress);
                read.map_err(|why| match why {
                    Broken::Cut => cut(),
                    Broken::Damaged => broken(),
                })?;
            }
            _ => {}
        }
    }
    // Each coefficient must have been sent, to its last bit.
    let whole = |progress: &Progress| progress.missing.iter().all(|left| *left == Some(0));
    if progress.iter().all(whole) {
        Ok(())
    } else {
        Err(cut())
    }
}

impl<'b> Tables<'b> {
    /// Takes the tables of a DHT segment.
    fn define(&mut self, body: &'b [u8]) -> Option<()> {
        let mut rest = body;
        while let Some((kind, after)) = rest.split_first() {
            let (counts, after) = after.split_first_chunk::<16>()?;
            let total = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, after) = after.split_at_checked(total)?;
            // Decoders refuse a file for any malformed table, used or not.
            Huffman::new(counts, symbols)?;
            let class = match kind >> 4 {
                0 if symbols.iter().any(|size| *size > 15) => return None,
                0 => &mut self.dc,
                1 => &mut self.ac,
                _ => return None,
            };
            *class.get_mut(usize::from(kind & 15))? = Some((counts, symbols));
            rest = after;
        }
        Some(())
    }
}

impl Scan {
    fn read(segment: Segment<'_>, frame: &Frame, tables: &Tables<'_>) -> Option<Scan> {
        let (count, rest) = segment.body.split_first()?;
        let (list, last) = rest.split_at_checked(usize::from(*count) * 2)?;
        let sent: [u8; 3] = last.try_into().ok()?;
        // Of a sequential scan they mean nothing: some writers leave them empty.
        let [first, last, bits] = if frame.progressive { sent } else { [0, 63, 0] };
        let (high, low) = (bits >> 4, bits & 15);
        let in_order = match first {
            0 => last == 0 || !frame.progressive,
            _ => first <= last && last < 64 && *count == 1,
        };
        if !in_order || low > 13 || (high > 0 && high != low + 1) || !(1..=3).contains(count) {
            return None;
        }
        let build = |codes: &[Option<Codes<'_>>; 4], number: u8| {
            let (counts, symbols) = (*codes.get(usize::from(number))?)?;
            Huffman::new(counts, symbols)
        };
        let mut components: Vec<ScanComponent> = Vec::new();
        for [id, numbers] in list.as_chunks::<2>().0 {
            let place = frame.component(*id)?;
            // Components stand in the order of the frame, each once.
            if components.last().is_some_and(|other| other.place >= place) {
                return None;
            }
            let needs_dc = first == 0 && high == 0;
            let needs_ac = last > 0;
            let dc = needs_dc.then(|| build(&tables.dc, numbers >> 4));
            let ac = needs_ac.then(|| build(&tables.ac, numbers & 15));
            components.push(ScanComponent {
                place,
                dc: match dc {
                    Some(table) => Some(table?),
                    None => None,
                },
                ac: match ac {
                    Some(table) => Some(table?),
                    None => None,
                },
            });
        }
        Some(Scan {
            components,
            first,
            last,
            high,
            low,
        })
    }

    /// Reads the data of the scan.
    fn check(
        &self,
        data: &[u8],
        frame: &Frame,
        restart: u32,
        progress: &mut [Progress],
    ) -> Result<(), Broken> {
        for component in &self.components {
            let progress = progress.get_mut(component.place).ok_or(Broken::Damaged)?;
            self.advance(progress)?;
        }
        let units = self.units(frame);
        let blocks = units * self.blocks_of_unit(frame);
        // Each block takes a bit at least, so that a picture larger than its data is known at once.
        if self.first == 0 && blocks > data.len() as u64 * 8 {
            return Err(Broken::Cut);
        }
        let mut reader = Reader {
            bits: Bits::new(data),
            scan: self,
            end_run: 0,
        };
        let mut number = 0;
        let mut until_restart = restart;
        if let ([only], true) = (self.components.as_slice(), self.first > 0) {
            let progress = progress.get_mut(only.place).ok_or(Broken::Damaged)?;
            // Its DC scan was read, so that there are no more blocks than bits in the file.
            progress
                .nonzero
                .resize(usize::try_from(units).map_err(|_| Broken::Damaged)?, 0);
            let ac = only.ac.as_ref().ok_or(Broken::Damaged)?;
            for block in &mut progress.nonzero {
                reader.restart_after(restart, &mut until_restart, &mut number)?;
                if self.high == 0 {
                    reader.first_ac(ac, block)?;
                } else {
                    reader.refine_ac(ac, block)?;
                }
            }
            if reader.end_run > 0 {
                return Err(Broken::Damaged);
            }
            return reader.bits.end();
        }
        let repeats: Vec<(u64, &ScanComponent)> = self
            .components
            .iter()
            .map(|component| (self.blocks_of(component, frame), component))
            .collect();
        for _ in 0..units {
            reader.restart_after(restart, &mut until_restart, &mut number)?;
            for (count, component) in &repeats {
                for _ in 0..*count {
                    reader.dc_block(component)?;
                }
            }
        }
        reader.bits.end()
    }

    /// Notes the bits that the scan sends of a component, and makes sure that they follow on those
    /// sent before.
    fn advance(&self, progress: &mut Progress) -> Result<(), Broken> {
        let before = (self.high > 0).then_some(self.high);
        // The first coefficient comes before all others.
        if self.first > 0 && progress.missing.first() == Some(&None) {
            return Err(Broken::Damaged);
        }
        let range = usize::from(self.first)..=usize::from(self.last);
        for missing in progress.missing.get_mut(range).ok_or(Broken::Damaged)? {
            if *missing != before {
                return Err(Broken::Damaged);
            }
            *missing = Some(self.low);
        }
        Ok(())
    }

    /// The number of minimum coded units of the scan.
    fn units(&self, frame: &Frame) -> u64 {
        let units = |size: u32, factor: u32, most: u32| {
            u64::from((size * factor).div_ceil(most)).div_ceil(8)
        };
        match self.components.as_slice() {
            [only] => frame.components.get(only.place).map_or(0, |component| {
                units(frame.width, component.across, frame.across)
                    * units(frame.height, component.down, frame.down)
            }),
            _ => units(frame.width, 1, frame.across) * units(frame.height, 1, frame.down),
        }
    }

    fn blocks_of_unit(&self, frame: &Frame) -> u64 {
        let blocks = self.components.iter();
        blocks
            .map(|component| self.blocks_of(component, frame))
            .sum()
    }

    /// The blocks of a component in a unit.
    fn blocks_of(&self, component: &ScanComponent, frame: &Frame) -> u64 {
        if self.components.len() == 1 {
            return 1;
        }
        let blocks = |component: &Component| u64::from(component.across * component.down);
        frame.components.get(component.place).map_or(0, blocks)
    }
}

/// Reading the blocks of one scan.
struct Reader<'b> {
    bits: Bits<'b>,
    scan: &'b Scan,
    /// The number of blocks, the next one first, without new coefficients in this scan.
    end_run: u32,
}

impl Reader<'_> {
    /// Counts a unit, and goes over a restart marker if one is due before it.
    fn restart_after(&mut self, every: u32, left: &mut u32, number: &mut u8) -> Result<(), Broken> {
        if every == 0 {
            return Ok(());
        }
        if *left == 0 {
            if self.end_run > 0 {
                return Err(Broken::Damaged);
            }
            self.bits.restart(*number)?;
            *number = (*number + 1) & 7;
            *left = every;
        }
        *left -= 1;
        Ok(())
    }

    /// A block of a sequential scan, or its first coefficient in a progressive one.
    fn dc_block(&mut self, component: &ScanComponent) -> Result<(), Broken> {
        let Some(dc) = &component.dc else {
            return self.bits.read(1).map(drop);
        };
        let size = self.bits.symbol(dc)?;
        if size > 11 {
            return Err(Broken::Damaged);
        }
        self.bits.read(u32::from(size))?;
        let Some(ac) = &component.ac else {
            return Ok(());
        };
        let mut place = 1_u8;
        while place < 64 {
            let symbol = self.bits.symbol(ac)?;
            let (run, size) = (symbol >> 4, symbol & 15);
            match (run, size) {
                (0, 0) => return Ok(()),
                (15, 0) => place += 16,
                (_, 0 | 11..) => return Err(Broken::Damaged),
                _ => {
                    self.bits.read(u32::from(size))?;
                    place += run + 1;
                }
            }
        }
        if place == 64 {
            Ok(())
        } else {
            Err(Broken::Damaged)
        }
    }

    /// The first scan of some coefficients other than the first one.
    fn first_ac(&mut self, ac: &Huffman, nonzero: &mut u64) -> Result<(), Broken> {
        if self.end_run > 0 {
            self.end_run -= 1;
            return Ok(());
        }
        let mut place = self.scan.first;
        while place <= self.scan.last {
            let symbol = self.bits.symbol(ac)?;
            let (run, size) = (symbol >> 4, symbol & 15);
            match (run, size) {
                (15, 0) => place += 16,
                (_, 0) => {
                    self.end_run = (1 << run) - 1 + self.bits.read(u32::from(run))?;
                    return Ok(());
                }
                (_, 11..) => return Err(Broken::Damaged),
                _ => {
                    place += run;
                    if place > self.scan.last {
                        return Err(Broken::Damaged);
                    }
                    self.bits.read(u32::from(size))?;
                    *nonzero |= 1 << place;
                    place += 1;
                }
            }
        }
        if place == self.scan.last + 1 {
            Ok(())
        } else {
            Err(Broken::Damaged)
        }
    }

    /// One more bit of some coefficients: a correction of each that is not zero, and the places and
    /// signs of those that no longer are.
    fn refine_ac(&mut self, ac: &Huffman, nonzero: &mut u64) -> Result<(), Broken> {
        let mut place = self.scan.first;
        while self.end_run == 0 && place <= self.scan.last {
            let symbol = self.bits.symbol(ac)?;
            let (mut run, size) = (symbol >> 4, symbol & 15);
            match (run, size) {
                (15, 0) => {}
                (_, 0) => {
                    self.end_run = (1 << run) + self.bits.read(u32::from(run))?;
                    break;
                }
                (_, 1) => drop(self.bits.read(1)?),
                _ => return Err(Broken::Damaged),
            }
            // Over `run` zeros to the next zero, correcting nonzero coefficients on the way.
            loop {
                if place > self.scan.last {
                    return Err(Broken::Damaged);
                }
                if *nonzero >> place & 1 == 1 {
                    self.bits.read(1)?;
                } else if run == 0 {
                    break;
                } else {
                    run -= 1;
                }
                place += 1;
            }
            if size == 1 {
                *nonzero |= 1 << place;
            }
            place += 1;
        }
        if self.end_run > 0 {
            self.end_run -= 1;
            while place <= self.scan.last {
                if *nonzero >> place & 1 == 1 {
                    self.bits.read(1)?;
                }
                place += 1;
            }
        }
        Ok(())
    }
}
