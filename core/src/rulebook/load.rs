//! Loading editions: parsing, laying overlays over their bases, checking, compiling.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::file::RulebookFile;
use super::{FieldRules, Rulebook, overlay};
use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Section, Source};
use crate::foundation::id::SourceId;
use crate::foundation::json::{FromJson, Json, Place, parse, shown_entry, unknown_value};
use crate::foundation::language::{Language, LocalText};
use crate::foundation::problem::{Error, Reason};
use crate::foundation::problems::Problems;
use crate::people::address::AddressEntry;
use crate::people::contact::{EmailDomainsEntry, EmailEntry, PhonePlan};
use crate::people::identity::{DocumentsEntry, IinEntry};
use crate::people::names::{NameRules, Transliteration};
use crate::pictures::image::ImageLimits;
use crate::pictures::photo::PhotoProfile;
use crate::pictures::signature::SignatureRules;
use crate::service::calendar::{Calendar, Production};
use crate::service::centres::Pickup;
use crate::service::civil_time::CivilClock;
use crate::service::delivery::Delivery;
use crate::service::eligibility::EligibilityRules;
use crate::service::faults::TechnicalFaultRules;
use crate::service::feedback::FeedbackRules;
use crate::service::fees::FeeRules;
use crate::service::reminder::ReminderRules;
use crate::service::sms::SmsPolicies;
use crate::wording::texts::Texts;

/// A rulebook file has at most this many bytes; the shipped one has a tenth of it.
const MAX_BYTES: usize = 1 << 20;

/// An edition may extend one that extends another, and so on this often.
const MAX_EXTENSIONS: usize = 4;

/// An edition that the library ships.
struct Shipped {
    name: &'static str,
    text: &'static str,
    /// A constant that is computed once: the same for every caller, and never changed.
    loaded: LazyLock<Result<Rulebook, Error>>,
}

const SERVICE_2025: &str = include_str!("../../data/rulebook/service-2025.json");
const ORDER_389_253: &str = include_str!("../../data/rulebook/order-389-253.json");

/// The shipped editions; the first is the default.
static SHIPPED: [Shipped; 2] = [
    Shipped {
        name: Rulebook::DEFAULT_EDITION,
        text: SERVICE_2025,
        loaded: LazyLock::new(|| Rulebook::load(SERVICE_2025.as_bytes())),
    },
    Shipped {
        name: "order-389-253",
        text: ORDER_389_253,
        loaded: LazyLock::new(|| Rulebook::load(ORDER_389_253.as_bytes())),
    },
];

fn shipped(name: &str) -> Option<&'static Shipped> {
    SHIPPED.iter().find(|edition| edition.name == name)
}

impl Rulebook {
    /// The edition to use by default.
    pub const DEFAULT_EDITION: &'static str = "service-2025";

    /// The names of the shipped editions; the first is the default.
    ///
    /// - `service-2025` follows the service description: the pilot ends on 1 March 2026, exclusive.
    /// - `order-389-253` follows the joint order as adopted: through 31 March 2026, inclusive.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// assert_eq!(Rulebook::editions(), ["service-2025", "order-389-253"]);
    /// ```
    #[must_use]
    pub fn editions() -> Vec<&'static str> {
        SHIPPED.iter().map(|edition| edition.name).collect()
    }

    /// The shipped edition with this name, loaded once for the whole process.
    ///
    /// # Errors
    /// `EDITION_UNKNOWN` for an unknown one.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// let adopted = Rulebook::edition("order-389-253")?;
    /// assert_eq!(adopted.pilot()[0].last.to_string(), "2026-03-31");
    /// assert!(Rulebook::edition("no-such-edition").is_err());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    pub fn edition(name: &str) -> Result<&'static Rulebook, Error> {
        let edition = shipped(name).ok_or_else(edition_unknown)?;
        edition.loaded.as_ref().map_err(Error::clone)
    }

    /// The text of a shipped edition's file, to read or to start one's own from.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// assert!(Rulebook::edition_text("service-2025").is_some_and(|text| text.starts_with('{')));
    /// ```
    #[must_use]
    pub fn edition_text(name: &str) -> Option<&'static str> {
        shipped(name).map(|edition| edition.text)
    }

    /// Loads a rulebook from a file's text: a whole one, or an overlay that says in `extends` which
    /// shipped edition it changes.
    ///
    /// # Errors
    /// Every problem that the file has, each with its place. In an overlay, places are those of the
    /// whole that results.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// let error = Rulebook::load(br#"{"edition": "own", "extends": "no-such-edition"}"#).unwrap_err();
    /// assert_eq!(error.first().pointer, "/extends");
    /// ```
    pub fn load(text: &[u8]) -> Result<Rulebook, Error> {
        let mut problems = Problems::new();
        let json = extend(parse(text, MAX_BYTES)?, &mut problems)?;
        let file = RulebookFile::from_json(&json, Place::ROOT, &mut problems);
        check_sources(&json, &mut problems);
        let rulebook = file.and_then(|file| compile(file, &mut problems));
        match (rulebook, problems.into_error()) {
            (Some(rulebook), None) => Ok(rulebook),
            (_, Some(error)) => Err(error),
            // An entry that is not compiled has given its reason; this arm only spares a panic.
            (None, None) => Err(Reason::new(Code::MissingField).into()),
        }
    }
}

fn edition_unknown() -> Reason {
    Reason::new(Code::EditionUnknown).with("available", Rulebook::editions().join(", "))
}

/// Lays an overlay over the edition that it extends, down to one that extends no other.
fn extend<'j>(mut json: Json<'j>, problems: &mut Problems) -> Result<Json<'j>, Error> {
    for _ in 0..=MAX_EXTENSIONS {
        let Some(base) = json.field("extends") else {
            return Ok(json);
        };
        let text = match base {
            Json::Text(name) => Rulebook::edition_text(name),
            _ => None,
        };
        let at = || Place::ROOT.field("extends").pointer();
        let text = text.ok_or_else(|| edition_unknown().at(at()))?;
        let base = parse(text.as_bytes(), MAX_BYTES)?;
        if let Json::Map(fields) = &mut json {
            fields.retain(|(name, _)| name != "extends");
        }
        json = overlay::lay(base, json, Place::ROOT, problems);
    }
    Err(edition_unknown().into())
}

/// Every `source` anywhere in the file, and every field whose name ends so, must be one of `sources`.
fn check_sources(json: &Json<'_>, problems: &mut Problems) {
    let listed = match json.field("sources") {
        Some(Json::Map(sources)) => sources.iter().map(|(name, _)| name.as_ref()).collect(),
        _ => BTreeSet::new(),
    };
    cited(json, &Place::ROOT, &listed, problems);
}

fn cited(json: &Json<'_>, at: &Place<'_>, listed: &BTreeSet<&str>, problems: &mut Problems) {
    if problems.is_full() {
        return;
    }
    match json {
        Json::Map(fields) => {
            for (name, value) in fields {
                let at = at.field(name);
                if (name == "source" || name.ends_with("_source"))
                    && let Json::Text(source) = value
                    && !listed.contains(source.as_ref())
                {
                    let reason =
                        Reason::new(Code::SourceUnknown).with("cited", shown_entry(source));
                    problems.push(reason.at(at.pointer()));
                }
                cited(value, &at, listed, problems);
            }
        }
        Json::List(list) => {
            for (index, value) in list.iter().enumerate() {
                cited(value, &at.index(index), listed, problems);
            }
        }
        _ => {}
    }
}

fn compile(file: RulebookFile, problems: &mut Problems) -> Option<Rulebook> {
    if file.schema != 1 {
        problems.push(unknown_value(Place::ROOT.field("schema"), &["1"]));
    }
    let sources = named_sources(file.sources, problems);
    // A section whose own reading failed is incomplete, and problems of its periods could be false,
    // so only the others are checked further.
    let broken: Vec<String> = problems
        .iter()
        .map(|problem| problem.pointer.clone())
        .collect();
    let intact = |name: &str| !broken.iter().any(|at| at.split('/').nth(1) == Some(name));
    macro_rules! section {
        ($name:ident) => {
            Section {
                name: stringify!($name),
                entries: if intact(stringify!($name)) {
                    file.$name
                } else {
                    BTreeMap::new()
                },
            }
        };
    }
    macro_rules! series {
        ($type:ident, $name:ident) => {{
            let section = section!($name);
            $type::series(section.entries, Place::ROOT.field(section.name), problems)
        }};
    }
    let eligibility = EligibilityRules::compile(
        section!(online),
        section!(window),
        section!(pilot),
        problems,
    );
    let fees = FeeRules::compile(
        section!(mrp),
        &section!(duties),
        section!(expedited),
        section!(exemptions),
        &file.titles,
        problems,
    );
    let delivery = Delivery::compile(section!(delivery), problems);
    let words = file.titles.iter().chain(delivery.titles());
    let texts = compile_texts(words, &file.texts, problems);
    let fields = FieldRules {
        iin: series!(IinEntry, iin),
        documents: series!(DocumentsEntry, documents),
        phone: series!(PhonePlan, phone),
        email: series!(EmailEntry, email),
        email_domains: series!(EmailDomainsEntry, email_domains),
        names: series!(NameRules, names),
        transliteration: series!(Transliteration, transliteration),
        address: series!(AddressEntry, address),
        image: series!(ImageLimits, image),
        photo: series!(PhotoProfile, photo),
        signature: series!(SignatureRules, signature),
    };
    let (tables, names) = (&fields.transliteration, &fields.names);
    Transliteration::check_letters(tables, names, Place::ROOT.field("names"), problems);
    Some(Rulebook {
        name: file.edition,
        title: file.title,
        sources,
        eligibility: eligibility?,
        fees,
        calendar: Calendar::compile(file.calendar, Place::ROOT.field("calendar"), problems),
        production: Production::compile(section!(production), problems),
        pickup: Pickup::compile(section!(pickup), problems),
        delivery,
        civil_time: CivilClock::compile(section!(civil_time), problems),
        fields,
        technical_fault: TechnicalFaultRules::compile(section!(technical_fault), problems),
        reminders: ReminderRules::compile(section!(reminders), problems),
        feedback: FeedbackRules::compile(section!(feedback), problems),
        sms: SmsPolicies::compile(section!(sms), section!(sms_letters), problems),
        texts,
    })
}

fn named_sources(
    named: BTreeMap<String, Source>,
    problems: &mut Problems,
) -> BTreeMap<SourceId, Source> {
    let mut sources = BTreeMap::new();
    for (name, source) in named {
        source.check(Place::ROOT.field("sources").field(&name), problems);
        match SourceId::read(&name) {
            Ok(id) => drop(sources.insert(id, source)),
            Err(reason) => {
                problems.push(reason.at(Place::ROOT.field("sources").field(&name).pointer()));
            }
        }
    }
    sources
}

/// The shipped texts, with the file's titles as words and its own texts over them.
fn compile_texts<'t>(
    titles: impl Iterator<Item = (&'t String, &'t LocalText)>,
    overrides: &BTreeMap<String, String>,
    problems: &mut Problems,
) -> Texts {
    let mut texts = Texts::shipped().clone();
    texts.add_words(
        &titles
            .map(|(name, title)| (name.clone(), title.clone()))
            .collect(),
    );
    for (name, ftl) in overrides {
        let Some(language) = Language::parse(name) else {
            let at = Place::ROOT.field("texts");
            let languages: Vec<&str> = Language::ALL.iter().map(|it| it.as_str()).collect();
            problems.push(unknown_value(at.field(name), &languages));
            continue;
        };
        match texts.with_overrides(language, ftl) {
            Ok(changed) => texts = changed,
            Err(error) => problems.extend(error.into_problems()),
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::dated::NamedSource;
    use proptest::prelude::*;

    /// The problems of an overlay of the default edition with these fields.
    fn overlay_problems(fields: &str) -> Vec<String> {
        let text = format!(r#"{{"edition": "test", "extends": "service-2025", {fields}}}"#);
        match Rulebook::load(text.as_bytes()) {
            Ok(_) => Vec::new(),
            Err(error) => error
                .problems()
                .map(|problem| format!("{} {}", problem.code, problem.pointer))
                .collect(),
        }
    }

    #[test]
    fn both_shipped_editions_load() {
        for name in Rulebook::editions() {
            assert_eq!(Rulebook::edition(name).unwrap().name().as_str(), name);
        }
        assert_eq!(
            Rulebook::edition("2024").unwrap_err().code(),
            Code::EditionUnknown
        );
    }

    #[test]
    fn overlapping_periods_are_rejected_with_their_place() {
        let mrp = r#""mrp": {"again": {"from": "2026-06-01", "until": "2027-06-01",
            "source": "budget-2026", "amount": "4500"}}"#;
        assert_eq!(overlay_problems(mrp), ["PERIOD_OVERLAP /mrp/again"]);
    }

    #[test]
    fn a_gap_is_rejected_where_a_series_promises_none() {
        let faults = r#""technical_fault": {
            "pilot": {"until": "2026-01-01", "source": "order-389-253", "more_than_seconds": 600},
            "second": {"from": "2026-04-01", "source": "order-389-253", "more_than_seconds": 600}}"#;
        assert_eq!(
            overlay_problems(faults),
            ["PERIOD_GAP /technical_fault/second"]
        );
    }

    #[test]
    fn every_problem_of_a_file_is_listed() {
        let found = overlay_problems(
            r#"
            "colour": {},
            "window": {"expiry": {"source": "nobody", "opens_days_before": 4000, "closes_days_after": 10}},
            "mrp": {"2026": {"from": "2026-01-01", "until": "2025-01-01", "source": "budget-2026", "amount": "4325"},
                    "2027": {"from": "2027-01-01", "source": "budget-2026", "amount": "-1"}},
            "online": {"service": {"source": "order-389-253", "documents": ["identity_card", "visa"], "grounds": []}}"#,
        );
        for expected in [
            "UNKNOWN_FIELD /colour",
            "SOURCE_UNKNOWN /window/expiry/source",
            "AMOUNT_INVALID /mrp/2027/amount",
            "UNKNOWN_VALUE /online/service/documents/1",
        ] {
            assert!(
                found.iter().any(|problem| problem == expected),
                "{expected}: {found:?}"
            );
        }
        assert_eq!(found.len(), 4, "{found:?}");
    }

    #[test]
    fn a_pilot_without_periods_is_rejected() {
        assert_eq!(
            overlay_problems(r#""pilot": {"period": null}"#),
            ["MISSING_FIELD /pilot"]
        );
    }

    #[test]
    fn what_is_extended_and_cited_is_named_by_texts() {
        for extends in ["7", "\"2024\"", "{}"] {
            let text = format!(r#"{{"edition": "test", "extends": {extends}}}"#);
            let error = Rulebook::load(text.as_bytes()).unwrap_err();
            assert_eq!(
                (error.code(), error.first().pointer.as_str()),
                (Code::EditionUnknown, "/extends")
            );
        }
        let found = overlay_problems(r#""sources": []"#);
        assert!(
            found.iter().any(|problem| problem == "WRONG_TYPE /sources"),
            "{found:?}"
        );
    }

    /// SPEC 2: a contradictory file is rejected; no entry hides another of the same name.
    #[test]
    fn an_overlay_that_says_a_thing_twice_is_rejected() {
        let found = overlay_problems(
            r#""mrp": {"2026": {"from": "2026-01-01", "until": "2027-01-01", "source": "budget-2026", "amount": "1"},
                       "2026": {"from": "2026-01-01", "until": "2027-01-01", "source": "budget-2026", "amount": "2"}},
               "exemptions": {}, "exemptions": {}, "titles": {"new": {"kk": "а", "ru": "б", "en": "c", "kk": "г"}}"#,
        );
        let expected = [
            "DUPLICATE_FIELD /mrp/2026",
            "DUPLICATE_FIELD /exemptions",
            "DUPLICATE_FIELD /titles/new/kk",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn names_and_texts_of_a_file_are_checked_with_the_rest() {
        let found = overlay_problems(
            r#""schema": 2, "title": {"kk": "а", "ru": "б", "en": "c"},
               "sources": {"Bad Name": {"title": {"kk": "а", "ru": "б", "en": "c"}, "confidence": "own_choice"}},
               "texts": {"de": "TOO_EARLY = Zu früh", "en": "TOO_EARLY = { $day }"}"#,
        );
        let expected = [
            "UNKNOWN_VALUE /schema",
            "ID_INVALID /sources/<unknown>",
            "UNKNOWN_VALUE /texts/de",
            "MESSAGE_VARIABLE /texts/en/TOO_EARLY",
        ];
        assert_eq!(found, expected);
    }

    /// SPEC 2: a source has a number, a date, an article and an address.
    #[test]
    fn what_a_source_is_cited_with_has_bounds() {
        let source = |more: &str| {
            let source = format!(
                r#""sources": {{"decree": {{"title": {{"kk": "а", "ru": "б", "en": "c"}},
                    "confidence": "high", {more}}}}}"#
            );
            overlay_problems(&source)
        };
        let good = r#""number": "235-V", "date": "2014-07-05", "article": "492", "url": "https://adilet.zan.kz/rus/docs/K1400000235""#;
        assert_eq!(source(good), Vec::<String>::new());
        let long = "1".repeat(65);
        for (more, at) in [
            (r#""number": """#.to_owned(), "number"),
            (r#""number": " ""#.to_owned(), "number"),
            (format!(r#""number": "{long}""#), "number"),
            ("\"article\": \"4\u{202e}2\"".to_owned(), "article"),
            (r#""url": "http://adilet.zan.kz""#.to_owned(), "url"),
            (r#""url": "javascript:alert(1)""#.to_owned(), "url"),
            (r#""url": "https://""#.to_owned(), "url"),
            (r#""url": "https://a b""#.to_owned(), "url"),
            ("\"url\": \"https://a/<b>\"".to_owned(), "url"),
            (format!(r#""url": "https://{}""#, "a".repeat(300)), "url"),
        ] {
            let expected = [format!("VALUE_BOUNDS /sources/decree/{at}")];
            assert_eq!(source(&more), expected, "{more}");
        }
        let window = r#""window": {"expiry": {"source": "order-389-253", "opens_days_before": 30,
            "closes_days_after": 10, "late_source": "nobody"}}"#;
        assert_eq!(
            overlay_problems(window),
            ["SOURCE_UNKNOWN /window/expiry/late_source"]
        );
    }

    /// SPEC 2: our own choices are said to have no official source; nothing is a library's.
    #[test]
    fn own_choices_say_that_there_is_no_official_source() {
        let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
        let said = [
            "Ресми дерек жоқ",
            "Официального источника нет",
            "No official source",
        ];
        for NamedSource { id, source } in rules.sources() {
            for (language, said) in Language::ALL.iter().zip(said) {
                let text = rules.texts().cite(&source, *language);
                let own = source.confidence == crate::foundation::dated::Confidence::OwnChoice;
                let own = own && id.as_str() != "illustrative-tariff";
                assert_eq!(text.contains(said), own, "{id}: {text}");
                for library in ["кітапхана", "библиотек", "library"] {
                    assert!(!text.to_lowercase().contains(library), "{id}: {text}");
                }
            }
        }
    }

    #[test]
    fn a_source_is_cited_with_article_number_and_date() {
        let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
        let cited = |id: &str| {
            let source = rules.source(SourceId::parse(id).unwrap()).unwrap();
            Language::ALL
                .iter()
                .map(|language| rules.texts().cite(source, *language))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            cited("administrative-offences-code"),
            [
                "Әкімшілік құқық бұзушылық туралы кодекс, 492-бап (№ 235-V, 2014 жылғы 5 шілде)",
                "Кодекс об административных правонарушениях, статья 492 (№ 235-V от 5 июля 2014 года)",
                "Code on Administrative Offences, article 492 (No. 235-V of 5 July 2014)",
            ]
        );
        assert_eq!(
            cited("budget-2024")[1],
            "Закон о республиканском бюджете на 2024–2026 годы (5 декабря 2023 года)"
        );
        assert_eq!(
            cited("library-choice")[0],
            "Ресми дерек жоқ: бағдарлама әзірлеушілерінің шешімі"
        );
        // TOO_LATE speaks of the offence, and cites the law that makes it one.
        let day = |text| crate::foundation::day::Day::parse(text).unwrap();
        let late = crate::service::eligibility::Inquiry::renewal(day("2026-01-30"));
        let decision = rules.decide(&late, day("2026-02-10")).unwrap();
        let said = rules.explain(&decision, Language::En);
        let late = said
            .iter()
            .find(|statement| statement.code == Code::TooLate)
            .unwrap();
        assert_eq!(
            late.source_title.as_deref(),
            Some("Code on Administrative Offences, article 492 (No. 235-V of 5 July 2014)")
        );
    }

    #[test]
    fn a_file_shows_its_titles_in_every_language_and_no_longer_than_a_paragraph() {
        let holiday = |ru: &str| {
            overlay_problems(&format!(
                r#""delivery": {{"illustrative": {{"source": "illustrative-tariff", "regions": {{}},
                    "zones": {{"city": {{"title": {{"kk": "қ", "ru": "{ru}", "en": "c"}},
                        "working_days": 2, "fee": "1", "illustrative": true}}}}}}}}"#
            ))
        };
        assert!(holiday("г").is_empty());
        let at = ["VALUE_BOUNDS /delivery/illustrative/zones/city/title"];
        assert_eq!(holiday(" "), at);
        assert!(holiday(&"г".repeat(300)).is_empty());
        assert_eq!(holiday(&"г".repeat(301)), at);
    }

    #[test]
    fn editions_say_what_they_are_called_and_cite() {
        let rules = Rulebook::edition("order-389-253").unwrap();
        assert!(rules.title().kk.contains("389"));
        let named = rules.sources().remove(0);
        assert_eq!(rules.source(named.id), Some(&named.source));
        assert_eq!(rules.source(SourceId::parse("nobody").unwrap()), None);
    }

    #[test]
    fn a_window_beyond_its_bounds_is_rejected_at_the_field() {
        let window = r#""window": {"expiry": {"source": "order-389-253",
            "opens_days_before": 4000, "closes_days_after": 3651}}"#;
        let expected = [
            "VALUE_BOUNDS /window/expiry/closes_days_after",
            "VALUE_BOUNDS /window/expiry/opens_days_before",
        ];
        let mut found = overlay_problems(window);
        found.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_empty_period_is_rejected() {
        let mrp = r#""mrp": {"2026": {"from": "2026-01-01", "until": "2026-01-01",
            "source": "budget-2026", "amount": "4325"}}"#;
        assert_eq!(overlay_problems(mrp), ["PERIOD_EMPTY /mrp/2026"]);
    }

    #[test]
    fn an_overlay_of_an_unknown_edition_is_rejected() {
        let error = Rulebook::load(br#"{"edition": "a", "extends": "b"}"#).unwrap_err();
        assert_eq!(
            (error.code(), error.first().pointer.as_str()),
            (Code::EditionUnknown, "/extends")
        );
    }

    #[test]
    fn a_new_decree_needs_one_entry() {
        let text = r#"{"edition": "next", "extends": "service-2025",
            "mrp": {"2027": {"from": "2027-01-01", "until": "2028-01-01", "source": "budget-2026", "amount": "4700"}}}"#;
        let rules = Rulebook::load(text.as_bytes()).unwrap();
        let inquiry = crate::service::fees::FeeInquiry {
            ground: crate::people::identity::Ground::Damage,
            ..crate::service::fees::FeeInquiry::renewal(
                crate::foundation::day::Day::parse("2027-01-01").unwrap(),
            )
        };
        assert_eq!(rules.quote(&inquiry).unwrap().total.to_string(), "940.00");
        let shipped = Rulebook::edition("service-2025").unwrap();
        assert_eq!(
            shipped.quote(&inquiry).unwrap_err().code(),
            Code::NotCovered
        );
    }

    proptest! {
        #[test]
        fn a_mutated_file_never_panics(position in 0usize..20_000, byte in any::<u8>()) {
            let mut text = Rulebook::edition_text("service-2025").unwrap().as_bytes().to_vec();
            let position = position % text.len();
            text[position] = byte;
            let _ = Rulebook::load(&text);
        }
    }
}
