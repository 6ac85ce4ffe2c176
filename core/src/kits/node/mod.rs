//! The core's types as plain JavaScript values, behind the feature `node`. The crate in
//! `bindings-node` hands the values to Node and has the classes and functions.
//!
//! There is nothing of Node in here: a type becomes a [`Value`] and is read out of one, so that the
//! core stays without unsafe code, and answers can be prepared on any thread. Arguments are read by
//! the same code as JSON: with all problems, each with its place.
//!
//! - `value`: the values, and the way in and out.
//! - `js_type`: the form of each type; records, enumerations and unions get theirs from `export`.
//! - `declare`: the declarations in TypeScript.
//! - `document`: JSON, by the names of the types.
//! - `explainable`: answers that are told apart by a field.

mod declare;
mod document;
mod explainable;
mod js_type;
#[cfg(test)]
mod planted;
mod value;

pub(crate) use declare::{Body, Described, FieldSpec, TypeSpec};
pub(crate) use js_type::{JsType, get, put, put_bytes, put_hidden};

pub use declare::declarations;
pub use document::{read_document, write_document};
pub use js_type::{Bytes, JsConvert, read, summary_from_json};
pub use value::Value;
