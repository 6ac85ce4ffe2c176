//! The report on a signature sample, and its checks.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "products of sides of at most 65535 pixels with sides of at most 640"
)]

use qujat_export::export;

use super::PICTURE;
use super::measures::{InkMeasures, Measures};
use super::rules::SignatureRules;
use super::strokes::Strokes;
use crate::foundation::catalogue::Code;
use crate::foundation::id::{EditionName, ProfileName};
use crate::foundation::problem::Reason;
use crate::pictures::checks::{Band, Check, CheckKind, NotCheckedCause, PixelBox, Verdict};
use crate::pictures::image::ImageFile;

/// Checksums by which two platforms can compare their pictures.
#[export(record, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct SignatureFingerprint {
    /// The CRC-32 of the upright picture on white: red, green and blue of each pixel, by rows. Of
    /// strokes: of the luminance of the drawing on their canvas.
    pub pixels: u32,
    /// The CRC-32 of the found ink, at the size of work: a byte of 1 for ink and 0 for paper, by
    /// rows.
    pub ink: u32,
}

/// The findings on a signature sample.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct SignatureReport {
    /// All checks together.
    pub verdict: Verdict,
    /// The name of the set of limits.
    pub profile: ProfileName,
    /// The edition of the rulebook that was used.
    pub edition: EditionName,
    /// The description of the file; `None` if it is not accepted, and for strokes.
    pub file: Option<ImageFile>,
    /// Every check, also those that were not done; the most telling first.
    pub checks: Vec<Check>,
    /// The box around the ink: in pixels of the upright picture, or in units of the canvas of
    /// strokes. `None` if there is no ink.
    pub ink: Option<PixelBox>,
    /// Checksums; `None` if there was no picture to look at.
    pub fingerprint: Option<SignatureFingerprint>,
}

/// The checks of the shape of the ink that strokes have in common with pictures.
pub(super) const SHAPE: [CheckKind; 6] = [
    CheckKind::SignatureParts,
    CheckKind::SignatureStraightness,
    CheckKind::SignatureTravel,
    CheckKind::SignatureInkWidth,
    CheckKind::SignatureInkHeight,
    CheckKind::SignatureEdge,
];

/// The checks of a file that is not accepted.
pub(super) fn refused(reason: Reason) -> Vec<Check> {
    let others = PICTURE.iter().skip(1);
    let others = others.map(|kind| Check::not_done(*kind, NotCheckedCause::FileRefused));
    std::iter::once(Check::failed(CheckKind::File, reason))
        .chain(others)
        .collect()
}

/// The checks of a picture of this size.
pub(super) fn picture_checks(
    measures: &Measures,
    size: (u32, u32),
    rules: &SignatureRules,
) -> Vec<Check> {
    let (width, height) = size;
    let aspect = u64::from(width) * 1000 / u64::from(height).max(1);
    let aspect = i32::try_from(aspect).unwrap_or(i32::MAX);
    let (across, down) = (saturated(width), saturated(height));
    let check = |kind| match kind {
        CheckKind::File => Check::passed(kind),
        CheckKind::SignatureWidth => rules.bands.width.judge(kind, across),
        CheckKind::SignatureHeight => rules.bands.height.judge(kind, down),
        CheckKind::SignatureAspect => rules.bands.aspect.judge(kind, aspect),
        kind => ink_check(kind, measures, rules),
    };
    PICTURE.into_iter().map(check).collect()
}

/// The checks of the shape of strokes that were drawn. A pen that leaves the canvas touches its
/// edge.
pub(super) fn shape_checks(
    measures: &Measures,
    leaves_canvas: bool,
    rules: &SignatureRules,
) -> Vec<Check> {
    let check = |kind| match kind {
        CheckKind::SignatureEdge if leaves_canvas => rules.bands.edge.judge(kind, 0),
        kind => ink_check(kind, measures, rules),
    };
    SHAPE.into_iter().map(check).collect()
}

/// One check of the ink. On a blank sheet there is nothing to measure but its contrast.
fn ink_check(kind: CheckKind, measures: &Measures, rules: &SignatureRules) -> Check {
    let bands = &rules.bands;
    let contrast = bands
        .contrast
        .judge(CheckKind::SignatureContrast, measures.contrast);
    let blank = contrast.verdict == Verdict::Fail;
    let of_ink = |band: &Band, figure: fn(&InkMeasures) -> i32| {
        let ink = measures.ink.as_ref().filter(|_| !blank);
        ink.map_or_else(
            || Check::not_done(kind, NotCheckedCause::NothingToMeasure),
            |ink| band.judge(kind, figure(ink)),
        )
    };
    match kind {
        CheckKind::SignatureContrast => contrast,
        CheckKind::SignatureGreyAreas if !blank => {
            bands.grey_areas.judge(kind, measures.grey_areas)
        }
        CheckKind::SignatureParts if !blank => bands.parts.judge(kind, measures.parts),
        CheckKind::SignatureStraightness => of_ink(&bands.straightness, |ink| ink.straightness),
        CheckKind::SignatureTravel => {
            let check = of_ink(&bands.travel, |ink| ink.travel);
            let small = |ink: &InkMeasures| ink.longer_side < rules.dot_side;
            dot_or_block(check, measures.ink.as_ref().is_some_and(small))
        }
        CheckKind::SignatureInkShare => of_ink(&bands.ink_share, |ink| ink.share),
        CheckKind::SignatureInkWidth => of_ink(&bands.ink_width, |ink| ink.width),
        CheckKind::SignatureInkHeight => of_ink(&bands.ink_height, |ink| ink.height),
        CheckKind::SignatureEdge => of_ink(&bands.edge, |ink| ink.edge),
        CheckKind::SignaturePenWidth => of_ink(&bands.pen_width, |ink| ink.pen_width),
        kind => Check::not_done(kind, NotCheckedCause::NothingToMeasure),
    }
}

/// Compact ink is called by its size.
fn dot_or_block(mut check: Check, small: bool) -> Check {
    if check.reason.code == Code::SignatureBlock && small {
        check.reason.code = Code::SignatureDot;
    }
    check
}

/// The checks of strokes before they are drawn.
pub(super) fn stroke_checks(strokes: &Strokes, rules: &SignatureRules) -> Vec<Check> {
    let (bands, points) = (&rules.bands, strokes.point_count());
    let mut count = bands
        .points
        .judge(CheckKind::StrokePoints, saturated(points));
    if points > rules.max_points {
        let reason = Reason::new(Code::SignatureManyPoints).with("measured", points);
        count.reason = reason.with("limit", rules.max_points).cite(rules.source);
        count.verdict = Verdict::Fail;
    }
    let mut length = bands
        .stroke_length
        .judge(CheckKind::StrokeLength, strokes.length());
    if strokes.stroke_count() >= rules.strokes_enough {
        length.reason = Check::passed(CheckKind::StrokeLength)
            .reason
            .cite(bands.stroke_length.source);
        length.verdict = Verdict::Pass;
    }
    let times = strokes.times_not_later().map_or_else(
        || Check::not_done(CheckKind::StrokeTimes, NotCheckedCause::NothingToMeasure),
        |wrong| bands.times.judge(CheckKind::StrokeTimes, saturated(wrong)),
    );
    vec![count, length, times]
}

/// The box of the ink, found at the size of work, in a picture of another size: all pixels that it
/// covers at least in part.
pub(super) fn pixel_box(
    measures: &Measures,
    work: (u32, u32),
    size: (u32, u32),
) -> Option<PixelBox> {
    let bounds = measures.ink.as_ref()?.bounds;
    let along = |first: u32, last: u32, work: u32, size: u32| {
        let (work, size) = (u64::from(work), u64::from(size));
        let start = u64::from(first) * size / work;
        let end = ((u64::from(last) + 1) * size).div_ceil(work);
        let narrow = |place: u64| i32::try_from(place).unwrap_or(i32::MAX);
        (narrow(start), narrow(end - start))
    };
    let (left, width) = along(bounds.left, bounds.right, work.0, size.0);
    let (top, height) = along(bounds.top, bounds.bottom, work.1, size.1);
    Some(PixelBox {
        left,
        top,
        width,
        height,
    })
}

fn saturated(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
