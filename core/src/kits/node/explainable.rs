//! Anything that can be explained, as JavaScript gives it: an object that does not name its type.

use std::ffi::CStr;

use super::js_type::{JsConvert, read};
use super::value::Value;
use crate::filing::Validation;
use crate::filing::assess::Assessment;
use crate::filing::explainable::{Explainable, explainables};
use crate::foundation::problem::{Error, Problem, Reason};
use crate::pictures::photo::PhotoReport;
use crate::pictures::signature::SignatureReport;
use crate::service::calendar::ReadyDate;
use crate::service::centres::PickupOffer;
use crate::service::delivery::DeliveryEstimate;
use crate::service::eligibility::Decision;
use crate::service::faults::PaperRight;
use crate::service::fees::Quote;

fn field<'v>(value: &'v Value, name: &CStr) -> Option<&'v Value> {
    let Value::Object(fields) = value else {
        return None;
    };
    let (_, field) = fields.iter().find(|(key, _)| key.as_ref() == name)?;
    Some(field)
}

macro_rules! from_javascript {
    ($($doc:literal $variant:ident: $type:ident, $tell:literal;)+) => {
        impl Explainable {
            /// Reads an answer or an error.
            ///
            /// # Errors
            /// Every problem that it has, each with its place; those of a reason for what is neither.
            pub fn from_value(value: &Value) -> Result<Explainable, Error> {
                // Answers with problems name the edition, errors do not.
                if let (Some(problems), None) = (field(value, c"problems"), field(value, c"edition")) {
                    return Ok(Explainable::OfProblems { problems: read::<Vec<Problem>>(problems)? });
                }
                $(
                    if field(value, $tell).is_some() {
                        return Ok(Explainable::$variant { answer: read::<$type>(value)? });
                    }
                )+
                Ok(Explainable::OfReason { answer: Reason::from_value(value)? })
            }
        }

        /// Its declaration in TypeScript.
        pub(super) fn declaration() -> String {
            let kinds = [$(stringify!($type),)+ "QujatError"].map(|name| format!("\n  | {name}"));
            let doc = "/** Anything that `Rulebook.explain` puts into words. */";
            format!("{doc}\nexport type Explainable ={}\n\n", kinds.concat())
        }

        #[cfg(test)]
        mod tests {
            use super::*;
            use crate::foundation::privacy::Planted;

            #[test]
            fn each_kind_is_read_as_itself() {
                $(
                    let values = $type::planted(false);
                    assert!(!values.is_empty());
                    for answer in values {
                        let read = Explainable::from_value(&answer.to_value()).unwrap();
                        assert!(
                            matches!(&read, Explainable::$variant { answer: read } if *read == answer),
                            stringify!($type)
                        );
                    }
                )+
            }

            #[test]
            fn an_error_is_read_by_its_problems() {
                let problems = Problem::planted(false);
                let error = Value::Object(vec![
                    (c"code".into(), Value::from("IIN_CHECKSUM")),
                    (c"pointer".into(), Value::from("")),
                    (c"problems".into(), problems.to_value()),
                ]);
                let read = Explainable::from_value(&error).unwrap();
                assert!(
                    matches!(&read, Explainable::OfProblems { problems: read } if *read == problems)
                );
            }

            #[test]
            fn what_is_no_answer_has_problems() {
                for value in [Value::Null, Value::Bool(true), Value::Object(Vec::new())] {
                    assert!(Explainable::from_value(&value).is_err());
                }
            }
        }
    };
}
explainables!(from_javascript);
