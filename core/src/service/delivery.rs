//! Delivery to an address: zones, their tariffs and terms (SPEC 5 and 6).

use std::collections::{BTreeMap, BTreeSet};

use garde::Validate;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Gaps, Section, Series, dated};
use crate::foundation::day::Day;
use crate::foundation::id::SourceId;
use crate::foundation::json::{FromJson, Json, Place, check_bounds, record, shown_entry};
use crate::foundation::language::{LocalText, shown_text};
use crate::foundation::problem::{Alone, ParamValue, Reason};
use crate::foundation::problems::Problems;
use crate::foundation::tenge::Tenge;
use crate::people::address::{Address, Region};
use crate::service::calendar::Calendar;

dated! {
    /// The zones of delivery in a period.
    #[derive(Clone, Debug)]
    pub struct DeliveryEntry {
        /// The zones.
        pub zones: BTreeMap<String, DeliveryZone>,
        /// The zone of each region, by its ISO 3166-2 code. Nothing is delivered to the others, but
        /// to the places in them that are named below.
        pub regions: BTreeMap<String, String>,
        /// The zones of localities, by the region's code and the locality's name. Capitals and spaces
        /// make no difference. They come before the zone of the region.
        pub localities: BTreeMap<String, BTreeMap<String, String>>,
        /// The zones of postcodes, by the region's code and the first 3 to 7 characters; of several
        /// that fit the longest counts. They come before the zone of the locality.
        pub postcodes: BTreeMap<String, BTreeMap<String, String>>,
    }
}

record! {
    /// A zone of delivery.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct DeliveryZone {
        /// Its name.
        #[garde(custom(shown_text))]
        pub title: LocalText,
        /// Working days that delivery takes, the first of them after the day the card is ready.
        #[garde(range(min = 1, max = 60))]
        pub working_days: u32,
        /// Its price.
        pub fee: Tenge,
        /// The tariff is an illustration and no published price.
        pub illustrative: bool,
    }
}

/// The terms of delivery to a region on a day.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DeliveryTariff {
    /// The zone's name in the rulebook.
    pub zone: String,
    /// The name of the zone.
    pub title: LocalText,
    /// Working days that delivery takes, the first of them after the day the card is ready.
    pub working_days: u32,
    /// Its price.
    pub fee: Tenge,
    /// `true` if the tariff is an illustration and no published price.
    pub illustrative: bool,
    /// The source that says so.
    pub source: SourceId,
}

/// The place of a delivery, as far as it is known.
#[derive(Clone, Copy)]
pub(crate) struct DeliveryPlace<'a> {
    region: Region,
    locality: Option<&'a str>,
    postcode: Option<&'a str>,
}

impl From<Region> for DeliveryPlace<'_> {
    fn from(region: Region) -> Self {
        DeliveryPlace {
            region,
            locality: None,
            postcode: None,
        }
    }
}

impl<'a> From<&'a Address> for DeliveryPlace<'a> {
    fn from(address: &'a Address) -> Self {
        DeliveryPlace {
            region: address.region,
            locality: Some(&address.locality),
            postcode: Some(address.postcode.as_str()),
        }
    }
}

impl DeliveryEntry {
    /// The name of the zone of a place: by its postcode, else by its locality, else by its region.
    fn zone_name(&self, place: DeliveryPlace<'_>) -> Option<&String> {
        let region = place.region.as_str();
        let by_postcode = || {
            let zones = self.postcodes.get(region)?;
            let postcode = place.postcode?;
            let mut beginnings = (SHORTEST_BEGINNING..=postcode.len()).rev();
            beginnings.find_map(|length| zones.get(postcode.get(..length)?))
        };
        let by_locality = || {
            let zones = self.localities.get(region)?;
            zones.get(&folded(place.locality?))
        };
        by_postcode()
            .or_else(by_locality)
            .or_else(|| self.regions.get(region))
    }
}

/// Two characters of a postcode stand for a whole region, so a zone needs more of them.
const SHORTEST_BEGINNING: usize = 3;

/// A postcode in its newer form has so many characters.
const LONGEST_BEGINNING: usize = 7;

/// A locality's name, as two are compared.
fn folded(name: &str) -> String {
    let words = name.split_whitespace().map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}

/// The likely delivery of a card.
#[export(record, public)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DeliveryEstimate {
    /// The zone's name in the rulebook.
    pub zone: String,
    /// The day.
    pub day: Day,
    /// The working days counted.
    pub working_days: u32,
    /// `DELIVERY_ESTIMATED`, with the source of the term.
    pub reason: Reason,
}

/// The tariffs by date.
#[derive(Clone, Debug)]
pub(crate) struct Delivery {
    tariffs: Series<DeliveryEntry>,
}

impl Delivery {
    /// Compiles the section, and reports regions that do not exist, regions in a zone that is not
    /// there, and broken bounds.
    pub(crate) fn compile(
        mut section: Section<DeliveryEntry>,
        problems: &mut Problems,
    ) -> Delivery {
        let at = Place::ROOT.field(section.name);
        for (name, entry) in &mut section.entries {
            check(entry, at.field(name), problems);
            for zones in entry.localities.values_mut() {
                let named = std::mem::take(zones).into_iter();
                *zones = named.map(|(name, zone)| (folded(&name), zone)).collect();
            }
        }
        Delivery {
            tariffs: section.series(Gaps::Allowed, problems),
        }
    }

    /// The titles of the zones, by their names.
    pub(crate) fn titles(&self) -> impl Iterator<Item = (&String, &LocalText)> {
        let entries = self.tariffs.entries().iter();
        entries.flat_map(|(_, entry)| entry.zones.iter().map(|(name, zone)| (name, &zone.title)))
    }

    /// The tariff for a place on this day: that of the zone which is most specific.
    ///
    /// # Errors
    /// `NOT_COVERED` if no tariff covers the day; `DELIVERY_NOT_OFFERED` if it has no zone for the
    /// place.
    pub(crate) fn zone_of<'p>(
        &self,
        place: impl Into<DeliveryPlace<'p>>,
        day: Day,
    ) -> Result<DeliveryTariff, Reason> {
        let (entry, place) = (self.tariffs.on(day)?, place.into());
        let name = entry.zone_name(place);
        name.and_then(|name| Some((name, entry.zones.get(name)?)))
            .map(|(name, zone)| DeliveryTariff {
                zone: name.clone(),
                title: zone.title.clone(),
                working_days: zone.working_days,
                fee: zone.fee,
                illustrative: zone.illustrative,
                source: entry.source,
            })
            .ok_or_else(|| {
                Reason::new(Code::DeliveryNotOffered)
                    .with("region", place.region)
                    .cite(entry.source)
            })
    }

    /// The likely day on which a card that is ready on this day is delivered to a place: so many
    /// working days after the ready date as the zone has on that date.
    ///
    /// # Errors
    /// Those of [`Delivery::zone_of`]; `NOT_COVERED` if the count leaves the calendar.
    pub(crate) fn estimate<'p>(
        &self,
        calendar: &Calendar,
        ready_on: Day,
        place: impl Into<DeliveryPlace<'p>>,
    ) -> Result<DeliveryEstimate, Reason> {
        let tariff = self.zone_of(place, ready_on)?;
        let day = calendar
            .add_working_days(ready_on, tariff.working_days)
            .alone()?;
        let zone = ParamValue::Word {
            value: tariff.zone.clone().into(),
        };
        let reason = Reason::new(Code::DeliveryEstimated)
            .with("zone", zone)
            .with("day", day)
            .with("working_days", tariff.working_days)
            .cite(tariff.source);
        Ok(DeliveryEstimate {
            zone: tariff.zone,
            day,
            working_days: tariff.working_days,
            reason,
        })
    }
}

fn check(entry: &DeliveryEntry, at: Place<'_>, problems: &mut Problems) {
    let zones = at.field("zones");
    for (name, zone) in &entry.zones {
        check_bounds(zone, zones.field(name), problems);
    }
    let regions = at.field("regions");
    for (code, zone) in &entry.regions {
        let at = regions.field(code);
        check_region(code, at, problems);
        check_zone(entry, zone, at, problems);
    }
    let localities = at.field("localities");
    for (code, zones) in &entry.localities {
        let at = localities.field(code);
        check_region(code, at, problems);
        let mut names = BTreeSet::new();
        for (name, zone) in zones {
            let at = at.field(name);
            check_zone(entry, zone, at, problems);
            let name = folded(name);
            if name.is_empty() {
                problems.push(Reason::new(Code::TextEmpty).at(at.pointer()));
            } else if !names.insert(name) {
                // Another one, but for capitals and spaces.
                problems.push(Reason::new(Code::DuplicateField).at(at.pointer()));
            }
        }
    }
    let postcodes = at.field("postcodes");
    for (code, zones) in &entry.postcodes {
        let at = postcodes.field(code);
        check_region(code, at, problems);
        for (beginning, zone) in zones {
            let at = at.field(beginning);
            check_zone(entry, zone, at, problems);
            let length = (SHORTEST_BEGINNING..=LONGEST_BEGINNING).contains(&beginning.len());
            let sign = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
            if !length || !beginning.bytes().all(sign) {
                let detail = "3 to 7 digits and capitals";
                let reason = Reason::new(Code::ValueBounds).with("detail", detail);
                problems.push(reason.at(at.pointer()));
            }
        }
    }
}

/// A key is read like a value, so that a wrong one gets the same answer.
fn check_region(code: &str, at: Place<'_>, problems: &mut Problems) {
    let _ = Region::from_json(&Json::Text(code.into()), at, problems);
}

fn check_zone(entry: &DeliveryEntry, zone: &str, at: Place<'_>, problems: &mut Problems) {
    if !entry.zones.contains_key(zone) {
        let reason = Reason::new(Code::EntryUnknown).with("name", shown_entry(zone));
        problems.push(reason.at(at.pointer()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::json::read;

    static SHIPPED: std::sync::LazyLock<&str> =
        std::sync::LazyLock::new(|| crate::rulebook::shipped_section("delivery"));

    fn compile(text: &str) -> (Delivery, Vec<(String, &'static str)>) {
        let section = Section {
            name: "delivery",
            entries: read(text.as_bytes(), 100_000).unwrap(),
        };
        let mut problems = Problems::new();
        let delivery = Delivery::compile(section, &mut problems);
        let problems = problems.into_iter().map(|p| (p.pointer, p.code.as_str()));
        (delivery, problems.collect())
    }

    fn shipped() -> Delivery {
        let (delivery, problems) = compile(*SHIPPED);
        assert!(problems.is_empty(), "{problems:?}");
        delivery
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn region(code: &str) -> Region {
        Region::parse(code).unwrap()
    }

    #[test]
    fn spec_4_each_of_the_20_regions_has_a_zone() {
        let delivery = shipped();
        let codes = "10 11 15 19 23 27 31 33 35 39 43 47 55 59 61 62 63 71 75 79";
        let zones: Vec<String> = codes
            .split(' ')
            .map(|code| region(&format!("KZ-{code}")))
            .map(|region| delivery.zone_of(region, day("2025-11-10")).unwrap().zone)
            .collect();
        assert_eq!(zones.len(), 20);
        assert_eq!(zones.iter().filter(|zone| *zone == "city").count(), 3);
    }

    #[test]
    fn spec_5_the_shipped_tariff_is_marked_illustrative() {
        let tariff = shipped()
            .zone_of(region("KZ-71"), day("2025-11-10"))
            .unwrap();
        assert_eq!(tariff.zone, "city");
        assert!(tariff.illustrative && !tariff.fee.is_zero());
        assert_eq!(tariff.source.as_str(), "illustrative-tariff");
    }

    #[test]
    fn spec_6_delivery_counts_working_days_after_the_ready_date() {
        let calendar = crate::service::calendar::tests::shipped();
        let estimate = |ready_on, code| {
            shipped()
                .estimate(&calendar, day(ready_on), region(code))
                .unwrap()
        };
        // Friday, then a weekend and the Monday that 8 March 2026 moved to: two working days later
        // is Wednesday.
        let city = estimate("2026-03-06", "KZ-75");
        assert_eq!((city.day, city.working_days), (day("2026-03-11"), 2));
        assert_eq!(city.reason.code, Code::DeliveryEstimated);
        let names: Vec<&str> = city.reason.params.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["zone", "day", "working_days"]);
        assert!(estimate("2026-03-06", "KZ-47").day > city.day);
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let calendar = crate::service::calendar::tests::shipped();
        let code = |ready_on| {
            let estimate = shipped().estimate(&calendar, day(ready_on), region("KZ-71"));
            estimate.unwrap_err().code
        };
        assert_eq!(code("2023-12-31"), Code::NotCovered);
        assert_eq!(code("2027-12-31"), Code::NotCovered);
        let text = r#"{"a": {"source": "s", "zones": {}, "regions": {}}}"#;
        let reason = compile(text).0.zone_of(region("KZ-71"), day("2025-01-01"));
        assert_eq!(reason.unwrap_err().code, Code::DeliveryNotOffered);
    }

    /// SPEC 5: by zone. The postcode comes first, its longest beginning before others, then the
    /// locality, then the region.
    #[test]
    fn the_most_specific_zone_counts() {
        let zone = |fee: &str| {
            format!(
                r#"{{"title": {{"kk": "а", "ru": "а", "en": "a"}}, "working_days": 1,
                    "fee": "{fee}", "illustrative": false}}"#
            )
        };
        let zones = ["1", "2", "3", "4"].map(|fee| format!(r#""z{fee}": {}"#, zone(fee)));
        let text = format!(
            r#"{{"a": {{"source": "s", "zones": {{{}}}, "regions": {{"KZ-19": "z1"}},
                "localities": {{"KZ-19": {{" Қаскелең  қаласы": "z2"}}, "KZ-10": {{"Аягөз": "z2"}}}},
                "postcodes": {{"KZ-19": {{"040": "z3", "0409": "z4", "A10A5T3": "z4"}}}}}}}}"#,
            zones.join(",")
        );
        let (delivery, problems) = compile(&text);
        assert!(problems.is_empty(), "{problems:?}");
        let fee = |region, locality: Option<&str>, postcode: Option<&str>| {
            let place = DeliveryPlace {
                region: Region::parse(region).unwrap(),
                locality,
                postcode,
            };
            let found = delivery.zone_of(place, day("2026-02-10"));
            found
                .map(|tariff| tariff.fee.to_string())
                .map_err(|reason| reason.code)
        };
        let is = |fee: &str| Ok(fee.to_owned());
        assert_eq!(fee("KZ-19", None, None), is("1.00"));
        assert_eq!(fee("KZ-19", Some("Талғар"), Some("050000")), is("1.00"));
        assert_eq!(fee("KZ-19", Some("ҚАСКЕЛЕҢ ҚАЛАСЫ"), None), is("2.00"));
        assert_eq!(
            fee("KZ-19", Some("Қаскелең қаласы"), Some("040100")),
            is("3.00")
        );
        assert_eq!(
            fee("KZ-19", Some("Қаскелең қаласы"), Some("040900")),
            is("4.00")
        );
        assert_eq!(fee("KZ-19", None, Some("A10A5T3")), is("4.00"));
        assert_eq!(fee("KZ-19", None, Some("A10A5T4")), is("1.00"));
        // A place counts in its own region alone; there may be delivery to it and to no other.
        assert_eq!(fee("KZ-10", Some("аягөз"), Some("040900")), is("2.00"));
        assert_eq!(
            fee("KZ-10", Some("Семей"), None),
            Err(Code::DeliveryNotOffered)
        );
    }

    #[test]
    fn places_are_checked_when_they_are_loaded() {
        let text = r#"{"a": {"source": "s", "zones": {}, "regions": {},
            "localities": {"KZ-99": {"А Б": "z", "а  б": "z", " ": "z"}},
            "postcodes": {"KZ-19": {"04": "z", "04а": "z", "a10": "z"}}}}"#;
        let expected = [
            ("/delivery/a/localities/KZ-99", "UNKNOWN_VALUE"),
            ("/delivery/a/localities/KZ-99/<unknown>", "ENTRY_UNKNOWN"),
            ("/delivery/a/localities/KZ-99/<unknown>", "TEXT_EMPTY"),
            ("/delivery/a/localities/KZ-99/<unknown>", "ENTRY_UNKNOWN"),
            ("/delivery/a/localities/KZ-99/<unknown>", "ENTRY_UNKNOWN"),
            ("/delivery/a/localities/KZ-99/<unknown>", "DUPLICATE_FIELD"),
            ("/delivery/a/postcodes/KZ-19/04", "ENTRY_UNKNOWN"),
            ("/delivery/a/postcodes/KZ-19/04", "VALUE_BOUNDS"),
            ("/delivery/a/postcodes/KZ-19/<unknown>", "ENTRY_UNKNOWN"),
            ("/delivery/a/postcodes/KZ-19/<unknown>", "VALUE_BOUNDS"),
            ("/delivery/a/postcodes/KZ-19/a10", "ENTRY_UNKNOWN"),
            ("/delivery/a/postcodes/KZ-19/a10", "VALUE_BOUNDS"),
        ];
        let expected = expected.map(|(at, code)| (at.to_owned(), code));
        assert_eq!(compile(text).1, expected);
    }

    #[test]
    fn zones_and_regions_must_exist() {
        let text = r#"{"a": {"source": "s",
            "zones": {"city": {"title": {"kk": "а", "ru": " ", "en": "a"}, "working_days": 0,
                               "fee": "1", "illustrative": true}},
            "regions": {"KZ-71": "village", "KZ-99": "city"}}}"#;
        let expected = [
            ("/delivery/a/zones/city/title", "VALUE_BOUNDS"),
            ("/delivery/a/zones/city/working_days", "VALUE_BOUNDS"),
            ("/delivery/a/regions/KZ-71", "ENTRY_UNKNOWN"),
            ("/delivery/a/regions/KZ-99", "UNKNOWN_VALUE"),
        ];
        assert_eq!(
            compile(text).1,
            expected.map(|(at, code)| (at.to_owned(), code))
        );
    }
}
