//! Columns of other Python libraries, read where they are.
//!
//! pyarrow, Polars, pandas, DuckDB and others hand out their columns as pointers in capsules: the
//! [Arrow PyCapsule
//! interface](https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html). This
//! crate takes over the memory behind them; behind the Python package it is the only one with
//! `unsafe` code. Giving columns away is safe code, since the capsules are then our own.
//!
//! Nobody can check the length of a producer's buffers, which the interface does not tell. pyarrow,
//! which reads files without looking at their contents, is asked to check that itself. The reader
//! of the arrays has to look at offsets, keys and UTF-8.

use std::ffi::CStr;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, make_array};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyTuple};

pub use {arrow_array, arrow_buffer, arrow_schema};

/// The name of a capsule that holds an array.
pub const ARRAY: &CStr = c"arrow_array";
/// The name of a capsule that holds the type of an array.
pub const SCHEMA: &CStr = c"arrow_schema";
/// The name of a capsule that holds a stream of arrays.
pub const STREAM: &CStr = c"arrow_array_stream";

/// The largest depth of a column's type: a dictionary in the column of a table.
const LEVELS: u32 = 3;

/// `true` if an object can be read as a column.
///
/// # Errors
/// Those of the object's own `__getattr__`.
pub fn is_column(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(object.hasattr("__arrow_c_array__")? || object.hasattr("__arrow_c_stream__")?)
}

/// The chunks of a column, not copied. A table with a single column is that column.
///
/// # Errors
/// `TypeError` for an object that is no column, or a table with more columns than one; the object's
/// own exception when it is asked.
pub fn chunks(object: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    validate(object)?;
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

/// Has pyarrow compare an array's offsets with the lengths of its buffers.
fn validate(object: &Bound<'_, PyAny>) -> PyResult<()> {
    let module = object.get_type().module()?;
    if module.to_cow()?.starts_with("pyarrow.") && object.hasattr("validate")? {
        let arguments = PyDict::new(object.py());
        arguments.set_item("full", true)?;
        let validated = object.call_method("validate", (), Some(&arguments));
        validated.map_err(|error| refused(error.value(object.py())))?;
    }
    Ok(())
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
    imported(array, schema)
}

/// Takes over an array, once its producer's description makes sense.
fn imported(array: FFI_ArrowArray, schema: &FFI_ArrowSchema) -> PyResult<ArrayRef> {
    check(&array, schema, LEVELS)?;
    // SAFETY: both come from the same producer, and the interface promises that they agree.
    let data = unsafe { from_ffi(array, schema) };
    let data = data.map_err(refused)?;
    data.validate().map_err(refused)?;
    data.validate_nulls().map_err(refused)?;
    Ok(make_array(data))
}

/// Refuses arrays that Arrow's reader takes without a look: types that it would go down into one
/// call for each level, and lengths below zero, which it would take for very large ones.
fn check(array: &FFI_ArrowArray, schema: &FFI_ArrowSchema, levels: u32) -> PyResult<()> {
    let Some(levels) = levels.checked_sub(1) else {
        return Err(PyTypeError::new_err(
            "a column of days or texts is needed, not one of lists in lists",
        ));
    };
    let negative = || refused("a length or an offset is negative");
    let rows = array.len().checked_add(array.offset());
    let rows = rows.filter(|rows| isize::try_from(*rows).is_ok());
    let rows = rows.ok_or_else(negative)?;
    let is_counted = match schema.format() {
        "u" | "z" if rows > 0 => i64::from(number::<i32>(array, 1, rows)?) >= 0,
        "U" | "Z" if rows > 0 => number::<i64>(array, 1, rows)? >= 0,
        // After nulls and views come the bytes, then the lengths of their buffers.
        "vu" | "vz" => {
            let last = array.num_buffers().checked_sub(1);
            let last = last.filter(|last| *last >= 2).ok_or_else(negative)?;
            let buffers = last.saturating_sub(2);
            (0..buffers).try_fold(true, |is_counted, buffer| {
                PyResult::Ok(is_counted && number::<i64>(array, last, buffer)? >= 0)
            })?
        }
        _ => true,
    };
    if !is_counted {
        return Err(negative());
    }
    let children = schema.children().enumerate();
    for (index, child) in children {
        check(array.child(index), child, levels)?;
    }
    match (array.dictionary(), schema.dictionary()) {
        (Some(words), Some(schema)) => check(words, schema, levels),
        _ => Ok(()),
    }
}

/// A number in a buffer of offsets or lengths.
fn number<T: Copy>(array: &FFI_ArrowArray, buffer: usize, index: usize) -> PyResult<T> {
    let numbers = array.buffer(buffer).cast::<T>();
    if numbers.is_null() {
        return Err(refused("a buffer is missing"));
    }
    let place = numbers.wrapping_add(index);
    // SAFETY: the interface promises as many numbers as the array has rows, or buffers; they need not
    // be aligned.
    Ok(unsafe { place.read_unaligned() })
}

fn stream(object: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let capsule = object.call_method0("__arrow_c_stream__")?;
    let capsule = capsule.cast::<PyCapsule>()?;
    let stream = capsule
        .pointer_checked(Some(STREAM))?
        .cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a stream of the C stream interface. It is moved out, which
    // leaves it marked as released, so that the capsule's destructor does not release it again.
    let mut stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
    if stream.release().is_none() {
        return Err(PyValueError::new_err(
            "the column was taken by another reader",
        ));
    }
    let missing = || refused("its stream has not all functions");
    let get_schema = stream.get_schema().ok_or_else(missing)?;
    let get_next = stream.get_next().ok_or_else(missing)?;
    let mut schema = FFI_ArrowSchema::empty();
    // SAFETY: the function belongs to this stream, which is alive, and writes to a schema of ours.
    let failed = unsafe { get_schema(&raw mut stream, &raw mut schema) };
    if failed != 0 {
        return Err(refused(last_error(&mut stream)));
    }
    let mut arrays = Vec::new();
    loop {
        let mut array = FFI_ArrowArray::empty();
        // SAFETY: as above.
        let failed = unsafe { get_next(&raw mut stream, &raw mut array) };
        if failed != 0 {
            return Err(refused(last_error(&mut stream)));
        }
        if array.is_released() {
            return Ok(arrays);
        }
        arrays.push(imported(array, &schema)?);
    }
}

/// A stream's message about its last call, which has failed.
fn last_error(stream: &mut FFI_ArrowArrayStream) -> String {
    let Some(get_last_error) = stream.get_last_error() else {
        return "its stream has failed".to_owned();
    };
    // SAFETY: the function belongs to this stream, which is alive, and whose last call has failed.
    let text = unsafe { get_last_error(stream) };
    if text.is_null() {
        return "its stream has failed".to_owned();
    }
    // SAFETY: the interface promises a text with an end, which lives until the next call.
    unsafe { CStr::from_ptr(text) }
        .to_string_lossy()
        .into_owned()
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
