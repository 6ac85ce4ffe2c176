//! A complete application form.

use qujat_export::export;
use serde::ser::SerializeStruct;

use crate::foundation::day::Day;
use crate::foundation::id::CentreId;
use crate::foundation::json::{Fields, FromJson, Json, Place, record};
use crate::foundation::language::Language;
use crate::foundation::problems::Problems;
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
    #[export(record, input, private, own_reader)]
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

/// An application whose every field was read and found good. Its JSON is the form's, in which number and
/// expiry date stand in `card`.
#[export(
    record,
    input,
    private,
    shows(channel, document, ground, applicant),
    own_reader
)]
#[derive(Clone, PartialEq)]
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

/// The fields of the form's JSON.
pub(super) const FORM: [&str; 12] = [
    "number",
    "language",
    "channel",
    "document",
    "ground",
    "card",
    "applicant",
    "identification",
    "photo",
    "signature",
    "receiving",
    "exemption",
];
/// Those of its card.
pub(super) const CARD: [&str; 2] = ["number", "expires_on"];

/// What the form says of the card.
#[derive(serde::Serialize)]
struct Card {
    number: Option<CardNumber>,
    expires_on: Day,
}

impl serde::Serialize for ApplicationForm {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("ApplicationForm", FORM.len())?;
        form.serialize_field("number", &self.number)?;
        form.serialize_field("language", &self.language)?;
        form.serialize_field("channel", &self.channel)?;
        form.serialize_field("document", &self.document)?;
        form.serialize_field("ground", &self.ground)?;
        let card = Card {
            number: self.card_number,
            expires_on: self.expires_on,
        };
        form.serialize_field("card", &card)?;
        form.serialize_field("applicant", &self.applicant)?;
        form.serialize_field("identification", &self.identification)?;
        form.serialize_field("photo", &self.photo)?;
        form.serialize_field("signature", &self.signature)?;
        form.serialize_field("receiving", &self.receiving)?;
        form.serialize_field("exemption", &self.exemption)?;
        form.end()
    }
}

/// Every field is in its canonical form; the rules of a day are not asked.
impl FromJson for ApplicationForm {
    fn from_json(
        json: &Json<'_>,
        at: Place<'_>,
        problems: &mut Problems,
    ) -> Option<ApplicationForm> {
        let fields = Fields::new(json, &FORM, at, problems)?;
        let number = fields.require("number", at, problems);
        let language = fields.require("language", at, problems);
        let channel = fields.require("channel", at, problems);
        let document = fields.require("document", at, problems);
        let ground = fields.require("ground", at, problems);
        let card = fields.require::<Card>("card", at, problems);
        let applicant = fields.require("applicant", at, problems);
        let identification = fields.require("identification", at, problems);
        let photo = fields.require("photo", at, problems);
        let signature = fields.require("signature", at, problems);
        let receiving = fields.require("receiving", at, problems);
        let exemption = fields.get("exemption", at, problems);
        let card = card?;
        Some(ApplicationForm {
            number: number?,
            language: language?,
            channel: channel?,
            document: document?,
            ground: ground?,
            card_number: card.number,
            expires_on: card.expires_on,
            applicant: applicant?,
            identification: identification?,
            photo: photo?,
            signature: signature?,
            receiving: receiving?,
            exemption: exemption?,
        })
    }
}

impl FromJson for Card {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Card> {
        let fields = Fields::new(json, &CARD, at, problems)?;
        let number = fields.get("number", at, problems);
        let expires_on = fields.require("expires_on", at, problems);
        Some(Card {
            number: number?,
            expires_on: expires_on?,
        })
    }
}
