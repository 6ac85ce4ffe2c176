//! Names as identity cards print them, and their Latin form: SPEC 4.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use arrayvec::ArrayString;
use garde::Validate;
use icu_normalizer::ComposingNormalizerBorrowed;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::id::SourceId;
use crate::foundation::json::{Place, check_bounds, record, words};
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::problems::Problems;
use crate::foundation::single_line::{check_length, is_blank};

dated! {
    /// The letters and the length of a name. Section `names` of the rulebook.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct NamesEntry {
        /// The letters, as capitals, each once; their small forms are allowed with them.
        /// At most 200.
        #[cfg_attr(feature = "schema", schemars(length(max = MOST_LETTERS)))]
        pub letters: String,
        /// The largest number of characters (Unicode scalar values, after NFC) of a name: 1 to
        /// 1000.
        #[garde(range(min = 1, max = 1000))]
        pub max_length: u32,
    }

    /// The spelling of names in Latin letters. Section `transliteration` of the rulebook.
    #[derive(Clone, Debug)]
    pub struct TransliterationEntry {
        /// The Latin form (`A` to `Z`; empty for a letter that is left out) of each capital letter.
        pub letters: BTreeMap<String, String>,
        /// Letters that the source does not have, or has for other languages, with a source of
        /// their own; they come before those of `letters`.
        pub own: Option<OwnLetters>,
    }
}

record! {
    /// Letters of a transliteration that another source decides.
    #[derive(Clone, Debug)]
    pub struct OwnLetters {
        /// The name of the source in `sources`.
        #[allow(dead_code, reason = "the file's sources are checked as a whole; no answer cites it")]
        pub source: SourceId,
        /// The Latin form of each capital letter.
        pub letters: BTreeMap<String, String>,
    }
}

/// Marks that may stand between two letters of a name: hyphen, space, and the apostrophe in its
/// three common forms.
const MARKS: [char; 5] = ['-', ' ', APOSTROPHE, '\u{2019}', '\u{2bc}'];
const APOSTROPHE: char = '\'';

/// Names consist of at most so many different letters; Kazakh and Russian have 42 together.
const MOST_LETTERS: usize = 200;

/// A [`NamesEntry`] in a form for checking names.
#[derive(Clone, Debug)]
pub(crate) struct NameRules {
    source: SourceId,
    letters: Letters,
    max_length: u32,
}

/// A set of letters.
#[derive(Clone, Debug, Default)]
struct Letters {
    /// Those of the block Cyrillic: a bit for each character from U+0400 on.
    cyrillic: [u64; 4],
    /// All of them, sorted.
    all: Vec<char>,
}

impl Letters {
    fn new(mut all: Vec<char>) -> Letters {
        all.sort_unstable();
        let mut cyrillic = [0; 4];
        for letter in &all {
            if let Some((word, bit)) = Letters::cyrillic(*letter)
                && let Some(word) = cyrillic.get_mut(word)
            {
                *word |= 1u64.wrapping_shl(bit);
            }
        }
        Letters { cyrillic, all }
    }

    /// The word and the bit of a character of the block Cyrillic.
    #[inline]
    fn cyrillic(letter: char) -> Option<(usize, u32)> {
        let offset = u32::from(letter).checked_sub(0x400)?;
        let word = usize::try_from(offset / u64::BITS).ok()?;
        (offset < 0x100).then_some((word, offset % u64::BITS))
    }

    #[inline]
    fn contains(&self, letter: char) -> bool {
        match Letters::cyrillic(letter) {
            Some((word, bit)) => {
                let word = self.cyrillic.get(word).copied().unwrap_or_default();
                word.wrapping_shr(bit) & 1 == 1
            }
            None => self.all.binary_search(&letter).is_ok(),
        }
    }
}

impl NameRules {
    /// Compiles the section `names`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, NamesEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<NameRules> {
        Series::compiled(
            "names",
            named,
            Gaps::Refused,
            at,
            problems,
            |entry, at, problems| NameRules::compile(&entry, at, problems),
        )
    }

    fn compile(entry: &NamesEntry, at: Place<'_>, problems: &mut Problems) -> NameRules {
        let mut letters = BTreeSet::new();
        let count = entry.letters.chars().count();
        if count > MOST_LETTERS {
            let detail = format!("at most {MOST_LETTERS} letters");
            let reason = Reason::new(Code::ValueBounds).with("detail", detail);
            problems.push(reason.at(at.field("letters").pointer()));
        }
        for letter in entry.letters.chars().take(MOST_LETTERS) {
            if problems.is_full() {
                break;
            }
            let capital = is_capital(letter);
            if capital && !letters.contains(&letter) {
                letters.insert(letter);
                letters.extend(letter.to_lowercase());
            } else {
                let detail = if capital {
                    "a letter twice"
                } else {
                    "capital letters only"
                };
                let reason = Reason::new(Code::ValueBounds).with("detail", detail);
                problems.push(reason.at(at.field("letters").pointer()));
            }
        }
        check_bounds(entry, at, problems);
        NameRules {
            source: entry.source,
            letters: Letters::new(letters.into_iter().collect()),
            max_length: entry.max_length,
        }
    }

    /// Reads a surname, a given name or a patronymic. [`PersonName`] describes the accepted texts.
    ///
    /// # Errors
    /// The first of these that applies: `TEXT_EMPTY`, `TEXT_TOO_LONG`, `NAME_CHARACTER` (with the
    /// first such character and its position in the NFC form, from 1), `NAME_FORMAT`.
    pub(crate) fn read(&self, text: &str) -> Result<PersonName, Reason> {
        let name = nfc(&single_spaced(text));
        self.check(&name)
            .map_err(|reason| reason.cite(self.source))?;
        Ok(PersonName(name))
    }

    fn check(&self, name: &str) -> Result<(), Reason> {
        check_not_empty(name)?;
        check_length(name, self.max_length)?;
        check_shape(name, |letter| self.letters.contains(letter))
    }
}

/// The Latin form of one letter: `SHCH` has four.
type Latin = ArrayString<8>;

/// A [`TransliterationEntry`] in a form for looking letters up.
#[derive(Clone, Debug)]
pub(crate) struct Transliteration {
    source: SourceId,
    /// Sorted by the letter.
    letters: Vec<(char, Latin)>,
}

impl Transliteration {
    /// Compiles the section `transliteration`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, TransliterationEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<Transliteration> {
        Series::compiled(
            "transliteration",
            named,
            Gaps::Refused,
            at,
            problems,
            |entry, at, problems| Transliteration::compile(&entry, at, problems),
        )
    }

    fn compile(
        entry: &TransliterationEntry,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Transliteration {
        let mut letters = BTreeMap::new();
        read_letters(&entry.letters, at.field("letters"), &mut letters, problems);
        if let Some(own) = &entry.own {
            let at = at.field("own");
            read_letters(&own.letters, at.field("letters"), &mut letters, problems);
        }
        Transliteration {
            source: entry.source,
            letters: letters.into_iter().collect(),
        }
    }

    /// Reports the letters of names that a transliteration in force on the same day has no form
    /// for; `at` is the place of the section `names`.
    pub(crate) fn check_letters(
        tables: &Series<Transliteration>,
        names: &Series<NameRules>,
        at: Place<'_>,
        problems: &mut Problems,
    ) {
        // If two entries hold on one day, it is not known which letters meet which table.
        if !tables.is_disjoint() || !names.is_disjoint() {
            return;
        }
        let mut tables = tables.entries();
        for (period, rules) in names.entries() {
            // Both are in the order of time: a table that ended before this entry ended before all
            // that follow.
            let ended = tables.partition_point(|(other, _)| other.last < period.first);
            tables = tables.get(ended..).unwrap_or_default();
            let in_force = tables
                .iter()
                .take_while(|(other, _)| other.first <= period.last);
            for (_, table) in in_force {
                if problems.is_full() {
                    return;
                }
                table.check_letters_of(rules, at, problems);
            }
        }
    }

    fn check_letters_of(&self, rules: &NameRules, at: Place<'_>, problems: &mut Problems) {
        let letters = rules.letters.all.iter();
        for letter in letters.filter(|letter| self.latin(**letter).is_none()) {
            if problems.is_full() {
                return;
            }
            let reason = Reason::new(Code::EntryUnknown).with("name", letter.to_string());
            problems.push(reason.at(at.pointer()));
        }
    }

    /// The Latin form of a letter, capital or small; `None` for a letter that the table lacks.
    fn latin(&self, letter: char) -> Option<&Latin> {
        let capital = letter.to_uppercase().next().unwrap_or(letter);
        let index = self
            .letters
            .binary_search_by_key(&capital, |(letter, _)| *letter)
            .ok()?;
        self.letters.get(index).map(|(_, latin)| latin)
    }
}

fn read_letters(
    letters: &BTreeMap<String, String>,
    at: Place<'_>,
    table: &mut BTreeMap<char, Latin>,
    problems: &mut Problems,
) {
    for (letter, latin) in letters {
        let mut characters = letter.chars();
        let single = characters.next().filter(|letter| is_capital(*letter));
        let plain = latin.bytes().all(|byte| byte.is_ascii_uppercase());
        match (single, characters.next(), Latin::from(latin)) {
            (Some(letter), None, Ok(latin)) if plain => {
                table.insert(letter, latin);
            }
            _ => {
                let detail = "one capital letter, and at most 8 letters A to Z";
                let reason = Reason::new(Code::ValueBounds).with("detail", detail);
                problems.push(reason.at(at.field(letter).pointer()));
            }
        }
    }
}

fn is_capital(letter: char) -> bool {
    letter.is_alphabetic() && letter.is_uppercase()
}

/// The text without spaces at its ends, and with one space for several.
fn single_spaced(text: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let single = text.chars().all(|character| {
        let single = !character.is_whitespace() || (character == ' ' && before != ' ');
        before = character;
        single
    });
    if single && before != ' ' {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

fn nfc(text: &str) -> String {
    if is_surely_nfc(text) {
        return text.to_owned();
    }
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(text)
        .into_owned()
}

/// `true` if all characters are those that every text in NFC may have in any order: ASCII, and the
/// letters of the block Cyrillic and its supplement. Unicode's stability policy keeps it so.
fn is_surely_nfc(text: &str) -> bool {
    let inert =
        |c: char| matches!(c, '\0'..='\u{7f}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}');
    text.chars().all(inert)
}

fn check_not_empty(name: &str) -> Result<(), Reason> {
    if is_blank(name) {
        Err(Reason::new(Code::TextEmpty))
    } else {
        Ok(())
    }
}

/// Checks that a text consists of letters with single marks between them.
fn check_shape(name: &str, is_letter: impl Fn(char) -> bool) -> Result<(), Reason> {
    let mut after_letter = false;
    let mut well_formed = true;
    for (index, character) in name.chars().enumerate() {
        let letter = is_letter(character);
        if !letter && !MARKS.contains(&character) {
            return Err(unprintable(index, character));
        }
        well_formed &= letter || after_letter;
        after_letter = letter;
    }
    if well_formed && after_letter {
        Ok(())
    } else {
        Err(Reason::new(Code::NameFormat))
    }
}

/// The reason for the character at this index (from 0) that no card prints.
fn unprintable(index: usize, character: char) -> Reason {
    Reason::new(Code::NameCharacter)
        .with("position", index.saturating_add(1))
        .with("character", words(kind_of(character).to_owned()))
}

/// The names of the kinds of characters that no card prints.
pub(crate) const CHARACTER_KINDS: [&str; 4] =
    ["latin_letter", "digit", "punctuation", "other_character"];

/// The kind of a character, by the blocks of Unicode: a letter of the alphabet that is confused
/// with Cyrillic, a number of any script, a sign of writing, or anything else.
fn kind_of(character: char) -> &'static str {
    let [latin, digit, punctuation, other] = CHARACTER_KINDS;
    match character {
        // The blocks Basic Latin, Latin-1 Supplement, Latin Extended-A, -B and Additional.
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if character.is_alphabetic() => latin,
        _ if character.is_numeric() => digit,
        // ASCII, Latin-1 Supplement, and the printed characters of the block General Punctuation.
        _ if character.is_ascii_punctuation() => punctuation,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' => punctuation,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' => punctuation,
        _ => other,
    }
}

/// A surname, a given name or a patronymic in Kazakh or Russian Cyrillic, in Unicode's normal form
/// NFC.
///
/// Between two letters may stand one hyphen (`-`), one space, or one apostrophe (`'`, `’` or `ʼ`).
/// Letter case stays as typed. Spaces at the ends of a typed text are left out, and several in a
/// row (of any kind, Unicode's `White_Space`) become one; a name read by its form alone may not
/// have them.
///
/// It is personal data: `Debug` prints nothing of it.
#[export(class, scalar)]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name by its form alone: letters of any script with single marks between them, such as
    /// the state register may hold. The rulebook's letters and length are not asked.
    ///
    /// # Errors
    /// `TEXT_EMPTY`, `NAME_CHARACTER`, `NAME_FORMAT`.
    ///
    /// ```
    /// use qujat::identity::PersonName;
    /// assert_eq!(PersonName::from_text("Әбіш")?.as_str(), "Әбіш");
    /// assert!(PersonName::from_text("Әбіш ").is_err());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn from_text(text: &str) -> Result<PersonName> {
        Ok(PersonName::read(text)?)
    }

    /// As [`PersonName::from_text`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<PersonName, Reason> {
        let name = nfc(text);
        check_not_empty(&name)?;
        check_shape(&name, |character| {
            character.is_alphabetic() && !MARKS.contains(&character)
        })?;
        Ok(PersonName(name))
    }

    /// The name. Not for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `true` if both are the same name, in any letter case and with any form of apostrophes: cards
    /// print names in capitals.
    #[must_use]
    pub fn is_same(&self, other: &PersonName) -> bool {
        self.folded().eq(other.folded())
    }

    fn folded(&self) -> impl Iterator<Item = char> {
        self.0
            .chars()
            .flat_map(|character| plain_mark(character).to_uppercase())
    }

    /// The Latin form in capitals, by the table of ICAO Doc 9303 part 3, section 6. Hyphens, spaces
    /// and apostrophes (as `'`) stay, as in the visual zone of a travel document.
    ///
    /// # Errors
    /// `NAME_CHARACTER` for a letter that the table lacks; [`NameRules::read`] lets no such letter
    /// through.
    pub(crate) fn latin(&self, table: &Transliteration) -> Result<String, Reason> {
        let mut latin = String::with_capacity(self.0.len());
        for (index, character) in self.0.chars().enumerate() {
            if MARKS.contains(&character) {
                latin.push(plain_mark(character));
            } else if let Some(letters) = table.latin(character) {
                latin.push_str(letters);
            } else {
                return Err(unprintable(index, character).cite(table.source));
            }
        }
        Ok(latin)
    }

    /// The Latin form as a machine-readable zone has it (ICAO Doc 9303 part 3, section 4.6): `<` for
    /// hyphens and spaces, apostrophes left out. It is not truncated.
    ///
    /// # Errors
    /// Those of [`PersonName::latin`].
    pub(crate) fn machine_readable(&self, table: &Transliteration) -> Result<String, Reason> {
        Ok(self
            .latin(table)?
            .replace(['-', ' '], "<")
            .replace(APOSTROPHE, ""))
    }
}

from_str!(PersonName);

/// The apostrophe's other forms as `'`; anything else as it is.
fn plain_mark(character: char) -> char {
    match character {
        '\u{2019}' | '\u{2bc}' => APOSTROPHE,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;
    use proptest::prelude::*;

    const RUSSIAN: &str = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    const KAZAKH: &str = "ӘҒҚҢӨҰҮҺІ";

    fn shipped() -> (NameRules, Transliteration) {
        let mut problems = Problems::new();
        let text = crate::rulebook::shipped_section("names");
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let names = NameRules::series(named, Place::ROOT, &mut problems);
        let text = crate::rulebook::shipped_section("transliteration");
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let tables = Transliteration::series(named, Place::ROOT, &mut problems);
        Transliteration::check_letters(&tables, &names, Place::ROOT, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let day = Day::parse("2025-11-10").unwrap();
        (
            names.on(day).unwrap().clone(),
            tables.on(day).unwrap().clone(),
        )
    }

    fn answer(text: &str) -> String {
        match shipped().0.read(text) {
            Ok(name) => name.as_str().to_owned(),
            Err(reason) => {
                let params = reason.params.iter().map(|(_, value)| format!(" {value}"));
                format!("{}{}", reason.code, params.collect::<String>())
            }
        }
    }

    fn latin(text: &str) -> String {
        let (names, table) = shipped();
        names.read(text).unwrap().latin(&table).unwrap()
    }

    #[test]
    fn spec_4_kazakh_and_russian_names_are_taken_as_typed() {
        for text in [
            "Әбілқайыр",
            "ҒҚҢӨҰҮҺІ",
            "әғқңөұүһі",
            RUSSIAN,
            "ёжъьэюя",
            "Римский-Корсаков",
            "Нұр Сұлтан",
            "О'Коннор",
            "О’Коннор",
            "Я",
        ] {
            assert_eq!(answer(text), text);
        }
    }

    #[test]
    fn spec_4_names_are_nfc_normalised() {
        assert_eq!(answer("Андреи\u{306}"), "Андрей");
        assert_eq!(answer("Ее\u{308}лкин"), "Её\u{43b}кин");
        // A combining mark that composes with nothing is no letter.
        assert_eq!(answer("А\u{301}нна"), "NAME_CHARACTER 2 other_character");
    }

    #[test]
    fn spec_4_other_characters_are_named_with_their_place() {
        assert_eq!(answer("Aбай"), "NAME_CHARACTER 1 latin_letter");
        assert_eq!(answer("Абай1"), "NAME_CHARACTER 5 digit");
        assert_eq!(answer("Абай, Нұр"), "NAME_CHARACTER 5 punctuation");
        assert_eq!(answer("Аўезов"), "NAME_CHARACTER 2 other_character");
        assert_eq!(answer("😀"), "NAME_CHARACTER 1 other_character");
        assert_eq!(answer("А\u{2011}Б"), "NAME_CHARACTER 2 punctuation");
    }

    #[test]
    fn spec_4_spaces_too_many_are_forgiven() {
        for text in [
            " Нұр  Сұлтан",
            "Нұр Сұлтан \n",
            "\tНұр\u{a0}\u{2003}Сұлтан",
            "Нұр\nСұлтан",
        ] {
            assert_eq!(answer(text), "Нұр Сұлтан", "{text:?}");
        }
        let max = usize::try_from(shipped().0.max_length).unwrap();
        let spaced = format!("{}{}", " ".repeat(100), "А".repeat(max));
        assert_eq!(answer(&spaced), "А".repeat(max));
    }

    /// SPEC 13: a character is named by its kind.
    #[test]
    fn the_kinds_of_characters_follow_the_blocks_of_unicode() {
        let kinds = |text: &str| {
            let mut kinds: Vec<&str> = text.chars().map(kind_of).collect();
            kinds.dedup();
            kinds
        };
        assert_eq!(kinds("AZazÀÿĀɏḀỿ"), ["latin_letter"]);
        assert_eq!(kinds("09٣３¼"), ["digit"]);
        assert_eq!(
            kinds(".,;:!?\"'()-_/@#$+<=>^`|~«»“”‘’–—…·"),
            ["punctuation"]
        );
        assert_eq!(
            kinds("×÷ЎЇΑ中😀\u{301}\u{200b}\u{2028}\t№"),
            ["other_character"]
        );
    }

    #[test]
    fn marks_stand_only_between_letters() {
        for text in ["-Серик", "Серик-", "Ким - Ли", "Ким--Ли", "'", "-"] {
            assert_eq!(answer(text), "NAME_FORMAT", "{text}");
        }
    }

    #[test]
    fn names_are_not_empty_and_not_endless() {
        assert_eq!(answer(""), "TEXT_EMPTY");
        assert_eq!(answer("   "), "TEXT_EMPTY");
        let max = usize::try_from(shipped().0.max_length).unwrap();
        assert_eq!(answer(&"А".repeat(max)), "А".repeat(max));
        assert_eq!(
            answer(&"А".repeat(max + 1)),
            format!("TEXT_TOO_LONG {} {max}", max + 1)
        );
        // The length is that of the NFC form.
        assert_eq!(answer(&"и\u{306}".repeat(max)), "й".repeat(max));
    }

    #[test]
    fn reasons_cite_the_rulebook() {
        let reason = shipped().0.read("Abai").unwrap_err();
        assert_eq!(reason.source.unwrap().as_str(), "library-choice");
    }

    /// ICAO Doc 9303 part 3 (8th edition), section 6, table B, for Russian.
    #[test]
    fn spec_4_russian_letters_follow_icao_doc_9303() {
        let expected = [
            "A", "B", "V", "G", "D", "E", "E", "ZH", "Z", "I", "I", "K", "L", "M", "N", "O", "P",
            "R", "S", "T", "U", "F", "KH", "TS", "CH", "SH", "SHCH", "IE", "Y", "", "E", "IU",
            "IA",
        ];
        for (letter, expected) in RUSSIAN.chars().zip(expected) {
            let capital = latin(&format!("А{letter}"));
            assert_eq!(capital, format!("A{expected}"), "{letter}");
            let small: String = letter.to_lowercase().collect();
            assert_eq!(latin(&format!("А{small}")), capital, "{letter}");
        }
        assert_eq!(latin("Щербаков"), "SHCHERBAKOV");
        assert_eq!(latin("Объедков"), "OBIEEDKOV");
        assert_eq!(latin("Ольга"), "OLGA");
        assert_eq!(latin("Юлия"), "IULIIA");
    }

    #[test]
    fn spec_4_kazakh_letters_become_their_plain_latin_neighbours() {
        for (letter, expected) in KAZAKH
            .chars()
            .zip(["A", "G", "K", "N", "O", "U", "U", "H", "I"])
        {
            assert_eq!(latin(&letter.to_string()), expected, "{letter}");
        }
        assert_eq!(latin("Әбілқайыр"), "ABILKAIYR");
        assert_eq!(latin("Жиһан"), "ZHIHAN");
        assert_eq!(latin("Күлтөбе Ыңғайұлы"), "KULTOBE YNGAIULY");
    }

    #[test]
    fn marks_stay_in_latin_and_become_fillers_in_the_machine_readable_zone() {
        let (names, table) = shipped();
        let name = names.read("О’Коннор-Ли Нұр").unwrap();
        assert_eq!(name.latin(&table).unwrap(), "O'KONNOR-LI NUR");
        assert_eq!(name.machine_readable(&table).unwrap(), "OKONNOR<LI<NUR");
    }

    #[test]
    fn a_letter_without_a_latin_form_is_an_error_and_not_a_gap() {
        let (_, table) = shipped();
        let name = PersonName::from_text("Abc").unwrap();
        assert_eq!(name.latin(&table).unwrap_err().code, Code::NameCharacter);
    }

    #[test]
    fn names_are_compared_whatever_their_case() {
        let name = |text| PersonName::from_text(text).unwrap();
        assert!(name("Әбілқайыр").is_same(&name("ӘБІЛҚАЙЫР")));
        assert!(name("О'Коннор").is_same(&name("О’КОННОР")));
        assert!(!name("Ёлкин").is_same(&name("Елкин")));
        assert!(!name("Ли-Ким").is_same(&name("Ли Ким")));
    }

    #[test]
    fn bad_sections_are_rejected_with_every_place() {
        let mut problems = Problems::new();
        let text = r#"{"a": {"source": "s", "letters": "АаА", "max_length": 0}}"#;
        let named = crate::foundation::json::read(text.as_bytes(), 1000).unwrap();
        let names = NameRules::series(named, Place::ROOT.field("names"), &mut problems);
        let text = r#"{"t": {"source": "s", "letters": {"Б": "b", "в": "V", "ГД": "GD"},
            "own": {"source": "s", "letters": {"Щ": "SHCHSHCHS"}}}}"#;
        let named = crate::foundation::json::read(text.as_bytes(), 1000).unwrap();
        let tables = Transliteration::series(named, Place::ROOT.field("t"), &mut problems);
        Transliteration::check_letters(&tables, &names, Place::ROOT.field("names"), &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.code, p.pointer.as_str()))
            .collect();
        let expected = [
            (Code::ValueBounds, "/names/a/letters"),
            (Code::ValueBounds, "/names/a/letters"),
            (Code::ValueBounds, "/names/a/max_length"),
            (Code::ValueBounds, "/t/t/letters/Б"),
            (Code::ValueBounds, "/t/t/letters/<unknown>"),
            (Code::ValueBounds, "/t/t/letters/в"),
            (Code::ValueBounds, "/t/t/own/letters/Щ"),
            (Code::EntryUnknown, "/names"),
            (Code::EntryUnknown, "/names"),
        ];
        assert_eq!(found, expected);
    }

    /// Each table is compared with the letters of its own time, however many there are.
    #[test]
    fn tables_meet_the_letters_of_their_own_time_alone() {
        let section = |count: i32, letters: &dyn Fn(i32) -> &'static str| {
            let entries: Vec<String> = (0..count)
                .map(|number| {
                    let from = Day::from_ymd(2020, 1, 1).unwrap().plus_days(number);
                    let until = from.plus_days(1);
                    let letters = letters(number);
                    format!(
                        r#""e{number}": {{"from": "{from}", "until": "{until}", "source": "s",
                            "max_length": 9, "letters": {letters}}}"#
                    )
                })
                .collect();
            format!("{{{}}}", entries.join(","))
                .replace(r#""max_length": 9, "letters": {"#, r#""letters": {"#)
        };
        let found = |names: String, tables: String| {
            let mut problems = Problems::new();
            let named = crate::foundation::json::read(names.as_bytes(), 1 << 20).unwrap();
            let names = NameRules::series(named, Place::ROOT.field("names"), &mut problems);
            let named = crate::foundation::json::read(tables.as_bytes(), 1 << 20).unwrap();
            let tables = Transliteration::series(named, Place::ROOT.field("t"), &mut problems);
            Transliteration::check_letters(&tables, &names, Place::ROOT, &mut problems);
            problems.len()
        };
        let letters = |number: i32| {
            if number == 400 {
                r#""АБ""#
            } else {
                r#""А""#
            }
        };
        let table = |_: i32| r#"{"А": "A"}"#;
        assert_eq!(found(section(400, &letters), section(1000, &table)), 0);
        // The letter Б, capital and small, on one day.
        assert_eq!(found(section(401, &letters), section(1000, &table)), 2);
        assert_eq!(found(section(401, &letters), section(400, &table)), 0);
    }

    #[test]
    fn a_name_prints_masked() {
        let name = PersonName::from_text("Абай").unwrap();
        assert_eq!(format!("{name:?}"), "***");
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"Абай\"");
    }

    /// Each of the characters is in NFC alone, and in any order.
    #[test]
    fn what_is_surely_nfc_is_nfc() {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        let inert: Vec<char> = (char::MIN..=char::MAX)
            .filter(|character| is_surely_nfc(character.encode_utf8(&mut [0; 4])))
            .collect();
        assert_eq!(inert.len(), 0x80 + 0x83 + 0xa6);
        for first in &inert {
            let text: String = inert.iter().flat_map(|second| [*first, *second]).collect();
            assert!(normalizer.is_normalized(&text), "{first:?}");
        }
    }

    #[test]
    fn sets_of_letters_hold_what_was_put_in() {
        let letters = Letters::new("АЯҮһЁ\u{4ff}aŞ".chars().collect());
        let all: String = ('\0'..='\u{600}')
            .filter(|c| letters.contains(*c))
            .collect();
        assert_eq!(all, "aŞЁАЯҮһ\u{4ff}");
    }

    proptest! {
        #[test]
        fn names_of_allowed_letters_round_trip(
            text in "[А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі]{1,12}([- '][А-Яа-яҚқ]{1,8}){0,3}",
        ) {
            let (names, table) = shipped();
            let name = names.read(&text).unwrap();
            prop_assert_eq!(name.as_str(), &text);
            prop_assert!(name.is_same(&names.read(&text.to_uppercase()).unwrap()));
            let latin = name.latin(&table).unwrap();
            prop_assert!(latin.bytes().all(|b| b.is_ascii_uppercase() || b"- '".contains(&b)));
            let zone = name.machine_readable(&table).unwrap();
            prop_assert!(zone.bytes().all(|b| b.is_ascii_uppercase() || b == b'<'));
            let json = serde_json::to_vec(&name).unwrap();
            prop_assert_eq!(crate::foundation::json::read::<PersonName>(&json, 1000).unwrap(), name);
        }

        #[test]
        fn arbitrary_text_never_panics_and_stays_stable(text in "\\PC{0,12}") {
            let (names, _) = shipped();
            if let Ok(name) = names.read(&text) {
                prop_assert_eq!(names.read(name.as_str()).unwrap(), name);
            }
            let _ = PersonName::from_text(&text);
        }
    }
}
