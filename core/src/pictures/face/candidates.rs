//! From the many candidates around each face to one.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "places and lengths below 2^40 by shares below 2^10, and areas below 2^60; sums over \
              at most 896 candidates"
)]

use super::detector::Candidate;
use super::square::FinePoint;

/// The candidates that stand for a face each, the best one first (the earlier anchor, where two are
/// equally good). Candidates that overlap a better one are taken for the same face: its place is
/// the mean of theirs, weighted by how far each looks like a face.
pub(super) fn merge(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| (-candidate.logit, candidate.anchor));
    let mut faces = Vec::new();
    while let Some(best) = candidates.first().copied() {
        let (same, others): (Vec<_>, Vec<_>) = candidates
            .into_iter()
            .partition(|candidate| *candidate == best || overlap(candidate, &best));
        faces.push(mean(&best, &same));
        candidates = others;
    }
    faces
}

/// `true` if two boxes have more than three tenths of the area of both in common.
pub(super) fn overlap(one: &Candidate, other: &Candidate) -> bool {
    let common = |(centre, size): (i64, i64), (other_centre, other_size): (i64, i64)| {
        // All in halves.
        let end = (2 * centre + size).min(2 * other_centre + other_size);
        let start = (2 * centre - size).max(2 * other_centre - other_size);
        i128::from((end - start).max(0))
    };
    let across = common((one.centre.x, one.width), (other.centre.x, other.width));
    let down = common((one.centre.y, one.height), (other.centre.y, other.height));
    let area =
        |candidate: &Candidate| 4 * i128::from(candidate.width) * i128::from(candidate.height);
    let both = across * down;
    10 * both > 3 * (area(one) + area(other) - both)
}

/// The best candidate at the mean place of all.
fn mean(best: &Candidate, all: &[Candidate]) -> Candidate {
    let weights: i64 = all.iter().map(weight).sum();
    let mean = |value: &dyn Fn(&Candidate) -> i64| {
        let sum: i64 = all
            .iter()
            .map(|candidate| weight(candidate) * value(candidate))
            .sum();
        (2 * sum + weights).div_euclid(2 * weights)
    };
    let place = |value: &dyn Fn(&Candidate) -> FinePoint| FinePoint {
        x: mean(&|candidate| value(candidate).x),
        y: mean(&|candidate| value(candidate).y),
    };
    let mut points = best.points;
    for (index, point) in points.iter_mut().enumerate() {
        let of = |candidate: &Candidate| candidate.points.get(index).copied().unwrap_or_default();
        *point = place(&of);
    }
    Candidate {
        centre: place(&|candidate| candidate.centre),
        width: mean(&|candidate| candidate.width),
        height: mean(&|candidate| candidate.height),
        points,
        ..*best
    }
}

/// At least 1, so that any set of candidates has a mean.
fn weight(candidate: &Candidate) -> i64 {
    i64::from(permille(candidate.logit)).max(1)
}

/// The probability, in thousandths, that belongs to a logit in 1024ths, to the nearest.
///
/// In whole numbers: the exponential of a sum is the product of one factor for each bit.
pub(super) fn permille(logit: i64) -> u32 {
    const ONE: u64 = 1 << 31;
    // exp(-2^bit / 1024) in parts of 2^31, for the bits 0 to 13.
    const FACTORS: [u64; 14] = [
        2_145_387_520,
        2_143_293_437,
        2_139_111_403,
        2_130_771_798,
        2_114_190_000,
        2_081_412_522,
        2_017_374_191,
        1_895_147_668,
        1_672_461_947,
        1_302_514_674,
        790_015_084,
        290_630_308,
        39_332_535,
        720_401,
    ];
    let mut odds_against = ONE;
    let magnitude = logit.unsigned_abs().min((1 << 14) - 1);
    for (bit, factor) in FACTORS.iter().enumerate() {
        if magnitude >> bit & 1 == 1 {
            odds_against = (odds_against * factor) >> 31;
        }
    }
    let whole = ONE + odds_against;
    let part = if logit < 0 { odds_against } else { ONE };
    u32::try_from((2000 * part + whole) / (2 * whole)).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(logit: i64, anchor: usize, x: i64, size: i64) -> Candidate {
        Candidate {
            logit,
            anchor,
            centre: FinePoint { x, y: 0 },
            width: size,
            height: size,
            points: [FinePoint { x, y: 5 }; 6],
        }
    }

    #[test]
    fn boxes_overlap_from_three_tenths_on() {
        let one = candidate(0, 0, 0, 100);
        // Two equal squares, moved by d of 100: (100 - d) / (100 + d) of their area is common.
        for (moved, expected) in [
            (0, true),
            (53, true),
            (54, false),
            (100, false),
            (500, false),
        ] {
            assert_eq!(
                overlap(&one, &candidate(0, 1, moved, 100)),
                expected,
                "{moved}"
            );
            assert_eq!(
                overlap(&candidate(0, 1, -moved, 100), &one),
                expected,
                "{moved}"
            );
        }
        assert!(!overlap(&one, &candidate(0, 1, 0, 54)));
        assert!(overlap(&one, &candidate(0, 1, 0, 55)));
    }

    #[test]
    fn each_face_is_named_once_the_best_first() {
        let all = [
            candidate(900, 3, 1000, 100),
            candidate(2000, 7, 10, 100),
            candidate(2000, 2, 0, 100),
            candidate(-500, 9, 1004, 100),
        ];
        let mut turned = all;
        turned.reverse();
        for candidates in [all, turned] {
            let faces = merge(candidates.to_vec());
            let named: Vec<_> = faces
                .iter()
                .map(|face| (face.anchor, face.centre.x))
                .collect();
            // Equal ones have equal weight; the weights 707 and 380 give 1001.4.
            assert_eq!(named, [(2, 5), (3, 1001)]);
            assert_eq!(faces[1].points[5], FinePoint { x: 1001, y: 5 });
        }
        assert!(merge(Vec::new()).is_empty());
    }

    #[test]
    fn probabilities_are_those_of_the_logistic_function() {
        for logit in (-16_000..16_000).step_by(7) {
            let exact = 1000.0 / (1.0 + (-f64::from(logit) / 1024.0).exp());
            let difference = f64::from(permille(i64::from(logit))) - exact;
            assert!(difference.abs() < 0.501, "{logit}");
        }
        let gates = [super::super::FIRST_GATE, super::super::SECOND_GATE];
        assert_eq!(gates.map(permille), [500, 700]);
        assert_eq!((permille(i64::MIN), permille(i64::MAX)), (0, 1000));
    }
}
