//! The checks of a photo or of a signature sample in words: measures with their units, limits, and
//! the section of the output that lists them.

use qujat::checks::{Check, CheckKind, MeasureUnit, NotCheckedCause, Verdict};
use qujat::photo::PhotoReport;
use qujat::signature::SignatureReport;
use qujat::{Language, Problem};

use crate::labels::Label;
use crate::print::{Page, Paint, decimal, line};

/// So many checks that were not done for one cause are named; more are counted.
const NAMED: usize = 6;

/// The common part of the reports on photos and on signature samples.
pub(crate) struct Report<'r> {
    pub(crate) title: Label,
    /// The field of the form that refers to the picture.
    pub(crate) pointer: &'static str,
    pub(crate) verdict: Verdict,
    pub(crate) checks: &'r [Check],
}

impl<'r> From<&'r PhotoReport> for Report<'r> {
    fn from(report: &'r PhotoReport) -> Report<'r> {
        Report {
            title: Label::Photo,
            pointer: "/photo",
            verdict: report.verdict,
            checks: &report.checks,
        }
    }
}

impl<'r> From<&'r SignatureReport> for Report<'r> {
    fn from(report: &'r SignatureReport) -> Report<'r> {
        Report {
            title: Label::Signature,
            pointer: "/signature",
            verdict: report.verdict,
            checks: &report.checks,
        }
    }
}

impl Report<'_> {
    /// `true` if this report tells of a problem of the form with more detail.
    pub(crate) fn tells(&self, problem: &Problem) -> bool {
        let same = |check: &Check| check.reason.code == problem.code;
        problem.pointer == self.pointer && self.checks.iter().any(same)
    }

    fn with(&self, verdict: Verdict) -> impl Iterator<Item = &Check> {
        let checks = self.checks.iter();
        checks.filter(move |check| check.verdict == verdict)
    }
}

/// A verdict as a label.
pub(crate) fn verdict(verdict: Verdict) -> Label {
    match verdict {
        Verdict::Pass => Label::VerdictPass,
        Verdict::Warn => Label::VerdictWarn,
        Verdict::Fail => Label::VerdictFail,
        Verdict::NotChecked => Label::VerdictNotChecked,
    }
}

/// The value that was measured, with its unit.
pub(crate) fn measured(check: &Check, language: Language) -> Option<String> {
    let figure = figure(check.measured?, check.unit, language);
    Some(with_unit(&figure, check.unit, language))
}

/// The limits between which the value should lie: where it failed, those between which it does not
/// fail; else those between which nothing is said of it.
pub(crate) fn limits(check: &Check, language: Language) -> Option<String> {
    let band = check.limits?;
    let (low, high) = match check.verdict {
        Verdict::Fail => (band.fail_below, band.fail_above),
        Verdict::Pass | Verdict::Warn | Verdict::NotChecked => (
            band.warn_below.or(band.fail_below),
            band.warn_above.or(band.fail_above),
        ),
    };
    let shown = |limit: i32| figure(limit, check.unit, language);
    let range = match (low, high) {
        (Some(low), Some(high)) if low == high => shown(low),
        (Some(low), Some(high)) => format!("{} … {}", shown(low), shown(high)),
        (Some(low), None) => format!("≥ {}", shown(low)),
        (None, Some(high)) => format!("≤ {}", shown(high)),
        (None, None) => return None,
    };
    Some(with_unit(&range, check.unit, language))
}

/// A whole number of a unit, as a figure of the unit that people read.
fn figure(value: i32, unit: MeasureUnit, language: Language) -> String {
    let decimals: usize = match unit {
        MeasureUnit::Permille
        | MeasureUnit::DegreeTenths
        | MeasureUnit::LevelTenths
        | MeasureUnit::LabTenths => 1,
        MeasureUnit::BitHundredths => 2,
        MeasureUnit::None
        | MeasureUnit::Pixels
        | MeasureUnit::Levels
        | MeasureUnit::JpegQuality
        | MeasureUnit::Count
        | MeasureUnit::Bytes => 0,
    };
    let least = decimals.saturating_add(1);
    let digits = format!("{:0>least$}", value.unsigned_abs());
    let sign = if value < 0 { "−" } else { "" };
    match digits.split_at_checked(digits.len().saturating_sub(decimals)) {
        Some((whole, part)) if !part.is_empty() => {
            decimal(&format!("{sign}{whole}.{part}"), language)
        }
        _ => format!("{sign}{digits}"),
    }
}

fn with_unit(figure: &str, unit: MeasureUnit, language: Language) -> String {
    let label = match unit {
        MeasureUnit::None | MeasureUnit::Count => return figure.to_owned(),
        MeasureUnit::DegreeTenths => return format!("{figure}°"),
        MeasureUnit::Permille => Label::Percent,
        MeasureUnit::Pixels => Label::Pixels,
        MeasureUnit::Levels | MeasureUnit::LevelTenths => Label::Levels,
        MeasureUnit::BitHundredths => Label::Bits,
        MeasureUnit::LabTenths => Label::Lab,
        MeasureUnit::JpegQuality => Label::OfHundred,
        MeasureUnit::Bytes => Label::Bytes,
    };
    format!("{figure}{}", label.get(language))
}

impl Page<'_> {
    /// The name of a check, in the language.
    pub(crate) fn check_name(&self, kind: CheckKind) -> String {
        self.word(kind.as_str())
    }

    /// The reason that a check was not done, in the language.
    pub(crate) fn cause(&self, check: &Check) -> Option<String> {
        let cause = check.reason.params.get("cause")?.to_string();
        Some(self.word(&cause))
    }

    /// The section of a report: the failed checks in full, and the rest in one line each, unless
    /// everything is to be listed.
    pub(crate) fn report(&self, text: &mut String, report: &Report<'_>, paint: Paint) {
        self.section(text, report.title, paint);
        let word = verdict(report.verdict).get(self.language);
        line(text, &format!("  {}", paint.verdict(report.verdict, word)));
        for check in report.checks {
            let wrong = matches!(check.verdict, Verdict::Fail | Verdict::Warn);
            if wrong || self.all_checks {
                self.check(text, check, paint);
            }
            if wrong {
                self.explain(text, &check.reason, paint, "      ");
            }
        }
        if self.all_checks {
            return;
        }
        let passed = report.with(Verdict::Pass).count();
        if passed > 0 {
            let label = Label::Passed.get(self.language);
            let symbol = paint.verdict(Verdict::Pass, symbol(Verdict::Pass));
            line(text, &format!("  {symbol} {label}: {passed}"));
        }
        let skipped = self.not_done(report);
        if !skipped.is_empty() {
            let label = Label::NotChecked.get(self.language);
            let symbol = symbol(Verdict::NotChecked);
            line(text, &format!("  {symbol} {label}: {skipped}"));
        }
    }

    /// One check: symbol, code, name, value and limit.
    fn check(&self, text: &mut String, check: &Check, paint: Paint) {
        let symbol = paint.verdict(check.verdict, symbol(check.verdict));
        let code = check.reason.code.as_str();
        let mut shown = format!("  {symbol} {code}  {}", self.check_name(check.kind));
        if let Some(measured) = measured(check, self.language) {
            shown.push_str(&format!(": {measured}"));
        }
        if let Some(limits) = limits(check, self.language) {
            let label = Label::Limit.get(self.language);
            shown.push_str(&format!(" ({label}: {limits})"));
        }
        if let Some(cause) = self.cause(check) {
            shown.push_str(&format!(" ({cause})"));
        }
        line(text, &shown);
    }

    /// The checks that were not done, with the causes.
    fn not_done(&self, report: &Report<'_>) -> String {
        let groups = NotCheckedCause::ALL.iter().filter_map(|cause| {
            let cause = self.word(cause.as_str());
            let checks = report.with(Verdict::NotChecked);
            let names: Vec<String> = checks
                .filter(|check| self.cause(check).as_ref() == Some(&cause))
                .map(|check| self.check_name(check.kind))
                .collect();
            match names.len() {
                0 => None,
                1..=NAMED => Some(format!("{} ({cause})", names.join(", "))),
                count => Some(format!("{count} ({cause})")),
            }
        });
        groups.collect::<Vec<_>>().join("; ")
    }
}

/// A verdict as one character.
fn symbol(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "✓",
        Verdict::Warn => "!",
        Verdict::Fail => "✗",
        Verdict::NotChecked => "–",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_of_a_unit_are_shown_as_people_read_them() {
        let shown =
            |value, unit, language| with_unit(&figure(value, unit, language), unit, language);
        let cases = [
            (453, MeasureUnit::Permille, "45,3 %", "45.3%"),
            (7, MeasureUnit::Permille, "0,7 %", "0.7%"),
            (-80, MeasureUnit::DegreeTenths, "−8,0°", "−8.0°"),
            (-3, MeasureUnit::DegreeTenths, "−0,3°", "−0.3°"),
            (5, MeasureUnit::BitHundredths, "0,05 бит", "0.05 bits"),
            (737, MeasureUnit::BitHundredths, "7,37 бит", "7.37 bits"),
            (119, MeasureUnit::Pixels, "119 пкс", "119 px"),
            (0, MeasureUnit::Count, "0", "0"),
            (12, MeasureUnit::JpegQuality, "12 / 100", "12 / 100"),
            (
                i32::MIN,
                MeasureUnit::Levels,
                "−2147483648 ур.",
                "−2147483648 levels",
            ),
        ];
        for (value, unit, russian, english) in cases {
            assert_eq!(shown(value, unit, Language::Ru), russian);
            assert_eq!(shown(value, unit, Language::En), english);
        }
    }
}
