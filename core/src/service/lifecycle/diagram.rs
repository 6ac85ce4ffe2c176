//! The table as a picture.

use std::fmt::Write;

use super::table::{Row, State, TABLE, TransitionCondition};

/// The table of transitions as a Mermaid state diagram, for documents.
///
/// ```
/// assert!(qujat::lifecycle::diagram().starts_with("stateDiagram-v2\n"));
/// ```
#[must_use]
pub fn diagram() -> String {
    let mut diagram = String::from("stateDiagram-v2\n");
    for row in TABLE {
        let from = row.from.map_or("[*]", State::as_str);
        // Writing to a string does not fail.
        let _ = writeln!(diagram, "    {from} --> {}: {}", row.to, label(row));
    }
    for end in State::ALL.iter().filter(|state| state.is_end()) {
        let _ = writeln!(diagram, "    {end} --> [*]");
    }
    diagram
}

fn label(row: &Row) -> String {
    let condition = match row.condition {
        TransitionCondition::Always => return row.event.to_string(),
        TransitionCondition::NothingDue => "nothing due",
        TransitionCondition::SomethingDue => "something due",
        TransitionCondition::ForPickup => "for pickup",
        TransitionCondition::ForDelivery => "for delivery",
    };
    format!("{} ({condition})", row.event)
}
