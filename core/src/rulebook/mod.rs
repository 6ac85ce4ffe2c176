//! The rulebook: effective-dated, cited parameters of the service. SPEC 2.
//!
//! A [`Rulebook`] is made from a file: one of the two shipped editions, a
//! caller's own, or an overlay that changes some entries of another edition. It is immutable; every
//! answer names the edition it was computed with.

mod file;
mod load;
mod overlay;
mod questions;
#[cfg(feature = "schema")]
mod schema;

use std::collections::BTreeMap;

use crate::foundation::dated::Series;
use crate::foundation::day::DayRange;
use crate::foundation::language::LocalText;
use crate::people::address::AddressEntry;
use crate::people::contact::{EmailDomainsEntry, EmailEntry, PhonePlan};
use crate::people::identity::{DocumentsEntry, IinEntry};
use crate::people::names::{NameRules, Transliteration};
use crate::pictures::image::ImageLimits;
use crate::pictures::photo::PhotoProfile;
use crate::pictures::signature::SignatureRules;
use crate::service::calendar::{Calendar, Production};
use crate::service::centres::Pickup;
use crate::service::civil_time::CivilClock;
use crate::service::delivery::Delivery;
use crate::service::eligibility::EligibilityRules;
use crate::service::faults::TechnicalFaultRules;
use crate::service::feedback::FeedbackRules;
use crate::service::fees::FeeRules;
use crate::service::reminder::ReminderRules;
use crate::service::sms::SmsPolicies;
use crate::wording::texts::Texts;

pub use crate::foundation::dated::{Confidence, NamedSource, Source};
pub use crate::foundation::id::{EditionName, SourceId};

/// The rules of the service, by date, each with its source.
///
/// ```
/// use qujat::Rulebook;
/// let rules = Rulebook::edition("service-2025")?;
/// // An operator extends the pilot by replacing one entry:
/// let overlay = r#"{
///   "edition": "extended-example", "extends": "service-2025",
///   "sources": {"decree": {"confidence": "own_choice", "title": {
///       "kk": "Үлгі", "ru": "Пример", "en": "An example, no decree"}}},
///   "pilot": {"period": {"from": "2025-05-28", "until": "2028-01-01", "source": "decree"}}
/// }"#;
/// let extended = Rulebook::load(overlay.as_bytes())?;
/// assert_eq!(rules.pilot()[0].last.to_string(), "2026-02-28");
/// assert_eq!(extended.pilot()[0].last.to_string(), "2027-12-31");
/// # Ok::<(), qujat::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Rulebook {
    name: EditionName,
    title: LocalText,
    sources: BTreeMap<SourceId, Source>,
    eligibility: EligibilityRules,
    fees: FeeRules,
    calendar: Calendar,
    production: Production,
    pickup: Pickup,
    delivery: Delivery,
    civil_time: CivilClock,
    fields: FieldRules,
    technical_fault: TechnicalFaultRules,
    reminders: ReminderRules,
    feedback: FeedbackRules,
    sms: SmsPolicies,
    texts: Texts,
}

/// The rules for the fields of a form, by date.
#[derive(Clone, Debug)]
struct FieldRules {
    iin: Series<IinEntry>,
    documents: Series<DocumentsEntry>,
    phone: Series<PhonePlan>,
    email: Series<EmailEntry>,
    email_domains: Series<EmailDomainsEntry>,
    names: Series<NameRules>,
    transliteration: Series<Transliteration>,
    address: Series<AddressEntry>,
    image: Series<ImageLimits>,
    photo: Series<PhotoProfile>,
    signature: Series<SignatureRules>,
}

impl Rulebook {
    /// The edition's name, as every answer carries it.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// assert_eq!(Rulebook::edition("service-2025")?.name().as_str(), "service-2025");
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub const fn name(&self) -> EditionName {
        self.name
    }

    /// The title of the edition.
    ///
    /// ```
    /// use qujat::{Language, Rulebook};
    /// assert!(!Rulebook::edition("service-2025")?.title().get(Language::Kk).is_empty());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub const fn title(&self) -> &LocalText {
        &self.title
    }

    /// The source with this name, which an answer cites.
    ///
    /// ```
    /// use qujat::{Day, Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// let cited = rules.exemptions(Day::parse("2025-11-10")?)?;
    /// let source = rules.source(cited.source).expect("what is cited is there");
    /// assert!(!source.title.get(Language::En).is_empty());
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(&id)
    }

    /// All sources, by name.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// let rules = Rulebook::edition("service-2025")?;
    /// let named = rules.sources();
    /// assert!(named.iter().all(|it| rules.source(it.id) == Some(&it.source)));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn sources(&self) -> Vec<NamedSource> {
        let sources = self.sources.iter().map(|(id, source)| NamedSource {
            id: *id,
            source: source.clone(),
        });
        sources.collect()
    }

    /// The pilot's periods in the order of time, both ends of each inclusive. At least one; between
    /// two of them are days on which it pauses.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// let rules = Rulebook::edition("service-2025")?;
    /// let [period] = rules.pilot() else { panic!("it does not pause") };
    /// assert_eq!((period.first.to_string(), period.last.to_string()), ("2025-05-28".into(), "2026-02-28".into()));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub fn pilot(&self) -> &[DayRange] {
        self.eligibility.pilot()
    }

    pub(crate) const fn eligibility(&self) -> &EligibilityRules {
        &self.eligibility
    }

    pub(crate) const fn pickup(&self) -> &Pickup {
        &self.pickup
    }

    pub(crate) const fn reminders(&self) -> &ReminderRules {
        &self.reminders
    }

    pub(crate) const fn fees(&self) -> &FeeRules {
        &self.fees
    }

    /// The texts in three languages.
    ///
    /// ```
    /// use qujat::{Language, Rulebook};
    /// let rules = Rulebook::edition("service-2025")?;
    /// assert_eq!(rules.texts().word("portal", Language::En), Some("e-government portal"));
    /// # Ok::<(), qujat::Error>(())
    /// ```
    #[must_use]
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }
}

/// A section of the default edition's file, for tests of the module that owns it.
#[cfg(test)]
pub(crate) fn shipped_section(name: &str) -> &'static str {
    let text = Rulebook::edition_text(Rulebook::DEFAULT_EDITION).unwrap();
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    Box::leak(file[name].to_string().into_boxed_str())
}
