//! An application and its events.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::foundation::id::CentreId;
use crate::foundation::moment::Moment;
use crate::foundation::tenge::Tenge;
use crate::service::lifecycle::{
    ActionKind, Event, EventOutcome, History, Receiving, State, Transition,
};

use super::error::Answered;

/// An application: the state that its events lead to.
#[derive(uniffi::Object)]
pub struct Application {
    held: Mutex<crate::service::lifecycle::Application>,
}

impl Application {
    fn of(held: crate::service::lifecycle::Application) -> Arc<Application> {
        let held = Mutex::new(held);
        Arc::new(Application { held })
    }

    pub(super) fn held(&self) -> MutexGuard<'_, crate::service::lifecycle::Application> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl Application {
    /// An application before its first event, which must be the filing.
    #[uniffi::constructor]
    #[allow(clippy::new_ret_no_self, reason = "UniFFI hands out shared objects")]
    pub fn new() -> Arc<Application> {
        Application::of(crate::service::lifecycle::Application::new())
    }

    /// The application that these events lead to, in their order.
    #[uniffi::constructor]
    pub fn replay(events: Vec<Event>) -> Answered<Arc<Application>> {
        let held = crate::service::lifecycle::Application::replay(&events)?;
        Ok(Application::of(held))
    }

    /// Applies the next event, or refuses it and changes nothing.
    pub fn apply(&self, event: Event) -> Answered<EventOutcome> {
        Ok(self.held().apply(&event)?)
    }

    /// The kinds of events that may come next, in the order of the table; empty at an end.
    pub fn permitted(&self) -> Vec<ActionKind> {
        self.held().permitted()
    }

    /// Its state; `None` before the filing.
    pub fn state(&self) -> Option<State> {
        self.held().state()
    }

    /// The instant of the filing; `None` before.
    pub fn filed_at(&self) -> Option<Moment> {
        self.held().filed_at()
    }

    /// The instant of the registration; `None` before. The term of the service runs from then
    /// on.
    pub fn registered_at(&self) -> Option<Moment> {
        self.held().registered_at()
    }

    /// The events that changed it, in their order: its history, to be stored.
    pub fn events(&self) -> Vec<Event> {
        self.held().events().to_vec()
    }

    /// The way in which the applicant wants to receive the card; `None` before the filing.
    pub fn receiving(&self) -> Option<Receiving> {
        self.held().receiving()
    }

    /// The amount due at the filing, paid or not; `None` before the filing.
    pub fn due(&self) -> Option<Tenge> {
        self.held().due()
    }

    /// The number it was registered under, once it has one.
    pub fn ticket(&self) -> Option<String> {
        self.held().ticket().map(str::to_owned)
    }

    /// The centre where the card lies, or lay until it was handed over.
    pub fn centre(&self) -> Option<CentreId> {
        self.held().centre()
    }
}

/// Reads an event from JSON, in which the fields of the action stand next to `id` and `at`.
#[uniffi::export]
pub fn read_event(json: String) -> Answered<Event> {
    Ok(Event::from_json(json.as_bytes())?)
}

/// Reads a history from JSON. It is not replayed yet.
#[uniffi::export]
pub fn read_history(json: String) -> Answered<History> {
    Ok(History::from_json(json.as_bytes())?)
}

/// The JSON text that a history is stored as.
#[uniffi::export]
pub fn history_json(history: History) -> Answered<String> {
    Ok(serde_json::to_string(&history).unwrap_or_default())
}

/// All transitions of an application, in the order of the table.
#[uniffi::export]
pub fn lifecycle_transitions() -> Vec<Transition> {
    crate::service::lifecycle::transitions()
}

/// The transitions as a Mermaid diagram.
#[uniffi::export]
pub fn lifecycle_diagram() -> String {
    crate::service::lifecycle::diagram()
}

/// `true` if nothing can follow on this state.
#[uniffi::export]
pub fn is_end_state(state: State) -> bool {
    state.is_end()
}
