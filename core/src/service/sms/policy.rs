//! The sending of short messages as written or in Latin letters, and the letters.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::letters::{self, Letters, SmsLetters, Words};
use super::{SmsCount, SmsEncoding, count};
use qujat_export::export;

use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::json::Place;
use crate::foundation::language::Language;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::foundation::words::words;

words! {
    /// The way in which short messages are sent.
    #[export(code)]
    SmsMode {
        /// As they are written.
        Original = "original",
        /// In Latin letters, in GSM-7.
        Transliterate = "transliterate",
        /// In Latin letters if that takes fewer segments.
        Shorter = "shorter",
    }
}

dated! {
    /// The way in which short messages are sent in a period.
    #[derive(Clone, Debug)]
    pub(crate) struct SmsEntry {
        /// The mode.
        pub(crate) mode: SmsMode,
    }

    /// The spelling of texts in Latin letters in a period.
    #[derive(Clone, Debug)]
    pub(crate) struct SmsLettersEntry {
        /// The spelling of letters and signs outside GSM-7.
        pub(crate) letters: SmsLetters,
        /// Words that are written otherwise than letter by letter, in every language: at most 100,
        /// each of at most 32 letters, as written here, and its form in GSM-7 of at most 32 bytes.
        pub(crate) words: BTreeMap<String, String>,
    }
}

/// The way in which short messages are sent: as written, or in Latin letters.
#[derive(Clone, Debug)]
pub struct SmsPolicy {
    mode: SmsMode,
    latin: Arc<Latin>,
}

/// The spelling of texts in Latin letters, in each language.
#[derive(Clone, Debug, Default)]
struct Latin {
    kk: Letters,
    ru: Letters,
    en: Letters,
    words: Words,
}

impl SmsPolicy {
    /// The policy that sends every text as it is written. It needs no rulebook.
    #[must_use]
    pub fn original() -> SmsPolicy {
        SmsPolicy {
            mode: SmsMode::Original,
            latin: Arc::default(),
        }
    }

    /// The way in which short messages are sent.
    #[must_use]
    pub fn mode(&self) -> SmsMode {
        self.mode
    }

    /// The text as it is to be sent, and its count. When both forms take as many segments,
    /// [`SmsMode::Shorter`] leaves the text as it is.
    pub(crate) fn apply(&self, text: String, language: Language) -> (String, SmsCount) {
        let original = count(&text);
        let keep = match self.mode {
            SmsMode::Original => true,
            SmsMode::Transliterate => original.encoding == SmsEncoding::Gsm7,
            SmsMode::Shorter => original.segments <= 1,
        };
        if keep {
            return (text, original);
        }
        let latin = self.latin.write(&text, language);
        let counted = count(&latin);
        if self.mode == SmsMode::Shorter && original.segments <= counted.segments {
            return (text, original);
        }
        (latin, counted)
    }
}

/// The rulebook's sections `sms` and `sms_letters`, ready for use. They are two, so that an overlay
/// can change the mode without the letters.
#[derive(Clone, Debug)]
pub(crate) struct SmsPolicies {
    modes: Series<SmsEntry>,
    letters: Series<Arc<Latin>>,
}

impl SmsPolicies {
    /// Compiles the sections; their entries have to follow each other without gaps. Reports
    /// `VALUE_BOUNDS` for a replacement that is not as [`SmsLetters`] and [`SmsLettersEntry`] say,
    /// and `MISSING_FIELD` for a letter of the Kazakh or Russian alphabet that a language has no
    /// replacement for.
    pub(crate) fn compile(
        modes: Section<SmsEntry>,
        letters: Section<SmsLettersEntry>,
        problems: &mut Problems,
    ) -> SmsPolicies {
        let Section { name, entries } = letters;
        let at = Place::ROOT.field(name);
        SmsPolicies {
            modes: modes.series(Gaps::Refused, problems),
            letters: Series::compiled(
                name,
                entries,
                Gaps::Refused,
                at,
                problems,
                |entry, at, problems| Arc::new(Latin::new(&entry, at, problems)),
            ),
        }
    }

    /// The policy in force on this day. Letters are looked up only if they may be needed.
    pub(crate) fn on(&self, day: Day) -> Result<SmsPolicy, Reason> {
        match self.modes.on(day)?.mode {
            SmsMode::Original => Ok(SmsPolicy::original()),
            mode => Ok(SmsPolicy {
                mode,
                latin: Arc::clone(self.letters.on(day)?),
            }),
        }
    }
}

impl Latin {
    fn new(entry: &SmsLettersEntry, at: Place<'_>, problems: &mut Problems) -> Latin {
        let SmsLetters { common, kk, ru, en } = &entry.letters;
        let words = Words::compile(&entry.words, at.field("words"), problems);
        let at = at.field("letters");
        let common = letters::replacements(common, at.field("common"), problems);
        let mut language = |name, own| Letters::compile(&common, own, at.field(name), problems);
        Latin {
            kk: language("kk", kk),
            ru: language("ru", ru),
            en: language("en", en),
            words,
        }
    }

    /// The text in GSM-7.
    fn write(&self, text: &str, language: Language) -> String {
        let letters = match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        };
        letters.transliterate(text, &self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::LETTERS;
    use super::*;
    use crate::foundation::catalogue::Code;
    use proptest::prelude::*;

    fn shipped(section: &str) -> String {
        crate::rulebook::shipped_section(section).to_owned()
    }

    fn compile(modes: &str, letters: &str) -> (SmsPolicies, Problems) {
        fn section<T: crate::foundation::json::FromJson>(
            name: &'static str,
            json: &str,
        ) -> Section<T> {
            let entries = crate::foundation::json::read(json.as_bytes(), 1 << 20).unwrap();
            Section { name, entries }
        }
        let mut problems = Problems::new();
        let (modes, letters) = (section("sms", modes), section("sms_letters", letters));
        let policies = SmsPolicies::compile(modes, letters, &mut problems);
        (policies, problems)
    }

    fn mode(mode: SmsMode) -> String {
        shipped("sms").replace("original", mode.as_str())
    }

    /// The shipped letters, with another mode than the shipped one.
    fn policy(wanted: SmsMode) -> SmsPolicy {
        static LETTERS: std::sync::LazyLock<Series<Arc<Latin>>> = std::sync::LazyLock::new(|| {
            let (policies, problems) = compile(&shipped("sms"), &shipped("sms_letters"));
            assert!(problems.is_empty(), "{problems:?}");
            policies.letters
        });
        let (policies, _) = compile(&mode(wanted), "{}");
        let policies = SmsPolicies {
            letters: LETTERS.clone(),
            ..policies
        };
        let policy = policies.on(Day::parse("2026-01-15").unwrap()).unwrap();
        assert_eq!(policy.mode(), wanted);
        policy
    }

    fn latin(text: &str, language: Language) -> String {
        policy(SmsMode::Transliterate)
            .apply(text.to_owned(), language)
            .0
    }

    /// SPEC 8: the Ministry's own SMS; its `ı`, which is not in GSM-7, is written `i`.
    #[test]
    fn kazakh_is_written_as_the_ministry_writes_it() {
        let text = "Сіздің жеке куәлігіңіздің жарамдылық мерзімі 30 күннен кейін аяқталады, \
            ХҚКО-ға хабарласыңыз";
        let ministry = "Sizdin jeke kualiginizdin jaramdylyq merzimi 30 kunnen keıin aıaqtalady, \
            HQKO-ga habarlasynyz";
        assert_eq!(latin(text, Language::Kk), ministry.replace('ı', "i"));
    }

    #[test]
    fn russian_and_names_in_english_texts() {
        assert_eq!(
            latin("Оформление не доступно, обратитесь в ЦОН", Language::Ru),
            "Oformlenie ne dostupno, obratites v CON"
        );
        assert_eq!(
            latin("Щучинск, ул. Ёлочная", Language::Ru),
            "Shchuchinsk, ul. Yolochnaya"
        );
        assert_eq!(
            latin("Centre “Жүзімдік”", Language::En),
            "Centre \"Zhuzimdik\""
        );
    }

    #[test]
    fn capitals_follow_their_neighbours() {
        assert_eq!(
            latin("Шымкент ШЫМКЕНТ Ш. ЦШ", Language::Ru),
            "Shymkent SHYMKENT Sh. TSSH"
        );
    }

    #[test]
    fn what_has_no_replacement_becomes_a_question_mark() {
        assert_eq!(latin("ы😀漢", Language::Kk), "y??");
    }

    #[test]
    fn original_leaves_everything_as_it_is() {
        let (text, count) = policy(SmsMode::Original).apply("ж".repeat(100), Language::Kk);
        assert_eq!((text, count.segments), ("ж".repeat(100), 2));
    }

    /// `shorter` takes the form with fewer segments; the original wins ties.
    #[test]
    fn shorter_wins_only_if_it_is_shorter() {
        let shorter = |text: String| policy(SmsMode::Shorter).apply(text, Language::Kk);
        let (text, count) = shorter("ж".repeat(70));
        assert_eq!((text, count.segments), ("ж".repeat(70), 1));
        let (text, count) = shorter("ж".repeat(71));
        assert_eq!((text, count.segments), ("j".repeat(71), 1));
        assert_eq!(count.encoding, SmsEncoding::Gsm7);
        // 80 letters become 160 in one segment of Latin letters, and 81 become 162 in two.
        assert_eq!(shorter("ш".repeat(80)).0, "sh".repeat(80));
        assert_eq!(shorter("ш".repeat(81)).0, "ш".repeat(81));
    }

    /// Words as the Ministry writes them, and nothing that only begins or ends as they do.
    #[test]
    fn whole_words_come_before_letters() {
        let cases = [
            ("ЦОН", "CON"),
            ("В ЦОНе, ЦОН.", "V CONe, CON."),
            ("«ЦОН»-ға", "\"CON\"-ga"),
            ("ЦОНЫ ЭЦОН", "TSONY ETSON"),
            ("ХҚКО-ға", "HQKO-ga"),
        ];
        for (text, expected) in cases {
            assert_eq!(latin(text, Language::Kk), expected);
        }
    }

    /// An operator switches the mode, and repeats nothing of the letters.
    #[test]
    fn the_mode_is_switched_without_the_letters() {
        let overlay = br#"{"edition": "example", "extends": "service-2025",
            "sms": {"default": {"source": "library-choice", "mode": "shorter"}}}"#;
        let rules = crate::Rulebook::load(overlay).unwrap();
        let data = crate::NoticeData::Ready {
            application: "2026-000101".into(),
            day: Day::parse("2026-03-03").unwrap(),
            time: "09:30".into(),
            centre: "ЦОН Есильского района".into(),
            address: "Астана, ул. Керей, Жанибек хандар, 4".into(),
        };
        let day = Day::parse("2026-02-10").unwrap();
        let notice = rules.notice(&data, Language::Ru, day).unwrap();
        assert_eq!(notice.sms.encoding, SmsEncoding::Gsm7);
        assert_eq!(notice.sms.segments, 1);
        assert!(
            notice.sms.text.contains("CON Esilskogo"),
            "{:?}",
            notice.sms.text
        );
    }

    #[test]
    fn words_have_bounds() {
        let problems = |words: serde_json::Value| {
            let mut json: serde_json::Value =
                serde_json::from_str(&shipped("sms_letters")).unwrap();
            json["default"]["words"] = words;
            let (_, problems) = compile(&shipped("sms"), &json.to_string());
            let problems = problems.iter().map(|p| format!("{} {}", p.code, p.pointer));
            problems.collect::<Vec<_>>()
        };
        let at = "VALUE_BOUNDS /sms_letters/default/words";
        for word in ["", "две части", "ы1", &"я".repeat(33)] {
            let words = serde_json::json!({ word: "x" });
            let found = problems(words);
            assert!(found.len() == 1 && found[0].starts_with(at), "{found:?}");
        }
        for form in ["ы", &"x".repeat(33)] {
            let words = serde_json::json!({ "я": form });
            let found = problems(words);
            assert!(found.len() == 1 && found[0].starts_with(at), "{found:?}");
        }
        let words = |count: u32| {
            let letter = |n: u32| char::from_u32(0x4e00 + n).unwrap().to_string();
            (0..count)
                .map(letter)
                .map(|word| (word, "x".into()))
                .collect()
        };
        assert_eq!(problems(serde_json::Value::Object(words(100))), [""; 0]);
        assert_eq!(problems(serde_json::Value::Object(words(101))), [at]);
    }

    #[test]
    fn every_problem_of_a_table_has_its_place() {
        let json = r#"{"a": {"source": "s", "words": {}, "letters": {
            "common": {"ab": "x", "a": "x", "ж": "ğ", "ш": "12345678", "ы": "y"}
        }}}"#;
        let (_, problems) = compile(&shipped("sms"), json);
        let at = |code: Code| {
            let found = problems.iter().filter(move |p| p.code == code);
            found.map(|p| p.pointer.as_str()).collect::<Vec<_>>()
        };
        let bounds =
            ["ab", "a", "ж", "ш"].map(|key| format!("/sms_letters/a/letters/common/{key}"));
        let mut found = at(Code::ValueBounds);
        found.sort_by_key(|pointer| bounds.iter().position(|b| b == pointer));
        assert_eq!(found, bounds);
        let missing = at(Code::MissingField);
        // One language lacks fewer letters than problems are told; the next one fills them up.
        assert!(LETTERS.chars().count() < Problems::MOST);
        assert_eq!(missing.len(), Problems::MOST - bounds.len());
        assert!(
            missing.contains(&"/sms_letters/a/letters/kk/ң")
                && !missing.contains(&"/sms_letters/a/letters/kk/ы")
        );
    }

    #[test]
    fn a_day_outside_all_entries_is_not_covered() {
        let since =
            |json: &str| json.replacen("\"source\"", "\"from\": \"2024-01-01\", \"source\"", 1);
        let (policies, _) = compile(&since(&shipped("sms")), &shipped("sms_letters"));
        let reason = policies.on(Day::parse("2023-12-31").unwrap()).unwrap_err();
        assert_eq!(reason.code, Code::NotCovered);
        // Letters that are not covered are missed only where they are needed.
        let letters = since(&shipped("sms_letters"));
        let day = Day::parse("2023-12-31").unwrap();
        let (original, _) = compile(&shipped("sms"), &letters);
        assert!(original.on(day).is_ok());
        let (shorter, _) = compile(&mode(SmsMode::Shorter), &letters);
        assert_eq!(shorter.on(day).unwrap_err().code, Code::NotCovered);
    }

    proptest! {
        /// The result is pure GSM-7 for every text.
        #[test]
        fn transliteration_always_gives_gsm7(text in "[а-яәіңғүұқөһА-ЯӘІҢ «»—№ a-z]{0,80}|.{0,80}") {
            let policy = policy(SmsMode::Transliterate);
            for language in Language::ALL {
                let (_, count) = policy.apply(text.clone(), *language);
                prop_assert_eq!(count.encoding, SmsEncoding::Gsm7);
            }
        }

        #[test]
        fn no_letter_of_ours_becomes_a_question_mark(text in "[а-яёәіңғүұқөһА-ЯЁӘІҢҒҮҰҚӨҺ«»—–№₸…’]{0,40}") {
            for language in Language::ALL {
                prop_assert!(!latin(&text, *language).contains('?'));
            }
        }
    }
}
