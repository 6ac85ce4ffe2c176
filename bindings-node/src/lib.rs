//! The native part of the npm package `qujat`: classes and functions over the core. The types are
//! the core's own, carried by its feature `node`; `index.js` next to it brings the error class
//! and abort signals, which are JavaScript's own.
//!
//! Everything here is thin: it converts. A decision belongs into the core proper, where every
//! language gets it.

pub mod calendar;
pub mod centres;
pub mod columns;
pub mod convert;
pub mod error;
pub mod feedback;
pub mod functions;
pub mod lifecycle;
pub mod quick;
pub mod rulebook;
pub mod task;
pub mod texts;
