//! Texts in Kazakh, Russian and English: every code, every notice, every word.
//!
//! Texts are data, in [Fluent](https://projectfluent.org)'s format. They are checked when they are
//! loaded: each text that the library needs is there, uses only the variables that its code or
//! notice has, and uses nothing of Fluent that this library does not do. The syntax of a text:
//!
//! - `{ $variable }`: a number as it is; an amount or another decimal figure with a comma in Kazakh
//!   and Russian; a date in its long form, by the message `date-long` with `$day`, `$month` (the text
//!   of `month-1` to `month-12`) and `$year`; a word by its message `w-` and its stable spelling,
//!   and several words with `, ` between them;
//! - a calendar's event by `appointment-summary` and `appointment-description`, with `$application`;
//! - a source by the message `source-citation`, with `$title`, `$number`, `$date` and `$article`;
//! - `{ DATETIME($day, dateStyle: "short") }`: the date as `31.12.2025`;
//! - `{ message }` and `{ message.attribute }`: that text in its place;
//! - `{ $number -> [0] … [one] … *[other] … }`: by exact numbers and CLDR's cardinal categories,
//!   and `{ $word -> [expiry] … *[other] … }` by the stable spelling, or the text, of which `[none]`
//!   is an empty one;
//! - `{ "literal" }`.
//!
//! The message of a code is the cause. The advice may stand in it, or in its attribute `.action`,
//! so that several causes with one action say it once; `.includes` is an action that the message
//! says in its own words, so that it is not said again next to it. `.operator` is the whole text
//! for the operator of the service, if a citizen must read something else.
//!
//! A source has at most 256 KiB, a name 64 bytes; braces and calls stand in each other at most 8 deep,
//! and texts in each other, by references and variants, at most 16. A text may grow to 2000 elements and
//! 16 KiB by its references, all texts of a language to 40 000 elements and 1 MiB.
//!
//! Unlike other implementations of Fluent, this one puts no invisible isolation marks around
//! variables: they would cost a whole SMS.

mod sample;
mod vocabulary;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use arrayvec::ArrayVec;

use crate::fluent::MAX_VARIABLES;
use crate::fluent::Value;
use crate::fluent::compile::{Compiler, Lines};
use crate::fluent::program::{Grammar, Printer, Program};
use crate::fluent::source::{self, Messages};
use crate::foundation::catalogue::{Code, ParamKind, ParamSpec};
use crate::foundation::clean::clean;
use crate::foundation::dated::Source;
use crate::foundation::json::Place;
use crate::foundation::language::{Language, LocalText};
use crate::foundation::problem::{Coded, Error, Problem, Reason};
use crate::foundation::problems::Problems;
use crate::service::notice_kinds::NoticeKind;

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

/// The variables of `source-citation`; those that a source does not have are empty.
const CITATION: &[ParamSpec] = &[
    ParamSpec {
        name: "title",
        kind: ParamKind::Text,
    },
    ParamSpec {
        name: "number",
        kind: ParamKind::Text,
    },
    ParamSpec {
        name: "date",
        kind: ParamKind::Text,
    },
    ParamSpec {
        name: "article",
        kind: ParamKind::Text,
    },
];

/// The variables of `appointment-summary` and `appointment-description`.
const APPOINTMENT: &[ParamSpec] = &[ParamSpec {
    name: "application",
    kind: ParamKind::Text,
}];

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
                    ("codes.ftl", include_str!(concat!("../../../data/texts/", $folder, "/codes.ftl"))),
                    ("words.ftl", include_str!(concat!("../../../data/texts/", $folder, "/words.ftl"))),
                    (
                        "notices.ftl",
                        include_str!(concat!("../../../data/texts/", $folder, "/notices.ftl")),
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
    grammar: Grammar,
    /// By the place of the code in [`Code::ALL`].
    codes: Vec<CodeTexts>,
    /// By the place of the kind in [`NoticeKind::ALL`], then by [`Part`].
    notices: Vec<Vec<Program>>,
}

/// The texts of one code, by the attributes of its message.
#[derive(Clone, Debug, Default)]
struct CodeTexts {
    /// The message's value: the cause.
    cause: Program,
    /// `.action`: the advice, if the value does not give it.
    action: Option<Program>,
    /// `.includes`: an action that the value says in its own words, so that it is not said again.
    includes: Option<Program>,
    /// `.operator`: all of it for an operator, if a citizen must read something else.
    operator: Option<Program>,
}

/// Every text in every language. It never changes; adding or replacing texts makes another.
///
/// ```
/// use qujat::texts::Texts;
/// use qujat::{Day, Language};
/// let reason = Day::parse("2025-02-29").unwrap_err();
/// let text = Texts::shipped().explain(&reason, Language::En);
/// assert!(!text.is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Texts {
    kk: OfLanguage,
    ru: OfLanguage,
    en: OfLanguage,
}

/// The texts of one language.
#[derive(Clone, Debug, Default)]
struct OfLanguage {
    origin: Origin,
    /// Words that were added as data, not as messages. They come before those of the catalogue.
    added: Arc<BTreeMap<String, String>>,
}

/// The origin of the texts of a language.
#[derive(Clone, Debug)]
enum Origin {
    /// They come with the library.
    Shipped(Language),
    Own(Arc<Catalogue>),
}

impl Default for Origin {
    fn default() -> Origin {
        Origin::Own(Arc::default())
    }
}

/// The catalogue that comes with the library. It is compiled when its language is first used: most
/// callers need one language, and many need no text at all.
fn shipped_catalogue(language: Language) -> &'static Catalogue {
    static KK: LazyLock<Catalogue> = LazyLock::new(|| load_shipped(Language::Kk));
    static RU: LazyLock<Catalogue> = LazyLock::new(|| load_shipped(Language::Ru));
    static EN: LazyLock<Catalogue> = LazyLock::new(|| load_shipped(Language::En));
    match language {
        Language::Kk => &KK,
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

fn load_shipped(language: Language) -> Catalogue {
    let mut problems = Problems::new();
    let catalogue = Catalogue::load(language, shipped(language), &mut problems);
    // A test proves that they load. Were they broken nevertheless, codes would still be explained,
    // by their meaning in English.
    if problems.is_empty() {
        catalogue
    } else {
        Catalogue::default()
    }
}

impl OfLanguage {
    fn catalogue(&self) -> &Catalogue {
        match &self.origin {
            Origin::Shipped(language) => shipped_catalogue(*language),
            Origin::Own(catalogue) => catalogue,
        }
    }

    fn printer(&self) -> Printer<'_> {
        Printer::new(&self.catalogue().grammar, &self.added)
    }
}

impl Texts {
    /// The texts that come with the library.
    #[must_use]
    pub fn shipped() -> &'static Texts {
        static SHIPPED: LazyLock<Texts> = LazyLock::new(|| {
            let of_language = |language| OfLanguage {
                origin: Origin::Shipped(language),
                added: Arc::default(),
            };
            Texts {
                kk: of_language(Language::Kk),
                ru: of_language(Language::Ru),
                en: of_language(Language::En),
            }
        });
        &SHIPPED
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
        let mut problems = Problems::new();
        let root = Place::ROOT.field("texts");
        let overrides = source::read(ftl, root.field(language.as_str()), &mut problems);
        let before = self.of(language);
        let mut messages = before.catalogue().messages.clone();
        let mut added = Arc::clone(&before.added);
        for (name, message) in overrides {
            if let Some(spelling) = name.strip_prefix("w-") {
                Arc::make_mut(&mut added).remove(spelling);
            }
            messages.insert(name, message);
        }
        let catalogue = Catalogue::compile(language, messages, &mut problems);
        if let Some(error) = problems.into_error() {
            return Err(error);
        }
        let mut texts = self.clone();
        *texts.of_mut(language) = OfLanguage {
            origin: Origin::Own(Arc::new(catalogue)),
            added,
        };
        Ok(texts)
    }

    /// Adds words of the domain, or replaces them: how parameters with these stable spellings are
    /// printed in each language. They are plain text, not Fluent; invisible characters are removed.
    /// Titles in a rulebook, such as those of exemptions and zones, become words in this way.
    ///
    /// A text that refers to `w-…` by name keeps the word that it was loaded with.
    pub fn add_words(&mut self, words: &BTreeMap<String, LocalText>) {
        for language in Language::ALL.iter().copied() {
            let added = Arc::make_mut(&mut self.of_mut(language).added);
            for (spelling, word) in words {
                let word = clean(word.get(language)).into_owned();
                added.insert(spelling.clone(), word);
            }
        }
    }

    /// The word of a language for a stable spelling such as `expiry`; `None` for a spelling without
    /// a word.
    #[must_use]
    pub fn word(&self, spelling: &str, language: Language) -> Option<&str> {
        self.of(language).printer().word(spelling)
    }

    /// The text of a reason or a problem for a citizen, with its parameters, on one line: the cause
    /// and the advice.
    ///
    /// Values that are text are printed without characters that print nothing.
    #[must_use]
    pub fn explain(&self, coded: &impl Coded, language: Language) -> String {
        let mut text = self.cause(coded, language);
        if let Some(action) = self.action(coded, language) {
            text.push(' ');
            text.push_str(&action);
        }
        text
    }

    /// The text of a reason or a problem for the operator of the service: with the names of
    /// entries, places and identifiers, which a citizen must not read. Most codes say the same to
    /// both.
    #[must_use]
    pub fn explain_to_operator(&self, coded: &impl Coded, language: Language) -> String {
        self.print(coded, language, |texts| texts.operator.as_ref())
            .unwrap_or_else(|| self.explain(coded, language))
    }

    /// The cause, without the advice.
    pub(crate) fn cause(&self, coded: &impl Coded, language: Language) -> String {
        self.print(coded, language, |texts| Some(&texts.cause))
            .unwrap_or_else(|| coded.code().meaning().to_owned())
    }

    /// The advice; `None` if the cause gives it, or if nothing can be done.
    pub(crate) fn action(&self, coded: &impl Coded, language: Language) -> Option<String> {
        self.print(coded, language, |texts| texts.action.as_ref())
    }

    /// An action that the cause says in its own words.
    pub(crate) fn included_action(&self, coded: &impl Coded, language: Language) -> Option<String> {
        self.print(coded, language, |texts| texts.includes.as_ref())
    }

    /// A part of a code's text, if there is this part.
    fn print(
        &self,
        coded: &impl Coded,
        language: Language,
        part: fn(&CodeTexts) -> Option<&Program>,
    ) -> Option<String> {
        let (code, params) = (coded.code(), coded.params());
        let texts = self.of(language);
        let program = part(texts.catalogue().codes.get(code as usize)?)?;
        let values: ArrayVec<Value<'_>, MAX_VARIABLES> = code
            .params()
            .iter()
            .map(|spec| params.get(spec.name).map_or(Value::NONE, Value::from))
            .take(MAX_VARIABLES)
            .collect();
        Some(program.render(texts.printer(), &values))
    }

    /// The title and the description of a calendar's event for picking up a card.
    pub(crate) fn appointment(&self, application: &str, language: Language) -> (String, String) {
        let application = [Value::Text(clean(application))];
        let [title, description] = self.of(language).printer().appointment(&application);
        (title, description)
    }

    /// A source as it is cited below a statement: its title, article, number and date.
    #[must_use]
    pub fn cite(&self, source: &Source, language: Language) -> String {
        let printer = self.of(language).printer();
        let text =
            |text: &Option<String>| Value::Text(Cow::Owned(text.clone().unwrap_or_default()));
        let values = [
            Value::Text(clean(source.title.get(language))),
            text(&source.number),
            Value::Text(Cow::Owned(
                source.date.map(|day| printer.long(day)).unwrap_or_default(),
            )),
            text(&source.article),
        ];
        printer.citation(&values)
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
        let texts = self.of(language);
        let programs = texts.catalogue().notices.get(kind as usize);
        programs
            .and_then(|programs| programs.get(part as usize))
            .map(|program| program.render(texts.printer(), values))
            .map(|text| match part {
                Part::Subject | Part::PushTitle if text.contains('\n') => text.replace('\n', " "),
                _ => text,
            })
            .unwrap_or_default()
    }

    fn of(&self, language: Language) -> &OfLanguage {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }

    fn of_mut(&mut self, language: Language) -> &mut OfLanguage {
        match language {
            Language::Kk => &mut self.kk,
            Language::Ru => &mut self.ru,
            Language::En => &mut self.en,
        }
    }
}

impl Catalogue {
    /// Loads and checks the named files of a language.
    fn load<'f>(
        language: Language,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
        problems: &mut Problems,
    ) -> Catalogue {
        let root = Place::ROOT.field("texts");
        let place = root.field(language.as_str());
        let mut messages = Messages::new();
        for (name, text) in files {
            for (name, message) in source::read(text, place.field(name), problems) {
                if messages.contains_key(&name) {
                    problems.push(duplicate(&place, &name));
                }
                messages.insert(name, message);
            }
        }
        Catalogue::compile(language, messages, problems)
    }

    fn compile(language: Language, messages: Messages, problems: &mut Problems) -> Catalogue {
        let mut compiler = Compiler::new(language, &messages);
        let codes = Code::ALL
            .iter()
            .map(|code| code_texts(&mut compiler, *code));
        let codes = codes.collect();
        let notices = NoticeKind::ALL.iter();
        let notices = notices
            .map(|kind| notice_texts(&mut compiler, *kind))
            .collect();
        let words = words(&mut compiler, &messages);
        let date_long = compiler.text("date-long", None, DATE_LONG, Lines::Joined);
        let appointment = ["summary", "description"].map(|part| {
            let name = format!("appointment-{part}");
            compiler.text(&name, None, APPOINTMENT, Lines::Joined)
        });
        let citation = compiler.text("source-citation", None, CITATION, Lines::Joined);
        let months = (1..=12)
            .map(|month| compiler.plain(&format!("month-{month}")))
            .collect();
        problems.extend(compiler.finish());
        let grammar = Grammar {
            language: Some(language),
            decimal_mark: decimal_mark(language),
            words,
            date_long,
            citation,
            appointment,
            months,
        };
        Catalogue {
            messages,
            grammar,
            codes,
            notices,
        }
    }
}

const fn decimal_mark(language: Language) -> char {
    match language {
        Language::Kk | Language::Ru => ',',
        Language::En => '.',
    }
}

fn code_texts(compiler: &mut Compiler<'_>, code: Code) -> CodeTexts {
    let name = code.as_str();
    compiler.only_attributes(name, &["action", "includes", "operator"]);
    let mut part = |attribute| {
        let exists = compiler.has_attribute(name, attribute);
        exists.then(|| compiler.text(name, Some(attribute), code.params(), Lines::Joined))
    };
    let (action, includes, operator) = (part("action"), part("includes"), part("operator"));
    CodeTexts {
        cause: compiler.text(name, None, code.params(), Lines::Joined),
        action,
        includes,
        operator,
    }
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
mod oracle;
#[cfg(test)]
mod tests;
