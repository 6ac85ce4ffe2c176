//! The types of the library in other languages.

#[cfg(any(test, feature = "node", feature = "mobile"))]
pub(crate) mod exported;
#[cfg(feature = "mobile")]
pub mod mobile;
#[cfg(feature = "node")]
pub mod node;
#[cfg(feature = "python")]
pub mod python;
pub(crate) mod scalars;
#[cfg(test)]
mod tests;

/// The types of all public modules, for the lists of those that are exported.
#[cfg(any(test, feature = "node", feature = "python", feature = "mobile"))]
#[allow(unused_imports, reason = "a kit alone does not list all of them")]
mod every {
    pub(super) use crate::{
        address::*, assessment::*, calendar::*, centres::*, channel::*, checks::*, contact::*,
        delivery::*, eligibility::*, faults::*, feedback::*, fees::*, form::*, identity::*,
        image::*, lifecycle::*, notices::*, photo::*, problem::*, register::*, rulebook::*,
        signature::*, sms::*, texts::*, time::*,
    };
}
