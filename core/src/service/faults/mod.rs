//! Technical faults of the portal and the apps, and the right to file on paper that a long one
//! gives (SPEC 9).

mod rules;
mod spans;

use std::collections::BTreeSet;
use std::fmt::Write;

use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::json::{Place, record};
use crate::foundation::moment::{CivilTime, Moment};
use crate::foundation::problem::{Error, ParamValue, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::reference::{MAX_REFERENCE, check_reference};
use crate::foundation::words::words;
use crate::service::channel::Channel;
use crate::service::civil_time::CivilClock;
use crate::service::eligibility::Decision;
use spans::{Span, longest, merged};

pub(crate) use rules::{TechnicalFaultRule, TechnicalFaultRules};

words! {
    /// The part of a fault that counts.
    FaultMeasure {
        /// The whole fault, from its beginning to its end; it has to overlap the attempt.
        WholeFault = "whole_fault",
        /// Only the part inside the attempt.
        WithinAttempt = "within_attempt",
    }
}

record! {
    /// A time during which a channel did not work.
    #[export(record, input, public, own_reader)]
    #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct FaultInterval [at most 10_000] {
        /// The beginning of the fault.
        pub from: Moment,
        /// Its end (exclusive); `None` while it lasts.
        pub to: Option<Moment>,
        /// The channel that it hit.
        pub channel: Channel,
        /// The operator's name for the fault: 1 to 64 Latin letters, digits and hyphens.
        pub reference: String,
    }

    /// The time during which one applicant tried to apply.
    #[export(record, input, public, own_reader)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct Attempt {
        /// The beginning of the attempt.
        pub from: Moment,
        /// The end of the attempt, or the moment asked about (exclusive).
        pub to: Moment,
    }

    /// An attempt and the faults known for that time, as one JSON document.
    #[export(record, input, public, own_json)]
    #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct FaultQuery {
        /// The attempt.
        pub attempt: Attempt,
        /// The faults, in any order.
        pub faults: Vec<FaultInterval>,
        /// Until when faults are known: one without an end lasts until then. The attempt's end, if
        /// it is left out or earlier.
        pub known_until: Option<Moment>,
        /// The number of the statement, which the caller gives: 1 to 64 Latin letters, digits and
        /// hyphens.
        pub number: Option<String>,
        /// The expiry date printed on the card, if the statement is to include the decision on the
        /// card on the day of the attempt.
        pub expires_on: Option<Day>,
    }
}

impl FaultQuery {
    /// The longest query in JSON, in bytes.
    const MAX_BYTES: usize = 1024 * 1024;

    /// Reads an attempt and the faults from JSON: `{"attempt": {…}, "faults": […]}`, and the other
    /// known facts.
    ///
    /// # Errors
    /// All problems of reading the JSON, with their places.
    pub fn from_json(bytes: &[u8]) -> Result<FaultQuery, Error> {
        crate::foundation::json::read(bytes, FaultQuery::MAX_BYTES)
    }
}

/// The right to file on paper after a fault.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PaperRight {
    /// `true` if the applicant may file on paper.
    pub paper: bool,
    /// The longest continuous fault that counts, in whole seconds, rounded down.
    pub longest_seconds: i64,
    /// The statement to show at the service centre; `None` without the right.
    pub statement: Option<FaultStatement>,
    /// `PAPER_ALLOWED` or `PAPER_NOT_ALLOWED`, with the figures.
    pub reason: Reason,
}

/// The continuous fault that gives the right to file on paper, as a service centre can be shown it.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FaultStatement {
    /// Its number, if the caller gave one.
    pub number: Option<String>,
    /// The beginning of the fault; the attempt's beginning, if that is later and only the attempt
    /// counts.
    pub from: Moment,
    /// Its end (exclusive); the attempt's end, if that is earlier and only the attempt counts.
    pub to: Moment,
    /// Seconds from `from` to `to`; one that has begun counts, so that a fault over the limit is
    /// never said to be as long as it.
    pub duration_seconds: i64,
    /// The channels it hit.
    pub channels: Vec<Channel>,
    /// The operator's names for the faults in it, the earliest first, each once.
    pub references: Vec<String>,
    /// The civil day in Kazakhstan on which the attempt began.
    pub day: Day,
    /// The decision on the card on that day; `None` if its expiry date is not known.
    pub decision: Option<Decision>,
    /// `FAULT_STATEMENT`: all of it as one text.
    pub reason: Reason,
}

impl FaultStatement {
    /// The statement with the decision of its day.
    pub(crate) fn with_decision(mut self, decision: Option<Decision>) -> FaultStatement {
        let online = match &decision {
            Some(decision) if decision.is_eligible() => "online_available",
            Some(_) => "online_unavailable",
            None => "online_unknown",
        };
        self.reason = self.reason.with(
            "online",
            ParamValue::Word {
                value: online.into(),
            },
        );
        self.decision = decision;
        self
    }
}

/// The measure of the decision: the limit, and the part of a fault that counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Yardstick {
    more_than_seconds: u32,
    measure: FaultMeasure,
}

/// Decides on the right to file on paper: the longest continuous fault that counts has to have
/// lasted *more than* the limit, to the nanosecond. A statement is without decision as yet.
///
/// Faults of all channels count alike. Those that overlap or touch are one; of equally long ones the
/// earliest is stated.
///
/// # Errors
/// All problems of the input: `INTERVAL_REVERSED` at `/attempt` or `/faults/N` (counted from 0), and
/// `TEXT_EMPTY` or `REFERENCE_INVALID` at `/faults/N/reference` and `/number`. `NOT_COVERED` if
/// the civil time at one of the fault's ends is not known.
fn paper_right(
    query: &FaultQuery,
    yardstick: Yardstick,
    day: Day,
    civil_time: &CivilClock,
) -> Result<PaperRight, Error> {
    if let Some(error) = problems(query).into_error() {
        return Err(error);
    }
    let limit = yardstick.more_than_seconds;
    let longest = longest(&counted(query, yardstick.measure));
    let over = longest.filter(|span| span.is_longer_than(limit));
    let statement = over
        .map(|span| state(span, query, limit, day, civil_time))
        .transpose()?;
    let seconds = longest.map_or(0, Span::seconds);
    let (code, said) = match &statement {
        Some(statement) => (Code::PaperAllowed, statement.duration_seconds),
        None => (Code::PaperNotAllowed, seconds),
    };
    Ok(PaperRight {
        paper: statement.is_some(),
        longest_seconds: seconds,
        statement,
        reason: with_durations(Reason::new(code), said, limit),
    })
}

/// Durations as people say them: minutes, and the seconds beyond them.
fn with_durations(reason: Reason, duration: i64, limit: u32) -> Reason {
    let limit = i64::from(limit);
    reason
        .with("minutes", duration.div_euclid(60))
        .with("seconds", duration.rem_euclid(60))
        .with("limit_minutes", limit.div_euclid(60))
        .with("limit_seconds", limit.rem_euclid(60))
}

fn problems(query: &FaultQuery) -> Problems {
    let mut problems = Problems::new();
    let reversed = || Reason::new(Code::IntervalReversed);
    let root = Place::ROOT;
    if query.attempt.to < query.attempt.from {
        problems.push(reversed().at(root.field("attempt").pointer()));
    }
    if let Some(number) = &query.number
        && let Err(reason) = check_reference(number, MAX_REFERENCE)
    {
        problems.push(reason.at(root.field("number").pointer()));
    }
    let list = root.field("faults");
    for (index, fault) in query.faults.iter().enumerate() {
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

/// The stretches of time in which a channel did not work and which count for the attempt.
fn counted(query: &FaultQuery, measure: FaultMeasure) -> Vec<Span> {
    let attempt = query.attempt;
    let whole = query.faults.iter().filter_map(|fault| whole(fault, query));
    match measure {
        FaultMeasure::WholeFault => {
            let mut spans = merged(whole.collect());
            spans.retain(|span| span.meets(attempt.from, attempt.to));
            spans
        }
        FaultMeasure::WithinAttempt => merged(
            whole
                .filter_map(|span| span.within(attempt.from, attempt.to))
                .collect(),
        ),
    }
}

/// A fault from its beginning to its end; one that is still open lasts as long as is known.
fn whole(fault: &FaultInterval, query: &FaultQuery) -> Option<Span> {
    let open = query
        .known_until
        .map_or(query.attempt.to, |known| known.max(query.attempt.to));
    Span::new(fault.from, fault.to.unwrap_or(open))
}

fn state(
    span: Span,
    query: &FaultQuery,
    limit: u32,
    day: Day,
    civil_time: &CivilClock,
) -> Result<FaultStatement, Reason> {
    let mut inside: Vec<&FaultInterval> = query
        .faults
        .iter()
        .filter(|fault| {
            whole(fault, query)
                .and_then(|fault| fault.within(span.from, span.to))
                .is_some()
        })
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
    let channels: Vec<Channel> = Channel::ALL.iter().filter(hit).copied().collect();
    let word = match channels.as_slice() {
        [channel] => channel.as_str(),
        _ => "portal_and_mobile_app",
    };
    let (from_day, from_time) = clock(span.from, civil_time)?;
    let (to_day, to_time) = clock(span.to, civil_time)?;
    let duration_seconds = span.begun_seconds();
    let reason = Reason::new(Code::FaultStatement)
        .with("number", query.number.as_deref().unwrap_or("—"))
        .with("channels", ParamValue::Word { value: word.into() })
        .with("from_day", from_day)
        .with("from_time", from_time)
        .with("to_day", to_day)
        .with("to_time", to_time);
    Ok(FaultStatement {
        number: query.number.clone(),
        from: span.from,
        to: span.to,
        duration_seconds,
        channels,
        reason: with_durations(reason, duration_seconds, limit)
            .with("references", listed(&references)),
        references,
        day,
        decision: None,
    })
}

/// The civil day of an instant, and its time with seconds, as a statement has them.
fn clock(moment: Moment, civil_time: &CivilClock) -> Result<(Day, String), Reason> {
    let CivilTime { day, time } = civil_time.civil(moment)?;
    // Civil time differs from UTC by whole minutes.
    let second = moment.to_chrono().timestamp().rem_euclid(60);
    Ok((day, format!("{time}:{second:02}")))
}

/// A text names so many references; the record has all of them.
const MOST_NAMED: usize = 5;

fn listed(references: &[String]) -> String {
    let mut text = String::new();
    for (index, reference) in references.iter().take(MOST_NAMED).enumerate() {
        let separator = if index > 0 { ", " } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(text, "{separator}{reference}");
    }
    if references.len() > MOST_NAMED {
        text.push_str(", …");
    }
    text
}

#[cfg(test)]
mod tests;
