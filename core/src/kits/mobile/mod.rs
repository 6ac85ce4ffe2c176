//! The library for Kotlin and Swift, behind the feature `mobile`: values, objects and functions. The
//! crate in `bindings-kotlin-swift` makes a library of them.
//!
//! Records and enumerations are the core's own types, through `export`. The code here converts; a
//! decision belongs into the core proper, where every language gets it.
//!
//! Every function that takes a value which can be wrong (a day, an amount, a number, a record that
//! holds one) returns a `Result` with [`QujatError`]: a value that cannot be read is an exception
//! with a code, and no crash.
//!
//! - `error`: the one error type.
//! - `scalar`: values that are one number or one text, and their types in each language.
//! - `params`: the parameters of a code.
//! - `printing`: which types are private, for the generator of the sources.
//! - the others: one for each class, and the functions that belong to it.

mod calendar;
mod centres;
mod error;
mod feedback;
mod functions;
mod identity;
mod lifecycle;
mod params;
mod pictures;
mod printing;
mod rulebook;
mod scalar;
mod strokes;
mod texts;

pub(crate) use crate::filing::explainable::Explainable;
pub use calendar::Calendar;
pub use centres::CentreDirectory;
pub use error::QujatError;
pub use feedback::FeedbackSummaries;
pub use functions::CodeInfo;
pub use identity::IinFacts;
pub use lifecycle::Application;
pub use params::{CodeParam, NamedParam, ParamValue};
pub use printing::printing;
pub use rulebook::Rulebook;
pub use strokes::{Drawing, PenPoint};
pub use texts::Texts;
