//! Columns of other libraries: pyarrow, Polars, pandas, DuckDB and all others with the Arrow
//! PyCapsule interface. They are read in place, and the answer is handed over without a copy. This
//! module does not need those libraries.
//!
//! - `read`: arguments, which are a column or one value for all rows.
//! - `text`: columns of texts, checked and copied a few rows at a time.
//! - `made`: the columns and tables that are given back.
//! - `rulebook`: the methods of the rulebook.

mod made;
mod read;
mod rulebook;
mod text;

pub use made::{ColumnObject, TableObject};
