//! The quality at which a JPEG was written, read off its quantisation tables.

/// The tables of ITU-T T.81, annex K, which the Independent JPEG Group's software scales. In
/// zigzag order, as files hold them.
const LUMINANCE: [u16; 64] = [
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81,
    87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];
const CHROMINANCE: [u16; 64] = [
    17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/// A quantisation table, in zigzag order.
pub(super) type Table = [u16; 64];

/// The tables that a segment defines, with their numbers; `None` if it is malformed.
pub(super) fn tables(body: &[u8]) -> Option<Vec<(usize, Table)>> {
    let mut rest = body;
    let mut tables = Vec::new();
    while let Some((kind, values)) = rest.split_first() {
        let number = usize::from(kind & 15);
        let width: usize = match kind >> 4 {
            0 => 1,
            1 => 2,
            _ => return None,
        };
        let (values, after) = values.split_at_checked(width.saturating_mul(64))?;
        let mut table = [0; 64];
        for (place, value) in table.iter_mut().zip(values.chunks_exact(width)) {
            *place = value
                .iter()
                .fold(0, |sum, byte| sum << 8 | u16::from(*byte));
        }
        if number > 3 || table.contains(&0) {
            return None;
        }
        tables.push((number, table));
        rest = after;
    }
    Some(tables)
}

/// The quality whose tables these are, exactly: that of the luminance and, if the picture has
/// colours, of the chrominance.
pub(super) fn of(luminance: &Table, chrominance: Option<&Table>) -> Option<u32> {
    (1..=100).rev().find(|quality| {
        let is = |table: &Table, base| *table == scaled(base, *quality, 255);
        // Coarse tables may also be written with 16 bits, beyond 255.
        let is_wide = |table: &Table, base| *table == scaled(base, *quality, 32_767);
        (is(luminance, &LUMINANCE) || is_wide(luminance, &LUMINANCE))
            && chrominance
                .is_none_or(|table| is(table, &CHROMINANCE) || is_wide(table, &CHROMINANCE))
    })
}

/// A table as the Independent JPEG Group's software scales it.
fn scaled(base: &Table, quality: u32, most: u32) -> Table {
    let percent = if quality < 50 {
        5000_u32.checked_div(quality).unwrap_or(5000)
    } else {
        200_u32.saturating_sub(quality.saturating_mul(2))
    };
    base.map(|value| {
        let value = u32::from(value).saturating_mul(percent).saturating_add(50) / 100;
        u16::try_from(value.clamp(1, most)).unwrap_or(u16::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_qualities_are_found_again() {
        for quality in 1..=100 {
            let luminance = scaled(&LUMINANCE, quality, 255);
            let chrominance = scaled(&CHROMINANCE, quality, 255);
            assert_eq!(of(&luminance, Some(&chrominance)), Some(quality));
            assert!(of(&luminance, None) >= Some(quality));
        }
        assert_eq!(of(&LUMINANCE, Some(&CHROMINANCE)), Some(50));
        assert_eq!(of(&[1; 64], Some(&[1; 64])), Some(100));
    }

    #[test]
    fn other_tables_have_no_quality() {
        let mut table = scaled(&LUMINANCE, 75, 255);
        table[63] += 1;
        assert_eq!(of(&table, None), None);
        let mixed = scaled(&CHROMINANCE, 80, 255);
        assert_eq!(of(&scaled(&LUMINANCE, 75, 255), Some(&mixed)), None);
        assert_eq!(of(&[2; 64], Some(&[3; 64])), None);
    }

    #[test]
    fn malformed_segments_are_none() {
        assert_eq!(tables(&[0; 65]), None);
        assert_eq!(tables(&[0x20; 65]), None);
        assert_eq!(tables(&[1; 64]), None);
        assert_eq!(tables(&[4; 65]), None);
        assert_eq!(tables(&[1; 65]), Some(vec![(1, [1; 64])]));
        assert_eq!(tables(&[0x11; 129]), Some(vec![(1, [0x1111; 64])]));
    }
}
