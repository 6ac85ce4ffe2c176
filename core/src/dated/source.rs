//! Where a rule comes from.

use qujat_export::export;

use crate::json::record;
use crate::language::LocalText;
use crate::words::words;

words! {
    /// How well a source is known.
    #[export(code)]
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
    /// A source that rulebook entries cite.
    #[export(record)]
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
