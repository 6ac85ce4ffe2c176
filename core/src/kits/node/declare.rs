//! Declarations in TypeScript, with the documentation of the Rust types.

use super::document::names;

/// A type as its declaration needs it.
pub(crate) struct TypeSpec {
    pub name: &'static str,
    pub doc: &'static str,
    pub body: Body,
}

/// The form of a type.
pub(crate) enum Body {
    Record(Vec<FieldSpec>),
    Union {
        tag: &'static str,
        variants: Vec<(&'static str, &'static str, Vec<FieldSpec>)>,
    },
    /// Spellings with their documentation.
    Word(Vec<(&'static str, &'static str)>),
}

/// A field of a record or of a variant.
pub(crate) struct FieldSpec {
    pub name: &'static str,
    pub doc: &'static str,
    pub is_optional: bool,
    pub ts: String,
}

/// A type that has a declaration. `export` implements it.
pub(crate) trait Described {
    fn spec() -> TypeSpec;
}

/// All types that cross as plain values, in TypeScript.
#[must_use]
pub fn declarations() -> String {
    let mut out = String::new();
    declare_scalars(&mut out);
    out.push_str(OTHERS);
    for spec in specs() {
        out.push('\n');
        declare(&mut out, &spec);
    }
    declare_documents(&mut out);
    out.push('\n');
    out.push_str(&super::explainable::declaration());
    out
}

fn declare_documents(out: &mut String) {
    out.push_str("\n/** The types that `toJson` and `fromJson` know, by their names. */\n");
    out.push_str("export interface Documents {\n");
    for name in names() {
        out.push_str(&format!("  /** See `{name}`. */\n  {name}: {name}\n"));
    }
    out.push_str("}\n");
}

/// The declarations of all scalars, each of which is one string.
macro_rules! scalars {
    ($($doc:literal
        $name:ident: $kind:ident, $mask:expr, $read:path, $pattern:literal, $example:literal;)+) => {
        const SCALARS: &[(&str, &str)] = &[$((stringify!($name), $doc)),+];
    };
}
crate::kits::scalars::scalars!(scalars);

/// The form of a scalar in JavaScript, where its documentation does not tell it.
fn form(name: &str) -> &'static str {
    match name {
        "Day" => {
            " As `YYYY-MM-DD`. See `dayOf` for a `Date`; a `Temporal.PlainDate` prints as one, and is read \
             from one by `Temporal.PlainDate.from`."
        }
        "TimeOfDay" => " As `HH:MM`.",
        "Moment" => {
            " In RFC 3339 with an offset; answers are in UTC. A `Date` gives one by `toISOString()`."
        }
        "Tenge" => " In plain decimal notation, such as `786.40`. No number: nothing is rounded.",
        "Rate" => " In plain decimal notation.",
        _ => "",
    }
}

fn declare_scalars(out: &mut String) {
    for (name, doc) in SCALARS {
        document(out, "", &format!("{doc}{}", form(name)));
        out.push_str(&format!("export type {name} = string\n"));
    }
}

/// Types that are no exported ones.
const OTHERS: &str = "\
/** The figures and dates that belong to a code, by the names of the catalogue: numbers are numbers,
 * everything else is a string. */
export type Params = Readonly<Record<string, string | number>>
/** One parameter that a code promises. */
export interface ParamSpec {
  /** The name, in snake_case. */
  name: string
  /** The type of its contents. */
  kind: ParamKind
}
";

fn declare(out: &mut String, spec: &TypeSpec) {
    document(out, "", spec.doc);
    match &spec.body {
        Body::Record(fields) => {
            out.push_str(&format!("export interface {} {{\n", spec.name));
            declare_fields(out, "  ", fields);
            out.push_str("}\n");
        }
        Body::Union { tag, variants } => {
            out.push_str(&format!("export type {} =\n", spec.name));
            for (word, doc, fields) in variants {
                document(out, "  ", doc);
                out.push_str(&format!("  | {{\n    {tag}: '{word}'\n"));
                declare_fields(out, "    ", fields);
                out.push_str("  }\n");
            }
        }
        Body::Word(words) => {
            out.push_str(&format!("export type {} =\n", spec.name));
            for (word, doc) in words {
                document(out, "  ", doc);
                out.push_str(&format!("  | '{word}'\n"));
            }
        }
    }
}

fn declare_fields(out: &mut String, indent: &str, fields: &[FieldSpec]) {
    for field in fields {
        document(out, indent, field.doc);
        let FieldSpec { name, ts, .. } = field;
        let line = match field.is_optional {
            true => format!("{indent}{name}?: {ts} | undefined\n"),
            false => format!("{indent}{name}: {ts}\n"),
        };
        out.push_str(&line);
    }
}

/// Rust's documentation as TSDoc: without examples in Rust; links are code.
fn document(out: &mut String, indent: &str, doc: &str) {
    let mut lines: Vec<String> = Vec::new();
    let mut in_example = false;
    for line in doc.lines() {
        if line.trim_start().starts_with("```") {
            in_example = !in_example;
        } else if !in_example {
            lines.push(plain(line));
        }
    }
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    match lines.as_slice() {
        [] => {}
        [line] => out.push_str(&format!("{indent}/** {} */\n", line.trim())),
        lines => {
            out.push_str(&format!("{indent}/**\n"));
            for line in lines {
                let line = format!("{indent} * {}", line.trim());
                out.push_str(line.trim_end());
                out.push('\n');
            }
            out.push_str(&format!("{indent} */\n"));
        }
    }
}

fn plain(line: &str) -> String {
    line.replace("[`", "`")
        .replace("`]", "`")
        .replace("`None`", "`undefined`")
        .replace("::", ".")
        .replace("*/", "*\u{200b}/")
}

macro_rules! specs_of {
    (plain { $($name:ident),+ $(,)? } $($classes:tt)+) => {
        fn specs() -> Vec<TypeSpec> {
            vec![$(<crate::kits::every::$name as Described>::spec()),+]
        }
    };
}
crate::kits::exported::exported!(specs_of);
