//! `qujat fault`.

use std::io::{self, Write};
use std::path::PathBuf;

use qujat::faults::FaultQuery;

use crate::Outcome;
use crate::input::{Failure, Rules, parsed};
use crate::locale::Speech;
use crate::output;
use crate::print::{Page, Paint};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The applicant's attempt and the technical faults known for that time: a JSON file, or `-` for
    /// the standard input. It may hold the statement's number and the card's expiry date.
    file: PathBuf,
    #[command(flatten)]
    speech: Speech,
    #[command(flatten)]
    rules: Rules,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> Result<Outcome, Failure> {
    let rules = options.rules.load()?;
    let right = parsed(&options.file, |json| {
        rules.paper_right(&FaultQuery::from_json(json)?)
    })?;
    let page = Page {
        rules: &rules,
        language: options.speech.language(),
        centres: None,
        all_checks: false,
    };
    let mut out = io::stdout().lock();
    if options.json {
        writeln!(out, "{}", output::pretty_json(&right)?)?;
    } else {
        write!(out, "{}", page.paper(&right, Paint::of_output()))?;
    }
    Ok(if right.paper {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}
