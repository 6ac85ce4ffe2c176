//! What has to hold of every answer.

use std::sync::OnceLock;

use qujat::{Code, Coded, Day, Language, Problem, Rulebook};
use serde_json::Value;

/// The default edition.
pub fn rules() -> &'static Rulebook {
    Rulebook::edition(Rulebook::DEFAULT_EDITION).expect("the shipped edition loads")
}

/// The day of a text that is one.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The day whose rules the targets ask for.
pub fn today() -> Day {
    static TODAY: OnceLock<Day> = OnceLock::new();
    *TODAY.get_or_init(|| day("2026-02-10"))
}

/// The result of a function that has to give the same one each time.
pub fn twice<T: PartialEq>(answer: impl Fn() -> T) -> T {
    let first = answer();
    assert!(first == answer(), "the same input gave two answers");
    first
}

/// A coded answer has the parameters that the catalogue promises, and a text in every language.
pub fn check_reason(coded: &impl Coded) {
    let code = coded.code();
    let found = coded
        .params()
        .iter()
        .map(|(name, value)| (name, value.kind()));
    let found: Vec<_> = found.collect();
    let promised = code.params().iter().map(|param| (param.name, param.kind));
    let promised: Vec<_> = promised.collect();
    assert_eq!(found, promised, "{code}");
    for language in Language::ALL {
        let text = rules().text(coded, *language);
        assert!(!text.trim().is_empty(), "{code} has no text");
        assert!(
            !text.contains(['\u{202e}', '\r', '\u{0}']),
            "{code} has the text {text:?}"
        );
    }
}

/// Problems are as reasons are, and each one's place is in the document, if that is JSON.
pub fn check_problems<'p>(problems: impl IntoIterator<Item = &'p Problem>, document: &[u8]) {
    let problems: Vec<&Problem> = problems.into_iter().collect();
    // Of a field that is there twice, readers take different ones.
    let twice = |problem: &&Problem| problem.code == Code::DuplicateField;
    let document = serde_json::from_slice::<Value>(document).ok();
    let document = document.filter(|_| !problems.iter().any(twice));
    for problem in problems {
        check_reason(problem);
        let pointer = problem.pointer.as_str();
        assert!(pointer.is_empty() || pointer.starts_with('/'), "{pointer}");
        let Some(document) = &document else { continue };
        let there = match problem.code {
            // What is not there is named by the place where it belongs; a list that is left out is
            // an empty one.
            Code::MissingField | Code::RegisterMismatch | Code::ListLength => {
                pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
            }
            _ => pointer,
        };
        assert!(
            document.pointer(there).is_some(),
            "{} at {pointer:?}, which is not in the document",
            problem.code
        );
    }
}
