//! The crop that is advised where the head has not the right size or place.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "coordinates of a picture whose sides are below 2^16, in 64 bits"
)]

use super::{PhotoProfile, mended_by_cropping};
use crate::pictures::checks::{Check, PixelBox, Verdict};
use crate::pictures::image::Raster;
use crate::pictures::landmarks::{Landmarks, UNIT};

/// The part of the picture, at 3:4, with the head in the middle, in the size and at the height that
/// the profile advises. `None` if cropping does not help, or if that part reaches beyond the
/// picture or has too few pixels.
pub(super) fn advised(
    checks: &[Check],
    picture: &Raster,
    face: &Landmarks,
    profile: &PhotoProfile,
) -> Option<PixelBox> {
    let wrong = |check: &Check| {
        matches!(check.verdict, Verdict::Fail | Verdict::Warn)
            && mended_by_cropping(check.reason.code)
    };
    if !checks.iter().any(wrong) {
        return None;
    }
    let measuring = &profile.measuring;
    let unit = i64::from(UNIT);
    let head = i64::from(face.head_width());
    let width = head * 1000 / (i64::from(measuring.crop_head_width).max(1) * unit);
    // A multiple of 3, so that 3:4 is exact.
    let width = width / 3 * 3;
    let height = width / 3 * 4;
    let eyes = face.eyes();
    let left = i64::from(eyes.x) / unit - width / 2;
    let top = i64::from(eyes.y) / unit - height * i64::from(measuring.crop_eyes) / 1000;
    let fits = left >= 0
        && top >= 0
        && left + width <= i64::from(picture.width())
        && top + height <= i64::from(picture.height());
    let least = profile.limits.resolution.fail_below.unwrap_or(1);
    let side = |value: i64| i32::try_from(value).ok();
    (fits && width >= i64::from(least)).then_some(PixelBox {
        left: side(left)?,
        top: side(top)?,
        width: side(width)?,
        height: side(height)?,
    })
}
