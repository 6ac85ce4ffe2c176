//! The memory of typed arrays and Buffers.
//!
//! JavaScript may give memory away (`transfer`, `structuredClone`), shrink it (`resize`) and write
//! into it from another thread (`SharedArrayBuffer`). Memory that is kept beyond the call is thus
//! copied, and so is shared memory; all else is looked at after everything else of a call was read,
//! while no JavaScript runs.

use std::ffi::c_void;
use std::ptr;
use std::slice;
use std::sync::atomic::{AtomicU8, Ordering};

use napi::bindgen_prelude::{FromNapiValue, JsValue, Unknown};
use napi::{Env, check_status, sys};

use super::type_error;

/// Beyond what any rulebook allows a picture, only the length of a file matters: it is refused.
const MAX_BYTES: usize = 64 << 20;

/// A copy of the bytes of a `Uint8Array`, such as a `Buffer`.
pub struct Bytes(pub Vec<u8>);

impl FromNapiValue for Bytes {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Bytes> {
        // SAFETY: Node calls with its own environment and a value of it.
        let array = unsafe { Array::of(env, value)? };
        match array {
            Some(array) if array.kind == sys::TypedarrayType::uint8_array => {
                // Such a file is refused for its size, which is all that is kept of it: zeros cost no
                // memory before they are read.
                Ok(Bytes(if array.length > MAX_BYTES {
                    vec![0; array.length]
                } else {
                    array.copied()
                }))
            }
            _ => Err(type_error(
                &Env::from_raw(env),
                "bytes are a Uint8Array, such as a Buffer",
            )),
        }
    }
}

/// A typed array, as it is at this moment: until JavaScript runs again.
struct Array {
    kind: i32,
    /// Its first byte; nothing may be read if there are no bytes.
    data: *mut u8,
    /// Its entries.
    count: usize,
    /// Its bytes.
    length: usize,
    /// Other threads may have the same memory.
    is_shared: bool,
}

impl Array {
    /// The kind of this value; `None` for one that is no typed array.
    ///
    /// # Safety
    /// `env` is the environment of the running call, and `value` a value of it.
    unsafe fn of(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Option<Array>> {
        let (mut is_array, mut is_own, mut kind) = (false, false, 0);
        let (mut count, mut offset) = (0, 0);
        let (mut data, mut buffer): (*mut c_void, _) = (ptr::null_mut(), ptr::null_mut());
        // SAFETY: all pointers are to living values.
        unsafe {
            check_status!(sys::napi_is_typedarray(env, value, &mut is_array))?;
            if !is_array {
                return Ok(None);
            }
            check_status!(sys::napi_get_typedarray_info(
                env,
                value,
                &mut kind,
                &mut count,
                &mut data,
                &mut buffer,
                &mut offset
            ))?;
            // A `SharedArrayBuffer` is no `ArrayBuffer`.
            check_status!(sys::napi_is_arraybuffer(env, buffer, &mut is_own))?;
        }
        let size = match kind {
            sys::TypedarrayType::uint8_array => 1,
            sys::TypedarrayType::int32_array => size_of::<i32>(),
            // No other is read.
            _ => 0,
        };
        let length = if data.is_null() {
            0
        } else {
            count.saturating_mul(size)
        };
        Ok(Some(Array {
            kind,
            data: data.cast(),
            count,
            length,
            is_shared: !is_own,
        }))
    }

    fn copied(&self) -> Vec<u8> {
        if self.is_shared {
            // SAFETY: shared memory never shrinks, and is written to a byte at a time at the least.
            let byte =
                |at| unsafe { AtomicU8::from_ptr(self.data.add(at)).load(Ordering::Relaxed) };
            (0..self.length).map(byte).collect()
        } else if self.length == 0 {
            Vec::new()
        } else {
            // SAFETY: the engine has just said that this many bytes are there. No JavaScript has run
            // since, and no other thread has them.
            unsafe { slice::from_raw_parts(self.data, self.length) }.to_vec()
        }
    }

    fn is_apart_from(&self, other: &Array) -> bool {
        let end = |array: &Array| array.data.wrapping_add(array.length);
        end(self) <= other.data || end(other) <= self.data
    }
}

/// The days of a column.
enum Days<'a> {
    Seen(&'a [i32]),
    Copied(Vec<i32>),
}

impl Days<'_> {
    fn of(array: &Array, into: Option<&Array>) -> Self {
        if array.kind != sys::TypedarrayType::int32_array || array.length == 0 {
            return Days::Seen(&[]);
        }
        let is_apart = into.is_none_or(|into| into.is_apart_from(array));
        let numbers: *const i32 = array.data.cast();
        if array.is_shared || !is_apart || !numbers.is_aligned() {
            let bytes = array.copied();
            let (numbers, _) = bytes.as_chunks();
            return Days::Copied(numbers.iter().map(|it| i32::from_ne_bytes(*it)).collect());
        }
        // SAFETY: as in `copied`; what is written is elsewhere. See `with_days` for how long.
        Days::Seen(unsafe { slice::from_raw_parts(numbers, array.count) })
    }

    fn as_slice(&self) -> &[i32] {
        match self {
            Days::Seen(days) => days,
            Days::Copied(days) => days,
        }
    }
}

/// Asks with the days of these columns, and the bytes to write into, which are `None` without any,
/// or if others might have them. A column that is no `Int32Array`, or whose memory is gone, has no
/// days.
///
/// Everything else that the question needs has been read before. A closure that can be sent to
/// another thread cannot call JavaScript, so that the memory stays the same while `ask` runs.
pub(crate) fn with_days<T, const N: usize>(
    env: &Env,
    columns: [&Unknown<'_>; N],
    into: Option<&Unknown<'_>>,
    ask: impl FnOnce([&[i32]; N], Option<&mut [u8]>) -> T + Send,
) -> napi::Result<T> {
    // SAFETY: these are values of the running call.
    let seen = |value: &Unknown<'_>| unsafe { Array::of(env.raw(), value.raw()) };
    let into = into.map(seen).transpose()?.flatten();
    let into =
        into.filter(|array| array.kind == sys::TypedarrayType::uint8_array && !array.is_shared);
    let mut days = [const { Days::Seen(&[]) }; N];
    for (days, column) in days.iter_mut().zip(columns) {
        if let Some(array) = seen(column)? {
            *days = Days::of(&array, into.as_ref());
        }
    }
    let into = into.map(|array| match array.length {
        0 => &mut [][..],
        // SAFETY: as in `copied`, and no column is in this memory.
        length => unsafe { slice::from_raw_parts_mut(array.data, length) },
    });
    Ok(ask(days.each_ref().map(Days::as_slice), into))
}
