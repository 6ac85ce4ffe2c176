//! The frame header: size, components and coding.

use super::super::{be16, damaged};
use super::segments::Segment;
use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;
use crate::foundation::words::words;

words! {
    /// A kind of JPEG that is named and not accepted.
    JpegKind {
        /// Four components: cyan, magenta, yellow and black.
        Cmyk = "cmyk",
        /// Two components, or more than four.
        Channels = "channels",
        /// Samples of 12 bits.
        TwelveBit = "twelve_bit",
        /// Arithmetic instead of Huffman coding.
        Arithmetic = "arithmetic",
        /// Lossless JPEG, JPEG-LS.
        Lossless = "lossless",
        /// Frames that refine each other.
        Hierarchical = "hierarchical",
        /// Colours sampled in another ratio than 4:4:4, 4:2:2, 4:4:0 or 4:2:0.
        Sampling = "sampling",
        /// A sequential JPEG with a scan of its own for each component.
        SeparateScans = "separate_scans",
    }
}

/// The contents of the frame header.
pub(super) struct Frame {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) progressive: bool,
    pub(super) components: Vec<Component>,
    /// The highest sampling factors.
    pub(super) across: u32,
    pub(super) down: u32,
}

/// One component of the picture.
pub(super) struct Component {
    pub(super) id: u8,
    /// The number of its samples across and down, in each minimum coded unit.
    pub(super) across: u32,
    pub(super) down: u32,
    /// Its quantisation table.
    pub(super) quantisation: u8,
}

/// A refusal of a kind of JPEG, by its name.
pub(super) fn refused(kind: JpegKind) -> Reason {
    Reason::new(Code::ImageKind).with("coding", kind)
}

/// The kind of JPEG that a marker begins and that is not accepted.
pub(super) fn refused_kind(marker: u8) -> Option<JpegKind> {
    match marker {
        0xC3 | 0xCB | 0xF7 => Some(JpegKind::Lossless),
        0xC5..=0xC7 | 0xCD..=0xCF | 0xDE | 0xDF => Some(JpegKind::Hierarchical),
        0xC9 | 0xCA | 0xCC => Some(JpegKind::Arithmetic),
        _ => None,
    }
}

impl Frame {
    /// Reads the segment of SOF0, SOF1 or SOF2.
    pub(super) fn read(segment: Segment<'_>) -> Result<Frame, Reason> {
        let broken = || damaged(segment.offset);
        let body = segment.body;
        let (precision, count) = (body.first(), body.get(5));
        let precision = *precision.ok_or_else(broken)?;
        let height = be16(body, 1).ok_or_else(broken)?;
        let width = be16(body, 3).ok_or_else(broken)?;
        let count = *count.ok_or_else(broken)?;
        match (precision, count) {
            (8, 1 | 3) => {}
            (8, 4) => return Err(refused(JpegKind::Cmyk)),
            (8, _) => return Err(refused(JpegKind::Channels)),
            (12, _) => return Err(refused(JpegKind::TwelveBit)),
            _ => return Err(broken()),
        }
        let list = body.get(6..).unwrap_or_default().as_chunks::<3>();
        if width == 0 || height == 0 || !list.1.is_empty() || list.0.len() != usize::from(count) {
            return Err(broken());
        }
        let mut components: Vec<Component> = Vec::new();
        for [id, sampling, quantisation] in list.0 {
            let (across, down) = (u32::from(sampling >> 4), u32::from(sampling & 15));
            let factors = 1..=4;
            let known = components.iter().any(|other| other.id == *id);
            if known || !factors.contains(&across) || !factors.contains(&down) || *quantisation > 3
            {
                return Err(broken());
            }
            components.push(Component {
                id: *id,
                across,
                down,
                quantisation: *quantisation,
            });
        }
        if let [grey] = components.as_mut_slice() {
            // The factors of a single component mean nothing.
            (grey.across, grey.down) = (1, 1);
        }
        let most = |factor: fn(&Component) -> u32| components.iter().map(factor).max();
        let across = most(|component| component.across).ok_or_else(broken)?;
        let down = most(|component| component.down).ok_or_else(broken)?;
        let usual = match components.as_slice() {
            [_] => true,
            [_, colours @ ..] => {
                across.max(down) <= 2
                    && colours
                        .iter()
                        .all(|colour| (colour.across, colour.down) == (1, 1))
            }
            [] => false,
        };
        if !usual {
            return Err(refused(JpegKind::Sampling));
        }
        Ok(Frame {
            width: u32::from(width),
            height: u32::from(height),
            progressive: segment.marker == 0xC2,
            components,
            across,
            down,
        })
    }

    /// The place of the component with this identifier.
    pub(super) fn component(&self, id: u8) -> Option<usize> {
        self.components
            .iter()
            .position(|component| component.id == id)
    }
}
