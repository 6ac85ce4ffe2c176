use super::*;
use proptest::prelude::*;

/// The output, and `true` if the parts end with the stream.
fn inflated(parts: &[&[u8]], most_blocks: u64) -> Result<(Vec<u8>, bool), Broken> {
    let mut output = Vec::new();
    let ended = inflate(parts.iter().copied(), most_blocks, |bytes| {
        output.extend(bytes);
        Ok(())
    })?;
    Ok((output, ended))
}

/// Bits in the order in which deflate has them, and the checksum of `output` behind them.
fn stream(bits: &[(u32, u32)], output: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x78, 0x01];
    let (mut held, mut count) = (0_u64, 0);
    for (value, length) in bits {
        held |= u64::from(*value) << count;
        count += length;
        while count >= 8 {
            bytes.push(held.to_le_bytes()[0]);
            held >>= 8;
            count -= 8;
        }
    }
    if count > 0 {
        bytes.push(held.to_le_bytes()[0]);
    }
    bytes.extend(simd_adler32::adler32(&output).to_be_bytes());
    bytes
}

/// A fixed block without data, that is not the last one: ten bits.
const EMPTY: (u32, u32) = (0b010, 10);

#[test]
fn blocks_are_counted() {
    for count in [0, 1, 7, 1000] {
        let mut bits = vec![EMPTY; count];
        bits.push((0b011, 10));
        let stream = stream(&bits, b"");
        let blocks = count as u64 + 1;
        assert_eq!(inflated(&[&stream], blocks), Ok((Vec::new(), true)));
        assert_eq!(inflated(&[&stream], blocks - 1), Err(Broken::Damaged));
    }
}

/// A block of its own codes: those for the lengths, then those of `lengths`, each in four bits.
fn own_codes(literals: &[u8], distances: &[u8]) -> Vec<(u32, u32)> {
    // Sixteen codes of four bits: 0 to 15, whose symbols are the lengths themselves.
    let mut bits = vec![(0b101, 3)];
    bits.push((u32::try_from(literals.len() - 257).unwrap(), 5));
    bits.push((u32::try_from(distances.len() - 1).unwrap(), 5));
    bits.push((15, 4));
    for place in ORDER {
        bits.push((if place < 16 { 4 } else { 0 }, 3));
    }
    for length in literals.iter().chain(distances) {
        bits.push((u32::from(length.reverse_bits() >> 4), 4));
    }
    bits
}

/// No code for any symbol but those with these lengths.
fn lengths(count: usize, those: &[(usize, u8)]) -> Vec<u8> {
    let mut lengths = vec![0; count];
    for (symbol, length) in those {
        lengths[*symbol] = *length;
    }
    lengths
}

#[test]
fn codes_have_to_be_complete() {
    let read = |literals: &[(usize, u8)], distances: &[(usize, u8)], data: &[(u32, u32)]| {
        let mut bits = own_codes(&lengths(286, literals), &lengths(30, distances));
        bits.extend(data);
        inflated(&[&stream(&bits, b"a")], 1).map(|(output, _)| output)
    };
    let a = [(97, 1), (256, 1)];
    let data = [(0b10, 2)];
    assert_eq!(read(&a, &[], &data), Ok(b"a".to_vec()));
    assert_eq!(read(&a, &[(0, 1)], &data), Ok(b"a".to_vec()));
    assert_eq!(read(&a, &[(0, 1), (29, 1)], &data), Ok(b"a".to_vec()));
    for (literals, distances) in [
        // Too many codes, too few of them, a single long one, and no code for the end.
        (&[(97, 1), (98, 1), (256, 1)][..], &[][..]),
        (&[(97, 2), (256, 1)], &[]),
        (&[(256, 2)], &[]),
        (&[(97, 1), (98, 1)], &[]),
        (&a, &[(0, 2)]),
        (&a, &[(0, 2), (1, 2), (2, 2)]),
        (&a, &[(0, 1), (1, 1), (2, 1)]),
    ] {
        assert_eq!(read(literals, distances, &data), Err(Broken::Damaged));
    }
}

#[test]
fn long_codes_are_read() {
    // Codes of 1 to 14 bits and two of 15, the last of which is that of `b`.
    let mut literals: Vec<(usize, u8)> = (1..=13).map(|n| (usize::from(n), n)).collect();
    literals.extend([(256, 14), (97, 15), (98, 15)]);
    let mut bits = own_codes(&lengths(286, &literals), &[0]);
    bits.extend([(0x7FFF, 15), (0x3FFF, 15), (0, 1), (0x1FFF, 14)]);
    let stream = stream(&bits, b"ba\x01");
    assert_eq!(inflated(&[&stream], 1), Ok((b"ba\x01".to_vec(), true)));
}

#[test]
fn what_means_nothing_is_refused() {
    let damaged = |bits: &[(u32, u32)]| inflated(&[&stream(bits, b"")], 9) == Err(Broken::Damaged);
    // An unknown kind of block, a stored one with a wrong check, symbols 286 and 287, a
    // distance without a code, the distances 30 and 31, and a place before the first byte.
    assert!(damaged(&[(0b111, 3)]));
    assert!(damaged(&[(0b001, 8), (0, 16), (0, 16)]));
    assert!(damaged(&[(0b011, 3), (0b0110_0011, 8)]));
    assert!(damaged(&[(0b011, 3), (0b1110_0011, 8)]));
    assert!(damaged(&[(0b011, 3), (0b100_0000, 7), (0b01111, 5)]));
    assert!(damaged(&[(0b011, 3), (0b100_0000, 7), (0b11111, 5)]));
    assert!(damaged(&[(0b011, 3), (0b100_0000, 7), (0, 5)]));
    // Headers: another method, too large a window, a dictionary, a wrong check.
    for header in [[0x79, 0x01], [0x88, 0x1C], [0x78, 0x20], [0x78, 0x02]] {
        let mut bytes = stream(&[(0b011, 10)], b"");
        bytes.splice(..2, header);
        assert_eq!(inflated(&[&bytes], 9), Err(Broken::Damaged));
    }
}

/// Noise, runs, and texts that repeat from afar.
fn data() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..400),
        (any::<u8>(), 0usize..9_000).prop_map(|(byte, count)| vec![byte; count]),
        (proptest::collection::vec(any::<u8>(), 2..40), 1usize..2_000)
            .prop_map(|(part, count)| part.into_iter().cycle().take(count).collect()),
    ];
    let pieces = proptest::collection::vec(piece, 0..40);
    (pieces, any::<bool>()).prop_map(|(pieces, twice)| {
        let once = pieces.concat();
        if twice {
            [once.as_slice(), &once].concat()
        } else {
            once
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_was_deflated_is_inflated(
        data in data(), level in 0u8..=10, cuts in proptest::collection::vec(any::<u16>(), 0..6),
        tail in any::<bool>(),
    ) {
        let mut bytes = miniz_oxide::deflate::compress_to_vec_zlib(&data, level);
        let whole = bytes.len();
        if tail {
            bytes.push(0);
        }
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| usize::from(*cut) % whole).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let parts: Vec<&[u8]> = cuts.windows(2).map(|cut| &bytes[cut[0]..cut[1]]).collect();
        prop_assert!(inflated(&parts, u64::MAX) == Ok((data, !tail)));
        let cut = cuts[cuts.len() / 2].min(whole - 1);
        prop_assert_eq!(inflated(&[&bytes[..cut]], u64::MAX), Err(Broken::Cut));
    }

    /// Data that another inflater accepts are accepted, and give the same.
    #[test]
    fn damage_is_found_as_by_others(
        data in data(), level in 0u8..=10, at in any::<u32>(), bit in 0u32..8,
    ) {
        let mut bytes = miniz_oxide::deflate::compress_to_vec_zlib(&data, level);
        let at = at as usize % bytes.len();
        bytes[at] ^= 1 << bit;
        let other = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&bytes, 1 << 22).ok();
        let own = inflated(&[&bytes], u64::MAX).ok().map(|(output, _)| output);
        prop_assert!(own == other);
    }
}
