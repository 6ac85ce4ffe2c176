//! From the points that the face engine finds to those that the checks measure.

use super::landmarks::{Eye, Landmark, Landmarks};
use crate::pictures::face::{Mesh, MeshPoint, Point};

impl From<Point> for Landmark {
    /// A point whose depth does not matter.
    fn from(point: Point) -> Landmark {
        Landmark {
            x: point.x,
            y: point.y,
            z: 0,
        }
    }
}

impl From<MeshPoint> for Landmark {
    fn from(point: MeshPoint) -> Landmark {
        Landmark {
            z: point.depth,
            ..point.at.into()
        }
    }
}

impl From<&Mesh> for Landmarks {
    /// The person's right is at the left of the picture.
    fn from(mesh: &Mesh) -> Landmarks {
        let [left_eye, right_eye] = mesh.eyes().map(|eye| Eye {
            outer: eye.outer.into(),
            inner: eye.inner.into(),
            upper: eye.upper.map(Landmark::from),
            lower: eye.lower.map(Landmark::from),
        });
        let [upper_lip, lower_lip] = mesh.inner_lips().map(Landmark::from);
        let [left_side, right_side] = mesh.sides().map(Landmark::from);
        let [left_cheek, right_cheek] = mesh.cheeks().map(Landmark::from);
        Landmarks {
            left_eye,
            right_eye,
            upper_lip,
            lower_lip,
            chin: mesh.chin().into(),
            forehead: mesh.forehead().into(),
            left_side,
            right_side,
            left_cheek,
            right_cheek,
            outline: mesh.outline().into_iter().map(Landmark::from).collect(),
        }
    }
}
