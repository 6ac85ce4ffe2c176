//! Questions about pictures: image files, photos, signature samples.

use crate::foundation::day::Day;
use crate::foundation::problem::{Error, Reason};
use crate::pictures::image::{self, ImageFile, ImageLimits, Picture};
use crate::pictures::photo::{self, PhotoProfile, PhotoReport};
use crate::pictures::signature::{self, SignatureReport, SignatureRules, Strokes};
use crate::rulebook::Rulebook;

/// Image files.
impl Rulebook {
    /// Describes an image file without decoding it, and makes sure that it is whole and nothing
    /// more, under the limits of a day. `docs/biometrics.md` describes the accepted files.
    ///
    /// # Errors
    /// A code of the area `image`: `IMAGE_FORMAT` for a format that is not accepted,
    /// `IMAGE_TOO_LARGE`, `IMAGE_CUT`, `IMAGE_TRAILING_DATA`, …; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let bytes = include_bytes!("../../../vectors/images/signatures/signature-1.png");
    /// let file = rules.inspect_image(bytes, Day::parse("2026-02-10")?)?;
    /// assert_eq!(file.format.as_str(), "png");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn inspect_image(&self, bytes: &[u8], on: Day) -> Result<ImageFile, Error> {
        Ok(image::inspect(bytes, self.image_limits(on)?)?)
    }

    /// The same picture without metadata. The compressed data are copied as they are, so that no
    /// pixel changes; of the metadata only the orientation and a colour profile other than sRGB
    /// remain. A file that was sanitised comes back with the same bytes.
    ///
    /// # Errors
    /// Those of [`Rulebook::inspect_image`].
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let bytes = include_bytes!("../../../vectors/images/signatures/signature-2.jpg");
    /// let on = Day::parse("2026-02-10")?;
    /// let clean = rules.sanitize_image(bytes, on)?;
    /// assert!(rules.inspect_image(&clean, on)?.personal.is_empty());
    /// assert_eq!(rules.sanitize_image(&clean, on)?, clean);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn sanitize_image(&self, bytes: &[u8], on: Day) -> Result<Vec<u8>, Error> {
        Ok(image::sanitize(bytes, self.image_limits(on)?)?)
    }

    /// Decodes an image file, as the checks see it: upright by its EXIF orientation, transparent
    /// pixels on white, the samples the same on every platform.
    ///
    /// # Errors
    /// Those of [`Rulebook::inspect_image`].
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let bytes = include_bytes!("../../../vectors/images/signatures/signature-1.png");
    /// let on = Day::parse("2026-02-10")?;
    /// let (file, picture) = (rules.inspect_image(bytes, on)?, rules.decode_image(bytes, on)?);
    /// assert_eq!((picture.width, picture.height), (file.width, file.height));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn decode_image(&self, bytes: &[u8], on: Day) -> Result<Picture, Error> {
        let (_, raster) = image::open(bytes, self.image_limits(on)?)?;
        Ok(raster.into())
    }
}

/// Photos and signature samples.
impl Rulebook {
    /// Checks a photo under the profile of a day: the file, the picture, and the face in it.
    ///
    /// A photo that is not accepted is no error: the report lists its problems. The same bytes get
    /// the same report on every platform.
    ///
    /// ```
    /// use qujat::checks::{CheckKind, Verdict};
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let report = rules.check_photo(b"GIF89a", Day::parse("2026-02-10")?)?;
    /// assert_eq!(report.verdict, Verdict::Fail);
    /// assert_eq!(report.checks[0].kind, CheckKind::File);
    /// assert_eq!(report.checks[0].reason.code.as_str(), "IMAGE_FORMAT");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no limits of image files or no profile for that day.
    pub fn check_photo(&self, bytes: &[u8], on: Day) -> Result<PhotoReport, Error> {
        let (limits, profile) = (self.image_limits(on)?, self.photo_profile(on)?);
        Ok(photo::check(bytes, limits, profile, self.name()))
    }

    /// Checks a picture of a signature: JPEG or PNG, under the limits of a day.
    ///
    /// A file that is not accepted gives a report too: its check `file` says why, and nothing else
    /// was checked. Transparent pixels are laid on white first. Reports on files with the same
    /// pixels differ in `file` alone.
    ///
    /// ```
    /// use qujat::checks::Verdict;
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let report = rules.check_signature(b"<svg/>", Day::parse("2026-02-10")?)?;
    /// assert_eq!(report.verdict, Verdict::Fail);
    /// assert_eq!(report.checks[0].reason.code.as_str(), "IMAGE_FORMAT");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no limits for that day.
    pub fn check_signature(&self, bytes: &[u8], on: Day) -> Result<SignatureReport, Error> {
        let (limits, rules) = (self.image_limits(on)?, self.signature_rules(on)?);
        Ok(signature::check(bytes, limits, rules, self.name()).0)
    }

    /// The picture of a signature as the card needs it: the ink cropped and centred on a white
    /// background, as a grey PNG of the size that the rulebook gives. The same bytes on every
    /// platform; a picture that is already of this form comes back with the same pixels.
    ///
    /// # Errors
    /// The problems that [`Rulebook::check_signature`] finds in the picture, or in the normalised
    /// one; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let bytes = include_bytes!("../../../vectors/images/signatures/signature-1.png");
    /// let on = Day::parse("2026-02-10")?;
    /// let card = rules.normalise_signature(bytes, on)?;
    /// assert_eq!(rules.inspect_image(&card, on)?.format.as_str(), "png");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn normalise_signature(&self, bytes: &[u8], on: Day) -> Result<Vec<u8>, Error> {
        let (limits, rules) = (self.image_limits(on)?, self.signature_rules(on)?);
        signature::normalise(bytes, limits, rules, self.name())
    }

    /// Checks the strokes of a pen under the limits of a day.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no limits for that day.
    ///
    /// ```
    /// use qujat::signature::Strokes;
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let strokes = Strokes::from_json(include_bytes!("../../../../examples/data/strokes.json"))?;
    /// let report = rules.check_strokes(&strokes, Day::parse("2026-02-10")?)?;
    /// assert_eq!(report.verdict.as_str(), "pass");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn check_strokes(&self, strokes: &Strokes, on: Day) -> Result<SignatureReport, Error> {
        let rules = self.signature_rules(on)?;
        Ok(signature::check_strokes(strokes, rules, self.name()))
    }

    /// Draws the strokes of a pen as [`Rulebook::normalise_signature`] gives pictures.
    ///
    /// # Errors
    /// The problems that [`Rulebook::check_strokes`] finds, or those of the drawing; `NOT_COVERED`.
    ///
    /// ```
    /// use qujat::signature::Strokes;
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let strokes = Strokes::from_json(include_bytes!("../../../../examples/data/strokes.json"))?;
    /// let on = Day::parse("2026-02-10")?;
    /// let card = rules.render_strokes(&strokes, on)?;
    /// assert_eq!(rules.inspect_image(&card, on)?.format.as_str(), "png");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn render_strokes(&self, strokes: &Strokes, on: Day) -> Result<Vec<u8>, Error> {
        signature::render(strokes, self.signature_rules(on)?, self.name())
    }

    fn image_limits(&self, on: Day) -> Result<&ImageLimits, Reason> {
        self.fields.image.on(on)
    }

    fn photo_profile(&self, on: Day) -> Result<&PhotoProfile, Reason> {
        self.fields.photo.on(on)
    }

    fn signature_rules(&self, on: Day) -> Result<&SignatureRules, Reason> {
        self.fields.signature.on(on)
    }
}
