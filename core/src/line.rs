//! One line of text that another system hands in: a ticket, a reference, an identifier.

use crate::catalogue::Code;
use crate::problem::Reason;

/// Whether this character steers a terminal or the direction of writing, and prints nothing.
pub(crate) fn is_steering(character: char) -> bool {
    let bidi = matches!(
        character,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    bidi || character.is_control()
}

/// Checks a line of 1 to `max` characters.
///
/// # Errors
/// `TEXT_EMPTY` if there is nothing but spaces, `TEXT_TOO_LONG`, and `TEXT_CONTROL` for control
/// characters, those of the writing direction, and line separators.
pub(crate) fn check_line(text: &str, max: u32) -> Result<(), Reason> {
    if is_blank(text) {
        return Err(Reason::new(Code::TextEmpty));
    }
    check_length(text, max)?;
    // Mostly there is nothing but letters and signs of ASCII, which is seen faster by bytes.
    let plain = |byte: &u8| matches!(byte, b' '..=b'~');
    if text
        .as_bytes()
        .iter()
        .fold(true, |all, byte| all & plain(byte))
    {
        return Ok(());
    }
    let forbidden = |character| is_steering(character) || is_line_separator(character);
    match text.chars().position(forbidden) {
        Some(index) => {
            let position = index.saturating_add(1);
            Err(Reason::new(Code::TextControl).with("position", position))
        }
        None => Ok(()),
    }
}

/// Whether there is nothing, or nothing but spaces.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Checks that a text has at most `max` characters (Unicode scalar values).
///
/// # Errors
/// `TEXT_TOO_LONG`.
pub(crate) fn check_length(text: &str, max: u32) -> Result<(), Reason> {
    // A text has at least as many bytes as characters.
    if u32::try_from(text.len()).is_ok_and(|length| length <= max) {
        return Ok(());
    }
    let length = text.chars().count();
    if u32::try_from(length).is_ok_and(|length| length <= max) {
        return Ok(());
    }
    Err(Reason::new(Code::TextTooLong)
        .with("length", length)
        .with("max", max))
}

/// Unicode's own line and paragraph separators, which are no control characters.
pub(crate) const fn is_line_separator(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_text_and_nothing_that_steers() {
        let code = |text: &str| check_line(text, 5).map_err(|reason| reason.code.as_str());
        assert_eq!(code("Ә-1 ✓"), Ok(()));
        assert_eq!(code(""), Err("TEXT_EMPTY"));
        assert_eq!(code(" \u{a0}"), Err("TEXT_EMPTY"));
        assert_eq!(code("123456"), Err("TEXT_TOO_LONG"));
        for bad in ["a\nb", "a\0b", "a\u{202e}b", "a\u{2028}b", "a\u{85}b"] {
            assert_eq!(code(bad), Err("TEXT_CONTROL"), "{bad:?}");
        }
        let reason = check_line("ab\u{7}", 5).unwrap_err();
        assert_eq!(reason.params.get("position").unwrap().to_string(), "3");
    }
}
