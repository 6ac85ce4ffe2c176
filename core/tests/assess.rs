//! The main job with a directory of centres, and what any answer says of its reasons.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use qujat::address::Region;
use qujat::assessment::AssessmentOutcome;
use qujat::centres::{Booking, CentreDirectory, NearestQuery};
use qujat::faults::FaultQuery;
use qujat::identity::{DocumentKind, Ground};
use qujat::lifecycle::Event;
use qujat::register::RegisterRecord;
use qujat::{
    Application, ApplicationForm, Assessment, AssessmentRequest, Code, Day, Explain, FeeInquiry,
    Inquiry, Language, Moment, Reason, Rulebook,
};
use serde_json::{Value, json};

const PICKUP: &str = include_str!("../../examples/data/eligible.json");
const DELIVERY: &str = include_str!("../../examples/data/delivery.json");
const RECORD: &[u8] = include_bytes!("../../examples/data/register/eligible.json");
const CENTRES: &[u8] = include_bytes!("../../examples/data/centres.json");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn rules() -> &'static Rulebook {
    Rulebook::edition("service-2025").unwrap()
}

/// The example form with another way of receiving the card.
fn received(receiving: &Value) -> String {
    let mut form: Value = serde_json::from_str(PICKUP).unwrap();
    form["receiving"] = receiving.clone();
    form.to_string()
}

fn assess(form: &str, bookings: &[Booking]) -> Assessment {
    let record = RegisterRecord::from_json(RECORD).unwrap();
    let centres = CentreDirectory::from_json(CENTRES).unwrap();
    rules().assess(
        &AssessmentRequest::new(form.as_bytes(), day("2026-02-10"))
            .with_register(&record)
            .with_centres(&centres)
            .with_bookings(bookings),
    )
}

/// What an assessment gives back can be stored, read in another language, and assessed again.
#[test]
fn a_form_comes_back_and_is_assessed_as_its_json_is() {
    for form in [PICKUP, DELIVERY] {
        let given = assess(form, &[]);
        let read = given.form.clone().unwrap();
        let json = read.to_json();
        assert_eq!(
            ApplicationForm::from_json(json.as_bytes()),
            Ok(read.clone())
        );
        assert!(assess(&json, &[]) == given);
        let record = RegisterRecord::from_json(RECORD).unwrap();
        let centres = CentreDirectory::from_json(CENTRES).unwrap();
        let request = AssessmentRequest::new(&read, day("2026-02-10"))
            .with_register(&record)
            .with_centres(&centres);
        let typed = rules().assess(&request);
        assert!(typed == given);
        assert_eq!(Assessment::from_json(given.to_json().as_bytes()), Ok(given));
    }
}

/// An assessment that every language reads, and writes again as the same bytes.
const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/json/assessment.json");

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads its file")]
fn the_stored_assessment_is_what_the_library_writes() {
    let text = std::fs::read_to_string(STORED).unwrap();
    assert_eq!(text, assess(PICKUP, &[]).to_json() + "\n");
    let stored = Assessment::from_json(text.as_bytes()).unwrap();
    assert_eq!(stored.to_json(), text.trim_end());
}

#[test]
#[ignore = "it writes the file"]
#[allow(clippy::disallowed_methods, reason = "this is how the file is written")]
fn write_the_stored_assessment() {
    std::fs::write(STORED, assess(PICKUP, &[]).to_json() + "\n").unwrap();
}

/// SPEC 4: a type proves nothing; the rules of the day are asked again.
#[test]
fn a_typed_form_is_checked_as_any_other() {
    let mut form = assess(PICKUP, &[]).form.unwrap();
    form.number = "№ 5".to_owned();
    let today = day("2026-02-10");
    let typed = rules().assess(&AssessmentRequest::new(&form, today));
    assert_eq!(typed.outcome, AssessmentOutcome::Invalid);
    assert!(codes(&typed).contains(&"REFERENCE_INVALID /number".to_owned()));
    assert_eq!(typed.form, None);
    form.number = "x".repeat(70_000);
    let long = rules().assess(&AssessmentRequest::new(&form, today));
    assert!(codes(&long).contains(&"JSON_TOO_LARGE ".to_owned()));
}

/// A form that is whole comes back whatever came of it, and one with a gap does not.
#[test]
fn a_refused_form_comes_back_and_a_broken_one_does_not() {
    let refused = rules().assess(&AssessmentRequest::new(PICKUP, day("2025-11-10")));
    assert_eq!(refused.outcome, AssessmentOutcome::Refused);
    assert!(refused.form.is_some());
    let mut form: Value = serde_json::from_str(PICKUP).unwrap();
    form["applicant"]["phone"] = json!("1");
    let broken = assess(&form.to_string(), &[]);
    assert_eq!(broken.form, None);
}

/// The problems with their places, without the warnings that nobody checked the pictures, which every
/// answer here has.
fn codes(assessment: &Assessment) -> Vec<String> {
    let unchecked = [Code::PhotoUnchecked, Code::SignatureUnchecked];
    let problems = assessment.problems.iter();
    problems
        .filter(|problem| !unchecked.contains(&problem.code))
        .map(|problem| format!("{} {}", problem.code, problem.pointer))
        .collect()
}

/// SPEC 3: pictures of which no bytes were given are a warning each, where the form refers to them.
#[test]
fn pictures_that_nobody_checked_are_told() {
    let assessment = assess(PICKUP, &[]);
    let told = assessment.problems.iter();
    let told = told.map(|problem| (problem.code, problem.pointer.as_str()));
    let expected = [
        (Code::PhotoUnchecked, "/photo"),
        (Code::SignatureUnchecked, "/signature"),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(assessment.outcome, AssessmentOutcome::Accepted);
    let record = RegisterRecord::from_json(RECORD).unwrap();
    let given = rules().assess(
        &AssessmentRequest::new(PICKUP.as_bytes(), day("2026-02-10"))
            .with_register(&record)
            .with_photo(b"no picture".as_slice())
            .with_signature(b"no picture".as_slice()),
    );
    let found = given.problems.iter().map(|problem| problem.code);
    assert!(
        found
            .clone()
            .all(|code| !expected.iter().any(|(it, _)| *it == code))
    );
    assert!(found.count() >= 2);
}

/// SPEC 6: filed on 10 February 2026, ready 15 working days later, on Tuesday 3 March, to be picked up
/// from the day after; the nearest centre opens at 9:00.
#[test]
fn pickup_is_offered_at_the_nearest_centre_after_the_ready_date() {
    let assessment = assess(PICKUP, &[]);
    assert_eq!(assessment.outcome, AssessmentOutcome::Accepted);
    let plan = assessment.pickup.as_ref().unwrap();
    assert_eq!(plan.offer.centre.as_str(), "astana-1");
    assert_eq!(plan.metres, Some(0));
    assert_eq!(plan.offer.day, day("2026-03-04"));
    assert_eq!(plan.offer.time.to_string(), "09:00");
    assert_eq!(plan.offer.until.to_string(), "09:15");
    // 11 hours of four slots each; all have their six places.
    assert_eq!(plan.slots.len(), 44);
    assert!(plan.slots.iter().all(|slot| slot.free == 6));
}

/// SPEC 6: the chosen centre, and the first slot that is free after what is booked.
#[test]
fn pickup_is_offered_at_the_chosen_centre_after_what_is_booked() {
    let form = received(&json!({"method": "pickup", "centre": "astana-2"}));
    let booked = br#"[{"centre": "astana-2", "day": "2026-03-04", "time": "09:00", "count": 4}]"#;
    let booked = Booking::list_from_json(booked).unwrap();
    let plan = assess(&form, &booked).pickup.unwrap();
    assert_eq!(plan.offer.centre.as_str(), "astana-2");
    assert_eq!(plan.metres, None);
    assert_eq!(plan.offer.time.to_string(), "09:15");
}

#[test]
fn an_unknown_centre_is_a_problem_at_its_field() {
    let form = received(&json!({"method": "pickup", "centre": "astana-99"}));
    let assessment = assess(&form, &[]);
    assert_eq!(codes(&assessment), ["CENTRE_UNKNOWN /receiving/centre"]);
    assert_eq!(assessment.pickup, None);
}

/// SPEC 6: neither centre nor spot is a problem of the form.
#[test]
fn a_pickup_without_a_place_is_a_problem_of_the_form() {
    let assessment = assess(&received(&json!({"method": "pickup"})), &[]);
    assert_eq!(codes(&assessment), ["PICKUP_PLACE_MISSING /receiving"]);
    assert_eq!(assessment.outcome, AssessmentOutcome::Invalid);
    assert_eq!(assessment.pickup, None);
}

/// SPEC 6: where no centre has a slot, the application is filed with the appointment open.
#[test]
fn an_application_is_accepted_though_no_centre_hands_out() {
    let mut directory: Value = serde_json::from_slice(CENTRES).unwrap();
    for centre in directory["centres"].as_array_mut().unwrap() {
        centre["services"] = json!(["filing"]);
    }
    let directory = CentreDirectory::from_json(directory.to_string().as_bytes()).unwrap();
    let assessment = rules().assess(
        &AssessmentRequest::new(PICKUP.as_bytes(), day("2026-02-10")).with_centres(&directory),
    );
    let expected = ["DATA_UNVERIFIED ", "APPOINTMENT_OPEN /receiving/near"];
    assert_eq!(codes(&assessment), expected);
    assert_eq!(assessment.outcome, AssessmentOutcome::Accepted);
    assert_eq!(assessment.pickup, None);
}

/// SPEC 5 and 6: the delivery fee is due, and the estimate counts from the ready date.
#[test]
fn delivery_is_quoted_and_estimated() {
    let assessment = assess(DELIVERY, &[]);
    assert_eq!(assessment.outcome, AssessmentOutcome::Accepted);
    let quote = assessment.quote.as_ref().unwrap();
    // The illustrative tariff within a city; the duty of 2026 on the ground of expiry is zero.
    assert_eq!(quote.total.to_string(), "1500.00");
    let estimate = assessment.delivery.as_ref().unwrap();
    assert_eq!(estimate.reason.code, Code::DeliveryEstimated);
    // Two working days after Tuesday 3 March.
    assert_eq!(estimate.day, day("2026-03-05"));
    let kinds = assessment.notices.iter().map(|notice| notice.kind.as_str());
    assert_eq!(kinds.collect::<Vec<_>>(), ["received", "payment_due"]);
}

/// SPEC 6: a year without data is not covered; a missing figure never looks like an answer.
#[test]
fn a_day_beyond_the_figures_makes_the_service_unavailable() {
    let mut form: Value = serde_json::from_str(PICKUP).unwrap();
    form["card"]["expires_on"] = json!("2027-01-20");
    let overlay = r#"{"edition": "later", "extends": "service-2025",
        "pilot": {"period": {"from": "2025-05-28", "until": "2029-01-01", "source": "service-description"}}}"#;
    let later = Rulebook::load(overlay.as_bytes()).unwrap();
    let form = form.to_string();
    let request = AssessmentRequest::new(form.as_bytes(), day("2027-01-15"));
    let assessment = later.assess(&request);
    // The MRP of 2027 is not known, and not needed: on this ground no duty is charged.
    assert!(assessment.quote.unwrap().total.is_zero());
    assert_eq!(assessment.outcome, AssessmentOutcome::Accepted);
    let form = form.replace("2027-01-20", "2028-01-20");
    let request = AssessmentRequest::new(form.as_bytes(), day("2028-01-15"));
    let assessment = later.assess(&request);
    // The calendar of 2028 is not known: nobody's mistake, and nothing is sent.
    let expected = ["DATA_UNVERIFIED ", "NOT_COVERED "];
    assert_eq!(
        (assessment.ready.as_ref(), codes(&assessment)),
        (None, expected.map(str::to_owned).to_vec())
    );
    assert_eq!(assessment.outcome, AssessmentOutcome::Unavailable);
    assert!(assessment.notices.is_empty() && assessment.next_events.is_empty());
    // The applicant reads one sentence of it, and no name of a parameter.
    let told = explained(&assessment);
    assert_eq!(told[0], Code::ServiceUnavailable);
    assert!(!told.contains(&Code::NotCovered));

    // A gap comes before mistakes of the form, which are listed too; a refusal before both.
    let mistaken = form.replace("serik.ulgiev@example.kz", "serik.ulgiev");
    let request = AssessmentRequest::new(mistaken.as_bytes(), day("2028-01-15"));
    let assessment = later.assess(&request);
    assert_eq!(assessment.outcome, AssessmentOutcome::Unavailable);
    let expected = [
        "EMAIL_FORMAT /applicant/email",
        "DATA_UNVERIFIED ",
        "NOT_COVERED ",
    ];
    assert_eq!(codes(&assessment), expected);
    let lost = mistaken.replace("\"expiry\"", "\"loss\"");
    let request = AssessmentRequest::new(lost.as_bytes(), day("2028-01-15"));
    assert_eq!(later.assess(&request).outcome, AssessmentOutcome::Refused);
}

/// Problems found while the notices are written count: an application is not accepted if the
/// applicant cannot be told.
#[test]
fn the_outcome_is_settled_after_the_notices() {
    let overlay = r#"{"edition": "no-sms", "extends": "service-2025", "sms": {"SMS": null}}"#;
    let text = Rulebook::edition_text("service-2025").unwrap();
    let file: Value = serde_json::from_str(text).unwrap();
    let mut overlay: Value = serde_json::from_str(overlay).unwrap();
    let names = file["sms"].as_object().unwrap().keys();
    let until = names.map(|name| {
        let mut entry = file["sms"][name].clone();
        entry["until"] = json!("2026-02-10");
        (name.clone(), entry)
    });
    overlay["sms"] = until.collect::<serde_json::Map<_, _>>().into();
    let rules = Rulebook::load(overlay.to_string().as_bytes()).unwrap();
    let assessment = rules.assess(&AssessmentRequest::new(
        PICKUP.as_bytes(),
        day("2026-02-10"),
    ));
    assert_eq!(codes(&assessment), ["DATA_UNVERIFIED ", "NOT_COVERED "]);
    assert_eq!(assessment.outcome, AssessmentOutcome::Unavailable);
    assert!(assessment.notices.is_empty() && assessment.next_events.is_empty());
    // A refusal stays one, though nothing can be sent of it.
    let lost = PICKUP.replace("\"expiry\"", "\"loss\"");
    let assessment = rules.assess(&AssessmentRequest::new(lost.as_bytes(), day("2026-02-10")));
    assert_eq!(assessment.outcome, AssessmentOutcome::Refused);
    assert!(assessment.notices.is_empty());
}

/// SPEC 3: fees use the record's document where there is a record.
#[test]
fn the_fee_is_that_of_the_registers_document() {
    let form = PICKUP.replace("\"identity_card\"", "\"passport\"");
    let assessment = assess(&form, &[]);
    assert_eq!(codes(&assessment), ["REGISTER_MISMATCH /document"]);
    assert_eq!(
        assessment.quote.unwrap().lines[0].reason.code,
        Code::DutyFree
    );
}

/// SPEC 6: the term runs from the registration, which the application's events date.
#[test]
fn the_registration_moves_the_ready_date() {
    let mut application = Application::new();
    let mut ready = |events: &[&str]| {
        for event in events {
            application
                .apply(&Event::from_json(event.as_bytes()).unwrap())
                .unwrap();
        }
        let ready = rules().application_ready_on(&application).unwrap();
        ready.map(|ready| (ready.ready_on.to_string(), ready.reason.code))
    };
    assert_eq!(ready(&[]), None);
    let filed = r#"{"id": "1", "at": "2026-02-10T12:00:00Z", "event": "filed",
        "receiving": "pickup", "due": "0.00"}"#;
    let assumed = Some(("2026-03-03".to_owned(), Code::ReadyAssumed));
    assert_eq!(ready(&[filed]), assumed);
    // Half past midnight of 12 February in Kazakhstan.
    let registered = r#"{"id": "2", "at": "2026-02-11T19:30:00Z", "event": "registered",
        "ticket": "T-1"}"#;
    let known = Some(("2026-03-05".to_owned(), Code::ReadyOn));
    assert_eq!(ready(&[registered]), known);
}

/// Explanations in all languages, with their codes; every sentence that has a source names it.
fn explained(answer: &impl Explain) -> Vec<Code> {
    let mut codes = Vec::new();
    for language in Language::ALL.iter().copied() {
        let statements = rules().explain(answer, language);
        for statement in &statements {
            assert!(!statement.text.trim().is_empty());
            assert_eq!(statement.source.is_some(), statement.source_title.is_some());
        }
        codes = statements.iter().map(|statement| statement.code).collect();
        let reasons = answer.reasons().into_iter();
        assert_eq!(codes, reasons.map(|reason| reason.code).collect::<Vec<_>>());
    }
    codes
}

#[test]
fn every_answer_is_explained_in_every_language() {
    let rules = rules();
    let pickup = assess(PICKUP, &[]);
    assert_eq!(
        explained(&pickup),
        [
            Code::Eligible,
            Code::PhotoUnchecked,
            Code::SignatureUnchecked,
            Code::DutyFree,
            Code::ReadyAssumed,
            Code::PickupOffered
        ]
    );
    assert_eq!(
        explained(&pickup.pickup.unwrap().offer),
        [Code::PickupOffered]
    );
    assert_eq!(explained(&pickup.ready.unwrap()), [Code::ReadyAssumed]);
    let delivery = assess(DELIVERY, &[]);
    assert_eq!(
        explained(&delivery),
        [
            Code::Eligible,
            Code::PhotoUnchecked,
            Code::SignatureUnchecked,
            Code::DutyFree,
            Code::DeliveryFee,
            Code::TariffIllustrative,
            Code::ReadyAssumed,
            Code::DeliveryEstimated
        ]
    );
    assert_eq!(
        explained(&delivery.delivery.unwrap()),
        [Code::DeliveryEstimated]
    );

    // SPEC 3: every failing check, after the notice.
    let late = rules
        .decide(&Inquiry::renewal(day("2026-02-10")), day("2026-03-01"))
        .unwrap();
    assert_eq!(
        explained(&late),
        [Code::NotAvailableOnline, Code::PilotEnded, Code::TooLate]
    );
    // SPEC 5: an exemption, which is of medium confidence in 2026.
    let quote = rules
        .quote(
            &FeeInquiry::new(DocumentKind::IdentityCard, Ground::Loss, day("2026-02-10"))
                .with_exemption("disability".to_owned()),
        )
        .unwrap();
    assert_eq!(
        explained(&quote),
        [
            Code::StateDuty,
            Code::DutyExempt,
            Code::ExemptionUnconfirmed
        ]
    );
    // SPEC 9: 601 seconds give the right.
    let query = FaultQuery::from_json(
        br#"{"attempt": {"from": "2026-02-10T04:00:00Z", "to": "2026-02-10T05:00:00Z"},
            "faults": [{"from": "2026-02-10T04:10:00Z", "to": "2026-02-10T04:20:01Z",
                "channel": "portal", "reference": "INC-1"}]}"#,
    )
    .unwrap();
    let right = rules.paper_right(&query).unwrap();
    assert_eq!(
        explained(&right),
        [Code::PaperAllowed, Code::FaultStatement]
    );
    // Problems and errors are explained as any answer.
    let error = RegisterRecord::from_json(b"{}").unwrap_err();
    assert_eq!(explained(&error).len(), error.problems().count());
    assert_eq!(explained(error.first()), [Code::MissingField]);
    let reason = Reason::sample(Code::TooEarly);
    assert_eq!(explained(&reason), [Code::TooEarly]);
}

/// SPEC 6: free slots, and nothing is delivered to a region without a zone.
#[test]
fn single_questions_are_answered_as_the_main_job_answers_them() {
    let centres = CentreDirectory::from_json(CENTRES).unwrap();
    let id = assess(PICKUP, &[]).pickup.unwrap().offer.centre;
    let centre = centres.centre(id).unwrap();
    let offer = rules().first_free_slot(centre, day("2026-03-03"), &[]);
    assert_eq!(offer.unwrap().day, day("2026-03-04"));
    // SPEC 3: UTC+5.
    let moment = Moment::parse("2026-03-03T04:00:00Z").unwrap();
    let civil = rules().civil_time(moment).unwrap();
    assert_eq!(
        (civil.day, civil.time.to_string()),
        (day("2026-03-03"), "09:00".to_owned())
    );
    let query = NearestQuery::new(51.128, 71.43);
    assert_eq!(rules().nearest(&centres, &query).unwrap()[0].centre, id);
    let slots = rules().free_slots(centre, day("2026-03-03"), 1, &[]);
    assert_eq!(slots.unwrap().len(), 44);
    let name = rules().parse_name("ҮЛГІ-АЛИ", day("2026-03-03")).unwrap();
    let machine = rules().machine_readable_name(&name, day("2026-03-03"));
    assert_eq!(machine.unwrap(), "ULGI<ALI");
    let overlay = r#"{"edition": "cities", "extends": "service-2025", "delivery": {"illustrative": {
        "source": "illustrative-tariff", "zones": {"city": {"title": {"kk": "қ", "ru": "г", "en": "c"},
            "working_days": 2, "fee": "1500.00", "illustrative": true}}, "regions": {"KZ-75": "city"}}}}"#;
    let cities = Rulebook::load(overlay.as_bytes()).unwrap();
    let refused = cities.delivery_estimate(Region::parse("KZ-71").unwrap(), day("2026-03-03"));
    assert_eq!(refused.unwrap_err().code(), Code::DeliveryNotOffered);
}

/// The assessment of the example form with this field of the register's record changed.
fn with_record(field: &str, value: &str) -> Assessment {
    let mut record: Value = serde_json::from_slice(RECORD).unwrap();
    record[field] = json!(value);
    let record = RegisterRecord::from_json(record.to_string().as_bytes()).unwrap();
    rules().assess(
        &AssessmentRequest::new(PICKUP.as_bytes(), day("2026-02-10")).with_register(&record),
    )
}

/// SPEC 3: a card that is revoked, lost or not the applicant's own is refused.
#[test]
fn a_card_that_is_not_valid_or_not_ones_own_is_refused() {
    for (status, refused) in [
        ("valid", false),
        ("expired", false),
        ("lost", true),
        ("revoked", true),
    ] {
        let assessment = with_record("status", status);
        let decision = assessment.decision.unwrap();
        assert_eq!(!decision.is_eligible(), refused, "{status}");
        if refused {
            assert_eq!(decision.reasons()[0].code, Code::CardNotValid);
        }
    }
    let assessment = with_record("iin", "900101300823");
    assert_eq!(assessment.outcome, AssessmentOutcome::Refused);
    let reasons = assessment.decision.as_ref().unwrap().reasons();
    assert_eq!(reasons[0].code, Code::NotHolder);
    // Never the register's value.
    assert!(
        !serde_json::to_string(&assessment)
            .unwrap()
            .contains("900101300823")
    );
}

/// SPEC 3: the register decides about the expiry date; the contradiction is a problem of its own.
#[test]
fn the_registers_expiry_date_decides() {
    let assessment = with_record("expires_on", "2026-06-30");
    assert_eq!(assessment.outcome, AssessmentOutcome::Refused);
    let reasons = assessment.decision.as_ref().unwrap().reasons();
    assert_eq!(reasons[0].code, Code::NeverOnline);
    assert_eq!(codes(&assessment), ["REGISTER_MISMATCH /card/expires_on"]);
}

/// SPEC 3: from the 11th day on it is an offence that needs a protocol at the centre; say so.
#[test]
fn a_late_applicant_is_told_about_the_offence_and_the_centre() {
    let decision = rules()
        .decide(&Inquiry::renewal(day("2026-01-30")), day("2026-02-10"))
        .unwrap();
    for (language, words) in [
        (
            Language::Kk,
            ["әкімшілік құқық бұзушылық", "хаттама", "ХҚКО"],
        ),
        (Language::Ru, ["административн", "протокол", "ЦОН"]),
        (
            Language::En,
            [
                "administrative offence",
                "protocol",
                "Public Service Centre",
            ],
        ),
    ] {
        let statements = rules().explain(&decision, language);
        assert_eq!(statements[1].code, Code::TooLate);
        let said: Vec<&str> = statements.iter().map(|said| said.text.as_str()).collect();
        for word in words {
            assert!(said.join(" ").contains(word), "{said:?}");
        }
    }
}
