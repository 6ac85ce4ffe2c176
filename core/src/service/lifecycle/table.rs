//! The table of transitions, the only place that defines the order of events.

use super::event::{Action, ActionKind, Receiving};
use qujat_export::export;

use crate::foundation::tenge::Tenge;
use crate::foundation::words::words;
use crate::service::notice_kinds::NoticeKind;

words! {
    /// The state of an application.
    #[export(code)]
    State {
        /// Filed; nothing remains to be paid.
        Filed = "filed",
        /// Filed; a payment is awaited.
        AwaitingPayment = "awaiting_payment",
        /// Registered under a ticket.
        Registered = "registered",
        /// With the migration service.
        UnderReview = "under_review",
        /// The card is being made.
        InProduction = "in_production",
        /// The card lies at a service centre.
        ReadyForPickup = "ready_for_pickup",
        /// The courier has the card.
        WithCourier = "with_courier",
        /// The holder has the card: an end.
        Issued = "issued",
        /// The review was failed: an end. A new application is needed, with a new duty.
        Annulled = "annulled",
        /// The applicant withdrew it: an end.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// `true` if nothing can follow.
    ///
    /// ```
    /// use qujat::lifecycle::State;
    /// assert!(State::Annulled.is_end());
    /// assert!(!State::ReadyForPickup.is_end());
    /// ```
    #[must_use]
    pub fn is_end(self) -> bool {
        TABLE.iter().all(|row| row.from != Some(self))
    }
}

words! {
    /// A condition of a transition besides the state.
    #[export(code)]
    TransitionCondition {
        /// Nothing more.
        Always = "always",
        /// Nothing is to be paid.
        NothingDue = "nothing_due",
        /// Something is to be paid.
        SomethingDue = "something_due",
        /// The card will be picked up.
        ForPickup = "for_pickup",
        /// The card will be delivered.
        ForDelivery = "for_delivery",
    }
}

/// The terms that the filing fixes for the application's whole life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) receiving: Receiving,
    pub(super) due: Tenge,
}

impl Terms {
    /// The terms that this action fixes, if it is the filing.
    pub(super) fn of(action: &Action) -> Option<Terms> {
        match action {
            Action::Filed { receiving, due, .. } => Some(Terms {
                receiving: *receiving,
                due: *due,
            }),
            _ => None,
        }
    }
}

impl TransitionCondition {
    fn holds(self, terms: Terms) -> bool {
        match self {
            TransitionCondition::Always => true,
            TransitionCondition::NothingDue => terms.due.is_zero(),
            TransitionCondition::SomethingDue => !terms.due.is_zero(),
            TransitionCondition::ForPickup => terms.receiving == Receiving::Pickup,
            TransitionCondition::ForDelivery => terms.receiving == Receiving::Delivery,
        }
    }
}

/// One row of the table.
pub(super) struct Row {
    pub(super) from: Option<State>,
    pub(super) event: ActionKind,
    pub(super) condition: TransitionCondition,
    pub(super) to: State,
    pub(super) notices: &'static [NoticeKind],
}

macro_rules! table {
    ($($from:expr, $event:ident, $condition:ident => $to:ident, [$($notice:ident),*];)+) => {
        &[$(Row {
            from: $from,
            event: ActionKind::$event,
            condition: TransitionCondition::$condition,
            to: State::$to,
            notices: &[$(NoticeKind::$notice),*],
        }),+]
    };
}

use State::{
    AwaitingPayment, Filed, InProduction, ReadyForPickup, Registered, UnderReview, WithCourier,
};

#[rustfmt::skip]
pub(super) const TABLE: &[Row] = table! {
    None,                  Filed,           NothingDue   => Filed,           [Received];
    None,                  Filed,           SomethingDue => AwaitingPayment, [Received, PaymentDue];
    Some(AwaitingPayment), Paid,            Always       => Filed,           [];
    Some(Filed),           Registered,      Always       => Registered,      [Registered];
    Some(Registered),      ReviewStarted,   Always       => UnderReview,     [];
    Some(UnderReview),     Approved,        Always       => InProduction,    [InProduction];
    Some(UnderReview),     Annulled,        Always       => Annulled,        [Annulled];
    Some(InProduction),    ReadyForPickup,  ForPickup    => ReadyForPickup,  [Ready];
    Some(InProduction),    HandedToCourier, ForDelivery  => WithCourier,     [WithCourier];
    Some(WithCourier),     Delivered,       Always       => Issued,          [Delivered, FeedbackInvitation];
    Some(WithCourier),     DeliveryFailed,  Always       => ReadyForPickup,  [DeliveryFailed];
    Some(ReadyForPickup),  Issued,          Always       => Issued,          [FeedbackInvitation];
    Some(Filed),           Withdrawn,       Always       => Withdrawn,       [Withdrawn];
    Some(AwaitingPayment), Withdrawn,       Always       => Withdrawn,       [Withdrawn];
    Some(Registered),      Withdrawn,       Always       => Withdrawn,       [Withdrawn];
    Some(UnderReview),     Withdrawn,       Always       => Withdrawn,       [Withdrawn];
};

/// The rows that lead on from a state. Before the filing no terms are known, and each condition
/// may still come to hold.
pub(super) fn rows_from(
    state: Option<State>,
    terms: Option<Terms>,
) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| {
        row.from == state && terms.is_none_or(|terms| row.condition.holds(terms))
    })
}

/// One permitted step of an application's life.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Transition {
    /// The state before; `None` before the filing.
    pub from: Option<State>,
    /// The event that leads on.
    pub event: ActionKind,
    /// The further condition.
    pub condition: TransitionCondition,
    /// The state after.
    pub to: State,
    /// The notices that the event triggers, in the order in which they are sent.
    pub notices: Vec<NoticeKind>,
}

/// The whole table of transitions, for documents and interfaces. All other events are refused
/// with `EVENT_NOT_ALLOWED`.
#[must_use]
pub fn transitions() -> Vec<Transition> {
    TABLE.iter().map(Row::to_transition).collect()
}

impl Row {
    fn to_transition(&self) -> Transition {
        Transition {
            from: self.from,
            event: self.event,
            condition: self.condition,
            to: self.to,
            notices: self.notices.to_vec(),
        }
    }
}
