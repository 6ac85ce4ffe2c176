//! The description of a file before its pixels are decoded.

use super::raster::Raster;
use super::{ImageLimits, jpeg, kind, png};
use qujat_export::export;

use crate::foundation::problem::Reason;
use crate::foundation::words::words;

words! {
    /// An accepted format of image files.
    #[export(code)]
    ImageFormat {
        /// JPEG.
        Jpeg = "jpeg",
        /// PNG.
        Png = "png",
    }
}

words! {
    /// The colours that the samples of a file mean.
    #[export(code)]
    ColourProfile {
        /// No profile: sRGB by convention.
        None = "none",
        /// sRGB.
        Srgb = "srgb",
        /// Display P3, which phones write.
        DisplayP3 = "display_p3",
        /// Another profile, or one that cannot be read.
        Other = "other",
    }
}

words! {
    /// Metadata of a file that tell of a person, a place or a device.
    #[export(code)]
    PersonalMetadata {
        /// The place of the picture.
        Gps = "gps",
        /// Make, model or serial number of the camera, or the software.
        Device = "device",
        /// The author of the picture or the owner of its rights.
        Author = "author",
        /// The time at which it was taken or changed.
        Date = "date",
        /// A description or a comment.
        Comment = "comment",
        /// A small copy of the picture, which may show a part that was cut away.
        Thumbnail = "thumbnail",
        /// Further pictures after the first, such as a gain map.
        FurtherImage = "further_image",
        /// An XMP packet.
        Xmp = "xmp",
        /// IPTC or Photoshop data.
        Iptc = "iptc",
        /// Data of an application that are not understood.
        Unknown = "unknown",
    }
}

/// The description of a picture by its file, read without decoding it.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ImageFile {
    /// The format, by the first bytes.
    pub format: ImageFormat,
    /// Pixels from left to right, when the picture is upright.
    pub width: u32,
    /// Pixels from top to bottom, when the picture is upright.
    pub height: u32,
    /// The EXIF orientation, 1 to 8: how the stored picture is turned to stand upright. 1 if the
    /// file does not say.
    pub orientation: u32,
    /// `true` if the file has no colours at all.
    pub greyscale: bool,
    /// `true` if pixels can be transparent; they are laid on white.
    pub alpha: bool,
    /// `true` if the picture comes in passes: a progressive JPEG, an interlaced PNG.
    pub progressive: bool,
    /// The quality of a JPEG, 1 to 100, on the scale of the Independent JPEG Group. `None` if its
    /// quantisation tables are not among the 100 of that scale, and for PNG.
    pub quality: Option<u32>,
    /// The kinds of facts that the file tells of persons, places and devices, in the order of the
    /// vocabulary.
    pub personal: Vec<PersonalMetadata>,
    /// The colour profile.
    pub profile: ColourProfile,
}

/// A file whose header was read.
enum Header<'b> {
    Jpeg(jpeg::Header<'b>),
    Png(png::Header<'b>),
}

/// Reads a header, and makes sure that the file is whole and nothing more.
fn checked<'b>(bytes: &'b [u8], limits: &ImageLimits) -> Result<Header<'b>, Reason> {
    match format_of(bytes, limits)? {
        ImageFormat::Jpeg => {
            let header = jpeg::Header::read(bytes, limits)?;
            header.check_scans()?;
            Ok(Header::Jpeg(header))
        }
        ImageFormat::Png => {
            let header = png::Header::read(bytes, limits)?;
            header.check_data()?;
            Ok(Header::Png(header))
        }
    }
}

impl Header<'_> {
    fn file(&self) -> ImageFile {
        match self {
            Header::Jpeg(header) => header.file(),
            Header::Png(header) => header.file(),
        }
    }
}

/// Describes a file without decoding it, and makes sure that it is whole and nothing more. Work
/// and memory are bounded by the length of the file, not by its headers' claims.
///
/// # Errors
/// The first thing wrong with it: a code of the area `image`.
pub(crate) fn inspect(bytes: &[u8], limits: &ImageLimits) -> Result<ImageFile, Reason> {
    Ok(checked(bytes, limits)?.file())
}

/// The description of a file, and its picture: upright, on white.
///
/// # Errors
/// Those of [`inspect`]; `IMAGE_DAMAGED` or `IMAGE_CUT` if the data cannot be decoded to the end.
pub(crate) fn open(bytes: &[u8], limits: &ImageLimits) -> Result<(ImageFile, Raster), Reason> {
    let header = checked(bytes, limits)?;
    let raster = match &header {
        Header::Jpeg(header) => header.decode(),
        Header::Png(header) => header.decode(),
    };
    Ok((header.file(), raster?))
}

/// The same picture without metadata, its compressed data copied as they are.
///
/// # Errors
/// Those of [`inspect`].
pub(crate) fn sanitize(bytes: &[u8], limits: &ImageLimits) -> Result<Vec<u8>, Reason> {
    Ok(match checked(bytes, limits)? {
        Header::Jpeg(header) => header.sanitized(),
        Header::Png(header) => header.sanitized(),
    })
}

/// The format of a file that is not too large, by its first bytes.
///
/// # Errors
/// `IMAGE_TOO_LARGE`; `IMAGE_EMPTY`, `IMAGE_FORMAT`, `IMAGE_FORMAT_UNKNOWN`.
pub(crate) fn format_of(bytes: &[u8], limits: &ImageLimits) -> Result<ImageFormat, Reason> {
    limits.check_bytes(bytes)?;
    kind::format_of(bytes)
}
