//! The parameters of a code. They cross as a list in the catalogue's order, and are a dictionary in
//! each language.

use crate::catalogue::{Code, ParamKind, ParamSpec};
use crate::problem::{ParamValue, Params, Reason};

use super::error::QujatError;

/// A parameter with its name.
#[derive(uniffi::Record)]
pub struct NamedParam {
    /// The name in the catalogue, in snake_case.
    pub name: String,
    /// The value.
    pub value: ParamValue,
}

/// A parameter that a code promises.
#[derive(uniffi::Record)]
pub struct CodeParam {
    /// The name, in snake_case.
    pub name: String,
    /// What it holds.
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
        value: value.clone(),
    });
    entries.collect()
}

/// Names are those of the catalogue, and a name has one kind, whatever the code.
fn params(entries: Vec<NamedParam>) -> Result<Params, Reason> {
    let mut params = Params::default();
    for NamedParam { name, value } in entries {
        let mut specs = Code::ALL.iter().flat_map(|code| code.params());
        let Some(spec) = specs.find(|spec| spec.name == name) else {
            return Err(Reason::new(Code::UnknownField).with("suggestion", ""));
        };
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
