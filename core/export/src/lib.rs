//! The attribute `#[export(…)]`: one line on a type of the core says what it is in every language.
//!
//! | attribute | the type | in Python | in TypeScript | in Kotlin and Swift |
//! |---|---|---|---|---|
//! | `#[export(record)]` | a structure with public fields | a frozen class with those properties | a plain object | a data class, a structure |
//! | `#[export(code)]` | an enumeration without data, made by `words!` | an `enum.Enum` whose members are strings | a union of string literals | an enumeration |
//! | `#[export(union = "outcome")]` | an enumeration with data; its tag in JSON | a class with one subclass for each variant | a union of plain objects, discriminated by the tag | a sealed class, an enumeration with associated values |
//! | `#[export(class)]` | a structure with private fields | a frozen class; its methods are written in `core/src/kits/python` | written in `core/src/kits/node` or the binding | written in `core/src/kits/mobile` |
//! | `#[export(class, mutable)]` | one that changes | the same, not frozen | the same | the same |
//! | `#[export(class, own_equality)]` | one that is equal to others than its like | equality and hash by hand too | the same | the same |
//!
//! It stands above the item's `derive`s, which it reads: `Hash` and `PartialEq` become the language's
//! own, and a type that derives `Debug` has no personal data that its text would have to hide.
//!
//! Each kit has a module here and a feature of this crate, which the core's feature of the same name
//! turns on: `python`, `node` and `uniffi`. Without a feature the attribute does nothing. Kits add lines
//! to the item through `Item`, so that they do not know of each other.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(all(feature = "python", feature = "node", feature = "uniffi")),
    allow(
        dead_code,
        reason = "without all kits nobody asks for all that was read"
    )
)]

mod item;
#[cfg(feature = "node")]
mod node;
#[cfg(feature = "python")]
mod python;
#[cfg(any(feature = "python", feature = "uniffi"))]
mod text;
#[cfg(feature = "uniffi")]
mod uniffi;

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
    #[cfg(feature = "uniffi")]
    let item = uniffi::extend(options, item);
    // Without a kit there is nothing that the options could change.
    let _ = options;
    item.into_tokens()
}

fn compile_error(message: &str) -> TokenStream {
    let text = format!("::std::compile_error!({message:?});");
    text.parse().unwrap_or_default()
}
