//! Amounts of money in tenge.

use std::fmt;

use rust_decimal::Decimal;

use crate::catalogue::Code;
use crate::problem::Reason;

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
    pub fn parse(text: &str) -> Result<Tenge, Reason> {
        parse_decimal(text)
            .and_then(Tenge::new)
            .ok_or_else(|| Reason::new(Code::AmountInvalid))
    }

    /// This amount as a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        self.0
    }

    /// Whether nothing is to be paid.
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

impl fmt::Debug for Tenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_amounts_have_one_form() {
        for text in ["865", "865.0", "865.00", "0865.000"] {
            assert_eq!(Tenge::parse(text).unwrap().to_string(), "865.00", "{text}");
        }
        assert_eq!(Tenge::parse("1.125").unwrap().to_string(), "1.125");
        assert_eq!(Tenge::parse("0").unwrap(), Tenge::ZERO);
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
