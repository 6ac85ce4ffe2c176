//! Reading Fluent text into messages.

use std::collections::BTreeMap;

use super::syntax::{self, Entry, Message};
use crate::foundation::catalogue::Code;
use crate::foundation::json::Place;
use crate::foundation::problem::{Problem, Reason};
use crate::foundation::problems::Problems;

/// Messages by their names.
pub(crate) type Messages = BTreeMap<String, Message>;

/// Bytes of one file. The longest of ours has less than a tenth.
pub(crate) const MAX_SIZE: usize = 1 << 18;

/// Reads one file's messages. All mistakes are reported; the messages that are right are
/// returned all the same, so that they can be checked further.
pub(crate) fn read(text: &str, at: Place<'_>, problems: &mut Problems) -> Messages {
    if text.len() > MAX_SIZE {
        let reason = Reason::new(Code::TextTooLong)
            .with("length", text.len())
            .with("max", MAX_SIZE);
        problems.push(reason.at(at.pointer()));
        return Messages::new();
    }
    let text = text.replace("\r\n", "\n");
    let (entries, mistakes) = syntax::parse(&text);
    let mut lines = Lines::new(&text);
    for position in mistakes {
        problems.push(syntax(lines.of(position), at));
    }
    messages(entries, at, problems)
}

/// `line` counts from 1.
fn syntax(line: usize, at: Place<'_>) -> Problem {
    let reason = Reason::new(Code::MessageSyntax).with("line", line);
    reason.at(at.pointer())
}

/// Counts lines up to positions that do not fall.
struct Lines<'t> {
    /// The text without the blanks at its end, where no line has something.
    text: &'t str,
    counted: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Lines<'t> {
        Lines {
            text: text.trim_end(),
            counted: 0,
            line: 1,
        }
    }

    /// The line of this byte, from 1; at the end of the text, the last line that has something.
    fn of(&mut self, position: usize) -> usize {
        let until = position.min(self.text.len());
        let passed = self.text.as_bytes().get(self.counted..until);
        let breaks = passed.into_iter().flatten().filter(|byte| **byte == b'\n');
        self.line = self.line.saturating_add(breaks.count());
        self.counted = until;
        self.line
    }
}

fn messages(entries: Vec<Entry>, at: Place<'_>, problems: &mut Problems) -> Messages {
    let mut messages = Messages::new();
    for entry in entries {
        match entry {
            Entry::Message(name, message) => {
                let at = at.field(&name);
                if messages.insert(name.clone(), message).is_some() {
                    problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
                }
            }
            Entry::Term(name) => {
                let name = format!("-{name}");
                let reason = Reason::new(Code::MessageUnsupported)
                    .with("name", name.as_str())
                    .with("detail", "terms");
                problems.push(reason.at(at.field(&name).pointer()));
            }
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problems(text: &str) -> Vec<String> {
        let mut problems = Problems::new();
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
    fn long_files_are_refused_before_they_are_parsed() {
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
