//! The photo, with marks of the face drawn over it, and the meaning of each mark.

use qujat::Language;
use qujat::checks::{PixelBox, PixelPoint};
use qujat::image::Picture;
use qujat::photo::{FaceOutline, PhotoReport};
use tiny_skia::{Path, PathBuilder, Rect};

use super::canvas::{Canvas, Colour, INK, line};
use super::font::Font;
use super::shrink::shrink;
use crate::labels::Label;

const BOX: Colour = [0, 110, 255];
const EYES: Colour = [255, 214, 0];
const HEIGHT: Colour = [255, 64, 200];
const OUTLINE: Colour = [0, 200, 170];
const CROP: Colour = [255, 120, 0];

/// The legend's height of a line and size of letters.
const STEP: f32 = 24.0;
const SIZE: f32 = 14.0;

/// One kind of mark: its meaning, colour and lines.
struct Mark {
    label: Label,
    colour: Colour,
    dash: Option<f32>,
    paths: Vec<Path>,
}

/// The photo with its marks, within these sides, and the legend for below it.
pub(super) struct Marked<'f> {
    pub(super) photo: Canvas<'f>,
    marks: Vec<Mark>,
}

impl<'f> Marked<'f> {
    /// Draws over the photo; it is shrunk to these sides, never enlarged.
    pub(super) fn new(
        picture: &Picture,
        report: &PhotoReport,
        sides: (u32, u32),
        font: &'f Font,
    ) -> Option<Marked<'f>> {
        let small = shrink(picture, sides);
        let mut photo = Canvas::of(small.width, small.height, &small.rgb, font)?;
        let scale = Scale(small.width as f32 / picture.width as f32);
        let mut marks = Vec::new();
        if let Some(crop) = report.crop {
            marks.push(Mark {
                label: Label::Crop,
                colour: CROP,
                dash: Some(9.0),
                paths: scale.rectangle(crop).into_iter().collect(),
            });
        }
        if let Some(face) = &report.face {
            marks.extend(of_face(face, scale));
        }
        for mark in &marks {
            let width = if mark.dash.is_some() { 3.2 } else { 2.2 };
            // A dark rim, so that a mark is seen on any photo.
            for path in &mark.paths {
                photo.stroke(path, width + 1.8, mark.dash, INK);
            }
            for path in &mark.paths {
                photo.stroke(path, width, mark.dash, mark.colour);
            }
        }
        Some(Marked { photo, marks })
    }

    /// The height of the legend.
    pub(super) fn legend_height(&self) -> f32 {
        self.marks.len() as f32 * STEP
    }

    /// Draws the legend, its left upper corner at this place.
    pub(super) fn legend(&self, canvas: &mut Canvas<'_>, (x, y): (f32, f32), language: Language) {
        let mut middle = y + STEP / 2.0;
        for mark in &self.marks {
            if let Some(sample) = line([(x + 2.0, middle), (x + 30.0, middle)], false) {
                canvas.stroke(&sample, 5.0, mark.dash, INK);
                canvas.stroke(&sample, 3.0, mark.dash, mark.colour);
            }
            let text = mark.label.get(language);
            canvas.text(text, SIZE, (x + 42.0, middle + SIZE * 0.36), INK);
            middle += STEP;
        }
    }
}

fn of_face(face: &FaceOutline, scale: Scale) -> [Mark; 4] {
    let FaceOutline {
        face,
        left_eye,
        right_eye,
        chin,
        crown,
        outline,
        ..
    } = face;
    let solid = |label, colour, paths: Vec<Option<Path>>| Mark {
        label,
        colour,
        dash: None,
        paths: paths.into_iter().flatten().collect(),
    };
    let (left, right) = (scale.point(*left_eye), scale.point(*right_eye));
    let apart = ((right.0 - left.0).powi(2) + (right.1 - left.1).powi(2)).sqrt();
    let radius = (apart / 12.0).clamp(3.0, 12.0);
    let eye = |(x, y): (f32, f32)| {
        let ring = PathBuilder::from_circle(x, y, radius);
        let point = line([(x, y), (x, y + 0.1)], false);
        [ring, point]
    };
    let eyes = eye(left).into_iter().chain(eye(right)).collect();
    // Bars across the line from crown to chin, as long as the eyes are apart.
    let (top, bottom) = (scale.point(*crown), scale.point(*chin));
    let (along_x, along_y) = (bottom.0 - top.0, bottom.1 - top.1);
    let length = (along_x.powi(2) + along_y.powi(2)).sqrt().max(1.0);
    let (half_x, half_y) = (
        -along_y / length * apart / 2.0,
        along_x / length * apart / 2.0,
    );
    let bar =
        |(x, y): (f32, f32)| line([(x - half_x, y - half_y), (x + half_x, y + half_y)], false);
    let around = outline.iter().map(|place| scale.point(*place));
    [
        solid(Label::FaceBox, BOX, vec![scale.rectangle(*face)]),
        solid(Label::Outline, OUTLINE, vec![line(around, true)]),
        solid(Label::Eyes, EYES, eyes),
        solid(Label::ChinAndCrown, HEIGHT, vec![bar(top), bar(bottom)]),
    ]
}

/// From the photo's pixels to those of the shrunk one.
#[derive(Clone, Copy)]
struct Scale(f32);

impl Scale {
    fn point(self, PixelPoint { x, y }: PixelPoint) -> (f32, f32) {
        (x as f32 * self.0, y as f32 * self.0)
    }

    fn rectangle(self, place: PixelBox) -> Option<Path> {
        let (left, top) = self.point(PixelPoint {
            x: place.left,
            y: place.top,
        });
        let (width, height) = self.point(PixelPoint {
            x: place.width,
            y: place.height,
        });
        let rectangle = Rect::from_xywh(left, top, width, height)?;
        Some(PathBuilder::from_rect(rectangle))
    }
}
