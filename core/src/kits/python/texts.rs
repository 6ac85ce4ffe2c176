//! The texts of a rulebook.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;

use super::error::{answer, call, detached};
use super::list::List;
use super::object::Rebuilt;
use super::rulebook::RulebookObject;
use super::text::{OwnedStr, Str};
use crate::foundation::language::Language;
use crate::foundation::problem::{Error, Problem, Reason};
use crate::wording::texts::Texts;

/// Texts in the three languages: those of a rulebook, or with messages of one's own.
#[pyclass(module = "qujat", name = "Texts", frozen, eq, hash)]
#[derive(Clone, Debug)]
pub struct TextsObject {
    rules: RulebookObject,
    /// The texts laid over them, in this order, so that they can be pickled.
    overrides: Vec<(Language, String)>,
    /// The texts with the overrides; `None` for the rulebook's own.
    own: Option<Texts>,
}

impl PartialEq for TextsObject {
    fn eq(&self, other: &TextsObject) -> bool {
        self.rules == other.rules && self.overrides == other.overrides
    }
}

impl Eq for TextsObject {}

impl Hash for TextsObject {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rules.hash(state);
        self.overrides.hash(state);
    }
}

impl TextsObject {
    pub(super) fn of(rules: RulebookObject) -> TextsObject {
        TextsObject {
            rules,
            overrides: Vec::new(),
            own: None,
        }
    }

    fn texts(&self) -> &Texts {
        self.own.as_ref().unwrap_or_else(|| self.rules.texts())
    }

    fn overlaid(&self, language: Language, ftl: &str) -> Result<TextsObject, Error> {
        let own = self.texts().with_overrides(language, ftl)?;
        let mut overrides = self.overrides.clone();
        overrides.push((language, ftl.to_owned()));
        Ok(TextsObject {
            rules: self.rules.clone(),
            overrides,
            own: Some(own),
        })
    }
}

#[pymethods]
impl TextsObject {
    /// The texts of a rulebook; `Rulebook.texts` is the same.
    #[new]
    fn __new__(rules: RulebookObject) -> TextsObject {
        TextsObject::of(rules)
    }

    /// These texts with some messages of one language replaced by those of a Fluent source.
    fn with_overrides(
        &self,
        py: Python<'_>,
        language: Language,
        ftl: Str<'_>,
    ) -> PyResult<TextsObject> {
        detached(py, || self.overlaid(language, ftl.0))
    }

    /// The word of a language for a stable spelling such as `expiry`; `None` for a spelling
    /// without a word.
    fn word(&self, spelling: Str<'_>, language: Language) -> PyResult<Option<&str>> {
        answer(|| self.texts().word(spelling.0, language))
    }

    /// The text of a reason or a problem for a citizen, with its parameters, on one line.
    fn explain(&self, coded: Coded, language: Language) -> PyResult<String> {
        answer(|| match &coded {
            Coded::Reason(reason) => self.texts().explain(reason, language),
            Coded::Problem(problem) => self.texts().explain(problem, language),
        })
    }

    /// The text of a reason or a problem for the operator of the service, with identifiers.
    fn explain_to_operator(&self, coded: Coded, language: Language) -> PyResult<String> {
        answer(|| match &coded {
            Coded::Reason(reason) => self.texts().explain_to_operator(reason, language),
            Coded::Problem(problem) => self.texts().explain_to_operator(problem, language),
        })
    }

    fn __repr__(&self) -> String {
        format!("Texts({})", self.rules.shown())
    }

    #[staticmethod]
    fn _restore(
        rules: RulebookObject,
        overrides: List<(Language, OwnedStr)>,
    ) -> PyResult<TextsObject> {
        call(|| {
            let texts = TextsObject::of(rules);
            overrides
                .0
                .iter()
                .try_fold(texts, |texts, (language, ftl)| {
                    texts.overlaid(*language, &ftl.0)
                })
        })
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> Rebuilt<'py, (RulebookObject, Vec<(Language, String)>)> {
        let restore = py.get_type::<TextsObject>().getattr("_restore")?;
        Ok((restore, (self.rules.clone(), self.overrides.clone())))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, memo: &Bound<'_, PyAny>) -> Py<Self> {
        let _ = memo;
        slf
    }
}

/// A reason or a problem.
#[derive(FromPyObject)]
enum Coded {
    Reason(Reason),
    Problem(Problem),
}
