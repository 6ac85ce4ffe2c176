//! The compiled rules of eligibility, and the decision.

use super::online_days::{OnlineDays, Runs, open_days};
use super::{Decision, Inquiry, OnlineEntry, PilotEntry, WindowEntry};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{self, Dated, Gaps, Section, Series, all_read};
use crate::foundation::day::{Day, DayRange};
use crate::foundation::id::{EditionName, SourceId};
use crate::foundation::json::Place;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::people::identity::{CardStatus, DocumentKind, Ground};

/// The compiled rules of eligibility.
#[derive(Clone, Debug)]
pub(crate) struct EligibilityRules {
    online: Series<OnlineEntry>,
    window: Series<WindowEntry>,
    /// The pilot's periods, with days between them on which it does not run.
    pilot: Vec<DayRange>,
    /// The sources of the beginning and the end of each.
    pilot_sources: Vec<(SourceId, SourceId)>,
    days: OnlineDays,
}

/// The checks of SPEC 3 that fail. The bits of those that columns tell are in the order of
/// [`DECISION_CODES`](crate::filing::batch::DECISION_CODES).
pub(crate) mod check {
    /// The document is not served online.
    pub(crate) const DOCUMENT: u16 = 1;
    /// The ground is not.
    pub(crate) const GROUND: u16 = 1 << 1;
    /// The pilot has not begun.
    pub(crate) const NOT_STARTED: u16 = 1 << 2;
    /// The pilot pauses.
    pub(crate) const PAUSED: u16 = 1 << 3;
    /// The pilot is over.
    pub(crate) const ENDED: u16 = 1 << 4;
    /// The card can be renewed online later.
    pub(crate) const EARLY: u16 = 1 << 5;
    /// Neither today nor later.
    pub(crate) const NEVER: u16 = 1 << 6;
    /// It could be renewed online, and expired too long ago.
    pub(crate) const LATE: u16 = 1 << 7;
    /// It never could, and expired too long ago.
    pub(crate) const LONG_EXPIRED: u16 = 1 << 8;
    /// The register has the card as out of force.
    pub(crate) const STATUS: u16 = 1 << 9;
    /// The card is another person's.
    pub(crate) const HOLDER: u16 = 1 << 10;
}

/// What was found about a card.
pub(crate) struct Findings<'r> {
    /// The bits of the checks that fail.
    pub(crate) failed: u16,
    pub(crate) runs: Runs,
    services: &'r OnlineEntry,
    window: &'r WindowEntry,
}

/// What holds for cards of one kind when they are asked about on the days of a period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConstantRules {
    /// The days asked about for which it holds.
    pub(crate) period: DayRange,
    /// The bits of document and ground, if these fail.
    pub(crate) kind_failed: u16,
    /// How long before and after the expiry date the window of the period is open.
    pub(crate) window: (i32, i32),
    /// The days of the pilot.
    pub(crate) pilot: DayRange,
    /// The days on which cards of this kind can be renewed online, and the window on them; `None` if
    /// there are none.
    pub(crate) online: Option<(DayRange, (i32, i32))>,
}

impl EligibilityRules {
    /// Compiles the three sections, or adds what is wrong with them to `problems`.
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
            // Where all entries are bad, each has said so, and the section is not missing.
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

    /// What is checked of all cards of a kind that are asked about on days around `on`, if it is as
    /// simple as it mostly is: one pilot without a pause, through which nothing changes. `None` if it
    /// is not.
    pub(crate) fn constant(
        &self,
        document: DocumentKind,
        ground: Ground,
        on: Day,
    ) -> Result<Option<ConstantRules>, Reason> {
        let services = self.online.on(on)?;
        let window = self.window.on(on)?;
        let period = dated::period(services)
            .zip(dated::period(window))
            .and_then(|(services, window)| services.intersection(window));
        let (Some(period), [pilot]) = (period, self.pilot.as_slice()) else {
            return Ok(None);
        };
        let reach = |window: &WindowEntry| {
            let before = i32::from(window.opens_days_before);
            (before, i32::from(window.closes_days_after))
        };
        let online = match self.days.only_span() {
            Some(span) => span
                .services(&self.online)
                .zip(span.window(&self.window))
                .filter(|(there, _)| kind_failed(there, document, ground) == 0)
                .map(|(_, window)| (span.days, reach(window))),
            None if self.days.is_empty() => None,
            None => return Ok(None),
        };
        Ok(Some(ConstantRules {
            period,
            kind_failed: kind_failed(services, document, ground),
            window: reach(window),
            pilot: *pilot,
            online,
        }))
    }

    /// Whether there are rules for a day.
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
        let failed = kind_failed(services, inquiry.document, inquiry.ground);
        if !open.contains(today) || (failed | register_failed(inquiry)) != 0 {
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
            Some(online) if found.failed == 0 => Decision::Eligible {
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

    /// What fails, and the days on which the card can be renewed online. These are the days on which
    /// the rules of that day have it eligible, so that what is said of them comes true.
    pub(crate) fn findings(&self, inquiry: &Inquiry, today: Day) -> Result<Findings<'_>, Reason> {
        let services = self.online.on(today)?;
        let window = self.window.on(today)?;
        let (document, ground) = (inquiry.document, inquiry.ground);
        let of_kind = kind_failed(services, document, ground);
        let of_card = of_kind | register_failed(inquiry);
        let mut runs = Runs::default();
        if register_failed(inquiry) == 0 {
            let is_served = |services: &OnlineEntry| kind_failed(services, document, ground) == 0;
            let series = (&self.online, &self.window);
            runs = self.days.runs(series, is_served, inquiry.expires_on, today);
        }
        let is_ahead = runs.online.is_some_and(|run| run.first > today);
        // What is not served today has no days online, unless it will be served.
        if of_kind != 0 && !is_ahead {
            runs = Runs::default();
        }
        let pilot = self.pilot_failed(today);
        let open = open_days(window, inquiry.expires_on);
        let of_window = window_failed(open, pilot, &runs, is_ahead, today);
        Ok(Findings {
            failed: of_card | pilot | of_window,
            runs,
            services,
            window,
        })
    }

    fn pilot_failed(&self, today: Day) -> u16 {
        let place = self.next_period(today);
        match self.pilot.get(place) {
            Some(period) if period.contains(today) => 0,
            Some(_) if place == 0 => check::NOT_STARTED,
            Some(_) => check::PAUSED,
            None => check::ENDED,
        }
    }

    /// The place of the pilot's period that a day is in, or of the next one.
    fn next_period(&self, day: Day) -> usize {
        self.pilot.partition_point(|period| period.last < day)
    }

    /// Why a card is refused, in the order of SPEC 3.
    fn reasons(&self, found: &Findings<'_>, inquiry: &Inquiry, today: Day) -> Vec<Reason> {
        let days_left = today.days_until(inquiry.expires_on);
        let (services, window) = (found.services.source, found.window.source);
        let late = found.window.late_source.unwrap_or(window);
        let fails = |check: u16| found.failed & check != 0;
        let place = self.next_period(today);
        let next = self.pilot.get(place).zip(self.pilot_sources.get(place));
        let before = place.checked_sub(1);
        let before =
            before.and_then(|place| self.pilot.get(place).zip(self.pilot_sources.get(place)));
        let mut reasons = Vec::new();
        if fails(check::DOCUMENT) {
            let reason = Reason::new(Code::DocumentNotOnline).with("document", inquiry.document);
            reasons.push(reason.cite(services));
        }
        if fails(check::GROUND) {
            let reason = Reason::new(Code::GroundNotOnline).with("ground", inquiry.ground);
            reasons.push(reason.cite(services));
        }
        match (before, next) {
            (None, Some((period, (starts, _)))) if fails(check::NOT_STARTED) => {
                let reason = Reason::new(Code::PilotNotStarted).with("first_day", period.first);
                reasons.push(reason.cite(*starts));
            }
            (Some((before, _)), Some((period, (starts, _)))) if fails(check::PAUSED) => {
                let reason = Reason::new(Code::PilotPaused)
                    .with("last_day", before.last)
                    .with("first_day", period.first);
                reasons.push(reason.cite(*starts));
            }
            (Some((before, (_, ends))), _) if fails(check::ENDED) => {
                let reason = Reason::new(Code::PilotEnded).with("last_day", before.last);
                reasons.push(reason.cite(*ends));
            }
            _ => {}
        }
        if let Some(online) = found.runs.online
            && fails(check::EARLY)
        {
            let reason = Reason::new(Code::TooEarly)
                .with("days_left", days_left)
                .with("opens_on", online.first);
            reasons.push(reason.cite(window));
        }
        if fails(check::NEVER) {
            let reason = Reason::new(Code::NeverOnline).with("days_left", days_left);
            reasons.push(reason.cite(window));
        }
        if let Some(online) = found.runs.online
            && fails(check::LATE)
        {
            let reason = Reason::new(Code::TooLate)
                .with("days_expired", days_left.saturating_neg())
                .with("last_day", online.last);
            reasons.push(reason.cite(late));
        }
        if fails(check::LONG_EXPIRED) {
            let expired = days_left.saturating_neg();
            let reason = Reason::new(Code::LongExpired).with("days_expired", expired);
            reasons.push(reason.cite(late));
        }
        if let Some(status) = inquiry.status
            && fails(check::STATUS)
        {
            let reason = Reason::new(Code::CardNotValid).with("status", status);
            reasons.push(reason.cite(services));
        }
        if fails(check::HOLDER) {
            reasons.push(Reason::new(Code::NotHolder).cite(services));
        }
        reasons
    }
}

/// The check of the window, whose days are `open` by the rule of today. A day is named only if the card
/// can be renewed on it, which `runs` say.
fn window_failed(open: DayRange, pilot: u16, runs: &Runs, is_ahead: bool, today: Day) -> u16 {
    let is_pending = pilot & (check::NOT_STARTED | check::PAUSED) != 0;
    match (today < open.first, today > open.last) {
        (true, _) | (_, true) if is_ahead => check::EARLY,
        (true, _) => check::NEVER,
        (_, true) if runs.online.is_some() => check::LATE,
        (_, true) => check::LONG_EXPIRED,
        // The pilot begins, or begins again, too late for this card.
        _ if is_pending && !is_ahead => check::NEVER,
        _ => 0,
    }
}

#[inline]
fn kind_failed(services: &OnlineEntry, document: DocumentKind, ground: Ground) -> u16 {
    let bit = |fails: bool, check: u16| if fails { check } else { 0 };
    bit(!services.documents.contains(&document), check::DOCUMENT)
        | bit(!services.grounds.contains(&ground), check::GROUND)
}

#[inline]
fn register_failed(inquiry: &Inquiry) -> u16 {
    let bit = |fails: bool, check: u16| if fails { check } else { 0 };
    bit(inquiry.status.is_some_and(is_out_of_force), check::STATUS)
        | bit(inquiry.is_holder == Some(false), check::HOLDER)
}

#[inline]
fn is_out_of_force(status: CardStatus) -> bool {
    !matches!(status, CardStatus::Valid | CardStatus::Expired)
}
