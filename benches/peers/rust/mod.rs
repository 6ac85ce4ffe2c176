//! The code that a good team would write by hand with well-known crates, tuned if that costs no
//! clarity: serde and garde for the form, chrono for dates, `rust_decimal` for money, minijinja
//! for texts, `phonenumber` and `email_address` for contacts, zune-jpeg for pictures.
//!
//! It knows the rules of one service in one year, as such code does: no editions, no sources, no
//! reasons with parameters, one language.

mod dates;
mod form;
mod notice;
mod pictures;
mod rules;

use std::hint::black_box;

use chrono::{NaiveDate, TimeZone, Utc};
use criterion::BenchmarkGroup;
use criterion::measurement::WallTime;
use qujat::{Day, Language, Moment, Rulebook};
use qujat_benches::{Inputs, NOTICE, file};
use rules::{Decision, Document, Ground, Refusal};

/// The crates it is made of.
pub const CRATES: &[&str] = &[
    "chrono",
    "chrono-tz",
    "email_address",
    "garde",
    "minijinja",
    "phonenumber",
    "rust_decimal",
    "serde_json",
    "zune-jpeg",
];

/// Its name in the tables.
const NAME: &str = "plain Rust";

/// Everything written by hand, ready for use.
pub struct Peers {
    today: NaiveDate,
    expires_on: NaiveDate,
    iin: &'static str,
    second_pass_iin: &'static str,
    email: &'static str,
    phone: &'static str,
    form: Vec<u8>,
    holidays: dates::Holidays,
    notices: notice::Notices,
    message: String,
    cards: Vec<NaiveDate>,
    photo: Vec<u8>,
    large_photo: Vec<u8>,
    signature: Vec<u8>,
}

impl Peers {
    /// Makes them ready, and makes sure that they give the answers of the library.
    pub fn new(inputs: &Inputs, large_photo: &[u8]) -> Peers {
        let today = inputs.today.to_chrono();
        let peers = Peers {
            today,
            expires_on: inputs.inquiry.expires_on.to_chrono(),
            iin: inputs.iin,
            second_pass_iin: inputs.second_pass_iin,
            email: inputs.email,
            phone: inputs.phone,
            form: inputs.form.clone(),
            holidays: dates::Holidays::new(),
            notices: notice::Notices::new(),
            message: inputs.message.clone(),
            cards: qujat_benches::expiry_dates(inputs.today.epoch_days())
                .into_iter()
                .map(|days| Day::from_epoch_days(days).unwrap().to_chrono())
                .collect(),
            photo: file("core/vectors/images/photos/good.jpg"),
            large_photo: large_photo.to_vec(),
            signature: file("core/vectors/images/signatures/signature-3.jpg"),
        };
        peers.check(inputs);
        peers
    }

    /// Measures the peer of an operation of the library, if it has one.
    pub fn measure(&self, row: &str, group: &mut BenchmarkGroup<'_, WallTime>) {
        let (today, card, passport) = (self.today, Document::IdentityCard, Document::Passport);
        let later = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        match row {
            "eligibility" => time(group, || {
                let expires_on = black_box(self.expires_on);
                rules::decide(
                    black_box(card),
                    black_box(Ground::Expiry),
                    expires_on,
                    today,
                )
            }),
            "eligibility-refused" => time(group, || {
                let (document, ground) = (black_box(passport), black_box(Ground::Loss));
                rules::decide(document, ground, black_box(later), today)
            }),
            "iin" => time(group, || rules::read_iin(black_box(self.iin))),
            "iin-second-pass" => time(group, || rules::read_iin(black_box(self.second_pass_iin))),
            "email" => time(group, || form::read_email(black_box(self.email))),
            "phone" => time(group, || form::read_phone(black_box(self.phone))),
            "form" => time(group, || form::read(black_box(&self.form), today)),
            "fee" => time(group, || {
                rules::quote(black_box(Ground::Damage), black_box(today), None)
            }),
            "fee-delivery" => time(group, || {
                rules::quote(black_box(Ground::Expiry), black_box(today), Some("KZ-75"))
            }),
            "ready" => time(group, || self.holidays.ready_on(black_box(today))),
            "civil-time" => {
                let instant = Utc.with_ymd_and_hms(2026, 2, 10, 9, 0, 0).unwrap();
                time(group, || dates::civil(black_box(instant)));
            }
            "notice" => time(group, || self.notices.ready(black_box(NOTICE))),
            "sms-segments" => time(group, || notice::segments(black_box(&self.message))),
            "million-codes" => time(group, || {
                let cards = black_box(&self.cards).iter();
                let codes = cards.map(|expires_on| rules::first_refusal(*expires_on, today));
                codes.collect::<Vec<Option<Refusal>>>()
            }),
            "assess" => time(group, || self.assess()),
            "photo-decode" | "photo-report" => {
                time(group, || pictures::statistics(black_box(&self.photo)));
            }
            "photo-large-decode" | "photo-large-report" => {
                time(group, || pictures::statistics(black_box(&self.large_photo)));
            }
            "signature-report" => {
                time(group, || pictures::statistics(black_box(&self.signature)));
            }
            "assess-images" => time(group, || {
                let photo = pictures::statistics(black_box(&self.photo));
                let signature = pictures::statistics(black_box(&self.signature));
                (self.assess().1, photo, signature)
            }),
            _ => {}
        }
    }

    /// The work of the library's `assess` for a form that is right.
    fn assess(
        &self,
    ) -> (
        form::Form,
        (Decision, rules::Quote, NaiveDate, notice::Notice),
    ) {
        let form = form::read(black_box(&self.form), self.today).unwrap();
        let (card, ground) = (Document::IdentityCard, Ground::Expiry);
        let decision = rules::decide(card, ground, black_box(self.expires_on), self.today);
        let quote = rules::quote(ground, self.today, None).unwrap();
        let ready_on = self.holidays.ready_on(self.today).unwrap();
        let notice = self.notices.ready(black_box(NOTICE));
        (form, (decision, quote, ready_on, notice))
    }

    /// The answers on the inputs of the benchmarks, and around them.
    fn check(&self, inputs: &Inputs) {
        let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
        for offset in -400..400 {
            let on = inputs.today.plus_days(offset);
            let expected = rules.decide(&inputs.inquiry, on).unwrap();
            let expires_on = self.expires_on;
            let found = rules::decide(
                Document::IdentityCard,
                Ground::Expiry,
                expires_on,
                on.to_chrono(),
            );
            same_decision(&expected, &found);
            let ready = rules.ready_on(on, None).ok().map(|ready| ready.ready_on);
            let found = self.holidays.ready_on(on.to_chrono());
            assert_eq!(ready.map(Day::to_chrono), found, "{on}");
        }
        let expected = rules.decide(&inputs.refused, inputs.today).unwrap();
        let expires_on = inputs.refused.expires_on.to_chrono();
        let found = rules::decide(Document::Passport, Ground::Loss, expires_on, self.today);
        same_decision(&expected, &found);
        for iin in [
            inputs.iin,
            inputs.second_pass_iin,
            "900101300008",
            "900230300009",
            "9001",
        ] {
            let expected = rules.parse_iin(iin, inputs.today).ok();
            let born = expected.and_then(|checked| checked.iin.birth_date());
            assert_eq!(born.map(Day::to_chrono), rules::read_iin(iin).ok(), "{iin}");
        }
        let phone = rules.parse_phone(self.phone, inputs.today).unwrap();
        assert_eq!(form::read_phone(self.phone).unwrap(), phone.as_str());
        assert!(form::read_email(self.email));
        assert!(
            rules
                .validate(&self.form, inputs.today, None)
                .form
                .is_some()
        );
        assert!(form::read(&self.form, self.today).is_ok());
        let quotes = [
            (&inputs.fee, Ground::Damage, None),
            (&inputs.delivered_fee, Ground::Expiry, Some("KZ-75")),
        ];
        for (inquiry, ground, region) in quotes {
            let expected = rules.quote(inquiry).unwrap().total.to_decimal();
            let found = rules::quote(ground, self.today, region).unwrap();
            assert_eq!(found.total, expected);
        }
        let moment = Moment::parse("2026-02-10T19:30:00Z").unwrap();
        let expected = rules.civil_time(moment).unwrap();
        let (date, minutes) = dates::civil(moment.to_chrono());
        assert_eq!(
            (expected.day.to_chrono(), expected.time.minutes()),
            (date, minutes)
        );
        let notice = rules
            .notice(&inputs.notice, Language::Ru, inputs.today)
            .unwrap();
        let found = self.notices.ready(NOTICE);
        assert_eq!(found.sms, notice.sms.text);
        assert_eq!(found.segments, notice.sms.segments);
        assert_eq!(found.subject, notice.email.subject);
        assert_eq!(found.text, notice.email.text);
        assert_eq!(found.html, notice.email.html);
        for (file, (width, height)) in
            [(&self.photo, (600, 800)), (&self.large_photo, (1200, 1600))]
        {
            let found = pictures::statistics(file);
            assert_eq!((found.width, found.height), (width, height));
            assert!(found.means.iter().all(|mean| *mean > 0.0));
            assert!(found.deviations.iter().all(|deviation| *deviation > 0.0));
        }
        let count = qujat::sms::count(&self.message);
        assert_eq!(notice::segments(&self.message), count.segments);
    }
}

fn same_decision(expected: &qujat::Decision, found: &Decision) {
    assert_eq!(expected.days_left(), found.days_left);
    let reasons = match expected {
        qujat::Decision::Eligible { .. } => Vec::new(),
        qujat::Decision::Refused { reasons, .. } => reasons.clone(),
    };
    let codes: Vec<&str> = reasons.iter().map(|reason| reason.code.as_str()).collect();
    let others: Vec<&str> = found
        .refusals
        .iter()
        .map(|refusal| refusal.code())
        .collect();
    assert_eq!(codes, others);
}

fn time<T>(group: &mut BenchmarkGroup<'_, WallTime>, mut operation: impl FnMut() -> T) {
    group.bench_function(NAME, |bencher| bencher.iter(&mut operation));
}
