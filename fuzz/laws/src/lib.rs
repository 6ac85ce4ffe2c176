//! Fuzz targets: each takes any bytes and asserts laws that hold of the answers to all of them.
//!
//! The functions need no libFuzzer: `../fuzz_targets` hands them over to it, and `tests/corpus.rs` runs
//! them on the committed corpus.

mod bytes;
mod centres;
#[path = "../../../core/cli/src/checks.rs"]
#[allow(dead_code, reason = "what is printed for pictures is not asked for")]
mod checks;
mod columns;
mod command;
mod decisions;
mod forms;
#[path = "../../../core/cli/src/labels.rs"]
#[allow(dead_code, reason = "as before")]
mod labels;
mod laws;
mod messages;
#[path = "../../../core/cli/src/output.rs"]
#[allow(dead_code, reason = "as before")]
mod output;
mod pictures;
mod pointers;
#[path = "../../../core/cli/src/print.rs"]
#[allow(dead_code, reason = "as before")]
mod print;
mod rulebooks;
#[path = "../../../core/tests/support/slow.rs"]
mod slow;
#[path = "../../../core/cli/src/steps.rs"]
#[allow(dead_code, reason = "as before")]
mod steps;
mod text;

/// A target: its name, and what it does with some bytes. It panics if a law is broken.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 27] = [
    ("bookings", centres::bookings),
    ("calendar", decisions::calendar),
    ("centres", centres::centres),
    ("columns", columns::columns),
    ("command", command::command),
    ("eligibility", decisions::eligibility),
    ("email", text::email),
    ("fault", decisions::fault),
    ("fee", decisions::fee),
    ("feedback", messages::feedback),
    ("form", forms::form),
    ("icalendar", messages::icalendar),
    ("iin", text::iin),
    ("jpeg", pictures::jpeg),
    ("lifecycle", decisions::lifecycle),
    ("names", text::names),
    ("notice", messages::notice),
    ("overlays", rulebooks::overlays),
    ("phone", text::phone),
    ("photo_report", pictures::photo_report),
    ("png", pictures::png),
    ("pointers", pointers::pointers),
    ("rulebook", rulebooks::rulebook),
    ("signature", pictures::signature),
    ("sms", text::sms),
    ("strokes", pictures::strokes),
    ("texts", rulebooks::texts),
];

/// The target of this name.
///
/// # Panics
/// Panics without such a target.
#[must_use]
pub fn target(name: &str) -> fn(&[u8]) {
    let target = TARGETS.iter().find(|(other, _)| *other == name);
    let (_, target) = target.unwrap_or_else(|| panic!("there is no target `{name}`"));
    *target
}
