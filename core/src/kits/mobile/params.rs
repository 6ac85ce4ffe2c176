//! The parameters of a code. They cross as a list in the catalogue's order, and are a dictionary in
//! each language.

use qujat_export::export;

use crate::foundation::catalogue::{Code, ParamKind, ParamSpec};
use crate::foundation::day::Day;
use crate::foundation::problem::{self, Params, Reason};
use crate::foundation::rate::Rate;
use crate::foundation::tenge::Tenge;

use super::error::QujatError;

/// Defines the value of a parameter when it crosses: the core's own type, but that words are always
/// owned.
macro_rules! param_value {
    ($(#[$variant_meta:meta] $variant:ident(#[$value_meta:meta] $type:ty),)+) => {
        /// The value of a parameter.
        #[export(union = "kind", public, mobile)]
        pub enum ParamValue {
            $(#[$variant_meta] $variant { #[$value_meta] value: $type },)+
        }

        impl From<problem::ParamValue> for ParamValue {
            fn from(value: problem::ParamValue) -> ParamValue {
                match value {
                    $(problem::ParamValue::$variant { value } => {
                        ParamValue::$variant { value: value.into() }
                    })+
                }
            }
        }

        impl From<ParamValue> for problem::ParamValue {
            fn from(value: ParamValue) -> problem::ParamValue {
                match value {
                    $(ParamValue::$variant { value } => {
                        problem::ParamValue::$variant { value: value.into() }
                    })+
                }
            }
        }
    };
}
param_value! {
    /// Text that is printed as it is.
    Text(/** The text. */ String),
    /// A whole number.
    Number(/** The number. */ i64),
    /// A civil date.
    Date(/** The day. */ Day),
    /// An amount of money.
    Amount(/** The amount. */ Tenge),
    /// A decimal figure.
    Decimal(/** The figure. */ Rate),
    /// A term of the domain, by its stable spelling; each language has a word for it.
    Word(/** The stable spelling, in snake_case. */ String),
}

/// A parameter with its name.
#[export(record, public, mobile)]
pub struct NamedParam {
    /// The name in the catalogue, in snake_case.
    pub name: String,
    /// The value.
    pub value: ParamValue,
}

/// A parameter that a code promises.
#[export(record, public, mobile)]
pub struct CodeParam {
    /// The name, in snake_case.
    pub name: String,
    /// The kind of its value.
    pub kind: ParamKind,
}

impl From<&ParamSpec> for CodeParam {
    fn from(spec: &ParamSpec) -> CodeParam {
        CodeParam {
            name: spec.name.to_owned(),
            kind: spec.kind,
        }
    }
}

fn entries(params: &Params) -> Vec<NamedParam> {
    let entries = params.iter().map(|(name, value)| NamedParam {
        name: name.to_owned(),
        value: value.clone().into(),
    });
    entries.collect()
}

/// Names are those of the catalogue, and a name has one kind for all codes.
fn params(entries: Vec<NamedParam>) -> Result<Params, Reason> {
    let mut params = Params::default();
    for NamedParam { name, value } in entries {
        let mut specs = Code::ALL.iter().flat_map(|code| code.params());
        let Some(spec) = specs.find(|spec| spec.name == name) else {
            return Err(Reason::new(Code::UnknownField).with("suggestion", ""));
        };
        let value = problem::ParamValue::from(value);
        if spec.kind != value.kind() {
            return Err(Reason::new(Code::WrongType).with("expected", spec.kind));
        }
        params.push(spec.name, value);
    }
    Ok(params)
}

uniffi::custom_type!(
    /// The figures and dates that belong to a code, by the names of the catalogue.
    Params, Vec<NamedParam>, {
        lower: |value| entries(&value),
        try_lift: |value| params(value).map_err(|reason| QujatError::from(reason).into()),
    }
);
