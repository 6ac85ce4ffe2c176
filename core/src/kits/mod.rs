//! The types of the library in other languages.

#[cfg(feature = "uniffi")]
pub mod mobile;
#[cfg(feature = "node")]
pub mod node;
#[cfg(feature = "python")]
pub mod python;

/// The types of all public modules, for the lists of those that are exported.
#[cfg(any(feature = "node", feature = "python"))]
mod every {
    pub(super) use crate::{
        address::*, assessment::*, calendar::*, centres::*, channel::*, checks::*, contact::*,
        delivery::*, eligibility::*, faults::*, feedback::*, fees::*, form::*, identity::*,
        image::*, lifecycle::*, notices::*, photo::*, problem::*, register::*, rulebook::*,
        signature::*, sms::*, texts::*, time::*,
    };
}
