//! All kinds of answers that can be explained, in one list for every language.

use qujat_export::export;

use crate::filing::assess::Assessment;
use crate::filing::explain::Explain;
use crate::filing::validate::Validation;
use crate::foundation::problem::{Problem, Reason};
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::SignatureReport;
use crate::service::calendar::ReadyDate;
use crate::service::centres::PickupOffer;
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::Decision;
use crate::service::faults::PaperRight;
use crate::service::fees::Quote;

/// Hands all kinds but errors to the macro of this name: documentation, variant, type, and the field by
/// which JavaScript, whose objects do not name their types, tells the kind from those below it.
macro_rules! explainables {
    ($rows:ident) => {
        $rows! {
            "An assessment."
            OfAssessment: Assessment, c"nextEvents";
            "The problems of a form."
            OfValidation: Validation, c"verified";
            "A decision."
            OfDecision: Decision, c"daysLeft";
            "A quote."
            OfQuote: Quote, c"lines";
            "The day on which a card is ready."
            OfReadyDate: ReadyDate, c"readyOn";
            "An appointment that is offered."
            OfPickupOffer: PickupOffer, c"until";
            "The day of a delivery."
            OfDeliveryEstimate: DeliveryEstimate, c"zone";
            "The right to file on paper."
            OfPaperRight: PaperRight, c"paper";
            "The report on a photo."
            OfPhotoReport: PhotoReport, c"fingerprints";
            "The report on a signature sample."
            OfSignatureReport: SignatureReport, c"profile";
            "A problem."
            OfProblem: Problem, c"pointer";
            "A reason."
            OfReason: Reason, c"code";
        }
    };
}
#[cfg(any(test, feature = "node", feature = "python"))]
pub(crate) use explainables;

macro_rules! union {
    ($($doc:literal $variant:ident: $type:ident, $tell:literal;)+) => {
        /// An answer to be explained.
        #[export(union = "kind", private, shows(answer, problems), mobile)]
        #[derive(Clone)]
        #[allow(
            clippy::large_enum_variant,
            reason = "it lives for one call, and most answers are as large"
        )]
        pub enum Explainable {
            $(
                #[doc = $doc]
                $variant {
                    /// The answer.
                    answer: $type,
                },
            )+
            /// The problems of an error.
            OfProblems {
                /// The problems.
                problems: Vec<Problem>,
            },
        }

        impl Explain for Explainable {
            fn reasons(&self) -> Vec<Reason> {
                match self {
                    $(Explainable::$variant { answer } => Explain::reasons(answer),)+
                    Explainable::OfProblems { problems } => {
                        problems.iter().flat_map(Explain::reasons).collect()
                    }
                }
            }
        }
    };
}
explainables!(union);
