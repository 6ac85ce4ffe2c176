//! The words that parameters can name, and that every language must therefore have.

use crate::foundation::catalogue::Severity;
use crate::foundation::language::Language;
use crate::people::address::Region;
use crate::people::contact::LineKind;
use crate::people::identity::{CardStatus, DocumentKind, Ground, Sex};
use crate::people::names::CHARACTER_KINDS;
use crate::pictures::checks::{CheckKind, NotCheckedCause};
use crate::pictures::image::{ColourProfile, ForeignFormat, JpegKind};
use crate::service::channel::Channel;
use crate::service::feedback::FeedbackAspect;
use crate::service::lifecycle::{
    ActionKind, AnnulmentReason, IdentificationKind, Receiving, State,
};

macro_rules! spellings {
    ($($vocabulary:ident),+ $(,)?) => {
        std::iter::empty()$(.chain($vocabulary::ALL.iter().map(|word| word.as_str())))+
    };
}

/// The stable spellings of all words of closed vocabularies, some of them more than once.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let closed = spellings![
        ActionKind,
        AnnulmentReason,
        CardStatus,
        Channel,
        CheckKind,
        ColourProfile,
        DocumentKind,
        FeedbackAspect,
        ForeignFormat,
        Ground,
        IdentificationKind,
        JpegKind,
        Language,
        LineKind,
        NotCheckedCause,
        Receiving,
        Region,
        Severity,
        Sex,
        State,
    ];
    closed.chain(OTHERS).chain(CHARACTER_KINDS)
}

/// The names that `WRONG_TYPE` has for the types of JSON, `EVENT_NOT_ALLOWED` for the state
/// before the first, and `FAULT_STATEMENT` for both channels and the decision of the day.
const OTHERS: [&str; 12] = [
    "null",
    "boolean",
    "integer",
    "number",
    "string",
    "array",
    "object",
    "nothing",
    "portal_and_mobile_app",
    "online_available",
    "online_unavailable",
    "online_unknown",
];
