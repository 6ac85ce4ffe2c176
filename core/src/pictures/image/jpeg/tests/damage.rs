//! Files that are cut, damaged, or make false claims.

use super::*;

/// A decoder that fills up missing parts would accept all of these.
#[test]
fn a_cut_file_is_never_accepted() {
    let small = Making {
        size: (17, 9),
        ..PLAIN
    };
    let files = [
        made(&small),
        made(&Making {
            progressive: true,
            ..small
        }),
        made(&Making {
            restart: 2,
            ..small
        }),
    ];
    for file in files {
        let start = scan_start(&file);
        for length in 0..file.len() {
            assert!(inspect(&file[..length], &limits()).is_err(), "{length}");
            // Cut, and closed again.
            if length >= start && length < file.len() - 2 {
                let closed = [&file[..length], b"\xFF\xD9"].concat();
                assert!(inspect(&closed, &limits()).is_err(), "{length}");
            }
        }
    }
    for making in makings() {
        let file = made(&making);
        let ninety = [&file[..file.len() * 9 / 10], b"\xFF\xD9"].concat();
        assert!(inspect(&ninety, &limits()).is_err());
    }
}

#[test]
fn a_progressive_file_without_its_last_scans_is_cut() {
    let file = made(&Making {
        progressive: true,
        ..PLAIN
    });
    let mut segments = Segments::new(&file).unwrap();
    let mut ends = Vec::new();
    while segments.next().unwrap().is_some_and(|segment| {
        if segment.marker == SOS {
            ends.push(segment.offset);
        }
        true
    }) {}
    assert!(ends.len() > 3);
    for end in &ends[1..] {
        let cut = [&file[..*end], b"\xFF\xD9"].concat();
        assert_eq!(refusal(&cut), Code::ImageCut);
    }
}

#[test]
fn too_many_scans_are_refused_before_they_are_read() {
    let file = made(&Making {
        progressive: true,
        ..PLAIN
    });
    let mut segments = Segments::new(&file).unwrap();
    let (start, end) = loop {
        let segment = segments.next().unwrap().unwrap();
        if segment.marker == SOS {
            break (segment.offset, segments.at());
        }
    };
    let many = [&file[..end], &file[start..end].repeat(1000), &file[end..]].concat();
    assert_eq!(refusal(&many), Code::ImageScans);
}

/// Files whose size is a claim: 632 bytes, all marker segments and a few bytes of data.
#[test]
fn a_claim_of_size_is_refused() {
    let claims = [
        (16_385, 10, Code::ImageSide),
        (16_384, 16_384, Code::ImageTooManyPixels),
        (5_000, 5_001, Code::ImageTooManyPixels),
        (5_000, 5_000, Code::ImageCut),
    ];
    for (width, height, code) in claims {
        assert_eq!(refusal(&claiming(width, height)), code);
    }
}

/// A small file that claims another size.
fn claiming(width: u16, height: u16) -> Vec<u8> {
    let mut file = made(&Making {
        size: (8, 8),
        ..PLAIN
    });
    let at = file
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    file[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    file[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// Tables that the decoder would refuse, so that an accepted file can be decoded.
#[test]
fn broken_tables_are_refused() {
    let file = made(&PLAIN);
    let table = |kind: u8, ones: u8, symbols: &[u8]| {
        let counts = [[ones].as_slice(), &[0; 15]].concat();
        let body = [&[kind], counts.as_slice(), symbols].concat();
        inspect(&with_segments(&file, &[(DHT, &body)]), &limits()).map(drop)
    };
    assert_eq!(table(0x03, 1, &[15]), Ok(()));
    assert_eq!(table(0x13, 1, &[16]), Ok(()));
    for broken in [
        table(0x03, 1, &[16]),
        table(0x03, 2, &[1, 2]),
        table(0x04, 1, &[1]),
        table(0x23, 1, &[1]),
        table(0x03, 1, &[]),
    ] {
        assert_eq!(broken.unwrap_err().code, Code::ImageDamaged);
    }
    // The colours have a quantisation table that was not sent.
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]);
    let mut missing = file.clone();
    missing[frame.unwrap() + 4 + 6 + 5] = 3;
    assert_eq!(refusal(&missing), Code::ImageDamaged);
}

/// A mutated file is refused, or is a whole picture of its size.
#[test]
fn damaged_files_never_panic() {
    let small = Making {
        size: (16, 16),
        ..PLAIN
    };
    let mut grey = Vec::new();
    encoder(&small, &mut grey, |encoder| {
        encoder
            .encode(&noise(16, 16)[..256], 16, 16, ColorType::Luma)
            .unwrap();
    });
    let exif = [EXIF, &exif_with_gps(6)].concat();
    let second = made(&small);
    let files = [
        made(&small),
        made(&Making {
            progressive: true,
            ..small
        }),
        made(&Making {
            restart: 1,
            sampling: SamplingFactor::R_4_4_4,
            ..small
        }),
        made(&Making {
            progressive: true,
            restart: 1,
            sampling: SamplingFactor::R_4_2_2,
            ..small
        }),
        grey,
        with_segments(&made(&small), &[(APP1, &exif), (COM, b"text")]),
        indexed(&made(&small), &[&second], true),
    ];
    let mut random = Random(1);
    let mut accepted = 0;
    for round in 0..MUTATIONS {
        let file = mutate(&files[round % files.len()], &mut random);
        accepted += u32::from(is_refused_or_whole(&file));
    }
    assert!(accepted > 1000, "{accepted}");
}
