//! Anything that can be explained, as Python gives it.

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{Borrowed, PyTypeInfo, type_hint_identifier, type_hint_union};

use super::error::error_of;
use crate::filing::Validation;
use crate::filing::assess::Assessment;
use crate::filing::explainable::{Explainable, explainables};
use crate::foundation::problem::{Problem, Reason};
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::SignatureReport;
use crate::service::calendar::ReadyDate;
use crate::service::centres::PickupOffer;
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::Decision;
use crate::service::faults::PaperRight;
use crate::service::fees::Quote;

macro_rules! from_python {
    ($($doc:literal $variant:ident: $type:ident, $tell:literal;)+) => {
        impl FromPyObject<'_, '_> for Explainable {
            type Error = PyErr;
            const INPUT_TYPE: PyStaticExpr = type_hint_union!(
                $($type::TYPE_HINT,)+
                type_hint_identifier!("qujat._errors", "Error")
            );

            fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Explainable> {
                $(
                    if let Ok(answer) = object.cast::<$type>() {
                        let answer = answer.get().clone();
                        return Ok(Explainable::$variant { answer });
                    }
                )+
                match error_of(&object)? {
                    Some(error) => {
                        let problems = error.into_problems();
                        Ok(Explainable::OfProblems { problems })
                    }
                    None => {
                        let found = object.get_type().name()?;
                        Err(PyTypeError::new_err(format!("{found} is nothing to explain")))
                    }
                }
            }
        }
    };
}
explainables!(from_python);
