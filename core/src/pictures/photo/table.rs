//! The checks of a photo: the rows of the table, compiled, and the answer of each.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "lengths in a picture whose sides are below 2^16, in 16ths of a pixel, and angles"
)]

use super::faces::Faces;
use super::measured_face::MeasuredFace;
use crate::foundation::json::{Place, record};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::pictures::checks::{Band, Check, CheckKind, NotCheckedCause, photo_checks};
use crate::pictures::image::ImageFile;
use crate::pictures::landmarks::{UNIT, share};

/// A check of a photo.
pub(super) struct PhotoCheck {
    pub(super) kind: CheckKind,
    subject: Subject,
}

/// The subject of a check; with the limits and the measure, if it has a figure.
enum Subject {
    File,
    Picture(LimitsOf, fn(&ImageFile) -> Option<i32>),
    Faces(LimitsOf, fn(i32) -> Option<i32>),
    Face(LimitsOf, fn(&MeasuredFace<'_>) -> Option<i32>),
    Person,
}

type LimitsOf = fn(&PhotoBands) -> &Band;

macro_rules! checks {
    ($(
        $(#[$doc:meta])* $kind:ident = $word:literal, $unit:ident, $low:ident, $high:ident,
        $subject:ident $(($measure:expr), $(#[$limits_doc:meta])* $limits:ident)?;
    )+) => {
        record! {
            /// The limits of each check that has a figure.
            #[derive(Clone, Debug)]
            pub(crate) struct PhotoBands {
                $($($(#[$limits_doc])* pub(crate) $limits: Band,)?)+
            }
        }

        impl PhotoBands {
            /// Reports limits that contradict each other.
            pub(super) fn check(&self, at: Place<'_>, problems: &mut Problems) {
                $($(self.$limits.check(at.field(stringify!($limits)), problems);)?)+
            }
        }

        /// All checks, in the order of a report.
        pub(super) const CHECKS: &[PhotoCheck] = &[$(PhotoCheck {
            kind: CheckKind::$kind,
            subject: Subject::$subject $((|limits| &limits.$limits, $measure))?,
        }),+];
    };
}

photo_checks! { checks {} }

/// The parts found in a photo, for its checks to measure.
pub(super) struct Found<'f> {
    pub(super) file: &'f ImageFile,
    pub(super) faces: &'f Faces,
    /// The only face.
    pub(super) face: Option<&'f MeasuredFace<'f>>,
}

impl Found<'_> {
    fn face_count(&self) -> Result<i32, NotCheckedCause> {
        match self.faces {
            Faces::NotLookedFor => Err(NotCheckedCause::NoFaceEngine),
            Faces::Found { count, .. } => Ok(*count),
        }
    }

    fn face(&self) -> Result<&MeasuredFace<'_>, NotCheckedCause> {
        self.face_count()?;
        self.face.ok_or(NotCheckedCause::NoSingleFace)
    }
}

impl PhotoCheck {
    /// The answer for a photo whose picture was decoded.
    pub(super) fn answer(&self, found: &Found<'_>, bands: &PhotoBands) -> Check {
        let (limits, figure) = match self.subject {
            Subject::File => return Check::passed(self.kind),
            Subject::Picture(limits, measure) => (limits, Ok(measure(found.file))),
            Subject::Faces(limits, measure) => (limits, found.face_count().map(measure)),
            Subject::Face(limits, measure) => (limits, found.face().map(measure)),
            Subject::Person => return Check::not_done(self.kind, NotCheckedCause::NotSupported),
        };
        match figure.and_then(|figure| figure.ok_or(NotCheckedCause::NothingToMeasure)) {
            Ok(figure) => limits(bands).judge(self.kind, figure),
            Err(cause) => Check::not_done(self.kind, cause),
        }
    }

    /// The answer for a file that is refused for this reason.
    pub(super) fn refused(&self, reason: &Reason) -> Check {
        match self.subject {
            Subject::File => Check::failed(self.kind, reason.clone()),
            Subject::Person => Check::not_done(self.kind, NotCheckedCause::NotSupported),
            Subject::Picture(..) | Subject::Faces(..) | Subject::Face(..) => {
                Check::not_done(self.kind, NotCheckedCause::FileRefused)
            }
        }
    }
}

/// The width of the largest part at 3:4: as wide as the picture, or as its height allows.
fn width_at_3_to_4(file: &ImageFile) -> i32 {
    let by_height = u64::from(file.height) * 3 / 4;
    whole(u64::from(file.width).min(by_height))
}

/// A number that is at least 0, or the largest there is.
fn whole<T>(value: T) -> i32
where
    i32: TryFrom<T>,
{
    i32::try_from(value).unwrap_or(i32::MAX)
}
