//! Arguments: a column, or one value for all rows.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyString};
use pyo3::{Borrowed, type_hint_identifier, type_hint_union};
use qujat_columns::arrow_array::cast::AsArray;
use qujat_columns::arrow_array::types::{Date32Type, Int32Type};
use qujat_columns::arrow_array::{Array, ArrayRef};
use qujat_columns::arrow_buffer::{BooleanBufferBuilder, NullBuffer, ScalarBuffer};
use qujat_columns::arrow_schema::DataType;

use super::super::error::answer;
use super::text::TextColumn;
use crate::filing::batch::Rows;
use crate::foundation::day::Day;

pub(super) const ARROW: PyStaticExpr = type_hint_union!(
    type_hint_identifier!("qujat._columns", "ArrowArray"),
    type_hint_identifier!("qujat._columns", "ArrowStream")
);

pub(super) fn chunks_of(object: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    // Arrow's reader panics where a producer does not keep to the interface.
    answer(|| qujat_columns::chunks(object)).unwrap_or_else(|_| {
        let text = "the column cannot be read: its type and its values disagree";
        Err(PyValueError::new_err(text))
    })
}

pub(super) fn wrong_type(needed: &str, found: &DataType) -> PyErr {
    PyTypeError::new_err(format!("a column of {needed} is needed, not of {found}"))
}

/// The rows that have a value, chunk after chunk; `None` if all have one.
pub(super) fn nulls_of(chunks: &[ArrayRef]) -> PyResult<Option<NullBuffer>> {
    answer(|| {
        let nulls: Vec<Option<NullBuffer>> = chunks
            .iter()
            .map(|chunk| chunk.logical_nulls().filter(|nulls| nulls.null_count() > 0))
            .collect();
        if nulls.iter().all(Option::is_none) {
            return None;
        }
        if let [nulls] = nulls.as_slice() {
            return nulls.clone();
        }
        let rows = chunks.iter().map(Array::len).sum();
        let mut builder = BooleanBufferBuilder::new(rows);
        for (chunk, nulls) in chunks.iter().zip(&nulls) {
            match nulls {
                Some(nulls) => builder.append_buffer(nulls.inner()),
                None => builder.append_n(chunk.len(), true),
            }
        }
        Some(NullBuffer::new(builder.finish()))
    })
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
            nulls: nulls_of(&arrays)?,
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

/// A fact that holds for all rows, or a column of booleans; `None` and null if it is not known.
pub(super) enum Facts {
    One(Option<bool>),
    Column(Vec<Option<bool>>),
}

impl Facts {
    pub(super) fn rows(&self) -> Rows<'_, Option<bool>> {
        match self {
            Facts::One(fact) => Rows::All(*fact),
            Facts::Column(facts) => Rows::Each(facts),
        }
    }

    pub(super) fn length(&self) -> Option<usize> {
        match self {
            Facts::One(_) => None,
            Facts::Column(facts) => Some(facts.len()),
        }
    }
}

impl FromPyObject<'_, '_> for Facts {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(Option::<bool>::INPUT_TYPE, ARROW);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Facts> {
        if object.is_none() || object.cast::<PyBool>().is_ok() {
            return object.extract().map(Facts::One);
        }
        let mut facts = Vec::new();
        for array in chunks_of(&object)? {
            match array.data_type() {
                DataType::Boolean => answer(|| facts.extend(array.as_boolean().iter()))?,
                DataType::Null => facts.resize(facts.len().saturating_add(array.len()), None),
                other => return Err(wrong_type("boolean", other)),
            }
        }
        Ok(Facts::Column(facts))
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
