//! The points of a face that the checks of a photo measure, and the measures that follow from them in
//! whole numbers.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "coordinates are 16ths of a pixel of a picture whose sides are below 2^16, so that \
              sums stay below 2^24 and products, in 64 bits, below 2^48"
)]

use super::angle::tenths_of_degrees;

/// A point of a face in 16ths of a pixel, from the left upper corner of the picture. `z` is the depth
/// on the same scale, smaller nearer to the camera: an estimate from one picture, good enough to see
/// which way a head is turned. It is 0 where the depth does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Landmark {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) z: i32,
}

/// 16ths in a pixel.
pub(super) const UNIT: i32 = 16;

impl Landmark {
    fn middle(self, other: Landmark) -> Landmark {
        Landmark {
            x: i32::midpoint(self.x, other.x),
            y: i32::midpoint(self.y, other.y),
            z: i32::midpoint(self.z, other.z),
        }
    }

    /// The distance in the plane of the picture, in 16ths of a pixel.
    pub(super) fn distance(self, other: Landmark) -> i32 {
        let (x, y) = (i64::from(self.x - other.x), i64::from(self.y - other.y));
        i32::try_from((x * x + y * y).isqrt()).unwrap_or(i32::MAX)
    }
}

/// An eye: its corners, at the temple and at the nose, and three pairs of points on the lids, from the
/// outer corner to the inner one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Eye {
    pub(crate) outer: Landmark,
    pub(crate) inner: Landmark,
    pub(crate) upper: [Landmark; 3],
    pub(crate) lower: [Landmark; 3],
}

impl Eye {
    /// The middle between the corners.
    pub(super) fn centre(&self) -> Landmark {
        self.outer.middle(self.inner)
    }

    /// The widest gap between the lids.
    fn gap(&self) -> i32 {
        let pairs = self.upper.iter().zip(&self.lower);
        pairs.map(|(up, low)| up.distance(*low)).max().unwrap_or(0)
    }
}

/// A face in a picture: left and right are those of the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Landmarks {
    pub(crate) left_eye: Eye,
    pub(crate) right_eye: Eye,
    /// The middle of the inner edges of the lips.
    pub(crate) upper_lip: Landmark,
    pub(crate) lower_lip: Landmark,
    pub(crate) chin: Landmark,
    /// The border of the forehead and the hair.
    pub(crate) forehead: Landmark,
    /// The widest place of the head, before the ears.
    pub(crate) left_side: Landmark,
    pub(crate) right_side: Landmark,
    /// The middle of the cheeks.
    pub(crate) left_cheek: Landmark,
    pub(crate) right_cheek: Landmark,
    /// The outline of the face, around it once.
    pub(crate) outline: Vec<Landmark>,
}

impl Landmarks {
    /// The middle between the eyes.
    pub(super) fn eyes(&self) -> Landmark {
        self.left_eye.centre().middle(self.right_eye.centre())
    }

    /// The distance between the centres of the eyes, in 16ths of a pixel.
    pub(super) fn eye_distance(&self) -> i32 {
        self.left_eye.centre().distance(self.right_eye.centre())
    }

    /// The distance from the middle between the eyes to the chin, in 16ths of a pixel: the measure
    /// that others are taken over. At least 1.
    pub(super) fn eyes_to_chin(&self) -> i32 {
        self.eyes().distance(self.chin).max(1)
    }

    /// The width of the head, in 16ths of a pixel.
    pub(super) fn head_width(&self) -> i32 {
        self.left_side.distance(self.right_side)
    }

    /// The crown: as far above the eyes, along the line from the chin, as `permille` thousandths of
    /// the distance from the eyes to the chin.
    pub(super) fn crown(&self, permille: i32) -> Landmark {
        let (eyes, permille) = (self.eyes(), i64::from(permille));
        let beyond = |eyes: i32, chin: i32| {
            let step = i64::from(eyes - chin) * permille / 1000;
            i32::try_from(i64::from(eyes) + step).unwrap_or(eyes)
        };
        Landmark {
            x: beyond(eyes.x, self.chin.x),
            y: beyond(eyes.y, self.chin.y),
            z: eyes.z,
        }
    }

    /// The tilt to a shoulder, in tenths of a degree: positive if the eye at the right of the
    /// picture is the lower one.
    pub(super) fn roll(&self) -> i32 {
        let (left, right) = (self.left_eye.centre(), self.right_eye.centre());
        tenths_of_degrees(right.y - left.y, right.x - left.x)
    }

    /// The turn to a side, in tenths of a degree: positive if the right side of the picture is
    /// nearer to the camera.
    pub(super) fn yaw(&self) -> i32 {
        let (left, right) = (self.left_side, self.right_side);
        tenths_of_degrees(left.z - right.z, left.distance(right))
    }

    /// The head raised (positive) or lowered, in tenths of a degree, as the depths of forehead and
    /// chin show it; the depth of a level head is not zero, so it is compared with a figure of the
    /// rulebook.
    pub(super) fn pitch(&self) -> i32 {
        let (top, chin) = (self.forehead, self.chin);
        tenths_of_degrees(top.z - chin.z, top.distance(chin))
    }

    /// The gap between the lids of the eye that is less open, in thousandths of [`eyes_to_chin`].
    ///
    /// [`eyes_to_chin`]: Self::eyes_to_chin
    pub(super) fn eye_gap(&self) -> i32 {
        permille(
            self.left_eye.gap().min(self.right_eye.gap()),
            self.eyes_to_chin(),
        )
    }

    /// The gap between the lips, in thousandths of [`eyes_to_chin`](Self::eyes_to_chin).
    pub(super) fn lip_gap(&self) -> i32 {
        permille(self.upper_lip.distance(self.lower_lip), self.eyes_to_chin())
    }
}

/// A part of a whole in thousandths, rounded to the nearest; 0 if there is no whole.
pub(super) fn permille(part: i32, whole: i32) -> i32 {
    share(i64::from(part), i64::from(whole))
}

/// As [`permille`], of larger numbers.
pub(super) fn share(part: i64, whole: i64) -> i32 {
    if whole <= 0 {
        return 0;
    }
    let thousandths =
        (i128::from(part) * 2000 + i128::from(whole)).div_euclid(2 * i128::from(whole));
    i32::try_from(thousandths).unwrap_or(i32::MAX)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn at(x: i32, y: i32) -> Landmark {
        Landmark {
            x: x * UNIT,
            y: y * UNIT,
            z: 0,
        }
    }

    fn eye(x: i32, y: i32, outwards: i32) -> Eye {
        let lids = |dy| [at(x - 4, y + dy), at(x, y + dy), at(x + 4, y + dy)];
        Eye {
            outer: at(x + outwards * 14, y),
            inner: at(x - outwards * 14, y),
            upper: lids(-4),
            lower: lids(4),
        }
    }

    /// A face as the proportions of SPEC 11.2 want it in a picture of 600 x 800: eyes 130 pixels
    /// apart at 40 % of the height, chin 180 pixels below, head 360 pixels wide.
    pub(in super::super) fn good_face() -> Landmarks {
        let outline = [
            (300, 140),
            (420, 180),
            (475, 260),
            (480, 340),
            (450, 430),
            (380, 485),
            (300, 500),
            (220, 485),
            (150, 430),
            (120, 340),
            (125, 260),
            (180, 180),
        ];
        Landmarks {
            left_eye: eye(235, 320, -1),
            right_eye: eye(365, 320, 1),
            upper_lip: at(300, 430),
            lower_lip: at(300, 431),
            chin: at(300, 500),
            forehead: at(300, 200),
            left_side: at(120, 330),
            right_side: at(480, 330),
            left_cheek: at(210, 400),
            right_cheek: at(390, 400),
            outline: outline.into_iter().map(|(x, y)| at(x, y)).collect(),
        }
    }

    #[test]
    fn measures_follow_from_the_points() {
        let face = good_face();
        assert_eq!(face.eyes(), at(300, 320));
        assert_eq!(face.eye_distance(), 130 * UNIT);
        assert_eq!(face.eyes_to_chin(), 180 * UNIT);
        assert_eq!(face.head_width(), 360 * UNIT);
        assert_eq!(face.crown(1000), at(300, 140));
        assert_eq!((face.roll(), face.yaw(), face.pitch()), (0, 0, 0));
        // 8 of 180 pixels, and 1 of 180.
        assert_eq!((face.eye_gap(), face.lip_gap()), (44, 6));
    }

    #[test]
    fn a_wink_counts_as_a_closed_eye() {
        let mut face = good_face();
        face.right_eye.upper = face.right_eye.lower;
        assert_eq!(face.eye_gap(), 0);
    }

    #[test]
    fn angles_have_the_signs_that_are_documented() {
        let mut face = good_face();
        let drop = Landmark {
            x: 0,
            y: 16 * UNIT,
            z: 0,
        };
        for corner in [&mut face.right_eye.outer, &mut face.right_eye.inner] {
            corner.y += drop.y;
        }
        // atan(16 / 130) is 7.02 degrees.
        assert_eq!(face.roll(), 70);
        face.right_side.z = -63 * UNIT;
        // atan(63 / 360) is 9.93 degrees.
        assert_eq!(face.yaw(), 99);
        face.forehead.z = 30 * UNIT;
        // atan(30 / 300) is 5.71 degrees.
        assert_eq!(face.pitch(), 57);
    }

    #[test]
    fn thousandths_are_rounded_and_need_a_whole() {
        assert_eq!(permille(1, 3), 333);
        assert_eq!(permille(2, 3), 667);
        assert_eq!(permille(-1, 4), -250);
        assert_eq!(permille(1, 2000), 1);
        assert_eq!(permille(7, 0), 0);
        assert_eq!(share(i64::MAX, i64::MAX), 1000);
        assert_eq!(share(i64::MAX, 1), i32::MAX);
    }
}
