//! The operations that the benchmarks measure: every one of the core, each with its input.
//!
//! One list serves all measurements: time (`operations.rs`), instructions (`bin/instructions.rs`)
//! and allocations (`tests/allocations.rs`).
#![forbid(unsafe_code)]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads files, and may panic"
)]

mod callgrind;
mod columns;
pub mod growth;
mod images;
mod inputs;
mod operations;

pub use callgrind::{Cost, Counting, DETECTING};
pub use columns::expiry_dates;
pub use images::images;
pub use inputs::{Inputs, NOTICE, ROOT, day, file};
pub use operations::operations;

/// An operation in the tables.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// A short name, which is also that of the recorded instruction count.
    pub name: &'static str,
    /// The action, and its object.
    pub what: &'static str,
    /// The time that it should take at most, in nanoseconds.
    pub target: Option<f64>,
    /// The number of rows, or bytes, that one call works on; 1 for a single question.
    pub elements: u64,
}

impl Row {
    /// A row without a target.
    #[must_use]
    pub const fn new(name: &'static str, what: &'static str) -> Row {
        Row {
            name,
            what,
            target: None,
            elements: 1,
        }
    }

    /// With the time that it should take at most, in nanoseconds.
    #[must_use]
    pub const fn target(self, nanoseconds: f64) -> Row {
        Row {
            target: Some(nanoseconds),
            ..self
        }
    }

    /// With the number of rows that one call works on.
    #[must_use]
    pub const fn elements(self, elements: u64) -> Row {
        Row { elements, ..self }
    }
}

/// A way to measure operations.
pub trait Measure {
    /// Measures one operation. Its result keeps it from being optimised away.
    fn measure<T>(&mut self, row: Row, operation: impl FnMut() -> T);
}
