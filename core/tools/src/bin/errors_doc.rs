//! Prints the catalogue of codes as Markdown: `make generate`.

use std::io::{self, Write};

use qujat::problem::Area;
use qujat::texts::Texts;
use qujat::{Code, Language, Reason};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "# Codes\n")?;
    writeln!(
        out,
        "Generated from `core/src/foundation/catalogue.rs` and `core/data/texts` by \
         `make generate`; do not edit.\n"
    )?;
    writeln!(
        out,
        "Every error, refusal, warning and statement has a stable code, which is never renamed \
         and never reused. The texts are shown with sample values of the parameters.\n"
    )?;
    for area in Area::ALL {
        writeln!(out, "- [{area}](#{area})")?;
    }
    for area in Area::ALL {
        writeln!(out, "\n## {area}")?;
        for code in Code::ALL.iter().filter(|code| code.area() == *area) {
            describe(&mut out, *code)?;
        }
    }
    out.flush()
}

fn describe(out: &mut impl Write, code: Code) -> io::Result<()> {
    let params = code.params().iter();
    let params: Vec<String> = params
        .map(|param| format!("`{}` ({})", param.name, param.kind))
        .collect();
    let params = if params.is_empty() {
        "none".to_owned()
    } else {
        params.join(", ")
    };
    writeln!(out, "\n### {code}\n\n{}\n", code.meaning())?;
    writeln!(out, "- severity: {}", code.severity())?;
    writeln!(out, "- parameters: {params}")?;
    writeln!(out, "- example: {}", escaped(code.example()))?;
    for language in Language::ALL {
        let (texts, reason) = (Texts::shipped(), Reason::sample(code));
        let text = texts.explain(&reason, *language);
        writeln!(out, "- {language}: {}", escaped(&text))?;
        let operator = texts.explain_to_operator(&reason, *language);
        if operator != text {
            writeln!(out, "- {language}, to an operator: {}", escaped(&operator))?;
        }
    }
    Ok(())
}

/// Text in which no character means anything to Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_[]<>|".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
