//! The photo and the signature: files, measurements, checks.

pub(crate) mod checks;
#[cfg(feature = "face")]
pub(crate) mod face;
pub(crate) mod image;
pub(crate) mod photo;
pub(crate) mod signature;
