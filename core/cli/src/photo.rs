//! `qujat photo`, and the code that `qujat assess` shares with it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use qujat::Day;
use qujat::checks::Verdict;
use qujat::photo::PhotoReport;

use crate::Outcome;
use crate::checks::Report;
use crate::input::{Failure, Rules, day, parse_day, read};
use crate::labels::Label;
use crate::locale::Speech;
use crate::output::{self, named};
use crate::picture;
use crate::print::{Page, Paint};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The photo: a JPEG or PNG file, or `-` for the standard input.
    file: PathBuf,
    /// The day asked about, YYYY-MM-DD; today in Kazakhstan if left out.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    on: Option<Day>,
    #[command(flatten)]
    speech: Speech,
    #[command(flatten)]
    rules: Rules,
    /// List every check, not only those that found something wrong.
    #[arg(long)]
    all_checks: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
    /// Write `photo-checked.png` into this folder: the photo with what was found in it, and the
    /// verdicts beside it. It shows a person: treat it as the photo itself.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<Outcome, Failure> {
    let rules = options.rules.load()?;
    let on = day(options.on, &rules)?;
    let language = options.speech.language();
    let photo = read(&options.file)?;
    let report = rules.check_photo(&photo, on).map_err(|error| {
        let reasons = error
            .problems()
            .map(|problem| rules.text(problem, language));
        Failure::Usage(reasons.collect::<Vec<_>>().join("\n"))
    })?;
    let page = Page {
        rules: &rules,
        language,
        centres: None,
        all_checks: options.all_checks,
    };
    let mut out = io::stdout().lock();
    if options.json {
        writeln!(out, "{}", output::pretty_json(&report)?)?;
    } else {
        let mut text = String::new();
        page.report(&mut text, &Report::from(&report), Paint::of_output());
        write!(out, "{}", text.trim_start())?;
    }
    if let Some(folder) = &options.out {
        let path = write_picture(folder, &page, &photo, on, &report)?;
        if !options.json {
            writeln!(out, "{}: {}", Label::Written.get(language), named(&path))?;
        }
    }
    Ok(match report.verdict {
        Verdict::Pass | Verdict::Warn => Outcome::Done,
        Verdict::Fail | Verdict::NotChecked => Outcome::Refused,
    })
}

/// Writes the checked photo as a picture into a folder.
pub(crate) fn write_picture(
    folder: &Path,
    page: &Page<'_>,
    photo: &[u8],
    on: Day,
    report: &PhotoReport,
) -> Result<PathBuf, Failure> {
    // The report's problem of a refused file is all that there is to say.
    let decoded = page.rules.decode_image(photo, on).ok();
    let subtitle = format!("{on} · {} · {}", report.edition, report.profile);
    let file = picture::photo_checked(page, decoded.as_ref(), report, &subtitle)
        .ok_or_else(|| Failure::Usage("the picture could not be drawn".to_owned()))?;
    let path = folder.join("photo-checked.png");
    output::make_folder(folder)
        .and_then(|()| output::write(&path, &file))
        .map_err(|error| unwritable(folder, &error))?;
    Ok(path)
}

/// The reason that nothing was written into a folder.
pub(crate) fn unwritable(folder: &Path, error: &io::Error) -> Failure {
    Failure::Usage(format!("`{}` cannot be written to: {error}", named(folder)))
}
