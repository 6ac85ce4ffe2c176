//! Enumerations without data: members of an `enum.Enum` that are strings.
//!
//! The Python classes are in `qujat/_words.py`, which is generated from [`words`]. A member is
//! looked up once for the process; an argument may be a member or its spelling, since a member is a
//! string.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

use super::text::characters;
use crate::foundation::json::{Place, unknown_value};
use crate::foundation::problem::Error;

/// The module that has the classes.
pub(crate) const MODULE: &str = "qujat._words";

/// The Python members of one enumeration, in the order of its values.
pub(crate) struct WordObjects(PyOnceLock<Vec<Py<PyAny>>>);

impl WordObjects {
    pub(crate) const fn new() -> WordObjects {
        WordObjects(PyOnceLock::new())
    }
}

/// An enumeration without data. `export` implements it.
pub(crate) trait Word: Copy + 'static {
    const NAME: &'static str;
    const DOC: &'static str;
    /// The name of each variant with its documentation.
    const MEMBERS: &'static [(&'static str, &'static str)];
    const VALUES: &'static [Self];
    fn spelling(self) -> &'static str;
    fn read(text: &str) -> Option<Self>;
    fn index(self) -> usize;
    fn objects() -> &'static WordObjects;
}

pub(crate) fn to_python<W: Word>(word: W, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let objects = W::objects().0.get_or_try_init(py, || members::<W>(py))?;
    match objects.get(word.index()) {
        Some(object) => Ok(object.bind(py).clone()),
        None => Err(PyTypeError::new_err(W::NAME)),
    }
}

fn members<W: Word>(py: Python<'_>) -> PyResult<Vec<Py<PyAny>>> {
    let class = py.import(MODULE)?.getattr(W::NAME)?;
    let members = W::VALUES.iter().map(|word| class.call1((word.spelling(),)));
    members.map(|member| Ok(member?.unbind())).collect()
}

pub(crate) fn from_python<W: Word>(object: Borrowed<'_, '_, PyAny>) -> PyResult<W> {
    object.cast::<PyString>().map_err(|_| {
        let found = object.get_type().name().map(|name| name.to_string());
        let found = found.unwrap_or_default();
        PyTypeError::new_err(format!("{} or str is needed, not {found}", W::NAME))
    })?;
    W::read(characters(object)?).ok_or_else(|| {
        let spellings: Vec<&str> = W::VALUES.iter().map(|word| word.spelling()).collect();
        Error::from(unknown_value(Place::ROOT, &spellings)).into()
    })
}

macro_rules! word_conversions {
    ($name:ident) => {
        impl<'py> pyo3::IntoPyObject<'py> for $name {
            type Target = pyo3::PyAny;
            type Output = pyo3::Bound<'py, pyo3::PyAny>;
            type Error = pyo3::PyErr;
            const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr =
                pyo3::type_hint_identifier!("qujat._words", stringify!($name));

            fn into_pyobject(self, py: pyo3::Python<'py>) -> pyo3::PyResult<Self::Output> {
                crate::kits::python::word_to_python(self, py)
            }
        }

        impl<'py> pyo3::IntoPyObject<'py> for &$name {
            type Target = pyo3::PyAny;
            type Output = pyo3::Bound<'py, pyo3::PyAny>;
            type Error = pyo3::PyErr;
            const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr =
                <$name as pyo3::IntoPyObject<'py>>::OUTPUT_TYPE;

            fn into_pyobject(self, py: pyo3::Python<'py>) -> pyo3::PyResult<Self::Output> {
                crate::kits::python::word_to_python(*self, py)
            }
        }

        impl pyo3::FromPyObject<'_, '_> for $name {
            type Error = pyo3::PyErr;
            const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::inspect::PyStaticExpr::BinOp {
                left: &<$name as pyo3::IntoPyObject<'_>>::OUTPUT_TYPE,
                op: pyo3::inspect::PyStaticOperator::BitOr,
                right: &pyo3::type_hint_identifier!("builtins", "str"),
            };

            fn extract(object: pyo3::Borrowed<'_, '_, pyo3::PyAny>) -> pyo3::PyResult<Self> {
                crate::kits::python::word_from_python(object)
            }
        }
    };
}
pub(crate) use word_conversions;

/// An enumeration for the generator of `_words.py`: name, documentation, and the members as name,
/// spelling and documentation.
pub type WordSpec = (
    &'static str,
    &'static str,
    Vec<(&'static str, &'static str, &'static str)>,
);

fn spec<W: Word>() -> WordSpec {
    let members = W::MEMBERS.iter().zip(W::VALUES);
    let members = members.map(|((name, doc), word)| (*name, word.spelling(), *doc));
    (W::NAME, W::DOC, members.collect())
}

macro_rules! specs {
    ($($name:ident),+ $(,)?) => { vec![$(spec::<crate::kits::every::$name>()),+] };
}

/// All enumerations, for the generator.
#[pyfunction(name = "_vocabulary")]
#[must_use]
pub fn words() -> Vec<WordSpec> {
    specs![
        ActionKind,
        AnnulmentReason,
        AppointmentStatus,
        Area,
        AssessmentOutcome,
        CardStatus,
        Channel,
        CheckKind,
        Code,
        ColourProfile,
        Confidence,
        Currency,
        DocumentKind,
        FeedbackAspect,
        FeedbackDimension,
        Ground,
        IdentificationKind,
        ImageFormat,
        Language,
        LineKind,
        MeasureUnit,
        NotCheckedCause,
        NoticeKind,
        ParamKind,
        PeriodLength,
        PersonalMetadata,
        Receiving,
        Region,
        Severity,
        Sex,
        SmsEncoding,
        SmsMode,
        SpecialDayKind,
        State,
        TransitionCondition,
        Verdict,
    ]
}
