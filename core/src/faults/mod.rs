//! Technical faults of the portal and the apps, and the right to file on paper that a long one
//! gives (SPEC section 9).

use std::collections::BTreeSet;

use qujat_export::export;

use crate::catalogue::Code;
use crate::channel::Channel;
use crate::dated::{Gaps, Section, Series, dated};
use crate::day::Day;
use crate::id::SourceId;
use crate::json::{Place, record};
use crate::moment::Moment;
use crate::problem::{Error, Reason};
use crate::problems::Problems;
use crate::reference::{MAX_REFERENCE, check_reference};

const NANOSECONDS: i128 = 1_000_000_000;

record! {
    /// A time during which a channel did not work.
    #[export(record)]
    #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct FaultInterval [at most 10_000] {
        /// When the fault began.
        pub from: Moment,
        /// When it was over (exclusive); `None` while it lasts.
        pub to: Option<Moment>,
        /// The channel that it hit.
        pub channel: Channel,
        /// The operator's name for the fault: 1 to 64 Latin letters, digits and hyphens.
        pub reference: String,
    }

    /// The time during which one applicant tried to apply.
    #[export(record)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct Attempt {
        /// When the applicant began.
        pub from: Moment,
        /// When the applicant gave up, or the moment asked about (exclusive).
        pub to: Moment,
    }

    /// An attempt and the faults known for that time, as one JSON document.
    #[export(record)]
    #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct FaultQuery {
        /// The attempt.
        pub attempt: Attempt,
        /// The faults, in any order.
        pub faults: Vec<FaultInterval>,
    }
}

impl FaultQuery {
    /// The longest query in JSON, in bytes.
    const MAX_BYTES: usize = 1024 * 1024;

    /// Reads an attempt and the faults from JSON: `{"attempt": {…}, "faults": […]}`.
    ///
    /// # Errors
    /// All problems of reading the JSON, with their places.
    pub fn from_json(bytes: &[u8]) -> Result<FaultQuery, Error> {
        crate::json::read(bytes, FaultQuery::MAX_BYTES)
    }
}

/// Whether a fault gives the right to file on paper.
#[export(record)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PaperRight {
    /// Whether the applicant may file on paper.
    pub paper: bool,
    /// The longest continuous fault within the attempt, in whole seconds, rounded down.
    pub longest_seconds: i64,
    /// What to show at the service centre; `None` without the right.
    pub statement: Option<FaultStatement>,
    /// `PAPER_ALLOWED` or `PAPER_NOT_ALLOWED`, with the figures.
    pub reason: Reason,
}

/// The continuous fault that gives the right to file on paper, cut to the attempt.
#[export(record)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FaultStatement {
    /// When it began, or the attempt did, whichever was later.
    pub from: Moment,
    /// When it ended, or the attempt did, whichever was earlier (exclusive).
    pub to: Moment,
    /// Whole seconds from `from` to `to`, rounded down.
    pub duration_seconds: i64,
    /// The channels it hit.
    pub channels: Vec<Channel>,
    /// The operator's names for the faults in it, the earliest first, each once.
    pub references: Vec<String>,
}

/// Decides whether one of the faults gives the right to file on paper: the longest continuous
/// fault within the attempt lasted *more than* `limit_seconds`, to the nanosecond.
///
/// Faults of all channels count alike. Those that overlap or touch are one; an open one lasts to
/// the attempt's end; what lies outside the attempt does not count. Of equally long ones the
/// earliest is stated.
///
/// # Errors
/// All problems of the input: `INTERVAL_REVERSED` at `/attempt` or `/faults/N` (counted from 0),
/// and `TEXT_EMPTY`, `TEXT_TOO_LONG` or `TEXT_CONTROL` at `/faults/N/reference`.
///
/// ```
/// use qujat::{FaultQuery, paper_right};
/// let query = FaultQuery::from_json(br#"{
///     "attempt": {"from": "2026-02-10T09:00:00Z", "to": "2026-02-10T10:00:00Z"},
///     "faults": [{"from": "2026-02-10T08:00:00Z", "to": "2026-02-10T09:10:01Z",
///                 "channel": "portal", "reference": "inc-17"}]
/// }"#).unwrap();
/// let right = paper_right(query.attempt, &query.faults, 600).unwrap();
/// assert_eq!((right.paper, right.longest_seconds), (true, 601));
/// ```
pub fn paper_right(
    attempt: Attempt,
    faults: &[FaultInterval],
    limit_seconds: u32,
) -> Result<PaperRight, Error> {
    if let Some(error) = problems(attempt, faults).into_error() {
        return Err(error);
    }
    let whole = Span {
        from: attempt.from,
        to: attempt.to,
    };
    let parts = faults.iter().filter_map(|fault| cut(fault, whole));
    let longest = longest(&union(parts.collect()));
    let limit = i128::from(limit_seconds).saturating_mul(NANOSECONDS);
    let statement = longest
        .filter(|span| span.nanoseconds() > limit)
        .map(|span| state(span, faults));
    let seconds = longest.map_or(0, Span::seconds);
    let (code, name) = match statement {
        Some(_) => (Code::PaperAllowed, "duration"),
        None => (Code::PaperNotAllowed, "longest"),
    };
    Ok(PaperRight {
        paper: statement.is_some(),
        longest_seconds: seconds,
        statement,
        reason: Reason::new(code)
            .with(name, seconds)
            .with("limit", limit_seconds),
    })
}

fn problems(attempt: Attempt, faults: &[FaultInterval]) -> Problems {
    let mut problems = Problems::new();
    let reversed = || Reason::new(Code::IntervalReversed);
    if attempt.to < attempt.from {
        problems.push(reversed().at(Place::ROOT.field("attempt").pointer()));
    }
    let root = Place::ROOT;
    let list = root.field("faults");
    for (index, fault) in faults.iter().enumerate() {
        if problems.is_full() {
            break;
        }
        let at = list.index(index);
        if fault.to.is_some_and(|to| to < fault.from) {
            problems.push(reversed().at(at.pointer()));
        }
        if let Err(reason) = check_reference(&fault.reference, MAX_REFERENCE) {
            problems.push(reason.at(at.field("reference").pointer()));
        }
    }
    problems
}

/// A stretch of time, `to` exclusive; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    from: Moment,
    to: Moment,
}

impl Span {
    fn nanoseconds(self) -> i128 {
        self.from.nanoseconds_until(self.to)
    }

    /// Whole seconds. The years 1 to 9999 have fewer than 2⁶³ of them.
    fn seconds(self) -> i64 {
        i64::try_from(self.nanoseconds().div_euclid(NANOSECONDS)).unwrap_or(i64::MAX)
    }
}

/// The part of a fault that lies in a span, if any does.
fn cut(fault: &FaultInterval, span: Span) -> Option<Span> {
    let from = fault.from.max(span.from);
    let to = fault.to.map_or(span.to, |to| to.min(span.to));
    (from < to).then_some(Span { from, to })
}

/// The same time as disjoint spans in order, those that overlap or touch made one.
fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => joined.push(span),
        }
    }
    joined
}

/// The longest span, the first of equally long ones.
fn longest(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(|best, span| {
        if span.nanoseconds() > best.nanoseconds() {
            span
        } else {
            best
        }
    })
}

fn state(span: Span, faults: &[FaultInterval]) -> FaultStatement {
    let mut inside: Vec<&FaultInterval> = faults
        .iter()
        .filter(|fault| cut(fault, span).is_some())
        .collect();
    inside.sort_by_key(|fault| (fault.from, &fault.reference));
    let mut references: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for fault in &inside {
        if seen.insert(&fault.reference) {
            references.push(fault.reference.clone());
        }
    }
    let hit = |channel: &&Channel| inside.iter().any(|fault| fault.channel == **channel);
    FaultStatement {
        from: span.from,
        to: span.to,
        duration_seconds: span.seconds(),
        channels: Channel::ALL.iter().filter(hit).copied().collect(),
        references,
    }
}

dated! {
    /// An entry of the rulebook's section `technical_fault`.
    #[derive(Clone, Debug)]
    pub(crate) struct TechnicalFaultRule {
        /// A fault gives the right to file on paper if it lasts longer than this.
        pub(crate) more_than_seconds: u32,
    }
}

/// The rulebook's section `technical_fault`, ready for use.
#[derive(Clone, Debug)]
pub(crate) struct TechnicalFaultRules(Series<TechnicalFaultRule>);

impl TechnicalFaultRules {
    /// Compiles the section; its entries have to follow each other without gaps.
    pub(crate) fn compile(
        section: Section<TechnicalFaultRule>,
        problems: &mut Problems,
    ) -> TechnicalFaultRules {
        TechnicalFaultRules(section.series(Gaps::Refused, problems))
    }

    /// The limit in seconds on this day, and its source.
    pub(crate) fn limit_on(&self, day: Day) -> Result<(u32, SourceId), Reason> {
        let rule = self.0.on(day)?;
        Ok((rule.more_than_seconds, rule.source))
    }

    /// [`paper_right`] by the rule in force on `day`, with its source in the reason.
    ///
    /// # Errors
    /// `NOT_COVERED`, and those of [`paper_right`].
    pub(crate) fn paper_right(
        &self,
        attempt: Attempt,
        faults: &[FaultInterval],
        day: Day,
    ) -> Result<PaperRight, Error> {
        let (limit, source) = self.limit_on(day)?;
        let mut right = paper_right(attempt, faults, limit)?;
        right.reason = right.reason.cite(source);
        Ok(right)
    }
}

#[cfg(test)]
mod tests;
