//! The one error type of all exported functions.

use std::fmt;

use crate::foundation::privacy::Privacy;
use crate::foundation::problem::{Error, Problem, Reason};

/// The exception of a function that cannot answer: one or more problems, the first one leading.
/// It holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Error)]
pub enum QujatError {
    /// The problems of the call.
    Refused {
        /// All problems; at least one.
        problems: Vec<Problem>,
    },
}

/// For developers' logs: codes, places and parameters.
impl fmt::Display for QujatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let QujatError::Refused { problems } = self;
        for (index, problem) in problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for QujatError {}

impl Privacy for QujatError {
    const PRIVATE: bool = Problem::PRIVATE;
}

const _: () = assert!(!QujatError::PRIVATE, "an exception is printed whole");

macro_rules! from {
    ($($name:ident),+) => {$(
        impl From<$name> for QujatError {
            fn from(error: $name) -> QujatError {
                let problems = Error::from(error).into_problems();
                QujatError::Refused { problems }
            }
        }
    )+};
}
from!(Error, Problem, Reason);

/// The result of a call.
pub(super) type Answered<T> = Result<T, QujatError>;
