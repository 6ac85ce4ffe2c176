//! Runs every target on the committed corpus, and on inputs made from it with a fixed seed: the same
//! ones each time. `QUJAT_CORPUS=DIR` brings another corpus, a folder of inputs for each target, which
//! is run as it is.
#![allow(
    clippy::disallowed_methods,
    reason = "a test reads its files, its environment and a clock"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use qujat_laws::{TARGETS, Target};

/// Mutated inputs of each target.
const MUTATED: usize = 400;
/// Those that look at pictures or load rulebooks take much longer.
const MUTATED_SLOWLY: usize = 40;
const SLOW: [&str; 11] = [
    "command",
    "form",
    "jpeg",
    "overlays",
    "photo_report",
    "png",
    "rulebook",
    "signature",
    "strokes",
    "texts",
    "centres",
];
/// The bytes of a committed input at most, as `pack.py` packs them.
const LONGEST: usize = 1000;
/// The stack of a target: that of the smallest threads which applications run on.
const STACK: usize = 256 << 10;

/// Xorshift: good enough to choose bytes, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// An input with a few bytes changed, removed, doubled, or taken from another one.
fn mutated(input: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(5) {
            0 => bytes.insert(at, dice.below(256) as u8),
            1 => bytes.truncate(at),
            2 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            3 => {
                let end = (at + dice.below(16)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ => {
                let from = dice.below(other.len() + 1);
                let to = (from + dice.below(32)).min(other.len());
                bytes.splice(at..at, other[from..to].to_vec());
            }
        }
    }
    bytes
}

/// Inputs with their names.
type Inputs = Vec<(String, Vec<u8>)>;

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus")
}

/// The input of a line of a packed file: hexadecimal digits, two a byte.
fn unpacked(line: &str) -> Option<Vec<u8>> {
    let value = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = line.as_bytes().as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[high, low]| Some(value(high)? << 4 | value(low)?));
    bytes
        .collect::<Option<Vec<u8>>>()
        .filter(|input| rest.is_empty() && input.len() <= LONGEST)
}

/// The committed inputs of a target, each named by its line.
fn packed(target: &str) -> Inputs {
    let path = committed().join(format!("{target}.hex"));
    let text = std::fs::read_to_string(&path);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        text.lines().is_sorted_by(|one, next| one < next),
        "{target}: pack the corpus with pack.py, which sorts it"
    );
    let read = |(line, text)| {
        let name = format!("{target}.hex, line {}", line + 1);
        let input = unpacked(text).unwrap_or_else(|| panic!("{name} is no input"));
        (name, input)
    };
    text.lines().enumerate().map(read).collect()
}

/// The inputs in a folder, each named by its file.
fn gathered(folder: &Path) -> Inputs {
    let entries = std::fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| (path.display().to_string(), std::fs::read(path).unwrap());
    paths.into_iter().map(read).collect()
}

#[test]
fn a_line_is_an_input_or_refused() {
    assert_eq!(unpacked(""), Some(vec![]));
    assert_eq!(unpacked("00ff7b"), Some(vec![0, 0xff, b'{']));
    assert_eq!(unpacked(&"00".repeat(LONGEST)), Some(vec![0; LONGEST]));
    for line in ["0", "zz", "AB", "+1", " 00", "00\r", "é"] {
        assert_eq!(unpacked(line), None, "{line:?}");
    }
    assert_eq!(unpacked(&"00".repeat(LONGEST + 1)), None);
}

#[test]
fn every_committed_file_belongs_to_a_target() {
    let files = std::fs::read_dir(committed()).unwrap();
    let files: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let targets = TARGETS.iter().map(|(target, _)| format!("{target}.hex"));
    assert_eq!(files, targets.collect());
}

#[test]
fn every_target_holds_on_its_corpus() {
    let other = std::env::var_os("QUJAT_CORPUS").map(PathBuf::from);
    let failed = std::thread::scope(|scope| {
        let (first, second) = TARGETS.split_at(TARGETS.len() / 2);
        let threads = [first, second].map(|targets| {
            let run = || {
                let each = targets.iter();
                each.map(|target| match &other {
                    Some(corpus) => hold(target, &gathered(&corpus.join(target.0)), false),
                    None => hold(target, &packed(target.0), true),
                })
                .sum::<usize>()
            };
            let thread = std::thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, run).unwrap()
        });
        threads
            .map(|thread| thread.join().unwrap())
            .iter()
            .sum::<usize>()
    });
    assert_eq!(failed, 0);
}

/// The number of inputs that break a law of this target.
fn hold((target, run): &Target, inputs: &Inputs, mutate: bool) -> usize {
    assert!(!inputs.is_empty(), "{target} has no corpus");
    let begun = std::time::Instant::now();
    let mut failed = 0;
    let mut check = |name: &str, input: &[u8]| {
        if std::panic::catch_unwind(|| run(input)).is_err() {
            println!("{target} is broken by {name}: {input:02x?}");
            failed += 1;
        }
    };
    for (name, input) in inputs {
        check(name, input);
    }
    let count = match SLOW.contains(target) {
        _ if !mutate => 0,
        true => MUTATED_SLOWLY,
        false => MUTATED,
    };
    let mut dice = Dice(0x2025_0528);
    for number in 0..count {
        let (_, input) = &inputs[dice.below(inputs.len())];
        let (_, other) = &inputs[dice.below(inputs.len())];
        check(
            &format!("mutation {number}"),
            &mutated(input, other, &mut dice),
        );
    }
    println!(
        "{target}: {} inputs and {count} mutations, {:.1?}",
        inputs.len(),
        begun.elapsed()
    );
    failed
}
