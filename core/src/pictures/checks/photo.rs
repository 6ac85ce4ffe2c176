//! The table of the checks of a photo: each has one row.
//!
//! The vocabulary of checks, the limits in the rulebook and the report are made from it, so that a
//! new check is a new row, and a code with its texts.

/// Calls the macro `$then` with all rows, in the order of a report, and with the tokens in braces
/// after them.
///
/// A row begins with the columns of every check: kind, spelling, unit, and the codes of a figure that
/// is too low or too high. The subject follows:
/// - `File`: the file, which is accepted or refused;
/// - `Picture`: the picture as a whole, of which the file tells;
/// - `Faces`: the number of faces;
/// - `Face`: the only face; without it the check is not done;
/// - `Person`: a person has to face.
///
/// The measure stands in brackets and gives `None` where there is nothing to measure. The last column
/// is the field of the rulebook's limits. Measures see the names of `photo::table`, where they are
/// compiled.
macro_rules! photo_checks {
    ($then:ident { $($more:tt)* }) => { $then! {
        /// The file: format, wholeness, limits.
        File = "file", None, ImageDamaged, ImageDamaged, File;
        /// Personal metadata in the file.
        Metadata = "metadata", Count, PhotoMetadata, PhotoMetadata,
            Picture(|file| Some(whole(file.personal.len()))),
            /// The kinds of personal metadata in the file.
            metadata;
        /// The shorter side against the least that is needed at 3:4.
        Resolution = "resolution", Pixels, PhotoResolution, PhotoResolution,
            Picture(|file| Some(width_at_3_to_4(file))),
            /// The width of the largest part at 3:4, in pixels.
            resolution;
        /// Width over height.
        Aspect = "aspect", Permille, PhotoAspect, PhotoAspect,
            Picture(|file| Some(share(file.width.into(), file.height.into()))),
            /// Width over height, in thousandths.
            aspect;
        /// The JPEG quality: low if the picture was compressed strongly.
        Compression = "compression", JpegQuality, PhotoCompressed, PhotoCompressed,
            Picture(|file| file.quality.map(whole)),
            /// The JPEG quality, 1 to 100.
            compression;
        /// The number of faces.
        FaceCount = "face_count", Count, PhotoNoFace, PhotoSeveralFaces,
            Faces(|count| Some(count)),
            /// The number of faces.
            face_count;
        /// The distance between the centres of the eyes.
        EyeDistance = "eye_distance", Pixels, PhotoEyeDistance, PhotoEyeDistance,
            Face(|face| Some((face.points.eye_distance() + UNIT / 2) / UNIT)),
            /// Between the centres of the eyes, in pixels.
            eye_distance;
        /// The width of the head over that of the picture.
        HeadWidth = "head_width", Permille, PhotoHeadTooSmall, PhotoHeadTooLarge,
            Face(|face| Some(face.of_width(face.points.head_width()))),
            /// Of the width of the picture, in thousandths.
            head_width;
        /// The height of the head, chin to crown, over that of the picture.
        HeadHeight = "head_height", Permille, PhotoHeadTooSmall, PhotoHeadTooLarge,
            Face(|face| Some(face.of_height(face.crown().distance(face.points.chin)))),
            /// Chin to crown, of the height of the picture, in thousandths.
            head_height;
        /// The place of the middle between the eyes, from the left, over the width of the picture.
        FaceHorizontal = "face_horizontal", Permille, PhotoFaceLeft, PhotoFaceRight,
            Face(|face| Some(face.of_width(face.points.eyes().x))),
            /// The middle between the eyes from the left, in thousandths of the width.
            face_horizontal;
        /// The place of the middle between the eyes, from the top, over the height of the picture.
        FaceVertical = "face_vertical", Permille, PhotoFaceHigh, PhotoFaceLow,
            Face(|face| Some(face.of_height(face.points.eyes().y))),
            /// The middle between the eyes from the top, in thousandths of the height.
            face_vertical;
        /// The tilt of the head to a shoulder.
        Roll = "roll", DegreeTenths, PhotoTilted, PhotoTilted,
            Face(|face| Some(face.points.roll())),
            /// In tenths of a degree.
            roll;
        /// The turn of the head to a side; an estimate.
        Yaw = "yaw", DegreeTenths, PhotoTurned, PhotoTurned,
            Face(|face| Some(face.points.yaw())),
            /// In tenths of a degree.
            yaw;
        /// The head raised or lowered; an estimate.
        Pitch = "pitch", DegreeTenths, PhotoNodded, PhotoNodded,
            Face(|face| Some(face.points.pitch() - face.measuring().level_pitch)),
            /// In tenths of a degree.
            pitch;
        /// The gap of the lids of the eye that is less open, over the distance from eyes to chin.
        EyesOpen = "eyes_open", Permille, PhotoEyesClosed, PhotoEyesClosed,
            Face(|face| Some(face.points.eye_gap())),
            /// The gap of the lids over the distance from eyes to chin, in thousandths.
            eyes_open;
        /// The gap of the lips over the distance from eyes to chin.
        MouthClosed = "mouth_closed", Permille, PhotoMouthOpen, PhotoMouthOpen,
            Face(|face| Some(face.points.lip_gap())),
            /// The gap of the lips over the distance from eyes to chin, in thousandths.
            mouth_closed;
        /// The mean luminance of the face.
        Brightness = "brightness", Levels, PhotoTooDark, PhotoTooBright,
            Face(|face| face.light.mean()),
            /// The mean luminance of the face, 0 to 255.
            brightness;
        /// The share of the face that is almost black.
        DarkShare = "dark_share", Permille, PhotoTooDark, PhotoTooDark,
            Face(|face| Some(face.light.share(0..=face.measuring().dark_up_to))),
            /// The almost black part of the face, in thousandths.
            dark_share;
        /// The share of the face that is almost white.
        BrightShare = "bright_share", Permille, PhotoTooBright, PhotoTooBright,
            Face(|face| Some(face.light.share(face.measuring().bright_from..=255))),
            /// The almost white part of the face, in thousandths.
            bright_share;
        /// The entropy of the luminance of the face.
        Contrast = "contrast", BitHundredths, PhotoFlat, PhotoFlat,
            Face(|face| Some(face.light.entropy())),
            /// The entropy of the face's luminance, in hundredths of a bit.
            contrast;
        /// The darker cheek's luminance over the brighter one's.
        EvenLight = "even_light", Permille, PhotoUnevenLight, PhotoUnevenLight,
            Face(|face| face.evenness()),
            /// The darker cheek over the brighter one, in thousandths.
            even_light;
        /// The part of the detail around the eyes that is fine, at a fixed size of the face.
        Sharpness = "sharpness", Permille, PhotoBlurred, PhotoBlurred,
            Face(|face| face.sharpness()),
            /// The fine part of the detail around the eyes, in thousandths.
            sharpness;
        /// The mean gradient of the background.
        BackgroundPlain = "background_plain", LevelTenths, PhotoBackgroundBusy, PhotoBackgroundBusy,
            Face(|face| Some(face.background?.gradient)),
            /// The mean difference between neighbours, in tenths of a level.
            background_plain;
        /// The difference between the brightest and the darkest part of the background.
        BackgroundEven = "background_even", Levels, PhotoBackgroundUneven, PhotoBackgroundUneven,
            Face(|face| Some(face.background?.range)),
            /// The difference between the brightest and the darkest part, in levels.
            background_even;
        /// The luminance of the background.
        BackgroundLight = "background_light", Levels, PhotoBackgroundDark, PhotoBackgroundDark,
            Face(|face| Some(face.background?.level)),
            /// The mean luminance, 0 to 255.
            background_light;
        /// The distance of the background's colour from grey.
        BackgroundColour = "background_colour", LabTenths,
            PhotoBackgroundColoured, PhotoBackgroundColoured,
            Face(|face| Some(face.background?.chroma)),
            /// The chroma, in tenths of a unit of CIELAB.
            background_colour;
        /// The distance of the cheeks' colour from the colours of skin.
        NaturalColour = "natural_colour", LabTenths, PhotoUnnaturalColour, PhotoUnnaturalColour,
            Face(|face| Some(face.cheeks()?.off_skin(&face.measuring().skin))),
            /// The distance of the cheeks from the colours of skin, in tenths of a unit of CIELAB.
            natural_colour;
        /// The colourfulness of the cheeks: zero in a greyscale picture.
        Colour = "colour", LabTenths, PhotoGreyscale, PhotoGreyscale,
            Face(|face| Some(face.cheeks()?.chroma())),
            /// The chroma of the cheeks, in tenths of a unit of CIELAB.
            colour;
        /// Hair, hands or things before the face.
        Occlusion = "occlusion", None, CheckNotDone, CheckNotDone, Person;
        /// Hats and scarves.
        HeadCovering = "head_covering", None, CheckNotDone, CheckNotDone, Person;
        /// A neutral expression.
        Expression = "expression", None, CheckNotDone, CheckNotDone, Person;
        /// Glasses: reflections, dark glass, frames before the eyes.
        Glasses = "glasses", None, CheckNotDone, CheckNotDone, Person;
        $($more)*
    }};
}
pub(crate) use photo_checks;
