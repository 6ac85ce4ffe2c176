//! Division by a divisor that is used over and over.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "divisors are at least 1, and a quotient is at most what is divided"
)]

/// A divisor with its reciprocal, since a division takes longer than everything else that is done
/// for a sample.
pub(crate) struct Divisor {
    /// At least 1.
    divisor: u64,
    /// The least whole number that is not below 2^64 over the divisor.
    reciprocal: u64,
    /// Below it the reciprocal is exact: it is less than 1 too large, which makes the product with a
    /// dividend too large by less than the dividend over 2^64, and that has to be below one part of
    /// the divisor.
    exact_below: u64,
}

impl Divisor {
    /// A divisor; zero is taken for 1.
    pub(crate) fn new(divisor: u64) -> Divisor {
        let divisor = divisor.max(1);
        let reciprocal = (u64::MAX / divisor).checked_add(1);
        Divisor {
            divisor,
            reciprocal: reciprocal.unwrap_or(0),
            // The reciprocal of 1 does not fit.
            exact_below: reciprocal.map_or(0, |_| u64::MAX / divisor),
        }
    }

    /// The quotient without its fraction.
    pub(crate) fn divide(&self, dividend: u64) -> u64 {
        if dividend < self.exact_below {
            let product = u128::from(dividend) * u128::from(self.reciprocal);
            u64::try_from(product >> 64).unwrap_or(u64::MAX)
        } else {
            dividend / self.divisor
        }
    }

    /// The largest whole number that is not above the quotient.
    #[cfg(any(test, feature = "face"))]
    pub(crate) fn floor(&self, dividend: i64) -> i64 {
        // Below zero, -1 - n counts up from zero as n does down from -1; so do the quotients.
        let mirrored = if dividend < 0 { !dividend } else { dividend };
        let quotient = self.divide(mirrored.unsigned_abs()).cast_signed();
        if dividend < 0 { !quotient } else { quotient }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_reciprocal_divides_exactly() {
        let divisors = (1..2000).chain([1 << 20, 99_999_989, (1 << 28) - 1, 1 << 28, 1 << 40]);
        for divisor in divisors.chain([u64::MAX / 2, u64::MAX - 1, u64::MAX]) {
            let by = Divisor::new(divisor);
            let last = u64::MAX / divisor;
            let quotients = [0, 1, 2, 100, 254, 255, last / divisor, last - 1, last];
            for quotient in quotients.into_iter().filter(|quotient| *quotient <= last) {
                let least = quotient * divisor;
                let most = least.saturating_add(divisor - 1);
                for dividend in [least, most] {
                    assert_eq!(by.divide(dividend), quotient, "{dividend} / {divisor}");
                }
            }
        }
        assert_eq!(Divisor::new(0).divide(7), 7);
    }

    #[test]
    fn below_zero_it_goes_down() {
        let by = Divisor::new(3);
        let quotients = [-7, -6, -4, -3, -2, -1, 0, 1, 2, 3].map(|dividend| by.floor(dividend));
        assert_eq!(quotients, [-3, -2, -2, -1, -1, -1, 0, 0, 0, 1]);
        assert_eq!(Divisor::new(1).floor(i64::MIN), i64::MIN);
    }

    proptest! {
        #[test]
        fn it_is_the_division_of_the_language(
            divisor in 1..u64::MAX, small in 1_u64..1 << 20, dividend in any::<u64>(),
            signed in any::<i64>(), bits in 0_u32..64,
        ) {
            for divisor in [divisor, small] {
                for dividend in [dividend, dividend >> bits] {
                    prop_assert_eq!(Divisor::new(divisor).divide(dividend), dividend / divisor);
                }
            }
            for signed in [signed, signed >> bits] {
                let expected = signed.div_euclid(i64::try_from(small).unwrap());
                prop_assert_eq!(Divisor::new(small).floor(signed), expected);
            }
        }
    }
}
