//! The table of a run: `build/bench-rust.md` and `build/bench-rust.json`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use qujat_benches::Row;
use serde_json::{Value, json};

/// The name of the library's own measurement of a row.
pub const OURS: &str = "qujat";

/// Nanoseconds for one call.
#[derive(Clone, Copy)]
pub struct Times {
    median: f64,
    /// Between the first and the third quartile.
    spread: f64,
}

impl Times {
    pub fn of(mut times: Vec<f64>) -> Times {
        times.sort_by(f64::total_cmp);
        let quartile = |quarters: usize| {
            let last = times.len() - 1;
            times[last * quarters / 4]
        };
        Times {
            median: quartile(2),
            spread: quartile(3) - quartile(1),
        }
    }

    /// Those that Criterion wrote of a measurement.
    fn read(folder: &Path) -> Option<Times> {
        let text = std::fs::read_to_string(folder.join("new/sample.json")).ok()?;
        let sample: Value = serde_json::from_str(&text).unwrap();
        let list = |name: &str| {
            let numbers = sample[name].as_array().unwrap().iter();
            numbers.map(|number| number.as_f64().unwrap()).collect()
        };
        let (calls, times): (Vec<f64>, Vec<f64>) = (list("iters"), list("times"));
        let each = times.iter().zip(calls).map(|(time, calls)| time / calls);
        Some(Times::of(each.collect()))
    }
}

struct Measured {
    row: Row,
    ours: Times,
    peers: Vec<(String, Times)>,
}

/// The rows measured so far.
pub struct Table {
    /// The folder that Criterion writes to.
    criterion: PathBuf,
    rows: Vec<Measured>,
}

impl Table {
    pub fn new(criterion: PathBuf) -> Table {
        Table {
            criterion,
            rows: Vec::new(),
        }
    }

    /// Adds a row that Criterion has measured in this run. One that was filtered out is left out.
    pub fn add(&mut self, row: Row) {
        let folder = self.criterion.join(row.name);
        let Some(ours) = Times::read(&folder.join(OURS)) else {
            return;
        };
        let mut peers = Vec::new();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name != OURS && name != "report" {
                let times = Times::read(&folder.join(&name));
                peers.extend(times.map(|times| (name, times)));
            }
        }
        self.rows.push(Measured { row, ours, peers });
    }

    pub fn add_timed(&mut self, row: Row, ours: Times) {
        let peers = Vec::new();
        self.rows.push(Measured { row, ours, peers });
    }

    pub fn write(&self, build: &Path) {
        let json = serde_json::to_string_pretty(&self.json()).unwrap();
        std::fs::write(build.join("bench-rust.json"), json + "\n").unwrap();
        std::fs::write(build.join("bench-rust.md"), self.markdown()).unwrap();
    }

    fn json(&self) -> Value {
        let rows = self.rows.iter().map(|Measured { row, ours, peers }| {
            let peers = peers.iter().map(|(name, times)| {
                json!({
                    "name": name,
                    "median_ns": rounded(times.median),
                    "spread_ns": rounded(times.spread),
                    "ratio": rounded(times.median / ours.median),
                })
            });
            json!({
                "row": row.name,
                "what": row.what,
                "elements": row.elements,
                "median_ns": rounded(ours.median),
                "spread_ns": rounded(ours.spread),
                "peers": peers.collect::<Vec<_>>(),
                "target_ns": row.target,
                "met": row.target.map(|target| ours.median <= target),
            })
        });
        json!({
            "language": "Rust",
            "machine": machine(),
            "versions": versions(),
            "rows": rows.collect::<Vec<_>>(),
        })
    }

    fn markdown(&self) -> String {
        let mut out = format!("{}; {}\n\n", machine(), versions_line());
        out.push_str("| operation | median | spread | target | plain Rust | ratio |\n");
        out.push_str("|---|---:|---:|---:|---:|---:|\n");
        for Measured { row, ours, peers } in &self.rows {
            let target = row.target.map_or(String::new(), |target| {
                let met = if ours.median <= target {
                    ""
                } else {
                    " **missed**"
                };
                format!("≤ {}{met}", duration(target))
            });
            let peer = peers.first().map(|(_, times)| times.median);
            let (peer, ratio) = peer.map_or_else(Default::default, |peer| {
                (duration(peer), format!("{:.1}×", peer / ours.median))
            });
            let (median, spread) = (duration(ours.median), duration(ours.spread));
            let _ = writeln!(
                out,
                "| {} | {median} | {spread} | {target} | {peer} | {ratio} |",
                row.what
            );
        }
        out
    }
}

/// Three digits, or whole nanoseconds.
fn rounded(value: f64) -> f64 {
    let digits = if value < 100.0 { 100.0 } else { 1.0 };
    (value * digits).round() / digits
}

fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        ns if ns < 1e3 => format!("{} ns", significant(ns)),
        ns if ns < 1e6 => format!("{} µs", significant(ns / 1e3)),
        ns => format!("{} ms", significant(ns / 1e6)),
    }
}

fn significant(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}").trim_end_matches(".00").to_owned(),
        value if value < 100.0 => format!("{value:.1}").trim_end_matches(".0").to_owned(),
        value => format!("{value:.0}"),
    }
}

fn machine() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let model = model
        .unwrap_or("unknown")
        .trim_start_matches(['\t', ':', ' ']);
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{model}, {processors} processors, {}", std::env::consts::OS)
}

/// The compiler, and what the plain Rust is made of, as the lock file has it.
fn versions() -> Value {
    let lock = include_str!("../Cargo.lock");
    let version = |name: &str| {
        let package = lock.split_once(&format!("name = \"{name}\"\nversion = \""));
        package.and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()))
    };
    let mut versions = serde_json::Map::new();
    let rustc = std::process::Command::new("rustc")
        .arg("--version")
        .output();
    let rustc = rustc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    versions.insert("rustc".to_owned(), json!(rustc.unwrap_or_default()));
    for name in ["qujat"].iter().chain(crate::peers::CRATES) {
        versions.insert((*name).to_owned(), json!(version(name)));
    }
    Value::Object(versions)
}

fn versions_line() -> String {
    let versions = versions();
    let versions = versions.as_object().unwrap().iter();
    let each = versions.map(|(name, version)| match version.as_str() {
        Some(version) if version.starts_with(name) => version.to_owned(),
        Some(version) => format!("{name} {version}"),
        None => name.clone(),
    });
    each.collect::<Vec<_>>().join(", ")
}
