//! The list of checks next to the picture: symbol, name, value and limit of each, and the
//! advice on each problem.

use qujat::checks::{Check, Verdict};

use super::canvas::{Canvas, Colour, GREY, INK, LINE, colour};
use super::font::Font;
use crate::checks::{limits, measured};
use crate::labels::Label;
use crate::print::Page;

/// The width of a list.
pub(super) const WIDTH: f32 = 660.0;

/// The places and the widths of the columns.
const NAME: Column = Column(36.0, 284.0);
const MEASURED: Column = Column(332.0, 130.0);
const LIMIT: Column = Column(474.0, 178.0);
/// The reason that a check was not done, in place of value and limit.
const CAUSE: Column = Column(332.0, 320.0);
/// The advice: under the row.
const ADVICE: Column = Column(36.0, 612.0);

/// The sizes of letters, the heights of their lines, and the space around a row.
const SIZE: f32 = 15.0;
const STEP: f32 = 20.0;
const SMALL: f32 = 13.0;
const SMALL_STEP: f32 = 17.0;
const SPACE: f32 = 3.5;
const AFTER_ADVICE: f32 = 4.0;
const HEAD: f32 = 26.0;

struct Column(f32, f32);

/// Lines of text in a column.
struct Cell {
    left: f32,
    lines: Vec<String>,
    size: f32,
    colour: Colour,
}

struct Row {
    verdict: Verdict,
    cells: Vec<Cell>,
    advice: Option<Cell>,
}

/// A list whose lines are broken, so that its height is known.
pub(super) struct List<'f> {
    font: &'f Font,
    head: [(f32, &'static str); 3],
    rows: Vec<Row>,
}

impl<'f> List<'f> {
    pub(super) fn new(page: &Page<'_>, checks: &[Check], font: &'f Font) -> List<'f> {
        let list = List {
            font,
            head: [
                (NAME.0, Label::Check.get(page.language)),
                (MEASURED.0, Label::Measured.get(page.language)),
                (LIMIT.0, Label::Limit.get(page.language)),
            ],
            rows: Vec::new(),
        };
        let rows = checks.iter().map(|check| list.row(page, check)).collect();
        List { rows, ..list }
    }

    fn row(&self, page: &Page<'_>, check: &Check) -> Row {
        let wrong = matches!(check.verdict, Verdict::Fail | Verdict::Warn);
        let shade = if check.verdict == Verdict::NotChecked {
            GREY
        } else {
            INK
        };
        let mut cells = vec![self.cell(&page.check_name(check.kind), &NAME, SIZE, shade)];
        if let Some(cause) = page.cause(check) {
            cells.push(self.cell(&cause, &CAUSE, SMALL, GREY));
        }
        if let Some(measured) = measured(check, page.language) {
            let shade = if wrong { colour(check.verdict) } else { INK };
            cells.push(self.cell(&measured, &MEASURED, SIZE, shade));
        }
        if let Some(limits) = limits(check, page.language) {
            cells.push(self.cell(&limits, &LIMIT, SIZE, GREY));
        }
        let text = wrong.then(|| page.rules.text(&check.reason, page.language));
        Row {
            verdict: check.verdict,
            cells,
            advice: text.map(|text| self.cell(&text, &ADVICE, SMALL, INK)),
        }
    }

    fn cell(&self, text: &str, column: &Column, size: f32, colour: Colour) -> Cell {
        Cell {
            left: column.0,
            lines: self.font.lines(text, size, column.1),
            size,
            colour,
        }
    }

    /// Its height.
    pub(super) fn height(&self) -> f32 {
        HEAD + self.rows.iter().map(Row::height).sum::<f32>()
    }

    /// Draws it, its left upper corner at this place.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, (x, y): (f32, f32)) {
        for (left, title) in self.head {
            canvas.text(title, SMALL, (x + left, y + SMALL), GREY);
        }
        let mut top = y + HEAD;
        for row in &self.rows {
            canvas.rectangle((x, top), (WIDTH, 1.0), LINE);
            row.draw(canvas, (x, top + SPACE));
            top += row.height();
        }
    }
}

impl Row {
    fn height(&self) -> f32 {
        let advice = self.advice.as_ref();
        let advice = advice.map_or(0.0, |advice| advice.height() + AFTER_ADVICE);
        self.main_height() + advice + 2.0 * SPACE
    }

    fn main_height(&self) -> f32 {
        self.cells.iter().map(Cell::height).fold(STEP, f32::max)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, (x, y): (f32, f32)) {
        canvas.symbol(self.verdict, (x + 16.0, y + STEP / 2.0), 7.5);
        for cell in &self.cells {
            cell.draw(canvas, (x, y));
        }
        if let Some(advice) = &self.advice {
            advice.draw(canvas, (x, y + self.main_height()));
        }
    }
}

impl Cell {
    fn height(&self) -> f32 {
        self.lines.len() as f32 * self.step()
    }

    fn step(&self) -> f32 {
        if self.size < SIZE { SMALL_STEP } else { STEP }
    }

    /// Small letters stand on the base line of the others in the same row.
    fn draw(&self, canvas: &mut Canvas<'_>, (x, y): (f32, f32)) {
        let mut base = y + SIZE;
        for line in &self.lines {
            canvas.text(line, self.size, (x + self.left, base), self.colour);
            base += self.step();
        }
    }
}
