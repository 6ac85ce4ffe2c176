//! Answers that are asked for often, as whole numbers. Node-API takes microseconds to read an
//! object and to hand one over; the engine itself builds one out of numbers in a fraction of that.
//! `quick.js` does so. Nothing is decided there: a question that is not plain is asked in the
//! ordinary way, which also throws its exceptions.
//!
//! A day is its days since 1970-01-01, a word its place in its vocabulary, a text its place among
//! the texts sent before: sources, codes, amounts and other texts of the rulebook, never typed
//! text.
#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Writer` alone is that of one lifetime, and any is asked for"
)]

use std::collections::BTreeMap;

use chrono::DateTime;
use napi::Env;
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;
use qujat::address::Region;
use qujat::calendar::ReadyDate;
use qujat::identity::{CardStatus, DocumentKind, Ground};
use qujat::money::Rate;
use qujat::node::JsConvert;
use qujat::problem::ParamValue;
use qujat::{Day, DayRange, Decision, Error, FeeInquiry, Inquiry, Moment, Quote, Reason, Tenge};

use crate::convert::{Cells, Plain, kept};
use crate::error::guarded;
use crate::functions::object;
use crate::rulebook::{Rulebook, WeakRulebook};

/// The number for an absent value.
const ABSENT: i32 = -1;

/// The largest number of cells of a question or an answer; longer answers go the ordinary way.
const CELLS: usize = 256;

/// The number of texts that each environment remembers; answers with more go the ordinary way.
const MAX_TEXTS: usize = 4096;

/// An amount or a rate: its digits, its decimals, and which of both it is.
type Figure = (i128, u32, bool);

/// The texts that were sent, in the order of their places, and how to find them.
#[derive(Default)]
pub(crate) struct SentTexts {
    texts: Vec<String>,
    by_text: BTreeMap<String, i32>,
    by_figure: BTreeMap<Figure, i32>,
}

impl SentTexts {
    fn add(&mut self, text: String) -> Option<i32> {
        let place = i32::try_from(self.texts.len()).ok()?;
        let is_room = self.texts.len() < MAX_TEXTS;
        is_room.then(|| {
            self.texts.push(text);
            place
        })
    }

    fn place_of(&mut self, text: &str) -> Option<i32> {
        if let Some(place) = self.by_text.get(text) {
            return Some(*place);
        }
        let place = self.add(text.to_owned())?;
        self.by_text.insert(text.to_owned(), place);
        Some(place)
    }

    fn place_of_figure(&mut self, figure: Figure, text: impl FnOnce() -> String) -> Option<i32> {
        if let Some(place) = self.by_figure.get(&figure) {
            return Some(*place);
        }
        let place = self.add(text())?;
        self.by_figure.insert(figure, place);
        Some(place)
    }
}

/// A rulebook, and the place of the numbers through which it is asked and answers.
pub(crate) struct Session {
    rules: WeakRulebook,
    cells: usize,
}

/// The text in this place.
#[napi(js_name = "_text", skip_typescript)]
pub fn text(env: Env, place: u32) -> napi::Result<Option<String>> {
    let Ok(place) = usize::try_from(place) else {
        return Ok(None);
    };
    Ok(kept(&env)?.sent.borrow().texts.get(place).cloned())
}

/// Makes numbers through which to ask, and gives their place.
#[napi(js_name = "_makeCells", skip_typescript)]
pub fn make_cells(env: Env) -> napi::Result<u32> {
    let mut all = kept(&env)?.cells.borrow_mut();
    let place = all.len();
    all.push(Cells::new(&env, CELLS)?);
    Ok(u32::try_from(place).unwrap_or(u32::MAX))
}

/// The array of the numbers in this place. Nobody but `quick.js` may see it, or its buffer.
#[napi(js_name = "_cells", skip_typescript)]
pub fn cells(env: &Env, place: u32) -> napi::Result<Option<Unknown<'_>>> {
    let all = kept(env)?.cells.borrow();
    let cells = usize::try_from(place).ok().and_then(|place| all.get(place));
    cells.map(|cells| cells.array(env)).transpose()
}

#[napi]
impl Rulebook {
    /// Opens a session for this rulebook, with the numbers in this place, and gives its own, which another
    /// rulebook takes only when this one has gone.
    #[napi(js_name = "_session", skip_typescript)]
    pub fn session(&self, env: Env, cells: u32) -> napi::Result<u32> {
        let mut sessions = kept(&env)?.sessions.borrow_mut();
        let cells = usize::try_from(cells).unwrap_or(usize::MAX);
        let find = |is_it: &dyn Fn(&Session) -> bool| {
            let mut sessions = sessions.iter();
            sessions.position(|session| session.cells == cells && is_it(session))
        };
        // Another object of the same rulebook may have one.
        let own = find(&|session| session.rules.is_of(self));
        let place = own.or_else(|| find(&|session| session.rules.is_gone()));
        let place = place.unwrap_or(sessions.len());
        let rules = self.downgrade();
        match sessions.get_mut(place) {
            Some(free) => free.rules = rules,
            None => sessions.push(Session { rules, cells }),
        }
        Ok(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// The vocabularies whose places are used.
#[napi(js_name = "_words", skip_typescript)]
pub fn words() -> Plain {
    object([
        ("document", DocumentKind::ALL.to_vec().to_value()),
        ("ground", Ground::ALL.to_vec().to_value()),
        ("status", CardStatus::ALL.to_vec().to_value()),
        ("region", Region::ALL.to_vec().to_value()),
    ])
}

fn word_at<T: Copy>(words: &[T], place: i32) -> Option<T> {
    words.get(usize::try_from(place).ok()?).copied()
}

/// Numbers that are written one after the other. `None` means that there is no room, or that
/// something is no number of 32 bits.
struct Writer<'a> {
    free: std::slice::IterMut<'a, i32>,
    sent: &'a mut SentTexts,
}

impl Writer<'_> {
    fn number(&mut self, number: i32) -> Option<()> {
        *self.free.next()? = number;
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        let place = self.sent.place_of(text)?;
        self.number(place)
    }

    fn amount(&mut self, amount: Tenge) -> Option<()> {
        let (digits, decimals) = (amount.to_decimal().mantissa(), amount.to_decimal().scale());
        self.figure((digits, decimals, true), || amount.to_string())
    }

    fn rate(&mut self, rate: Rate) -> Option<()> {
        let (digits, decimals) = (rate.to_decimal().mantissa(), rate.to_decimal().scale());
        self.figure((digits, decimals, false), || rate.to_string())
    }

    fn figure(&mut self, figure: Figure, text: impl FnOnce() -> String) -> Option<()> {
        let place = self.sent.place_of_figure(figure, text)?;
        self.number(place)
    }

    fn day(&mut self, day: Day) -> Option<()> {
        self.number(day.epoch_days())
    }

    /// A flag for days that are there, and the first and the last of them.
    fn days(&mut self, days: Option<DayRange>) -> Option<()> {
        self.number(i32::from(days.is_some()))?;
        if let Some(days) = days {
            self.day(days.first)?;
            self.day(days.last)?;
        }
        Some(())
    }

    fn list<T>(
        &mut self,
        list: &[T],
        mut each: impl FnMut(&mut Self, &T) -> Option<()>,
    ) -> Option<()> {
        self.number(i32::try_from(list.len()).ok()?)?;
        list.iter().try_for_each(|entry| each(self, entry))
    }

    /// The code, the source and the values. Their names and kinds are those of the catalogue.
    fn reason(&mut self, reason: &Reason) -> Option<()> {
        self.number(reason.code as i32)?;
        match &reason.source {
            Some(source) => self.text(source.as_str())?,
            None => self.number(ABSENT)?,
        }
        let specs = reason.code.params();
        if specs.len() != reason.params.iter().len() {
            return None;
        }
        let mut params = specs.iter().zip(reason.params.iter());
        params.try_for_each(|(spec, (name, value))| {
            let is_promised = spec.name == name && spec.kind == value.kind();
            is_promised.then(|| self.param(value))?
        })
    }

    fn param(&mut self, value: &ParamValue) -> Option<()> {
        match value {
            ParamValue::Number { value } => self.number(i32::try_from(*value).ok()?),
            ParamValue::Date { value } => self.day(*value),
            ParamValue::Word { value } => self.text(value),
            ParamValue::Amount { value } => self.amount(*value),
            ParamValue::Decimal { value } => self.rate(*value),
            // Any text: it is not kept.
            ParamValue::Text { .. } => None,
        }
    }

    fn decision(&mut self, decision: &Decision) -> Option<()> {
        self.number(decision.days_left())?;
        self.text(decision.edition().as_str())?;
        match decision {
            Decision::Eligible {
                online,
                again,
                source,
                ..
            } => {
                self.number(0)?;
                self.days(Some(*online))?;
                self.days(*again)?;
                self.text(source.as_str())
            }
            Decision::Refused {
                online,
                again,
                reasons,
                ..
            } => {
                self.number(1)?;
                self.days(*online)?;
                self.days(*again)?;
                self.list(reasons, Self::reason)
            }
        }
    }

    fn quote(&mut self, quote: &Quote) -> Option<()> {
        self.list(&quote.lines, |writer, line| {
            writer.reason(&line.reason)?;
            writer.amount(line.amount)?;
            writer.number(i32::from(line.base.is_some()))?;
            if let Some(base) = line.base {
                writer.amount(base)?;
            }
            writer.rate(line.rate)
        })?;
        self.amount(quote.total)?;
        self.text(quote.currency.as_str())?;
        self.list(&quote.warnings, Self::reason)?;
        self.text(quote.edition.as_str())
    }

    fn ready(&mut self, ready: &ReadyDate) -> Option<()> {
        self.day(ready.ready_on)?;
        self.number(i32::try_from(ready.working_days).ok()?)?;
        self.reason(&ready.reason)
    }
}

/// Asks in a session with the first numbers of its cells, and writes the answer over them; `true` if
/// there is one, and it is written.
fn asked<const N: usize, T, E: Into<Error>>(
    env: &Env,
    session: u32,
    ask: impl FnOnce(&qujat::Rulebook, [i32; N]) -> Option<Result<T, E>> + Send,
    write: impl FnOnce(&mut Writer<'_>, &T) -> Option<()> + Send,
) -> bool {
    let answered = || {
        let kept = kept(env).ok()?;
        let (sessions, mut all) = (kept.sessions.borrow(), kept.cells.borrow_mut());
        let session = sessions.get(usize::try_from(session).ok()?)?;
        let (rules, cells) = (session.rules.upgrade()?, all.get_mut(session.cells)?);
        let sent = &mut *kept.sent.borrow_mut();
        cells.with(|cells| {
            let question = *cells.first_chunk::<N>()?;
            let answer = ask(rules.core(), question)?.ok()?;
            let free = cells.iter_mut();
            write(&mut Writer { free, sent }, &answer)
        })
    };
    matches!(guarded(|| Ok::<_, Error>(answered())), Ok(Some(())))
}

/// See `Rulebook.decide`.
#[napi(js_name = "_decide", skip_typescript)]
pub fn decide(env: Env, session: u32) -> bool {
    let ask = |rules: &qujat::Rulebook, question| {
        let [document, ground, expires_on, status, is_holder, today] = question;
        let (document, ground) = (
            word_at(DocumentKind::ALL, document)?,
            word_at(Ground::ALL, ground)?,
        );
        let inquiry = Inquiry::new(document, ground, Day::from_epoch_days(expires_on)?)
            .with_status(word_at(CardStatus::ALL, status))
            .with_is_holder((is_holder != ABSENT).then_some(is_holder == 1));
        Some(rules.decide(&inquiry, Day::from_epoch_days(today)?))
    };
    asked(&env, session, ask, |writer, answer| writer.decision(answer))
}

/// See `Rulebook.quote`. Nobody claims an exemption, and no passport is asked for.
#[napi(js_name = "_quote", skip_typescript)]
pub fn quote(env: Env, session: u32) -> bool {
    let ask = |rules: &qujat::Rulebook, question| {
        let [document, ground, on, deliver_to] = question;
        let (document, ground) = (
            word_at(DocumentKind::ALL, document)?,
            word_at(Ground::ALL, ground)?,
        );
        let inquiry = FeeInquiry::new(document, ground, Day::from_epoch_days(on)?)
            .with_deliver_to(word_at(Region::ALL, deliver_to));
        Some(rules.quote(&inquiry))
    };
    asked(&env, session, ask, |writer, answer| writer.quote(answer))
}

/// See `Rulebook.readyOn`.
#[napi(js_name = "_readyOn", skip_typescript)]
pub fn ready_on(env: Env, session: u32) -> bool {
    let ask = |rules: &qujat::Rulebook, [filed_on]: [i32; 1]| {
        Some(rules.ready_on(Day::from_epoch_days(filed_on)?, None))
    };
    asked(&env, session, ask, |writer, answer| writer.ready(answer))
}

/// The day in Kazakhstan at an instant in milliseconds since 1970.
#[napi(js_name = "_dayAt", skip_typescript)]
pub fn day_at(env: Env, session: u32, milliseconds: i64) -> bool {
    let ask = |rules: &qujat::Rulebook, []: [i32; 0]| {
        let moment = Moment::from_chrono(DateTime::from_timestamp_millis(milliseconds)?)?;
        Some(rules.civil_time(moment))
    };
    asked(&env, session, ask, |writer, civil| writer.day(civil.day))
}
