//! Every operation of the core, one after the other.

use std::hint::black_box;

use qujat::address::Postcode;
use qujat::centres::{Appointment, AppointmentStatus, NearestQuery};
use qujat::faults::{Attempt, FaultInterval, FaultQuery};
use qujat::feedback::FeedbackSummary;
use qujat::identity::{CardNumber, PassportNumber, PersonName};
use qujat::notices::{Notice, ReminderRun};
use qujat::sms::SmsPolicy;
use qujat::{Code, Language, Moment, Reason, Rulebook, TimeOfDay, feedback, sms};

use crate::columns;
use crate::inputs::{Inputs, day};
use crate::{Measure, Row};

/// Measures every operation without images.
pub fn operations(inputs: &Inputs, measure: &mut impl Measure) {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    eligibility(rules, inputs, measure);
    fields(rules, inputs, measure);
    form(rules, inputs, measure);
    fees(rules, inputs, measure);
    days(rules, inputs, measure);
    centres(rules, inputs, measure);
    texts(rules, inputs, measure);
    rest(rules, inputs, measure);
    columns::columns(rules, measure);
    loading(measure);
}

fn eligibility(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let today = inputs.today;
    measure.measure(
        Row::new(
            "eligibility",
            "a decision: eligible, with its window and source",
        )
        .target(25.0),
        || rules.decide(black_box(&inputs.inquiry), black_box(today)),
    );
    measure.measure(
        Row::new(
            "eligibility-refused",
            "a decision: refused, with three reasons and their parameters",
        ),
        || rules.decide(black_box(&inputs.refused), black_box(today)),
    );
    measure.measure(
        Row::new("reminder", "whether a holder is reminded today (not today)"),
        || {
            let run = ReminderRun::nightly(black_box(today));
            rules.reminder(black_box(inputs.inquiry.expires_on), None, run)
        },
    );
}

fn fields(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let today = inputs.today;
    measure.measure(
        Row::new("iin", "an IIN whose check digit is found at once").target(10.0),
        || rules.parse_iin(black_box(inputs.iin), today),
    );
    measure.measure(
        Row::new("iin-second-pass", "an IIN that needs the second weights").target(10.0),
        || rules.parse_iin(black_box(inputs.second_pass_iin), today),
    );
    measure.measure(Row::new("email", "an e-mail address"), || {
        rules.parse_email(black_box(inputs.email), today)
    });
    measure.measure(
        Row::new("email-idn", "an e-mail address with a domain in Cyrillic"),
        || rules.parse_email(black_box(inputs.cyrillic_email), today),
    );
    measure.measure(
        Row::new("phone", "a phone number as people write it"),
        || rules.parse_phone(black_box(inputs.phone), today),
    );
    measure.measure(Row::new("name", "a surname"), || {
        rules.parse_name(black_box("ҮЛГІЕВ"), today)
    });
    let name = PersonName::from_text("ҮЛГІЕВ").unwrap();
    measure.measure(Row::new("latin-name", "a surname in Latin letters"), || {
        rules.latin_name(black_box(&name), today)
    });
    measure.measure(
        Row::new("numbers", "a card number, a passport number and a postcode"),
        || {
            (
                CardNumber::parse(black_box("012345678")),
                PassportNumber::parse(black_box("N01234567")),
                Postcode::parse(black_box("A10A5T3")),
            )
        },
    );
}

fn form(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let today = inputs.today;
    let row = Row::new("form", "the form: JSON text to checked fields").target(2_500.0);
    measure.measure(row, || rules.validate(black_box(&inputs.form), today, None));
    measure.measure(
        Row::new("form-mistakes", "the form with six mistakes"),
        || rules.validate(black_box(&inputs.six_mistakes), today, None),
    );
    let mut request = qujat::AssessmentRequest::new(&inputs.form, today);
    measure.measure(
        Row::new(
            "assess-form",
            "the assessment of a form alone, with its notice",
        ),
        || rules.assess(black_box(&request)),
    );
    request.register = Some(&inputs.register);
    request.centres = Some(&inputs.centres);
    measure.measure(
        Row::new(
            "assess",
            "the assessment with register and pickup, without images",
        )
        .target(8_000.0),
        || rules.assess(black_box(&request)),
    );
}

fn fees(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    measure.measure(
        Row::new("fee", "a quote: the duty with its reason").target(100.0),
        || rules.quote(black_box(&inputs.fee)),
    );
    measure.measure(
        Row::new("fee-delivery", "a quote: duty and delivery, with a warning"),
        || rules.quote(black_box(&inputs.delivered_fee)),
    );
}

fn days(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let (today, later, calendar) = (inputs.today, day("2026-12-31"), rules.calendar());
    measure.measure(
        Row::new("ready", "the day by which a card is ready, with its reason").target(15.0),
        || rules.ready_on(black_box(today), None),
    );
    measure.measure(
        Row::new("add-working-days", "the 15th working day after a day").target(15.0),
        || calendar.add_working_days(black_box(today), black_box(15)),
    );
    measure.measure(
        Row::new(
            "count-working-days",
            "how many working days there are between two days",
        ),
        || calendar.working_days_between(black_box(today), black_box(later)),
    );
    measure.measure(Row::new("working-day", "whether a day is worked"), || {
        calendar.is_working_day(black_box(today))
    });
    measure.measure(Row::new("day", "a day read from text"), || {
        qujat::Day::parse(black_box("2026-02-10"))
    });
    let moment = Moment::parse("2026-02-10T09:00:00Z").unwrap();
    measure.measure(
        Row::new("civil-time", "Kazakhstan's day and time of an instant"),
        || rules.civil_time(black_box(moment)),
    );
}

fn centres(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let spot = NearestQuery::new(51.128, 71.43);
    measure.measure(
        Row::new("nearest", "the centres of the examples, the nearest first"),
        || rules.nearest(&inputs.centres, black_box(&spot)),
    );
    let centre = inputs.centres.centres().first().unwrap();
    let ready_on = day("2026-03-03");
    measure.measure(
        Row::new("first-slot", "the first free slot of a centre"),
        || rules.first_free_slot(black_box(centre), ready_on, &[]),
    );
    measure.measure(
        Row::new("slots", "all free slots of a centre in 14 days"),
        || rules.free_slots(black_box(centre), ready_on, 14, &[]),
    );
    measure.measure(
        Row::new("delivery", "when a card is likely to be delivered"),
        || rules.delivery_estimate(black_box(qujat::address::Region::Abai), ready_on),
    );
    let appointment = Appointment::new(
        "2026-000101",
        0,
        AppointmentStatus::Booked,
        centre.id,
        ready_on,
        TimeOfDay::parse("09:30").unwrap(),
        TimeOfDay::parse("09:45").unwrap(),
        Moment::parse("2026-02-10T09:00:00Z").unwrap(),
        Language::Kk,
        "Жеке куәлік",
        "Бұрынғы куәлікті ала келіңіз",
        "Мысал көшесі 1, Астана",
        centre.latitude,
        centre.longitude,
    );
    measure.measure(
        Row::new("icalendar", "an appointment as an iCalendar object"),
        || rules.icalendar(black_box(&appointment)),
    );
}

fn texts(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let today = inputs.today;
    measure.measure(
        Row::new(
            "notice",
            "a notice in Russian: SMS with its segments, e-mail with HTML, push",
        )
        .target(1_500.0),
        || rules.notice(black_box(&inputs.notice), Language::Ru, today),
    );
    let (texts, policy) = (rules.texts(), SmsPolicy::original());
    measure.measure(
        Row::new(
            "notice-as-written",
            "the same notice, its SMS never in Latin letters",
        ),
        || Notice::render(texts, black_box(&inputs.notice), Language::Ru, &policy),
    );
    measure.measure(
        Row::new("sms-segments", "the segments of an SMS in Kazakh"),
        || sms::count(black_box(&inputs.message)),
    );
    let reason = Reason::new(Code::TooEarly)
        .with("days_left", 140)
        .with("opens_on", day("2026-05-31"));
    measure.measure(
        Row::new("explanation", "a refusal explained in Kazakh"),
        || rules.text(black_box(&reason), Language::Kk),
    );
    let decision = rules.decide(&inputs.refused, today).unwrap();
    measure.measure(
        Row::new(
            "explanations",
            "a decision with three reasons explained in Kazakh, with sources",
        ),
        || rules.explain(black_box(&decision), Language::Kk),
    );
}

fn rest(rules: &Rulebook, inputs: &Inputs, measure: &mut impl Measure) {
    let history = &inputs.history;
    measure.measure(
        Row::new(
            "replay",
            "an application's seven events replayed, from filing on",
        ),
        || black_box(history).replay(),
    );
    let (morning, evening) = (
        FeedbackSummary::of_ratings(&[5, 4, 4]).unwrap(),
        FeedbackSummary::of_ratings(&[2, 1]).unwrap(),
    );
    measure.measure(
        Row::new("feedback-merge", "two summaries of feedback merged"),
        || black_box(&morning).merge(black_box(&evening)),
    );
    let comment = "Всё быстро, звоните +7 701 000 00 01 или a@example.kz, ИИН 900101300007";
    measure.measure(
        Row::new(
            "feedback-mask",
            "a comment with phone, e-mail and IIN masked",
        ),
        || feedback::mask(black_box(comment), 2000),
    );
    let query = fault_query();
    measure.measure(
        Row::new("paper", "whether faults allow filing on paper"),
        || rules.paper_right(black_box(&query)),
    );
    measure.measure(
        Row::new("strokes", "the strokes of a signature checked"),
        || rules.check_strokes(black_box(&inputs.strokes), inputs.today),
    );
    measure.measure(
        Row::new("strokes-picture", "the same drawn as the card needs them"),
        || rules.render_strokes(black_box(&inputs.strokes), inputs.today),
    );
}

/// An attempt with two faults that overlap.
fn fault_query() -> FaultQuery {
    let moment = |text| Moment::parse(text).unwrap();
    let portal = qujat::channel::Channel::Portal;
    let fault = |from, to, reference: &str| {
        FaultInterval::new(moment(from), portal, reference).with_to(moment(to))
    };
    let from = moment("2026-02-10T09:00:00Z");
    FaultQuery::new(
        Attempt::new(from, moment("2026-02-10T10:00:00Z")),
        vec![
            fault("2026-02-10T09:10:00Z", "2026-02-10T09:18:00Z", "F-1"),
            fault("2026-02-10T09:17:00Z", "2026-02-10T09:25:00Z", "F-2"),
        ],
    )
}

fn loading(measure: &mut impl Measure) {
    let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).unwrap();
    measure.measure(
        Row::new("load", "the default rulebook read from its file").target(1e6),
        || Rulebook::load(black_box(text.as_bytes())),
    );
    let overlay = Rulebook::edition_text("order-389-253").unwrap();
    measure.measure(
        Row::new("load-overlay", "an overlay with what it extends"),
        || Rulebook::load(black_box(overlay.as_bytes())),
    );
}
