//! Compiling messages: references are put in, and everything is checked before a citizen sees it.

use std::collections::{BTreeMap, BTreeSet};

use super::plurals::Plural;
use super::program::{Arm, DateStyle, Grammar, Key, Printer, Program, Segment};
use super::source::Messages;
use super::syntax::{self, Element, Expression, Pattern, Variant};
use crate::foundation::catalogue::{Code, ParamKind, ParamSpec};
use crate::foundation::clean::clean;
use crate::foundation::json::Place;
use crate::foundation::language::Language;
use crate::foundation::problem::{ParamValue, Problem, Reason};
use crate::foundation::problems::Problems;

/// Patterns may be nested this deeply, by references and by variants, so that the stack does not
/// depend on the file: neither here nor when the text is printed.
const MAX_DEPTH: usize = 16;

/// Bounds of texts with their references put in: a small file must not become huge texts. Ours have
/// a tenth of it.
#[derive(Clone, Copy, Debug)]
struct Room {
    elements: usize,
    bytes: usize,
}

const ONE_TEXT: Room = Room {
    elements: 2000,
    bytes: 1 << 14,
};
const ALL_TEXTS: Room = Room {
    elements: 40_000,
    bytes: 1 << 20,
};

impl Room {
    /// Takes room for so many elements and bytes; `false` if not enough is left.
    fn take(&mut self, wanted: Room) -> bool {
        let elements = self.elements.checked_sub(wanted.elements);
        let bytes = self.bytes.checked_sub(wanted.bytes);
        let (Some(elements), Some(bytes)) = (elements, bytes) else {
            return false;
        };
        *self = Room { elements, bytes };
        true
    }
}

/// The meaning of the text's line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// They only wrap the text in its file, and become spaces.
    Joined,
    /// They are printed.
    Kept,
}

/// Compiles the messages of one language.
pub(crate) struct Compiler<'m> {
    language: Language,
    messages: &'m Messages,
    used: BTreeSet<&'m str>,
    problems: Problems,
    room: Room,
    /// The texts grew too large, which is reported once.
    is_full: bool,
}

/// The text that is being compiled.
struct Text<'m, 't> {
    /// The message, and the attribute of it.
    message: &'t str,
    attribute: Option<&'t str>,
    params: &'static [ParamSpec],
    lines: Lines,
    /// The messages, with their attributes, that are being put into each other.
    chain: Vec<(&'m str, Option<&'m str>)>,
    room: Room,
    is_full: bool,
    depth: usize,
}

impl Text<'_, '_> {
    /// As references to it are written.
    fn name(&self) -> String {
        match self.attribute {
            Some(part) => format!("{}.{part}", self.message),
            None => self.message.to_owned(),
        }
    }
}

impl<'m> Compiler<'m> {
    pub(crate) fn new(language: Language, messages: &'m Messages) -> Self {
        Compiler {
            language,
            messages,
            used: BTreeSet::new(),
            problems: Problems::new(),
            room: ALL_TEXTS,
            is_full: false,
        }
    }

    /// All problems found; and those of messages that are neither needed nor used by others.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        for name in self.messages.keys() {
            // The texts after a full one were not compiled.
            if !self.is_full && !self.used.contains(name.as_str()) && !name.starts_with("w-") {
                let reason = Reason::new(Code::EntryUnknown).with("name", name.as_str());
                self.problems.push(reason.at(self.pointer(name, None)));
            }
        }
        self.problems.into_vec()
    }

    /// Compiles a message's value, or one of its attributes, for these variables. The text that is
    /// returned after a problem is not to be printed.
    pub(crate) fn text(
        &mut self,
        name: &str,
        attribute: Option<&str>,
        params: &'static [ParamSpec],
        lines: Lines,
    ) -> Program {
        if self.is_full {
            return Program::default();
        }
        let mut text = Text {
            message: name,
            attribute,
            params,
            lines,
            chain: Vec::new(),
            room: ONE_TEXT,
            is_full: false,
            depth: 0,
        };
        let problems = self.problems.len();
        let mut segments = Vec::new();
        self.reference(&mut text, name, attribute, &mut segments);
        let program = Program::new(segments);
        if program.is_blank() && self.problems.len() == problems {
            self.missing(&text, &text.name());
        }
        program
    }

    /// Compiles a message without variables to the text that it always is.
    pub(crate) fn plain(&mut self, name: &str) -> String {
        let program = self.text(name, None, &[], Lines::Joined);
        let (grammar, added) = (Grammar::default(), BTreeMap::new());
        program.render(Printer::new(&grammar, &added), &[])
    }

    /// `true` if a message has this attribute.
    pub(crate) fn has_attribute(&self, name: &str, attribute: &str) -> bool {
        let message = self.messages.get(name);
        message.is_some_and(|message| message.attributes.iter().any(|(key, _)| key == attribute))
    }

    /// Reports attributes of a message other than these: they would never be printed.
    pub(crate) fn only_attributes(&mut self, name: &str, known: &[&str]) {
        let attributes = self.messages.get(name).map(|message| &message.attributes);
        for attribute in attributes.into_iter().flatten() {
            let attribute = attribute.0.as_str();
            if !known.contains(&attribute) {
                let pointer = self.pointer(name, Some(attribute));
                let name = format!("{name}.{attribute}");
                let reason = Reason::new(Code::EntryUnknown).with("name", name);
                self.problems.push(reason.at(pointer));
            }
        }
    }

    fn pointer(&self, name: &str, attribute: Option<&str>) -> String {
        let root = Place::ROOT.field("texts");
        let language = root.field(self.language.as_str());
        let message = language.field(name);
        attribute.map_or_else(
            || message.pointer(),
            |attribute| message.field(attribute).pointer(),
        )
    }

    fn missing(&mut self, text: &Text<'m, '_>, name: &str) {
        let reason = Reason::new(Code::MessageMissing)
            .with("name", name)
            .with("language", self.language.as_str());
        self.problems
            .push(reason.at(self.pointer(text.message, text.attribute)));
    }

    fn unsupported(&mut self, text: &Text<'m, '_>, detail: impl Into<String>) {
        let detail: ParamValue = detail.into().into();
        let reason = Reason::new(Code::MessageUnsupported)
            .with("name", text.name())
            .with("detail", detail);
        self.problems
            .push(reason.at(self.pointer(text.message, text.attribute)));
    }

    /// Puts in the text of a message or of its attribute.
    fn reference(
        &mut self,
        text: &mut Text<'m, '_>,
        name: &str,
        attribute: Option<&str>,
        out: &mut Vec<Segment>,
    ) {
        let Some((name, message)) = self.messages.get_key_value(name) else {
            return self.missing(text, name);
        };
        let (attribute, pattern) = match attribute {
            None => (None, message.value.as_ref()),
            Some(wanted) => {
                let mut attributes = message.attributes.iter();
                match attributes.find(|(name, _)| name == wanted) {
                    Some((name, pattern)) => (Some(name.as_str()), Some(pattern)),
                    None => return self.missing(text, &format!("{name}.{wanted}")),
                }
            }
        };
        let Some(pattern) = pattern else {
            return self.missing(text, name);
        };
        self.used.insert(name);
        let step = (name.as_str(), attribute);
        if text.chain.contains(&step) {
            return self.unsupported(text, "a text that contains itself");
        }
        text.chain.push(step);
        self.pattern(text, pattern, out);
        text.chain.pop();
    }

    fn pattern(&mut self, text: &mut Text<'m, '_>, pattern: &'m Pattern, out: &mut Vec<Segment>) {
        if text.depth >= MAX_DEPTH {
            return self.unsupported(text, "references nested so deeply");
        }
        text.depth = text.depth.saturating_add(1);
        for element in &pattern.0 {
            let room = Room {
                elements: 1,
                bytes: 0,
            };
            if !self.fits(text, room) {
                break;
            }
            match element {
                Element::Text(value) => self.literal(text, value, out),
                Element::Placeable(expression) => self.expression(text, expression, out),
            }
        }
        text.depth = text.depth.saturating_sub(1);
    }

    /// Takes room. Missing room is reported once.
    fn fits(&mut self, text: &mut Text<'m, '_>, room: Room) -> bool {
        if text.is_full || self.is_full {
            return false;
        }
        text.is_full = !text.room.take(room);
        self.is_full = !self.room.take(room);
        if self.is_full {
            self.unsupported(text, "texts that are together as long as these");
        } else if text.is_full {
            self.unsupported(text, "a text as long as this");
        }
        !text.is_full && !self.is_full
    }

    /// Adds text that is printed as it is, without control characters.
    fn literal(&mut self, text: &mut Text<'m, '_>, value: &str, out: &mut Vec<Segment>) {
        let room = Room {
            elements: 0,
            bytes: value.len(),
        };
        if !self.fits(text, room) {
            return;
        }
        if !matches!(out.last(), Some(Segment::Literal(_))) {
            out.push(Segment::Literal(String::new()));
        }
        let Some(Segment::Literal(last)) = out.last_mut() else {
            return;
        };
        for (index, line) in value.split('\n').enumerate() {
            match text.lines {
                Lines::Kept if index > 0 => last.push('\n'),
                Lines::Joined if index > 0 && !last.ends_with(' ') => last.push(' '),
                _ => {}
            }
            last.push_str(&clean(line));
        }
    }

    fn expression(
        &mut self,
        text: &mut Text<'m, '_>,
        expression: &'m Expression,
        out: &mut Vec<Segment>,
    ) {
        match expression {
            Expression::Quoted(value) => {
                if value.contains(char::REPLACEMENT_CHARACTER) {
                    self.unsupported(text, "an escape that is no character");
                }
                self.literal(text, value, out);
            }
            Expression::Number(value) => self.literal(text, value, out),
            Expression::Variable(name) => {
                if let Some((index, _)) = self.variable(text, name) {
                    let date = DateStyle::Long;
                    out.push(Segment::Variable { index, date });
                }
            }
            Expression::Message(name, attribute) => {
                self.reference(text, name, attribute.as_deref(), out);
            }
            Expression::Call(name, by_place, by_name) => {
                if let Some((index, date)) = self.function(text, name, by_place, by_name) {
                    out.push(Segment::Variable { index, date });
                }
            }
            Expression::Term { .. } => self.unsupported(text, "terms"),
            Expression::Nested(expression) => self.expression(text, expression, out),
            Expression::Select(selector, variants) => {
                if let Some(segment) = self.select(text, selector, variants) {
                    out.push(segment);
                }
            }
        }
    }

    /// The index and the kind of a variable.
    fn variable(&mut self, text: &Text<'m, '_>, name: &str) -> Option<(usize, ParamKind)> {
        let mut params = text.params.iter().enumerate();
        let found = params.find(|(_, param)| param.name == name);
        if found.is_none() {
            let reason = Reason::new(Code::MessageVariable)
                .with("name", text.name())
                .with("variable", name);
            self.problems
                .push(reason.at(self.pointer(text.message, text.attribute)));
        }
        found.map(|(index, param)| (index, param.kind))
    }

    /// `NUMBER($x)` and `DATETIME($x, dateStyle: "long" | "short")`.
    fn function(
        &mut self,
        text: &Text<'m, '_>,
        name: &str,
        by_place: &[Expression],
        by_name: &[(String, Expression)],
    ) -> Option<(usize, DateStyle)> {
        let [Expression::Variable(variable)] = by_place else {
            self.unsupported(text, format!("{name} of anything but one variable"));
            return None;
        };
        let (index, kind) = self.variable(text, variable)?;
        let mut options = by_name.iter().map(|(name, value)| match value {
            Expression::Quoted(value) => (name.as_str(), value.as_str()),
            _ => (name.as_str(), ""),
        });
        let date = match (name, kind, options.next(), options.next()) {
            ("NUMBER", ParamKind::Number | ParamKind::Amount | ParamKind::Decimal, None, None)
            | ("DATETIME", ParamKind::Date, None | Some(("dateStyle", "long")), None) => {
                Some(DateStyle::Long)
            }
            ("DATETIME", ParamKind::Date, Some(("dateStyle", "short")), None) => {
                Some(DateStyle::Short)
            }
            _ => None,
        };
        if date.is_none() {
            self.unsupported(text, format!("{name} of ${variable} with these options"));
        }
        date.map(|date| (index, date))
    }

    fn select(
        &mut self,
        text: &mut Text<'m, '_>,
        selector: &'m Expression,
        variants: &'m [Variant],
    ) -> Option<Segment> {
        let variable = match selector {
            Expression::Variable(name) => Some(name),
            Expression::Call(name, by_place, by_name) if name == "NUMBER" => {
                self.function(text, name, by_place, by_name)?;
                match by_place.first() {
                    Some(Expression::Variable(name)) => Some(name),
                    _ => None,
                }
            }
            _ => None,
        };
        let Some(variable) = variable else {
            self.unsupported(text, "a selector other than a variable");
            return None;
        };
        let (index, kind) = self.variable(text, variable)?;
        let mut arms = Vec::new();
        for variant in variants {
            let key = self.key(text, kind, &variant.key);
            let mut segments = Vec::new();
            self.pattern(text, &variant.value, &mut segments);
            arms.push(Arm {
                key: key?,
                segments,
            });
        }
        // The parser has made sure that there is exactly one.
        let default = variants.iter().position(|variant| variant.is_default)?;
        Some(Segment::Select {
            index,
            arms,
            default,
        })
    }

    fn key(&mut self, text: &Text<'m, '_>, kind: ParamKind, key: &syntax::Key) -> Option<Key> {
        let found = match (kind, key) {
            (ParamKind::Number, syntax::Key::Number(value)) => value.parse().ok().map(Key::Exactly),
            (ParamKind::Number, syntax::Key::Name(name)) => Plural::parse(name)
                .filter(|category| category.is_in(self.language))
                .map(Key::Plural),
            (ParamKind::Text | ParamKind::Word, syntax::Key::Name(name)) => {
                Some(Key::Text(name.clone()))
            }
            _ => None,
        };
        if found.is_none() {
            let (syntax::Key::Name(name) | syntax::Key::Number(name)) = key;
            self.unsupported(text, format!("[{name}] for a variable of kind {kind}"));
        }
        found
    }
}
