//! The photo: every check of SPEC 11.2, measured in whole numbers.

mod areas;
mod background;
mod colour;
mod crop;
mod faces;
mod light;
mod measured_face;
mod profile;
mod report;
mod sharpness;
mod table;
#[cfg(test)]
mod tests;

pub use report::{FaceOutline, PhotoFingerprints, PhotoReport};

pub(crate) use profile::PhotoProfile;

use self::measured_face::MeasuredFace;
use self::table::{CHECKS, Found};
use crate::foundation::catalogue::Code;
use crate::foundation::id::EditionName;
use crate::foundation::problem::Reason;
use crate::pictures::checks::{Check, Verdict, overall};
use crate::pictures::image::{self, ImageFile, ImageLimits, Raster};

/// Checks a photo; see [`Rulebook::check_photo`](crate::Rulebook::check_photo).
pub(crate) fn check(
    bytes: &[u8],
    limits: &ImageLimits,
    profile: &PhotoProfile,
    edition: EditionName,
) -> PhotoReport {
    match image::open(bytes, limits) {
        Ok((file, picture)) => accepted(edition, profile, file, &picture),
        Err(reason) => refused(edition, profile, &reason),
    }
}

/// The report on a file that is not accepted.
fn refused(edition: EditionName, profile: &PhotoProfile, reason: &Reason) -> PhotoReport {
    PhotoReport {
        verdict: Verdict::Fail,
        profile: profile.profile,
        edition,
        file: None,
        checks: CHECKS.iter().map(|check| check.refused(reason)).collect(),
        face: None,
        crop: None,
        fingerprints: PhotoFingerprints::default(),
    }
}

/// The report on a file whose picture could be decoded.
fn accepted(
    edition: EditionName,
    profile: &PhotoProfile,
    file: ImageFile,
    picture: &Raster,
) -> PhotoReport {
    let faces = faces::find(picture, profile);
    let face = faces
        .single()
        .map(|face| MeasuredFace::new(picture, face, profile));
    let found = Found {
        file: &file,
        faces: &faces,
        face: face.as_ref(),
    };
    let answers = CHECKS
        .iter()
        .map(|check| check.answer(&found, &profile.limits));
    let checks: Vec<Check> = answers.collect();
    let crop = faces
        .single()
        .and_then(|face| crop::advised(&checks, picture, face, profile));
    PhotoReport {
        verdict: overall(&checks),
        profile: profile.profile,
        edition,
        file: Some(file),
        checks,
        face: face.as_ref().map(MeasuredFace::outline),
        crop,
        fingerprints: PhotoFingerprints {
            pixels: Some(crc32fast::hash(picture.pixels())),
            luminance: face.as_ref().map(MeasuredFace::luminance_checksum),
            face: face.as_ref().map(MeasuredFace::face_checksum),
        },
    }
}

/// `true` for a code that a better crop resolves.
fn mended_by_cropping(code: Code) -> bool {
    matches!(
        code,
        Code::PhotoAspect
            | Code::PhotoHeadTooSmall
            | Code::PhotoFaceLeft
            | Code::PhotoFaceRight
            | Code::PhotoFaceHigh
            | Code::PhotoFaceLow
    )
}
