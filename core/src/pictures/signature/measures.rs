//! All measures of a picture at the size of work.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "quotients of sides of at most 640 pixels, and of areas of them"
)]

use super::ink::{Ink, InkBox};
use super::paper::{Split, even_out, grey_areas};
use super::rules::SignatureRules;
use crate::pictures::image::Plane;

/// The measures; each figure in the unit of its check, rounded down.
pub(super) struct Measures {
    pub(super) contrast: i32,
    pub(super) grey_areas: i32,
    pub(super) parts: i32,
    /// `None` if there is nothing but specks.
    pub(super) ink: Option<InkMeasures>,
    /// The CRC-32 of the mask: a byte for each pixel, 1 for ink, 0 for paper.
    pub(super) mask_crc: u32,
}

pub(super) struct InkMeasures {
    pub(super) bounds: InkBox,
    pub(super) share: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) edge: i32,
    pub(super) pen_width: i32,
    pub(super) straightness: i32,
    pub(super) travel: i32,
    /// The longer side of the box over the width of the picture, in thousandths.
    pub(super) longer_side: u32,
}

/// A picture with its light evened out, and its ink.
pub(super) struct Sheet {
    pub(super) even: Plane,
    pub(super) split: Split,
    pub(super) ink: Ink,
}

impl Sheet {
    /// Reads a plane that is part of a picture of so many rows (at the same scale), by which the
    /// change of light is counted.
    pub(super) fn of(plane: &Plane, rows: u32, rules: &SignatureRules) -> Sheet {
        let even = even_out(plane, rules.shade_levels, rows);
        let split = Split::of(&even);
        let ink = Ink::of(&even, split.threshold, rules.smallest_part);
        Sheet { even, split, ink }
    }

    pub(super) fn measures(&self) -> Measures {
        Measures {
            contrast: i32::from(self.split.contrast),
            grey_areas: number(grey_areas(&self.even, &self.split)),
            parts: number(self.ink.parts()),
            ink: self.ink_measures(),
            mask_crc: crc32fast::hash(self.ink.mask()),
        }
    }

    fn ink_measures(&self) -> Option<InkMeasures> {
        let bounds = self.ink.bounds()?;
        let (width, height) = (self.even.width(), self.even.height());
        let area = self.ink.area();
        let pixels = u64::from(width) * u64::from(height);
        let pen = self.ink.pen();
        let travel = area / u64::from(pen).pow(2).max(1);
        let edge = bounds.left.min(bounds.top);
        let edge = edge
            .min(width - 1 - bounds.right)
            .min(height - 1 - bounds.bottom);
        let permille = |part: u32, whole: u32| 1000 * part / whole;
        Some(InkMeasures {
            bounds,
            share: i32::try_from(1000 * area / pixels).unwrap_or(1000),
            width: number(permille(bounds.width(), width)),
            height: number(permille(bounds.height(), height)),
            edge: number(edge),
            pen_width: number(permille(pen, height)),
            straightness: number(self.ink.straightness()),
            travel: i32::try_from(travel).unwrap_or(i32::MAX),
            longer_side: permille(bounds.width().max(bounds.height()), width),
        })
    }
}

fn number(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
