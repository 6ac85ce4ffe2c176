//! The service's languages, and texts that are given in all of them.

use qujat_export::export;

use crate::json::record;
use crate::words::words;

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

record! {
    /// A text in the three languages.
    #[export(record)]
    #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
    pub struct LocalText {
        /// Kazakh, in Cyrillic.
        pub kk: String,
        /// Russian.
        pub ru: String,
        /// English.
        pub en: String,
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
