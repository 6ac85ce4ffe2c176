//! The decision on renewing a card online on a day: SPEC 3.

mod checks;
mod constant;
mod online_days;
mod rules;

use garde::Validate;
use qujat_export::export;
use serde::ser::SerializeStruct;

use crate::foundation::catalogue::Code;
use crate::foundation::dated::dated;
use crate::foundation::day::{Day, DayRange};
use crate::foundation::id::{EditionName, SourceId};
use crate::foundation::json::{Fields, FromJson, Json, Place, tag, unknown_value};
use crate::foundation::problem::Reason;
use crate::foundation::problems::Problems;
use crate::people::identity::{CardStatus, DocumentKind, Ground};

pub use checks::DECISION_CODES;
pub(crate) use checks::RegisterFindings;
pub(crate) use constant::ConstantRules;
pub(crate) use rules::EligibilityRules;

dated! {
    /// The documents and grounds that are served online.
    #[derive(Clone, Debug)]
    pub struct OnlineEntry {
        /// The documents that are issued online.
        pub documents: Vec<DocumentKind>,
        /// The grounds on which they are.
        pub grounds: Vec<Ground>,
    }

    /// The window around the expiry date.
    #[derive(Clone, Debug, Validate)]
    #[garde(allow_unvalidated)]
    pub struct WindowEntry {
        /// Days before the expiry date on which the window opens (inclusive): 0 to 3650.
        #[garde(range(max = 3650))]
        pub opens_days_before: u16,
        /// Days after the expiry date on which it closes (inclusive): 0 to 3650.
        #[garde(range(max = 3650))]
        pub closes_days_after: u16,
        /// The source by which a card that expired earlier is an offence, for `TOO_LATE` to cite; the
        /// entry's own, if it is left out.
        pub late_source: Option<SourceId>,
    }

    /// A period of the pilot. It may pause between two of them.
    #[derive(Clone, Debug)]
    pub struct PilotEntry {}
}

/// The question: a document, the ground of its replacement, and the known facts about the card.
///
/// ```
/// use qujat::{Day, Inquiry, Rulebook};
/// let rules = Rulebook::edition("service-2025")?;
/// let day = |text| Day::parse(text).map_err(qujat::Error::from);
/// let inquiry = Inquiry::renewal(day("2025-11-10")?);
/// assert!(rules.decide(&inquiry, day("2025-10-11")?)?.is_eligible());
/// assert!(!rules.decide(&inquiry, day("2025-10-10")?)?.is_eligible());
/// # Ok::<(), qujat::Error>(())
/// ```
#[export(record, input, public)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Inquiry {
    /// The document to be replaced.
    pub document: DocumentKind,
    /// The ground of its replacement.
    pub ground: Ground,
    /// The expiry date printed on it.
    pub expires_on: Day,
    /// Its status in the state register, if the register was asked.
    pub status: Option<CardStatus>,
    /// `true` if the register says that it is the applicant's own; `None` if the register was not
    /// asked.
    pub is_holder: Option<bool>,
}

impl Inquiry {
    /// An identity card that is replaced because it expires, with nothing known from the register.
    #[must_use]
    pub const fn renewal(expires_on: Day) -> Inquiry {
        Inquiry {
            document: DocumentKind::IdentityCard,
            ground: Ground::Expiry,
            expires_on,
            status: None,
            is_holder: None,
        }
    }
}

/// The answer to an [`Inquiry`].
#[export(union = "outcome", public, own_reader)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The card can be renewed online today.
    Eligible {
        /// Calendar days from today to the expiry date; negative after it.
        days_left: i32,
        /// The days around today on which this card can be renewed online, both ends inclusive: by all
        /// rules that are known, on every day of them and not on the day before or after.
        online: DayRange,
        /// The next such days after these, if there are any: after a pause of the pilot, or a change
        /// of the rules.
        again: Option<DayRange>,
        /// The source of the window.
        source: SourceId,
        /// The edition of the rulebook that says so.
        edition: EditionName,
    },
    /// It cannot: «оформление не доступно, обратитесь в ЦОН».
    Refused {
        /// Calendar days from today to the expiry date; negative after it.
        days_left: i32,
        /// The next days on which this card can be renewed online, both ends inclusive, by all
        /// rules that are known; after all of them, the last ones. `None` without such days, and
        /// for a card that is refused for its status or holder, or for a document or ground that
        /// will not be served either.
        online: Option<DayRange>,
        /// The next such days after these, if there are any.
        again: Option<DayRange>,
        /// Every check that failed, in the order of SPEC 3; at least one.
        reasons: Vec<Reason>,
        /// The edition of the rulebook that says so.
        edition: EditionName,
    },
}

impl Decision {
    /// `true` if the card can be renewed online.
    #[must_use]
    pub const fn is_eligible(&self) -> bool {
        matches!(self, Decision::Eligible { .. })
    }

    /// Calendar days from the day asked about to the expiry date.
    #[must_use]
    pub const fn days_left(&self) -> i32 {
        match self {
            Decision::Eligible { days_left, .. } | Decision::Refused { days_left, .. } => {
                *days_left
            }
        }
    }

    /// The days on which this card can be renewed online.
    #[must_use]
    pub const fn online(&self) -> Option<DayRange> {
        match self {
            Decision::Eligible { online, .. } => Some(*online),
            Decision::Refused { online, .. } => *online,
        }
    }

    /// The next days after [`Decision::online`] on which it can be.
    #[must_use]
    pub const fn again(&self) -> Option<DayRange> {
        match self {
            Decision::Eligible { again, .. } | Decision::Refused { again, .. } => *again,
        }
    }

    /// The edition of the rulebook that was used.
    #[must_use]
    pub const fn edition(&self) -> EditionName {
        match self {
            Decision::Eligible { edition, .. } | Decision::Refused { edition, .. } => *edition,
        }
    }

    /// The reasons: the failed checks, or `ELIGIBLE`, and `ONLINE_AGAIN` after it if the card can
    /// be renewed once more later.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        match self {
            Decision::Eligible {
                days_left,
                online,
                again,
                source,
                ..
            } => {
                let count = |days: DayRange| days.first.days_until(days.last).saturating_add(1);
                let eligible = Reason::new(Code::Eligible)
                    .with("days_left", *days_left)
                    .with("days", count(*online))
                    .with("first_day", online.first)
                    .with("last_day", online.last);
                let again = again.map(|again| {
                    Reason::new(Code::OnlineAgain)
                        .with("days", count(again))
                        .with("first_day", again.first)
                        .with("last_day", again.last)
                });
                let reasons = std::iter::once(eligible).chain(again);
                reasons.map(|reason| reason.cite(*source)).collect()
            }
            Decision::Refused { reasons, .. } => reasons.clone(),
        }
    }
}

impl serde::Serialize for Decision {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Decision", 6)?;
        let outcome = if self.is_eligible() {
            "eligible"
        } else {
            "refused"
        };
        object.serialize_field("outcome", outcome)?;
        object.serialize_field("days_left", &self.days_left())?;
        object.serialize_field("online", &self.online())?;
        object.serialize_field("again", &self.again())?;
        object.serialize_field("reasons", &self.reasons())?;
        object.serialize_field("edition", &self.edition())?;
        object.end()
    }
}

impl FromJson for Decision {
    fn from_json(json: &Json<'_>, at: Place<'_>, problems: &mut Problems) -> Option<Decision> {
        let known = [
            "outcome",
            "days_left",
            "online",
            "again",
            "reasons",
            "edition",
        ];
        let fields = Fields::new(json, &known, at, problems)?;
        let outcome = tag(json, "outcome", at, problems)?;
        let days_left = fields.require("days_left", at, problems);
        let again = fields.get("again", at, problems);
        let reasons = fields.list::<Reason>("reasons", at, problems);
        let edition = fields.require("edition", at, problems);
        let decision = match outcome {
            "eligible" => {
                let online = fields.require("online", at, problems);
                let said = reasons.as_ref()?;
                let source = said.first().and_then(|reason| reason.source);
                let source = source.or_else(|| unlike(at, problems));
                Decision::Eligible {
                    days_left: days_left?,
                    online: online?,
                    again: again?,
                    source: source?,
                    edition: edition?,
                }
            }
            "refused" => {
                let online = fields.get("online", at, problems);
                Decision::Refused {
                    days_left: days_left?,
                    online: online?,
                    again: again?,
                    reasons: reasons.clone()?,
                    edition: edition?,
                }
            }
            _ => {
                problems.push(unknown_value(at.field("outcome"), &["eligible", "refused"]));
                return None;
            }
        };
        // The reasons of an eligible card follow from the rest; a refusal has one.
        if reasons? != decision.reasons() || decision.reasons().is_empty() {
            return unlike(at, problems);
        }
        Some(decision)
    }
}

/// Reports reasons that no decision of this kind has.
fn unlike<T>(at: Place<'_>, problems: &mut Problems) -> Option<T> {
    let reason = Reason::new(Code::ValueBounds).with("detail", "the reasons of the decision");
    problems.push(reason.at(at.field("reasons").pointer()));
    None
}

#[cfg(test)]
mod tests;
