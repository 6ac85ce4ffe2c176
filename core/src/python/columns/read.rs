//! Arguments: a column, or one value for all rows.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use pyo3::{Borrowed, type_hint_identifier, type_hint_union};
use qujat_columns::arrow_array::cast::AsArray;
use qujat_columns::arrow_array::types::{Date32Type, Int32Type};
use qujat_columns::arrow_array::{Array, ArrayRef};
use qujat_columns::arrow_buffer::{BooleanBufferBuilder, NullBuffer, ScalarBuffer};
use qujat_columns::arrow_schema::DataType;

use super::super::error::answer;
use crate::day::Day;

const ARROW: PyStaticExpr = type_hint_union!(
    type_hint_identifier!("qujat._columns", "ArrowArray"),
    type_hint_identifier!("qujat._columns", "ArrowStream")
);

fn chunks_of(object: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    answer(|| qujat_columns::chunks(object))?
}

fn wrong_type(needed: &str, found: &DataType) -> PyErr {
    PyTypeError::new_err(format!("a column of {needed} is needed, not of {found}"))
}

/// Which rows have a value, chunk after chunk; `None` if all have one.
fn nulls_of(chunks: &[ArrayRef]) -> Option<NullBuffer> {
    if let [chunk] = chunks {
        return chunk.logical_nulls().filter(|nulls| nulls.null_count() > 0);
    }
    if chunks.iter().all(|chunk| chunk.logical_null_count() == 0) {
        return None;
    }
    let rows = chunks.iter().map(Array::len).sum();
    let mut builder = BooleanBufferBuilder::new(rows);
    for chunk in chunks {
        match chunk.logical_nulls() {
            Some(nulls) => builder.append_buffer(nulls.inner()),
            None => builder.append_n(chunk.len(), true),
        }
    }
    Some(NullBuffer::new(builder.finish()))
}

/// A column of days: `date32`, or `int32` with days since 1970-01-01.
pub(super) struct DayColumn {
    /// The values of each chunk, where they were.
    pub chunks: Vec<ScalarBuffer<i32>>,
    pub nulls: Option<NullBuffer>,
}

impl DayColumn {
    pub(super) fn len(&self) -> usize {
        self.chunks.iter().map(ScalarBuffer::len).sum()
    }

    /// All values in one piece. Only a column of several chunks is copied.
    pub(super) fn whole(&self) -> ScalarBuffer<i32> {
        match self.chunks.as_slice() {
            [chunk] => chunk.clone(),
            chunks => {
                let mut whole = Vec::with_capacity(self.len());
                for chunk in chunks {
                    whole.extend_from_slice(chunk);
                }
                whole.into()
            }
        }
    }
}

impl FromPyObject<'_, '_> for DayColumn {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = ARROW;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<DayColumn> {
        let arrays = chunks_of(&object)?;
        let days = |array: &ArrayRef| match array.data_type() {
            DataType::Date32 => Ok(array.as_primitive::<Date32Type>().values().clone()),
            DataType::Int32 => Ok(array.as_primitive::<Int32Type>().values().clone()),
            // A column without any value, such as pyarrow makes of a list of `None`.
            DataType::Null => Ok(vec![0; array.len()].into()),
            other => Err(wrong_type(
                "date32, or of int32 with days since 1970-01-01,",
                other,
            )),
        };
        Ok(DayColumn {
            chunks: arrays.iter().map(days).collect::<PyResult<_>>()?,
            nulls: nulls_of(&arrays),
        })
    }
}

/// One day, or a column of them.
pub(super) enum Days {
    One(Day),
    Column(DayColumn),
}

impl FromPyObject<'_, '_> for Days {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(type_hint_identifier!("datetime", "date"), ARROW);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Days> {
        if object.cast::<PyDate>().is_ok() {
            return object.extract().map(Days::One);
        }
        object.extract().map(Days::Column)
    }
}

/// A column of texts, or of words in a dictionary.
pub(super) struct TextColumn {
    chunks: Vec<ArrayRef>,
    pub nulls: Option<NullBuffer>,
}

impl TextColumn {
    pub(super) fn len(&self) -> usize {
        self.chunks.iter().map(Array::len).sum()
    }

    /// The texts in their order. In the place of a row without one there is any text.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.chunks.iter().flat_map(|chunk| texts_of(chunk))
    }

    /// What a function makes of each row. A word of a dictionary is looked at once.
    pub(super) fn map<T: Copy>(&self, mut read: impl FnMut(&str) -> T) -> Vec<T> {
        let mut rows = Vec::with_capacity(self.len());
        for chunk in &self.chunks {
            let Some(dictionary) = chunk.as_any_dictionary_opt() else {
                rows.extend(texts_of(chunk).map(&mut read));
                continue;
            };
            let words: Vec<T> = texts_of(dictionary.values()).map(&mut read).collect();
            let nothing = read("");
            let keys = match words.as_slice() {
                [] => vec![0; dictionary.len()],
                _ => dictionary.normalized_keys(),
            };
            rows.extend(
                keys.iter()
                    .map(|key| words.get(*key).copied().unwrap_or(nothing)),
            );
        }
        rows
    }
}

/// The texts of an array of one of the types that [`TextColumn`] lets in.
fn texts_of(array: &dyn Array) -> Box<dyn Iterator<Item = &str> + '_> {
    match array.data_type() {
        DataType::Utf8 => Box::new(
            array
                .as_string::<i32>()
                .iter()
                .map(Option::unwrap_or_default),
        ),
        DataType::LargeUtf8 => Box::new(
            array
                .as_string::<i64>()
                .iter()
                .map(Option::unwrap_or_default),
        ),
        DataType::Utf8View => {
            Box::new(array.as_string_view().iter().map(Option::unwrap_or_default))
        }
        DataType::Dictionary(..) => match array.as_any_dictionary_opt() {
            Some(dictionary) => {
                let words: Vec<&str> = texts_of(dictionary.values()).collect();
                let keys = match words.as_slice() {
                    [] => vec![0; dictionary.len()],
                    _ => dictionary.normalized_keys(),
                };
                let texts = keys.into_iter();
                Box::new(texts.map(move |key| words.get(key).copied().unwrap_or_default()))
            }
            None => Box::new(std::iter::empty()),
        },
        _ => Box::new(std::iter::repeat_n("", array.len())),
    }
}

fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

impl FromPyObject<'_, '_> for TextColumn {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = ARROW;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<TextColumn> {
        let chunks = chunks_of(&object)?;
        for chunk in &chunks {
            if !is_text(chunk.data_type()) {
                let needed = "utf8, large_utf8, utf8_view or a dictionary of them";
                return Err(wrong_type(needed, chunk.data_type()));
            }
        }
        let nulls = nulls_of(&chunks);
        Ok(TextColumn { chunks, nulls })
    }
}

/// A word, or a column of words.
pub(super) enum Words<T> {
    One(T),
    Column(TextColumn),
}

impl<'a, 'py, T> FromPyObject<'a, 'py> for Words<T>
where
    T: FromPyObject<'a, 'py>,
{
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        T::INPUT_TYPE,
        type_hint_identifier!("builtins", "str"),
        ARROW
    );

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Words<T>> {
        // A member of an enumeration is a string too.
        let is_one = object.cast::<PyString>().is_ok() || !qujat_columns::is_column(&object)?;
        if is_one {
            return object.extract().map(Words::One).map_err(Into::into);
        }
        object.extract().map(Words::Column)
    }
}

/// Raises a `ValueError` unless all columns have as many rows as the first.
pub(super) fn same_length(rows: usize, others: &[(&str, Option<usize>)]) -> PyResult<()> {
    for (name, length) in others {
        if let Some(length) = length
            && *length != rows
        {
            let text = format!("{name} has {length} rows, and the first column has {rows}");
            return Err(PyValueError::new_err(text));
        }
    }
    Ok(())
}
