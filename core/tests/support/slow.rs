//! A second implementation of the decisions in Rust: slow and obvious, day by day and digit by
//! digit, written from the specification and not from the library. Shared by the exhaustive tests
//! and by the fuzz targets.
#![allow(
    dead_code,
    missing_docs,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "test support, whose users each need a part of it; a mistake here is to be seen at once"
)]

use std::sync::OnceLock;

/// Year, month and day of the month.
pub type Date = (i32, u32, u32);

/// The first and the last year whose days are known here.
pub const YEARS: (i32, i32) = (1990, 2060);

pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

fn next((year, month, day): Date) -> Date {
    if day < days_in_month(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}

/// All days of [`YEARS`], one after the other; a day's number is its place in this list.
pub fn days() -> &'static [Date] {
    static DAYS: OnceLock<Vec<Date>> = OnceLock::new();
    DAYS.get_or_init(|| {
        let mut days = vec![(YEARS.0, 1, 1)];
        while *days.last().unwrap() != (YEARS.1, 12, 31) {
            days.push(next(*days.last().unwrap()));
        }
        days
    })
}

/// The number of a day.
pub fn number(date: Date) -> usize {
    days()
        .binary_search(&date)
        .unwrap_or_else(|_| panic!("{date:?} is not among the days"))
}

/// `YYYY-MM-DD`.
pub fn print((year, month, day): Date) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// 1 for Monday to 7 for Sunday: 1 January 1990 was a Monday.
pub fn weekday(number: usize) -> usize {
    number % 7 + 1
}

// SPEC 3.

/// The first and the last day on which something is in force, both inclusive, as numbers.
pub type Period = (usize, usize);

/// Since ever, and without end: beyond all days that are known here.
pub const ALWAYS: Period = (0, usize::MAX);

fn holds(period: Period, day: usize) -> bool {
    period.0 <= day && day <= period.1
}

/// The rules of SPEC 3 and 8, each entry with its period.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The documents and the grounds that are served online.
    pub online: Vec<(Period, Vec<&'static str>, Vec<&'static str>)>,
    /// On how many days before and after the expiry date the window is open.
    pub window: Vec<(Period, usize, usize)>,
    pub pilot: Vec<Period>,
    /// The steps of reminding, counted from the expiry date, and how long after its day a step that
    /// was before the entry is made up for.
    pub reminders: Vec<(Period, Vec<i64>, usize)>,
}

impl Rules {
    /// The rules of a shipped edition.
    pub fn of(edition: &str) -> Rules {
        let last = match edition {
            "service-2025" => (2026, 2, 28),
            "order-389-253" => (2026, 3, 31),
            other => panic!("no edition {other}"),
        };
        Rules {
            online: vec![(ALWAYS, vec!["identity_card"], vec!["expiry"])],
            window: vec![(ALWAYS, 30, 10)],
            pilot: vec![(number((2025, 5, 28)), number(last))],
            reminders: vec![(ALWAYS, vec![-30, 0, 5], 30)],
        }
    }

    fn services(&self, day: usize) -> Option<(&[&'static str], &[&'static str])> {
        let entry = self.online.iter().find(|entry| holds(entry.0, day))?;
        Some((&entry.1, &entry.2))
    }

    fn window(&self, day: usize) -> Option<(usize, usize)> {
        let entry = self.window.iter().find(|entry| holds(entry.0, day))?;
        Some((entry.1, entry.2))
    }

    fn is_in_pilot(&self, day: usize) -> bool {
        self.pilot.iter().any(|period| holds(*period, day))
    }

    /// `true` if a card is renewed online on a day by the rules of that day.
    fn is_renewed(&self, (document, ground): (&str, &str), expires_on: usize, day: usize) -> bool {
        let (Some((documents, grounds)), Some((before, after))) =
            (self.services(day), self.window(day))
        else {
            return false;
        };
        documents.contains(&document)
            && grounds.contains(&ground)
            && self.is_in_pilot(day)
            && expires_on <= day + before
            && day <= expires_on + after
    }

    /// The first and the last day of each run of days on which a card is renewed online.
    fn runs(&self, kind: (&str, &str), expires_on: usize) -> Vec<Period> {
        let reach = self.window.iter().map(|entry| entry.1.max(entry.2)).max();
        let reach = reach.unwrap_or(0);
        let mut runs: Vec<Period> = Vec::new();
        for day in expires_on.saturating_sub(reach)..=expires_on + reach {
            if self.is_renewed(kind, expires_on, day) {
                match runs.last_mut() {
                    Some(run) if run.1 + 1 == day => run.1 = day,
                    _ => runs.push((day, day)),
                }
            }
        }
        runs
    }
}

/// A decision: the days left, the days online and the next ones after them, and the reasons with their
/// parameters as texts.
#[derive(Debug, PartialEq, Eq)]
pub struct Decision {
    pub days_left: i64,
    pub online: Option<(Date, Date)>,
    pub again: Option<(Date, Date)>,
    pub reasons: Vec<(&'static str, Vec<String>)>,
}

/// `document`, `ground` and what the register says are as in the vectors; the days are numbers. `None`
/// where there are no rules for today.
pub fn decide(
    rules: &Rules,
    (document, ground): (&str, &str),
    (status, is_holder): (Option<&str>, Option<bool>),
    expires_on: usize,
    today: usize,
) -> Option<Decision> {
    let date = |number: usize| print(days()[number]);
    let days_left = expires_on as i64 - today as i64;
    let (documents, grounds) = rules.services(today)?;
    let (before, after) = rules.window(today)?;
    let mut reasons = Vec::new();
    let mut register = Vec::new();
    if !documents.contains(&document) {
        reasons.push(("DOCUMENT_NOT_ONLINE", vec![document.to_owned()]));
    }
    if !grounds.contains(&ground) {
        reasons.push(("GROUND_NOT_ONLINE", vec![ground.to_owned()]));
    }
    if let Some(out_of_force @ ("lost" | "revoked" | "replaced")) = status {
        register.push(("CARD_NOT_VALID", vec![out_of_force.to_owned()]));
    }
    if is_holder == Some(false) {
        register.push(("NOT_HOLDER", Vec::new()));
    }
    let mut runs = Vec::new();
    if register.is_empty() {
        runs = rules.runs((document, ground), expires_on);
    }
    // A service not given today has no days online, unless it will be given.
    if !reasons.is_empty() && runs.iter().all(|run| run.1 < today) {
        runs.clear();
    }
    let next = runs.iter().position(|run| run.1 >= today);
    let online = next.or(runs.len().checked_sub(1)).map(|place| runs[place]);
    let again = next.and_then(|place| runs.get(place + 1)).copied();

    let mut is_pending = false;
    if !rules.is_in_pilot(today) {
        let over = rules.pilot.iter().filter(|period| period.1 < today);
        let begun = over.map(|period| period.1).max();
        let coming = rules.pilot.iter().filter(|period| period.0 > today);
        let begins = coming.map(|period| period.0).min();
        is_pending = begins.is_some();
        reasons.push(match (begun, begins) {
            (None, Some(begins)) => ("PILOT_NOT_STARTED", vec![date(begins)]),
            (Some(ended), Some(begins)) => ("PILOT_PAUSED", vec![date(ended), date(begins)]),
            (Some(ended), None) => ("PILOT_ENDED", vec![date(ended)]),
            (None, None) => panic!("a pilot without days"),
        });
    }
    let is_early = expires_on > today + before;
    let is_late = today > expires_on + after;
    let ahead = online.filter(|run| run.0 > today);
    match (ahead, online) {
        (Some(run), _) if is_early || is_late => {
            reasons.push(("TOO_EARLY", vec![days_left.to_string(), date(run.0)]));
        }
        (None, Some(run)) if is_late => {
            reasons.push(("TOO_LATE", vec![(-days_left).to_string(), date(run.1)]));
        }
        (None, None) if is_late => {
            reasons.push(("LONG_EXPIRED", vec![(-days_left).to_string()]));
        }
        (None, _) if is_early || is_pending => {
            reasons.push(("NEVER_ONLINE", vec![days_left.to_string()]));
        }
        _ => {}
    }
    reasons.extend(register);
    if let (true, Some(run)) = (reasons.is_empty(), online) {
        let length = |run: Period| (run.1 - run.0 + 1).to_string();
        let params = vec![days_left.to_string(), length(run), date(run.0), date(run.1)];
        reasons.push(("ELIGIBLE", params));
        if let Some(run) = again {
            let params = vec![length(run), date(run.0), date(run.1)];
            reasons.push(("ONLINE_AGAIN", params));
        }
    }
    let dates = |run: Period| (days()[run.0], days()[run.1]);
    Some(Decision {
        days_left,
        online: online.map(dates),
        again: again.map(dates),
        reasons,
    })
}

/// The days on which nightly runs remind the holder of a card, if they run from a day before all its
/// steps up to another day.
pub fn reminders(rules: &Rules, expires_on: usize, from: usize, by: usize) -> Vec<usize> {
    let mut sent = Vec::new();
    // The day of the latest step that was reached so far.
    let mut latest = None;
    for today in from..=by {
        let Some((period, steps, made_up)) =
            rules.reminders.iter().find(|entry| holds(entry.0, today))
        else {
            continue;
        };
        for days in steps {
            let step = expires_on as i64 + days;
            let is_reached = step <= today as i64;
            let is_old = step < period.0 as i64 - *made_up as i64;
            if is_reached && !is_old && latest.is_none_or(|latest| latest < step) {
                latest = Some(step);
                if sent.last() != Some(&today) {
                    sent.push(today);
                }
            }
        }
    }
    sent
}

// SPEC 4.

/// The twelfth digit, or `None` where no number with these eleven digits is valid.
pub fn check_digit(first: [u8; 11]) -> Option<u8> {
    for weights in [
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
    ] {
        let mut sum = 0u32;
        for place in 0..11 {
            sum += u32::from(first[place]) * weights[place];
        }
        if sum % 11 != 10 {
            return Some((sum % 11) as u8);
        }
    }
    None
}

/// Birth date and sex, or the code of what is wrong. Spaces at the ends do not count.
pub fn iin(text: &str) -> Result<(Date, &'static str), &'static str> {
    let mut characters: Vec<char> = text.chars().collect();
    while characters.last().is_some_and(|last| last.is_whitespace()) {
        characters.pop();
    }
    while characters
        .first()
        .is_some_and(|first| first.is_whitespace())
    {
        characters.remove(0);
    }
    if characters.len() != 12 {
        return Err("IIN_LENGTH");
    }
    let mut digits = [0u8; 12];
    for (digit, character) in digits.iter_mut().zip(characters) {
        match "0123456789".find(character) {
            Some(value) => *digit = value as u8,
            None => return Err("IIN_NOT_DIGITS"),
        }
    }
    if (4..=6).contains(&digits[4]) {
        return Err("IIN_IS_BIN");
    }
    let century = match digits[6] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        _ => return Err("IIN_CENTURY"),
    };
    let two = |place: usize| i32::from(digits[place]) * 10 + i32::from(digits[place + 1]);
    let date = (century + two(0), two(2) as u32, two(4) as u32);
    if date.2 == 0 || date.2 > days_in_month(date.0, date.1) {
        return Err("IIN_BIRTH_DATE");
    }
    let mut first = [0; 11];
    first.copy_from_slice(&digits[..11]);
    if check_digit(first) != Some(digits[11]) {
        return Err("IIN_CHECK_DIGIT");
    }
    let sex = if digits[6] % 2 == 1 { "male" } else { "female" };
    Ok((date, sex))
}

/// `true` if these ten digits are a mobile number: `7(0[0-25-8]|47|6[0-4]|7[15-8]|85)` and 7
/// digits.
pub fn is_mobile(national: &str) -> bool {
    let prefixes = [
        "700", "701", "702", "705", "706", "707", "708", "747", "760", "761", "762", "763", "764",
        "771", "775", "776", "777", "778", "785",
    ];
    national.len() == 10 && prefixes.iter().any(|prefix| national.starts_with(prefix))
}

// SPEC 5: amounts in hundredths of a tenge.

/// The grounds on which an identity card is free of duty since 2026.
pub const FREE_GROUNDS: [&str; 4] = ["expiry", "first_issue", "citizenship", "soviet_passport"];

/// The duty, or `None` where the year's MRP is not known, which a duty of nothing does not need.
pub fn duty(document: &str, pages: Option<u16>, ground: &str, on: Date) -> Option<i64> {
    if document == "identity_card" && on.0 >= 2026 && FREE_GROUNDS.contains(&ground) {
        return Some(0);
    }
    let mrp = match on.0 {
        2024 => 3692,
        2025 => 3932,
        2026 => 4325,
        _ => return None,
    };
    let fifths = match (document, pages) {
        ("passport", Some(24)) => 20,
        ("passport", Some(36)) => 40,
        ("passport", Some(48)) => 60,
        ("identity_card", None) if ground == "loss_repeated" => 5,
        ("identity_card", None) => 1,
        other => panic!("no duty for {other:?}"),
    };
    Some(mrp * 100 / 5 * fifths)
}

/// An amount as it is printed.
pub fn amount(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

// SPEC 6: the table of days off, as it stands there.

/// Of each month the days off that fall on Monday to Friday.
type Year = &'static [(u32, &'static [u32])];

const DAYS_OFF: [(i32, Year); 4] = [
    (
        2024,
        &[
            (1, &[1, 2]),
            (3, &[8, 21, 22, 25]),
            (5, &[1, 7, 8, 9]),
            (7, &[8]),
            (8, &[30]),
            (10, &[25]),
            (12, &[16]),
        ],
    ),
    (
        2025,
        &[
            (1, &[1, 2, 3, 7]),
            (3, &[10, 21, 24, 25]),
            (5, &[1, 7, 9]),
            (6, &[6]),
            (7, &[7]),
            (9, &[1]),
            (10, &[27]),
            (12, &[16]),
        ],
    ),
    (
        2026,
        &[
            (1, &[1, 2, 7]),
            (3, &[9, 23, 24, 25]),
            (5, &[1, 7, 11, 27]),
            (7, &[6]),
            (10, &[26]),
            (12, &[16]),
        ],
    ),
    (
        2027,
        &[
            (1, &[1, 4, 7]),
            (3, &[8, 15, 22, 23, 24]),
            (5, &[3, 7, 10]),
            (7, &[6]),
            (10, &[25]),
            (12, &[16]),
        ],
    ),
];
const WORKED: [Date; 2] = [(2024, 5, 4), (2025, 1, 5)];

/// `true` if a day is worked; `None` in a year without data.
pub fn is_working(number: usize) -> Option<bool> {
    let (year, month, day) = days()[number];
    let (_, table) = DAYS_OFF.iter().find(|(other, _)| *other == year)?;
    if WORKED.contains(&(year, month, day)) {
        return Some(true);
    }
    let off = |(other, days): &(u32, &[u32])| *other == month && days.contains(&day);
    Some(weekday(number) <= 5 && !table.iter().any(off))
}

/// The number of the `count`-th working day after a day.
pub fn after(mut number: usize, count: u32) -> Option<usize> {
    is_working(number)?;
    let mut left = count;
    while left > 0 {
        number += 1;
        if is_working(number)? {
            left -= 1;
        }
    }
    Some(number)
}

// SPEC 8: the alphabets of 3GPP TS 23.038, in the order of their codes.

pub const GSM7_BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
pub const GSM7_EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Encoding, units and segments.
pub fn sms(text: &str) -> (&'static str, u32, u32) {
    let gsm = text
        .chars()
        .all(|c| GSM7_BASIC.contains(c) || GSM7_EXTENSION.contains(c));
    let (encoding, alone, joined) = if gsm {
        ("gsm7", 160, 153)
    } else {
        ("ucs2", 70, 67)
    };
    let size = |character: char| match gsm {
        true if GSM7_BASIC.contains(character) => 1,
        true => 2,
        false => character.len_utf16() as u32,
    };
    let units: u32 = text.chars().map(size).sum();
    if units <= alone {
        return (encoding, units, u32::from(units > 0));
    }
    let (mut segments, mut filled) = (1, 0);
    for character in text.chars() {
        if filled + size(character) > joined {
            segments += 1;
            filled = 0;
        }
        filled += size(character);
    }
    (encoding, units, segments)
}

// SPEC 9.

/// The longest stretch in which a channel did not work and of which a second is the attempt's, second
/// by second, and when it began. All times are whole seconds before `end`; a fault without an end
/// lasts until `known`. An attempt that ends as it begins has that second.
pub fn longest_fault(
    attempt: (u32, u32),
    faults: &[(u32, Option<u32>)],
    known: u32,
    end: u32,
) -> (u32, u32) {
    let down = |second: u32| {
        faults
            .iter()
            .any(|(from, to)| *from <= second && second < to.unwrap_or(known))
    };
    let meant = |second: u32| second == attempt.0 || (attempt.0..attempt.1).contains(&second);
    let (mut longest, mut begins) = (0, 0);
    let (mut run, mut counts) = (0, false);
    for second in 0..end {
        if !down(second) {
            (run, counts) = (0, false);
            continue;
        }
        run += 1;
        counts |= meant(second);
        if counts && run > longest {
            (longest, begins) = (run, second + 1 - run);
        }
    }
    (longest, begins)
}

// SPEC 10.

/// Mean with 4 places and share of 4 and 5 in percent with 2, both half up, of the counts of 1 to 5.
pub fn mean_and_csat(counts: [u64; 5]) -> Option<(String, String)> {
    let number: u64 = counts.iter().sum();
    let sum: u64 = (1..)
        .zip(counts)
        .map(|(rating, count)| rating * count)
        .sum();
    let half_up = |part: u64, places: u32| {
        let unit = 10u64.pow(places);
        let mut units = part * unit / number;
        if (part * unit % number) * 2 >= number {
            units += 1;
        }
        let width = places as usize;
        format!("{}.{:0width$}", units / unit, units % unit)
    };
    (number > 0).then(|| (half_up(sum, 4), half_up((counts[3] + counts[4]) * 100, 2)))
}
