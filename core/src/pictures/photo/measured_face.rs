//! The only face in a picture, and everything that is measured of it.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "coordinates of a picture whose sides are below 2^16"
)]

use super::areas::{self, Background};
use super::background::{self, Measures};
use super::colour::Lab;
use super::light::{self, Histogram};
use super::profile::PhotoMeasuring;
use super::{FaceOutline, PhotoProfile, sharpness};
use crate::pictures::checks::{PixelBox, PixelPoint};
use crate::pictures::image::{Plane, Raster};
use crate::pictures::landmarks::{Eye, Landmark, Landmarks, UNIT, permille};

/// The only face in a picture, with the planes on which it is measured.
pub(super) struct MeasuredFace<'m> {
    picture: &'m Raster,
    pub(super) points: &'m Landmarks,
    profile: &'m PhotoProfile,
    /// The picture in the working size, and its luminance.
    small: Raster,
    luma: Plane,
    pub(super) light: Histogram,
    pub(super) background: Option<Measures>,
}

impl<'m> MeasuredFace<'m> {
    pub(super) fn new(
        picture: &'m Raster,
        points: &'m Landmarks,
        profile: &'m PhotoProfile,
    ) -> MeasuredFace<'m> {
        let measuring = &profile.measuring;
        let small = picture.shrink(measuring.working_width, u32::MAX);
        let scale = (small.width(), picture.width());
        let luma = small.luma();
        let inside = areas::inside(&points.outline, (luma.width(), luma.height()), scale);
        let around =
            Background::around(points, points.crown(measuring.crown), measuring.hair, scale);
        MeasuredFace {
            picture,
            points,
            profile,
            light: Histogram::inside(&luma, &inside),
            background: background::measure(&small, &around, measuring.least_background),
            small,
            luma,
        }
    }

    pub(super) fn measuring(&self) -> &PhotoMeasuring {
        &self.profile.measuring
    }

    /// The crown, by the rulebook's proportion.
    pub(super) fn crown(&self) -> Landmark {
        self.points.crown(self.measuring().crown)
    }

    /// A length over the width of the picture, in thousandths.
    pub(super) fn of_width(&self, length: i32) -> i32 {
        permille(length, self.side(self.picture.width()))
    }

    /// A length over the height of the picture, in thousandths.
    pub(super) fn of_height(&self, length: i32) -> i32 {
        permille(length, self.side(self.picture.height()))
    }

    /// A side of the picture in 16ths of a pixel.
    fn side(&self, pixels: u32) -> i32 {
        i32::try_from(pixels)
            .unwrap_or(i32::MAX)
            .saturating_mul(UNIT)
    }

    /// A length of the picture, in 16ths, as whole pixels of the working size.
    fn working(&self, length: i32) -> i32 {
        let (new, old) = (
            i64::from(self.small.width()),
            i64::from(self.picture.width().max(1)),
        );
        let pixels = i64::from(length) * new / (old * i64::from(UNIT));
        i32::try_from(pixels).unwrap_or(i32::MAX)
    }

    /// The side of the squares on the cheeks: an eighth of the distance from eyes to chin, far
    /// enough from nose, mouth and outline.
    fn patch(&self) -> u32 {
        u32::try_from(self.working(self.points.eyes_to_chin() / 8))
            .unwrap_or(1)
            .max(1)
    }

    /// The darker cheek over the brighter one, in thousandths.
    pub(super) fn evenness(&self) -> Option<i32> {
        let mean = |cheek: Landmark| {
            let (x, y) = (self.working(cheek.x), self.working(cheek.y));
            light::mean_around(&self.luma, x, y, self.patch())
        };
        let (left, right) = (
            mean(self.points.left_cheek)?,
            mean(self.points.right_cheek)?,
        );
        Some(light::evenness(left, right))
    }

    /// The mean colour of both cheeks.
    pub(super) fn cheeks(&self) -> Option<Lab> {
        let (mut sums, mut pixels) = ([0u64; 3], 0u64);
        let half = i32::try_from(self.patch() / 2).unwrap_or_default();
        for cheek in [self.points.left_cheek, self.points.right_cheek] {
            let corner = |value: i32| u32::try_from(self.working(value) - half).unwrap_or_default();
            let patch =
                self.small
                    .crop(corner(cheek.x), corner(cheek.y), self.patch(), self.patch())?;
            for rgb in patch.pixels().as_chunks::<3>().0 {
                pixels += 1;
                for (sum, sample) in sums.iter_mut().zip(rgb) {
                    *sum += u64::from(*sample);
                }
            }
        }
        let mean = |sum: u64| u8::try_from((2 * sum + pixels) / (2 * pixels)).unwrap_or(u8::MAX);
        (pixels > 0).then(|| Lab::of(sums.map(mean)))
    }

    /// The sharpness of the band of the eyes, half an eye distance beyond each of them and a
    /// quarter above and below, at the fixed eye distance (or a smaller one, if the picture has
    /// no more).
    pub(super) fn sharpness(&self) -> Option<i32> {
        let (eyes, apart) = (self.points.eyes(), self.points.eye_distance());
        let pixel = |value: i32| u32::try_from(value / UNIT).unwrap_or_default();
        let (left, top) = (pixel(eyes.x - apart), pixel(eyes.y - apart / 2));
        let band = self
            .picture
            .crop(left, top, pixel(2 * apart), pixel(apart))?;
        let wanted = self.profile.measuring.sharpness_eye_distance;
        let width = u64::from(band.width()) * u64::from(wanted) / u64::from(pixel(apart).max(1));
        let width = u32::try_from(width).unwrap_or(u32::MAX);
        sharpness::fine_detail(&band.shrink(width, u32::MAX).luma())
    }

    pub(super) fn luminance_checksum(&self) -> u32 {
        crc32fast::hash(self.luma.values())
    }

    pub(super) fn face_checksum(&self) -> u32 {
        let face = self.points;
        let eyes = [&face.left_eye, &face.right_eye];
        let of_eye = |eye: &Eye| {
            [eye.outer, eye.inner]
                .into_iter()
                .chain(eye.upper)
                .chain(eye.lower)
                .collect::<Vec<_>>()
        };
        let single = [
            face.upper_lip,
            face.lower_lip,
            face.chin,
            face.forehead,
            face.left_side,
            face.right_side,
            face.left_cheek,
            face.right_cheek,
        ];
        let mut hasher = crc32fast::Hasher::new();
        let points = eyes.into_iter().flat_map(of_eye).chain(single);
        for point in points.chain(face.outline.iter().copied()) {
            for value in [point.x, point.y, point.z] {
                hasher.update(&value.to_le_bytes());
            }
        }
        hasher.finalize()
    }

    /// The outline that a front end draws.
    pub(super) fn outline(&self) -> FaceOutline {
        let face = self.points;
        let pixel = |point: Landmark| PixelPoint {
            x: point.x.div_euclid(UNIT),
            y: point.y.div_euclid(UNIT),
        };
        let outline: Vec<PixelPoint> = face.outline.iter().copied().map(pixel).collect();
        let range = |values: &mut dyn Iterator<Item = i32>| {
            let values: Vec<i32> = values.collect();
            let first = values.iter().min().copied().unwrap_or_default();
            (
                first,
                values.iter().max().copied().unwrap_or_default() - first + 1,
            )
        };
        let (left, width) = range(&mut outline.iter().map(|point| point.x));
        let (top, height) = range(&mut outline.iter().map(|point| point.y));
        FaceOutline {
            face: PixelBox {
                left,
                top,
                width,
                height,
            },
            left_eye: pixel(face.left_eye.centre()),
            right_eye: pixel(face.right_eye.centre()),
            chin: pixel(face.chin),
            crown: pixel(self.crown()),
            outline,
        }
    }
}
