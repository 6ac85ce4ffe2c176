//! The time of every operation of the core, compared with plain Rust by hand: `make
//! bench-rust`.
//!
//! The rules by hand are in `peers/rust`. They are measured right after their operation, in the
//! same run, and must give the same answers first.
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
    reason = "a benchmark reads files, and may panic"
)]

#[path = "peers/rust/mod.rs"]
mod peers;
mod table;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use jpeg_encoder::{ColorType, Encoder};
use qujat::{Day, Rulebook};
use qujat_benches::{Inputs, Measure, Row, file, images, operations};
use table::{Table, Times};

/// The number of processes that measure their first call.
const FIRST_CALLS: usize = 31;

/// Set in a process that measures its first call.
const FIRST_CALL: &str = "QUJAT_FIRST_CALL";

fn main() {
    if std::env::var_os(FIRST_CALL).is_some() {
        let start = Instant::now();
        Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
        println!("{}", start.elapsed().as_nanos());
        return;
    }
    let build = Path::new(env!("CARGO_MANIFEST_DIR")).join("../build");
    let criterion = Criterion::default()
        .without_plots()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1200))
        .sample_size(40)
        .output_directory(&build.join("criterion"))
        .configure_from_args();
    let inputs = Inputs::read();
    let large_photo = large_photo(inputs.today);
    let mut timed = Timed {
        criterion,
        peers: peers::Peers::new(&inputs, &large_photo),
        table: Table::new(build.join("criterion")),
    };
    operations(&inputs, &mut timed);
    images(&inputs, Some(&large_photo), &mut timed);
    timed.first_call();
    timed.criterion.final_summary();
    timed.table.write(&build);
}

/// The large photo of the vectors, a PNG, as JPEG of quality 92.
fn large_photo(on: Day) -> Vec<u8> {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let png = file("core/vectors/images/photos/large.png");
    let picture = rules.decode_image(&png, on).unwrap();
    let (width, height) = (
        picture.width.try_into().unwrap(),
        picture.height.try_into().unwrap(),
    );
    let mut jpeg = Vec::new();
    let encoder = Encoder::new(&mut jpeg, 92);
    encoder
        .encode(&picture.rgb, width, height, ColorType::Rgb)
        .unwrap();
    jpeg
}

struct Timed {
    criterion: Criterion,
    peers: peers::Peers,
    table: Table,
}

impl Measure for Timed {
    fn measure<T>(&mut self, row: Row, mut operation: impl FnMut() -> T) {
        let mut group = self.criterion.benchmark_group(row.name);
        if row.elements > 1 {
            group.throughput(Throughput::Elements(row.elements));
        }
        time(&mut group, table::OURS, &mut operation);
        self.peers.measure(row.name, &mut group);
        group.finish();
        self.table.add(row);
    }
}

fn time<T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    operation: &mut impl FnMut() -> T,
) {
    group.bench_function(name, |bencher| bencher.iter(&mut *operation));
}

impl Timed {
    /// The cost of the first question in a fresh process: loading the rulebook and the texts.
    fn first_call(&mut self) {
        let program = std::env::current_exe().unwrap();
        let times = (0..FIRST_CALLS).map(|_| {
            let output = Command::new(&program)
                .env(FIRST_CALL, "1")
                .output()
                .unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            text.trim().parse().unwrap()
        });
        let times = Times::of(times.collect());
        let what = "the first call in a process: the shipped rulebook, embedded, with its texts";
        let row = Row::new("first-call", what).target(1e6);
        self.table.add_timed(row, times);
    }
}
