//! The service's languages.

use crate::words::words;

words! {
    /// A language that every text exists in.
    Language {
        /// Kazakh, in Cyrillic.
        Kk = "kk",
        /// Russian.
        Ru = "ru",
        /// English.
        En = "en",
    }
}
