//! The events of an application.

use qujat_export::export;

use crate::foundation::catalogue::Code;
use crate::foundation::id::CentreId;
use crate::foundation::json::{Fields, FromJson, Json, Place, record};
use crate::foundation::moment::Moment;
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::foundation::reference::{MAX_NUMBER, MAX_REFERENCE, check_reference};
use crate::foundation::tenge::Tenge;
use crate::foundation::words::words;
use crate::service::channel::Channel;

/// The longest event identifier.
const MAX_ID: u32 = 64;

words! {
    /// The way in which the applicant wants to receive the card.
    #[export(code)]
    Receiving {
        /// At a service centre.
        Pickup = "pickup",
        /// By courier, for an extra fee.
        Delivery = "delivery",
    }
}

words! {
    /// The fault that the review found.
    #[export(code)]
    AnnulmentReason {
        /// The photo.
        Photo = "photo",
        /// The signature sample.
        Signature = "signature",
    }
}

words! {
    /// The kind of the applicant's identification by the portal.
    #[export(code)]
    IdentificationKind {
        /// With an electronic digital signature.
        DigitalSignature = "digital_signature",
        /// With a code sent by SMS.
        SmsCode = "sms_code",
        /// With Digital ID.
        DigitalId = "digital_id",
    }
}

record! {
    /// The applicant's identification by the portal: the kind, and the portal's own reference to
    /// it.
    ///
    /// Identification itself is the portal's business; the reference is never interpreted, and
    /// `Debug` does not show it.
    #[export(record, input, private, shows(kind), own_reader)]
    #[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
    pub struct Identification {
        /// The means.
        pub kind: IdentificationKind,
        /// The portal's reference: 1 to 64 Latin letters, digits and hyphens between them.
        pub reference: String,
    }
}

/// Defines the actions once: their words, their fields, and their reading from JSON.
macro_rules! actions {
    ($(
        $(#[doc = $doc:literal])+
        $variant:ident = $word:literal $({
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty),+ $(,)?
        })?;
    )+) => {
        words! {
            /// The kind of an [`Action`]: the word in an event's field `event`.
            #[export(code)]
            ActionKind { $($(#[doc = $doc])+ $variant = $word),+ }
        }

        /// The event of the application. In JSON the kind stands in the field `event`, next to the
        /// action's own fields.
        #[export(union = "event", private,
            shows(receiving, due, channel, identification, amount, ticket, reasons, centre))]
        #[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
        #[serde(tag = "event", rename_all = "snake_case")]
        pub enum Action {
            $($(#[doc = $doc])+ $variant { $($($(#[doc = $field_doc])+ $field: $type),+)? }),+
        }

        impl Action {
            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> ActionKind {
                match self { $(Action::$variant { .. } => ActionKind::$variant),+ }
            }

            fn read(
                kind: ActionKind,
                fields: &Fields<'_, '_>,
                at: Place<'_>,
                problems: &mut Problems,
            ) -> Option<Action> {
                match kind {$(
                    ActionKind::$variant => {
                        $($(let $field = fields.get::<$type>(stringify!($field), at, problems);)+)?
                        Some(Action::$variant { $($($field: $field?),+)? })
                    }
                )+}
            }
        }

        impl ActionKind {
            const fn fields(self) -> &'static [&'static str] {
                match self { $(ActionKind::$variant => &[$($(stringify!($field)),+)?]),+ }
            }
        }
    };
}

actions! {
    /// The applicant filed the application.
    Filed = "filed" {
        /// The way in which the card will be received.
        receiving: Receiving,
        /// The amount to pay, in tenge; zero if nothing is due.
        due: Tenge,
        /// The channel it came through, if the portal tells.
        channel: Option<Channel>,
        /// The identification of the applicant, if the portal tells.
        identification: Option<Identification>,
    };
    /// The amount due was paid.
    Paid = "paid" {
        /// The paid amount, in tenge: exactly the amount due.
        amount: Tenge,
    };
    /// The application was registered.
    Registered = "registered" {
        /// The number the applicant can ask by: 1 to 32 Latin letters, digits and hyphens.
        ticket: String,
    };
    /// The migration service began its review.
    ReviewStarted = "review_started";
    /// The review was passed; the card is being made.
    Approved = "approved";
    /// The review was failed. A new application is needed, and the duty is due again with it.
    Annulled = "annulled" {
        /// The faults: one or two entries.
        reasons: Vec<AnnulmentReason>,
    };
    /// The card lies at the service centre.
    ReadyForPickup = "ready_for_pickup" {
        /// The centre.
        centre: CentreId,
    };
    /// The courier took the card.
    HandedToCourier = "handed_to_courier";
    /// The courier handed the card to its holder.
    Delivered = "delivered";
    /// The courier could not hand the card over and brought it to a service centre.
    DeliveryFailed = "delivery_failed" {
        /// The centre where the card now lies.
        centre: CentreId,
    };
    /// The service centre handed the card to its holder.
    Issued = "issued";
    /// The applicant withdrew the application.
    Withdrawn = "withdrawn";
}

/// One dated event of an application.
///
/// ```
/// use qujat::lifecycle::{Event, State};
/// use qujat::Application;
/// let filed = Event::from_json(br#"{
///     "id": "e-1", "at": "2026-02-10T09:30:00+05:00",
///     "event": "filed", "receiving": "pickup", "due": "0.00"
/// }"#).unwrap();
/// let application = Application::replay(&[filed]).unwrap();
/// assert_eq!(application.state(), Some(State::Filed));
/// ```
#[export(record, input, private, shows(id, at, action), own_json)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Event {
    /// The event's identifier, unique within the application: 1 to 64 printable ASCII characters.
    pub id: String,
    /// The instant at which it happened.
    pub at: Moment,
    /// The action.
    #[serde(flatten)]
    pub action: Action,
}

impl Event {
    /// The longest event in JSON, in bytes.
    const MAX_BYTES: usize = 16 * 1024;

    /// Reads an event from JSON.
    ///
    /// # Errors
    /// All problems of the input, with their places: those of reading JSON, `EVENT_ID_INVALID`,
    /// `LIST_LENGTH` for an annulment without reasons, and `TEXT_EMPTY` or `REFERENCE_INVALID` for a
    /// ticket or a reference.
    pub fn from_json(bytes: &[u8]) -> Result<Event, crate::foundation::problem::Error> {
        crate::foundation::json::read(bytes, Event::MAX_BYTES)
    }

    /// The problems that the types alone do not exclude, for events that were not read from JSON.
    pub(super) fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        check_id(&self.id, Place::ROOT, &mut problems);
        check_action(&self.action, Place::ROOT, &mut problems);
        problems
    }
}

impl FromJson for Event {
    /// A history has at most so many events.
    const MOST: usize = 10_000;

    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::new(json, &known_fields(json), at, problems)?;
        let id = fields.get::<String>("id", at, problems);
        if let Some(id) = &id {
            check_id(id, at, problems);
        }
        let moment = fields.get::<Moment>("at", at, problems);
        let kind = fields.get::<ActionKind>("event", at, problems);
        let action = kind.and_then(|kind| Action::read(kind, &fields, at, problems));
        if let Some(action) = &action {
            check_action(action, at, problems);
        }
        Some(Event {
            id: id?,
            at: moment?,
            action: action?,
        })
    }
}

/// The fields that this event may have. If its kind is not known, those of every kind are allowed,
/// so that a wrong kind is one problem and not many.
fn known_fields(json: &Json<'_>) -> Vec<&'static str> {
    let kind = match json.field("event") {
        Some(Json::Text(word)) => ActionKind::parse(word),
        _ => None,
    };
    let kinds = kind.as_ref().map_or(ActionKind::ALL, std::slice::from_ref);
    let own = kinds.iter().flat_map(|kind| kind.fields());
    ["id", "at", "event"].iter().chain(own).copied().collect()
}

fn check_id(id: &str, at: Place<'_>, problems: &mut Problems) {
    let length = u32::try_from(id.len()).is_ok_and(|length| (1..=MAX_ID).contains(&length));
    if !length || !id.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        problems.push(Reason::new(Code::EventIdInvalid).at(at.field("id").pointer()));
    }
}

fn check_action(action: &Action, at: Place<'_>, problems: &mut Problems) {
    match action {
        Action::Registered { ticket } => {
            push_reference(ticket, MAX_NUMBER, at.field("ticket"), problems);
        }
        Action::Filed {
            identification: Some(identification),
            ..
        } => {
            let at = at.field("identification");
            let reference = &identification.reference;
            push_reference(reference, MAX_REFERENCE, at.field("reference"), problems);
        }
        Action::Annulled { reasons } => {
            let max = AnnulmentReason::ALL.len();
            if !(1..=max).contains(&reasons.len()) {
                let reason = Reason::new(Code::ListLength)
                    .with("length", reasons.len())
                    .with("min", 1)
                    .with("max", max);
                problems.push(reason.at(at.field("reasons").pointer()));
            }
        }
        _ => {}
    }
}

fn push_reference(text: &str, max: u32, at: Place<'_>, problems: &mut Problems) {
    if let Err(reason) = check_reference(text, max) {
        problems.push(reason.at(at.pointer()));
    }
}
