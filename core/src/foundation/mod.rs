//! The base of every other room: values without a domain, problems and their codes, reading of
//! JSON, and entries with dates.

pub(crate) mod catalogue;
pub(crate) mod clean;
pub(crate) mod dated;
pub(crate) mod day;
pub(crate) mod id;
pub(crate) mod json;
pub(crate) mod language;
pub(crate) mod moment;
mod params;
pub(crate) mod privacy;
pub(crate) mod problem;
pub(crate) mod problems;
pub(crate) mod rate;
pub(crate) mod reference;
pub(crate) mod single_line;
pub(crate) mod tenge;
pub(crate) mod time_of_day;
pub(crate) mod words;
