//! Runs image files through inspection, decoding and sanitising, for `make corpora` and
//! `make determinism`.
//!
//! `images generate FOLDER` writes pictures of all kinds. `images check LEAST FOLDER…` reads all
//! files below the folders, of which there have to be that many, prints a description of each, in
//! an order that never changes, and fails if one breaks a law. It counts the verdicts on the error
//! stream. `images report FOLDER…` prints the checksum of the reports on each file.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test program reads and writes files, and says what it found"
)]

#[path = "../../../tests/support/pictures.rs"]
#[allow(dead_code, reason = "the tests of the limits use the rest")]
mod pictures;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use qujat::{Day, Rulebook};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["generate", folder] => generate(Path::new(folder)),
        ["check", least, folders @ ..] => check(least.parse()?, folders),
        ["report", folders @ ..] => report(folders),
        _ => Err("usage: images generate FOLDER | check LEAST FOLDER… | report FOLDER…".into()),
    }
}

fn generate(folder: &Path) -> Result<ExitCode, Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    for (name, file) in pictures::all_kinds() {
        std::fs::write(folder.join(name), file)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The checksums of the reports on photos and signatures of each file.
fn report(folders: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let rules = Rulebook::edition("service-2025")?;
    let day = Day::parse("2026-02-10")?;
    for path in all_below(folders)? {
        let bytes = std::fs::read(&path)?;
        let reports = serde_json::to_vec(&(
            rules.check_photo(&bytes, day),
            rules.check_signature(&bytes, day),
            rules.normalise_signature(&bytes, day),
        ))?;
        println!("{}: {:08x}", path.display(), crc32fast::hash(&reports));
    }
    Ok(ExitCode::SUCCESS)
}

fn check(least: usize, folders: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let rules = Rulebook::edition("service-2025")?;
    let day = Day::parse("2026-02-10")?;
    let files = all_below(folders)?;
    let mut verdicts = BTreeMap::<String, usize>::new();
    let mut broken = Vec::new();
    for path in &files {
        let name = path.display();
        let bytes = std::fs::read(path)?;
        // A panic is caught only to go on and to say which files it was.
        let found = std::panic::catch_unwind(|| found(rules, &bytes, day));
        let found = found.unwrap_or_else(|_| Err("panicked".to_owned()));
        let (verdict, report) = match found {
            Ok(found) => found,
            Err(law) => {
                broken.push(format!("{name}: {law}"));
                ("BROKEN".to_owned(), law)
            }
        };
        println!("{name}: {report}");
        let count = verdicts.entry(verdict).or_default();
        *count = count.saturating_add(1);
    }
    eprintln!("{} files", files.len());
    for (verdict, count) in verdicts {
        eprintln!("{count:7} {verdict}");
    }
    if files.len() < least {
        broken.push(format!("{least} files were expected"));
    }
    for line in &broken {
        eprintln!("{line}");
    }
    Ok(ExitCode::from(u8::from(!broken.is_empty())))
}

/// The files below all folders, in an order that never changes.
fn all_below(folders: &[&str]) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in folders {
        below(Path::new(folder), &mut files)?;
    }
    files.sort();
    Ok(files)
}

/// The files below a folder.
fn below(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            below(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The description of a file: its verdict, and all findings on it. Fails with the law that it
/// breaks.
fn found(rules: &Rulebook, bytes: &[u8], day: Day) -> Result<(String, String), String> {
    let (inspected, clean) = (
        rules.inspect_image(bytes, day),
        rules.sanitize_image(bytes, day),
    );
    let (file, clean) = match (inspected, clean) {
        (Ok(file), Ok(clean)) => (file, clean),
        (Err(inspected), Err(clean)) if inspected == clean => {
            return Ok((inspected.code().to_string(), format!("{inspected:?}")));
        }
        _ => return Err("inspecting and sanitising differ".to_owned()),
    };
    let picture = rules
        .decode_image(bytes, day)
        .map_err(|error| format!("accepted, and cannot be decoded: {error}"))?;
    if rules.decode_image(&clean, day).as_ref() != Ok(&picture) {
        return Err("sanitising changed the picture".to_owned());
    }
    if rules.sanitize_image(&clean, day).as_ref() != Ok(&clean) {
        return Err("sanitising again gives other bytes".to_owned());
    }
    let after = rules.inspect_image(&clean, day);
    if after.is_ok_and(|after| !after.personal.is_empty()) {
        return Err("sanitising left personal metadata".to_owned());
    }
    let verdict = format!("accepted {}", file.format);
    let [picture, clean] = [&picture.rgb, &clean].map(|bytes| crc32fast::hash(bytes));
    let report = format!("{file:?} picture {picture:08x} sanitised {clean:08x}");
    Ok((verdict, report))
}
