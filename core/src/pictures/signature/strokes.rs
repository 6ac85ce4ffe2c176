//! The strokes of a pen on a screen.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most 2^21 in 64ths, and a file of 1 MiB has at most 2^17 points: \
              lengths stay below 2^40, times below 2^60"
)]

use qujat_export::export;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct, Serializer};

use crate::foundation::catalogue::Code;
use crate::foundation::json::{Fields, FromJson, Json, Place, read, wrong_type};
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;

/// The largest text, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// The longest canonical text of strokes that were read: see [`Strokes::from_canonical`].
#[cfg(any(test, feature = "python", feature = "mobile"))]
const MAX_CANONICAL_BYTES: usize = MAX_BYTES * 8;

/// The farthest coordinate on both sides of zero.
const FARTHEST: i32 = 32_768;

/// The longest side of a canvas.
const MAX_SIDE: i32 = 16_384;

/// The latest time, in milliseconds; instants since 1970 fit until the year 5138.
const LATEST: i64 = 100_000_000_000_000;

/// A signature as it was drawn: the strokes of a pen or a finger on a canvas.
// A signature is biometric data.
#[export(class, private, own_json)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Strokes {
    /// In 64ths of a unit.
    width: i32,
    height: i32,
    strokes: Vec<Vec<StrokePoint>>,
}

/// A point of a stroke.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct StrokePoint {
    /// In 64ths of a unit, from the left.
    pub(super) x: i32,
    /// In 64ths of a unit, from the top.
    pub(super) y: i32,
    /// In 1024ths of a millisecond.
    time: Option<i64>,
}

impl Strokes {
    /// Reads strokes from JSON of at most 1 MiB:
    /// `{"width": 600, "height": 200, "strokes": [[{"x": 10.5, "y": 20, "t": 0}, …], …]}`.
    ///
    /// `width` and `height` are those of the canvas, from 1 to 16384 of any unit; `x` and `y` are
    /// counted from its upper left corner, from -32768 to 32768 (a pen may leave the canvas); they
    /// are rounded to 64ths. `t` is optional: milliseconds since whenever, 0 to 10^14.
    ///
    /// # Errors
    /// `JSON_TOO_LARGE`, `JSON_SYNTAX`, … for the text, `MISSING_FIELD`, `WRONG_TYPE`,
    /// `NUMBER_RANGE`, … with the place of each problem.
    ///
    /// ```
    /// use qujat::signature::Strokes;
    /// let text = br#"{"width": 600, "height": 200, "strokes": [[{"x": 1, "y": 2.5}]]}"#;
    /// assert_eq!(Strokes::from_json(text)?.point_count(), 1);
    /// assert!(Strokes::from_json(b"{}").is_err());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Strokes, Error> {
        read(bytes, MAX_BYTES)
    }

    /// Reads the canonical JSON of strokes back, which can be longer than the text that they were read
    /// from: a point takes at least 13 bytes there, and at most 75 here.
    #[cfg(any(test, feature = "python", feature = "mobile"))]
    pub(crate) fn from_canonical(bytes: &[u8]) -> Result<Strokes, Error> {
        read(bytes, MAX_CANONICAL_BYTES)
    }

    /// The number of strokes with at least one point.
    #[must_use]
    pub fn stroke_count(&self) -> u32 {
        let drawn = self.strokes.iter().filter(|stroke| !stroke.is_empty());
        u32::try_from(drawn.count()).unwrap_or(u32::MAX)
    }

    /// The number of points of all strokes.
    #[must_use]
    pub fn point_count(&self) -> u32 {
        u32::try_from(self.points().count()).unwrap_or(u32::MAX)
    }

    /// The strokes that have points.
    pub(super) fn drawn(&self) -> impl Iterator<Item = &[StrokePoint]> {
        let strokes = self.strokes.iter().map(Vec::as_slice);
        strokes.filter(|stroke| !stroke.is_empty())
    }

    fn points(&self) -> impl Iterator<Item = &StrokePoint> {
        self.strokes.iter().flatten()
    }

    /// The sides of the canvas, in 64ths of a unit.
    pub(super) const fn sides(&self) -> (i32, i32) {
        (self.width, self.height)
    }

    /// The sides of the canvas in whole units, rounded up.
    pub(super) fn canvas(&self) -> (u32, u32) {
        let whole = |side: i32| u32::try_from(side).unwrap_or(64).div_ceil(64);
        (whole(self.width), whole(self.height))
    }

    /// The smallest and the largest coordinates of all points, in 64ths.
    pub(super) fn bounds(&self) -> Option<(StrokePoint, StrokePoint)> {
        let first = *self.points().next()?;
        Some(self.points().fold((first, first), |(low, high), point| {
            let least = StrokePoint {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
                time: None,
            };
            let most = StrokePoint {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
                time: None,
            };
            (least, most)
        }))
    }

    /// `true` if a point lies outside the canvas.
    pub(super) fn leave_canvas(&self) -> bool {
        let inside = |point: &StrokePoint| {
            (0..=self.width).contains(&point.x) && (0..=self.height).contains(&point.y)
        };
        !self.points().all(inside)
    }

    /// The length of all strokes over the width of the box around them, in thousandths, rounded
    /// down; of upright strokes without any width the largest number.
    pub(super) fn length(&self) -> i32 {
        let steps = self.strokes.iter().flat_map(|stroke| stroke.windows(2));
        let length = |step: &[StrokePoint]| match step {
            [from, to] => {
                let (x, y) = (i64::from(to.x - from.x), i64::from(to.y - from.y));
                (x * x + y * y).isqrt()
            }
            _ => 0,
        };
        let total: i64 = steps.map(length).sum();
        let width = self
            .bounds()
            .map_or(0, |(low, high)| i64::from(high.x - low.x));
        match (1000 * total).checked_div(width) {
            Some(ratio) => i32::try_from(ratio).unwrap_or(i32::MAX),
            None if total == 0 => 0,
            None => i32::MAX,
        }
    }

    /// The number of points with a time that is not later than the last one given before; `None` if
    /// no point has a time.
    pub(super) fn times_not_later(&self) -> Option<u32> {
        let mut times = self.points().filter_map(|point| point.time);
        let mut last = times.next()?;
        let mut wrong = 0;
        for time in times {
            wrong += u32::from(time <= last);
            last = time;
        }
        Some(wrong)
    }
}

/// In the form that [`Strokes::from_json`] reads; the same numbers, since they are whole numbers of
/// powers of two. The text is biometric data.
impl Serialize for Strokes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Strokes", 3)?;
        fields.serialize_field("width", &Parts(self.width.into(), 64))?;
        fields.serialize_field("height", &Parts(self.height.into(), 64))?;
        fields.serialize_field("strokes", &self.strokes)?;
        fields.end()
    }
}

impl Serialize for StrokePoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("x", &Parts(self.x.into(), 64))?;
        fields.serialize_entry("y", &Parts(self.y.into(), 64))?;
        if let Some(time) = self.time {
            fields.serialize_entry("t", &Parts(time, 1024))?;
        }
        fields.end()
    }
}

/// So many parts, of which this many make a whole: written as a whole number where it is one.
struct Parts(i64, i32);

impl Serialize for Parts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Parts(parts, of) = *self;
        match parts.checked_rem(of.into()) {
            Some(0) => serializer.serialize_i64(parts / i64::from(of)),
            _ => serializer.serialize_f64(float(parts) / f64::from(of)),
        }
    }
}

impl FromJson for Strokes {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let known = ["width", "height", "strokes"];
        let fields = Fields::new(json, &known, at, problems)?;
        let side = |name: &str, problems: &mut Problems| {
            let json = field(&fields, name, at, problems)?;
            let value = number(json, (1, MAX_SIDE.into()), at.field(name), problems)?;
            Some(scaled(value, 64.0))
        };
        let (width, height) = (side("width", problems), side("height", problems));
        let strokes = field(&fields, "strokes", at, problems);
        let strokes =
            strokes.and_then(|json| FromJson::from_json(json, at.field("strokes"), problems));
        Some(Strokes {
            width: i32::try_from(width?).ok()?,
            height: i32::try_from(height?).ok()?,
            strokes: strokes?,
        })
    }
}

impl FromJson for StrokePoint {
    /// A stroke has at most so many points: more than the text has room for.
    const MOST: usize = 100_000;

    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::new(json, &["x", "y", "t"], at, problems)?;
        let bounds = (i64::from(-FARTHEST), i64::from(FARTHEST));
        let coordinate = |name: &str, problems: &mut Problems| {
            let json = field(&fields, name, at, problems)?;
            let value = number(json, bounds, at.field(name), problems)?;
            i32::try_from(scaled(value, 64.0)).ok()
        };
        let (x, y) = (coordinate("x", problems), coordinate("y", problems));
        let time = match fields.value("t") {
            Some(json) => {
                let value = number(json, (0, LATEST), at.field("t"), problems);
                Some(scaled(value?, 1024.0))
            }
            None => None,
        };
        Some(StrokePoint { x: x?, y: y?, time })
    }
}

/// The value of a field that must be there.
fn field<'j, 'a>(
    fields: &Fields<'j, 'a>,
    name: &str,
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<&'j Json<'a>> {
    let value = fields.value(name);
    if value.is_none() {
        problems.push(Reason::new(Code::MissingField).at(at.field(name).pointer()));
    }
    value
}

/// A number within these bounds, both inclusive.
fn number(
    json: &Json<'_>,
    bounds: (i64, i64),
    at: Place<'_>,
    problems: &mut Problems,
) -> Option<f64> {
    let (min, max) = bounds;
    let value = match json {
        Json::Float(value) => Some(*value),
        // The bounds are exact as floating-point numbers; whole numbers beyond them need not be.
        Json::Int(value) => Some(float(
            (*value).clamp(min.saturating_sub(1), max.saturating_add(1)),
        )),
        _ => None,
    };
    let Some(value) = value else {
        problems.push(wrong_type(json, "number", at));
        return None;
    };
    if (float(min)..=float(max)).contains(&value) {
        return Some(value);
    }
    let reason = Reason::new(Code::NumberRange)
        .with("min", min)
        .with("max", max);
    problems.push(reason.at(at.pointer()));
    None
}

#[expect(
    clippy::cast_precision_loss,
    reason = "bounds are at most 10^14 + 1, far below 2^53; parts were scaled from a floating-point \
              number, of whose 53 bits they have no more"
)]
const fn float(whole: i64) -> f64 {
    whole as f64
}

/// A number in parts of a power of two, rounded to the nearest: exact on every machine.
#[expect(
    clippy::cast_possible_truncation,
    reason = "at most 10^14 x 1024, below 2^57; `as` saturates anyway"
)]
fn scaled(value: f64, parts: f64) -> i64 {
    libm::round(value * parts) as i64
}
