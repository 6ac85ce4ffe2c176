//! The methods of the rulebook that take columns.

use std::sync::Arc;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use qujat_columns::arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int32Array, UInt16Array,
};
use qujat_columns::arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};

use super::super::RulebookObject;
use super::super::error::released;
use super::super::text::OwnedStr;
use super::made::{ColumnObject, TableObject, dictionary};
use super::read::{DayColumn, Days, Facts, Words, same_length};
use super::text::TextColumn;
use crate::filing::batch::{
    DECISION_CODES, DecisionColumns, FeeColumns, IIN_CODES, InquiryColumns, NO_CODE, NO_DAY,
    NO_REMINDER_DAY, REMINDED, ReminderColumns, Rows,
};
use crate::foundation::catalogue::Code;
use crate::foundation::day::Day;
use crate::foundation::problem::Error;
use crate::people::address::Region;
use crate::people::identity::{CardStatus, DocumentKind, Ground, Sex};
use crate::rulebook::Rulebook;
use crate::service::reminder::ReminderRun;

/// Amounts of ten digits before and as many decimals as they need fit, and far more.
const DECIMAL_DIGITS: u8 = 38;

/// The rows that have a value in each of the columns.
fn both(first: Option<&NullBuffer>, second: Option<&NullBuffer>) -> Option<NullBuffer> {
    NullBuffer::union(first, second)
}

/// The rows of `given` for which `is_there` holds.
fn there<T: Copy>(
    values: &[T],
    given: Option<&NullBuffer>,
    is_there: impl Fn(T) -> bool,
) -> Option<NullBuffer> {
    if values.iter().all(|value| is_there(*value)) {
        return given.cloned();
    }
    both(Some(&NullBuffer::new(bits(values, is_there))), given)
}

/// The answers to a question about each value, eight rows in a byte.
fn bits<T: Copy>(values: &[T], is_set: impl Fn(T) -> bool) -> BooleanBuffer {
    let word = |values: &[T]| {
        let rows = values.iter().zip(0..);
        rows.fold(0, |word: u64, (value, row)| {
            word | u64::from(is_set(*value)).wrapping_shl(row)
        })
    };
    let words: Vec<u64> = values.chunks(64).map(word).collect();
    BooleanBuffer::new(Buffer::from_vec(words), 0, values.len())
}

/// A day for each row; [`NO_DAY`] is null.
fn day_column(days: Vec<i32>, given: Option<&NullBuffer>) -> ArrayRef {
    let nulls = there(&days, given, |day| day != NO_DAY);
    Arc::new(Date32Array::new(days.into(), nulls))
}

fn code_column(places: Vec<u8>, given: Option<&NullBuffer>, codes: &[Code]) -> PyResult<ArrayRef> {
    let nulls = there(&places, given, |place| place != NO_CODE);
    dictionary(places, nulls, codes.iter().map(|code| code.as_str()))
}

/// The cards of a call, in the form that the core reads.
struct Cards {
    expires_on: DayColumn,
    today: Days,
    document: KindRows<DocumentKind>,
    ground: KindRows<Ground>,
    status: Statuses,
    is_holder: Facts,
    nulls: Option<NullBuffer>,
}

enum KindRows<T> {
    One(T),
    Column(Vec<Option<T>>),
}

impl<T: Copy> KindRows<T> {
    /// Reads the words, and takes note of the rows without one.
    fn read(
        words: Words<T>,
        parse: impl Fn(&str) -> Option<T>,
        nulls: &mut Option<NullBuffer>,
    ) -> PyResult<KindRows<T>> {
        match words {
            Words::One(word) => Ok(KindRows::One(word)),
            Words::Column(column) => {
                *nulls = both(nulls.as_ref(), column.nulls.as_ref());
                Ok(KindRows::Column(column.map(parse)?))
            }
        }
    }

    fn rows(&self) -> Rows<'_, Option<T>> {
        match self {
            KindRows::One(word) => Rows::All(Some(*word)),
            KindRows::Column(words) => Rows::Each(words),
        }
    }

    fn length(&self) -> Option<usize> {
        match self {
            KindRows::One(_) => None,
            KindRows::Column(words) => Some(words.len()),
        }
    }
}

/// The statuses of cards in the state register.
enum Statuses {
    One(Option<CardStatus>),
    Column(Vec<Option<CardStatus>>),
}

impl Statuses {
    /// Reads the statuses, and takes note of the rows with a word that is no status: they get no
    /// answer. A null is a status that is not known.
    fn read(
        words: Words<Option<CardStatus>>,
        nulls: &mut Option<NullBuffer>,
    ) -> PyResult<Statuses> {
        let column = match words {
            Words::One(status) => return Ok(Statuses::One(status)),
            Words::Column(column) => column,
        };
        let statuses = column.map(CardStatus::parse)?;
        let given = column.nulls.as_ref();
        let rows = statuses.into_iter().enumerate();
        // A value in the place of a null is not known either.
        let known: Vec<(bool, Option<CardStatus>)> = rows
            .map(
                |(row, status)| match given.is_some_and(|given| given.is_null(row)) {
                    true => (true, None),
                    false => (status.is_some(), status),
                },
            )
            .collect();
        *nulls = there(&known, nulls.as_ref(), |(is_known, _)| is_known);
        let statuses = known.into_iter().map(|(_, status)| status);
        Ok(Statuses::Column(statuses.collect()))
    }

    fn rows(&self) -> Rows<'_, Option<CardStatus>> {
        match self {
            Statuses::One(status) => Rows::All(*status),
            Statuses::Column(statuses) => Rows::Each(statuses),
        }
    }

    fn length(&self) -> Option<usize> {
        match self {
            Statuses::One(_) => None,
            Statuses::Column(statuses) => Some(statuses.len()),
        }
    }
}

impl Cards {
    fn read(
        expires_on: DayColumn,
        today: Days,
        document: Words<DocumentKind>,
        ground: Words<Ground>,
        status: Words<Option<CardStatus>>,
        is_holder: Facts,
    ) -> PyResult<Cards> {
        let mut nulls = expires_on.nulls.clone();
        let mut days = None;
        if let Days::Column(column) = &today {
            nulls = both(nulls.as_ref(), column.nulls.as_ref());
            days = Some(column.len());
        }
        let document = KindRows::read(document, DocumentKind::parse, &mut nulls)?;
        let ground = KindRows::read(ground, Ground::parse, &mut nulls)?;
        let status = Statuses::read(status, &mut nulls)?;
        let lengths = [
            ("today", days),
            ("document", document.length()),
            ("ground", ground.length()),
            ("status", status.length()),
            ("is_holder", is_holder.length()),
        ];
        same_length(expires_on.len(), &lengths)?;
        Ok(Cards {
            expires_on,
            today,
            document,
            ground,
            status,
            is_holder,
            nulls,
        })
    }

    /// Asks for each chunk, if the rest is the same for all rows; otherwise in one go.
    fn ask(
        &self,
        mut ask: impl FnMut(&InquiryColumns<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let (document, ground) = (self.document.rows(), self.ground.rows());
        let (status, is_holder) = (self.status.rows(), self.is_holder.rows());
        let mut ask = |expires_on: &[i32], today: Rows<'_, i32>| {
            let cards = InquiryColumns::renewals(expires_on, today);
            let cards = cards.with_document(document).with_ground(ground);
            ask(&cards.with_status(status).with_holder(is_holder))
        };
        let is_one_kind = matches!((document, ground), (Rows::All(_), Rows::All(_)));
        let is_one_register = matches!((status, is_holder), (Rows::All(_), Rows::All(_)));
        match &self.today {
            Days::One(today) if is_one_kind && is_one_register => {
                let today = Rows::All(today.epoch_days());
                // Also without any chunk the day asked about is checked.
                if self.expires_on.chunks.is_empty() {
                    return ask(&[], today);
                }
                self.expires_on
                    .chunks
                    .iter()
                    .try_for_each(|chunk| ask(chunk, today))
            }
            Days::One(today) => ask(&self.expires_on.whole(), Rows::All(today.epoch_days())),
            Days::Column(today) => ask(&self.expires_on.whole(), Rows::Each(&today.whole())),
        }
    }
}

/// Puts the rows of a chunk behind those before it. The first is not copied.
fn append<T: Copy>(all: &mut Vec<T>, more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend_from_slice(&more);
    }
}

/// Whole columns at once. A column is anything that has the Arrow PyCapsule interface.
#[pymethods]
impl RulebookObject {
    /// Decides on renewing each of many cards online on `today`, as `decide` does for one. The
    /// column has for each row the code of the first check that failed, or `ELIGIBLE`. A row that
    /// has no decision has `DATE_INVALID`, `UNKNOWN_VALUE` or `NOT_COVERED`; a null stays null.
    ///
    /// `expires_on` holds `date32`, or `int32` with days since 1970-01-01. Each of the others is
    /// one value for all rows, or a column. `status` and `is_holder` are the register's answers on
    /// the cards and their holders, null if they are not known; a row with an unknown status gets a
    /// null. Raises `NOT_COVERED` for a single `today` without rules.
    #[pyo3(signature = (
        expires_on, today, *,
        document = Words::One(DocumentKind::IdentityCard), ground = Words::One(Ground::Expiry),
        status = Words::One(None), is_holder = Facts::One(None)
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
    fn decide_column(
        &self,
        py: Python<'_>,
        expires_on: DayColumn,
        today: Days,
        document: Words<DocumentKind>,
        ground: Words<Ground>,
        status: Words<Option<CardStatus>>,
        is_holder: Facts,
    ) -> PyResult<ColumnObject> {
        released(py, || {
            let cards = Cards::read(expires_on, today, document, ground, status, is_holder)?;
            let mut codes = Vec::new();
            cards.ask(|chunk| {
                append(&mut codes, self.decide_codes(chunk)?);
                Ok(())
            })?;
            let words = DECISION_CODES.iter().map(|code| code.as_str());
            Ok(ColumnObject::new(dictionary(codes, cards.nulls, words)?))
        })
    }

    /// Decides the same as `decide_column` and tells more: a table with `code`; `failed`, all
    /// checks that failed, as bits from 1 for the document over ground, pilot not started, paused
    /// and ended, too early, never online, too late, long expired and status to 1024 for the
    /// holder; `days_left`; `first_day` and `last_day` on which the card can be renewed online,
    /// null without such days.
    #[pyo3(signature = (
        expires_on, today, *,
        document = Words::One(DocumentKind::IdentityCard), ground = Words::One(Ground::Expiry),
        status = Words::One(None), is_holder = Facts::One(None)
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
    fn decide_table(
        &self,
        py: Python<'_>,
        expires_on: DayColumn,
        today: Days,
        document: Words<DocumentKind>,
        ground: Words<Ground>,
        status: Words<Option<CardStatus>>,
        is_holder: Facts,
    ) -> PyResult<TableObject> {
        released(py, || {
            let cards = Cards::read(expires_on, today, document, ground, status, is_holder)?;
            let mut all = DecisionColumns::default();
            cards.ask(|chunk| {
                let found = self.decide_columns(chunk)?;
                append(&mut all.codes, found.codes);
                append(&mut all.failed, found.failed);
                append(&mut all.days_left, found.days_left);
                append(&mut all.first_days, found.first_days);
                append(&mut all.last_days, found.last_days);
                Ok(())
            })?;
            let given = cards.nulls.as_ref();
            let decided = there(&all.days_left, given, |days| days != NO_DAY);
            let days_left = Int32Array::new(all.days_left.into(), decided);
            let failed = UInt16Array::new(all.failed.into(), cards.nulls.clone());
            TableObject::new([
                ("code", code_column(all.codes, given, &DECISION_CODES)?),
                ("failed", Arc::new(failed)),
                ("days_left", Arc::new(days_left)),
                ("first_day", day_column(all.first_days, given)),
                ("last_day", day_column(all.last_days, given)),
            ])
        })
    }

    /// The holders to remind in a run of the job on `on` that the card expires, as `reminder` says
    /// for one: a column of booleans. The run is about the days since the last one, by default that
    /// of the day before. `status` is the register's status of the cards, null if it is not known.
    /// Null without an expiry date of the years 1 to 9999, and for an unknown status. Raises
    /// `NOT_COVERED` for a day without rules.
    #[pyo3(signature = (expires_on, on, *, last_run = None, status = Words::One(None)))]
    fn reminder_column(
        &self,
        py: Python<'_>,
        expires_on: DayColumn,
        on: Day,
        last_run: Option<Day>,
        status: Words<Option<CardStatus>>,
    ) -> PyResult<ColumnObject> {
        released(py, || {
            let run = ReminderRun::since(last_run, on);
            let remind = |expires_on: &[i32], status: Rows<'_, Option<CardStatus>>| {
                self.remind_codes(&ReminderColumns { expires_on, status }, run)
            };
            let mut given = expires_on.nulls.clone();
            let status = Statuses::read(status, &mut given)?;
            same_length(expires_on.len(), &[("status", status.length())])?;
            let codes = match status.rows() {
                rows @ Rows::All(_) => {
                    let mut codes = remind(&[], rows)?;
                    for chunk in &expires_on.chunks {
                        append(&mut codes, remind(chunk, rows)?);
                    }
                    codes
                }
                rows @ Rows::Each(_) => remind(&expires_on.whole(), rows)?,
            };
            let nulls = there(&codes, given.as_ref(), |code| code != NO_REMINDER_DAY);
            let due = bits(&codes, |code| code == REMINDED);
            Ok(ColumnObject::new(BooleanArray::new(due, nulls)))
        })
    }

    /// Reads many IINs under the rules in force on a day, as `parse_iin` reads one: a table with
    /// `valid`; `code`, the problem or the oddity of the number, null without any; `birth_date`;
    /// and `sex`. Raises `NOT_COVERED` for a day without rules.
    #[pyo3(signature = (texts, on))]
    fn parse_iin_table(&self, py: Python<'_>, texts: TextColumn, on: Day) -> PyResult<TableObject> {
        released(py, || {
            let mut found = self.parse_iins([], on)?;
            texts.read(|texts| {
                let more = self.parse_iins(texts.iter(), on)?;
                found.valid.extend(more.valid);
                found.codes.extend(more.codes);
                found.birth_days.extend(more.birth_days);
                found.sexes.extend(more.sexes);
                Ok(())
            })?;
            let given = texts.nulls.as_ref();
            let sexes: Vec<u8> = found.sexes.iter().map(|sex| place_of(*sex)).collect();
            let known = there(&sexes, given, |place| place != NO_CODE);
            let valid = bits(&found.valid, |valid| valid);
            let valid: ArrayRef = Arc::new(BooleanArray::new(valid, given.cloned()));
            let words = Sex::ALL.iter().map(|sex| sex.as_str());
            TableObject::new([
                ("valid", valid),
                ("code", code_column(found.codes, given, &IIN_CODES)?),
                ("birth_date", day_column(found.birth_days, given)),
                ("sex", dictionary(sexes, known, words)?),
            ])
        })
    }

    /// Quotes the amounts to pay for many applications filed on the days `on`, as `quote` does for
    /// one: a table with `total`, in tenge, and `code`, the reason without a quote. A null in
    /// `exemption` claims no exemption; a null in another column gives nulls.
    #[pyo3(signature = (
        on, *, document = DocumentKind::IdentityCard, pages = None,
        ground = Words::One(Ground::Expiry), exemption = Words::One(None), deliver_to = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keyword arguments")]
    fn quote_table(
        &self,
        py: Python<'_>,
        on: DayColumn,
        document: DocumentKind,
        pages: Option<u16>,
        ground: Words<Ground>,
        exemption: Words<Option<OwnedStr>>,
        deliver_to: Option<Region>,
    ) -> PyResult<TableObject> {
        released(py, || {
            let mut nulls = on.nulls.clone();
            let ground = KindRows::read(ground, Ground::parse, &mut nulls)?;
            let claims = Claims::read(exemption, self)?;
            let lengths = [("ground", ground.length()), ("exemption", claims.length())];
            same_length(on.len(), &lengths)?;
            let categories: Vec<&str> = claims.categories.iter().map(String::as_str).collect();
            let quotes = self.quote_columns(&FeeColumns {
                document,
                pages,
                ground: ground.rows(),
                on: &on.whole(),
                exemption: match &claims.rows {
                    Some(rows) => Rows::Each(rows),
                    None => Rows::All(categories.first().map(|_| 0)),
                },
                categories: &categories,
                deliver_to,
            });
            let given = nulls.as_ref();
            let quoted = there(&quotes.codes, given, |code| code == NO_CODE);
            let scale = i8::try_from(quotes.scale).unwrap_or(2);
            let totals = Decimal128Array::new(quotes.totals.into(), quoted)
                .with_precision_and_scale(DECIMAL_DIGITS, scale)
                .map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
            TableObject::new([
                ("total", Arc::new(totals)),
                ("code", code_column(quotes.codes, given, &quotes.reasons)?),
            ])
        })
    }
}

/// The place of a sex in its vocabulary, or [`NO_CODE`].
fn place_of(sex: Option<Sex>) -> u8 {
    let place = sex.and_then(|sex| Sex::ALL.iter().position(|other| *other == sex));
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(NO_CODE)
}

/// The exemptions that applicants claim.
struct Claims {
    categories: Vec<String>,
    /// A place in `categories` for each row; `None` if all claim the first one, or nothing.
    rows: Option<Vec<Option<u32>>>,
}

impl Claims {
    fn read(exemption: Words<Option<OwnedStr>>, rules: &Rulebook) -> PyResult<Claims> {
        let column = match exemption {
            Words::One(category) => {
                let categories = category.into_iter().map(|text| text.0).collect();
                return Ok(Claims {
                    categories,
                    rows: None,
                });
            }
            Words::Column(column) => column,
        };
        let mut categories = rules.claimed_categories();
        let mut rows = column.map(|text| Some(categories.place(text)))?;
        let categories = categories.names().into_iter().map(str::to_owned).collect();
        if let Some(nulls) = &column.nulls {
            for (row, is_given) in rows.iter_mut().zip(nulls) {
                if !is_given {
                    *row = None;
                }
            }
        }
        Ok(Claims {
            categories,
            rows: Some(rows),
        })
    }

    fn length(&self) -> Option<usize> {
        self.rows.as_ref().map(Vec::len)
    }
}
