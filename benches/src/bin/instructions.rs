//! How many instructions each operation takes, counted by callgrind: no noise of the machine is in
//! it, so that a slowdown of a few per cent is seen.
//!
//! `make instructions` compares the counts with `benches/instructions.json`, and fails if one of them
//! has grown by more than [`TOLERANCE`]; `make instructions-record` writes that file anew.
#![forbid(unsafe_code)]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool that runs programs, reads files and prints, and may panic"
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use qujat_benches::{Inputs, Measure, Row, images, operations};
use serde_json::{Value, json};

/// By how much a count may differ from the recorded one, in per cent.
const TOLERANCE: f64 = 3.0;

/// How many calls of an operation are counted. The least of them is its count: now and then the
/// allocator tidies up during a call, and whose that is depends on all that was asked of it before.
const CALLS: usize = 3;

/// Of what is done with images, the operations that are counted.
const IMAGES: [&str; 3] = ["photo-decode", "photo-report", "signature-report"];

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("run") => run(),
        Some("record") => record(),
        Some("compare") => compare(),
        _ => {
            eprintln!("say which of compare, record, run");
            ExitCode::FAILURE
        }
    }
}

/// Calls every operation. Callgrind counts what happens in [`counted`], and writes a file whenever
/// it is left.
fn run() -> ExitCode {
    let inputs = Inputs::read();
    operations(&inputs, &mut Counted { only: &[] });
    images(&inputs, None, &mut Counted { only: &IMAGES });
    ExitCode::SUCCESS
}

struct Counted {
    /// If not empty: the names of the operations that are counted.
    only: &'static [&'static str],
}

impl Measure for Counted {
    fn measure<T>(&mut self, row: Row, mut operation: impl FnMut() -> T) {
        if !self.only.is_empty() && !self.only.contains(&row.name) {
            return;
        }
        // What is made once is made before.
        black_box(operation());
        for _ in 0..CALLS {
            counted(&mut || {
                black_box(operation());
            });
        }
        println!("{}\t{}", row.name, row.elements);
    }
}

/// What callgrind counts; see [`COUNTED`].
#[inline(never)]
fn counted(operation: &mut dyn FnMut()) {
    operation();
    // Something after the call, or it would be a jump, and no function would be left.
    black_box(());
}

/// The name of [`counted`] as callgrind sees it.
const COUNTED: &str = "instructions::counted";

fn record() -> ExitCode {
    let counts = count();
    let all = json!({ "made_with": made_with(), "instructions": counts });
    let text = serde_json::to_string_pretty(&all).unwrap();
    std::fs::write(recorded_at(), format!("{text}\n")).unwrap();
    println!("== instructions: {} counts recorded", counts.len());
    ExitCode::SUCCESS
}

fn compare() -> ExitCode {
    let text = std::fs::read_to_string(recorded_at()).unwrap();
    let recorded: Value = serde_json::from_str(&text).unwrap();
    let counts = count();
    let mut wrong = Vec::new();
    for (name, count) in &counts {
        match recorded["instructions"][name].as_f64() {
            Some(before) => {
                let percent = (count / before - 1.0) * 100.0;
                if percent.abs() > TOLERANCE {
                    wrong.push(format!(
                        "{name}: {before} before, {count} now, {percent:+.1} %"
                    ));
                }
            }
            None => wrong.push(format!("{name}: {count} now, not recorded")),
        }
    }
    let names = recorded["instructions"].as_object().unwrap().keys();
    wrong.extend(
        names
            .filter(|name| !counts.contains_key(*name))
            .map(|name| format!("{name}: recorded, but no longer there")),
    );
    if wrong.is_empty() {
        println!(
            "== instructions: {} counts within {TOLERANCE} % of benches/instructions.json",
            counts.len()
        );
        return ExitCode::SUCCESS;
    }
    eprintln!("{}", wrong.join("\n"));
    explain(&recorded["made_with"]);
    ExitCode::FAILURE
}

/// What to do about counts that differ.
fn explain(made_with: &Value) {
    let now = made_with_now_differs(made_with);
    if now.is_empty() {
        eprintln!(
            "instructions: the code got slower or faster. If that is meant, run \
             `make instructions-record` and commit benches/instructions.json with it."
        );
    } else {
        eprintln!(
            "instructions: the counts were recorded with other tools ({}), so they say nothing \
             about the code. Check out the last commit that passed, run `make instructions-record` \
             there with the tools of today, and compare again.",
            now.join(", ")
        );
    }
}

fn made_with_now_differs(recorded: &Value) -> Vec<String> {
    let now = made_with();
    let tools = now.as_object().unwrap().iter();
    tools
        .filter(|(tool, version)| recorded[tool.as_str()] != **version)
        .map(|(tool, version)| format!("{tool} {} then, {version} now", recorded[tool.as_str()]))
        .collect()
}

/// The tools on which the counts depend: the compiler, and the C library, whose allocator and copying
/// are counted too, and which looks at what the processor can do.
fn made_with() -> Value {
    let avx2 = std::fs::read_to_string("/proc/cpuinfo").is_ok_and(|text| text.contains("avx2"));
    json!({
        "rustc": first_line("rustc", "--version"),
        "valgrind": first_line("valgrind", "--version"),
        "libc": first_line("ldd", "--version"),
        "avx2": avx2,
    })
}

fn first_line(program: &str, argument: &str) -> String {
    let output = Command::new(program).arg(argument).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().next().unwrap_or_default().to_owned()
}

/// The counts of all operations, by their names. Those of columns are for one row.
fn count() -> BTreeMap<String, f64> {
    let folder = Path::new("build/instructions");
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", "--collect-atstart=no"])
        .args([
            format!("--toggle-collect={COUNTED}"),
            format!("--dump-after={COUNTED}"),
        ])
        .arg(format!(
            "--callgrind-out-file={}",
            folder.join("out").display()
        ))
        .arg(std::env::current_exe().unwrap())
        .arg("run")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "valgrind failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let names = String::from_utf8(output.stdout).unwrap();
    let rows = names.lines().filter_map(|line| line.split_once('\t'));
    rows.enumerate()
        .map(|(index, (name, elements))| {
            let files =
                (1..=CALLS).map(|call| folder.join(format!("out.{}", index * CALLS + call)));
            let least = files.map(|file| total(&file)).reduce(f64::min).unwrap();
            let elements: f64 = elements.parse().unwrap();
            (name.to_owned(), rounded(least / elements))
        })
        .collect()
}

/// Two decimals, and none for what is more than a hundred.
fn rounded(count: f64) -> f64 {
    if count < 100.0 {
        (count * 100.0).round() / 100.0
    } else {
        count.round()
    }
}

fn total(file: &Path) -> f64 {
    let text = std::fs::read_to_string(file).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("totals: "));
    line.unwrap().trim().parse().unwrap()
}

fn recorded_at() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.json")
}
