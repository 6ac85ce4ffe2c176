//! PNG: its chunks and its pixels.

mod chunks;
mod data;
mod decode;
mod encode;
mod inflate;

use std::collections::BTreeSet;

pub(crate) use encode::encode_png_grey;

use self::chunks::{Chunk, Chunks};
use super::file::{ColourProfile, ImageFile, ImageFormat, PersonalMetadata};
use super::limits::ImageLimits;
use super::orient::swaps_sides;
use super::raster::Raster;
use super::{be32, cut, damaged, exif, profile, trailing};
use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;

/// The first bytes of every PNG.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// Deflate makes at most this many bytes of one.
const MOST_INFLATED: u64 = 1032;

/// The contents of the chunks of a PNG.
pub(super) struct Header<'b> {
    bytes: &'b [u8],
    size: Size,
    alpha: bool,
    orientation: u32,
    personal: BTreeSet<PersonalMetadata>,
    profile: ColourProfile,
    /// The place of the picture's data, and the number of their bytes.
    data: usize,
    data_size: usize,
}

/// The contents of IHDR.
#[derive(Clone, Copy)]
struct Size {
    width: u32,
    height: u32,
    depth: u8,
    colour: u8,
    interlaced: bool,
}

/// The findings of the walk over the chunks.
#[derive(Default)]
struct Walk {
    size: Option<Size>,
    palette: bool,
    transparency: bool,
    /// The place of the data, and the number of their bytes.
    data: Option<usize>,
    data_size: usize,
    data_ended: bool,
    exif: Option<exif::Exif>,
    personal: BTreeSet<PersonalMetadata>,
    icc: Option<ColourProfile>,
    standard: bool,
    code_points: Option<ColourProfile>,
}

impl<'b> Header<'b> {
    /// Walks over the chunks, and makes sure that the file ends with the last one.
    ///
    /// # Errors
    /// A code of the area `image`.
    pub(super) fn read(bytes: &'b [u8], limits: &ImageLimits) -> Result<Header<'b>, Reason> {
        let mut walk = Walk::default();
        let mut chunks = Chunks::new(bytes);
        while let Some(chunk) = chunks.next()? {
            walk.take(chunk, limits)?;
        }
        let end = chunks.at();
        if end < bytes.len() {
            return Err(trailing(end));
        }
        let (Some(size), Some(data)) = (walk.size, walk.data) else {
            return Err(damaged(end));
        };
        if size.colour == 3 && !walk.palette {
            return Err(damaged(data));
        }
        if size.least_bytes() > (walk.data_size as u64).saturating_mul(MOST_INFLATED) {
            return Err(cut());
        }
        // In this order the specification lets one chunk overrule the other.
        let standard = walk.standard.then_some(ColourProfile::Srgb);
        let profile = walk.code_points.or(walk.icc).or(standard);
        let profile = profile.unwrap_or(ColourProfile::None);
        limits.check_profile(profile)?;
        Ok(Header {
            bytes,
            size,
            alpha: walk.transparency || size.colour & 4 != 0,
            orientation: walk.exif.map_or(1, |exif| exif.orientation),
            personal: walk.personal,
            profile,
            data,
            data_size: walk.data_size,
        })
    }

    /// Makes sure that the compressed data are whole and nothing more.
    ///
    /// # Errors
    /// `IMAGE_CUT`, `IMAGE_DAMAGED`.
    pub(super) fn check_data(&self) -> Result<(), Reason> {
        let mut chunks = Chunks::again(self.bytes);
        let all = std::iter::from_fn(|| chunks.next().ok().flatten());
        let parts = all.filter(|chunk| chunk.kind == b"IDAT");
        data::check(parts.map(|chunk| chunk.data), self.data_size, self.size)
            .map_err(|broken| self.broken(broken))
    }

    fn broken(&self, broken: decode::Broken) -> Reason {
        match broken {
            decode::Broken::Cut => cut(),
            decode::Broken::Damaged => damaged(self.data),
        }
    }

    pub(super) fn file(&self) -> ImageFile {
        let (mut width, mut height) = (self.size.width, self.size.height);
        if swaps_sides(self.orientation) {
            (width, height) = (height, width);
        }
        ImageFile {
            format: ImageFormat::Png,
            width,
            height,
            orientation: self.orientation,
            greyscale: matches!(self.size.colour, 0 | 4),
            alpha: self.alpha,
            progressive: self.size.interlaced,
            quality: None,
            personal: self.personal.iter().copied().collect(),
            profile: self.profile,
        }
    }

    /// The file without metadata: the parts that decoding needs, the meaning of the colours, and
    /// the orientation.
    pub(super) fn sanitized(&self) -> Vec<u8> {
        let profile = !matches!(self.profile, ColourProfile::None | ColourProfile::Srgb);
        let mut file = SIGNATURE.to_vec();
        let mut chunks = Chunks::again(self.bytes);
        while let Ok(Some(chunk)) = chunks.next() {
            let is_kept = match chunk.kind {
                b"gAMA" | b"cHRM" | b"sRGB" | b"cICP" => true,
                b"iCCP" => profile,
                kind => is_needed(kind),
            };
            if is_kept {
                chunks::push(&mut file, chunk.kind, chunk.data);
            }
            if chunk.kind == b"IHDR" && self.orientation != 1 {
                chunks::push(&mut file, b"eXIf", &exif::block(self.orientation));
            }
        }
        file
    }

    /// The picture, upright, on white.
    ///
    /// # Errors
    /// `IMAGE_DAMAGED`, `IMAGE_CUT`.
    pub(super) fn decode(&self) -> Result<Raster, Reason> {
        let file = self.file();
        let pixels = decode::pixels(self.for_decoder(), self.size.width, self.size.height);
        let pixels = pixels.map_err(|broken| self.broken(broken))?;
        let pixels = super::orient::upright(self.size.width, pixels, self.orientation);
        Raster::new(file.width, file.height, pixels).ok_or_else(|| damaged(self.data))
    }

    /// The file as the decoder gets it: without metadata, and with its data in one chunk, since the
    /// decoder spends as much on a chunk of nothing as on a thousand bytes.
    fn for_decoder(&self) -> Vec<u8> {
        let mut file = SIGNATURE.to_vec();
        let mut data = Vec::with_capacity(self.data_size);
        let mut chunks = Chunks::again(self.bytes);
        while let Ok(Some(chunk)) = chunks.next() {
            match chunk.kind {
                b"IDAT" => data.extend(chunk.data),
                b"IEND" => {
                    chunks::push(&mut file, b"IDAT", &data);
                    chunks::push(&mut file, b"IEND", &[]);
                }
                kind if is_needed(kind) => chunks::push(&mut file, kind, chunk.data),
                _ => {}
            }
        }
        file
    }
}

/// `true` if pixels cannot be had without chunks of this kind.
fn is_needed(kind: &[u8; 4]) -> bool {
    matches!(kind, b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND")
}

impl Size {
    fn read(chunk: Chunk<'_>) -> Option<Size> {
        let [.., depth, colour, compression, filter, interlace] = *chunk.data else {
            return None;
        };
        let (width, height) = (be32(chunk.data, 0)?, be32(chunk.data, 4)?);
        let known = match colour {
            0 => matches!(depth, 1 | 2 | 4 | 8 | 16),
            3 => matches!(depth, 1 | 2 | 4 | 8),
            2 | 4 | 6 => matches!(depth, 8 | 16),
            _ => false,
        };
        let valid = chunk.data.len() == 13
            && known
            && compression == 0
            && filter == 0
            && interlace <= 1
            && (1..=i32::MAX.unsigned_abs()).contains(&width)
            && (1..=i32::MAX.unsigned_abs()).contains(&height);
        valid.then_some(Size {
            width,
            height,
            depth,
            colour,
            interlaced: interlace == 1,
        })
    }

    /// The bytes of the pixels, without filters and padding.
    fn least_bytes(self) -> u64 {
        let pixels = u64::from(self.width).saturating_mul(u64::from(self.height));
        pixels.saturating_mul(self.bits()) / 8
    }

    /// The bits of a pixel.
    fn bits(self) -> u64 {
        let samples: u64 = match self.colour {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };
        samples.saturating_mul(u64::from(self.depth))
    }
}

impl Walk {
    fn take(&mut self, chunk: Chunk<'_>, limits: &ImageLimits) -> Result<(), Reason> {
        let broken = || damaged(chunk.offset);
        let kind = chunk.kind;
        if self.size.is_none() != (kind == b"IHDR") {
            return Err(broken());
        }
        if self.data.is_some() && kind != b"IDAT" {
            self.data_ended = true;
        }
        let before_data = self.data.is_none();
        match kind {
            b"IHDR" => {
                let size = Size::read(chunk).ok_or_else(broken)?;
                limits.check_size(size.width, size.height, false)?;
                self.size = Some(size);
            }
            b"PLTE" => {
                let size = chunk.data.len();
                let valid = size.is_multiple_of(3) && (3..=768).contains(&size);
                let grey = self.size.is_some_and(|size| matches!(size.colour, 0 | 4));
                if self.palette || grey || !valid || !before_data || self.transparency {
                    return Err(broken());
                }
                self.palette = true;
            }
            b"tRNS" => {
                if self.transparency || !before_data || !self.fits_transparency(chunk.data) {
                    return Err(broken());
                }
                self.transparency = true;
            }
            b"IDAT" => {
                if self.data_ended {
                    return Err(broken());
                }
                self.data.get_or_insert(chunk.offset);
                self.data_size = self.data_size.saturating_add(chunk.data.len());
            }
            b"IEND" if chunk.data.is_empty() => {}
            b"acTL" | b"fcTL" | b"fdAT" => return Err(Reason::new(Code::ImageAnimated)),
            _ if kind.first().is_some_and(u8::is_ascii_uppercase) => return Err(broken()),
            _ => self.metadata(chunk, limits)?,
        }
        Ok(())
    }

    /// `true` if a tRNS chunk has the length that its colour type asks for.
    fn fits_transparency(&self, data: &[u8]) -> bool {
        match self.size.map(|size| size.colour) {
            Some(0) => data.len() == 2,
            Some(2) => data.len() == 6,
            Some(3) => self.palette && (1..=256).contains(&data.len()),
            _ => false,
        }
    }

    fn metadata(&mut self, chunk: Chunk<'_>, limits: &ImageLimits) -> Result<(), Reason> {
        let data = chunk.data;
        limits.check_metadata(data.len())?;
        match chunk.kind {
            b"eXIf" => {
                let read = exif::read(data);
                self.personal.extend(&read.personal);
                self.exif.get_or_insert(read);
            }
            b"tEXt" | b"zTXt" | b"iTXt" => drop(self.personal.insert(text(data))),
            b"tIME" => drop(self.personal.insert(PersonalMetadata::Date)),
            b"iCCP" => {
                let named = self.icc.is_none().then(|| icc(data, limits)).transpose()?;
                self.icc = self.icc.or(named);
            }
            b"sRGB" => self.standard = true,
            b"cICP" => {
                self.code_points = Some(match data {
                    [1, 13, 0, 1] => ColourProfile::Srgb,
                    [12, 13, 0, 1] => ColourProfile::DisplayP3,
                    _ => ColourProfile::Other,
                });
            }
            // Figures of the picture itself.
            b"gAMA" | b"cHRM" | b"bKGD" | b"hIST" | b"pHYs" | b"sBIT" | b"sPLT" | b"oFFs"
            | b"sTER" => {}
            _ => drop(self.personal.insert(PersonalMetadata::Unknown)),
        }
        Ok(())
    }
}

/// The kind of facts that a chunk of text tells, by its keyword.
fn text(data: &[u8]) -> PersonalMetadata {
    let keyword = data.split(|byte| *byte == 0).next().unwrap_or_default();
    match keyword {
        b"Author" | b"Copyright" => PersonalMetadata::Author,
        b"Creation Time" => PersonalMetadata::Date,
        b"Software" | b"Source" => PersonalMetadata::Device,
        b"XML:com.adobe.xmp" | b"Raw profile type xmp" => PersonalMetadata::Xmp,
        b"Raw profile type iptc" => PersonalMetadata::Iptc,
        b"Raw profile type exif" | b"Raw profile type APP1" => PersonalMetadata::Unknown,
        _ => PersonalMetadata::Comment,
    }
}

/// The meaning of a compressed colour profile.
fn icc(data: &[u8], limits: &ImageLimits) -> Result<ColourProfile, Reason> {
    let name = data.iter().position(|byte| *byte == 0);
    let compressed = name.and_then(|end| match data.get(end..)? {
        [0, 0, compressed @ ..] => Some(compressed),
        _ => None,
    });
    let Some(compressed) = compressed else {
        return Ok(ColourProfile::Other);
    };
    let most = limits.max_metadata_bytes as usize;
    let mut profile: Vec<u8> = Vec::new();
    let mut size = Ok(());
    let inflated = inflate::inflate(std::iter::once(compressed), u64::MAX, |bytes| {
        profile.extend(bytes);
        size = limits.check_metadata(profile.len().min(most.saturating_add(1)));
        size.as_ref().map(drop).map_err(|_| decode::Broken::Damaged)
    });
    size?;
    Ok(inflated.map_or(ColourProfile::Other, |_| profile::classify(&profile)))
}

#[cfg(test)]
mod tests;
