//! E-mail addresses in free text, also as people write them to hide them from machines.

use super::mask::MASK;

/// Spaces that may stand on each side of a sign that is written loosely.
const MAX_SPACES: usize = 3;

/// The words for `@` and for the dot, as people say them.
const AT: [&str; 4] = ["at", "ат", "собака", "собачка"];
const DOT: [&str; 4] = ["dot", "дот", "точка", "нүкте"];

/// The text with each address masked, and whether something in it was nearly one: a sign for `@` after
/// a word, but nothing that ends as domains do.
///
/// An address is a word with an `@` between letters or digits. For `@` may stand the word for it in
/// brackets, with or without spaces around it, and, if a domain with a dot follows, the word alone or
/// `@` between spaces. The dots of the domain may be written in the same ways.
pub(super) fn mask_addresses(text: &str) -> (String, bool) {
    let mut masked = String::with_capacity(text.len());
    // The text not yet known to be an address, of which the word before `at` is the last one.
    let mut copied = 0;
    let mut word = None;
    let mut has_doubt = false;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let width = rest.chars().next().map_or(1, char::len_utf8);
        let end = word.and_then(|_| address_end(rest, &mut has_doubt));
        if let (Some(start), Some(length)) = (word, end) {
            masked.push_str(text.get(copied..start).unwrap_or_default());
            masked.push_str(MASK);
            at = at.saturating_add(length);
            copied = at;
            word = None;
            continue;
        }
        word = match rest.chars().next() {
            Some(character) if character.is_alphanumeric() => word.or(Some(at)),
            Some(character) if is_delimiter(character) => None,
            // Signs within a word, such as dots, do not begin it.
            _ => word,
        };
        at = at.saturating_add(width);
    }
    masked.push_str(text.get(copied..).unwrap_or_default());
    (masked, has_doubt)
}

/// The bytes of an `@` in any form, with the domain after it, at the start of the text after a word.
/// There is doubt if the sign is there, and no domain.
fn address_end(rest: &str, has_doubt: &mut bool) -> Option<usize> {
    if !rest.starts_with(|first| is_at(first) || is_delimiter(first)) {
        return None;
    }
    let sign = Sign::read(rest, is_at, &AT)?;
    let domain = Domain::read(rest.get(sign.bytes..).unwrap_or_default());
    let is_address = domain.bytes > 0 && (!sign.is_loose() || domain.has_dot);
    *has_doubt |= !is_address;
    is_address.then(|| sign.bytes.saturating_add(domain.bytes))
}

const fn is_at(character: char) -> bool {
    matches!(character, '@' | '＠' | '﹫')
}

const fn is_dot(character: char) -> bool {
    matches!(character, '.' | '．' | '。')
}

/// A sign of an address: the character, or a word for it.
struct Sign {
    bytes: usize,
    is_word: bool,
    is_bracketed: bool,
    has_space: bool,
}

impl Sign {
    /// Reads a sign at the start of a text, with the spaces around it.
    fn read(text: &str, is_sign: impl Fn(char) -> bool, words: &[&str]) -> Option<Sign> {
        let (before, inner) = spaces(text);
        let (is_bracketed, inner) = match inner.strip_prefix(['(', '[', '{', '<']) {
            Some(inner) => (true, spaces(inner).1),
            None => (false, inner),
        };
        let (is_word, after) = match inner.strip_prefix(is_sign) {
            Some(after) => (false, after),
            None => (true, words.iter().find_map(|word| strip_word(inner, word))?),
        };
        let (gap, mut rest) = spaces(after);
        if is_bracketed {
            rest = spaces(rest.strip_prefix([')', ']', '}', '>'])?).1;
        } else if is_word && (before == 0 || gap == 0) {
            return None;
        }
        Some(Sign {
            bytes: text.len().saturating_sub(rest.len()),
            is_word,
            is_bracketed,
            has_space: before > 0 || gap > 0,
        })
    }

    /// `true` if it could as well be an ordinary word, or a sign between words.
    const fn is_loose(&self) -> bool {
        self.has_space && !self.is_bracketed
    }
}

/// The text after this word, in large or small letters.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        if rest.next()?.to_lowercase().ne([expected]) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// The number of spaces at the beginning of the text, as far as they may stand next to a sign, and
/// the rest.
fn spaces(text: &str) -> (usize, &str) {
    let mut rest = text;
    let mut count = 0usize;
    while count < MAX_SPACES
        && let Some(after) = rest.strip_prefix(char::is_whitespace)
    {
        rest = after;
        count = count.saturating_add(1);
    }
    (count, rest)
}

/// The text after an `@`, up to its last letter or digit.
#[derive(Default)]
struct Domain {
    bytes: usize,
    /// It ends as domains do: with a dot and letters.
    has_dot: bool,
}

impl Domain {
    fn read(text: &str) -> Domain {
        let mut domain = Domain::default();
        let mut rest = text;
        let mut follows_dot = false;
        loop {
            let end = rest.find(is_delimiter).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end).unwrap_or_default();
            let core = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if core.is_empty() {
                return domain;
            }
            let passed = text.len().saturating_sub(rest.len());
            domain.bytes = passed.saturating_add(core.len());
            let (follows, last) = match core.rsplit_once(is_dot) {
                Some((_, last)) => (true, last),
                None => (follows_dot, core),
            };
            domain.has_dot = follows && last.chars().all(char::is_alphabetic) && last.len() > 1;
            let dot = Sign::read(after, is_dot, &DOT).filter(|dot| dot.is_word || dot.is_bracketed);
            let Some(dot) = dot.filter(|_| core.len() == word.len()) else {
                return domain;
            };
            rest = after.get(dot.bytes..).unwrap_or_default();
            follows_dot = true;
        }
    }
}

/// `true` for a character that no address has in it, at least no address that people write.
fn is_delimiter(character: char) -> bool {
    character.is_whitespace() || "<>()[]{},;:\\|«»„“”".contains(character)
}
