//! The rulebook's section `civil_time`: Kazakhstan's clock against UTC (SPEC 3).

use chrono::{NaiveTime, TimeDelta};
use garde::Validate;

use crate::foundation::dated::{Gaps, Section, Series, dated, not_covered};
use crate::foundation::day::Day;
use crate::foundation::moment::{CivilTime, Moment};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::foundation::time_of_day::TimeOfDay;

/// The name of the section, as `NOT_COVERED` tells it.
const PARAMETER: &str = "civil_time";

dated! {
    /// The offset of civil time from UTC in a period, the same in the whole country.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct CivilTimeEntry {
        /// Minutes that civil time is ahead of UTC.
        #[garde(range(min = -840, max = 840))]
        pub utc_offset_minutes: i32,
    }
}

/// The clock of the country, by date.
#[derive(Clone, Debug)]
pub(crate) struct CivilClock {
    offsets: Series<CivilTimeEntry>,
}

impl CivilClock {
    pub(crate) fn compile(section: Section<CivilTimeEntry>, problems: &mut Problems) -> CivilClock {
        section.check_bounds(problems);
        CivilClock {
            offsets: section.series(Gaps::Allowed, problems),
        }
    }

    /// The instant of a civil date and time.
    ///
    /// # Errors
    /// `NOT_COVERED` on a day whose offset is not known.
    pub(crate) fn moment(&self, day: Day, time: TimeOfDay) -> Result<Moment, Reason> {
        let offset = self.offsets.on(day)?.utc_offset_minutes;
        let minutes = i64::from(time.minutes()).saturating_sub(offset.into());
        TimeDelta::try_minutes(minutes)
            .and_then(|delta| {
                day.to_chrono()
                    .and_time(NaiveTime::MIN)
                    .checked_add_signed(delta)
            })
            .and_then(|civil| Moment::from_chrono(civil.and_utc()))
            // The first hours of year 1 and the last of year 9999 are no instants in UTC.
            .ok_or_else(|| self.not_covered(day))
    }

    /// The civil date and time of an instant, the seconds left out.
    ///
    /// # Errors
    /// `NOT_COVERED` if the offset at that time is not known; `on` is the date in UTC.
    pub(crate) fn civil(&self, moment: Moment) -> Result<CivilTime, Reason> {
        let entries = self.offsets.entries().iter();
        let mut civil = entries.rev().filter_map(|(period, entry)| {
            let civil = moment.civil(entry.utc_offset_minutes)?;
            period.contains(civil.day).then_some(civil)
        });
        civil.next().ok_or_else(|| {
            let utc = moment.civil(0).map_or(Day::MIN, |civil| civil.day);
            self.not_covered(utc)
        })
    }

    fn not_covered(&self, day: Day) -> Reason {
        let periods = self.offsets.entries().iter().map(|(period, _)| *period);
        not_covered(PARAMETER, day, periods)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::foundation::catalogue::Code;
    use crate::foundation::json::read;
    use proptest::prelude::*;

    static SHIPPED: std::sync::LazyLock<&str> =
        std::sync::LazyLock::new(|| crate::rulebook::shipped_section("civil_time"));

    /// Civil time of the shipped rulebook.
    pub(crate) fn shipped() -> CivilClock {
        let entries = read(SHIPPED.as_bytes(), 10_000).unwrap();
        let mut problems = Problems::new();
        let section = Section {
            name: PARAMETER,
            entries,
        };
        let civil_time = CivilClock::compile(section, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        civil_time
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn spec_3_civil_time_is_utc_plus_5_since_2024_03_01() {
        let time = TimeOfDay::parse("09:15").unwrap();
        let moment = shipped().moment(day("2024-03-01"), time).unwrap();
        assert_eq!(moment.to_string(), "2024-03-01T04:15:00Z");
        let civil = shipped()
            .civil(Moment::parse("2026-02-28T19:00:59Z").unwrap())
            .unwrap();
        assert_eq!(
            (civil.day, civil.time),
            (day("2026-03-01"), TimeOfDay::START)
        );
    }

    #[test]
    fn before_that_day_nothing_is_guessed() {
        let reason = shipped()
            .moment(day("2024-02-29"), TimeOfDay::START)
            .unwrap_err();
        assert_eq!(reason.code, Code::NotCovered);
        assert_eq!(
            reason.params.get("parameter").unwrap().to_string(),
            "civil_time"
        );
        let before = Moment::parse("2024-02-29T18:59:59Z").unwrap();
        assert_eq!(shipped().civil(before).unwrap_err().code, Code::NotCovered);
    }

    proptest! {
        #[test]
        fn civil_time_and_instants_round_trip(
            days in Day::parse("2024-03-01").unwrap().epoch_days()..=Day::MAX.epoch_days(),
            minutes in 0u32..1440,
        ) {
            let day = Day::from_epoch_days(days).unwrap();
            let civil = CivilTime { day, time: TimeOfDay::from_minutes(minutes).unwrap() };
            let moment = shipped().moment(civil.day, civil.time).unwrap();
            prop_assert_eq!(shipped().civil(moment).unwrap(), civil);
        }
    }
}
