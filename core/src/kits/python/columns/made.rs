//! The columns and tables that are given back.

use std::sync::Arc;

use pyo3::exceptions::{PyKeyError, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use qujat_columns::arrow_array::builder::StringBuilder;
use qujat_columns::arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use qujat_columns::arrow_array::ffi_stream::FFI_ArrowArrayStream;
use qujat_columns::arrow_array::types::UInt8Type;
use qujat_columns::arrow_array::{
    Array, ArrayRef, DictionaryArray, RecordBatch, RecordBatchIterator, StructArray, UInt8Array,
};
use qujat_columns::arrow_buffer::NullBuffer;
use qujat_columns::arrow_schema::{ArrowError, DataType, Field};
use qujat_columns::{ARRAY, SCHEMA, STREAM};

type Capsules<'py> = (Bound<'py, PyCapsule>, Bound<'py, PyCapsule>);

/// A column of answers. It goes without a copy into every reader of the Arrow PyCapsule interface,
/// such as `pyarrow.array(column)` or `polars.Series(column)`.
#[pyclass(module = "qujat", name = "Column", frozen)]
#[derive(Clone, Debug)]
pub struct ColumnObject(ArrayRef);

/// Columns of answers, with names. It goes without a copy into every reader of the Arrow PyCapsule
/// interface, such as `pyarrow.table(table)` or `polars.DataFrame(table)`.
#[pyclass(module = "qujat", name = "Table", frozen)]
#[derive(Clone, Debug)]
pub struct TableObject(RecordBatch);

fn failed(error: ArrowError) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}

impl ColumnObject {
    pub(super) fn new(array: impl Array + 'static) -> ColumnObject {
        ColumnObject(Arc::new(array))
    }
}

impl TableObject {
    pub(super) fn new<const N: usize>(columns: [(&str, ArrayRef); N]) -> PyResult<TableObject> {
        RecordBatch::try_from_iter_with_nullable(columns.map(|(name, column)| (name, column, true)))
            .map(TableObject)
            .map_err(failed)
    }
}

fn schema_capsule<'py>(py: Python<'py>, kind: &DataType) -> PyResult<Bound<'py, PyCapsule>> {
    // A name is not needed, and everything may be null, as in libraries for data frames.
    let field = Field::new("", kind.clone(), true);
    let schema = FFI_ArrowSchema::try_from(&field).map_err(failed)?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

fn capsules<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Capsules<'py>> {
    let values = FFI_ArrowArray::new(&array.to_data());
    Ok((
        schema_capsule(py, array.data_type())?,
        PyCapsule::new_with_value(py, values, ARRAY)?,
    ))
}

#[pymethods]
impl ColumnObject {
    /// The type of the values, as a capsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, self.0.data_type())
    }

    /// The type and the values, as capsules. Another type than its own is not given.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Capsules<'py>> {
        let _ = requested_schema;
        capsules(py, &self.0)
    }

    /// The number of rows without a value.
    #[getter]
    fn null_count(&self) -> usize {
        self.0.logical_null_count()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!(
            "<Column of {} rows of {}>",
            self.0.len(),
            self.0.data_type()
        )
    }
}

#[pymethods]
impl TableObject {
    /// The type of the columns, as a capsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, &DataType::Struct(self.0.schema().fields().clone()))
    }

    /// The type and the columns, as capsules. Another type than its own is not given.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Capsules<'py>> {
        let _ = requested_schema;
        capsules(py, &StructArray::from(self.0.clone()))
    }

    /// The columns as a stream of one batch, as a capsule. Another type than its own is not given.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)
    }

    /// The names of the columns.
    #[getter]
    fn names(&self) -> Vec<String> {
        let schema = self.0.schema();
        schema
            .fields()
            .iter()
            .map(|field| field.name().clone())
            .collect()
    }

    /// The column with this name.
    fn __getitem__(&self, name: &str) -> PyResult<ColumnObject> {
        match self.0.column_by_name(name) {
            Some(column) => Ok(ColumnObject(column.clone())),
            None => Err(PyKeyError::new_err(name.to_owned())),
        }
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __repr__(&self) -> String {
        let names = self.names().join(", ");
        format!("<Table of {} rows with {names}>", self.0.num_rows())
    }
}

/// Words that many rows refer to: one byte for each row.
pub(super) fn dictionary<'a>(
    places: Vec<u8>,
    nulls: Option<NullBuffer>,
    words: impl IntoIterator<Item = &'a str>,
) -> PyResult<ArrayRef> {
    let mut builder = StringBuilder::new();
    for word in words {
        builder.append_value(word);
    }
    let keys = UInt8Array::try_new(places.into(), nulls).map_err(failed)?;
    let array: DictionaryArray<UInt8Type> =
        DictionaryArray::try_new(keys, Arc::new(builder.finish())).map_err(failed)?;
    Ok(Arc::new(array))
}
