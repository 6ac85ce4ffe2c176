//! Which colours an ICC profile means, by its figures: what it is called proves nothing.

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
/// How far a primary may lie off: 0.004, more than the profiles in use differ.
const TOLERANCE: u32 = 262;
/// What half of the input may come out as, in 65536ths: sRGB has 14030, a gamma of 2.2 14263.
const HALF: std::ops::RangeInclusive<i64> = 13_000..=15_400;

const TAGS: usize = 128;
const TAG: usize = 12;

/// What a profile means.
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

/// Whether a tone curve is near that of sRGB, by what it makes of half.
fn is_standard_curve(icc: &[u8], name: &[u8; 4]) -> bool {
    tag(icc, name)
        .and_then(at_half)
        .is_some_and(|half| HALF.contains(&half))
}

/// What a curve makes of half the input, in 65536ths.
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
