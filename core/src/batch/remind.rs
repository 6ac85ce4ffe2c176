//! Reminders: SPEC section 8.

use crate::batch::is_day;
use crate::day::Day;
use crate::identity::{DocumentKind, Ground};
use crate::problem::Reason;
use crate::rulebook::Rulebook;

/// In a column of reminders: none is due.
pub const NOT_REMINDED: u8 = 0;
/// In a column of reminders: the holder is reminded on this day.
pub const REMINDED: u8 = 1;
/// In a column of reminders: the expiry date is no day of the years 1 to 9999.
pub const NO_REMINDER_DAY: u8 = 2;

impl Rulebook {
    /// Who is reminded on a day that the card expires, as [`Rulebook::reminder`] says one by one:
    /// [`NOT_REMINDED`], [`REMINDED`] or [`NO_REMINDER_DAY`] for each expiry date, which are days
    /// since 1970-01-01.
    ///
    /// # Errors
    /// `NOT_COVERED` if the rulebook has no window or no list of online services for that day.
    ///
    /// ```
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let expires_on = Day::parse("2025-11-10")?.epoch_days();
    /// let due = rules.remind_codes(&[expires_on, expires_on + 1], Day::parse("2025-10-11")?)?;
    /// assert_eq!(due, [qujat::batch::REMINDED, qujat::batch::NOT_REMINDED]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remind_codes(&self, expires_on: &[i32], on: Day) -> Result<Vec<u8>, Reason> {
        let (_, services, window) = self.eligibility().period(on)?;
        let opens_before = i32::from(window.opens_days_before);
        let is_served = services.documents.contains(&DocumentKind::IdentityCard)
            && services.grounds.contains(&Ground::Expiry)
            && self.pilot().contains(on);
        let (first, last) = (Day::MIN.epoch_days(), Day::MAX.epoch_days());
        let today = on.epoch_days();
        let codes = expires_on.iter().map(|days| {
            let opens_on = days.saturating_sub(opens_before).clamp(first, last);
            let is_due = is_served & (opens_on == today) & (*days >= today);
            if is_day(*days) {
                u8::from(is_due)
            } else {
                NO_REMINDER_DAY
            }
        });
        Ok(codes.collect())
    }
}
