//! `qujat screen`: the nightly job, streaming, in constant memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use qujat::identity::CardStatus;
use qujat::notices::{Notice, ReminderRun};
use qujat::{Day, Language, NoticeKind, Rulebook};
use serde_json::json;

use crate::Outcome;
use crate::input::{Failure, Rules, day, parse_day};
use crate::output::{self, NewFile, named};

/// So many bad rows are listed; the others are counted.
const LISTED: u64 = 20;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The cards: a CSV file with the columns number, expires_on (YYYY-MM-DD) and language
    /// (kk, ru or en), and status as in the state register if that is known; or `-` for the standard
    /// input.
    cards: PathBuf,
    /// The day of the job, YYYY-MM-DD; today in Kazakhstan if left out.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    on: Option<Day>,
    /// The day of the last run, YYYY-MM-DD: whoever had to be reminded since then is reminded now. The
    /// day before if left out.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    last_run: Option<Day>,
    #[command(flatten)]
    rules: Rules,
    /// Where to write the notices, one JSON object a line; `-` for the standard output. Without
    /// it, cards are only counted.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A row of the file.
#[derive(serde::Deserialize)]
struct Card<'r> {
    number: &'r str,
    expires_on: &'r str,
    language: &'r str,
    #[serde(default)]
    status: &'r str,
}

#[derive(Default)]
struct Counts {
    rows: u64,
    bad: u64,
    reminders: BTreeMap<Language, u64>,
    /// Those of them who are sent to a service centre.
    to_centres: u64,
}

pub(crate) fn run(options: &Options) -> Result<Outcome, Failure> {
    let rules = options.rules.load()?;
    let on = day(options.on, &rules)?;
    let run = ReminderRun::since(options.last_run, on);
    let begun = Instant::now();
    let (cards, bytes) = open(&options.cards)?;
    let progress = progress(bytes);
    let mut reader =
        csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(progress.wrap_read(Rows {
                rows: cards,
                length: 0,
            }));
    let headers = reader
        .headers()
        .map_err(|error| unreadable(&options.cards, &error))?
        .clone();
    for column in ["number", "expires_on", "language"] {
        if !headers.iter().any(|header| header == column) {
            let path = named(&options.cards);
            return Err(Failure::Usage(format!("`{path}` has no column `{column}`")));
        }
    }
    let mut out = options.out.as_deref().map(Out::create).transpose()?;
    let mut counts = Counts::default();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) if error.is_io_error() => return Err(unreadable(&options.cards, &error)),
            Err(_) => {
                bad_row(
                    &mut counts,
                    reader.position().line(),
                    "not a row of this file",
                );
                continue;
            }
        }
        counts.rows = counts.rows.saturating_add(1);
        let line = record.position().map_or(0, csv::Position::line);
        match remind(&rules, &record, &headers, run) {
            Ok(None) => {}
            Ok(Some((number, notice))) => {
                let count = counts.reminders.entry(notice.language).or_default();
                *count = count.saturating_add(1);
                if notice.kind == NoticeKind::CentreReminder {
                    counts.to_centres = counts.to_centres.saturating_add(1);
                }
                if let Some(out) = &mut out {
                    write_notice(out, number, &notice)?;
                }
            }
            Err(cause) => bad_row(&mut counts, line, &cause),
        }
    }
    if let Some(out) = out {
        out.finish()?;
    }
    progress.finish_and_clear();
    summary(&rules, run, &counts, begun.elapsed().as_secs_f64());
    Ok(if counts.bad == 0 {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

/// The card's number and its notice, if its holder is reminded in this run.
fn remind<'r>(
    rules: &Rulebook,
    record: &'r csv::StringRecord,
    headers: &'r csv::StringRecord,
    run: ReminderRun,
) -> Result<Option<(&'r str, Notice)>, String> {
    let card: Card<'r> = record
        .deserialize(Some(headers))
        .map_err(|_| "not a row of this file".to_owned())?;
    let expires_on = Day::parse(card.expires_on).map_err(|reason| reason.to_string())?;
    let language = Language::parse(card.language).ok_or("UNKNOWN_VALUE language")?;
    let status = match card.status {
        "" => None,
        word => Some(CardStatus::parse(word).ok_or("UNKNOWN_VALUE status")?),
    };
    let reminder = rules
        .reminder(expires_on, status, run)
        .map_err(|reason| reason.to_string())?;
    let Some(data) = reminder else {
        return Ok(None);
    };
    let notice = rules
        .notice(&data, language, run.on)
        .map_err(|reason| reason.to_string())?;
    Ok(Some((card.number, notice)))
}

fn write_notice(out: &mut Out, number: &str, notice: &Notice) -> Result<(), Failure> {
    let line = json!({
        "number": number,
        "kind": notice.kind,
        "language": notice.language,
        "sms": notice.sms,
        "email": notice.email,
        "push": notice.push,
    });
    out.line(&output::json(&line)?)?;
    Ok(())
}

fn bad_row(counts: &mut Counts, line: u64, cause: &str) {
    counts.bad = counts.bad.saturating_add(1);
    if counts.bad <= LISTED {
        eprintln!("line {line}: {cause}");
    }
}

fn summary(rules: &Rulebook, run: ReminderRun, counts: &Counts, seconds: f64) {
    let total: u64 = counts.reminders.values().sum();
    let ReminderRun { last, on } = run;
    eprintln!("{on}, last run {last}, edition {}", rules.name());
    eprintln!("cards      {}", counts.rows);
    eprintln!("reminders  {total}");
    for (language, count) in &counts.reminders {
        eprintln!("  {language}       {count}");
    }
    eprintln!("to centres {}", counts.to_centres);
    eprintln!("bad rows   {}", counts.bad);
    if !rules.pilot().iter().any(|period| period.contains(on)) {
        eprintln!("The pilot does not run on {on}: all are sent to a service centre.");
    }
    eprintln!("seconds    {seconds:.2}");
}

fn open(path: &Path) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if path == Path::new("-") {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let file = File::open(path)
        .map_err(|error| Failure::Usage(format!("`{}` cannot be read: {error}", named(path))))?;
    let bytes = file.metadata().ok().map(|metadata| metadata.len());
    Ok((Box::new(file), bytes))
}

/// The destination of the notices.
enum Out {
    Standard(BufWriter<io::StdoutLock<'static>>),
    File(NewFile),
}

impl Out {
    fn create(path: &Path) -> Result<Out, Failure> {
        if path == Path::new("-") {
            return Ok(Out::Standard(BufWriter::new(io::stdout().lock())));
        }
        NewFile::create(path).map(Out::File).map_err(|error| {
            Failure::Usage(format!("`{}` cannot be written: {error}", named(path)))
        })
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        match self {
            Out::Standard(out) => writeln!(out, "{line}"),
            Out::File(out) => writeln!(out, "{line}"),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Out::Standard(mut out) => out.flush(),
            Out::File(out) => out.finish(),
        }
    }
}

/// A row that is longer than this is no row of cards, and is not kept in memory.
const LONGEST_ROW: usize = 64 << 10;

/// Reads until a row is too long.
struct Rows<R> {
    rows: R,
    /// The number of bytes of the row so far.
    length: usize,
}

impl<R: Read> Read for Rows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.rows.read(buffer)?;
        let bytes = buffer.get(..read).unwrap_or_default();
        self.length = match bytes.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => read.saturating_sub(end),
            None => self.length.saturating_add(read),
        };
        if self.length > LONGEST_ROW {
            let text = format!("a row of more than {LONGEST_ROW} bytes");
            return Err(io::Error::new(io::ErrorKind::InvalidData, text));
        }
        Ok(read)
    }
}

fn unreadable(path: &Path, error: &csv::Error) -> Failure {
    Failure::Usage(format!("`{}` cannot be read: {error}", named(path)))
}

/// A progress bar on the standard error, where that is a terminal.
fn progress(bytes: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = bytes.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let style = "{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
    ProgressStyle::with_template(style)
        .map(|style| bar.clone().with_style(style))
        .unwrap_or(bar)
}
