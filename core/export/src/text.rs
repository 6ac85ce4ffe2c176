//! Names and documentation for readers of another language.

/// `SmsCode` as `sms_code`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// The documentation without examples in Rust; links are code.
pub(crate) fn without_rust(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut in_example = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_example = !in_example;
        } else if !in_example {
            lines.push(without_links(line).replace("::", "."));
        }
    }
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}

/// ``[`Name`]`` and ``[`Name`](path)`` as `` `Name` ``.
fn without_links(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, link)) = rest.split_once("[`") {
        out.push_str(before);
        out.push('`');
        let Some((name, after)) = link.split_once("`]") else {
            rest = link;
            break;
        };
        out.push_str(name);
        out.push('`');
        rest = match after
            .strip_prefix('(')
            .and_then(|path| path.split_once(')'))
        {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    out
}
