//! Reading Fluent text into messages.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Message, Resource};

use crate::catalogue::Code;
use crate::json::Place;
use crate::problem::{Problem, Reason};

/// Messages by their names.
pub(crate) type Messages = BTreeMap<String, Message<String>>;

/// Bytes of one file. The longest of ours has less than a tenth.
const MAX_SIZE: usize = 1 << 18;

/// Braces and brackets that may be open at once. The parser is recursive, and its stack must not
/// depend on the file.
const MAX_NESTING: u32 = 32;

/// Reads one file's messages. Whatever is wrong is reported; the messages that are right are
/// returned all the same, so that they can be checked further.
pub(crate) fn read(text: &str, at: Place<'_>, problems: &mut Vec<Problem>) -> Messages {
    if text.len() > MAX_SIZE {
        let reason = Reason::new(Code::TextTooLong)
            .with("length", text.len())
            .with("max", MAX_SIZE);
        problems.push(reason.at(at.pointer()));
        return Messages::new();
    }
    let text = text.replace("\r\n", "\n");
    if let Some(line) = too_deep(&text) {
        problems.push(syntax(line, at));
        return Messages::new();
    }
    let resource = match fluent_syntax::parser::parse_runtime(text.clone()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                problems.push(syntax(line_of(error.pos.start, &text), at));
            }
            resource
        }
    };
    messages(resource, at, problems)
}

/// The line of this byte, from 0; at the end of the text, the last line that has something.
fn line_of(position: usize, text: &str) -> usize {
    let text = text.trim_end();
    let before = text.bytes().take(position);
    before.filter(|byte| *byte == b'\n').count()
}

/// `line` counts from 0 here, and from 1 in the problem.
fn syntax(line: usize, at: Place<'_>) -> Problem {
    let reason = Reason::new(Code::MessageSyntax).with("line", line.saturating_add(1));
    reason.at(at.pointer())
}

fn messages(resource: Resource<String>, at: Place<'_>, problems: &mut Vec<Problem>) -> Messages {
    let mut messages = Messages::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name.clone();
                let at = at.field(&name);
                if messages.insert(name.clone(), message).is_some() {
                    problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
                }
            }
            Entry::Term(term) => {
                let name = format!("-{}", term.id.name);
                let reason = Reason::new(Code::MessageUnsupported)
                    .with("name", name.as_str())
                    .with("detail", "terms");
                problems.push(reason.at(at.field(&name).pointer()));
            }
            // Junk has been reported as an error of syntax.
            Entry::Junk { .. }
            | Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_) => {}
        }
    }
    messages
}

/// The line, from 0, on which too many braces or brackets are open. Counting starts anew with each
/// entry, since one cannot reach into the next.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0u32;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || "-#".contains(first)) {
            depth = 0;
        }
        for byte in line.bytes() {
            match byte {
                b'{' | b'(' => depth = depth.saturating_add(1),
                b'}' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_NESTING {
                return Some(index);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problems(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        read(text, Place::ROOT.field("texts"), &mut problems);
        problems
            .iter()
            .map(|p| {
                let value = p.params.iter().next().map(|(_, value)| value.to_string());
                format!("{} {} {}", p.code, p.pointer, value.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn every_bad_entry_is_reported_with_its_line() {
        let text = "A = a\nB = { \n\nC = c\r\nD = }\n-term = x\nA = again\n";
        let expected = [
            "MESSAGE_SYNTAX /texts 4",
            "MESSAGE_SYNTAX /texts 5",
            "MESSAGE_UNSUPPORTED /texts/-term -term",
            "DUPLICATE_FIELD /texts/A ",
        ];
        assert_eq!(problems(text), expected);
    }

    #[test]
    fn deep_nesting_and_long_files_are_refused_before_they_are_parsed() {
        for open in ["{", "{F(", "{$a ->\n *[b] "] {
            let text = format!("A = {}", open.repeat(20_000));
            assert!(problems(&text)[0].starts_with("MESSAGE_SYNTAX"), "{open}");
        }
        let text = "#".repeat(MAX_SIZE + 1);
        assert_eq!(problems(&text), ["TEXT_TOO_LONG /texts 262145"]);
    }

    proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in any::<String>()) {
            problems(&text);
        }

        #[test]
        fn arbitrary_fluent_never_panics(text in r#"(A = |\.a = |\{|\}|\$x|"|\\u00|\\|F\(|\)|:|->|\n|\n    |\*\[|\]|[a-zү]| |\r|-|5){0,40}"#) {
            problems(&text);
        }
    }
}
