//! Files made here, and their answers.

use png::{BitDepth, ColorType, Encoder};
use proptest::prelude::*;

use super::super::inspect;
use super::super::tests::*;
use super::*;

/// A file of these samples.
fn made(width: u32, height: u32, colour: ColorType, depth: BitDepth, samples: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    writer.finish().unwrap();
    file
}

fn rgb() -> Vec<u8> {
    made(16, 12, ColorType::Rgb, BitDepth::Eight, &noise(16, 12))
}

/// The file with chunks after IHDR.
fn with_chunks(file: &[u8], chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut changed = file[..33].to_vec();
    for (kind, data) in chunks {
        chunks::push(&mut changed, kind, data);
    }
    changed.extend(&file[33..]);
    changed
}

fn zlib(data: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(data, 9)
}

#[test]
fn pixels_are_exact() {
    let (facts, raster) = read(&rgb()).unwrap();
    assert_eq!((facts.width, facts.height, facts.quality), (16, 12, None));
    assert_eq!(raster.pixels(), noise(16, 12));
    assert_sanitized(&rgb());
}

#[test]
fn transparent_pixels_are_on_white() {
    let file = |pixels: &[u8]| made(2, 1, ColorType::Rgba, BitDepth::Eight, pixels);
    let white = read(&file(&[255, 255, 255, 255, 1, 2, 3, 255])).unwrap();
    let black = read(&file(&[0, 0, 0, 0, 1, 2, 3, 255])).unwrap();
    assert_eq!(white, black);
    assert!(white.0.alpha);
    assert_eq!(white.1.pixels(), [255, 255, 255, 1, 2, 3]);
    let grey = made(1, 1, ColorType::GrayscaleAlpha, BitDepth::Eight, &[0, 128]);
    assert_eq!(read(&grey).unwrap().1.pixels(), [127; 3]);
}

#[test]
fn sixteen_bits_become_their_upper_eight() {
    let file = made(
        2,
        1,
        ColorType::Grayscale,
        BitDepth::Sixteen,
        &[0x7F, 0xFF, 0x80, 0],
    );
    let (facts, raster) = read(&file).unwrap();
    assert!(facts.greyscale);
    assert_eq!(raster.pixels(), [0x7F, 0x7F, 0x7F, 0x80, 0x80, 0x80]);
}

#[test]
fn palettes_and_small_depths_are_expanded() {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 4, 1);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Two);
    encoder.set_palette(vec![1, 2, 3, 4, 5, 6, 7, 8, 9]);
    encoder.set_trns(vec![255, 0]);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0b0001_1000]).unwrap();
    writer.finish().unwrap();
    let (facts, raster) = read(&file).unwrap();
    assert!(facts.alpha && !facts.greyscale);
    assert_eq!(raster.pixels(), [1, 2, 3, 255, 255, 255, 7, 8, 9, 1, 2, 3]);
    assert_sanitized(&file);
    let bits = made(8, 1, ColorType::Grayscale, BitDepth::One, &[0b1010_0000]);
    assert_eq!(read(&bits).unwrap().1.pixel(2, 0), [255; 3]);
}

/// For each pass of Adam7 the first column and row, and the steps to the next ones.
const PASSES: [(usize, usize, usize, usize); 7] = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
];

/// Adam7 by hand: an 8 x 8 picture has the passes 1, 1, 1x2, 2, 2x4, 4, 4x8.
#[test]
fn interlaced_files_are_put_together() {
    let samples: Vec<u8> = (0..64).collect();
    let mut rows = Vec::new();
    for (x, y, across, down) in PASSES {
        for y in (y..8).step_by(down) {
            rows.push(0);
            rows.extend((x..8).step_by(across).map(|x| samples[y * 8 + x]));
        }
    }
    let header = [0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 1];
    let file = assembled(&header, &[&zlib(&rows)]);
    let (facts, raster) = read(&file).unwrap();
    assert!(facts.progressive);
    assert_eq!(raster.luma().values(), samples);
    assert_sanitized(&file);
}

#[test]
fn orientation_is_applied_and_kept() {
    let file = with_chunks(&rgb(), &[(b"eXIf", &exif_with_gps(6))]);
    let (facts, raster) = read(&file).unwrap();
    assert_eq!((facts.orientation, facts.width, facts.height), (6, 12, 16));
    assert_eq!(
        facts.personal,
        [PersonalMetadata::Gps, PersonalMetadata::Device]
    );
    assert_eq!(raster.pixel(11, 0), read(&rgb()).unwrap().1.pixel(0, 0));
    assert!(!holds(&assert_sanitized(&file), b"Qam"));
}

#[test]
fn all_metadata_are_named_and_removed() {
    let file = with_chunks(
        &rgb(),
        &[
            (b"tEXt", b"Author\0secret"),
            (b"tEXt", b"Comment\0secret"),
            (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0secret"),
            (b"tIME", &[7, 0xE9, 1, 1, 0, 0, 0]),
            (b"prIv", b"secret"),
            (b"pHYs", &[0, 0, 11, 19, 0, 0, 11, 19, 1]),
        ],
    );
    let facts = inspect(&file, &limits()).unwrap();
    let expected = [
        PersonalMetadata::Author,
        PersonalMetadata::Date,
        PersonalMetadata::Comment,
        PersonalMetadata::Xmp,
        PersonalMetadata::Unknown,
    ];
    assert_eq!(facts.personal, expected);
    assert!(!holds(&assert_sanitized(&file), b"secret"));
}

#[test]
fn what_breaks_the_format_is_refused() {
    let file = rgb();
    let mut checksum = file.clone();
    checksum[40] ^= 1;
    assert_eq!(refusal(&checksum), Code::ImageDamaged);
    for animated in [b"acTL", b"fcTL", b"fdAT"] {
        assert_eq!(
            refusal(&with_chunks(&file, &[(animated, &[0; 8])])),
            Code::ImageAnimated
        );
    }
    assert_eq!(
        refusal(&with_chunks(&file, &[(b"CgBI", &[])])),
        Code::ImageDamaged
    );
    for tail in [b"PK\x03\x04".as_slice(), b"<html>", b"\0", &file] {
        let reason = inspect(&[&file, tail].concat(), &limits()).unwrap_err();
        assert_eq!(reason.code, Code::ImageTrailingData);
        assert_eq!(
            reason.params.get("offset").unwrap().to_string(),
            file.len().to_string()
        );
    }
    assert_eq!(refusal(&file[..file.len() - 12]), Code::ImageCut);
}

#[test]
fn a_cut_file_is_never_accepted() {
    let file = rgb();
    for length in 0..file.len() {
        assert!(
            inspect(&file[..length], &limits()).is_err(),
            "cut at {length}"
        );
    }
    // Cut, and closed again with right checksums.
    let data = zlib(&[0; 1000]);
    assert!(inspect(&assembled(GREY, &[&data]), &limits()).is_ok());
    for length in 0..data.len() {
        assert_eq!(
            refusal(&assembled(GREY, &[&data[..length]])),
            Code::ImageCut
        );
    }
}

/// Grey, 39 x 25: 1000 bytes with the filters.
const GREY: &[u8] = &[0, 0, 0, 39, 0, 0, 0, 25, 8, 0, 0, 0, 0];

/// A file of IHDR and these IDAT chunks.
fn assembled(header: &[u8], data: &[&[u8]]) -> Vec<u8> {
    let mut file = SIGNATURE.to_vec();
    chunks::push(&mut file, b"IHDR", header);
    for part in data {
        chunks::push(&mut file, b"IDAT", part);
    }
    chunks::push(&mut file, b"IEND", &[]);
    file
}

/// The compressed data are the rows of the picture, all of them and nothing else: data after
/// them could be the part of the picture that was cut away.
#[test]
fn the_data_are_exactly_the_rows() {
    let grey = |parts: &[&[u8]]| inspect(&assembled(GREY, parts), &limits()).map(drop);
    let code = |parts: &[&[u8]]| grey(parts).unwrap_err().code;
    let data = zlib(&[0; 1000]);
    assert_eq!(grey(&[&data]), Ok(()));
    assert_eq!(grey(&[&[], &data[..1], &[], &data[1..], &[]]), Ok(()));
    assert_eq!(code(&[&zlib(&[0; 999])]), Code::ImageCut);
    assert_eq!(code(&[&zlib(&[0; 960])]), Code::ImageCut);
    assert_eq!(code(&[&zlib(&[0; 1001])]), Code::ImageDamaged);
    assert_eq!(code(&[&data, &[0]]), Code::ImageDamaged);
    assert_eq!(
        code(&[&[data.as_slice(), &data].concat()]),
        Code::ImageDamaged
    );
    let mut checksum = data.clone();
    *checksum.last_mut().unwrap() ^= 1;
    assert_eq!(code(&[&checksum]), Code::ImageDamaged);
    // The second row with a filter that does not exist.
    let mut rows = vec![0; 1000];
    rows[40] = 4;
    assert_eq!(grey(&[&zlib(&rows)]), Ok(()));
    rows[40] = 5;
    assert_eq!(code(&[&zlib(&rows)]), Code::ImageDamaged);
}

#[test]
fn a_claim_of_size_is_refused() {
    for (width, height, code) in [
        (16_385_u32, 1_u32, Code::ImageSide),
        (16_384, 16_384, Code::ImageTooManyPixels),
        (u32::MAX, 1, Code::ImageDamaged),
        (0, 1, Code::ImageDamaged),
        (5_000, 5_000, Code::ImageCut),
    ] {
        let mut file = SIGNATURE.to_vec();
        let header = [
            &width.to_be_bytes()[..],
            &height.to_be_bytes(),
            &[8, 2, 0, 0, 0],
        ]
        .concat();
        chunks::push(&mut file, b"IHDR", &header);
        chunks::push(&mut file, b"IDAT", &zlib(&[0; 100]));
        chunks::push(&mut file, b"IEND", &[]);
        assert_eq!(refusal(&file), code);
    }
}

/// Text and profiles that inflate without end are never inflated beyond the limit.
#[test]
fn metadata_are_bounded() {
    let bomb = zlib(&vec![b' '; 200_000_000 / 8]);
    assert!(bomb.len() < 262_144);
    let text = [b"Comment\0\0".as_slice(), &bomb].concat();
    let file = with_chunks(&rgb(), &[(b"zTXt", &text)]);
    assert_eq!(
        inspect(&file, &limits()).unwrap().personal,
        [PersonalMetadata::Comment]
    );
    let profile = [b"name\0\0".as_slice(), &bomb].concat();
    let file = with_chunks(&rgb(), &[(b"iCCP", &profile)]);
    assert_eq!(refusal(&file), Code::ImageMetadataTooLarge);
    let large = with_chunks(&rgb(), &[(b"tEXt", &[b'a'; 262_145])]);
    assert_eq!(refusal(&large), Code::ImageMetadataTooLarge);
}

#[test]
fn colours_are_told_by_the_strongest_chunk() {
    let profile = |chunks: &[(&[u8; 4], &[u8])]| {
        inspect(&with_chunks(&rgb(), chunks), &limits()).map(|file| file.profile)
    };
    assert_eq!(profile(&[]), Ok(ColourProfile::None));
    assert_eq!(profile(&[(b"sRGB", &[0])]), Ok(ColourProfile::Srgb));
    assert_eq!(
        profile(&[(b"cICP", &[12, 13, 0, 1]), (b"sRGB", &[0])]),
        Ok(ColourProfile::DisplayP3)
    );
    assert_eq!(
        profile(&[(b"cICP", &[9, 16, 0, 1])]).unwrap_err().code,
        Code::ImageProfile
    );
    let unknown = [b"x\0\0".as_slice(), &zlib(&[1; 200])].concat();
    assert_eq!(
        profile(&[(b"iCCP", &unknown)]).unwrap_err().code,
        Code::ImageProfile
    );
}

/// Every colour type, depth and interlacing: IHDR, the chunks before the data, and the rows.
fn kinds() -> Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> {
    let mut random = Random(3);
    let mut kinds = Vec::new();
    for (colour, depths) in [
        (0, [1, 2, 4, 8, 16].as_slice()),
        (2, &[8, 16]),
        (3, &[1, 2, 4, 8]),
        (4, &[8, 16]),
        (6, &[8, 16]),
    ] {
        for depth in depths {
            for interlace in [0, 1] {
                let header = [0, 0, 0, 9, 0, 0, 0, 7, *depth, colour, 0, 0, interlace];
                let mut before = Vec::new();
                if colour == 3 {
                    chunks::push(&mut before, b"PLTE", &[7; 3 << 8][..3 << depth]);
                }
                match colour {
                    0 => chunks::push(&mut before, b"tRNS", &[0, 1]),
                    2 => chunks::push(&mut before, b"tRNS", &[0, 1, 0, 2, 0, 3]),
                    3 => chunks::push(&mut before, b"tRNS", &[9, 255]),
                    _ => {}
                }
                let exif = exif_with_gps(u8::try_from(1 + kinds.len() % 8).unwrap());
                chunks::push(&mut before, b"eXIf", &exif);
                let samples = [1, 0, 3, 1, 2, 0, 4][usize::from(colour)];
                let rows = rows(9, 7, samples * usize::from(*depth), interlace == 1);
                let rows = rows.into_iter().flat_map(|length| {
                    let filter = u8::try_from(random.below(5)).unwrap();
                    let bytes: Vec<u8> = (0..length).map(|_| random.byte()).collect();
                    [vec![filter], bytes].concat()
                });
                kinds.push((header.to_vec(), before, rows.collect()));
            }
        }
    }
    kinds
}

/// The length of each row, by the definition of Adam7: the pixels that a pass visits.
fn rows(width: usize, height: usize, bits: usize, interlaced: bool) -> Vec<usize> {
    let all = [(0, 0, 1, 1)];
    let passes = if interlaced { PASSES.as_slice() } else { &all };
    let mut rows = Vec::new();
    for (x, y, across, down) in passes {
        let columns = (*x..width).step_by(*across).count();
        for _ in (*y..height).step_by(*down).filter(|_| columns > 0) {
            rows.push((columns * bits).div_ceil(8));
        }
    }
    rows
}

/// A file of these parts.
fn put_together(header: &[u8], before: &[u8], rows: &[u8]) -> Vec<u8> {
    let mut file = assembled(header, &[&zlib(rows)]);
    file.splice(33..33, before.iter().copied());
    file
}

#[test]
fn all_kinds_are_read() {
    let kinds = kinds();
    assert_eq!(kinds.len(), 30);
    for (header, before, rows) in kinds {
        let file = put_together(&header, &before, &rows);
        let (facts, raster) = read(&file).unwrap_or_else(|reason| panic!("{header:?}: {reason:?}"));
        assert_eq!(raster.width() * raster.height(), 63);
        assert_eq!(facts.progressive, header[12] == 1);
        assert_eq!(facts.greyscale, matches!(header[9], 0 | 4));
        assert!(facts.alpha);
        assert_sanitized(&file);
    }
}

/// A mutated file is refused, or is a whole picture of its size.
#[test]
fn damaged_files_never_panic() {
    let kinds = kinds();
    let mut random = Random(2);
    let mut accepted = 0;
    for round in 0..MUTATIONS {
        let (header, before, rows) = &kinds[random.below(kinds.len())];
        let file = match round % 3 {
            // As they came; with right checksums; within the rows, which are compressed again.
            0 => mutate(&put_together(header, before, rows), &mut random),
            1 => {
                let mut file = mutate(&put_together(header, before, rows), &mut random);
                repair(&mut file);
                file
            }
            _ => put_together(header, before, &mutate(rows, &mut random)),
        };
        accepted += u32::from(is_refused_or_whole(&file));
    }
    assert!(accepted > 1000, "{accepted}");
}

/// Makes the checksums right again, so that damage gets past them.
fn repair(file: &mut [u8]) {
    let mut at = SIGNATURE.len();
    while let Some(length) = be32(file, at) {
        let end = at.saturating_add(8).saturating_add(length as usize);
        let Some(checked) = file.get(at + 4..end) else {
            return;
        };
        let checksum = crc32fast::hash(checked).to_be_bytes();
        let Some(place) = file.get_mut(end..end + 4) else {
            return;
        };
        place.copy_from_slice(&checksum);
        at = end + 4;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_metadata_are_removed(
        chunks in proptest::collection::vec(
            ("[a-z][a-zA-Z][A-Z][a-z]", proptest::collection::vec(any::<u8>(), 0..60)),
            0..6,
        ),
        orientation in 0u8..10,
    ) {
        let mut parts: Vec<([u8; 4], Vec<u8>)> = chunks
            .into_iter()
            .map(|(kind, data)| (kind.into_bytes().try_into().unwrap(), data))
            .collect();
        parts.push((*b"eXIf", exif_with_gps(orientation)));
        let parts: Vec<(&[u8; 4], &[u8])> = parts.iter().map(|(kind, data)| (kind, data.as_slice())).collect();
        let file = with_chunks(&rgb(), &parts);
        if read(&file).is_ok() {
            let clean = assert_sanitized(&file);
            prop_assert!(!holds(&clean, b"Qam"));
        }
    }
}
