//! Writing Kazakh and Russian letters, and signs, in GSM-7.

use std::collections::BTreeMap;

use arrayvec::ArrayString;

use super::gsm7;
use crate::foundation::catalogue::Code;
use crate::foundation::json::{Place, record};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

record! {
    /// Replacements for each language. A key is one character; a small letter stands for its
    /// capital, too. A value is text in GSM-7 of at most 7 letters.
    #[derive(Clone, Debug)]
    pub(crate) struct SmsLetters {
        /// Replacements in every language.
        pub(crate) common: BTreeMap<String, String>,
        /// Replacements in Kazakh texts; they come before the common ones.
        pub(crate) kk: BTreeMap<String, String>,
        /// Replacements in Russian texts.
        pub(crate) ru: BTreeMap<String, String>,
        /// Replacements in English texts, which name people and places in Cyrillic.
        pub(crate) en: BTreeMap<String, String>,
    }
}

/// Every letter of the Kazakh and the Russian alphabet: a table that lacks one is not complete.
pub(super) const LETTERS: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// The block of Unicode that has its own index: Cyrillic.
const CYRILLIC: u32 = 0x400;
const CYRILLIC_END: u32 = 0x500;

/// The spelling of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Latin {
    /// For a capital letter, with the first letter a capital.
    text: ArrayString<7>,
    capital: bool,
}

/// The replacements for one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    /// From U+0400 on, without gaps.
    cyrillic: Vec<Option<Latin>>,
    /// All other characters, sorted.
    others: Vec<(char, Latin)>,
}

impl Letters {
    /// Compiles the replacements of one language, which come before the common ones.
    pub(super) fn compile(
        common: &BTreeMap<char, Latin>,
        own: &BTreeMap<String, String>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Letters {
        let mut all = common.clone();
        all.extend(replacements(own, at, problems));
        for letter in LETTERS.chars().filter(|letter| !all.contains_key(letter)) {
            let pointer = at.field(letter.encode_utf8(&mut [0; 4])).pointer();
            problems.push(Reason::new(Code::MissingField).at(pointer));
        }
        Letters::new(all)
    }

    fn new(all: BTreeMap<char, Latin>) -> Letters {
        let indexed = |character: char| (CYRILLIC..CYRILLIC_END).contains(&u32::from(character));
        let cyrillic = (CYRILLIC..CYRILLIC_END)
            .map(|code| all.get(&char::from_u32(code)?).copied())
            .collect();
        let others = all
            .into_iter()
            .filter(|(character, _)| !indexed(*character))
            .collect();
        Letters { cyrillic, others }
    }

    /// The text in GSM-7. A character that has no replacement becomes a question mark.
    pub(super) fn transliterate(&self, text: &str, words: &Words) -> String {
        let mut out = String::with_capacity(text.len());
        let mut before: Option<char> = None;
        let mut characters = text.chars().peekable();
        while let Some(&character) = characters.peek() {
            if !before.is_some_and(char::is_alphabetic)
                && let Some((word, latin)) = words.leading(characters.clone())
            {
                out.push_str(latin);
                before = word.chars().last();
                characters
                    .by_ref()
                    .take(word.chars().count())
                    .for_each(drop);
                continue;
            }
            characters.next();
            if gsm7::size(character).is_some() {
                out.push(character);
            } else if let Some(latin) = self.get(character) {
                let after = characters.peek().copied();
                if latin.capital && among_capitals(before, after) {
                    out.extend(latin.text.chars().map(|c| c.to_ascii_uppercase()));
                } else {
                    out.push_str(&latin.text);
                }
            } else {
                out.push('?');
            }
            before = Some(character);
        }
        out
    }

    fn get(&self, character: char) -> Option<Latin> {
        if let Some(offset) = u32::from(character).checked_sub(CYRILLIC)
            && let Ok(offset) = usize::try_from(offset)
            && let Some(latin) = self.cyrillic.get(offset)
        {
            return *latin;
        }
        let found = self
            .others
            .binary_search_by_key(&character, |(key, _)| *key);
        self.others.get(found.ok()?).map(|(_, latin)| *latin)
    }
}

/// Words that are written otherwise than letter by letter.
#[derive(Clone, Debug, Default)]
pub(super) struct Words(BTreeMap<String, String>);

impl Words {
    /// The largest number of words.
    const MOST: usize = 100;

    /// The letters of a word, and the bytes of its form.
    const LONGEST: usize = 32;

    /// Compiles the words, and reports `VALUE_BOUNDS` for those that are not within their bounds.
    pub(super) fn compile(
        table: &BTreeMap<String, String>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Words {
        let mut bounds = |detail: &'static str, pointer: String| {
            let reason = Reason::new(Code::ValueBounds).with("detail", detail);
            problems.push(reason.at(pointer));
        };
        if table.len() > Words::MOST {
            bounds("there are at most 100 words", at.pointer());
            return Words::default();
        }
        for (word, latin) in table {
            let letters = word.chars().count();
            if !(1..=Words::LONGEST).contains(&letters) || !word.chars().all(char::is_alphabetic) {
                bounds("a word has 1 to 32 letters", at.field(word).pointer());
            } else if latin.len() > Words::LONGEST || gsm7::septets(latin).is_none() {
                bounds(
                    "a word's form is in GSM-7, in 32 bytes",
                    at.field(word).pointer(),
                );
            }
        }
        Words(table.clone())
    }

    /// The word with which these characters begin, as a whole, and its form.
    fn leading(&self, characters: impl Iterator<Item = char>) -> Option<(&str, &str)> {
        if self.0.is_empty() {
            return None;
        }
        // One letter more than a word has, so that a longer word is not in the list.
        let letters = characters.take_while(|character| character.is_alphabetic());
        let word: String = letters.take(Words::LONGEST.saturating_add(1)).collect();
        let (word, latin) = self.0.get_key_value(&word)?;
        Some((word, latin))
    }
}

/// `true` if a capital stands in a word of capitals, so that `Ц` is written `TS` and not `Ts`.
fn among_capitals(before: Option<char>, after: Option<char>) -> bool {
    match after {
        Some(after) if after.is_alphabetic() => after.is_uppercase(),
        _ => before.is_some_and(char::is_uppercase),
    }
}

/// The replacements of one table, with those of the capitals that it does not list itself.
pub(super) fn replacements(
    table: &BTreeMap<String, String>,
    at: Place<'_>,
    problems: &mut Problems,
) -> BTreeMap<char, Latin> {
    let mut listed = BTreeMap::new();
    let mut capitals = BTreeMap::new();
    for (key, value) in table {
        match replacement(key, value) {
            Ok((character, text)) => {
                let small = Latin {
                    text,
                    capital: false,
                };
                listed.insert(character, small);
                if let Some(capital) = capital_of(character) {
                    capitals.insert(capital, capitalised(text));
                }
            }
            Err(detail) => {
                let reason = Reason::new(Code::ValueBounds).with("detail", detail);
                problems.push(reason.at(at.field(key).pointer()));
            }
        }
    }
    capitals.extend(listed);
    capitals
}

fn replacement(key: &str, value: &str) -> Result<(char, ArrayString<7>), &'static str> {
    let mut characters = key.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else {
        return Err("a key is one character");
    };
    if gsm7::size(character).is_some() {
        return Err("this character is in GSM-7 already");
    }
    if gsm7::septets(value).is_none() {
        return Err("a replacement is in GSM-7");
    }
    let text = ArrayString::from(value).map_err(|_| "a replacement has at most 7 bytes")?;
    Ok((character, text))
}

/// The capital of a small letter, if it is another character, and a single one.
fn capital_of(small: char) -> Option<char> {
    let mut capital = small.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(capital), None) if capital != small => Some(capital),
        _ => None,
    }
}

fn capitalised(text: ArrayString<7>) -> Latin {
    let mut capitalised = text;
    if let Some(first) = capitalised.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Latin {
        text: capitalised,
        capital: true,
    }
}
