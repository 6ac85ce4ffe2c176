//! The number of instructions of its own code that each operation takes, counted by callgrind: no
//! noise of the machine is in it, so that a slowdown of a few per cent is seen.
//!
//! `make instructions` compares the counts with `benches/instructions.json`, and fails if one of
//! them has changed by more than [`TOLERANCE`]; `make instructions-record` writes that file again.
//! The counts leave out the C library and code chosen by the processor: docs/performance.md
//! explains the reasons, and how they were found.
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
use std::hash::{DefaultHasher, Hash, Hasher};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use qujat_benches::{Cost, Counting, Inputs, Measure, ROOT, Row, file, images, operations};
use serde_json::{Value, json};

/// By how much a count may differ from the recorded one, in per cent.
const TOLERANCE: f64 = 3.0;

/// By how much a count may differ from one that was taken elsewhere, in per cent. Almost all are the
/// same to the last instruction; loops that begin at an address of their own choice are not.
const AFAR: f64 = 0.1;

/// Of what is done with images, the operations that are counted. Decoding is the work of a crate that
/// chooses its code by the processor.
const IMAGES: [&str; 2] = ["photo-report", "signature-report"];

/// Those that read what `scripts/setup.sh photos` makes.
const OF_PHOTO: [&str; 1] = ["photo-report"];
const PHOTO: &str = "core/vectors/images/photos/good.jpg";

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("run") => run(std::env::args().nth(2).is_none()),
        Some("twice") => twice(),
        Some("record") => record(),
        Some("compare") => compare(),
        Some("show") => show(),
        _ => {
            eprintln!("say which of compare, record, run, show, twice");
            ExitCode::FAILURE
        }
    }
}

/// Calls every operation. Callgrind counts what happens in [`counted`], and writes a file whenever
/// it is left.
fn run(with_images: bool) -> ExitCode {
    let inputs = Inputs::read();
    operations(&inputs, &mut Counted { only: &[] });
    if with_images {
        images(&inputs, None, &mut Counted { only: &IMAGES });
    }
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
        // Values that are made once are made before.
        black_box(operation());
        counted(&mut || {
            black_box(operation());
        });
        println!("{}\t{}", row.name, row.elements);
    }
}

/// The call that callgrind counts; see [`COUNTED`].
#[inline(never)]
fn counted(operation: &mut dyn FnMut()) {
    operation();
    // Something after the call, or it would be a jump, and no function would be left.
    black_box(());
}

/// The name of [`counted`] as callgrind sees it.
const COUNTED: &str = "instructions::counted";

/// The costs of one row or call of each operation, by their names.
fn count() -> BTreeMap<String, [f64; 2]> {
    costs(&Counting {
        function: COUNTED,
        program: &std::env::current_exe().unwrap(),
        arguments: &["run"],
        environment: &[],
        folder: Path::new("build/instructions"),
    })
}

fn costs(counting: &Counting<'_>) -> BTreeMap<String, [f64; 2]> {
    let (names, costs) = counting.run();
    let rows: Vec<_> = names
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    assert_eq!(rows.len(), costs.len(), "a file for each operation");
    let each = rows.into_iter().zip(costs);
    each.map(|((name, elements), Cost { own, apart })| {
        let elements: f64 = elements.parse().unwrap();
        let per_row = |count: u64| rounded(count as f64 / elements);
        (name.to_owned(), [own, apart].map(per_row))
    })
    .collect()
}

/// Two decimals, and no decimals for more than a hundred.
fn rounded(count: f64) -> f64 {
    if count < 100.0 {
        (count * 100.0).round() / 100.0
    } else {
        count.round()
    }
}

fn record() -> ExitCode {
    let counts = count();
    let own = counts.iter().map(|(name, [own, _])| (name, own));
    let own: BTreeMap<_, _> = own.collect();
    let all = json!({ "made_with": made_with(), "instructions": own });
    let text = serde_json::to_string_pretty(&all).unwrap();
    std::fs::write(recorded_at(), format!("{text}\n")).unwrap();
    println!("== instructions: {} counts recorded", counts.len());
    ExitCode::SUCCESS
}

/// Counts once as always, and once from longer paths, with 3 kB more in the environment, other variants
/// of copying, and an allocator that gives other addresses: see [`AFAR`].
fn twice() -> ExitCode {
    let program = std::env::current_exe().unwrap();
    let far = Path::new("build/instructions-far").join("a-long-name/".repeat(12));
    std::fs::create_dir_all(&far).unwrap();
    let copy = far.join("instructions");
    std::fs::copy(&program, &copy).unwrap();
    let large = "x".repeat(3000);
    let root = format!(
        "{}/..{}",
        env!("CARGO_MANIFEST_DIR"),
        "/benches/..".repeat(12)
    );
    let tunables = "glibc.malloc.tcache_count=0:glibc.malloc.mmap_threshold=4096:\
                    glibc.cpu.hwcaps=-AVX2_Usable,-AVX2,-ERMS,-AVX_Fast_Unaligned_Load";
    let far_counts = Counting {
        function: COUNTED,
        program: &copy,
        arguments: &["run", "without-images"],
        environment: &[
            ("LARGE", &large),
            (ROOT, &root),
            ("GLIBC_TUNABLES", tunables),
        ],
        folder: &far.join("counts"),
    };
    let near_counts = Counting {
        program: &program,
        environment: &[],
        folder: Path::new("build/instructions-near"),
        ..far_counts
    };
    let (near, far) = (costs(&near_counts), costs(&far_counts));
    let mut differ = 0;
    for (name, [own, _]) in &near {
        if differs(*own, far[name][0], AFAR) {
            differ += 1;
            println!("{name}: {own}, from afar {}", far[name][0]);
        }
    }
    let apart =
        |counts: &BTreeMap<String, [f64; 2]>| counts.values().map(|[_, apart]| apart).sum::<f64>();
    if differ > 0 {
        eprintln!("instructions: {differ} counts depend on the machine");
        return ExitCode::FAILURE;
    }
    // The proof that from afar is another place: what is kept apart has changed.
    assert!(
        apart(&near).total_cmp(&apart(&far)).is_ne(),
        "nothing is different from afar"
    );
    println!("== instructions: {} counts, the same from afar", near.len());
    ExitCode::SUCCESS
}

/// Prints both counts: the program's own, and what depends on the machine.
fn show() -> ExitCode {
    println!("operation\tits own\tapart from it");
    for (name, [own, apart]) in count() {
        println!("{name}\t{own}\t{apart}");
    }
    ExitCode::SUCCESS
}

fn compare() -> ExitCode {
    let text = std::fs::read_to_string(recorded_at()).unwrap();
    let recorded: Value = serde_json::from_str(&text).unwrap();
    let now = made_with();
    let same = |what: &str| recorded["made_with"][what] == now[what];
    let counts = count();
    let mut wrong = Vec::new();
    for (name, [own, _]) in &counts {
        if OF_PHOTO.contains(&name.as_str()) && !same("photo") {
            println!("instructions: {name} is not compared, the photo is another one here");
            continue;
        }
        match recorded["instructions"][name].as_f64() {
            Some(before) if differs(before, *own, TOLERANCE) => {
                let percent = (own / before - 1.0) * 100.0;
                wrong.push(format!(
                    "{name}: {before} before, {own} now, {percent:+.1} %"
                ));
            }
            Some(_) => {}
            None => wrong.push(format!("{name}: {own} now, not recorded")),
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
    println!("{}", wrong.join("\n"));
    if same("rustc") && same("machine") {
        eprintln!(
            "instructions: the code got slower or faster. If that is meant, run \
             `make instructions-record` and commit benches/instructions.json with it."
        );
        return ExitCode::FAILURE;
    }
    // Another compiler writes other code: that says nothing about this repository's.
    println!(
        "== instructions: NOT checked, only shown: recorded with {}, this is {now}",
        recorded["made_with"]
    );
    ExitCode::SUCCESS
}

/// `true` if two counts differ by more than so many per cent.
fn differs(before: f64, now: f64, percent: f64) -> bool {
    (now - before).abs() * 100.0 > percent * before
}

/// The things that the counts depend on besides the code: the compiler, the kind of machine it
/// writes for, and the photo that the report is on.
fn made_with() -> Value {
    let mut hasher = DefaultHasher::new();
    file(PHOTO).hash(&mut hasher);
    let output = Command::new("rustc").arg("--version").output().unwrap();
    let rustc = String::from_utf8(output.stdout).unwrap();
    json!({
        "rustc": rustc.trim(),
        "machine": format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS),
        "photo": format!("{:016x}", hasher.finish()),
    })
}

fn recorded_at() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.json")
}
