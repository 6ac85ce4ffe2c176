//! A checked photo as a picture for a person: the photo with the marks of its checks, and the
//! verdicts next to it.

mod canvas;
mod font;
mod list;
mod marks;
mod shrink;

use qujat::checks::{NotCheckedCause, Verdict};
use qujat::image::Picture;
use qujat::photo::PhotoReport;

use self::canvas::{Canvas, GREY, INK, LINE, WHITE, colour};
use self::font::Font;
use self::list::List;
use self::marks::Marked;
use crate::checks::{Report, verdict};
use crate::print::Page;

/// The width of the picture, in pixels; its height is that of its contents.
const WIDTH: u32 = 1220;
/// The sides within which the photo is shown.
const PHOTO: (u32, u32) = (480, 640);
/// The space around everything.
const MARGIN: f32 = 24.0;
/// The place of the list.
const LIST: f32 = MARGIN + PHOTO.0 as f32 + 32.0;
/// The height of the title with the verdict.
const HEAD: f32 = 92.0;

/// A PNG file of the photo with the face's box, eyes, chin, crown and outline and the advised crop,
/// and next to it the list of all checks under the overall verdict. Without a picture, since the
/// file was refused, an empty frame stands in its place. `None` if there is not enough memory.
pub(crate) fn photo_checked(
    page: &Page<'_>,
    picture: Option<&Picture>,
    photo: &PhotoReport,
    subtitle: &str,
) -> Option<Vec<u8>> {
    let font = Font::shipped()?;
    let report = Report::from(photo);
    let list = List::new(page, report.checks, &font);
    let marked = match picture {
        Some(picture) => Some(Marked::new(picture, photo, PHOTO, &font)?),
        None => None,
    };
    let shown = marked.as_ref().map_or(PHOTO.1 as f32, |marked| {
        let (_, height) = marked.photo.size();
        height + MARGIN / 2.0 + marked.legend_height()
    });
    let height = HEAD + list.height().max(shown) + MARGIN;
    let mut canvas = Canvas::new(WIDTH, height.ceil() as u32, WHITE, &font)?;

    let title = report.title.get(page.language);
    let size = 26.0;
    canvas.symbol(report.verdict, (MARGIN + 16.0, 40.0), 16.0);
    let left = MARGIN + 46.0;
    canvas.text(title, size, (left, 49.0), INK);
    let left = left + font.width(title, size) + 18.0;
    let word = verdict(report.verdict).get(page.language);
    canvas.text(word, size, (left, 49.0), colour(report.verdict));
    canvas.text(subtitle, 14.0, (MARGIN, 78.0), GREY);

    match &marked {
        Some(marked) => {
            canvas.lay(&marked.photo, MARGIN as i32, HEAD as i32);
            let below = HEAD + marked.photo.size().1 + MARGIN / 2.0;
            marked.legend(&mut canvas, (MARGIN, below), page.language);
        }
        None => empty_frame(&mut canvas, page, &font),
    }
    list.draw(&mut canvas, (LIST, HEAD));
    canvas.png()
}

/// Stands for the photo that was not decoded.
fn empty_frame(canvas: &mut Canvas<'_>, page: &Page<'_>, font: &Font) {
    let (width, height) = (PHOTO.0 as f32, PHOTO.1 as f32);
    canvas.rectangle((MARGIN, HEAD), (width, height), LINE);
    let middle = HEAD + height / 2.0;
    canvas.symbol(
        Verdict::NotChecked,
        (MARGIN + width / 2.0, middle - 40.0),
        30.0,
    );
    let text = page.word(NotCheckedCause::FileRefused.as_str());
    let mut base = middle + 30.0;
    for line in font.lines(&text, 18.0, width - 2.0 * MARGIN) {
        let left = MARGIN + (width - font.width(&line, 18.0)) / 2.0;
        canvas.text(&line, 18.0, (left, base), GREY);
        base += 24.0;
    }
}
