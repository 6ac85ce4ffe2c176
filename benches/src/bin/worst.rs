//! The costliest inputs of every format, at its limit of size: what reading them takes in Rust, and the
//! inputs as files, so that the other languages can read them too.
//!
//! `make worst` runs it. It fails if an input takes more than [`MOST_MS`] of processor time or more than
//! [`MOST_MEMORY`]; `make growth` counts the same in instructions, which no load changes.
#![forbid(unsafe_code)]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool that reads files and its clock, prints, and may panic"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use allocation_counter::measure;
use qujat_benches::growth::{Format, formats, places};

/// What an input of any size may take.
const MOST_MS: f64 = 250.0;
const MOST_MEMORY: u64 = 128 << 20;

/// So many inputs of a format, those that took longest, are written, and the one that took most memory.
const SLOWEST: usize = 3;

/// So many shapes are tried at the limit of size, those that are slowest at a fraction of it.
const CANDIDATES: usize = 12;
const SMALLER: usize = 8;

/// How often they are read; the shortest time counts, for what else the machine does only adds to it.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("say into which folder the inputs are written");
        return ExitCode::FAILURE;
    };
    let folder = Path::new(&folder);
    let inputs = folder.join("inputs");
    std::fs::create_dir_all(&inputs).unwrap();
    let (mut table, mut failed) = (String::new(), false);
    let formats = formats();
    let places = places(&formats, false);
    for (index, format) in formats.iter().enumerate() {
        let name = format.name.replace(", ", "-").replace(' ', "-");
        let here = places.iter().filter(|place| place.0 == index);
        let shapes: Vec<usize> = here.map(|place| place.1).collect();
        for (number, shape) in costliest(format, &shapes).into_iter().enumerate() {
            let text = format.shapes[shape].of(format.limit);
            let costs: Vec<(u64, u64)> = (0..ROUNDS).map(|_| cost(format, &text)).collect();
            let time = costs.iter().map(|cost| cost.0).min().unwrap() as f64 / 1e6;
            let peak = costs.iter().map(|cost| cost.1).max().unwrap();
            let is_too_much = time > MOST_MS || peak > MOST_MEMORY;
            failed |= is_too_much;
            let mebibytes = peak as f64 / f64::from(1 << 20);
            let (file, grown) = (format!("{name}.{number}"), &format.shapes[shape].name);
            let verdict = if is_too_much { "  TOO MUCH" } else { "" };
            println!("{time:7.1} ms {mebibytes:6.1} MiB  {file}: {grown}{verdict}");
            let length = text.len();
            writeln!(
                table,
                "{file}\t{time:.1}\t{mebibytes:.1}\t{length}\t{grown}"
            )
            .unwrap();
            std::fs::write(inputs.join(file), text).unwrap();
        }
    }
    std::fs::write(folder.join("rust.txt"), table).unwrap();
    ExitCode::from(u8::from(failed))
}

/// Of these shapes, those that take most at the limit of size, by their numbers, the slowest first.
/// Work grows with size, so that small inputs say which shapes are worth a large one.
fn costliest(format: &Format, shapes: &[usize]) -> Vec<usize> {
    // What is made once is made before.
    (format.read)(&format.shapes[0].of(0));
    let slowest = |shapes: &[usize], part: usize| {
        let of = |shape: usize| {
            let grown = &format.shapes[shape];
            let size = format.limit.min(grown.of(0).len() + format.limit / part);
            (shape, cost(format, &grown.of(size)))
        };
        let mut costs: Vec<(usize, (u64, u64))> = shapes.iter().map(|&shape| of(shape)).collect();
        costs.sort_by_key(|(_, (time, _))| std::cmp::Reverse(*time));
        costs
    };
    let first = |costs: &[(usize, (u64, u64))], count: usize| {
        let mut found: Vec<usize> = costs.iter().take(count).map(|cost| cost.0).collect();
        let largest = costs.iter().max_by_key(|(_, (_, peak))| *peak).unwrap().0;
        if !found.contains(&largest) {
            found.push(largest);
        }
        found
    };
    let candidates = first(&slowest(shapes, SMALLER), CANDIDATES);
    first(&slowest(&candidates, 1), SLOWEST)
}

/// Nanoseconds of processor time, and the most bytes that were allocated at once.
fn cost(format: &Format, text: &str) -> (u64, u64) {
    let begun = processor_time();
    let peak = measure(|| (format.read)(text)).bytes_max;
    (processor_time() - begun, peak)
}

/// Nanoseconds for which this thread has run so far, on Linux, which brings the figure up to date
/// every few milliseconds and when a thread gives way.
fn processor_time() -> u64 {
    std::thread::yield_now();
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    times.split(' ').next().unwrap().parse().unwrap()
}
