//! The assessment for a person.

use std::fmt::Write;
use std::io::{self, IsTerminal};

use qujat::assessment::AssessmentOutcome;
use qujat::centres::{CentreDirectory, Slot};
use qujat::checks::Verdict;
use qujat::faults::PaperRight;
use qujat::problem::Severity;
use qujat::{Assessment, Code, Explain, Language, Problem, Quote, Reason, Rulebook};

use crate::checks::Report;
use crate::labels::Label;
use crate::output::coloured;

/// Colours, where the output is a terminal.
#[derive(Clone, Copy)]
pub(crate) struct Paint {
    pub(crate) colour: bool,
}

impl Paint {
    /// Colours if the standard output is a terminal and nobody forbids them.
    pub(crate) fn of_output() -> Paint {
        let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Paint { colour }
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.colour {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    fn good(self, text: &str) -> String {
        self.with("1;32", text)
    }

    fn bad(self, text: &str) -> String {
        self.with("1;31", text)
    }

    fn severity(self, severity: Severity, text: &str) -> String {
        match severity {
            Severity::Error | Severity::Refusal => self.with("31", text),
            Severity::Warning => self.with("33", text),
            Severity::Info => text.to_owned(),
        }
    }

    pub(crate) fn verdict(self, verdict: Verdict, text: &str) -> String {
        match verdict {
            Verdict::Pass => self.good(text),
            Verdict::Warn => self.with("1;33", text),
            Verdict::Fail => self.bad(text),
            Verdict::NotChecked => self.dim(text),
        }
    }
}

/// The settings of the output.
pub(crate) struct Page<'p> {
    pub(crate) rules: &'p Rulebook,
    pub(crate) language: Language,
    pub(crate) centres: Option<&'p CentreDirectory>,
    /// Passed checks are listed too.
    pub(crate) all_checks: bool,
}

impl Page<'_> {
    /// The whole assessment, section by section.
    pub(crate) fn assessment(&self, assessment: &Assessment, paint: Paint) -> String {
        let mut text = String::new();
        let outcome = match assessment.outcome {
            AssessmentOutcome::Accepted => paint.good(Label::Accepted.get(self.language)),
            AssessmentOutcome::Refused => paint.bad(Label::Refused.get(self.language)),
            AssessmentOutcome::Invalid => paint.bad(Label::Invalid.get(self.language)),
            AssessmentOutcome::Unavailable => paint.bad(Label::Unavailable.get(self.language)),
        };
        let number = assessment.application.as_deref().unwrap_or("—");
        let title = Label::Assessment.get(self.language);
        line(
            &mut text,
            &format!(
                "{} {number} · {} · {outcome}",
                paint.bold(title),
                assessment.on
            ),
        );
        let verified = if assessment.verified {
            Label::Verified
        } else {
            Label::Unverified
        };
        line(&mut text, &paint.dim(verified.get(self.language)));

        if assessment.outcome == AssessmentOutcome::Unavailable {
            let said = Reason::new(Code::ServiceUnavailable);
            line(&mut text, &self.rules.text(&said, self.language));
        }
        self.decision(&mut text, assessment, paint);
        let reports = reports(assessment);
        let told = |problem: &&Problem| reports.iter().any(|report| report.tells(problem));
        let problems = assessment.problems.iter();
        let problems = problems.filter(|problem| !told(problem)).collect();
        self.problems(&mut text, problems, paint);
        for report in &reports {
            self.report(&mut text, report, paint);
        }
        if let Some(quote) = &assessment.quote {
            self.quote(&mut text, quote, paint);
        }
        if let Some(ready) = &assessment.ready {
            self.section(&mut text, Label::Ready, paint);
            self.explain(&mut text, ready, paint, "  ");
        }
        self.receiving(&mut text, assessment, paint);
        if let Some(right) = &assessment.paper {
            line(&mut text, "");
            text.push_str(&self.paper(right, paint));
        }
        self.notices(&mut text, assessment, paint);
        if !assessment.next_events.is_empty() {
            self.section(&mut text, Label::Next, paint);
            let words = assessment
                .next_events
                .iter()
                .map(|event| self.word(event.as_str()));
            line(
                &mut text,
                &format!("  {}", words.collect::<Vec<_>>().join(", ")),
            );
        }
        self.next_steps(&mut text, assessment, paint);
        let edition = Label::Edition.get(self.language);
        let title = self.rules.title().get(self.language);
        line(&mut text, "");
        line(
            &mut text,
            &paint.dim(&format!("{edition}: {} — {title}", assessment.edition)),
        );
        text
    }

    fn decision(&self, text: &mut String, assessment: &Assessment, paint: Paint) {
        let Some(decision) = &assessment.decision else {
            return;
        };
        self.section(text, Label::Decision, paint);
        self.explain(text, decision, paint, "  ");
        let Some(online) = decision.online() else {
            return;
        };
        let runs = std::iter::once(online).chain(decision.again());
        let runs: Vec<String> = runs
            .map(|days| match days.first == days.last {
                true => days.first.to_string(),
                false => format!("{} … {}", days.first, days.last),
            })
            .collect();
        line(
            text,
            &format!(
                "  {}: {}",
                Label::OnlineDays.get(self.language),
                runs.join(", ")
            ),
        );
    }

    fn problems(&self, text: &mut String, problems: Vec<&Problem>, paint: Paint) {
        if problems.is_empty() {
            return;
        }
        self.section(text, Label::Problems, paint);
        for problem in problems {
            let place = if problem.pointer.is_empty() {
                "/"
            } else {
                &problem.pointer
            };
            let code = paint.severity(problem.severity, problem.code.as_str());
            line(text, &format!("  {place}  {code}"));
            line(
                text,
                &format!("      {}", self.rules.text(problem, self.language)),
            );
        }
    }

    fn quote(&self, text: &mut String, quote: &Quote, paint: Paint) {
        self.section(text, Label::Fee, paint);
        let currency = Label::Currency.get(self.language);
        for item in &quote.lines {
            // Without a base nothing is charged on this ground; the explanation says so.
            let Some(base) = item.base else { continue };
            // A waived amount is shown too: the product is the one that others pay.
            let product = base.times(item.rate.to_decimal());
            let [base, rate, product] = [
                base.to_string(),
                item.rate.to_string(),
                product.unwrap_or(item.amount).to_string(),
            ]
            .map(|figure| decimal(&figure, self.language));
            let mut sum = format!("{base} × {rate} = {product} {currency}");
            if item.exemption.is_some() {
                sum = format!("{sum}, {}", Label::Exempt.get(self.language));
            }
            line(text, &format!("  {sum}"));
        }
        self.explain(text, quote, paint, "  ");
        let total = format!(
            "{}: {} {currency}",
            Label::Total.get(self.language),
            decimal(&quote.total.to_string(), self.language)
        );
        line(text, &format!("  {}", paint.bold(&total)));
    }

    /// The right to file on paper after a technical fault, and the statement about it.
    pub(crate) fn paper(&self, right: &PaperRight, paint: Paint) -> String {
        let mut text = String::new();
        line(&mut text, &paint.bold(Label::Paper.get(self.language)));
        self.explain(&mut text, right, paint, "  ");
        text
    }

    fn receiving(&self, text: &mut String, assessment: &Assessment, paint: Paint) {
        if let Some(plan) = &assessment.pickup {
            self.section(text, Label::Pickup, paint);
            self.explain(text, &plan.offer, paint, "  ");
            let centre = self
                .centres
                .and_then(|centres| centres.centre(plan.offer.centre).ok());
            if let Some(centre) = centre {
                let metres = Label::Metres.get(self.language);
                let far = plan
                    .metres
                    .map(|far| format!(" ({far} {metres})"))
                    .unwrap_or_default();
                line(text, &format!("  {}{far}", centre.name.get(self.language)));
                line(text, &format!("  {}", centre.address.get(self.language)));
            }
            let times = plan.slots.iter().map(|slot: &Slot| slot.time.to_string());
            let label = Label::FreeSlots.get(self.language);
            let times = times.collect::<Vec<_>>();
            let shown = times.get(..8).unwrap_or(&times).join(" ");
            let more = if times.len() > 8 { " …" } else { "" };
            line(
                text,
                &format!("  {label} {}: {shown}{more}", plan.offer.day),
            );
        }
        if let Some(estimate) = &assessment.delivery {
            self.section(text, Label::Delivery, paint);
            self.explain(text, estimate, paint, "  ");
        }
    }

    fn notices(&self, text: &mut String, assessment: &Assessment, paint: Paint) {
        if assessment.notices.is_empty() {
            return;
        }
        self.section(text, Label::Notices, paint);
        for notice in &assessment.notices {
            let sms = &notice.sms;
            let size = format!("SMS, {} × {}", sms.segments, sms.encoding);
            line(text, &format!("  {}", paint.dim(&size)));
            for part in sms.text.lines() {
                line(text, &format!("      {part}"));
            }
            line(text, &format!("  {}", paint.dim("E-mail")));
            line(text, &format!("      {}", notice.email.subject));
        }
    }

    /// The texts of an answer, each with the source of its rule.
    pub(crate) fn explain(
        &self,
        text: &mut String,
        answer: &impl Explain,
        paint: Paint,
        indent: &str,
    ) {
        for statement in self.rules.explain(answer, self.language) {
            line(text, &format!("{indent}{}", statement.text));
            if let Some(title) = statement.source_title {
                line(text, &format!("{indent}    {}", paint.dim(&title)));
            }
            if let Some(action) = statement.action {
                line(text, &format!("{indent}{action}"));
            }
        }
    }

    pub(crate) fn word(&self, spelling: &str) -> String {
        self.rules
            .texts()
            .word(spelling, self.language)
            .unwrap_or(spelling)
            .to_owned()
    }

    pub(crate) fn section(&self, text: &mut String, label: Label, paint: Paint) {
        line(text, "");
        line(text, &paint.bold(label.get(self.language)));
    }
}

/// Adds a line; no character in it ends the line or steers the terminal.
pub(crate) fn line(text: &mut String, content: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", coloured(content));
}

/// The reports on the files uploaded with the form, in the order in which to tell them.
fn reports(assessment: &Assessment) -> Vec<Report<'_>> {
    let photo = assessment.photo.as_ref().map(Report::from);
    let signature = assessment.signature.as_ref().map(Report::from);
    photo.into_iter().chain(signature).collect()
}

/// A figure with the language's decimal mark.
pub(crate) fn decimal(figure: &str, language: Language) -> String {
    match language {
        Language::Kk | Language::Ru => figure.replace('.', ","),
        Language::En => figure.to_owned(),
    }
}
