//! Where a rule comes from.

use crate::json::record;
use crate::language::Language;
use crate::words::words;

words! {
    /// How well a source is known.
    Confidence {
        /// The official text, or two independent sources.
        High = "high",
        /// One decent source.
        Medium = "medium",
        /// The service description that this library implements.
        Service = "service",
        /// The library's own choice, where no source says.
        OwnChoice = "own_choice",
    }
}

record! {
    /// A text in the three languages.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
    pub struct LocalText {
        /// Kazakh, in Cyrillic.
        pub kk: String,
        /// Russian.
        pub ru: String,
        /// English.
        pub en: String,
    }

    /// A source that rulebook entries cite.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
    pub struct Source {
        /// What it is called.
        pub title: LocalText,
        /// Where it is published, if it is.
        pub url: Option<String>,
        /// How well it is known.
        pub confidence: Confidence,
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
