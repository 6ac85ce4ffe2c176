//! Whole columns, against the answers for single rows.

use std::collections::BTreeSet;

use qujat::batch::{
    DECISION_CODES, FeeColumns, IIN_CODES, InquiryColumns, NO_CODE, NO_DAY, NO_REMINDER_DAY,
    NOT_REMINDED, REMINDED, ReminderColumns, Rows,
};
use qujat::identity::{CardStatus, CheckedIin, DocumentKind, Ground};
use qujat::notices::ReminderRun;
use qujat::{Code, Day, FeeInquiry, Inquiry, Rulebook};

use crate::bytes::Bytes;
use crate::laws::{check_reason, rules, today, twice};

/// Cards, numbers, fees and reminders.
pub fn columns(data: &[u8]) {
    let mut bytes = Bytes(data);
    let editions = Rulebook::editions();
    let edition = editions[usize::from(bytes.byte()) % editions.len()];
    let rules = Rulebook::edition(edition).expect("an edition");
    let shape = bytes.byte();
    let rows = usize::from(bytes.byte()) % 40;
    let mut kinds = |values: &[Option<u8>]| -> Vec<Option<u8>> {
        (0..rows).map(|_| bytes.one_of(values)).collect()
    };
    let documents = kinds(&[Some(0), Some(0), Some(0), Some(1), None]);
    let documents: Vec<_> = documents.iter().map(|place| place.map(document)).collect();
    let grounds = kinds(&[Some(0), Some(0), Some(1), Some(2), Some(3), None]);
    let grounds: Vec<_> = grounds.iter().map(|place| place.map(ground)).collect();
    // Only if it is asked for, so that older inputs keep their meaning.
    let mut register = |bit: u8, values: &[Option<u8>]| match shape & bit {
        0 => Vec::new(),
        _ => kinds(values),
    };
    let statuses = register(
        8,
        &[None, Some(0), Some(0), Some(1), Some(2), Some(3), Some(4)],
    );
    let statuses: Vec<_> = statuses.iter().map(|place| place.map(status)).collect();
    let holders = register(16, &[None, Some(1), Some(1), Some(1), Some(0)]);
    let holders: Vec<_> = holders
        .iter()
        .map(|answer| answer.map(|answer| answer == 1))
        .collect();
    let mut days = |near: i32| -> Vec<i32> {
        let mut day = || match bytes.byte() {
            byte @ 0..=249 => near + i32::from(byte) - 125 + i32::from(bytes.byte() % 3) * 40,
            250 => bytes.below(u32::MAX).cast_signed(),
            251 => i32::MIN,
            252 => i32::MAX,
            253 => Day::MIN.epoch_days(),
            254 => Day::MAX.epoch_days(),
            _ => Day::MAX.epoch_days() + 1,
        };
        (0..rows).map(|_| day()).collect()
    };
    let (expires_on, todays) = (days(20_500), days(20_480));
    let first = |list: &[i32]| list.first().copied().unwrap_or(0);
    let today = match shape & 4 {
        0 => Rows::All(first(&todays)),
        _ => Rows::Each(&todays),
    };
    let mut cards = InquiryColumns::renewals(&expires_on, today);
    if shape & 1 != 0 {
        cards = cards.with_document(Rows::Each(&documents));
    }
    if shape & 2 != 0 {
        cards = cards.with_ground(Rows::Each(&grounds));
    }
    if shape & 8 != 0 {
        cards = cards.with_status(Rows::Each(&statuses));
    }
    if shape & 16 != 0 {
        cards = cards.with_holder(Rows::Each(&holders));
    }
    check_decisions(rules, &cards);
    check_fees(rules, &cards, &mut bytes);
    if let Some(on) = Day::from_epoch_days(first(&todays)) {
        check_reminders(rules, &expires_on, on);
    }
    let texts: Vec<String> =
        std::iter::from_fn(|| (!bytes.is_empty()).then(|| bytes.text())).collect();
    check_iins(&texts);
}

fn document(place: u8) -> DocumentKind {
    DocumentKind::ALL[usize::from(place) % DocumentKind::ALL.len()]
}

fn ground(place: u8) -> Ground {
    Ground::ALL[usize::from(place) % Ground::ALL.len()]
}

fn status(place: u8) -> CardStatus {
    CardStatus::ALL[usize::from(place) % CardStatus::ALL.len()]
}

fn at<T: Copy>(rows: Rows<'_, T>, row: usize) -> T {
    match rows {
        Rows::All(value) => value,
        Rows::Each(values) => values[row],
    }
}

fn check_decisions(rules: &Rulebook, cards: &InquiryColumns<'_>) {
    let found = match twice(|| rules.decide_columns(cards)) {
        Ok(found) => found,
        Err(reason) => {
            assert!(matches!(cards.today, Rows::All(_)));
            assert_eq!(rules.decide_codes(cards), Err(reason.clone()));
            return check_reason(&reason);
        }
    };
    assert_eq!(rules.decide_codes(cards).as_ref(), Ok(&found.codes));
    assert_eq!(found.codes.len(), cards.expires_on.len());
    for row in 0..found.codes.len() {
        let code = DECISION_CODES[usize::from(found.codes[row])];
        let days = (found.first_days[row], found.last_days[row]);
        let expires_on = Day::from_epoch_days(cards.expires_on[row]);
        let today = Day::from_epoch_days(at(cards.today, row));
        let (Some(expires_on), Some(today)) = (expires_on, today) else {
            assert_eq!((code, found.days_left[row]), (Code::DateInvalid, NO_DAY));
            continue;
        };
        let (Some(document), Some(ground)) = (at(cards.document, row), at(cards.ground, row))
        else {
            assert_eq!((code, found.days_left[row]), (Code::UnknownValue, NO_DAY));
            continue;
        };
        let inquiry = Inquiry::new(document, ground, expires_on)
            .with_status(at(cards.status, row))
            .with_is_holder(at(cards.is_holder, row));
        match rules.decide(&inquiry, today) {
            Ok(decision) => {
                assert_eq!(code, decision.reasons()[0].code);
                assert_eq!(found.days_left[row], decision.days_left());
                let online = decision.online();
                let online =
                    online.map(|range| (range.first.epoch_days(), range.last.epoch_days()));
                assert_eq!(days, online.unwrap_or((NO_DAY, NO_DAY)));
                assert_eq!(found.failed[row] == 0, decision.is_eligible());
            }
            Err(reason) => assert_eq!((code, found.days_left[row]), (reason.code(), NO_DAY)),
        }
    }
}

fn check_fees(rules: &Rulebook, cards: &InquiryColumns<'_>, bytes: &mut Bytes<'_>) {
    let names: Vec<String> = (0..bytes.byte() % 4).map(|_| bytes.text()).collect();
    let mut categories: Vec<&str> = names.iter().map(String::as_str).collect();
    categories.push("disability");
    let claimed: Vec<Option<u32>> = cards
        .expires_on
        .iter()
        .map(|_| bytes.one_of(&[None, Some(0), Some(1), Some(u32::MAX)]))
        .collect();
    let applications = FeeColumns {
        document: DocumentKind::IdentityCard,
        pages: None,
        ground: cards.ground,
        on: cards.expires_on,
        exemption: Rows::Each(&claimed),
        categories: &categories,
        deliver_to: None,
    };
    let quotes = twice(|| rules.quote_columns(&applications));
    for (row, on) in cards.expires_on.iter().enumerate() {
        let code = match quotes.codes[row] {
            NO_CODE => None,
            place => Some(quotes.reasons[usize::from(place)]),
        };
        let (Some(on), Some(ground)) = (Day::from_epoch_days(*on), at(cards.ground, row)) else {
            assert!(code.is_some());
            continue;
        };
        let exemption = claimed[row].map(|place| categories.get(place as usize));
        if exemption == Some(None) {
            assert_eq!(code, Some(Code::UnknownValue));
            continue;
        }
        let inquiry = FeeInquiry::new(DocumentKind::IdentityCard, ground, on)
            .with_exemption(exemption.flatten().map(|name| (*name).to_owned()));
        match rules.quote(&inquiry) {
            Ok(quote) => {
                assert_eq!(code, None);
                let mut total = quote.total.to_decimal();
                total.rescale(quotes.scale);
                assert_eq!(quotes.totals[row], total.mantissa());
            }
            Err(problem) => assert_eq!(code, Some(problem.code())),
        }
    }
    let different: BTreeSet<Code> = quotes.reasons.iter().copied().collect();
    assert_eq!(different.len(), quotes.reasons.len());
}

fn check_reminders(rules: &Rulebook, expires_on: &[i32], on: Day) {
    let days = expires_on;
    let status = Rows::All(None);
    let nights = days.len() as i32 % 40;
    let run = ReminderRun {
        last: on.plus_days(-nights),
        on,
    };
    let cards = ReminderColumns { expires_on, status };
    match twice(|| rules.remind_codes(&cards, run)) {
        Ok(codes) => {
            for (code, expires_on) in codes.into_iter().zip(days) {
                let wanted = match Day::from_epoch_days(*expires_on) {
                    None => NO_REMINDER_DAY,
                    Some(expires_on) => match rules.reminder(expires_on, None, run) {
                        Ok(Some(_)) => REMINDED,
                        _ => NOT_REMINDED,
                    },
                };
                assert_eq!(code, wanted);
            }
        }
        Err(reason) => check_reason(&reason),
    }
}

fn check_iins(texts: &[String]) {
    let texts = || texts.iter().map(String::as_str);
    let found = twice(|| rules().parse_iins(texts(), today())).expect("covered");
    for (row, text) in texts().enumerate() {
        let code = match found.codes[row] {
            NO_CODE => None,
            place => Some(IIN_CODES[usize::from(place)]),
        };
        let (iin, expected) = match rules().parse_iin(text, today()) {
            Ok(CheckedIin { iin, finding, .. }) => (Some(iin), finding.map(|reason| reason.code)),
            Err(error) => (None, Some(error.code())),
        };
        assert_eq!(found.valid[row], iin.is_some());
        assert_eq!(code, expected);
        let born = iin.and_then(|iin| iin.birth_date()).map(Day::epoch_days);
        assert_eq!(found.birth_days[row], born.unwrap_or(NO_DAY));
        assert_eq!(found.sexes[row], iin.and_then(|iin| iin.sex()));
    }
}
