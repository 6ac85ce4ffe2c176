//! Stretches of time, and their union.

use crate::foundation::moment::Moment;

const NANOSECONDS: i128 = 1_000_000_000;

/// A stretch of time, `to` exclusive; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) from: Moment,
    pub(super) to: Moment,
}

impl Span {
    /// The time between two instants, if there is any.
    pub(super) fn new(from: Moment, to: Moment) -> Option<Span> {
        (from < to).then_some(Span { from, to })
    }

    /// Its part between two instants, if it has any.
    pub(super) fn within(self, from: Moment, to: Moment) -> Option<Span> {
        Span::new(self.from.max(from), self.to.min(to))
    }

    /// `true` if it has an instant in common with an attempt, `to` exclusive; an attempt that
    /// ended as it began is one instant.
    pub(super) fn meets(self, from: Moment, to: Moment) -> bool {
        let lasts_as_it_begins = self.from <= from && from < self.to;
        let begins_during_it = from <= self.from && self.from < to;
        lasts_as_it_begins || begins_during_it
    }

    fn nanoseconds(self) -> i128 {
        self.from.nanoseconds_until(self.to)
    }

    pub(super) fn is_longer_than(self, seconds: u32) -> bool {
        self.nanoseconds() > i128::from(seconds).saturating_mul(NANOSECONDS)
    }

    /// Whole seconds. The years 1 to 9999 have fewer than 2⁶³ of them.
    pub(super) fn seconds(self) -> i64 {
        i64::try_from(self.nanoseconds().div_euclid(NANOSECONDS)).unwrap_or(i64::MAX)
    }

    /// Seconds that have begun.
    pub(super) fn begun_seconds(self) -> i64 {
        let begun = self.nanoseconds().rem_euclid(NANOSECONDS) > 0;
        self.seconds().saturating_add(i64::from(begun))
    }
}

/// The same time as disjoint spans in order, those that overlap or touch made one.
pub(super) fn merged(mut spans: Vec<Span>) -> Vec<Span> {
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
pub(super) fn longest(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(|best, span| {
        if span.nanoseconds() > best.nanoseconds() {
            span
        } else {
            best
        }
    })
}
