//! The traps of SPEC 11.1, and pictures at the allowed maximum, each in a process of its
//! own, on a thread of 256 KiB: what it takes of memory is bounded, and in builds for release what
//! it takes of processor time. `make image-limits` prints the figures.
//!
//! Each test makes a file and runs itself again, as a child that gets the file by an environment
//! variable. Memory and processor time are what Linux says of the child; other systems do not say.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    reason = "a test reads its files and its clock, shows figures, and may panic"
)]

#[path = "support/pictures.rs"]
#[allow(dead_code, reason = "`make corpora` uses the rest")]
mod pictures;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use pictures::{MOST, MOST_PROGRESSIVE};
use qujat::{Day, Rulebook};

/// 4 bytes for each of the most pixels, and 32 MB.
const MOST_MEMORY: u64 = 4 * 25_000_000 + 32_000_000;
/// The smallest stack of a thread that applications call from.
const STACK: usize = 256 << 10;
/// The time limit of a call with a refused input, in builds for release.
const REFUSED_WITHIN: Duration = Duration::from_millis(250);
/// And of the largest pictures.
const DONE_WITHIN: Duration = Duration::from_secs(3);

/// The child's file, and the place of its findings.
const FILE: &str = "QUJAT_TEST_IMAGE";
/// The call that it makes.
const CALL: &str = "QUJAT_TEST_CALL";

/// The calls with a file.
const CALLS: [&str; 6] = [
    "inspect",
    "sanitise",
    "decode",
    "photo",
    "signature",
    "normalise",
];

/// The children's report: the code of a refusal or `accepted`, and the cost of each call.
struct Told {
    outcome: String,
    times: Vec<Duration>,
}

/// Does all there is to do with a file, each call in a child that runs the test of this name alone.
fn run(test: &str, make: impl FnOnce() -> Vec<u8>) -> Option<Told> {
    if let (Some(path), Some(call)) = (std::env::var_os(FILE), std::env::var_os(CALL)) {
        let file = std::fs::read(&path).unwrap();
        let thread = std::thread::Builder::new().stack_size(STACK);
        let call = call.into_string().unwrap();
        let thread = thread.spawn(move || work(&file, &call)).unwrap();
        let told = thread.join().unwrap();
        std::fs::write(Path::new(&path).with_extension("told"), told).unwrap();
        return None;
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let told = path.with_extension("told");
    std::fs::write(&path, make()).unwrap();
    let (mut outcomes, mut times, mut most_memory) = (Vec::new(), Vec::new(), 0);
    for call in CALLS {
        let _ = std::fs::remove_file(&told);
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--test-threads=1"])
            .env(FILE, &path)
            .env(CALL, call)
            .output()
            .unwrap();
        assert!(child.status.success(), "{test}, {call}: {child:?}");
        let told = std::fs::read_to_string(&told).unwrap();
        let mut words = told.split(' ');
        outcomes.push(words.next().unwrap().to_owned());
        let memory: Option<u64> = words.next().unwrap().parse().ok();
        times.push(Duration::from_micros(
            words.next().unwrap().parse().unwrap(),
        ));
        assert_eq!(memory.is_some(), cfg!(target_os = "linux"));
        assert!(
            memory.is_none_or(|peak| peak <= MOST_MEMORY),
            "{test}, {call}: {memory:?}"
        );
        most_memory = memory.unwrap_or(0).max(most_memory);
    }
    // Signatures have limits of their own.
    let (outcome, others) = outcomes.split_first().unwrap();
    assert!(
        others.iter().take(3).all(|other| other == outcome),
        "{test}: {outcomes:?}"
    );
    let shown = times.iter().map(|time| format!("{} |", time.as_millis()));
    let shown = shown.collect::<Vec<_>>().join(" ");
    println!(
        "| {test} | {outcome} | {shown} {} |",
        most_memory / 1_000_000
    );
    Some(Told {
        outcome: outcome.clone(),
        times,
    })
}

/// The outcome of a call, the peak memory, and the microseconds that it took.
fn work(bytes: &[u8], call: &str) -> String {
    let rules = Rulebook::edition("service-2025").unwrap();
    let day = Day::parse("2026-02-10").unwrap();
    let code = |said: Result<(), qujat::Error>| match said {
        Ok(()) => "accepted",
        Err(error) => error.code().as_str(),
    };
    let start = spent();
    let outcome = match call {
        "inspect" => code(rules.inspect_image(bytes, day).map(drop)),
        "sanitise" => code(rules.sanitize_image(bytes, day).map(drop)),
        "decode" => code(rules.decode_image(bytes, day).map(drop)),
        "photo" => {
            let photo = rules.check_photo(bytes, day).unwrap();
            let first = photo.checks.first().filter(|_| photo.file.is_none());
            first.map_or("accepted", |check| check.reason.code.as_str())
        }
        "signature" => rules.check_signature(bytes, day).unwrap().verdict.as_str(),
        _ => code(rules.normalise_signature(bytes, day).map(drop)),
    };
    let taken = spent().zip(start).map_or(0, |(end, start)| end - start);
    let memory = peak().map_or("unknown".to_owned(), |peak| peak.to_string());
    format!("{outcome} {memory} {}", taken / 1000)
}

/// Nanoseconds of processor time that this thread has had.
fn spent() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split(' ').next()?.parse().ok()
}

/// The most memory that this process ever had, in bytes.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1024)
}

/// The time of a call depends on the machine: only builds for release are held to it.
fn check_times(test: &str, told: &Told, most: Duration) {
    for (call, time) in CALLS.iter().zip(&told.times) {
        assert!(
            cfg!(debug_assertions) || *time <= most,
            "{test}: {call} took {time:?}"
        );
    }
}

fn refused(test: &str, code: &str, make: impl FnOnce() -> Vec<u8>) {
    if let Some(told) = run(test, make) {
        assert_eq!(told.outcome, code, "{test}");
        check_times(test, &told, REFUSED_WITHIN);
    }
}

/// The largest pictures, whose files are not far below the limit of 5 MiB.
fn largest(test: &str, make: impl FnOnce() -> Vec<u8>) {
    accepted(test, || {
        let file = make();
        assert!(
            (4_000_000..=5_242_880).contains(&file.len()),
            "{}",
            file.len()
        );
        file
    });
}

fn accepted(test: &str, make: impl FnOnce() -> Vec<u8>) {
    if let Some(told) = run(test, make) {
        assert_eq!(told.outcome, "accepted", "{test}");
        check_times(test, &told, DONE_WITHIN);
    }
}

#[test]
fn a_small_jpeg_that_claims_a_huge_size() {
    refused("a_small_jpeg_that_claims_a_huge_size", "IMAGE_SIDE", || {
        let file = pictures::claiming(65_500, 65_500);
        assert!(file.len() < 1000);
        file
    });
}

#[test]
fn a_small_jpeg_that_claims_the_allowed_maximum() {
    let test = "a_small_jpeg_that_claims_the_allowed_maximum";
    refused(test, "IMAGE_CUT", || pictures::claiming(MOST.0, MOST.1));
}

/// Two hundred million characters in less than two hundred thousand bytes.
fn text() -> Vec<u8> {
    let text = pictures::zlib(200_000_000, |_| b' ');
    assert!(text.len() < 200_000);
    text
}

fn small_png(before: &[u8]) -> Vec<u8> {
    pictures::png((8, 8), [8, 0, 0], before, &pictures::zlib(72, |_| 0))
}

#[test]
fn a_png_with_two_hundred_megabytes_of_text() {
    accepted("a_png_with_two_hundred_megabytes_of_text", || {
        let text = text();
        let short = [b"Comment\0\0".as_slice(), &text].concat();
        let international = [b"Comment\0\x01\0\0\0".as_slice(), &text].concat();
        let chunks = [
            pictures::chunk(*b"zTXt", &short),
            pictures::chunk(*b"iTXt", &international),
        ];
        small_png(&chunks.concat())
    });
}

#[test]
fn a_png_with_two_hundred_megabytes_of_profile() {
    let test = "a_png_with_two_hundred_megabytes_of_profile";
    refused(test, "IMAGE_METADATA_TOO_LARGE", || {
        let profile = [b"name\0\0".as_slice(), &text()].concat();
        small_png(&pictures::chunk(*b"iCCP", &profile))
    });
}

#[test]
fn a_png_with_more_data_than_rows() {
    refused("a_png_with_more_data_than_rows", "IMAGE_DAMAGED", || {
        pictures::png((8, 8), [8, 0, 0], &[], &text())
    });
}

#[test]
fn a_png_with_fewer_data_than_rows() {
    refused("a_png_with_fewer_data_than_rows", "IMAGE_CUT", || {
        let rows = pictures::zlib(5000 * 15_001 - 1, |_| 0);
        pictures::png((5000, 5000), [8, 2, 0], &[], &rows)
    });
}

#[test]
fn a_jpeg_of_a_thousand_scans() {
    refused("a_jpeg_of_a_thousand_scans", "IMAGE_SCANS", || {
        pictures::many_scans(1000)
    });
}

#[test]
fn a_jpeg_cut_at_ninety_per_cent() {
    refused("a_jpeg_cut_at_ninety_per_cent", "IMAGE_CUT", || {
        let mut file = pictures::jpeg((1200, 1600), 80, false);
        file.truncate(file.len() / 10 * 9);
        file
    });
}

#[test]
fn a_jpeg_cut_at_ninety_per_cent_and_closed() {
    refused(
        "a_jpeg_cut_at_ninety_per_cent_and_closed",
        "IMAGE_CUT",
        || {
            let file = pictures::jpeg((1200, 1600), 80, false);
            [file.split_at(file.len() / 10 * 9).0, b"\xFF\xD9"].concat()
        },
    );
}

/// Five megabytes of the smallest Huffman tables, of which a decoder prepares each.
#[test]
fn a_jpeg_of_tables() {
    accepted("a_jpeg_of_tables", || {
        let table = [[0, 1].as_slice(), &[0; 15], &[0]].concat();
        pictures::many_segments(0xC4, &table, 5 << 20)
    });
}

#[test]
fn a_jpeg_of_empty_comments() {
    accepted("a_jpeg_of_empty_comments", || {
        pictures::many_segments(0xFE, &[], 5 << 20)
    });
}

#[test]
fn a_png_of_empty_chunks() {
    accepted("a_png_of_empty_chunks", || {
        small_png(&pictures::chunk(*b"prVt", &[]).repeat((5 << 20) / 12 - 20))
    });
}

/// Five megabytes of blocks that hold nothing, of ten bits each.
#[test]
fn a_png_of_empty_blocks() {
    refused("a_png_of_empty_blocks", "IMAGE_DAMAGED", || {
        // Four blocks in five bytes, and no last one: that is never reached.
        let blocks = [0x02, 0x08, 0x20, 0x80, 0x00].repeat(1_048_000);
        pictures::png(
            (8, 8),
            [8, 0, 0],
            &[],
            &[&[0x78, 1], blocks.as_slice()].concat(),
        )
    });
}

/// The same in a colour profile, which is smaller.
#[test]
fn a_png_with_a_profile_of_empty_blocks() {
    let test = "a_png_with_a_profile_of_empty_blocks";
    refused(test, "IMAGE_PROFILE", || {
        let blocks = [0x02, 0x08, 0x20, 0x80, 0x00].repeat(52_000);
        let profile = [b"name\0\0\x78\x01".as_slice(), &blocks].concat();
        small_png(&pictures::chunk(*b"iCCP", &profile))
    });
}

/// As many blocks as are allowed, each of which brings codes of its own, in the largest picture.
#[test]
fn a_png_of_blocks_with_codes() {
    largest("a_png_of_blocks_with_codes", || {
        pictures::png(
            (5000, 5000),
            [8, 0, 0],
            &[],
            &pictures::many_blocks(25_005_000, 180_000),
        )
    });
}

/// Each chunk of data takes the decoder some 30 µs, however small it is.
#[test]
fn a_png_of_empty_data() {
    accepted("a_png_of_empty_data", || {
        small_png(&pictures::chunk(*b"IDAT", &[]).repeat((5 << 20) / 12 - 20))
    });
}

/// Ten scans that send nothing for the blocks of the largest picture, bit by bit.
#[test]
fn a_jpeg_of_empty_scans() {
    accepted("a_jpeg_of_empty_scans", || {
        pictures::empty_scans(MOST_PROGRESSIVE)
    });
}

/// Fill bytes before each of many restart markers.
#[test]
fn a_jpeg_of_fill_bytes() {
    accepted("a_jpeg_of_fill_bytes", || pictures::filled(5 << 20));
}

#[test]
fn the_largest_jpeg() {
    largest("the_largest_jpeg", || pictures::jpeg(MOST, 65, false));
}

#[test]
fn the_largest_progressive_jpeg() {
    largest("the_largest_progressive_jpeg", || {
        pictures::jpeg(MOST_PROGRESSIVE, 85, true)
    });
}

#[test]
fn the_largest_grey_jpeg() {
    largest("the_largest_grey_jpeg", || {
        pictures::grey_jpeg(MOST, 65, false)
    });
}

#[test]
fn the_largest_progressive_grey_jpeg() {
    let test = "the_largest_progressive_grey_jpeg";
    largest(test, || pictures::grey_jpeg(MOST_PROGRESSIVE, 85, true));
}

/// `every` is how many bytes there are for one that is not zero.
fn largest_png(kind: [u8; 3], bytes_of_pixel: usize, every: usize) -> Vec<u8> {
    // An interlaced picture of even sides has 15 rows where another one has 8.
    let filters = if kind[2] == 1 { 5000 / 8 * 15 } else { 5000 };
    let count = 25_000_000 * bytes_of_pixel + filters;
    // Specks for some megabytes; as filters, too, these bytes are right.
    let rows = pictures::zlib(count, |place| {
        let speck = place.is_multiple_of(every);
        if speck {
            pictures::scattered(place) % 4
        } else {
            0
        }
    });
    pictures::png((5000, 5000), kind, &pictures::on_its_side(), &rows)
}

#[test]
fn the_largest_png() {
    largest("the_largest_png", || largest_png([8, 2, 0], 3, 10));
}

#[test]
fn the_largest_interlaced_png() {
    largest("the_largest_interlaced_png", || {
        largest_png([8, 6, 1], 4, 13)
    });
}

#[test]
fn the_largest_png_of_sixteen_bits() {
    largest("the_largest_png_of_sixteen_bits", || {
        largest_png([16, 6, 0], 8, 29)
    });
}
