//! The limits of one measure.

use qujat_export::export;

use super::{Check, CheckKind, Verdict};
use crate::foundation::catalogue::Code;
use crate::foundation::json::{Place, record};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

record! {
    /// The limits of one measure, in its unit; each is inclusive: the value itself is good. A limit
    /// that is absent does not exist.
    #[export(record, public, own_reader)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct Band {
        /// The name of the source in `sources` that says so.
        pub source: crate::foundation::id::SourceId,
        /// Lower values fail.
        pub fail_below: Option<i32>,
        /// Lower values are warned of.
        pub warn_below: Option<i32>,
        /// Higher values are warned of.
        pub warn_above: Option<i32>,
        /// Higher values fail.
        pub fail_above: Option<i32>,
    }
}

impl Band {
    /// Judges a value of this kind.
    pub(crate) fn judge(&self, kind: CheckKind, value: i32) -> Check {
        let (low, high) = kind.codes();
        let under = |limit: Option<i32>| limit.filter(|limit| value < *limit);
        let over = |limit: Option<i32>| limit.filter(|limit| value > *limit);
        let found = |verdict, code: Code, limit: i32| {
            let reason = Reason::new(code)
                .with("measured", value)
                .with("limit", limit);
            (verdict, reason)
        };
        let crossed = under(self.fail_below)
            .map(|limit| found(Verdict::Fail, low, limit))
            .or_else(|| over(self.fail_above).map(|limit| found(Verdict::Fail, high, limit)))
            .or_else(|| under(self.warn_below).map(|limit| found(Verdict::Warn, low, limit)))
            .or_else(|| over(self.warn_above).map(|limit| found(Verdict::Warn, high, limit)));
        let passed = Check::passed(kind);
        let (verdict, reason) = crossed.unwrap_or((Verdict::Pass, passed.reason));
        Check {
            kind,
            verdict,
            measured: Some(value),
            unit: kind.unit(),
            limits: Some(*self),
            reason: reason.cite(self.source),
        }
    }

    /// Reports limits that contradict each other: they must not fall from `fail_below` over
    /// `warn_below` and `warn_above` to `fail_above`.
    pub(crate) fn check(&self, at: Place<'_>, problems: &mut Problems) {
        let limits = [
            self.fail_below,
            self.warn_below,
            self.warn_above,
            self.fail_above,
        ];
        let given: Vec<i32> = limits.into_iter().flatten().collect();
        if !given.is_sorted() {
            let reason = Reason::new(Code::ValueBounds).with(
                "detail",
                "fail_below ≤ warn_below ≤ warn_above ≤ fail_above",
            );
            problems.push(reason.at(at.pointer()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::id::SourceId;

    fn band(limits: [Option<i32>; 4]) -> Band {
        let [fail_below, warn_below, warn_above, fail_above] = limits;
        Band {
            source: SourceId::parse("somebody").unwrap(),
            fail_below,
            warn_below,
            warn_above,
            fail_above,
        }
    }

    /// SPEC 11.2: eye distance, fail < 90, warn < 120.
    #[test]
    fn limits_are_inclusive_and_name_what_was_crossed() {
        let eyes = band([Some(90), Some(120), None, None]);
        let cases = [
            (89, Verdict::Fail, Some(90)),
            (90, Verdict::Warn, Some(120)),
            (119, Verdict::Warn, Some(120)),
            (120, Verdict::Pass, None),
            (i32::MAX, Verdict::Pass, None),
        ];
        for (value, verdict, limit) in cases {
            let check = eyes.judge(CheckKind::EyeDistance, value);
            assert_eq!((check.verdict, check.measured), (verdict, Some(value)));
            let named = check.reason.params.get("limit").map(ToString::to_string);
            assert_eq!(named, limit.map(|limit: i32| limit.to_string()), "{value}");
            assert_eq!(check.reason.source, Some(eyes.source));
        }
    }

    #[test]
    fn low_and_high_values_have_their_own_codes() {
        let head = band([Some(500), None, None, Some(750)]);
        let code = |value| head.judge(CheckKind::HeadWidth, value).reason.code;
        assert_eq!(code(499), Code::PhotoHeadTooSmall);
        assert_eq!(code(500), Code::CheckPassed);
        assert_eq!(code(750), Code::CheckPassed);
        assert_eq!(code(751), Code::PhotoHeadTooLarge);
    }

    #[test]
    fn limits_must_not_cross() {
        let problems = |limits| {
            let mut problems = Problems::new();
            band(limits).check(Place::ROOT.field("photo"), &mut problems);
            problems.len()
        };
        assert_eq!(problems([Some(1), Some(1), Some(2), Some(2)]), 0);
        assert_eq!(problems([None, None, None, None]), 0);
        assert_eq!(problems([Some(2), Some(1), None, None]), 1);
        assert_eq!(problems([Some(3), None, None, Some(2)]), 1);
    }
}
