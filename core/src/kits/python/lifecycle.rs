//! An application and its events.

use pyo3::prelude::*;

use super::error::{answer, call};
use super::list::List;
use super::object::Rebuilt;
use super::text::Text;
use crate::foundation::id::CentreId;
use crate::foundation::moment::Moment;
use crate::foundation::tenge::Tenge;
use crate::service::lifecycle::{
    Action, ActionKind, Application, Event, EventOutcome, History, Receiving, State,
};

#[pymethods]
impl Action {
    /// Its kind.
    #[getter(kind)]
    fn py_kind(&self) -> ActionKind {
        self.kind()
    }
}

#[pymethods]
impl Event {
    /// Reads an event from JSON.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<Event> {
        call(|| Event::from_json(json.as_slice()))
    }
}

#[pymethods]
impl History {
    /// Reads a history from JSON. It is not replayed yet.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn py_from_json(json: Text) -> PyResult<History> {
        call(|| History::from_json(json.as_slice()))
    }

    /// The application that it leads to.
    #[pyo3(name = "replay")]
    fn py_replay(&self) -> PyResult<Application> {
        call(|| self.replay())
    }
}

#[pymethods]
impl Application {
    /// An application before its first event, which must be the filing.
    #[new]
    fn __new__() -> Application {
        Application::new()
    }

    /// The application that these events lead to, in their order.
    #[staticmethod]
    #[pyo3(name = "replay")]
    fn py_replay(events: List<Event>) -> PyResult<Application> {
        call(|| Application::replay(&events.0))
    }

    /// Applies the next event, or refuses it and changes nothing.
    #[pyo3(name = "apply")]
    fn py_apply(&mut self, event: &Event) -> PyResult<EventOutcome> {
        call(|| self.apply(event))
    }

    /// The kinds of events that may come next, in the order of the table; empty at an end.
    #[pyo3(name = "permitted")]
    fn py_permitted(&self) -> PyResult<Vec<ActionKind>> {
        answer(|| self.permitted())
    }

    /// Its state; `None` before the filing.
    #[getter(state)]
    fn py_state(&self) -> Option<State> {
        self.state()
    }

    /// The instant of the filing; `None` before.
    #[getter(filed_at)]
    fn py_filed_at(&self) -> Option<Moment> {
        self.filed_at()
    }

    /// The instant of the registration; `None` before. The term of the service runs from then
    /// on.
    #[getter(registered_at)]
    fn py_registered_at(&self) -> Option<Moment> {
        self.registered_at()
    }

    /// The events that changed it, in their order.
    #[getter(events)]
    fn py_events(&self) -> Vec<Event> {
        self.events().to_vec()
    }

    /// Its history, to be stored.
    #[getter(history)]
    fn py_history(&self) -> PyResult<History> {
        answer(|| self.history())
    }

    /// The way in which the applicant wants to receive the card; `None` before the filing.
    #[getter(receiving)]
    fn py_receiving(&self) -> PyResult<Option<Receiving>> {
        answer(|| self.receiving())
    }

    /// The amount due at the filing, paid or not; `None` before the filing.
    #[getter(due)]
    fn py_due(&self) -> PyResult<Option<Tenge>> {
        answer(|| self.due())
    }

    /// The number it was registered under, once it has one.
    #[getter(ticket)]
    fn py_ticket(&self) -> Option<&str> {
        self.ticket()
    }

    /// The centre where the card lies, or lay until it was handed over.
    #[getter(centre)]
    fn py_centre(&self) -> Option<CentreId> {
        self.centre()
    }

    fn __copy__(&self) -> Application {
        self.clone()
    }

    fn __deepcopy__(&self, memo: &Bound<'_, PyAny>) -> Application {
        let _ = memo;
        self.clone()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Rebuilt<'py, (Vec<Event>,)> {
        let replay = py.get_type::<Application>().getattr("replay")?;
        Ok((replay, (self.events().to_vec(),)))
    }

    fn __repr__(&self) -> String {
        let state = self.state().map_or("None", State::as_str);
        format!(
            "Application(state={state}, <{} events>)",
            self.events().len()
        )
    }
}
