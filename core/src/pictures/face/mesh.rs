//! The 468 points of a face, and the names of those that are used.
//!
//! The numbers are those of MediaPipe's face mesh. Right and left are the person's own: the right eye
//! is on the left of the picture.

use super::square::{FinePoint, Scale};
use crate::pictures::landmarks::{Eye, Landmark, Landmarks};

/// The number of points of a mesh.
pub(super) const POINTS: usize = 468;

// The table of the points in use.
const FOREHEAD: usize = 10;
const CHIN: usize = 152;
#[cfg(test)]
const NOSE_TIP: usize = 1;
/// The middles of the cheeks: right, left.
const CHEEKS: [usize; 2] = [50, 280];
/// The ends of the face at the sides, before the ears: right, left.
const SIDES: [usize; 2] = [234, 454];
/// The middle of the inner edges of the lips: upper, lower.
const INNER_LIPS: [usize; 2] = [13, 14];
/// The outer edges of the lips in the middle: upper, lower.
#[cfg(test)]
const OUTER_LIPS: [usize; 2] = [0, 17];
/// Right, left.
#[cfg(test)]
const MOUTH_CORNERS: [usize; 2] = [61, 291];
const RIGHT_EYE: EyeIndices = EyeIndices {
    outer: 33,
    inner: 133,
    upper: [160, 159, 158],
    lower: [144, 145, 153],
};
const LEFT_EYE: EyeIndices = EyeIndices {
    outer: 263,
    inner: 362,
    upper: [387, 386, 385],
    lower: [373, 374, 380],
};
/// The upper edges, from the temple to the nose.
#[cfg(test)]
const RIGHT_EYEBROW: [usize; 5] = [70, 63, 105, 66, 107];
#[cfg(test)]
const LEFT_EYEBROW: [usize; 5] = [300, 293, 334, 296, 336];
/// From the forehead over the left side, the chin and the right side.
const OUTLINE: [usize; 36] = [
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

struct EyeIndices {
    outer: usize,
    inner: usize,
    upper: [usize; 3],
    lower: [usize; 3],
}

/// The mesh of a face.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Mesh {
    /// Exactly [`POINTS`].
    points: Vec<Landmark>,
}

impl Mesh {
    /// A mesh of these points and depths. `None` unless there are exactly as many as a mesh has.
    pub(super) fn new(
        points: impl Iterator<Item = (FinePoint, i64)>,
        scale: &Scale,
    ) -> Option<Mesh> {
        let point = |(point, depth)| Landmark {
            z: scale.across(depth),
            ..scale.landmark(point)
        };
        let points: Vec<Landmark> = points.map(point).collect();
        (points.len() == POINTS).then_some(Mesh { points })
    }

    /// The points that the checks of a photo measure. The person's right is at the left of the picture.
    pub(crate) fn landmarks(&self) -> Landmarks {
        let [left_eye, right_eye] = self.eyes();
        let [upper_lip, lower_lip] = self.inner_lips();
        let [left_side, right_side] = self.sides();
        let [left_cheek, right_cheek] = self.cheeks();
        Landmarks {
            left_eye,
            right_eye,
            upper_lip,
            lower_lip,
            chin: self.chin(),
            forehead: self.forehead(),
            left_side,
            right_side,
            left_cheek,
            right_cheek,
            outline: self.outline().to_vec(),
        }
    }

    /// The head's outline as far as the face shows it, without hair and ears: a polygon from the
    /// forehead over the left side and the chin to the right side.
    pub(super) fn outline(&self) -> [Landmark; 36] {
        OUTLINE.map(|index| self.at(index))
    }

    /// The right eye and the left eye.
    pub(super) fn eyes(&self) -> [Eye; 2] {
        [RIGHT_EYE, LEFT_EYE].map(|eye| Eye {
            outer: self.at(eye.outer),
            inner: self.at(eye.inner),
            upper: eye.upper.map(|index| self.at(index)),
            lower: eye.lower.map(|index| self.at(index)),
        })
    }

    /// The highest point of the outline, below the hair of most people.
    pub(super) fn forehead(&self) -> Landmark {
        self.point(FOREHEAD)
    }

    /// The lowest point of the outline.
    pub(super) fn chin(&self) -> Landmark {
        self.point(CHIN)
    }

    /// The middles of the right and the left cheek.
    pub(super) fn cheeks(&self) -> [Landmark; 2] {
        CHEEKS.map(|index| self.point(index))
    }

    /// The ends of the face at the right and the left side.
    pub(super) fn sides(&self) -> [Landmark; 2] {
        SIDES.map(|index| self.point(index))
    }

    /// The inner edges of the upper and the lower lip, in the middle.
    pub(super) fn inner_lips(&self) -> [Landmark; 2] {
        INNER_LIPS.map(|index| self.at(index))
    }

    /// A point whose depth does not matter.
    fn at(&self, index: usize) -> Landmark {
        Landmark {
            z: 0,
            ..self.point(index)
        }
    }

    fn point(&self, index: usize) -> Landmark {
        self.points.get(index).copied().unwrap_or_default()
    }
}

/// Points that only tests compare, to see that a face is a face.
#[cfg(test)]
impl Mesh {
    /// All points, by their numbers.
    pub(super) fn points(&self) -> &[Landmark] {
        &self.points
    }

    /// The upper edges of the right and the left eyebrow, from the temple to the nose.
    pub(super) fn eyebrows(&self) -> [[Landmark; 5]; 2] {
        [RIGHT_EYEBROW, LEFT_EYEBROW].map(|brow| brow.map(|index| self.at(index)))
    }

    /// The tip of the nose.
    pub(super) fn nose(&self) -> Landmark {
        self.point(NOSE_TIP)
    }

    /// The right and the left corner of the mouth.
    pub(super) fn mouth_corners(&self) -> [Landmark; 2] {
        MOUTH_CORNERS.map(|index| self.at(index))
    }

    /// The outer edges of the upper and the lower lip, in the middle.
    pub(super) fn outer_lips(&self) -> [Landmark; 2] {
        OUTER_LIPS.map(|index| self.at(index))
    }
}
