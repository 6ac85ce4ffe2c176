//! An application as the sum of its events.

use super::event::{Action, ActionKind, Event, Receiving};
use super::history::History;
use super::table::{State, Terms, rows_from};
use qujat_export::export;
use serde::ser::SerializeStruct;

use crate::foundation::catalogue::Code;
use crate::foundation::id::CentreId;
use crate::foundation::json::{Fields, FromJson, Json, Place};
use crate::foundation::moment::Moment;
use crate::foundation::problem::{Alone, Error, ParamValue, Reason, Result};
use crate::foundation::problems::Problems;
use crate::foundation::tenge::Tenge;
use crate::service::notice_kinds::NoticeKind;

/// The word for the state before the first event.
const NOTHING: &str = "nothing";

/// An application: its events so far, and the state they lead to.
///
/// After `annulled` there is no way back: the applicant files a new application, and the duty is
/// due again with it.
///
/// ```
/// use qujat::lifecycle::{Action, ActionKind, Event, Receiving, State};
/// use qujat::{Application, Moment, Tenge};
/// let mut application = Application::new();
/// let action = Action::Filed {
///     receiving: Receiving::Pickup,
///     due: Tenge::parse("786.40").unwrap(),
///     channel: None,
///     identification: None,
/// };
/// let filed = Event::new("e-1", Moment::parse("2026-02-10T09:30:00+05:00").unwrap(), action);
/// assert_eq!(application.apply(&filed).unwrap().state, State::AwaitingPayment);
/// assert_eq!(application.permitted(), [ActionKind::Paid, ActionKind::Withdrawn]);
/// assert!(!application.apply(&filed).unwrap().changed); // the same event again
/// ```
#[export(class, private, shows(events, state, terms), mutable)]
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Application {
    events: Vec<Event>,
    state: Option<State>,
    terms: Option<Terms>,
}

/// As [`History`] is written: the events, from which the rest follows.
impl serde::Serialize for Application {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Application", 1)?;
        object.serialize_field("events", &self.events)?;
        object.end()
    }
}

/// The events are applied again, one after the other.
impl FromJson for Application {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Application> {
        let fields = Fields::new(json, &["events"], at, problems)?;
        let events = fields.list::<Event>("events", at, problems)?;
        Application::replay(&events)
            .map_err(|error| problems.extend(error.at(&at.pointer()).into_problems()))
            .ok()
    }
}

/// The effect of an event.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct EventOutcome {
    /// The state after it.
    pub state: State,
    /// The notices to send, in this order; empty if nothing changed.
    pub notices: Vec<NoticeKind>,
    /// `true` if it changed anything, `false` for an event that the history already holds.
    pub changed: bool,
}

impl Application {
    /// An application before its first event, which must be the filing.
    #[must_use]
    pub fn new() -> Application {
        Application::default()
    }

    /// The application that these events lead to, in their order.
    ///
    /// # Errors
    /// The problem of the first event that [`Application::apply`] refuses, at `/events/N`, N
    /// counted from 0.
    pub fn replay(events: &[Event]) -> Result<Application, Error> {
        let list = Place::ROOT;
        let list = list.field("events");
        let mut application = Application::new();
        for (index, event) in events.iter().enumerate() {
            application
                .apply(event)
                .alone()
                .map_err(|reason| reason.at(list.index(index).pointer()))?;
        }
        Ok(application)
    }

    /// Adds an event. On an error nothing has changed.
    ///
    /// The same event again (same identifier, same content) changes nothing, wherever it stands.
    ///
    /// # Errors
    /// In the order of the checks: `EVENT_ID_INVALID`, `LIST_LENGTH`, `TEXT_EMPTY` or
    /// `REFERENCE_INVALID` for an event that could not have been read from JSON;
    /// `EVENT_ID_REUSED` for the identifier of another event; `EVENT_OUT_OF_ORDER` for an event
    /// dated before the last one (equal instants are allowed); `EVENT_NOT_ALLOWED` in this state,
    /// which is called `nothing` before the filing; `PAYMENT_MISMATCH` for another amount than
    /// the one due.
    pub fn apply(&mut self, event: &Event) -> Result<EventOutcome> {
        if let Some(problem) = event.problems().into_iter().next() {
            return Err(problem.into_reason().into());
        }
        if let Some(known) = self.events.iter().find(|known| known.id == event.id) {
            return Ok(self.repeat(known, event)?);
        }
        let kind = event.action.kind();
        if self.events.last().is_some_and(|last| event.at < last.at) {
            return Err(Reason::new(Code::EventOutOfOrder)
                .with("event", kind)
                .into());
        }
        let terms = self.terms.or_else(|| Terms::of(&event.action));
        let row = rows_from(self.state, terms)
            .find(|row| row.event == kind)
            .ok_or_else(|| self.not_allowed(kind))?;
        self.check_payment(&event.action)?;
        self.events.push(event.clone());
        self.state = Some(row.to);
        self.terms = terms;
        Ok(EventOutcome {
            state: row.to,
            notices: row.notices.to_vec(),
            changed: true,
        })
    }

    fn repeat(&self, known: &Event, event: &Event) -> Result<EventOutcome, Reason> {
        match self.state {
            Some(state) if known == event => Ok(EventOutcome {
                state,
                notices: Vec::new(),
                changed: false,
            }),
            _ => Err(Reason::new(Code::EventIdReused).with("event", event.action.kind())),
        }
    }

    fn not_allowed(&self, kind: ActionKind) -> Reason {
        let state = self.state.map_or(NOTHING, State::as_str);
        let state = ParamValue::Word {
            value: state.into(),
        };
        Reason::new(Code::EventNotAllowed)
            .with("event", kind)
            .with("state", state)
    }

    fn check_payment(&self, action: &Action) -> Result<(), Reason> {
        match (action, self.terms) {
            (Action::Paid { amount }, Some(terms)) if *amount != terms.due => {
                Err(Reason::new(Code::PaymentMismatch).with("due", terms.due))
            }
            _ => Ok(()),
        }
    }

    /// The kinds of events that may come next, in the order of the table; empty at an end.
    #[must_use]
    pub fn permitted(&self) -> Vec<ActionKind> {
        let mut kinds: Vec<ActionKind> = rows_from(self.state, self.terms)
            .map(|row| row.event)
            .collect();
        kinds.dedup();
        kinds
    }

    /// Its state; `None` before the filing.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.state
    }

    /// The events that changed it, in their order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Its history, to be stored.
    #[must_use]
    pub fn history(&self) -> History {
        History {
            events: self.events.clone(),
        }
    }

    /// The way in which the applicant wants to receive the card; `None` before the filing.
    #[must_use]
    pub fn receiving(&self) -> Option<Receiving> {
        self.terms.map(|terms| terms.receiving)
    }

    /// The amount due at the filing, paid or not; `None` before the filing.
    #[must_use]
    pub fn due(&self) -> Option<Tenge> {
        self.terms.map(|terms| terms.due)
    }

    /// The instant of the filing; `None` before.
    #[must_use]
    pub fn filed_at(&self) -> Option<Moment> {
        self.when(ActionKind::Filed)
    }

    /// The instant of the registration; `None` before. The term of the service runs from then on.
    #[must_use]
    pub fn registered_at(&self) -> Option<Moment> {
        self.when(ActionKind::Registered)
    }

    fn when(&self, kind: ActionKind) -> Option<Moment> {
        let mut events = self.events.iter();
        events
            .find(|event| event.action.kind() == kind)
            .map(|event| event.at)
    }

    /// The number it was registered under, once it has one.
    #[must_use]
    pub fn ticket(&self) -> Option<&str> {
        self.events.iter().find_map(|event| match &event.action {
            Action::Registered { ticket } => Some(ticket.as_str()),
            _ => None,
        })
    }

    /// The centre where the card lies, or lay until it was handed over.
    #[must_use]
    pub fn centre(&self) -> Option<CentreId> {
        self.events.iter().find_map(|event| match event.action {
            Action::ReadyForPickup { centre } | Action::DeliveryFailed { centre } => Some(centre),
            _ => None,
        })
    }
}
