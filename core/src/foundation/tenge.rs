//! Amounts of money in tenge.

use std::fmt;

use rust_decimal::Decimal;

use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Reason, Result, from_str};

/// An amount in tenge: not negative, below 10¹², exact, with at least two decimals.
///
/// Nothing is rounded; a display with fewer decimals is the caller's separate step. Equal amounts
/// have one form: `865`, `865.0` and `865.00` all print as `865.00`.
///
/// ```
/// use qujat::Tenge;
/// let duty = Tenge::parse("3932").unwrap().times(Tenge::parse("0.2").unwrap().to_decimal());
/// assert_eq!(duty.unwrap().to_string(), "786.40");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenge(Decimal);

/// Amounts are below this.
const LIMIT: i64 = 1_000_000_000_000;

impl Tenge {
    /// No money.
    pub const ZERO: Tenge = Tenge(Decimal::from_parts(0, 0, 0, false, 2));

    /// This decimal as an amount; `None` if it is negative, 10¹² or more, or has more than
    /// twelve decimals.
    #[must_use]
    pub fn new(amount: Decimal) -> Option<Tenge> {
        match small(amount) {
            Some(small) => small,
            None => Tenge::of_any(amount),
        }
    }

    /// As [`Tenge::new`], for decimals of any size.
    fn of_any(amount: Decimal) -> Option<Tenge> {
        let negative = amount.is_sign_negative() && !amount.is_zero();
        if negative || amount >= Decimal::from(LIMIT) {
            return None;
        }
        let mut amount = amount.abs().normalize();
        if amount.scale() > 12 {
            return None;
        }
        if amount.scale() < 2 {
            amount.rescale(2);
        }
        Some(Tenge(amount))
    }

    /// Reads digits with an optional decimal point, such as `865` or `786.40`.
    ///
    /// # Errors
    /// `AMOUNT_INVALID` for a sign, an exponent, a comma, spaces, more than twelve decimals, and
    /// 10¹² or more.
    pub fn parse(text: &str) -> Result<Tenge> {
        Ok(Tenge::read(text)?)
    }

    /// As [`Tenge::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<Tenge, Reason> {
        parse_decimal(text)
            .and_then(Tenge::new)
            .ok_or_else(|| Reason::new(Code::AmountInvalid))
    }

    /// This amount as a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        self.0
    }

    /// `true` for zero, if nothing is to be paid.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The sum, or `None` if it reaches 10¹².
    #[must_use]
    pub fn plus(self, other: Tenge) -> Option<Tenge> {
        Tenge::new(self.0.checked_add(other.0)?)
    }

    /// The product with a rate, or `None` if it is out of the range of [`Tenge`].
    #[must_use]
    pub fn times(self, rate: Decimal) -> Option<Tenge> {
        Tenge::new(self.0.checked_mul(rate)?)
    }
}

from_str!(Tenge);

/// As [`Tenge::new`], for decimals whose digits fit into 64 bits, as almost all do: their arithmetic
/// takes a tenth of the time. `None` for all others.
#[inline]
fn small(amount: Decimal) -> Option<Option<Tenge>> {
    let mut units = u64::try_from(amount.mantissa()).ok()?;
    let mut decimals = amount.scale();
    while decimals > 2 && units.is_multiple_of(10) {
        units /= 10;
        decimals = decimals.saturating_sub(1);
    }
    while decimals < 2 {
        units = units.checked_mul(10)?;
        decimals = decimals.saturating_add(1);
    }
    // 64 bits hold every amount below the limit with seven decimals; those with more are not small.
    let limit = LIMIT
        .unsigned_abs()
        .checked_mul(10u64.checked_pow(decimals)?)?;
    let amount = Decimal::from_i128_with_scale(i128::from(units), decimals);
    Some((units < limit).then_some(Tenge(amount)))
}

/// Plain decimal notation only: `Decimal` itself would also take `+1`, `1_000` and `1e3`.
pub(crate) fn parse_decimal(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() > 28 || !digits(whole) || !digits(fraction) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

impl fmt::Display for Tenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_amounts_have_one_form() {
        for text in ["865", "865.0", "865.00", "0865.000"] {
            assert_eq!(Tenge::parse(text).unwrap().to_string(), "865.00", "{text}");
        }
        assert_eq!(Tenge::parse("1.125").unwrap().to_string(), "1.125");
        assert_eq!(Tenge::parse("0").unwrap(), Tenge::ZERO);
    }

    proptest! {
        /// The fast way for small decimals gives the same as the general one.
        #[test]
        fn small_decimals_are_read_as_all_are(
            digits in prop_oneof![any::<i64>(), -100i64..10_000_000, 99_999_999_990_000i64..100_000_000_010_000],
            zeros in 0u32..4,
            scale in 0u32..15,
        ) {
            let digits = i128::from(digits) * 10i128.pow(zeros);
            let amount = Decimal::from_i128_with_scale(digits, scale);
            let (fast, slow) = (Tenge::new(amount), Tenge::of_any(amount));
            prop_assert_eq!(fast, slow);
            let scales = [fast, slow].map(|amount| amount.map(|it| it.0.scale()));
            prop_assert_eq!(scales[0], scales[1]);
        }
    }

    #[test]
    fn only_plain_notation_is_read() {
        for bad in [
            "",
            "-1",
            "+1",
            "1e3",
            "1,5",
            " 1",
            "1_000",
            ".5",
            "5.",
            "1000000000000",
            "١",
        ] {
            assert!(Tenge::parse(bad).is_err(), "{bad}");
        }
    }
}
