//! Short messages: their alphabets, the number of segments of a text, and writing it in Latin
//! letters.

mod gsm7;
mod letters;
mod policy;

use qujat_export::export;

use crate::foundation::words::words;

pub(crate) use policy::{SmsEntry, SmsLettersEntry, SmsPolicies};
pub use policy::{SmsMode, SmsPolicy};

words! {
    /// The alphabet in which a short message is sent.
    #[export(code)]
    SmsEncoding {
        /// The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1).
        Gsm7 = "gsm7",
        /// Two octets for each UTF-16 unit (3GPP TS 23.038, 6.2.3).
        Ucs2 = "ucs2",
    }
}

/// The cost of sending a text as short messages.
#[export(record, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct SmsCount {
    /// The alphabet that the text needs.
    pub encoding: SmsEncoding,
    /// The length: septets for GSM-7, where characters of the extension table count twice, or
    /// UTF-16 units for UCS-2.
    pub units: u32,
    /// The number of messages it is sent as; 0 for an empty text, which is not sent.
    pub segments: u32,
}

impl SmsEncoding {
    /// Units that fit into a message that is sent alone.
    const fn alone(self) -> u32 {
        match self {
            SmsEncoding::Gsm7 => 160,
            SmsEncoding::Ucs2 => 70,
        }
    }

    /// Units that fit into one of several messages, in addition to the header that joins them.
    const fn joined(self) -> u32 {
        match self {
            SmsEncoding::Gsm7 => 153,
            SmsEncoding::Ucs2 => 67,
        }
    }
}

/// Counts the segments of a text. A text with a character outside GSM-7 is sent in UCS-2 as a
/// whole. The two septets of an extension character, and the two units of a surrogate pair, stay
/// in one segment, even if the one before keeps a unit free.
///
/// ```
/// use qujat::sms::SmsEncoding;
/// use qujat::sms;
/// let count = sms::count("Кәрім, €5");
/// assert_eq!((count.encoding, count.units, count.segments), (SmsEncoding::Ucs2, 9, 1));
/// let count = sms::count("Karim, €5");
/// assert_eq!((count.encoding, count.units, count.segments), (SmsEncoding::Gsm7, 10, 1));
/// ```
#[must_use]
pub fn count(text: &str) -> SmsCount {
    match gsm7::septets(text) {
        Some(units) => {
            // Without extension characters every character is one septet, and segments are full.
            let pairs = units != characters(text);
            let sizes = || text.chars().filter_map(gsm7::size);
            of(SmsEncoding::Gsm7, units, pairs.then_some(sizes()))
        }
        None => {
            let surrogates = text.bytes().filter(|byte| *byte >= 0xf0).count();
            let units = characters(text).saturating_add(number(surrogates));
            let sizes = || text.chars().map(|c| number(c.len_utf16()));
            of(
                SmsEncoding::Ucs2,
                units,
                (surrogates > 0).then_some(sizes()),
            )
        }
    }
}

/// `sizes` are those of the characters, if there are any that take two units.
fn of(encoding: SmsEncoding, units: u32, sizes: Option<impl Iterator<Item = u32>>) -> SmsCount {
    let segments = if units <= encoding.alone() {
        u32::from(units > 0)
    } else if let Some(sizes) = sizes {
        pack(sizes, encoding.joined())
    } else {
        units.div_ceil(encoding.joined())
    };
    SmsCount {
        encoding,
        units,
        segments,
    }
}

/// The number of segments that characters of these sizes fill; no character is split.
fn pack(sizes: impl Iterator<Item = u32>, room: u32) -> u32 {
    let (segments, _) = sizes.fold((0u32, 0u32), |(segments, free), size| {
        match free.checked_sub(size) {
            Some(free) => (segments, free),
            None => (segments.saturating_add(1), room.saturating_sub(size)),
        }
    });
    segments
}

fn characters(text: &str) -> u32 {
    number(text.chars().count())
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counted(text: &str) -> (&'static str, u32, u32) {
        let count = count(text);
        (count.encoding.as_str(), count.units, count.segments)
    }

    /// SPEC 8: GSM-7 160 alone, 153 joined.
    #[test]
    fn gsm7_boundaries() {
        for (length, segments) in [
            (0, 0),
            (1, 1),
            (160, 1),
            (161, 2),
            (306, 2),
            (307, 3),
            (459, 3),
            (460, 4),
        ] {
            assert_eq!(
                counted(&"a".repeat(length as usize)),
                ("gsm7", length, segments)
            );
        }
    }

    /// SPEC 8: UCS-2 70 alone, 67 joined.
    #[test]
    fn ucs2_boundaries() {
        for (length, segments) in [
            (1, 1),
            (70, 1),
            (71, 2),
            (134, 2),
            (135, 3),
            (201, 3),
            (202, 4),
        ] {
            assert_eq!(
                counted(&"ә".repeat(length as usize)),
                ("ucs2", length, segments)
            );
        }
    }

    #[test]
    fn one_character_outside_gsm7_makes_all_of_it_ucs2() {
        assert_eq!(counted(&("a".repeat(69) + "ы")), ("ucs2", 70, 1));
        assert_eq!(counted(&("a".repeat(70) + "ы")), ("ucs2", 71, 2));
        assert_eq!(counted("`"), ("ucs2", 1, 1));
    }

    /// SPEC 8: extension characters count twice.
    #[test]
    fn extension_characters_are_never_split() {
        assert_eq!(counted(&"€".repeat(80)), ("gsm7", 160, 1));
        assert_eq!(counted(&"€".repeat(81)), ("gsm7", 162, 2));
        // Full: 152 + 2 does not fit into 153, so that the pair moves on: 152, then 152, then 2.
        let text = "a".repeat(152) + "[" + &"a".repeat(150) + "]";
        assert_eq!(counted(&text), ("gsm7", 306, 3));
        let text = "a".repeat(151) + "[" + &"a".repeat(151) + "]";
        assert_eq!(counted(&text), ("gsm7", 306, 2));
    }

    #[test]
    fn surrogate_pairs_are_never_split() {
        assert_eq!(counted(&"😀".repeat(35)), ("ucs2", 70, 1));
        // 33 pairs fill 66 of 67 units: 102 pairs take 4 segments, though 204 units are 3.05 × 67.
        assert_eq!(counted(&"😀".repeat(66)), ("ucs2", 132, 2));
        assert_eq!(counted(&"😀".repeat(67)), ("ucs2", 134, 3));
        let text = "ж".repeat(66) + "😀" + &"ж".repeat(66);
        assert_eq!(counted(&text), ("ucs2", 134, 3));
    }

    proptest! {
        #[test]
        fn counts_agree_with_segments_that_are_really_cut(text in "[a€ж😀\\[]{0,400}") {
            let count = count(&text);
            let size = |c: char| match count.encoding {
                SmsEncoding::Gsm7 => if "€[".contains(c) { 2 } else { 1 },
                SmsEncoding::Ucs2 => c.len_utf16(),
            };
            let units: usize = text.chars().map(size).sum();
            prop_assert_eq!(count.units as usize, units);
            let (alone, joined) = match count.encoding {
                SmsEncoding::Gsm7 => (160, 153),
                SmsEncoding::Ucs2 => (70, 67),
            };
            let mut cut: Vec<String> = Vec::new();
            let limit = if units <= alone { alone } else { joined };
            let fits = |used: usize, character| limit.checked_sub(used) >= Some(size(character));
            for character in text.chars() {
                let used = cut.last().map(|part| part.chars().map(size).sum::<usize>());
                match used {
                    Some(used) if fits(used, character) => {
                        cut.last_mut().unwrap().push(character);
                    }
                    _ => cut.push(character.to_string()),
                }
            }
            prop_assert_eq!(count.segments as usize, cut.len());
        }
    }
}
