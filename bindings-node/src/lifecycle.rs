//! An application and its events.

use napi::Env;
use napi_derive::napi;
use qujat::centres::CentreId;
use qujat::lifecycle::{ActionKind, Event, EventOutcome, History, Receiving, State, Transition};
use qujat::{Moment, Tenge};

use crate::convert::{In, Out, Text};
use crate::error::call;

/// An application: the state that its events lead to.
#[napi]
pub struct Application {
    held: qujat::Application,
}

impl Application {
    pub(crate) fn core(&self) -> &qujat::Application {
        &self.held
    }
}

#[napi]
impl Application {
    /// An application before its first event, which must be the filing.
    #[napi(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript")]
    pub fn new() -> Application {
        Application {
            held: qujat::Application::new(),
        }
    }

    /// The application that these events lead to, in their order.
    #[napi(factory)]
    pub fn replay(env: Env, events: In<Vec<Event>>) -> napi::Result<Application> {
        call(&env, || qujat::Application::replay(&events.0)).map(|held| Application { held })
    }

    /// Applies the next event, or refuses it and changes nothing.
    #[napi]
    pub fn apply(&mut self, env: Env, event: In<Event>) -> napi::Result<Out<EventOutcome>> {
        call(&env, || self.held.apply(&event.0)).map(Out)
    }

    /// The kinds of events that may come next, in the order of the table; empty at an end.
    #[napi]
    pub fn permitted(&self) -> Out<Vec<ActionKind>> {
        Out(self.held.permitted())
    }

    /// Its state; `null` before the filing.
    #[napi(getter)]
    pub fn state(&self) -> Option<Out<State>> {
        self.held.state().map(Out)
    }

    /// The instant of the filing; `null` before.
    #[napi(getter)]
    pub fn filed_at(&self) -> Option<Out<Moment>> {
        self.held.filed_at().map(Out)
    }

    /// The instant of the registration; `null` before. The term of the service runs from then
    /// on.
    #[napi(getter)]
    pub fn registered_at(&self) -> Option<Out<Moment>> {
        self.held.registered_at().map(Out)
    }

    /// The events that changed it, in their order: its history, to be stored.
    #[napi(getter)]
    pub fn events(&self) -> Out<Vec<Event>> {
        Out(self.held.events().to_vec())
    }

    /// The way in which the applicant wants to receive the card; `null` before the filing.
    #[napi(getter)]
    pub fn receiving(&self) -> Option<Out<Receiving>> {
        self.held.receiving().map(Out)
    }

    /// The amount due at the filing, paid or not; `null` before the filing.
    #[napi(getter)]
    pub fn due(&self) -> Option<Out<Tenge>> {
        self.held.due().map(Out)
    }

    /// The number it was registered under, once it has one.
    #[napi(getter)]
    pub fn ticket(&self) -> Option<String> {
        self.held.ticket().map(str::to_owned)
    }

    /// The centre where the card lies, or lay until it was handed over.
    #[napi(getter)]
    pub fn centre(&self) -> Option<Out<CentreId>> {
        self.held.centre().map(Out)
    }
}

/// Reads an event from JSON, in which the fields of the action stand next to `id` and `at`.
#[napi]
pub fn read_event(env: Env, json: Text) -> napi::Result<Out<Event>> {
    call(&env, || Event::from_json(json.as_slice())).map(Out)
}

/// Reads a history from JSON. It is not replayed yet.
#[napi]
pub fn read_history(env: Env, json: Text) -> napi::Result<Out<History>> {
    call(&env, || History::from_json(json.as_slice())).map(Out)
}

/// All transitions of an application, in the order of the table.
#[napi]
pub fn lifecycle_transitions() -> Out<Vec<Transition>> {
    Out(qujat::lifecycle::transitions())
}

/// The transitions as a Mermaid diagram.
#[napi]
pub fn lifecycle_diagram() -> String {
    qujat::lifecycle::diagram()
}

/// `true` if nothing can follow on this state.
#[napi]
pub fn is_end_state(state: In<State>) -> bool {
    state.0.is_end()
}
