//! The faces in a picture, as far as the checks ask for them.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "coordinates of a picture whose sides are below 2^16"
)]

use super::PhotoProfile;
#[cfg(feature = "face")]
use crate::pictures::face;
use crate::pictures::image::Raster;
use crate::pictures::landmarks::Landmarks;

/// The faces in a picture.
#[cfg_attr(
    not(feature = "face"),
    expect(dead_code, reason = "without the face engine nobody looks for faces")
)]
pub(super) enum Faces {
    /// The face engine is left out of this build.
    NotLookedFor,
    /// So many faces, and the points of the only one.
    Found {
        count: i32,
        single: Option<Box<Landmarks>>,
    },
}

impl Faces {
    /// The points of the only face.
    pub(super) fn single(&self) -> Option<&Landmarks> {
        match self {
            Faces::NotLookedFor => None,
            Faces::Found { single, .. } => single.as_deref(),
        }
    }
}

/// Looks for faces.
#[cfg(feature = "face")]
pub(super) fn find(picture: &Raster, profile: &PhotoProfile) -> Faces {
    let Some(found) = face::find(picture) else {
        return Faces::NotLookedFor;
    };
    let area = |face: &face::FoundFace| {
        i64::from(face.right - face.left) * i64::from(face.bottom - face.top)
    };
    let largest = found.first().map_or(0, area);
    let least = i64::from(profile.measuring.further_face) * largest;
    let counted = found
        .iter()
        .filter(|face| area(face) * 1000 >= least)
        .count();
    let single = found.first().filter(|_| counted == 1);
    Faces::Found {
        count: i32::try_from(counted).unwrap_or(i32::MAX),
        single: single.and_then(|face| Some(Box::new(face.mesh.as_ref()?.landmarks()))),
    }
}

/// Without the face engine nobody looks.
#[cfg(not(feature = "face"))]
pub(super) fn find(_: &Raster, _: &PhotoProfile) -> Faces {
    Faces::NotLookedFor
}
