//! `qujat`: assess an application, check a photo, check a rulebook, find whom to remind.
#![forbid(unsafe_code)]

mod assess;
mod checks;
mod fault;
mod generate;
mod input;
mod labels;
mod locale;
mod output;
mod photo;
mod picture;
mod print;
mod rulebook;
mod screen;
mod steps;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::input::Failure;

/// Online renewal of Kazakhstan identity cards.
///
/// Exit codes: 0 done, 1 refused, invalid or unavailable, 2 bad usage or unreadable input.
#[derive(Parser)]
#[command(name = "qujat", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Assess an application: decision, problems, fee, ready date, pickup or delivery, notices.
    Assess(assess::Options),
    /// Say whether a technical fault allows filing on paper, with the statement about it.
    Fault(fault::Options),
    /// Check a photo: every check with its value and limit, also as a picture.
    Photo(photo::Options),
    /// Check a rulebook file, and show what differs from the shipped edition.
    Rulebook(rulebook::Options),
    /// Find who gets the reminder on a day in a CSV of cards, and write the notices.
    Screen(screen::Options),
    /// Write a CSV of invented cards, to try `screen` with.
    GenerateCards(generate::Options),
}

/// The outcome of a command.
pub(crate) enum Outcome {
    /// Everything is as it should be.
    Done,
    /// The service is refused, or the input has mistakes.
    Refused,
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Assess(options) => assess::run(&options),
        Command::Fault(options) => fault::run(&options),
        Command::Photo(options) => photo::run(&options),
        Command::Rulebook(options) => rulebook::run(&options),
        Command::Screen(options) => screen::run(&options),
        Command::GenerateCards(options) => generate::run(&options),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(1),
        // The reader of the output has seen enough: that is no failure.
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Usage(text)) => {
            let lines = text.lines().map(output::plain);
            eprintln!("qujat: {}", lines.collect::<Vec<_>>().join("\n"));
            ExitCode::from(2)
        }
    }
}
