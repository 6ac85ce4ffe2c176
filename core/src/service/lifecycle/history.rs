//! The stored form of an application.

use super::application::Application;
use super::event::Event;
use qujat_export::export;

use crate::foundation::json::{Fields, FromJson, Json, Place};
use crate::foundation::problem::Error;
use crate::foundation::problems::Problems;

/// The events of an application, as they are stored: `{"events": […]}`.
///
/// ```
/// use qujat::lifecycle::{History, State};
/// let history = History::from_json(br#"{"events": [
///     {"id": "1", "at": "2026-02-10T04:30:00Z", "event": "filed", "receiving": "pickup", "due": "0"},
///     {"id": "2", "at": "2026-02-10T05:00:00Z", "event": "withdrawn"}
/// ]}"#).unwrap();
/// assert_eq!(history.replay().unwrap().state(), Some(State::Withdrawn));
/// ```
#[export(record, input, private, shows(events), own_json)]
#[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct History {
    /// The events, the earliest first.
    pub events: Vec<Event>,
}

impl History {
    /// The longest history in JSON, in bytes. The table has no cycle, so that no application has
    /// more than eight events of its own; the rest is room for repeated ones.
    const MAX_BYTES: usize = 1024 * 1024;

    /// Reads a history from JSON. It is not replayed yet.
    ///
    /// # Errors
    /// All problems of the input, with their places, as for [`Event::from_json`].
    pub fn from_json(bytes: &[u8]) -> Result<History, Error> {
        crate::foundation::json::read(bytes, History::MAX_BYTES)
    }

    /// The application that it leads to.
    ///
    /// # Errors
    /// As for [`Application::replay`].
    pub fn replay(&self) -> Result<Application, Error> {
        Application::replay(&self.events)
    }
}

impl FromJson for History {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::new(json, &["events"], at, problems)?;
        let events = fields.get("events", at, problems)?;
        Some(History { events })
    }
}
