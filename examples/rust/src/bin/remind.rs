//! The nightly job: finds the cards whose holders are reminded that they expire, and prints the SMS:
//!
//! ```sh
//! cargo run -p qujat-examples --bin remind examples/data/cards.csv 2025-12-12 2025-12-09
//! ```
//!
//! Millions of cards are faster by the column: see `qujat::batch`.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};

use qujat::notices::{Notice, ReminderRun};
use qujat::{Day, Language, Rulebook};

const USAGE: &str = "usage: remind CARDS.csv DAY [DAY-OF-THE-LAST-RUN]";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let cards = File::open(arguments.next().ok_or(USAGE)?)?;
    let on = Day::parse(&arguments.next().ok_or(USAGE)?)?;
    let last = arguments.next().map(|day| Day::parse(&day)).transpose()?;

    let rules = Rulebook::edition("service-2025")?;
    // A run is about all days since the last one, so that a missed night loses nobody. A job keeps the
    // day of its last run; without it, a run follows one on the day before.
    let run = ReminderRun::since(last, on);

    let (mut reminded, mut unusable) = (0_u64, 0_u64);
    // The first line names the columns.
    for line in BufReader::new(cards).lines().skip(1) {
        let line = line?;
        match remind(rules, &line, run) {
            Ok(None) => {}
            Ok(Some((number, notice))) => {
                reminded = reminded.saturating_add(1);
                println!("{number} {}: {}", notice.kind, notice.sms.text);
            }
            // One bad row stops nobody else's reminder. The message has no personal data in it.
            Err(reason) => {
                unusable = unusable.saturating_add(1);
                eprintln!("{reason}");
            }
        }
    }
    println!("{reminded} reminded, {unusable} rows unusable");
    Ok(())
}

/// The number of the card in a row, and the notice for its holder if there is one to be sent.
fn remind<'row>(
    rules: &Rulebook,
    row: &'row str,
    run: ReminderRun,
) -> Result<Option<(&'row str, Notice)>, Box<dyn Error>> {
    let mut cells = row.split(',');
    let (Some(number), Some(expires_on), Some(language)) =
        (cells.next(), cells.next(), cells.next())
    else {
        return Err("a row needs number, expires_on and language".into());
    };
    let expires_on = Day::parse(expires_on)?;
    let language = Language::parse(language).ok_or("the language is not kk, ru or en")?;
    // The status of the register, if it is known, belongs into the place of `None`: holders of cards that
    // were revoked or replaced are not reminded.
    let Some(data) = rules.reminder(expires_on, None, run)? else {
        return Ok(None);
    };
    let notice = rules.notice(&data, language, run.on)?;
    Ok(Some((number, notice)))
}
