//! The colours of an ICC profile, by its figures: its name proves nothing.

use super::file::ColourProfile;
use super::{be16, be32};

/// A matrix profile's primaries on the connection space's white (D50), in 65536ths of X, Y, Z.
type Primaries = [[i32; 3]; 3];

const SRGB: Primaries = [
    [28578, 14581, 912],
    [25241, 46981, 6362],
    [9376, 3972, 46799],
];
const DISPLAY_P3: Primaries = [
    [33757, 15807, -69],
    [19133, 45363, 2748],
    [10293, 4367, 51383],
];
/// The largest deviation of a primary: 0.004, more than the profiles in use differ.
const TOLERANCE: u32 = 262;
/// The outputs for half of the input, in 65536ths: sRGB has 14030, a gamma of 2.2 14263.
const HALF: std::ops::RangeInclusive<i64> = 13_000..=15_400;

const TAGS: usize = 128;
const TAG: usize = 12;

/// The meaning of a profile.
pub(super) fn classify(icc: &[u8]) -> ColourProfile {
    known(icc).unwrap_or(ColourProfile::Other)
}

fn known(icc: &[u8]) -> Option<ColourProfile> {
    if icc.get(36..40)? != b"acsp" {
        return None;
    }
    match icc.get(16..20)? {
        b"RGB " => {
            let curves = [b"rTRC", b"gTRC", b"bTRC"];
            let standard = curves.iter().all(|name| is_standard_curve(icc, name));
            // A profile with tables for the conversion is judged by them, and not by its matrix.
            if !standard || tag(icc, b"A2B0").is_some() {
                return None;
            }
            let read = [
                colorant(icc, b"rXYZ")?,
                colorant(icc, b"gXYZ")?,
                colorant(icc, b"bXYZ")?,
            ];
            let is = |primaries: &Primaries| {
                let pairs = primaries.iter().flatten().zip(read.iter().flatten());
                pairs.into_iter().all(|(a, b)| a.abs_diff(*b) <= TOLERANCE)
            };
            match () {
                () if is(&SRGB) => Some(ColourProfile::Srgb),
                () if is(&DISPLAY_P3) => Some(ColourProfile::DisplayP3),
                () => None,
            }
        }
        b"GRAY" => is_standard_curve(icc, b"kTRC").then_some(ColourProfile::Srgb),
        _ => None,
    }
}

/// The data of a tag.
fn tag<'i>(icc: &'i [u8], name: &[u8; 4]) -> Option<&'i [u8]> {
    let count = be32(icc, TAGS)? as usize;
    let table = icc.get(TAGS.checked_add(4)?..)?;
    let entry = table.chunks_exact(TAG).take(count);
    let entry = entry.into_iter().find(|entry| entry.starts_with(name))?;
    let (offset, size) = (be32(entry, 4)? as usize, be32(entry, 8)? as usize);
    icc.get(offset..offset.checked_add(size)?)
}

/// A tag of X, Y and Z in 65536ths.
fn colorant(icc: &[u8], name: &[u8; 4]) -> Option<[i32; 3]> {
    let data = tag(icc, name)?;
    let value = |at| be32(data, at).map(u32::cast_signed);
    (data.get(..4)? == b"XYZ ").then_some([value(8)?, value(12)?, value(16)?])
}

/// `true` if a tone curve is near that of sRGB, by its output for half.
fn is_standard_curve(icc: &[u8], name: &[u8; 4]) -> bool {
    tag(icc, name)
        .and_then(at_half)
        .is_some_and(|half| HALF.contains(&half))
}

/// The output of a curve for half the input, in 65536ths.
fn at_half(curve: &[u8]) -> Option<i64> {
    match curve.get(..4)? {
        b"curv" => match be32(curve, 8)? as usize {
            0 => Some(32_768),
            1 => half_power(i64::from(be16(curve, 12)?).checked_mul(256)?),
            count => {
                let middle = count.checked_sub(1)?.checked_div(2)?.checked_mul(2)?;
                Some(i64::from(be16(curve, middle.checked_add(12)?)?))
            }
        },
        b"para" => {
            let gamma = i64::from(be32(curve, 12)?.cast_signed());
            match be16(curve, 8)? {
                0 => half_power(gamma),
                // sRGB's own form: ((half + 0.055) / 1.055) to the power of 2.4.
                3 if gamma.abs_diff(157_286) <= 66 => Some(14_030),
                3 => half_power(gamma),
                _ => None,
            }
        }
        _ => None,
    }
}

/// 0.5 to a power given in 65536ths, by a line between the powers 1.8 and 2.6, which is enough to
/// tell the usual gammas from others.
fn half_power(gamma: i64) -> Option<i64> {
    // 0.5 ^ 1.8 = 18820/65536, 0.5 ^ 2.6 = 10809/65536.
    if !(117_965..=170_394).contains(&gamma) {
        return None;
    }
    let above = gamma.checked_sub(117_965)?;
    let fall = above.checked_mul(18_820 - 10_809)?.checked_div(52_429)?;
    18_820_i64.checked_sub(fall)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Primaries in ten-thousandths of X, Y, Z, as the published profiles have them.
    const PUBLISHED_SRGB: Primaries = [[4361, 2225, 139], [3851, 7169, 971], [1431, 606, 7141]];
    const PUBLISHED_P3: Primaries = [[5151, 2412, -11], [2919, 6922, 419], [1572, 666, 7841]];
    const ADOBE_RGB: Primaries = [[6097, 3111, 195], [2053, 6257, 609], [1492, 632, 7446]];

    fn profile(space: &[u8; 4], tags: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut icc = vec![0; TAGS];
        icc[16..20].copy_from_slice(space);
        icc[36..40].copy_from_slice(b"acsp");
        let count = u32::try_from(tags.len()).unwrap();
        icc.extend(count.to_be_bytes());
        let mut offset = TAGS + 4 + tags.len() * TAG;
        for (name, data) in tags {
            icc.extend(*name);
            for number in [offset, data.len()] {
                icc.extend(u32::try_from(number).unwrap().to_be_bytes());
            }
            offset += data.len();
        }
        icc.extend(tags.iter().flat_map(|(_, data)| data.clone()));
        icc
    }

    /// A curve of one gamma, in 256ths.
    fn gamma(value: u16) -> Vec<u8> {
        let start = b"curv\0\0\0\0\0\0\0\x01".iter().copied();
        start.chain(value.to_be_bytes()).collect()
    }

    /// The parametric curve of type 3 with this power, in 65536ths.
    fn parametric(power: i32) -> Vec<u8> {
        let start = b"para\0\0\0\0\0\x03\0\0".iter().copied();
        start.chain(power.to_be_bytes()).collect()
    }

    /// With a tag of this name besides.
    fn rgb(primaries: &Primaries, curve: &[u8], besides: &[u8; 4]) -> Vec<u8> {
        let colorant = |[x, y, z]: [i32; 3]| {
            let number = |value: i32| (value * 65_536 / 10_000).to_be_bytes();
            let start = b"XYZ \0\0\0\0".iter().copied();
            start
                .chain([x, y, z].into_iter().flat_map(number))
                .collect()
        };
        let [red, green, blue] = primaries.map(colorant);
        let tags: [(&[u8; 4], Vec<u8>); 7] = [
            (b"rXYZ", red),
            (b"gXYZ", green),
            (b"bXYZ", blue),
            (b"rTRC", curve.to_vec()),
            (b"gTRC", curve.to_vec()),
            (b"bTRC", curve.to_vec()),
            (besides, Vec::new()),
        ];
        profile(b"RGB ", &tags)
    }

    /// SPEC 11.1: no profile or sRGB accepted; Display P3 and others by policy.
    #[test]
    fn profiles_are_known_by_their_figures() {
        let cases = [
            (PUBLISHED_SRGB, parametric(157_286), ColourProfile::Srgb),
            (PUBLISHED_SRGB, gamma(563), ColourProfile::Srgb),
            (PUBLISHED_P3, parametric(157_286), ColourProfile::DisplayP3),
            (ADOBE_RGB, gamma(563), ColourProfile::Other),
            // sRGB's primaries with samples that are proportional to light.
            (PUBLISHED_SRGB, gamma(256), ColourProfile::Other),
        ];
        for (primaries, curve, expected) in cases {
            let icc = rgb(&primaries, &curve, b"desc");
            assert_eq!(classify(&icc), expected, "{primaries:?} {curve:?}");
        }
        let grey = profile(b"GRAY", &[(b"kTRC", gamma(563))]);
        assert_eq!(classify(&grey), ColourProfile::Srgb);
    }

    #[test]
    fn what_cannot_be_read_is_another_profile() {
        let icc = rgb(&PUBLISHED_SRGB, &gamma(563), b"desc");
        for length in 0..icc.len() {
            assert_eq!(classify(&icc[..length]), ColourProfile::Other, "{length}");
        }
        assert_eq!(classify(&profile(b"CMYK", &[])), ColourProfile::Other);
        // With tables for the conversion the matrix does not count.
        let tabled = rgb(&PUBLISHED_SRGB, &gamma(563), b"A2B0");
        assert_eq!(classify(&tabled), ColourProfile::Other);
    }
}
