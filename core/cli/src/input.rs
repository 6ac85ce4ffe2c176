//! Reading files that the command line names, with messages that name them too.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use qujat::{Day, Error, Language, Rulebook};

use crate::output::{named, plain};

/// The reason that a command could not be carried out.
pub(crate) enum Failure {
    /// Bad usage or unreadable input: the message for the user.
    Usage(String),
    /// Nobody reads the output any more.
    ClosedPipe,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Failure::ClosedPipe
        } else {
            Failure::Usage(format!("the output could not be written: {error}"))
        }
    }
}

/// No input that is read whole has more bytes: pictures, for which a rulebook may allow as many. The
/// library has lower limits for all others.
const MOST_BYTES: u64 = 64 << 20;

/// The bytes of a file, or of the standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable =
        |error: io::Error| Failure::Usage(format!("`{}` cannot be read: {error}", named(path)));
    let mut bytes = Vec::new();
    let limit = MOST_BYTES.saturating_add(1);
    if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    }
    .map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        let text = format!("`{}` has more than {MOST_BYTES} bytes", named(path));
        return Err(Failure::Usage(text));
    }
    Ok(bytes)
}

/// The contents of a file, or every problem that it has.
pub(crate) fn parsed<T>(
    path: &Path,
    parse: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Failure> {
    parse(&read(path)?).map_err(|error| {
        let problems: Vec<String> = error
            .problems()
            .map(|problem| format!("  {problem}"))
            .collect();
        Failure::Usage(format!(
            "`{}` is not usable:\n{}",
            named(path),
            problems.join("\n")
        ))
    })
}

/// The rules to use.
#[derive(clap::Args)]
pub(crate) struct Rules {
    /// A shipped edition of the rules: service-2025 (the default) or order-389-253.
    #[arg(long, value_name = "NAME", conflicts_with = "rulebook")]
    edition: Option<String>,
    /// A rulebook file: a whole one, or an overlay of a shipped edition.
    #[arg(long, value_name = "FILE")]
    rulebook: Option<std::path::PathBuf>,
}

impl Rules {
    /// Loads the rulebook.
    pub(crate) fn load(&self) -> Result<Cow<'static, Rulebook>, Failure> {
        if let Some(path) = &self.rulebook {
            return parsed(path, Rulebook::load).map(Cow::Owned);
        }
        let name = self.edition.as_deref().unwrap_or(Rulebook::DEFAULT_EDITION);
        Rulebook::edition(name).map(Cow::Borrowed).map_err(|_| {
            let names = Rulebook::editions().join(", ");
            let name = plain(name);
            Failure::Usage(format!("there is no edition `{name}`: take one of {names}"))
        })
    }
}

/// The day asked about: the one given, or today in Kazakhstan.
pub(crate) fn day(given: Option<Day>, rules: &Rulebook) -> Result<Day, Failure> {
    if let Some(day) = given {
        return Ok(day);
    }
    // The one place that reads the clock: the library itself never does.
    qujat::Moment::from_chrono(chrono::Utc::now())
        .and_then(|now| rules.civil_time(now).ok())
        .map(|civil| civil.day)
        .ok_or_else(|| Failure::Usage("give the day with --on YYYY-MM-DD".to_owned()))
}

/// Reads a day on the command line.
pub(crate) fn parse_day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|_| "a date is written YYYY-MM-DD".to_owned())
}

/// Reads a language on the command line.
pub(crate) fn parse_language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "a language is kk, ru or en".to_owned())
}
