//! Nothing that a log would print holds personal data.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test reads its files, and may panic"
)]

use qujat::batch::{FeeColumns, Rows};
use qujat::centres::{Appointment, AppointmentStatus, CentreDirectory, CentreId, NearestQuery};
use qujat::feedback::Feedback;
use qujat::form::{ReceivingChoice, Validation};
use qujat::identity::{DocumentKind, Ground, PassportNumber};
use qujat::lifecycle::{Event, History};
use qujat::register::RegisterRecord;
use qujat::{
    AssessmentRequest, Day, FeeInquiry, Iin, Language, Moment, NoticeData, Rulebook, TimeOfDay,
};

const FORM: &[u8] = include_bytes!("../../examples/data/delivery.json");
const PICKUP: &[u8] = include_bytes!("../../examples/data/eligible.json");
const RECORD: &[u8] = include_bytes!("../../examples/data/register/eligible.json");
const CENTRES: &[u8] = include_bytes!("../../examples/data/centres.json");

/// The personal data of the example form and record, as typed and as normalised.
const PERSONAL: [&str; 17] = [
    "900101300007",
    "300007",
    "ҮЛГІЕВ",
    "СЕРІК",
    "БОЛАТҰЛЫ",
    "000-00-01",
    "77010000001",
    "serik",
    "012345678",
    "Примерная",
    "050000",
    "example-session-0001",
    "звоните",
    "1990-01-01",
    "51.128",
    "71.43",
    "00000017",
];

fn check(what: &str, printed: &str) {
    for secret in PERSONAL {
        assert!(
            !printed.contains(secret),
            "{what} prints `{secret}`: {printed}"
        );
    }
}

#[test]
fn debug_of_everything_that_holds_personal_data_is_masked() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let today = Day::parse("2026-02-10").unwrap();
    let record = RegisterRecord::from_json(RECORD).unwrap();
    let validation: Validation = rules.validate(FORM, today, Some(&record));
    let form = validation.form.as_ref().unwrap();
    check("RegisterRecord", &format!("{record:?}"));
    check("Validation", &format!("{validation:?}"));
    check("ApplicationForm", &format!("{form:?}"));
    check("Applicant", &format!("{:?}", form.applicant));
    check(
        "Iin",
        &format!("{:?} {}", form.applicant.iin, form.applicant.iin),
    );
    check("PersonName", &format!("{:?}", form.applicant.surname));
    check("Phone", &format!("{:?}", form.applicant.phone));
    check("EmailAddress", &format!("{:?}", form.applicant.email));
    check("CardNumber", &format!("{:?}", form.card_number));
    check("ReceivingChoice", &format!("{:?}", form.receiving));
    check("Identification", &format!("{:?}", form.identification));
    let request = AssessmentRequest::new(FORM, today).with_register(&record);
    check("AssessmentRequest", &format!("{request:?}"));
    check("Assessment", &format!("{:?}", rules.assess(&request)));
}

#[test]
fn debug_of_events_notices_and_feedback_is_masked() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let event = r#"{"id": "e1", "at": "2026-02-10T09:00:00Z", "event": "filed", "receiving": "pickup",
        "due": "0", "identification": {"kind": "sms_code", "reference": "example-session-0001"}}"#;
    check(
        "Event",
        &format!("{:?}", Event::from_json(event.as_bytes()).unwrap()),
    );
    let feedback = r#"{"overall": 5, "comment": "звоните 87010000001", "channel": "portal",
        "at": "2026-02-10T09:00:00Z"}"#;
    let today = Day::parse("2026-02-10").unwrap();
    let feedback: Feedback = rules.read_feedback(feedback.as_bytes(), today).unwrap();
    check("Feedback", &format!("{feedback:?}"));
    let data = NoticeData::Refused {
        reasons: vec!["звоните ҮЛГІЕВ".to_owned()],
    };
    check("NoticeData", &format!("{data:?}"));
    let notice = rules.notice(&data, Language::Kk, today).unwrap();
    check("Notice", &format!("{notice:?}"));
    check("Sms", &format!("{:?}", notice.sms));
    check("Email", &format!("{:?}", notice.email));
    check("Push", &format!("{:?}", notice.push));
    let history = format!(r#"{{"events": [{event}]}}"#);
    let history = History::from_json(history.as_bytes()).unwrap();
    check("History", &format!("{history:?}"));
    check("Application", &format!("{:?}", history.replay().unwrap()));
}

/// The places of an applicant, and the numbers of documents.
#[test]
fn debug_of_places_and_document_numbers_is_masked() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let today = Day::parse("2026-02-10").unwrap();
    let validation = rules.validate(PICKUP, today, None);
    let Some(ReceivingChoice::Pickup {
        near: Some(spot), ..
    }) = validation.form.map(|form| form.receiving)
    else {
        panic!("the example form wants a pickup near a spot");
    };
    check("Coordinates", &format!("{spot:?}"));
    let validation = rules.validate(FORM, today, None);
    let Some(ReceivingChoice::Delivery { address }) = validation.form.map(|form| form.receiving)
    else {
        panic!("the example form wants a delivery");
    };
    check("Address", &format!("{address:?}"));
    check("Postcode", &format!("{:?}", address.postcode));
    let passport = PassportNumber::parse("N00000017").unwrap();
    check("PassportNumber", &format!("{passport:?}"));
}

/// The category of an exemption may be a matter of health.
#[test]
fn debug_of_fees_names_no_category() {
    let rules = Rulebook::edition("service-2025").unwrap();
    // While a duty was charged on this ground.
    let today = Day::parse("2025-12-01").unwrap();
    let inquiry = FeeInquiry::renewal(today).with_exemption("disability".to_owned());
    let quote = rules.quote(&inquiry).unwrap();
    let form = String::from_utf8(PICKUP.to_vec()).unwrap();
    let form = form.replace("2026-02-25", "2025-12-20");
    let form = form.replacen('{', r#"{"exemption": "disability", "#, 1);
    let assessment = rules.assess(&AssessmentRequest::new(form.as_bytes(), today));
    let claimed = assessment.quote.as_ref().unwrap().lines[0]
        .exemption
        .as_deref();
    assert_eq!(claimed, Some("disability"));
    let mut categories = rules.claimed_categories();
    categories.place("secret category");
    let columns = FeeColumns {
        document: DocumentKind::IdentityCard,
        pages: None,
        ground: Rows::All(Some(Ground::Expiry)),
        on: &[],
        exemption: Rows::All(Some(0)),
        categories: &["secret category"],
        deliver_to: None,
    };
    for printed in [
        format!("{inquiry:?} {inquiry:#?}"),
        format!("{quote:?} {:?}", quote.lines),
        format!("{assessment:?}"),
        format!("{:?}", rules.explain(&quote, Language::En)),
        format!("{:?}", rules.explain(&assessment, Language::Ru)),
        format!("{columns:?} {categories:?}"),
    ] {
        let printed = printed.to_lowercase();
        for secret in ["disab", "инвалид", "secret"] {
            assert!(!printed.contains(secret), "`{secret}`: {printed}");
        }
    }
}

/// Distances from some centres say where somebody is as well as coordinates do.
#[test]
fn debug_of_searches_and_appointments_says_nothing_of_the_person() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let today = Day::parse("2026-02-10").unwrap();
    let centres = CentreDirectory::from_json(CENTRES).unwrap();
    let query = NearestQuery::new(51.128_207, 71.430_411);
    let near = rules.nearest(&centres, &query).unwrap();
    let request = AssessmentRequest::new(PICKUP, today).with_centres(&centres);
    let assessment = rules.assess(&request);
    let plan = assessment.pickup.as_ref().unwrap();
    assert!(plan.metres.is_some());
    check("NearestQuery", &format!("{query:?}"));
    for centre in near {
        assert!(!format!("{centre:?}").contains(&centre.metres.to_string()));
    }
    for printed in [format!("{plan:?}"), format!("{assessment:?}")] {
        assert!(!printed.contains("metres"), "{printed}");
    }
    let appointment = Appointment::new(
        "2026-000101",
        0,
        AppointmentStatus::Booked,
        CentreId::parse("astana-1").unwrap(),
        today,
        TimeOfDay::parse("09:00").unwrap(),
        TimeOfDay::parse("09:15").unwrap(),
        Moment::parse("2026-02-01T00:00:00Z").unwrap(),
        Language::Kk,
        "ҮЛГІЕВ",
        "звоните",
        "Примерная",
        51.128,
        71.43,
    );
    check("Appointment", &format!("{appointment:?}"));
    let parsed = rules.parse_iins(["900101300007"], today).unwrap();
    let birth = parsed.birth_days[0].to_string();
    assert!(!format!("{parsed:?}").contains(&birth));
}

/// Of an IIN its last two digits remain: neither the birth date nor the sex.
#[test]
fn an_iin_prints_its_last_two_digits() {
    let iin = Iin::parse("900101300007").unwrap();
    assert_eq!(
        format!("{iin} {iin:?} {iin:#?}"),
        ["**********07"; 3].join(" ")
    );
}

#[test]
fn problems_of_a_bad_form_never_repeat_what_was_typed() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let today = Day::parse("2026-02-10").unwrap();
    let text = String::from_utf8(FORM.to_vec()).unwrap();
    let bad = text
        .replace("900101300007", "900101300008")
        .replace("+7 (701) 000-00-01", "+7 (717) 000-00-01")
        .replace("serik.ulgiev@", "serik.ulgiev@@");
    let validation = rules.validate(bad.as_bytes(), today, None);
    assert_eq!(validation.problems.len(), 4);
    for problem in &validation.problems {
        let json = serde_json::to_string(problem).unwrap();
        check("Problem", &format!("{problem:?} {problem} {json}"));
        assert!(!json.contains("900101300008"));
    }
}

#[test]
fn bad_input_gets_its_code_and_place() {
    let rules = Rulebook::edition("service-2025").unwrap();
    let today = Day::parse("2026-02-10").unwrap();
    let first = |form: &[u8]| {
        let problem = rules.validate(form, today, None).problems[0].clone();
        (problem.code.as_str(), problem.pointer)
    };
    assert_eq!(first("[".repeat(10 << 20).as_bytes()).0, "JSON_TOO_LARGE");
    assert_eq!(first("[".repeat(60_000).as_bytes()).0, "JSON_TOO_DEEP");
    assert_eq!(first(b"{\"number\": \"\xff\"}").0, "INVALID_UTF8");
    assert_eq!(
        first(b"{\"colour\": 1}"),
        ("UNKNOWN_FIELD", "/colour".to_owned())
    );
    assert_eq!(
        first(b"{\"number\": 1}"),
        ("WRONG_TYPE", "/number".to_owned())
    );
    assert_eq!(first(b"{}"), ("MISSING_FIELD", "/number".to_owned()));
}
