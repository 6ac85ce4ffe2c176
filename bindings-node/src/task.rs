//! Work on the thread pool.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use napi::bindgen_prelude::AsyncTask;
use napi::{Env, Task};
use napi_derive::napi;
use qujat::Error;
use qujat::node::Value;

use crate::convert::{Bytes, Plain};
use crate::error::{Outcome, guarded, thrown};

/// Says that an answer is no longer wanted: work that has not begun is left out.
#[napi(js_name = "_Cancel")]
pub struct Cancel {
    asked: Arc<AtomicBool>,
}

#[napi]
impl Cancel {
    /// One that has not been asked for.
    #[napi(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript")]
    pub fn new() -> Cancel {
        Cancel {
            asked: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Asks for it.
    #[napi]
    pub fn cancel(&self) {
        self.asked.store(true, Ordering::Relaxed);
    }
}

/// The question asked of the bytes of up to two pictures.
type Ask = Box<dyn FnOnce([Option<&[u8]>; 2]) -> Result<Value, Error> + Send>;

/// One question. The bytes are a copy: JavaScript may do with its own as it likes.
pub struct Work {
    pictures: [Option<Bytes>; 2],
    ask: Option<Ask>,
    cancelled: Option<Arc<AtomicBool>>,
}

impl Work {
    pub(crate) fn on(
        pictures: [Option<Bytes>; 2],
        cancel: Option<&Cancel>,
        ask: impl FnOnce([Option<&[u8]>; 2]) -> Result<Value, Error> + Send + 'static,
    ) -> AsyncTask<Work> {
        AsyncTask::new(Work {
            pictures,
            ask: Some(Box::new(ask)),
            cancelled: cancel.map(|cancel| Arc::clone(&cancel.asked)),
        })
    }
}

impl Task for Work {
    type Output = Outcome<Value>;
    type JsValue = Plain;

    fn compute(&mut self) -> napi::Result<Outcome<Value>> {
        let is_cancelled = |asked: &Arc<AtomicBool>| asked.load(Ordering::Relaxed);
        let Some(ask) = self.ask.take() else {
            return Ok(Ok(Value::Undefined));
        };
        if self.cancelled.as_ref().is_some_and(is_cancelled) {
            return Ok(Ok(Value::Undefined));
        }
        let pictures = self.pictures.each_ref();
        let pictures = pictures.map(|bytes| bytes.as_ref().map(|bytes| bytes.0.as_slice()));
        Ok(guarded(|| ask(pictures)))
    }

    fn resolve(&mut self, env: Env, answer: Outcome<Value>) -> napi::Result<Plain> {
        answer.map(Plain).map_err(|failure| thrown(&env, failure))
    }
}
