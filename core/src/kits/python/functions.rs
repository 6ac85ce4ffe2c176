//! Functions that need no rulebook.

use pyo3::prelude::*;

use super::error::{answer, call};
use super::text::Str;
use crate::foundation::catalogue::ParamSpec;
use crate::service::lifecycle::{State, Transition};
use crate::service::notice_kinds::NoticeKind;
use crate::service::sms::SmsCount;

/// Counts a short message: its alphabet, units and segments.
///
/// # Errors
/// No input leads to any.
#[pyfunction]
pub fn count_sms(text: Str<'_>) -> PyResult<SmsCount> {
    answer(|| crate::service::sms::count(text.0))
}

/// Masks phone numbers, e-mail addresses and IINs in a text of at most `max_characters`, and removes
/// control characters.
///
/// # Errors
/// `TEXT_TOO_LONG`.
#[pyfunction]
pub fn mask_feedback(text: Str<'_>, max_characters: u32) -> PyResult<String> {
    call(|| crate::service::feedback::mask(text.0, max_characters))
}

/// All transitions of an application, in the order of the table.
///
/// # Errors
/// No input leads to any.
#[pyfunction]
pub fn lifecycle_transitions() -> PyResult<Vec<Transition>> {
    answer(crate::service::lifecycle::transitions)
}

/// The transitions as a Mermaid diagram.
///
/// # Errors
/// No input leads to any.
#[pyfunction]
pub fn lifecycle_diagram() -> PyResult<String> {
    answer(crate::service::lifecycle::diagram)
}

/// The version of the core, and its default edition.
#[pyfunction(name = "_build_info")]
#[must_use]
pub fn build_info() -> (&'static str, &'static str) {
    let edition = crate::rulebook::Rulebook::DEFAULT_EDITION;
    (env!("CARGO_PKG_VERSION"), edition)
}

/// `true` if nothing can follow; `State.is_end` calls it.
#[pyfunction(name = "_state_is_end")]
#[must_use]
pub fn state_is_end(state: State) -> bool {
    state.is_end()
}

/// The variables that the texts of a kind of notice can use; `NoticeKind.params` calls it.
#[pyfunction(name = "_notice_params")]
#[must_use]
pub fn notice_params(kind: NoticeKind) -> Vec<ParamSpec> {
    kind.params().to_vec()
}

/// Panics with a text within the core's boundary, for a test of the exception. Not in the shipped
/// package.
///
/// # Errors
/// Always: the exception that a panic becomes.
#[cfg(feature = "panic-test")]
#[expect(clippy::panic, reason = "that is what it is for")]
#[pyfunction(name = "_panic_for_test")]
pub fn panic_for_test(py: Python<'_>, text: String) -> PyResult<()> {
    super::error::detached(py, || -> Result<(), crate::foundation::problem::Error> {
        std::panic::panic_any(text)
    })
}
