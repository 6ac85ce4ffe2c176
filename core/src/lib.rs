//! Online renewal of Kazakhstan identity cards.
#![forbid(unsafe_code)]

mod catalogue;
mod day;
mod id;
mod json;
mod language;
mod moment;
mod problem;
mod rate;
mod rulebook;
mod tenge;
mod words;

pub use catalogue::{Area, Code, ParamKind, ParamSpec, Severity};
pub use day::{Day, DayRange};
pub use id::{CentreId, EditionName, SourceId};
pub use language::Language;
pub use moment::Moment;
pub use problem::{Coded, Error, ParamValue, Params, Problem, Reason};
pub use rate::Rate;
pub use rulebook::{Confidence, LocalText, Source};
pub use tenge::Tenge;
