//! The syntax of texts: the part of [Fluent](https://projectfluent.org) that they may use.
//!
//! Other syntax of Fluent is read as far as is needed to go on with the next message. The parser is
//! recursive to a fixed depth, reads each character at most twice, and bounds all names, so that
//! neither its stack nor its quotes depend on the file.

use std::collections::BTreeSet;

/// Placeables and calls that may be open at once. Our own texts have two.
const MAX_DEPTH: u32 = 8;
/// Bytes of a name or a number.
const MAX_NAME: usize = 64;
/// Attributes of one message; a notice has five.
const MAX_ATTRIBUTES: usize = 32;

/// An entry of a file. Comments have no meaning here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Entry {
    Message(String, Message),
    /// A term, by its name without the hyphen.
    Term(String),
}

/// A message: its value, its attributes, or both.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Message {
    pub(crate) value: Option<Pattern>,
    /// In the order of the file.
    pub(crate) attributes: Vec<(String, Pattern)>,
}

/// A text with its placeables. The common indentation of its lines is gone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pattern(pub(crate) Vec<Element>);

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Element {
    Text(String),
    Placeable(Expression),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    /// Text in quotes. Its escapes are resolved, those that name no character to U+FFFD.
    Quoted(String),
    /// A number as it is written.
    Number(String),
    Variable(String),
    /// A message, and the attribute of it.
    Message(String, Option<String>),
    /// A function and its arguments: those by place, then those by name.
    Call(String, Vec<Expression>, Vec<(String, Expression)>),
    /// A term, or an attribute of one, with or without arguments.
    Term {
        attribute: bool,
    },
    Nested(Box<Expression>),
    /// A selector and its variants, of which exactly one is the default.
    Select(Box<Expression>, Vec<Variant>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Variant {
    pub(crate) key: Key,
    pub(crate) value: Pattern,
    pub(crate) is_default: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Key {
    Name(String),
    Number(String),
}

/// The position of the byte at which the text is no Fluent any more.
type Parsed<T> = Result<T, usize>;

/// Reads all entries whose lines end in `\n`, and the position of the mistake in each entry that has
/// one, in their order.
pub(crate) fn parse(text: &str) -> (Vec<Entry>, Vec<usize>) {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    let (mut entries, mut mistakes) = (Vec::new(), Vec::new());
    parser.skip_blank_lines();
    while let Some(byte) = parser.byte() {
        match byte {
            b'#' => parser.skip_line(),
            byte => match parser.entry(byte == b'-') {
                Ok(entry) => entries.push(entry),
                Err(position) => {
                    mistakes.push(position);
                    parser.skip_to_entry();
                }
            },
        }
        parser.skip_blank_lines();
    }
    (entries, mistakes)
}

struct Parser<'t> {
    text: &'t str,
    /// The position of the next byte.
    at: usize,
    depth: u32,
}

/// A part of a pattern before its indentation is known.
enum Part {
    Placeable(Expression),
    Text {
        start: usize,
        end: usize,
        /// The spaces that it begins with, if it begins a line.
        indent: Option<usize>,
    },
}

impl Parser<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next_byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at.saturating_add(1)).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip(&mut self, wanted: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        while self.byte().is_some_and(&wanted) {
            self.step();
        }
        self.at.saturating_sub(start)
    }

    fn skip_spaces(&mut self) -> usize {
        self.skip(|byte| byte == b' ')
    }

    fn skip_blank(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\n'));
    }

    fn skip_line(&mut self) {
        self.skip(|byte| byte != b'\n');
        self.step();
    }

    /// Goes on to the first line with something on it, before its indentation.
    fn skip_blank_lines(&mut self) {
        loop {
            let start = self.at;
            self.skip_spaces();
            if !self.take(b'\n') {
                self.at = start;
                return;
            }
        }
    }

    /// Goes on to a line that begins as an entry does.
    fn skip_to_entry(&mut self) {
        while let Some(byte) = self.byte() {
            let before = self.at.checked_sub(1);
            let before = before.and_then(|before| self.text.as_bytes().get(before));
            if matches!(before, None | Some(b'\n'))
                && (byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'#'))
            {
                return;
            }
            self.step();
        }
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.byte() == Some(wanted);
        if found {
            self.step();
        }
        found
    }

    fn expect(&mut self, wanted: u8) -> Parsed<()> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(self.at)
        }
    }

    fn since(&self, start: usize) -> &str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The text since this position, if it is short enough to be a name or a number.
    fn short(&self, start: usize) -> Parsed<String> {
        let text = self.since(start);
        if text.len() > MAX_NAME {
            return Err(start);
        }
        Ok(text.to_owned())
    }

    fn name(&mut self) -> Parsed<String> {
        let start = self.at;
        if !self.byte().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            return Err(self.at);
        }
        self.skip(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        self.short(start)
    }

    fn number(&mut self) -> Parsed<String> {
        let start = self.at;
        self.take(b'-');
        self.digits()?;
        if self.take(b'.') {
            self.digits()?;
        }
        self.short(start)
    }

    fn digits(&mut self) -> Parsed<()> {
        if self.skip(|byte| byte.is_ascii_digit()) == 0 {
            return Err(self.at);
        }
        Ok(())
    }

    fn entry(&mut self, is_term: bool) -> Parsed<Entry> {
        let start = self.at;
        if is_term {
            self.step();
        }
        let name = self.name()?;
        self.skip_spaces();
        self.expect(b'=')?;
        let value = self.pattern()?;
        self.skip_blank_lines();
        let attributes = self.attributes();
        match (is_term, value.is_some(), attributes.is_empty()) {
            (true, true, _) => Ok(Entry::Term(name)),
            (true, false, _) | (false, false, true) => Err(start),
            (false, ..) => Ok(Entry::Message(name, Message { value, attributes })),
        }
    }

    /// The attributes up to the first line without one: a mistake there is found again when an
    /// entry is looked for on that line.
    fn attributes(&mut self) -> Vec<(String, Pattern)> {
        let mut attributes = Vec::new();
        loop {
            let start = self.at;
            self.skip_spaces();
            let found = self.take(b'.') && attributes.len() < MAX_ATTRIBUTES;
            match found.then(|| self.attribute()) {
                Some(Ok(attribute)) => attributes.push(attribute),
                _ => {
                    self.at = start;
                    return attributes;
                }
            }
        }
    }

    fn attribute(&mut self) -> Parsed<(String, Pattern)> {
        let name = self.name()?;
        self.skip_spaces();
        self.expect(b'=')?;
        let value = self.pattern()?.ok_or(self.at)?;
        Ok((name, value))
    }

    /// A text, over all lines that belong to it; `None` if there is nothing but blanks.
    fn pattern(&mut self) -> Parsed<Option<Pattern>> {
        let mut parts = Vec::new();
        // Up to the last part that is not blank.
        let mut length = 0;
        let mut common_indent: Option<usize> = None;
        self.skip_spaces();
        let mut begins_line = self.take(b'\n');
        if begins_line {
            self.skip_blank_lines();
        }
        while self.byte().is_some() {
            if self.take(b'{') {
                if begins_line {
                    common_indent = Some(0);
                }
                parts.push(Part::Placeable(self.deeper(Self::placeable)?));
                length = parts.len();
                begins_line = false;
                continue;
            }
            let start = self.at;
            let mut indent = None;
            if begins_line {
                let spaces = self.skip_spaces();
                match self.byte() {
                    Some(b'\n' | b'\r') => {}
                    None => break,
                    Some(_) if spaces == 0 => break,
                    Some(b'.' | b'}' | b'[' | b'*') => {
                        self.at = start;
                        break;
                    }
                    Some(_) => {}
                }
                indent = Some(spaces);
            }
            let text = self.at;
            self.skip(|byte| !matches!(byte, b'\n' | b'{' | b'}'));
            let is_blank = self.since(text).bytes().all(|byte| byte == b' ');
            if self.byte() == Some(b'}') {
                return Err(self.at);
            }
            let ends_line = self.take(b'\n');
            if self.at > text && (!begins_line || !is_blank || ends_line) {
                if let (Some(spaces), false) = (indent, is_blank) {
                    common_indent = Some(common_indent.map_or(spaces, |least| least.min(spaces)));
                }
                let end = self.at;
                parts.push(Part::Text { start, end, indent });
                if !is_blank {
                    length = parts.len();
                }
            }
            begins_line = ends_line;
        }
        if length == 0 {
            return Ok(None);
        }
        parts.truncate(length);
        let mut elements: Vec<Element> = parts
            .into_iter()
            .map(|part| match part {
                Part::Placeable(expression) => Element::Placeable(expression),
                Part::Text { start, end, indent } => {
                    let indent = indent.unwrap_or_default();
                    let indent = common_indent.map_or(indent, |common| indent.min(common));
                    let text = self.text.get(start.saturating_add(indent)..end);
                    Element::Text(text.unwrap_or_default().to_owned())
                }
            })
            .collect();
        if let Some(Element::Text(last)) = elements.last_mut() {
            last.truncate(last.trim_end_matches([' ', '\r', '\n']).len());
        }
        Ok(Some(Pattern(elements)))
    }

    /// Reads an element that may hold others of its kind.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return Err(self.at);
        }
        self.depth = self.depth.saturating_add(1);
        let read = read(self);
        self.depth = self.depth.saturating_sub(1);
        read
    }

    /// The contents of braces, and the closing one.
    fn placeable(&mut self) -> Parsed<Expression> {
        self.skip_blank();
        let expression = self.inline()?;
        self.skip_blank();
        let expression = if self.byte() == Some(b'-') && self.next_byte() == Some(b'>') {
            self.select(expression)?
        } else if expression == (Expression::Term { attribute: true }) {
            return Err(self.at);
        } else {
            expression
        };
        self.skip_spaces();
        self.expect(b'}')?;
        Ok(expression)
    }

    fn select(&mut self, selector: Expression) -> Parsed<Expression> {
        if let Expression::Message(..)
        | Expression::Term { attribute: false }
        | Expression::Nested(_) = selector
        {
            return Err(self.at);
        }
        self.step();
        self.step();
        self.skip_spaces();
        self.expect(b'\n')?;
        self.skip_blank();
        let mut variants = Vec::new();
        let mut has_default = false;
        loop {
            let is_default = self.take(b'*');
            if is_default && has_default {
                return Err(self.at);
            }
            has_default |= is_default;
            if !self.take(b'[') {
                break;
            }
            let key = self.key()?;
            let value = self.pattern()?.ok_or(self.at)?;
            variants.push(Variant {
                key,
                value,
                is_default,
            });
            self.skip_blank();
        }
        if !variants.iter().any(|variant| variant.is_default) {
            return Err(self.at);
        }
        Ok(Expression::Select(Box::new(selector), variants))
    }

    fn key(&mut self) -> Parsed<Key> {
        self.skip_blank();
        let key = match self.byte() {
            Some(b'0'..=b'9' | b'-') => Key::Number(self.number()?),
            _ => Key::Name(self.name()?),
        };
        self.skip_blank();
        self.expect(b']')?;
        Ok(key)
    }

    fn inline(&mut self) -> Parsed<Expression> {
        match self.byte() {
            Some(b'"') => self.quoted(),
            Some(b'0'..=b'9') => self.number().map(Expression::Number),
            Some(b'-') if self.next_byte().is_some_and(|b| b.is_ascii_alphabetic()) => {
                self.step();
                self.name()?;
                let attribute = self.accessor()?.is_some();
                self.arguments()?;
                Ok(Expression::Term { attribute })
            }
            Some(b'-') => self.number().map(Expression::Number),
            Some(b'$') => {
                self.step();
                self.name().map(Expression::Variable)
            }
            Some(b'{') => {
                self.step();
                let expression = self.deeper(Self::placeable)?;
                Ok(Expression::Nested(Box::new(expression)))
            }
            _ => {
                let name = self.name()?;
                let Some((by_place, by_name)) = self.arguments()? else {
                    return Ok(Expression::Message(name, self.accessor()?));
                };
                if name.bytes().any(|byte| byte.is_ascii_lowercase()) {
                    return Err(self.at);
                }
                Ok(Expression::Call(name, by_place, by_name))
            }
        }
    }

    fn accessor(&mut self) -> Parsed<Option<String>> {
        if self.take(b'.') {
            self.name().map(Some)
        } else {
            Ok(None)
        }
    }

    /// The arguments in parentheses, if there are any.
    fn arguments(&mut self) -> Parsed<Option<Arguments>> {
        self.skip_blank();
        if !self.take(b'(') {
            return Ok(None);
        }
        self.deeper(Self::argument_list).map(Some)
    }

    fn argument_list(&mut self) -> Parsed<Arguments> {
        let (mut by_place, mut by_name) = (Vec::new(), Vec::new());
        let mut names = BTreeSet::new();
        self.skip_blank();
        while self.byte().is_some_and(|byte| byte != b')') {
            let argument = self.inline()?;
            if matches!(argument, Expression::Message(_, None)) {
                self.skip_blank();
            }
            match argument {
                Expression::Message(name, None) if self.byte() == Some(b':') => {
                    if !names.insert(name.clone()) {
                        return Err(self.at);
                    }
                    self.step();
                    self.skip_blank();
                    by_name.push((name, self.literal()?));
                }
                _ if !names.is_empty() => return Err(self.at),
                argument => by_place.push(argument),
            }
            self.skip_blank();
            self.take(b',');
            self.skip_blank();
        }
        self.expect(b')')?;
        Ok((by_place, by_name))
    }

    /// The value of an argument with a name.
    fn literal(&mut self) -> Parsed<Expression> {
        match self.byte() {
            Some(b'"') => self.quoted(),
            Some(b'0'..=b'9') => self.number().map(Expression::Number),
            _ => Err(self.at),
        }
    }

    fn quoted(&mut self) -> Parsed<Expression> {
        self.step();
        let mut text = String::new();
        loop {
            let start = self.at;
            self.skip(|byte| !matches!(byte, b'\\' | b'"' | b'\n'));
            text.push_str(self.since(start));
            if self.byte() != Some(b'\\') {
                self.expect(b'"')?;
                return Ok(Expression::Quoted(text));
            }
            let escaped = match self.next_byte() {
                Some(b'\\') => '\\',
                Some(b'"') => '"',
                // Fluent's own parsers let it pass, but it names no character.
                Some(b'{') => char::REPLACEMENT_CHARACTER,
                Some(b'u') => self.escape(4)?,
                Some(b'U') => self.escape(6)?,
                _ => return Err(self.at),
            };
            text.push(escaped);
            self.step();
            self.step();
        }
    }

    /// The character of an escape with this many digits, all but the last two bytes of which are
    /// read.
    fn escape(&mut self, digits: usize) -> Parsed<char> {
        let start = self.at.saturating_add(2);
        let found = self.text.get(start..start.saturating_add(digits));
        let found = found.filter(|found| found.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let number = found.and_then(|found| u32::from_str_radix(found, 16).ok());
        let number = number.ok_or(self.at)?;
        self.at = self.at.saturating_add(digits);
        Ok(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

type Arguments = (Vec<Expression>, Vec<(String, Expression)>);
