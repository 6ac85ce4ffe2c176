//! One line of text that another system hands in: a ticket, a reference, an identifier.

use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;

/// `true` if this character prints nothing of its own, so that it could hide words, turn their
/// direction or make two texts look the same. No text of this service needs one: emoji and letters
/// of other scripts lose a shade of their look at most.
///
/// - Control characters.
/// - Unicode's `Default_Ignorable_Code_Point`: joiners, spaces without width, soft hyphens, marks of
///   direction, variation selectors, fillers, tags and invisible operators.
/// - The other characters of format that print nothing: marks of interlinear annotations, and joiners
///   of hieroglyphs. The signs that enclose numbers in Arabic print something.
/// - Noncharacters.
pub(crate) const fn is_invisible(character: char) -> bool {
    match character {
        // Almost all texts have nothing else.
        ' '..='~' | '\u{400}'..='\u{60b}' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' => {
            true
        }
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => true,
        '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' => true,
        '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' => true,
        '\u{fdd0}'..='\u{fdef}' => true,
        other => matches!(other as u32 & 0xffff, 0xfffe | 0xffff),
    }
}

/// Checks a line of 1 to `max` characters.
///
/// # Errors
/// `TEXT_EMPTY` if there is nothing but spaces, `TEXT_TOO_LONG`, and `TEXT_CONTROL` for invisible
/// characters and line separators.
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
    let forbidden = |character| is_invisible(character) || is_line_separator(character);
    match text.chars().position(forbidden) {
        Some(index) => {
            let position = index.saturating_add(1);
            Err(Reason::new(Code::TextControl).with("position", position))
        }
        None => Ok(()),
    }
}

/// `true` for an empty text, and for spaces alone.
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
    use icu_properties::props::{
        DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint,
        PrependedConcatenationMark,
    };
    use icu_properties::{CodePointMapData, CodePointSetData};

    /// By Unicode's own tables.
    #[test]
    fn invisible_characters_are_those_that_print_nothing() {
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        let noncharacter = CodePointSetData::new::<NoncharacterCodePoint>();
        let printed_format = CodePointSetData::new::<PrependedConcatenationMark>();
        let category = CodePointMapData::<GeneralCategory>::new();
        for character in '\0'..=char::MAX {
            let expected = match category.get(character) {
                GeneralCategory::Control => true,
                GeneralCategory::Format => !printed_format.contains(character),
                _ => ignorable.contains(character) || noncharacter.contains(character),
            };
            assert_eq!(is_invisible(character), expected, "{character:?}");
        }
    }

    #[test]
    fn a_line_has_text_and_nothing_that_steers() {
        let code = |text: &str| check_line(text, 5).map_err(|reason| reason.code.as_str());
        assert_eq!(code("Ә-1 ✓"), Ok(()));
        assert_eq!(code(""), Err("TEXT_EMPTY"));
        assert_eq!(code(" \u{a0}"), Err("TEXT_EMPTY"));
        assert_eq!(code("123456"), Err("TEXT_TOO_LONG"));
        for bad in [
            "a\nb",
            "a\0b",
            "a\u{202e}b",
            "a\u{2028}b",
            "a\u{85}b",
            "a\u{200b}b",
            "a\u{e0041}b",
        ] {
            assert_eq!(code(bad), Err("TEXT_CONTROL"), "{bad:?}");
        }
        let reason = check_line("ab\u{7}", 5).unwrap_err();
        assert_eq!(reason.params.get("position").unwrap().to_string(), "3");
    }
}
