//! The cost of twice as much input: in instructions, counted by callgrind, and in bytes of memory,
//! for every format, at its places.
//!
//! `make growth` fails if twice the size costs more than [`MOST`] times as much at one place of each
//! name, or if an input of the largest allowed size takes more than [`MOST_MEMORY`] or, counted wherever
//! it could be, more than [`MOST_INSTRUCTIONS`]. `make growth-full` does it at every place, and compares
//! inputs of half the largest size with those of the largest.
#![forbid(unsafe_code)]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool that runs programs, reads files and prints, and may panic"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use allocation_counter::measure;
use qujat_benches::growth::{Format, Place, Shape, formats, places};
use qujat_benches::{Cost, Counting};

/// Twice as much may cost so many times as much, beyond what the sample itself costs: lists that
/// double as they grow are copied at some sizes and not at others.
const MOST: f64 = 2.3;

/// A difference too small to be compared.
const SLACK_INSTRUCTIONS: u64 = 300_000;
const SLACK_BYTES: u64 = 64 << 10;

/// The limit of an input of any size.
const MOST_MEMORY: u64 = 128 << 20;
/// Some 250 ms: processors of 2020 and later do at least 3 000 million a second of such code.
const MOST_INSTRUCTIONS: u64 = 750_000_000;

/// By how many bytes the larger of the two inputs that are compared goes beyond the sample.
const COMPARED: usize = 64 << 10;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["check"] => check(false, "all"),
        ["check", format] => check(false, format),
        ["full"] => check(true, "all"),
        ["show", format] => show(format),
        ["run", ref counted @ ..] => run(counted),
        _ => {
            eprintln!("say which of check, full, show");
            ExitCode::FAILURE
        }
    }
}

/// The sample, and the two that are compared, of which one grew by twice as much as the other.
fn sizes(format: &Format, shape: &Shape, full: bool) -> [usize; 3] {
    let sample = shape.of(0).len();
    let room = format.limit.saturating_sub(sample);
    let grown = if full { room } else { room.min(COMPARED) };
    [0, sample + grown / 2, sample + grown]
}

/// Reads the documents that are named: format, shape and size. Callgrind counts what happens in
/// [`counted`].
fn run(documents: &[&str]) -> ExitCode {
    let formats = formats();
    let mut warm = None;
    for document in documents {
        let numbers = document.split(',').map(|each| each.parse().unwrap());
        let [format, shape, size]: [usize; 3] = numbers.collect::<Vec<_>>().try_into().unwrap();
        let (format, shape) = (&formats[format], &formats[format].shapes[shape]);
        // Values that are made once are made before.
        if warm != Some(&shape.name) {
            (format.read)(&shape.of(0));
        }
        warm = Some(&shape.name);
        counted(format, &shape.of(size));
    }
    ExitCode::SUCCESS
}

/// The call that callgrind counts.
#[inline(never)]
fn counted(format: &Format, text: &str) {
    (format.read)(text);
    black_box(());
}

/// The number of instructions that it takes to read each of the documents: format, shape and size.
fn instructions(documents: &[(Place, usize)], folder: &Path) -> Vec<u64> {
    if documents.is_empty() {
        return Vec::new();
    }
    let mut arguments = vec!["run".to_owned()];
    arguments.extend(
        documents
            .iter()
            .map(|((format, shape), size)| format!("{format},{shape},{size}")),
    );
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (_, costs) = Counting {
        function: "growth::counted",
        program: &std::env::current_exe().unwrap(),
        environment: &[],
        arguments: &arguments,
        folder,
    }
    .run();
    assert_eq!(costs.len(), documents.len(), "one count for each document");
    costs
        .iter()
        .map(|Cost { own, apart }| own + apart)
        .collect()
}

/// Times in place of instructions, for a look at one format without callgrind.
fn show(name: &str) -> ExitCode {
    let formats = formats();
    for format in formats
        .iter()
        .filter(|format| name == "all" || format.name == name)
    {
        for shape in &format.shapes {
            let timed = sizes(format, shape, true).map(|size| {
                let text = shape.of(size);
                let begun = std::time::Instant::now();
                let peak = measure(|| (format.read)(&text)).bytes_max;
                (begun.elapsed().as_micros() as f64 / 1000.0, peak >> 10)
            });
            println!(
                "{:9.2} ms {:9.2} ms {:8} kB {:8} kB  {} {}",
                timed[1].0, timed[2].0, timed[1].1, timed[2].1, format.name, shape.name
            );
        }
    }
    ExitCode::SUCCESS
}

fn check(full: bool, name: &str) -> ExitCode {
    let all = formats();
    let mut places = places(&all, full);
    places.retain(|&(format, _)| name == "all" || all[format].name == name);
    let parts = std::thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<Found> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..parts)
            .map(|part| {
                let mine: Vec<Place> = places.iter().copied().skip(part).step_by(parts).collect();
                let folder = PathBuf::from(format!("build/growth/{part}"));
                scope.spawn(move || part_of(&mine, full, &folder))
            })
            .collect();
        workers
            .into_iter()
            .map(|each| each.join().unwrap())
            .collect()
    });
    let table: String = found.iter().map(|each| each.table.as_str()).collect();
    std::fs::create_dir_all("build/growth").unwrap();
    std::fs::write("build/growth/table.txt", table).unwrap();
    let wrong: Vec<&str> = found
        .iter()
        .flat_map(|each| &each.wrong)
        .map(String::as_str)
        .collect();
    if wrong.is_empty() {
        println!(
            "== growth: {} places, linear in instructions and memory",
            places.len()
        );
        return ExitCode::SUCCESS;
    }
    println!("{}", wrong.join("\n"));
    eprintln!(
        "growth: {} costs of {} places are too high",
        wrong.len(),
        places.len()
    );
    ExitCode::FAILURE
}

/// The findings at some places: the faults, and a line for each.
#[derive(Default)]
struct Found {
    wrong: Vec<String>,
    table: String,
}

fn part_of(places: &[Place], full: bool, folder: &Path) -> Found {
    let formats = formats();
    let at = |(format, shape): Place| (&formats[format], &formats[format].shapes[shape]);
    let all_sizes: Vec<[usize; 3]> = places
        .iter()
        .map(|&place| {
            let (format, shape) = at(place);
            sizes(format, shape, full)
        })
        .collect();
    let documents: Vec<(Place, usize)> = places
        .iter()
        .zip(&all_sizes)
        .flat_map(|(&place, sizes)| sizes.map(|size| (place, size)))
        .collect();
    let counts = instructions(&documents, folder);
    let largest = |place| at(place).0.limit;
    // The largest inputs are counted where they would cost too much if they went on like this.
    let doubtful: Vec<(Place, usize)> = places
        .iter()
        .zip(&all_sizes)
        .zip(counts.chunks_exact(3))
        .filter(|((place, sizes), counts)| {
            goes_on(**sizes, counts, largest(**place)) > MOST_INSTRUCTIONS
        })
        .map(|((&place, _), _)| (place, largest(place)))
        .collect();
    let mut at_limit = doubtful
        .iter()
        .zip(instructions(&doubtful, folder))
        .peekable();
    let mut found = Found::default();
    for ((&place, sizes), counts) in places.iter().zip(&all_sizes).zip(counts.chunks_exact(3)) {
        let (format, shape) = at(place);
        let name = format!("{}: {}", format.name, shape.name);
        let counts: [u64; 3] = counts.try_into().unwrap();
        if grows(counts, SLACK_INSTRUCTIONS) {
            found.wrong.push(format!("{name}: {counts:?} instructions"));
        }
        let limit = largest(place);
        let mut most = goes_on(*sizes, &counts, limit);
        if let Some((_, counted)) = at_limit.next_if(|((doubted, _), _)| *doubted == place) {
            most = counted;
        }
        if most > MOST_INSTRUCTIONS {
            found.wrong.push(format!(
                "{name}: {} million instructions at the limit of {limit} bytes",
                most / 1_000_000
            ));
        }
        let peak = |size| measure(|| (format.read)(&shape.of(size))).bytes_max;
        let peaks = sizes.map(peak);
        if grows(peaks, SLACK_BYTES) {
            found.wrong.push(format!("{name}: {peaks:?} bytes"));
        }
        let peak = peak(limit);
        if peak > MOST_MEMORY {
            found.wrong.push(format!(
                "{name}: {} MiB at the limit of {limit} bytes",
                peak >> 20
            ));
        }
        writeln!(
            found.table,
            "{name}\t{sizes:?}\t{counts:?}\t{most}\t{peaks:?}\t{peak}"
        )
        .unwrap();
    }
    found
}

/// The cost of the largest input at the growth from the second to the last.
fn goes_on(sizes: [usize; 3], counts: &[u64], limit: usize) -> u64 {
    let (once, twice) = (counts[1], counts[2]);
    let step = (sizes[2] - sizes[1]) as f64;
    let per_byte = twice.saturating_sub(once) as f64 / step.max(1.0);
    twice + (per_byte * limit.saturating_sub(sizes[2]) as f64) as u64
}

/// `true` if the last costs more than [`MOST`] times the second, both without the first.
fn grows([sample, once, twice]: [u64; 3], slack: u64) -> bool {
    let (once, twice) = (once.saturating_sub(sample), twice.saturating_sub(sample));
    twice as f64 > MOST * once as f64 + slack as f64
}
