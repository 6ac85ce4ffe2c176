//! Finding faces and their landmarks in a picture: SPEC 11.3.
//!
//! Two networks of MediaPipe, run by a runner of our own in a fixed order of sums, so that a phone, a
//! browser and a server find the same face at the same place, bit for bit (ADR 6). All that leaves
//! this module is whole numbers.

mod candidates;
mod detector;
mod landmark_network;
mod layers;
mod mesh;
mod square;
#[cfg(test)]
mod tests;
mod weights;

pub(crate) use mesh::Mesh;

use std::cmp::Reverse;

use candidates::{merge, overlap, permille};
use detector::{Candidate, Detector};
use landmark_network::LandmarkNetwork;
use square::{Direction, Scale, Square};

use crate::pictures::image::Raster;
use crate::pictures::landmarks::Landmark;

/// The picture is looked at with sides of at most this many pixels.
const WORKING_SIDE: u32 = 800;
/// The gate of the search in the whole picture, 0.5, as a logit in 1024ths: a face with this
/// probability is looked at again.
const FIRST_GATE: i64 = 0;
/// A face must be one with this probability when it is looked at again: 0.7, as a logit in 1024ths.
const SECOND_GATE: i64 = 868;
/// So many faces are looked at again, which bounds the time that a picture can take.
const MOST_FACES: usize = 8;

/// A face in the picture. Places are in 16ths of a pixel and may lie outside the picture, where a
/// face does.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct FoundFace {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
    /// The certainty that this is a face, in thousandths.
    pub(crate) score_permille: u32,
    /// Right eye, left eye, tip of the nose, middle of the mouth, right ear, left ear, as the person
    /// has them; without depths.
    pub(crate) key_points: [Landmark; 6],
    /// The landmarks, for the largest face.
    pub(crate) mesh: Option<Mesh>,
}

/// The faces in a picture, the largest first. `None` if the library's own weights are broken.
pub(crate) fn find(picture: &Raster) -> Option<Vec<FoundFace>> {
    let (detector, landmarks) = (Detector::shipped()?, LandmarkNetwork::shipped()?);
    let working = picture.shrink(WORKING_SIDE, WORKING_SIDE);
    let scale = Scale::new(&working, picture);
    let mut faces = detect(detector, landmarks, &working);
    faces.sort_by_key(|face| {
        let area = face.width.saturating_mul(face.height);
        (
            Reverse(area),
            Reverse(face.logit),
            face.centre.y,
            face.centre.x,
        )
    });
    let found = |(index, face): (usize, &Candidate)| {
        let mesh = (index == 0).then(|| landmarks.mesh(&working, face, &scale));
        face.found(&scale, mesh.flatten())
    };
    Some(faces.iter().enumerate().map(found).collect())
}

/// The faces of the whole picture; without any, the small ones in its parts. Searching the parts of
/// a picture finds more false faces, so the landmark network must confirm each.
fn detect(detector: &Detector, landmarks: &LandmarkNetwork, picture: &Raster) -> Vec<Candidate> {
    let mut faces = look_twice(detector, picture, &[Square::whole(picture)]);
    if faces.is_empty() {
        faces = look_twice(detector, picture, &Square::parts(picture));
        faces.retain(|face| landmarks.see(picture, face).is_some());
    }
    faces
}

/// The faces in one of these squares that are still faces when they are looked at again, from near
/// by.
fn look_twice(detector: &Detector, picture: &Raster, squares: &[Square]) -> Vec<Candidate> {
    let looks = squares
        .iter()
        .flat_map(|square| detector.look(picture, square, FIRST_GATE));
    let first = merge(looks.collect());
    let again = first.iter().take(MOST_FACES).filter_map(|face| {
        let near = merge(detector.look(picture, &around(face), SECOND_GATE));
        near.into_iter().find(|found| overlap(found, face))
    });
    merge(again.collect())
}

/// Twice the box of a face, upright by its eyes.
fn around(face: &Candidate) -> Square {
    let [right_eye, left_eye, ..] = face.points;
    Square {
        centre: face.centre,
        side: face.width.max(face.height).saturating_mul(2),
        along: Direction::between(right_eye, left_eye),
    }
}

impl Candidate {
    fn found(&self, scale: &Scale, mesh: Option<Mesh>) -> FoundFace {
        let (x, y) = (self.centre.x, self.centre.y);
        let (across, down) = (self.width.div_euclid(2), self.height.div_euclid(2));
        FoundFace {
            left: scale.across(x.saturating_sub(across)),
            top: scale.down(y.saturating_sub(down)),
            right: scale.across(x.saturating_add(across)),
            bottom: scale.down(y.saturating_add(down)),
            score_permille: permille(self.logit),
            key_points: self.points.map(|point| scale.landmark(point)),
            mesh,
        }
    }
}
