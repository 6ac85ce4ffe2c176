//! The photo: every check of SPEC 11.2, measured in whole numbers.

mod angle;
mod background;
mod colour;
mod crop;
#[cfg(feature = "face")]
mod engine;
mod landmarks;
mod light;
mod look;
mod profile;
mod region;
mod report;
mod sharpness;
#[cfg(test)]
mod tests;

pub use report::{FaceOutline, PhotoFingerprints, PhotoReport};

pub(crate) use profile::PhotoProfile;

use self::look::{Faces, Look};
use crate::foundation::catalogue::Code;
use crate::foundation::id::EditionName;
use crate::foundation::problem::Reason;
use crate::pictures::checks::{Check, CheckKind, NotCheckedCause, Verdict, overall};
use crate::pictures::image::{self, ImageFile, ImageLimits, Raster};

/// The checks of the file and of the picture as a whole, in the order of a report.
const OF_PICTURE: [CheckKind; 4] = [
    CheckKind::Metadata,
    CheckKind::Resolution,
    CheckKind::Aspect,
    CheckKind::Compression,
];

/// The checks that need exactly one face.
const OF_FACE: [CheckKind; 22] = [
    CheckKind::EyeDistance,
    CheckKind::HeadWidth,
    CheckKind::HeadHeight,
    CheckKind::FaceHorizontal,
    CheckKind::FaceVertical,
    CheckKind::Roll,
    CheckKind::Yaw,
    CheckKind::Pitch,
    CheckKind::EyesOpen,
    CheckKind::MouthClosed,
    CheckKind::Brightness,
    CheckKind::DarkShare,
    CheckKind::BrightShare,
    CheckKind::Contrast,
    CheckKind::EvenLight,
    CheckKind::Sharpness,
    CheckKind::BackgroundPlain,
    CheckKind::BackgroundEven,
    CheckKind::BackgroundLight,
    CheckKind::BackgroundColour,
    CheckKind::NaturalColour,
    CheckKind::Colour,
];

/// The checks that a person has to do.
const OF_PERSON: [CheckKind; 4] = [
    CheckKind::Occlusion,
    CheckKind::HeadCovering,
    CheckKind::Expression,
    CheckKind::Glasses,
];

/// Checks a photo; see [`Rulebook::check_photo`](crate::Rulebook::check_photo).
pub(crate) fn check(
    bytes: &[u8],
    limits: &ImageLimits,
    profile: &PhotoProfile,
    edition: EditionName,
) -> PhotoReport {
    match image::open(bytes, limits) {
        Ok((file, picture)) => accepted(edition, profile, file, &picture),
        Err(reason) => refused(edition, profile, reason),
    }
}

/// The report on a file that is not accepted.
fn refused(edition: EditionName, profile: &PhotoProfile, reason: Reason) -> PhotoReport {
    let mut checks = vec![Check::failed(CheckKind::File, reason)];
    let skipped = NotCheckedCause::FileRefused;
    let of_picture = OF_PICTURE
        .into_iter()
        .chain([CheckKind::FaceCount])
        .chain(OF_FACE);
    checks.extend(of_picture.map(|kind| Check::not_done(kind, skipped)));
    checks.extend(by_a_person());
    PhotoReport {
        verdict: Verdict::Fail,
        profile: profile.profile,
        edition,
        file: None,
        checks,
        face: None,
        crop: None,
        fingerprints: PhotoFingerprints::default(),
    }
}

fn by_a_person() -> impl Iterator<Item = Check> {
    let cause = NotCheckedCause::NotSupported;
    OF_PERSON
        .into_iter()
        .map(move |kind| Check::not_done(kind, cause))
}

/// The report on a file whose picture could be decoded.
fn accepted(
    edition: EditionName,
    profile: &PhotoProfile,
    file: ImageFile,
    picture: &Raster,
) -> PhotoReport {
    let mut checks = vec![Check::passed(CheckKind::File)];
    checks.extend(of_picture(profile, &file));
    let mut report = PhotoReport {
        verdict: Verdict::Fail,
        profile: profile.profile,
        edition,
        file: Some(file),
        checks: Vec::new(),
        face: None,
        crop: None,
        fingerprints: PhotoFingerprints {
            pixels: Some(crc32fast::hash(picture.pixels())),
            ..PhotoFingerprints::default()
        },
    };
    match look::faces(picture, profile) {
        Faces::NotLookedFor => {
            let cause = NotCheckedCause::NoFaceEngine;
            let kinds = [CheckKind::FaceCount].into_iter().chain(OF_FACE);
            checks.extend(kinds.map(|kind| Check::not_done(kind, cause)));
        }
        Faces::Found { count, single } => {
            checks.push(profile.limits.face_count.judge(CheckKind::FaceCount, count));
            match single {
                Some(face) => {
                    let look = Look::new(picture, &face, profile);
                    checks.extend(OF_FACE.map(|kind| look.check(kind)));
                    report.fingerprints.luminance = Some(look.luminance_checksum());
                    report.fingerprints.face = Some(look.face_checksum());
                    report.crop = crop::advised(&checks, picture, &face, profile);
                    report.face = Some(look.outline());
                }
                None => {
                    let cause = NotCheckedCause::NoSingleFace;
                    checks.extend(OF_FACE.map(|kind| Check::not_done(kind, cause)));
                }
            }
        }
    }
    checks.extend(by_a_person());
    report.verdict = overall(&checks);
    report.checks = checks;
    report
}

/// The checks of the file and of the picture as a whole.
fn of_picture(profile: &PhotoProfile, file: &ImageFile) -> Vec<Check> {
    let limits = &profile.limits;
    let (width, height) = (u64::from(file.width), u64::from(file.height));
    let whole = |value: u64| i32::try_from(value).unwrap_or(i32::MAX);
    // The largest part at 3:4 is as wide as the picture, or as its height allows.
    let at_3_to_4 = width.min(height.saturating_mul(3) / 4);
    let aspect = landmarks::share(i64::from(file.width), i64::from(file.height));
    let personal = i32::try_from(file.personal.len()).unwrap_or(i32::MAX);
    let compression = match file.quality {
        Some(quality) => {
            let quality = i32::try_from(quality).unwrap_or(i32::MAX);
            limits.compression.judge(CheckKind::Compression, quality)
        }
        None => Check::not_done(CheckKind::Compression, NotCheckedCause::NothingToMeasure),
    };
    vec![
        limits.metadata.judge(CheckKind::Metadata, personal),
        limits
            .resolution
            .judge(CheckKind::Resolution, whole(at_3_to_4)),
        limits.aspect.judge(CheckKind::Aspect, aspect),
        compression,
    ]
}

/// What a check says that had nothing to measure.
fn nothing(kind: CheckKind) -> Check {
    Check::not_done(kind, NotCheckedCause::NothingToMeasure)
}

/// Whether a code is one of those that a better crop mends.
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
