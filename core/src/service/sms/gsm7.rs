//! The GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1) and its extension table (6.2.1.1).

/// Septets that a character takes: 1 in the default alphabet, 2 in the extension table; `None` if
/// it is in neither.
pub(super) const fn size(character: char) -> Option<u32> {
    match character {
        '\x0c' | '^' | '{' | '}' | '\\' | '[' | '~' | ']' | '|' | '€' => Some(2),
        '`' => None,
        '\n' | '\r' | ' '..='_' | 'a'..='z' => Some(1),
        '£' | '¥' | 'è' | 'é' | 'ù' | 'ì' | 'ò' | 'Ç' | 'Ø' | 'ø' | 'Å' | 'å' | 'Δ' | 'Φ' | 'Γ'
        | 'Λ' | 'Ω' | 'Π' | 'Ψ' | 'Σ' | 'Θ' | 'Ξ' | 'Æ' | 'æ' | 'ß' | 'É' | '¤' | '¡' | 'Ä'
        | 'Ö' | 'Ñ' | 'Ü' | '§' | '¿' | 'ä' | 'ö' | 'ñ' | 'ü' | 'à' => Some(1),
        _ => None,
    }
}

/// Septets that a text takes; `None` if a character is not in GSM-7.
pub(super) fn septets(text: &str) -> Option<u32> {
    text.chars()
        .try_fold(0u32, |sum, character| sum.checked_add(size(character)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of the standard, in its order; position 0x1B is the escape to the extension.
    const DEFAULT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1b}ÆæßÉ !\"#¤%&'()*+,-./\
        0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    const EXTENSION: &str = "\x0c^{}\\[~]|€";

    #[test]
    fn the_tables_are_complete_and_nothing_else_is_in_them() {
        assert_eq!(DEFAULT.chars().count(), 128);
        for character in '\0'..=char::MAX {
            let expected = if character == '\u{1b}' {
                None
            } else if EXTENSION.contains(character) {
                Some(2)
            } else if DEFAULT.contains(character) {
                Some(1)
            } else {
                None
            };
            assert_eq!(size(character), expected, "{character:?}");
        }
    }

    /// Letters that look alike but are not in the alphabet.
    #[test]
    fn look_alikes_are_not_gsm7() {
        for text in ["ç", "ı", "ғ", "А", "’", "—", "\u{a0}", "`", "\t"] {
            assert_eq!(septets(text), None, "{text}");
        }
    }
}
