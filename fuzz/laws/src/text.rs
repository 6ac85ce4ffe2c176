//! Numbers, addresses and names that somebody types.

use qujat::contact::{EmailAddress, Phone};
use qujat::identity::{CheckedIin, PersonName};
use qujat::{Iin, sms};

use crate::bytes::{Bytes, lossy};
use crate::laws::{check_reason, rules, today, twice};
use crate::slow;

/// Reading an IIN: against the second implementation.
pub fn iin(data: &[u8]) {
    check_iin(&lossy(data));
    // Twelve digits, with the digit that fits in the end.
    let mut digits: Vec<u8> = data.iter().map(|byte| byte % 10).collect();
    digits.resize(11, 0);
    let first: [u8; 11] = std::array::from_fn(|place| digits[place]);
    let last = slow::check_digit(first).unwrap_or(0);
    let text = first.into_iter().chain([last]);
    check_iin(
        &text
            .map(|digit| char::from(b'0' + digit))
            .collect::<String>(),
    );
}

fn check_iin(text: &str) {
    match twice(|| rules().parse_iin(text, today())) {
        Ok(CheckedIin { iin, finding, .. }) => {
            let (born, sex) = slow::iin(text).expect("accepted, and should not be");
            assert_eq!(
                iin.birth_date().expect("a date").to_string(),
                slow::print(born)
            );
            assert_eq!(iin.sex().expect("a sex").as_str(), sex);
            assert_eq!(finding, None);
            let text = text.trim();
            assert_eq!(iin.as_str(), text);
            assert_eq!(Iin::parse(iin.as_str()), Ok(iin));
            assert_eq!(format!("{iin:?}"), format!("**********{}", &text[10..]));
        }
        Err(reason) => {
            assert_eq!(
                slow::iin(text).unwrap_err(),
                reason.code().as_str(),
                "{text:?}"
            );
            check_reason(&reason);
        }
    }
}

/// Reading a phone number.
pub fn phone(data: &[u8]) {
    let text = lossy(data);
    match twice(|| rules().parse_phone(&text, today())) {
        Ok(phone) => {
            let national = phone.as_str().strip_prefix("+7").expect("E.164");
            assert!(slow::is_mobile(national), "{national} is no mobile number");
            let typed: String = text.chars().filter(char::is_ascii_digit).collect();
            assert!(typed.ends_with(national), "{text:?} became {national}");
            assert_eq!(rules().parse_phone(phone.as_str(), today()), Ok(phone));
            assert_eq!(Phone::from_e164(phone.as_str()), Ok(phone));
            assert!(!format!("{phone:?}").contains(&national[..6]));
        }
        Err(reason) => check_reason(&reason),
    }
    // Ten digits are a mobile number if and only if their range is one, however they are grouped.
    let mut bytes = Bytes(data);
    let digits: String = (0..10)
        .map(|_| char::from(b'0' + bytes.byte() % 10))
        .collect();
    let national = format!("7{}", &digits[1..]);
    let (code, rest) = national.split_at(3);
    for form in [
        format!("+7{national}"),
        format!("8{national}"),
        format!("7{national}"),
        format!("+7 ({code}) {}-{}-{}", &rest[..3], &rest[3..5], &rest[5..]),
        format!("8 {code} {rest}"),
        national.clone(),
        format!(" ({code}) {rest}\n"),
    ] {
        let read = rules().parse_phone(&form, today());
        assert_eq!(read.is_ok(), slow::is_mobile(&national), "{form}: {read:?}");
    }
}

/// Reading an e-mail address.
pub fn email(data: &[u8]) {
    let text = lossy(data);
    match twice(|| rules().parse_email(&text, today())) {
        Ok(email) => {
            let address = email.as_str();
            assert!(address.len() <= 254, "{} octets", address.len());
            let (local, domain) = address.rsplit_once('@').expect("an @");
            assert!(!local.contains('@') && (1..=64).contains(&local.len()));
            let (typed, _) = text.trim().rsplit_once('@').expect("an @");
            assert_eq!(local, typed, "the part before @ was changed");
            assert!(domain.is_ascii() && !domain.contains(|c: char| c.is_ascii_uppercase()));
            let labels: Vec<&str> = domain.split('.').collect();
            assert!(labels.len() >= 2 && domain.len() <= 253);
            for label in labels {
                assert!((1..=63).contains(&label.len()), "{domain}");
                assert!(!label.starts_with('-') && !label.ends_with('-'), "{domain}");
                assert!(
                    label
                        .bytes()
                        .all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
                );
            }
            assert!(!address.contains(|c: char| c.is_control() || c.is_whitespace()));
            assert!(!address.contains(['"', '(', ')', '<', '>', ',', ';', ':', '[', ']', '\\']));
            assert_eq!(rules().parse_email(address, today()).as_ref(), Ok(&email));
            assert_eq!(EmailAddress::from_text(address), Ok(email));
        }
        Err(reason) => check_reason(&reason),
    }
}

/// Reading a name, and writing it in Latin letters.
pub fn names(data: &[u8]) {
    let text = lossy(data);
    match twice(|| rules().parse_name(&text, today())) {
        Ok(name) => {
            let printed = name.as_str();
            assert!(printed.chars().count() <= text.chars().count());
            let spaced = format!("\t{} \u{a0}", printed.replace(' ', " \u{2003}"));
            assert_eq!(rules().parse_name(&spaced, today()).as_ref(), Ok(&name));
            assert!(!printed.contains("  ") && printed.trim() == printed);
            assert_eq!(rules().parse_name(printed, today()).as_ref(), Ok(&name));
            assert_eq!(PersonName::from_text(printed).as_ref(), Ok(&name));
            assert!(name.is_same(&name));
            let capitals = printed.to_uppercase();
            let capitals = rules()
                .parse_name(&capitals, today())
                .expect("capitals of a name");
            assert!(name.is_same(&capitals) && capitals.is_same(&name));
            let latin = rules()
                .latin_name(&name, today())
                .expect("every letter has a form");
            assert!(
                latin
                    .bytes()
                    .all(|b| matches!(b, b'A'..=b'Z' | b'-' | b' ' | b'\''))
            );
            assert_eq!(rules().latin_name(&capitals, today()), Ok(latin.clone()));
            let zone = rules()
                .machine_readable_name(&name, today())
                .expect("as before");
            assert!(
                zone.bytes().all(|b| matches!(b, b'A'..=b'Z' | b'<')),
                "{zone}"
            );
            let letters = |text: &str| text.replace(['-', ' ', '\'', '<'], "");
            assert_eq!(letters(&zone), letters(&latin));
            assert!(!format!("{name:?}").contains(printed));
        }
        Err(reason) => check_reason(&reason),
    }
    // A name by its form alone.
    if let Ok(name) = PersonName::from_text(&text) {
        assert_eq!(PersonName::from_text(name.as_str()).as_ref(), Ok(&name));
        assert!(name.is_same(&name));
    }
}

/// Counting the segments of a short message: against the second implementation.
pub fn sms(data: &[u8]) {
    let mut bytes = Bytes(data);
    // Repeated, so that short inputs reach the limits of segments.
    let times = usize::from(bytes.byte()) + 1;
    let text = lossy(bytes.0).repeat(times);
    for text in [text.as_str(), &lossy(data)] {
        let count = twice(|| sms::count(text));
        let found = (count.encoding.as_str(), count.units, count.segments);
        assert_eq!(found, slow::sms(text), "{text:?}");
    }
}
