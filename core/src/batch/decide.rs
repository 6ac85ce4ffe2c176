//! Eligibility: SPEC section 3.

use crate::batch::{NO_DAY, Rows, is_day};
use crate::catalogue::Code;
use crate::day::{Day, DayRange};
use crate::eligibility::WindowEntry;
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

/// The rules for cards of one kind on one day, as bounds on the expiry date.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    today: i32,
    /// The earliest and the latest expiry date whose window is open, both inclusive.
    earliest: i32,
    latest: i32,
    opens_before: i32,
    closes_after: i32,
    pilot: DayRange,
    /// The checks that fail whatever the expiry date is, and the place of the first one, or 0.
    failed: u8,
    first_failed: u8,
}

impl Bounds {
    /// The bounds, or the place of the code that says why there are none.
    fn new(
        rules: &Rulebook,
        document: Option<DocumentKind>,
        ground: Option<Ground>,
        today: i32,
    ) -> Result<Bounds, u8> {
        let day = Day::from_epoch_days(today).ok_or(DATE_INVALID)?;
        let (Some(document), Some(ground)) = (document, ground) else {
            return Err(UNKNOWN_VALUE);
        };
        let eligibility = rules.eligibility();
        let services = eligibility.services(day).map_err(|_| NOT_COVERED)?;
        let window: &WindowEntry = eligibility.window(day).map_err(|_| NOT_COVERED)?;
        let pilot = eligibility.pilot();
        let checks = [
            (DOCUMENT, !services.documents.contains(&document)),
            (GROUND, !services.grounds.contains(&ground)),
            (PILOT_NOT_STARTED, day < pilot.first),
            (PILOT_ENDED, day > pilot.last),
        ];
        let failing = checks.iter().filter(|(_, fails)| *fails);
        let failed = failing.fold(0, |bits, (bit, _)| bits | bit);
        let opens_before = i32::from(window.opens_days_before);
        let closes_after = i32::from(window.closes_days_after);
        Ok(Bounds {
            today,
            earliest: today.saturating_sub(closes_after),
            latest: today.saturating_add(opens_before),
            opens_before,
            closes_after,
            pilot,
            failed,
            first_failed: place_of_first(failed),
        })
    }

    // The functions below choose between values that are computed in any case: loops over them
    // become vector instructions.

    #[inline]
    fn code(&self, expires_on: i32) -> u8 {
        let late = if expires_on < self.earliest {
            TOO_LATE
        } else {
            0
        };
        let window = if expires_on > self.latest {
            TOO_EARLY
        } else {
            late
        };
        let code = if self.first_failed > 0 {
            self.first_failed
        } else {
            window
        };
        if is_day(expires_on) {
            code
        } else {
            DATE_INVALID
        }
    }

    #[inline]
    fn failed(&self, expires_on: i32) -> u8 {
        let late = if expires_on < self.earliest { LATE } else { 0 };
        let window = if expires_on > self.latest {
            EARLY
        } else {
            late
        };
        if is_day(expires_on) {
            self.failed | window
        } else {
            0
        }
    }

    #[inline]
    fn days_left(&self, expires_on: i32) -> i32 {
        let left = expires_on.wrapping_sub(self.today);
        if is_day(expires_on) { left } else { NO_DAY }
    }

    /// The window, clipped to the pilot. What the window's own clipping to the ends of [`Day`] would
    /// change lies outside of any pilot, which has those ends too.
    #[inline]
    fn online(&self, expires_on: i32) -> (i32, i32) {
        let opens = expires_on.saturating_sub(self.opens_before);
        let closes = expires_on.saturating_add(self.closes_after);
        let first = opens.max(self.pilot.first.epoch_days());
        let last = closes.min(self.pilot.last.epoch_days());
        let exists = is_day(expires_on) & (first <= last);
        if exists {
            (first, last)
        } else {
            (NO_DAY, NO_DAY)
        }
    }
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

    fn extend(&mut self, bounds: &Bounds, expires_on: &[i32]) {
        let days = || expires_on.iter().copied();
        self.codes.extend(days().map(|day| bounds.code(day)));
        self.failed.extend(days().map(|day| bounds.failed(day)));
        self.days_left
            .extend(days().map(|day| bounds.days_left(day)));
        self.first_days
            .extend(days().map(|day| bounds.online(day).0));
        self.last_days
            .extend(days().map(|day| bounds.online(day).1));
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

impl InquiryColumns<'_> {
    /// Hands over the rows in runs that have the same rules: one run, if only the expiry date is a
    /// column.
    fn for_each_run(&self, rules: &Rulebook, mut run: impl FnMut(Result<&Bounds, u8>, &[i32])) {
        let rows = self.document.shortest(self.expires_on.len());
        let rows = self.today.shortest(self.ground.shortest(rows));
        let mut rest = self.expires_on.get(..rows).unwrap_or_default();
        let mut row = 0;
        while !rest.is_empty() {
            let at = |row| {
                (
                    self.document.get(row),
                    self.ground.get(row),
                    self.today.get(row),
                )
            };
            let key @ (Some(document), Some(ground), Some(today)) = at(row) else {
                return; // not reached: every column has as many rows
            };
            let length = match (&self.document, &self.ground, &self.today) {
                (Rows::All(_), Rows::All(_), Rows::All(_)) => rest.len(),
                _ => (row..rows).take_while(|row| at(*row) == key).count(),
            };
            let (these, others) = rest.split_at(length.min(rest.len()));
            let bounds = Bounds::new(rules, document, ground, today);
            run(bounds.as_ref().map_err(|code| *code), these);
            rest = others;
            row = row.saturating_add(length);
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
        cards.for_each_run(self, |bounds, expires_on| match bounds {
            Ok(bounds) => codes.extend(expires_on.iter().map(|day| bounds.code(*day))),
            Err(code) => codes.extend(undecided(code, expires_on)),
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
        cards.for_each_run(self, |bounds, expires_on| match bounds {
            Ok(bounds) => decisions.extend(bounds, expires_on),
            Err(code) => decisions.extend_undecided(code, expires_on),
        });
        Ok(decisions)
    }

    /// A day given once is an argument, not a row: if it has no rules, the question is wrong.
    fn check_today(&self, today: Rows<'_, i32>) -> Result<(), Reason> {
        let Rows::All(today) = today else {
            return Ok(());
        };
        let today = Day::from_epoch_days(today).ok_or_else(|| Reason::new(Code::DateInvalid))?;
        self.eligibility().services(today)?;
        self.eligibility().window(today)?;
        Ok(())
    }
}
