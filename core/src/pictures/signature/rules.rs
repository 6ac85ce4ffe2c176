//! The rulebook's section `signature`: the demands on a signature sample.

use std::collections::BTreeMap;

use garde::Validate;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::json::{Place, check_bounds, record};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::pictures::checks::Band;

dated! {
    /// The limits of signature samples in a period.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub(crate) struct SignatureRules {
        /// The name of this set of limits, which every report carries.
        pub(crate) profile: crate::foundation::id::ProfileName,
        /// The largest file, in bytes; the limit of image files applies besides.
        #[garde(range(min = 1, max = 67_108_864))]
        pub(crate) max_bytes: u32,
        /// Larger pictures are shrunk until no side has more pixels: 100 to 640.
        #[garde(range(min = 100, max = 640))]
        pub(crate) working_side: u32,
        /// The number of levels by which the light on the paper may change over the height of the
        /// picture; a steeper change is ink.
        #[garde(range(min = 1, max = 1000))]
        pub(crate) shade_levels: u32,
        /// Parts of ink with fewer pixels, at the size of work, are specks and left out.
        #[garde(range(min = 1, max = 100))]
        pub(crate) smallest_part: u32,
        /// Compact ink is a dot if its longer side is below this share of the picture's width, in
        /// thousandths, and a block otherwise.
        #[garde(range(max = 1000))]
        pub(crate) dot_side: u32,
        /// Strokes with more points are refused before they are drawn.
        #[garde(range(min = 2, max = 20_000))]
        pub(crate) max_points: u32,
        /// With so many strokes their length does not matter.
        #[garde(range(min = 1))]
        pub(crate) strokes_enough: u32,
        /// The width of the normalised picture, in pixels, at most `working_side`.
        #[garde(range(min = 100, max = 640))]
        pub(crate) normal_width: u32,
        /// The height of the normalised picture, in pixels, at most `working_side`.
        #[garde(range(min = 50, max = 640))]
        pub(crate) normal_height: u32,
        /// The white margin of the normalised picture on each side, in pixels.
        #[garde(range(min = 2, max = 20))]
        pub(crate) normal_margin: u32,
        /// The width of the pen with which strokes are drawn, in thousandths of the height.
        #[garde(range(min = 5, max = 100))]
        pub(crate) normal_pen: u32,
        /// A small signature is enlarged until its pen is so wide, in thousandths of the height.
        #[garde(range(min = 5, max = 100))]
        pub(crate) thickest_pen: u32,
        /// The limits of each measure.
        pub(crate) bands: SignatureBands,
    }
}

/// Defines the bands together with the check of each.
macro_rules! bands {
    ($($(#[$meta:meta])* $band:ident,)+) => {
        record! {
            /// The limits of each measure, in the unit of its check.
            #[derive(Clone, Debug)]
            pub(crate) struct SignatureBands { $($(#[$meta])* pub(crate) $band: Band,)+ }
        }

        impl SignatureBands {
            fn check(&self, at: Place<'_>, problems: &mut Problems) {
                $(self.$band.check(at.field(stringify!($band)), problems);)+
            }
        }
    };
}

bands! {
    /// The difference between paper and ink, in levels.
    contrast,
    /// The share of the picture in grey areas, in thousandths.
    grey_areas,
    /// The number of parts of ink.
    parts,
    /// The departure from a straight line, in thousandths.
    straightness,
    /// The length of the ink, in widths of the pen.
    travel,
    /// The share of ink, in thousandths.
    ink_share,
    /// The width of the ink over that of the picture, in thousandths.
    ink_width,
    /// The height of the ink over that of the picture, in thousandths.
    ink_height,
    /// The distance of the ink from the nearest edge, in pixels at the size of work.
    edge,
    /// The width of the pen over the height of the picture, in thousandths.
    pen_width,
    /// The width of the picture, in pixels.
    width,
    /// The height of the picture, in pixels.
    height,
    /// The width of the picture over its height, in thousandths.
    aspect,
    /// The number of points of strokes.
    points,
    /// The length of strokes over the width of their box, in thousandths.
    stroke_length,
    /// The number of points whose time is not later than that of the one before.
    times,
}

impl SignatureRules {
    /// Compiles the section `signature`, whose place is `at`; its entries have to follow each other
    /// without gaps.
    pub(crate) fn series(
        named: BTreeMap<String, SignatureRules>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<SignatureRules> {
        for (name, entry) in &named {
            let at = at.field(name);
            check_bounds(entry, at, problems);
            entry.bands.check(at.field("bands"), problems);
            let sides = [
                ("normal_width", entry.normal_width),
                ("normal_height", entry.normal_height),
            ];
            for (field, side) in sides {
                // The normalised picture is checked as it is, not shrunk.
                if side > entry.working_side {
                    let reason = Reason::new(Code::ValueBounds).with("detail", "working_side");
                    problems.push(reason.at(at.field(field).pointer()));
                }
            }
        }
        Series::new("signature", named, Gaps::Refused, at, problems)
    }
}
