//! A compiled text, and printing it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

use arrayvec::{ArrayString, ArrayVec};

use super::plurals::Plural;
use crate::foundation::clean::clean;
use crate::foundation::day::Day;
use crate::foundation::language::Language;
use crate::foundation::problem::ParamValue;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;

/// A compiled text: its parts, one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    segments: Vec<Segment>,
    /// Bytes that the text will roughly have.
    size: usize,
}

#[derive(Clone, Debug)]
pub(crate) enum Segment {
    /// Text that is printed as it is.
    Literal(String),
    /// The variable with this index in the list that the text was compiled for.
    Variable { index: usize, date: DateStyle },
    /// One of several texts, by the value of a variable: the first arm that matches, else the
    /// default one.
    Select {
        index: usize,
        arms: Vec<Arm>,
        default: usize,
    },
}

/// The style in which a date is printed; other values do not ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateStyle {
    /// By the language's message `date-long`.
    Long,
    /// As `31.12.2025`.
    Short,
}

#[derive(Clone, Debug)]
pub(crate) struct Arm {
    pub(crate) key: Key,
    pub(crate) segments: Vec<Segment>,
}

#[derive(Clone, Debug)]
pub(crate) enum Key {
    Exactly(i64),
    Plural(Plural),
    Text(String),
}

/// The value of a variable. Text is clean: no control characters.
#[derive(Clone, Debug)]
pub(crate) enum Value<'v> {
    Text(Cow<'v, str>),
    /// Texts that are printed below each other.
    Lines(Vec<Cow<'v, str>>),
    Number(i64),
    Date(Day),
    Amount(Tenge),
    Decimal(Rate),
    Word(Cow<'v, str>),
}

impl Value<'_> {
    /// A value that prints nothing.
    pub(crate) const NONE: Self = Value::Text(Cow::Borrowed(""));
}

impl<'v> From<&'v ParamValue> for Value<'v> {
    fn from(value: &'v ParamValue) -> Self {
        match value {
            ParamValue::Text { value } => Value::Text(clean(value)),
            ParamValue::Number { value } => Value::Number(*value),
            ParamValue::Date { value } => Value::Date(*value),
            ParamValue::Amount { value } => Value::Amount(*value),
            ParamValue::Decimal { value } => Value::Decimal(*value),
            ParamValue::Word { value } => Value::Word(clean(value)),
        }
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(value: &'v String) -> Self {
        Value::Text(clean(value))
    }
}

impl<'v> From<&'v Vec<String>> for Value<'v> {
    fn from(values: &'v Vec<String>) -> Self {
        Value::Lines(values.iter().map(|value| clean(value)).collect())
    }
}

impl From<&u32> for Value<'_> {
    fn from(value: &u32) -> Self {
        Value::Number((*value).into())
    }
}

impl From<&Day> for Value<'_> {
    fn from(value: &Day) -> Self {
        Value::Date(*value)
    }
}

impl From<&Tenge> for Value<'_> {
    fn from(value: &Tenge) -> Self {
        Value::Amount(*value)
    }
}

/// The grammar of a language: its words, its dates, its plurals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grammar {
    /// Its rules choose plural categories; without it no category matches.
    pub(crate) language: Option<Language>,
    /// Between the whole and the decimals of an amount.
    pub(crate) decimal_mark: char,
    /// Words by their stable spelling, in its order.
    pub(crate) words: Vec<(String, String)>,
    /// The long form of a date, compiled for day, month and year.
    pub(crate) date_long: Program,
    /// The title and the description of an appointment, compiled for the application's number.
    pub(crate) appointment: [Program; 2],
    /// The citation of a source, compiled for title, number, date and article.
    pub(crate) citation: Program,
    /// The months as they stand in a long date, January first.
    pub(crate) months: Vec<String>,
}

impl Program {
    pub(crate) fn new(segments: Vec<Segment>) -> Program {
        let size = size(&segments);
        Program { segments, size }
    }

    /// `true` if it prints nothing but spaces for all variables.
    pub(crate) fn is_blank(&self) -> bool {
        self.segments
            .iter()
            .all(|segment| matches!(segment, Segment::Literal(text) if text.trim().is_empty()))
    }

    /// Prints the text with these values, which stand in the order of the list that it was
    /// compiled for.
    pub(crate) fn render(&self, printer: Printer<'_>, values: &[Value<'_>]) -> String {
        let mut out = String::with_capacity(self.size);
        printer.print(&self.segments, values, &mut out);
        out
    }
}

/// Bytes that these segments will roughly need: the longest arm counts.
fn size(segments: &[Segment]) -> usize {
    let sizes = segments.iter().map(|segment| match segment {
        Segment::Literal(text) => text.len(),
        Segment::Variable { .. } => 40,
        Segment::Select { arms, .. } => arms
            .iter()
            .map(|arm| size(&arm.segments))
            .max()
            .unwrap_or_default(),
    });
    sizes.fold(0, usize::saturating_add)
}

/// Prints the values of one language.
#[derive(Clone, Copy)]
pub(crate) struct Printer<'g> {
    grammar: &'g Grammar,
    /// Words that come before those of the grammar.
    added: &'g BTreeMap<String, String>,
}

impl<'g> Printer<'g> {
    pub(crate) const fn new(
        grammar: &'g Grammar,
        added: &'g BTreeMap<String, String>,
    ) -> Printer<'g> {
        Printer { grammar, added }
    }

    /// The word with this stable spelling.
    pub(crate) fn word(self, spelling: &str) -> Option<&'g str> {
        self.added
            .get(spelling)
            .map(String::as_str)
            .or_else(|| self.grammar.word(spelling))
    }

    /// A date in its long form.
    pub(crate) fn long(self, day: Day) -> String {
        let mut out = String::new();
        self.print_value(&Value::Date(day), DateStyle::Long, &mut out);
        out
    }

    /// The title and the description of an appointment with the application's number.
    pub(crate) fn appointment(self, values: &[Value<'_>]) -> [String; 2] {
        let texts = self.grammar.appointment.each_ref();
        texts.map(|text| text.render(self, values))
    }

    /// A citation with these values: title, number, date, article.
    pub(crate) fn citation(self, values: &[Value<'_>]) -> String {
        self.grammar.citation.render(self, values)
    }

    fn print(self, segments: &[Segment], values: &[Value<'_>], out: &mut String) {
        for segment in segments {
            match segment {
                Segment::Literal(text) => out.push_str(text),
                Segment::Variable { index, date } => {
                    if let Some(value) = values.get(*index) {
                        self.print_value(value, *date, out);
                    }
                }
                Segment::Select {
                    index,
                    arms,
                    default,
                } => {
                    let value = values.get(*index);
                    let arm = arms
                        .iter()
                        .find(|arm| value.is_some_and(|value| self.matches(&arm.key, value)))
                        .or_else(|| arms.get(*default));
                    if let Some(arm) = arm {
                        self.print(&arm.segments, values, out);
                    }
                }
            }
        }
    }

    fn matches(self, key: &Key, value: &Value<'_>) -> bool {
        match (key, value) {
            (Key::Exactly(number), Value::Number(value)) => number == value,
            (Key::Plural(category), Value::Number(value)) => {
                let language = self.grammar.language;
                language.is_some_and(|language| Plural::of(*value, language) == *category)
            }
            (Key::Text(text), Value::Text(value) | Value::Word(value)) => {
                text == value || (value.is_empty() && text == "none")
            }
            _ => false,
        }
    }

    fn print_value(self, value: &Value<'_>, date: DateStyle, out: &mut String) {
        match value {
            Value::Text(text) => out.push_str(text),
            Value::Lines(lines) => out.push_str(&lines.join("\n")),
            Value::Word(spelling) => self.print_words(spelling, out),
            Value::Number(number) => {
                if *number < 0 {
                    out.push('-');
                }
                print_digits(number.unsigned_abs(), 1, out);
            }
            Value::Amount(amount) => self.print_decimal(amount, out),
            Value::Decimal(figure) => self.print_decimal(figure, out),
            Value::Date(day) => {
                let (year, month, day) = day.ymd();
                match date {
                    DateStyle::Short => {
                        print_digits(day.into(), 2, out);
                        out.push('.');
                        print_digits(month.into(), 2, out);
                        out.push('.');
                        print_digits(year.unsigned_abs().into(), 4, out);
                    }
                    DateStyle::Long => {
                        let month = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
                        let month = self.grammar.months.get(month).map_or("", String::as_str);
                        let values = [
                            Value::Number(day.into()),
                            Value::Text(Cow::Borrowed(month)),
                            Value::Number(year.into()),
                        ];
                        self.print(&self.grammar.date_long.segments, &values, out);
                    }
                }
            }
        }
    }

    /// Prints a word, or several in a row. One that no text has is still better said in its stable
    /// spelling than not at all.
    fn print_words(self, spellings: &str, out: &mut String) {
        if let Some(word) = self.word(spellings) {
            return out.push_str(word);
        }
        for (index, spelling) in spellings.split(WORDS_PARTED).enumerate() {
            if index > 0 {
                out.push_str(WORDS_PARTED);
            }
            out.push_str(self.word(spelling).unwrap_or(spelling));
        }
    }

    /// Prints an exact figure, as it prints itself, with the language's decimal mark.
    fn print_decimal(self, figure: &impl fmt::Display, out: &mut String) {
        let mut text = ArrayString::<32>::new();
        // The longest is an amount: 12 digits, a point and 12 decimals.
        let _ = write!(text, "{figure}");
        match text.split_once('.') {
            Some((whole, decimals)) => {
                out.push_str(whole);
                out.push(self.grammar.decimal_mark);
                out.push_str(decimals);
            }
            None => out.push_str(&text),
        }
    }
}

/// Between the words of one parameter.
const WORDS_PARTED: &str = ", ";

impl Grammar {
    /// The word with this stable spelling.
    fn word(&self, spelling: &str) -> Option<&str> {
        let found = self
            .words
            .binary_search_by(|(key, _)| key.as_str().cmp(spelling));
        let (_, word) = self.words.get(found.ok()?)?;
        Some(word)
    }
}

/// Prints a number with this many digits at least. `format!` would do the same, but takes a large
/// part of a notice's time.
fn print_digits(number: u64, width: usize, out: &mut String) {
    let mut digits = ArrayVec::<char, 20>::new();
    let mut rest = number;
    while rest > 0 || digits.len() < width {
        let digit = u32::try_from(rest % 10).ok();
        let digit = digit.and_then(|digit| char::from_digit(digit, 10));
        // The longest u64 has 20 digits.
        if digits.try_push(digit.unwrap_or_default()).is_err() {
            break;
        }
        rest /= 10;
    }
    out.extend(digits.iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CLDR, cardinals of whole numbers: kk and en `one` is 1; ru `one` ends in 1 but not 11,
    /// `few` in 2–4 but not 12–14, `many` is everything else; `other` has fractions only.
    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 7, 10, 99, 2026, u64::MAX] {
            for width in 1..=4 {
                let mut out = String::new();
                print_digits(number, width, &mut out);
                assert_eq!(out, format!("{number:0width$}"));
            }
        }
    }
}
