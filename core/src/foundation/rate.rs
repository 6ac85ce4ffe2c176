//! Multiples of the MRP.

use std::fmt;

use rust_decimal::Decimal;

use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::tenge::parse_decimal;

/// A multiple of the MRP, such as `0.2`: exact, from 0 to 1000, at most six decimals, printed
/// without trailing zeros.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Decimal);

impl Rate {
    /// Reads plain decimal notation.
    ///
    /// # Errors
    /// `AMOUNT_INVALID` for anything else, and outside the range of [`Rate`].
    ///
    /// ```
    /// use qujat::money::Rate;
    /// assert_eq!(Rate::parse("0.20").unwrap().to_string(), "0.2");
    /// assert!(Rate::parse("-1").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Rate> {
        Ok(Rate::read(text)?)
    }

    /// As [`Rate::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<Rate, Reason> {
        parse_decimal(text)
            .map(|rate| rate.normalize())
            .filter(|rate| *rate <= Decimal::ONE_THOUSAND && rate.scale() <= 6)
            .map(Rate)
            .ok_or_else(|| Reason::new(Code::AmountInvalid))
    }

    /// So many tenths, at most 1000 in all.
    pub(crate) fn tenths(tenths: u32) -> Rate {
        Rate(Decimal::new(i64::from(tenths.min(10_000)), 1).normalize())
    }

    /// Once.
    pub const ONE: Rate = Rate(Decimal::ONE);

    /// `true` for a rate of zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// This rate as a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        self.0
    }
}

from_str!(Rate);

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
