//! Anything that can be explained.

use qujat_export::export;

use crate::filing::assess::Assessment;
use crate::filing::explain::Explain;
use crate::foundation::problem::{Error, Problem, Reason};
use crate::service::calendar::ReadyDate;
use crate::service::centres::PickupOffer;
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::Decision;
use crate::service::faults::PaperRight;
use crate::service::fees::Quote;

/// An answer to be explained.
#[export(union = "kind", private, shows(answer, problems, reasons), mobile)]
#[allow(
    clippy::large_enum_variant,
    reason = "it lives for one call, and most answers are as large"
)]
pub enum Answer {
    /// An assessment.
    OfAssessment {
        /// The assessment.
        answer: Assessment,
    },
    /// A decision.
    OfDecision {
        /// The decision.
        answer: Decision,
    },
    /// A quote.
    OfQuote {
        /// The quote.
        answer: Quote,
    },
    /// The day on which a card is ready.
    OfReadyDate {
        /// The day.
        answer: ReadyDate,
    },
    /// An appointment that is offered.
    OfPickupOffer {
        /// The offer.
        answer: PickupOffer,
    },
    /// The day of a delivery.
    OfDeliveryEstimate {
        /// The estimate.
        answer: DeliveryEstimate,
    },
    /// The right to file on paper.
    OfPaperRight {
        /// The answer.
        answer: PaperRight,
    },
    /// The problems of a form or of an error.
    OfProblems {
        /// The problems.
        problems: Vec<Problem>,
    },
    /// Reasons.
    OfReasons {
        /// The reasons.
        reasons: Vec<Reason>,
    },
}

impl Explain for Answer {
    fn reasons(&self) -> Vec<Reason> {
        match self {
            Answer::OfAssessment { answer } => Explain::reasons(answer),
            Answer::OfDecision { answer } => Explain::reasons(answer),
            Answer::OfQuote { answer } => Explain::reasons(answer),
            Answer::OfReadyDate { answer } => Explain::reasons(answer),
            Answer::OfPickupOffer { answer } => Explain::reasons(answer),
            Answer::OfDeliveryEstimate { answer } => Explain::reasons(answer),
            Answer::OfPaperRight { answer } => Explain::reasons(answer),
            Answer::OfProblems { problems } => Error::from_problems(problems.clone())
                .map_or_else(Vec::new, |error| Explain::reasons(&error)),
            Answer::OfReasons { reasons } => reasons.clone(),
        }
    }
}
