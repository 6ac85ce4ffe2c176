//! Whole columns at once: the nightly job looks at every valid card, some millions of rows.
//!
//! Each function answers as its counterpart for one row does, with two differences. A row without
//! an answer, such as one with an impossible day, gets a code in a column and stops nobody. And
//! values that are the same for all rows are looked up once: each row then needs a few comparisons.
//!
//! Days are days since 1970-01-01. A column's length is that of the shortest column asked about.
//! Rows without a value are the caller's business: the value in their place gets some answer, and
//! the caller knows the rows.

mod decide;
mod iins;
mod quote;
mod remind;
#[cfg(test)]
mod tests;

pub use crate::service::eligibility::DECISION_CODES;
pub use decide::{DecisionColumns, InquiryColumns};
pub use iins::{IIN_CODES, IinColumns};
pub use quote::{ClaimedCategories, FeeColumns, QuoteColumns};
pub use remind::{NO_REMINDER_DAY, NOT_REMINDED, REMINDED, ReminderColumns};

use crate::foundation::day::Day;

/// In a column of days and differences of days: no day.
pub const NO_DAY: i32 = i32::MIN;

/// In a column of codes: no code, since nothing is wrong.
pub const NO_CODE: u8 = u8::MAX;

/// One value for all rows, or one for each.
#[derive(Clone, Copy, Debug)]
pub enum Rows<'a, T> {
    /// The same for all rows.
    All(T),
    /// One for each row.
    Each(&'a [T]),
}

impl<'a, T: Copy> Rows<'a, T> {
    /// The value of a row; `None` beyond the last one.
    fn get(&self, row: usize) -> Option<T> {
        match self {
            Rows::All(value) => Some(*value),
            Rows::Each(values) => values.get(row).copied(),
        }
    }

    /// The values of so many rows from this one on.
    fn part(&self, first: usize, rows: usize) -> Rows<'a, T> {
        match self {
            Rows::All(value) => Rows::All(*value),
            Rows::Each(values) => Rows::Each(part(values, first, rows)),
        }
    }

    /// The number of the rows, of so many, that have a value.
    fn shortest(&self, rows: usize) -> usize {
        match self {
            Rows::All(_) => rows,
            Rows::Each(values) => values.len().min(rows),
        }
    }
}

/// So many rows of a column from this one on; fewer, if the column ends before.
fn part<T>(column: &[T], first: usize, rows: usize) -> &[T] {
    let rest = column.get(first..).unwrap_or_default();
    rest.get(..rows).unwrap_or(rest)
}

/// `true` if these epoch days are a [`Day`]. Both comparisons are made, so that a loop over it
/// needs no jump.
const fn is_day(days: i32) -> bool {
    (days >= Day::MIN.epoch_days()) & (days <= Day::MAX.epoch_days())
}
