//! Any answer in a language, with the sources of its rules.

use std::collections::BTreeSet;

use qujat_export::export;

use crate::filing::validate::Validation;
use crate::foundation::catalogue::Code;
use crate::foundation::id::SourceId;
use crate::foundation::language::Language;
use crate::foundation::problem::{Coded, Error, Problem, Reason};
use crate::pictures::checks::Check;
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::SignatureReport;
use crate::rulebook::Rulebook;
use crate::service::calendar::ReadyDate;
use crate::service::centres::PickupOffer;
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::Decision;
use crate::service::faults::PaperRight;
use crate::service::fees::Quote;

/// An answer that can be explained: it gives its reasons, in the order in which to tell them.
pub trait Explain {
    /// The reasons behind the answer.
    fn reasons(&self) -> Vec<Reason>;
}

/// One cause of an explanation, and the advice.
// The text is for one person and may name a matter of health.
#[export(record, private, shows(code, source))]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Statement {
    /// The code it renders.
    pub code: Code,
    /// The cause, in the language asked for.
    pub text: String,
    /// The advice. Of several statements with one action, the last one has it; it is `None` where
    /// another statement says it, where the text says it itself, and where there is nothing to do.
    pub action: Option<String>,
    /// The source of the rule; `None` for matters of form.
    pub source: Option<SourceId>,
    /// The title of the source, with its article, number and date, in the language asked for.
    pub source_title: Option<String>,
}

impl Statement {
    /// The text, and the advice behind it.
    pub(crate) fn into_text(self) -> String {
        match self.action {
            Some(action) => self.text + " " + &action,
            None => self.text,
        }
    }
}

impl Rulebook {
    /// Explains an answer in a language: a decision, a quote, a ready date, a problem, a reason.
    /// Each cause is a statement; advice is said once for all causes that lead to it.
    ///
    /// ```
    /// use qujat::{Day, Inquiry, Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let decision = rules.decide(&Inquiry::renewal(Day::parse("2026-02-01")?), Day::parse("2025-11-10")?)?;
    /// let statements = rules.explain(&decision, Language::Ru);
    /// assert_eq!(statements[0].text, "оформление не доступно, обратитесь в ЦОН");
    /// assert_eq!(statements[1].code.as_str(), "TOO_EARLY");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn explain(&self, answer: &impl Explain, language: Language) -> Vec<Statement> {
        let reasons = answer.reasons();
        let texts = self.texts();
        let included = |reason| texts.included_action(reason, language);
        let mut said: BTreeSet<String> = reasons.iter().filter_map(included).collect();
        let statement = |reason: &Reason| {
            let source = reason.source.and_then(|id| self.source(id));
            let action = texts.action(reason, language);
            Statement {
                code: reason.code,
                text: texts.cause(reason, language),
                action: action.filter(|action| said.insert(action.clone())),
                source: reason.source,
                source_title: source.map(|source| texts.cite(source, language)),
            }
        };
        // From the last to the first, so that an action stands below all causes that lead to it.
        let mut statements: Vec<Statement> = reasons.iter().rev().map(statement).collect();
        statements.reverse();
        statements
    }

    /// The text of a reason or a problem for a citizen, with its parameters: the cause, and the
    /// advice.
    ///
    /// ```
    /// use qujat::{Code, Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let error = Rulebook::edition("no-such-edition").unwrap_err();
    /// assert!(!rules.text(&error, Language::Ru).is_empty());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self, coded: &impl Coded, language: Language) -> String {
        self.texts().explain(coded, language)
    }

    /// The text of a reason or a problem for the operator of the service; see
    /// [`Texts::explain_to_operator`](crate::texts::Texts::explain_to_operator).
    ///
    /// ```
    /// use qujat::{Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let error = Rulebook::edition("no-such-edition").unwrap_err();
    /// assert!(!rules.operator_text(&error, Language::En).is_empty());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn operator_text(&self, coded: &impl Coded, language: Language) -> String {
        self.texts().explain_to_operator(coded, language)
    }
}

impl Explain for Reason {
    fn reasons(&self) -> Vec<Reason> {
        vec![self.clone()]
    }
}

impl Explain for Problem {
    fn reasons(&self) -> Vec<Reason> {
        vec![Reason {
            code: self.code,
            params: self.params.clone(),
            source: self.source,
        }]
    }
}

/// Every problem, as the applicant is told.
impl Explain for Validation {
    fn reasons(&self) -> Vec<Reason> {
        self.problems.iter().flat_map(Explain::reasons).collect()
    }
}

impl Explain for Error {
    fn reasons(&self) -> Vec<Reason> {
        self.problems().flat_map(Explain::reasons).collect()
    }
}

/// A refusal begins with the service's notice, verbatim.
impl Explain for Decision {
    fn reasons(&self) -> Vec<Reason> {
        let notice = (!self.is_eligible()).then(|| Reason::new(Code::NotAvailableOnline));
        notice.into_iter().chain(Decision::reasons(self)).collect()
    }
}

impl Explain for Quote {
    fn reasons(&self) -> Vec<Reason> {
        let lines = self.lines.iter().flat_map(|line| {
            let exempt = line.exempt_reason();
            std::iter::once(line.reason.clone()).chain(exempt)
        });
        lines.chain(self.warnings.iter().cloned()).collect()
    }
}

impl Explain for ReadyDate {
    fn reasons(&self) -> Vec<Reason> {
        vec![self.reason.clone()]
    }
}

impl Explain for PickupOffer {
    fn reasons(&self) -> Vec<Reason> {
        vec![self.reason.clone()]
    }
}

impl Explain for DeliveryEstimate {
    fn reasons(&self) -> Vec<Reason> {
        vec![self.reason.clone()]
    }
}

/// Every check, also those that passed.
impl Explain for PhotoReport {
    fn reasons(&self) -> Vec<Reason> {
        reasons(&self.checks)
    }
}

/// Every check, also those that passed.
impl Explain for SignatureReport {
    fn reasons(&self) -> Vec<Reason> {
        reasons(&self.checks)
    }
}

fn reasons(checks: &[Check]) -> Vec<Reason> {
    let reasons = checks.iter().map(|check| check.reason.clone());
    reasons.collect()
}

/// The right or its absence, and the statement of the fault.
impl Explain for PaperRight {
    fn reasons(&self) -> Vec<Reason> {
        let statement = self.statement.iter().map(|statement| &statement.reason);
        std::iter::once(&self.reason)
            .chain(statement)
            .cloned()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;
    use crate::people::identity::{DocumentKind, Ground};
    use crate::service::eligibility::Inquiry;

    fn rules() -> &'static Rulebook {
        Rulebook::edition("service-2025").unwrap()
    }

    /// SPEC 13: several causes are a list, the action is said once; here by the notice itself.
    #[test]
    fn a_refusal_says_once_where_to_go() {
        let rules = rules();
        let mut inquiry = Inquiry::renewal(Day::parse("2026-01-01").unwrap());
        inquiry.document = DocumentKind::Passport;
        inquiry.ground = Ground::Loss;
        let decision = rules.decide(&inquiry, Day::parse("2026-06-01").unwrap());
        let decision = decision.unwrap();
        for (language, centre) in [
            (Language::Kk, "ХҚКО"),
            (Language::Ru, "ЦОН"),
            (Language::En, "Public Service Centre"),
        ] {
            let said = rules.explain(&decision, language);
            assert_eq!(said.len(), 1 + decision.reasons().len());
            assert!(said.len() > 3);
            assert!(said.iter().all(|statement| statement.action.is_none()));
            let whole: Vec<String> = said.into_iter().map(Statement::into_text).collect();
            assert_eq!(whole.concat().matches(centre).count(), 1, "{whole:?}");
        }
    }

    #[test]
    fn an_action_of_several_problems_stands_with_the_last() {
        let rules = rules();
        let problem = |field: &'static str| {
            let field = crate::foundation::problem::ParamValue::Word {
                value: field.into(),
            };
            Reason::new(Code::RegisterMismatch)
                .with("field", field)
                .into_problem()
        };
        let problems = vec![problem("surname"), problem("sex"), problem("iin")];
        let error = Error::from_problems(problems).unwrap();
        let said = rules.explain(&error, Language::Ru);
        let actions: Vec<bool> = said.iter().map(|said| said.action.is_some()).collect();
        assert_eq!(actions, [false, false, true]);
        // Alone, each says both.
        let alone = rules.text(&problem("sex"), Language::Ru);
        assert_eq!(
            Some(alone.as_str()),
            said.get(1)
                .zip(said.get(2).and_then(|last| last.action.as_ref()))
                .map(|(cause, action)| format!("{} {action}", cause.text))
                .as_deref()
        );
    }
}
