//! Individual identification numbers: SPEC 4.

use std::fmt;

use crate::filing::batch::{NO_CODE, NO_DAY};
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::problem::Result;
use crate::people::identity::{CheckedIin, Sex};
use crate::rulebook::Rulebook;

/// The codes that a column of findings on IINs refers to.
pub const IIN_CODES: [Code; 6] = [
    Code::IinLength,
    Code::IinNotDigits,
    Code::IinIsBin,
    Code::IinCentury,
    Code::IinBirthDate,
    Code::IinCheckDigit,
];

/// The facts of many IINs.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct IinColumns {
    /// `true` for each that is valid.
    pub valid: Vec<bool>,
    /// The problem or the oddity of each: a place in [`IIN_CODES`], or [`NO_CODE`]. A number can be
    /// valid and have a finding on its layout, where the rulebook makes that a warning.
    pub codes: Vec<u8>,
    /// The birth dates; [`NO_DAY`] for an unknown one.
    pub birth_days: Vec<i32>,
    /// The holders' sex, where the number is valid and says it.
    pub sexes: Vec<Option<Sex>>,
}

/// Without the birth dates.
impl fmt::Debug for IinColumns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IinColumns")
            .field("codes", &self.codes)
            .finish_non_exhaustive()
    }
}

impl IinColumns {
    fn with_capacity(rows: usize) -> IinColumns {
        IinColumns {
            valid: Vec::with_capacity(rows),
            codes: Vec::with_capacity(rows),
            birth_days: Vec::with_capacity(rows),
            sexes: Vec::with_capacity(rows),
        }
    }
}

impl Rulebook {
    /// Reads many IINs under the rules in force on a day, as [`Rulebook::parse_iin`] reads one.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook does not say how IINs are read on that day.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let found = rules.parse_iins(["900101300007", "900101300008"], Day::parse("2025-11-10")?)?;
    /// assert_eq!(found.valid, [true, false]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse_iins<'a>(
        &self,
        texts: impl IntoIterator<Item = &'a str>,
        on: Day,
    ) -> Result<IinColumns> {
        let rules = self.iin_rules(on)?;
        let texts = texts.into_iter();
        let mut columns = IinColumns::with_capacity(texts.size_hint().0);
        for text in texts {
            let read = rules.read(text);
            columns.valid.push(read.is_ok());
            let (iin, finding) = match read {
                Ok(CheckedIin { iin, finding }) => (Some(iin), finding),
                Err(reason) => (None, Some(reason)),
            };
            let place = finding.and_then(|reason| {
                let place = IIN_CODES.iter().position(|code| *code == reason.code)?;
                u8::try_from(place).ok()
            });
            columns.codes.push(place.unwrap_or(NO_CODE));
            let born = iin.and_then(|iin| iin.birth_date());
            columns
                .birth_days
                .push(born.map_or(NO_DAY, Day::epoch_days));
            columns.sexes.push(iin.and_then(|iin| iin.sex()));
        }
        Ok(columns)
    }
}
