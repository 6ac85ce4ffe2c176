//! Angles from coordinates, the same on every platform.

/// The angle whose tangent is `rise / run`, in tenths of a degree, rounded to the nearest: -900 to
/// 900 for a run that is not negative, up to 1800 either way otherwise. Zero if both are zero.
///
/// `libm` computes the arc tangent in software, with the same bits everywhere.
pub(super) fn tenths_of_degrees(rise: i32, run: i32) -> i32 {
    let degrees = libm::atan2(f64::from(rise), f64::from(run)).to_degrees();
    rounded(degrees * 10.0)
}

/// The nearest whole number, a half away from zero; 0 if an `i32` cannot hold it.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the value is rounded and within the range of i32, else it is not converted"
)]
pub(super) fn rounded(value: f64) -> i32 {
    let value = libm::round(value);
    if value.abs() <= f64::from(i32::MAX) {
        value as i32
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_angles() {
        let cases = [
            (0, 0, 0),
            (0, 5, 0),
            (5, 5, 450),
            (-5, 5, -450),
            (5, 0, 900),
            (0, -1, 1800),
            // tan 5° is 0.0874887, tan 8° is 0.1405408.
            (874_887, 10_000_000, 50),
            (1_405_408, 10_000_000, 80),
            (-1_405_408, 10_000_000, -80),
            (i32::MAX, 1, 900),
        ];
        for (rise, run, angle) in cases {
            assert_eq!(tenths_of_degrees(rise, run), angle, "{rise}/{run}");
        }
    }

    #[test]
    fn what_is_no_number_is_zero() {
        assert_eq!(rounded(f64::NAN), 0);
        assert_eq!(rounded(f64::INFINITY), 0);
        assert_eq!(rounded(-2.5), -3);
    }
}
