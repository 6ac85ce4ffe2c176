//! A signature as a screen gives it.

use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Error, Reason};
use crate::pictures::signature::Strokes;

use super::error::Answered;

/// A point of a stroke.
// A signature is biometric data.
#[export(record, private, mobile)]
#[derive(serde::Deserialize, serde::Serialize)]
pub struct PenPoint {
    /// From the left of the canvas, in any unit.
    pub x: f64,
    /// From the top of the canvas.
    pub y: f64,
    /// Milliseconds since whenever, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub t: Option<f64>,
}

/// A signature that was drawn: the strokes of a pen or a finger on a canvas.
#[export(record, private, mobile)]
#[derive(serde::Deserialize, serde::Serialize)]
pub struct Drawing {
    /// The width of the canvas, in the unit of the points.
    pub width: f64,
    /// The height of the canvas.
    pub height: f64,
    /// The points of each stroke, from pen down to pen up.
    pub strokes: Vec<Vec<PenPoint>>,
}

impl Drawing {
    /// The strokes that the core checks; values that are no numbers are refused as JSON refuses
    /// them.
    pub(super) fn strokes(&self) -> Result<Strokes, Error> {
        Strokes::from_canonical(serde_json::to_string(self).unwrap_or_default().as_bytes())
    }
}

/// Reads a drawing from JSON of at most 1 MiB:
/// `{"width": 600, "height": 200, "strokes": [[{"x": 10.5, "y": 20, "t": 0}, …], …]}`.
/// Coordinates are rounded to 64ths.
#[uniffi::export]
pub fn read_drawing(json: String) -> Answered<Drawing> {
    let strokes = Strokes::from_json(json.as_bytes())?;
    let drawing = serde_json::to_value(&strokes).and_then(serde_json::from_value);
    Ok(drawing.map_err(|_| Reason::new(Code::JsonSyntax))?)
}
