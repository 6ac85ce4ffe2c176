//! Every format that the library reads, each with a sample and with all that is done with it.

use std::hint::black_box;

use qujat::centres::{
    Appointment, AppointmentStatus, Booking, Centre, CentreDirectory, NearestQuery,
};
use qujat::faults::FaultQuery;
use qujat::feedback::{FeedbackDimension, FeedbackSummaries, FeedbackSummary};
use qujat::lifecycle::{Event, History};
use qujat::notices::Notice;
use qujat::register::RegisterRecord;
use qujat::signature::Strokes;
use qujat::sms::SmsPolicy;
use qujat::texts::Texts;
use qujat::{
    Code, Day, Error, FeeInquiry, Language, Moment, NoticeData, NoticeKind, Problem, Reason,
    Rulebook, TimeOfDay, feedback, sms,
};
use serde_json::{Value, json};

use super::shapes::{Shape, repeated, shapes};
use crate::inputs::{day, file};

/// A format: what it is read from, up to which size, and what is done with it.
pub struct Format {
    /// A short name.
    pub name: &'static str,
    /// The file of the library that has its reader and its limit.
    pub source: &'static str,
    /// The most bytes that are read.
    pub limit: usize,
    /// The sample, if it is JSON.
    pub sample: Value,
    /// The shapes in which it grows.
    pub shapes: Vec<Shape>,
    /// Reads, and does what a program would do with what was read.
    pub read: Box<dyn Fn(&str)>,
}

const TODAY: &str = "2026-02-10";

/// All formats.
#[must_use]
pub fn formats() -> Vec<Format> {
    let mut all = forms();
    all.extend(operators());
    all.extend(texts());
    all
}

fn rules() -> &'static Rulebook {
    Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap()
}

fn example(path: &str) -> Value {
    serde_json::from_slice(&file(path)).unwrap()
}

/// A program's handling of a refusal: it is logged, and explained in a language.
fn refused(error: &Error) {
    black_box(error.to_string());
    explained(error.problems());
}

fn explained<'a>(problems: impl Iterator<Item = &'a Problem>) {
    for problem in problems {
        black_box(rules().text(problem, Language::Kk));
        black_box(problem.to_string());
    }
}

fn done<T>(read: Result<T, Error>, with: impl FnOnce(T)) {
    match read {
        Ok(value) => with(value),
        Err(error) => refused(&error),
    }
}

/// A format that is JSON.
fn format(
    name: &'static str,
    source: &'static str,
    limit: usize,
    sample: &Value,
    read: impl Fn(&str) + 'static,
) -> Format {
    Format {
        name,
        source,
        limit,
        sample: sample.clone(),
        shapes: shapes(sample),
        read: Box::new(read),
    }
}

/// Input of citizens and back offices.
fn forms() -> Vec<Format> {
    let today = day(TODAY);
    let form = move |text: &str| {
        let checked = rules().validate(text.as_bytes(), today, None);
        explained(checked.problems.iter());
        let request = qujat::AssessmentRequest::new(text.as_bytes(), today);
        let assessed = rules().assess(&request);
        black_box(rules().explain(&assessed, Language::Kk));
        black_box(serde_json::to_string(&assessed).unwrap());
    };
    let mut delivered = example("examples/data/delivery.json");
    delivered["exemption"] = json!("orphan");
    let event = json!({
        "id": "e-1", "at": "2026-02-10T09:30:00Z", "event": "registered", "ticket": "T-000101",
    });
    let events = ["filed", "registered", "review_started", "approved"].map(|name| {
        let mut event = json!({ "id": name, "at": "2026-02-10T09:30:00Z", "event": name });
        match name {
            "filed" => {
                event["receiving"] = json!("pickup");
                event["due"] = json!("0.00");
            }
            "registered" => event["ticket"] = json!("T-1"),
            _ => {}
        }
        event
    });
    let feedback = json!({
        "application": "QJ-2026-000017", "overall": 5, "speed": 4, "clarity": 1, "courtesy": 3,
        "comment": "Бәрі тез! Тел. 8 701 123 45 67", "suggestion": "Write to a@example.kz",
        "channel": "mobile_app", "region": "KZ-75", "at": "2026-02-10T09:30:00+05:00",
    });
    let parameters = |text: &str| {
        done(
            Reason::from_params(Code::TooEarly, text.as_bytes()),
            |reason| {
                black_box(rules().text(&reason, Language::Kk));
            },
        );
    };
    vec![
        format(
            "form",
            "filing/draft.rs",
            64 << 10,
            &example("examples/data/eligible.json"),
            form,
        ),
        format(
            "form, delivered",
            "filing/draft.rs",
            64 << 10,
            &delivered,
            form,
        ),
        format(
            "register",
            "filing/register.rs",
            16 << 10,
            &example("examples/data/register/eligible.json"),
            |text| {
                done(RegisterRecord::from_json(text.as_bytes()), |record| {
                    let form = file("examples/data/eligible.json");
                    let checked = rules().validate(&form, day(TODAY), Some(&record));
                    explained(checked.problems.iter());
                });
            },
        ),
        format(
            "event",
            "service/lifecycle/event.rs",
            16 << 10,
            &event,
            |text| {
                done(Event::from_json(text.as_bytes()), |event| {
                    black_box(qujat::Application::new().apply(&event).is_ok());
                });
            },
        ),
        format(
            "history",
            "service/lifecycle/history.rs",
            1 << 20,
            &json!({ "events": events }),
            |text| {
                done(History::from_json(text.as_bytes()), |history| {
                    done(history.replay(), |application| {
                        black_box(serde_json::to_string(&application.history()).unwrap());
                    });
                });
            },
        ),
        format(
            "feedback",
            "service/feedback/form.rs",
            256 << 10,
            &feedback,
            move |text| {
                done(rules().read_feedback(text.as_bytes(), today), |feedback| {
                    black_box(serde_json::to_string(&feedback).unwrap());
                });
            },
        ),
        format(
            "strokes",
            "pictures/signature/strokes.rs",
            1 << 20,
            &example("examples/data/strokes.json"),
            move |text| {
                done(Strokes::from_json(text.as_bytes()), |strokes| {
                    done(rules().check_strokes(&strokes, today), |report| {
                        black_box(rules().explain(&report, Language::Kk));
                    });
                    done(rules().render_strokes(&strokes, today), |picture| {
                        black_box(picture);
                    });
                });
            },
        ),
        format(
            "parameters",
            "foundation/params.rs",
            16 << 10,
            &json!({"days_left": 40, "opens_on": TODAY}),
            parameters,
        ),
    ]
}

/// Input of operators.
fn operators() -> Vec<Format> {
    let summary = json!({
        "overall": [1, 2, 3, 4, 5], "speed": [0, 0, 0, 0, 1], "clarity": [0, 0, 0, 0, 1],
        "courtesy": [0, 0, 0, 0, 1],
    });
    let summaries = json!({ "groups": [
        { "period": TODAY, "channel": "portal", "region": "KZ-75", "summary": summary },
    ] });
    let faults = json!({
        "attempt": { "from": "2026-02-10T09:00:00Z", "to": "2026-02-10T10:00:00Z" },
        "faults": [{
            "from": "2026-02-10T09:10:00Z", "to": "2026-02-10T09:20:00Z", "channel": "portal",
            "reference": "inc-1",
        }],
    });
    let directory = example("examples/data/centres.json");
    let centre = directory["centres"][0].clone();
    let booking = json!([{ "centre": "astana-1", "day": TODAY, "time": "09:00", "count": 1 }]);
    let edition = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).unwrap();
    let mut edition: Value = serde_json::from_str(edition).unwrap();
    with_all_fields(&mut edition);
    let mut overlay = example("examples/rulebooks/extended-example.json");
    overlay["texts"] = json!({ "kk": "TOO_EARLY = Ерте", "ru": "TOO_EARLY = Рано" });
    let load = |text: &str| {
        done(Rulebook::load(text.as_bytes()), |rules| {
            black_box(rules.sources().len());
        });
    };
    let slots = |centre: &Centre, bookings: &[Booking]| {
        let slots = rules().free_slots(centre, day(TODAY), 30, bookings);
        black_box(slots.is_ok());
    };
    vec![
        format("rulebook", "rulebook/load.rs", 1 << 20, &edition, load),
        format("overlay", "rulebook/load.rs", 1 << 20, &overlay, load),
        format(
            "centre",
            "service/centres/centre.rs",
            1 << 20,
            &centre,
            move |text| {
                done(Centre::from_json(text.as_bytes()), |centre| {
                    slots(&centre, &[]);
                });
            },
        ),
        format(
            "directory",
            "service/centres/directory.rs",
            3 << 20,
            &directory,
            |text| {
                done(CentreDirectory::from_json(text.as_bytes()), |directory| {
                    let query = NearestQuery::new(51.0, 71.0).with_on(day(TODAY));
                    black_box(rules().nearest(&directory, &query).is_ok());
                });
            },
        ),
        format(
            "bookings",
            "service/centres/slots.rs",
            3 << 20,
            &booking,
            move |text| {
                done(Booking::list_from_json(text.as_bytes()), |bookings| {
                    let directory = CentreDirectory::from_json(&file("examples/data/centres.json"));
                    slots(&directory.unwrap().centres()[0], &bookings);
                });
            },
        ),
        format(
            "summary",
            "service/feedback/summary.rs",
            4096,
            &summary,
            |text| {
                done(FeedbackSummary::from_json(text.as_bytes()), |summary| {
                    black_box(summary.merge(&summary));
                });
            },
        ),
        format(
            "summaries",
            "service/feedback/summaries.rs",
            3 << 20,
            &summaries,
            |text| {
                done(FeedbackSummaries::from_json(text.as_bytes()), |summaries| {
                    let merged = summaries.merge(&summaries);
                    black_box(merged.by(FeedbackDimension::Region));
                    black_box(serde_json::to_string(&merged).unwrap());
                });
            },
        ),
        format(
            "faults",
            "service/faults/mod.rs",
            1 << 20,
            &faults,
            |text| {
                done(FaultQuery::from_json(text.as_bytes()), |query| {
                    let right = rules().paper_right(&query);
                    black_box(right.is_ok());
                });
            },
        ),
        format(
            "notice",
            "service/notice_kinds.rs",
            64 << 10,
            &json!({ "reasons": ["Бірінші", "Екінші"] }),
            |text| {
                done(
                    NoticeData::of_kind(NoticeKind::Refused, text.as_bytes()),
                    |data| {
                        let policy = SmsPolicy::original();
                        black_box(Notice::render(
                            rules().texts(),
                            &data,
                            Language::Kk,
                            &policy,
                        ));
                        black_box(rules().notice(&data, Language::Ru, day(TODAY)).is_ok());
                    },
                );
            },
        ),
    ]
}

/// Gives the entries of a rulebook the fields that they may have and lack.
fn with_all_fields(edition: &mut Value) {
    edition["texts"] = json!({ "kk": "TOO_EARLY = Ерте", "ru": "TOO_EARLY = Рано" });
    let sections = edition.as_object_mut().unwrap().iter_mut();
    for (section, entries) in sections.filter(|(_, entries)| entries.is_object()) {
        for entry in entries.as_object_mut().unwrap().values_mut() {
            let Some(entry) = entry.as_object_mut() else {
                continue;
            };
            if section == "sources" {
                entry.insert("url".to_owned(), json!("https://example.kz/act"));
            } else if entry.contains_key("source") {
                entry.entry("from").or_insert(json!("1992-01-01"));
                entry.entry("until").or_insert(json!("2100-01-01"));
            }
            if section == "delivery" {
                entry.insert(
                    "localities".to_owned(),
                    json!({ "KZ-19": { "Аягөз": "city" } }),
                );
                entry.insert(
                    "postcodes".to_owned(),
                    json!({ "KZ-19": { "040": "city" } }),
                );
            }
        }
    }
}

/// Formats other than JSON.
fn texts() -> Vec<Format> {
    let fluent = [
        ("", "m# = a\n", ""),
        ("", "TOO_EARLY = a\n", ""),
        ("", "TOO_EARLY = {$a#}\n", ""),
        ("TOO_EARLY = a\n", "    .a# = b\n", ""),
        ("TOO_EARLY = ", "a", "\n"),
        ("TOO_EARLY = ", "{$days_left}", "\n"),
        ("TOO_EARLY = ", "{\"a\"}", "\n"),
        ("TOO_EARLY = ", "{ ", "\n"),
        ("TOO_EARLY = ", "{ {", "\n"),
        ("TOO_EARLY = ", "}", "\n"),
        ("A = ", "{ F(\n", "\n"),
        ("A = { F(", "F(\n", "\n"),
        ("A = { F(", "a: 1, ", ") }\n"),
        ("TOO_EARLY = ", "{ m# }", "\n"),
        ("TOO_EARLY = a\n", "m# = { TOO_EARLY }\n", ""),
        ("m0 = a\n", "m1# = { m1# }{ m0 }\n", ""),
        (
            "TOO_EARLY = { $days_left ->\n",
            "    [a#] b\n",
            "   *[other] c\n }\n",
        ),
        (
            "TOO_EARLY = { $days_left ->\n",
            "    [one] { $days_left ->\n",
            "\n",
        ),
        ("TOO_EARLY = { ", "F", "() }\n"),
        ("", "F", " = a\n"),
        ("-", "t", " = a\n"),
        ("TOO_EARLY = { \"", "\\u0041", "\" }\n"),
        ("TOO_EARLY = a", "\n", "\n"),
        ("TOO_EARLY = a\n", " \n", "    b\n"),
        ("TOO_EARLY =\n", "    a\n", "\n"),
        ("TOO_EARLY =\n", "  \r\n  a", "\n"),
        ("", "# a\n", ""),
        ("", "### a\n\n", ""),
        ("", "!!!\n", ""),
        ("", "-t# = a\n", ""),
        ("w-", "x", " = a\n"),
        ("", "w-x# = a\n", ""),
        ("", "\u{feff}", ""),
    ];
    // A long function, and how often it is named.
    let long = format!("TOO_EARLY = {{ {}() }}", "F".repeat(2000));
    let mut fluent: Vec<Shape> = fluent
        .map(|(before, piece, after)| repeated(before, piece, after))
        .into();
    fluent.push(repeated(&format!("{long}\n"), "M# = { TOO_EARLY }\n", ""));
    fluent.push(repeated(
        &format!("{long}\n"),
        "    .a# = { TOO_EARLY }\n",
        "",
    ));
    let text = |name, source, limit, pieces: &[&'static str], read: fn(&str)| Format {
        name,
        source,
        limit,
        sample: Value::Null,
        shapes: pieces.iter().map(|piece| repeated("", piece, "")).collect(),
        read: Box::new(read),
    };
    let signs = [
        "a",
        "9",
        "Ұ",
        " ",
        "@",
        "a.",
        "a@",
        "-",
        "\n",
        "\u{200b}",
        "\u{301}",
        "e\u{301}\u{323}",
        "(",
        "+7",
    ];
    let comments = [
        "a",
        "9",
        "9 ",
        "7(",
        "a@",
        "a@b.",
        "@",
        ".",
        "Ұ",
        "\r",
        "\n\n",
        "\u{200d}",
        "+7 701 000 00 01 ",
        "a@b.kz ",
    ];
    vec![
        Format {
            name: "texts",
            source: "fluent/source.rs",
            limit: 1 << 18,
            sample: Value::Null,
            shapes: fluent,
            read: Box::new(|text| {
                done(
                    Texts::shipped().with_overrides(Language::Kk, text),
                    |texts| {
                        let reason = Reason::new(Code::TooEarly)
                            .with("days_left", 40)
                            .with("opens_on", day(TODAY));
                        black_box(texts.explain(&reason, Language::Kk));
                    },
                );
            }),
        },
        text(
            "comment",
            "service/feedback/mask.rs",
            256 << 10,
            &comments,
            |text| {
                black_box(feedback::mask(text, u32::MAX).is_ok());
            },
        ),
        text("message", "service/sms/mod.rs", 256 << 10, &signs, |text| {
            black_box(sms::count(text));
        }),
        text("values", "rulebook/lookups.rs", 256 << 10, &signs, |text| {
            let (rules, on) = (rules(), day(TODAY));
            black_box(rules.parse_iin(text, on).is_ok());
            black_box(rules.parse_phone(text, on).is_ok());
            black_box(rules.parse_email(text, on).is_ok());
            if let Ok(name) = rules.parse_name(text, on) {
                black_box(rules.latin_name(&name, on).is_ok());
            }
            black_box(Day::parse(text).is_ok());
            black_box(Moment::parse(text).is_ok());
            black_box(qujat::Tenge::parse(text).is_ok());
            black_box(qujat::money::Rate::parse(text).is_ok());
            black_box(qujat::address::Postcode::parse(text).is_ok());
            black_box(qujat::identity::CardNumber::parse(text).is_ok());
            black_box(qujat::identity::PassportNumber::parse(text).is_ok());
            black_box(qujat::centres::CentreId::parse(text).is_ok());
            black_box(feedback::FeedbackPeriod::parse(text).is_ok());
            let inquiry = FeeInquiry::renewal(on).with_exemption(text.to_owned());
            black_box(rules.quote(&inquiry).is_ok());
        }),
        text("names", "people/names.rs", 256 << 10, &signs, |text| {
            if let Ok(name) = qujat::identity::PersonName::from_text(text) {
                black_box(rules().latin_name(&name, day(TODAY)).is_ok());
                black_box(rules().machine_readable_name(&name, day(TODAY)).is_ok());
            }
            black_box(qujat::contact::EmailAddress::from_text(text).is_ok());
        }),
        text(
            "calendar entry",
            "service/centres/icalendar.rs",
            256 << 10,
            &signs,
            |text| {
                let directory =
                    CentreDirectory::from_json(&file("examples/data/centres.json")).unwrap();
                let appointment = Appointment::new(
                    text.to_owned(),
                    0,
                    AppointmentStatus::Booked,
                    directory.centres()[0].id,
                    day(TODAY),
                    TimeOfDay::parse("09:30").unwrap(),
                    TimeOfDay::parse("09:45").unwrap(),
                    Moment::parse("2026-02-10T09:00:00Z").unwrap(),
                    Language::Kk,
                    text.to_owned(),
                    text.to_owned(),
                    text.to_owned(),
                    51.0,
                    71.0,
                );
                black_box(rules().icalendar(&appointment).is_ok());
            },
        ),
    ]
}
