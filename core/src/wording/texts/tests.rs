//! Tests of the shipped texts and of overrides.

use super::*;
use crate::foundation::day::Day;
use crate::foundation::problem::{ParamValue, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;
use proptest::prelude::*;

fn listed(error: &Error) -> Vec<String> {
    error
        .problems()
        .map(|problem| {
            let values = problem.params.iter().map(|(_, value)| value.to_string());
            let values: Vec<String> = values.collect();
            format!("{} {} {}", problem.code, problem.pointer, values.join(", "))
        })
        .collect()
}

fn problems(language: Language, ftl: &str) -> Vec<String> {
    let overridden = Texts::shipped().with_overrides(language, ftl);
    overridden.map_or_else(|error| listed(&error), |_| Vec::new())
}

/// Explains a code with these parameters, with its text in this language replaced by `ftl`.
fn printed(language: Language, ftl: &str, reason: &Reason) -> String {
    let texts = Texts::shipped().with_overrides(language, ftl).unwrap();
    texts.explain(reason, language)
}

fn word(value: &'static str) -> ParamValue {
    ParamValue::Word {
        value: value.into(),
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

// The shipped texts.

/// SPEC 8: a missing variable or template is an error at load. Loading proves that every code and
/// every notice has its texts in three languages, and that they use the declared variables and no
/// others.
#[test]
fn the_shipped_texts_load_without_a_problem() {
    let loaded = Texts::load(shipped);
    assert_eq!(
        loaded.map_or_else(|error| listed(&error), |_| Vec::new()),
        [""; 0]
    );
}

#[test]
fn every_code_is_explained_in_every_language() {
    for code in Code::ALL.iter().copied() {
        let reason = Reason::sample(code);
        let texts = Language::ALL
            .iter()
            .map(|language| Texts::shipped().explain(&reason, *language));
        let texts: Vec<String> = texts.collect();
        for text in &texts {
            assert!(!text.trim().is_empty(), "{code}");
            assert!(!text.contains(['{', '}', '$', '\n']), "{code}: {text}");
        }
        assert!(texts[0] != texts[1] && texts[1] != texts[2], "{code}");
        assert!(
            texts[2].chars().all(|c| !('а'..='я').contains(&c)),
            "{code}"
        );
    }
}

/// Zones and categories are the rulebook's; all other words that samples use are the texts' own.
#[test]
fn sample_words_are_words_of_every_language() {
    for code in Code::ALL.iter().copied() {
        for (name, value) in Reason::sample(code).params.iter() {
            let of_rulebook = matches!(name, "zone" | "category");
            if let ParamValue::Word { value } = value
                && !of_rulebook
            {
                for (language, value) in Language::ALL
                    .iter()
                    .flat_map(|language| value.split(", ").map(move |value| (*language, value)))
                {
                    let word = Texts::shipped().word(value, language);
                    assert!(word.is_some(), "{code} {name} {value} {language}");
                }
            }
        }
    }
}

/// SPEC 1: the refusal, verbatim in Russian.
#[test]
fn the_refusal_is_verbatim() {
    let reason = Reason::new(Code::NotAvailableOnline);
    let text = Texts::shipped().explain(&reason, Language::Ru);
    assert_eq!(text, "оформление не доступно, обратитесь в ЦОН");
}

#[test]
fn words_of_the_vocabulary_are_printed_in_each_language() {
    let reason = Reason::new(Code::GroundNotOnline).with("ground", word("loss"));
    let explain = |language| Texts::shipped().explain(&reason, language);
    assert!(explain(Language::Kk).contains("жоғалту"));
    assert!(explain(Language::Ru).contains("утрата"));
    assert!(explain(Language::En).contains("loss"));
    assert_eq!(
        Texts::shipped().word("expiry-of-nothing", Language::En),
        None
    );
}

/// SPEC 13: before citizens there are no identifiers, so a list of them is one of words.
#[test]
fn several_words_are_printed_one_by_one() {
    let reason = Reason::new(Code::UnknownValue).with("allowed", word("KZ-10, KZ-75, KZ-00"));
    let explain = |language| Texts::shipped().explain(&reason, language);
    assert!(explain(Language::Kk).contains("Абай облысы, Алматы қаласы"));
    assert!(explain(Language::En).contains("Abai Region, city of Almaty, KZ-00"));
}

#[test]
fn an_empty_text_is_selected_as_none() {
    let ftl = "UNKNOWN_FIELD = { $suggestion ->\n [none] Nothing\n *[other] { $suggestion }?\n }";
    for (suggestion, expected) in [("", "Nothing"), ("email", "email?"), ("none", "Nothing")] {
        let reason = Reason::new(Code::UnknownField).with("suggestion", suggestion);
        assert_eq!(printed(Language::En, ftl, &reason), expected);
    }
}

#[test]
fn texts_without_any_files_still_explain_by_the_meaning() {
    let reason = Reason::sample(Code::TooEarly);
    let text = Texts::default().explain(&reason, Language::Kk);
    assert_eq!(text, Code::TooEarly.meaning());
}

// Printed values.

#[test]
fn dates_are_printed_long_and_short() {
    let reason = Reason::new(Code::PilotEnded).with("last_day", day("2026-02-08"));
    let long = |language| printed(language, "PILOT_ENDED = { $last_day }", &reason);
    assert_eq!(long(Language::Kk), "2026 жылғы 8 ақпан");
    assert_eq!(long(Language::Ru), "8 февраля 2026 года");
    assert_eq!(long(Language::En), "8 February 2026");
    let short = r#"PILOT_ENDED = { DATETIME($last_day, dateStyle: "short") }"#;
    for language in Language::ALL {
        assert_eq!(printed(*language, short, &reason), "08.02.2026");
    }
}

#[test]
fn amounts_have_two_decimals_at_least_and_no_grouping() {
    let cases = [
        ("865", "865,00"),
        ("786.4", "786,40"),
        ("15728.125", "15728,125"),
        ("0", "0,00"),
        ("999999999999.123456789012", "999999999999,123456789012"),
    ];
    for (amount, expected) in cases {
        let due = Tenge::parse(amount).unwrap();
        let reason = Reason::new(Code::PaymentMismatch).with("due", due);
        let text = |language| printed(language, "PAYMENT_MISMATCH = { NUMBER($due) }", &reason);
        assert_eq!(text(Language::Kk), expected);
        assert_eq!(text(Language::Ru), expected);
        assert_eq!(text(Language::En), expected.replace(',', "."));
    }
}

/// SPEC 5: the duty is 0.2 MRP, and 4 for a passport of 24 pages.
#[test]
fn rates_are_printed_with_the_decimal_mark_of_the_language() {
    for (rate, expected) in [("0.2", "0,2"), ("4", "4"), ("0.000125", "0,000125")] {
        let rate = Rate::parse(rate).unwrap();
        let reason = Reason::new(Code::StateDuty).with("rate", rate);
        let text = |language| printed(language, "STATE_DUTY = { $rate }", &reason);
        assert_eq!(text(Language::Kk), expected);
        assert_eq!(text(Language::Ru), expected);
        assert_eq!(text(Language::En), expected.replace(',', "."));
    }
}

#[test]
fn numbers_are_selected_by_exact_keys_and_plural_categories() {
    let ftl = "TOO_LATE = { $days_expired ->
        [0] ноль
        [one] { $days_expired } день
        [few] { $days_expired } дня
        [many] { $days_expired } дней
       *[other] ?
    }";
    for (days, expected) in [
        (0, "ноль"),
        (1, "1 день"),
        (2, "2 дня"),
        (5, "5 дней"),
        (11, "11 дней"),
        (21, "21 день"),
        (-3, "-3 дня"),
    ] {
        let reason = Reason::new(Code::TooLate).with("days_expired", days);
        assert_eq!(printed(Language::Ru, ftl, &reason), expected);
    }
}

#[test]
fn a_number_may_be_selected_by_its_function() {
    let ftl = "TOO_LATE = { NUMBER($days_expired) ->\n [one] a day\n *[other] days\n }";
    for (days, expected) in [(1, "a day"), (2, "days")] {
        let reason = Reason::new(Code::TooLate).with("days_expired", days);
        assert_eq!(printed(Language::En, ftl, &reason), expected);
    }
}

#[test]
fn words_are_selected_by_their_stable_spelling() {
    let ftl = "DOCUMENT_NOT_ONLINE = { $document ->\n [passport] P\n *[other] { $document }\n }";
    let text = |document: &'static str| {
        let reason = Reason::new(Code::DocumentNotOnline).with("document", word(document));
        printed(Language::En, ftl, &reason)
    };
    assert_eq!(text("passport"), "P");
    assert_eq!(text("identity_card"), "identity card");
    // A word that nobody knows is printed in its stable spelling.
    assert_eq!(text("visa"), "visa");
}

#[test]
fn text_is_printed_without_control_characters_and_isolation_marks() {
    let value = "astana\u{7}-1\u{202e}\r\nBcc: x";
    let reason = Reason::new(Code::CentreDuplicate).with("centre", value);
    let text = printed(Language::En, "CENTRE_DUPLICATE = <{ $centre }>", &reason);
    assert_eq!(text, "<astana-1 Bcc: x>");
}

#[test]
fn literals_references_and_attributes_are_put_in() {
    let ftl = "PERIOD_EMPTY = { \"{\" }{ helper }{ helper.part }{ { \"\\u0416\" } } { 5 }
    and on
helper = a { w-expiry }
    .part = { w-loss }\n";
    let reason = Reason::new(Code::PeriodEmpty);
    let expected = ["{a ", &w("expiry"), &w("loss"), "Ж 5 and on"].concat();
    assert_eq!(printed(Language::En, ftl, &reason), expected);
}

fn w(spelling: &str) -> String {
    let word = Texts::shipped().word(spelling, Language::En);
    word.unwrap().to_owned()
}

#[test]
fn a_value_that_was_not_given_prints_nothing() {
    let reason = Reason::new(Code::PilotEnded);
    assert_eq!(
        printed(Language::En, "PILOT_ENDED = <{ $last_day }>", &reason),
        "<>"
    );
}

// Refused texts.

#[test]
fn a_variable_that_the_code_does_not_have_is_refused() {
    let ftl = "TOO_EARLY = { $days }\nnotice-delivered =\n .sms = a\n .subject = a\n .text = a\n \
        .push-title = { $day }\n .push = a\n";
    let expected = [
        "MESSAGE_VARIABLE /texts/kk/TOO_EARLY TOO_EARLY, days",
        "MESSAGE_VARIABLE /texts/kk/notice-delivered/push-title notice-delivered.push-title, day",
    ];
    assert_eq!(problems(Language::Kk, ftl), expected);
}

#[test]
fn a_text_that_is_not_there_is_refused() {
    let ftl = "TOO_EARLY = { helper } { TOO_LATE.short }\nPERIOD_EMPTY = { \" \" }\n\
        notice-delivered =\n .sms = a\n .subject = a\n .text = a\n .push = a\n";
    let expected = [
        "MESSAGE_MISSING /texts/ru/TOO_EARLY helper, ru",
        "MESSAGE_MISSING /texts/ru/TOO_EARLY TOO_LATE.short, ru",
        "MESSAGE_MISSING /texts/ru/PERIOD_EMPTY PERIOD_EMPTY, ru",
        "MESSAGE_MISSING /texts/ru/notice-delivered/push-title notice-delivered.push-title, ru",
    ];
    assert_eq!(problems(Language::Ru, ftl), expected);
}

#[test]
fn a_text_that_nothing_prints_is_refused() {
    let ftl = "TOO_EARLIER = a\nTOO_EARLY = a\n .title = b\n";
    let expected = [
        "ENTRY_UNKNOWN /texts/en/TOO_EARLY/title TOO_EARLY.title",
        "ENTRY_UNKNOWN /texts/en/TOO_EARLIER TOO_EARLIER",
    ];
    assert_eq!(problems(Language::En, ftl), expected);
}

#[test]
fn what_is_not_supported_is_refused() {
    let details = [
        ("{ -brand }", "terms"),
        ("{ READY_ON }", "a text that contains itself"),
        (
            "{ UPPER($ready_on) }",
            "UPPER of $ready_on with these options",
        ),
        (
            "{ NUMBER($ready_on) }",
            "NUMBER of $ready_on with these options",
        ),
        ("{ NUMBER(5) }", "NUMBER of anything but one variable"),
        (
            "{ NUMBER($working_days, style: \"x\") }",
            "NUMBER of $working_days with these options",
        ),
        (
            "{ DATETIME($working_days) }",
            "DATETIME of $working_days with these options",
        ),
        (
            "{ DATETIME($ready_on, dateStyle: \"full\") }",
            "DATETIME of $ready_on with these options",
        ),
        (
            "{ DATETIME($ready_on, dateStyle: 5) }",
            "DATETIME of $ready_on with these options",
        ),
        ("{ \"\\{\" }", "an escape that is no character"),
        (
            "{ 5 ->\n *[other] a\n }",
            "a selector other than a variable",
        ),
        (
            "{ $ready_on ->\n *[other] a\n }",
            "[other] for a variable of kind date",
        ),
        // Kazakh has no `few`, and CLDR has no `lots`.
        (
            "{ $working_days ->\n [few] a\n *[other] b\n }",
            "[few] for a variable of kind number",
        ),
        (
            "{ $working_days ->\n [lots] a\n *[other] b\n }",
            "[lots] for a variable of kind number",
        ),
        (
            "{ $working_days ->\n [1.5] a\n *[other] b\n }",
            "[1.5] for a variable of kind number",
        ),
    ];
    for (text, detail) in details {
        let expected = format!("MESSAGE_UNSUPPORTED /texts/kk/READY_ON READY_ON, {detail}");
        let found = problems(Language::Kk, &format!("READY_ON = {text}"));
        // `READY_ON` also stands where others refer to it.
        assert_eq!(found, [expected], "{text}");
    }
    let ftl = "DOCUMENT_NOT_ONLINE = { $document ->\n [1] a\n *[other] b\n }";
    assert_eq!(problems(Language::Kk, ftl).len(), 1);
}

#[test]
fn bad_fluent_is_refused_with_its_line() {
    let expected = ["MESSAGE_SYNTAX /texts/kk 2"];
    assert_eq!(
        problems(Language::Kk, "TOO_EARLY = a\nTOO_LATE = {\n"),
        expected
    );
    let no_default = "TOO_LATE = { $days_expired ->\n    [one] a\n}\n";
    assert!(problems(Language::Kk, no_default)[0].starts_with("MESSAGE_SYNTAX /texts/kk "));
}

/// A small file must not become a huge text, nor a deep stack.
#[test]
fn references_cannot_blow_a_text_up() {
    let mut ftl = "PERIOD_EMPTY = { a0 }\n".to_owned();
    for step in 0..14 {
        let next = step + 1;
        ftl += &format!("a{step} = {{ a{next} }}{{ a{next} }}{{ a{next} }}{{ a{next} }}\n");
    }
    ftl += &format!("a14 = {}\n", "x".repeat(10_000));
    let expected =
        "MESSAGE_UNSUPPORTED /texts/en/PERIOD_EMPTY PERIOD_EMPTY, a text as long as this";
    assert_eq!(problems(Language::En, &ftl), [expected]);

    let mut ftl = "PERIOD_EMPTY = { a0 }\n".to_owned();
    for step in 0..5000 {
        ftl += &format!("a{step} = {{ a{} }}\n", step + 1);
    }
    let found = problems(Language::En, &ftl);
    assert!(
        found[0].ends_with("PERIOD_EMPTY, references nested so deeply"),
        "{}",
        found[0]
    );
}

/// A function of the longest name, referred to by every text: its problems stay small.
#[test]
fn problems_do_not_multiply() {
    let name = "F".repeat(64);
    let mut ftl = format!("a = {}\n", format!("{{ {name}() }}").repeat(1900));
    for code in Code::ALL {
        ftl += &format!("{code} = {{ a }}\n");
    }
    let error = Texts::shipped()
        .with_overrides(Language::En, &ftl)
        .unwrap_err();
    assert!(error.to_string().len() < 20 << 20);
    // A longer name is not accepted.
    let ftl = format!("TOO_EARLY = {{ {name}F($days) }}\n");
    assert_eq!(problems(Language::En, &ftl), ["MESSAGE_SYNTAX /texts/en 1"]);
}

/// Texts that are short enough one by one.
#[test]
fn texts_together_cannot_grow_without_end() {
    for long in ["{ 5 }".repeat(1900), "x".repeat(16_000)] {
        let mut ftl = format!("a = {long}\n");
        for code in Code::ALL {
            ftl += &format!("{code} = {{ a }}\n");
        }
        let found = problems(Language::En, &ftl);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].ends_with("texts that are together as long as these"),
            "{found:?}"
        );
    }
}

// Changing texts.

#[test]
fn an_override_replaces_one_message_in_one_language() {
    let shipped = Texts::shipped();
    let texts = shipped
        .with_overrides(Language::En, "NOT_HOLDER = Not yours.")
        .unwrap();
    let reason = Reason::new(Code::NotHolder);
    assert_eq!(texts.explain(&reason, Language::En), "Not yours.");
    for language in [Language::Kk, Language::Ru] {
        assert_eq!(
            texts.explain(&reason, language),
            shipped.explain(&reason, language)
        );
    }
    let other = Reason::sample(Code::TooLate);
    assert_eq!(
        texts.explain(&other, Language::En),
        shipped.explain(&other, Language::En)
    );
}

#[test]
fn texts_that_refer_to_a_replaced_message_change_with_it() {
    let ftl = "NOT_AVAILABLE_ONLINE = closed";
    let texts = Texts::shipped().with_overrides(Language::Ru, ftl).unwrap();
    let values = [Value::NONE];
    let sms = texts.notice(NoticeKind::Refused, Part::Sms, Language::Ru, &values);
    assert!(sms.contains("closed"), "{sms}");
}

impl Texts {
    /// Loads the named files of all languages.
    fn load<'f, F>(files: impl Fn(Language) -> F) -> Result<Texts, Error>
    where
        F: IntoIterator<Item = (&'f str, &'f str)>,
    {
        let mut texts = Texts::default();
        let mut problems = Problems::new();
        for language in Language::ALL.iter().copied() {
            let catalogue = Catalogue::load(language, files(language), &mut problems);
            texts.of_mut(language).origin = Origin::Own(Arc::new(catalogue));
        }
        problems.into_error().map_or(Ok(texts), Err)
    }
}

#[test]
fn words_are_added_as_plain_text_and_the_last_word_wins() {
    let zone = Reason::new(Code::DeliveryFee).with("zone", word("moon"));
    let mut texts = Texts::shipped()
        .with_overrides(Language::En, "DELIVERY_FEE = { $zone }")
        .unwrap();
    assert_eq!(texts.explain(&zone, Language::En), "moon");
    let moon = LocalText {
        kk: "ай".to_owned(),
        ru: "луна".to_owned(),
        en: "the { $Moon }\n".to_owned(),
    };
    texts.add_words(&BTreeMap::from([("moon".to_owned(), moon)]));
    assert_eq!(texts.explain(&zone, Language::En), "the { $Moon } ");
    assert_eq!(texts.word("moon", Language::Kk), Some("ай"));
    // They survive overrides of other messages, and give way to one of their own.
    let other = texts
        .with_overrides(Language::En, "NOT_HOLDER = a")
        .unwrap();
    assert_eq!(other.explain(&zone, Language::En), "the { $Moon } ");
    let mut again = other.clone();
    let full = LocalText {
        kk: "толған ай".to_owned(),
        ru: "полнолуние".to_owned(),
        en: "the full moon".to_owned(),
    };
    again.add_words(&BTreeMap::from([("moon".to_owned(), full)]));
    assert_eq!(again.explain(&zone, Language::En), "the full moon");
    let own = texts.with_overrides(Language::En, "w-moon = Luna").unwrap();
    assert_eq!(own.explain(&zone, Language::En), "Luna");
    assert_eq!(texts.explain(&zone, Language::En), "the { $Moon } ");
}

#[test]
fn every_file_needs_every_text() {
    let no_files: [(&str, &str); 0] = [];
    let error = Texts::load(|_| no_files).unwrap_err();
    let codes: Vec<Code> = error.problems().map(|problem| problem.code).collect();
    let (last, others) = codes.split_last().unwrap();
    assert_eq!((*last, others.len()), (Code::TooManyProblems, 100));
    assert!(others.iter().all(|code| *code == Code::MessageMissing));
}

#[test]
fn a_message_in_two_files_is_refused() {
    let error = Texts::load(|language| {
        let [codes, words, notices] = shipped(language);
        [codes, words, notices, ("more.ftl", "NOT_HOLDER = a")]
    });
    let found = listed(&error.unwrap_err());
    let expected = ["kk", "ru", "en"].map(|l| format!("DUPLICATE_FIELD /texts/{l}/NOT_HOLDER "));
    assert_eq!(found, expected);
}

#[test]
fn nothing_has_more_variables_than_are_kept() {
    let codes = Code::ALL.iter().map(|code| code.params().len());
    let kinds = NoticeKind::ALL.iter().map(|kind| kind.params().len());
    assert!(codes.chain(kinds).max().unwrap() <= MAX_VARIABLES);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arbitrary_overrides_never_panic(
        text in r#"((READY_ON|w-x|a) = |\.sms = |\{ ?|\}|\$(filed_on|working_days)|"|NUMBER\(|\)| ->\n|\n +|\*\[other\]|\[(one|few|1)\]|[a-zү]|READY_ON){0,30}"#,
    ) {
        problems(Language::Ru, &text);
    }

    #[test]
    fn what_a_value_says_is_printed_and_nothing_else_is(text in any::<String>()) {
        let reason = Reason::new(Code::EntryConflict).with("other", text.as_str());
        let shipped = Texts::shipped();
        let with = shipped.explain_to_operator(&reason, Language::Kk);
        let without = shipped.explain_to_operator(&Reason::new(Code::EntryConflict), Language::Kk);
        let value = clean(&text);
        prop_assert_eq!(with.len().checked_sub(value.len()), Some(without.len()));
        prop_assert!(with.contains(value.as_ref()));
        prop_assert!(!with.chars().any(char::is_control));
    }
}

// The parts of a code's text.

/// SPEC 13: a cause and its advice are two things; a citizen and an operator may read two texts.
/// The parts are the same in every language, so that an answer has the same shape in each.
#[test]
fn a_code_has_the_same_parts_in_every_language() {
    let parts = |language, code: Code| {
        let texts = &Texts::shipped().of(language).catalogue().codes[code as usize];
        [&texts.action, &texts.includes, &texts.operator].map(Option::is_some)
    };
    for code in Code::ALL.iter().copied() {
        let all = [Language::Kk, Language::Ru, Language::En].map(|language| parts(language, code));
        assert_eq!(all[0], all[1], "{code}");
        assert_eq!(all[1], all[2], "{code}");
    }
}

#[test]
fn what_to_do_stands_behind_the_cause_and_an_operator_may_read_another_text() {
    let ftl = "TOO_EARLY = Cause { $days_left }.\n .action = Action { $days_left }.\n \
        .operator = Operator.\n";
    let texts = Texts::shipped().with_overrides(Language::En, ftl).unwrap();
    let reason = Reason::new(Code::TooEarly).with("days_left", 5);
    assert_eq!(texts.cause(&reason, Language::En), "Cause 5.");
    assert_eq!(
        texts.action(&reason, Language::En).as_deref(),
        Some("Action 5.")
    );
    assert_eq!(texts.explain(&reason, Language::En), "Cause 5. Action 5.");
    assert_eq!(
        texts.explain_to_operator(&reason, Language::En),
        "Operator."
    );
    // A message is replaced as a whole: this one has neither an action nor a text of its own.
    let texts = texts
        .with_overrides(Language::En, "TOO_EARLY = Alone.")
        .unwrap();
    assert_eq!(texts.explain(&reason, Language::En), "Alone.");
    assert_eq!(texts.explain_to_operator(&reason, Language::En), "Alone.");
    assert_eq!(texts.action(&reason, Language::En), None);
}

/// SPEC 2: a gap in the rulebook is nobody's mistake. The citizen reads no name of an entry, and
/// is not told to choose another date.
#[test]
fn a_gap_in_the_rulebook_is_told_to_citizen_and_operator() {
    let reason = Reason::sample(Code::NotCovered);
    for language in Language::ALL.iter().copied() {
        let citizen = Texts::shipped().explain(&reason, language);
        assert!(!citizen.contains("mrp"), "{citizen}");
        assert!(!citizen.contains(|c: char| c.is_ascii_digit()), "{citizen}");
        let operator = Texts::shipped().explain_to_operator(&reason, language);
        assert!(operator.contains("mrp") && operator.contains("2024-01-01/2026-12-31"));
    }
}
