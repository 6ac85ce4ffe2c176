//! Domains that many people have their mail at, and slips of the fingers: SPEC 4.

use std::collections::BTreeMap;

use super::email::{EmailAddress, is_deliverable};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::json::Place;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

dated! {
    /// Domains that many people have their mail at. Section `email_domains` of the rulebook.
    #[derive(Clone, Debug)]
    pub(crate) struct EmailDomainsEntry {
        /// The domains in lower-case ASCII form, the most common ones first: at most 100.
        #[cfg_attr(feature = "schema", schemars(length(max = MOST_DOMAINS)))]
        pub(crate) domains: Vec<String>,
    }
}

/// An address is compared with so many domains at most.
const MOST_DOMAINS: usize = 100;

impl EmailDomainsEntry {
    /// Compiles the section `email_domains`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, EmailDomainsEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<EmailDomainsEntry> {
        for (name, entry) in &named {
            let entry_at = at.field(name);
            let at = entry_at.field("domains");
            let bounds = |detail: String| Reason::new(Code::ValueBounds).with("detail", detail);
            if entry.domains.len() > MOST_DOMAINS {
                let reason = bounds(format!("at most {MOST_DOMAINS} domains"));
                problems.push(reason.at(at.pointer()));
            }
            for (index, domain) in entry.domains.iter().take(MOST_DOMAINS).enumerate() {
                let small = !domain.bytes().any(|byte| byte.is_ascii_uppercase());
                if !(small && domain.is_ascii() && is_deliverable(domain)) {
                    let reason = bounds("a domain in lower-case ASCII form".to_owned());
                    problems.push(reason.at(at.index(index).pointer()));
                }
            }
        }
        Series::new("email_domains", named, Gaps::Refused, at, problems)
    }

    /// `EMAIL_DOMAIN_SUGGESTED` if the address's domain is not in the list, but one slip away from
    /// a domain that is: the first of them is suggested.
    pub(crate) fn suggestion(&self, email: &EmailAddress) -> Option<Reason> {
        let typed = email.domain();
        if self.domains.iter().any(|domain| domain == typed) {
            return None;
        }
        let mut domains = self.domains.iter();
        let meant = domains.find(|domain| is_one_slip(typed, domain))?;
        let reason = Reason::new(Code::EmailDomainSuggested).with("domain", meant.as_str());
        Some(reason.cite(self.source))
    }
}

/// `true` if one slip makes one text of the other: one character more or less, one character for
/// another, or two neighbours swapped. Both are ASCII.
fn is_one_slip(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([first, left_rest @ ..], [other, right_rest @ ..]) = (left, right)
        && first == other
    {
        (left, right) = (left_rest, right_rest);
    }
    while let ([left_rest @ .., last], [right_rest @ .., other]) = (left, right)
        && last == other
    {
        (left, right) = (left_rest, right_rest);
    }
    match (left, right) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([first, second], [other_first, other_second]) => {
            first == other_second && second == other_first
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;
    use proptest::prelude::*;

    fn read(text: &str) -> (Series<EmailDomainsEntry>, Vec<(Code, String)>) {
        let named = crate::foundation::json::read(text.as_bytes(), 100_000).unwrap();
        let mut problems = Problems::new();
        let series = EmailDomainsEntry::series(named, Place::ROOT, &mut problems);
        (
            series,
            problems.into_iter().map(|p| (p.code, p.pointer)).collect(),
        )
    }

    fn shipped() -> EmailDomainsEntry {
        let (series, problems) = read(crate::rulebook::shipped_section("email_domains"));
        assert!(problems.is_empty(), "{problems:?}");
        series
            .on(Day::parse("2026-02-10").unwrap())
            .unwrap()
            .clone()
    }

    fn suggested(domain: &str) -> Option<String> {
        let email = EmailAddress::from_text(&format!("serik@{domain}")).unwrap();
        let reason = shipped().suggestion(&email)?;
        assert_eq!(reason.code, Code::EmailDomainSuggested);
        Some(reason.params.get("domain").unwrap().to_string())
    }

    #[test]
    fn spec_4_a_domain_one_slip_away_from_a_common_one_is_suggested() {
        for (typed, meant) in [
            ("gmail.con", "gmail.com"),
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("GMAIL.CM", "gmail.com"),
            ("mail.ry", "mail.ru"),
            ("mial.ru", "mail.ru"),
            ("yandex.kzz", "yandex.kz"),
        ] {
            assert_eq!(suggested(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn spec_4_common_domains_and_those_of_two_slips_are_let_be() {
        for domain in shipped().domains {
            assert_eq!(suggested(&domain), None);
        }
        for typed in [
            "example.kz",
            "gmial.con",
            "gnail.con",
            "mail.gov.kz",
            "gmail.com.kz",
        ] {
            assert_eq!(suggested(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_section_out_of_bounds_is_rejected_with_every_place() {
        let domains = |list: &str| format!(r#"{{"a": {{"source": "s", "domains": [{list}]}}}}"#);
        let (_, problems) = read(&domains(r#""a.kz", "A.kz", "қаз.kz", "kz", "a@b.kz""#));
        let expected = [1, 2, 3, 4].map(|at| (Code::ValueBounds, format!("/a/domains/{at}")));
        assert_eq!(problems, expected);
        let (_, problems) = read(&domains(&vec![r#""a.kz""#; 101].join(",")));
        assert_eq!(problems, [(Code::ValueBounds, "/a/domains".to_owned())]);
    }

    /// Every text that one slip makes of this one.
    fn slips(text: &str) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        let mut slips = Vec::new();
        for place in 0..=characters.len() {
            let (before, after) = characters.split_at(place);
            let mut add = |middle: &[char], after: &[char]| {
                slips.push(before.iter().chain(middle).chain(after).collect());
            };
            for letter in 'a'..='c' {
                add(&[letter], after);
                if let [_, rest @ ..] = after {
                    add(&[letter], rest);
                }
            }
            if let [_, rest @ ..] = after {
                add(&[], rest);
            }
            if let [first, second, rest @ ..] = after {
                add(&[*second, *first], rest);
            }
        }
        slips
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn one_slip_is_what_it_is_said_to_be(left in "[abc]{0,6}", right in "[abc]{0,6}") {
            let expected = left != right && slips(&left).contains(&right);
            prop_assert_eq!(is_one_slip(&left, &right), expected);
            prop_assert_eq!(is_one_slip(&right, &left), expected);
        }
    }
}
