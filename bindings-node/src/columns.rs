//! Whole columns at once, over typed arrays. `columns.js` has made sure that they are what they should
//! be and that no memory is shared; days are days since 1970-01-01.

use napi::Env;
use napi::bindgen_prelude::{Either, Int32Array, Int32ArraySlice, Uint8Array, Uint8ArraySlice};
use napi_derive::napi;
use qujat::batch::{DECISION_CODES, DecisionColumns, InquiryColumns, NO_DAY, Rows};
use qujat::{Code, Day, DocumentKind, Error, Ground, Reason};

use crate::convert::{In, Out, bytes_of};
use crate::error::call;
use crate::rulebook::Rulebook;

/// An answer that is written into the caller's bytes is computed in pieces that stay in the
/// processor's nearest cache.
const PIECE: usize = 8192;

/// What the bytes of decisions stand for.
#[napi(js_name = "_decisionCodes", skip_typescript)]
pub fn decision_codes() -> Out<Vec<Code>> {
    Out(DECISION_CODES.to_vec())
}

/// In a column of days: none.
#[napi(js_name = "_noDay", skip_typescript)]
pub fn no_day() -> i32 {
    NO_DAY
}

/// What many cards have in common.
#[napi(object, object_to_js = false)]
pub struct DecisionOptions {
    /// The document to be replaced; by default an identity card.
    pub document: Option<In<DocumentKind>>,
    /// Why it is replaced; by default because it expires.
    pub ground: Option<In<Ground>>,
}

/// The decisions on many cards, one row for each.
#[napi(object, object_from_js = false)]
pub struct DecisionTable {
    /// The first check that failed, or that the card is eligible, or why there is no decision: places
    /// in `decisionCodes`.
    pub codes: Uint8Array,
    /// All checks that failed: the bit `1 << (n - 1)` is that of place `n` in `decisionCodes`. 0 if
    /// the card is eligible, and if there is no decision.
    pub failed: Uint8Array,
    /// Calendar days to the expiry date; `noDay` if there is no decision.
    pub days_left: Int32Array,
    /// The first day on which the card can be renewed online; `noDay` if there is none.
    pub first_days: Int32Array,
    /// The last day on which it can be; `noDay` if there is none.
    pub last_days: Int32Array,
}

/// The day asked about: one for all, or one for each card.
type Today<'a> = Either<i32, Int32ArraySlice<'a>>;

fn rows_of<'a>(today: &'a Today<'_>) -> Rows<'a, i32> {
    match today {
        Either::A(today) => Rows::All(*today),
        Either::B(today) => Rows::Each(today),
    }
}

fn cards<'a>(
    expires_on: &'a [i32],
    today: Rows<'a, i32>,
    options: &DecisionOptions,
) -> InquiryColumns<'a> {
    let (document, ground) = (options.document.as_ref(), options.ground.as_ref());
    InquiryColumns {
        document: Rows::All(Some(document.map_or(DocumentKind::IdentityCard, |it| it.0))),
        ground: Rows::All(Some(ground.map_or(Ground::Expiry, |it| it.0))),
        expires_on,
        today,
    }
}

/// Answers piece after piece into `into`, which has as many rows. An answer for no rows is asked for
/// too: it says whether the question is allowed.
fn fill(
    into: &mut [u8],
    mut ask: impl FnMut(usize, usize) -> Result<Vec<u8>, Reason>,
) -> Result<(), Reason> {
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
    /// Decides whether each of many cards can be renewed online on `today`, as `decide` does for one:
    /// one day for all cards, or one for each. A byte for each card is a place in `decisionCodes`: the
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
        expires_on: Int32ArraySlice<'_>,
        today: Today<'_>,
        options: DecisionOptions,
        into: Option<Uint8ArraySlice<'_>>,
    ) -> napi::Result<Option<Uint8Array>> {
        let cards = cards(&expires_on, rows_of(&today), &options);
        call(&env, || {
            let Some(mut into) = into else {
                return self
                    .core()
                    .decide_codes(&cards)
                    .map(|codes| Some(codes.into()));
            };
            fill(bytes_of(&mut into), |start, end| {
                self.core().decide_codes(&InquiryColumns {
                    expires_on: cards.expires_on.get(start..end).unwrap_or_default(),
                    today: match cards.today {
                        Rows::All(today) => Rows::All(today),
                        Rows::Each(today) => Rows::Each(today.get(start..end).unwrap_or_default()),
                    },
                    ..cards
                })
            })?;
            Ok(None)
        })
    }

    /// Decides the same and tells more.
    #[napi(
        ts_args_type = "expiresOn: Int32Array, today: Day | Int32Array, options?: DecisionOptions"
    )]
    pub fn decide_table(
        &self,
        env: Env,
        expires_on: Int32ArraySlice<'_>,
        today: Today<'_>,
        options: DecisionOptions,
    ) -> napi::Result<DecisionTable> {
        let cards = cards(&expires_on, rows_of(&today), &options);
        let found = call(&env, || self.core().decide_columns(&cards))?;
        let DecisionColumns {
            codes,
            failed,
            days_left,
            first_days,
            last_days,
        } = found;
        Ok(DecisionTable {
            codes: codes.into(),
            failed: failed.into(),
            days_left: days_left.into(),
            first_days: first_days.into(),
            last_days: last_days.into(),
        })
    }

    /// Who is reminded on a day that the card expires, as `reminder` says for one: a byte for each
    /// card, 1 if its holder is reminded, 0 if not, and 2 if the expiry date is no day.
    ///
    /// The answer is a new array, or `options.into`, which has as many rows. Throws as `decideColumn`.
    #[napi(
        ts_args_type = "expiresOn: Int32Array, on: Day, options?: Into",
        ts_return_type = "Uint8Array"
    )]
    pub fn reminder_column(
        &self,
        env: Env,
        expires_on: Int32ArraySlice<'_>,
        on: In<Day>,
        into: Option<Uint8ArraySlice<'_>>,
    ) -> napi::Result<Option<Uint8Array>> {
        call(&env, || {
            let Some(mut into) = into else {
                let codes = self.core().remind_codes(&expires_on, on.0)?;
                return Ok::<_, Error>(Some(codes.into()));
            };
            fill(bytes_of(&mut into), |start, end| {
                let piece = expires_on.get(start..end).unwrap_or_default();
                self.core().remind_codes(piece, on.0)
            })?;
            Ok(None)
        })
    }
}
