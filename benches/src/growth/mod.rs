//! Growth: what twice as much input costs, in every format and at every place of it.

mod formats;
mod shapes;

pub use formats::{Format, formats};
pub use shapes::{Shape, repeated, shapes};
