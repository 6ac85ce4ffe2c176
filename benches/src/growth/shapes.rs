//! The growth of a document: at every place of a sample, in every way that JSON has for it.

use std::rc::Rc;

use serde_json::Value;

/// A document that can be made as long as wanted: what stands before and after what is repeated.
pub struct Shape {
    /// The place in the sample, and how it grows there.
    pub name: String,
    /// The texts before and after, made when they are asked for: a sample is long, its places
    /// many.
    ends: Box<dyn Fn() -> (String, String)>,
    between: &'static str,
    piece: Box<dyn Fn(usize) -> String>,
}

impl Shape {
    /// The longest such document of at most so many bytes; the piece stands there at least once.
    #[must_use]
    pub fn of(&self, bytes: usize) -> String {
        let (mut text, after) = (self.ends)();
        text.push_str(&(self.piece)(0));
        for index in 1.. {
            let piece = (self.piece)(index);
            let more = self.between.len() + piece.len() + after.len();
            if text.len() + more > bytes {
                break;
            }
            text.push_str(self.between);
            text.push_str(&piece);
        }
        text.push_str(&after);
        text
    }
}

/// A text that is no JSON: what is repeated, in which `#` is replaced by a number.
#[must_use]
pub fn repeated(before: &str, piece: &'static str, after: &str) -> Shape {
    Shape {
        name: format!("{before:.20}[{piece:.30}]{after:.20}").replace(['\n', '\t', '\r'], "⏎"),
        ends: fixed(before, after),
        between: "",
        piece: Box::new(|index| piece.replace('#', &index.to_string())),
    }
}

fn fixed(before: &str, after: &str) -> Box<dyn Fn() -> (String, String)> {
    let ends = (before.to_owned(), after.to_owned());
    Box::new(move || ends.clone())
}

/// Stands where a document grows, until it is cut there.
const HOLE: &str = "\u{1}HOLE";
const HOLE_AS_JSON: &str = "\"\\u0001HOLE\"";

/// All shapes of a document.
#[must_use]
pub fn shapes(sample: &Value) -> Vec<Shape> {
    let mut found = vec![
        bare("all", "[", ",", "]", |_| "1".to_owned()),
        bare("all", "", "", "", |_| "[".to_owned()),
        bare("all", "", "", "", |_| "{\"a\":".to_owned()),
        bare("all", "", "", "{}", |_| " ".to_owned()),
        bare("all", "\"", "", "\"", |_| "\\u0041".to_owned()),
        bare("all", "[", "", "]", |_| "1".to_owned()),
    ];
    walk(
        &Rc::new(sample.clone()),
        sample,
        &mut Vec::new(),
        &mut found,
    );
    found
}

fn bare(
    place: &str,
    before: &str,
    between: &'static str,
    after: &str,
    piece: fn(usize) -> String,
) -> Shape {
    Shape {
        name: format!("{place} {before}{}{between}…{after}", piece(0)),
        ends: fixed(before, after),
        between,
        piece: Box::new(piece),
    }
}

fn walk(all: &Rc<Value>, here: &Value, path: &mut Vec<String>, found: &mut Vec<Shape>) {
    match here {
        Value::Object(fields) => {
            members(all, fields, path, found);
            let mut seen = Vec::new();
            for (name, value) in fields {
                // Entries of one kind are one place: their names are the operator's own.
                let kind = kind(value);
                if value.is_object() && seen.contains(&kind) {
                    continue;
                }
                seen.push(kind);
                path.push(name.clone());
                walk(all, value, path, found);
                path.pop();
            }
        }
        Value::Array(entries) => {
            let first = entries.first().cloned().unwrap_or(Value::Null);
            let another = first.clone();
            let list = |name: &'static str, piece: Box<dyn Fn(usize) -> String>| {
                grown(all, path, name, Value::from(HOLE), ("[", ",", "]"), piece)
            };
            found.push(list("the same", Box::new(move |_| another.to_string())));
            let another = first.clone();
            found.push(list(
                "different",
                Box::new(move |index| varied(&another, index).to_string()),
            ));
            found.push(list("wrong", Box::new(|_| "1".to_owned())));
            found.push(list("empty", Box::new(|_| "{}".to_owned())));
            path.push("0".to_owned());
            if !entries.is_empty() {
                walk(all, &first, path, found);
            }
            path.pop();
        }
        Value::String(text) => {
            let text = text.clone();
            for (name, piece) in [("letters", "Ұ"), ("digits", "9"), ("signs", "(@ ")] {
                found.push(grown(
                    all,
                    path,
                    name,
                    Value::from(HOLE),
                    ("\"", "", "\""),
                    Box::new(|_| piece.to_owned()),
                ));
            }
            let again = Box::new(move |_| text.replace(['"', '\\'], " "));
            found.push(grown(
                all,
                path,
                "itself",
                Value::from(HOLE),
                ("\"", "", "\""),
                again,
            ));
        }
        Value::Number(_) => {
            found.push(grown(
                all,
                path,
                "digits",
                Value::from(HOLE),
                ("", "", ""),
                Box::new(|_| "1".to_owned()),
            ));
            found.push(grown(
                all,
                path,
                "decimals",
                Value::from(HOLE),
                ("1.", "", ""),
                Box::new(|_| "1".to_owned()),
            ));
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// An object grows by members.
fn members(
    all: &Rc<Value>,
    fields: &serde_json::Map<String, Value>,
    path: &[String],
    found: &mut Vec<Shape>,
) {
    let mut with_hole = fields.clone();
    with_hole.insert(HOLE.to_owned(), Value::Null);
    let with_hole = Value::Object(with_hole);
    let mut add = |name: &'static str, piece: Box<dyn Fn(usize) -> String>| {
        found.push(grown(
            all,
            path,
            name,
            with_hole.clone(),
            ("", ",", ""),
            piece,
        ));
    };
    add("unknown", Box::new(|index| format!("\"u{index}\":1")));
    add("empty", Box::new(|index| format!("\"u{index}\":{{}}")));
    if let Some((name, value)) = fields.iter().next() {
        let (name, value) = (Value::from(name.as_str()), value.clone());
        let (again, first) = (name.clone(), value.clone());
        add("twice", Box::new(move |_| format!("{again}:{first}")));
        let (stem, first) = (name.clone(), value.clone());
        add(
            "others",
            Box::new(move |index| format!("{}:{}", varied(&stem, index), varied(&first, index))),
        );
        add(
            "likewise",
            Box::new(move |index| format!("{}:{value}", varied(&name, index))),
        );
    }
    let key = grown(
        all,
        path,
        "key",
        with_hole.clone(),
        ("\"", "", "\":1"),
        Box::new(|_| "k".to_owned()),
    );
    found.push(key);
    // A long name above many problems.
    let deep = grown(
        all,
        path,
        "below a key",
        with_hole,
        ("", "", ""),
        Box::new(|_| String::new()),
    );
    found.push(Shape {
        piece: Box::new(|index| match index {
            0 => format!("\"{}\":{{\"u\":1", "k".repeat(2000)),
            _ => format!(",\"u{index}\":1"),
        }),
        ends: Box::new(move || {
            let (before, after) = (deep.ends)();
            (before, format!("}}{after}"))
        }),
        name: deep.name,
        between: deep.between,
    });
}

/// The sample with a value at a place that has a hole, which is filled with pieces.
fn grown(
    all: &Rc<Value>,
    path: &[String],
    name: &str,
    value: Value,
    (begin, between, end): (&'static str, &'static str, &'static str),
    piece: Box<dyn Fn(usize) -> String>,
) -> Shape {
    let pointer: String = path
        .iter()
        .map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")))
        .collect();
    let name = format!("{pointer} {name}");
    let all = Rc::clone(all);
    let ends = move || {
        let mut holed = Value::clone(&all);
        *holed.pointer_mut(&pointer).unwrap() = value.clone();
        let text = holed.to_string();
        let member = format!("{HOLE_AS_JSON}:null");
        let hole = if text.contains(&member) {
            member.as_str()
        } else {
            HOLE_AS_JSON
        };
        let (before, after) = text.split_once(hole).unwrap();
        (format!("{before}{begin}"), format!("{end}{after}"))
    };
    Shape {
        name,
        ends: Box::new(ends),
        between,
        piece,
    }
}

/// The same with other names, days and times in it.
fn varied(value: &Value, index: usize) -> Value {
    match value {
        Value::String(text) => Value::from(varied_text(text, index)),
        Value::Array(entries) => entries.iter().map(|entry| varied(entry, index)).collect(),
        Value::Object(fields) => {
            let each = fields
                .iter()
                .map(|(name, value)| (name.clone(), varied(value, index)));
            Value::Object(each.collect())
        }
        other => other.clone(),
    }
}

fn varied_text(text: &str, index: usize) -> String {
    let after = |day: &str| {
        let days = qujat::Day::parse(day).ok()?.epoch_days() + i32::try_from(index).ok()?;
        qujat::Day::from_epoch_days(days)
    };
    let date = text.get(..10).and_then(after);
    match date {
        Some(day) => format!("{day}{}", text.get(10..).unwrap_or_default()),
        None if qujat::Moment::parse(text).is_ok() || text.contains(':') => text.to_owned(),
        None => format!("{text}-{index}"),
    }
}

/// The kind of this value: objects by their fields.
fn kind(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| format!("{name}:{},", kind(value)))
            .collect(),
        Value::Array(entries) => format!("[{}]", entries.first().map(kind).unwrap_or_default()),
        Value::String(_) => "s".to_owned(),
        Value::Number(_) => "n".to_owned(),
        Value::Bool(_) => "b".to_owned(),
        Value::Null => "0".to_owned(),
    }
}
