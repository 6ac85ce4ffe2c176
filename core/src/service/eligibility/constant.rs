//! Rules in numbers, where nothing changes through the pilot: a card is decided by a few comparisons.

use super::WindowEntry;
use super::checks::{CardOnDay, FailedChecks, RegisterFindings};
use super::rules::EligibilityRules;
use crate::foundation::dated;
use crate::foundation::day::{Day, DayRange};
use crate::foundation::problem::Reason;
use crate::people::identity::{DocumentKind, Ground};

/// The rules for cards of one kind that are asked about on the days of a period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConstantRules {
    /// The days asked about for which they hold.
    pub(crate) period: DayRange,
    document_served: bool,
    ground_served: bool,
    register: RegisterFindings,
    /// The days before and after the expiry date on which the window of the period is open.
    opens_before: i32,
    closes_after: i32,
    /// The days of the pilot, in days since 1970-01-01 like all days here.
    pilot_first: i32,
    pilot_last: i32,
    /// The days on which cards of this kind can be renewed online; the first is after the last if
    /// there are no such days.
    online_first: i32,
    online_last: i32,
    /// The window on these days.
    online_before: i32,
    online_after: i32,
}

/// The first day is after the last: there is no day.
const NO_DAYS: (i32, i32) = (i32::MAX, i32::MIN);

impl EligibilityRules {
    /// The rules for cards of a kind on the days around `on`, if they are as simple as they mostly
    /// are: one pilot without a pause, through which nothing changes. `None` if they are not.
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
        let online = match self.days.only_span() {
            Some(span) => span
                .services(&self.online)
                .zip(span.window(&self.window))
                .filter(|(services, _)| services.serves(document, ground))
                .map(|(_, window)| (span.days, reach(window))),
            None if self.days.is_empty() => None,
            None => return Ok(None),
        };
        let days = |days: DayRange| (days.first.epoch_days(), days.last.epoch_days());
        let (opens_before, closes_after) = reach(window);
        let (pilot_first, pilot_last) = days(*pilot);
        let (online_first, online_last) = online.map_or(NO_DAYS, |(online, _)| days(online));
        let (online_before, online_after) = online.map_or((0, 0), |(_, window)| window);
        Ok(Some(ConstantRules {
            period,
            document_served: services.serves_document(document),
            ground_served: services.serves_ground(ground),
            register: RegisterFindings::default(),
            opens_before,
            closes_after,
            pilot_first,
            pilot_last,
            online_first,
            online_last,
            online_before,
            online_after,
        }))
    }
}

fn reach(window: &WindowEntry) -> (i32, i32) {
    let before = i32::from(window.opens_days_before);
    (before, i32::from(window.closes_days_after))
}

// The functions below compute all values in any case and choose between them: loops over them become
// vector instructions. `today` is a day of the period. Nothing wraps around where the expiry date is a
// day too; where it is not, the answer has no meaning, and the caller leaves it out.
impl ConstantRules {
    /// The same for cards against which the register has something. They have no days.
    #[inline]
    pub(crate) fn with_register(self, register: RegisterFindings) -> ConstantRules {
        let days = (self.online_first, self.online_last);
        let (online_first, online_last) = if register.are_any() { NO_DAYS } else { days };
        ConstantRules {
            register,
            online_first,
            online_last,
            ..self
        }
    }

    /// The checks that a card fails.
    #[inline]
    pub(crate) fn failed(&self, expires_on: i32, today: i32) -> FailedChecks {
        let (first, last) = self.days(expires_on, today);
        let has_days = first <= last;
        let card = CardOnDay {
            document_served: self.document_served,
            ground_served: self.ground_served,
            before_pilot: today < self.pilot_first,
            pilot_paused: false,
            after_pilot: today > self.pilot_last,
            before_window: expires_on > today.wrapping_add(self.opens_before),
            after_window: expires_on < today.wrapping_sub(self.closes_after),
            has_days,
            has_days_ahead: has_days & (first > today),
            register: self.register,
        };
        card.failed()
    }

    /// The first and the last of the days on which a card can be renewed online; the first is after
    /// the last if there are no such days. A card that is not served on the day has no days, unless it
    /// will be served. The clipping of a window to the ends of [`Day`] changes nothing, since the pilot
    /// has those ends too.
    #[inline]
    pub(crate) fn days(&self, expires_on: i32, today: i32) -> (i32, i32) {
        let first = expires_on.wrapping_sub(self.online_before);
        let last = expires_on.wrapping_add(self.online_after);
        let (first, last) = (first.max(self.online_first), last.min(self.online_last));
        let is_served = self.document_served & self.ground_served;
        let is_hidden = !is_served & (first <= today);
        (first, if is_hidden { i32::MIN } else { last })
    }
}
