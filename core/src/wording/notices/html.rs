//! The HTML of an e-mail, made from its plain text.

use crate::foundation::clean::clean;
use crate::foundation::language::Language;

const HEAD: &str = "<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";

/// A complete document: the subject is its title, and each paragraph of the text, parted by empty
/// lines, is one of its own. Everything is escaped.
pub(super) fn document(language: Language, subject: &str, text: &str) -> String {
    let room = text.len().saturating_add(subject.len()).saturating_add(512);
    let mut out = String::with_capacity(room);
    out.push_str("<!DOCTYPE html>\n<html lang=\"");
    out.push_str(language.as_str());
    out.push_str("\">\n<head>\n");
    out.push_str(HEAD);
    escape(subject, &mut out);
    out.push_str("</title>\n</head>\n<body>\n<main>\n");
    let mut inside = false;
    for line in text.split('\n') {
        let line = line.trim();
        match (line.is_empty(), inside) {
            (true, true) => out.push_str("</p>\n"),
            (true, false) => {}
            (false, true) => out.push_str("<br>\n"),
            (false, false) => out.push_str("<p>"),
        }
        inside = !line.is_empty();
        escape(line, &mut out);
    }
    if inside {
        out.push_str("</p>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Adds text in which no character means anything to HTML, in content or in a quoted attribute, and
/// no character is invisible.
fn escape(text: &str, out: &mut String) {
    let text = clean(text);
    let text = text.as_ref();
    // Most lines have nothing to escape, and this test without an early end is vectorised.
    if !text
        .bytes()
        .fold(false, |any, byte| any | entity(byte).is_some())
    {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(index) = rest.bytes().position(|byte| entity(byte).is_some()) {
        // The special characters are ASCII: before and after them are character boundaries.
        let Some((before, after)) = rest.split_at_checked(index) else {
            break;
        };
        out.push_str(before);
        let mut after = after.chars();
        let special = after.next().and_then(|c| u8::try_from(c).ok());
        out.push_str(special.and_then(entity).unwrap_or_default());
        rest = after.as_str();
    }
    out.push_str(rest);
}

const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_document_is_complete_and_says_its_language() {
        let html = document(Language::Kk, "Тақырып & <b>", "Бір\nекі\n\n  \nүш \"4\"\n");
        let expected = "<!DOCTYPE html>\n<html lang=\"kk\">\n<head>\n\
            <meta charset=\"utf-8\">\n\
            <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
            <title>Тақырып &amp; &lt;b&gt;</title>\n</head>\n<body>\n<main>\n\
            <p>Бір<br>\nекі</p>\n<p>үш &quot;4&quot;</p>\n\
            </main>\n</body>\n</html>\n";
        assert_eq!(html, expected);
    }

    fn unescape(text: &str) -> String {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
    }

    proptest! {
        #[test]
        fn escaping_leaves_no_markup_and_loses_nothing(text in "[&<>\"'aң;#]{0,30}|.{0,30}") {
            let mut escaped = String::new();
            escape(&text, &mut escaped);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
            prop_assert_eq!(unescape(&escaped), clean(&text));
        }

        #[test]
        fn one_paragraph_for_each_block_of_text(text in "[a<\n ]{0,40}") {
            let html = document(Language::En, "s", &text);
            let blocks = text.lines().map(str::trim).collect::<Vec<_>>();
            let blocks = blocks.split(|line| line.is_empty()).filter(|b| !b.is_empty());
            prop_assert_eq!(html.matches("<p>").count(), blocks.count());
            prop_assert_eq!(html.matches("<p>").count(), html.matches("</p>").count());
        }
    }
}
