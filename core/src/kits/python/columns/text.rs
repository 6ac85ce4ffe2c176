//! Columns of texts, which are read with care: an offset or a key may lead outside the column, the
//! bytes there may be no Unicode, and both may change while other threads run. So a few rows at a
//! time are checked and copied.

use pyo3::exceptions::PyValueError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{Borrowed, PyErr};
use qujat_columns::arrow_array::cast::AsArray;
use qujat_columns::arrow_array::types::{
    ByteArrayType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use qujat_columns::arrow_array::{Array, ArrayRef, GenericByteArray, StringViewArray};
use qujat_columns::arrow_buffer::{Buffer, NullBuffer};
use qujat_columns::arrow_schema::DataType;

use super::read::{ARROW, chunks_of, nulls_of, wrong_type};

/// Rows that are copied at once.
const PIECE: usize = 8_192;

/// A column of texts, or of words in a dictionary.
pub(super) struct TextColumn {
    chunks: Vec<ArrayRef>,
    pub nulls: Option<NullBuffer>,
}

impl TextColumn {
    pub(super) fn len(&self) -> usize {
        self.chunks.iter().map(Array::len).sum()
    }

    /// Calls `read` with the texts of some rows after the other, in their order. A row without a
    /// text has an empty one.
    ///
    /// # Errors
    /// `ValueError` for a column that refers to bytes outside it, or holds no Unicode; those of
    /// `read`.
    pub(super) fn read(&self, mut read: impl FnMut(&Texts) -> PyResult<()>) -> PyResult<()> {
        self.chunks
            .iter()
            .try_for_each(|chunk| read_array(chunk, &mut read))
    }

    /// A function's answer for each row. A word of a dictionary is looked at once.
    pub(super) fn map<T: Copy>(&self, mut make: impl FnMut(&str) -> T) -> PyResult<Vec<T>> {
        let mut rows = Vec::with_capacity(self.len());
        for chunk in &self.chunks {
            let Some(dictionary) = chunk.as_any_dictionary_opt() else {
                rows.extend(made(chunk, &mut make)?);
                continue;
            };
            let words = made(dictionary.values(), &mut make)?;
            let nothing = make("");
            let keys = places(dictionary.keys());
            for (row, key) in keys.into_iter().enumerate() {
                rows.push(match words.get(key) {
                    _ if dictionary.is_null(row) => nothing,
                    Some(word) => *word,
                    None => return Err(bent("a key")),
                });
            }
        }
        Ok(rows)
    }
}

/// A function's answer for each text of an array that is no dictionary.
fn made<T>(array: &ArrayRef, make: &mut impl FnMut(&str) -> T) -> PyResult<Vec<T>> {
    let mut rows = Vec::new();
    read_array(array, &mut |texts| {
        rows.extend(texts.iter().map(&mut *make));
        Ok(())
    })?;
    Ok(rows)
}

fn read_array(array: &ArrayRef, read: &mut impl FnMut(&Texts) -> PyResult<()>) -> PyResult<()> {
    (0..array.len()).step_by(PIECE).try_for_each(|first| {
        let rows = PIECE.min(array.len().saturating_sub(first));
        read(&Texts::copy(&array.slice(first, rows))?)
    })
}

/// The texts of some rows, copied and checked.
pub(super) struct Texts {
    text: String,
    /// The end of each.
    ends: Vec<usize>,
}

impl Texts {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.ends.iter().scan(0, |start, end| {
            let text = self.text.get(*start..*end);
            *start = *end;
            Some(text.unwrap_or_default())
        })
    }

    fn copy(array: &ArrayRef) -> PyResult<Texts> {
        let rows = array.len();
        if let Some(dictionary) = array.as_any_dictionary_opt() {
            let keys = places(dictionary.keys());
            let words = dictionary.values();
            return Texts::collect(rows, array.nulls(), |row| {
                let key = *keys.get(row)?;
                match key < words.len() {
                    true if words.is_null(key) => Some(&[]),
                    true => bytes_at(words, key),
                    false => None,
                }
            });
        }
        Texts::collect(rows, array.nulls(), |row| bytes_at(array, row))
    }

    fn collect<'a>(
        rows: usize,
        nulls: Option<&NullBuffer>,
        bytes_of: impl Fn(usize) -> Option<&'a [u8]>,
    ) -> PyResult<Texts> {
        let (mut bytes, mut ends) = (Vec::new(), Vec::with_capacity(rows));
        for row in 0..rows {
            if nulls.is_none_or(|nulls| nulls.is_valid(row)) {
                bytes.extend_from_slice(bytes_of(row).ok_or_else(|| bent("an offset or a key"))?);
            }
            ends.push(bytes.len());
        }
        let text = String::from_utf8(bytes).ok();
        match text.filter(|text| ends.iter().all(|end| text.is_char_boundary(*end))) {
            Some(text) => Ok(Texts { text, ends }),
            None => Err(PyValueError::new_err(
                "the column cannot be read: a text is not in UTF-8",
            )),
        }
    }
}

fn bent(what: &str) -> PyErr {
    PyValueError::new_err(format!(
        "the column cannot be read: {what} refers to what is outside it"
    ))
}

/// The bytes of one row of an array that is no dictionary; `None` if they are not within the array.
fn bytes_at(array: &ArrayRef, row: usize) -> Option<&[u8]> {
    match array.data_type() {
        DataType::Utf8 => between(array.as_string::<i32>(), row),
        DataType::LargeUtf8 => between(array.as_string::<i64>(), row),
        DataType::Utf8View => viewed(array.as_string_view(), row),
        _ => Some(&[]),
    }
}

/// The bytes between two offsets.
fn between<T: ByteArrayType>(array: &GenericByteArray<T>, row: usize) -> Option<&[u8]>
where
    usize: TryFrom<T::Offset>,
{
    let offset = |row: usize| usize::try_from(*array.value_offsets().get(row)?).ok();
    let (start, end) = (offset(row)?, offset(row.saturating_add(1))?);
    if start == end {
        return Some(&[]);
    }
    within(array.values(), start, end)
}

/// The bytes that a view has in itself, or refers to. It is four numbers of 32 bits: the length, then
/// either the bytes, or the first four of them, the number of a buffer and a place in it.
fn viewed(array: &StringViewArray, row: usize) -> Option<&[u8]> {
    const INLINE: usize = 12;
    let views = array.views().inner().as_slice();
    let view = views.get(row.saturating_mul(16)..)?.get(..16)?;
    let number = |index: usize| -> Option<usize> {
        let bytes = view.get(index.saturating_mul(4)..)?.first_chunk::<4>()?;
        usize::try_from(i32::from_le_bytes(*bytes)).ok()
    };
    let length = number(0)?;
    if length <= INLINE {
        return view.get(4..)?.get(..length);
    }
    let buffer = array.data_buffers().get(number(2)?)?;
    let start = number(3)?;
    within(buffer, start, start.saturating_add(length))
}

/// A part of a buffer. A length that no memory has, made of a negative offset, is no buffer's.
fn within(buffer: &Buffer, start: usize, end: usize) -> Option<&[u8]> {
    isize::try_from(buffer.len()).ok()?;
    buffer.as_slice().get(start..end)
}

/// The keys of a dictionary as places; an invalid one is beyond all words.
fn places(keys: &dyn Array) -> Vec<usize> {
    macro_rules! of {
        ($($kind:ident => $type:ty),+) => {
            match keys.data_type() {
                $(DataType::$kind => {
                    let keys = keys.as_primitive::<$type>().values().iter();
                    keys.map(|key| usize::try_from(*key).unwrap_or(usize::MAX)).collect()
                })+
                _ => vec![usize::MAX; keys.len()],
            }
        };
    }
    of!(
        Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
        UInt8 => UInt8Type, UInt16 => UInt16Type, UInt32 => UInt32Type, UInt64 => UInt64Type
    )
}

fn is_plain_text(kind: &DataType) -> bool {
    matches!(
        kind,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null
    )
}

impl FromPyObject<'_, '_> for TextColumn {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = ARROW;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<TextColumn> {
        let chunks = chunks_of(&object)?;
        for chunk in &chunks {
            let is_text = match chunk.data_type() {
                DataType::Dictionary(_, words) => is_plain_text(words),
                kind => is_plain_text(kind),
            };
            if !is_text {
                let needed = "utf8, large_utf8, utf8_view or a dictionary of them";
                return Err(wrong_type(needed, chunk.data_type()));
            }
        }
        let nulls = nulls_of(&chunks)?;
        Ok(TextColumn { chunks, nulls })
    }
}
