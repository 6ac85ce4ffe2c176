//! Text as outlines of the shipped font.

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// DejaVu Sans, with the letters of the three languages.
const FONT: &[u8] = include_bytes!("../../fonts/DejaVuSans-subset.ttf");

/// The font in which everything is written. Sizes are those of the em square, in pixels.
pub(super) struct Font(Face<'static>);

impl Font {
    /// The shipped font.
    pub(super) fn shipped() -> Option<Font> {
        Face::parse(FONT, 0).ok().map(Font)
    }

    /// The width of a line, in pixels.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let widths = text.chars().map(|letter| self.advance(self.glyph(letter)));
        widths.sum::<f32>() * self.scale(size)
    }

    /// The outlines of a line that begins at this place on its base line.
    pub(super) fn outline(&self, text: &str, size: f32, (x, y): (f32, f32)) -> Option<Path> {
        let scale = self.scale(size);
        let mut pen = Pen {
            path: PathBuilder::new(),
            x,
            y,
            scale,
        };
        for letter in text.chars() {
            let glyph = self.glyph(letter);
            self.0.outline_glyph(glyph, &mut pen);
            pen.x += self.advance(glyph) * scale;
        }
        pen.path.finish()
    }

    /// The text in lines of at most this width: broken at spaces, and within a word only if the
    /// word alone is wider.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if self.width(&longer, size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for letter in word.chars() {
                line.push(letter);
                if self.width(&line, size) > width && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, letter.to_string()));
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// The glyph of a letter; the font's box for one that it lacks.
    fn glyph(&self, letter: char) -> GlyphId {
        self.0.glyph_index(letter).unwrap_or(GlyphId(0))
    }

    fn advance(&self, glyph: GlyphId) -> f32 {
        f32::from(self.0.glyph_hor_advance(glyph).unwrap_or(0))
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.0.units_per_em())
    }
}

/// Draws the outlines of glyphs one after the other. Fonts count upwards, pictures downwards.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_every_letter_of_the_three_languages() {
        let font = Font::shipped().unwrap();
        let letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
        let others = "0123456789.,:;!?()/%°«»–—…−≤≥×·№";
        let latin = "abcdefghijklmnopqrstuvwxyz";
        let all = format!("{letters}{latin}{others}");
        for letter in all.chars().chain(all.to_uppercase().chars()) {
            assert!(font.0.glyph_index(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn lines_are_no_wider_than_asked_and_lose_no_letter() {
        let font = Font::shipped().unwrap();
        let text = "фонның біртүстілігі қанағаттандырылмағандықтарыңыздан";
        for width in [10.0, 60.0, 150.0, 1000.0] {
            let lines = font.lines(text, 15.0, width);
            let whole: String = lines.concat().split_whitespace().collect();
            assert_eq!(whole, text.replace(' ', ""), "{width}");
            for line in &lines {
                let fits = font.width(line, 15.0) <= width;
                assert!(fits || line.chars().count() == 1, "{line}");
            }
        }
        assert_eq!(font.lines(text, 15.0, 1000.0).len(), 1);
        assert_eq!(font.lines("", 15.0, 100.0), Vec::<String>::new());
    }
}
