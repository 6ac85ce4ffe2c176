//! Addresses that a card can be delivered to: SPEC 4.

use std::collections::BTreeMap;
use std::fmt;

use arrayvec::ArrayString;
use garde::Validate;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::{Dated, Gaps, Series, dated};
use crate::foundation::json::{Place, check_bounds, record, unknown_value};
use crate::foundation::problem::{Reason, Result, from_str};
use crate::foundation::problems::Problems;
use crate::foundation::single_line::check_line;
use crate::foundation::words::words;

words! {
    /// A region of Kazakhstan, by its ISO 3166-2 code (the list in force since 2022).
    #[export(code)]
    Region {
        /// Abai region.
        Abai = "KZ-10",
        /// Aqmola region.
        Aqmola = "KZ-11",
        /// Aqtöbe region.
        Aqtobe = "KZ-15",
        /// Almaty region, without the city.
        AlmatyRegion = "KZ-19",
        /// Atyrau region.
        Atyrau = "KZ-23",
        /// West Kazakhstan region.
        WestKazakhstan = "KZ-27",
        /// Zhambyl region.
        Zhambyl = "KZ-31",
        /// Zhetisu region.
        Zhetisu = "KZ-33",
        /// Qaraghandy region.
        Qaraghandy = "KZ-35",
        /// Qostanay region.
        Qostanay = "KZ-39",
        /// Qyzylorda region.
        Qyzylorda = "KZ-43",
        /// Mangystau region.
        Mangystau = "KZ-47",
        /// Pavlodar region.
        Pavlodar = "KZ-55",
        /// North Kazakhstan region.
        NorthKazakhstan = "KZ-59",
        /// Türkistan region.
        Turkistan = "KZ-61",
        /// Ulytau region.
        Ulytau = "KZ-62",
        /// East Kazakhstan region.
        EastKazakhstan = "KZ-63",
        /// The city of Astana.
        Astana = "KZ-71",
        /// The city of Almaty.
        Almaty = "KZ-75",
        /// The city of Shymkent.
        Shymkent = "KZ-79",
    }
}

dated! {
    /// The lengths of addresses, in characters (Unicode scalar values): each 1 to 1000. Section
    /// `address` of the rulebook.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct AddressEntry {
        /// The longest locality.
        #[garde(range(min = 1, max = 1000))]
        pub locality_max: u32,
        /// The longest street.
        #[garde(range(min = 1, max = 1000))]
        pub street_max: u32,
        /// The longest building.
        #[garde(range(min = 1, max = 1000))]
        pub building_max: u32,
        /// The longest flat.
        #[garde(range(min = 1, max = 1000))]
        pub flat_max: u32,
    }
}

impl AddressEntry {
    /// Compiles the section `address`, whose place is `at`.
    pub(crate) fn series(
        named: BTreeMap<String, AddressEntry>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Series<AddressEntry> {
        for (name, entry) in &named {
            check_bounds(entry, at.field(name), problems);
        }
        Series::new("address", named, Gaps::Refused, at, problems)
    }

    /// Reads an address whose place in the input is `at`. `None` means that problems were added,
    /// each with its place: `MISSING_FIELD`, `UNKNOWN_VALUE` (region), `TEXT_EMPTY`,
    /// `TEXT_TOO_LONG`, `TEXT_CONTROL`, `POSTCODE_FORMAT`.
    pub(crate) fn read(
        &self,
        form: &AddressForm,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<Address> {
        let region = required(form.region.as_deref(), at.field("region"), problems)
            .and_then(|text| region(text, at.field("region"), problems));
        let mut line = |name, text: &Option<String>, max, needed: bool| {
            let at = at.field(name);
            match text {
                Some(text) => self.line(text, max, at, problems).map(Some),
                None if needed => required(None, at, problems).map(|_| None),
                None => Some(None),
            }
        };
        let locality = line("locality", &form.locality, self.locality_max, true);
        let street = line("street", &form.street, self.street_max, false);
        let building = line("building", &form.building, self.building_max, true);
        let flat = line("flat", &form.flat, self.flat_max, false);
        let place = at.field("postcode");
        let postcode = required(form.postcode.as_deref(), place, problems).and_then(|text| {
            Postcode::read(text)
                .map_err(|reason| problems.push(reason.at(place.pointer())))
                .ok()
        });
        Some(Address {
            region: region?,
            locality: locality??,
            street: street?,
            building: building??,
            flat: flat?,
            postcode: postcode?,
        })
    }

    /// A line without spaces at its ends.
    fn line(&self, text: &str, max: u32, at: Place<'_>, problems: &mut Problems) -> Option<String> {
        let text = text.trim();
        match check_line(text, max) {
            Ok(()) => Some(text.to_owned()),
            Err(reason) => {
                problems.push(reason.cite(self.source()).at(at.pointer()));
                None
            }
        }
    }
}

fn required<'t>(text: Option<&'t str>, at: Place<'_>, problems: &mut Problems) -> Option<&'t str> {
    if text.is_none() {
        problems.push(Reason::new(Code::MissingField).at(at.pointer()));
    }
    text
}

fn region(text: &str, at: Place<'_>, problems: &mut Problems) -> Option<Region> {
    let region = Region::parse(text);
    if region.is_none() {
        let allowed: Vec<&str> = Region::ALL.iter().map(|region| region.as_str()).collect();
        problems.push(unknown_value(at, &allowed));
    }
    region
}

/// A postcode: six digits, or the newer form of a letter, two digits, a letter, a digit, a letter
/// and a digit, such as `A10A5T3`.
///
/// Letters are ASCII and become capitals. As a part of an address it is personal data: `Debug`
/// prints only its first two characters.
///
/// ```
/// use qujat::address::Postcode;
/// assert_eq!(Postcode::parse("a10a5t3")?.as_str(), "A10A5T3");
/// assert_eq!(Postcode::parse("010000")?.as_str(), "010000");
/// # Ok::<(), qujat::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(ArrayString<7>);

impl Postcode {
    /// Reads a postcode. Spaces at the ends are left out.
    ///
    /// # Errors
    /// `POSTCODE_FORMAT` for anything else, also for letters of other scripts.
    pub fn parse(text: &str) -> Result<Postcode> {
        Ok(Postcode::read(text)?)
    }

    /// As [`Postcode::parse`], with the reason alone.
    pub(crate) fn read(text: &str) -> Result<Postcode, Reason> {
        let text = text.trim();
        let form: String = text.chars().take(8).map(shape).collect();
        ArrayString::from(text)
            .ok()
            .filter(|_| form == "000000" || form == "A00A0A0")
            .map(|mut postcode| {
                postcode.make_ascii_uppercase();
                Postcode(postcode)
            })
            .ok_or_else(|| Reason::new(Code::PostcodeFormat))
    }

    /// The postcode, in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

from_str!(Postcode);

/// `0` for a digit, `A` for a letter, `?` for anything else; ASCII only.
fn shape(character: char) -> char {
    match character {
        '0'..='9' => '0',
        'A'..='Z' | 'a'..='z' => 'A',
        _ => '?',
    }
}

record! {
    /// An address as it was typed: nothing of it is checked, so that all of its problems can be
    /// reported at once.
    ///
    /// It is personal data: `Debug` prints nothing of it.
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct AddressForm {
        /// The region's ISO 3166-2 code, such as `KZ-75`.
        pub region: Option<String>,
        /// The city, town or village.
        pub locality: Option<String>,
        /// The street, or the microdistrict; absent where there are houses without one.
        pub street: Option<String>,
        /// The building's number.
        pub building: Option<String>,
        /// The flat's number; absent for a house.
        pub flat: Option<String>,
        /// The postcode.
        pub postcode: Option<String>,
    }

    /// A delivery address whose parts were checked. Texts are as they were typed, without spaces at
    /// their ends.
    ///
    /// It is personal data: `Debug` prints only its region. Reading it from JSON checks the region
    /// and the postcode, and takes the other parts as they are: their limits are the rulebook's.
    #[export(record, input, private, shows(region), own_reader)]
    #[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct Address {
        /// The region.
        pub region: Region,
        /// The city, town or village.
        pub locality: String,
        /// The street, or the microdistrict; `None` in a village whose houses have no street.
        pub street: Option<String>,
        /// The building's number.
        pub building: String,
        /// The flat's number; `None` for a house.
        pub flat: Option<String>,
        /// The postcode.
        pub postcode: Postcode,
    }
}

impl fmt::Debug for AddressForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AddressForm(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::day::Day;
    use proptest::prelude::*;

    fn limits() -> AddressEntry {
        let text = crate::rulebook::shipped_section("address");
        let named = crate::foundation::json::read(text.as_bytes(), 10_000).unwrap();
        let mut problems = Problems::new();
        let series = AddressEntry::series(named, Place::ROOT, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        series
            .on(Day::parse("2025-11-10").unwrap())
            .unwrap()
            .clone()
    }

    fn form(json: &str) -> AddressForm {
        crate::foundation::json::read(json.as_bytes(), 10_000).unwrap()
    }

    fn read(json: &str) -> Result<Address, Vec<(Code, String)>> {
        let mut problems = Problems::new();
        let at = Place::ROOT;
        let address = limits().read(&form(json), at.field("address"), &mut problems);
        assert_eq!(address.is_none(), !problems.is_empty());
        address.ok_or_else(|| problems.into_iter().map(|p| (p.code, p.pointer)).collect())
    }

    const WHOLE: &str = r#"{"region": "KZ-75", "locality": "Алматы", "street": "Мысал көшесі",
        "building": "1А", "flat": "7", "postcode": "a10a5t3"}"#;

    #[test]
    fn spec_4_regions_have_their_iso_3166_2_codes() {
        let codes: Vec<&str> = Region::ALL.iter().map(|region| region.as_str()).collect();
        let expected = [
            10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79,
        ];
        assert_eq!(codes, expected.map(|number: i32| format!("KZ-{number}")));
        assert_eq!(Region::parse("KZ-10"), Some(Region::Abai));
        assert_eq!(Region::parse("KZ-62"), Some(Region::Ulytau));
        assert_eq!(Region::parse("KZ-79"), Some(Region::Shymkent));
        for bad in ["10", "kz-10", "KZ-1", "KZ10", "KZ-ALA", ""] {
            assert_eq!(Region::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn spec_4_both_forms_of_postcodes_are_taken() {
        for (text, expected) in [
            ("010000", "010000"),
            ("A10A5T3", "A10A5T3"),
            ("z05h9b0", "Z05H9B0"),
            (" 010000\u{a0}", "010000"),
        ] {
            assert_eq!(Postcode::parse(text).unwrap().as_str(), expected);
        }
        for bad in [
            "",
            "0100",
            "01000",
            "0100000",
            "A10A5T",
            "A10A5T33",
            "110A5T3",
            "A1OA5T3",
            "010 000",
            "А10А5Т3",
            "٠١٠٠٠٠",
        ] {
            assert_eq!(
                Postcode::parse(bad).unwrap_err().code(),
                Code::PostcodeFormat,
                "{bad}"
            );
        }
    }

    #[test]
    fn spec_4_a_whole_address_is_read_as_typed() {
        let address = read(WHOLE).unwrap();
        assert_eq!(address.region, Region::Almaty);
        assert_eq!(address.street.as_deref(), Some("Мысал көшесі"));
        assert_eq!(address.flat.as_deref(), Some("7"));
        assert_eq!(address.postcode.as_str(), "A10A5T3");
        assert_eq!(read(&WHOLE.replace("\"7\"", "null")).unwrap().flat, None);
        let spaced = WHOLE
            .replace("Алматы", "\u{a0} Алматы ")
            .replace("\"1А\"", "\"1А \"");
        assert_eq!(read(&spaced).unwrap(), address);
    }

    /// SPEC 4: villages have houses without a street.
    #[test]
    fn spec_4_a_street_is_optional() {
        let address = read(&WHOLE.replace("\"Мысал көшесі\"", "null")).unwrap();
        assert_eq!(address.street, None);
    }

    #[test]
    fn all_problems_of_an_address_come_at_once_with_their_places() {
        let long = "1".repeat(1001);
        let problems = read(&format!(
            r#"{{"region": "KZ-99", "locality": " ", "street": "{long}", "building": "1\u0007",
                "flat": "", "postcode": "1"}}"#
        ));
        let expected = [
            (Code::UnknownValue, "/address/region"),
            (Code::TextEmpty, "/address/locality"),
            (Code::TextTooLong, "/address/street"),
            (Code::TextControl, "/address/building"),
            (Code::TextEmpty, "/address/flat"),
            (Code::PostcodeFormat, "/address/postcode"),
        ];
        assert_eq!(
            problems.unwrap_err(),
            expected.map(|(code, at)| (code, at.to_owned()))
        );

        let missing = ["region", "locality", "building", "postcode"];
        let expected = missing.map(|field| (Code::MissingField, format!("/address/{field}")));
        assert_eq!(read("{}").unwrap_err(), expected);
    }

    #[test]
    fn each_part_has_its_own_limit() {
        let limits = limits();
        for (field, max) in [
            ("locality", limits.locality_max),
            ("street", limits.street_max),
            ("building", limits.building_max),
            ("flat", limits.flat_max),
        ] {
            let with = |length: u32| {
                let mut parts: BTreeMap<String, String> = serde_json::from_str(WHOLE).unwrap();
                parts.insert(
                    field.to_owned(),
                    "ә".repeat(usize::try_from(length).unwrap()),
                );
                serde_json::to_string(&parts).unwrap()
            };
            assert!(read(&with(max)).is_ok(), "{field}");
            let expected = (Code::TextTooLong, format!("/address/{field}"));
            assert_eq!(read(&with(max + 1)).unwrap_err(), [expected]);
        }
    }

    #[test]
    fn limits_out_of_bounds_are_found_with_their_places() {
        let text = br#"{"a": {"source": "s", "locality_max": 0, "street_max": 1001,
            "building_max": 1, "flat_max": 1000}}"#;
        let mut problems = Problems::new();
        let named = crate::foundation::json::read(text, 1000).unwrap();
        let _ = AddressEntry::series(named, Place::ROOT, &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.code, p.pointer.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                (Code::ValueBounds, "/a/locality_max"),
                (Code::ValueBounds, "/a/street_max")
            ]
        );
    }

    #[test]
    fn addresses_print_masked() {
        let address = read(WHOLE).unwrap();
        assert_eq!(format!("{address:?}"), "Address { region: Almaty, .. }");
        assert_eq!(format!("{:?}", address.postcode), "A1***");
        assert_eq!(format!("{:?}", form(WHOLE)), "AddressForm(***)");
    }

    #[test]
    fn an_address_round_trips_through_json() {
        let address = read(WHOLE).unwrap();
        let json = serde_json::to_value(&address).unwrap();
        assert_eq!(json["region"], "KZ-75");
        assert_eq!(json["postcode"], "A10A5T3");
        let again: Address =
            crate::foundation::json::read(json.to_string().as_bytes(), 10_000).unwrap();
        assert_eq!(again, address);
    }

    proptest! {
        #[test]
        fn postcodes_round_trip(text in "[0-9]{6}|[A-Za-z][0-9]{2}[A-Za-z][0-9][A-Za-z][0-9]") {
            let postcode = Postcode::parse(&text).unwrap();
            prop_assert_eq!(postcode.as_str(), text.to_ascii_uppercase());
            let json = serde_json::to_vec(&postcode).unwrap();
            prop_assert_eq!(crate::foundation::json::read::<Postcode>(&json, 100).unwrap(), postcode);
        }

        #[test]
        fn arbitrary_text_never_panics(text in "\\PC{0,9}") {
            if let Ok(postcode) = Postcode::parse(&text) {
                prop_assert!(matches!(postcode.as_str().len(), 6 | 7));
            }
        }
    }
}
