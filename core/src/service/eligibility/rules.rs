//! The compiled rules of eligibility, and the decision.

use super::checks::{CardOnDay, EligibilityCheck, FailedChecks, RegisterFindings};
use super::online_days::{OnlineDays, Runs, open_days};
use super::{Decision, Inquiry, OnlineEntry, PilotEntry, WindowEntry};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Dated, Gaps, Section, Series, all_read};
use crate::foundation::day::{Day, DayRange};
use crate::foundation::id::{EditionName, SourceId};
use crate::foundation::json::Place;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::people::identity::{DocumentKind, Ground};

/// The compiled rules of eligibility.
#[derive(Clone, Debug)]
pub(crate) struct EligibilityRules {
    pub(super) online: Series<OnlineEntry>,
    pub(super) window: Series<WindowEntry>,
    /// The pilot's periods, with days between them on which it does not run.
    pub(super) pilot: Vec<DayRange>,
    /// The sources of the beginning and the end of each.
    pilot_sources: Vec<(SourceId, SourceId)>,
    pub(super) days: OnlineDays,
}

/// The findings on a card.
pub(crate) struct Findings<'r> {
    pub(crate) failed: FailedChecks,
    /// The place of the pilot's period that the day is in, or of the next one.
    next_period: usize,
    pub(crate) runs: Runs,
    services: &'r OnlineEntry,
    window: &'r WindowEntry,
}

impl EligibilityRules {
    /// Compiles the three sections, or adds their problems to `problems`.
    pub(crate) fn compile(
        online: Section<OnlineEntry>,
        window: Section<WindowEntry>,
        pilot: Section<PilotEntry>,
        problems: &mut Problems,
    ) -> Option<EligibilityRules> {
        window.check_bounds(problems);
        let periods = pilot.series(Gaps::Allowed, problems);
        let online = online.series(Gaps::Allowed, problems);
        let window = window.series(Gaps::Allowed, problems);
        let mut pilot: Vec<DayRange> = Vec::new();
        let mut pilot_sources: Vec<(SourceId, SourceId)> = Vec::new();
        for (days, entry) in periods.entries() {
            match (pilot.last_mut(), pilot_sources.last_mut()) {
                (Some(before), Some(sources)) if before.last.plus_days(1) == days.first => {
                    before.last = days.last;
                    sources.1 = entry.source();
                }
                _ => {
                    pilot.push(*days);
                    pilot_sources.push((entry.source(), entry.source()));
                }
            }
        }
        if pilot.is_empty() {
            // If all entries are bad, each has said so, and the section is not missing.
            let at = Place::ROOT.field("pilot");
            if all_read(at, problems) {
                problems.push(Reason::new(Code::MissingField).at(at.pointer()));
            }
            return None;
        }
        Some(EligibilityRules {
            days: OnlineDays::new(&online, &window, &pilot),
            online,
            window,
            pilot,
            pilot_sources,
        })
    }

    /// The pilot's periods in the order of time, with days between them on which it does not run.
    pub(crate) fn pilot(&self) -> &[DayRange] {
        &self.pilot
    }

    /// Makes sure that there are rules for a day.
    pub(crate) fn check_covered(&self, on: Day) -> Result<(), Reason> {
        self.online.on(on)?;
        self.window.on(on)?;
        Ok(())
    }

    /// See [`Rulebook::decide`](crate::Rulebook::decide).
    pub(crate) fn decide(
        &self,
        inquiry: &Inquiry,
        today: Day,
        edition: EditionName,
    ) -> Result<Decision, Reason> {
        if let Some((online, source)) = self.eligible_at_once(inquiry, today) {
            return Ok(Decision::Eligible {
                days_left: today.days_until(inquiry.expires_on),
                online,
                again: None,
                source,
                edition,
            });
        }
        self.decide_slowly(inquiry, today, edition)
    }

    /// The days online of a card that is eligible, where nothing ever changes through the pilot; and
    /// the source of its window.
    #[inline]
    fn eligible_at_once(&self, inquiry: &Inquiry, today: Day) -> Option<(DayRange, SourceId)> {
        let span = self
            .days
            .only_span()
            .filter(|span| span.days.contains(today))?;
        let window = span.window(&self.window)?;
        let open = open_days(window, inquiry.expires_on);
        let services = span.services(&self.online)?;
        let is_served = services.serves(inquiry.document, inquiry.ground);
        if !open.contains(today) || !is_served | register_findings(inquiry).are_any() {
            return None;
        }
        Some((open.intersection(span.days)?, window.source))
    }

    /// The decision where it needs more than a few comparisons. Apart, so that an eligible card does
    /// not pay for it.
    #[inline(never)]
    fn decide_slowly(
        &self,
        inquiry: &Inquiry,
        today: Day,
        edition: EditionName,
    ) -> Result<Decision, Reason> {
        let found = self.findings(inquiry, today)?;
        let days_left = today.days_until(inquiry.expires_on);
        let Runs { online, again } = found.runs;
        Ok(match online {
            Some(online) if found.failed.is_empty() => Decision::Eligible {
                days_left,
                online,
                again,
                source: found.window.source,
                edition,
            },
            online => Decision::Refused {
                days_left,
                online,
                again,
                reasons: self.reasons(&found, inquiry, today),
                edition,
            },
        })
    }

    /// The failed checks, and the days on which the card can be renewed online. These are the days
    /// on which the rules of that day have it eligible, so that the promise comes true.
    #[inline(always)]
    pub(crate) fn findings(&self, inquiry: &Inquiry, today: Day) -> Result<Findings<'_>, Reason> {
        let services = self.online.on(today)?;
        let window = self.window.on(today)?;
        let (document, ground) = (inquiry.document, inquiry.ground);
        let document_served = services.serves_document(document);
        let ground_served = services.serves_ground(ground);
        let register = register_findings(inquiry);
        let mut runs = Runs::default();
        if !register.are_any() {
            let is_served = |services: &OnlineEntry| services.serves(document, ground);
            let series = (&self.online, &self.window);
            runs = self.days.runs(series, is_served, inquiry.expires_on, today);
        }
        let has_days_ahead = runs.online.is_some_and(|run| run.first > today);
        // A service not given today has no days online, unless it will be given.
        if !(document_served & ground_served) && !has_days_ahead {
            runs = Runs::default();
        }
        let place = self.next_period(today);
        let next = self.pilot.get(place);
        let is_pending = next.is_some_and(|period| today < period.first);
        let open = open_days(window, inquiry.expires_on);
        let card = CardOnDay {
            document_served,
            ground_served,
            before_pilot: is_pending & (place == 0),
            pilot_paused: is_pending & (place > 0),
            after_pilot: next.is_none(),
            before_window: today < open.first,
            after_window: today > open.last,
            has_days: runs.online.is_some(),
            has_days_ahead,
            register,
        };
        Ok(Findings {
            failed: card.failed(),
            next_period: place,
            runs,
            services,
            window,
        })
    }

    /// The place of the pilot's period that a day is in, or of the next one.
    fn next_period(&self, day: Day) -> usize {
        self.pilot.partition_point(|period| period.last < day)
    }

    /// The reasons of a refusal, in the order of SPEC 3.
    fn reasons(&self, found: &Findings<'_>, inquiry: &Inquiry, today: Day) -> Vec<Reason> {
        let days_left = today.days_until(inquiry.expires_on);
        let days_expired = days_left.saturating_neg();
        let (services, window) = (&found.services.source, &found.window.source);
        let late = found.window.late_source.as_ref().unwrap_or(window);
        let mut reasons = Vec::new();
        for check in found.failed.iter() {
            let reason = Reason::new(check.code());
            // A reason names a value that is there, or its check would not have failed.
            let (reason, source) = match check {
                EligibilityCheck::Document => (reason.with("document", inquiry.document), services),
                EligibilityCheck::Ground => (reason.with("ground", inquiry.ground), services),
                EligibilityCheck::NotStarted
                | EligibilityCheck::Paused
                | EligibilityCheck::Ended => {
                    let Some(found) = self.pilot_reason(check, reason, found.next_period) else {
                        continue;
                    };
                    found
                }
                EligibilityCheck::Early => {
                    let Some(online) = found.runs.online else {
                        continue;
                    };
                    let reason = reason.with("days_left", days_left);
                    (reason.with("opens_on", online.first), window)
                }
                EligibilityCheck::Never => (reason.with("days_left", days_left), window),
                EligibilityCheck::Late => {
                    let Some(online) = found.runs.online else {
                        continue;
                    };
                    let reason = reason.with("days_expired", days_expired);
                    (reason.with("last_day", online.last), late)
                }
                EligibilityCheck::LongExpired => (reason.with("days_expired", days_expired), late),
                EligibilityCheck::Status => {
                    let Some(status) = inquiry.status else {
                        continue;
                    };
                    (reason.with("status", status), services)
                }
                EligibilityCheck::Holder => (reason, services),
            };
            reasons.push(reason.cite(*source));
        }
        reasons
    }

    /// The reason of a check of the pilot, whose next period is at this place, and its source. Apart,
    /// so that other refusals do not look up periods.
    #[inline(never)]
    fn pilot_reason(
        &self,
        check: EligibilityCheck,
        reason: Reason,
        next: usize,
    ) -> Option<(Reason, &SourceId)> {
        let past = || self.period(next.checked_sub(1)?);
        if check == EligibilityCheck::Ended {
            let (days, (_, ends)) = past()?;
            return Some((reason.with("last_day", days.last), ends));
        }
        let (days, (starts, _)) = self.period(next)?;
        let reason = match check {
            EligibilityCheck::Paused => reason.with("last_day", past()?.0.last),
            _ => reason,
        };
        Some((reason.with("first_day", days.first), starts))
    }

    /// A period of the pilot, with the sources of its beginning and its end.
    fn period(&self, place: usize) -> Option<(&DayRange, &(SourceId, SourceId))> {
        self.pilot.get(place).zip(self.pilot_sources.get(place))
    }
}

#[inline]
fn register_findings(inquiry: &Inquiry) -> RegisterFindings {
    RegisterFindings::new(inquiry.status, inquiry.is_holder)
}

impl OnlineEntry {
    #[inline]
    pub(super) fn serves(&self, document: DocumentKind, ground: Ground) -> bool {
        self.serves_document(document) & self.serves_ground(ground)
    }

    #[inline]
    pub(super) fn serves_document(&self, document: DocumentKind) -> bool {
        self.documents.contains(&document)
    }

    #[inline]
    pub(super) fn serves_ground(&self, ground: Ground) -> bool {
        self.grounds.contains(&ground)
    }
}
