//! JPEG: its segments, the proof that it is whole, and its pixels.

mod frame;
mod huffman;
mod mpf;
mod quality;
mod scans;
mod segments;

use std::collections::BTreeSet;
use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

pub(crate) use frame::JpegKind;

use self::frame::{Frame, refused, refused_kind};
use self::quality::Table;
use self::segments::{APP0, APP1, APP2, APP13, APP14, COM, DHT, DQT, DRI, EOI, SOI, SOS};
use self::segments::{Segment, Segments};
use super::file::{ColourProfile, ImageFile, ImageFormat, PersonalMetadata};
use super::limits::ImageLimits;
use super::orient::{swaps_sides, upright};
use super::raster::Raster;
use super::{be32, damaged, exif, profile, trailing};
use crate::foundation::problem::Reason;

const JFIF: &[u8] = b"JFIF\0";
const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const XMP: &[u8] = b"http://ns.adobe.com/x";
const ADOBE: &[u8] = b"Adobe";
/// The largest body of a segment, without its length.
const MOST: usize = 65_533;

/// The contents of the segments of a JPEG.
pub(super) struct Header<'b> {
    bytes: &'b [u8],
    frame: Frame,
    orientation: u32,
    quality: Option<u32>,
    personal: BTreeSet<PersonalMetadata>,
    icc: Vec<u8>,
    profile: ColourProfile,
    /// Version, unit and densities of JFIF.
    jfif: Option<[u8; 7]>,
    /// Version, flags and colour transform of Adobe.
    adobe: Option<[u8; 7]>,
    /// The place of the first scan.
    first_scan: usize,
    /// The length of the data of each scan.
    scans: Vec<usize>,
}

/// The findings of the walk over the segments.
#[derive(Default)]
struct Walk<'b> {
    frame: Option<Frame>,
    exif: Option<exif::Exif>,
    personal: BTreeSet<PersonalMetadata>,
    /// Number, count and data of each part of the colour profile.
    icc: Vec<(u8, u8, &'b [u8])>,
    icc_size: usize,
    jfif: Option<[u8; 7]>,
    adobe: Option<[u8; 7]>,
    quantisation: [Option<Table>; 4],
    quality: Option<u32>,
    first_scan: usize,
    /// The length of the data of each scan.
    scans: Vec<usize>,
    /// The place of the index of further pictures.
    further: Option<usize>,
}

impl<'b> Header<'b> {
    /// Walks over the segments, and makes sure that the file ends where its picture does.
    ///
    /// # Errors
    /// A code of the area `image`.
    pub(super) fn read(bytes: &'b [u8], limits: &ImageLimits) -> Result<Header<'b>, Reason> {
        let mut walk = Walk::default();
        let mut segments = Segments::new(bytes)?;
        while let Some(segment) = segments.next()? {
            walk.take(segment, limits)?;
        }
        let end = segments.at();
        let frame = walk.frame.ok_or_else(|| damaged(end))?;
        if walk.scans.is_empty() {
            return Err(damaged(end));
        }
        let mut personal = walk.personal;
        if end < bytes.len() {
            let announced = walk
                .further
                .is_some_and(|index| mpf::covers(bytes, index, end));
            if !announced {
                return Err(trailing(end));
            }
            personal.insert(PersonalMetadata::FurtherImage);
        }
        let (icc, profile) = assembled(walk.icc);
        limits.check_profile(profile)?;
        let exif = walk.exif;
        Ok(Header {
            bytes,
            frame,
            orientation: exif.map_or(1, |exif| exif.orientation),
            quality: walk.quality,
            personal,
            icc,
            profile,
            jfif: walk.jfif,
            adobe: walk.adobe,
            first_scan: walk.first_scan,
            scans: walk.scans,
        })
    }

    /// Makes sure that no scan was cut.
    ///
    /// # Errors
    /// `IMAGE_CUT`, `IMAGE_DAMAGED`.
    pub(super) fn check_scans(&self) -> Result<(), Reason> {
        scans::check(self.segments()?, &self.frame)
    }

    /// The segments again.
    fn segments(&self) -> Result<Segments<'_>, Reason> {
        Segments::again(self.bytes, &self.scans)
    }

    pub(super) fn file(&self) -> ImageFile {
        let (mut width, mut height) = (self.frame.width, self.frame.height);
        if swaps_sides(self.orientation) {
            (width, height) = (height, width);
        }
        ImageFile {
            format: ImageFormat::Jpeg,
            width,
            height,
            orientation: self.orientation,
            greyscale: self.is_grey(),
            alpha: false,
            progressive: self.frame.progressive,
            quality: self.quality,
            personal: self.personal.iter().copied().collect(),
            profile: self.profile,
        }
    }

    fn is_grey(&self) -> bool {
        self.frame.components.len() == 1
    }

    /// `true` if the components are red, green and blue, by the rule that all software follows:
    /// JFIF is luminance and two differences, then Adobe's segment says so, then the identifiers
    /// do.
    fn is_rgb(&self) -> bool {
        let ids = self.frame.components.iter().map(|component| component.id);
        match (self.jfif, self.adobe) {
            (Some(_), _) => false,
            (None, Some([.., transform])) => transform == 0,
            (None, None) => ids.eq(*b"RGB"),
        }
    }

    /// The file without metadata: the parts that decoding needs, and the orientation.
    pub(super) fn sanitized(&self) -> Vec<u8> {
        let mut file = vec![0xFF, SOI];
        if let Some(jfif) = &self.jfif {
            push(&mut file, APP0, &[JFIF, jfif, &[0, 0]]);
        }
        if self.orientation != 1 {
            push(&mut file, APP1, &[EXIF, &exif::block(self.orientation)]);
        }
        if let Some(adobe) = &self.adobe {
            push(&mut file, APP14, &[ADOBE, adobe]);
        }
        // A profile that says sRGB says nothing: a file without one means the same.
        if !matches!(self.profile, ColourProfile::None | ColourProfile::Srgb) {
            let parts = self
                .icc
                .chunks(MOST.saturating_sub(ICC.len()).saturating_sub(2));
            let count = u8::try_from(parts.len()).unwrap_or(u8::MAX);
            for (number, part) in (1..=count).zip(parts) {
                push(&mut file, APP2, &[ICC, &[number, count], part]);
            }
        }
        self.push_picture(&mut file, |body, _| body.to_vec());
        file
    }

    /// Adds tables, frame and scans, the headers of frame and scans changed by `change`, and EOI.
    fn push_picture(&self, file: &mut Vec<u8>, change: impl Fn(&[u8], u8) -> Vec<u8>) {
        let Ok(mut segments) = self.segments() else {
            return;
        };
        while let Ok(Some(segment)) = segments.next() {
            match segment.marker {
                DQT | DHT | DRI => push(file, segment.marker, &[segment.body]),
                marker @ (0xC0..=0xC2 | SOS) => {
                    push(file, marker, &[&change(segment.body, marker)]);
                    file.extend_from_slice(segment.scan);
                }
                _ => {}
            }
        }
        file.extend([0xFF, EOI]);
    }

    /// The picture, upright.
    ///
    /// # Errors
    /// `IMAGE_DAMAGED` if the decoder refuses the data.
    pub(super) fn decode(&self) -> Result<Raster, Reason> {
        let broken = || damaged(self.first_scan);
        let (width, height) = (self.frame.width, self.frame.height);
        let options = DecoderOptions::default()
            .set_strict_mode(true)
            .set_max_width(width as usize)
            .set_max_height(height as usize)
            .jpeg_set_max_scans(usize::MAX)
            .jpeg_set_out_colorspace(if self.is_grey() {
                ColorSpace::Luma
            } else {
                ColorSpace::RGB
            });
        let mut decoder = JpegDecoder::new_with_options(Cursor::new(self.for_decoder()), options);
        let samples = decoder.decode().map_err(|_| broken())?;
        drop(decoder);
        let pixels = if self.is_grey() {
            in_colour(samples)
        } else {
            samples
        };
        let pixels = upright(width, pixels, self.orientation);
        let file = self.file();
        Raster::new(file.width, file.height, pixels).ok_or_else(broken)
    }

    /// The file as the decoder gets it: without metadata, and with identifiers of components that
    /// define the colours by themselves, so that no rule of the decoder's is in play.
    fn for_decoder(&self) -> Vec<u8> {
        let ids: &[u8] = if self.is_rgb() {
            b"RGB"
        } else {
            b"\x01\x02\x03"
        };
        let renamed = |id: u8| {
            let place = self.frame.component(id);
            place
                .and_then(|place| ids.get(place).copied())
                .unwrap_or(id)
        };
        let mut file = vec![0xFF, SOI];
        self.push_picture(&mut file, |body, marker| {
            let mut body = body.to_vec();
            // After the count in a scan's header, after the size and the count in the frame's.
            let (start, step): (usize, usize) = if marker == SOS { (1, 2) } else { (6, 3) };
            let count = body
                .get(start.saturating_sub(1))
                .copied()
                .map_or(0, usize::from);
            let list = body.get_mut(start..).unwrap_or_default();
            for component in list.chunks_exact_mut(step).take(count) {
                if let Some(id) = component.first_mut() {
                    *id = renamed(*id);
                }
                if let ([_, sampling, _], true) = (component, self.is_grey()) {
                    *sampling = 0x11;
                }
            }
            // A sequential scan's range of coefficients means nothing; the decoder reads it.
            if let ([.., first, last, bits], SOS, false) =
                (body.as_mut_slice(), marker, self.frame.progressive)
            {
                (*first, *last, *bits) = (0, 63, 0);
            }
            body
        });
        file
    }
}

impl<'b> Walk<'b> {
    fn take(&mut self, segment: Segment<'b>, limits: &ImageLimits) -> Result<(), Reason> {
        let (marker, body) = (segment.marker, segment.body);
        let broken = || damaged(segment.offset);
        match marker {
            SOS => self.scan(segment, limits)?,
            DQT => {
                for (number, table) in quality::tables(body).ok_or_else(broken)? {
                    if let Some(place) = self.quantisation.get_mut(number) {
                        *place = Some(table);
                    }
                }
            }
            DHT => {}
            DRI if body.len() == 2 => {}
            0xC0..=0xC2 if self.frame.is_none() => {
                let frame = Frame::read(segment)?;
                limits.check_size(frame.width, frame.height, frame.progressive)?;
                self.frame = Some(frame);
            }
            COM => drop(self.personal.insert(PersonalMetadata::Comment)),
            APP0..=0xEF => self.application(segment, limits)?,
            _ => return Err(refused_kind(marker).map_or_else(broken, refused)),
        }
        Ok(())
    }

    fn scan(&mut self, segment: Segment<'b>, limits: &ImageLimits) -> Result<(), Reason> {
        let broken = || damaged(segment.offset);
        let frame = self.frame.as_ref().ok_or_else(broken)?;
        let count = *segment.body.first().ok_or_else(broken)?;
        self.scans.push(segment.scan.len());
        limits.check_scans(self.scans.len())?;
        if self.scans.len() > 1 {
            return Ok(());
        }
        self.first_scan = segment.offset;
        // The decoder gets such files wrong without saying so.
        if !frame.progressive && usize::from(count) < frame.components.len() {
            return Err(refused(JpegKind::SeparateScans));
        }
        let table = |place: usize| {
            let component = frame.components.get(place)?;
            let number = usize::from(component.quantisation);
            self.quantisation.get(number)?.as_ref()
        };
        let luminance = table(0).ok_or_else(broken)?;
        if (0..frame.components.len()).any(|place| table(place).is_none()) {
            return Err(broken());
        }
        self.quality = match (table(1), table(2)) {
            (Some(blue), Some(red)) if blue == red => quality::of(luminance, Some(blue)),
            (None, None) if frame.components.len() == 1 => quality::of(luminance, None),
            _ => None,
        };
        Ok(())
    }

    fn application(&mut self, segment: Segment<'b>, limits: &ImageLimits) -> Result<(), Reason> {
        let body = segment.body;
        limits.check_metadata(body.len())?;
        let mut tells = |what| {
            self.personal.insert(what);
        };
        match segment.marker {
            APP0 => match body.strip_prefix(JFIF) {
                Some(jfif) => {
                    let (jfif, thumbnail) = jfif
                        .split_first_chunk()
                        .ok_or_else(|| damaged(segment.offset))?;
                    if thumbnail.len() > 2 {
                        tells(PersonalMetadata::Thumbnail);
                    }
                    self.jfif = self.jfif.or(Some(*jfif));
                }
                None if body.starts_with(b"JFXX\0") => tells(PersonalMetadata::Thumbnail),
                None => tells(PersonalMetadata::Unknown),
            },
            APP1 => match body.strip_prefix(EXIF) {
                Some(block) => {
                    let read = exif::read(block);
                    self.personal.extend(&read.personal);
                    self.exif.get_or_insert(read);
                }
                None if body.starts_with(XMP) => tells(PersonalMetadata::Xmp),
                None => tells(PersonalMetadata::Unknown),
            },
            APP2 => match (body.strip_prefix(ICC), body.starts_with(mpf::NAME)) {
                (Some([number, count, data @ ..]), _) => {
                    self.icc_size = self.icc_size.saturating_add(data.len());
                    limits.check_metadata(self.icc_size)?;
                    self.icc.push((*number, *count, data));
                }
                (None, true) => {
                    let skipped = mpf::NAME.len().saturating_add(4);
                    self.further = Some(segment.offset.saturating_add(skipped));
                }
                _ => tells(PersonalMetadata::Unknown),
            },
            APP13 => tells(PersonalMetadata::Iptc),
            APP14 if body.starts_with(ADOBE) => {
                let adobe = body.get(ADOBE.len()..).and_then(<[u8]>::first_chunk);
                self.adobe = self.adobe.or(adobe.copied());
            }
            _ => tells(PersonalMetadata::Unknown),
        }
        Ok(())
    }
}

/// Grey samples as pixels. Their memory is given back before the picture is turned.
fn in_colour(grey: Vec<u8>) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(grey.len().saturating_mul(3));
    pixels.extend(grey.iter().flat_map(|sample| [*sample; 3]));
    pixels
}

/// The colour profile from its parts, and its meaning.
fn assembled(mut parts: Vec<(u8, u8, &[u8])>) -> (Vec<u8>, ColourProfile) {
    if parts.is_empty() {
        return (Vec::new(), ColourProfile::None);
    }
    parts.sort_by_key(|(number, ..)| *number);
    let numbered = parts
        .iter()
        .zip(1_usize..)
        .all(|((number, count, _), place)| {
            usize::from(*number) == place && usize::from(*count) == parts.len()
        });
    let icc: Vec<u8> = parts
        .iter()
        .flat_map(|(_, _, data)| *data)
        .copied()
        .collect();
    let whole = be32(&icc, 0).is_some_and(|size| size as usize == icc.len());
    let profile = if numbered && whole {
        profile::classify(&icc)
    } else {
        ColourProfile::Other
    };
    (icc, profile)
}

/// Adds a segment.
fn push(file: &mut Vec<u8>, marker: u8, parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let length = u16::try_from(length.saturating_add(2)).unwrap_or(u16::MAX);
    file.extend([0xFF, marker]);
    file.extend(length.to_be_bytes());
    file.extend(parts.iter().copied().flatten());
}

#[cfg(test)]
mod tests;
