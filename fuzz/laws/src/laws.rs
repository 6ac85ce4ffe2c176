//! The laws of every answer.

use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use qujat::problem::Coded;
use qujat::{Code, Day, Language, Problem, Rulebook};
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

/// Reasons that were looked at are not looked at again; after so many all are forgotten.
const MOST_SEEN: usize = 1 << 16;

/// A coded answer has the parameters that the catalogue promises, and a text in every language.
pub fn check_reason(coded: &impl Coded) {
    thread_local! {
        static SEEN: RefCell<HashSet<u64>> = RefCell::default();
    }
    let (code, params) = (coded.code(), coded.params());
    let mut hasher = DefaultHasher::new();
    (code, params).hash(&mut hasher);
    let is_new = SEEN.with_borrow_mut(|seen| {
        if seen.len() > MOST_SEEN {
            seen.clear();
        }
        seen.insert(hasher.finish())
    });
    if !is_new {
        return;
    }
    let found = params.iter().map(|(name, value)| (name, value.kind()));
    let promised = code.params().iter().map(|param| (param.name, param.kind));
    assert!(found.eq(promised), "{code} has {params:?}");
    for language in Language::ALL {
        let text = rules().text(coded, *language);
        assert!(!text.trim().is_empty(), "{code} has no text");
        assert!(
            !text.contains(|c: char| c.is_control() || steers(c)),
            "{code} has the text {text:?}"
        );
    }
}

/// Characters that change the direction of what follows them.
pub fn steers(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
            // An absent value is named by the place where it belongs; a list that is left out is
            // an empty one.
            Code::MissingField | Code::RegisterMismatch | Code::ListLength | Code::PeriodGap => {
                pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
            }
            _ => pointer,
        };
        // Names that nobody knows are not shown; what they are in is there.
        let there = there.split("/<unknown>").next().unwrap_or(there);
        assert!(
            document.pointer(there).is_some(),
            "{} at {pointer:?}, which is not in the document",
            problem.code
        );
    }
}
