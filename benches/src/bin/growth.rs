//! What twice as much input costs: in instructions, counted by callgrind, and in bytes of memory, for
//! every format, at every place of it.
//!
//! `make growth` fails if twice the size costs more than [`MOST`] times as much anywhere, or if an
//! input of the largest allowed size takes more memory than [`MOST_MEMORY`]. `make growth-full` counts
//! the instructions of the largest inputs too, which must not be more than [`MOST_INSTRUCTIONS`].
#![forbid(unsafe_code)]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool that runs programs, reads files and prints, and may panic"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;

use allocation_counter::measure;
use qujat_benches::growth::{Format, formats};
use qujat_benches::{Cost, Counting};

/// Twice as much may cost so many times as much, beyond what the sample itself costs: lists that
/// double as they grow are copied at some sizes and not at others.
const MOST: f64 = 2.3;

/// What is too little to be compared.
const SLACK_INSTRUCTIONS: u64 = 300_000;
const SLACK_BYTES: u64 = 64 << 10;

/// What an input of any size may take.
const MOST_MEMORY: u64 = 128 << 20;
/// Some 250 ms: processors of 2020 and later do at least 3 000 million a second of such code.
const MOST_INSTRUCTIONS: u64 = 750_000_000;

/// The larger size of the two that are compared everywhere.
const COMPARED: usize = 64 << 10;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["run", size] => run(size == "full"),
        ["check"] => check(false),
        ["full"] => check(true),
        ["show", format] => show(format),
        _ => {
            eprintln!("say which of check, full, run, show");
            ExitCode::FAILURE
        }
    }
}

/// The three sizes of a format: the sample, and two that are compared.
fn sizes(format: &Format, full: bool) -> [usize; 3] {
    let most = if full {
        format.limit
    } else {
        format.limit.min(COMPARED)
    };
    [0, most / 2, most - 64]
}

/// Reads every document in three sizes. Callgrind counts what happens in [`counted`].
fn run(full: bool) -> ExitCode {
    for format in &formats() {
        for shape in &format.shapes {
            // What is made once is made before.
            (format.read)(&shape.of(0));
            for size in sizes(format, full) {
                counted(format, &shape.of(size));
            }
        }
    }
    ExitCode::SUCCESS
}

/// What callgrind counts.
#[inline(never)]
fn counted(format: &Format, text: &str) {
    (format.read)(text);
    black_box(());
}

/// Times in place of instructions, for a look at one format without callgrind.
fn show(name: &str) -> ExitCode {
    for format in formats()
        .iter()
        .filter(|format| name == "all" || format.name == name)
    {
        for shape in &format.shapes {
            let timed = sizes(format, true).map(|size| {
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

fn check(full: bool) -> ExitCode {
    let formats = formats();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for format in &formats {
        for shape in &format.shapes {
            rows += 1;
            let name = format!("{}: {}", format.name, shape.name);
            let peak = |size| measure(|| (format.read)(&shape.of(size))).bytes_max;
            let compared = sizes(format, false).map(peak);
            if grows(compared, SLACK_BYTES) {
                wrong.push(format!("{name}: {compared:?} bytes"));
            }
            let most = peak(format.limit - 64);
            if most > MOST_MEMORY {
                wrong.push(format!(
                    "{name}: {} MiB at the limit of {} bytes",
                    most >> 20,
                    format.limit
                ));
            }
        }
    }
    let (_, costs) = Counting {
        function: "growth::counted",
        program: &std::env::current_exe().unwrap(),
        environment: &[],
        arguments: &["run", if full { "full" } else { "quick" }],
        folder: Path::new("build/growth"),
    }
    .run();
    assert_eq!(costs.len(), 3 * rows, "three sizes for each place");
    let all: Vec<u64> = costs
        .iter()
        .map(|Cost { own, apart }| own + apart)
        .collect();
    let mut at = all.chunks_exact(3);
    for format in &formats {
        for shape in &format.shapes {
            let compared: [u64; 3] = at.next().unwrap().try_into().unwrap();
            let name = format!("{}: {}", format.name, shape.name);
            if grows(compared, SLACK_INSTRUCTIONS) {
                wrong.push(format!("{name}: {compared:?} instructions"));
            }
            if full && compared[2] > MOST_INSTRUCTIONS {
                wrong.push(format!(
                    "{name}: {} million instructions at the limit",
                    compared[2] / 1_000_000
                ));
            }
        }
    }
    if wrong.is_empty() {
        println!(
            "== growth: {rows} places of {} formats, linear in instructions and memory",
            formats.len()
        );
        return ExitCode::SUCCESS;
    }
    println!("{}", wrong.join("\n"));
    eprintln!("growth: {} of {rows} places cost too much", wrong.len());
    ExitCode::FAILURE
}

/// Whether the last costs more than [`MOST`] times what the second does, both without the first.
fn grows([sample, once, twice]: [u64; 3], slack: u64) -> bool {
    let (once, twice) = (once.saturating_sub(sample), twice.saturating_sub(sample));
    twice as f64 > MOST * once as f64 + slack as f64
}
