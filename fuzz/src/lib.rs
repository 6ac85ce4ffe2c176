//! Fuzz targets: each takes any bytes and asserts what has to hold of the answers, whatever they are.
//!
//! The functions need no libFuzzer: `fuzz_targets` hands them over to it, and `tests/corpus.rs` runs
//! them on the committed corpus.
#![forbid(unsafe_code)]

mod bytes;
mod decisions;
mod forms;
mod laws;
mod messages;
mod pictures;
#[path = "../../core/tests/support/slow.rs"]
mod slow;
mod text;

/// A target: its name, and what it does with some bytes. It panics if a law is broken.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 20] = [
    ("calendar", decisions::calendar),
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
    ("phone", text::phone),
    ("photo_report", pictures::photo_report),
    ("png", pictures::png),
    ("rulebook", forms::rulebook),
    ("signature", pictures::signature),
    ("sms", text::sms),
    ("strokes", pictures::strokes),
];

/// Runs the target of this name.
///
/// # Panics
/// If there is none, or if a law is broken.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|(other, _)| *other == name);
    let (_, target) = target.unwrap_or_else(|| panic!("there is no target `{name}`"));
    target(data);
}
