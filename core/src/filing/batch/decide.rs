//! Eligibility: SPEC 3.

use crate::filing::batch::{NO_DAY, Rows, is_day};
use crate::foundation::catalogue::Code;
use crate::foundation::day::{Day, DayRange};
use crate::foundation::problem::{Reason, Result};
use crate::people::identity::{DocumentKind, Ground};
use crate::rulebook::Rulebook;
use crate::service::eligibility::{ConstantRules, EligibilityRules, Inquiry, check};

/// What a column of decisions refers to. `ELIGIBLE` is followed by the checks in the order of
/// SPEC 3, and by the reasons for which a row has no decision.
pub const DECISION_CODES: [Code; 13] = [
    Code::Eligible,
    Code::DocumentNotOnline,
    Code::GroundNotOnline,
    Code::PilotNotStarted,
    Code::PilotPaused,
    Code::PilotEnded,
    Code::TooEarly,
    Code::NeverOnline,
    Code::TooLate,
    Code::LongExpired,
    Code::DateInvalid,
    Code::UnknownValue,
    Code::NotCovered,
];

// Places in the list above: that of the check with the bit `1 << n` is n + 1.
const PLACE_OF_NOT_STARTED: u8 = 3;
const PLACE_OF_ENDED: u8 = 5;
const PLACE_OF_EARLY: u8 = 6;
const PLACE_OF_NEVER: u8 = 7;
const PLACE_OF_LATE: u8 = 8;
const PLACE_OF_LONG_EXPIRED: u8 = 9;
const DATE_INVALID: u8 = 10;
const UNKNOWN_VALUE: u8 = 11;
const NOT_COVERED: u8 = 12;

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
    pub failed: Vec<u16>,
    /// Calendar days to the expiry date; [`NO_DAY`] if there is no decision.
    pub days_left: Vec<i32>,
    /// The first day on which the card can be renewed online, of the days that
    /// [`Decision::online`](crate::Decision::online) tells; [`NO_DAY`] if there is none.
    pub first_days: Vec<i32>,
    /// The last day on which it can be; [`NO_DAY`] if there is none.
    pub last_days: Vec<i32>,
}

/// How rows of one kind are decided that are asked about on the days of a period.
enum Rules<'r> {
    /// By a few comparisons.
    Constant(Constant),
    /// One by one, since the pilot pauses, or something changes while it runs.
    Changing(OneByOne<'r>),
}

/// What an answer is looked up in, one by one.
struct OneByOne<'r> {
    rules: &'r EligibilityRules,
    document: DocumentKind,
    ground: Ground,
}

/// One decision, as the columns have it: code, failed checks, and first and last day.
type Row = (u8, u16, i32, i32);

impl<'r> Rules<'r> {
    /// The rules on a day, or the place of the code that says why there are none.
    fn on(
        rulebook: &'r Rulebook,
        document: Option<DocumentKind>,
        ground: Option<Ground>,
        today: i32,
    ) -> Result<Rules<'r>, u8> {
        let day = Day::from_epoch_days(today).ok_or(DATE_INVALID)?;
        let (Some(document), Some(ground)) = (document, ground) else {
            return Err(UNKNOWN_VALUE);
        };
        let rules = rulebook.eligibility();
        let constant = rules.constant(document, ground, day);
        Ok(match constant.map_err(|_| NOT_COVERED)? {
            Some(constant) => Rules::Constant(Constant::new(&constant)),
            None => Rules::Changing(OneByOne {
                rules,
                document,
                ground,
            }),
        })
    }

    /// The days asked about for which they hold.
    fn period(&self) -> DayRange {
        match self {
            Rules::Constant(rules) => rules.period,
            // Each row looks up its own.
            Rules::Changing(_) => DayRange {
                first: Day::MIN,
                last: Day::MAX,
            },
        }
    }
}

impl OneByOne<'_> {
    fn row(&self, expires_on: i32, today: i32) -> Row {
        let days = Day::from_epoch_days(expires_on).zip(Day::from_epoch_days(today));
        let Some((expires_on, today)) = days else {
            return (DATE_INVALID, 0, NO_DAY, NO_DAY);
        };
        let inquiry = Inquiry {
            document: self.document,
            ground: self.ground,
            ..Inquiry::renewal(expires_on)
        };
        match self.rules.findings(&inquiry, today) {
            Ok(found) => {
                let day = |day: Option<Day>| day.map_or(NO_DAY, Day::epoch_days);
                let online = found.runs.online;
                (
                    place_of_first(found.failed),
                    found.failed,
                    day(online.map(|days| days.first)),
                    day(online.map(|days| days.last)),
                )
            }
            Err(_) => (NOT_COVERED, 0, NO_DAY, NO_DAY),
        }
    }
}

/// [`ConstantRules`] in numbers.
#[derive(Clone, Copy, Debug)]
struct Constant {
    period: DayRange,
    opens_before: i32,
    closes_after: i32,
    pilot_first: i32,
    pilot_last: i32,
    /// The days on which cards of this kind can be renewed online; the first is after the last if
    /// there are none.
    online_first: i32,
    online_last: i32,
    online_before: i32,
    online_after: i32,
    /// The bits of document and ground, if these fail, and the place of the first one, or 0.
    kind_failed: u16,
    first_kind_failed: u8,
}

impl Constant {
    fn new(rules: &ConstantRules) -> Constant {
        let (opens_before, closes_after) = rules.window;
        let days = |days: DayRange| (days.first.epoch_days(), days.last.epoch_days());
        let (pilot_first, pilot_last) = days(rules.pilot);
        let none = (i32::MAX, i32::MIN);
        let (online_first, online_last) = rules.online.map_or(none, |(online, _)| days(online));
        let (online_before, online_after) = rules.online.map_or((0, 0), |(_, window)| window);
        Constant {
            period: rules.period,
            opens_before,
            closes_after,
            pilot_first,
            pilot_last,
            online_first,
            online_last,
            online_before,
            online_after,
            kind_failed: rules.kind_failed,
            first_kind_failed: place_of_first(rules.kind_failed),
        }
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

    /// The days online, the first after the last if there are none: what is not served on the day has
    /// none, unless it will be served. What the window's own clipping to
    /// the ends of [`Day`] would change lies outside of any pilot, which has those ends too.
    #[inline]
    fn online_days(&self, expires_on: i32, today: i32) -> (i32, i32) {
        let first = expires_on.saturating_sub(self.online_before);
        let last = expires_on.saturating_add(self.online_after);
        let (first, last) = (first.max(self.online_first), last.min(self.online_last));
        let is_hidden = (self.kind_failed != 0) & (first <= today);
        (first, if is_hidden { i32::MIN } else { last })
    }

    /// What the check of the window gives: early, never, late or long expired, or `fine`.
    #[inline]
    fn of_window<T: Copy>(&self, expires_on: i32, today: i32, values: [T; 4], fine: T) -> T {
        let [early, never, late, long_expired] = values;
        let (first, last) = self.online_days(expires_on, today);
        let is_any = first <= last;
        let is_ahead = is_any & (first > today);
        let is_pending = (today < self.pilot_first) & !is_ahead;
        let inside = if is_pending { never } else { fine };
        let past = if is_any { late } else { long_expired };
        let outside = if self.is_early(expires_on, today) {
            never
        } else {
            past
        };
        let outside = if is_ahead { early } else { outside };
        if self.is_early(expires_on, today) | self.is_late(expires_on, today) {
            outside
        } else {
            inside
        }
    }

    #[inline]
    fn code(&self, expires_on: i32, today: i32) -> u8 {
        let values = [
            PLACE_OF_EARLY,
            PLACE_OF_NEVER,
            PLACE_OF_LATE,
            PLACE_OF_LONG_EXPIRED,
        ];
        let window = self.of_window(expires_on, today, values, 0);
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
    fn failed(&self, expires_on: i32, today: i32) -> u16 {
        let values = [check::EARLY, check::NEVER, check::LATE, check::LONG_EXPIRED];
        let window = self.of_window(expires_on, today, values, 0);
        let ended = if today > self.pilot_last {
            check::ENDED
        } else {
            0
        };
        let pilot = if today < self.pilot_first {
            check::NOT_STARTED
        } else {
            ended
        };
        if is_day(expires_on) {
            self.kind_failed | pilot | window
        } else {
            0
        }
    }

    #[inline]
    fn online(&self, expires_on: i32, today: i32) -> (i32, i32) {
        let (first, last) = self.online_days(expires_on, today);
        if is_day(expires_on) & (first <= last) {
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
fn place_of_first(failed: u16) -> u8 {
    if failed == 0 {
        return 0;
    }
    // At most 15, so the conversion cannot fail.
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

    fn extend(&mut self, rules: &Rules<'_>, days: &Days<'_>) {
        let rules = match rules {
            Rules::Constant(rules) => rules,
            Rules::Changing(rules) => {
                days.for_each(|expires_on, today| {
                    let (code, failed, first_day, last_day) = rules.row(expires_on, today);
                    let is_decided = code < DATE_INVALID;
                    let days_left = if is_decided {
                        days_left(expires_on, today)
                    } else {
                        NO_DAY
                    };
                    self.codes.push(code);
                    self.failed.push(failed);
                    self.days_left.push(days_left);
                    self.first_days.push(first_day);
                    self.last_days.push(last_day);
                });
                return;
            }
        };
        days.extend(&mut self.codes, |expires_on, today| {
            rules.code(expires_on, today)
        });
        days.extend(&mut self.failed, |expires_on, today| {
            rules.failed(expires_on, today)
        });
        days.extend(&mut self.days_left, days_left);
        days.extend(&mut self.first_days, |expires_on, today| {
            rules.online(expires_on, today).0
        });
        days.extend(&mut self.last_days, |expires_on, today| {
            rules.online(expires_on, today).1
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

/// So many rows are looked at together.
const PIECE: usize = 256;

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

    fn for_each(&self, mut see: impl FnMut(i32, i32)) {
        match self.today {
            Rows::All(today) => self.expires_on.iter().for_each(|day| see(*day, today)),
            Rows::Each(today) => {
                let rows = self.expires_on.iter().zip(today);
                rows.for_each(|(day, today)| see(*day, *today));
            }
        }
    }

    /// How many of the first rows are asked about a day of the period.
    fn first_in(&self, period: DayRange) -> usize {
        let (first, last) = (period.first.epoch_days(), period.last.epoch_days());
        let holds = |day: &i32| (*day >= first) & (*day <= last);
        let Rows::Each(today) = self.today else {
            return self.expires_on.len();
        };
        // Mostly the rules never change, which is seen faster piece by piece.
        let pieces = today.chunks(PIECE);
        let whole = pieces
            .take_while(|piece| piece.iter().fold(true, |all, day| all & holds(day)))
            .fold(0, |rows: usize, piece| rows.saturating_add(piece.len()));
        let rest = today.get(whole..).unwrap_or_default().iter();
        whole.saturating_add(rest.take_while(|day| holds(day)).count())
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
        mut run: impl FnMut(Result<&Rules<'_>, u8>, &Days<'_>),
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
                (Ok(rules), Rows::Each(_)) => rest.first(same_kind).first_in(rules.period()),
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
    ///
    /// ```
    /// use qujat::batch::{DECISION_CODES, InquiryColumns, Rows};
    /// use qujat::identity::{DocumentKind, Ground};
    /// use qujat::{Code, Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let day = |text| Day::parse(text).map(Day::epoch_days);
    /// let expires_on = [day("2025-11-10")?, day("2026-11-10")?];
    /// let codes = rules.decide_codes(&InquiryColumns {
    ///     document: Rows::All(Some(DocumentKind::IdentityCard)),
    ///     ground: Rows::All(Some(Ground::Expiry)),
    ///     expires_on: &expires_on,
    ///     today: Rows::All(day("2025-10-11")?),
    /// })?;
    /// let codes: Vec<_> = codes.iter().map(|place| DECISION_CODES[usize::from(*place)]).collect();
    /// assert_eq!(codes, [Code::Eligible, Code::NeverOnline]);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn decide_codes(&self, cards: &InquiryColumns<'_>) -> Result<Vec<u8>> {
        self.check_today(cards.today)?;
        let mut codes = Vec::with_capacity(cards.expires_on.len());
        cards.for_each_run(self, |rules, days| match rules {
            Ok(Rules::Constant(rules)) => days.extend(&mut codes, |expires_on, today| {
                rules.code(expires_on, today)
            }),
            Ok(Rules::Changing(rules)) => days.extend(&mut codes, |expires_on, today| {
                rules.row(expires_on, today).0
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
    /// use qujat::identity::{DocumentKind, Ground};
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let day = |text| Day::parse(text).map(Day::epoch_days);
    /// let decisions = rules.decide_columns(&InquiryColumns {
    ///     document: Rows::All(Some(DocumentKind::IdentityCard)),
    ///     ground: Rows::All(Some(Ground::Expiry)),
    ///     expires_on: &[day("2025-11-10")?, day("2026-11-10")?],
    ///     today: Rows::All(day("2025-10-11")?),
    /// })?;
    /// let codes: Vec<&str> = decisions.codes.iter().map(|place| DECISION_CODES[usize::from(*place)].as_str()).collect();
    /// assert_eq!(codes, ["ELIGIBLE", "NEVER_ONLINE"]);
    /// assert_eq!(decisions.days_left, [30, 395]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decide_columns(&self, cards: &InquiryColumns<'_>) -> Result<DecisionColumns> {
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
        self.eligibility().check_covered(today)
    }
}
