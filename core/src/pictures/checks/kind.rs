//! The checks, their units, and the codes for values that are too low or too high.

use qujat_export::export;

use super::photo::photo_checks;
use crate::foundation::catalogue::Code;
use crate::foundation::words::words;

words! {
    /// The unit of a measure; all measures are whole numbers.
    #[export(code)]
    MeasureUnit {
        /// No figure.
        None = "none",
        /// Pixels.
        Pixels = "pixels",
        /// Thousandths.
        Permille = "permille",
        /// Tenths of a degree.
        DegreeTenths = "degree_tenths",
        /// Levels of luminance, 0 to 255.
        Levels = "levels",
        /// Tenths of a level, for averages of differences.
        LevelTenths = "level_tenths",
        /// Hundredths of a bit.
        BitHundredths = "bit_hundredths",
        /// Tenths of a unit of CIELAB.
        LabTenths = "lab_tenths",
        /// The JPEG quality of the Independent JPEG Group, 1 to 100.
        JpegQuality = "jpeg_quality",
        /// A number of things.
        Count = "count",
        /// Bytes.
        Bytes = "bytes",
    }
}

/// Defines the kinds of checks: spelling, unit, code of too low a value, code of too high a value. The
/// further columns of a photo's check are for the module `photo`.
macro_rules! kinds {
    ($(
        $(#[$doc:meta])* $kind:ident = $word:literal, $unit:ident, $low:ident, $high:ident
        $(, $subject:ident $(($measure:expr), $(#[$limits_doc:meta])* $limits:ident)?)?;
    )+) => {
        words! {
            /// The kind of a check.
            #[export(code)]
            CheckKind { $($(#[$doc])* $kind = $word),+ }
        }

        impl CheckKind {
            /// The unit in which it is measured.
            #[must_use]
            pub const fn unit(self) -> MeasureUnit {
                match self { $(CheckKind::$kind => MeasureUnit::$unit),+ }
            }

            /// The codes of a value that is too low, and of one that is too high.
            #[must_use]
            pub(crate) const fn codes(self) -> (Code, Code) {
                match self { $(CheckKind::$kind => (Code::$low, Code::$high)),+ }
            }
        }
    };
}

photo_checks! { kinds {
    /// The darkness of the ink compared with the paper, the light being evened out.
    SignatureContrast = "signature_contrast", Levels, SignatureBlank, SignatureBlank;
    /// The share of the picture in areas that are neither ink nor paper, as photographs have them.
    SignatureGreyAreas = "signature_grey_areas", Permille, SignaturePhoto, SignaturePhoto;
    /// The number of parts of ink that do not touch each other.
    SignatureParts = "signature_parts", Count, SignatureBlank, SignatureText;
    /// The departure of the ink from a straight line: its spread across its main direction over
    /// that along it.
    SignatureStraightness = "signature_straightness", Permille, SignatureLine, SignatureLine;
    /// The length of the ink, in widths of the pen.
    SignatureTravel = "signature_travel", Count, SignatureBlock, SignatureBlock;
    /// The share of the picture that is ink.
    SignatureInkShare = "signature_ink_share", Permille, SignatureLittleInk, SignatureMuchInk;
    /// The width of the box around the ink over that of the picture.
    SignatureInkWidth = "signature_ink_width", Permille, SignatureNarrow, SignatureNarrow;
    /// The height of the box around the ink over that of the picture.
    SignatureInkHeight = "signature_ink_height", Permille, SignatureLow, SignatureLow;
    /// The distance of the ink from the nearest edge of the picture, at the size of work.
    SignatureEdge = "signature_edge", Pixels, SignatureAtEdge, SignatureAtEdge;
    /// The width of the pen, the median of all ink, over the height of the picture.
    SignaturePenWidth = "signature_pen_width", Permille, SignatureThick, SignatureThick;
    /// The width of the picture.
    SignatureWidth = "signature_width", Pixels, SignatureFewPixels, SignatureFewPixels;
    /// The height of the picture.
    SignatureHeight = "signature_height", Pixels, SignatureFewPixels, SignatureFewPixels;
    /// The width of the picture over its height.
    SignatureAspect = "signature_aspect", Permille, SignatureTooTall, SignatureTooWide;
    /// The number of points of the strokes.
    StrokePoints = "stroke_points", Count, SignatureFewPoints, SignatureManyPoints;
    /// The length of the strokes over the width of the box around their points.
    StrokeLength = "stroke_length", Permille, SignatureShort, SignatureShort;
    /// The number of points with a time that is not later than the one before.
    StrokeTimes = "stroke_times", Count, SignatureTimes, SignatureTimes;
}}
