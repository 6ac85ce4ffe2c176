//! The checks of SPEC 3: one table, by which single cards and whole columns are decided.

use crate::foundation::catalogue::Code;
use crate::people::identity::CardStatus;

/// A card on a day, as the checks see it.
///
/// All answers are computed in any case, and the checks combine them without jumps, so that a loop
/// over columns becomes vector instructions.
#[derive(Clone, Copy, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is the answer to a question of its own"
)]
pub(crate) struct CardOnDay {
    /// The document is served online on this day.
    pub(super) document_served: bool,
    /// The ground is.
    pub(super) ground_served: bool,
    /// The pilot has not begun.
    pub(super) before_pilot: bool,
    /// The pilot pauses.
    pub(super) pilot_paused: bool,
    /// The pilot is over.
    pub(super) after_pilot: bool,
    /// The window around the expiry date has not opened, by the rule of this day.
    pub(super) before_window: bool,
    /// It has closed.
    pub(super) after_window: bool,
    /// There are days on which the card can be renewed online, by all rules that are known.
    pub(super) has_days: bool,
    /// There are, and the first of them is later than this day.
    pub(super) has_days_ahead: bool,
    /// The answer of the state register.
    pub(super) register: RegisterFindings,
}

/// The state register's findings against a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RegisterFindings {
    /// The card is out of force.
    pub(super) out_of_force: bool,
    /// The card is another person's.
    pub(super) of_another: bool,
}

impl RegisterFindings {
    /// The findings on a card with this status, of which the register says this of the holder; a
    /// register that was not asked has nothing against a card.
    #[inline]
    pub(crate) fn new(status: Option<CardStatus>, is_holder: Option<bool>) -> RegisterFindings {
        let is_in_force = |status| matches!(status, CardStatus::Valid | CardStatus::Expired);
        RegisterFindings {
            out_of_force: status.is_some_and(|status| !is_in_force(status)),
            of_another: is_holder == Some(false),
        }
    }

    /// `true` if there is any finding.
    #[inline]
    pub(super) fn are_any(self) -> bool {
        self.out_of_force | self.of_another
    }
}

/// Defines the checks: name, code, and the condition on which a card is refused.
macro_rules! checks {
    ($($(#[$doc:meta])* $check:ident, $code:ident, |$card:ident| $fails:expr;)+) => {
        /// A check of SPEC 3, named by its finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum EligibilityCheck { $($(#[$doc])* $check),+ }

        impl EligibilityCheck {
            /// All checks, in the order of SPEC 3.
            pub(crate) const ALL: [EligibilityCheck; [$(Code::$code),+].len()] =
                [$(EligibilityCheck::$check),+];

            /// The code of a refusal.
            pub(crate) const fn code(self) -> Code {
                match self { $(EligibilityCheck::$check => Code::$code),+ }
            }
        }

        impl CardOnDay {
            /// The checks that fail.
            #[inline]
            pub(crate) fn failed(self) -> FailedChecks {
                let flag = |check: EligibilityCheck, fails: bool| if fails { check.flag() } else { 0 };
                FailedChecks(0 $(| flag(EligibilityCheck::$check, { let $card = self; $fails }))+)
            }
        }

        /// The codes that a column of decisions refers to. `ELIGIBLE` is followed by the checks in
        /// the order of SPEC 3, and by the reasons for which a row has no decision.
        pub const DECISION_CODES: [Code; EligibilityCheck::ALL.len() + 4] = [
            Code::Eligible,
            $(Code::$code,)+
            Code::DateInvalid,
            Code::UnknownValue,
            Code::NotCovered,
        ];
    };
}

// A refusal names a day only if the card can be renewed online on it. So "too early" and "too late" are
// said only of a card that has such days.
checks! {
    /// The document is not served online.
    Document, DocumentNotOnline, |card| !card.document_served;
    /// The ground is not.
    Ground, GroundNotOnline, |card| !card.ground_served;
    /// The pilot has not begun.
    NotStarted, PilotNotStarted, |card| card.before_pilot;
    /// The pilot pauses.
    Paused, PilotPaused, |card| card.pilot_paused;
    /// The pilot is over.
    Ended, PilotEnded, |card| card.after_pilot;
    /// The window is closed, and the card can be renewed online later.
    Early, TooEarly, |card| card.window_closed() & card.has_days_ahead;
    /// The window has not opened, or the pilot does not run, and the card cannot be renewed online later.
    Never, NeverOnline, |card| (card.before_window | card.in_window_without_pilot()) & !card.has_days_ahead;
    /// The card could be renewed online, and expired too long ago.
    Late, TooLate, |card| card.expired_too_long() & card.has_days;
    /// It never could, and expired too long ago.
    LongExpired, LongExpired, |card| card.expired_too_long() & !card.has_days;
    /// The register has the card as out of force.
    Status, CardNotValid, |card| card.register.out_of_force;
    /// The card is another person's.
    Holder, NotHolder, |card| card.register.of_another;
}

impl EligibilityCheck {
    /// The bit that stands for the check.
    const fn flag(self) -> u16 {
        1u16.wrapping_shl(self as u32)
    }
}

impl CardOnDay {
    #[inline]
    const fn window_closed(self) -> bool {
        self.before_window | self.after_window
    }

    #[inline]
    const fn in_window_without_pilot(self) -> bool {
        !self.window_closed() & (self.before_pilot | self.pilot_paused)
    }

    #[inline]
    const fn expired_too_long(self) -> bool {
        self.after_window & !self.has_days_ahead
    }
}

/// The checks that a card fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FailedChecks(u16);

impl FailedChecks {
    /// `true` if the card passes all checks.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// A bit for each check: `1 << n` for that of place `n`.
    pub(crate) const fn bits(self) -> u16 {
        self.0
    }

    /// In the order of SPEC 3.
    pub(super) fn iter(self) -> impl Iterator<Item = EligibilityCheck> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            // Beyond the last check if no flag is left.
            let check = EligibilityCheck::ALL.get(left.trailing_zeros() as usize)?;
            left &= left.wrapping_sub(1);
            Some(*check)
        })
    }

    /// The place of the first one in [`DECISION_CODES`]; 0, which is `ELIGIBLE`, if the card passes
    /// all checks. Vector registers of every processor can do this, in contrast to counting zeros.
    #[inline]
    pub(crate) fn place_of_first(self) -> u8 {
        let first = self.0 & self.0.wrapping_neg();
        // The flags whose place has this bit.
        let place_has = |bit: u8, flags: u16| if first & flags != 0 { bit } else { 0 };
        place_has(1, 0b0101_0101_0101_0101)
            | place_has(2, 0b0110_0110_0110_0110)
            | place_has(4, 0b0111_1000_0111_1000)
            | place_has(8, 0b0111_1111_1000_0000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_check_that_fails_has_its_place() {
        assert_eq!(FailedChecks(0).place_of_first(), 0);
        for first in 0..15u16 {
            for others in [0, 0b101 << first, u16::MAX << first] {
                let failed = FailedChecks(1 << first | others);
                assert_eq!(u16::from(failed.place_of_first()), first + 1, "{failed:?}");
            }
        }
    }

    #[test]
    fn codes_of_columns_are_those_of_the_checks() {
        for check in EligibilityCheck::ALL {
            let place = FailedChecks(check.flag()).place_of_first();
            assert_eq!(DECISION_CODES[usize::from(place)], check.code());
        }
    }
}
