//! Any answer in a language, with the sources of its rules.

use std::fmt;

use qujat_export::export;

use crate::calendar::ReadyDate;
use crate::catalogue::Code;
use crate::centres::PickupOffer;
use crate::checks::Check;
use crate::delivery::DeliveryEstimate;
use crate::eligibility::Decision;
use crate::faults::PaperRight;
use crate::fees::Quote;
use crate::id::SourceId;
use crate::language::Language;
use crate::portrait::PhotoReport;
use crate::problem::{Coded, Error, Problem, Reason};
use crate::rulebook::Rulebook;
use crate::signature::SignatureReport;

/// An answer that can be explained: it gives its reasons, in the order in which to tell them.
pub trait Explain {
    /// The reasons behind the answer.
    fn reasons(&self) -> Vec<Reason>;
}

/// One sentence of an explanation.
#[export(record)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Statement {
    /// The code it renders.
    pub code: Code,
    /// The text, in the language asked for.
    pub text: String,
    /// The source of the rule; `None` for matters of form.
    pub source: Option<SourceId>,
    /// What the source is called, in the language asked for.
    pub source_title: Option<String>,
}

/// Without the text, which is for one person and may name a matter of health.
impl fmt::Debug for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Statement")
            .field("code", &self.code)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl Rulebook {
    /// Explains an answer in a language: a decision, a quote, a ready date, a problem, a reason.
    ///
    /// ```
    /// use qujat::{Day, Inquiry, Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let decision = rules.decide(&Inquiry::renewal(Day::parse("2030-01-01")?), Day::parse("2025-11-10")?)?;
    /// let statements = rules.explain(&decision, Language::Ru);
    /// assert_eq!(statements[0].text, "оформление не доступно, обратитесь в ЦОН");
    /// assert_eq!(statements[1].code.as_str(), "TOO_EARLY");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn explain(&self, answer: &impl Explain, language: Language) -> Vec<Statement> {
        let statement = |reason: &Reason| {
            let title = reason.source.and_then(|id| self.source(id));
            Statement {
                code: reason.code,
                text: self.texts().explain(reason, language),
                source: reason.source,
                source_title: title.map(|source| source.title.get(language).to_owned()),
            }
        };
        answer.reasons().iter().map(statement).collect()
    }

    /// The text of one code with its parameters.
    #[must_use]
    pub fn text(&self, coded: &impl Coded, language: Language) -> String {
        self.texts().explain(coded, language)
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

impl Explain for PaperRight {
    fn reasons(&self) -> Vec<Reason> {
        vec![self.reason.clone()]
    }
}
