//! Eligibility: SPEC section 3.

use crate::batch::{NO_DAY, Rows, is_day};
use crate::catalogue::Code;
use crate::day::{Day, DayRange};
use crate::identity::{DocumentKind, Ground};
use crate::problem::Reason;
use crate::rulebook::Rulebook;

/// What a column of decisions refers to. `ELIGIBLE` is followed by the checks in the order of SPEC
/// section 3, and by the reasons for which a row has no decision.
pub const DECISION_CODES: [Code; 10] = [
    Code::Eligible,
    Code::DocumentNotOnline,
    Code::GroundNotOnline,
    Code::PilotNotStarted,
    Code::PilotEnded,
    Code::TooEarly,
    Code::TooLate,
    Code::DateInvalid,
    Code::UnknownValue,
    Code::NotCovered,
];

// Places in the list above.
const PLACE_OF_NOT_STARTED: u8 = 3;
const PLACE_OF_ENDED: u8 = 4;
const TOO_EARLY: u8 = 5;
const TOO_LATE: u8 = 6;
const DATE_INVALID: u8 = 7;
const UNKNOWN_VALUE: u8 = 8;
const NOT_COVERED: u8 = 9;

// The bits of the checks: that of the code at place n is n − 1.
const DOCUMENT: u8 = 1;
const GROUND: u8 = 2;
const PILOT_NOT_STARTED: u8 = 4;
const PILOT_ENDED: u8 = 8;
const EARLY: u8 = 16;
const LATE: u8 = 32;

/// Many cards of which nothing is known from the register: see [`Inquiry`](crate::Inquiry).
#[derive(Clone, Copy, Debug)]
pub struct InquiryColumns<'a> {
    /// The documents to be replaced; `None` for a spelling that is no document.
    pub document: Rows<'a, Option<DocumentKind>>,
    /// Why they are replaced; `None` for a spelling that is no ground.
    pub ground: Rows<'a, Option<Ground>>,
    /// The expiry dates, in days since 1970-01-01.
    pub expires_on: &'a [i32],
    /// The days asked about, in days since 1970-01-01.
    pub today: Rows<'a, i32>,
}

/// The decisions on many cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionColumns {
    /// The first check that failed, or `ELIGIBLE`, or why there is no decision: a place in
    /// [`DECISION_CODES`].
    pub codes: Vec<u8>,
    /// All checks that failed: the bit `1 << (n - 1)` is that of place `n` in [`DECISION_CODES`]. 0 if
    /// the card is eligible, and if there is no decision.
    pub failed: Vec<u8>,
    /// Calendar days to the expiry date; [`NO_DAY`] if there is no decision.
    pub days_left: Vec<i32>,
    /// The first day on which the card can be renewed online; [`NO_DAY`] if there is none.
    pub first_days: Vec<i32>,
    /// The last day on which it can be; [`NO_DAY`] if there is none.
    pub last_days: Vec<i32>,
}

/// The rules for cards of one kind, as they are throughout a period.
#[derive(Clone, Copy, Debug)]
struct Rules {
    /// The days asked about for which they hold.
    period: DayRange,
    opens_before: i32,
    closes_after: i32,
    pilot_first: i32,
    pilot_last: i32,
    /// The bits of document and ground, if these fail, and the place of the first one, or 0.
    kind_failed: u8,
    first_kind_failed: u8,
}

impl Rules {
    /// The rules on a day, or the place of the code that says why there are none.
    fn on(
        rulebook: &Rulebook,
        document: Option<DocumentKind>,
        ground: Option<Ground>,
        today: i32,
    ) -> Result<Rules, u8> {
        let day = Day::from_epoch_days(today).ok_or(DATE_INVALID)?;
        let (Some(document), Some(ground)) = (document, ground) else {
            return Err(UNKNOWN_VALUE);
        };
        let eligibility = rulebook.eligibility();
        let (period, services, window) = eligibility.period(day).map_err(|_| NOT_COVERED)?;
        let (mut kind_failed, pilot) = (0, eligibility.pilot());
        if !services.documents.contains(&document) {
            kind_failed |= DOCUMENT;
        }
        if !services.grounds.contains(&ground) {
            kind_failed |= GROUND;
        }
        Ok(Rules {
            period,
            opens_before: i32::from(window.opens_days_before),
            closes_after: i32::from(window.closes_days_after),
            pilot_first: pilot.first.epoch_days(),
            pilot_last: pilot.last.epoch_days(),
            kind_failed,
            first_kind_failed: place_of_first(kind_failed),
        })
    }

    // The functions below choose between values that are computed in any case: loops over them
    // become vector instructions. `today` is a day of the period, so that nothing wraps around.

    #[inline]
    fn is_early(&self, expires_on: i32, today: i32) -> bool {
        expires_on > today.wrapping_add(self.opens_before)
    }

    #[inline]
    fn is_late(&self, expires_on: i32, today: i32) -> bool {
        expires_on < today.wrapping_sub(self.closes_after)
    }

    #[inline]
    fn code(&self, expires_on: i32, today: i32) -> u8 {
        let late = if self.is_late(expires_on, today) {
            TOO_LATE
        } else {
            0
        };
        let window = if self.is_early(expires_on, today) {
            TOO_EARLY
        } else {
            late
        };
        let pilot = if today > self.pilot_last {
            PLACE_OF_ENDED
        } else {
            window
        };
        let pilot = if today < self.pilot_first {
            PLACE_OF_NOT_STARTED
        } else {
            pilot
        };
        let code = if self.first_kind_failed > 0 {
            self.first_kind_failed
        } else {
            pilot
        };
        if is_day(expires_on) {
            code
        } else {
            DATE_INVALID
        }
    }

    #[inline]
    fn failed(&self, expires_on: i32, today: i32) -> u8 {
        let late = if self.is_late(expires_on, today) {
            LATE
        } else {
            0
        };
        let window = if self.is_early(expires_on, today) {
            EARLY
        } else {
            late
        };
        let ended = if today > self.pilot_last {
            PILOT_ENDED
        } else {
            0
        };
        let pilot = if today < self.pilot_first {
            PILOT_NOT_STARTED
        } else {
            ended
        };
        if is_day(expires_on) {
            self.kind_failed | pilot | window
        } else {
            0
        }
    }

    /// The window, clipped to the pilot. What the window's own clipping to the ends of [`Day`] would
    /// change lies outside of any pilot, which has those ends too.
    #[inline]
    fn online(&self, expires_on: i32) -> (i32, i32) {
        let first = expires_on
            .saturating_sub(self.opens_before)
            .max(self.pilot_first);
        let last = expires_on
            .saturating_add(self.closes_after)
            .min(self.pilot_last);
        let exists = is_day(expires_on) & (first <= last);
        if exists {
            (first, last)
        } else {
            (NO_DAY, NO_DAY)
        }
    }
}

#[inline]
fn days_left(expires_on: i32, today: i32) -> i32 {
    let left = expires_on.wrapping_sub(today);
    if is_day(expires_on) { left } else { NO_DAY }
}

/// The place of the code of the lowest bit; 0 if no bit is set.
fn place_of_first(failed: u8) -> u8 {
    if failed == 0 {
        return 0;
    }
    // At most 7, so the conversion cannot fail.
    u8::try_from(failed.trailing_zeros()).map_or(0, |bit| bit.saturating_add(1))
}

impl DecisionColumns {
    fn with_capacity(rows: usize) -> DecisionColumns {
        DecisionColumns {
            codes: Vec::with_capacity(rows),
            failed: Vec::with_capacity(rows),
            days_left: Vec::with_capacity(rows),
            first_days: Vec::with_capacity(rows),
            last_days: Vec::with_capacity(rows),
        }
    }

    fn extend(&mut self, rules: &Rules, days: &Days<'_>) {
        days.extend(&mut self.codes, |expires_on, today| {
            rules.code(expires_on, today)
        });
        days.extend(&mut self.failed, |expires_on, today| {
            rules.failed(expires_on, today)
        });
        days.extend(&mut self.days_left, days_left);
        days.extend(&mut self.first_days, |expires_on, _| {
            rules.online(expires_on).0
        });
        days.extend(&mut self.last_days, |expires_on, _| {
            rules.online(expires_on).1
        });
    }

    fn extend_undecided(&mut self, code: u8, expires_on: &[i32]) {
        let rows = self.codes.len().saturating_add(expires_on.len());
        self.codes.extend(undecided(code, expires_on));
        self.failed.resize(rows, 0);
        self.days_left.resize(rows, NO_DAY);
        self.first_days.resize(rows, NO_DAY);
        self.last_days.resize(rows, NO_DAY);
    }
}

/// The codes of cards on which nothing is decided. That a date is none comes first.
fn undecided(code: u8, expires_on: &[i32]) -> impl Iterator<Item = u8> {
    expires_on
        .iter()
        .map(move |day| if is_day(*day) { code } else { DATE_INVALID })
}

/// Expiry dates with the days asked about, to which the same rules apply.
struct Days<'a> {
    expires_on: &'a [i32],
    today: Rows<'a, i32>,
}

impl Days<'_> {
    /// Puts what a function makes of each row behind `column`. Each kind has a loop of its own.
    #[inline]
    fn extend<T>(&self, column: &mut Vec<T>, answer: impl Fn(i32, i32) -> T) {
        match self.today {
            Rows::All(today) => {
                column.extend(self.expires_on.iter().map(|day| answer(*day, today)));
            }
            Rows::Each(today) => {
                let rows = self.expires_on.iter().zip(today);
                column.extend(rows.map(|(day, today)| answer(*day, *today)));
            }
        }
    }

    /// How many of the first rows are asked about a day of the period.
    fn first_in(&self, period: DayRange) -> usize {
        let (first, last) = (period.first.epoch_days(), period.last.epoch_days());
        let holds = |day: &i32| (*day >= first) & (*day <= last);
        match self.today {
            Rows::All(_) => self.expires_on.len(),
            // Mostly the rules never change, which is seen faster without looking for a row.
            Rows::Each(today) if today.iter().fold(true, |all, day| all & holds(day)) => {
                today.len()
            }
            Rows::Each(today) => today.iter().take_while(|day| holds(day)).count(),
        }
    }

    /// The first rows.
    fn first(&self, rows: usize) -> Days<'_> {
        Days {
            expires_on: self.expires_on.get(..rows).unwrap_or_default(),
            today: match self.today {
                Rows::All(today) => Rows::All(today),
                Rows::Each(today) => Rows::Each(today.get(..rows).unwrap_or_default()),
            },
        }
    }
}

impl InquiryColumns<'_> {
    /// Hands over the rows in runs to which the same rules apply: mostly a single one, if document and
    /// ground are the same for all.
    fn for_each_run(
        &self,
        rulebook: &Rulebook,
        mut run: impl FnMut(Result<&Rules, u8>, &Days<'_>),
    ) {
        let rows = self.document.shortest(self.expires_on.len());
        let rows = self.today.shortest(self.ground.shortest(rows));
        let kind = |row| self.document.get(row).zip(self.ground.get(row));
        let is_one_kind = matches!((&self.document, &self.ground), (Rows::All(_), Rows::All(_)));
        let mut row: usize = 0;
        while row < rows {
            let rest = Days {
                expires_on: self.expires_on.get(row..rows).unwrap_or_default(),
                today: match self.today {
                    Rows::All(today) => Rows::All(today),
                    Rows::Each(today) => Rows::Each(today.get(row..rows).unwrap_or_default()),
                },
            };
            let Some((today, (document, ground))) = rest.today.get(0).zip(kind(row)) else {
                return; // not reached: every column has as many rows
            };
            let rules = Rules::on(rulebook, document, ground, today);
            let same_kind = if is_one_kind {
                rest.expires_on.len()
            } else {
                (row..rows)
                    .take_while(|other| kind(*other) == Some((document, ground)))
                    .count()
            };
            let same_rules = match (&rules, rest.today) {
                (_, Rows::All(_)) => same_kind,
                (Ok(rules), Rows::Each(_)) => rest.first(same_kind).first_in(rules.period),
                // Days without rules are few: each is looked at by itself.
                (Err(_), Rows::Each(_)) => 1,
            };
            run(
                rules.as_ref().map_err(|code| *code),
                &rest.first(same_rules),
            );
            // At least the row itself, so that the loop ends.
            row = row.saturating_add(same_rules.max(1));
        }
    }
}

impl Rulebook {
    /// The codes of the decisions on many cards: as [`DecisionColumns::codes`], and nothing else.
    ///
    /// # Errors
    /// `NOT_COVERED` and `DATE_INVALID` for a day asked about that is given once for all rows.
    pub fn decide_codes(&self, cards: &InquiryColumns<'_>) -> Result<Vec<u8>, Reason> {
        self.check_today(cards.today)?;
        let mut codes = Vec::with_capacity(cards.expires_on.len());
        cards.for_each_run(self, |rules, days| match rules {
            Ok(rules) => days.extend(&mut codes, |expires_on, today| {
                rules.code(expires_on, today)
            }),
            Err(code) => codes.extend(undecided(code, days.expires_on)),
        });
        Ok(codes)
    }

    /// The decisions on many cards: as [`Rulebook::decide`] gives them one by one.
    ///
    /// # Errors
    /// `NOT_COVERED` and `DATE_INVALID` for a day asked about that is given once for all rows.
    ///
    /// ```
    /// use qujat::batch::{DECISION_CODES, InquiryColumns, Rows};
    /// use qujat::{Day, DocumentKind, Ground, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let day = |text| Day::parse(text).map(Day::epoch_days);
    /// let decisions = rules.decide_columns(&InquiryColumns {
    ///     document: Rows::All(Some(DocumentKind::IdentityCard)),
    ///     ground: Rows::All(Some(Ground::Expiry)),
    ///     expires_on: &[day("2025-11-10")?, day("2026-11-10")?],
    ///     today: Rows::All(day("2025-10-11")?),
    /// })?;
    /// let codes: Vec<&str> = decisions.codes.iter().map(|place| DECISION_CODES[usize::from(*place)].as_str()).collect();
    /// assert_eq!(codes, ["ELIGIBLE", "TOO_EARLY"]);
    /// assert_eq!(decisions.days_left, [30, 395]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decide_columns(&self, cards: &InquiryColumns<'_>) -> Result<DecisionColumns, Reason> {
        self.check_today(cards.today)?;
        let mut decisions = DecisionColumns::with_capacity(cards.expires_on.len());
        cards.for_each_run(self, |rules, days| match rules {
            Ok(rules) => decisions.extend(rules, days),
            Err(code) => decisions.extend_undecided(code, days.expires_on),
        });
        Ok(decisions)
    }

    /// A day given once is an argument, not a row: if it has no rules, the question is wrong.
    fn check_today(&self, today: Rows<'_, i32>) -> Result<(), Reason> {
        let Rows::All(today) = today else {
            return Ok(());
        };
        let today = Day::from_epoch_days(today).ok_or_else(|| Reason::new(Code::DateInvalid))?;
        self.eligibility().period(today)?;
        Ok(())
    }
}
