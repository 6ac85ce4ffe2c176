//! The service description (SPEC 1), sentence by sentence. Each promise is asked as a portal asks
//! it; the table in `docs/spec-coverage.md` has the results.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use qujat::centres::CentreDirectory;
use qujat::faults::FaultQuery;
use qujat::identity::{DocumentKind, Ground};
use qujat::register::RegisterRecord;
use qujat::{
    AssessmentRequest, Code, Day, Explain, FeeInquiry, Inquiry, Language, NoticeData, NoticeKind,
    Rulebook, Tenge,
};
use serde_json::{Value, json};

const FORM: &str = include_str!("../../examples/data/eligible.json");
const DELIVERY: &str = include_str!("../../examples/data/delivery.json");
const RECORD: &str = include_str!("../../examples/data/register/eligible.json");
const CENTRES: &[u8] = include_bytes!("../../examples/data/centres.json");
const SIGNATURE: &[u8] = include_bytes!("../vectors/images/signatures/signature-1.png");
/// The day on which the form is filed; its card expires 15 days later.
const TODAY: &str = "2026-02-10";
/// The refusal, as the description has it.
const NOT_AVAILABLE: &str = "оформление не доступно, обратитесь в ЦОН";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn rules() -> &'static Rulebook {
    Rulebook::edition("service-2025").unwrap()
}

/// The example form with other values at some places; `null` takes a field away.
fn form(changes: &[(&str, Value)]) -> Value {
    changed(FORM, changes)
}

fn changed(form: &str, changes: &[(&str, Value)]) -> Value {
    let mut form: Value = serde_json::from_str(form).unwrap();
    for (pointer, value) in changes {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        let parent = form.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if value.is_null() {
            parent.remove(field);
        } else {
            parent.insert((*field).to_owned(), value.clone());
        }
    }
    form
}

/// The portal's answer for a form: the assessment as JSON.
fn assessed(form: &Value, today: &str) -> Value {
    assessed_with(form, today, |_| {})
}

fn assessed_with(form: &Value, today: &str, more: impl Fn(&mut AssessmentRequest<'_>)) -> Value {
    let form = form.to_string();
    let centres = CentreDirectory::from_json(CENTRES).unwrap();
    let mut request = AssessmentRequest::new(form.as_bytes(), day(today)).with_centres(&centres);
    more(&mut request);
    serde_json::to_value(rules().assess(&request)).unwrap()
}

/// The codes of all reasons of a refusal.
fn reasons(assessment: &Value) -> Vec<&str> {
    assert_eq!(assessment["outcome"], "refused", "{assessment}");
    let reasons = assessment["decision"]["reasons"].as_array().unwrap();
    reasons
        .iter()
        .map(|reason| reason["code"].as_str().unwrap())
        .collect()
}

/// The problems of a place: code and severity.
fn problems<'a>(assessment: &'a Value, pointer: &str) -> Vec<(&'a str, &'a str)> {
    let problems = assessment["problems"].as_array().unwrap().iter();
    problems
        .filter(|problem| problem["pointer"] == pointer)
        .map(|problem| {
            (
                problem["code"].as_str().unwrap(),
                problem["severity"].as_str().unwrap(),
            )
        })
        .collect()
}

/// `true` if a card that expires on a day can be renewed online on another.
fn is_online(expires_on: Day, today: Day) -> bool {
    rules()
        .decide(&Inquiry::renewal(expires_on), today)
        .unwrap()
        .is_eligible()
}

/// «… предоставление государственной услуги по выдаче паспортов и удостоверений личности граждан
/// Республики Казахстан в электронном формате»
#[test]
fn sentence_01_both_documents_are_known_and_the_identity_card_is_served() {
    let card = assessed(&form(&[]), TODAY);
    assert_eq!(card["outcome"], "accepted");
    let passport = assessed(&form(&[("/document", json!("passport"))]), TODAY);
    assert_eq!(reasons(&passport), ["DOCUMENT_NOT_ONLINE"]);
    for document in DocumentKind::ALL.iter().copied() {
        let inquiry = FeeInquiry::new(document, Ground::Loss, day(TODAY))
            .with_pages((document == DocumentKind::Passport).then_some(36));
        assert!(
            rules().quote(&inquiry).unwrap().total > Tenge::ZERO,
            "{document}"
        );
    }
}

/// «Эта услуга будет доступна через портал электронного правительства и мобильные приложения»
#[test]
fn sentence_02_the_portal_and_the_mobile_apps_are_the_channels() {
    // The form comes back as it was, with its channel.
    let through = |channel: Value| {
        let mut answer = assessed(&form(&[("/channel", channel.clone())]), TODAY);
        let form = answer.as_object_mut().unwrap().remove("form").unwrap();
        assert!(form.is_null() || form["channel"] == channel);
        answer
    };
    let portal = through(json!("portal"));
    assert_eq!(portal["outcome"], "accepted");
    assert_eq!(portal, through(json!("mobile_app")));
    for other in [json!("paper"), json!(null)] {
        let refused = through(other);
        assert_eq!(refused["outcome"], "invalid");
        assert!(!problems(&refused, "/channel").is_empty());
    }
}

/// «… предназначенные для тех, кто столкнулся с истечением срока действия своего удостоверения
/// личности»
#[test]
fn sentence_03_those_whose_card_expires_are_served_and_no_others() {
    let today = day("2025-11-15");
    for offset in -400..=400 {
        let expires_on = today.plus_days(offset);
        assert_eq!(
            is_online(expires_on, today),
            (-10..=30).contains(&offset),
            "{offset}"
        );
    }
}

/// «Этот новый формат будет действовать как альтернативный вариант существующей процедуры»
#[test]
fn sentence_04_the_existing_procedure_stays_open_beside_it() {
    let reminder = NoticeData::of_kind(
        NoticeKind::ExpiryReminder,
        br#"{"expires_on": "2026-03-12", "days_left": 30, "last_day": "2026-02-28"}"#,
    );
    let reminder = reminder.unwrap();
    for (language, centre) in [
        (Language::Kk, "ХҚКО"),
        (Language::Ru, "ЦОН"),
        (Language::En, "Public Service Centre"),
    ] {
        // A reminder tells of both ways, a refusal of the one that is left.
        let notice = rules().notice(&reminder, language, day(TODAY)).unwrap();
        for text in [&notice.sms.text, &notice.email.text] {
            assert!(text.contains("eGov.kz") && text.contains(centre), "{text}");
        }
        for code in [
            Code::NotAvailableOnline,
            Code::PilotEnded,
            Code::GroundNotOnline,
        ] {
            let text = rules().text(&qujat::Reason::sample(code), language);
            assert!(text.contains(centre), "{text}");
        }
    }
}

/// «… до 1 марта 2026 года»
#[test]
fn sentence_05_the_pilot_runs_until_1_march_2026_or_as_the_order_was_adopted() {
    let expires_on = day("2026-03-10");
    assert!(is_online(expires_on, day("2026-02-28")));
    let over = assessed(
        &form(&[("/card/expires_on", json!("2026-03-10"))]),
        "2026-03-01",
    );
    assert_eq!(reasons(&over), ["PILOT_ENDED"]);
    let adopted = Rulebook::edition("order-389-253").unwrap();
    for (today, online) in [("2026-03-31", true), ("2026-04-01", false)] {
        let decision = adopted.decide(&Inquiry::renewal(day("2026-04-05")), day(today));
        assert_eq!(decision.unwrap().is_eligible(), online, "{today}");
    }
}

/// «… доступ к оформлению удостоверения личности возможен исключительно в связи с истечением его срока
/// действия»
#[test]
fn sentence_06_expiry_is_the_only_ground() {
    for ground in Ground::ALL.iter().copied() {
        let assessment = assessed(&form(&[("/ground", json!(ground))]), TODAY);
        if ground == Ground::Expiry {
            assert_eq!(assessment["outcome"], "accepted");
        } else {
            assert_eq!(reasons(&assessment), ["GROUND_NOT_ONLINE"], "{ground}");
        }
    }
}

/// «Осталось 30 или менее дней до истечения срока действия удостоверения»
#[test]
fn sentence_07_from_30_days_before_the_expiry() {
    let expires_on = day("2025-12-20");
    assert!(is_online(expires_on, expires_on.plus_days(-30)));
    assert!(!is_online(expires_on, expires_on.plus_days(-31)));
    let early = assessed(&form(&[("/card/expires_on", json!("2026-03-13"))]), TODAY);
    assert_eq!(reasons(&early), ["TOO_EARLY"]);
}

/// «Либо срок действия удостоверения истек не более чем на 10 календарных дней»
#[test]
fn sentence_08_to_10_days_after_the_expiry() {
    let expires_on = day("2025-12-20");
    assert!(is_online(expires_on, expires_on.plus_days(10)));
    assert!(!is_online(expires_on, expires_on.plus_days(11)));
    let late = assessed(&form(&[("/card/expires_on", json!("2026-01-30"))]), TODAY);
    assert_eq!(reasons(&late), ["TOO_LATE"]);
}

/// «Если причина обращения иная, то данная услуга через интернет-платформы предоставлена не будет»
#[test]
fn sentence_09_who_comes_for_another_reason_gets_all_reasons_and_nothing_else() {
    let changes = [
        ("/document", json!("passport")),
        ("/ground", json!("loss")),
        ("/card/expires_on", json!("2026-01-01")),
    ];
    let assessment = assessed(&form(&changes), "2026-03-02");
    assert_eq!(
        reasons(&assessment),
        [
            "DOCUMENT_NOT_ONLINE",
            "GROUND_NOT_ONLINE",
            "PILOT_ENDED",
            "LONG_EXPIRED"
        ]
    );
    for part in ["quote", "ready", "pickup", "delivery"] {
        assert!(assessment[part].is_null(), "{part}");
    }
    assert_eq!(assessment["next_events"], json!([]));
}

/// «… уведомление о необходимости посетить Центр обслуживания населения с сообщением «оформление не
/// доступно, обратитесь в ЦОН»»
#[test]
fn sentence_10_who_is_refused_gets_the_notice_in_these_words() {
    for language in ["kk", "ru", "en"] {
        let changes = [("/ground", json!("damage")), ("/language", json!(language))];
        let assessment = assessed(&form(&changes), TODAY);
        let notices = assessment["notices"].as_array().unwrap();
        assert_eq!(notices.len(), 1);
        let notice = &notices[0];
        assert_eq!(
            (&notice["kind"], &notice["language"]),
            (&json!("refused"), &json!(language))
        );
        let words = Language::parse(language).unwrap();
        let words = rules().text(&qujat::Reason::sample(Code::NotAvailableOnline), words);
        assert_eq!(words == NOT_AVAILABLE, language == "ru");
        for text in ["/sms/text", "/email/text", "/email/html", "/push/body"] {
            let text = notice.pointer(text).unwrap().as_str().unwrap();
            assert!(text.contains(&words), "{text}");
        }
    }
}

/// «Заявка … должна быть заполнена пользователем самостоятельно»
#[test]
fn sentence_11_the_holder_applies_in_person_as_far_as_can_be_known() {
    let nobody = assessed(&form(&[("/identification", json!(null))]), TODAY);
    assert_eq!(nobody["outcome"], "invalid");
    assert_eq!(
        problems(&nobody, "/identification"),
        [("MISSING_FIELD", "error")]
    );
    // With the register's record the holder is known; without it the answer says what it does not know.
    let record = changed(RECORD, &[("/iin", json!("900101300823"))]).to_string();
    let record = RegisterRecord::from_json(record.as_bytes()).unwrap();
    let other = form(&[]).to_string();
    let request = AssessmentRequest::new(other.as_bytes(), day(TODAY)).with_register(&record);
    let other = serde_json::to_value(rules().assess(&request)).unwrap();
    assert_eq!(reasons(&other), ["NOT_HOLDER"]);
    let unknown = assessed(&form(&[]), TODAY);
    assert_eq!(unknown["verified"], false);
    assert!(problems(&unknown, "").contains(&("DATA_UNVERIFIED", "warning")));
}

/// «… технические неполадки, которые продолжались более 10 минут и были связаны с работой портала или
/// приложений, заявитель вправе подать документы в традиционном формате»
#[test]
fn sentence_12_a_fault_of_more_than_ten_minutes_opens_the_way_on_paper() {
    let right = |until: &str| {
        let query = json!({
            "attempt": {"from": "2026-02-10T04:00:00Z", "to": "2026-02-10T05:00:00Z"},
            "faults": [{"from": "2026-02-10T04:10:00Z", "to": until, "channel": "portal",
                "reference": "INC-1"}],
        });
        let query = FaultQuery::from_json(query.to_string().as_bytes()).unwrap();
        serde_json::to_value(rules().paper_right(&query).unwrap()).unwrap()
    };
    let ten = right("2026-02-10T04:20:00Z");
    assert_eq!(
        (&ten["paper"], &ten["statement"]),
        (&json!(false), &json!(null))
    );
    let more = right("2026-02-10T04:20:01Z");
    assert_eq!(more["paper"], true);
    assert_eq!(more["statement"]["duration_seconds"], 601);
    assert_eq!(more["statement"]["channels"], json!(["portal"]));
    assert_eq!(more["statement"]["references"], json!(["INC-1"]));
    // The fault is measured, not the patience: whoever leaves after a minute has met it whole.
    let query = FaultQuery::from_json(
        br#"{"attempt": {"from": "2026-02-10T04:15:00Z", "to": "2026-02-10T04:16:00Z"},
            "faults": [{"from": "2026-02-10T04:10:00Z", "to": "2026-02-10T04:21:01Z",
                "channel": "mobile_app", "reference": "INC-1"}], "number": "S-1"}"#,
    )
    .unwrap();
    let form = form(&[]).to_string();
    let assessment =
        rules().assess(&AssessmentRequest::new(form.as_bytes(), day(TODAY)).with_faults(&query));
    let assessment = serde_json::to_value(assessment).unwrap();
    assert_eq!(assessment["paper"]["paper"], true);
    assert_eq!(
        assessment["paper"]["statement"]["decision"]["outcome"],
        "eligible"
    );
    let notices = assessment["notices"].as_array().unwrap();
    let notice = notices
        .iter()
        .find(|notice| notice["kind"] == "paper_filing_allowed");
    let text = notice.unwrap()["email"]["text"].as_str().unwrap();
    assert!(text.contains("11 минут 1 секунд"), "{text}");
}

/// «Фотография …»
#[test]
fn sentence_13_a_photo_is_required_and_checked() {
    let missing = assessed(&form(&[("/photo", json!(null))]), TODAY);
    assert_eq!(problems(&missing, "/photo"), [("MISSING_FIELD", "error")]);
    // Without its bytes nobody has looked at it, and the answer says so.
    let unseen = assessed(&form(&[]), TODAY);
    assert_eq!(
        problems(&unseen, "/photo"),
        [("PHOTO_UNCHECKED", "warning")]
    );
    // A picture of a signature shows nobody.
    let wrong = assessed_with(&form(&[]), TODAY, |request| request.photo = Some(SIGNATURE));
    assert_eq!(wrong["outcome"], "invalid");
    assert_eq!(wrong["photo"]["verdict"], "fail");
    assert!(!problems(&wrong, "/photo").is_empty());
}

/// «… и образец подписи»
#[test]
fn sentence_14_a_signature_sample_is_required_and_checked() {
    let missing = assessed(&form(&[("/signature", json!(null))]), TODAY);
    assert_eq!(
        problems(&missing, "/signature"),
        [("MISSING_FIELD", "error")]
    );
    let unseen = assessed(&form(&[]), TODAY);
    assert_eq!(
        problems(&unseen, "/signature"),
        [("SIGNATURE_UNCHECKED", "warning")]
    );
    let good = assessed_with(&form(&[]), TODAY, |request| {
        request.signature = Some(SIGNATURE);
    });
    assert_eq!(
        (&good["outcome"], &good["signature"]["verdict"]),
        (&json!("accepted"), &json!("pass"))
    );
    let wrong = assessed_with(&form(&[]), TODAY, |request| {
        request.signature = Some(b"%PDF-1.7");
    });
    assert_eq!(wrong["outcome"], "invalid");
    assert!(!problems(&wrong, "/signature").is_empty());
}

/// «Действующий адрес электронной почты для получения уведомлений о статусе заявки»
#[test]
fn sentence_15_an_address_to_which_the_notices_can_go() {
    let typed = |email: Value| assessed(&form(&[("/applicant/email", email)]), TODAY);
    let missing = typed(json!(null));
    assert_eq!(
        problems(&missing, "/applicant/email"),
        [("MISSING_FIELD", "error")]
    );
    for wrong in ["serik", "serik@example", "Serik <serik@example.kz>"] {
        assert_eq!(typed(json!(wrong))["outcome"], "invalid", "{wrong}");
    }
    // Phone keyboards add spaces; a slip in a common domain is a warning that says what was meant.
    let spaced = typed(json!("serik.ulgiev@example.kz "));
    assert!(problems(&spaced, "/applicant/email").is_empty());
    let slip = typed(json!("serik@gmail.con"));
    assert_eq!(slip["outcome"], "accepted");
    assert_eq!(
        problems(&slip, "/applicant/email"),
        [("EMAIL_DOMAIN_SUGGESTED", "warning")]
    );
    let good = typed(json!("serik.ulgiev@example.kz"));
    assert!(problems(&good, "/applicant/email").is_empty());
    let notice = &good["notices"][0];
    assert!(!notice["email"]["subject"].as_str().unwrap().is_empty());
}

/// «Номер телефона для связи и получения смс-уведомлений»
#[test]
fn sentence_16_a_number_to_which_sms_can_go() {
    let typed = |phone: Value| assessed(&form(&[("/applicant/phone", phone)]), TODAY);
    let missing = typed(json!(null));
    assert_eq!(
        problems(&missing, "/applicant/phone"),
        [("MISSING_FIELD", "error")]
    );
    for wrong in ["+7 7172 00-00-01", "+7 916 000-00-01", "701"] {
        assert_eq!(typed(json!(wrong))["outcome"], "invalid", "{wrong}");
    }
    for good in [
        "+7 701 000 00 01",
        "8 (701) 000-00-01",
        "77010000001",
        "7010000001",
        " 701 000 00 01 ",
    ] {
        assert!(
            problems(&typed(json!(good)), "/applicant/phone").is_empty(),
            "{good}"
        );
    }
    let sms = &typed(json!("+77010000001"))["notices"][0]["sms"];
    assert!(sms["segments"].as_u64().unwrap() <= 2, "{sms}");
}

/// «… ИИН, который будет использоваться для проверки личных данных»
#[test]
fn sentence_17_the_iin_is_checked_and_the_data_compared_with_the_register() {
    let mistyped = assessed(&form(&[("/applicant/iin", json!("900101300008"))]), TODAY);
    assert_eq!(
        problems(&mistyped, "/applicant/iin"),
        [("IIN_CHECK_DIGIT", "error")]
    );
    let record = RegisterRecord::from_json(RECORD.as_bytes()).unwrap();
    let compared = |changes: &[(&str, Value)]| {
        let form = form(changes).to_string();
        let request = AssessmentRequest::new(form.as_bytes(), day(TODAY)).with_register(&record);
        serde_json::to_value(rules().assess(&request)).unwrap()
    };
    let same = compared(&[]);
    assert_eq!(
        (&same["outcome"], &same["verified"]),
        (&json!("accepted"), &json!(true))
    );
    for (pointer, other) in [
        ("/applicant/surname", "БАСҚАЕВ"),
        ("/applicant/given_name", "БОЛАТ"),
        ("/card/number", "012345679"),
    ] {
        let assessment = compared(&[(pointer, json!(other))]);
        assert_eq!(
            problems(&assessment, pointer),
            [("REGISTER_MISMATCH", "error")],
            "{pointer}"
        );
        assert_eq!(assessment["outcome"], "invalid");
    }
}

/// «… уведомление о дате и времени, когда он сможет забрать готовое удостоверение личности в ближайшем
/// центре обслуживания»
#[test]
fn sentence_18_day_and_time_at_the_nearest_centre_are_given_and_told() {
    let accepted = assessed(&form(&[]), TODAY);
    let offer = &accepted["pickup"]["offer"];
    assert_eq!(offer["centre"], "astana-1");
    assert_eq!(
        (&offer["day"], &offer["time"]),
        (&json!("2026-03-04"), &json!("09:00"))
    );
    // The form's spot is that centre's; from a spot next to the other one, that is offered.
    let near = json!({"method": "pickup", "near": {"latitude": 51.17, "longitude": 71.45}});
    let other = assessed(&form(&[("/receiving", near)]), TODAY);
    assert_eq!(other["pickup"]["offer"]["centre"], "astana-2");
    // A form without a place is asked for one; a centre that is full stops nobody.
    let nowhere = assessed(&form(&[("/receiving", json!({"method": "pickup"}))]), TODAY);
    assert_eq!(
        problems(&nowhere, "/receiving"),
        [("PICKUP_PLACE_MISSING", "error")]
    );
    // The applicant who has booked the slot is told it, in the form's language, when the card is
    // ready.
    let ready = json!({"application": "2026-000101", "day": "2026-03-04", "time": "09:00",
        "centre": "ЦОН № 1", "address": "Астана, улица Примерная, 1"});
    for kind in [NoticeKind::Ready, NoticeKind::PickupReminder] {
        let data = NoticeData::of_kind(kind, ready.to_string().as_bytes()).unwrap();
        let notice = rules()
            .notice(&data, Language::Ru, day("2026-03-02"))
            .unwrap();
        for part in [
            "04.03.2026",
            "09:00",
            "ЦОН № 1",
            "Астана, улица Примерная, 1",
        ] {
            assert!(
                notice.sms.text.contains(part),
                "{part}: {}",
                notice.sms.text
            );
        }
        for part in [
            "4 марта 2026 года",
            "09:00",
            "ЦОН № 1",
            "Астана, улица Примерная, 1",
        ] {
            assert!(
                notice.email.text.contains(part),
                "{part}: {}",
                notice.email.text
            );
        }
    }
}

/// «Также, возможна доставка документа по указанному адресу за дополнительную плату»
#[test]
fn sentence_19_delivery_costs_extra_and_its_day_is_estimated() {
    let delivery = assessed(&changed(DELIVERY, &[]), TODAY);
    assert_eq!(delivery["outcome"], "accepted");
    assert_eq!(delivery["quote"]["total"], "1500.00");
    assert_eq!(delivery["delivery"]["day"], "2026-03-05");
    assert!(delivery["pickup"].is_null());
    let pickup = assessed(&form(&[]), TODAY);
    assert_eq!(pickup["quote"]["total"], "0.00");
    // No tariff is published, and the quote says so.
    let warnings = delivery["quote"]["warnings"].as_array().unwrap();
    assert!(
        warnings
            .iter()
            .any(|warning| warning["code"] == "TARIFF_ILLUSTRATIVE")
    );
}

/// «… оставлять отзывы о качестве предоставляемых услуг»
#[test]
fn sentence_20_ratings_and_comments_are_taken() {
    let said = json!({"overall": 4, "speed": 5, "clarity": 3, "courtesy": 5, "channel": "portal",
        "comment": "Быстро. Звоните +7 701 000 00 01", "at": "2026-03-04T06:00:00Z"});
    let feedback = rules()
        .read_feedback(said.to_string().as_bytes(), day("2026-03-04"))
        .unwrap();
    assert_eq!(feedback.overall, 4);
    let comment = feedback.comment.unwrap();
    assert!(
        comment.starts_with("Быстро.") && !comment.contains("701"),
        "{comment}"
    );
}

/// «… и вносить предложения по их улучшению»
#[test]
fn sentence_21_suggestions_are_taken() {
    let said = json!({"overall": 4, "channel": "mobile_app", "at": "2026-03-04T06:00:00Z",
        "suggestion": "Пусть курьер приходит вечером."});
    let feedback = rules()
        .read_feedback(said.to_string().as_bytes(), day("2026-03-04"))
        .unwrap();
    assert_eq!(
        feedback.suggestion.as_deref(),
        Some("Пусть курьер приходит вечером.")
    );
    let data = NoticeData::of_kind(
        NoticeKind::FeedbackInvitation,
        br#"{"application": "2026-000101"}"#,
    );
    let notice = rules()
        .notice(&data.unwrap(), Language::Ru, day("2026-03-04"))
        .unwrap();
    assert!(
        notice.email.text.contains("предложения"),
        "{}",
        notice.email.text
    );
}

/// The tests above ask the same in JSON as this one in Rust.
#[test]
fn an_assessment_in_json_is_the_assessment() {
    let form = form(&[]).to_string();
    let assessment = rules().assess(&AssessmentRequest::new(form.as_bytes(), day(TODAY)));
    let json = serde_json::to_value(&assessment).unwrap();
    assert_eq!(json["outcome"], assessment.outcome.as_str());
    assert_eq!(
        json["problems"].as_array().unwrap().len(),
        assessment.problems.len()
    );
    assert!(!assessment.reasons().is_empty());
}
