//! Bounds that a type declares with `garde`, reported as problems.

use garde::Validate;
use serde_json::Value;

use super::step::{push_step, shown_entry};
use super::tree::Place;
use crate::foundation::catalogue::Code;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;

/// Reports every broken bound of a value that was read at this place: `VALUE_BOUNDS`, with the
/// pointer of the field. The detail says the bound, never the value.
pub(crate) fn check_bounds<T>(value: &T, at: Place<'_>, problems: &mut Problems)
where
    T: Validate<Context = ()>,
{
    let Err(report) = value.validate() else {
        return;
    };
    let base = at.pointer();
    for (path, error) in report.iter() {
        if problems.is_full() {
            return;
        }
        let mut pointer = base.clone();
        for step in steps(path) {
            push_step(&mut pointer, shown_entry(&step));
        }
        let reason = Reason::new(Code::ValueBounds).with("detail", error.message());
        problems.push(reason.at(pointer));
    }
}

/// The fields and indices of a path. `garde` prints a path with dots, in which a key that holds a
/// dot is lost; its serialised form, a list of `[kind, text]`, keeps the steps apart.
fn steps(path: &garde::Path) -> Vec<String> {
    let Ok(Value::Array(list)) = serde_json::to_value(path) else {
        return Vec::new();
    };
    list.into_iter()
        .filter_map(|step| match step {
            Value::Array(pair) => match <[Value; 2]>::try_from(pair) {
                Ok([Value::String(kind), Value::String(text)]) if kind != "none" => Some(text),
                _ => None,
            },
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Validate)]
    struct Shelf {
        #[garde(range(min = 1, max = 9))]
        width: u32,
        #[garde(dive)]
        boxes: BTreeMap<String, Vec<Item>>,
        #[garde(inner(length(chars, min = 1)))]
        label: Option<String>,
    }

    #[derive(Validate)]
    struct Item {
        #[garde(range(min = -90.0, max = 90.0))]
        angle: f64,
    }

    fn problems(shelf: &Shelf) -> Vec<(String, String)> {
        let mut problems = Problems::new();
        check_bounds(shelf, Place::ROOT.field("shelf"), &mut problems);
        assert!(
            problems
                .iter()
                .all(|problem| problem.code == Code::ValueBounds)
        );
        problems
            .into_iter()
            .map(|p| (p.pointer, p.params.get("detail").unwrap().to_string()))
            .collect()
    }

    #[test]
    fn every_broken_bound_has_its_pointer() {
        let boxes = [("a.b-c", vec![0.0, 91.0])]
            .into_iter()
            .map(|(name, list)| {
                let items = list.into_iter().map(|angle| Item { angle }).collect();
                (name.to_owned(), items)
            });
        let shelf = Shelf {
            width: 10,
            boxes: boxes.collect(),
            label: Some(String::new()),
        };
        // `garde` looks into nested values first.
        let expected = [
            ("/shelf/boxes/a.b-c/1/angle", "greater than 90"),
            ("/shelf/label", "length is lower than 1"),
            ("/shelf/width", "greater than 9"),
        ];
        let expected = expected.map(|(at, detail)| (at.to_owned(), detail.to_owned()));
        assert_eq!(problems(&shelf), expected);
    }

    #[test]
    fn values_inside_their_bounds_are_no_problem() {
        let shelf = Shelf {
            width: 9,
            boxes: BTreeMap::new(),
            label: None,
        };
        assert!(problems(&shelf).is_empty());
    }
}
