//! The reason for reading the scans twice: damage that the decoder alone lets pass, although it
//! is strict.

use std::collections::BTreeMap;
use std::ops::Range;

use super::*;

/// A scan in a file.
struct Scan {
    /// The place of its header.
    header: usize,
    /// Its entropy-coded data, restart markers included.
    data: Range<usize>,
    /// The places of the restart markers.
    restarts: Vec<usize>,
}

fn scans(file: &[u8]) -> Vec<Scan> {
    let mut segments = Segments::new(file).unwrap();
    let mut scans = Vec::new();
    while let Some(segment) = segments.next().unwrap() {
        if segment.marker == SOS {
            let data = segments.at() - segment.scan.len()..segments.at();
            let is_restart = |at: &usize| file[*at] == 0xFF && matches!(file[at + 1], 0xD0..=0xD7);
            scans.push(Scan {
                header: segment.offset,
                restarts: data.clone().filter(is_restart).collect(),
                data,
            });
        }
    }
    scans
}

/// `true` if the file is accepted when nobody but the decoder reads the scans.
fn decodes(file: &[u8]) -> bool {
    Header::read(file, &limits()).is_ok_and(|header| header.decode().is_ok())
}

fn without(file: &[u8], part: Range<usize>) -> Vec<u8> {
    [&file[..part.start], &file[part.end..]].concat()
}

fn with(file: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    [&file[..at], bytes, &file[at..]].concat()
}

fn cut_and_closed(file: &[u8], at: usize) -> Vec<u8> {
    [&file[..at], &[0xFF, EOI]].concat()
}

/// A place in the data that no marker and no stuffed byte is torn by, for each quarter.
fn places(file: &[u8], scan: &Scan) -> Vec<usize> {
    let near = |quarter: usize| scan.data.start + scan.data.len() * quarter / 4;
    let is_plain = |at: &usize| {
        file[*at - 1..(*at + 3).min(file.len())]
            .iter()
            .all(|byte| *byte != 0xFF)
    };
    (1..4)
        .filter_map(|quarter| (near(quarter)..scan.data.end).find(is_plain))
        .collect()
}

/// Damages the scans of a file: the kind, `true` if it must be found, and the damaged file.
fn damaged(file: &[u8]) -> Vec<(&'static str, bool, Vec<u8>)> {
    let scans = scans(file);
    let last = scans.last().unwrap();
    let end = last.data.end;
    let mut made = vec![
        ("last byte missing", true, without(file, end - 1..end)),
        (
            "bytes behind the last block",
            true,
            with(file, end, &[0; 4]),
        ),
    ];
    for scan in &scans {
        made.push(("scan without data", true, without(file, scan.data.clone())));
        for at in places(file, scan) {
            let mut turned = file.to_vec();
            turned[at] ^= 1;
            // Other coefficients may be read from these, which no reader can find.
            made.push(("bit turned", false, turned));
            made.push(("bytes taken out", false, without(file, at..at + 1)));
            made.push(("bytes put in", false, with(file, at, &[0x5A, 0x12])));
        }
    }
    for at in places(file, last) {
        made.push(("cut and closed", true, cut_and_closed(file, at)));
    }
    for scan in scans.iter().skip(1) {
        made.push((
            "last scans missing",
            true,
            cut_and_closed(file, scan.header),
        ));
        made.push((
            "scan missing",
            true,
            without(file, scan.header..scan.data.end),
        ));
    }
    for pair in last.restarts.windows(2) {
        let mut renumbered = file.to_vec();
        renumbered[pair[0] + 1] ^= 1;
        made.push(("restart marker of another number", true, renumbered));
        made.push((
            "restart marker missing",
            true,
            without(file, pair[0]..pair[0] + 2),
        ));
        made.push((
            "restart interval missing",
            true,
            without(file, pair[0]..pair[1]),
        ));
    }
    made
}

#[test]
fn a_strict_decoder_alone_lets_damage_pass() {
    let mut passed: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for making in makings() {
        let file = made(&making);
        assert!(decodes(&file) && inspect(&file, &limits()).is_ok());
        for (kind, is_found, damaged) in damaged(&file) {
            let is_refused = inspect(&damaged, &limits()).is_err();
            assert!(is_refused || !is_found, "{kind}: {damaged:02x?}");
            let (count, let_pass) = passed.entry(kind).or_default();
            *count += 1;
            *let_pass += usize::from(is_refused && decodes(&damaged));
        }
    }
    for (kind, (count, let_pass)) in passed {
        assert!(
            let_pass > 0,
            "{kind}: of {count} files the decoder refuses all by itself; see ADR 11"
        );
    }
}
