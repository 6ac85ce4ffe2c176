//! Random rulebooks of which everything changes: services, windows, plans, and a pilot that pauses.
#![allow(
    dead_code,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "test support, whose users each need a part of it"
)]

use super::slow::{ALWAYS, Period, Rules, days, number, print};

/// SplitMix64: the same numbers from the same seed, everywhere.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixture = self.0;
        mixture = (mixture ^ (mixture >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixture = (mixture ^ (mixture >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixture ^ (mixture >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }
}

/// The middle of all that changes.
pub fn middle() -> usize {
    number((2026, 1, 15))
}

/// Cuts all days into up to three periods, mostly without days between them.
fn periods(random: &mut Random) -> Vec<Period> {
    let mut cuts: Vec<usize> = (0..random.below(3))
        .map(|_| middle() + random.below(120) - 60)
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut periods = Vec::new();
    let mut first = 0;
    for cut in cuts {
        let gap = if random.below(6) == 0 {
            random.below(8)
        } else {
            0
        };
        periods.push((first, cut));
        first = cut + 1 + gap;
    }
    periods.push((first, usize::MAX));
    periods.retain(|period| period.0 <= period.1);
    periods
}

/// Up to four periods of a pilot, with pauses of up to 30 days, some without days.
fn pilot(random: &mut Random) -> Vec<Period> {
    let mut first = middle() - random.below(90);
    let mut periods = Vec::new();
    for _ in 0..=random.below(4) {
        let length = random.one_of(&[1, 2, 5, 20, 50]);
        periods.push((first, first + length - 1));
        first += length + random.one_of(&[0, 1, 2, 7, 30]);
    }
    periods
}

pub fn rules(random: &mut Random) -> Rules {
    let mostly = |random: &mut Random, all: &[&'static str]| -> Vec<&'static str> {
        all.iter()
            .filter(|_| random.below(5) > 0)
            .copied()
            .collect()
    };
    Rules {
        online: periods(random)
            .into_iter()
            .map(|period| {
                let documents = mostly(random, &["identity_card", "passport"]);
                (period, documents, mostly(random, &["expiry", "damage"]))
            })
            .collect(),
        window: periods(random)
            .into_iter()
            .map(|period| {
                let before = random.one_of(&[0, 1, 5, 20, 30, 31, 60]);
                (period, before, random.one_of(&[0, 1, 5, 10, 11, 25]))
            })
            .collect(),
        pilot: pilot(random),
        reminders: periods(random)
            .into_iter()
            .map(|period| {
                let all: [i64; 6] = [-45, -30, -29, 0, 5, 12];
                let steps = all.into_iter().filter(|_| random.below(2) == 0).collect();
                (period, steps, random.one_of(&[0, 1, 10, 30]))
            })
            .collect(),
    }
}

/// The rules as an overlay of the default edition.
pub fn overlay(rules: &Rules) -> String {
    // The entries of the default edition stand under these names.
    let section = |own: &str, entries: Vec<(Period, String)>| {
        let mut written = vec![format!(r#""{own}": null"#)];
        for (place, ((first, last), fields)) in entries.into_iter().enumerate() {
            let day = |number: usize| print(days()[number]);
            let from = (first > ALWAYS.0).then(|| format!(r#""from": "{}", "#, day(first)));
            let until = (last < ALWAYS.1).then(|| format!(r#""until": "{}", "#, day(last + 1)));
            written.push(format!(
                r#""e{place}": {{{}{}"source": "order-389-253"{fields}}}"#,
                from.unwrap_or_default(),
                until.unwrap_or_default()
            ));
        }
        format!("{{{}}}", written.join(", "))
    };
    let online = rules.online.iter().map(|(period, documents, grounds)| {
        let fields = format!(r#", "documents": {documents:?}, "grounds": {grounds:?}"#);
        (*period, fields)
    });
    let window = rules.window.iter().map(|(period, before, after)| {
        let fields = format!(r#", "opens_days_before": {before}, "closes_days_after": {after}"#);
        (*period, fields)
    });
    let pilot = rules.pilot.iter().map(|period| (*period, String::new()));
    let reminders = rules.reminders.iter().map(|(period, steps, made_up)| {
        let fields = format!(r#", "days": {steps:?}, "made_up_days": {made_up}"#);
        (*period, fields)
    });
    format!(
        r#"{{"edition": "own", "extends": "service-2025", "online": {}, "window": {}, "pilot": {},
            "reminders": {}}}"#,
        section("service", online.collect()),
        section("expiry", window.collect()),
        section("period", pilot.collect()),
        section("plan", reminders.collect()),
    )
}
