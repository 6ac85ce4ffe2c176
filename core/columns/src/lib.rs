//! Columns of other Python libraries, read where they are.
//!
//! pyarrow, Polars, pandas, DuckDB and others hand out their columns as pointers in capsules: the
//! [Arrow PyCapsule interface](https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html).
//! This crate takes over what lies behind them; behind the Python package it is the only one with
//! `unsafe` code. Giving columns away needs none, since the capsules are then our own.
//!
//! What the interface cannot promise, nobody can check: that a producer's pointers and lengths are
//! true. Arrow's readers trust them, and so does every library that reads columns of another.

use std::ffi::CStr;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayRef, make_array};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

pub use {arrow_array, arrow_buffer, arrow_schema};

/// The name of a capsule that holds an array.
pub const ARRAY: &CStr = c"arrow_array";
/// The name of a capsule that holds the type of an array.
pub const SCHEMA: &CStr = c"arrow_schema";
/// The name of a capsule that holds a stream of arrays.
pub const STREAM: &CStr = c"arrow_array_stream";

/// Whether an object can be read as a column.
///
/// # Errors
/// Those of the object's own `__getattr__`.
pub fn is_column(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(object.hasattr("__arrow_c_array__")? || object.hasattr("__arrow_c_stream__")?)
}

/// The chunks of a column, none of them copied. A table with a single column is that column.
///
/// # Errors
/// `TypeError` for an object that is no column, or a table with more columns than one; what the
/// object itself raises when it is asked.
pub fn chunks(object: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let arrays = if object.hasattr("__arrow_c_array__")? {
        vec![array(object)?]
    } else if object.hasattr("__arrow_c_stream__")? {
        stream(object)?
    } else {
        let found = object.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "a column with __arrow_c_array__ or __arrow_c_stream__ is needed, not {found}"
        )));
    };
    arrays.into_iter().map(only_column).collect()
}

fn array(object: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let pair = object.call_method0("__arrow_c_array__")?;
    let (schema, array) = pair
        .cast::<PyTuple>()?
        .extract::<(Bound<'_, PyCapsule>, Bound<'_, PyCapsule>)>()?;
    let schema = schema
        .pointer_checked(Some(SCHEMA))?
        .cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: a capsule of this name holds a schema of the C data interface, by the interface; it is
    // alive until the end of this function, and only read.
    let schema = unsafe { schema.as_ref() };
    // SAFETY: a capsule of this name holds an array of the C data interface. It is moved out, which
    // leaves it marked as released, so that the capsule's destructor does not release it again.
    let array = unsafe { FFI_ArrowArray::from_raw(array.as_ptr()) };
    if array.is_released() {
        return Err(PyValueError::new_err(
            "the column was taken by another reader",
        ));
    }
    // SAFETY: both come from the same call, and the interface promises that they agree.
    let data = unsafe { from_ffi(array, schema) };
    Ok(make_array(data.map_err(refused)?))
}

fn stream(object: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let capsule = object.call_method0("__arrow_c_stream__")?;
    let capsule = capsule.cast::<PyCapsule>()?;
    let stream = capsule
        .pointer_checked(Some(STREAM))?
        .cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a stream of the C stream interface. It is moved out, which
    // leaves it marked as released, so that the capsule's destructor does not release it again.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
    let reader = ArrayStreamReader::try_new(stream).map_err(refused)?;
    reader.map(|chunk| chunk.map_err(refused)).collect()
}

/// The column of a table that has no other; an array that is no table is a column already.
fn only_column(array: ArrayRef) -> PyResult<ArrayRef> {
    let Some(table) = array.as_struct_opt() else {
        return Ok(array);
    };
    match table.columns() {
        [column] if table.null_count() == 0 => Ok(column.clone()),
        columns => Err(PyTypeError::new_err(format!(
            "a single column is needed, not a table of {}",
            columns.len()
        ))),
    }
}

fn refused(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(format!("the column cannot be read: {error}"))
}
