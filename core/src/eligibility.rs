//! Whether a card can be renewed online on a day: SPEC section 3.

use garde::Validate;
use qujat_export::export;
use serde::ser::SerializeStruct;

use crate::catalogue::Code;
use crate::dated::{self, Dated, Gaps, Section, Series, all_read, dated};
use crate::day::{Day, DayRange};
use crate::id::{EditionName, SourceId};
use crate::identity::{CardStatus, DocumentKind, Ground};
use crate::json::Place;
use crate::problem::Reason;

dated! {
    /// What is served online.
    #[derive(Clone, Debug)]
    pub struct OnlineEntry {
        /// The documents that are issued online.
        pub documents: Vec<DocumentKind>,
        /// The grounds on which they are.
        pub grounds: Vec<Ground>,
    }

    /// The window around the expiry date.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct WindowEntry {
        /// Days before the expiry date on which the window opens (inclusive): 0 to 3650.
        #[garde(range(max = 3650))]
        pub opens_days_before: u16,
        /// Days after the expiry date on which it closes (inclusive): 0 to 3650.
        #[garde(range(max = 3650))]
        pub closes_days_after: u16,
        /// The source by which a card that expired earlier is an offence, for `TOO_LATE` to cite; the
        /// entry's own, if it is left out.
        pub late_source: Option<SourceId>,
    }

    /// A period of the pilot. Periods follow each other without gaps.
    #[derive(Clone, Debug)]
    pub struct PilotEntry {}
}

/// What is asked: a document, why it is replaced, and what is known about the card.
///
/// ```
/// use qujat::{Day, Inquiry, Rulebook};
/// let rules = Rulebook::edition("service-2025")?;
/// let day = |text| Day::parse(text).map_err(qujat::Error::from);
/// let inquiry = Inquiry::renewal(day("2025-11-10")?);
/// assert!(rules.decide(&inquiry, day("2025-10-11")?)?.is_eligible());
/// assert!(!rules.decide(&inquiry, day("2025-10-10")?)?.is_eligible());
/// # Ok::<(), qujat::Error>(())
/// ```
#[export(record)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inquiry {
    /// The document to be replaced.
    pub document: DocumentKind,
    /// Why it is replaced.
    pub ground: Ground,
    /// The expiry date printed on it.
    pub expires_on: Day,
    /// Its status in the state register, if the register was asked.
    pub status: Option<CardStatus>,
    /// Whether the register says that it is the applicant's own, if the register was asked.
    pub is_holder: Option<bool>,
}

impl Inquiry {
    /// An identity card that is replaced because it expires, with nothing known from the register.
    #[must_use]
    pub const fn renewal(expires_on: Day) -> Inquiry {
        Inquiry {
            document: DocumentKind::IdentityCard,
            ground: Ground::Expiry,
            expires_on,
            status: None,
            is_holder: None,
        }
    }
}

/// The answer to an [`Inquiry`].
#[export(union = "outcome")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The card can be renewed online today.
    Eligible {
        /// Calendar days from today to the expiry date; negative after it.
        days_left: i32,
        /// The first and the last day on which this card can be renewed online, both inclusive.
        online: DayRange,
        /// The source of the window.
        source: SourceId,
        /// The edition of the rulebook that says so.
        edition: EditionName,
    },
    /// It cannot: «оформление не доступно, обратитесь в ЦОН».
    Refused {
        /// Calendar days from today to the expiry date; negative after it.
        days_left: i32,
        /// The days on which this card can be renewed online, both ends inclusive; `None` if its
        /// window and the pilot have no day in common.
        online: Option<DayRange>,
        /// Every check that failed, in the order of SPEC section 3; at least one.
        reasons: Vec<Reason>,
        /// The edition of the rulebook that says so.
        edition: EditionName,
    },
}

impl Decision {
    /// Whether the card can be renewed online.
    #[must_use]
    pub const fn is_eligible(&self) -> bool {
        matches!(self, Decision::Eligible { .. })
    }

    /// Calendar days from the day asked about to the expiry date.
    #[must_use]
    pub const fn days_left(&self) -> i32 {
        match self {
            Decision::Eligible { days_left, .. } | Decision::Refused { days_left, .. } => {
                *days_left
            }
        }
    }

    /// The days on which this card can be renewed online.
    #[must_use]
    pub const fn online(&self) -> Option<DayRange> {
        match self {
            Decision::Eligible { online, .. } => Some(*online),
            Decision::Refused { online, .. } => *online,
        }
    }

    /// The edition of the rulebook that was used.
    #[must_use]
    pub const fn edition(&self) -> EditionName {
        match self {
            Decision::Eligible { edition, .. } | Decision::Refused { edition, .. } => *edition,
        }
    }

    /// Why: the failed checks, or `ELIGIBLE`.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        match self {
            Decision::Eligible {
                days_left,
                online,
                source,
                ..
            } => vec![
                Reason::new(Code::Eligible)
                    .with("days_left", *days_left)
                    .with("first_day", online.first)
                    .with("last_day", online.last)
                    .cite(*source),
            ],
            Decision::Refused { reasons, .. } => reasons.clone(),
        }
    }
}

impl serde::Serialize for Decision {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Decision", 5)?;
        let outcome = if self.is_eligible() {
            "eligible"
        } else {
            "refused"
        };
        object.serialize_field("outcome", outcome)?;
        object.serialize_field("days_left", &self.days_left())?;
        object.serialize_field("online", &self.online())?;
        object.serialize_field("reasons", &self.reasons())?;
        object.serialize_field("edition", &self.edition())?;
        object.end()
    }
}

/// The compiled rules of eligibility.
#[derive(Clone, Debug)]
pub(crate) struct EligibilityRules {
    online: Series<OnlineEntry>,
    window: Series<WindowEntry>,
    pilot: DayRange,
    pilot_starts_by: SourceId,
    pilot_ends_by: SourceId,
}

impl EligibilityRules {
    /// Compiles the three sections, or adds what is wrong with them to `problems`.
    pub(crate) fn compile(
        online: Section<OnlineEntry>,
        window: Section<WindowEntry>,
        pilot: Section<PilotEntry>,
        problems: &mut crate::problems::Problems,
    ) -> Option<EligibilityRules> {
        window.check_bounds(problems);
        let pilot = pilot.series(Gaps::Refused, problems);
        let online = online.series(Gaps::Allowed, problems);
        let window = window.series(Gaps::Allowed, problems);
        let (Some((first, starts)), Some((last, ends))) =
            (pilot.entries().first(), pilot.entries().last())
        else {
            // Where all entries are bad, each has said so, and the section is not missing.
            let at = Place::ROOT.field("pilot");
            if all_read(at, problems) {
                problems.push(Reason::new(Code::MissingField).at(at.pointer()));
            }
            return None;
        };
        Some(EligibilityRules {
            online,
            window,
            pilot: DayRange {
                first: first.first,
                last: last.last,
            },
            pilot_starts_by: starts.source(),
            pilot_ends_by: ends.source(),
        })
    }

    /// The pilot's first and last day, both inclusive.
    pub(crate) const fn pilot(&self) -> DayRange {
        self.pilot
    }

    /// What is served online and the window in force on a day, with the period around it in which
    /// both stay the same.
    pub(crate) fn period(&self, on: Day) -> Result<(DayRange, &OnlineEntry, &WindowEntry), Reason> {
        let services = self.online.on(on)?;
        let window = self.window.on(on)?;
        let period = dated::period(services).zip(dated::period(window));
        let common = period.and_then(|(services, window)| services.intersection(window));
        // Both hold `on`, so they have it in common.
        let common = common.unwrap_or(DayRange {
            first: on,
            last: on,
        });
        Ok((common, services, window))
    }

    /// The day on which the window around an expiry date opens, by the rule in force on `on`.
    pub(crate) fn opens_on(&self, expires_on: Day, on: Day) -> Result<Day, Reason> {
        Ok(EligibilityRules::open_days(self.window.on(on)?, expires_on).first)
    }

    /// The days around an expiry date on which the window of `entry` is open, both inclusive.
    fn open_days(entry: &WindowEntry, expires_on: Day) -> DayRange {
        DayRange {
            first: expires_on.plus_days(i32::from(entry.opens_days_before).saturating_neg()),
            last: expires_on.plus_days(i32::from(entry.closes_days_after)),
        }
    }

    /// See [`Rulebook::decide`](crate::Rulebook::decide).
    pub(crate) fn decide(
        &self,
        inquiry: &Inquiry,
        today: Day,
        edition: EditionName,
    ) -> Result<Decision, Reason> {
        let services = self.online.on(today)?;
        let window = self.window.on(today)?;
        let open = EligibilityRules::open_days(window, inquiry.expires_on);
        let days_left = today.days_until(inquiry.expires_on);
        let online = open.intersection(self.pilot);
        // The bits of the checks that fail, gathered without jumps.
        let bit = |fails: bool, check: u8| if fails { check } else { 0 };
        let failed = bit(!services.documents.contains(&inquiry.document), DOCUMENT)
            | bit(!services.grounds.contains(&inquiry.ground), GROUND)
            | bit(today < self.pilot.first, NOT_STARTED)
            | bit(today > self.pilot.last, ENDED)
            | bit(today < open.first, EARLY)
            | bit(today > open.last, LATE)
            | bit(inquiry.status.is_some_and(is_out_of_force), STATUS)
            | bit(inquiry.is_holder == Some(false), HOLDER);
        Ok(match online {
            Some(online) if failed == 0 => Decision::Eligible {
                days_left,
                online,
                source: window.source,
                edition,
            },
            online => Decision::Refused {
                days_left,
                online,
                reasons: self.reasons(failed, inquiry, today, services, window),
                edition,
            },
        })
    }

    /// Why a card is refused, in the order of SPEC section 3. Apart from the decision, so that an
    /// eligible card does not pay for it.
    #[inline(never)]
    fn reasons(
        &self,
        failed: u8,
        inquiry: &Inquiry,
        today: Day,
        services: &OnlineEntry,
        window: &WindowEntry,
    ) -> Vec<Reason> {
        let open = EligibilityRules::open_days(window, inquiry.expires_on);
        let days_left = today.days_until(inquiry.expires_on);
        let fails = |check: u8| failed & check != 0;
        let mut reasons = Vec::new();
        if fails(DOCUMENT) {
            let reason = Reason::new(Code::DocumentNotOnline).with("document", inquiry.document);
            reasons.push(reason.cite(services.source));
        }
        if fails(GROUND) {
            let reason = Reason::new(Code::GroundNotOnline).with("ground", inquiry.ground);
            reasons.push(reason.cite(services.source));
        }
        if fails(NOT_STARTED) {
            let reason = Reason::new(Code::PilotNotStarted).with("first_day", self.pilot.first);
            reasons.push(reason.cite(self.pilot_starts_by));
        }
        if fails(ENDED) {
            let reason = Reason::new(Code::PilotEnded).with("last_day", self.pilot.last);
            reasons.push(reason.cite(self.pilot_ends_by));
        }
        if fails(EARLY) {
            let reason = Reason::new(Code::TooEarly)
                .with("days_left", days_left)
                .with("opens_on", open.first);
            reasons.push(reason.cite(window.source));
        }
        if fails(LATE) {
            let reason = Reason::new(Code::TooLate)
                .with("days_expired", days_left.saturating_neg())
                .with("last_day", open.last);
            reasons.push(reason.cite(window.late_source.unwrap_or(window.source)));
        }
        if let Some(status) = inquiry.status
            && fails(STATUS)
        {
            let reason = Reason::new(Code::CardNotValid).with("status", status);
            reasons.push(reason.cite(services.source));
        }
        if fails(HOLDER) {
            reasons.push(Reason::new(Code::NotHolder).cite(services.source));
        }
        reasons
    }
}

// The bits of the checks of SPEC section 3.
const DOCUMENT: u8 = 1;
const GROUND: u8 = 2;
const NOT_STARTED: u8 = 4;
const ENDED: u8 = 8;
const EARLY: u8 = 16;
const LATE: u8 = 32;
const STATUS: u8 = 64;
const HOLDER: u8 = 128;

fn is_out_of_force(status: CardStatus) -> bool {
    !matches!(status, CardStatus::Valid | CardStatus::Expired)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn rules(edition: &str) -> &'static Rulebook {
        Rulebook::edition(edition).unwrap()
    }

    fn codes(decision: &Decision) -> Vec<&'static str> {
        decision
            .reasons()
            .iter()
            .map(|reason| reason.code.as_str())
            .collect()
    }

    fn ask(expires_on: &str, today: &str) -> Decision {
        rules("service-2025")
            .decide(&Inquiry::renewal(day(expires_on)), day(today))
            .unwrap()
    }

    #[test]
    fn spec_3_known_answer_expiry_2025_11_10() {
        let range = Some(DayRange {
            first: day("2025-10-11"),
            last: day("2025-11-20"),
        });
        assert_eq!(codes(&ask("2025-11-10", "2025-10-10")), ["TOO_EARLY"]);
        assert_eq!(codes(&ask("2025-11-10", "2025-10-11")), ["ELIGIBLE"]);
        assert_eq!(codes(&ask("2025-11-10", "2025-11-20")), ["ELIGIBLE"]);
        assert_eq!(codes(&ask("2025-11-10", "2025-11-21")), ["TOO_LATE"]);
        assert_eq!(ask("2025-11-10", "2025-10-10").online(), range);
        assert_eq!(ask("2025-11-10", "2025-11-20").online(), range);
    }

    #[test]
    fn spec_3_known_answer_window_is_clipped_to_the_pilot() {
        let decision = ask("2026-03-15", "2026-02-13");
        assert!(decision.is_eligible());
        let range = DayRange {
            first: day("2026-02-13"),
            last: day("2026-02-28"),
        };
        assert_eq!(decision.online(), Some(range));
        assert_eq!(codes(&ask("2026-03-15", "2026-03-01")), ["PILOT_ENDED"]);
    }

    #[test]
    fn spec_3_known_answer_window_after_the_pilot_is_never() {
        let decision = ask("2026-04-01", "2026-02-20");
        assert_eq!(decision.online(), None);
        let reasons = decision.reasons();
        let opens_on = reasons.first().unwrap().params.get("opens_on").unwrap();
        assert_eq!(opens_on.to_string(), "2026-03-02");
    }

    #[test]
    fn spec_3_all_failing_checks_are_reported_in_order() {
        let inquiry = Inquiry {
            document: DocumentKind::Passport,
            ground: Ground::Loss,
            expires_on: day("2030-01-01"),
            status: Some(CardStatus::Revoked),
            is_holder: Some(false),
        };
        let decision = rules("service-2025")
            .decide(&inquiry, day("2026-03-01"))
            .unwrap();
        let expected = [
            "DOCUMENT_NOT_ONLINE",
            "GROUND_NOT_ONLINE",
            "PILOT_ENDED",
            "TOO_EARLY",
            "CARD_NOT_VALID",
            "NOT_HOLDER",
        ];
        assert_eq!(codes(&decision), expected);
        assert!(
            decision
                .reasons()
                .iter()
                .all(|reason| reason.source.is_some())
        );
    }

    #[test]
    fn spec_2_the_order_as_adopted_runs_through_31_march_2026() {
        let inquiry = Inquiry::renewal(day("2026-04-01"));
        let order = rules("order-389-253");
        assert!(
            order
                .decide(&inquiry, day("2026-03-31"))
                .unwrap()
                .is_eligible()
        );
        let after = order.decide(&inquiry, day("2026-04-01")).unwrap();
        assert_eq!(codes(&after), ["PILOT_ENDED"]);
        assert_eq!(after.edition().as_str(), "order-389-253");
    }

    #[test]
    fn spec_3_the_pilot_starts_on_28_may_2025() {
        assert_eq!(
            codes(&ask("2025-05-28", "2025-05-27")),
            ["PILOT_NOT_STARTED"]
        );
        assert_eq!(codes(&ask("2025-05-28", "2025-05-28")), ["ELIGIBLE"]);
    }

    proptest! {
        #[test]
        fn eligible_exactly_inside_the_online_days(expires in 20_000i32..21_000, today in 20_000i32..21_000) {
            let (expires, today) = (
                Day::from_epoch_days(expires).unwrap(),
                Day::from_epoch_days(today).unwrap(),
            );
            let decision = rules("service-2025").decide(&Inquiry::renewal(expires), today).unwrap();
            let inside = decision.online().is_some_and(|online| online.contains(today));
            prop_assert_eq!(decision.is_eligible(), inside);
        }

        #[test]
        fn the_window_moves_with_the_expiry_date(expires in 20_240i32..20_500, today in 20_300i32..20_500) {
            // Monotonic: once refused as too late, a day later is still too late; a later expiry
            // date never turns «too early» into «too late».
            let at = |expires: i32, today: i32| codes(&rules("service-2025").decide(
                &Inquiry::renewal(Day::from_epoch_days(expires).unwrap()),
                Day::from_epoch_days(today).unwrap(),
            ).unwrap());
            if at(expires, today).contains(&"TOO_LATE") {
                prop_assert!(at(expires, today + 1).contains(&"TOO_LATE"));
            }
            if at(expires, today).contains(&"TOO_EARLY") {
                prop_assert!(at(expires + 1, today).contains(&"TOO_EARLY"));
            }
        }

        #[test]
        fn no_day_panics(expires in Day::MIN.epoch_days()..=Day::MAX.epoch_days(), today in Day::MIN.epoch_days()..=Day::MAX.epoch_days()) {
            let inquiry = Inquiry::renewal(Day::from_epoch_days(expires).unwrap());
            let _ = rules("service-2025").decide(&inquiry, Day::from_epoch_days(today).unwrap());
        }
    }
}
