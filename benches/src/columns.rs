//! Whole columns at once.

use std::hint::black_box;

use qujat::Rulebook;
use qujat::batch::{FeeColumns, InquiryColumns, ReminderColumns, Rows};
use qujat::identity::{DocumentKind, Ground};
use qujat::notices::ReminderRun;

use crate::inputs::day;
use crate::{Measure, Row};

const ROWS: usize = 1_000_000;
const MILLION: u64 = 1_000_000;

/// A million expiry dates around the day asked about, in no order: a third of them eligible.
#[must_use]
pub fn expiry_dates(today: i32) -> Vec<i32> {
    let mut state = 1u32;
    let mut dates = Vec::with_capacity(ROWS);
    for _ in 0..ROWS {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let offset = i32::try_from((state >> 16) % 120).unwrap();
        dates.push(today.wrapping_add(offset).wrapping_sub(50));
    }
    dates
}

/// Measures the columns: SPEC 12.
pub(crate) fn columns(rules: &Rulebook, measure: &mut impl Measure) {
    let today = day("2026-02-10");
    let expires_on = expiry_dates(today.epoch_days());
    let cards = InquiryColumns::renewals(&expires_on, Rows::All(today.epoch_days()));
    let each_today = vec![today.epoch_days(); ROWS];
    let each_day = InquiryColumns::renewals(&expires_on, Rows::Each(&each_today));
    let row = Row::new("million-codes", "a million decisions: the codes");
    measure.measure(row.target(1.2e6).elements(MILLION), || {
        rules.decide_codes(black_box(&cards))
    });
    let row = Row::new(
        "million-codes-days",
        "the same, the day asked about in a column too",
    );
    measure.measure(row.target(1.2e6).elements(MILLION), || {
        rules.decide_codes(black_box(&each_day))
    });
    let row = Row::new("million-decisions", "a million decisions: all five columns");
    measure.measure(row.elements(MILLION), || {
        rules.decide_columns(black_box(&cards))
    });
    let row = Row::new(
        "million-reminders",
        "a million cards: who is reminded today",
    );
    measure.measure(row.elements(MILLION), || {
        let expires_on = black_box(&expires_on);
        let status = Rows::All(None);
        let run = ReminderRun::nightly(today);
        rules.remind_codes(&ReminderColumns { expires_on, status }, run)
    });
    let row = Row::new("million-quotes", "a million quotes, of 120 different days");
    let fees = FeeColumns {
        document: DocumentKind::IdentityCard,
        pages: None,
        ground: Rows::All(Some(Ground::Damage)),
        on: &expires_on,
        exemption: Rows::All(None),
        categories: &[],
        deliver_to: None,
    };
    measure.measure(row.elements(MILLION), || {
        rules.quote_columns(black_box(&fees))
    });
    let iins = vec!["900101300007"; ROWS];
    let row = Row::new("million-iins", "a million IINs: birth date, sex, findings");
    measure.measure(row.elements(MILLION), || {
        rules.parse_iins(black_box(&iins).iter().copied(), today)
    });
}
