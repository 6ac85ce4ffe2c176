//! Compiling messages: references are put in, and everything is checked before a citizen sees it.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode;

use super::clean::clean;
use super::program::{Arm, DateStyle, Grammar, Key, Plural, Plurals, Printer, Program, Segment};
use super::source::Messages;
use crate::catalogue::{Code, ParamKind, ParamSpec};
use crate::json::Place;
use crate::language::Language;
use crate::problem::{ParamValue, Problem, Reason};

/// References may be nested this deeply, so that the stack does not depend on the file.
const MAX_CHAIN: usize = 16;

/// Elements and bytes that one text may grow to by its references: a small file must not become a
/// huge text.
const MAX_ELEMENTS: u32 = 2000;
const MAX_BYTES: usize = 1 << 14;

/// Whether the text's line breaks mean something.
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
    plurals: &'m Plurals,
    used: BTreeSet<&'m str>,
    problems: Vec<Problem>,
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
    elements: u32,
    bytes: usize,
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
    pub(crate) fn new(language: Language, messages: &'m Messages, plurals: &'m Plurals) -> Self {
        Compiler {
            language,
            messages,
            plurals,
            used: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    /// All problems found; and those of messages that are neither needed nor used by others.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        for name in self.messages.keys() {
            if !self.used.contains(name.as_str()) && !name.starts_with("w-") {
                let reason = Reason::new(Code::EntryUnknown).with("name", name.as_str());
                self.problems.push(reason.at(self.pointer(name, None)));
            }
        }
        self.problems
    }

    /// Compiles a message's value, or one of its attributes, for these variables. What is returned
    /// after a problem is not to be printed.
    pub(crate) fn text(
        &mut self,
        name: &str,
        attribute: Option<&str>,
        params: &'static [ParamSpec],
        lines: Lines,
    ) -> Program {
        let mut text = Text {
            message: name,
            attribute,
            params,
            lines,
            chain: Vec::new(),
            elements: 0,
            bytes: 0,
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

    /// Reports attributes of a message other than these: they would never be printed.
    pub(crate) fn only_attributes(&mut self, name: &str, known: &[&str]) {
        let attributes = self.messages.get(name).map(|message| &message.attributes);
        for attribute in attributes.into_iter().flatten() {
            let attribute = attribute.id.name.as_str();
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
                match attributes.find(|attribute| attribute.id.name == wanted) {
                    Some(found) => (Some(found.id.name.as_str()), Some(&found.value)),
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
        if text.chain.len() >= MAX_CHAIN {
            return self.unsupported(text, "references nested so deeply");
        }
        text.chain.push(step);
        self.pattern(text, pattern, out);
        text.chain.pop();
    }

    fn pattern(
        &mut self,
        text: &mut Text<'m, '_>,
        pattern: &'m Pattern<String>,
        out: &mut Vec<Segment>,
    ) {
        for element in &pattern.elements {
            text.elements = text.elements.saturating_add(1);
            if text.elements > MAX_ELEMENTS || text.bytes > MAX_BYTES {
                // Reported once: the elements that follow come here again.
                if text.elements != u32::MAX {
                    text.elements = u32::MAX;
                    self.unsupported(text, "a text as long as this");
                }
                return;
            }
            match element {
                PatternElement::TextElement { value } => literal(text, value, out),
                PatternElement::Placeable { expression } => self.expression(text, expression, out),
            }
        }
    }

    fn expression(
        &mut self,
        text: &mut Text<'m, '_>,
        expression: &'m Expression<String>,
        out: &mut Vec<Segment>,
    ) {
        match expression {
            Expression::Inline(expression) => self.inline(text, expression, out),
            Expression::Select { selector, variants } => {
                if let Some(segment) = self.select(text, selector, variants) {
                    out.push(segment);
                }
            }
        }
    }

    fn inline(
        &mut self,
        text: &mut Text<'m, '_>,
        expression: &'m InlineExpression<String>,
        out: &mut Vec<Segment>,
    ) {
        match expression {
            InlineExpression::StringLiteral { value } => {
                let mut unescaped = String::new();
                // Writing to a `String` cannot fail.
                let _ = unescape_unicode(&mut unescaped, value);
                if unescaped.contains(char::REPLACEMENT_CHARACTER) {
                    self.unsupported(text, "an escape that is no character");
                }
                literal(text, &unescaped, out);
            }
            InlineExpression::NumberLiteral { value } => literal(text, value, out),
            InlineExpression::VariableReference { id } => {
                if let Some((index, _)) = self.variable(text, &id.name) {
                    let date = DateStyle::Long;
                    out.push(Segment::Variable { index, date });
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name.as_str());
                self.reference(text, &id.name, attribute, out);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                if let Some((index, date)) = self.function(text, &id.name, arguments) {
                    out.push(Segment::Variable { index, date });
                }
            }
            InlineExpression::TermReference { .. } => self.unsupported(text, "terms"),
            InlineExpression::Placeable { expression } => self.expression(text, expression, out),
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
        arguments: &CallArguments<String>,
    ) -> Option<(usize, DateStyle)> {
        let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else {
            self.unsupported(text, format!("{name} of anything but one variable"));
            return None;
        };
        let (index, kind) = self.variable(text, &id.name)?;
        let mut options = arguments
            .named
            .iter()
            .map(|argument| match &argument.value {
                InlineExpression::StringLiteral { value } => {
                    (argument.name.name.as_str(), value.as_str())
                }
                _ => (argument.name.name.as_str(), ""),
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
            self.unsupported(text, format!("{name} of ${} with these options", id.name));
        }
        date.map(|date| (index, date))
    }

    fn select(
        &mut self,
        text: &mut Text<'m, '_>,
        selector: &'m InlineExpression<String>,
        variants: &'m [Variant<String>],
    ) -> Option<Segment> {
        let variable = match selector {
            InlineExpression::VariableReference { id } => Some(&id.name),
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                self.function(text, &id.name, arguments)?;
                match arguments.positional.first() {
                    Some(InlineExpression::VariableReference { id }) => Some(&id.name),
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
        let default = variants.iter().position(|variant| variant.default)?;
        Some(Segment::Select {
            index,
            arms,
            default,
        })
    }

    fn key(
        &mut self,
        text: &Text<'m, '_>,
        kind: ParamKind,
        key: &VariantKey<String>,
    ) -> Option<Key> {
        let found = match (kind, key) {
            (ParamKind::Number, VariantKey::NumberLiteral { value }) => {
                value.parse().ok().map(Key::Exactly)
            }
            (ParamKind::Number, VariantKey::Identifier { name }) => Plural::parse(name)
                .filter(|category| self.plurals.has(*category))
                .map(Key::Plural),
            (ParamKind::Text | ParamKind::Word, VariantKey::Identifier { name }) => {
                Some(Key::Text(name.clone()))
            }
            _ => None,
        };
        if found.is_none() {
            let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = key;
            self.unsupported(text, format!("[{name}] for a variable of kind {kind}"));
        }
        found
    }
}

/// Adds text that is printed as it is, without control characters.
fn literal(text: &mut Text<'_, '_>, value: &str, out: &mut Vec<Segment>) {
    text.bytes = text.bytes.saturating_add(value.len());
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
