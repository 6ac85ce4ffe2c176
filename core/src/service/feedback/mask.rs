//! Free text without control characters and without the numbers and addresses of persons.

use super::addresses::mask_addresses;
use crate::foundation::problem::Result;
use crate::foundation::single_line::{check_length, is_invisible, is_line_separator};

/// The mask in the place of a number or an address.
pub(super) const MASK: &str = "***";
/// From this many digits on, a number is taken for a phone number or an IIN: a mobile number
/// without its prefix has 10.
const MIN_DIGITS: u32 = 10;

/// Cleans and masks a comment or a suggestion.
///
/// Characters that print nothing are removed; line breaks of any kind become `\n`. Then each of these
/// becomes `***`:
/// - an e-mail address: anything without spaces that has an `@` between letters or digits, or that is
///   written with `(at)`, ` at ` or `(dot)`, in Kazakh, Russian or English;
/// - a number of 10 digits or more, such as a phone number, an IIN or a bank card, in digits of any
///   script, with or without spaces, dashes, dots, slashes, brackets and the like between them, one
///   line break included, and with its `+`. Commas and colons count if a digit follows directly.
///
/// A date with a time can be taken for a number: rather too much is masked than too little. Masking
/// a masked text changes nothing.
///
/// # Errors
/// `TEXT_TOO_LONG` if the cleaned text has more than `max_characters`; nothing is cut off.
///
/// ```
/// use qujat::feedback::mask;
/// let text = mask("Call +7 (701) 123-45-67,\r\nor write to a@example.kz.", 100).unwrap();
/// assert_eq!(text, "Call ***,\nor write to ***.");
/// ```
pub fn mask(text: &str, max_characters: u32) -> Result<String> {
    let text = clean(text);
    check_length(&text, max_characters)?;
    // Addresses come first: their digits would otherwise break them up.
    let (addresses, has_doubt) = mask_addresses(&text);
    let masked = mask_numbers(&addresses);
    // A number may have hidden the end of a domain, and is gone now.
    if has_doubt && masked != addresses {
        return Ok(mask_addresses(&masked).0);
    }
    Ok(masked)
}

/// The text with `\n` for each line break, and without characters that print nothing.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut before = '\0';
    for character in text.chars() {
        match character {
            '\n' if before == '\r' => {}
            '\n' | '\r' => cleaned.push('\n'),
            other if is_line_separator(other) => cleaned.push('\n'),
            other if is_invisible(other) => {}
            other => cleaned.push(other),
        }
        before = character;
    }
    cleaned
}

fn mask_numbers(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find(is_digit).and_then(|at| rest.split_at_checked(at)) {
        let run = Run::at_start(from);
        let Some((number, after)) = from.split_at_checked(run.bytes) else {
            break;
        };
        if run.digits >= MIN_DIGITS {
            masked.push_str(without_opening(before));
            masked.push_str(MASK);
            rest = after;
        } else {
            // A long number may begin on the line after a short one.
            let (line, _) = number.split_once('\n').unwrap_or((number, ""));
            masked.push_str(before);
            masked.push_str(line);
            rest = from.get(line.len()..).unwrap_or_default();
        }
    }
    masked.push_str(rest);
    masked
}

/// Digits, and separators between them.
#[derive(Default)]
struct Run {
    digits: u32,
    bytes: usize,
}

impl Run {
    /// The longest run at the start of this text, which ends with a digit.
    fn at_start(text: &str) -> Run {
        let mut run = Run::default();
        let mut has_break = false;
        let mut characters = text.char_indices().peekable();
        while let Some((start, character)) = characters.next() {
            let next = characters.peek().map(|(_, next)| *next);
            if is_digit(character) {
                run.digits = run.digits.saturating_add(1);
                run.bytes = start.saturating_add(character.len_utf8());
            } else if character == '\n' {
                // Lists of small numbers stay.
                if has_break {
                    break;
                }
                has_break = true;
            } else {
                let is_close = is_close_separator(character) && next.is_some_and(is_digit);
                if !is_separator(character) && !is_close {
                    break;
                }
            }
        }
        run
    }
}

/// Digits of any script, and characters that show one, such as `①`.
fn is_digit(character: char) -> bool {
    character.is_numeric()
}

/// The characters that people write between the digits of a number.
fn is_separator(character: char) -> bool {
    let mark = "-._/\\()[]{}<>|~'\"`=#&^№·•⁄∕（）－．／＿".contains(character);
    // Dashes, and the key around a digit.
    let dash = matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{20e3}');
    character.is_whitespace() || mark || dash
}

/// The separators that also part numbers from each other, and then have a space after them.
fn is_close_separator(character: char) -> bool {
    ",;:，、".contains(character)
}

/// The text before a number, without the number's own `+` or opening bracket. A bracket that
/// follows a word directly stays: it keeps the word and the mask apart.
fn without_opening(before: &str) -> &str {
    if let Some(shorter) = before.strip_suffix(['+', '＋']) {
        return shorter;
    }
    match before.strip_suffix('(') {
        Some(shorter) if shorter.is_empty() || shorter.ends_with(char::is_whitespace) => shorter,
        _ => before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn masked(text: &str) -> String {
        mask(text, 2000).unwrap()
    }

    #[test]
    fn phone_numbers_are_masked() {
        for phone in [
            "87011234567",
            "+77011234567",
            "7011234567",
            "+7 701 123 45 67",
            "8 (701) 123-45-67",
            "(701) 123.45.67",
            "8-701-123-45-67",
            "8\u{a0}701\u{a0}123\u{2011}45\u{2011}67",
            "８７０１１２３４５６７",
            "٨٧٠١١٢٣٤٥٦٧",
            "8701\u{200b}1234567",
            "8️⃣7️⃣0️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7",
            "+8 800 080 77 77",
        ] {
            assert_eq!(masked(&format!("тел. {phone}, Әлия")), "тел. ***, Әлия");
        }
    }

    #[test]
    fn iins_are_masked() {
        assert_eq!(masked("ИИН 900101300007."), "ИИН ***.");
        assert_eq!(masked("ЖСН:900101 300007"), "ЖСН:***");
        assert_eq!(masked("iin=900101-300007;"), "iin=***;");
        // Tabs are control characters: they go before the digits are counted.
        assert_eq!(masked("900101\t300007"), "***");
    }

    #[test]
    fn numbers_are_masked_in_every_spelling() {
        for separator in [
            " ",
            "  ",
            "-",
            ".",
            ",",
            "/",
            "_",
            "\\",
            "|",
            ":",
            ";",
            "\u{a0}",
            "\u{2009}",
            "–",
            "—",
            "·",
            "'",
            "\"",
            "`",
            "~",
            "=",
            "#",
            "&",
            "^",
            ") (",
            "][",
            " - ",
            " / ",
            "\u{200b}",
            "\u{ad}",
            "\u{e0020}",
            "\u{fe0f}\u{20e3}",
            "\t",
        ] {
            let iin = ["900", "101", "300", "007"].join(separator);
            assert_eq!(
                masked(&format!("ИИН {iin} а")),
                "ИИН *** а",
                "{separator:?}"
            );
        }
        for gap in ["\n", "\r\n", " \n ", "\u{2028}", "-\n"] {
            assert_eq!(
                masked(&format!("а 900101{gap}300007 б")),
                "а *** б",
                "{gap:?}"
            );
            assert_eq!(
                masked(&format!("1\n900101{gap}300007")),
                "1\n***",
                "{gap:?}"
            );
        }
    }

    #[test]
    fn numbers_side_by_side_are_masked_too() {
        assert_eq!(masked("87011234567 87021234567"), "***");
        assert_eq!(masked("87011234567/87021234567"), "***");
        assert_eq!(masked("87011234567, 87021234567"), "***, ***");
        assert_eq!(masked("87011234567; +77021234567"), "***; ***");
    }

    #[test]
    fn emails_are_masked() {
        for email in [
            "aigerim@example.kz",
            "a.b+c@mail.example.kz",
            "87011234567@example.kz",
            "почта@пример.қаз",
            "a＠example.kz",
            "\"a\"@example.kz",
        ] {
            let text = masked(&format!("Жазыңыз: {email}."));
            assert!(
                text.starts_with("Жазыңыз: ") && text.ends_with("***."),
                "{text}"
            );
            assert!(!text.contains(['@', '＠']), "{text}");
        }
        assert_eq!(masked("<a@example.kz>,b@example.kz"), "<***>,***");
        assert_eq!(masked("mailto:a@example.kz"), "mailto:***");
    }

    #[test]
    fn emails_are_masked_in_every_spelling() {
        for email in [
            "serik(at)example.kz",
            "serik [at] example.kz",
            "serik { AT } example [dot] kz",
            "serik at example.kz",
            "serik at example dot kz",
            "serik @ example.kz",
            "serik@ example.kz",
            "serik @example.kz",
            "serik(@)example.kz",
            "serik<at>example(dot)kz",
            "serik(собака)example.kz",
            "серик собака пример точка қаз",
            "serik.u(at)mail.example.kz",
            "a@example(dot)kz",
        ] {
            assert_eq!(
                masked(&format!("Жазыңыз: {email}, а")),
                "Жазыңыз: ***, а",
                "{email}"
            );
        }
        for text in [
            "встретил в кафе @ центр",
            "look at this. Then go at 10.30",
            "моя собака спит. Точка.",
            "at example.kz",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn addresses_with_a_number_in_their_domain_are_masked() {
        for text in [
            "serik @ example.kz1300007\"0000000",
            "serik @ 1300007 00000.kz",
            "serik @ example.kz dot 1300007000",
            "serik (at) (1300007000.kz",
        ] {
            assert_eq!(masked(text), masked(&masked(text)), "{text}");
            assert!(!masked(text).contains("serik"), "{text}");
        }
    }

    #[test]
    fn other_text_stays() {
        for text in [
            "",
            "Всё быстро, 10 минут!",
            "От 10.02.2026 до 11.02.2026 г.",
            "2024\n2025\n2026",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
            "5/5, 4/5, 5/5, 5/5, 5/5",
            "123456789",
            "@qujat, 5 @ 5",
            "Рақмет 👍🏽, ӘҒҚҢӨҰҮҺІ",
            "1) быстро 2) вежливо",
            "***",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn control_characters_go_and_line_breaks_stay() {
        assert_eq!(masked("a\r\nb\rc\nd"), "a\nb\nc\nd");
        assert_eq!(masked("a\0b\u{1b}[31mc\u{7f}\u{85}d"), "ab[31mcd");
        assert_eq!(masked("a\u{202e}b\u{2066}c\u{200f}d\u{61c}e"), "abcde");
        assert_eq!(masked("a\u{2028}b"), "a\nb");
        assert_eq!(masked("8701\u{202e}1234567"), "***");
    }

    #[test]
    fn too_long_a_text_is_refused_and_not_cut() {
        assert_eq!(mask("әәә", 3).unwrap(), "әәә");
        let reason = mask("әәәә", 3).unwrap_err();
        assert_eq!(reason.code().as_str(), "TEXT_TOO_LONG");
        let params = serde_json::to_value(&reason.first().params).unwrap();
        assert_eq!(params, serde_json::json!({"length": 4, "max": 3}));
        // Removed characters do not count; masked ones do.
        assert!(mask("ә\0ә\r\n", 3).is_ok());
        assert!(mask("87011234567", 10).is_err());
    }

    proptest! {
        #[test]
        fn masking_spelt_addresses_is_idempotent(
            text in "(a|9|1300007000|at|dot|собака| |\\(|\\)|\\[|\\]|@|\\.|kz|-|\\*|,|\n){0,20}"
        ) {
            let once = masked(&text);
            prop_assert!(once.chars().count() <= text.chars().count());
            prop_assert_eq!(masked(&once), once);
        }

        #[test]
        fn masking_is_idempotent(text in "[a9０٣@＠.+()\\[ \n*,\"'\\-\u{200b}]{0,40}") {
            let once = masked(&text);
            prop_assert_eq!(masked(&once), once);
        }

        #[test]
        fn masking_any_text_is_idempotent_and_never_longer(text in "\\PC{0,60}|(?s).{0,60}") {
            let once = masked(&text);
            prop_assert!(once.chars().count() <= text.chars().count());
            prop_assert_eq!(masked(&once), once);
        }

        #[test]
        fn no_long_number_gets_through(text in "[ab0-9 .()+*\\-]{0,60}") {
            let longest = masked(&text)
                .split(|c: char| !c.is_ascii_digit())
                .map(str::len)
                .max();
            prop_assert!(longest < Some(10));
        }

        #[test]
        fn no_address_gets_through(local in "[a-z0-9._]{0,8}[a-z0-9]", host in "[a-z0-9]{1,8}",
            before in "[ (<:,]", after in "[ )>.,!?]") {
            let text = format!("x{before}{local}@{host}.kz{after}");
            prop_assert!(!masked(&text).contains('@'));
        }
    }
}
