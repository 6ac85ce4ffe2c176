//! All that is wrong with a form.

use super::draft::Draft;
use super::form::ApplicationForm;
use qujat_export::export;

use crate::filing::register::RegisterRecord;
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::id::EditionName;
use crate::foundation::problem::{Problem, Reason};
use crate::foundation::problems::Problems;
use crate::people::identity::DocumentKind;
use crate::rulebook::Rulebook;

/// The result of validating a form.
#[export(record, private, shows(form, problems, verified, edition))]
#[derive(Clone, PartialEq, serde::Serialize)]
pub struct Validation {
    /// The form, if nothing stands in its way.
    pub form: Option<ApplicationForm>,
    /// Every problem: those of the form in the order of its fields, then an expiry date that no card
    /// has, then contradictions to the register, then warnings.
    pub problems: Vec<Problem>,
    /// `true` if the data were compared with the register.
    pub verified: bool,
    /// The edition of the rulebook that was used.
    pub edition: EditionName,
}

impl Rulebook {
    /// Validates a form (JSON) under the rules in force on `today`, and compares it with the
    /// register's record, if there is one. All problems are found at once.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let validation = rules.validate(br#"{"number": 7}"#, Day::parse("2026-02-10")?, None);
    /// let first = &validation.problems[0];
    /// assert_eq!((first.code.as_str(), first.pointer.as_str()), ("WRONG_TYPE", "/number"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn validate(
        &self,
        form: &[u8],
        today: Day,
        register: Option<&RegisterRecord>,
    ) -> Validation {
        let (draft, problems) = self.examine(form, today, register);
        let form = if problems.iter().any(Problem::is_blocking) {
            None
        } else {
            draft.complete()
        };
        Validation {
            form,
            problems: problems.into_vec(),
            verified: register.is_some(),
            edition: self.name(),
        }
    }

    /// The form as far as it can be read, and its problems.
    pub(crate) fn examine(
        &self,
        form: &[u8],
        today: Day,
        register: Option<&RegisterRecord>,
    ) -> (Draft, Problems) {
        let mut problems = Problems::new();
        let draft = Draft::read(form, self, today, register, &mut problems);
        self.check_plausible(&draft, today, register, &mut problems);
        match register {
            Some(record) => record.compare(&draft, &mut problems),
            None => problems.push(Reason::new(Code::DataUnverified).into_problem()),
        }
        (draft, problems)
    }

    /// Reports an expiry date that no identity card has. A date that the register has too is no
    /// mistake.
    fn check_plausible(
        &self,
        draft: &Draft,
        today: Day,
        register: Option<&RegisterRecord>,
        problems: &mut Problems,
    ) {
        let Some(expires_on) = draft.expires_on else {
            return;
        };
        let known = register.is_some_and(|record| record.expires_on == expires_on);
        if known || draft.document == Some(DocumentKind::Passport) {
            return;
        }
        // Of a holder who is too young for any card, that is said.
        let old_enough = draft.iin.filter(|iin| self.check_age(*iin, today).is_ok());
        let born = old_enough.and_then(|iin| iin.birth_date());
        if let Err(reason) = self.check_expiry(expires_on, born, today) {
            problems.push(reason.at("/card/expires_on".to_owned()));
        }
    }
}
