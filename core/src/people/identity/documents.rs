//! Kinds, grounds, statuses and numbers of identity documents: SPEC 4.

use std::collections::BTreeMap;

use arrayvec::ArrayString;
use garde::Validate;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::json::{Place, check_bounds};
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::problems::Problems;
use crate::foundation::words::words;

words! {
    /// A document that the migration service issues to citizens.
    #[export(code)]
    DocumentKind {
        /// The identity card.
        IdentityCard = "identity_card",
        /// The passport.
        Passport = "passport",
    }
}

words! {
    /// The ground on which a document is issued or replaced.
    #[export(code)]
    Ground {
        /// The first document of its kind.
        FirstIssue = "first_issue",
        /// The document expires or has expired.
        Expiry = "expiry",
        /// The document was lost.
        Loss = "loss",
        /// The document was lost more than twice within a year.
        LossRepeated = "loss_repeated",
        /// The document is damaged.
        Damage = "damage",
        /// The holder changed a name.
        NameChange = "name_change",
        /// Other data of the holder changed, or were wrong.
        DataChange = "data_change",
        /// The holder acquired citizenship.
        Citizenship = "citizenship",
        /// A USSR passport of the 1974 pattern is exchanged.
        SovietPassport = "soviet_passport",
        /// Any other ground.
        Other = "other",
    }
}

words! {
    /// The status of a card in the state register.
    #[export(code)]
    CardStatus {
        /// In force.
        Valid = "valid",
        /// Past its expiry date.
        Expired = "expired",
        /// Reported lost.
        Lost = "lost",
        /// Withdrawn by the state.
        Revoked = "revoked",
        /// A newer card was issued.
        Replaced = "replaced",
    }
}

words! {
    /// The holder's sex, as documents record it.
    #[export(code)]
    Sex {
        /// Male.
        Male = "male",
        /// Female.
        Female = "female",
    }
}

dated! {
    /// The rules by which identity cards are issued. Section `documents` of the rulebook.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct DocumentsEntry {
        /// The age in years from which cards are issued: 0 to 120.
        #[garde(range(max = 120))]
        pub minimum_age: u16,
        /// The years for which a card is valid: 1 to 100.
        #[garde(range(min = 1, max = 100))]
        pub validity_years: u16,
    }
}

impl DocumentsEntry {
    /// Compiles the section `documents`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, DocumentsEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<DocumentsEntry> {
        for (name, entry) in &named {
            check_bounds(entry, at.field(name), problems);
        }
        Series::new("documents", named, Gaps::Refused, at, problems)
    }

    /// The expiry date of a card issued on this day. A card issued on 29 February expires on
    /// 28 February where the year has no 29th: the rule of [`Day::plus_years_feb28`]. `None` beyond
    /// [`Day::MAX`].
    pub(crate) fn expires_on(&self, issued_on: Day) -> Option<Day> {
        issued_on.plus_years_feb28(i32::from(self.validity_years))
    }

    /// Checks that a person born on this day is old enough on the day `on`. A person born on 29
    /// February is a year older on 28 February if the year has no 29th.
    ///
    /// # Errors
    /// `HOLDER_TOO_YOUNG`.
    pub(crate) fn check_age(&self, born: Day, on: Day) -> Result<(), Reason> {
        match born.plus_years_feb28(i32::from(self.minimum_age)) {
            Some(first_day) if first_day <= on => Ok(()),
            _ => Err(Reason::new(Code::HolderTooYoung)
                .with("minimum", u32::from(self.minimum_age))
                .cite(self.source)),
        }
    }
}

impl DocumentsEntry {
    /// Checks that a card can expire on this day at all: no card issued by the day `on` is valid
    /// longer, and no card was issued before its holder was old enough, if the holder's birth date
    /// is known.
    ///
    /// # Errors
    /// `EXPIRY_TOO_FAR`, `EXPIRY_BEFORE_FIRST_CARD`.
    pub(crate) fn check_expiry(
        &self,
        expires_on: Day,
        born: Option<Day>,
        on: Day,
    ) -> Result<(), Reason> {
        if let Some(latest) = self.expires_on(on)
            && expires_on > latest
        {
            return Err(Reason::new(Code::ExpiryTooFar)
                .with("years", u32::from(self.validity_years))
                .with("latest", latest)
                .cite(self.source));
        }
        let first_card = born.and_then(|born| born.plus_years_feb28(i32::from(self.minimum_age)));
        let earliest = first_card.and_then(|issued_on| self.expires_on(issued_on));
        if earliest.is_some_and(|earliest| expires_on < earliest) {
            return Err(Reason::new(Code::ExpiryBeforeFirstCard)
                .with("minimum", u32::from(self.minimum_age))
                .cite(self.source));
        }
        Ok(())
    }
}

/// The number of an identity card: 9 ASCII digits.
///
/// It is personal data: `Debug` prints only its last two digits.
///
/// ```
/// use qujat::identity::CardNumber;
/// let number = CardNumber::parse("012345678")?;
/// assert_eq!(number.as_str(), "012345678");
/// assert_eq!(format!("{number:?}"), "*******78");
/// assert_eq!(CardNumber::parse(" № 012 345 678 ")?, number);
/// # Ok::<(), qujat::Error>(())
/// ```
#[export(class, scalar)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardNumber(ArrayString<9>);

impl CardNumber {
    /// Reads a card number as people type it: 9 ASCII digits, at most one `№` before them, and
    /// spaces (also non-breaking ones) anywhere, which are all left out.
    ///
    /// # Errors
    /// `CARD_NUMBER_FORMAT` for anything else.
    pub fn parse(text: &str) -> Result<CardNumber> {
        Ok(CardNumber::read(text)?)
    }

    /// As [`CardNumber::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<CardNumber, Reason> {
        nine_digits(text)
            .map(CardNumber)
            .ok_or_else(|| Reason::new(Code::CardNumberFormat))
    }

    /// The whole number. Not for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

from_str!(CardNumber);

/// The number of a passport: `N` and 8 ASCII digits.
///
/// It is personal data: `Debug` prints only its last two digits.
///
/// ```
/// use qujat::identity::PassportNumber;
/// assert_eq!(PassportNumber::parse("N12345678")?.as_str(), "N12345678");
/// assert!(PassportNumber::parse("n12345678").is_err());
/// # Ok::<(), qujat::Error>(())
/// ```
#[export(class, scalar)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassportNumber(ArrayString<9>);

impl PassportNumber {
    /// Reads a passport number as it is printed: a capital Latin `N`, with nothing around the
    /// number. A small `n` is refused, so that the canonical text is always the text that was given.
    ///
    /// # Errors
    /// `PASSPORT_NUMBER_FORMAT` for anything else.
    pub fn parse(text: &str) -> Result<PassportNumber> {
        Ok(PassportNumber::read(text)?)
    }

    /// As [`PassportNumber::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<PassportNumber, Reason> {
        let eight_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        nine(text)
            .filter(|number| number.strip_prefix('N').is_some_and(eight_digits))
            .map(PassportNumber)
            .ok_or_else(|| Reason::new(Code::PassportNumberFormat))
    }

    /// The whole number. Not for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

from_str!(PassportNumber);

fn nine_digits(text: &str) -> Option<ArrayString<9>> {
    let text = text.trim();
    let text = text.strip_prefix('№').unwrap_or(text);
    let mut digits = ArrayString::new();
    for character in text.chars() {
        match character {
            ' ' | '\u{a0}' | '\u{202f}' => {}
            '0'..='9' => digits.try_push(character).ok()?,
            _ => return None,
        }
    }
    digits.is_full().then_some(digits)
}

/// A text of exactly nine bytes.
fn nine(text: &str) -> Option<ArrayString<9>> {
    ArrayString::from(text).ok().filter(|text| text.len() == 9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn shipped() -> DocumentsEntry {
        let text = crate::rulebook::shipped_section("documents");
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let mut problems = Problems::new();
        let series = DocumentsEntry::series(named, Place::ROOT, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        series.on(day("2025-11-10")).unwrap().clone()
    }

    #[test]
    fn spec_4_a_card_is_valid_for_ten_years() {
        let rules = shipped();
        assert_eq!(rules.expires_on(day("2015-11-10")), Some(day("2025-11-10")));
        assert_eq!(rules.expires_on(Day::MAX), None);
    }

    #[test]
    fn spec_4_a_card_issued_on_29_february_expires_on_28_february() {
        let rules = shipped();
        assert_eq!(rules.expires_on(day("2024-02-29")), Some(day("2034-02-28")));
        assert_eq!(rules.expires_on(day("2024-02-28")), Some(day("2034-02-28")));
        assert_eq!(rules.expires_on(day("2024-03-01")), Some(day("2034-03-01")));
    }

    #[test]
    fn spec_4_cards_are_issued_from_age_16() {
        let rules = shipped();
        assert!(
            rules
                .check_age(day("2009-11-10"), day("2025-11-10"))
                .is_ok()
        );
        let reason = rules
            .check_age(day("2009-11-11"), day("2025-11-10"))
            .unwrap_err();
        assert_eq!(reason.code, Code::HolderTooYoung);
        assert_eq!(reason.params.get("minimum").unwrap().to_string(), "16");
        assert_eq!(reason.source.unwrap().as_str(), "issuance-rules");
        assert!(
            rules
                .check_age(day("2084-02-29"), day("2100-02-28"))
                .is_ok()
        );
        assert!(
            rules
                .check_age(day("2084-02-29"), day("2100-02-27"))
                .is_err()
        );
    }

    #[test]
    fn spec_3_a_mistyped_year_is_found() {
        let rules = shipped();
        let found = |expires_on: &str, born: Option<&str>, on: &str| {
            let checked = rules.check_expiry(day(expires_on), born.map(day), day(on));
            checked.err().map(|reason| reason.code)
        };
        assert_eq!(found("2036-02-10", None, "2026-02-10"), None);
        assert_eq!(
            found("2036-02-11", None, "2026-02-10"),
            Some(Code::ExpiryTooFar)
        );
        assert_eq!(found("2034-02-28", None, "2024-02-29"), None);
        assert_eq!(
            found("2034-03-01", None, "2024-02-29"),
            Some(Code::ExpiryTooFar)
        );
        // Born on 1 January 1990: the first card on 1 January 2006 at the earliest.
        let born = Some("1990-01-01");
        assert_eq!(found("2016-01-01", born, "2026-02-10"), None);
        let early = Some(Code::ExpiryBeforeFirstCard);
        assert_eq!(found("2015-12-31", born, "2026-02-10"), early);
        assert_eq!(found("0001-01-01", None, "2026-02-10"), None);
        let reason = rules
            .check_expiry(Day::MAX, None, day("2026-02-10"))
            .unwrap_err();
        assert_eq!(
            reason.to_string(),
            "EXPIRY_TOO_FAR years=`10` latest=`2036-02-10`"
        );
        assert!(rules.check_expiry(Day::MAX, None, Day::MAX).is_ok());
    }

    #[test]
    fn figures_out_of_bounds_are_found_with_their_places() {
        let text = br#"{"a": {"source": "s", "minimum_age": 121, "validity_years": 0}}"#;
        let mut problems = Problems::new();
        let named = crate::foundation::json::read(text, 1000).unwrap();
        let _ = DocumentsEntry::series(named, Place::ROOT, &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.code, p.pointer.as_str()))
            .collect();
        let expected = [
            (Code::ValueBounds, "/a/minimum_age"),
            (Code::ValueBounds, "/a/validity_years"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn spec_4_a_card_number_has_nine_digits() {
        assert!(CardNumber::parse("000000000").is_ok());
        for bad in [
            "",
            "12345678",
            "1234567890",
            " 12345678",
            "12345678x",
            "٠٠٠٠٠٠٠٠٠",
            "N12345678",
        ] {
            assert_eq!(
                CardNumber::parse(bad).unwrap_err().code(),
                Code::CardNumberFormat,
                "{bad}"
            );
        }
    }

    #[test]
    fn spec_4_a_passport_number_is_n_and_eight_digits() {
        assert!(PassportNumber::parse("N00000000").is_ok());
        for bad in [
            "",
            "N1234567",
            "N123456789",
            "n12345678",
            "12345678N",
            "X12345678",
            "123456789",
            "N1234567x",
        ] {
            let reason = PassportNumber::parse(bad).unwrap_err();
            assert_eq!(reason.code(), Code::PassportNumberFormat, "{bad}");
        }
    }

    #[test]
    fn numbers_print_masked() {
        assert_eq!(
            format!("{:?}", CardNumber::parse("123456789").unwrap()),
            "*******89"
        );
        assert_eq!(
            format!("{:?}", PassportNumber::parse("N23456789").unwrap()),
            "*******89"
        );
    }

    proptest! {
        #[test]
        fn numbers_round_trip_through_json(number in 0..1_000_000_000u32) {
            let card = CardNumber::parse(&format!("{number:09}")).unwrap();
            let json = serde_json::to_vec(&card).unwrap();
            prop_assert_eq!(crate::foundation::json::read::<CardNumber>(&json, 100).unwrap(), card);
            let passport = PassportNumber::parse(&format!("N{:08}", number / 10)).unwrap();
            let json = serde_json::to_vec(&passport).unwrap();
            prop_assert_eq!(crate::foundation::json::read::<PassportNumber>(&json, 100).unwrap(), passport);
        }

        #[test]
        fn arbitrary_text_never_panics(text in "\\PC{0,12}") {
            let _ = CardNumber::parse(&text);
            let _ = PassportNumber::parse(&text);
        }
    }
}
