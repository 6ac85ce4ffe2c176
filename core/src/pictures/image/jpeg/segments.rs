//! The segments of a JPEG, in order.

use super::super::{be16, cut, damaged};
use crate::foundation::problem::Reason;

pub(super) const SOI: u8 = 0xD8;
pub(super) const EOI: u8 = 0xD9;
pub(super) const SOS: u8 = 0xDA;
pub(super) const DQT: u8 = 0xDB;
pub(super) const DHT: u8 = 0xC4;
pub(super) const DRI: u8 = 0xDD;
pub(super) const COM: u8 = 0xFE;
pub(super) const APP0: u8 = 0xE0;
pub(super) const APP1: u8 = 0xE1;
pub(super) const APP2: u8 = 0xE2;
pub(super) const APP13: u8 = 0xED;
pub(super) const APP14: u8 = 0xEE;

/// A marker with its body.
#[derive(Clone, Copy)]
pub(super) struct Segment<'b> {
    /// The marker's second byte.
    pub(super) marker: u8,
    /// The place of the marker in the file.
    pub(super) offset: usize,
    /// The bytes after the length.
    pub(super) body: &'b [u8],
    /// The entropy-coded data of a scan; empty for all other segments.
    pub(super) scan: &'b [u8],
}

/// A walk over the segments between SOI and EOI.
pub(super) struct Segments<'b> {
    bytes: &'b [u8],
    at: usize,
    ended: bool,
    /// The lengths of the scans to come, as far as an earlier walk found them.
    scans: &'b [usize],
}

impl<'b> Segments<'b> {
    /// Begins again at the start of a picture in which a walk found scans of these lengths, so that
    /// nobody has to look through their data for the next marker.
    pub(super) fn again(bytes: &'b [u8], scans: &'b [usize]) -> Result<Segments<'b>, Reason> {
        let segments = Segments::new(bytes)?;
        Ok(Segments { scans, ..segments })
    }

    /// Begins at the start of a picture.
    pub(super) fn new(bytes: &'b [u8]) -> Result<Segments<'b>, Reason> {
        match bytes.first_chunk() {
            Some([0xFF, SOI]) => Ok(Segments {
                bytes,
                at: 2,
                ended: false,
                scans: &[],
            }),
            Some(_) => Err(damaged(0)),
            None => Err(cut()),
        }
    }

    /// The place of the next segment; after the last one, the end of the picture.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The next segment; `None` at EOI. Nothing but fill bytes may stand between two segments.
    pub(super) fn next(&mut self) -> Result<Option<Segment<'b>>, Reason> {
        if self.ended {
            return Ok(None);
        }
        let offset = self.at;
        if self.byte()? != 0xFF {
            return Err(damaged(offset));
        }
        let mut marker = self.byte()?;
        while marker == 0xFF {
            marker = self.byte()?;
        }
        match marker {
            EOI => {
                self.ended = true;
                return Ok(None);
            }
            // Stuffing, TEM, RST and SOI have no place here.
            0x00 | 0x01 | 0xD0..=SOI => return Err(damaged(offset)),
            _ => {}
        }
        let body = self.body(offset)?;
        let scan = if marker == SOS { self.scan()? } else { &[] };
        Ok(Some(Segment {
            marker,
            offset,
            body,
            scan,
        }))
    }

    fn byte(&mut self) -> Result<u8, Reason> {
        let byte = *self.bytes.get(self.at).ok_or_else(cut)?;
        self.at = self.at.saturating_add(1);
        Ok(byte)
    }

    fn body(&mut self, offset: usize) -> Result<&'b [u8], Reason> {
        let length = usize::from(be16(self.bytes, self.at).ok_or_else(cut)?);
        let start = self.at.saturating_add(2);
        let end = self.at.saturating_add(length);
        if end < start {
            return Err(damaged(offset));
        }
        let body = self.bytes.get(start..end).ok_or_else(cut)?;
        self.at = end;
        Ok(body)
    }

    /// The data of a scan.
    fn scan(&mut self) -> Result<&'b [u8], Reason> {
        let rest = self.bytes.get(self.at..).ok_or_else(cut)?;
        let length = match self.scans.split_first() {
            Some((length, later)) => {
                self.scans = later;
                *length
            }
            None => length_of_scan(rest)?,
        };
        self.at = self.at.saturating_add(length);
        rest.get(..length).ok_or_else(cut)
    }
}

/// The distance to the next marker that is no RST.
fn length_of_scan(rest: &[u8]) -> Result<usize, Reason> {
    let mut length = 0_usize;
    loop {
        let ahead = rest.get(length..).ok_or_else(cut)?;
        let run = ahead.iter().position(|byte| *byte == 0xFF);
        length = length.saturating_add(run.ok_or_else(cut)?);
        let after = rest.get(length..).unwrap_or_default();
        let fill = after
            .iter()
            .position(|byte| *byte != 0xFF)
            .ok_or_else(cut)?;
        if !matches!(after.get(fill), Some(0x00 | 0xD0..=0xD7)) {
            return Ok(length);
        }
        length = length.saturating_add(fill).saturating_add(1);
    }
}
