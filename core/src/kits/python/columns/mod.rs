//! Columns of other libraries: pyarrow, Polars, pandas, DuckDB and whatever else speaks the Arrow
//! PyCapsule interface. They are read where they are, and what is answered is handed over without a
//! copy. None of those libraries is needed here.
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
