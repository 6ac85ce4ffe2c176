//! The common part of the checks of photos and signature samples: measure, unit, band and verdict.
//! SPEC 11.2 and 11.4.

mod band;
mod kind;
mod photo;
mod pixels;

pub use band::Band;
pub use kind::{CheckKind, MeasureUnit};
pub(crate) use photo::photo_checks;
pub use pixels::{PixelBox, PixelPoint};

use qujat_export::export;

use crate::foundation::catalogue::{Code, Severity};
use crate::foundation::problem::{Problem, Reason};
use crate::foundation::words::words;

words! {
    /// The verdict of a check, or of all checks together.
    #[export(code)]
    Verdict {
        /// Within the limits.
        Pass = "pass",
        /// Acceptable, but better fixed.
        Warn = "warn",
        /// Outside the limits: the review would refuse it.
        Fail = "fail",
        /// Not looked at; the reason says why.
        NotChecked = "not_checked",
    }
}

words! {
    /// The reason that a check was not done.
    #[export(code)]
    NotCheckedCause {
        /// The library has no means of doing it: a person has to look.
        NotSupported = "not_supported",
        /// This build of the library leaves the face engine out.
        NoFaceEngine = "no_face_engine",
        /// It needs exactly one face, which was not found.
        NoSingleFace = "no_single_face",
        /// The file is not accepted, so that it was not decoded.
        FileRefused = "file_refused",
        /// Its measure is not there, such as the times of strokes.
        NothingToMeasure = "nothing_to_measure",
    }
}

/// One check of a photo or of a signature sample.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Check {
    /// The kind of the check.
    pub kind: CheckKind,
    /// Its verdict.
    pub verdict: Verdict,
    /// The value measured, in `unit`; `None` without a measure.
    pub measured: Option<i32>,
    /// The unit of `measured` and of the limits.
    pub unit: MeasureUnit,
    /// The rulebook's limits; `None` for checks without a figure.
    pub limits: Option<Band>,
    /// The reason, and the advice for the applicant: `CHECK_PASSED`, `CHECK_NOT_DONE`, or the code
    /// of the problem.
    pub reason: Reason,
}

impl Check {
    /// A check that found nothing wrong.
    pub(crate) fn passed(kind: CheckKind) -> Check {
        let reason = Reason::new(Code::CheckPassed).with("check", kind);
        Check::of(kind, Verdict::Pass, reason)
    }

    /// A check that found this.
    pub(crate) fn failed(kind: CheckKind, reason: Reason) -> Check {
        Check::of(kind, Verdict::Fail, reason)
    }

    /// A check that was not done.
    pub(crate) fn not_done(kind: CheckKind, cause: NotCheckedCause) -> Check {
        let reason = Reason::new(Code::CheckNotDone)
            .with("check", kind)
            .with("cause", cause);
        Check::of(kind, Verdict::NotChecked, reason)
    }

    fn of(kind: CheckKind, verdict: Verdict, reason: Reason) -> Check {
        Check {
            kind,
            verdict,
            measured: None,
            unit: kind.unit(),
            limits: None,
            reason,
        }
    }

    /// The problem or the warning at this place in the input; `None` for a check that passed or was
    /// not done.
    pub(crate) fn problem(&self, pointer: &str) -> Option<Problem> {
        let severity = match self.verdict {
            Verdict::Fail => Severity::Error,
            Verdict::Warn => Severity::Warning,
            Verdict::Pass | Verdict::NotChecked => return None,
        };
        Some(Problem {
            severity,
            ..self.reason.clone().at(pointer.to_owned())
        })
    }
}

/// All checks together: `fail` if one failed; else `not_checked` if the face engine is left out,
/// since then nobody looked for a face; else `warn` if one warns; else `pass`. Checks that the
/// library never does change nothing.
pub(crate) fn overall(checks: &[Check]) -> Verdict {
    let any = |verdict| checks.iter().any(|check| check.verdict == verdict);
    let left_out = Check::not_done(CheckKind::FaceCount, NotCheckedCause::NoFaceEngine);
    if any(Verdict::Fail) {
        Verdict::Fail
    } else if checks.contains(&left_out) {
        Verdict::NotChecked
    } else if any(Verdict::Warn) {
        Verdict::Warn
    } else {
        Verdict::Pass
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warned(code: Code) -> Check {
        Check::of(CheckKind::Aspect, Verdict::Warn, Reason::new(code))
    }

    #[test]
    fn the_worst_check_decides_and_a_face_not_looked_for_is_no_pass() {
        let passed = || Check::passed(CheckKind::Resolution);
        let failed = || Check::failed(CheckKind::FaceCount, Reason::new(Code::PhotoNoFace));
        let warned = || warned(Code::PhotoAspect);
        let glasses = || Check::not_done(CheckKind::Glasses, NotCheckedCause::NotSupported);
        let no_engine = || Check::not_done(CheckKind::FaceCount, NotCheckedCause::NoFaceEngine);
        let cases = [
            (vec![passed(), glasses()], Verdict::Pass),
            (vec![passed(), warned(), glasses()], Verdict::Warn),
            (vec![warned(), no_engine()], Verdict::NotChecked),
            (vec![failed(), warned(), no_engine()], Verdict::Fail),
        ];
        for (checks, verdict) in cases {
            assert_eq!(overall(&checks), verdict, "{checks:?}");
        }
    }

    #[test]
    fn only_what_is_wrong_is_a_problem_and_a_warning_does_not_block() {
        let blocks = |check: &Check| check.problem("/photo").map(|problem| problem.is_blocking());
        assert_eq!(blocks(&Check::passed(CheckKind::Aspect)), None);
        let not_done = Check::not_done(CheckKind::Glasses, NotCheckedCause::NotSupported);
        assert_eq!(blocks(&not_done), None);
        let reason = || Reason::new(Code::PhotoAspect);
        assert_eq!(blocks(&warned(Code::PhotoAspect)), Some(false));
        assert_eq!(
            blocks(&Check::failed(CheckKind::Aspect, reason())),
            Some(true)
        );
    }
}
