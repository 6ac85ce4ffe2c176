//! Eligibility: SPEC 3.

use crate::filing::batch::{NO_DAY, Rows, is_day, part};
use crate::foundation::catalogue::Code;
use crate::foundation::day::{Day, DayRange};
use crate::foundation::problem::{Reason, Result};
use crate::people::identity::{CardStatus, DocumentKind, Ground};
use crate::rulebook::Rulebook;
use crate::service::eligibility::{
    ConstantRules, DECISION_CODES, EligibilityRules, Inquiry, RegisterFindings,
};

// The reasons for which a row has no decision are the last ones in the list.
const DATE_INVALID: u8 = place_from_the_end(3);
const UNKNOWN_VALUE: u8 = place_from_the_end(2);
const NOT_COVERED: u8 = place_from_the_end(1);

#[allow(
    clippy::cast_possible_truncation,
    reason = "the list has fewer than 256 codes"
)]
const fn place_from_the_end(place: usize) -> u8 {
    DECISION_CODES.len().saturating_sub(place) as u8
}

/// Many cards: see [`Inquiry`](crate::Inquiry). There are as many rows as the shortest column has.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct InquiryColumns<'a> {
    /// The documents to be replaced; `None` for a spelling that is no document.
    pub document: Rows<'a, Option<DocumentKind>>,
    /// The reasons for replacing them; `None` for a spelling that is no ground.
    pub ground: Rows<'a, Option<Ground>>,
    /// The expiry dates, in days since 1970-01-01.
    pub expires_on: &'a [i32],
    /// The days asked about, in days since 1970-01-01.
    pub today: Rows<'a, i32>,
    /// The statuses in the state register; `None` where it was not asked.
    pub status: Rows<'a, Option<CardStatus>>,
    /// `true` if the register says that a card is the applicant's own; `None` if it was not asked.
    pub is_holder: Rows<'a, Option<bool>>,
}

impl<'a> InquiryColumns<'a> {
    /// Identity cards that are replaced because they expire, with nothing known from the register.
    #[must_use]
    pub const fn renewals(expires_on: &'a [i32], today: Rows<'a, i32>) -> InquiryColumns<'a> {
        InquiryColumns {
            document: Rows::All(Some(DocumentKind::IdentityCard)),
            ground: Rows::All(Some(Ground::Expiry)),
            expires_on,
            today,
            status: Rows::All(None),
            is_holder: Rows::All(None),
        }
    }

    /// The same cards with these documents.
    #[must_use]
    pub const fn with_document(self, document: Rows<'a, Option<DocumentKind>>) -> Self {
        InquiryColumns { document, ..self }
    }

    /// The same cards with these grounds.
    #[must_use]
    pub const fn with_ground(self, ground: Rows<'a, Option<Ground>>) -> Self {
        InquiryColumns { ground, ..self }
    }

    /// The same cards with these statuses.
    #[must_use]
    pub const fn with_status(self, status: Rows<'a, Option<CardStatus>>) -> Self {
        InquiryColumns { status, ..self }
    }

    /// The same cards with these answers of the register about the holder.
    #[must_use]
    pub const fn with_holder(self, is_holder: Rows<'a, Option<bool>>) -> Self {
        InquiryColumns { is_holder, ..self }
    }
}

/// The decisions on many cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
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
    /// [`Decision::online`](crate::Decision::online) tells; [`NO_DAY`] without such days.
    pub first_days: Vec<i32>,
    /// The last day on which it can be; [`NO_DAY`] without such days.
    pub last_days: Vec<i32>,
}

/// The rules for rows of one kind that are asked about on the days of a period.
enum Rules<'r> {
    /// By a few comparisons.
    Constant(ConstantRules),
    /// One by one, since the pilot pauses, or something changes while it runs.
    Changing(&'r EligibilityRules, DocumentKind, Ground),
}

/// The decision on one card, as the columns have it.
struct Row {
    code: u8,
    failed: u16,
    days_left: i32,
    first_day: i32,
    last_day: i32,
}

/// One card, of a kind that is known.
#[derive(Clone, Copy)]
struct Card {
    expires_on: i32,
    today: i32,
    status: Option<CardStatus>,
    is_holder: Option<bool>,
}

impl<'r> Rules<'r> {
    /// The rules on a day, or the place of the code that says why it has no rules.
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
            Some(constant) => Rules::Constant(constant),
            None => Rules::Changing(rules, document, ground),
        })
    }

    /// The days asked about for which they hold.
    fn period(&self) -> DayRange {
        match self {
            Rules::Constant(rules) => rules.period,
            // Each row looks up its own.
            Rules::Changing(..) => DayRange {
                first: Day::MIN,
                last: Day::MAX,
            },
        }
    }

    fn row(&self, card: Card) -> Row {
        match self {
            Rules::Constant(rules) => {
                let rules = rules.with_register(card.register());
                let (expires_on, today) = (card.expires_on, card.today);
                let (first_day, last_day) = online(&rules, expires_on, today);
                Row {
                    code: code(&rules, expires_on, today),
                    failed: failed(&rules, expires_on, today),
                    days_left: days_left(expires_on, today),
                    first_day,
                    last_day,
                }
            }
            Rules::Changing(rules, document, ground) => {
                changing_row(rules, *document, *ground, card)
            }
        }
    }
}

impl Card {
    fn register(&self) -> RegisterFindings {
        RegisterFindings::new(self.status, self.is_holder)
    }
}

/// Decides as [`Rulebook::decide`] does.
fn changing_row(
    rules: &EligibilityRules,
    document: DocumentKind,
    ground: Ground,
    card: Card,
) -> Row {
    let days = Day::from_epoch_days(card.expires_on).zip(Day::from_epoch_days(card.today));
    let Some((expires_on, today)) = days else {
        return Row::undecided(DATE_INVALID);
    };
    let inquiry = Inquiry {
        document,
        ground,
        expires_on,
        status: card.status,
        is_holder: card.is_holder,
    };
    let Ok(found) = rules.findings(&inquiry, today) else {
        return Row::undecided(NOT_COVERED);
    };
    let day = |day: Option<Day>| day.map_or(NO_DAY, Day::epoch_days);
    let online = found.runs.online;
    Row {
        code: found.failed.place_of_first(),
        failed: found.failed.bits(),
        days_left: today.days_until(expires_on),
        first_day: day(online.map(|days| days.first)),
        last_day: day(online.map(|days| days.last)),
    }
}

impl Row {
    const fn undecided(code: u8) -> Row {
        Row {
            code,
            failed: 0,
            days_left: NO_DAY,
            first_day: NO_DAY,
            last_day: NO_DAY,
        }
    }
}

// By constant rules each column has a loop of its own, in which nothing jumps.

#[inline]
fn code(rules: &ConstantRules, expires_on: i32, today: i32) -> u8 {
    let place = rules.failed(expires_on, today).place_of_first();
    if is_day(expires_on) {
        place
    } else {
        DATE_INVALID
    }
}

#[inline]
fn failed(rules: &ConstantRules, expires_on: i32, today: i32) -> u16 {
    let failed = rules.failed(expires_on, today).bits();
    if is_day(expires_on) { failed } else { 0 }
}

#[inline]
fn online(rules: &ConstantRules, expires_on: i32, today: i32) -> (i32, i32) {
    let (first, last) = rules.days(expires_on, today);
    if is_day(expires_on) & (first <= last) {
        (first, last)
    } else {
        (NO_DAY, NO_DAY)
    }
}

#[inline]
fn days_left(expires_on: i32, today: i32) -> i32 {
    let left = expires_on.wrapping_sub(today);
    if is_day(expires_on) { left } else { NO_DAY }
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

    fn push(&mut self, row: &Row) {
        self.codes.push(row.code);
        self.failed.push(row.failed);
        self.days_left.push(row.days_left);
        self.first_days.push(row.first_day);
        self.last_days.push(row.last_day);
    }

    fn extend(&mut self, rules: &Rules<'_>, cards: &Cards<'_>) {
        let Some(rules) = cards.constant(rules) else {
            cards.for_each(|card| self.push(&rules.row(card)));
            return;
        };
        let rules = &rules;
        cards.extend(&mut self.codes, |card, today| code(rules, card, today));
        cards.extend(&mut self.failed, |card, today| failed(rules, card, today));
        cards.extend(&mut self.days_left, days_left);
        cards.extend(&mut self.first_days, |card, today| {
            online(rules, card, today).0
        });
        cards.extend(&mut self.last_days, |card, today| {
            online(rules, card, today).1
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

/// The codes of cards on which nothing is decided. A day that is no date comes first.
fn undecided(code: u8, expires_on: &[i32]) -> impl Iterator<Item = u8> {
    expires_on
        .iter()
        .map(move |day| if is_day(*day) { code } else { DATE_INVALID })
}

/// So many rows are looked at together.
const PIECE: usize = 256;

/// Cards of one kind, to which the same rules apply.
#[derive(Clone, Copy)]
struct Cards<'a> {
    expires_on: &'a [i32],
    today: Rows<'a, i32>,
    status: Rows<'a, Option<CardStatus>>,
    is_holder: Rows<'a, Option<bool>>,
}

impl<'a> Cards<'a> {
    /// The rules by which all of them are decided with a few comparisons, if they are so simple, and
    /// the register says the same of all cards.
    fn constant(&self, rules: &Rules<'_>) -> Option<ConstantRules> {
        match (rules, self.status, self.is_holder) {
            (Rules::Constant(rules), Rows::All(status), Rows::All(is_holder)) => {
                Some(rules.with_register(RegisterFindings::new(status, is_holder)))
            }
            _ => None,
        }
    }

    /// Puts a function's answer for each expiry date and day behind `column`. Each kind has a loop
    /// of its own.
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

    fn for_each(&self, mut see: impl FnMut(Card)) {
        for (row, expires_on) in self.expires_on.iter().enumerate() {
            let register = self.status.get(row).zip(self.is_holder.get(row));
            // Every column has as many rows.
            if let Some((today, (status, is_holder))) = self.today.get(row).zip(register) {
                see(Card {
                    expires_on: *expires_on,
                    today,
                    status,
                    is_holder,
                });
            }
        }
    }

    /// The number of the first rows that are asked about a day of the period.
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

    /// So many rows from this one on.
    fn part(&self, first: usize, rows: usize) -> Cards<'a> {
        Cards {
            expires_on: part(self.expires_on, first, rows),
            today: self.today.part(first, rows),
            status: self.status.part(first, rows),
            is_holder: self.is_holder.part(first, rows),
        }
    }
}

impl InquiryColumns<'_> {
    /// Hands over the rows in runs to which the same rules apply: mostly a single one, if document and
    /// ground are the same for all.
    fn for_each_run(
        &self,
        rulebook: &Rulebook,
        mut run: impl FnMut(Result<&Rules<'_>, u8>, &Cards<'_>),
    ) {
        let rows = self.document.shortest(self.expires_on.len());
        let rows = self.today.shortest(self.ground.shortest(rows));
        let rows = self.is_holder.shortest(self.status.shortest(rows));
        let cards = Cards {
            expires_on: self.expires_on,
            today: self.today,
            status: self.status,
            is_holder: self.is_holder,
        };
        let kind = |row| self.document.get(row).zip(self.ground.get(row));
        let is_one_kind = matches!((&self.document, &self.ground), (Rows::All(_), Rows::All(_)));
        let mut row: usize = 0;
        while row < rows {
            let rest = cards.part(row, rows.saturating_sub(row));
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
                (Ok(rules), Rows::Each(_)) => rest.part(0, same_kind).first_in(rules.period()),
                // Days without rules are few: each is looked at by itself.
                (Err(_), Rows::Each(_)) => 1,
            };
            run(
                rules.as_ref().map_err(|code| *code),
                &rest.part(0, same_rules),
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
    /// use qujat::{Code, Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let day = |text| Day::parse(text).map(Day::epoch_days);
    /// let expires_on = [day("2025-11-10")?, day("2026-11-10")?];
    /// let cards = InquiryColumns::renewals(&expires_on, Rows::All(day("2025-10-11")?));
    /// let codes = rules.decide_codes(&cards)?;
    /// let codes: Vec<_> = codes.iter().map(|place| DECISION_CODES[usize::from(*place)]).collect();
    /// assert_eq!(codes, [Code::Eligible, Code::NeverOnline]);
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn decide_codes(&self, cards: &InquiryColumns<'_>) -> Result<Vec<u8>> {
        self.check_today(cards.today)?;
        let mut codes = Vec::with_capacity(cards.expires_on.len());
        cards.for_each_run(self, |rules, cards| match rules {
            Ok(rules) => match cards.constant(rules) {
                Some(rules) => cards.extend(&mut codes, |card, today| code(&rules, card, today)),
                None => cards.for_each(|card| codes.push(rules.row(card).code)),
            },
            Err(code) => codes.extend(undecided(code, cards.expires_on)),
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
    /// use qujat::identity::CardStatus;
    /// use qujat::{Day, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let day = |text| Day::parse(text).map(Day::epoch_days);
    /// let expires_on = [day("2025-11-10")?, day("2026-11-10")?, day("2025-11-10")?];
    /// let cards = InquiryColumns::renewals(&expires_on, Rows::All(day("2025-10-11")?))
    ///     .with_status(Rows::Each(&[None, None, Some(CardStatus::Lost)]));
    /// let decisions = rules.decide_columns(&cards)?;
    /// let codes: Vec<&str> = decisions.codes.iter().map(|place| DECISION_CODES[usize::from(*place)].as_str()).collect();
    /// assert_eq!(codes, ["ELIGIBLE", "NEVER_ONLINE", "CARD_NOT_VALID"]);
    /// assert_eq!(decisions.days_left, [30, 395, 30]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decide_columns(&self, cards: &InquiryColumns<'_>) -> Result<DecisionColumns> {
        self.check_today(cards.today)?;
        let mut decisions = DecisionColumns::with_capacity(cards.expires_on.len());
        cards.for_each_run(self, |rules, cards| match rules {
            Ok(rules) => decisions.extend(rules, cards),
            Err(code) => decisions.extend_undecided(code, cards.expires_on),
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
