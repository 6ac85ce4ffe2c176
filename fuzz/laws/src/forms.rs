//! Application forms.

use std::sync::OnceLock;

use qujat::assessment::AssessmentOutcome;
use qujat::centres::CentreDirectory;
use qujat::register::RegisterRecord;
use qujat::{ApplicationForm, AssessmentRequest, Explain, Language, Problem};

use crate::laws::{check_problems, check_reason, rules, today, twice};

pub(crate) fn register() -> &'static RegisterRecord {
    static RECORD: OnceLock<RegisterRecord> = OnceLock::new();
    RECORD.get_or_init(|| {
        let json = include_bytes!("../../../examples/data/register/eligible.json");
        RegisterRecord::from_json(json).expect("an example")
    })
}

pub(crate) fn centres() -> &'static CentreDirectory {
    static CENTRES: OnceLock<CentreDirectory> = OnceLock::new();
    CENTRES.get_or_init(|| {
        let json = include_bytes!("../../../examples/data/centres.json");
        CentreDirectory::from_json(json).expect("an example")
    })
}

/// Validating and assessing a form, with and without the register's record and centres.
pub fn form(data: &[u8]) {
    let validation = twice(|| rules().validate(data, today(), None));
    check_problems(&validation.problems, data);
    let blocked = validation.problems.iter().any(Problem::is_blocking);
    assert_eq!(
        validation.form.is_none(),
        blocked,
        "{:?}",
        validation.problems
    );
    if let Some(form) = &validation.form {
        check_form(form);
    }
    let compared = rules().validate(data, today(), Some(register()));
    check_problems(&compared.problems, data);
    let request = AssessmentRequest::new(data, today())
        .with_register(register())
        .with_centres(centres());
    for request in [AssessmentRequest::new(data, today()), request] {
        check_assessment(&request);
    }
}

/// A form that was accepted, printed, is accepted again and means the same.
fn check_form(form: &ApplicationForm) {
    let validation = rules().validate(form.to_json().as_bytes(), today(), None);
    assert!(
        validation.form.as_ref() == Some(form),
        "{:?}",
        validation.problems
    );
}

fn check_assessment(request: &AssessmentRequest<'_>) {
    let answer = twice(|| rules().assess(request));
    let blocking = || {
        answer
            .problems
            .iter()
            .filter(|problem| problem.is_blocking())
    };
    let gap = blocking().any(|problem| problem.code.is_gap());
    let blocked = blocking().next().is_some();
    let decided = answer.decision.as_ref().map(qujat::Decision::is_eligible);
    assert_eq!(
        answer.outcome,
        match (decided, gap, blocked) {
            (Some(false), ..) => AssessmentOutcome::Refused,
            (_, true, _) => AssessmentOutcome::Unavailable,
            (Some(true), _, false) => AssessmentOutcome::Accepted,
            _ => AssessmentOutcome::Invalid,
        }
    );
    let sends = [AssessmentOutcome::Accepted, AssessmentOutcome::Refused];
    assert!(answer.notices.is_empty() || sends.contains(&answer.outcome));
    let may_be_filed = answer.outcome == AssessmentOutcome::Accepted;
    assert_eq!(answer.next_events.is_empty(), !may_be_filed);
    answer.reasons().iter().for_each(check_reason);
    if let Some(quote) = &answer.quote {
        let zero = qujat::Tenge::parse("0").expect("an amount");
        let mut lines = quote.lines.iter();
        let sum = lines.try_fold(zero, |sum, line| sum.plus(line.amount));
        assert_eq!(sum, Some(quote.total));
    }
    let pickup = answer.pickup.as_ref().zip(answer.ready.as_ref());
    assert!(pickup.is_none_or(|(plan, ready)| plan.offer.day > ready.ready_on));
    for language in Language::ALL {
        for statement in rules().explain(&answer, *language) {
            assert!(!statement.text.trim().is_empty());
        }
    }
}
