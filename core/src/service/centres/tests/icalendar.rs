use proptest::prelude::*;

use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::clean::clean;
use crate::foundation::id::CentreId;
use crate::foundation::language::Language;
use crate::foundation::moment::Moment;
use crate::foundation::single_line::is_invisible;
use crate::service::civil_time::tests::shipped as civil_time;
use crate::wording::texts::Texts;

fn appointment() -> Appointment {
    Appointment {
        application: "001-2026-000042".to_owned(),
        sequence: 0,
        status: AppointmentStatus::Booked,
        centre: CentreId::parse("astana-1").unwrap(),
        day: day("2026-03-02"),
        from: time("09:00"),
        until: time("09:15"),
        stamp: Moment::parse("2026-02-10T09:30:15.7+05:00").unwrap(),
        language: Language::En,
        summary: "Pick up your identity card".to_owned(),
        description: "Bring: the old card, if you have it; nothing else.\nC:\\".to_owned(),
        alarm_minutes: Some(1440),
        location: "PSC No. 1, 1 Example Street".to_owned(),
        latitude: 51.128,
        longitude: 71.43,
    }
}

fn render(appointment: &Appointment) -> String {
    written(appointment).unwrap()
}

fn written(appointment: &Appointment) -> Result<String, crate::foundation::problem::Reason> {
    appointment.to_icalendar(&civil_time(), |application, language| {
        Texts::shipped().appointment(application, language)
    })
}

/// The lines with folds undone, as a reader of RFC 5545 sees them.
fn unfolded(text: &str) -> Vec<String> {
    let unfolded = text.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn spec_6_an_appointment_is_an_rfc_5545_event_in_utc() {
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Qujat//Qujat//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:001-2026-000042@qujat",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "DTSTAMP:20260210T043015Z",
        "DTSTART:20260302T040000Z",
        "DTEND:20260302T041500Z",
        "SUMMARY;LANGUAGE=en:Pick up your identity card",
        "LOCATION;LANGUAGE=en:PSC No. 1\\, 1 Example Street",
        "DESCRIPTION;LANGUAGE=en:Bring: the old card\\, if you have it\\; nothing else.\\nC:\\\\",
        "GEO:51.128000;71.430000",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT1440M",
        "DESCRIPTION;LANGUAGE=en:Pick up your identity card",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(unfolded(&render(&appointment())), expected);
}

#[test]
fn lines_break_after_75_octets_and_never_inside_a_character() {
    let text = render(&Appointment {
        summary: "Жеке куәлікті алу ".repeat(12),
        ..appointment()
    });
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75));
    // `SUMMARY;LANGUAGE=en:` has 20 octets; 55 are left for letters of two octets.
    let first = lines
        .iter()
        .find(|line| line.starts_with("SUMMARY"))
        .unwrap();
    assert!(first.len() >= 74);
}

#[test]
fn early_times_fall_on_the_day_before_in_utc() {
    let text = render(&Appointment {
        from: time("00:00"),
        until: time("24:00"),
        ..appointment()
    });
    assert!(text.contains("\r\nDTSTART:20260301T190000Z\r\nDTEND:20260302T190000Z\r\n"));
}

#[test]
fn what_cannot_be_an_event_is_refused() {
    let reversed = Appointment {
        until: time("09:00"),
        ..appointment()
    };
    let reason = written(&reversed).unwrap_err();
    assert_eq!(reason.code, Code::IntervalReversed);
    let early = Appointment {
        day: day("2024-02-29"),
        ..appointment()
    };
    let reason = written(&early).unwrap_err();
    assert_eq!(reason.code, Code::NotCovered);
}

#[test]
fn an_offer_at_a_centre_brings_its_name_address_and_place() {
    let directory = example();
    let centre = directory.centres().first().unwrap();
    let offer = PickupOffer {
        centre: centre.id,
        day: day("2026-03-02"),
        time: time("10:00"),
        until: time("10:15"),
        free: 1,
        reason: crate::foundation::problem::Reason::new(Code::PickupOffered),
    };
    let stamp = appointment().stamp;
    let made = Appointment::at_centre(&offer, centre, "7".to_owned(), stamp, Language::Kk);
    assert_eq!(
        made.location,
        format!("{}, {}", centre.name.kk, centre.address.kk)
    );
    assert_eq!(
        (made.latitude, made.longitude),
        (centre.latitude, centre.longitude)
    );
    assert_eq!(
        (made.day, made.from, made.until),
        (offer.day, offer.time, offer.until)
    );
    let lines = unfolded(&render(&made));
    for expected in [
        "SUMMARY;LANGUAGE=kk:Жеке куәлікті алу",
        "DESCRIPTION;LANGUAGE=kk:Ескі жеке куәлігіңізді ала келіп\\, өтініштің нөмірін айтыңыз: 7.",
        "TRIGGER:-PT1440M",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{lines:#?}");
    }
}

/// SPEC 6a: one UID for the application's life, with SEQUENCE, and METHOD:CANCEL.
#[test]
fn spec_6a_an_event_keeps_its_uid_when_it_is_moved_and_called_off() {
    let moved = Appointment {
        sequence: 1,
        centre: CentreId::parse("almaty-1").unwrap(),
        day: day("2026-03-05"),
        ..appointment()
    };
    let off = Appointment {
        sequence: 2,
        status: AppointmentStatus::Cancelled,
        ..moved.clone()
    };
    let versions = [appointment(), moved, off].map(|version| unfolded(&render(&version)));
    for (sequence, lines) in versions.iter().enumerate() {
        let has = |line: &str| lines.iter().any(|found| found == line);
        assert!(has("UID:001-2026-000042@qujat"), "{lines:?}");
        assert!(has(&format!("SEQUENCE:{sequence}")), "{lines:?}");
        let off = sequence == 2;
        assert_eq!(has("METHOD:CANCEL"), off);
        assert_eq!(has("STATUS:CANCELLED"), off);
        assert_eq!(has("METHOD:PUBLISH"), !off);
        assert_eq!(has("STATUS:CONFIRMED"), !off);
        assert_eq!(
            has("BEGIN:VALARM"),
            !off,
            "what is called off rings no alarm"
        );
    }
}

#[test]
fn the_number_of_an_appointment_is_a_number() {
    for (application, code) in [
        ("", "TEXT_EMPTY"),
        ("../1", "REFERENCE_INVALID"),
        ("a\u{200b}", "REFERENCE_INVALID"),
    ] {
        let bad = Appointment {
            application: application.to_owned(),
            ..appointment()
        };
        let reason = written(&bad).unwrap_err();
        assert_eq!(reason.code.as_str(), code, "{application:?}");
    }
}

proptest! {
    #[test]
    fn any_text_stays_within_its_lines(
        summary in any::<String>(),
        location in "\\PC{0,200}|[\r\n,;:\\\\а-я🪪]{0,200}",
        description in any::<String>(),
        application in "[A-Za-z0-9]{1,32}",
    ) {
        let text = render(&Appointment {
            summary: summary.clone(), location, description, application, ..appointment()
        });
        // Only CRLF breaks lines, and nothing but line breaks is invisible.
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        let body = text.replace("\r\n", "\n");
        prop_assert!(body.chars().all(|c| !is_invisible(c) || c == '\n'));
        for line in text.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
        }
        // No text can begin a property of its own.
        let lines = unfolded(&text);
        let names: Vec<&str> = lines.iter()
            .map(|line| line.split([';', ':']).next().unwrap_or_default())
            .collect();
        let expected = ["BEGIN", "VERSION", "PRODID", "METHOD", "BEGIN", "UID", "SEQUENCE", "STATUS",
            "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "GEO",
            "BEGIN", "ACTION", "TRIGGER", "DESCRIPTION", "END", "END", "END", ""];
        prop_assert_eq!(names, expected);
        // The text that is read back is the original with each line cleaned.
        let line = lines.iter().find(|line| line.starts_with("SUMMARY")).unwrap();
        let value = line.strip_prefix("SUMMARY;LANGUAGE=en:").unwrap();
        let mut read = String::new();
        let mut characters = value.chars();
        while let Some(character) = characters.next() {
            let character = match character {
                '\\' => match characters.next().unwrap() { 'n' => '\n', other => other },
                plain => { prop_assert!(!matches!(plain, ',' | ';')); plain }
            };
            read.push(character);
        }
        let said = if summary.is_empty() { "Pick up your identity card" } else { summary.as_str() };
        let kept = said.replace("\r\n", "\n").replace('\r', "\n");
        let kept: Vec<_> = kept.split('\n').map(clean).collect();
        let kept = kept.join("\n");
        prop_assert_eq!(read, kept);
    }
}
