//! The source of a rule.

use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::json::{Place, record};
use crate::foundation::language::LocalText;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::foundation::single_line::{check_length, is_blank, is_invisible};
use crate::foundation::words::words;

words! {
    /// The certainty of a source.
    #[export(code)]
    Confidence {
        /// The official text, or two independent sources.
        High = "high",
        /// One decent source.
        Medium = "medium",
        /// The service description that this library implements.
        Service = "service",
        /// A choice of the software's developers, where no source says.
        OwnChoice = "own_choice",
    }
}

record! {
    /// A source that rulebook entries cite.
    #[export(record, public, own_reader)]
    #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
    pub struct Source {
        /// Its title, without number and date.
        pub title: LocalText,
        /// The number of the act, as it is printed: `235-V`; at most 64 characters.
        pub number: Option<String>,
        /// The day of the act.
        pub date: Option<Day>,
        /// The article of the act that says it: `492`; at most 64 characters.
        pub article: Option<String>,
        /// The address of its publication, if it has one: `https`, at most 300 characters.
        pub url: Option<String>,
        /// Its certainty.
        pub confidence: Confidence,
    }
}

/// A source with its name.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NamedSource {
    /// The name, as answers cite it.
    pub id: SourceId,
    /// The source.
    pub source: Source,
}

/// A number or an article has at most so many characters.
const MAX_NUMBER: u32 = 64;
/// An address has at most so many characters.
const MAX_URL: u32 = 300;

impl Source {
    /// Reports characters that a citation cannot show.
    pub(crate) fn check(&self, at: Place<'_>, problems: &mut Problems) {
        for (name, text) in [("number", &self.number), ("article", &self.article)] {
            let fits = |text: &String| {
                check_length(text, MAX_NUMBER).is_ok()
                    && !is_blank(text)
                    && !text.contains(is_invisible)
            };
            if !text.as_ref().is_none_or(fits) {
                problems
                    .push(bounds("1 to 64 characters that are seen").at(at.field(name).pointer()));
            }
        }
        let fits = |url: &String| {
            let rest = url.strip_prefix("https://").unwrap_or_default();
            !rest.is_empty()
                && check_length(url, MAX_URL).is_ok()
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
        };
        if !self.url.as_ref().is_none_or(fits) {
            let detail = "an address that begins with https://";
            problems.push(bounds(detail).at(at.field("url").pointer()));
        }
    }
}

fn bounds(detail: &str) -> Reason {
    Reason::new(Code::ValueBounds).with("detail", detail)
}
