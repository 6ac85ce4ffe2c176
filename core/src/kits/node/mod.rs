//! The core's types as plain JavaScript values, behind the feature `node`. The crate in
//! `bindings-node` hands the values to Node and has the classes and functions.
//!
//! There is nothing of Node in here: a type becomes a [`Value`] and is read out of one, so that the
//! core stays without unsafe code, and answers can be prepared on any thread. What comes in is read
//! by the same code as JSON: with all its problems, each with its place.
//!
//! - `value`: the values, and the way in and out.
//! - `carried`: what each type is; records, enumerations and unions get theirs from `export`.
//! - `declare`: the declarations in TypeScript.
//! - `document`: JSON, by the names of the types.

mod carried;
mod declare;
mod document;
#[cfg(test)]
mod planted;
mod value;

pub(crate) use carried::{Js, get, put, put_bytes, put_hidden};
pub(crate) use declare::{Body, Described, FieldSpec, TypeSpec};

pub use carried::{Bytes, Carried, read, summary_from_json};
pub use declare::declarations;
pub use document::{read_document, write_document};
pub use value::Value;
