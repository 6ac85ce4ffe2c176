//! The signature sample: a picture of ink on paper, or the strokes of a pen on a screen. The
//! checks, and the normalised picture for the card. SPEC 11.4.
//!
//! All arithmetic is in whole numbers, so that every platform gets the same report.

mod drawing;
mod ink;
mod measures;
mod normal;
mod paper;
mod report;
mod rules;
mod strokes;
#[cfg(test)]
mod tests;

pub use report::{SignatureFingerprint, SignatureReport};
pub(crate) use rules::SignatureRules;
pub use strokes::Strokes;

use crate::foundation::catalogue::Code;
use crate::foundation::id::EditionName;
use crate::foundation::problem::{Error, Problem, Reason};
use crate::pictures::checks::{Check, CheckKind, NotCheckedCause, Verdict, overall};
use crate::pictures::image::{self, ImageFile, ImageLimits, Raster, encode_png_grey};
use measures::{Measures, Sheet};

/// Checks a picture of a signature, and gives the picture itself if it was accepted; see
/// [`Rulebook::check_signature`](crate::Rulebook::check_signature).
pub(crate) fn check(
    bytes: &[u8],
    limits: &ImageLimits,
    rules: &SignatureRules,
    edition: EditionName,
) -> (SignatureReport, Option<Raster>) {
    let mut report = empty_report(rules, edition);
    let (file, raster) = match read(bytes, rules, limits) {
        Ok(picture) => picture,
        Err(reason) => {
            report.checks = report::refused(reason);
            return (report, None);
        }
    };
    let size = (raster.width(), raster.height());
    // Shrunk first, so that no second large picture is in memory.
    let plane = raster.shrink(rules.working_side, rules.working_side).luma();
    let measures = Sheet::of(&plane, plane.height(), rules).measures();
    report.checks = report::picture_checks(&measures, size, rules);
    report.verdict = overall(&report.checks);
    report.file = Some(file);
    report.ink = report::pixel_box(&measures, (plane.width(), plane.height()), size);
    report.fingerprint = Some(SignatureFingerprint {
        pixels: crc32fast::hash(raster.pixels()),
        ink: measures.mask_crc,
    });
    (report, Some(raster))
}

/// The normalised picture; see
/// [`Rulebook::normalise_signature`](crate::Rulebook::normalise_signature).
pub(crate) fn normalise(
    bytes: &[u8],
    limits: &ImageLimits,
    rules: &SignatureRules,
    edition: EditionName,
) -> Result<Vec<u8>, Error> {
    let (report, raster) = check(bytes, limits, rules, edition);
    refuse(&report.checks)?;
    let picture = raster.zip(report.ink);
    let normal = picture.and_then(|(raster, ink)| normal::of_picture(&raster, ink, rules));
    finish(normal, rules)
}

/// Checks the strokes of a pen; see [`Rulebook::check_strokes`](crate::Rulebook::check_strokes).
pub(crate) fn check_strokes(
    strokes: &Strokes,
    rules: &SignatureRules,
    edition: EditionName,
) -> SignatureReport {
    let mut checks = report::stroke_checks(strokes, rules);
    let mut report = empty_report(rules, edition);
    // Strokes of too many points are not drawn, so that the work is bounded.
    let plane = Some(strokes).filter(|strokes| strokes.point_count() <= rules.max_points);
    if let Some(plane) = plane.and_then(|strokes| normal::on_canvas(strokes, rules)) {
        let size = strokes.canvas();
        let measures = Sheet::of(&plane, plane.height(), rules).measures();
        report.fingerprint = Some(SignatureFingerprint {
            pixels: crc32fast::hash(plane.values()),
            ink: measures.mask_crc,
        });
        report.ink = report::pixel_box(&measures, (plane.width(), plane.height()), size);
        checks.extend(report::shape_checks(
            &measures,
            strokes.leave_canvas(),
            rules,
        ));
    } else {
        let kinds = report::SHAPE.iter();
        let cause = NotCheckedCause::NothingToMeasure;
        checks.extend(kinds.map(|kind| Check::not_done(*kind, cause)));
    }
    report.verdict = overall(&checks);
    report.checks = checks;
    report
}

/// The normalised drawing; see [`Rulebook::render_strokes`](crate::Rulebook::render_strokes).
pub(crate) fn render(
    strokes: &Strokes,
    rules: &SignatureRules,
    edition: EditionName,
) -> Result<Vec<u8>, Error> {
    refuse(&check_strokes(strokes, rules, edition).checks)?;
    finish(normal::of_strokes(strokes, rules), rules)
}

/// A report in which nothing has been checked yet.
fn empty_report(rules: &SignatureRules, edition: EditionName) -> SignatureReport {
    SignatureReport {
        verdict: Verdict::Fail,
        profile: rules.profile,
        edition,
        file: None,
        checks: Vec::new(),
        ink: None,
        fingerprint: None,
    }
}

/// The picture of a file that is accepted as a signature sample.
fn read(
    bytes: &[u8],
    rules: &SignatureRules,
    limits: &ImageLimits,
) -> Result<(ImageFile, Raster), Reason> {
    // The kind of a file tells more than its size, so it is said first; a file that is too large is
    // not walked over.
    image::format_of(bytes, limits)?;
    if bytes.len() > rules.max_bytes as usize {
        let reason = Reason::new(Code::SignatureTooManyBytes).with("measured", bytes.len());
        return Err(reason.with("limit", rules.max_bytes).cite(rules.source));
    }
    image::open(bytes, limits)
}

/// The problems of checks that failed.
fn refuse(checks: &[Check]) -> Result<(), Error> {
    let problems = checks.iter().filter_map(|check| check.problem(""));
    let blocking: Vec<Problem> = problems.filter(Problem::is_blocking).collect();
    Error::from_problems(blocking).map_or(Ok(()), Err)
}

/// A normalised picture as a file, if it passes the checks itself.
fn finish(normal: Option<image::Plane>, rules: &SignatureRules) -> Result<Vec<u8>, Error> {
    let Some(plane) = normal else {
        // Ink that was measured can be cropped; this arm only spares a panic.
        return Err(Reason::new(Code::SignatureBlank).into());
    };
    let measures: Measures = Sheet::of(&plane, plane.height(), rules).measures();
    let size = (plane.width(), plane.height());
    let checks = report::picture_checks(&measures, size, rules);
    refuse(&checks)?;
    Ok(encode_png_grey(size.0, size.1, plane.values()))
}

/// All kinds of checks that a picture of a signature gets, in the order of a report.
const PICTURE: [CheckKind; 14] = [
    CheckKind::File,
    CheckKind::SignatureContrast,
    CheckKind::SignatureGreyAreas,
    CheckKind::SignatureParts,
    CheckKind::SignatureStraightness,
    CheckKind::SignatureTravel,
    CheckKind::SignatureInkShare,
    CheckKind::SignatureInkWidth,
    CheckKind::SignatureInkHeight,
    CheckKind::SignatureEdge,
    CheckKind::SignaturePenWidth,
    CheckKind::SignatureWidth,
    CheckKind::SignatureHeight,
    CheckKind::SignatureAspect,
];
