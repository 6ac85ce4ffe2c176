//! E-mail addresses that notices can be delivered to: SPEC 4.

use std::borrow::Cow;
use std::collections::BTreeMap;

use garde::Validate;
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46, verify_dns_length};
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::json::{Place, check_bounds};
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::problems::Problems;

dated! {
    /// The limit of e-mail addresses. Section `email` of the rulebook.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct EmailEntry {
        /// The largest number of octets of an address, its domain in ASCII form: 6 to 10000.
        #[garde(range(min = 6, max = 10_000))]
        pub max_octets: u32,
    }
}

impl EmailEntry {
    /// Compiles the section `email`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, EmailEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<EmailEntry> {
        for (name, entry) in &named {
            check_bounds(entry, at.field(name), problems);
        }
        Series::new("email", named, Gaps::Refused, at, problems)
    }

    /// Reads an address. [`EmailAddress`] describes the accepted texts.
    ///
    /// # Errors
    /// The first of these that applies: `EMAIL_DISPLAY_NAME`, `EMAIL_COMMENT`, `EMAIL_IP_LITERAL`,
    /// `EMAIL_QUOTED_LOCAL`, `EMAIL_FORMAT` (no `@`, or nothing on one side of it), `EMAIL_TOO_LONG`,
    /// `EMAIL_FORMAT` (of the local part), `EMAIL_DOMAIN`. A text that could not be short enough in
    /// any form is `EMAIL_TOO_LONG` before all others.
    pub(crate) fn read(&self, text: &str) -> Result<EmailAddress, Reason> {
        read(text, self.max_octets).map_err(|reason| reason.cite(self.source))
    }
}

/// An e-mail address: its local part as given, its domain in lower-case ASCII form (IDNA).
///
/// The local part is an ASCII dot-atom of at most 64 octets: letters outside ASCII before the `@`
/// need SMTPUTF8, which too few mail servers on the way offer for notices to be sure to arrive. The
/// domain may be written in any script (UTS 46, non-transitional); it has at least two labels of
/// letters, digits and inner hyphens, of which the last is not all digits. Display names, comments,
/// IP literals and quoted local parts are refused, each with its own code. Spaces at the ends
/// (Unicode's `White_Space`), which keyboards of phones add, are left out.
///
/// It is personal data: `Debug` prints only its first character and its top-level domain.
#[export(class, scalar)]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address. Not for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the `@`.
    pub(super) fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Reads an address by its syntax, without the rulebook's limit of its length.
    ///
    /// # Errors
    /// `EMAIL_DISPLAY_NAME`, `EMAIL_COMMENT`, `EMAIL_IP_LITERAL`, `EMAIL_QUOTED_LOCAL`,
    /// `EMAIL_FORMAT`, `EMAIL_DOMAIN`.
    ///
    /// ```
    /// use qujat::contact::EmailAddress;
    /// let email = EmailAddress::from_text("Aigerim@Пример.ҚАЗ")?;
    /// assert_eq!(email.as_str(), "Aigerim@xn--e1afmkfd.xn--80ao21a");
    /// assert_eq!(format!("{email:?}"), "A***@***.xn--80ao21a");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn from_text(text: &str) -> Result<EmailAddress> {
        Ok(EmailAddress::read(text)?)
    }

    /// As [`EmailAddress::from_text`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<EmailAddress, Reason> {
        read(text, u32::MAX)
    }
}

from_str!(EmailAddress);

/// An address with this many times the octets allowed is refused before any work is done on it: a
/// character has at most four octets, and the ASCII form of a domain has at least one for each.
const LONGEST_FORM: u32 = 4;

fn read(text: &str, max: u32) -> Result<EmailAddress, Reason> {
    let text = text.trim();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    if length > max.saturating_mul(LONGEST_FORM) {
        return Err(too_long(length, max));
    }
    let (local, typed_domain) = split(text).map_err(Reason::new)?;
    let domain = ascii_domain(typed_domain);
    let ascii = domain.as_deref().unwrap_or(typed_domain);
    let room = local.len().saturating_add(ascii.len()).saturating_add(1);
    let mut address = String::with_capacity(room);
    address.push_str(local);
    address.push('@');
    address.push_str(ascii);
    let length = u32::try_from(address.len()).unwrap_or(u32::MAX);
    if length > max {
        return Err(too_long(length, max));
    }
    if !email_address::EmailAddress::is_valid_local_part(local) {
        return Err(Reason::new(Code::EmailFormat));
    }
    if !domain.is_some_and(|domain| is_deliverable(&domain)) {
        return Err(Reason::new(Code::EmailDomain));
    }
    Ok(EmailAddress(address))
}

fn too_long(length: u32, max: u32) -> Reason {
    Reason::new(Code::EmailTooLong)
        .with("length", length)
        .with("max", max)
}

/// The local part and the domain, or the code of a form that is not taken for this use.
fn split(text: &str) -> Result<(&str, &str), Code> {
    if text.contains('<') && text.trim_end().ends_with('>') {
        return Err(Code::EmailDisplayName);
    }
    if has_comment(text) {
        return Err(Code::EmailComment);
    }
    let (local, domain) = text.rsplit_once('@').ok_or(Code::EmailFormat)?;
    if domain.starts_with('[') && domain.ends_with(']') {
        return Err(Code::EmailIpLiteral);
    }
    if local.len() > 1 && local.starts_with('"') && local.ends_with('"') {
        return Err(Code::EmailQuotedLocal);
    }
    if local.is_empty() || domain.is_empty() || !local.is_ascii() {
        return Err(Code::EmailFormat);
    }
    Ok((local, domain))
}

/// `true` if there is a pair of brackets outside quotation marks.
fn has_comment(text: &str) -> bool {
    if !text.contains('(') {
        return false;
    }
    let (mut quoted, mut escaped, mut open) = (false, false, false);
    for character in text.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' if !quoted => open = true,
            ')' if !quoted && open => return true,
            _ => {}
        }
    }
    false
}

/// The domain in lower-case ASCII form. Lengths are checked later, so that an address that is too
/// long as a whole is told so.
fn ascii_domain(domain: &str) -> Option<Cow<'_, str>> {
    Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Ignore,
        )
        .ok()
}

/// `true` if mail can be addressed to an ASCII domain: labels of 1 to 63 octets, at least two of
/// them, the last not all digits, as it would be in an IP address.
pub(super) fn is_deliverable(domain: &str) -> bool {
    let top = domain.rsplit_once('.').map(|(_, top)| top);
    verify_dns_length(domain, false)
        && email_address::EmailAddress::is_valid_domain(domain)
        && top.is_some_and(|top| !top.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;
    use proptest::prelude::*;

    fn limits() -> EmailEntry {
        let text = crate::rulebook::shipped_section("email");
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let mut problems = Problems::new();
        let series = EmailEntry::series(named, Place::ROOT, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        series
            .on(Day::parse("2025-11-10").unwrap())
            .unwrap()
            .clone()
    }

    fn answer(text: &str) -> String {
        match limits().read(text) {
            Ok(email) => email.as_str().to_owned(),
            Err(reason) => reason.code.to_string(),
        }
    }

    #[test]
    fn spec_4_ordinary_addresses_are_taken() {
        for text in [
            "a@b.kz",
            "aigerim.s+egov@mail.example.kz",
            "o'connor_1@x-y.kz",
            "1@1.kz",
        ] {
            assert_eq!(answer(text), text);
        }
    }

    #[test]
    fn spec_4_the_domain_becomes_lower_case_ascii_and_the_local_part_stays() {
        assert_eq!(answer("Aigerim@EXAMPLE.KZ"), "Aigerim@example.kz");
        assert_eq!(answer("a@қазақша.қаз"), "a@xn--80aaa0a0g8xd.xn--80ao21a");
        assert_eq!(answer("a@ПРИМЕР.рф"), "a@xn--e1afmkfd.xn--p1ai");
        assert_eq!(answer("a@example。kz"), "a@example.kz"); // an ideographic full stop
        assert_eq!(answer("a@straße.example"), "a@xn--strae-oqa.example"); // non-transitional
    }

    #[test]
    fn spec_4_spaces_at_the_ends_are_forgiven() {
        for text in [
            " a@example.kz",
            "a@example.kz ",
            "\u{a0}a@example.kz\r\n",
            "\ta@example.kz  ",
        ] {
            assert_eq!(answer(text), "a@example.kz", "{text:?}");
        }
    }

    #[test]
    fn spec_4_forms_that_are_refused_have_their_own_codes() {
        for (text, code) in [
            ("Aigerim <a@example.kz>", "EMAIL_DISPLAY_NAME"),
            ("\"A. S.\" <a@example.kz> ", "EMAIL_DISPLAY_NAME"),
            ("<a@example.kz>", "EMAIL_DISPLAY_NAME"),
            ("a(work)@example.kz", "EMAIL_COMMENT"),
            ("a@example.kz (work)", "EMAIL_COMMENT"),
            ("a@(work)example.kz", "EMAIL_COMMENT"),
            ("a@[192.0.2.1]", "EMAIL_IP_LITERAL"),
            ("a@[IPv6:2001:db8::1]", "EMAIL_IP_LITERAL"),
            ("\"a b\"@example.kz", "EMAIL_QUOTED_LOCAL"),
            ("\"a@b\"@example.kz", "EMAIL_QUOTED_LOCAL"),
            ("\"a(b)\"@example.kz", "EMAIL_QUOTED_LOCAL"),
            ("\"a\\\"(b)\"@example.kz", "EMAIL_QUOTED_LOCAL"),
        ] {
            assert_eq!(answer(text), code, "{text}");
        }
    }

    #[test]
    fn spec_4_what_is_no_address_is_a_matter_of_format() {
        for text in [
            "",
            " ",
            "aigerim",
            "aigerim@",
            "@example.kz",
            "a@b@example.kz",
            "a b@example.kz",
            ".a@example.kz",
            "a.@example.kz",
            "a..b@example.kz",
            "mailto:a@example.kz",
            "a,b@example.kz",
            "\"a@example.kz",
            "a(b@example.kz",
            "a\u{7}@example.kz",
            "айгерим@example.kz", // the local part needs SMTPUTF8
        ] {
            assert_eq!(answer(text), "EMAIL_FORMAT", "{text}");
        }
        let local = "a".repeat(64);
        assert_eq!(
            answer(&format!("{local}@example.kz")),
            format!("{local}@example.kz")
        );
        assert_eq!(answer(&format!("a{local}@example.kz")), "EMAIL_FORMAT");
    }

    #[test]
    fn spec_4_domains_that_mail_cannot_reach_are_refused() {
        let label = "a".repeat(63);
        assert_eq!(answer(&format!("a@{label}.kz")), format!("a@{label}.kz"));
        let long = format!("a@a{label}.kz");
        for text in [
            "a@example",
            "a@example.",
            "a@example.kz.",
            "a@.kz",
            "a@example..kz",
            "a@192.0.2.1",
            "a@example.123",
            "a@-example.kz",
            "a@example-.kz",
            "a@exam_ple.kz",
            "a@exam ple.kz",
            "a@xn--.kz",
            "a@\u{200b}.kz",
            long.as_str(),
        ] {
            assert_eq!(answer(text), "EMAIL_DOMAIN", "{text}");
        }
    }

    #[test]
    fn spec_4_an_address_has_at_most_254_octets() {
        let address = |octets: usize| {
            let labels = format!("{0}.{0}.", "a".repeat(63));
            let start = format!("{}@{labels}", "b".repeat(64));
            format!("{start}{}.kz", "c".repeat(octets - start.len() - 3))
        };
        assert_eq!(address(254).len(), 254);
        assert_eq!(answer(&address(254)), address(254));
        for octets in [255, 300, 5000] {
            let reason = limits().read(&address(octets)).unwrap_err();
            assert_eq!(reason.code, Code::EmailTooLong, "{octets}");
            assert_eq!(
                reason.params.get("length").unwrap().to_string(),
                octets.to_string()
            );
            assert_eq!(reason.params.get("max").unwrap().to_string(), "254");
            assert_eq!(reason.source.unwrap().as_str(), "library-choice");
        }
        // A Cyrillic domain counts in its ASCII form, here longer than the typed one.
        let typed = format!("a@{}.kz", "қаз.".repeat(24).trim_end_matches('.'));
        assert!(typed.len() < 254);
        assert_eq!(answer(&typed), "EMAIL_TOO_LONG");
    }

    #[test]
    fn the_limit_is_bounded() {
        let mut problems = Problems::new();
        let named =
            crate::foundation::json::read(br#"{"a": {"source": "s", "max_octets": 5}}"#, 100)
                .unwrap();
        let _ = EmailEntry::series(named, Place::ROOT, &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.code, p.pointer.as_str()))
            .collect();
        assert_eq!(found, [(Code::ValueBounds, "/a/max_octets")]);
    }

    #[test]
    fn an_address_prints_masked() {
        let email = limits().read("aigerim@mail.example.kz").unwrap();
        assert_eq!(format!("{email:?}"), "a***@***.kz");
    }

    proptest! {
        #[test]
        fn reading_the_canonical_text_again_changes_nothing(
            local in "[a-zA-Z0-9+_-]{1,20}(\\.[a-z0-9]{1,9}){0,2}",
            domain in "([a-zқғңөәұүі0-9]{1,8}\\.){1,3}(kz|қаз|рф)",
        ) {
            let limits = limits();
            let email = limits.read(&format!("{local}@{domain}")).unwrap();
            prop_assert!(email.as_str().is_ascii());
            let local = format!("{local}@");
            prop_assert!(email.as_str().starts_with(&local));
            prop_assert_eq!(&limits.read(email.as_str()).unwrap(), &email);
            let json = serde_json::to_vec(&email).unwrap();
            prop_assert_eq!(crate::foundation::json::read::<EmailAddress>(&json, 2000).unwrap(), email);
        }

        #[test]
        fn arbitrary_text_never_panics(text in "\\PC{0,12}|[a-z@.<>()\\[\\]\" \\\\-]{0,16}") {
            if let Ok(email) = limits().read(&text) {
                prop_assert!(email.as_str().len() <= 254);
            }
        }

        #[test]
        fn debug_shows_neither_local_part_nor_domain(local in "[b-y]{3,9}", domain in "[b-y]{4,9}") {
            let email = limits().read(&format!("a{local}@{domain}.zz")).unwrap();
            let shown = format!("{email:?}");
            prop_assert!(!shown.contains(&local) && !shown.contains(&domain));
        }
    }
}
