//! Columns answer as rows do.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::foundation::catalogue::Code;
use crate::foundation::problem::Error;
use crate::people::address::Region;
use crate::people::identity::{CardStatus, CheckedIin, DocumentKind, Ground, Sex};
use crate::rulebook::Rulebook;
use crate::service::eligibility::Inquiry;
use crate::service::fees::FeeInquiry;
use crate::service::reminder::ReminderRun;

#[path = "../../../tests/support/changing.rs"]
mod changing;
#[path = "../../../tests/support/slow.rs"]
mod slow;

fn rules() -> &'static Rulebook {
    Rulebook::edition("service-2025").unwrap()
}

/// One decision, as a column has it.
type Row = (Vec<Code>, i32, i32, i32);

/// The question about one card.
#[derive(Clone, Copy, Debug)]
struct Asked {
    document: Option<DocumentKind>,
    ground: Option<Ground>,
    expires_on: i32,
    today: i32,
    status: Option<CardStatus>,
    is_holder: Option<bool>,
}

/// The answer of the function for one row.
fn by_row(rules: &Rulebook, asked: Asked) -> Row {
    let Asked {
        document,
        ground,
        expires_on,
        today,
        status,
        is_holder,
    } = asked;
    let none = |code| (vec![code], NO_DAY, NO_DAY, NO_DAY);
    let days = Day::from_epoch_days(expires_on).zip(Day::from_epoch_days(today));
    let Some((expires_on, today)) = days else {
        return none(Code::DateInvalid);
    };
    let (Some(document), Some(ground)) = (document, ground) else {
        return none(Code::UnknownValue);
    };
    let inquiry = Inquiry {
        document,
        ground,
        expires_on,
        status,
        is_holder,
    };
    match rules.decide(&inquiry, today) {
        Ok(decision) => {
            let online = decision.online();
            (
                decision
                    .reasons()
                    .iter()
                    .map(|reason| reason.code)
                    // Columns tell of no days after the next ones.
                    .filter(|code| *code != Code::OnlineAgain)
                    .collect(),
                decision.days_left(),
                online.map_or(NO_DAY, |days| days.first.epoch_days()),
                online.map_or(NO_DAY, |days| days.last.epoch_days()),
            )
        }
        Err(reason) => none(reason.code()),
    }
}

/// The rows of the columns. All failed checks are read out of the bits; the code is the first one.
fn by_column(rules: &Rulebook, cards: &InquiryColumns<'_>) -> Vec<Row> {
    let columns = rules.decide_columns(cards).unwrap();
    assert_eq!(rules.decide_codes(cards).unwrap(), columns.codes);
    let rows = 0..columns.codes.len();
    rows.map(|row| {
        let code = DECISION_CODES[usize::from(columns.codes[row])];
        let failed: Vec<Code> = (0..11)
            .filter(|bit| columns.failed[row] & (1 << bit) != 0)
            .map(|bit| DECISION_CODES[bit + 1])
            .collect();
        let codes = if failed.is_empty() {
            vec![code]
        } else {
            failed
        };
        assert_eq!(codes[0], code);
        (
            codes,
            columns.days_left[row],
            columns.first_days[row],
            columns.last_days[row],
        )
    })
    .collect()
}

/// Days around the pilot, now and then any day, and now and then no day.
fn epoch_days() -> impl Strategy<Value = i32> {
    let calendar = Day::MIN.epoch_days()..=Day::MAX.epoch_days();
    prop_oneof![8 => 20_200..20_600i32, 1 => calendar, 1 => any::<i32>()]
}

fn ground() -> impl Strategy<Value = Option<Ground>> {
    prop_oneof![
        4 => Just(Some(Ground::Expiry)),
        2 => proptest::sample::select(Ground::ALL).prop_map(Some),
        1 => Just(None),
    ]
}

fn document() -> impl Strategy<Value = Option<DocumentKind>> {
    prop_oneof![
        4 => Just(Some(DocumentKind::IdentityCard)),
        1 => Just(Some(DocumentKind::Passport)),
        1 => Just(None),
    ]
}

fn status() -> impl Strategy<Value = CardStatus> {
    proptest::sample::select(CardStatus::ALL)
}

/// Mostly of a register that was not asked, or has nothing against the card.
fn asked() -> impl Strategy<Value = Asked> {
    let status = prop_oneof![
        4 => Just(None),
        2 => Just(Some(CardStatus::Valid)),
        2 => status().prop_map(Some),
    ];
    let is_holder = prop_oneof![4 => Just(None), 4 => Just(Some(true)), 1 => Just(Some(false))];
    let card = (document(), ground(), epoch_days(), epoch_days());
    (card, status, is_holder).prop_map(|(card, status, is_holder)| {
        let (document, ground, expires_on, today) = card;
        Asked {
            document,
            ground,
            expires_on,
            today,
            status,
            is_holder,
        }
    })
}

/// The register's answer on the card in this row: every status, with every answer about the holder.
fn register_of(row: usize) -> (Option<CardStatus>, Option<bool>) {
    let statuses: Vec<_> = CardStatus::ALL
        .iter()
        .copied()
        .map(Some)
        .chain([None])
        .collect();
    let holders = [None, Some(true), Some(false)];
    let status = statuses[row % statuses.len()];
    (status, holders[row / statuses.len() % holders.len()])
}

/// Columns of reminders against rows, of cards around the day as well.
fn check_reminders(rules: &Rulebook, rows: &[(i32, Option<CardStatus>)], on: i32, nights: i32) {
    let on = Day::from_epoch_days(on).unwrap();
    let run = ReminderRun {
        last: on.plus_days(-nights),
        on,
    };
    let near = (-60..60).map(|days| (on.plus_days(days).epoch_days(), None));
    let rows: Vec<_> = rows.iter().copied().chain(near).collect();
    let column: Vec<i32> = rows.iter().map(|row| row.0).collect();
    let statuses: Vec<_> = rows.iter().map(|row| row.1).collect();
    for status in [Rows::Each(statuses.as_slice()), Rows::All(None)] {
        let one = |(expires_on, status): (i32, _)| match Day::from_epoch_days(expires_on) {
            Some(day) => Ok(u8::from(rules.reminder(day, status, run)?.is_some())),
            None => Ok(NO_REMINDER_DAY),
        };
        let asked = (0..).zip(&column);
        let expected: Result<Vec<u8>, Error> = asked
            .map(|(row, day)| one((*day, status.get(row).unwrap())))
            .collect();
        let cards = ReminderColumns {
            expires_on: &column,
            status,
        };
        assert_eq!(rules.remind_codes(&cards, run), expected);
    }
}

/// Pilots that pause, windows and services that change, days without rules: columns answer as rows do.
#[test]
fn columns_of_changing_rulebooks_are_those_of_the_rows() {
    for seed in 0..40 {
        let mut random = changing::Random(seed);
        let text = changing::overlay(&changing::rules(&mut random));
        let rules = Rulebook::load(text.as_bytes()).unwrap();
        let middle = Day::parse("2026-01-15").unwrap().epoch_days();
        let mut near = |days: usize| middle + i32::try_from(random.below(2 * days)).unwrap() - 100;
        let mut rows: Vec<(i32, i32)> = (0..200).map(|_| (near(150), near(100))).collect();
        rows.push((i32::MAX, middle));
        rows.push((middle, i32::MIN));
        let expires_on: Vec<i32> = rows.iter().map(|row| row.0).collect();
        let today: Vec<i32> = rows.iter().map(|row| row.1).collect();
        let kinds = [
            (Some(DocumentKind::IdentityCard), Some(Ground::Expiry)),
            (Some(DocumentKind::Passport), Some(Ground::Damage)),
            (Some(DocumentKind::IdentityCard), Some(Ground::Loss)),
            (None, Some(Ground::Expiry)),
        ];
        for (document, ground) in kinds {
            // The same register for all cards, and one for each.
            for register in [
                Some((None, None)),
                Some((Some(CardStatus::Lost), None)),
                None,
            ] {
                let rows: Vec<Asked> = (0..)
                    .zip(&rows)
                    .map(|(row, (expires_on, today))| {
                        let (status, is_holder) = register.unwrap_or_else(|| register_of(row));
                        Asked {
                            document,
                            ground,
                            expires_on: *expires_on,
                            today: *today,
                            status,
                            is_holder,
                        }
                    })
                    .collect();
                let statuses: Vec<_> = rows.iter().map(|row| row.status).collect();
                let holders: Vec<_> = rows.iter().map(|row| row.is_holder).collect();
                let (status, is_holder) = match register {
                    Some((status, is_holder)) => (Rows::All(status), Rows::All(is_holder)),
                    None => (
                        Rows::Each(statuses.as_slice()),
                        Rows::Each(holders.as_slice()),
                    ),
                };
                let cards = InquiryColumns::renewals(&expires_on, Rows::Each(&today))
                    .with_document(Rows::All(document))
                    .with_ground(Rows::All(ground))
                    .with_status(status)
                    .with_holder(is_holder);
                let found = by_column(&rules, &cards);
                assert_eq!(found.len(), rows.len());
                for (asked, found) in rows.iter().zip(&found) {
                    assert_eq!(*found, by_row(&rules, *asked), "{asked:?}: {text}");
                }
            }
        }
        let nights = [0, 1, 7, 40];
        for (on, nights) in (middle - 50..middle + 50)
            .step_by(9)
            .zip(nights.into_iter().cycle())
        {
            check_reminders(&rules, &[(i32::MIN, Some(CardStatus::Lost))], on, nights);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn decisions_of_all_columns_are_those_of_the_rows(
        rows in proptest::collection::vec(asked(), 0..50),
        edition in proptest::sample::select(Rulebook::editions()),
    ) {
        let rules = Rulebook::edition(edition).unwrap();
        let days = |day: fn(&Asked) -> i32| rows.iter().map(day).collect::<Vec<_>>();
        let (expires_on, today) = (days(|row| row.expires_on), days(|row| row.today));
        let documents: Vec<_> = rows.iter().map(|row| row.document).collect();
        let grounds: Vec<_> = rows.iter().map(|row| row.ground).collect();
        let statuses: Vec<_> = rows.iter().map(|row| row.status).collect();
        let holders: Vec<_> = rows.iter().map(|row| row.is_holder).collect();
        let cards = InquiryColumns::renewals(&expires_on, Rows::Each(&today))
            .with_document(Rows::Each(&documents))
            .with_ground(Rows::Each(&grounds))
            .with_status(Rows::Each(&statuses))
            .with_holder(Rows::Each(&holders));
        let expected: Vec<Row> = rows.iter().map(|row| by_row(rules, *row)).collect();
        prop_assert_eq!(by_column(rules, &cards), expected);
    }

    #[test]
    fn decisions_of_one_day_are_those_of_the_rows(
        expires_on in proptest::collection::vec(epoch_days(), 0..200),
        today in 20_000..20_700i32,
        kind in asked(),
    ) {
        let asked = |expires_on: &i32| Asked { expires_on: *expires_on, today, ..kind };
        let cards = InquiryColumns::renewals(&expires_on, Rows::All(today))
            .with_document(Rows::All(kind.document))
            .with_ground(Rows::All(kind.ground))
            .with_status(Rows::All(kind.status))
            .with_holder(Rows::All(kind.is_holder));
        let expected: Vec<Row> = expires_on
            .iter()
            .map(|expires_on| by_row(rules(), asked(expires_on)))
            .collect();
        prop_assert_eq!(by_column(rules(), &cards), expected);
    }

    #[test]
    fn reminders_are_those_of_the_rows(
        rows in proptest::collection::vec((epoch_days(), proptest::option::of(status())), 0..200),
        on in 20_200..20_600i32,
        nights in 0..50i32,
    ) {
        check_reminders(rules(), &rows, on, nights);
    }

    #[test]
    fn iins_are_read_as_rows_are(
        texts in proptest::collection::vec("[0-9]{12}|[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9])[1-6][0-9]{5}|\\PC{0,13}", 0..100),
    ) {
        let on = Day::parse("2026-02-10").unwrap();
        let texts: Vec<&str> = texts.iter().map(String::as_str).chain(["900101300007"]).collect();
        let columns = rules().parse_iins(texts.iter().copied(), on).unwrap();
        for (row, text) in texts.iter().enumerate() {
            let read = rules().parse_iin(text, on);
            prop_assert_eq!(columns.valid[row], read.is_ok());
            match read {
                Ok(CheckedIin { iin, .. }) => {
                    prop_assert_eq!(columns.codes[row], NO_CODE);
                    let born = iin.birth_date().map_or(NO_DAY, Day::epoch_days);
                    prop_assert_eq!(columns.birth_days[row], born);
                    prop_assert_eq!(columns.sexes[row], iin.sex());
                }
                Err(reason) => {
                    prop_assert_eq!(IIN_CODES[usize::from(columns.codes[row])], reason.code());
                    prop_assert_eq!(columns.birth_days[row], NO_DAY);
                    prop_assert_eq!(columns.sexes[row], None);
                }
            }
        }
    }

    #[test]
    fn quotes_are_those_of_the_rows(
        rows in proptest::collection::vec((ground(), epoch_days(), proptest::option::of(0..3u32)), 0..100),
        deliver_to in proptest::option::of(proptest::sample::select(Region::ALL)),
        passport in any::<bool>(),
    ) {
        let categories = ["disability", "veteran", "no such category"];
        let (document, pages) = if passport {
            (DocumentKind::Passport, Some(36))
        } else {
            (DocumentKind::IdentityCard, None)
        };
        let grounds: Vec<_> = rows.iter().map(|row| row.0).collect();
        let on: Vec<_> = rows.iter().map(|row| row.1).collect();
        let exemptions: Vec<_> = rows.iter().map(|row| row.2).collect();
        let quotes = rules().quote_columns(&FeeColumns {
            document,
            pages,
            ground: Rows::Each(&grounds),
            on: &on,
            exemption: Rows::Each(&exemptions),
            categories: &categories,
            deliver_to,
        });
        prop_assert_eq!(quotes.totals.len(), rows.len());
        for (row, (ground, on, exemption)) in rows.iter().enumerate() {
            let expected = match (Day::from_epoch_days(*on), *ground) {
                (None, _) => Err(Code::DateInvalid),
                (_, None) => Err(Code::UnknownValue),
                (Some(on), Some(ground)) => {
                    let exemption = exemption.map(|place| categories[usize::try_from(place).unwrap()].to_owned());
                    let inquiry = FeeInquiry { document, pages, ground, on, exemption, deliver_to };
                    rules().quote(&inquiry).map(|quote| quote.total).map_err(|problem| problem.code())
                }
            };
            match expected {
                Ok(total) => {
                    prop_assert_eq!(quotes.codes[row], NO_CODE);
                    let found = rust_decimal::Decimal::from_i128_with_scale(quotes.totals[row], quotes.scale);
                    prop_assert_eq!(found, total.to_decimal());
                }
                Err(code) => {
                    prop_assert_eq!(quotes.reasons[usize::from(quotes.codes[row])], code);
                    prop_assert_eq!(quotes.totals[row], 0);
                }
            }
        }
    }
}

/// For any number of claimed texts, the list of categories has the rulebook's and one more.
#[test]
fn claimed_categories_do_not_grow_with_the_claims() {
    let mut categories = rules().claimed_categories();
    let known = categories.names().len();
    let unknown = categories.place("no such category");
    for number in 0..10_000 {
        assert_eq!(categories.place(&format!("friend {number}")), unknown);
    }
    let names = categories.names();
    assert_eq!(names.len(), known + 1);
    assert_eq!(names[usize::try_from(unknown).unwrap()], "no such category");
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    for (place, name) in names.iter().enumerate() {
        assert_eq!(usize::try_from(categories.place(name)).unwrap(), place);
    }
}

#[test]
fn spec_3_the_window_is_inclusive_at_both_ends() {
    let day = |text| Day::parse(text).unwrap().epoch_days();
    let expires_on = [
        day("2025-12-11"),
        day("2025-12-10"),
        day("2025-10-31"),
        day("2025-10-30"),
    ];
    let today = Rows::All(day("2025-11-10"));
    let codes = rules().decide_codes(&InquiryColumns::renewals(&expires_on, today));
    let codes: Vec<Code> = codes
        .unwrap()
        .into_iter()
        .map(|place| DECISION_CODES[usize::from(place)])
        .collect();
    // 31, 30, −10 and −11 days left.
    assert_eq!(
        codes,
        [
            Code::TooEarly,
            Code::Eligible,
            Code::Eligible,
            Code::TooLate
        ]
    );
}

#[test]
fn a_day_given_once_that_is_none_is_refused() {
    let ask = |today| rules().decide_codes(&InquiryColumns::renewals(&[20_000], Rows::All(today)));
    assert_eq!(ask(i32::MAX).unwrap_err().code(), Code::DateInvalid);
    assert!(ask(20_000).is_ok());
}

#[test]
fn amounts_with_many_decimals_keep_them() {
    let text = r#"{"edition": "fine", "extends": "service-2025",
        "sources": {"own": {"confidence": "own_choice", "title": {"kk": "Үлгі", "ru": "Пример", "en": "Example"}}},
        "mrp": {"2025": {"from": "2025-01-01", "until": "2026-01-01", "amount": "3932.001", "source": "own"}}}"#;
    let rules = Rulebook::load(text.as_bytes()).unwrap();
    let day = |text| Day::parse(text).unwrap().epoch_days();
    let quotes = rules.quote_columns(&FeeColumns {
        document: DocumentKind::IdentityCard,
        pages: None,
        ground: Rows::All(Some(Ground::Expiry)),
        on: &[day("2025-11-10"), day("2026-02-10"), day("2024-11-11")],
        exemption: Rows::All(None),
        categories: &[],
        deliver_to: None,
    });
    assert_eq!(
        (quotes.totals, quotes.scale),
        (vec![7_864_002, 0, 7_384_000], 4)
    );
}

/// The cases of a file of vectors that use a shipped edition as it is.
fn vectors(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    let is_shipped = |case: &&Value| {
        let edition = &case["input"]["edition"];
        let known = edition
            .as_str()
            .is_none_or(|name| Rulebook::editions().contains(&name));
        known && case["input"]["overlay"].is_null()
    };
    let cases = file["vectors"].as_array().unwrap().iter();
    let cases: Vec<Value> = cases.filter(is_shipped).cloned().collect();
    assert!(cases.len() >= 10);
    cases
}

fn edition(case: &Value) -> &'static Rulebook {
    Rulebook::edition(case["input"]["edition"].as_str().unwrap_or("service-2025")).unwrap()
}

/// The codes that a case expects.
fn expected_codes(case: &Value) -> Vec<String> {
    let listed = match &case["error"] {
        Value::Array(codes) => codes.clone(),
        _ => case["expect"]["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .map(|reason| reason["code"].clone())
            .collect(),
    };
    listed
        .iter()
        .map(|code| code.as_str().unwrap().split(' ').next().unwrap().to_owned())
        .collect()
}

#[test]
fn vectors_of_eligibility_hold_for_columns() {
    for text in [
        include_str!("../../../vectors/eligibility.json"),
        include_str!("../../../vectors/eligibility_boundaries.json"),
        include_str!("../../../vectors/eligibility_rules.json"),
        include_str!("../../../vectors/eligibility_search.json"),
    ] {
        for case in vectors(text) {
            let text = |name: &str| case["input"][name].as_str().unwrap_or_default();
            let days = |name| Day::parse(text(name)).map_or(i32::MAX, Day::epoch_days);
            let status = case["input"]["status"].as_str();
            let status = status.map(|word| CardStatus::parse(word).unwrap());
            let document = [DocumentKind::parse(text("document"))];
            let ground = [Ground::parse(text("ground"))];
            let (expires_on, today) = ([days("expires_on")], [days("today")]);
            let cards = InquiryColumns::renewals(&expires_on, Rows::Each(&today))
                .with_document(Rows::Each(&document))
                .with_ground(Rows::Each(&ground))
                .with_status(Rows::All(status))
                .with_holder(Rows::All(case["input"]["is_holder"].as_bool()));
            let found = by_column(edition(&case), &cards);
            let codes: Vec<String> = found[0].0.iter().map(ToString::to_string).collect();
            let mut expected = expected_codes(&case);
            // Columns tell of no days after the next ones.
            expected.retain(|code| code != Code::OnlineAgain.as_str());
            // Of several errors in one row, a column has one.
            assert_eq!(codes.first(), expected.first(), "{case}");
            if case["error"].is_null() {
                assert_eq!(codes, expected, "{case}");
                assert_eq!(
                    Value::from(found[0].1),
                    case["expect"]["days_left"],
                    "{case}"
                );
            }
        }
    }
}

#[test]
fn vectors_of_iins_hold_for_columns() {
    let on = Day::parse("2026-02-10").unwrap();
    for text in [
        include_str!("../../../vectors/iin.json"),
        include_str!("../../../vectors/iin_boundaries.json"),
    ] {
        for case in vectors(text) {
            let Some(number) = case["input"]["text"].as_str() else {
                continue;
            };
            let columns = rules().parse_iins([number], on).unwrap();
            if case["error"].is_null() {
                assert!(columns.valid[0], "{case}");
                let born = Day::from_epoch_days(columns.birth_days[0])
                    .unwrap()
                    .to_string();
                assert_eq!(case["expect"]["birth_date"], Value::from(born));
                assert_eq!(
                    case["expect"]["sex"],
                    Value::from(columns.sexes[0].map(Sex::as_str))
                );
            } else {
                let code = IIN_CODES[usize::from(columns.codes[0])];
                assert_eq!(expected_codes(&case), [code.as_str()], "{case}");
            }
        }
    }
}
