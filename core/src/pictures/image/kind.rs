//! The format of a file, by its first bytes and never by its name.

use super::file::ImageFormat;
use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;
use crate::foundation::words::words;

words! {
    /// A format that is recognised and not accepted.
    ForeignFormat {
        /// HEIF with HEVC, as iPhones write it.
        Heic = "heic",
        /// AVIF.
        Avif = "avif",
        /// WebP.
        Webp = "webp",
        /// JPEG 2000.
        Jpeg2000 = "jpeg_2000",
        /// JPEG XL.
        JpegXl = "jpeg_xl",
        /// GIF.
        Gif = "gif",
        /// TIFF, and raw formats built on it.
        Tiff = "tiff",
        /// Windows bitmap.
        Bmp = "bmp",
        /// PDF.
        Pdf = "pdf",
        /// SVG.
        Svg = "svg",
    }
}

/// The length of a text file's beginning in which the tag `<svg` is looked for.
const SVG_SEARCH: usize = 1024;
/// The number of bytes of the list of brands that are looked at.
const BRANDS: usize = 256;

/// The format of a file.
///
/// # Errors
/// `IMAGE_EMPTY`; `IMAGE_FORMAT` for a known format that is not accepted; `IMAGE_FORMAT_UNKNOWN`.
pub(super) fn format_of(bytes: &[u8]) -> Result<ImageFormat, Reason> {
    if bytes.is_empty() {
        return Err(Reason::new(Code::ImageEmpty));
    }
    if bytes.starts_with(b"\xFF\xD8") {
        return Ok(ImageFormat::Jpeg);
    }
    if bytes.starts_with(super::png::SIGNATURE) {
        return Ok(ImageFormat::Png);
    }
    Err(foreign(bytes).map_or_else(
        || Reason::new(Code::ImageFormatUnknown),
        |format| Reason::new(Code::ImageFormat).with("format", format),
    ))
}

fn foreign(bytes: &[u8]) -> Option<ForeignFormat> {
    let starts: [(&[u8], ForeignFormat); 12] = [
        (b"GIF87a", ForeignFormat::Gif),
        (b"GIF89a", ForeignFormat::Gif),
        (b"II*\0", ForeignFormat::Tiff),
        (b"MM\0*", ForeignFormat::Tiff),
        (b"II+\0", ForeignFormat::Tiff),
        (b"MM\0+", ForeignFormat::Tiff),
        (b"%PDF-", ForeignFormat::Pdf),
        (b"\0\0\0\x0CjP  \r\n\x87\n", ForeignFormat::Jpeg2000),
        (b"\xFF\x4F\xFF\x51", ForeignFormat::Jpeg2000),
        (b"\0\0\0\x0CJXL \r\n\x87\n", ForeignFormat::JpegXl),
        (b"\xFF\x0A", ForeignFormat::JpegXl),
        (b"BM", ForeignFormat::Bmp),
    ];
    let known = starts.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, format)) = known {
        return Some(*format);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(ForeignFormat::Webp);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return branded(bytes);
    }
    is_svg(bytes).then_some(ForeignFormat::Svg)
}

/// A file of the ISO base media format, by its brands.
fn branded(bytes: &[u8]) -> Option<ForeignFormat> {
    let size = bytes.first_chunk().map(|size| u32::from_be_bytes(*size))?;
    let brands = bytes.get(8..BRANDS.min(size as usize).min(bytes.len()))?;
    let brands = || brands.as_chunks::<4>().0.iter();
    if brands().any(|brand| matches!(brand, b"avif" | b"avis")) {
        return Some(ForeignFormat::Avif);
    }
    let heif = |brand: &[u8; 4]| matches!(brand, b"mif1" | b"msf1") || brand.starts_with(b"he");
    brands().any(heif).then_some(ForeignFormat::Heic)
}

fn is_svg(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    let text = text.get(..SVG_SEARCH).unwrap_or(text);
    text.starts_with(b"<") && text.windows(4).any(|tag| tag.eq_ignore_ascii_case(b"<svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_first_bytes() {
        assert_eq!(format_of(b"\xFF\xD8\xFF\xE0").unwrap(), ImageFormat::Jpeg);
        assert_eq!(
            format_of(b"\x89PNG\r\n\x1A\n\0\0").unwrap(),
            ImageFormat::Png
        );
        let refused: [(&[u8], &str); 17] = [
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
            (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", "avif"),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
            (b"\0\0\0\x0CjP  \r\n\x87\n\0\0", "jpeg_2000"),
            (b"\xFF\x4F\xFF\x51\0", "jpeg_2000"),
            (b"\xFF\x0A\0", "jpeg_xl"),
            (b"GIF89a\x01\0", "gif"),
            (b"II*\0\x08\0\0\0", "tiff"),
            (b"MM\0*\0\0\0\x08", "tiff"),
            (b"BM\x36\0\0\0", "bmp"),
            (b"%PDF-1.7\n", "pdf"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svg"),
            (b"\xEF\xBB\xBF \n<?xml version=\"1.0\"?><svg/>", "svg"),
            (b"<!DOCTYPE svg><SVG/>", "svg"),
            (b"\0\0\0\x14ftypavif\0\0\0\0avif", "avif"),
            (b"MM\0+\0\x08\0\0", "tiff"),
        ];
        for (bytes, format) in refused {
            let reason = format_of(bytes).unwrap_err();
            assert_eq!(reason.code, Code::ImageFormat, "{format}");
            assert_eq!(reason.params.get("format").unwrap().to_string(), format);
        }
        let unknown: [&[u8]; 5] = [
            b"\0",
            b"<html>",
            b"PK\x03\x04",
            b"\x89PNG",
            b"\0\0\0\x14ftypqt  ",
        ];
        for bytes in unknown {
            assert_eq!(format_of(bytes).unwrap_err().code, Code::ImageFormatUnknown);
        }
        assert_eq!(format_of(b"").unwrap_err().code, Code::ImageEmpty);
    }
}
