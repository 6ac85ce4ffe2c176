//! The shape of a rulebook file.

use std::collections::BTreeMap;

use crate::foundation::dated::Source;
use crate::foundation::id::EditionName;
use crate::foundation::json::record;
use crate::foundation::language::LocalText;
use crate::people::address::AddressEntry;
use crate::people::contact::{EmailDomainsEntry, EmailEntry, PhoneEntry};
use crate::people::identity::{DocumentsEntry, IinEntry};
use crate::people::names::{NamesEntry, TransliterationEntry};
use crate::pictures::image::ImageLimits;
use crate::pictures::photo::PhotoProfile;
use crate::pictures::signature::SignatureRules;
use crate::service::calendar::{CalendarFile, ProductionEntry};
use crate::service::centres::PickupEntry;
use crate::service::civil_time::CivilTimeEntry;
use crate::service::delivery::DeliveryEntry;
use crate::service::eligibility::{OnlineEntry, PilotEntry, WindowEntry};
use crate::service::faults::TechnicalFaultRule;
use crate::service::feedback::FeedbackRule;
use crate::service::fees::{DutyEntry, ExemptionEntry, ExpeditedEntry, MrpEntry};
use crate::service::reminder::ReminderEntry;
use crate::service::sms::{SmsEntry, SmsLettersEntry};

record! {
    /// A rulebook file: JSON, with one object of named entries for each section. The names of
    /// entries are free; an overlay replaces the entry of the same name.
    #[derive(Clone, Debug)]
    pub(crate) struct RulebookFile {
        /// The version of this shape: 1.
        pub(crate) schema: u32,
        /// The edition's name.
        pub(crate) edition: EditionName,
        /// The title of the edition.
        pub(crate) title: LocalText,
        /// The sources that entries cite, by name.
        pub(crate) sources: BTreeMap<String, Source>,
        /// The titles of categories of persons.
        pub(crate) titles: BTreeMap<String, LocalText>,
        /// The documents and grounds that are served online.
        pub(crate) online: BTreeMap<String, OnlineEntry>,
        /// The window around the expiry date.
        pub(crate) window: BTreeMap<String, WindowEntry>,
        /// The pilot's periods; it pauses on the days between them.
        pub(crate) pilot: BTreeMap<String, PilotEntry>,
        /// The monthly calculation index.
        pub(crate) mrp: BTreeMap<String, MrpEntry>,
        /// The state duties.
        pub(crate) duties: BTreeMap<String, DutyEntry>,
        /// The price of expedited issuance at a service centre.
        pub(crate) expedited: BTreeMap<String, ExpeditedEntry>,
        /// The persons who pay no duty.
        pub(crate) exemptions: BTreeMap<String, ExemptionEntry>,
        /// Holidays, transfers, and the years they are known for.
        pub(crate) calendar: CalendarFile,
        /// The time of production.
        pub(crate) production: BTreeMap<String, ProductionEntry>,
        /// The search for slots for pickup.
        pub(crate) pickup: BTreeMap<String, PickupEntry>,
        /// Zones, terms and tariffs of delivery.
        pub(crate) delivery: BTreeMap<String, DeliveryEntry>,
        /// The offset of civil time from UTC.
        pub(crate) civil_time: BTreeMap<String, CivilTimeEntry>,
        /// The rules by which IINs are read.
        pub(crate) iin: BTreeMap<String, IinEntry>,
        /// From which age and for how long cards are issued.
        pub(crate) documents: BTreeMap<String, DocumentsEntry>,
        /// The numbering plan of phones.
        pub(crate) phone: BTreeMap<String, PhoneEntry>,
        /// The limits of e-mail addresses.
        pub(crate) email: BTreeMap<String, EmailEntry>,
        /// Domains that many people have their mail at.
        pub(crate) email_domains: BTreeMap<String, EmailDomainsEntry>,
        /// The letters and the length of names.
        pub(crate) names: BTreeMap<String, NamesEntry>,
        /// The Latin form of names.
        pub(crate) transliteration: BTreeMap<String, TransliterationEntry>,
        /// The lengths of addresses.
        pub(crate) address: BTreeMap<String, AddressEntry>,
        /// The limits of image files.
        pub(crate) image: BTreeMap<String, ImageLimits>,
        /// The demands on a photo.
        pub(crate) photo: BTreeMap<String, PhotoProfile>,
        /// The limits of signature samples.
        pub(crate) signature: BTreeMap<String, SignatureRules>,
        /// The technical faults that allow filing on paper.
        pub(crate) technical_fault: BTreeMap<String, TechnicalFaultRule>,
        /// The days on which holders are reminded that a card expires.
        pub(crate) reminders: BTreeMap<String, ReminderEntry>,
        /// The limits of feedback.
        pub(crate) feedback: BTreeMap<String, FeedbackRule>,
        /// In which letters short messages are sent.
        pub(crate) sms: BTreeMap<String, SmsEntry>,
        /// The spelling of short messages in Latin letters.
        pub(crate) sms_letters: BTreeMap<String, SmsLettersEntry>,
        /// Texts that replace shipped ones: Fluent messages, by language.
        pub(crate) texts: BTreeMap<String, String>,
    }
}
