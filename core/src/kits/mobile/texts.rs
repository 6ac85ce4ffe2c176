//! The texts of a rulebook.

use std::sync::Arc;

use crate::foundation::language::Language;
use crate::foundation::problem::{Problem, Reason};

use super::error::Answered;
use super::rulebook::Rulebook;

/// Texts in the three languages: those of a rulebook, or with messages of one's own.
#[derive(uniffi::Object)]
pub struct Texts {
    rules: Arc<Rulebook>,
    /// The texts with the overrides; `None` for the rulebook's own.
    own: Option<crate::wording::texts::Texts>,
}

impl Texts {
    pub(super) fn of(rules: Arc<Rulebook>) -> Arc<Texts> {
        Arc::new(Texts { rules, own: None })
    }

    fn core(&self) -> &crate::wording::texts::Texts {
        self.own
            .as_ref()
            .unwrap_or_else(|| self.rules.core().texts())
    }
}

#[uniffi::export]
impl Texts {
    /// These texts with some messages of one language replaced by those of a Fluent source.
    pub fn with_overrides(&self, language: Language, ftl: String) -> Answered<Arc<Texts>> {
        let own = self.core().with_overrides(language, &ftl)?;
        Ok(Arc::new(Texts {
            rules: Arc::clone(&self.rules),
            own: Some(own),
        }))
    }

    /// The word of a language for a stable spelling such as `expiry`; `None` for a spelling
    /// without a word.
    pub fn word(&self, spelling: String, language: Language) -> Option<String> {
        self.core().word(&spelling, language).map(str::to_owned)
    }

    /// The text of a reason for a citizen, with its parameters, on one line.
    pub fn text_of_reason(&self, reason: Reason, language: Language) -> Answered<String> {
        Ok(self.core().explain(&reason, language))
    }

    /// The text of a problem for a citizen, with its parameters, on one line.
    pub fn text_of_problem(&self, problem: Problem, language: Language) -> Answered<String> {
        Ok(self.core().explain(&problem, language))
    }

    /// The text of a reason for the operator of the service, with identifiers.
    pub fn operator_text_of_reason(&self, reason: Reason, language: Language) -> Answered<String> {
        Ok(self.core().explain_to_operator(&reason, language))
    }

    /// The text of a problem for the operator of the service, with identifiers.
    pub fn operator_text_of_problem(
        &self,
        problem: Problem,
        language: Language,
    ) -> Answered<String> {
        Ok(self.core().explain_to_operator(&problem, language))
    }
}
