//! Texts and bytes that come in: `str`, `bytes`, `bytearray` and `memoryview`.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};
use pyo3::{Borrowed, PyTypeInfo, type_hint_identifier, type_hint_union};

use crate::filing::ApplicationForm;
use crate::filing::assess::FormInput;

/// The bytes of an image. `bytes`, and a `memoryview` of whole `bytes`, are read in place;
/// memory that can change while other threads run is copied.
pub(crate) struct Bytes(PyBackedBytes);

impl Bytes {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl FromPyObject<'_, '_> for Bytes {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "bytes"),
        type_hint_identifier!("builtins", "bytearray"),
        type_hint_identifier!("builtins", "memoryview")
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Bytes> {
        if let Ok(bytes) = object.cast::<PyBytes>() {
            return Ok(Bytes(bytes.to_owned().into()));
        }
        if let Ok(bytes) = object.cast::<PyByteArray>() {
            return Ok(Bytes(bytes.to_owned().into()));
        }
        if let Ok(view) = object.cast::<PyMemoryView>() {
            return Ok(Bytes(bytes_of(&view)?.into()));
        }
        let found = object.get_type().name()?;
        let text = format!("bytes, bytearray or memoryview is needed, not {found}");
        Err(PyTypeError::new_err(text))
    }
}

/// The `bytes` that a view is of, if it shows all of them, or else a copy.
fn bytes_of<'py>(view: &Bound<'py, PyMemoryView>) -> PyResult<Bound<'py, PyBytes>> {
    let whole = view.getattr("obj")?;
    if let Ok(bytes) = whole.cast::<PyBytes>() {
        let length: usize = view.getattr("nbytes")?.extract()?;
        // A view can also show the bytes backwards.
        let contiguous: bool = view.getattr("c_contiguous")?.extract()?;
        if contiguous && bytes.as_bytes().len() == length {
            return Ok(bytes.clone());
        }
    }
    Ok(view.call_method0("tobytes")?.cast_into::<PyBytes>()?)
}

/// Text in UTF-8, such as JSON: also a `str`, which is read where it is.
pub(crate) enum Text {
    Str(PyBackedStr),
    Bytes(Bytes),
}

impl Text {
    pub(crate) fn as_slice(&self) -> &[u8] {
        match self {
            Text::Str(text) => text.as_str().as_bytes(),
            Text::Bytes(bytes) => bytes.as_slice(),
        }
    }
}

impl FromPyObject<'_, '_> for Text {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "bytes"),
        type_hint_identifier!("builtins", "bytearray"),
        type_hint_identifier!("builtins", "memoryview")
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Text> {
        if let Ok(text) = object.cast::<PyString>() {
            let text = PyBackedStr::try_from(text.to_owned()).map_err(|_| no_unicode())?;
            return Ok(Text::Str(text));
        }
        object.extract().map(Text::Bytes)
    }
}

/// A form: JSON, or a form that was read before.
pub(crate) enum Form {
    Json(Text),
    Typed(Py<ApplicationForm>),
}

impl Form {
    pub(crate) fn input(&self) -> FormInput<'_> {
        match self {
            Form::Json(text) => FormInput::Json(text.as_slice()),
            Form::Typed(form) => FormInput::Typed(form.get()),
        }
    }
}

impl FromPyObject<'_, '_> for Form {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "bytes"),
        type_hint_identifier!("builtins", "bytearray"),
        type_hint_identifier!("builtins", "memoryview"),
        ApplicationForm::TYPE_HINT
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Form> {
        match object.cast::<ApplicationForm>() {
            Ok(form) => Ok(Form::Typed(form.to_owned().unbind())),
            Err(_) => object.extract().map(Form::Json),
        }
    }
}

/// Python's own exception for half of a surrogate pair holds the whole text, and prints it.
fn no_unicode() -> PyErr {
    PyValueError::new_err("the text has half of a surrogate pair, so it is no Unicode")
}

/// The characters of a `str`.
pub(crate) fn characters<'a>(text: Borrowed<'a, '_, PyAny>) -> PyResult<&'a str> {
    text.cast::<PyString>()?;
    text.extract().map_err(|_| no_unicode())
}

/// A `str`, read where it is.
pub struct Str<'a>(pub(crate) &'a str);

impl<'a> FromPyObject<'a, '_> for Str<'a> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

    fn extract(object: Borrowed<'a, '_, PyAny>) -> PyResult<Str<'a>> {
        characters(object).map(Str)
    }
}

/// A `str`, copied.
pub(crate) struct OwnedStr(pub String);

impl FromPyObject<'_, '_> for OwnedStr {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<OwnedStr> {
        Ok(OwnedStr(object.extract::<Str<'_>>()?.0.to_owned()))
    }
}
