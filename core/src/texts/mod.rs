//! Texts in Kazakh, Russian and English: every code, every notice, every word.
//!
//! Texts are data, in [Fluent](https://projectfluent.org)'s format. They are checked when they are
//! loaded: each text that the library needs is there, uses only the variables that its code or
//! notice has, and uses nothing of Fluent that this library does not do. What a text may hold:
//!
//! - `{ $variable }`: a number as it is; an amount or another decimal figure with a comma in Kazakh
//!   and Russian; a date in its long form, by the message `date-long` with `$day`, `$month` (the text
//!   of `month-1` to `month-12`) and `$year`; a word by its message `w-` and its stable spelling;
//! - `{ DATETIME($day, dateStyle: "short") }`: the date as `31.12.2025`;
//! - `{ message }` and `{ message.attribute }`: that text in its place;
//! - `{ $number -> [0] … [one] … *[other] … }`: by exact numbers and CLDR's cardinal categories,
//!   and `{ $word -> [expiry] … *[other] … }` by the stable spelling, or the text;
//! - `{ "literal" }`.
//!
//! Unlike other implementations of Fluent, this one puts no invisible isolation marks around
//! variables: they would cost a whole SMS.

mod clean;
mod compile;
mod program;
mod read;
mod sample;
mod source;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use arrayvec::ArrayVec;

use crate::catalogue::{Code, ParamKind, ParamSpec};
use crate::json::Place;
use crate::language::{Language, LocalText};
use crate::notices::NoticeKind;
use crate::problem::{Coded, Error, Problem, Reason};
use compile::{Compiler, Lines};
use program::{Grammar, Plurals, Program};
use source::Messages;

pub(crate) use program::Value;

/// No code and no notice has more variables.
pub(crate) const MAX_VARIABLES: usize = 8;

/// The five texts of a notice, by their attributes in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Sms,
    Subject,
    Text,
    PushTitle,
    Push,
}

impl Part {
    const ALL: [(Part, &'static str, Lines); 5] = [
        (Part::Sms, "sms", Lines::Kept),
        (Part::Subject, "subject", Lines::Joined),
        (Part::Text, "text", Lines::Kept),
        (Part::PushTitle, "push-title", Lines::Joined),
        (Part::Push, "push", Lines::Kept),
    ];
}

/// The variables of `date-long`.
const DATE_LONG: &[ParamSpec] = &[
    ParamSpec {
        name: "day",
        kind: ParamKind::Number,
    },
    ParamSpec {
        name: "month",
        kind: ParamKind::Text,
    },
    ParamSpec {
        name: "year",
        kind: ParamKind::Number,
    },
];

macro_rules! files {
    ($($language:ident: $folder:literal),+) => {
        /// The files that come with the library.
        fn shipped(language: Language) -> [(&'static str, &'static str); 3] {
            match language {
                $(Language::$language => [
                    ("codes.ftl", include_str!(concat!("../../data/texts/", $folder, "/codes.ftl"))),
                    ("words.ftl", include_str!(concat!("../../data/texts/", $folder, "/words.ftl"))),
                    (
                        "notices.ftl",
                        include_str!(concat!("../../data/texts/", $folder, "/notices.ftl")),
                    ),
                ],)+
            }
        }
    };
}
files!(Kk: "kk", Ru: "ru", En: "en");

/// The texts of one language, with the messages that they were compiled from.
#[derive(Clone, Debug, Default)]
struct Catalogue {
    messages: Messages,
    /// Words that were added as data, not as messages.
    added: BTreeMap<String, String>,
    grammar: Grammar,
    /// By the place of the code in [`Code::ALL`].
    codes: Vec<Program>,
    /// By the place of the kind in [`NoticeKind::ALL`], then by [`Part`].
    notices: Vec<Vec<Program>>,
}

/// Every text in every language. It never changes; what adds or replaces texts makes another.
///
/// ```
/// use qujat::{Day, Language, Texts};
/// let reason = Day::parse("2025-02-29").unwrap_err();
/// let text = Texts::shipped().explain(&reason, Language::En);
/// assert!(!text.is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Texts {
    kk: Arc<Catalogue>,
    ru: Arc<Catalogue>,
    en: Arc<Catalogue>,
}

impl Texts {
    /// The texts that come with the library.
    #[must_use]
    pub fn shipped() -> &'static Texts {
        static SHIPPED: LazyLock<Texts> = LazyLock::new(|| {
            // A test proves that they load. Were they broken nevertheless, codes would still be
            // explained, by their meaning in English.
            Texts::load(shipped).unwrap_or_default()
        });
        &SHIPPED
    }

    /// Loads and checks the named files of all languages.
    fn load<'f, F>(files: impl Fn(Language) -> F) -> Result<Texts, Error>
    where
        F: IntoIterator<Item = (&'f str, &'f str)>,
    {
        let mut texts = Texts::default();
        let mut problems = Vec::new();
        for language in Language::ALL.iter().copied() {
            let root = Place::ROOT.field("texts");
            let place = root.field(language.as_str());
            let mut messages = Messages::new();
            for (name, text) in files(language) {
                for (name, message) in source::read(text, place.field(name), &mut problems) {
                    if messages.insert(name.clone(), message).is_some() {
                        problems.push(duplicate(&place, &name));
                    }
                }
            }
            let catalogue = Catalogue::compile(language, messages, &mut problems);
            *texts.catalogue_mut(language) = Arc::new(catalogue);
        }
        Error::from_problems(problems).map_or(Ok(texts), Err)
    }

    /// These texts with some messages of one language replaced by those of a Fluent source, each
    /// as a whole, with its attributes. Texts that refer to a replaced message change with it.
    ///
    /// # Errors
    /// All problems, each with a pointer such as `/texts/kk/TOO_EARLY`: `MESSAGE_SYNTAX`,
    /// `MESSAGE_MISSING` (an attribute or a message referred to), `MESSAGE_VARIABLE`,
    /// `MESSAGE_UNSUPPORTED`, `DUPLICATE_FIELD` (a message given twice), `ENTRY_UNKNOWN` (a
    /// message that nothing prints) and `TEXT_TOO_LONG` (more than 256 KiB).
    pub fn with_overrides(&self, language: Language, ftl: &str) -> Result<Texts, Error> {
        let mut problems = Vec::new();
        let root = Place::ROOT.field("texts");
        let overrides = source::read(ftl, root.field(language.as_str()), &mut problems);
        let before = self.catalogue(language);
        let mut messages = before.messages.clone();
        let mut added = before.added.clone();
        for (name, message) in overrides {
            if let Some(spelling) = name.strip_prefix("w-") {
                added.remove(spelling);
            }
            messages.insert(name, message);
        }
        let mut catalogue = Catalogue::compile(language, messages, &mut problems);
        catalogue.add_words(&added);
        if let Some(error) = Error::from_problems(problems) {
            return Err(error);
        }
        let mut texts = self.clone();
        *texts.catalogue_mut(language) = Arc::new(catalogue);
        Ok(texts)
    }

    /// Adds words of the domain, or replaces them: how parameters with these stable spellings are
    /// printed in each language. They are plain text, not Fluent; control characters are removed.
    /// Titles in a rulebook, such as those of exemptions and zones, become words in this way.
    ///
    /// A text that refers to `w-…` by name keeps the word that it was loaded with.
    pub fn add_words(&mut self, words: &BTreeMap<String, LocalText>) {
        for language in Language::ALL.iter().copied() {
            let of_language = words.iter();
            let of_language = of_language
                .map(|(spelling, word)| (spelling.clone(), word.get(language).to_owned()))
                .collect();
            Arc::make_mut(self.catalogue_mut(language)).add_words(&of_language);
        }
    }

    /// The word of a language for a stable spelling such as `expiry`; `None` if it has none.
    #[must_use]
    pub fn word(&self, spelling: &str, language: Language) -> Option<&str> {
        self.catalogue(language).grammar.word(spelling)
    }

    /// What a reason or a problem says to a citizen, with its parameters, on one line.
    ///
    /// Values that are text are printed without control characters.
    #[must_use]
    pub fn explain(&self, coded: &impl Coded, language: Language) -> String {
        let (code, params) = (coded.code(), coded.params());
        let catalogue = self.catalogue(language);
        let Some(program) = catalogue.codes.get(code as usize) else {
            return code.meaning().to_owned();
        };
        let values: ArrayVec<Value<'_>, MAX_VARIABLES> = code
            .params()
            .iter()
            .map(|spec| params.get(spec.name).map_or(Value::NONE, Value::from))
            .take(MAX_VARIABLES)
            .collect();
        program.render(&catalogue.grammar, &values)
    }

    /// One text of a notice; empty if these texts were never loaded. A list stands in it line by
    /// line, or in a row where the text has one line only.
    pub(crate) fn notice(
        &self,
        kind: NoticeKind,
        part: Part,
        language: Language,
        values: &[Value<'_>],
    ) -> String {
        let catalogue = self.catalogue(language);
        let programs = catalogue.notices.get(kind as usize);
        programs
            .and_then(|programs| programs.get(part as usize))
            .map(|program| program.render(&catalogue.grammar, values))
            .map(|text| match part {
                Part::Subject | Part::PushTitle => text.replace('\n', " "),
                Part::Sms | Part::Text | Part::Push => text,
            })
            .unwrap_or_default()
    }

    fn catalogue(&self, language: Language) -> &Catalogue {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }

    fn catalogue_mut(&mut self, language: Language) -> &mut Arc<Catalogue> {
        match language {
            Language::Kk => &mut self.kk,
            Language::Ru => &mut self.ru,
            Language::En => &mut self.en,
        }
    }
}

impl Catalogue {
    fn compile(language: Language, messages: Messages, problems: &mut Vec<Problem>) -> Catalogue {
        let plurals = Plurals::of(language);
        let mut compiler = Compiler::new(language, &messages, &plurals);
        let codes = Code::ALL.iter().map(|code| code_text(&mut compiler, *code));
        let codes = codes.collect();
        let notices = NoticeKind::ALL.iter();
        let notices = notices
            .map(|kind| notice_texts(&mut compiler, *kind))
            .collect();
        let words = words(&mut compiler, &messages);
        let date_long = compiler.text("date-long", None, DATE_LONG, Lines::Joined);
        let months = (1..=12)
            .map(|month| compiler.plain(&format!("month-{month}")))
            .collect();
        problems.extend(compiler.finish());
        let grammar = Grammar {
            plurals,
            decimal_mark: decimal_mark(language),
            words,
            date_long,
            months,
        };
        Catalogue {
            messages,
            added: BTreeMap::new(),
            grammar,
            codes,
            notices,
        }
    }

    fn add_words(&mut self, words: &BTreeMap<String, String>) {
        let all = &mut self.grammar.words;
        for (spelling, word) in words {
            let word = clean::clean(word).into_owned();
            match all.binary_search_by(|(key, _)| key.cmp(spelling)) {
                Ok(index) => {
                    if let Some((_, old)) = all.get_mut(index) {
                        old.clone_from(&word);
                    }
                }
                Err(index) => all.insert(index, (spelling.clone(), word.clone())),
            }
            self.added.insert(spelling.clone(), word);
        }
    }
}

const fn decimal_mark(language: Language) -> char {
    match language {
        Language::Kk | Language::Ru => ',',
        Language::En => '.',
    }
}

fn code_text(compiler: &mut Compiler<'_>, code: Code) -> Program {
    compiler.only_attributes(code.as_str(), &[]);
    compiler.text(code.as_str(), None, code.params(), Lines::Joined)
}

fn notice_texts(compiler: &mut Compiler<'_>, kind: NoticeKind) -> Vec<Program> {
    let name = format!("notice-{}", kind.as_str().replace('_', "-"));
    compiler.only_attributes(&name, &Part::ALL.map(|(_, attribute, _)| attribute));
    Part::ALL
        .iter()
        .map(|(_, attribute, lines)| compiler.text(&name, Some(attribute), kind.params(), *lines))
        .collect()
}

/// All words that there are, and those that there must be, sorted by their spelling.
fn words(compiler: &mut Compiler<'_>, messages: &Messages) -> Vec<(String, String)> {
    let given = messages.keys().filter_map(|name| name.strip_prefix("w-"));
    let mut spellings: BTreeSet<String> = given.map(str::to_owned).collect();
    spellings.extend(vocabulary::words().map(str::to_owned));
    spellings
        .into_iter()
        .map(|spelling| {
            let word = compiler.plain(&format!("w-{spelling}"));
            (spelling, word)
        })
        .collect()
}

fn duplicate(at: &Place<'_>, name: &str) -> Problem {
    Reason::new(Code::DuplicateField).at(at.field(name).pointer())
}

#[cfg(test)]
mod tests;
