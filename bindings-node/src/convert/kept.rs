//! The objects kept for each environment of Node, of which each worker thread has one. They belong
//! to the environment and end with it, so that a later one finds nothing of it, be it on the same
//! thread or in the same place of memory.

use std::cell::{Cell, RefCell};
use std::ffi::c_void;
use std::ptr;

use napi::bindgen_prelude::{JsValue, Unknown};
use napi::{Env, Status, check_status, sys};

use crate::quick::{SentTexts, Session};

/// The objects that JavaScript makes for the native code.
#[derive(Clone, Copy)]
pub(crate) enum Made {
    /// An error, of problems (`undefined` for a defect) and their text for logs.
    Error,
    /// The value of a JSON text.
    Value,
    /// The JSON text of a value.
    Json,
    /// A value in which something is personal, of the value and of what is shown instead.
    Hidden,
}

/// The kept objects. The references are deleted with it: Node does not free them by itself.
#[derive(Default)]
pub(crate) struct Kept {
    makers: [Cell<sys::napi_ref>; 4],
    pub(crate) sent: RefCell<SentTexts>,
    pub(crate) sessions: RefCell<Vec<Session>>,
    pub(crate) cells: RefCell<Vec<Cells>>,
}

impl Kept {
    /// Sets what makes these.
    pub(crate) fn set_maker(
        &self,
        env: &Env,
        made: Made,
        function: &Unknown<'_>,
    ) -> napi::Result<()> {
        // SAFETY: the function is a value of this running call.
        let reference = unsafe { reference(env.raw(), function.raw())? };
        if let Some(maker) = self.makers.get(made as usize) {
            let former = maker.replace(reference);
            if !former.is_null() {
                // SAFETY: it was made in this environment, and nobody else has it.
                unsafe { check_status!(sys::napi_delete_reference(env.raw(), former))? };
            }
        }
        Ok(())
    }
}

/// # Safety
/// `env` is the environment of the running call, and `value` a value of it.
unsafe fn reference(env: sys::napi_env, value: sys::napi_value) -> napi::Result<sys::napi_ref> {
    let mut reference = ptr::null_mut();
    // SAFETY: all pointers are to living values.
    unsafe {
        check_status!(sys::napi_create_reference(env, value, 1, &mut reference))?;
    }
    Ok(reference)
}

/// The objects kept for this environment.
pub(crate) fn kept(env: &Env) -> napi::Result<&Kept> {
    let mut data = ptr::null_mut();
    // SAFETY: the data of this addon's environment are set here alone, on its own thread, and live
    // until it ends, which no call outlives. They are only shared, never borrowed for writing.
    unsafe {
        check_status!(sys::napi_get_instance_data(env.raw(), &mut data))?;
        if data.is_null() {
            data = Box::into_raw(Box::<Kept>::default()).cast();
            let status =
                sys::napi_set_instance_data(env.raw(), data, Some(drop_kept), ptr::null_mut());
            if status != sys::Status::napi_ok {
                drop(Box::from_raw(data.cast::<Kept>()));
                return Err(napi::Error::new(Status::from(status), "no instance data"));
            }
        }
        Ok(&*data.cast::<Kept>())
    }
}

/// # Safety
/// Node calls it once, with what `kept` has set.
unsafe extern "C" fn drop_kept(env: sys::napi_env, data: *mut c_void, _: *mut c_void) {
    // SAFETY: as said above. The references were made in this environment, and nobody has them now.
    unsafe {
        let kept = Box::from_raw(data.cast::<Kept>());
        let makers = kept.makers.iter().map(Cell::get);
        let cells = kept.cells.take();
        for reference in makers.chain(cells.iter().map(|cells| cells.array)) {
            if !reference.is_null() {
                // It cannot fail with an environment and a reference, and there is nobody to be told.
                let _ = sys::napi_delete_reference(env, reference);
            }
        }
    }
}

/// Makes it of these values; `None` before `index.js` has said how.
///
/// # Safety
/// `env` is the environment of the running call, and the values are of it.
pub(crate) unsafe fn make<const N: usize>(
    env: sys::napi_env,
    made: Made,
    of: [sys::napi_value; N],
) -> napi::Result<Option<sys::napi_value>> {
    let (mut function, mut this, mut out) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    let reference = {
        let env = Env::from_raw(env);
        let maker = kept(&env)?.makers.get(made as usize).map(Cell::get);
        maker.unwrap_or(ptr::null_mut())
    };
    if reference.is_null() {
        return Ok(None);
    }
    // SAFETY: the reference was made in this environment, and all pointers are to living values.
    unsafe {
        check_status!(sys::napi_get_reference_value(env, reference, &mut function))?;
        check_status!(sys::napi_get_undefined(env, &mut this))?;
        // Its exception is passed on.
        check_status!(sys::napi_call_function(
            env,
            this,
            function,
            N,
            of.as_ptr(),
            &mut out
        ))?;
    }
    Ok(Some(out))
}

/// The numbers that `quick.js` and the native code write for each other.
pub(crate) struct Cells {
    numbers: ptr::NonNull<[i32]>,
    /// Keeps their memory.
    array: sys::napi_ref,
}

impl Cells {
    /// So many numbers.
    pub(crate) fn new(env: &Env, count: usize) -> napi::Result<Cells> {
        let (mut data, mut buffer, mut array) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
        let (env, length) = (env.raw(), count.saturating_mul(size_of::<i32>()));
        // SAFETY: all pointers are to living values.
        unsafe {
            check_status!(sys::napi_create_arraybuffer(
                env,
                length,
                &mut data,
                &mut buffer
            ))?;
            let kind = sys::TypedarrayType::int32_array;
            check_status!(sys::napi_create_typedarray(
                env, kind, count, buffer, 0, &mut array
            ))?;
            let numbers = ptr::NonNull::new(ptr::slice_from_raw_parts_mut(data.cast(), count))
                .ok_or_else(|| napi::Error::new(Status::GenericFailure, "no memory"))?;
            let array = reference(env, array)?;
            Ok(Cells { numbers, array })
        }
    }

    /// The array that JavaScript has of them.
    pub(crate) fn array<'a>(&self, env: &'a Env) -> napi::Result<Unknown<'a>> {
        let mut array = ptr::null_mut();
        // SAFETY: the reference was made in this environment.
        unsafe {
            check_status!(sys::napi_get_reference_value(
                env.raw(),
                self.array,
                &mut array
            ))?;
            Ok(Unknown::from_raw_unchecked(env.raw(), array))
        }
    }

    /// The numbers, while no JavaScript runs: what can be sent to another thread cannot call any.
    pub(crate) fn with<T>(&mut self, ask: impl FnOnce(&mut [i32]) -> T + Send) -> T {
        // SAFETY: the engine gave as many bytes as it was asked for, aligned for any number and filled
        // with zeros, and the reference keeps them. Their length is fixed. The array was handed to
        // `quick.js` alone, which shows it and its buffer to nobody, so that they cannot be transferred
        // or shared; and no JavaScript runs meanwhile.
        ask(unsafe { self.numbers.as_mut() })
    }
}
