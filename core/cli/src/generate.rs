//! `qujat generate-cards`: invented cards, the same for the same seed.

use std::io::{self, BufWriter, Write};

use qujat::Day;

use crate::Outcome;
use crate::input::{Failure, parse_day};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many cards.
    count: u64,
    /// The seed of the sequence.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Expiry dates are spread over the ten years from this day on.
    #[arg(long, value_name = "DATE", value_parser = parse_day, default_value = "2025-12-01")]
    from: Day,
}

/// The days over which expiry dates are spread.
const DAYS: u64 = 3653;

pub(crate) fn run(options: &Options) -> Result<Outcome, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(out, "number,expires_on,language")?;
    let mut state = options.seed;
    for number in 1..=options.count {
        let random = next(&mut state);
        let offset = random
            .checked_rem(DAYS)
            .and_then(|days| i32::try_from(days).ok());
        let expires_on = options.from.plus_days(offset.unwrap_or_default());
        let language = match random >> 60 {
            0..8 => "kk",
            8..15 => "ru",
            _ => "en",
        };
        writeln!(
            out,
            "{:09},{expires_on},{language}",
            number.wrapping_rem(1_000_000_000)
        )?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// SplitMix64.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
