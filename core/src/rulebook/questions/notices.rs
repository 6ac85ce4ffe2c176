//! Questions about notices, faults and feedback.

use crate::foundation::day::Day;
use crate::foundation::language::Language;
use crate::foundation::problem::{Error, Result};
use crate::rulebook::Rulebook;
use crate::service::eligibility::Inquiry;
use crate::service::faults::{FaultQuery, PaperRight};
use crate::service::feedback::Feedback;
use crate::service::notice_kinds::NoticeData;
use crate::wording::notices::Notice;

impl Rulebook {
    /// Writes a notice in a language, by the SMS policy of a day.
    ///
    /// # Errors
    /// `TEXT_EMPTY` or `REFERENCE_INVALID` for a wrong number of an application or a wrong
    /// reference; `NOT_COVERED` if the rulebook has no SMS policy for that day.
    ///
    /// ```
    /// use qujat::{Day, Language, NoticeData, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let data = NoticeData::InProduction {
    ///     application: "A-1".to_owned(),
    ///     ready_on: Day::parse("2026-03-03")?,
    /// };
    /// let notice = rules.notice(&data, Language::Kk, Day::parse("2026-02-10")?)?;
    /// assert!(notice.sms.text.contains("A-1") && notice.sms.segments <= 2);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn notice(&self, data: &NoticeData, language: Language, on: Day) -> Result<Notice> {
        data.check()?;
        Ok(Notice::render(
            &self.texts,
            data,
            language,
            &self.sms.on(on)?,
        ))
    }

    /// Decides on the right to file on paper after a technical fault during an attempt, by the rule
    /// in force on the civil day on which the attempt began.
    ///
    /// Faults of all channels count alike; those that overlap or touch are one. The longest has to
    /// last *more than* the limit, to the nanosecond: as a whole if it overlaps the attempt, or
    /// only the part inside the attempt, as the rulebook says.
    ///
    /// ```
    /// use qujat::faults::FaultQuery;
    /// use qujat::{Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let query = FaultQuery::from_json(br#"{
    ///     "attempt": {"from": "2026-02-10T09:00:00+05:00", "to": "2026-02-10T09:05:00+05:00"},
    ///     "faults": [{"from": "2026-02-10T08:54:59+05:00", "to": "2026-02-10T09:06:00+05:00",
    ///                 "channel": "portal", "reference": "INC-17"}]
    /// }"#)?;
    /// let right = rules.paper_right(&query)?;
    /// assert!(right.paper);
    /// assert!(rules.text(&right.reason, Language::En).contains("11 minutes 1 second, more than 10 minutes"));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    ///
    /// # Errors
    /// `INTERVAL_REVERSED`, and the problems of the number and the references, each with its place;
    /// `NOT_COVERED`.
    pub fn paper_right(&self, query: &FaultQuery) -> Result<PaperRight, Error> {
        let renewal = query.expires_on.map(Inquiry::renewal);
        self.paper_right_for(query, renewal.as_ref())
    }

    /// [`Rulebook::paper_right`], with the known facts about the card.
    pub(crate) fn paper_right_for(
        &self,
        query: &FaultQuery,
        card: Option<&Inquiry>,
    ) -> Result<PaperRight, Error> {
        let day = self.civil_time(query.attempt.from)?.day;
        let mut right = self
            .technical_fault
            .paper_right(query, day, &self.civil_time)?;
        if let Some(statement) = right.statement.take() {
            let decision = card.map(|card| self.decide(card, day)).transpose()?;
            right.statement = Some(statement.with_decision(decision));
        }
        Ok(right)
    }

    /// The data of the notice that filing on paper is allowed; `None` without the right. It names
    /// the statement's number, or else the operator's first name for the fault.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// use qujat::faults::FaultQuery;
    /// let rules = Rulebook::edition("service-2025")?;
    /// let query = FaultQuery::from_json(br#"{
    ///     "attempt": {"from": "2026-02-10T09:00:00+05:00", "to": "2026-02-10T09:05:00+05:00"},
    ///     "faults": [{"from": "2026-02-10T08:55:00+05:00", "to": "2026-02-10T09:06:00+05:00",
    ///                 "channel": "portal", "reference": "INC-17"}]
    /// }"#)?;
    /// let right = rules.paper_right(&query)?;
    /// assert!(rules.paper_notice(&right).is_some());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn paper_notice(&self, right: &PaperRight) -> Option<NoticeData> {
        let statement = right.statement.as_ref()?;
        let reference = statement.number.as_ref().or(statement.references.first());
        let seconds = u32::try_from(statement.duration_seconds).unwrap_or(u32::MAX);
        Some(NoticeData::PaperFilingAllowed {
            day: statement.day,
            minutes: seconds / 60,
            seconds: seconds % 60,
            reference: reference.cloned().unwrap_or_default(),
        })
    }

    /// Reads feedback from JSON under the limits of a day; its texts are cleaned and masked.
    ///
    /// # Errors
    /// Every problem of the feedback, with its place; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let feedback = br#"{"at": "2026-03-05T10:00:00+05:00", "overall": 5, "channel": "portal",
    ///     "comment": "Rufen Sie +7 701 123 45 67 an"}"#;
    /// let feedback = rules.read_feedback(feedback, Day::parse("2026-03-05")?)?;
    /// assert!(!feedback.comment.unwrap().contains("701"));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn read_feedback(&self, bytes: &[u8], on: Day) -> Result<Feedback, Error> {
        Feedback::read(bytes, &self.feedback.limits_on(on)?)
    }
}
