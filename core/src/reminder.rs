//! Who is reminded that a card expires: SPEC section 8.

use crate::day::Day;
use crate::eligibility::Inquiry;
use crate::notices::NoticeData;
use crate::problem::Reason;
use crate::rulebook::Rulebook;

impl Rulebook {
    /// The reminder that the holder of a card gets on a day: the day on which its window opens,
    /// if the service runs on that day. `None` on every other day, so that a nightly job that runs
    /// every day reminds each holder once.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no window for that day.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let expires_on = Day::parse("2025-11-10")?;
    /// assert!(rules.reminder(expires_on, Day::parse("2025-10-11")?)?.is_some());
    /// assert!(rules.reminder(expires_on, Day::parse("2025-10-12")?)?.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reminder(&self, expires_on: Day, on: Day) -> Result<Option<NoticeData>, Reason> {
        if self.eligibility().opens_on(expires_on, on)? != on {
            return Ok(None);
        }
        let decision = self.decide(&Inquiry::renewal(expires_on), on)?;
        let days_left = u32::try_from(decision.days_left()).ok();
        let last_day = decision
            .online()
            .filter(|_| decision.is_eligible())
            .map(|days| days.last);
        Ok(days_left
            .zip(last_day)
            .map(|(days_left, last_day)| NoticeData::ExpiryReminder {
                expires_on,
                days_left,
                last_day,
            }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// SPEC section 8: «expiry reminder (30 days before)», inside the pilot and once.
        #[test]
        fn spec_8_holders_are_reminded_once_30_days_before(expires in 20_200i32..20_700) {
            let rules = Rulebook::edition("service-2025").unwrap();
            let expires_on = Day::from_epoch_days(expires).unwrap();
            let due: Vec<i32> = (expires - 60..expires + 30)
                .filter(|on| {
                    let on = Day::from_epoch_days(*on).unwrap();
                    rules.reminder(expires_on, on).unwrap().is_some()
                })
                .collect();
            let opens = Day::from_epoch_days(expires - 30).unwrap();
            let expected = if rules.pilot().contains(opens) { vec![expires - 30] } else { vec![] };
            prop_assert_eq!(due, expected);
        }
    }
}
