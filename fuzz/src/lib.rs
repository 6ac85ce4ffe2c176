//! The set-up of libFuzzer's runs: limits for each input, and the target of a name.
//!
//! The targets are functions of `qujat-laws`, which needs no libFuzzer.

pub mod limits;

pub use qujat_laws::target;
