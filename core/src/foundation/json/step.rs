//! The names that may stand in a pointer.
//!
//! A pointer is printed: by `Display`, by loggers, by the messages of exceptions in other
//! languages. The name of a field that somebody typed must not get there: it may be an IIN, an
//! e-mail address, a line break or a command to a terminal.

use std::borrow::Cow;

use crate::foundation::single_line::{is_invisible, is_line_separator};

/// The text in place of a name that is not shown. It needs no escape in a pointer.
pub(crate) const UNKNOWN: &str = "<unknown>";

/// A name that is shown has at most so many characters. A place has at most 32 steps, so that a
/// pointer has at most 2 112 bytes.
const LONGEST: usize = 64;

/// The name of a field has fewer digits: with so many it could be a date of birth.
const DIGITS_OF_A_FIELD: usize = 6;

/// The name of an entry has fewer digits: with so many it could be the number of a passport, a card,
/// a phone or a person. `passport-48-2025` has six.
const DIGITS_OF_AN_ENTRY: usize = 8;

/// The name of a field that its type does not know, as a pointer shows it: 1 to 64 characters of
/// `A`-`Z`, `a`-`z`, `0`-`9`, `_`, `.` and `-`, fewer than six of them digits; else `<unknown>`.
pub(crate) fn shown_field(name: &str) -> &str {
    if is_plain(name, DIGITS_OF_A_FIELD) {
        name
    } else {
        UNKNOWN
    }
}

/// The name of an entry of an operator's file, as pointers and parameters show it. As for a field,
/// but it may have seven digits, be a date, as the dates of a timetable are, or one printable
/// character, as the letters of a table are.
pub(crate) fn shown_entry(name: &str) -> &str {
    if is_plain(name, DIGITS_OF_AN_ENTRY) || is_date(name) || is_one_character(name) {
        name
    } else {
        UNKNOWN
    }
}

fn is_plain(name: &str, digits: usize) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    (1..=LONGEST).contains(&name.len())
        && name.bytes().all(plain)
        && name.bytes().filter(u8::is_ascii_digit).count() < digits
}

/// `true` if the name is written as a civil date: `2026-03-14`.
fn is_date(name: &str) -> bool {
    let shape = |(index, byte): (usize, u8)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    name.len() == 10 && name.bytes().enumerate().all(shape)
}

fn is_one_character(name: &str) -> bool {
    let mut characters = name.chars();
    let hidden = |c: char| is_invisible(c) || is_line_separator(c) || c.is_whitespace();
    matches!((characters.next(), characters.next()), (Some(only), None) if !hidden(only))
}

/// Appends one step to a JSON pointer, escaped as RFC 6901 says.
pub(super) fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    match step {
        "~" => pointer.push_str("~0"),
        "/" => pointer.push_str("~1"),
        // No other name that is shown has one of the two.
        _ => pointer.push_str(step),
    }
}

/// A pointer that anybody may have written, as a log may show it: each step as that of an entry.
pub(crate) fn shown_pointer(pointer: &str) -> Cow<'_, str> {
    let decoded = |step: &str| match step {
        "~0" | "~1" => true,
        step => shown_entry(step) == step,
    };
    if pointer.is_empty() || (pointer.starts_with('/') && pointer.split('/').skip(1).all(decoded)) {
        return Cow::Borrowed(pointer);
    }
    let steps = pointer.split('/').skip(1).take(MOST_STEPS);
    let mut shown = String::new();
    for step in steps {
        shown.push('/');
        shown.push_str(if decoded(step) { step } else { UNKNOWN });
    }
    if shown.is_empty() {
        shown.push_str(UNKNOWN);
    }
    Cow::Owned(shown)
}

/// A pointer that is printed has at most so many steps: no input is nested more deeply.
const MOST_STEPS: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_could_be_about_a_person_is_not_shown() {
        for name in ["emial", "iin2", "a.b-c_D", "v12345", &"x".repeat(64)] {
            assert_eq!(shown_field(name), name);
        }
        let hidden = [
            "",
            "900101300007",
            "900101-300007",
            "123456",
            "1990-01-01",
            "aigerim@example.kz",
            "Серік",
            "two words",
            "a\nb",
            "\u{1b}]0;title\u{7}",
            "a/b",
            "м",
            &"x".repeat(65),
        ];
        for name in hidden {
            assert_eq!(shown_field(name), UNKNOWN, "{name:?}");
        }
    }

    #[test]
    fn an_entry_may_be_a_date_or_a_letter() {
        for name in ["2026-03-14", "Ә", "№", "/", "passport-48-2025"] {
            assert_eq!(shown_entry(name), name);
        }
        for name in ["\u{7}", "\u{202e}", " ", "N12345678", "2026/03/14", "Ән"] {
            assert_eq!(shown_entry(name), UNKNOWN, "{name:?}");
        }
    }

    #[test]
    fn a_pointer_that_somebody_wrote_shows_no_more() {
        for pointer in ["", "/a/1234567/2026-03-14", "/~1", "/letters/Ә"] {
            assert_eq!(shown_pointer(pointer), pointer);
        }
        let cases = [
            ("/applicant/900101300007", "/applicant/<unknown>"),
            ("/a~1b/c", "/<unknown>/c"),
            ("a\nb", UNKNOWN),
            ("x/y", "/y"),
        ];
        for (pointer, shown) in cases {
            assert_eq!(shown_pointer(pointer), shown);
        }
        assert_eq!(shown_pointer(&"/\n".repeat(100_000)).len(), 32 * 10);
    }
}
