//! The next steps after an assessment.

use qujat::assessment::AssessmentOutcome;
use qujat::{Assessment, Code, Language, Problem};

use crate::labels::Label;
use crate::print::{Page, Paint, decimal, line};

impl Page<'_> {
    /// The section that ends every assessment.
    pub(crate) fn next_steps(&self, text: &mut String, assessment: &Assessment, paint: Paint) {
        self.section(text, Label::NextStep, paint);
        for step in steps(assessment, self.language) {
            line(text, &format!("  {step}"));
        }
    }
}

/// The steps, in the order in which they are to be taken.
fn steps(assessment: &Assessment, language: Language) -> Vec<String> {
    let plain = |label: Label| label.get(language).to_owned();
    match assessment.outcome {
        AssessmentOutcome::Accepted => {
            let due = assessment.quote.as_ref().map(|quote| quote.total);
            let due = due.filter(|total| !total.is_zero());
            let pay = due.map(|total| {
                let amount = decimal(&total.to_string(), language);
                Label::StepPay.get(language).replace("{amount}", &amount)
            });
            let open = |problem: &Problem| problem.code == Code::AppointmentOpen;
            let receive = if assessment.delivery.is_some() {
                Some(Label::StepWait)
            } else if assessment.pickup.is_some() {
                Some(Label::StepPickup)
            } else {
                let open = assessment.problems.iter().any(open);
                open.then_some(Label::StepOpen)
            };
            let file = [plain(Label::StepFile)].into_iter();
            file.chain(pay).chain(receive.map(plain)).collect()
        }
        AssessmentOutcome::Refused => {
            let online = assessment
                .decision
                .as_ref()
                .and_then(|decision| decision.online());
            let first = online
                .map(|days| days.first)
                .filter(|first| *first > assessment.on);
            let later = first.map(|day| {
                Label::StepLater
                    .get(language)
                    .replace("{day}", &day.to_string())
            });
            vec![later.unwrap_or_else(|| plain(Label::StepCentre))]
        }
        AssessmentOutcome::Invalid => vec![plain(Label::StepMend)],
        AssessmentOutcome::Unavailable => vec![plain(Label::StepTryLater)],
    }
}
