//! A complete application form.

use qujat_export::export;

use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::json::record;
use crate::foundation::language::Language;
use crate::people::address::Address;
use crate::people::contact::{EmailAddress, Phone};
use crate::people::identity::{CardNumber, DocumentKind, Ground, Iin};
use crate::people::names::PersonName;
use crate::service::channel::Channel;
use crate::service::lifecycle::Identification;

/// The applicant: the card's holder, who fills in the form personally.
#[export(record, input, private, shows(iin))]
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
pub struct Applicant {
    /// The individual identification number.
    pub iin: Iin,
    /// The surname, as on the card.
    pub surname: PersonName,
    /// The given name, as on the card.
    pub given_name: PersonName,
    /// The patronymic, if the card has one.
    pub patronymic: Option<PersonName>,
    /// The mobile phone for contact and SMS.
    pub phone: Phone,
    /// The e-mail address for notices.
    pub email: EmailAddress,
}

record! {
    /// A spot on the map, to find the nearest centre.
    #[export(record, input, private)]
    #[derive(Clone, Copy, PartialEq, serde::Serialize)]
    pub struct Coordinates {
        /// Degrees north, −90 to 90.
        pub latitude: f64,
        /// Degrees east, −180 to 180.
        pub longitude: f64,
    }
}

/// The way in which the applicant wants to receive the card.
#[export(union = "method", private, shows(centre, near, address))]
#[derive(Clone, PartialEq, serde::Serialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum ReceivingChoice {
    /// At a service centre: the one named, else the one nearest to a spot.
    Pickup {
        /// The centre chosen.
        centre: Option<CentreId>,
        /// The place to look for the nearest one.
        near: Option<Coordinates>,
    },
    /// By courier, for an extra fee.
    Delivery {
        /// The address of delivery.
        address: Address,
    },
}

/// An application whose every field was read and found good.
#[export(record, input, private, shows(channel, document, ground, applicant))]
#[derive(Clone, PartialEq, serde::Serialize)]
pub struct ApplicationForm {
    /// The portal's number for the application.
    pub number: String,
    /// The language of notices.
    pub language: Language,
    /// The channel in which it was filled in.
    pub channel: Channel,
    /// The document to be replaced.
    pub document: DocumentKind,
    /// The ground of its replacement.
    pub ground: Ground,
    /// The card's number, if the applicant gave it.
    pub card_number: Option<CardNumber>,
    /// The expiry date printed on the card.
    pub expires_on: Day,
    /// The applicant.
    pub applicant: Applicant,
    /// The identification of the applicant by the portal.
    pub identification: Identification,
    /// The portal's reference to the photo.
    pub photo: String,
    /// The portal's reference to the signature sample.
    pub signature: String,
    /// The way of receiving the card.
    pub receiving: ReceivingChoice,
    /// The category for which the duty is waived, if the applicant claims one.
    pub exemption: Option<String>,
}
