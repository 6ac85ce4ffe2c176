//! The types of the library in other languages.

#[cfg(feature = "uniffi")]
pub mod mobile;
#[cfg(feature = "node")]
pub mod node;
#[cfg(feature = "python")]
pub mod python;
