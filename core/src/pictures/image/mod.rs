//! Image files, before and while they are decoded: their kind, the proof that they are whole,
//! the facts they tell of their owner, and the picture as rows of pixels. SPEC 11.1.
//!
//! A walk of our own comes first and decides; the decoders behind it see files that are whole,
//! small enough and free of metadata.

mod divisor;
mod exif;
mod file;
mod jpeg;
mod kind;
mod limits;
mod orient;
mod png;
mod profile;
mod raster;
#[cfg(test)]
mod tests;

pub use file::{ColourProfile, ImageFile, ImageFormat, PersonalMetadata};
pub use raster::Picture;

#[cfg(feature = "face")]
pub(crate) use divisor::Divisor;
pub(crate) use file::{format_of, inspect, open, sanitize};
pub(crate) use jpeg::JpegKind;
pub(crate) use kind::ForeignFormat;
pub(crate) use limits::ImageLimits;
pub(crate) use {
    png::encode_png_grey,
    raster::{Plane, Raster},
};

use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;

/// The file cannot be read from this byte on.
fn damaged(offset: usize) -> Reason {
    Reason::new(Code::ImageDamaged).with("offset", offset)
}

/// The file ends before its picture does.
fn cut() -> Reason {
    Reason::new(Code::ImageCut)
}

/// Something follows the picture from this byte on.
fn trailing(offset: usize) -> Reason {
    Reason::new(Code::ImageTrailingData).with("offset", offset)
}

/// Two bytes as a big-endian number.
fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_be_bytes(*bytes))
}

/// Four bytes as a big-endian number.
fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_be_bytes(*bytes))
}
