//! The rulebook's section `image`: the limits of a file.

use std::collections::BTreeMap;

use garde::Validate;

use super::file::ColourProfile;
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Series, dated};
use crate::foundation::json::{Place, check_bounds};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::foundation::rate::Rate;

dated! {
    /// The limits of image files in a period.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub(crate) struct ImageLimits {
        /// The largest file, in bytes: at most 64 MiB.
        #[garde(range(min = 1, max = 67_108_864))]
        pub(crate) max_bytes: u32,
        /// The most pixels: at most 100 million.
        #[garde(range(min = 1, max = 100_000_000))]
        pub(crate) max_pixels: u32,
        /// The most pixels of a progressive JPEG, at most half of `max_pixels`: its coefficients are
        /// all in memory at once, six bytes of them for a pixel.
        pub(crate) max_progressive_pixels: u32,
        /// The longest side, in pixels: at most 65535.
        #[garde(range(min = 1, max = 65_535))]
        pub(crate) max_side: u32,
        /// The most scans of a JPEG.
        #[garde(range(min = 1, max = 100))]
        pub(crate) max_scans: u32,
        /// The most bytes of one block of metadata, before and after inflating it.
        #[garde(range(min = 1024, max = 16_777_216))]
        pub(crate) max_metadata_bytes: u32,
        /// The colour profiles that are accepted.
        pub(crate) profiles: Vec<ColourProfile>,
    }
}

impl ImageLimits {
    /// Compiles the section `image`, whose place is `at`; its entries have to follow each other
    /// without gaps.
    pub(crate) fn series(
        named: BTreeMap<String, ImageLimits>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<ImageLimits> {
        for (name, entry) in &named {
            let at = at.field(name);
            check_bounds(entry, at, problems);
            if entry.max_progressive_pixels > entry.max_pixels / 2 {
                let reason = Reason::new(Code::ValueBounds).with("detail", "half of max_pixels");
                problems.push(reason.at(at.field("max_progressive_pixels").pointer()));
            }
        }
        Series::new("image", named, Gaps::Refused, at, problems)
    }

    /// Refuses a file that is too large as a whole.
    pub(super) fn check_bytes(&self, bytes: &[u8]) -> Result<(), Reason> {
        let (size, limit) = (bytes.len(), self.max_bytes);
        self.at_most(Code::ImageTooLarge, size, limit)
            .map_err(|reason| {
                let bytes = u64::try_from(size).unwrap_or(u64::MAX);
                reason
                    .with(
                        "size_mb",
                        tenths_of_megabytes(bytes.saturating_mul(10).div_ceil(MEGABYTE)),
                    )
                    .with(
                        "limit_mb",
                        tenths_of_megabytes(u64::from(limit).saturating_mul(10) / MEGABYTE),
                    )
            })
    }

    /// Refuses a block of metadata that is too large.
    pub(super) fn check_metadata(&self, size: usize) -> Result<(), Reason> {
        self.at_most(Code::ImageMetadataTooLarge, size, self.max_metadata_bytes)
    }

    fn at_most(&self, code: Code, size: usize, limit: u32) -> Result<(), Reason> {
        if size <= limit as usize {
            return Ok(());
        }
        let reason = Reason::new(code).with("size", size).with("limit", limit);
        Err(reason.cite(self.source))
    }

    /// Refuses a picture that is too large to be decoded; `progressive` if it is a progressive
    /// JPEG.
    pub(super) fn check_size(
        &self,
        width: u32,
        height: u32,
        progressive: bool,
    ) -> Result<(), Reason> {
        let refusal = |code, limit: u32| {
            let reason = Reason::new(code)
                .with("width", width)
                .with("height", height);
            Err(reason.with("limit", limit).cite(self.source))
        };
        if width.max(height) > self.max_side {
            return refusal(Code::ImageSide, self.max_side);
        }
        let limit = if progressive {
            self.max_progressive_pixels
        } else {
            self.max_pixels
        };
        if u64::from(width).saturating_mul(u64::from(height)) > u64::from(limit) {
            return refusal(Code::ImageTooManyPixels, limit);
        }
        Ok(())
    }

    /// Refuses a JPEG with too many scans.
    pub(super) fn check_scans(&self, scans: usize) -> Result<(), Reason> {
        if scans <= self.max_scans as usize {
            return Ok(());
        }
        let reason = Reason::new(Code::ImageScans).with("limit", self.max_scans);
        Err(reason.cite(self.source))
    }

    /// Refuses pictures with a profile that is not accepted.
    pub(super) fn check_profile(&self, profile: ColourProfile) -> Result<(), Reason> {
        if self.profiles.contains(&profile) {
            return Ok(());
        }
        let reason = Reason::new(Code::ImageProfile).with("profile", profile);
        Err(reason.cite(self.source))
    }
}

/// As limits of files are set, and most systems show sizes.
const MEGABYTE: u64 = 1 << 20;

/// A measure is rounded up and a limit down, so that no text gives a file that is too large the
/// size of the limit.
fn tenths_of_megabytes(tenths: u64) -> Rate {
    Rate::tenths(u32::try_from(tenths).unwrap_or(u32::MAX))
}
