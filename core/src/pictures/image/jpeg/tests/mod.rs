//! Files made here, and their answers.

mod damage;
mod lenient;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use proptest::prelude::*;

use super::super::tests::*;
use super::super::{inspect, sanitize};
use super::*;
use crate::foundation::catalogue::Code;

/// The options of writing a file.
struct Making {
    size: (u16, u16),
    quality: u8,
    sampling: SamplingFactor,
    progressive: bool,
    restart: u16,
}

const PLAIN: Making = Making {
    size: (40, 24),
    quality: 80,
    sampling: SamplingFactor::R_4_2_0,
    progressive: false,
    restart: 0,
};

fn encoder(making: &Making, file: &mut Vec<u8>, write: impl FnOnce(Encoder<&mut Vec<u8>>)) {
    let mut encoder = Encoder::new(file, making.quality);
    encoder.set_sampling_factor(making.sampling);
    encoder.set_progressive(making.progressive);
    if making.restart > 0 {
        encoder.set_restart_interval(making.restart);
    }
    write(encoder);
}

fn made(making: &Making) -> Vec<u8> {
    let (width, height) = making.size;
    let mut file = Vec::new();
    encoder(making, &mut file, |encoder| {
        encoder
            .encode(&noise(width, height), width, height, ColorType::Rgb)
            .unwrap();
    });
    file
}

/// Every way of writing that the encoder has.
fn makings() -> Vec<Making> {
    let samplings = [
        SamplingFactor::R_4_4_4,
        SamplingFactor::R_4_2_0,
        SamplingFactor::R_4_2_2,
        SamplingFactor::R_4_4_0,
    ];
    let mut makings = Vec::new();
    for sampling in samplings {
        for progressive in [false, true] {
            for (restart, size) in [(0, (40, 24)), (3, (33, 17)), (1, (7, 9))] {
                makings.push(Making {
                    size,
                    quality: 80,
                    sampling,
                    progressive,
                    restart,
                });
            }
        }
    }
    makings
}

/// The file with segments after SOI.
fn with_segments(file: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut changed = file[..2].to_vec();
    for (marker, body) in segments {
        push(&mut changed, *marker, &[body]);
    }
    changed.extend(&file[2..]);
    changed
}

/// The place of the first scan's data.
fn scan_start(file: &[u8]) -> usize {
    let mut segments = Segments::new(file).unwrap();
    loop {
        let segment = segments.next().unwrap().unwrap();
        if segment.marker == SOS {
            return segment.offset + 4 + segment.body.len();
        }
    }
}

#[test]
fn all_ways_of_writing_are_read() {
    for making in makings() {
        let file = made(&making);
        let (facts, raster) = read(&file).unwrap();
        let size = (u32::from(making.size.0), u32::from(making.size.1));
        assert_eq!((facts.width, facts.height), size);
        assert_eq!((raster.width(), raster.height()), size);
        assert_eq!(facts.progressive, making.progressive);
        assert_eq!(facts.quality, Some(80));
        assert_eq!(
            (facts.orientation, facts.greyscale, facts.alpha),
            (1, false, false)
        );
        assert_eq!(facts.profile, ColourProfile::None);
        assert_sanitized(&file);
    }
}

/// The mean difference from the picture that was written is small, so that colours and places are
/// those meant.
#[test]
fn the_picture_is_the_one_written() {
    let (width, height) = (48, 32);
    let pixels: Vec<u8> = (0..width * height)
        .flat_map(|place| {
            let (x, y) = (place % width, place / width);
            [x * 5, y * 7, 255 - x * 3].map(|sample: u32| u8::try_from(sample).unwrap())
        })
        .collect();
    for making in makings() {
        let making = Making {
            quality: 95,
            ..making
        };
        let mut file = Vec::new();
        encoder(&making, &mut file, |encoder| {
            encoder.encode(&pixels, 48, 32, ColorType::Rgb).unwrap();
        });
        let (_, raster) = read(&file).unwrap();
        let differences = raster.pixels().iter().zip(&pixels);
        let sum: u32 = differences.map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
        let mean = f64::from(sum) / f64::from(width * height * 3);
        assert!(
            mean < 6.0,
            "{mean} {:?} {}",
            making.sampling,
            making.progressive
        );
    }
}

#[test]
fn grey_files_have_equal_channels() {
    for progressive in [false, true] {
        let mut file = Vec::new();
        encoder(
            &Making {
                progressive,
                ..PLAIN
            },
            &mut file,
            |encoder| {
                let grey: Vec<u8> = (0..200)
                    .map(|place| u8::try_from(place % 20 * 12).unwrap())
                    .collect();
                encoder.encode(&grey, 20, 10, ColorType::Luma).unwrap();
            },
        );
        let (facts, raster) = read(&file).unwrap();
        assert!(facts.greyscale);
        for [red, green, blue] in raster.pixels().as_chunks::<3>().0 {
            assert!(red == green && green == blue);
        }
        assert!(raster.pixel(19, 5)[0] > 200 && raster.pixel(0, 5)[0] < 30);
    }
}

/// Files whose components are red, green and blue, by Adobe's segment or by their identifiers.
#[test]
fn rgb_without_conversion_keeps_its_colours() {
    let red: Vec<u8> = [200, 30, 60].repeat(16 * 16);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 95);
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    encoder.encode(&red, 16, 16, ColorType::Rgb).unwrap();
    let colour = |file: &[u8]| read(file).unwrap().1.pixel(8, 8);
    let near = |a: [u8; 3], b: [u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 6);
    assert!(near(colour(&file), [200, 30, 60]));
    // Without JFIF, and with the transform 0, the same samples are luminance taken for red.
    let header = Header::read(&file, &limits()).unwrap();
    let plain = header.for_decoder();
    let adobe = |transform| {
        with_segments(
            &plain,
            &[(
                APP14,
                &[b"Adobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat(),
            )],
        )
    };
    assert!(near(colour(&adobe(1)), [200, 30, 60]));
    assert!(!near(colour(&adobe(0)), [200, 30, 60]));
    assert_sanitized(&adobe(0));
}

#[test]
fn orientation_is_applied_and_kept() {
    let plain = made(&PLAIN);
    let stored = read(&plain).unwrap().1;
    let last = (stored.width() - 1, stored.height() - 1);
    for orientation in 1..=8_u8 {
        let exif = [EXIF, &exif_with_gps(orientation)].concat();
        let file = with_segments(&plain, &[(APP1, &exif)]);
        let (facts, raster) = read(&file).unwrap();
        assert_eq!(facts.orientation, u32::from(orientation));
        assert_eq!(
            facts.personal,
            [PersonalMetadata::Gps, PersonalMetadata::Device]
        );
        // The new place of the first stored pixel.
        let (right, bottom) = (raster.width() - 1, raster.height() - 1);
        let place = match orientation {
            1 | 5 => (0, 0),
            2 | 6 => (right, 0),
            3 | 7 => (right, bottom),
            _ => (0, bottom),
        };
        assert_eq!(raster.pixel(place.0, place.1), stored.pixel(0, 0));
        if orientation >= 5 {
            assert_eq!((right, bottom), (last.1, last.0));
        }
        let clean = assert_sanitized(&file);
        assert!(!holds(&clean, b"Qam") && !holds(&clean, &exif));
    }
}

#[test]
fn all_metadata_are_named_and_removed() {
    let plain = made(&PLAIN);
    let exif = [EXIF, &exif_with_gps(1)].concat();
    let xmp = [XMP, b"ap/1.0/\0<secret/>".as_slice()].concat();
    let file = with_segments(
        &plain,
        &[
            (APP0, b"JFXX\0\x10thumb"),
            (APP1, &exif),
            (APP1, &xmp),
            (APP13, b"Photoshop 3.0\0secret"),
            (0xEB, b"secret"),
            (COM, b"secret"),
        ],
    );
    let facts = inspect(&file, &limits()).unwrap();
    let expected = [
        PersonalMetadata::Gps,
        PersonalMetadata::Device,
        PersonalMetadata::Comment,
        PersonalMetadata::Thumbnail,
        PersonalMetadata::Xmp,
        PersonalMetadata::Iptc,
        PersonalMetadata::Unknown,
    ];
    assert_eq!(facts.personal, expected);
    let clean = assert_sanitized(&file);
    assert!(!holds(&clean, b"secret") && !holds(&clean, b"thumb"));
    assert_eq!(clean, sanitize(&plain, &limits()).unwrap());
}

#[test]
fn a_walk_that_knows_the_scans_finds_the_same_segments() {
    let all = |mut segments: Segments<'_>| {
        let mut found = Vec::new();
        while let Some(segment) = segments.next().unwrap() {
            found.push((
                segment.marker,
                segment.offset,
                segment.body.len(),
                segment.scan.len(),
            ));
        }
        (found, segments.at())
    };
    for making in makings() {
        let file = made(&making);
        let header = Header::read(&file, &limits()).unwrap();
        let first = all(Segments::new(&file).unwrap());
        assert_eq!(all(header.segments().unwrap()), first);
    }
}

#[test]
fn kinds_are_refused_by_name() {
    let file = made(&PLAIN);
    let mut segments = Segments::new(&file).unwrap();
    let frame = loop {
        let segment = segments.next().unwrap().unwrap();
        if matches!(segment.marker, 0xC0..=0xC2) {
            break segment.offset;
        }
    };
    let changed = |at: usize, byte: u8| {
        let mut file = file.clone();
        file[frame + at] = byte;
        let reason = inspect(&file, &limits()).unwrap_err();
        assert_eq!(reason.code, Code::ImageKind);
        reason.params.get("coding").unwrap().to_string()
    };
    for (marker, kind) in [
        (0xC3, "lossless"),
        (0xC5, "hierarchical"),
        (0xC9, "arithmetic"),
        (0xCA, "arithmetic"),
        (0xCB, "lossless"),
        (0xCF, "hierarchical"),
        (0xF7, "lossless"),
    ] {
        assert_eq!(changed(1, marker), kind, "{marker:x}");
    }
    assert_eq!(changed(4, 12), "twelve_bit");
    assert_eq!(changed(9, 2), "channels");
    // The encoder writes these sequential files in separate scans.
    let separate = made(&Making {
        sampling: SamplingFactor::R_4_1_1,
        ..PLAIN
    });
    assert_eq!(refusal(&separate), Code::ImageKind);
    let mut cmyk = Vec::new();
    let encoder = Encoder::new(&mut cmyk, 80);
    encoder
        .encode(&[7; 16 * 16 * 4], 16, 16, ColorType::Cmyk)
        .unwrap();
    let reason = inspect(&cmyk, &limits()).unwrap_err();
    assert_eq!(reason.params.get("coding").unwrap().to_string(), "cmyk");
}

#[test]
fn a_file_ends_where_its_picture_does() {
    let file = made(&PLAIN);
    for tail in [
        b"PK\x03\x04".as_slice(),
        b"<html>",
        b"\0",
        b"\xFF\xD9",
        &file,
    ] {
        let reason = inspect(&[&file, tail].concat(), &limits()).unwrap_err();
        assert_eq!(reason.code, Code::ImageTrailingData);
        assert_eq!(
            reason.params.get("offset").unwrap().to_string(),
            file.len().to_string()
        );
    }
    assert_eq!(refusal(&file[..file.len() - 2]), Code::ImageCut);
}

/// The index of further pictures, for a file that has it as its first segment.
fn indexed(first: &[u8], further: &[&[u8]], little: bool) -> Vec<u8> {
    aligned(first, further, little, (0, 0))
}

/// The same with zeros behind the first picture: some that count as part of it, and some that do
/// not.
fn aligned(first: &[u8], further: &[&[u8]], little: bool, zeros: (usize, usize)) -> Vec<u8> {
    let count = further.len() + 1;
    let body = |sizes: &[(usize, usize)]| {
        let long = |value: usize| {
            let value = u32::try_from(value).unwrap();
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        let short = |value: u16| {
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        let mut body = mpf::NAME.to_vec();
        body.extend(if little { b"II*\0" } else { b"MM\0*" });
        body.extend(long(8));
        body.extend(short(1));
        body.extend([short(0xB002), short(7)].concat());
        body.extend([long(16 * sizes.len()), long(26), long(0)].concat());
        for (size, offset) in sizes {
            body.extend([long(0), long(*size), long(*offset), long(0)].concat());
        }
        body
    };
    let length = body(&vec![(0, 0); count]).len();
    let end = first.len() + 4 + length;
    let index = 2 + 4 + mpf::NAME.len();
    let mut sizes = vec![(end + zeros.0, 0)];
    let mut at = end + zeros.0 + zeros.1;
    for picture in further {
        sizes.push((picture.len(), at - index));
        at += picture.len();
    }
    let mut file = with_segments(first, &[(APP2, &body(&sizes))]);
    assert_eq!(file.len(), end);
    file.extend(vec![0; zeros.0 + zeros.1]);
    file.extend(further.iter().copied().flatten());
    file
}

#[test]
fn further_pictures_that_the_index_announces_are_allowed_and_dropped() {
    let first = made(&PLAIN);
    let second = made(&Making {
        size: (8, 8),
        ..PLAIN
    });
    for little in [true, false] {
        let file = indexed(&first, &[&second, &second], little);
        let facts = inspect(&file, &limits()).unwrap();
        assert_eq!(facts.personal, [PersonalMetadata::FurtherImage]);
        let clean = assert_sanitized(&file);
        assert_eq!(clean, sanitize(&first, &limits()).unwrap());
        // Bytes that the index does not announce, or announces wrongly, are refused.
        assert_eq!(
            refusal(&[file.as_slice(), b"PK"].concat()),
            Code::ImageTrailingData
        );
        assert_eq!(
            refusal(&[file.as_slice(), &second].concat()),
            Code::ImageTrailingData
        );
        assert_eq!(refusal(&file[..file.len() - 2]), Code::ImageTrailingData);
        assert_eq!(
            refusal(&file[..file.len() - second.len()]),
            Code::ImageTrailingData
        );
        let zip = indexed(&first, &[b"PK\x03\x04 no picture"], little);
        assert_eq!(refusal(&zip), Code::ImageTrailingData);
    }
}

/// Cameras align the further pictures with zeros; nothing else may stand there.
#[test]
fn zeros_may_stand_between_pictures() {
    let first = made(&PLAIN);
    let second = made(&Making {
        size: (8, 8),
        ..PLAIN
    });
    for zeros in [(0, 1), (1, 0), (3, 5), (500, 0)] {
        let file = aligned(&first, &[&second], true, zeros);
        assert_eq!(
            assert_sanitized(&file),
            sanitize(&first, &limits()).unwrap()
        );
        let mut hidden = file.clone();
        let at = file.len() - second.len() - 1;
        hidden[at] = 1;
        assert_eq!(refusal(&hidden), Code::ImageTrailingData);
        let more = [file.as_slice(), &[0]].concat();
        assert_eq!(refusal(&more), Code::ImageTrailingData);
    }
}

#[test]
fn profiles_are_judged_by_the_rulebook() {
    let other = [ICC, b"\x01\x01", &[0; 200]].concat();
    let file = with_segments(&made(&PLAIN), &[(APP2, &other)]);
    assert_eq!(refusal(&file), Code::ImageProfile);
    let mut lenient = limits();
    lenient.profiles.push(ColourProfile::Other);
    assert_eq!(
        inspect(&file, &lenient).unwrap().profile,
        ColourProfile::Other
    );
    let clean = sanitize(&file, &lenient).unwrap();
    assert_eq!(sanitize(&clean, &lenient).unwrap(), clean);
    assert_eq!(
        inspect(&clean, &lenient).unwrap().profile,
        ColourProfile::Other
    );
    let large: Vec<_> = (1..=5)
        .map(|number| [ICC, &[number, 5], &[0; 60_000]].concat())
        .collect();
    let large: Vec<(u8, &[u8])> = large.iter().map(|part| (APP2, part.as_slice())).collect();
    assert_eq!(
        refusal(&with_segments(&made(&PLAIN), &large)),
        Code::ImageMetadataTooLarge
    );
}

/// A sequential scan's range of coefficients means nothing, and some writers leave it empty.
#[test]
fn a_sequential_scan_needs_no_range_of_coefficients() {
    let file = made(&PLAIN);
    let start = scan_start(&file);
    assert_eq!(file[start - 3..start], [0, 63, 0]);
    for range in [[0, 0, 0], [64, 255, 255]] {
        let mut odd = file.clone();
        odd[start - 3..start].copy_from_slice(&range);
        assert_eq!(read(&odd), read(&file));
        assert_sanitized(&odd);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_metadata_are_removed(
        segments in proptest::collection::vec(
            (
                prop_oneof![0xE0u8..=0xEF, Just(COM)],
                prop_oneof![
                    Just(Vec::new()),
                    Just(EXIF.to_vec()),
                    Just(JFIF.to_vec()),
                    Just(mpf::NAME.to_vec()),
                    Just(ADOBE.to_vec()),
                ],
                proptest::collection::vec(any::<u8>(), 0..60),
            ),
            0..6,
        ),
        orientation in 0u8..10,
    ) {
        let mut bodies: Vec<(u8, Vec<u8>)> = segments
            .into_iter()
            .map(|(marker, name, rest)| (marker, [name, rest].concat()))
            .collect();
        bodies.push((APP1, [EXIF, &exif_with_gps(orientation)].concat()));
        let bodies: Vec<(u8, &[u8])> = bodies.iter().map(|(marker, body)| (*marker, body.as_slice())).collect();
        let file = with_segments(&made(&Making { size: (9, 7), ..PLAIN }), &bodies);
        if read(&file).is_ok() {
            let clean = assert_sanitized(&file);
            prop_assert!(!holds(&clean, b"Qam"));
        }
    }
}

#[test]
fn the_encoder_of_the_tests_writes_what_it_is_asked_for() {
    // Guards the tests above: were an option ignored, they would prove less than they say.
    let file = made(&Making {
        restart: 2,
        ..PLAIN
    });
    assert!(holds(&file, &[0xFF, DRI]) && holds(&file, &[0xFF, 0xD0]));
}
