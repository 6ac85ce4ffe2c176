//! Eligibility, IIN and fees by hand.
#![allow(
    dead_code,
    reason = "the parts of a quote are what a portal would show"
)]

use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, dec};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Document {
    IdentityCard,
    Passport,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Expiry,
    Loss,
    Damage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Document,
    Ground,
    PilotNotStarted,
    PilotEnded,
    TooEarly,
    NeverOnline,
    TooLate,
    LongExpired,
}

impl Refusal {
    pub fn code(self) -> &'static str {
        match self {
            Refusal::Document => "DOCUMENT_NOT_ONLINE",
            Refusal::Ground => "GROUND_NOT_ONLINE",
            Refusal::PilotNotStarted => "PILOT_NOT_STARTED",
            Refusal::PilotEnded => "PILOT_ENDED",
            Refusal::TooEarly => "TOO_EARLY",
            Refusal::NeverOnline => "NEVER_ONLINE",
            Refusal::TooLate => "TOO_LATE",
            Refusal::LongExpired => "LONG_EXPIRED",
        }
    }
}

/// All refusals; empty: eligible.
pub struct Decision {
    pub days_left: i32,
    pub refusals: Vec<Refusal>,
}

const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

const PILOT_FIRST: NaiveDate = date(2025, 5, 28);
const PILOT_LAST: NaiveDate = date(2026, 2, 28);
// Cards that expire from the one through the other can be renewed on some day of the pilot.
const FIRST_EXPIRY: NaiveDate = date(2025, 5, 18);
const LAST_EXPIRY: NaiveDate = date(2026, 3, 30);

fn days_left(expires_on: NaiveDate, today: NaiveDate) -> i32 {
    expires_on.num_days_from_ce() - today.num_days_from_ce()
}

pub fn decide(
    document: Document,
    ground: Ground,
    expires_on: NaiveDate,
    today: NaiveDate,
) -> Decision {
    let mut refusals = Vec::new();
    if document != Document::IdentityCard {
        refusals.push(Refusal::Document);
    }
    if ground != Ground::Expiry {
        refusals.push(Refusal::Ground);
    }
    if today < PILOT_FIRST {
        refusals.push(Refusal::PilotNotStarted);
    } else if today > PILOT_LAST {
        refusals.push(Refusal::PilotEnded);
    }
    let days_left = days_left(expires_on, today);
    let is_served = document == Document::IdentityCard && ground == Ground::Expiry;
    let has_days = is_served && expires_on >= FIRST_EXPIRY && expires_on <= LAST_EXPIRY;
    refusals.extend(window_refusal(days_left, has_days, today));
    Decision {
        days_left,
        refusals,
    }
}

/// The refusal of the window, by whether the card has days on which it can be renewed.
fn window_refusal(days_left: i32, has_days: bool, today: NaiveDate) -> Option<Refusal> {
    match days_left {
        31.. if has_days => Some(Refusal::TooEarly),
        31.. => Some(Refusal::NeverOnline),
        -10..=30 if today < PILOT_FIRST && !has_days => Some(Refusal::NeverOnline),
        -10..=30 => None,
        _ if has_days => Some(Refusal::TooLate),
        _ => Some(Refusal::LongExpired),
    }
}

/// The first refusal of an identity card that is renewed because it expires.
pub fn first_refusal(expires_on: NaiveDate, today: NaiveDate) -> Option<Refusal> {
    if today < PILOT_FIRST {
        return Some(Refusal::PilotNotStarted);
    }
    if today > PILOT_LAST {
        return Some(Refusal::PilotEnded);
    }
    let has_days = expires_on >= FIRST_EXPIRY && expires_on <= LAST_EXPIRY;
    window_refusal(days_left(expires_on, today), has_days, today)
}

const FIRST_WEIGHTS: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/// The birth date of a number that is right.
pub fn read_iin(text: &str) -> Result<NaiveDate, &'static str> {
    let bytes: &[u8; 12] = text.as_bytes().try_into().map_err(|_| "IIN_LENGTH")?;
    if !bytes.iter().all(u8::is_ascii_digit) {
        return Err("IIN_NOT_DIGITS");
    }
    let digits = bytes.map(|byte| u32::from(byte - b'0'));
    if (4..=6).contains(&digits[4]) {
        return Err("IIN_IS_BIN");
    }
    let century = match digits[6] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        _ => return Err("IIN_CENTURY"),
    };
    let two = |index: usize| digits[index] * 10 + digits[index + 1];
    let year = i32::try_from(century + two(0)).map_err(|_| "IIN_BIRTH_DATE")?;
    let born = NaiveDate::from_ymd_opt(year, two(2), two(4)).ok_or("IIN_BIRTH_DATE")?;
    let sum = |weights: &[u32; 11]| {
        let products = digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight);
        products.sum::<u32>() % 11
    };
    let control = match sum(&FIRST_WEIGHTS) {
        10 => sum(&SECOND_WEIGHTS),
        control => control,
    };
    if control == digits[11] {
        Ok(born)
    } else {
        Err("IIN_CHECK_DIGIT")
    }
}

pub struct Line {
    pub item: &'static str,
    pub base: Decimal,
    pub rate: Decimal,
    pub amount: Decimal,
}

pub struct Quote {
    pub lines: Vec<Line>,
    pub total: Decimal,
}

/// The duty, and the delivery to a region.
pub fn quote(ground: Ground, on: NaiveDate, region: Option<&str>) -> Option<Quote> {
    let mrp = match on.year() {
        2024 => dec!(3692),
        2025 => dec!(3932),
        2026 => dec!(4325),
        _ => return None,
    };
    let rate = match ground {
        Ground::Expiry if on.year() >= 2026 => dec!(0),
        Ground::Expiry | Ground::Loss | Ground::Damage => dec!(0.2),
    };
    let mut lines = vec![Line {
        item: "state_duty",
        base: mrp,
        rate,
        amount: mrp * rate,
    }];
    if let Some(region) = region {
        let fee = match region {
            "KZ-71" | "KZ-75" | "KZ-79" => dec!(1500),
            _ => dec!(2200),
        };
        lines.push(Line {
            item: "delivery",
            base: fee,
            rate: dec!(1),
            amount: fee,
        });
    }
    let total = lines.iter().map(|line| line.amount).sum();
    Some(Quote { lines, total })
}
