//! The application's life, from filing to the card in hand (SPEC 7).
//!
//! The life of an application is kept as dated events. One table of transitions
//! ([`transitions`]) has the events that may follow each state, the state they lead to, and the
//! notices they trigger; [`Application`] follows it, and replaying the events gives the state.

mod application;
mod diagram;
mod event;
mod history;
mod table;

#[cfg(test)]
mod tests;

pub use application::{Application, EventOutcome};
pub use diagram::diagram;
pub use event::{
    Action, ActionKind, AnnulmentReason, Event, Identification, IdentificationKind, Receiving,
};
pub use history::History;
pub use table::{State, Transition, TransitionCondition, transitions};
