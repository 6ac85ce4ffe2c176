//! The normalised picture: the ink centred on white, at a fixed size.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "products of at most three sides of 16 bits, and of coordinates of 22 bits with sides \
              of 640 pixels in 64ths"
)]

use super::drawing::{Drawing, Pen};
use super::measures::Sheet;
use super::rules::SignatureRules;
use super::strokes::Strokes;
use crate::pictures::checks::PixelBox;
use crate::pictures::image::{Plane, Raster};

/// Pixels farther from all ink than this are paper.
const REACH: u32 = 2;

/// A pixel in the unit of drawings.
const PIXEL: i64 = 64;

/// The normalised form of a picture whose ink lies in this box. `None` if there is no ink.
pub(super) fn of_picture(raster: &Raster, ink: PixelBox, rules: &SignatureRules) -> Option<Plane> {
    if is_normal(raster, rules) {
        return Some(raster.luma());
    }
    // With paper around the ink, so that the light can be evened out.
    let around = ink.width.max(ink.height) / 20 + 3;
    let (left, top) = (ink.left - around, ink.top - around);
    let (right, bottom) = (ink.left + ink.width + around, ink.top + ink.height + around);
    let inside = |place: i32| u32::try_from(place).unwrap_or_default();
    let (x, y) = (inside(left), inside(top));
    let part = raster.crop(x, y, inside(right) - x, inside(bottom) - y)?;
    let part = part.luma();
    let small = part.shrink(rules.working_side, rules.working_side);
    let rows = raster.height() * small.height() / part.height();
    let sheet = Sheet::of(&small, rows, rules);
    let bounds = sheet.ink.bounds()?;
    let (left, top) = (
        bounds.left.saturating_sub(REACH),
        bounds.top.saturating_sub(REACH),
    );
    let (right, bottom) = (bounds.right + REACH + 1, bounds.bottom + REACH + 1);
    let clean = cleaned(&sheet)?.crop(left, top, right - left, bottom - top)?;
    let (width, height) = room(rules);
    // The pen, not the room, may say how far the ink can be enlarged.
    let limit = |side: u32, room: u32| {
        let pen = u64::from(1000 * sheet.ink.pen().max(1));
        let widest = u64::from(side * rules.thickest_pen) * u64::from(rules.normal_height) / pen;
        u32::try_from(widest).unwrap_or(room).clamp(1, room)
    };
    let size = (limit(clean.width(), width), limit(clean.height(), height));
    centred(&resized(&clean, size), rules)
}

/// Strokes drawn in the normalised form. `None` without any strokes.
pub(super) fn of_strokes(strokes: &Strokes, rules: &SignatureRules) -> Option<Plane> {
    let (low, high) = strokes.bounds()?;
    let pen = i64::from(rules.normal_pen * rules.normal_height) * PIXEL / 1000;
    let (width, height) = room(rules);
    let room = (
        i64::from(width) * PIXEL - pen,
        i64::from(height) * PIXEL - pen,
    );
    let size = (i64::from(high.x - low.x), i64::from(high.y - low.y));
    // Scaled by the fraction `over / under`, that of the side that fills its room first.
    let wide = size.0 * room.1 >= size.1 * room.0;
    let (over, under) = if wide {
        (room.0, size.0)
    } else {
        (room.1, size.1)
    };
    let (over, under) = (over.max(1), under.max(1));
    let middle = |side: u32, low: i32, high: i32| {
        i64::from(side) * PIXEL / 2 - i64::from(low + high) * over / (2 * under)
    };
    let (x, y) = (
        middle(rules.normal_width, low.x, high.x),
        middle(rules.normal_height, low.y, high.y),
    );
    let place = |at: i32, offset: i64| i64::from(at) * over / under + offset;
    let sheet = Drawing::new(rules.normal_width, rules.normal_height);
    draw(sheet, strokes, pen / 2, |at| {
        (place(at.0, x), place(at.1, y))
    })
}

/// Strokes drawn where they are on their canvas, at the size of work, with a pen as wide as it is
/// in the normalised picture. `None` without any strokes.
pub(super) fn on_canvas(strokes: &Strokes, rules: &SignatureRules) -> Option<Plane> {
    strokes.bounds()?;
    let (across, down) = strokes.sides();
    let (across, down) = (i64::from(across).max(1), i64::from(down).max(1));
    let side = i64::from(rules.working_side);
    let longer = across.max(down);
    let pixels = |length: i64| u32::try_from(length * side / longer).unwrap_or(1).max(1);
    let (width, height) = (pixels(across), pixels(down));
    // The part of the canvas that has the proportions of the normalised picture.
    let fitting = (width * rules.normal_height / rules.normal_width).min(height);
    let pen = i64::from(rules.normal_pen * fitting) * PIXEL / 1000;
    let sheet = Drawing::new(width, height);
    draw(sheet, strokes, pen / 2, |at| {
        let place = |at: i32| i64::from(at) * side * PIXEL / longer;
        (place(at.0), place(at.1))
    })
}

/// Draws all strokes; a single point is a dot.
fn draw(
    mut sheet: Drawing,
    strokes: &Strokes,
    radius: i64,
    place: impl Fn((i32, i32)) -> (i64, i64),
) -> Option<Plane> {
    let pen = Pen::new(radius);
    for stroke in strokes.drawn() {
        let mut spots = stroke.iter().map(|point| place((point.x, point.y)));
        let mut from = spots.next()?;
        sheet.line(from, from, &pen);
        for to in spots {
            sheet.line(from, to, &pen);
            from = to;
        }
    }
    sheet.plane()
}

/// `true` if a picture is already normalised: of this size, grey, and white on the margins.
fn is_normal(raster: &Raster, rules: &SignatureRules) -> bool {
    let (width, height) = (rules.normal_width, rules.normal_height);
    if (raster.width(), raster.height()) != (width, height) {
        return false;
    }
    let margin = rules.normal_margin;
    let inside = |place: u32, side: u32| place >= margin && place < side.saturating_sub(margin);
    (0..height).all(|y| {
        let pixels = raster.row(y).chunks_exact(3);
        (0..).zip(pixels).all(|(x, pixel)| match *pixel {
            [red, green, blue] => {
                let grey = red == green && green == blue;
                grey && (red == u8::MAX || inside(x, width) && inside(y, height))
            }
            _ => false,
        })
    })
}

/// The room for the ink within the margins.
fn room(rules: &SignatureRules) -> (u32, u32) {
    let margins = 2 * rules.normal_margin;
    let inner = |side: u32| side.saturating_sub(margins).max(1);
    (inner(rules.normal_width), inner(rules.normal_height))
}

/// The paper white, the ink black, and the levels between them in proportion; specks are gone.
fn cleaned(sheet: &Sheet) -> Option<Plane> {
    let (black, white) = (u32::from(sheet.split.dark), u32::from(sheet.split.white()));
    let near = sheet.ink.near(REACH as usize);
    let levels = sheet.even.values().iter().zip(near);
    let clean = levels.map(|(value, near)| {
        let above = u32::from(*value).saturating_sub(black) * 255;
        let level = above
            .checked_div(white.saturating_sub(black))
            .unwrap_or(255);
        if near {
            u8::try_from(level).unwrap_or(u8::MAX)
        } else {
            u8::MAX
        }
    });
    Plane::new(sheet.even.width(), sheet.even.height(), clean.collect())
}

/// The plane as large as it fits into this size, its aspect kept.
fn resized(plane: &Plane, max: (u32, u32)) -> Plane {
    if plane.width() >= max.0 || plane.height() >= max.1 {
        return plane.shrink(max.0, max.1);
    }
    let (width, height) = (plane.width(), plane.height());
    let size = if width * max.1 >= height * max.0 {
        (max.0, (height * max.0 / width).max(1))
    } else {
        ((width * max.1 / height).max(1), max.1)
    };
    let (across, down) = (blends(width, size.0), blends(height, size.1));
    let whole = 4 * u64::from(size.0) * u64::from(size.1);
    let mut values = Vec::with_capacity((size.0 * size.1) as usize);
    for row in &down {
        for column in &across {
            let along = |y: u32| {
                let value = |x: u32| u64::from(plane.value(x, y));
                value(column.first) * column.weight + value(column.first + 1) * column.next_weight
            };
            let sum = along(row.first) * row.weight + along(row.first + 1) * row.next_weight;
            values.push(u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX));
        }
    }
    Plane::new(size.0, size.1, values).unwrap_or_else(|| plane.clone())
}

/// Two neighbours of which a new sample is the mean; the weights add up to twice the new count.
struct Blend {
    first: u32,
    weight: u64,
    next_weight: u64,
}

/// The places of `new` samples between `old` ones, both spread evenly over the same length.
fn blends(old: u32, new: u32) -> Vec<Blend> {
    let unit = 2 * new;
    let blend = |place: u32| {
        let at = ((2 * place + 1) * old).saturating_sub(new);
        let next_weight = u64::from(at % unit);
        Blend {
            first: at / unit,
            weight: u64::from(unit) - next_weight,
            next_weight,
        }
    };
    (0..new).map(blend).collect()
}

/// A plane in the middle of a white sheet of the normalised size.
fn centred(plane: &Plane, rules: &SignatureRules) -> Option<Plane> {
    let (width, height) = (rules.normal_width as usize, rules.normal_height as usize);
    let left = (width.saturating_sub(plane.width() as usize)) / 2;
    let top = (height.saturating_sub(plane.height() as usize)) / 2;
    let mut sheet = vec![u8::MAX; width * height];
    let rows = sheet.chunks_exact_mut(width).skip(top);
    for (row, y) in rows.zip(0..plane.height()) {
        for (sample, value) in row.iter_mut().skip(left).zip(plane.row(y)) {
            *sample = *value;
        }
    }
    Plane::new(rules.normal_width, rules.normal_height, sheet)
}
