//! The 468 points of a face, and the names of those that are used.
//!
//! The numbers are those of MediaPipe's face mesh. Right and left are the person's own: the right eye
//! is on the left of the picture.

use super::Point;
use super::region::{Place, Scale};

/// How many points a mesh has.
pub(super) const POINTS: usize = 468;

// The table of what is used.
const FOREHEAD: usize = 10;
const CHIN: usize = 152;
#[cfg(test)]
const NOSE_TIP: usize = 1;
/// The middles of the cheeks: right, left.
const CHEEKS: [usize; 2] = [50, 280];
/// Where the face ends at the sides, before the ears: right, left.
const SIDES: [usize; 2] = [234, 454];
/// Where the inner edges of the lips meet the middle: upper, lower.
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
    points: Vec<MeshPoint>,
}

/// A point of the mesh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct MeshPoint {
    pub(crate) at: Point,
    /// How far it lies behind the face's middle, in 16ths of a pixel; negative nearer to the camera.
    /// An estimate from one picture, good enough to see which way a head is turned.
    pub(crate) depth: i32,
}

/// An eye, by the edges of its lids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Eye {
    /// The corner at the temple.
    pub(crate) outer: Point,
    /// The corner at the nose.
    pub(crate) inner: Point,
    /// Three points of the upper lid's edge, from the outer corner to the inner one.
    pub(crate) upper: [Point; 3],
    /// The points of the lower lid's edge that lie below those.
    pub(crate) lower: [Point; 3],
}

#[cfg(test)]
impl Eye {
    /// The middle between its corners.
    pub(crate) fn centre(&self) -> Point {
        self.outer.middle(self.inner)
    }
}

impl Mesh {
    /// A mesh of these places and depths. `None` unless there are exactly as many as a mesh has.
    pub(super) fn new(points: impl Iterator<Item = (Place, i64)>, scale: &Scale) -> Option<Mesh> {
        let point = |(place, depth)| MeshPoint {
            at: scale.point(place),
            depth: scale.across(depth),
        };
        let points: Vec<MeshPoint> = points.map(point).collect();
        (points.len() == POINTS).then_some(Mesh { points })
    }

    /// The head's outline as far as the face shows it, without hair and ears: a polygon from the
    /// forehead over the left side and the chin to the right side.
    pub(crate) fn outline(&self) -> [Point; 36] {
        OUTLINE.map(|index| self.at(index))
    }

    /// The right eye and the left eye.
    pub(crate) fn eyes(&self) -> [Eye; 2] {
        [RIGHT_EYE, LEFT_EYE].map(|eye| Eye {
            outer: self.at(eye.outer),
            inner: self.at(eye.inner),
            upper: eye.upper.map(|index| self.at(index)),
            lower: eye.lower.map(|index| self.at(index)),
        })
    }

    /// The highest point of the outline, below the hair of most people.
    pub(crate) fn forehead(&self) -> MeshPoint {
        self.point(FOREHEAD)
    }

    /// The lowest point of the outline.
    pub(crate) fn chin(&self) -> MeshPoint {
        self.point(CHIN)
    }

    /// The middles of the right and the left cheek.
    pub(crate) fn cheeks(&self) -> [MeshPoint; 2] {
        CHEEKS.map(|index| self.point(index))
    }

    /// Where the face ends at the right and the left side.
    pub(crate) fn sides(&self) -> [MeshPoint; 2] {
        SIDES.map(|index| self.point(index))
    }

    /// The inner edges of the upper and the lower lip, in the middle.
    pub(crate) fn inner_lips(&self) -> [Point; 2] {
        INNER_LIPS.map(|index| self.at(index))
    }

    fn at(&self, index: usize) -> Point {
        self.point(index).at
    }

    fn point(&self, index: usize) -> MeshPoint {
        self.points.get(index).copied().unwrap_or_default()
    }
}

/// What the tests compare besides, to see that a face is a face.
#[cfg(test)]
impl Mesh {
    /// All points, by their numbers.
    pub(crate) fn points(&self) -> &[MeshPoint] {
        &self.points
    }

    /// The upper edges of the right and the left eyebrow, from the temple to the nose.
    pub(crate) fn eyebrows(&self) -> [[Point; 5]; 2] {
        [RIGHT_EYEBROW, LEFT_EYEBROW].map(|brow| brow.map(|index| self.at(index)))
    }

    /// The tip of the nose.
    pub(crate) fn nose(&self) -> MeshPoint {
        self.point(NOSE_TIP)
    }

    /// The right and the left corner of the mouth.
    pub(crate) fn mouth_corners(&self) -> [Point; 2] {
        MOUTH_CORNERS.map(|index| self.at(index))
    }

    /// The outer edges of the upper and the lower lip, in the middle.
    pub(crate) fn outer_lips(&self) -> [Point; 2] {
        OUTER_LIPS.map(|index| self.at(index))
    }
}
