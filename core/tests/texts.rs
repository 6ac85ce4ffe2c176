//! Every text that a citizen can read, in three languages and with long real values
//! (SPEC 13): no identifiers, code points or bytes, no words of another script, short messages of at most
//! two segments, and the vocabulary that `docs/texts.md` lays down.
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unreachable,
    reason = "a test may stop, and its numbers are small"
)]

use std::collections::{BTreeMap, BTreeSet};

use qujat::problem::{ParamKind, ParamSpec, ParamValue};
use qujat::{Code, Day, Language, NoticeData, NoticeKind, Reason, Rulebook};
use serde_json::{Value, json};

/// Names and addresses as long as real ones: the names have 50 letters and signs.
fn long(name: &str, language: Language) -> Option<&'static str> {
    let of = |kk, ru, en| match language {
        Language::Kk => kk,
        Language::Ru => ru,
        Language::En => en,
    };
    Some(match name {
        "name_kk" => "Есіл ауданының халыққа қызмет көрсету орталығы № 4",
        "name_ru" => "Отдел № 4 по обслуживанию населения района «Есиль»",
        "name_en" => "Yesil District Public Service Centre, Department 4",
        "centre" => return long(of("name_kk", "name_ru", "name_en"), language),
        "address" => of(
            "Астана, Достық к-сі, 13/1",
            "Астана, ул. Достык, 13/1",
            "Astana, 13/1 Dostyk Street",
        ),
        "time" => "09:30",
        "application" => "2026-000101",
        "reference" => "INC-2026-0217",
        "suggestion" => "gmail.com",
        _ => return None,
    })
}

/// The words of a language that may stand in one place: each list of the file is one.
fn words_beside(word: &str) -> Vec<String> {
    let file = include_str!("../data/texts/en/words.ftl");
    let lists = file.split("\n## ").map(|list| {
        let words = list.lines().filter_map(|line| line.strip_prefix("w-"));
        let words = words.filter_map(|line| line.split_once(" = "));
        words
            .map(|(word, _)| word.to_owned())
            .collect::<Vec<String>>()
    });
    let mut found = lists.filter(|list| list.iter().any(|one| one == word));
    found.next().unwrap_or_else(|| vec![word.to_owned()])
}

/// Values that a parameter may have, as JSON.
fn values(code: Code, spec: ParamSpec, language: Language) -> Vec<Value> {
    let sample = Reason::sample(code);
    match (spec.kind, sample.params.get(spec.name)) {
        (ParamKind::Number, _) if spec.name.ends_with("seconds") => {
            vec![json!(0), json!(1), json!(59)]
        }
        (ParamKind::Number, _) => vec![json!(1), json!(3), json!(7), json!(1_000_000)],
        (ParamKind::Date, _) => vec![json!("2026-12-31")],
        (ParamKind::Amount, _) => vec![json!("1999999.99"), json!("0")],
        (ParamKind::Decimal, _) => vec![json!("0.2"), json!("12.5")],
        (ParamKind::Word, _) if spec.name == "allowed" => vec![
            json!("expiry, loss"),
            json!("KZ-10, KZ-71"),
            json!("disability, orphan"),
        ],
        (ParamKind::Word, _) if spec.name == "profile" => {
            // `other` is a word of grounds, too.
            let mut profiles = words_beside("srgb");
            profiles.push("other".to_owned());
            profiles.into_iter().map(Value::from).collect()
        }
        (ParamKind::Word, Some(ParamValue::Word { value })) => {
            words_beside(value).into_iter().map(Value::from).collect()
        }
        // An identifier must not be printed: where a centre is named, its names are parameters.
        (_, Some(value)) if spec.name == "centre" => vec![json!(value.to_string())],
        (_, Some(value)) => {
            let value = value.to_string();
            vec![json!(long(spec.name, language).unwrap_or(&value))]
        }
        _ => unreachable!("a sample has all parameters"),
    }
}

/// Every code with these parameters: as many reasons as the parameter with most values has.
fn reasons(code: Code, language: Language) -> Vec<Reason> {
    let lists = code.params().iter().map(|spec| {
        let values = values(code, *spec, language);
        (spec.name, values)
    });
    let lists: BTreeMap<&str, Vec<Value>> = lists.collect();
    let most = lists.values().map(Vec::len).max().unwrap_or(1);
    let reason = |number: usize| {
        let params = lists
            .iter()
            .map(|(name, values)| (*name, &values[number % values.len()]));
        let params: BTreeMap<&str, &Value> = params.collect();
        let json = serde_json::to_string(&params).unwrap();
        Reason::from_params(code, json.as_bytes()).unwrap()
    };
    (0..most).map(reason).collect()
}

/// Latin words that stand in Kazakh and Russian texts: names, file formats, examples.
const LATIN: [&str; 34] = [
    "AVIF", "BMP", "CMYK", "Digital", "Display", "GIF", "HEIC", "ID", "IP", "JPEG", "JSON", "PDF",
    "PNG", "SMS", "SVG", "TIFF", "UTF", "VoIP", "WebP", "XL", "XX", "XXX", "eGov", "example", "kz",
    "mail", "name", "sRGB", "gmail", "com", "ru", "INC", "ICS", "PIN",
];

/// Words in capitals that stand in English texts, besides those.
const CAPITALS: [&str; 10] = [
    "BIN", "DD", "HH", "IIN", "MM", "MRP", "MB", "PSC", "USSR", "YYYY",
];

/// Words with a hyphen that stand in English texts.
const HYPHENATED: [&str; 6] = [
    "e-mail",
    "e-government",
    "lower-case",
    "black-and-white",
    "home-front",
    "mother-heroine",
];

/// Runs of these characters.
fn runs(text: &str, belongs: fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |character| !belongs(character))
        .filter(|run| !run.is_empty())
}

/// Words that stand before no citizen.
fn excluded(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = [
        "u+",
        "библиотек",
        "кітапхана",
        "library",
        "байт",
        "byte",
        "төлқұжат",
        "жеке мәлімет",
        "личные данные",
        "личных данных",
    ];
    let found = words.into_iter().filter(|word| lower.contains(word));
    let old = text.contains("ХҚО").then_some("ХҚО");
    found.chain(old).map(str::to_owned).collect()
}

/// The parts of this text that a citizen should not read.
fn faults(text: &str, language: Language) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |what: &str| faults.push(what.to_owned());
    for run in runs(text, |c| c.is_ascii_alphanumeric() || "_-".contains(c)) {
        let run = run.trim_matches('-');
        let parts: Vec<&str> = run.split('-').collect();
        let letters = |part: &&str| part.chars().all(|c| c.is_ascii_lowercase());
        let kebab = parts.len() > 1 && parts.iter().any(|part| part.len() > 1 && letters(part));
        if run.contains('_') || (kebab && !HYPHENATED.contains(&run)) || run.starts_with("KZ-") {
            fault(&format!("the identifier {run}"));
        }
        let figures = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
        if parts.len() == 3 && parts.iter().all(figures) && parts[0].len() == 4 {
            fault(&format!("a date as {run}"));
        }
    }
    for run in runs(text, |c| c.is_ascii_alphabetic()) {
        let capitals = run.len() > 1 && run.chars().all(|c| c.is_ascii_uppercase());
        let foreign = match language {
            Language::Kk | Language::Ru => run.len() > 1,
            Language::En => capitals && !CAPITALS.contains(&run),
        };
        if foreign && !LATIN.contains(&run) {
            fault(&format!("the word {run}"));
        }
    }
    if language == Language::En && text.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c)) {
        fault("Cyrillic letters");
    }
    faults.extend(excluded(text));
    let mut fault = |what: &str| faults.push(what.to_owned());
    let words: Vec<&str> = text.split(' ').collect();
    for pair in words.windows(2) {
        let [before, word] = pair else { continue };
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let polite = ["Вы", "Вас", "Вам", "Вами"].contains(&bare)
            || bare.starts_with("Ваш")
            || bare.starts_with("Сіз");
        let inside = before.ends_with(|c: char| c.is_alphanumeric() || ",;»".contains(c));
        if polite && inside && !before.contains('\n') {
            fault(&format!("{bare} inside a sentence"));
        }
        let seconds = ["секунд", "second"]
            .iter()
            .any(|unit| word.starts_with(unit));
        if seconds && before.parse::<u32>().is_ok_and(|count| count > 59) {
            fault("more than 59 seconds");
        }
    }
    if text.contains("  ") || text.contains("..") || text.trim() != text {
        fault("spaces or points");
    }
    faults
}

/// The code whose text shows how to write a moment.
const SHOWS_A_MOMENT: Code = Code::MomentInvalid;

#[test]
fn a_citizen_can_read_every_code() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let mut wrong = BTreeSet::new();
    for code in Code::ALL.iter().copied() {
        for language in Language::ALL.iter().copied() {
            for reason in reasons(code, language) {
                let text = rules.text(&reason, language);
                for fault in faults(&text, language) {
                    if code != SHOWS_A_MOMENT || !fault.starts_with("a date") {
                        wrong.insert(format!("{code} {language}: {fault}: {text}"));
                    }
                }
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The data of a notice, long and real.
fn data(kind: NoticeKind, language: Language) -> NoticeData {
    let value = |spec: &ParamSpec| match (spec.name, spec.kind) {
        ("reasons", _) => {
            let rules = Rulebook::edition("service-2025").unwrap();
            let reason = Reason::sample(Code::TooLate);
            json!([rules.text(&reason, language)])
        }
        (_, ParamKind::Number) => json!(30),
        (_, ParamKind::Date) => json!("2026-12-31"),
        (_, ParamKind::Amount) => json!("15728.00"),
        (name, _) => json!(long(name, language).unwrap_or("2026-000101")),
    };
    let params = kind.params().iter().map(|spec| (spec.name, value(spec)));
    let params: BTreeMap<&str, Value> = params.collect();
    let json = serde_json::to_string(&params).unwrap();
    NoticeData::of_kind(kind, json.as_bytes()).unwrap()
}

#[test]
fn a_citizen_can_read_every_notice() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let day = Day::parse("2026-02-10").unwrap();
    let mut wrong = Vec::new();
    for kind in NoticeKind::ALL.iter().copied() {
        for language in Language::ALL.iter().copied() {
            let data = data(kind, language);
            let notice = rules.notice(&data, language, day).unwrap();
            if notice.sms.segments > 2 {
                let sms = &notice.sms;
                let (units, segments) = (sms.units, sms.segments);
                wrong.push(format!(
                    "{kind} {language}: {units} units, {segments} segments"
                ));
            }
            let (email, push) = (&notice.email, &notice.push);
            let lines = email.text.lines().filter(|line| !line.is_empty());
            let parts = [&notice.sms.text, &email.subject, &push.title, &push.body];
            for text in parts.into_iter().map(String::as_str).chain(lines) {
                // Numbers of applications and references are not identifiers of the software.
                let text = text
                    .replace("2026-000101", "101")
                    .replace("INC-2026-0217", "217");
                for fault in faults(&text, language) {
                    wrong.push(format!("{kind} {language}: {fault}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every text in three languages that a rulebook holds: titles of sources, exemptions, zones.
fn titles(json: &Value, found: &mut Vec<String>) {
    match json {
        Value::Object(fields) => match ["kk", "ru", "en"].map(|name| fields.get(name)) {
            [
                Some(Value::String(kk)),
                Some(Value::String(ru)),
                Some(Value::String(en)),
            ] => {
                found.extend([kk, ru, en].map(String::clone));
            }
            _ => fields.values().for_each(|value| titles(value, found)),
        },
        Value::Array(values) => values.iter().for_each(|value| titles(value, found)),
        _ => {}
    }
}

#[test]
fn the_titles_of_the_rulebooks_keep_to_the_vocabulary() {
    for edition in Rulebook::editions() {
        let text = Rulebook::edition_text(edition).unwrap();
        let mut found = Vec::new();
        titles(&serde_json::from_str(text).unwrap(), &mut found);
        assert!(!found.is_empty(), "{edition}");
        for title in found {
            assert_eq!(excluded(&title), [""; 0], "{edition}: {title}");
        }
    }
}

/// The checks find what they look for: each of these sentences stood in a text once.
#[test]
fn the_checks_find_what_they_look_for() {
    for (text, language) in [
        ("В этом поле недопустим символ U+0049.", Language::Ru),
        ("Бос уақыт жоқ, ХҚКО: astana-1.", Language::Kk),
        ("Choose one of these: KZ-10, KZ-11.", Language::En),
        ("Choose one of these: hero_soviet_union.", Language::En),
        ("На этот день не установлено значение «mrp».", Language::Ru),
        ("Есть данные: 2024-01-01/2026-12-31.", Language::Ru),
        ("ХҚО-ға жүгініңіз", Language::Kk),
        ("библиотека этого не умеет", Language::Ru),
        ("кітапхана мұны тексере алмайды", Language::Kk),
        ("the library cannot do this", Language::En),
        ("Если Вы его не получили, обратитесь в ЦОН.", Language::Ru),
        ("The file is too large: 6000000 bytes.", Language::En),
        ("Технический сбой длился 661 секунду.", Language::Ru),
        ("Код TOO_EARLY.", Language::Ru),
        ("The texts of ЦОН.", Language::En),
    ] {
        assert!(!faults(text, language).is_empty(), "{text}");
    }
    for (text, language) in [
        (
            "Замените его онлайн на eGov.kz или обратитесь в ЦОН.",
            Language::Ru,
        ),
        (
            "Получение: 31.12.2026, 09:30. Вы вправе подать заявление.",
            Language::Ru,
        ),
        ("Ваше заявление № 101 принято.", Language::Ru),
        (
            "Суретті JPEG пішімінде жүктеңіз: 11 минут 1 секунд.",
            Language::Kk,
        ),
        (
            "Enter an e-mail address like name@example.kz.",
            Language::En,
        ),
    ] {
        assert_eq!(faults(text, language), [""; 0], "{text}");
    }
}
