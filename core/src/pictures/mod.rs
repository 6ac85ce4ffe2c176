//! The photo and the signature: files, measurements, checks.

mod angle;
pub(crate) mod checks;
#[cfg(feature = "face")]
pub(crate) mod face;
pub(crate) mod image;
mod landmarks;
pub(crate) mod photo;
pub(crate) mod signature;
