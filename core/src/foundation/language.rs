//! The service's languages, and texts that are given in all of them.

use qujat_export::export;

use crate::foundation::json::{Fields, FromJson, Json, Place};
use crate::foundation::problems::Problems;
use crate::foundation::single_line::check_length;
use crate::foundation::words::words;

words! {
    /// A language that every text exists in.
    #[export(code)]
    Language {
        /// Kazakh, in Cyrillic.
        Kk = "kk",
        /// Russian.
        Ru = "ru",
        /// English.
        En = "en",
    }
}

/// A text in the three languages, each of at most 1000 characters in a file.
#[export(record, input, public, own_reader)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct LocalText {
    /// Kazakh, in Cyrillic.
    #[cfg_attr(feature = "schema", schemars(length(max = LONGEST)))]
    pub kk: String,
    /// Russian.
    #[cfg_attr(feature = "schema", schemars(length(max = LONGEST)))]
    pub ru: String,
    /// English.
    #[cfg_attr(feature = "schema", schemars(length(max = LONGEST)))]
    pub en: String,
}

/// A text in a file has at most so many characters in a language.
const LONGEST: u32 = 1000;

impl FromJson for LocalText {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::new(json, &["kk", "ru", "en"], at, problems)?;
        let mut text = |name: &str| {
            let text: String = fields.get(name, at, problems)?;
            check_length(&text, LONGEST)
                .map_err(|reason| problems.push(reason.at(at.field(name).pointer())))
                .ok()?;
            Some(text)
        };
        let (kk, ru, en) = (text("kk"), text("ru"), text("en"));
        Some(LocalText {
            kk: kk?,
            ru: ru?,
            en: en?,
        })
    }
}

impl LocalText {
    /// The text in this language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }
}

/// A text that is shown to people: present in every language, and no longer than a paragraph.
pub(crate) fn shown_text(text: &LocalText, _: &()) -> garde::Result {
    for language in Language::ALL {
        let text = text.get(*language);
        if text.trim().is_empty() {
            return Err(garde::Error::new(format!("no text in {language}")));
        }
        if text.chars().count() > SHOWN_TEXT_MAX {
            let detail = format!("more than {SHOWN_TEXT_MAX} characters in {language}");
            return Err(garde::Error::new(detail));
        }
    }
    Ok(())
}

/// Characters that a name, an address or a title may have.
const SHOWN_TEXT_MAX: usize = 300;
