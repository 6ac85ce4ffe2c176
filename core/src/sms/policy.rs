//! Whether short messages are sent as written or in Latin letters, and which letters.

use super::letters::{self, Letters, SmsLetters};
use super::{SmsCount, SmsEncoding, count};
use qujat_export::export;

use crate::dated::{Gaps, Section, Series, dated};
use crate::day::Day;
use crate::json::Place;
use crate::language::Language;
use crate::problem::Reason;
use crate::problems::Problems;
use crate::words::words;

words! {
    /// How short messages are sent.
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
    /// How short messages are sent in a period.
    #[derive(Clone, Debug)]
    pub(crate) struct SmsPolicyEntry {
        /// The mode.
        pub(crate) mode: SmsMode,
        /// How letters and signs outside GSM-7 are written.
        pub(crate) letters: SmsLetters,
    }
}

/// How short messages are sent: as written, or in Latin letters.
#[derive(Clone, Debug)]
pub struct SmsPolicy {
    mode: SmsMode,
    kk: Letters,
    ru: Letters,
    en: Letters,
}

impl SmsPolicy {
    /// The policy that sends every text as it is written. It needs no rulebook.
    #[must_use]
    pub fn original() -> SmsPolicy {
        SmsPolicy {
            mode: SmsMode::Original,
            kk: Letters::default(),
            ru: Letters::default(),
            en: Letters::default(),
        }
    }

    /// How short messages are sent.
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
        let latin = self.letters(language).transliterate(&text);
        let counted = count(&latin);
        if self.mode == SmsMode::Shorter && original.segments <= counted.segments {
            return (text, original);
        }
        (latin, counted)
    }

    fn letters(&self, language: Language) -> &Letters {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }
}

/// The rulebook's section `sms`, ready for use.
#[derive(Clone, Debug)]
pub(crate) struct SmsPolicies(Series<SmsPolicy>);

impl SmsPolicies {
    /// Compiles the section; its entries have to follow each other without gaps. Reports
    /// `VALUE_BOUNDS` for a replacement that is not as [`SmsLetters`] says, and `MISSING_FIELD`
    /// for a letter of the Kazakh or Russian alphabet that a language has no replacement for.
    pub(crate) fn compile(
        section: Section<SmsPolicyEntry>,
        problems: &mut Problems,
    ) -> SmsPolicies {
        let Section { name, entries } = section;
        let at = Place::ROOT.field(name);
        SmsPolicies(Series::compiled(
            name,
            entries,
            Gaps::Refused,
            at,
            problems,
            |entry, at, problems| {
                SmsPolicy::new(entry.mode, &entry.letters, at.field("letters"), problems)
            },
        ))
    }

    /// The policy in force on this day.
    pub(crate) fn on(&self, day: Day) -> Result<&SmsPolicy, Reason> {
        self.0.on(day)
    }
}

impl SmsPolicy {
    fn new(
        mode: SmsMode,
        letters: &SmsLetters,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> SmsPolicy {
        let SmsLetters { common, kk, ru, en } = letters;
        let common = letters::replacements(common, at.field("common"), problems);
        let mut language = |name, own| Letters::compile(&common, own, at.field(name), problems);
        SmsPolicy {
            mode,
            kk: language("kk", kk),
            ru: language("ru", ru),
            en: language("en", en),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::LETTERS;
    use super::*;
    use crate::catalogue::Code;
    use proptest::prelude::*;

    static SHIPPED: std::sync::LazyLock<&[u8]> =
        std::sync::LazyLock::new(|| crate::rulebook::shipped_section("sms").as_bytes());

    fn compile(json: &[u8]) -> (SmsPolicies, Problems) {
        let section = Section {
            name: "sms",
            entries: crate::json::read(json, 1 << 20).unwrap(),
        };
        let mut problems = Problems::new();
        let policies = SmsPolicies::compile(section, &mut problems);
        (policies, problems)
    }

    fn policy(mode: SmsMode) -> SmsPolicy {
        let (policies, problems) = compile(*SHIPPED);
        assert!(problems.is_empty(), "{problems:?}");
        let day = Day::parse("2026-01-15").unwrap();
        let mut policy = policies.on(day).unwrap().clone();
        assert_eq!(policy.mode(), SmsMode::Original);
        policy.mode = mode;
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
            "Oformlenie ne dostupno, obratites v TSON"
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

    #[test]
    fn every_problem_of_a_table_has_its_place() {
        let json = r#"{"a": {"source": "s", "mode": "shorter", "letters": {
            "common": {"ab": "x", "a": "x", "ж": "ğ", "ш": "12345678", "ы": "y"}
        }}}"#;
        let (_, problems) = compile(json.as_bytes());
        let at = |code: Code| {
            let found = problems.iter().filter(move |p| p.code == code);
            found.map(|p| p.pointer.as_str()).collect::<Vec<_>>()
        };
        let bounds = ["ab", "a", "ж", "ш"].map(|key| format!("/sms/a/letters/common/{key}"));
        let mut found = at(Code::ValueBounds);
        found.sort_by_key(|pointer| bounds.iter().position(|b| b == pointer));
        assert_eq!(found, bounds);
        let missing = at(Code::MissingField);
        // One language lacks fewer letters than problems are told; the next one fills them up.
        assert!(LETTERS.chars().count() < Problems::MOST);
        assert_eq!(missing.len(), Problems::MOST - bounds.len());
        assert!(
            missing.contains(&"/sms/a/letters/kk/ң") && !missing.contains(&"/sms/a/letters/kk/ы")
        );
    }

    #[test]
    fn a_day_outside_all_entries_is_not_covered() {
        let json = String::from_utf8(SHIPPED.to_vec()).unwrap();
        let json = json.replacen("\"source\"", "\"from\": \"2024-01-01\", \"source\"", 1);
        let (policies, _) = compile(json.as_bytes());
        let reason = policies.on(Day::parse("2023-12-31").unwrap()).unwrap_err();
        assert_eq!(reason.code, Code::NotCovered);
    }

    proptest! {
        /// The result is pure GSM-7, whatever the text.
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
