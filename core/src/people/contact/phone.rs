//! Phone numbers that an SMS reaches: SPEC 4.

use std::collections::BTreeMap;
use std::fmt;

use arrayvec::{ArrayString, ArrayVec};
use garde::Validate;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::day::decimal;
use crate::foundation::id::SourceId;
use crate::foundation::json::{Place, check_bounds};
use crate::foundation::problem::{Problem, Reason, Result, from_str};
use crate::foundation::problems::Problems;
use crate::foundation::words::words;

words! {
    /// The use of a range of phone numbers.
    #[export(code)]
    LineKind {
        /// Mobile phones, which SMS reaches.
        Mobile = "mobile",
        /// Lines to a place.
        FixedLine = "fixed_line",
        /// Telephony over the internet.
        Voip = "voip",
    }
}

dated! {
    /// The national numbering plan. Section `phone` of the rulebook.
    ///
    /// A prefix is one to three digits that national numbers begin with. The ranges of two kinds
    /// must not overlap. Numbers that no prefix covers are unassigned.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct PhoneEntry {
        /// The country code, without `+`: one to three digits.
        pub country_code: String,
        /// The digit dialled before a national number within the country.
        pub trunk_prefix: String,
        /// The number of digits of a national number: 3 to 12.
        #[garde(range(min = 3, max = 12))]
        pub national_digits: u16,
        /// With which prefixes national numbers begin that belong to this country and not to
        /// another one of the same country code.
        pub leading: Vec<String>,
        /// Prefixes of mobile numbers.
        pub mobile: Vec<String>,
        /// Prefixes of fixed lines.
        pub fixed_line: Vec<String>,
        /// Prefixes of telephony over the internet.
        pub voip: Vec<String>,
        /// The smallest number of digits of another country's number, country code included: from 1
        /// to 15. A text of fewer is no number at all.
        #[garde(range(min = 1, max = 15))]
        pub foreign_min_digits: u16,
    }
}

/// E.164 allows this many digits, country code included.
const E164_DIGITS: usize = 15;

/// The digits of a number, as values from 0 to 9.
type Digits = ArrayVec<u8, E164_DIGITS>;

/// The use of the numbers that begin with the three digits that index it.
type Ranges = Box<[Range]>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Range {
    Foreign,
    Unassigned,
    Used(LineKind),
}

/// A [`PhoneEntry`] in a form that looks a number up in one step.
#[derive(Clone)]
pub(crate) struct PhonePlan {
    source: SourceId,
    country_code: Digits,
    trunk_prefix: Digits,
    national_digits: usize,
    foreign_min_digits: usize,
    ranges: Ranges,
}

impl fmt::Debug for PhonePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhonePlan")
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl PhonePlan {
    /// Compiles the section `phone`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, PhoneEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<PhonePlan> {
        Series::compiled(
            "phone",
            named,
            Gaps::Refused,
            at,
            problems,
            |entry, at, problems| PhonePlan::compile(&entry, at, problems),
        )
    }

    fn compile(entry: &PhoneEntry, at: Place<'_>, problems: &mut Problems) -> PhonePlan {
        let mut bounds = |field: &str, detail: &str| {
            let reason = Reason::new(Code::ValueBounds).with("detail", detail);
            problems.push(reason.at(at.field(field).pointer()));
        };
        let country_code = digits(&entry.country_code).unwrap_or_default();
        if !(1..=3).contains(&country_code.len()) {
            bounds("country_code", "one to three digits");
        }
        let trunk_prefix = digits(&entry.trunk_prefix).unwrap_or_default();
        if trunk_prefix.len() != 1 {
            bounds("trunk_prefix", "one digit");
        }
        check_bounds(entry, at, problems);
        PhonePlan {
            source: entry.source,
            country_code,
            trunk_prefix,
            national_digits: usize::from(entry.national_digits),
            foreign_min_digits: usize::from(entry.foreign_min_digits),
            ranges: ranges(entry, at, problems),
        }
    }

    /// Reads a phone number that an SMS reaches. [`Phone`] describes the accepted texts.
    ///
    /// # Errors
    /// `PHONE_FORMAT`, `PHONE_NOT_KAZAKHSTAN`, `PHONE_NOT_MOBILE`, `PHONE_UNASSIGNED`.
    pub(crate) fn read(&self, text: &str) -> Result<Phone, Reason> {
        let reason = |code| Reason::new(code).cite(self.source);
        let (international, digits) = scan(text.trim()).ok_or_else(|| reason(Code::PhoneFormat))?;
        let national = self.national(international, &digits).map_err(reason)?;
        match self.range(national) {
            Range::Used(LineKind::Mobile) => {
                self.e164(national).ok_or_else(|| reason(Code::PhoneFormat))
            }
            Range::Used(kind) => Err(reason(Code::PhoneNotMobile).with("kind", kind)),
            Range::Unassigned => Err(reason(Code::PhoneUnassigned)),
            Range::Foreign => Err(reason(Code::PhoneNotKazakhstan)),
        }
    }

    /// The national number in the digits, or the code of the reason without one.
    fn national<'d>(&self, international: bool, digits: &'d [u8]) -> Result<&'d [u8], Code> {
        let after = |prefix: &[u8]| {
            digits
                .strip_prefix(prefix)
                .filter(|rest| rest.len() == self.national_digits)
        };
        if let Some(national) = after(&self.country_code) {
            return Ok(national);
        }
        if !international {
            return after(&self.trunk_prefix)
                .or_else(|| self.alone(digits))
                .ok_or(Code::PhoneFormat);
        }
        // No country code begins with 0, and one of this country needs a whole national number.
        let foreign = digits.first() != Some(&0)
            && !digits.starts_with(&self.country_code)
            && digits.len() >= self.foreign_min_digits;
        Err(if foreign {
            Code::PhoneNotKazakhstan
        } else {
            Code::PhoneFormat
        })
    }

    /// The digits, if they are a national number without a prefix, as people say it. The digits of
    /// a range that is not in use are no number: more likely a digit of a longer form is missing.
    fn alone<'d>(&self, digits: &'d [u8]) -> Option<&'d [u8]> {
        let national = digits.len() == self.national_digits;
        (national && matches!(self.range(digits), Range::Used(_))).then_some(digits)
    }

    fn range(&self, national: &[u8]) -> Range {
        let index = match national {
            [a, b, c, ..] => usize::from(*a)
                .saturating_mul(100)
                .saturating_add(usize::from(*b).saturating_mul(10))
                .saturating_add(usize::from(*c)),
            _ => return Range::Foreign,
        };
        self.ranges.get(index).copied().unwrap_or(Range::Foreign)
    }

    fn e164(&self, national: &[u8]) -> Option<Phone> {
        let mut number = ArrayString::new();
        number.try_push('+').ok()?;
        for digit in self.country_code.iter().chain(national) {
            number
                .try_push(char::from_digit(u32::from(*digit), 10)?)
                .ok()?;
        }
        Some(Phone(number))
    }
}

/// ASCII digits as values; `None` for anything else, and for more than E.164 allows.
fn digits(text: &str) -> Option<Digits> {
    let mut digits = Digits::new();
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        digits.try_push(digit).ok()?;
    }
    Some(digits)
}

/// The table of the ranges; contradictions in the entry are reported.
fn ranges(entry: &PhoneEntry, at: Place<'_>, problems: &mut Problems) -> Ranges {
    let mut ranges = vec![Range::Foreign; 1000].into_boxed_slice();
    for (index, prefix) in entry.leading.iter().enumerate() {
        match covered(prefix) {
            Some(span) => mark(&mut ranges, span, Range::Unassigned),
            None => problems.push(not_a_prefix(at.field("leading").index(index))),
        }
    }
    let kinds = [
        (LineKind::Mobile, &entry.mobile),
        (LineKind::FixedLine, &entry.fixed_line),
        (LineKind::Voip, &entry.voip),
    ];
    for (kind, prefixes) in kinds {
        for (index, prefix) in prefixes.iter().enumerate() {
            let at = at.field(kind.as_str());
            let at = at.index(index);
            let Some(span) = covered(prefix) else {
                problems.push(not_a_prefix(at));
                continue;
            };
            let before = ranges.iter().skip(span.first).take(span.count);
            match before.copied().find(|range| *range != Range::Unassigned) {
                None => mark(&mut ranges, span, Range::Used(kind)),
                Some(Range::Used(other)) => {
                    let reason = Reason::new(Code::EntryConflict).with("other", other.as_str());
                    problems.push(reason.at(at.pointer()));
                }
                Some(_) => {
                    let detail = "begins with none of `leading`";
                    let reason = Reason::new(Code::ValueBounds).with("detail", detail);
                    problems.push(reason.at(at.pointer()));
                }
            }
        }
    }
    ranges
}

/// The three-digit numbers that begin with a prefix.
#[derive(Clone, Copy)]
struct Span {
    first: usize,
    count: usize,
}

fn covered(prefix: &str) -> Option<Span> {
    let count = match prefix.len() {
        1 => 100,
        2 => 10,
        3 => 1,
        _ => return None,
    };
    let number = usize::try_from(decimal(prefix.as_bytes())?).ok()?;
    Some(Span {
        first: number.saturating_mul(count),
        count,
    })
}

fn mark(ranges: &mut [Range], span: Span, value: Range) {
    for range in ranges.iter_mut().skip(span.first).take(span.count) {
        *range = value;
    }
}

fn not_a_prefix(at: Place<'_>) -> Problem {
    Reason::new(Code::ValueBounds)
        .with("detail", "one to three digits")
        .at(at.pointer())
}

/// The digits, and `true` if a `+` stands before them; `None` if the text is not written as a phone
/// number.
fn scan(text: &str) -> Option<(bool, Digits)> {
    let mut digits = Digits::new();
    let mut international = false;
    // The number of digits before the open bracket, and before the last dash.
    let (mut bracket, mut dash) = (None, 0);
    for character in text.chars() {
        match character {
            '0'..='9' => {
                let digit = u8::try_from(character.to_digit(10)?).ok()?;
                digits.try_push(digit).ok()?;
            }
            ' ' | '\u{a0}' | '\u{202f}' => {}
            '+' if !international && digits.is_empty() && bracket.is_none() => international = true,
            '(' if bracket.is_none() => bracket = Some(digits.len()),
            ')' if bracket.is_some_and(|before| before < digits.len()) => bracket = None,
            '-' | '\u{2010}'..='\u{2014}' if dash < digits.len() => dash = digits.len(),
            _ => return None,
        }
    }
    let complete = bracket.is_none() && dash < digits.len();
    complete.then_some((international, digits))
}

/// A Kazakhstan mobile number in E.164 form, such as `+77011234567`.
///
/// It is read from `+7…`, `8…` or `7…` and ten more ASCII digits, or from the ten digits alone, if
/// their range is in use. Between them may stand spaces (also non-breaking ones), single dashes
/// (hyphens, and the dashes U+2010 to U+2014), and brackets in pairs around digits; spaces of any kind
/// at the ends are left out. The ranges come from the rulebook; numbers are portable, so nothing says
/// which operator it is.
///
/// It is personal data: `Debug` prints only its country code and last two digits.
#[export(class, scalar)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(ArrayString<16>);

impl Phone {
    /// Reads the canonical text of a number that was read before: `+7` and ten ASCII digits. The
    /// numbering plan is not asked again.
    ///
    /// # Errors
    /// `PHONE_FORMAT` for anything else.
    ///
    /// ```
    /// use qujat::contact::Phone;
    /// assert_eq!(Phone::from_e164("+77011234567")?.as_str(), "+77011234567");
    /// assert!(Phone::from_e164("87011234567").is_err());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn from_e164(text: &str) -> Result<Phone> {
        Ok(Phone::read(text)?)
    }

    /// As [`Phone::from_e164`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<Phone, Reason> {
        let ten_digits =
            |rest: &str| rest.len() == 10 && rest.bytes().all(|byte| byte.is_ascii_digit());
        ArrayString::from(text)
            .ok()
            .filter(|number| number.strip_prefix("+7").is_some_and(ten_digits))
            .map(Phone)
            .ok_or_else(|| Reason::new(Code::PhoneFormat))
    }

    /// The number in E.164 form: `+`, country code and national number. Not for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

from_str!(Phone);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;
    use proptest::prelude::*;

    /// `7(0[0-25-8]|47|6[0-4]|7[15-8]|85)` of the specification, written out.
    const MOBILE: [&str; 19] = [
        "700", "701", "702", "705", "706", "707", "708", "747", "760", "761", "762", "763", "764",
        "771", "775", "776", "777", "778", "785",
    ];

    fn compile(text: &str) -> (Series<PhonePlan>, Vec<(Code, String)>) {
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let mut problems = Problems::new();
        let series = PhonePlan::series(named, Place::ROOT, &mut problems);
        let problems = problems.into_iter().map(|p| (p.code, p.pointer)).collect();
        (series, problems)
    }

    fn plan() -> PhonePlan {
        let (series, problems) = compile(crate::rulebook::shipped_section("phone"));
        assert!(problems.is_empty(), "{problems:?}");
        series
            .on(Day::parse("2025-11-10").unwrap())
            .unwrap()
            .clone()
    }

    fn answer(text: &str) -> String {
        match plan().read(text) {
            Ok(phone) => phone.as_str().to_owned(),
            Err(reason) => match reason.params.get("kind") {
                Some(kind) => format!("{} {kind}", reason.code),
                None => reason.code.to_string(),
            },
        }
    }

    #[test]
    fn spec_4_accepted_forms_become_e164() {
        for text in [
            "+77011234567",
            "+7 701 123 45 67",
            "+7 (701) 123-45-67",
            "87011234567",
            "8 (701) 123 45 67",
            "8-701-123-45-67",
            "77011234567",
            " 7 701 1234567 ",
            "+7\u{a0}701\u{202f}123\u{2011}45\u{2013}67",
            "(8701) 1234567",
            "8 701 - 123 - 45 - 67",
            "7011234567",
            "(701) 123-45-67",
            "\t701 123 45 67\u{2003}\n",
        ] {
            assert_eq!(answer(text), "+77011234567", "{text}");
        }
    }

    #[test]
    fn spec_4_what_is_no_phone_number_is_a_matter_of_format() {
        for text in [
            "",
            "+",
            "+7",
            "+7 701 123",
            // Ten digits alone of no range in use: a digit may be missing.
            "7031234567",
            "8701123456",
            "9123456789",
            "6991234567",
            "+7 701 123 45 678",
            "0077011234567",
            "++77011234567",
            "7+7011234567",
            "+7 (701 1234567",
            "+7 701) 1234567",
            "+7 ((701)) 1234567",
            "+7 () 7011234567",
            "+7-701--1234567",
            "-77011234567",
            "+77011234567-",
            "(+7) 7011234567",
            "+7 701 123 45 67 ext 1",
            "+7.701.1234567",
            "+7\t7011234567",
            "٨٧٠١١٢٣٤٥٦٧",            // Arabic-Indic digits
            "８７０１１２３４５６７", // full-width digits
            "+7701123456٧",
            "+0123456789",
            "+1234567890123456",
        ] {
            assert_eq!(answer(text), "PHONE_FORMAT", "{text}");
        }
    }

    #[test]
    fn spec_4_ten_digits_are_a_number_if_their_range_is_in_use() {
        for prefix in 0..1000 {
            let digits = format!("{prefix:03}1234567");
            let whole = answer(&format!("+7{digits}"));
            let expected = match whole.as_str() {
                "PHONE_UNASSIGNED" | "PHONE_NOT_KAZAKHSTAN" => "PHONE_FORMAT".to_owned(),
                _ => whole,
            };
            assert_eq!(answer(&digits), expected, "{digits}");
        }
    }

    #[test]
    fn spec_4_exactly_the_mobile_ranges_are_mobile() {
        for prefix in 0..1000 {
            let prefix = format!("{prefix:03}");
            let number = format!("+7{prefix}1234567");
            let expected = match prefix.as_str() {
                p if MOBILE.contains(&p) => number.clone(),
                p if p.starts_with("71") || p.starts_with("72") => {
                    "PHONE_NOT_MOBILE fixed_line".to_owned()
                }
                "751" => "PHONE_NOT_MOBILE voip".to_owned(),
                p if p.starts_with('7') || p.starts_with('6') => "PHONE_UNASSIGNED".to_owned(),
                _ => "PHONE_NOT_KAZAKHSTAN".to_owned(),
            };
            assert_eq!(answer(&number), expected, "{number}");
        }
    }

    #[test]
    fn spec_4_numbers_of_other_countries_have_their_code() {
        for text in [
            "+7 912 345 67 89", // Russia
            "8 912 345 67 89",
            "+7 840 123 45 67",
            "+996 555 123 456",
            "+1 202 555 0100",
            "+8 701 123 45 67",
        ] {
            assert_eq!(answer(text), "PHONE_NOT_KAZAKHSTAN", "{text}");
        }
    }

    #[test]
    fn reasons_cite_the_plan_and_hold_nothing_that_was_typed() {
        let reason = plan().read("+7 7172 12 34 56").unwrap_err();
        assert_eq!(reason.source.unwrap().as_str(), "numbering-plan");
        assert_eq!(reason.params.iter().count(), 1);
        assert_eq!(
            plan()
                .read("+7 703 123 45 67")
                .unwrap_err()
                .params
                .iter()
                .count(),
            0
        );
    }

    #[test]
    fn a_contradictory_plan_is_rejected_with_every_place() {
        let (_, problems) = compile(
            r#"{"plan": {"source": "s", "country_code": "seven", "trunk_prefix": "80",
                "national_digits": 2, "foreign_min_digits": 16, "leading": ["7", "6000"],
                "mobile": ["701", "x", "901"], "fixed_line": ["70"], "voip": ["751", "751"]}}"#,
        );
        let expected = [
            (Code::ValueBounds, "/plan/country_code"),
            (Code::ValueBounds, "/plan/trunk_prefix"),
            (Code::ValueBounds, "/plan/foreign_min_digits"),
            (Code::ValueBounds, "/plan/national_digits"),
            (Code::ValueBounds, "/plan/leading/1"),
            (Code::ValueBounds, "/plan/mobile/1"),
            (Code::ValueBounds, "/plan/mobile/2"),
            (Code::EntryConflict, "/plan/fixed_line/0"),
            (Code::EntryConflict, "/plan/voip/1"),
        ];
        assert_eq!(problems, expected.map(|(code, at)| (code, at.to_owned())));
    }

    #[test]
    fn a_phone_prints_masked() {
        let phone = plan().read("+7 701 123 45 67").unwrap();
        assert_eq!(format!("{phone:?}"), "+7********67");
    }

    /// Characters that may stand between two digits.
    const BETWEEN: [&str; 6] = ["", " ", "-", "\u{a0}", " - ", "\u{2011}"];

    proptest! {
        #[test]
        fn separators_never_change_the_number(
            prefix in 0..MOBILE.len(), number in 0..10_000_000u32,
            between in proptest::collection::vec(0..BETWEEN.len(), 11),
        ) {
            let digits = format!("7{}{number:07}", MOBILE[prefix]);
            let plain = format!("+{digits}");
            let mut spaced = String::from("+");
            for (digit, between) in digits.chars().zip(&between) {
                spaced.push(digit);
                spaced.push_str(BETWEEN[*between]);
            }
            let spaced = spaced.trim_end_matches([' ', '-', '\u{a0}', '\u{2011}']);
            let plan = plan();
            let phone = plan.read(spaced).unwrap();
            prop_assert_eq!(phone.as_str(), plain.as_str());
            // Reading the canonical text again changes nothing, by the plan and from JSON.
            prop_assert_eq!(plan.read(phone.as_str()).unwrap(), phone);
            let json = serde_json::to_vec(&phone).unwrap();
            prop_assert_eq!(crate::foundation::json::read::<Phone>(&json, 100).unwrap(), phone);
        }

        #[test]
        fn arbitrary_text_never_panics(text in "[+0-9() \\-]{0,20}|\\PC{0,20}") {
            if let Ok(phone) = plan().read(&text) {
                prop_assert!(Phone::from_e164(phone.as_str()).is_ok());
            }
        }
    }
}
