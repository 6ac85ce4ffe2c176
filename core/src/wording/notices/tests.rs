//! Tests of the notices with the shipped texts.

use super::*;
use crate::foundation::day::Day;
use crate::foundation::tenge::Tenge;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A notice of this kind in which every text is `text`.
fn sample(kind: NoticeKind, text: &str) -> NoticeData {
    let (application, reasons, time) = (text.to_owned(), vec![text.to_owned()], text.to_owned());
    let (centre, address) = (text.to_owned(), text.to_owned());
    let day = day("2026-02-16");
    match kind {
        NoticeKind::Received => NoticeData::Received {
            application,
            filed_on: day,
        },
        NoticeKind::Refused => NoticeData::Refused { reasons },
        NoticeKind::PaymentDue => NoticeData::PaymentDue {
            application,
            amount: Tenge::parse("786.40").unwrap(),
        },
        NoticeKind::Registered => NoticeData::Registered {
            application,
            ready_on: day,
        },
        NoticeKind::Annulled => NoticeData::Annulled {
            application,
            reasons,
        },
        NoticeKind::InProduction => NoticeData::InProduction {
            application,
            ready_on: day,
        },
        NoticeKind::Ready => NoticeData::Ready {
            application,
            day,
            time,
            centre,
            address,
        },
        NoticeKind::PickupReminder => NoticeData::PickupReminder {
            application,
            day,
            time,
            centre,
            address,
        },
        NoticeKind::WithCourier => NoticeData::WithCourier { application, day },
        NoticeKind::Delivered => NoticeData::Delivered { application },
        NoticeKind::DeliveryFailed => NoticeData::DeliveryFailed {
            application,
            centre,
            address,
        },
        NoticeKind::PaperFilingAllowed => NoticeData::PaperFilingAllowed {
            day,
            minutes: 21,
            seconds: 1,
            reference: text.to_owned(),
        },
        NoticeKind::ExpiryReminder => NoticeData::ExpiryReminder {
            expires_on: day,
            days_left: 30,
            last_day: day,
        },
        NoticeKind::ExpiredReminder => NoticeData::ExpiredReminder {
            expires_on: day,
            last_day: day,
        },
        NoticeKind::CentreReminder => NoticeData::CentreReminder { expires_on: day },
        NoticeKind::FeedbackInvitation => NoticeData::FeedbackInvitation { application },
        NoticeKind::Withdrawn => NoticeData::Withdrawn { application },
    }
}

fn render(data: &NoticeData, language: Language) -> Notice {
    Notice::render(Texts::shipped(), data, language, &SmsPolicy::original())
}

fn all() -> impl Iterator<Item = (NoticeKind, Language)> {
    let kinds = NoticeKind::ALL.iter().copied();
    kinds.flat_map(|kind| Language::ALL.iter().map(move |language| (kind, *language)))
}

/// SPEC 8: the list of notices, each in Kazakh, Russian and English, by every channel.
#[test]
fn every_notice_is_written_in_every_language() {
    assert_eq!(NoticeKind::ALL.len(), 17);
    for (kind, language) in all() {
        let notice = render(&sample(kind, "QJ-17"), language);
        let Notice {
            sms, email, push, ..
        } = &notice;
        for text in [
            &sms.text,
            &email.subject,
            &email.text,
            &push.title,
            &push.body,
        ] {
            assert!(!text.trim().is_empty(), "{kind} {language}");
            assert!(!text.contains(['{', '}', '$']), "{kind} {language}: {text}");
        }
        assert!(
            !email.subject.contains('\n') && !push.title.contains('\n'),
            "{kind} {language}"
        );
        let named = kind
            .params()
            .iter()
            .any(|param| param.name == "application");
        assert!(!named || email.text.contains("QJ-17"), "{kind} {language}");
        assert_eq!((sms.units, sms.segments), {
            let count = crate::service::sms::count(&sms.text);
            (count.units, count.segments)
        });
        assert!(sms.segments <= 2, "{kind} {language}: {}", sms.text);
    }
}

/// SPEC 1 and 8: the refusal holds the verbatim notice, by SMS and by e-mail.
#[test]
fn the_refusal_holds_the_verbatim_notice() {
    let verbatim = "оформление не доступно, обратитесь в ЦОН";
    let notice = render(&sample(NoticeKind::Refused, "Причина."), Language::Ru);
    assert!(notice.sms.text.contains(verbatim));
    assert!(notice.email.text.contains(verbatim) && notice.email.text.contains("Причина."));
    assert!(notice.email.html.contains(verbatim));
}

/// SPEC 8 and 4: all reasons at once, each on a line of its own, escaped in the HTML.
#[test]
fn each_reason_of_a_refusal_has_a_line_of_its_own() {
    let reasons = ["Мерзімі өткен.", "A\r\nB: <b>&"].map(str::to_owned);
    let data = NoticeData::Refused {
        reasons: reasons.to_vec(),
    };
    for language in Language::ALL.iter().copied() {
        let notice = render(&data, language);
        let text = &notice.email.text;
        assert!(text.contains("\nМерзімі өткен.\nA B: <b>&\n\n"), "{text}");
        let html = &notice.email.html;
        let lines = "<br>\nМерзімі өткен.<br>\nA B: &lt;b&gt;&amp;</p>\n";
        assert!(html.contains(lines), "{html}");
    }
    let data = NoticeData::Annulled {
        application: "QJ-17".to_owned(),
        reasons: reasons.to_vec(),
    };
    let text = render(&data, Language::Ru).email.text;
    assert!(text.contains("Причины:\nМерзімі өткен.\nA B: <b>&\n\n"));
}

/// A text of one line stays one, so that a list cannot add a header to an e-mail.
#[test]
fn a_list_in_a_subject_stays_on_its_line() {
    let ftl = "notice-refused =\n    .sms = s\n    .subject = { $reasons }\n    .text = t\n    \
        .push-title = { $reasons }\n    .push = { $reasons }\n";
    let texts = Texts::shipped().with_overrides(Language::En, ftl).unwrap();
    let reasons = ["a", "b"].map(str::to_owned).to_vec();
    let data = NoticeData::Refused { reasons };
    let notice = Notice::render(&texts, &data, Language::En, &SmsPolicy::original());
    assert_eq!(notice.email.subject, "a b");
    assert_eq!(notice.push.title, "a b");
    assert_eq!(notice.push.body, "a\nb");
}

/// SPEC 8: ready (date, time, PSC, address, application number).
#[test]
fn a_ready_notice_says_when_and_where() {
    let data = NoticeData::Ready {
        application: "QJ-17".into(),
        day: day("2026-02-16"),
        time: "09:30".into(),
        centre: "ХҚКО №1".into(),
        address: "Абай даңғылы 1".into(),
    };
    let notice = render(&data, Language::Kk);
    for text in [&notice.sms.text, &notice.email.text, &notice.email.html] {
        for part in ["QJ-17", "09:30", "ХҚКО №1", "Абай даңғылы 1"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
    assert!(
        notice.sms.text.contains("16.02.2026"),
        "{}",
        notice.sms.text
    );
    assert!(
        notice.email.text.contains("2026 жылғы 16 ақпан"),
        "{}",
        notice.email.text
    );
}

#[test]
fn amounts_and_plurals_follow_the_language() {
    let due = |language| {
        render(&sample(NoticeKind::PaymentDue, "QJ-17"), language)
            .sms
            .text
    };
    assert!(due(Language::Kk).contains("786,40"));
    assert!(due(Language::Ru).contains("786,40"));
    assert!(due(Language::En).contains("786.40"));
    let reminder = |days_left| {
        let data = NoticeData::ExpiryReminder {
            expires_on: day("2026-02-16"),
            days_left,
            last_day: day("2026-02-26"),
        };
        render(&data, Language::Ru).email.text
    };
    assert!(reminder(30).contains("30 дней"));
    assert!(reminder(21).contains("21 день"));
    assert!(reminder(2).contains("2 дня"));
}

/// SPEC 8: user-supplied text is escaped in HTML.
#[test]
fn what_somebody_typed_stays_text() {
    let data = sample(
        NoticeKind::DeliveryFailed,
        "<script>alert('1 & \"2\"')</script>",
    );
    let notice = render(&data, Language::En);
    assert!(notice.email.text.contains("<script>"));
    assert!(!notice.email.html.contains("<script"));
    let escaped = "&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;";
    assert!(notice.email.html.contains(escaped));
}

/// SPEC 8: the policy can bring a short message into GSM-7; the e-mail stays as it is.
#[test]
fn the_policy_decides_about_the_short_message_only() {
    let data = sample(NoticeKind::Delivered, "QJ-17");
    let overlay = br#"{"edition": "example", "extends": "service-2025",
        "sms": {"default": {"source": "library-choice", "mode": "transliterate"}}}"#;
    let rules = crate::Rulebook::load(overlay).unwrap();
    for language in Language::ALL.iter().copied() {
        let latin = rules.notice(&data, language, day("2026-02-16")).unwrap();
        let written = render(&data, language);
        assert_eq!(latin.sms.encoding, SmsEncoding::Gsm7);
        assert!(latin.sms.segments <= written.sms.segments);
        assert_eq!(latin.email, written.email);
        assert_eq!(latin.push, written.push);
    }
}

#[test]
fn data_are_read_from_json_by_the_kind_with_all_problems() {
    let data = NoticeData::of_kind(
        NoticeKind::PaymentDue,
        br#"{"application": "QJ-17", "amount": "786.4"}"#,
    );
    assert_eq!(data, Ok(sample(NoticeKind::PaymentDue, "QJ-17")));
    let error = NoticeData::of_kind(
        NoticeKind::ExpiryReminder,
        br#"{"expires_on": "2026-02-30", "days_left": -1, "day": 1}"#,
    )
    .unwrap_err();
    let problems: Vec<String> = error
        .problems()
        .map(|p| format!("{} {}", p.code, p.pointer))
        .collect();
    let expected = [
        "UNKNOWN_FIELD /day",
        "DATE_INVALID /expires_on",
        "NUMBER_RANGE /days_left",
        "MISSING_FIELD /last_day",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn the_canonical_form_has_every_channel() {
    let notice = render(&sample(NoticeKind::Withdrawn, "QJ-17"), Language::En);
    let json = serde_json::to_value(&notice).unwrap();
    assert_eq!(json["kind"], "withdrawn");
    assert_eq!(json["language"], "en");
    assert_eq!(json["sms"]["encoding"], "gsm7");
    assert_eq!(json["sms"]["segments"], 1);
    for (channel, fields) in [
        ("sms", &["encoding", "segments", "text", "units"][..]),
        ("email", &["html", "subject", "text"]),
        ("push", &["body", "title"]),
    ] {
        let found: Vec<&String> = json[channel].as_object().unwrap().keys().collect();
        let mut found: Vec<&str> = found.into_iter().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, fields);
    }
}

#[test]
fn debug_shows_no_text() {
    let data = sample(NoticeKind::Ready, "900101300007");
    let notice = render(&data, Language::Kk);
    for shown in [
        format!("{data:?}"),
        format!("{notice:?}"),
        format!("{:?}", notice.email),
    ] {
        assert!(!shown.contains("900101300007"), "{shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_breaks_a_header_or_the_html(text in "[<>&\"'\r\n\t\u{0}\u{7f}\u{85}\u{2028}\u{202e}\u{2067}aж]{0,20}|.{0,20}") {
        for (kind, language) in all() {
            let notice = render(&sample(kind, &text), language);
            let Notice { sms, email, push, .. } = &notice;
            for line in [&email.subject, &push.title] {
                prop_assert!(!line.chars().any(char::is_control));
            }
            for text in [&sms.text, &email.text, &email.html, &push.body, &email.subject] {
                let bad = |c: char| (c.is_control() && c != '\n') || ('\u{2066}'..='\u{2069}').contains(&c)
                    || ('\u{202a}'..='\u{202e}').contains(&c);
                prop_assert!(!text.chars().any(bad));
            }
            // A typed text adds neither a line to the text nor a tag to the document.
            let plain = render(&sample(kind, "x"), language);
            prop_assert_eq!(email.text.lines().count(), plain.email.text.lines().count());
            let tags = |html: &str| html.matches('<').count();
            prop_assert!(tags(&email.html) <= tags(&plain.email.html));
        }
    }
}
