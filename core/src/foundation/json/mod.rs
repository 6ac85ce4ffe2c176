//! Reading JSON without losing anything: every problem is collected with its place.
//!
//! serde's own decoding stops at the first error. Here `serde_json` parses the text into a tree
//! that borrows its strings, and [`FromJson`] reads types out of the tree, going on after each
//! problem, so that an applicant or an operator sees all of them at once.

mod bounds;
mod document;
mod read;
mod step;
mod tree;

pub(crate) use bounds::check_bounds;
#[cfg(any(test, feature = "node"))]
pub(crate) use document::Document;
pub(crate) use document::{MAX_DOCUMENT, missing, tag, write};
pub(crate) use read::{
    Fields, FromJson, check_count, read, read_with, record, text, unknown_value, words, wrong_type,
};
#[cfg(feature = "schema")]
pub(crate) use read::{LONGEST_NAME, MOST_ENTRIES};
pub(crate) use step::{shown_entry, shown_pointer};
pub(crate) use tree::{Json, Place, parse};
