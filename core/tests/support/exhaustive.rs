//! Checks of whole input spaces against the second implementation. Each takes every `step`-th
//! outer input, counted from `first`, and returns how many inputs it has compared.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "test support: a difference is to be seen at once"
)]

use icu_properties::props::{
    DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint, PrependedConcatenationMark,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use qujat::identity::{CardStatus, DocumentKind, Ground};
use qujat::notices::{Notice, ReminderRun};
use qujat::problem::ParamValue;
use qujat::sms::SmsPolicy;
use qujat::texts::Texts;
use qujat::{
    Code, Day, DayRange, Decision, FeeInquiry, Iin, Inquiry, Language, NoticeData, NoticeKind,
    Reason, Rulebook, sms,
};

use crate::changing::{self, Random};
use crate::slow;

fn day(number: usize) -> Day {
    Day::parse(&slow::print(slow::days()[number])).unwrap()
}

/// Every expiry date of 2024 to 2028 on every day of these years, under both editions; documents
/// grounds and statuses that are refused are asked about on every tenth expiry date.
pub fn eligibility(first: usize, step: usize) -> u64 {
    let years = slow::number((2024, 1, 1))..=slow::number((2028, 12, 31));
    let mut compared = 0;
    for edition in Rulebook::editions() {
        let rules = Rulebook::edition(edition).unwrap();
        let slowly = slow::Rules::of(edition);
        for expiry in years.clone().skip(first).step_by(step) {
            let renewal = Inquiry::renewal(day(expiry));
            let mut inquiries = vec![renewal];
            if expiry % 10 == 0 {
                let (document, ground) = (DocumentKind::Passport, Ground::Loss);
                let expires_on = renewal.expires_on;
                inquiries.push(Inquiry::new(document, renewal.ground, expires_on));
                inquiries.push(Inquiry::new(renewal.document, ground, expires_on));
                inquiries.push(Inquiry::new(document, ground, expires_on));
                for status in CardStatus::ALL {
                    let inquiry = renewal.with_status(*status);
                    inquiries.push(inquiry.with_is_holder(*status != CardStatus::Lost));
                }
            }
            for inquiry in inquiries {
                for today in years.clone() {
                    decide(rules, &slowly, &inquiry, expiry, today);
                    compared += 1;
                }
            }
        }
    }
    compared
}

fn decide(rules: &Rulebook, slowly: &slow::Rules, inquiry: &Inquiry, expiry: usize, today: usize) {
    let kind = (inquiry.document.as_str(), inquiry.ground.as_str());
    let register = (inquiry.status.map(CardStatus::as_str), inquiry.is_holder);
    let wanted = slow::decide(slowly, kind, register, expiry, today);
    let (decision, wanted) = match (rules.decide(inquiry, day(today)), wanted) {
        (Ok(decision), Some(wanted)) => (decision, wanted),
        (Err(reason), None) => return assert_eq!(reason.code(), Code::NotCovered),
        (found, wanted) => panic!("{found:?}, not {wanted:?}"),
    };
    let date = |day: Day| (day.year(), day.month(), day.day_of_month());
    let dates = |days: DayRange| (date(days.first), date(days.last));
    let reasons = decision.reasons();
    let found = slow::Decision {
        days_left: decision.days_left().into(),
        online: decision.online().map(dates),
        again: decision.again().map(dates),
        reasons: reasons
            .iter()
            .map(|reason| {
                let params = reason.params.iter().map(|(_, value)| value.to_string());
                (reason.code.as_str(), params.collect())
            })
            .collect(),
    };
    let edition = rules.name();
    assert_eq!(
        found,
        wanted,
        "{edition}, {inquiry:?}, {}, {slowly:?}",
        day(today)
    );
    let eligible = found.reasons.iter().any(|(code, _)| *code == "ELIGIBLE");
    assert_eq!(decision.is_eligible(), eligible);
}

/// Random rulebooks whose pilots pause and whose windows, services and plans change: so many of them,
/// with 200 cards each, on any days around. Decisions and reminders are those of asking day by day.
pub fn changing_rules(first: u64, rulebooks: u64) -> u64 {
    let mut compared = 0;
    for seed in first..first + rulebooks {
        let mut random = Random(seed);
        let slowly = changing::rules(&mut random);
        let text = changing::overlay(&slowly);
        let rules = Rulebook::load(text.as_bytes()).unwrap_or_else(|e| panic!("{text}: {e}"));
        for _ in 0..200 {
            let expiry = changing::middle() + random.below(240) - 120;
            let today = changing::middle() + random.below(240) - 120;
            let inquiry = random_inquiry(&mut random, expiry);
            decide(&rules, &slowly, &inquiry, expiry, today);
            compared += 1;
        }
        // The runs of a job that misses some nights remind of the same as nightly ones, once.
        let expiry = changing::middle() + random.below(120) - 60;
        let begun = expiry - 150;
        let sent = slow::reminders(&slowly, expiry, begun, expiry + 100);
        let mut last = begun;
        while last < expiry + 60 {
            let on = last + random.one_of(&[0, 1, 1, 1, 2, 10, 40]);
            let run = ReminderRun {
                last: day(last),
                on: day(on),
            };
            let Ok(reminder) = rules.reminder(day(expiry), None, run) else {
                // A day without rules, on which nothing is sent: the next run is about it too.
                last += usize::from(on == last);
                continue;
            };
            let due = sent.iter().any(|sent| last < *sent && *sent <= on);
            assert_eq!(reminder.is_some(), due, "{expiry}, {last} to {on}: {text}");
            last = on.max(last);
        }
    }
    compared
}

/// Mostly the renewal of an identity card of which nothing is known.
fn random_inquiry(random: &mut Random, expiry: usize) -> Inquiry {
    let mut inquiry = Inquiry::renewal(day(expiry));
    if random.below(6) == 0 {
        inquiry.document = DocumentKind::Passport;
    }
    if random.below(6) == 0 {
        inquiry.ground = random.one_of(&[Ground::Damage, Ground::Loss]);
    }
    if random.below(10) == 0 {
        inquiry.status = Some(random.one_of(CardStatus::ALL));
        inquiry.is_holder = random.one_of(&[None, Some(true), Some(false)]);
    }
    inquiry
}

/// Each day that is promised is asked again as "today", under so many random rulebooks, with 200
/// questions each. Returns how many questions were asked; every promise is at least one more.
pub fn said_days(first: u64, rulebooks: u64) -> u64 {
    let mut asked = 0;
    for seed in first..first + rulebooks {
        let mut random = Random(seed);
        let text = changing::overlay(&changing::rules(&mut random));
        let rules = Rulebook::load(text.as_bytes()).unwrap();
        for _ in 0..200 {
            let expiry = changing::middle() + random.below(240) - 120;
            let today = day(changing::middle() + random.below(240) - 120);
            let inquiry = random_inquiry(&mut random, expiry);
            let promises = Promises {
                rules: &rules,
                inquiry,
                today,
            };
            if let Ok(decision) = rules.decide(&inquiry, today) {
                promises.check(&decision);
            }
            promises.check_reminder(random.one_of(&[1, 1, 7, 40]));
            asked += 1;
        }
    }
    asked
}

/// A question, and what is promised in its answers.
struct Promises<'r> {
    rules: &'r Rulebook,
    inquiry: Inquiry,
    today: Day,
}

impl Promises<'_> {
    fn is_eligible(&self, on: Day) -> bool {
        let decision = self.rules.decide(&self.inquiry, on);
        decision.is_ok_and(|decision| decision.is_eligible())
    }

    /// The first day of days online: on it, and not on the day before.
    fn begins(&self, day: Day) {
        assert!(self.is_eligible(day), "{day} of {self}");
        assert!(
            !self.is_eligible(day.plus_days(-1)),
            "before {day} of {self}"
        );
    }

    /// The last one.
    fn ends(&self, day: Day) {
        assert!(self.is_eligible(day), "{day} of {self}");
        assert!(!self.is_eligible(day.plus_days(1)), "after {day} of {self}");
    }

    /// Days without any on which the card can be renewed.
    fn are_closed(&self, mut day: Day, until: Day) {
        while day < until {
            assert!(!self.is_eligible(day), "{day} of {self}");
            day = day.plus_days(1);
        }
    }

    fn is_in_pilot(&self, day: Day) -> bool {
        self.rules.pilot().iter().any(|period| period.contains(day))
    }

    fn check(&self, decision: &Decision) {
        // Beyond every window.
        let future = self.today.plus_days(400);
        for days in [decision.online(), decision.again()].into_iter().flatten() {
            self.begins(days.first);
            self.ends(days.last);
            let mut day = days.first;
            while day < days.last {
                assert!(self.is_eligible(day), "{day} of {self}");
                day = day.plus_days(1);
            }
        }
        let (online, again) = (decision.online(), decision.again());
        let is_current = online.is_some_and(|days| days.contains(self.today));
        assert_eq!(is_current, decision.is_eligible(), "{self}");
        match (online, again) {
            (Some(online), Some(again)) => {
                self.are_closed(online.last.plus_days(1), again.first);
                assert!(online.last >= self.today, "{self}");
            }
            (Some(online), None) => self.are_closed(online.last.plus_days(1), future),
            (None, _) => self.are_closed(self.today, future),
        }
        if let Some(online) = online {
            self.are_closed(self.today, online.first);
        }
        for reason in decision.reasons() {
            self.check_reason(&reason, future);
        }
    }

    fn check_reason(&self, reason: &Reason, future: Day) {
        let param = |name: &str| match reason.params.get(name) {
            Some(ParamValue::Date { value }) => *value,
            other => panic!("{name} of {reason:?} is {other:?}"),
        };
        let mut dates = reason.params.iter().filter_map(|(_, value)| match value {
            ParamValue::Date { value } => Some(*value),
            _ => None,
        });
        match reason.code {
            Code::Eligible | Code::OnlineAgain => {
                let (first, last) = (param("first_day"), param("last_day"));
                self.begins(first);
                self.ends(last);
                let days = reason.params.get("days").map(ToString::to_string);
                assert_eq!(days, Some((first.days_until(last) + 1).to_string()));
                // "Only on" one day.
                assert!(reason.code == Code::OnlineAgain || self.today >= first);
            }
            Code::TooEarly => {
                let opens_on = param("opens_on");
                self.begins(opens_on);
                self.are_closed(self.today, opens_on);
            }
            Code::TooLate => {
                self.ends(param("last_day"));
                self.are_closed(param("last_day").plus_days(1), future);
            }
            Code::NeverOnline | Code::LongExpired => self.are_closed(self.today, future),
            Code::PilotNotStarted => self.pilot_begins(param("first_day")),
            Code::PilotPaused => {
                self.pilot_begins(param("first_day"));
                let last_day = param("last_day");
                assert!(self.is_in_pilot(last_day) && last_day < self.today);
                assert!(!self.is_in_pilot(last_day.plus_days(1)));
            }
            Code::PilotEnded => {
                let last_day = param("last_day");
                assert!(self.is_in_pilot(last_day) && last_day < self.today);
                let mut day = last_day;
                while day < future {
                    day = day.plus_days(1);
                    assert!(!self.is_in_pilot(day), "{day} of {self}");
                }
            }
            _ => assert_eq!(
                dates.next(),
                None,
                "{reason:?} promises what is not asked here"
            ),
        }
    }

    /// The pilot runs on a day, and on no day from today to the day before it.
    fn pilot_begins(&self, first: Day) {
        assert!(self.is_in_pilot(first), "{first} of {self}");
        let mut day = self.today;
        while day < first {
            assert!(!self.is_in_pilot(day), "{day} of {self}");
            day = day.plus_days(1);
        }
    }

    fn check_reminder(&self, nights: i32) {
        let expires_on = self.inquiry.expires_on;
        let run = ReminderRun {
            last: self.today.plus_days(-nights),
            on: self.today,
        };
        let Ok(Some(reminder)) = self.rules.reminder(expires_on, self.inquiry.status, run) else {
            return;
        };
        // A reminder is about the renewal of the card, whatever else was asked here.
        let renewal = Promises {
            inquiry: Inquiry::renewal(expires_on).with_status(self.inquiry.status),
            ..*self
        };
        match reminder {
            NoticeData::ExpiryReminder {
                expires_on: said,
                days_left,
                last_day,
            } => {
                assert_eq!(said, expires_on);
                assert_eq!(i64::from(days_left), i64::from(self.today.days_until(said)));
                assert!(renewal.is_eligible(self.today), "{self}");
                renewal.ends(last_day);
            }
            NoticeData::ExpiredReminder {
                expires_on: said,
                last_day,
            } => {
                assert_eq!(said, expires_on);
                assert!(
                    said <= self.today && renewal.is_eligible(self.today),
                    "{self}"
                );
                renewal.ends(last_day);
            }
            NoticeData::CentreReminder { expires_on: said } => {
                assert_eq!(said, expires_on);
                assert!(!renewal.is_eligible(self.today), "{self}");
            }
            other => panic!("{other:?}"),
        }
    }
}

impl std::fmt::Display for Promises<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:?} on {} under {:?}",
            self.inquiry,
            self.today,
            self.rules.pilot()
        )
    }
}

/// Every day of 2023 to 2028: is it worked, and which is the `count`-th working day after it, for
/// every count up to one that leaves the calendar; and the ready date.
pub fn working_days(first: usize, step: usize) -> u64 {
    let calendar = Rulebook::edition(Rulebook::DEFAULT_EDITION)
        .unwrap()
        .calendar();
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let years = slow::number((2023, 1, 1))..=slow::number((2028, 12, 31));
    let mut compared = 0;
    for number in years.skip(first).step_by(step) {
        let from = day(number);
        let working = slow::is_working(number);
        assert_eq!(calendar.is_working_day(from).ok(), working, "{from}");
        // One more working day at a time: the naive loop needs no second one inside it.
        let mut naive = working.map(|_| number);
        for count in 0..=1_300 {
            if count > 0 {
                naive = naive.and_then(|number| slow::after(number, 1));
            }
            let found = calendar.add_working_days(from, count);
            match (found, naive) {
                (Ok(found), Some(naive)) => assert_eq!(found, day(naive), "{count} after {from}"),
                (Err(reason), None) => assert_eq!(reason.code(), Code::NotCovered),
                (found, naive) => panic!("{count} after {from}: {found:?}, not {naive:?}"),
            }
            compared += 1;
            if naive.is_none() {
                break;
            }
        }
        let ready = rules.ready_on(from, None).ok().map(|ready| ready.ready_on);
        assert_eq!(ready, slow::after(number, 15).map(day), "filed on {from}");
    }
    compared
}

/// Ten million prefixes of an IIN, taken from all over the range, each with all ten last digits.
pub fn iin_check_digits(first: u64, step: usize) -> u64 {
    let mut compared = 0;
    // A step that is coprime to 10^11, so that every digit takes every value.
    let prefixes = (0..10_000_000u64).map(|number| number * 9_973_129 % 100_000_000_000);
    for prefix in prefixes.skip(usize::try_from(first).unwrap()).step_by(step) {
        let mut digits = [0u8; 11];
        let mut rest = prefix;
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(rest % 10).unwrap();
            rest /= 10;
        }
        let mut text = [b'0'; 12];
        for (character, digit) in text.iter_mut().zip(digits) {
            *character = b'0' + digit;
        }
        let wanted = slow::check_digit(digits);
        let bin = (4..=6).contains(&digits[4]);
        for last in 0..10 {
            text[11] = b'0' + last;
            let text = std::str::from_utf8(&text).unwrap();
            // The layout may be odd; of the errors only that of the check digit matters here.
            let found = match Iin::parse_lenient(text) {
                Ok(checked) => checked.iin.as_str() == text && !bin && wanted == Some(last),
                Err(error) if error.code() == Code::IinIsBin => bin,
                Err(error) => error.code() == Code::IinCheckDigit && !bin && wanted != Some(last),
            };
            assert!(found, "{text}: {:?}", Iin::parse_lenient(text));
        }
        compared += 1;
    }
    compared
}

/// Every day of the years 1 to 9999, counted one after the other: its number, its parts, its weekday,
/// how it is written, the day after it, and the same date in other years.
pub fn days(first: usize, step: usize) -> u64 {
    // 1 January 1 was a Monday, 719 162 days before 1 January 1970.
    let (mut number, mut compared) = (-719_162, 0);
    let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut before: Option<Day> = None;
    for year in 1..=9999 {
        for month in 1..=12u32 {
            let length = match month {
                2 => 28 + u32::from(leap(year)),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            for other in [0, length + 1, 32] {
                assert_eq!(Day::from_ymd(year, month, other), None);
            }
            for date in 1..=length {
                let day = Day::from_epoch_days(number).unwrap();
                if let Some(before) = before {
                    assert_eq!((before.plus_days(1), before.days_until(day)), (day, 1));
                }
                before = Some(day);
                let place = usize::try_from(number + 719_162).unwrap();
                number += 1;
                if place < first || !(place - first).is_multiple_of(step) {
                    continue;
                }
                compared += 1;
                assert_eq!(Day::from_ymd(year, month, date), Some(day));
                assert_eq!(
                    (day.year(), day.month(), day.day_of_month()),
                    (year, month, date)
                );
                assert_eq!(day.epoch_days(), number - 1);
                assert_eq!(usize::from(day.weekday()), place % 7, "{day}");
                let text = format!("{year:04}-{month:02}-{date:02}");
                assert_eq!(day.to_string(), text);
                assert_eq!(Day::parse(&text), Ok(day));
                for years in [-100, -1, 1, 4, 10, 14] {
                    let to = year + years;
                    let last_of_february = (month, date) == (2, 29) && !leap(to);
                    let date = if last_of_february { 28 } else { date };
                    assert_eq!(day.plus_years_feb28(years), Day::from_ymd(to, month, date));
                }
            }
        }
    }
    assert_eq!(Day::from_epoch_days(number), None);
    assert_eq!(Day::from_epoch_days(-719_163), None);
    compared
}

/// The window: every pair of how many days before and after it is open up to a quarter, with pilots that
/// begin and end on every day around it, on every distance between card and day up to 100.
pub fn windows(first: usize, step: usize) -> u64 {
    let mut compared = 0;
    let base = Day::parse("2026-06-15").unwrap();
    let pairs = (0..=91).flat_map(|before| [0, 1, 10, 30, 91].map(|after| (before, after)));
    for (before, after) in pairs.skip(first).step_by(step) {
        for (starts, ends) in [(-400, 400), (-1, 1), (0, 1), (-20, 5), (3, 60), (-91, 0)] {
            let day = |offset: i32| base.plus_days(offset);
            let overlay = format!(
                r#"{{"edition": "own", "extends": "service-2025",
                "title": {{"kk": "a", "ru": "b", "en": "c"}},
                "window": {{"expiry": {{"source": "order-389-253", "opens_days_before": {before},
                    "closes_days_after": {after}}}}},
                "pilot": {{"period": {{"from": "{}", "until": "{}", "source": "order-389-253"}}}}}}"#,
                day(starts),
                day(ends)
            );
            let rules = Rulebook::load(overlay.as_bytes()).unwrap();
            for left in -100..=100 {
                for offset in [-91, -90, -20, -2, -1, 0, 1, 2, 4, 5, 59, 60] {
                    let inquiry = Inquiry::renewal(day(offset + left));
                    let decision = rules.decide(&inquiry, day(offset)).unwrap();
                    let open = -after <= left && left <= before;
                    let pilot = starts <= offset && offset < ends;
                    assert_eq!(
                        decision.is_eligible(),
                        open && pilot,
                        "{before} {after} {left}"
                    );
                    assert_eq!(decision.days_left(), left);
                    compared += 1;
                }
            }
        }
    }
    compared
}

/// The duty: every MRP up to 10 000 tenge and every multiple of a hundredth up to 2, as whole numbers of
/// tiyn.
pub fn duties(first: usize, step: usize) -> u64 {
    let mut compared = 0;
    let days: Vec<Day> = (0..200)
        .map(|n| Day::parse("2026-01-01").unwrap().plus_days(n))
        .collect();
    for amount in (1..=10_000u32).skip(first).step_by(step) {
        // A duty of its own for each day: 200 multiples in one rulebook.
        let duties: Vec<String> = (1..=200)
            .zip(&days)
            .map(|(hundredths, day)| {
                let (whole, part) = (hundredths / 100, hundredths % 100);
                let until = format!(r#""until": "{}", "#, day.plus_days(1));
                let until = if hundredths == 200 { "" } else { &until };
                format!(
                    r#""d{hundredths}": {{"from": "{day}", {until}"source": "tax-code-2025",
                    "document": "identity_card", "grounds": ["damage"], "rate": "{whole}.{part:02}"}}"#
                )
            })
            .collect();
        let overlay = format!(
            r#"{{"edition": "own", "extends": "service-2025",
            "title": {{"kk": "a", "ru": "b", "en": "c"}},
            "mrp": {{"2026": {{"from": "2026-01-01", "until": "2027-01-01", "source": "budget-2026",
                "amount": "{amount}"}}}},
            "duties": {{"card-2025": null, {}}}}}"#,
            duties.join(",")
        );
        let rules = Rulebook::load(overlay.as_bytes()).unwrap();
        for (hundredths, day) in (1..=200u32).zip(&days) {
            let inquiry = FeeInquiry::new(DocumentKind::IdentityCard, Ground::Damage, *day);
            let quote = rules.quote(&inquiry).unwrap();
            let tiyn = amount * hundredths;
            assert_eq!(
                quote.total.to_string(),
                format!("{}.{:02}", tiyn / 100, tiyn % 100)
            );
            compared += 1;
        }
    }
    compared
}

/// Every Unicode scalar value alone in a name, between two letters of one, in a short message and in
/// a notice.
pub fn characters(first: usize, step: usize) -> u64 {
    let mut compared = 0;
    for character in ('\0'..=char::MAX).skip(first).step_by(step) {
        name(character);
        for text in [character.to_string(), format!("a{character}").repeat(81)] {
            let count = sms::count(&text);
            let found = (count.encoding.as_str(), count.units, count.segments);
            assert_eq!(found, slow::sms(&text), "{character:?}");
        }
        notice(character);
        compared += 1;
    }
    compared
}

/// The letters of SPEC 4: the Russian alphabet and Ә Ғ Қ Ң Ө Ұ Ү Һ І, large and small.
const LETTERS: &str =
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі";

fn name(character: char) {
    let rules = Rulebook::edition(Rulebook::DEFAULT_EDITION).unwrap();
    let on = Day::parse("2026-02-10").unwrap();
    let code = |text: &str| {
        rules
            .parse_name(text, on)
            .map(|_| ())
            .map_err(|reason| reason.code())
    };
    // A mark that composes with the letter before it can make another letter (NFC): а, у and others
    // take such marks, and ч does not.
    let letter = LETTERS.contains(character);
    // A space of any kind counts as one.
    let mark = matches!(character, '-' | '\'' | '’' | 'ʼ') || character.is_whitespace();
    let between = code(&format!("ч{character}ч"));
    let wanted = if letter || mark {
        Ok(())
    } else {
        Err(Code::NameCharacter)
    };
    assert_eq!(between, wanted, "{character:?} between letters");
    let alone = match code(&character.to_string()) {
        Ok(()) => letter,
        Err(Code::TextEmpty) => character.is_whitespace(),
        Err(Code::NameFormat) => mark,
        Err(code) => code == Code::NameCharacter && !letter && !mark,
    };
    assert!(alone, "{character:?} alone");
}

/// By Unicode's own tables: controls, formats that do not enclose a number, what may be ignored, and
/// noncharacters.
fn is_invisible(character: char) -> bool {
    match CodePointMapData::<GeneralCategory>::new().get(character) {
        GeneralCategory::Control => true,
        GeneralCategory::Format => {
            !CodePointSetData::new::<PrependedConcatenationMark>().contains(character)
        }
        _ => {
            CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
                || CodePointSetData::new::<NoncharacterCodePoint>().contains(character)
        }
    }
}

/// The printing of a character in a notice: SPEC 8 has control characters removed, and the vectors'
/// README names the others that are removed, and those that become a space.
fn notice(character: char) {
    let data = NoticeData::Delivered {
        application: format!("x{character}y"),
    };
    let notice = Notice::render(
        Texts::shipped(),
        &data,
        Language::En,
        &SmsPolicy::original(),
    );
    assert_eq!(notice.kind, NoticeKind::Delivered);
    let breaks = matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let printed = match (breaks, is_invisible(character)) {
        (true, _) => "x y".to_owned(),
        (false, true) => "xy".to_owned(),
        (false, false) => format!("x{character}y"),
    };
    let escaped = printed
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;");
    assert!(
        notice.email.text.contains(&printed),
        "{character:?} in the text"
    );
    assert!(
        notice.email.html.contains(&escaped),
        "{character:?} in HTML"
    );
    assert!(
        notice.sms.text.contains(&printed),
        "{character:?} in the short message"
    );
    let count = (
        notice.sms.encoding.as_str(),
        notice.sms.units,
        notice.sms.segments,
    );
    assert_eq!(count, slow::sms(&notice.sms.text), "{character:?}");
}
