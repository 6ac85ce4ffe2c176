//! The rulebook's section `photo`: what a photo has to be, and how that is measured.

use std::collections::BTreeMap;

use garde::Validate;

use super::colour::SkinColours;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::json::{Place, check_bounds, record};
use crate::foundation::problems::Problems;
use crate::pictures::checks::Band;

/// Defines the limits of all measured checks, and the walk over them.
macro_rules! bands {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        record! {
            /// The limits of each check that has a figure.
            #[derive(Clone, Debug)]
            pub(crate) struct PhotoBands { $($(#[$meta])* pub(crate) $name: Band),+ }
        }

        impl PhotoBands {
            /// Reports limits that contradict each other.
            fn check(&self, at: Place<'_>, problems: &mut Problems) {
                $(self.$name.check(at.field(stringify!($name)), problems);)+
            }
        }
    };
}

bands! {
    /// The kinds of personal metadata in the file.
    metadata,
    /// The width of the largest part at 3:4, in pixels.
    resolution,
    /// Width over height, in thousandths.
    aspect,
    /// The JPEG quality, 1 to 100.
    compression,
    /// The number of faces.
    face_count,
    /// Between the centres of the eyes, in pixels.
    eye_distance,
    /// Of the width of the picture, in thousandths.
    head_width,
    /// Chin to crown, of the height of the picture, in thousandths.
    head_height,
    /// The middle between the eyes from the left, in thousandths of the width.
    face_horizontal,
    /// The middle between the eyes from the top, in thousandths of the height.
    face_vertical,
    /// In tenths of a degree.
    roll,
    /// In tenths of a degree.
    yaw,
    /// In tenths of a degree.
    pitch,
    /// The gap of the lids over the distance from eyes to chin, in thousandths.
    eyes_open,
    /// The gap of the lips over the distance from eyes to chin, in thousandths.
    mouth_closed,
    /// The mean luminance of the face, 0 to 255.
    brightness,
    /// The almost black part of the face, in thousandths.
    dark_share,
    /// The almost white part of the face, in thousandths.
    bright_share,
    /// The entropy of the face's luminance, in hundredths of a bit.
    contrast,
    /// The darker cheek over the brighter one, in thousandths.
    even_light,
    /// The fine part of the detail around the eyes, in thousandths.
    sharpness,
    /// The mean difference between neighbours, in tenths of a level.
    background_plain,
    /// The difference between the brightest and the darkest part, in levels.
    background_even,
    /// The mean luminance, 0 to 255.
    background_light,
    /// The chroma, in tenths of a unit of CIELAB.
    background_colour,
    /// How far the cheeks are from the colours of skin, in tenths of a unit of CIELAB.
    natural_colour,
    /// The chroma of the cheeks, in tenths of a unit of CIELAB.
    colour,
}

record! {
    /// How the measures are taken.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub(crate) struct PhotoMeasuring {
        /// The width of the picture on which light and background are measured, in pixels: 60 to
        /// 1000.
        #[garde(range(min = 60, max = 1000))]
        pub(crate) working_width: u32,
        /// The distance between the eyes at which sharpness is measured, in pixels: 20 to 200.
        #[garde(range(min = 20, max = 200))]
        pub(crate) sharpness_eye_distance: u32,
        /// A further face counts if its area is at least this part of the largest one's, in
        /// thousandths.
        #[garde(range(min = 0, max = 1000))]
        pub(crate) further_face: i32,
        /// How far the crown is above the eyes, in thousandths of the distance from the eyes to the
        /// chin: 500 to 2000.
        #[garde(range(min = 500, max = 2000))]
        pub(crate) crown: i32,
        /// How much larger than the head the part is that is not looked at as background, in
        /// thousandths: 1000 to 3000.
        #[garde(range(min = 1000, max = 3000))]
        pub(crate) hair: i32,
        /// The least part of the picture that has to be background to be measured, in thousandths.
        #[garde(range(min = 1, max = 1000))]
        pub(crate) least_background: i32,
        /// The pitch that is measured of a level head, in tenths of a degree.
        #[garde(range(min = -450, max = 450))]
        pub(crate) level_pitch: i32,
        /// The highest level that is almost black.
        #[garde(range(min = 0, max = 255))]
        pub(crate) dark_up_to: i32,
        /// The lowest level that is almost white.
        #[garde(range(min = 0, max = 255))]
        pub(crate) bright_from: i32,
        /// The width of the head that is advised in a crop, in thousandths of the crop's width.
        #[garde(range(min = 300, max = 900))]
        pub(crate) crop_head_width: i32,
        /// The height of the eyes that is advised in a crop, from its top, in thousandths.
        #[garde(range(min = 200, max = 700))]
        pub(crate) crop_eyes: i32,
        /// The colours of skin.
        pub(crate) skin: SkinColours,
    }
}

dated! {
    /// What a photo has to be in a period.
    #[derive(Clone, Debug)]
    pub(crate) struct PhotoProfile {
        /// The name that reports give.
        pub(crate) profile: crate::foundation::id::ProfileName,
        /// How the measures are taken.
        pub(crate) measuring: PhotoMeasuring,
        /// The limits.
        pub(crate) limits: PhotoBands,
    }
}

impl PhotoProfile {
    /// Compiles the section `photo`, whose place is `at`; its entries have to follow each other
    /// without gaps.
    pub(crate) fn series(
        named: BTreeMap<String, PhotoProfile>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<PhotoProfile> {
        for (name, entry) in &named {
            let at = at.field(name);
            check_bounds(&entry.measuring, at.field("measuring"), problems);
            entry.limits.check(at.field("limits"), problems);
        }
        Series::new("photo", named, Gaps::Refused, at, problems)
    }
}
