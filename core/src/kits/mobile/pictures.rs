//! Pictures. Each of these functions works until it is done, for milliseconds to a second: the
//! libraries for Kotlin and Swift call them off the main thread.
//!
//! The bytes are not copied here: in Kotlin they are a direct `ByteBuffer`, of which the suspend
//! functions make a copy that nobody else has.

use crate::foundation::day::Day;
use crate::pictures::image::{ImageFile, Picture};
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::SignatureReport;

use super::error::Answered;
use super::rulebook::Rulebook;
use super::strokes::Drawing;

#[uniffi::export]
impl Rulebook {
    /// Describes an image file without decoding it, and makes sure that it is whole and nothing
    /// more, under the limits of a day.
    pub fn inspect_image_blocking(&self, data: &[u8], on: Day) -> Answered<ImageFile> {
        Ok(self.core().inspect_image(data, on)?)
    }

    /// The same picture without metadata; no pixel changes.
    pub fn sanitize_image_blocking(&self, data: &[u8], on: Day) -> Answered<Vec<u8>> {
        Ok(self.core().sanitize_image(data, on)?)
    }

    /// Decodes an image file, as the checks see it: upright, transparent pixels on white.
    pub fn decode_image_blocking(&self, data: &[u8], on: Day) -> Answered<Picture> {
        Ok(self.core().decode_image(data, on)?)
    }

    /// Checks a photo under the profile of a day: the file, the picture, and the face in it. A
    /// photo that is not accepted is no error: the report lists its problems.
    pub fn check_photo_blocking(&self, data: &[u8], on: Day) -> Answered<PhotoReport> {
        Ok(self.core().check_photo(data, on)?)
    }

    /// Checks a picture of a signature: JPEG or PNG, under the limits of a day. A file that is not
    /// accepted gives a report too.
    pub fn check_signature_blocking(&self, data: &[u8], on: Day) -> Answered<SignatureReport> {
        Ok(self.core().check_signature(data, on)?)
    }

    /// The picture of a signature as the card needs it: a grey PNG. Throws its problems.
    pub fn normalise_signature_blocking(&self, data: &[u8], on: Day) -> Answered<Vec<u8>> {
        Ok(self.core().normalise_signature(data, on)?)
    }

    /// Checks a signature drawn on a screen, under the limits of a day.
    pub fn check_strokes_blocking(&self, drawing: Drawing, on: Day) -> Answered<SignatureReport> {
        let strokes = drawing.strokes()?;
        Ok(self.core().check_strokes(&strokes, on)?)
    }

    /// The drawing as the card needs it: a grey PNG. Throws its problems.
    pub fn render_strokes_blocking(&self, drawing: Drawing, on: Day) -> Answered<Vec<u8>> {
        let strokes = drawing.strokes()?;
        Ok(self.core().render_strokes(&strokes, on)?)
    }
}
