//! The laws that hold for both formats, and the traps of SPEC 11.1. The modules `jpeg::tests`
//! and `png::tests` make the files of each format.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::foundation::day::Day;
use crate::foundation::problem::Error;
use crate::foundation::problems::Problems;
use crate::rulebook::Rulebook;

/// The day on which the shipped limits are looked up.
fn today() -> Day {
    Day::parse("2026-02-10").unwrap()
}

/// The shipped limits, read once: a test asks for them a hundred thousand times.
static LIMITS: LazyLock<ImageLimits> = LazyLock::new(|| {
    let section = crate::rulebook::shipped_section("image");
    let mut problems = Problems::new();
    let series = ImageLimits::series(
        crate::foundation::json::read(section.as_bytes(), 1 << 16).unwrap(),
        crate::foundation::json::Place::ROOT,
        &mut problems,
    );
    assert!(problems.is_empty(), "{problems:?}");
    series.on(today()).unwrap().clone()
});

/// The shipped limits.
pub(super) fn limits() -> ImageLimits {
    LIMITS.clone()
}

/// The code with which a file is refused.
pub(super) fn refusal(bytes: &[u8]) -> Code {
    inspect(bytes, &limits()).unwrap_err().code
}

/// The description of a file, and its picture.
pub(super) fn read(bytes: &[u8]) -> Result<(ImageFile, Raster), Reason> {
    open(bytes, &limits())
}

/// The laws of `sanitize` for a file that is accepted.
pub(super) fn assert_sanitized(bytes: &[u8]) -> Vec<u8> {
    let clean = sanitize(bytes, &limits()).unwrap();
    let (before, after) = (read(bytes).unwrap(), read(&clean).unwrap());
    assert_eq!(after.1, before.1, "the pixels changed");
    assert_eq!(after.0.personal, []);
    assert_eq!(after.0.orientation, before.0.orientation);
    assert_eq!(
        sanitize(&clean, &limits()).unwrap(),
        clean,
        "not idempotent"
    );
    clean
}

/// A block of EXIF with a position, a camera and an orientation.
pub(super) fn exif_with_gps(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    tiff.extend(b"\x0F\x01\x02\0\x04\0\0\0Qam\0");
    tiff.extend([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x32\0\0\0");
    tiff.extend([0; 4]);
    // The directory of the position: its latitude is north.
    tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    tiff
}

/// `true` if bytes stand somewhere in a file.
pub(super) fn holds(file: &[u8], bytes: &[u8]) -> bool {
    file.windows(bytes.len()).any(|window| window == bytes)
}

/// Pseudo-random numbers with a seed: splitmix64.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }

    pub(super) fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// A picture without flat areas, as RGB.
pub(super) fn noise(width: u16, height: u16) -> Vec<u8> {
    let mut random = Random(u64::from(width) << 16 | u64::from(height));
    let count = usize::from(width) * usize::from(height) * 3;
    (0..count).map(|_| random.byte()).collect()
}

/// Damages a file in one of the ways of `Random`'s choice.
pub(super) fn mutate(file: &[u8], random: &mut Random) -> Vec<u8> {
    let mut file = file.to_vec();
    for _ in 0..=random.below(3) {
        if file.is_empty() {
            break;
        }
        let at = random.below(file.len());
        match random.below(6) {
            0 => file[at] = random.byte(),
            1 => file[at] ^= 1 << random.below(8),
            2 => file.truncate(at),
            3 => drop(file.remove(at)),
            4 => file.insert(at, random.byte()),
            _ => {
                let end = (at + random.below(40)).min(file.len());
                let part = file[at..end].to_vec();
                let to = random.below(file.len());
                file.splice(to..to, part);
            }
        }
    }
    file
}

#[test]
fn the_facade_reads_and_cleans_files() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let png = encode_png_grey(2, 1, &[0, 255]);
    let file = rules.inspect_image(&png, today()).unwrap();
    assert_eq!(
        (file.format, file.width, file.height),
        (ImageFormat::Png, 2, 1)
    );
    assert_eq!(rules.sanitize_image(&png, today()).unwrap(), png);
    let empty: Result<ImageFile, Error> = rules.inspect_image(b"", today());
    assert_eq!(empty.unwrap_err().code(), Code::ImageEmpty);
}

#[test]
fn a_refusal_by_a_limit_names_its_source() {
    let reason = inspect(&[0; 5_242_881], &limits()).unwrap_err();
    assert_eq!(reason.code, Code::ImageTooLarge);
    assert_eq!(reason.source.unwrap().as_str(), "image-limits");
}

#[test]
fn limits_that_break_the_memory_bound_are_rejected() {
    let text = r#"{"edition": "test", "extends": "service-2025", "image": {"limits": {
        "source": "image-limits", "max_bytes": 5242880, "max_pixels": 25000000,
        "max_progressive_pixels": 12500001, "max_side": 65536, "max_scans": 20,
        "max_metadata_bytes": 262144, "profiles": []}}}"#;
    let error = Rulebook::load(text.as_bytes()).unwrap_err();
    let mut found: Vec<&str> = error
        .problems()
        .map(|problem| problem.pointer.as_str())
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "/image/limits/max_progressive_pixels",
            "/image/limits/max_side"
        ]
    );
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), kind in 0..3) {
        let start: &[u8] = match kind {
            0 => b"",
            1 => b"\xFF\xD8",
            _ => png::SIGNATURE,
        };
        let file = [start, &bytes].concat();
        let _ = open(&file, &limits());
    }
}

/// The number of damaged files of each format that are tried.
pub(super) const MUTATIONS: usize = 100_000;

/// The laws for any bytes; `true` if they are accepted.
pub(super) fn is_refused_or_whole(bytes: &[u8]) -> bool {
    let Ok(facts) = inspect(bytes, &limits()) else {
        assert!(sanitize(bytes, &limits()).is_err());
        return false;
    };
    let (opened, raster) = open(bytes, &limits()).expect("accepted, and cannot be decoded");
    assert_eq!(opened, facts);
    let clean = sanitize(bytes, &limits()).unwrap();
    let (after, same) = read(&clean).unwrap();
    assert_eq!((after.personal, same), (Vec::new(), raster));
    assert_eq!(sanitize(&clean, &limits()).unwrap(), clean);
    true
}
