//! Whole columns at once, over typed arrays. `columns.js` says what is wrong with them; here they are
//! safe whatever they are. Days are days since 1970-01-01.

use napi::Env;
use napi::bindgen_prelude::{Either, Int32Array, Uint8Array, Uint16Array, Unknown};
use napi_derive::napi;
use qujat::batch::{
    DECISION_CODES, DecisionColumns, InquiryColumns, NO_DAY, ReminderColumns, Rows,
};
use qujat::identity::{CardStatus, DocumentKind, Ground};
use qujat::notices::ReminderRun;
use qujat::{Code, Day, Error};

use crate::convert::{In, Out, with_days};
use crate::error::{guarded, thrown};
use crate::rulebook::Rulebook;

/// An answer that is written into the caller's bytes is computed in pieces that stay in the
/// processor's nearest cache.
const PIECE: usize = 8192;

/// The codes that the bytes of decisions stand for.
#[napi(js_name = "_decisionCodes", skip_typescript)]
pub fn decision_codes() -> Out<Vec<Code>> {
    Out(DECISION_CODES.to_vec())
}

/// In a column of days: no day.
#[napi(js_name = "_noDay", skip_typescript)]
pub fn no_day() -> i32 {
    NO_DAY
}

/// The common facts of many cards.
#[napi(object, object_to_js = false)]
pub struct DecisionOptions {
    /// The document to be replaced; by default an identity card.
    pub document: Option<In<DocumentKind>>,
    /// The ground of the replacement; by default the expiry.
    pub ground: Option<In<Ground>>,
}

/// The period and the cards of a run of the job that reminds.
#[napi(object, object_to_js = false)]
pub struct ReminderOptions {
    /// The day of the last run; by default the day before.
    pub last_run: Option<In<Day>>,
    /// The status of the cards in the state register, the same of all; by default unknown.
    pub status: Option<In<CardStatus>>,
}

/// The decisions on many cards, one row for each.
#[napi(object, object_from_js = false)]
pub struct DecisionTable {
    /// The first check that failed, or that the card is eligible, or why there is no decision: places
    /// in `decisionCodes`.
    pub codes: Uint8Array,
    /// All checks that failed: the bit `1 << (n - 1)` is that of place `n` in `decisionCodes`. 0 if
    /// the card is eligible, and if there is no decision.
    pub failed: Uint16Array,
    /// Calendar days to the expiry date; `noDay` if there is no decision.
    pub days_left: Int32Array,
    /// The first day on which the card can be renewed online; `noDay` without such days.
    pub first_days: Int32Array,
    /// The last day on which it can be; `noDay` without such days.
    pub last_days: Int32Array,
}

/// The day asked about: one for all, or one for each card.
type Today<'a> = Either<i32, Unknown<'a>>;

/// The common facts of all cards.
#[derive(Clone, Copy)]
struct Common {
    document: DocumentKind,
    ground: Ground,
    /// The day asked about, if it is the same for all.
    today: Option<i32>,
}

impl Common {
    /// The options as read, before any column is looked at.
    fn of(options: &DecisionOptions, today: &Today<'_>) -> Common {
        let (document, ground) = (options.document.as_ref(), options.ground.as_ref());
        Common {
            document: document.map_or(DocumentKind::IdentityCard, |it| it.0),
            ground: ground.map_or(Ground::Expiry, |it| it.0),
            today: match today {
                Either::A(today) => Some(*today),
                Either::B(_) => None,
            },
        }
    }

    fn cards<'a>(&self, expires_on: &'a [i32], today: &'a [i32]) -> InquiryColumns<'a> {
        let today = self.today.map_or(Rows::Each(today), Rows::All);
        InquiryColumns::renewals(expires_on, today)
            .with_document(Rows::All(Some(self.document)))
            .with_ground(Rows::All(Some(self.ground)))
    }
}

/// The column of the days asked about; where there is one for all, any other.
fn days_asked<'a>(today: &'a Today<'a>, other: &'a Unknown<'a>) -> &'a Unknown<'a> {
    match today {
        Either::A(_) => other,
        Either::B(today) => today,
    }
}

/// Answers piece after piece into `into`, which has as many rows. An answer for no rows is asked for
/// too: it says whether the question is allowed.
fn fill(
    into: &mut [u8],
    mut ask: impl FnMut(usize, usize) -> Result<Vec<u8>, Error>,
) -> Result<(), Error> {
    ask(0, 0)?;
    let mut start: usize = 0;
    for piece in into.chunks_mut(PIECE) {
        let end = start.saturating_add(piece.len());
        for (cell, code) in piece.iter_mut().zip(ask(start, end)?) {
            *cell = code;
        }
        start = end;
    }
    Ok(())
}

/// Whole columns at once, without copies: see `columns` in the README. A day is its days since
/// 1970-01-01; `toEpochDays` gives them. A row whose expiry date is no day of the years 1 to 9999, such
/// as `noDay` for a date that is missing, gets `DATE_INVALID`, and stops nobody.
#[napi]
impl Rulebook {
    /// Decides on renewing each of many cards online on `today`, as `decide` does for one: one day
    /// for all cards, or one for each. A byte for each card is a place in `decisionCodes`: the
    /// first check that failed, or that the card is eligible, or why there is no decision.
    ///
    /// The answer is a new array, or `options.into`, which has as many rows. Throws `WRONG_TYPE`,
    /// `LIST_LENGTH` for columns of different lengths, and `NOT_COVERED` for a single `today` without
    /// rules.
    #[napi(
        ts_args_type = "expiresOn: Int32Array, today: Day | Int32Array, options?: DecisionOptions & Into",
        ts_return_type = "Uint8Array"
    )]
    pub fn decide_column(
        &self,
        env: Env,
        expires_on: Unknown<'_>,
        today: Today<'_>,
        options: DecisionOptions,
        into: Option<Unknown<'_>>,
    ) -> napi::Result<Option<Uint8Array>> {
        let (rules, common) = (self.core(), Common::of(&options, &today));
        let columns = [&expires_on, days_asked(&today, &expires_on)];
        let answer = with_days(&env, columns, into.as_ref(), |[expires_on, today], into| {
            guarded(|| {
                let cards = common.cards(expires_on, today);
                let Some(into) = into else {
                    return rules.decide_codes(&cards).map(Some);
                };
                fill(into, |start, end| {
                    rules.decide_codes(&common.cards(
                        expires_on.get(start..end).unwrap_or_default(),
                        today.get(start..end).unwrap_or_default(),
                    ))
                })?;
                Ok(None)
            })
        })?;
        let codes = answer.map_err(|failure| thrown(&env, failure))?;
        Ok(codes.map(Uint8Array::from))
    }

    /// Decides the same and tells more.
    #[napi(
        ts_args_type = "expiresOn: Int32Array, today: Day | Int32Array, options?: DecisionOptions"
    )]
    pub fn decide_table(
        &self,
        env: Env,
        expires_on: Unknown<'_>,
        today: Today<'_>,
        options: DecisionOptions,
    ) -> napi::Result<DecisionTable> {
        let (rules, common) = (self.core(), Common::of(&options, &today));
        let columns = [&expires_on, days_asked(&today, &expires_on)];
        let answer = with_days(&env, columns, None, |[expires_on, today], _| {
            guarded(|| rules.decide_columns(&common.cards(expires_on, today)))
        })?;
        let DecisionColumns {
            codes,
            failed,
            days_left,
            first_days,
            last_days,
            ..
        } = answer.map_err(|failure| thrown(&env, failure))?;
        Ok(DecisionTable {
            codes: codes.into(),
            failed: failed.into(),
            days_left: days_left.into(),
            first_days: first_days.into(),
            last_days: last_days.into(),
        })
    }

    /// The holders to remind in a run of the job on `on` that the card expires, as `reminder` says
    /// for one: a byte for each card, 1 if its holder is reminded, 0 if not, and 2 if the expiry
    /// date is no day. The run is about the days since `options.lastRun`, by default the day
    /// before.
    ///
    /// The answer is a new array, or `options.into`, which has as many rows. Throws as `decideColumn`.
    #[napi(
        ts_args_type = "expiresOn: Int32Array, on: Day, options?: ReminderOptions & Into",
        ts_return_type = "Uint8Array"
    )]
    pub fn reminder_column(
        &self,
        env: Env,
        expires_on: Unknown<'_>,
        on: In<Day>,
        options: ReminderOptions,
        into: Option<Unknown<'_>>,
    ) -> napi::Result<Option<Uint8Array>> {
        let rules = self.core();
        let run = ReminderRun::since(options.last_run.map(|day| day.0), on.0);
        let status = Rows::All(options.status.map(|status| status.0));
        let remind =
            |expires_on: &[i32]| rules.remind_codes(&ReminderColumns { expires_on, status }, run);
        let answer = with_days(&env, [&expires_on], into.as_ref(), |[expires_on], into| {
            guarded(|| {
                let Some(into) = into else {
                    return remind(expires_on).map(Some);
                };
                fill(into, |start, end| {
                    remind(expires_on.get(start..end).unwrap_or_default())
                })?;
                Ok(None)
            })
        })?;
        let codes = answer.map_err(|failure| thrown(&env, failure))?;
        Ok(codes.map(Uint8Array::from))
    }
}
