//! The rulebook's section `photo`: the demands on a photo, and their measurement.

use std::collections::BTreeMap;

use garde::Validate;

use super::colour::SkinColours;
use super::table::PhotoBands;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::json::{Place, check_bounds, record};
use crate::foundation::problems::Problems;

record! {
    /// The parameters of the measures.
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
        /// The height of the crown above the eyes, in thousandths of the distance from the eyes to
        /// the chin: 500 to 2000.
        #[garde(range(min = 500, max = 2000))]
        pub(crate) crown: i32,
        /// The size of the part that is not looked at as background, compared with the head, in
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
    /// The demands on a photo in a period.
    #[derive(Clone, Debug)]
    pub(crate) struct PhotoProfile {
        /// The name that reports give.
        pub(crate) profile: crate::foundation::id::ProfileName,
        /// The parameters of the measures.
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
