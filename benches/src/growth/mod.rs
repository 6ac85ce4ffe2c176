//! Growth: what twice as much input costs, in every format and at every place of it.

use std::collections::BTreeSet;

mod formats;
mod shapes;

pub use formats::{Format, formats};
pub use shapes::{Shape, repeated, shapes};

/// A format and a way in which it grows, both by their numbers.
pub type Place = (usize, usize);

/// The places that are looked at: all, or of each part of a format one of each name, for entries of
/// many kinds have the same fields, which the same code reads.
#[must_use]
pub fn places(formats: &[Format], all: bool) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (number, format) in formats.iter().enumerate() {
        for (shape, grown) in format.shapes.iter().enumerate() {
            let (pointer, way) = grown.name.split_once(' ').unwrap_or((&grown.name, ""));
            let mut steps = pointer
                .split('/')
                .filter(|step| step.parse::<u32>().is_err());
            let part = steps.nth(1);
            let last = steps.next_back();
            let like = format!("{number} {part:?} {last:?} {way}");
            if all || !pointer.starts_with('/') || seen.insert(like) {
                found.push((number, shape));
            }
        }
    }
    found
}
