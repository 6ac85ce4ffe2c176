//! `qujat rulebook`.

use std::io::{self, Write};
use std::path::PathBuf;

use qujat::Rulebook;
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::input::{Failure, read};
use crate::labels::Label;
use crate::locale::Speech;
use crate::output::{self, plain};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The rulebook: a JSON file, or `-` for the standard input.
    file: PathBuf,
    #[command(flatten)]
    speech: Speech,
    /// Print problems and changes as JSON.
    #[arg(long)]
    json: bool,
}

/// One difference between the file and the edition that it extends.
struct Change {
    place: String,
    before: Option<Value>,
    after: Option<Value>,
}

pub(crate) fn run(options: &Options) -> Result<Outcome, Failure> {
    let text = read(&options.file)?;
    let language = options.speech.language();
    let said = |label: Label| label.get(language);
    let mut out = io::stdout().lock();
    let rules = match Rulebook::load(&text) {
        Ok(rules) => rules,
        Err(error) => {
            if options.json {
                let problems = json!({ "problems": error.problems().collect::<Vec<_>>() });
                writeln!(out, "{}", output::json(&problems)?)?;
                return Ok(Outcome::Refused);
            }
            for problem in error.problems() {
                let place = if problem.pointer.is_empty() {
                    "/"
                } else {
                    &problem.pointer
                };
                let message = qujat::texts::Texts::shipped().explain_to_operator(problem, language);
                writeln!(out, "{place}  {}\n    {message}", problem.code)?;
            }
            writeln!(
                out,
                "\n{}: {}. {}",
                said(Label::Mistakes),
                error.problems().count(),
                said(Label::Unusable)
            )?;
            return Ok(Outcome::Refused);
        }
    };
    let (base, changes) = changes(&text);
    if options.json {
        let list: Vec<Value> = changes
            .iter()
            .map(|change| json!({ "place": change.place, "before": change.before, "after": change.after }))
            .collect();
        let changes = json!({ "edition": rules.name(), "changes": list });
        writeln!(out, "{}", output::json(&changes)?)?;
        return Ok(Outcome::Done);
    }
    let title = plain(rules.title().get(language));
    writeln!(out, "{}: {title}", rules.name())?;
    for period in rules.pilot() {
        writeln!(out, "{}: {period}", said(Label::Pilot))?;
    }
    for Change {
        place,
        before,
        after,
    } in &changes
    {
        let line = match (before, after) {
            (None, Some(after)) => format!("+ {place}  {after}"),
            (Some(before), None) => format!("- {place}  {before}"),
            (before, after) => {
                let show = |value: &Option<Value>| {
                    value.as_ref().map(Value::to_string).unwrap_or_default()
                };
                format!("~ {place}  {} → {}", show(before), show(after))
            }
        };
        writeln!(out, "{}", plain(&line))?;
    }
    let label = said(Label::Differences).replace("{edition}", &plain(&base));
    writeln!(out, "{label}: {}", changes.len())?;
    Ok(Outcome::Done)
}

/// The changes of the file to the edition that it extends, or to the default edition, which is
/// named.
fn changes(text: &[u8]) -> (String, Vec<Change>) {
    let empty = || Value::Object(Map::new());
    let file: Value = serde_json::from_slice(text).unwrap_or_else(|_| empty());
    let extends = file.get("extends").and_then(Value::as_str);
    let name = extends.unwrap_or(Rulebook::DEFAULT_EDITION);
    let base = Rulebook::edition_text(name).unwrap_or("{}");
    let base: Value = serde_json::from_str(base).unwrap_or_else(|_| empty());
    let mut changes = Vec::new();
    compare("", &base, &file, extends.is_some(), &mut changes);
    changes.retain(|change| change.place != "/extends");
    (name.to_owned(), changes)
}

/// Compares entry by entry. In an overlay, a place that is left out stays as it was.
fn compare(place: &str, before: &Value, after: &Value, overlay: bool, changes: &mut Vec<Change>) {
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        if before != after {
            let (before, after) = (Some(before.clone()), Some(after.clone()));
            changes.push(Change {
                place: place.to_owned(),
                before,
                after,
            });
        }
        return;
    };
    // Within an entry nothing is left out: it replaces the whole.
    let overlay = overlay && !new.contains_key("source");
    for (name, value) in new {
        let place = format!("{place}/{name}");
        match (old.get(name), value) {
            (Some(before), Value::Null) if overlay => {
                changes.push(Change {
                    place,
                    before: Some(before.clone()),
                    after: None,
                });
            }
            (Some(before), value) => compare(&place, before, value, overlay, changes),
            (None, value) => changes.push(Change {
                place,
                before: None,
                after: Some(value.clone()),
            }),
        }
    }
    let gone = old
        .iter()
        .filter(|(name, _)| !overlay && !new.contains_key(*name));
    changes.extend(gone.map(|(name, value)| Change {
        place: format!("{place}/{name}"),
        before: Some(value.clone()),
        after: None,
    }));
}
