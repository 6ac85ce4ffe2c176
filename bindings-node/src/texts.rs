//! The texts of a rulebook, and the answers that they explain.

use napi::Env;
use napi_derive::napi;
use qujat::node::{JsConvert, Value, read as typed};
use qujat::texts::Explainable;
use qujat::{Error, Explain, Language, Problem, Reason};

use crate::convert::In;
use crate::error::call;
use crate::rulebook::Rulebook;

/// Texts in the three languages: those of a rulebook, or with messages of one's own.
#[napi]
pub struct Texts {
    rules: Rulebook,
    /// The texts with the overrides; `None` for the rulebook's own.
    own: Option<qujat::texts::Texts>,
}

impl Texts {
    pub(crate) fn of(rules: Rulebook) -> Texts {
        Texts { rules, own: None }
    }

    fn core(&self) -> &qujat::texts::Texts {
        self.own
            .as_ref()
            .unwrap_or_else(|| self.rules.core().texts())
    }
}

#[napi]
impl Texts {
    /// These texts with some messages of one language replaced by those of a Fluent source.
    #[napi]
    pub fn with_overrides(
        &self,
        env: Env,
        language: In<Language>,
        ftl: In<String>,
    ) -> napi::Result<Texts> {
        let own = call(&env, || self.core().with_overrides(language.0, &ftl.0))?;
        Ok(Texts {
            rules: self.rules.clone(),
            own: Some(own),
        })
    }

    /// The word of a language for a stable spelling such as `expiry`; `null` for a spelling
    /// without a word.
    #[napi]
    pub fn word(&self, spelling: In<String>, language: In<Language>) -> Option<String> {
        self.core().word(&spelling.0, language.0).map(str::to_owned)
    }

    /// The text of a reason or a problem for a citizen, with its parameters, on one line.
    #[napi]
    pub fn explain(
        &self,
        env: Env,
        #[napi(ts_arg_type = "Reason | Problem")] coded: In<Coded>,
        language: In<Language>,
    ) -> napi::Result<String> {
        let Coded(reason) = coded.0;
        call(&env, || {
            Ok::<_, Error>(self.core().explain(&reason, language.0))
        })
    }

    /// The text of a reason or a problem for the operator of the service, with identifiers.
    #[napi]
    pub fn explain_to_operator(
        &self,
        env: Env,
        #[napi(ts_arg_type = "Reason | Problem")] coded: In<Coded>,
        language: In<Language>,
    ) -> napi::Result<String> {
        let Coded(reason) = coded.0;
        call(&env, || {
            Ok::<_, Error>(self.core().explain_to_operator(&reason, language.0))
        })
    }
}

/// A reason, or the reason of a problem.
pub struct Coded(pub Reason);

impl JsConvert for Coded {
    fn to_value(&self) -> Value {
        self.0.to_value()
    }

    fn from_value(value: &Value) -> Result<Coded, Error> {
        reason(value).map(Coded)
    }
}

fn reason(coded: &Value) -> Result<Reason, Error> {
    let is_problem = matches!(coded, Value::Object(fields) if fields.iter().any(|(key, _)| key.as_ref() == c"pointer"));
    if is_problem {
        let problem: Problem = typed(coded)?;
        let mut reason = Reason::new(problem.code);
        (reason.params, reason.source) = (problem.params, problem.source);
        return Ok(reason);
    }
    typed(coded)
}

/// Anything that can be explained.
pub struct Answer(pub Explainable);

impl JsConvert for Answer {
    fn to_value(&self) -> Value {
        self.0.reasons().to_value()
    }

    fn from_value(value: &Value) -> Result<Answer, Error> {
        Explainable::from_value(value).map(Answer)
    }
}
