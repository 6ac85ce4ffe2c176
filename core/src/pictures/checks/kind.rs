//! What is checked, in which unit, and which codes say that it is too low or too high.

use qujat_export::export;

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

/// Defines the kinds of checks: spelling, unit, code of too low a value, code of too high a value.
macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident = $word:literal, $unit:ident, $low:ident, $high:ident;)+) => {
        words! {
            /// What is checked.
            #[export(code)]
            CheckKind { $($(#[$meta])* $kind = $word),+ }
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

kinds! {
    /// The file: format, wholeness, limits.
    File = "file", None, ImageDamaged, ImageDamaged;
    /// Personal metadata in the file.
    Metadata = "metadata", Count, PhotoMetadata, PhotoMetadata;
    /// The shorter side against the least that is needed at 3:4.
    Resolution = "resolution", Pixels, PhotoResolution, PhotoResolution;
    /// Width over height.
    Aspect = "aspect", Permille, PhotoAspect, PhotoAspect;
    /// The JPEG quality: low if the picture was compressed strongly.
    Compression = "compression", JpegQuality, PhotoCompressed, PhotoCompressed;
    /// How many faces there are.
    FaceCount = "face_count", Count, PhotoNoFace, PhotoSeveralFaces;
    /// The distance between the centres of the eyes.
    EyeDistance = "eye_distance", Pixels, PhotoEyeDistance, PhotoEyeDistance;
    /// The width of the head over that of the picture.
    HeadWidth = "head_width", Permille, PhotoHeadTooSmall, PhotoHeadTooLarge;
    /// The height of the head, chin to crown, over that of the picture.
    HeadHeight = "head_height", Permille, PhotoHeadTooSmall, PhotoHeadTooLarge;
    /// Where the middle between the eyes is, from the left, over the width of the picture.
    FaceHorizontal = "face_horizontal", Permille, PhotoFaceLeft, PhotoFaceRight;
    /// Where the middle between the eyes is, from the top, over the height of the picture.
    FaceVertical = "face_vertical", Permille, PhotoFaceHigh, PhotoFaceLow;
    /// The tilt of the head to a shoulder.
    Roll = "roll", DegreeTenths, PhotoTilted, PhotoTilted;
    /// The turn of the head to a side; an estimate.
    Yaw = "yaw", DegreeTenths, PhotoTurned, PhotoTurned;
    /// The head raised or lowered; an estimate.
    Pitch = "pitch", DegreeTenths, PhotoNodded, PhotoNodded;
    /// The gap of the lids of the eye that is less open, over the distance from eyes to chin.
    EyesOpen = "eyes_open", Permille, PhotoEyesClosed, PhotoEyesClosed;
    /// The gap of the lips over the distance from eyes to chin.
    MouthClosed = "mouth_closed", Permille, PhotoMouthOpen, PhotoMouthOpen;
    /// The mean luminance of the face.
    Brightness = "brightness", Levels, PhotoTooDark, PhotoTooBright;
    /// The share of the face that is almost black.
    DarkShare = "dark_share", Permille, PhotoTooDark, PhotoTooDark;
    /// The share of the face that is almost white.
    BrightShare = "bright_share", Permille, PhotoTooBright, PhotoTooBright;
    /// The entropy of the luminance of the face.
    Contrast = "contrast", BitHundredths, PhotoFlat, PhotoFlat;
    /// The darker cheek's luminance over the brighter one's.
    EvenLight = "even_light", Permille, PhotoUnevenLight, PhotoUnevenLight;
    /// Which part of the detail around the eyes is fine, at a fixed size of the face.
    Sharpness = "sharpness", Permille, PhotoBlurred, PhotoBlurred;
    /// The mean gradient of the background.
    BackgroundPlain = "background_plain", LevelTenths, PhotoBackgroundBusy, PhotoBackgroundBusy;
    /// The difference between the brightest and the darkest part of the background.
    BackgroundEven = "background_even", Levels, PhotoBackgroundUneven, PhotoBackgroundUneven;
    /// The luminance of the background.
    BackgroundLight = "background_light", Levels, PhotoBackgroundDark, PhotoBackgroundDark;
    /// How far the colour of the background is from grey.
    BackgroundColour = "background_colour", LabTenths, PhotoBackgroundColoured, PhotoBackgroundColoured;
    /// How far the colour of the cheeks is from the colours of skin.
    NaturalColour = "natural_colour", LabTenths, PhotoUnnaturalColour, PhotoUnnaturalColour;
    /// How colourful the cheeks are: zero in a greyscale picture.
    Colour = "colour", LabTenths, PhotoGreyscale, PhotoGreyscale;
    /// Hair, hands or things before the face.
    Occlusion = "occlusion", None, CheckNotDone, CheckNotDone;
    /// Hats and scarves.
    HeadCovering = "head_covering", None, CheckNotDone, CheckNotDone;
    /// A neutral expression.
    Expression = "expression", None, CheckNotDone, CheckNotDone;
    /// Glasses: reflections, dark glass, frames before the eyes.
    Glasses = "glasses", None, CheckNotDone, CheckNotDone;
    /// How much darker the ink is than the paper, the light being evened out.
    SignatureContrast = "signature_contrast", Levels, SignatureBlank, SignatureBlank;
    /// The share of the picture in areas that are neither ink nor paper, as photographs have them.
    SignatureGreyAreas = "signature_grey_areas", Permille, SignaturePhoto, SignaturePhoto;
    /// How many parts of ink there are that do not touch each other.
    SignatureParts = "signature_parts", Count, SignatureBlank, SignatureText;
    /// How far the ink departs from a straight line: its spread across its main direction over that
    /// along it.
    SignatureStraightness = "signature_straightness", Permille, SignatureLine, SignatureLine;
    /// How long the ink is, in widths of the pen.
    SignatureTravel = "signature_travel", Count, SignatureBlock, SignatureBlock;
    /// The share of the picture that is ink.
    SignatureInkShare = "signature_ink_share", Permille, SignatureLittleInk, SignatureMuchInk;
    /// The width of the box around the ink over that of the picture.
    SignatureInkWidth = "signature_ink_width", Permille, SignatureNarrow, SignatureNarrow;
    /// The height of the box around the ink over that of the picture.
    SignatureInkHeight = "signature_ink_height", Permille, SignatureLow, SignatureLow;
    /// How far the ink stays away from the nearest edge of the picture, at the size of work.
    SignatureEdge = "signature_edge", Pixels, SignatureAtEdge, SignatureAtEdge;
    /// The width of the pen, the median of all ink, over the height of the picture.
    SignaturePenWidth = "signature_pen_width", Permille, SignatureThick, SignatureThick;
    /// The width of the picture.
    SignatureWidth = "signature_width", Pixels, SignatureFewPixels, SignatureFewPixels;
    /// The height of the picture.
    SignatureHeight = "signature_height", Pixels, SignatureFewPixels, SignatureFewPixels;
    /// The width of the picture over its height.
    SignatureAspect = "signature_aspect", Permille, SignatureTooTall, SignatureTooWide;
    /// How many points the strokes of the pen have.
    StrokePoints = "stroke_points", Count, SignatureFewPoints, SignatureManyPoints;
    /// The length of the strokes over the width of the box around their points.
    StrokeLength = "stroke_length", Permille, SignatureShort, SignatureShort;
    /// How many points have a time that is not later than the one before.
    StrokeTimes = "stroke_times", Count, SignatureTimes, SignatureTimes;
}
