//! The attribute `#[export(…)]`: one line on a type of the core says what it is in every language.
//!
//! | attribute | the type | in Python | in TypeScript |
//! |---|---|---|---|
//! | `#[export(record)]` | a structure with public fields | a frozen class with those properties | a plain object |
//! | `#[export(code)]` | an enumeration without data, made by `words!` | an `enum.Enum` whose members are strings | a union of string literals |
//! | `#[export(union = "outcome")]` | an enumeration with data; its tag in JSON | a class with one subclass for each variant | a union of plain objects, discriminated by the tag |
//! | `#[export(class)]` | a structure with private fields | a frozen class; its methods are written in `core/src/python` | written in `core/src/node` or the binding |
//! | `#[export(class, mutable)]` | one that changes | the same, not frozen | the same |
//! | `#[export(class, own_equality)]` | one that is equal to others than its like | equality and hash by hand too | the same |
//!
//! It stands above the item's `derive`s, which it reads: `Hash` and `PartialEq` become the language's
//! own, and a type that derives `Debug` has no personal data that its text would have to hide.
//!
//! Each kit has a module here and a feature of this crate, which the core's feature of the same name
//! turns on: `python` and `node` are written; `uniffi` gets its with its bindings. Without a
//! feature the attribute does nothing. Kits add lines to the item through `Item`, so that
//! they do not know of each other.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(all(feature = "python", feature = "node")),
    allow(
        dead_code,
        reason = "without both kits nobody asks for all that was read"
    )
)]

mod item;
#[cfg(feature = "node")]
mod node;
#[cfg(feature = "python")]
mod python;

use proc_macro::TokenStream;

use item::{Item, Options};

/// Carries the type below into other languages; see the crate's documentation.
#[proc_macro_attribute]
pub fn export(options: TokenStream, item: TokenStream) -> TokenStream {
    let read = Options::read(options).and_then(|options| {
        let item = Item::read(item, options.kind)?;
        Ok((options, item))
    });
    match read {
        Ok((options, item)) => write(&options, item),
        Err(message) => compile_error(&message),
    }
}

fn write(options: &Options, item: Item) -> TokenStream {
    #[cfg(feature = "python")]
    let item = python::extend(options, item);
    #[cfg(feature = "node")]
    let item = node::extend(options, item);
    // Without a kit there is nothing that the options could change.
    let _ = options;
    item.into_tokens()
}

fn compile_error(message: &str) -> TokenStream {
    let text = format!("::std::compile_error!({message:?});");
    text.parse().unwrap_or_default()
}
