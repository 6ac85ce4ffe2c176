//! The core's types as Python classes, behind the feature `python`. The crate in `bindings-python`
//! makes a module of them; its README says how to add to it.
//!
//! Everything here is thin: it converts, and adds the idioms of Python. A decision belongs into the
//! core proper, where every language gets it.
//!
//! - `object`: the common part of all exported classes; the attribute `export` calls it.
//! - `word`, `scalar`, `text`, `list`: values that are no classes: enumerations, dates, amounts, texts,
//!   bytes, lists.
//! - `error`: exceptions, and the way through which the core is called.
//! - `columns`: whole columns at once, through the Arrow PyCapsule interface.
//! - the others: the methods of the types of one part of the service.

mod calendar;
mod centres;
mod columns;
mod error;
mod explainable;
mod feedback;
mod functions;
mod identity;
mod inquiries;
mod lifecycle;
mod list;
mod notices;
mod object;
mod problem;
mod pydantic;
mod rulebook;
mod scalar;
mod signature;
mod text;
mod texts;
mod word;

pub(crate) use error::call;
pub(crate) use list::List;
pub(crate) use object::{
    Exported, Field, Fields, NewArguments, hash, new_arguments, repr, to_json,
};
pub(crate) use text::{Bytes, OwnedStr, Text};
pub(crate) use word::{
    Word, WordObjects, from_python as word_from_python, to_python as word_to_python,
    word_conversions,
};

pub use calendar::CalendarObject;
pub use columns::{ColumnObject, TableObject};
pub use error::quiet_panics;
#[cfg(feature = "panic-test")]
pub use functions::panic_for_test;
pub use functions::{
    build_info, count_sms, lifecycle_diagram, lifecycle_transitions, mask_feedback, notice_params,
    state_is_end,
};
pub use problem::{code_area, code_example, code_meaning, code_params, code_severity};
pub use rulebook::RulebookObject;
pub use texts::TextsObject;
pub use word::words;
