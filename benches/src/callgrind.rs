//! Callgrind's counts of a call: the instructions of this program's own code, and apart from them
//! those that depend on the machine.
//!
//! A program under callgrind runs code of three kinds. The library and what is compiled into it do the
//! same work on every machine. The C library's allocator does what its free lists tell it, which
//! depends on everything that was allocated before, and its copying and comparing exist in variants,
//! of which the processor and the addresses choose. And a few crates ([`DETECTING`]) look at run time
//! at what the processor can do. Only the first kind can be compared between machines.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Crates that choose their code by the processor they run on.
pub const DETECTING: [&str; 5] = [
    "crc32fast",
    "memchr",
    "simd_adler32",
    "zune_core",
    "zune_jpeg",
];

/// The cost of one call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Instructions of this program's own code.
    pub own: u64,
    /// Those of the C library (allocating, freeing, copying, comparing), and of the crates that choose
    /// their code by the processor.
    pub apart: u64,
}

/// The call to count: everything below a function, written to one file for each call of it.
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    /// The name of the function, as callgrind sees it.
    pub function: &'a str,
    /// The program itself, or a copy of it.
    pub program: &'a Path,
    /// The program's arguments.
    pub arguments: &'a [&'a str],
    /// The whole of its environment.
    pub environment: &'a [(&'a str, &'a str)],
    /// The folder of the files. It is emptied before.
    pub folder: &'a Path,
}

impl Counting<'_> {
    /// Runs the program under callgrind. Returns what it printed, and the costs of the counted calls.
    ///
    /// # Panics
    ///
    /// If valgrind cannot be run, or the program fails.
    #[must_use]
    pub fn run(&self) -> (String, Vec<Cost>) {
        let _ = std::fs::remove_dir_all(self.folder);
        std::fs::create_dir_all(self.folder).unwrap();
        // The profile names it by its whole path.
        let program = std::fs::canonicalize(self.program).unwrap();
        let output = Command::new("valgrind")
            .env_clear()
            // The path of valgrind itself.
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(self.environment.iter().copied())
            .args(["--tool=callgrind", "--quiet", "--collect-atstart=no"])
            .args([
                format!("--toggle-collect={}", self.function),
                format!("--dump-after={}", self.function),
            ])
            .arg(format!(
                "--callgrind-out-file={}",
                self.folder.join("out").display()
            ))
            .arg(&program)
            .args(self.arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "valgrind failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let mut costs = Vec::new();
        loop {
            let file = self.folder.join(format!("out.{}", costs.len() + 1));
            let Ok(text) = std::fs::read_to_string(file) else {
                break;
            };
            costs.push(cost(&text, &program.display().to_string()));
        }
        (String::from_utf8(output.stdout).unwrap(), costs)
    }
}

/// The place of a line of a profile.
#[derive(Clone, Debug, Default)]
struct Place {
    object: String,
    function: String,
}

impl Place {
    fn is_own(&self, program: &str) -> bool {
        let path = self.function.trim_start_matches(['<', '&']);
        let of = |krate: &&str| {
            let rest = path.strip_prefix(*krate);
            rest.is_some_and(|rest| rest.starts_with("::"))
        };
        self.object == program && !DETECTING.iter().any(of)
    }
}

/// Reads a profile in callgrind's format.
fn cost(text: &str, program: &str) -> Cost {
    let (mut objects, mut functions) = (BTreeMap::new(), BTreeMap::new());
    let (mut here, mut cost, mut within_call) = (Place::default(), Cost::default(), false);
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=') else {
            // A position and a count; after a line about a call, the count of all below it.
            let count = line.split_once(' ').and_then(|(position, count)| {
                let is_position =
                    position.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c));
                is_position.then(|| count.trim().parse::<u64>().ok())?
            });
            if let Some(count) = count.filter(|_| !std::mem::take(&mut within_call)) {
                let of = if here.is_own(program) {
                    &mut cost.own
                } else {
                    &mut cost.apart
                };
                *of += count;
            }
            continue;
        };
        match key {
            "ob" => here.object = named(&mut objects, value),
            "fn" => here.function = named(&mut functions, value),
            // A name may be written first where something is called.
            "cob" => drop(named(&mut objects, value)),
            "cfn" => drop(named(&mut functions, value)),
            "calls" => within_call = true,
            _ => {}
        }
    }
    cost
}

/// A name is written once, as `(7) name`, and then as `(7)`.
fn named(names: &mut BTreeMap<String, String>, value: &str) -> String {
    let (number, name) = value
        .split_once(") ")
        .unwrap_or((value.trim_end_matches(')'), ""));
    if name.is_empty() {
        return names.get(number).cloned().unwrap_or_default();
    }
    names.insert(number.to_owned(), name.to_owned());
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = "\
version: 1
cmd: /a/program run
positions: line
events: Ir
summary: 999
fl=(1) main.rs
ob=(1) /a/program
fn=(1) qujat::decide
10 40
cob=(2) /lib/libc.so.6
cfi=(2) malloc.c
cfn=(2) malloc
calls=3 12
+2 300
+1 2
cfn=(3) memchr::memchr
calls=1 5
* 70
* 1

fn=(3)
5 70

ob=(2)
fl=(2)
fn=(2)
12 250
cfn=(4) _int_malloc
calls=3 1
* 50

fn=(4)
1 50

ob=(1)
fn=(5) <qujat::Day as core::fmt::Debug>::fmt
7 5
totals: 418
";

    #[test]
    fn the_programs_own_code_is_told_from_the_rest() {
        let wanted = Cost {
            own: 40 + 2 + 1 + 5,
            apart: 70 + 250 + 50,
        };
        assert_eq!(cost(PROFILE, "/a/program"), wanted);
    }

    #[test]
    fn a_crate_is_known_by_its_whole_name() {
        let place = |function: &str| Place {
            object: "p".to_owned(),
            function: function.to_owned(),
        };
        assert!(!place("memchr::arch::all").is_own("p"));
        assert!(!place("<zune_jpeg::decoder::JpegDecoder<T>>::decode").is_own("p"));
        assert!(place("memchr_like::f").is_own("p"));
        assert!(place("qujat::memchr").is_own("p"));
        assert!(!place("qujat::decide").is_own("q"));
    }
}
