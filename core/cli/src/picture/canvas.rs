//! The canvas: shapes with smooth edges, text and symbols, as a PNG file in the end.

use qujat::checks::Verdict;
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Rect,
    Stroke, StrokeDash, Transform,
};

use super::font::Font;

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

pub(super) const WHITE: Colour = [255, 255, 255];
pub(super) const INK: Colour = [32, 33, 36];
pub(super) const GREY: Colour = [95, 99, 104];
pub(super) const LINE: Colour = [224, 226, 229];

/// The colour of a verdict, dark enough to be read on white.
pub(super) fn colour(verdict: Verdict) -> Colour {
    match verdict {
        Verdict::Pass => [24, 122, 60],
        Verdict::Warn => [166, 96, 0],
        Verdict::Fail => [190, 30, 30],
        Verdict::NotChecked => GREY,
    }
}

/// A picture while it is drawn. Places are in pixels from its left upper corner.
pub(super) struct Canvas<'f> {
    pixels: Pixmap,
    font: &'f Font,
}

impl<'f> Canvas<'f> {
    /// A canvas of one colour; `None` if a side is zero or far too long.
    pub(super) fn new(width: u32, height: u32, colour: Colour, font: &'f Font) -> Option<Self> {
        let mut pixels = Pixmap::new(width, height)?;
        let [red, green, blue] = colour;
        pixels.fill(Color::from_rgba8(red, green, blue, 255));
        Some(Canvas { pixels, font })
    }

    /// A canvas of these pixels: red, green and blue of each in turn.
    pub(super) fn of(width: u32, height: u32, rgb: &[u8], font: &'f Font) -> Option<Self> {
        let mut canvas = Canvas::new(width, height, WHITE, font)?;
        let places = canvas.pixels.data_mut().chunks_exact_mut(4);
        for (place, pixel) in places.zip(rgb.chunks_exact(3)) {
            for (to, from) in place.iter_mut().zip(pixel) {
                *to = *from;
            }
        }
        Some(canvas)
    }

    pub(super) fn size(&self) -> (f32, f32) {
        (self.pixels.width() as f32, self.pixels.height() as f32)
    }

    /// Lays another canvas on this one, its corner at this place.
    pub(super) fn lay(&mut self, other: &Canvas<'_>, x: i32, y: i32) {
        let (paint, upright) = (PixmapPaint::default(), Transform::identity());
        self.pixels
            .draw_pixmap(x, y, other.pixels.as_ref(), &paint, upright, None);
    }

    pub(super) fn rectangle(&mut self, (x, y): (f32, f32), size: (f32, f32), colour: Colour) {
        if let Some(rectangle) = Rect::from_xywh(x, y, size.0, size.1) {
            self.fill(&PathBuilder::from_rect(rectangle), colour);
        }
    }

    /// A line of text that begins at this place on its base line.
    pub(super) fn text(&mut self, text: &str, size: f32, at: (f32, f32), colour: Colour) {
        if let Some(path) = self.font.outline(text, size, at) {
            self.fill(&path, colour);
        }
    }

    pub(super) fn fill(&mut self, path: &Path, colour: Colour) {
        let (paint, upright) = (paint(colour), Transform::identity());
        self.pixels
            .fill_path(path, &paint, FillRule::Winding, upright, None);
    }

    /// A line along the path, with round ends and corners; `dash` is the length of its dashes.
    pub(super) fn stroke(&mut self, path: &Path, width: f32, dash: Option<f32>, colour: Colour) {
        let stroke = Stroke {
            width,
            line_cap: if dash.is_some() {
                LineCap::Butt
            } else {
                LineCap::Round
            },
            line_join: LineJoin::Round,
            dash: dash.and_then(|dash| StrokeDash::new(vec![dash, dash], 0.0)),
            ..Stroke::default()
        };
        self.pixels
            .stroke_path(path, &paint(colour), &stroke, Transform::identity(), None);
    }

    /// The symbol of a verdict around a place: its shape alone tells which.
    pub(super) fn symbol(&mut self, verdict: Verdict, (x, y): (f32, f32), radius: f32) {
        let at = |(right, down): (f32, f32)| (x + right * radius, y + down * radius);
        let colour = colour(verdict);
        let width = radius * 0.24;
        let circle = PathBuilder::from_circle(x, y, radius);
        let (shape, marks): (Option<Path>, Vec<Option<Path>>) = match verdict {
            Verdict::Pass => {
                let tick = [(-0.45, 0.05), (-0.12, 0.4), (0.48, -0.35)];
                (circle, vec![line(tick.map(at), false)])
            }
            Verdict::Warn => {
                let triangle = [(0.0, -1.0), (1.1, 0.9), (-1.1, 0.9)];
                let bar = [(0.0, -0.35), (0.0, 0.22)];
                let dot = [(0.0, 0.6), (0.0, 0.61)];
                let marks = vec![line(bar.map(at), false), line(dot.map(at), false)];
                (line(triangle.map(at), true), marks)
            }
            Verdict::Fail => {
                let square = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
                let cross = [
                    [(-0.42, -0.42), (0.42, 0.42)],
                    [(-0.42, 0.42), (0.42, -0.42)],
                ];
                let marks = cross.map(|stroke| line(stroke.map(at), false));
                (line(square.map(at), true), marks.to_vec())
            }
            Verdict::NotChecked => {
                let dash = [(-0.4, 0.0), (0.4, 0.0)].map(at);
                if let (Some(circle), Some(dash)) = (circle, line(dash, false)) {
                    self.stroke(&circle, width * 0.7, None, colour);
                    self.stroke(&dash, width, None, colour);
                }
                return;
            }
        };
        if let Some(shape) = shape {
            self.fill(&shape, colour);
        }
        for mark in marks.into_iter().flatten() {
            self.stroke(&mark, width, None, WHITE);
        }
    }

    /// The picture as a PNG file.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let opaque = self.pixels.data().chunks_exact(4);
        let rgb: Vec<u8> = opaque
            .flat_map(|pixel| pixel.iter().take(3))
            .copied()
            .collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.pixels.width(), self.pixels.height());
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&rgb).ok()?;
        writer.finish().ok()?;
        Some(file)
    }
}

fn paint(colour: Colour) -> Paint<'static> {
    let [red, green, blue] = colour;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint.anti_alias = true;
    paint
}

/// A line through these places; around, if it is closed.
pub(super) fn line(places: impl IntoIterator<Item = (f32, f32)>, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (x, y) in places {
        if path.is_empty() {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}
