//! The answer: all checks of a photo, and the outline that a front end draws over it.

use qujat_export::export;

use crate::foundation::id::{EditionName, ProfileName};
use crate::pictures::checks::{Check, PixelBox, PixelPoint, Verdict};
use crate::pictures::image::ImageFile;

/// The parts of a face that were found, to be drawn over the photo. Left and right are those of
/// the picture.
// A face is biometric data.
#[export(record, private)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct FaceOutline {
    /// The box around the face.
    pub face: PixelBox,
    /// The centre of the eye at the left.
    pub left_eye: PixelPoint,
    /// The centre of the eye at the right.
    pub right_eye: PixelPoint,
    /// The chin.
    pub chin: PixelPoint,
    /// The crown, as estimated from eyes and chin.
    pub crown: PixelPoint,
    /// The outline of the face, around it once.
    pub outline: Vec<PixelPoint>,
}

/// Checksums of the data that the checks worked on: two machines that agree on them saw the same
/// picture. They are CRC-32 of ISO 3309; `None` for missing data.
#[export(record, public)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
pub struct PhotoFingerprints {
    /// Of the decoded pixels: upright, red, green and blue of each in turn.
    pub pixels: Option<u32>,
    /// Of the luminance of the picture on which light and background are measured.
    pub luminance: Option<u32>,
    /// Of the points of the face, in 16ths of a pixel: each `x`, `y` and `z` as four bytes, the
    /// lowest first.
    pub face: Option<u32>,
}

/// The report on a photo.
#[export(
    record,
    private,
    shows(verdict, profile, edition, file, checks, face, crop, fingerprints)
)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct PhotoReport {
    /// All checks together: see [`Verdict`].
    pub verdict: Verdict,
    /// The profile of limits that was used.
    pub profile: ProfileName,
    /// The edition of the rulebook that was used.
    pub edition: EditionName,
    /// The description of the file; `None` if it is not accepted.
    pub file: Option<ImageFile>,
    /// Every check, always the same ones in the same order.
    pub checks: Vec<Check>,
    /// The place of the face, if exactly one was found.
    pub face: Option<FaceOutline>,
    /// The part of the picture, at 3:4, that would have the head in the right size and place; only
    /// if it is not so already and the picture is large enough.
    pub crop: Option<PixelBox>,
    /// Checksums of the data that the checks worked on.
    pub fingerprints: PhotoFingerprints,
}
