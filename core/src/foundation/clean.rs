//! Text that came from outside, made safe to print in a text of ours.

use std::borrow::Cow;

use crate::foundation::single_line::{is_invisible, is_line_separator};

/// The text on one line, without characters that print nothing.
///
/// Line breaks, tabs and other control characters that separate words become one space for each
/// run, so that no header or paragraph can be smuggled in and no words grow together. All other
/// [invisible characters](is_invisible) go.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    // The test of bytes goes on to the end in any case, so that it is vectorised.
    let suspect = text
        .bytes()
        .fold(false, |any, byte| any | begins_suspect(byte));
    if suspect && text.chars().any(|c| kind(c) != Kind::Kept) {
        Cow::Owned(cleaned(text))
    } else {
        Cow::Borrowed(text)
    }
}

fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_break = false;
    for character in text.chars() {
        match kind(character) {
            Kind::Kept => out.push(character),
            Kind::Break if !after_break => out.push(' '),
            Kind::Break | Kind::Removed => {}
        }
        // A removed character between two breaks does not part them.
        after_break = match kind(character) {
            Kind::Kept => false,
            Kind::Break => true,
            Kind::Removed => after_break,
        };
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kept,
    Break,
    Removed,
}

fn kind(character: char) -> Kind {
    match character {
        '\t'..='\r' | '\u{85}' => Kind::Break,
        other if is_line_separator(other) => Kind::Break,
        other if is_invisible(other) => Kind::Removed,
        _ => Kind::Kept,
    }
}

/// `true` if a character that is not kept can begin with this byte of UTF-8. Most texts have no
/// such byte, and this test is much faster than one by characters.
fn begins_suspect(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn header_injection_and_direction_marks_are_gone() {
        assert_eq!(clean("Астана\r\nBcc: a@b.kz"), "Астана Bcc: a@b.kz");
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200f}d\u{61c}e"), "abcde");
        assert_eq!(clean("\u{0}a\u{7}\u{7f}\u{9b}b"), "ab");
        assert_eq!(clean("a\u{2028}\u{85}b"), "a b");
        assert_eq!(clean("a\n\u{0}\nb"), "a b");
    }

    #[test]
    fn characters_that_print_nothing_are_gone() {
        assert_eq!(clean("a\u{200b}b\u{ad}c\u{feff}d\u{2060}e"), "abcde");
        assert_eq!(
            clean("a\u{e0041}\u{e007f}b\u{fe0f}c\u{fffe}d\u{115f}e"),
            "abcde"
        );
        assert_eq!(clean("👩\u{200d}👧"), "👩👧");
    }

    #[test]
    fn good_text_is_not_copied() {
        for text in ["", "«Астана» №1, қ. 5", "Қажымұқан 10/2"] {
            assert!(matches!(clean(text), Cow::Borrowed(same) if same == text));
        }
    }

    proptest! {
        #[test]
        fn nothing_but_the_unwanted_is_lost(text in any::<String>()) {
            let clean = clean(&text);
            prop_assert!(!clean.chars().any(char::is_control));
            let kept: String = text.chars().filter(|c| kind(*c) == Kind::Kept && *c != ' ').collect();
            prop_assert_eq!(clean.replace(' ', ""), kept);
        }

        #[test]
        fn every_unwanted_character_begins_with_a_suspect_byte(character in any::<char>()) {
            let mut bytes = [0; 4];
            let first = character.encode_utf8(&mut bytes).bytes().next().unwrap();
            prop_assert!(kind(character) == Kind::Kept || begins_suspect(first));
        }
    }
}
