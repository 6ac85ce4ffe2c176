//! Texts written to applicants, and those that they write back.

use std::sync::OnceLock;

use qujat::centres::{Appointment, AppointmentStatus, CentreId};
use qujat::feedback::{Feedback, FeedbackAspect, FeedbackSummary};
use qujat::notices::Notice;
use qujat::problem::ParamKind;
use qujat::{Language, Moment, NoticeData, NoticeKind, Rulebook, TimeOfDay, feedback};
use serde_json::{Map, Value, json};

use crate::bytes::{Bytes, lossy};
use crate::laws::{check_problems, check_reason, day, rules, today, twice};
use crate::slow;

/// Appointments as iCalendar: the form of lines, and that texts can be read back.
pub fn icalendar(data: &[u8]) {
    let mut bytes = Bytes(data);
    let minute = |bytes: &mut Bytes<'_>| TimeOfDay::from_minutes(bytes.below(1_441));
    // The order is that of the committed corpus.
    let language = bytes.one_of(Language::ALL);
    let on = day("2024-01-01").plus_days(bytes.below(1_200) as i32);
    let from = minute(&mut bytes).expect("at most 1440");
    let until = minute(&mut bytes).expect("at most 1440");
    let latitude = f64::from_bits(u64::from(bytes.below(u32::MAX)) << 32);
    let longitude = f64::from(bytes.below(360)) - 180.0;
    let application = match bytes.byte() % 4 {
        0 => bytes.text(),
        _ => "2026-000101".to_owned(),
    };
    let sequence = bytes.below(u32::MAX);
    let status = bytes.one_of(AppointmentStatus::ALL);
    let alarm_minutes = (bytes.byte() > 127).then(|| bytes.below(u32::MAX));
    let (summary, description) = (bytes.text(), bytes.text());
    let appointment = Appointment::new(
        application,
        sequence,
        status,
        CentreId::parse("astana-1").expect("an identifier"),
        on,
        from,
        until,
        Moment::parse("2026-02-10T04:30:00Z").expect("an instant"),
        language,
        summary,
        description,
        bytes.text(),
        latitude,
        longitude,
    )
    .with_alarm_minutes(alarm_minutes);
    let calendar = match twice(|| rules().icalendar(&appointment)) {
        Ok(calendar) => calendar,
        Err(reason) => return check_reason(&reason),
    };
    assert!(appointment.from < appointment.until);
    let lines = calendar
        .strip_suffix("\r\n")
        .expect("a line break in the end");
    for line in lines.split("\r\n") {
        assert!(line.len() <= 75, "a line of {} octets", line.len());
        assert!(!line.contains(is_invisible), "{line:?}");
    }
    let unfolded = lines.replace("\r\n ", "");
    let alarm = unfolded.split_once("\r\nBEGIN:VALARM\r\n");
    let event = alarm.map_or(unfolded.as_str(), |(event, _)| event);
    let value = |name: &str| {
        let mut found = event.split("\r\n").filter(|line| {
            let (property, _) = line.split_once(':').expect("a property");
            property.split(';').next() == Some(name)
        });
        let value = found
            .next()
            .map(|line| line.split_once(':').expect("a value").1);
        assert!(
            found.next().is_none() || name == "BEGIN" || name == "END",
            "{name} twice"
        );
        value.map(str::to_owned)
    };
    let uid = format!("{}@qujat", appointment.application);
    for (name, text) in [
        ("UID", &uid),
        ("SUMMARY", &appointment.summary),
        ("LOCATION", &appointment.location),
        ("DESCRIPTION", &appointment.description),
    ] {
        let read = value(name).map(|value| unescaped(&value));
        // The rulebook's texts fill the fields that the caller leaves empty.
        if text.is_empty() && name != "LOCATION" {
            assert!(read.is_some_and(|read| !read.is_empty()), "{name}");
        } else {
            assert_eq!(read, Some(kept(text)), "{name}");
        }
    }
    for name in ["BEGIN", "DTSTAMP", "DTSTART", "DTEND"] {
        assert!(value(name).is_some_and(|value| !value.is_empty()), "{name}");
    }
    assert_eq!(value("SEQUENCE"), Some(appointment.sequence.to_string()));
    let stands = appointment.status == AppointmentStatus::Booked;
    let (method, status) = match stands {
        true => ("PUBLISH", "CONFIRMED"),
        false => ("CANCEL", "CANCELLED"),
    };
    assert_eq!(value("METHOD").as_deref(), Some(method));
    assert_eq!(value("STATUS").as_deref(), Some(status));
    let minutes = appointment.alarm_minutes.filter(|_| stands);
    let trigger = minutes.map(|minutes| format!("ACTION:DISPLAY\r\nTRIGGER:-PT{minutes}M\r\n"));
    assert_eq!(alarm.is_some(), trigger.is_some());
    if let (Some((_, alarm)), Some(trigger)) = (alarm, trigger) {
        assert!(alarm.starts_with(&trigger), "{alarm}");
        assert!(alarm.ends_with("\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR"));
    }
    let parts = if minutes.is_some() { 2 } else { 1 };
    assert_eq!(unfolded.matches("\r\nBEGIN:").count(), parts);
    assert_eq!(unfolded.matches("\r\nEND:").count(), parts + 1);
}

/// The text of a value, as RFC 5545 section 3.3.11 says.
fn unescaped(value: &str) -> String {
    let (mut text, mut characters) = (String::new(), value.chars());
    while let Some(character) = characters.next() {
        let escaped = (character == '\\').then(|| characters.next().expect("something escaped"));
        match (character, escaped) {
            (_, Some('n' | 'N')) => text.push('\n'),
            (_, Some(escaped @ ('\\' | ';' | ','))) => text.push(escaped),
            (_, Some(other)) => panic!("\\{other} has no meaning"),
            (';' | ',', None) => panic!("{character} is not escaped"),
            (plain, None) => text.push(plain),
        }
    }
    text
}

/// The kept part of a text: line breaks are line feeds, other separators become a space for each
/// run, and characters that print nothing go.
fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut kept = String::new();
    let mut separated = false;
    for c in text.chars() {
        match c {
            '\n' => kept.push('\n'),
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' if separated => continue,
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push(' '),
            c if is_invisible(c) => continue,
            c => kept.push(c),
        }
        separated = matches!(
            c,
            '\t' | '\u{b}'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
        );
    }
    kept
}

/// Notices with any data, in every language and under every way of sending short messages.
pub fn notice(data: &[u8]) {
    let mut bytes = Bytes(data);
    let kind = bytes.one_of(NoticeKind::ALL);
    let language = bytes.one_of(Language::ALL);
    let mode = bytes.one_of(&["original", "transliterate", "shorter"]);
    let mut params = Map::new();
    for param in kind.params() {
        let value = match param.kind {
            ParamKind::Date => {
                let number = slow::number((1990, 1, 1)) + bytes.below(20_000) as usize;
                json!(slow::print(slow::days()[number]))
            }
            ParamKind::Number => json!(bytes.below(u32::MAX)),
            ParamKind::Amount => json!(slow::amount(bytes.below(u32::MAX).into())),
            _ if param.name == "reasons" => {
                let count = bytes.byte() % 4;
                json!((0..count).map(|_| bytes.text()).collect::<Vec<_>>())
            }
            _ if matches!(param.name, "application" | "reference") => json!("2026-000101"),
            _ => json!(bytes.text()),
        };
        params.insert(param.name.to_owned(), value);
    }
    let params = Value::Object(params).to_string();
    let data = NoticeData::of_kind(kind, params.as_bytes()).expect("good data");
    let notice = twice(|| {
        policy(mode)
            .notice(&data, language, today())
            .expect("covered")
    });
    check_notice(&notice, mode);
}

fn check_notice(notice: &Notice, mode: &str) {
    let line = |text: &str| !text.contains(is_invisible);
    assert!(line(&notice.email.subject) && line(&notice.push.title));
    for text in [
        &notice.sms.text,
        &notice.email.text,
        &notice.email.html,
        &notice.push.body,
    ] {
        assert!(text.split('\n').all(line), "{text:?}");
    }
    assert!(!notice.email.subject.trim().is_empty() && !notice.sms.text.trim().is_empty());
    let sms = &notice.sms;
    let count = (sms.encoding.as_str(), sms.units, sms.segments);
    assert_eq!(count, slow::sms(&sms.text));
    assert!(
        mode != "transliterate" || count.0 == "gsm7",
        "{:?}",
        sms.text
    );
    check_html(&notice.email.html);
}

/// Nothing of the data is markup: without our own tags there is no angle bracket, and every
/// ampersand begins an escape.
fn check_html(html: &str) {
    assert_eq!(html.matches("<title>").count(), 1);
    let mut rest = html.to_owned();
    for language in Language::ALL {
        rest = rest.replace(&format!("<html lang=\"{language}\">"), "");
    }
    for tag in [
        "<!DOCTYPE html>",
        "</html>",
        "<head>",
        "</head>",
        "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>",
        "</title>",
        "<body>",
        "</body>",
        "<main>",
        "</main>",
        "<p>",
        "</p>",
        "<br>",
    ] {
        rest = rest.replace(tag, "");
    }
    assert!(!rest.contains(['<', '>', '"', '\'']), "{rest:?}");
    let escapes = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    for after in rest.split('&').skip(1) {
        assert!(
            escapes.iter().any(|escape| after.starts_with(escape)),
            "{rest:?}"
        );
    }
}

/// The characters that print nothing: controls, those that Unicode lets one ignore, marks of annotations
/// and of hieroglyphs, and noncharacters.
fn is_invisible(c: char) -> bool {
    const RANGES: [(u32, u32); 23] = [
        (0xad, 0xad),
        (0x34f, 0x34f),
        (0x61c, 0x61c),
        (0x115f, 0x1160),
        (0x17b4, 0x17b5),
        (0x180b, 0x180f),
        (0x200b, 0x200f),
        (0x202a, 0x202e),
        (0x2060, 0x206f),
        (0x3164, 0x3164),
        (0xfdd0, 0xfdef),
        (0xfe00, 0xfe0f),
        (0xfeff, 0xfeff),
        (0xffa0, 0xffa0),
        (0xfff0, 0xfff8),
        (0xfff9, 0xfffb),
        (0x13430, 0x1343f),
        (0x1bca0, 0x1bca3),
        (0x1d173, 0x1d17a),
        (0xe0000, 0xe0fff),
        (0xfffe, 0xffff),
        (0x1fffe, 0x1ffff),
        (0x10fffe, 0x10ffff),
    ];
    let number = u32::from(c);
    let listed = RANGES
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&number));
    c.is_control() || listed || number & 0xfffe == 0xfffe
}

/// The default edition with another way of sending short messages.
fn policy(mode: &str) -> &'static Rulebook {
    static POLICIES: OnceLock<Vec<(&str, Rulebook)>> = OnceLock::new();
    let policies = POLICIES.get_or_init(|| {
        let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).expect("shipped");
        let mut edition: Value = serde_json::from_str(text).expect("JSON");
        let modes = ["original", "transliterate", "shorter"];
        let load = |mode| {
            edition["sms"]["default"]["mode"] = json!(mode);
            let rules = Rulebook::load(edition.to_string().as_bytes()).expect("a good rulebook");
            (mode, rules)
        };
        modes.into_iter().map(load).collect()
    });
    let (_, rules) = policies
        .iter()
        .find(|(other, _)| *other == mode)
        .expect("a mode");
    rules
}

/// Feedback from JSON, masking texts, and adding ratings up.
pub fn feedback(data: &[u8]) {
    match twice(|| {
        rules()
            .read_feedback(data, today())
            .map_err(qujat::Error::into_problems)
    }) {
        Ok(feedback) => check_feedback(&feedback),
        Err(problems) => check_problems(&problems, data),
    }
    let text = lossy(data);
    let masked = twice(|| feedback::mask(&text, 10_000));
    if let Ok(masked) = masked {
        assert_eq!(
            feedback::mask(&masked, 10_000).as_ref(),
            Ok(&masked),
            "{text:?}"
        );
        assert!(
            !masked.contains(|c: char| c.is_control() && c != '\n'),
            "{masked:?}"
        );
        check_masked(&masked);
    }
    let ratings: Vec<u32> = data.iter().map(|byte| 1 + u32::from(byte % 5)).collect();
    let mut counts = [0; 5];
    ratings
        .iter()
        .for_each(|rating| counts[*rating as usize - 1] += 1);
    let whole = FeedbackSummary::of_ratings(&ratings).expect("ratings of 1 to 5");
    let figures = whole.figures(FeedbackAspect::Overall);
    let distribution: Vec<u64> = figures.distribution.iter().map(|n| *n as u64).collect();
    assert_eq!(distribution, counts);
    assert_eq!(
        figures.mean.zip(figures.csat_percent),
        slow::mean_and_csat(counts)
    );
    // The parts add up to the whole.
    let cut = ratings.len() / 3;
    let part = |ratings: &[u32]| FeedbackSummary::of_ratings(ratings).expect("as before");
    let (first, second) = (part(&ratings[..cut]), part(&ratings[cut..]));
    assert_eq!(first.merge(&second), whole);
    assert_eq!(second.merge(&first), whole);
    let printed = serde_json::to_vec(&whole).expect("JSON");
    assert_eq!(
        FeedbackSummary::from_json(&printed).expect("what was printed"),
        whole
    );
    if let Ok(other) = FeedbackSummary::from_json(data) {
        assert_eq!(other.merge(&whole), whole.merge(&other));
    }
}

fn check_feedback(feedback: &Feedback) {
    assert!((1..=5).contains(&feedback.overall));
    for text in [&feedback.comment, &feedback.suggestion]
        .into_iter()
        .flatten()
    {
        check_masked(text);
    }
}

/// No long number and no e-mail address is left, as one would see them.
fn check_masked(text: &str) {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    assert!(
        numbers.all(|number| number.len() < 10),
        "a number is left in {text:?}"
    );
    let word = |c: char| c.is_ascii_alphanumeric();
    for part in text.split(|c: char| !(word(c) || c == '@' || c == '.')) {
        let plain = part.split_once('@').is_some_and(|(local, domain)| {
            let labels: Vec<&str> = domain.split('.').collect();
            !local.is_empty()
                && local.chars().all(word)
                && labels.len() == 2
                && labels
                    .iter()
                    .all(|label| label.len() > 1 && label.chars().all(word))
                && labels[1].chars().all(|c| c.is_ascii_alphabetic())
        });
        assert!(!plain, "an address is left in {text:?}");
    }
}
