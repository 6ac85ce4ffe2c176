//! The caller's directory of centres.

use super::centre::Centre;
use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::id::CentreId;
use crate::foundation::json::{FromJson, Place, parse, record};
use crate::foundation::problem::{Error, Reason, Result};
use crate::foundation::problems::Problems;

/// A directory file has at most this many bytes: some three thousand centres, many times as many as
/// there are.
const MAX_BYTES: usize = 3 << 20;

record! {
    struct DirectoryFile {
        about: Option<String>,
        centres: Vec<Centre>,
    }
}

/// A directory of centres, all checked, sorted by their identifiers.
///
/// There is no open list of centres: the directory is the caller's data. Its JSON is
/// `{"about": …, "centres": […]}`, where `about` is free text.
///
/// ```
/// use qujat::centres::CentreDirectory;
/// let text = r#"{"centres": [{
///     "id": "astana-1", "region": "KZ-71", "latitude": 51.13, "longitude": 71.43,
///     "name": {"kk": "№ 1 ХҚКО", "ru": "ЦОН № 1", "en": "PSC No. 1"},
///     "address": {"kk": "Үлгі к-сі, 1", "ru": "ул. Примерная, 1", "en": "1 Example St"},
///     "services": ["handing_out"], "slot_minutes": 15, "capacity": 4,
///     "timetable": {"mon": [{"from": "09:00", "until": "18:00"}]}
/// }]}"#;
/// let directory = CentreDirectory::from_json(text.as_bytes())?;
/// assert_eq!(directory.centres().len(), 1);
///
/// let error = CentreDirectory::from_json(text.replace("51.13", "91").as_bytes()).unwrap_err();
/// assert_eq!(error.first().pointer, "/centres/0/latitude");
/// # Ok::<(), qujat::Error>(())
/// ```
#[export(class, public, own_json)]
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct CentreDirectory {
    about: Option<String>,
    centres: Vec<Centre>,
}

impl CentreDirectory {
    /// Reads a directory from JSON.
    ///
    /// # Errors
    /// All problems of the text, and those of [`CentreDirectory::new`].
    pub fn from_json(bytes: &[u8]) -> Result<CentreDirectory, Error> {
        let json = parse(bytes, MAX_BYTES)?;
        let mut problems = Problems::new();
        let file = DirectoryFile::from_json(&json, Place::ROOT, &mut problems);
        let (about, centres) = file.map_or((None, Vec::new()), |file| (file.about, file.centres));
        CentreDirectory::build(about, centres, problems)
    }

    /// A directory of these centres.
    ///
    /// # Errors
    /// `CENTRE_DUPLICATE` if two have the same identifier, and all that [`Centre::problems`] finds,
    /// placed at `/centres/…`.
    pub fn new(centres: Vec<Centre>) -> Result<CentreDirectory, Error> {
        CentreDirectory::build(None, centres, Problems::new())
    }

    fn build(
        about: Option<String>,
        mut centres: Vec<Centre>,
        mut problems: Problems,
    ) -> Result<CentreDirectory, Error> {
        let root = Place::ROOT;
        let at = root.field("centres");
        for (index, centre) in centres.iter().enumerate() {
            if problems.is_full() {
                break;
            }
            centre.check(at.index(index), &mut problems);
        }
        for (index, id) in duplicates(&centres) {
            let reason = Reason::new(Code::CentreDuplicate).with("centre", id.as_str());
            problems.push(reason.at(at.index(index).field("id").pointer()));
        }
        if let Some(error) = problems.into_error() {
            return Err(error);
        }
        centres.iter_mut().for_each(Centre::sort);
        centres.sort_by_key(|centre| centre.id);
        Ok(CentreDirectory { about, centres })
    }

    /// The file's remark on itself, such as that its centres are invented.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        self.about.as_deref()
    }

    /// This directory with its remark on itself.
    #[cfg(feature = "python")]
    pub(crate) fn with_about(self, about: Option<String>) -> CentreDirectory {
        CentreDirectory { about, ..self }
    }

    /// All centres, sorted by their identifiers.
    #[must_use]
    pub fn centres(&self) -> &[Centre] {
        &self.centres
    }

    /// The centre with this identifier.
    ///
    /// # Errors
    /// `CENTRE_UNKNOWN` for an unknown one.
    pub fn centre(&self, id: CentreId) -> Result<&Centre> {
        Ok(self
            .centres
            .binary_search_by_key(&id, |centre| centre.id)
            .ok()
            .and_then(|index| self.centres.get(index))
            // The identifier is not told: anybody may have typed it, and it has room for an IIN.
            .ok_or_else(|| Reason::new(Code::CentreUnknown))?)
    }
}

/// The positions of centres whose identifier an earlier one has, in order.
fn duplicates(centres: &[Centre]) -> Vec<(usize, CentreId)> {
    let mut ids: Vec<(CentreId, usize)> = centres
        .iter()
        .enumerate()
        .map(|(index, centre)| (centre.id, index))
        .collect();
    ids.sort_unstable();
    let followers = ids.iter().skip(1);
    let mut found: Vec<(usize, CentreId)> = ids
        .iter()
        .zip(followers)
        .filter(|((before, _), (after, _))| before == after)
        .map(|(_, (id, index))| (*index, *id))
        .collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::centres::tests::{EXAMPLE, centre_json};

    fn problems(centres: &[String]) -> Vec<(String, &'static str)> {
        let text = format!(r#"{{"centres": [{}]}}"#, centres.join(","));
        let error = CentreDirectory::from_json(text.as_bytes()).unwrap_err();
        let problems = error.into_problems().into_iter();
        problems.map(|p| (p.pointer, p.code.as_str())).collect()
    }

    #[test]
    fn the_example_directory_is_sorted_and_searched_by_id() {
        let directory = CentreDirectory::from_json(EXAMPLE.as_bytes()).unwrap();
        let ids: Vec<CentreId> = directory.centres().iter().map(|centre| centre.id).collect();
        assert!(ids.is_sorted());
        assert!((6..=8).contains(&ids.len()));
        assert!(directory.about().unwrap().contains("Synthetic"));
        for id in ids {
            assert_eq!(directory.centre(id).unwrap().id, id);
        }
        let unknown = CentreId::parse("nowhere").unwrap();
        let reason = directory.centre(unknown).unwrap_err();
        assert_eq!(reason.code(), Code::CentreUnknown);
        assert_eq!(reason.to_string(), "CENTRE_UNKNOWN");
    }

    #[test]
    fn reading_and_writing_a_centre_round_trip() {
        let directory = CentreDirectory::from_json(EXAMPLE.as_bytes()).unwrap();
        for centre in directory.centres() {
            let text = serde_json::to_vec(centre).unwrap();
            assert_eq!(&Centre::from_json(&text).unwrap(), centre);
        }
    }

    #[test]
    fn all_problems_of_a_directory_are_listed_at_once() {
        let good = centre_json(
            "a",
            51.0,
            71.0,
            r#""mon": [{"from": "09:00", "until": "18:00"}]"#,
        );
        let hours = r#""tue": [{"from": "09:00", "until": "13:00"}, {"from": "12:00", "until": "18:00"}],
                       "wed": [{"from": "18:00", "until": "09:00"}, {"from": "10:00", "until": "10:00"}]"#;
        let bad = centre_json("a", -90.5, 180.5, hours)
            .replace(r#""slot_minutes": 15"#, r#""slot_minutes": 0"#)
            .replace(r#""capacity": 2"#, r#""capacity": 1001"#);
        let expected = [
            // Declared bounds come first, in the order of the fields' names.
            ("/centres/1/capacity", "VALUE_BOUNDS"),
            ("/centres/1/latitude", "VALUE_BOUNDS"),
            ("/centres/1/longitude", "VALUE_BOUNDS"),
            ("/centres/1/slot_minutes", "VALUE_BOUNDS"),
            ("/centres/1/timetable/tue/1", "TIMETABLE_OVERLAP"),
            ("/centres/1/timetable/wed/0", "INTERVAL_REVERSED"),
            ("/centres/1/timetable/wed/1", "INTERVAL_REVERSED"),
            ("/centres/1/id", "CENTRE_DUPLICATE"),
        ];
        let expected = expected.map(|(at, code)| (at.to_owned(), code));
        assert_eq!(problems(&[good, bad]), expected);
    }

    #[test]
    fn overrides_are_an_object() {
        let text = include_str!("../../../../examples/data/centres.json");
        let mut directory: serde_json::Value = serde_json::from_str(text).unwrap();
        directory["centres"][0]["overrides"] = serde_json::json!([]);
        let error = CentreDirectory::from_json(directory.to_string().as_bytes()).unwrap_err();
        let found: Vec<String> = error
            .problems()
            .map(|p| format!("{} {}", p.code, p.pointer))
            .collect();
        assert_eq!(found, ["WRONG_TYPE /centres/0/overrides"]);
    }

    #[test]
    fn overrides_have_dates_once_and_sound_hours() {
        let overrides = r#""overrides": {
            "2026-02-30": [],
            "2026-03-02": [{"from": "09:00", "until": "9:30"}],
            "2026-03-03": [{"from": "09:00", "until": "12:00"}, {"from": "11:59", "until": "13:00"}],
            "2026-03-04": [],
            "2026-03-04": []
        }, "services""#;
        let text = centre_json("a", 51.0, 71.0, "").replace(r#""services""#, overrides);
        let expected = [
            ("/centres/0/overrides/2026-02-30", "DATE_INVALID"),
            ("/centres/0/overrides/2026-03-02/0/until", "TIME_INVALID"),
            ("/centres/0/overrides/2026-03-03/1", "TIMETABLE_OVERLAP"),
            ("/centres/0/overrides/2026-03-04", "DUPLICATE_FIELD"),
        ];
        let expected = expected.map(|(at, code)| (at.to_owned(), code));
        assert_eq!(problems(&[text]), expected);
    }

    #[test]
    fn a_centre_that_was_not_read_is_checked_as_well() {
        let text = centre_json("a", 51.0, 71.0, "");
        let mut centre = Centre::from_json(text.as_bytes()).unwrap();
        centre.latitude = f64::NAN;
        let problems = centre.problems();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].pointer, "/latitude");
        assert!(CentreDirectory::new(vec![centre]).is_err());
    }
}
