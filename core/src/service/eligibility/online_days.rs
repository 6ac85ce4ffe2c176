//! The days on which a card can be renewed online, by all rules that are known: SPEC 2, 3.

use super::{OnlineEntry, WindowEntry};
use crate::foundation::dated::Series;
use crate::foundation::day::{Day, DayRange};

/// Days of the pilot with the same entries for the services and the length of the window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) days: DayRange,
    /// The place of the list of services in its series.
    services: usize,
    /// The place of the window in its series.
    window: usize,
}

/// All such days, in the order of time. There are at most as many spans as the three sections have
/// entries, each of which has at most a thousand.
#[derive(Clone, Debug)]
pub(super) struct OnlineDays {
    spans: Vec<Span>,
    /// The most days before and after the expiry date on which any window is open.
    reach: (i32, i32),
}

/// Of the runs of days on which a card can be renewed online: the one that a day is in, or the next
/// one after it, or else the last one; and the one after that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Runs {
    pub(crate) online: Option<DayRange>,
    pub(crate) again: Option<DayRange>,
}

/// The days around an expiry date on which a window is open, both inclusive.
pub(super) fn open_days(window: &WindowEntry, expires_on: Day) -> DayRange {
    DayRange {
        first: expires_on.plus_days(i32::from(window.opens_days_before).saturating_neg()),
        last: expires_on.plus_days(i32::from(window.closes_days_after)),
    }
}

impl OnlineDays {
    pub(super) fn new(
        online: &Series<OnlineEntry>,
        window: &Series<WindowEntry>,
        pilot: &[DayRange],
    ) -> OnlineDays {
        let online: Vec<DayRange> = online.entries().iter().map(|(days, _)| *days).collect();
        let windows: Vec<DayRange> = window.entries().iter().map(|(days, _)| *days).collect();
        let both = common(&online, &windows);
        let days: Vec<DayRange> = both.iter().map(|(days, ..)| *days).collect();
        let mut spans: Vec<Span> = Vec::new();
        for (days, place, _) in common(&days, pilot) {
            if let Some((_, services, window)) = both.get(place) {
                spans.push(Span {
                    days,
                    services: *services,
                    window: *window,
                });
            }
        }
        let entries = || window.entries().iter().map(|(_, entry)| entry);
        let most = |days: Option<u16>| i32::from(days.unwrap_or(0));
        let reach = (
            most(entries().map(|entry| entry.opens_days_before).max()),
            most(entries().map(|entry| entry.closes_days_after).max()),
        );
        OnlineDays { spans, reach }
    }

    /// The only span, if there are no others.
    #[inline]
    pub(super) fn only_span(&self) -> Option<&Span> {
        self.spans.first().filter(|_| self.spans.len() == 1)
    }

    /// `true` without any span: nothing is ever renewed online.
    pub(super) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The runs of days around `today` on which a card can be renewed online that expires on
    /// `expires_on`, and whose document and ground are on a list of services for which `is_served`
    /// holds. A run ends where the rules of the next day are not known.
    pub(super) fn runs(
        &self,
        (online, window): (&Series<OnlineEntry>, &Series<WindowEntry>),
        is_served: impl Fn(&OnlineEntry) -> bool,
        expires_on: Day,
        today: Day,
    ) -> Runs {
        let earliest = expires_on.plus_days(self.reach.0.saturating_neg());
        let latest = expires_on.plus_days(self.reach.1);
        let from = self.spans.partition_point(|span| span.days.last < earliest);
        let near = self.spans.get(from..).unwrap_or_default().iter();
        let near = near.take_while(|span| span.days.first <= latest);
        let days = near.filter_map(|span| {
            span.services(online).filter(|entry| is_served(entry))?;
            open_days(span.window(window)?, expires_on).intersection(span.days)
        });
        let mut found = Runs::default();
        let mut run: Option<DayRange> = None;
        // Spans that touch each other are one run, so that a run is known when the next one begins.
        for days in days {
            match &mut run {
                Some(run) if run.last.plus_days(1) == days.first => run.last = days.last,
                _ => {
                    if let Some(whole) = run.replace(days)
                        && found.take(whole, today)
                    {
                        return found;
                    }
                }
            }
        }
        if let Some(whole) = run {
            found.take(whole, today);
        }
        found
    }
}

impl Runs {
    /// Takes the next run in the order of time; `true` if no further one is needed.
    fn take(&mut self, run: DayRange, today: Day) -> bool {
        match self.online {
            Some(online) if online.last >= today => {
                self.again = Some(run);
                true
            }
            _ => {
                self.online = Some(run);
                false
            }
        }
    }
}

impl Span {
    #[inline]
    pub(super) fn services<'s>(&self, series: &'s Series<OnlineEntry>) -> Option<&'s OnlineEntry> {
        let entry = series.entries().get(self.services);
        entry.map(|(_, entry)| entry)
    }

    #[inline]
    pub(super) fn window<'s>(&self, series: &'s Series<WindowEntry>) -> Option<&'s WindowEntry> {
        let entry = series.entries().get(self.window);
        entry.map(|(_, entry)| entry)
    }
}

/// The days that two lists of disjoint periods in the order of time have in common, with the places of
/// the periods: at most as many as both have together.
fn common(first: &[DayRange], second: &[DayRange]) -> Vec<(DayRange, usize, usize)> {
    let mut found = Vec::new();
    let (mut left, mut right) = (0usize, 0usize);
    while let (Some(one), Some(other)) = (first.get(left), second.get(right)) {
        if let Some(days) = one.intersection(*other) {
            found.push((days, left, right));
        }
        if one.last <= other.last {
            left = left.saturating_add(1);
        } else {
            right = right.saturating_add(1);
        }
    }
    found
}
