//! Image files, photos, signature samples.

use qujat::checks::Verdict;
use qujat::photo::PhotoReport;
use qujat::signature::{SignatureReport, Strokes};
use qujat::{Code, Rulebook};
use serde_json::json;

use crate::bytes::Bytes;
use crate::laws::{check_problems, check_reason, rules, today, twice};

/// Pictures with more pixels are inspected and sanitised, but not decoded: that takes too long.
const MOST_PIXELS: u64 = 250_000;
/// Faces are looked for in no more.
const MOST_PIXELS_OF_PHOTO: u64 = 10_000;

/// A file that may be a JPEG.
pub fn jpeg(data: &[u8]) {
    check_container(data);
}

/// A file that may be a PNG: as it is; with the checksums of its chunks made right; and a good file
/// around the data.
pub fn png(data: &[u8]) {
    check_container(data);
    check_container(&mended(data));
    check_container(&built(data));
}

fn check_container(file: &[u8]) {
    let rules = rules();
    let inspected = twice(|| {
        rules
            .inspect_image(file, today())
            .map_err(|error| error.code())
    });
    let sanitised = rules.sanitize_image(file, today());
    let said = match inspected {
        Ok(said) => said,
        Err(_) => {
            let error = sanitised.expect_err("a file that is refused is not sanitised");
            error.problems().for_each(check_reason);
            assert!(rules.decode_image(file, today()).is_err());
            return;
        }
    };
    let clean = sanitised.expect("a file that is accepted is sanitised");
    let again = rules
        .sanitize_image(&clean, today())
        .expect("what was sanitised");
    assert!(again == clean, "sanitising twice gives other bytes");
    let after = rules
        .inspect_image(&clean, today())
        .expect("what was sanitised");
    assert!(after.personal.is_empty(), "{:?} are left", after.personal);
    assert_eq!((after.width, after.height), (said.width, said.height));
    assert_eq!(
        (after.format, after.progressive),
        (said.format, said.progressive)
    );
    if u64::from(said.width) * u64::from(said.height) > MOST_PIXELS {
        return;
    }
    let picture = twice(|| {
        rules
            .decode_image(file, today())
            .map_err(|error| error.code())
    });
    let sanitised = rules
        .decode_image(&clean, today())
        .map_err(|error| error.code());
    if let Ok(picture) = &picture {
        assert_eq!((picture.width, picture.height), (said.width, said.height));
        assert_eq!(
            picture.rgb.len() as u64,
            3 * u64::from(said.width) * u64::from(said.height)
        );
        assert!(
            sanitised.as_ref() == Ok(picture),
            "sanitising changed the pixels"
        );
    } else {
        assert!(sanitised.is_err());
    }
}

/// The PNG with right checksums of all its chunks.
fn mended(file: &[u8]) -> Vec<u8> {
    let mut mended = file.get(..8).unwrap_or(file).to_vec();
    let mut rest = file.get(8..).unwrap_or_default();
    while let [a, b, c, d, after @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        let Some((body, after)) = after.split_at_checked(length.saturating_add(4)) else {
            break;
        };
        mended.extend_from_slice(&[*a, *b, *c, *d]);
        mended.extend_from_slice(body);
        mended.extend_from_slice(&crc32fast::hash(body).to_be_bytes());
        rest = after.get(4..).unwrap_or_default();
    }
    mended.extend_from_slice(rest);
    mended
}

/// A PNG of small sides, whose kind, chunks and samples are the data.
fn built(data: &[u8]) -> Vec<u8> {
    let mut bytes = Bytes(data);
    let (width, height) = (1 + bytes.below(64), 1 + bytes.below(64));
    let (depth, colour) = bytes.one_of(&[
        (8, 2),
        (8, 6),
        (8, 0),
        (1, 0),
        (2, 0),
        (4, 0),
        (16, 0),
        (16, 2),
        (8, 3),
        (4, 3),
        (1, 3),
        (8, 4),
        (16, 4),
        (16, 6),
        (3, 2),
    ]);
    let interlaced = bytes.byte() % 2;
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend_from_slice(&[depth, colour, 0, 0, interlaced]);
    chunk(&mut file, b"IHDR", &header);
    for _ in 0..bytes.byte() % 4 {
        let kind = bytes.one_of(&[
            b"PLTE", b"tRNS", b"eXIf", b"tEXt", b"iCCP", b"gAMA", b"sRGB", b"pHYs", b"acTL",
            b"zzZz",
        ]);
        let length = usize::from(bytes.byte());
        let body = bytes.take(length);
        chunk(&mut file, kind, body);
    }
    let channels = [1, 0, 3, 1, 2, 0, 4][usize::from(colour)];
    let row = (width as usize * channels * usize::from(depth)).div_ceil(8) + 1;
    let mut samples: Vec<u8> = bytes
        .0
        .iter()
        .copied()
        .cycle()
        .take(row * height as usize)
        .collect();
    samples.resize(row * height as usize, 0);
    for (line, filter) in samples.chunks_mut(row).zip(0u8..) {
        line[0] = filter.wrapping_mul(data.len() as u8) % 5;
    }
    chunk(
        &mut file,
        b"IDAT",
        &miniz_oxide::deflate::compress_to_vec_zlib(&samples, 1),
    );
    chunk(&mut file, b"IEND", b"");
    file
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) {
    file.extend_from_slice(&(body.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend_from_slice(kind);
    file.extend_from_slice(body);
    let checksum = crc32fast::hash(&file[start..]);
    file.extend_from_slice(&checksum.to_be_bytes());
}

/// `true` if a file is small enough for its checks.
fn is_small(file: &[u8], most_pixels: u64) -> bool {
    let said = rules().inspect_image(file, today());
    said.is_ok_and(|said| u64::from(said.width) * u64::from(said.height) <= most_pixels)
}

/// The report on a photo. Looking for faces takes long, so that only one of the forms is looked at,
/// and only small ones.
pub fn photo_report(data: &[u8]) {
    let forms = [data.to_vec(), mended(data), built(data)];
    let small = |file: &&Vec<u8>| is_small(file, MOST_PIXELS_OF_PHOTO);
    if let Some(file) = forms.iter().find(small) {
        check_photo(rules(), file);
    }
}

fn check_photo(rules: &Rulebook, file: &[u8]) {
    let report = rules.check_photo(file, today()).expect("covered");
    let PhotoReport {
        checks, verdict, ..
    } = &report;
    assert!(report.file.is_some());
    checks.iter().for_each(|check| check_reason(&check.reason));
    let any = |wanted| checks.iter().any(|check| check.verdict == wanted);
    match verdict {
        Verdict::Fail => assert!(any(Verdict::Fail)),
        Verdict::Warn => assert!(any(Verdict::Warn) && !any(Verdict::Fail)),
        Verdict::Pass => assert!(!any(Verdict::Warn) && !any(Verdict::Fail)),
        Verdict::NotChecked => panic!("the face engine is there"),
    }
    for check in checks {
        let within = match (check.measured, &check.limits) {
            (Some(measured), Some(band)) => {
                let least = [band.fail_below, band.warn_below];
                let most = [band.fail_above, band.warn_above];
                least.into_iter().flatten().all(|least| measured >= least)
                    && most.into_iter().flatten().all(|most| measured <= most)
            }
            _ => continue,
        };
        assert_eq!(within, check.verdict == Verdict::Pass, "{check:?}");
    }
    // Without its metadata a picture gets the same figures.
    let clean = rules
        .sanitize_image(file, today())
        .expect("an accepted file");
    let cleaned = rules.check_photo(&clean, today()).expect("covered");
    assert_eq!(cleaned.fingerprints, report.fingerprints);
    assert_eq!((&cleaned.face, &cleaned.crop), (&report.face, &report.crop));
}

/// The report on a picture of a signature, and the normalised picture.
pub fn signature(data: &[u8]) {
    for file in [data, &mended(data), &built(data)] {
        if !is_small(file, MOST_PIXELS) {
            continue;
        }
        let report = rules().check_signature(file, today()).expect("covered");
        check_signature(&report);
        let normal = rules().normalise_signature(file, today()).ok();
        check_normal(normal.as_deref());
    }
}

fn check_signature(report: &SignatureReport) {
    report
        .checks
        .iter()
        .for_each(|check| check_reason(&check.reason));
    let any = |wanted| report.checks.iter().any(|check| check.verdict == wanted);
    assert_eq!(report.verdict == Verdict::Fail, any(Verdict::Fail));
}

/// A normalised picture is one already.
fn check_normal(normal: Option<&[u8]>) {
    let Some(normal) = normal else { return };
    let picture = rules().decode_image(normal, today()).expect("a picture");
    let again = rules()
        .normalise_signature(normal, today())
        .expect("a normalised picture");
    assert!(rules().decode_image(&again, today()).expect("a picture") == picture);
    let clean = rules().sanitize_image(normal, today()).expect("a picture");
    assert!(
        clean == normal,
        "a normalised picture has nothing to be sanitised"
    );
}

/// The strokes of a pen: from JSON, and made of the bytes.
pub fn strokes(data: &[u8]) {
    match twice(|| Strokes::from_json(data).map_err(qujat::Error::into_problems)) {
        Ok(strokes) => return check_strokes(&strokes),
        Err(problems) => check_problems(&problems, data),
    }
    let mut bytes = Bytes(data);
    let (width, height) = (1 + bytes.below(900), 1 + bytes.below(400));
    let (mut x, mut y, mut time) = (f64::from(width) / 4.0, f64::from(height) / 2.0, 0u32);
    let mut strokes = vec![Vec::new()];
    while !bytes.is_empty() && strokes.len() < 64 {
        let step = bytes.byte();
        if step == 255 {
            strokes.push(Vec::new());
            continue;
        }
        x += (f64::from(step % 16) - 7.5) * 3.0;
        y += (f64::from(step / 16) - 7.5) * 3.0;
        time += u32::from(step);
        let mut point = json!({"x": x, "y": y});
        if width % 2 == 0 {
            point["t"] = json!(time);
        }
        strokes.last_mut().expect("one").push(point);
    }
    let json = json!({"width": width, "height": height, "strokes": strokes}).to_string();
    match Strokes::from_json(json.as_bytes()) {
        Ok(strokes) => check_strokes(&strokes),
        Err(error) => assert_eq!(error.code(), Code::NumberRange),
    }
}

fn check_strokes(strokes: &Strokes) {
    let printed = serde_json::to_vec(strokes).expect("JSON");
    if printed.len() <= 1 << 20 {
        let again = Strokes::from_json(&printed).expect("what was printed");
        assert!(again == *strokes, "strokes are not read back");
    }
    let report = rules().check_strokes(strokes, today()).expect("covered");
    check_signature(&report);
    let normal = rules().render_strokes(strokes, today()).ok();
    assert!(normal.is_none() || report.verdict != Verdict::Fail);
    check_normal(normal.as_deref());
}
