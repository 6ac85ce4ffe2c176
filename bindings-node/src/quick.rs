//! Answers that are asked for often, as whole numbers. Node-API takes microseconds to read an object
//! and to hand one over; the engine itself builds one out of numbers in a fraction of that. `quick.js`
//! does so. Nothing is decided there: what is not plain sailing here is asked for in the ordinary way,
//! which also throws what is to be thrown.
//!
//! A day is its days since 1970-01-01, a word its place in its vocabulary, a text its place among the
//! texts sent before: sources, codes, amounts and other texts of the rulebook, never what somebody
//! typed.
#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Writer` alone is that of one lifetime, and any is asked for"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;

use chrono::DateTime;
use napi::bindgen_prelude::Int32Array;
use napi_derive::napi;
use qujat::node::Carried;
use qujat::{
    CardStatus, Day, Decision, DocumentKind, Error, FeeInquiry, Ground, Inquiry, Moment,
    ParamValue, Quote, Rate, ReadyDate, Reason, Region, Tenge,
};

use crate::convert::{Plain, numbers_of};
use crate::error::guarded;
use crate::functions::object;
use crate::rulebook::{Rulebook, WeakRulebook};

/// What stands for something that is not there.
const ABSENT: i32 = -1;

/// How many texts are remembered in each thread; answers with more go the ordinary way.
const MAX_TEXTS: usize = 4096;

/// An amount or a rate: its digits, its decimals, and which of both it is.
type Figure = (i128, u32, bool);

/// The texts that were sent, in the order of their places, and how to find them.
#[derive(Default)]
struct SentTexts {
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

/// A rulebook, and the numbers through which it is asked and answers.
struct Desk {
    rules: WeakRulebook,
    cells: Int32Array,
}

thread_local! {
    // Each environment of Node has a thread of its own.
    static SENT: RefCell<SentTexts> = RefCell::default();
    /// Never dropped as a whole: when its thread ends, its environment has gone already.
    static DESKS: RefCell<ManuallyDrop<Vec<Desk>>> = RefCell::default();
}

/// The text in this place.
#[napi(js_name = "_text", skip_typescript)]
pub fn text(place: u32) -> Option<String> {
    let place = usize::try_from(place).ok()?;
    SENT.with_borrow(|sent| sent.texts.get(place).cloned())
}

#[napi]
impl Rulebook {
    /// Opens a desk for this rulebook and gives its place, which another rulebook takes only when
    /// this one has gone.
    #[napi(js_name = "_desk", skip_typescript)]
    pub fn desk(&self, cells: Int32Array) -> u32 {
        let place = DESKS.with_borrow_mut(|desks| {
            let has_them = |desk: &Desk| desk.cells.as_ptr() == cells.as_ptr();
            // Another object of the same rulebook may have one.
            let own = desks
                .iter()
                .position(|desk| has_them(desk) && desk.rules.is_of(self));
            let gone = || {
                desks
                    .iter()
                    .position(|desk| has_them(desk) && desk.rules.is_gone())
            };
            let place = own.or_else(gone).unwrap_or(desks.len());
            let rules = self.downgrade();
            match desks.get_mut(place) {
                Some(free) => free.rules = rules,
                None => desks.push(Desk { rules, cells }),
            }
            place
        });
        u32::try_from(place).unwrap_or(u32::MAX)
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
}

impl Writer<'_> {
    fn number(&mut self, number: i32) -> Option<()> {
        *self.free.next()? = number;
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        let place = SENT.with_borrow_mut(|sent| sent.place_of(text))?;
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
        let place = SENT.with_borrow_mut(|sent| sent.place_of_figure(figure, text))?;
        self.number(place)
    }

    fn day(&mut self, day: Day) -> Option<()> {
        self.number(day.epoch_days())
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
            Decision::Eligible { online, source, .. } => {
                self.number(0)?;
                self.day(online.first)?;
                self.day(online.last)?;
                self.text(source.as_str())
            }
            Decision::Refused {
                online, reasons, ..
            } => {
                self.number(if online.is_some() { 1 } else { 2 })?;
                if let Some(online) = online {
                    self.day(online.first)?;
                    self.day(online.last)?;
                }
                self.list(reasons, Self::reason)
            }
        }
    }

    fn quote(&mut self, quote: &Quote) -> Option<()> {
        self.list(&quote.lines, |writer, line| {
            writer.reason(&line.reason)?;
            writer.amount(line.amount)?;
            writer.amount(line.base)?;
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

/// Asks at a desk with the first numbers of its cells, and writes the answer over them; whether there
/// is one, and it is written.
fn asked<const N: usize, T, E: Into<Error>>(
    desk: u32,
    ask: impl FnOnce(&qujat::Rulebook, [i32; N]) -> Option<Result<T, E>>,
    write: impl FnOnce(&mut Writer<'_>, &T) -> Option<()>,
) -> bool {
    let answered = || {
        DESKS.with_borrow_mut(|desks| {
            let desk = desks.get_mut(usize::try_from(desk).ok()?)?;
            let rules = desk.rules.upgrade()?;
            let cells = numbers_of(&mut desk.cells);
            let question = *cells.first_chunk::<N>()?;
            let answer = ask(rules.core(), question)?.ok()?;
            let mut writer = Writer {
                free: cells.iter_mut(),
            };
            write(&mut writer, &answer)
        })
    };
    matches!(guarded(|| Ok::<_, Error>(answered())), Ok(Some(())))
}

/// See `Rulebook.decide`.
#[napi(js_name = "_decide", skip_typescript)]
pub fn decide(desk: u32) -> bool {
    let ask = |rules: &qujat::Rulebook, question| {
        let [document, ground, expires_on, status, is_holder, today] = question;
        let inquiry = Inquiry {
            document: word_at(DocumentKind::ALL, document)?,
            ground: word_at(Ground::ALL, ground)?,
            expires_on: Day::from_epoch_days(expires_on)?,
            status: word_at(CardStatus::ALL, status),
            is_holder: (is_holder != ABSENT).then_some(is_holder == 1),
        };
        Some(rules.decide(&inquiry, Day::from_epoch_days(today)?))
    };
    asked(desk, ask, |writer, answer| writer.decision(answer))
}

/// See `Rulebook.quote`. Nobody claims an exemption, and no passport is asked for.
#[napi(js_name = "_quote", skip_typescript)]
pub fn quote(desk: u32) -> bool {
    let ask = |rules: &qujat::Rulebook, question| {
        let [document, ground, on, deliver_to] = question;
        let inquiry = FeeInquiry {
            document: word_at(DocumentKind::ALL, document)?,
            pages: None,
            ground: word_at(Ground::ALL, ground)?,
            on: Day::from_epoch_days(on)?,
            exemption: None,
            deliver_to: word_at(Region::ALL, deliver_to),
        };
        Some(rules.quote(&inquiry))
    };
    asked(desk, ask, |writer, answer| writer.quote(answer))
}

/// See `Rulebook.readyOn`.
#[napi(js_name = "_readyOn", skip_typescript)]
pub fn ready_on(desk: u32) -> bool {
    let ask = |rules: &qujat::Rulebook, [filed_on]: [i32; 1]| {
        Some(rules.ready_on(Day::from_epoch_days(filed_on)?))
    };
    asked(desk, ask, |writer, answer| writer.ready(answer))
}

/// The day in Kazakhstan at an instant in milliseconds since 1970.
#[napi(js_name = "_dayAt", skip_typescript)]
pub fn day_at(desk: u32, milliseconds: i64) -> bool {
    let ask = |rules: &qujat::Rulebook, []: [i32; 0]| {
        let moment = Moment::from_chrono(DateTime::from_timestamp_millis(milliseconds)?)?;
        Some(rules.civil_time(moment))
    };
    asked(desk, ask, |writer, (day, _)| writer.day(*day))
}
