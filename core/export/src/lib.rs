//! The attribute `#[export(…)]`: one line on a type of the core defines its form in every language,
//! and its privacy.
//!
//! | attribute | the type | in Python | in TypeScript | in Kotlin and Swift |
//! |---|---|---|---|---|
//! | `#[export(record, …)]` | a structure with public fields | a frozen class with those properties | a plain object | a data class, a structure |
//! | `#[export(record, input, …)]` | one that callers build, by `new` and `with_…` | the same | the same | the same |
//! | `#[export(record, literal, …)]` | one that is complete by nature: Rust's literals may build it | the same | the same | the same |
//! | `#[export(code)]` | an enumeration without data, made by `words!` | an `enum.Enum` whose members are strings | a union of string literals | an enumeration |
//! | `#[export(union = "outcome", …)]` | an enumeration with data; its tag in JSON | a class with one subclass for each variant | a union of plain objects, discriminated by the tag | a sealed class, an enumeration with associated values |
//! | `#[export(class, …)]` | a structure with private fields | a frozen class; its methods are written in `core/src/kits/python` | written in `core/src/kits/node` or the binding | written in `core/src/kits/mobile` |
//! | `#[export(class, …, mutable)]` | one that changes | the same, not frozen | the same | the same |
//! | `#[export(class, …, own_equality)]` | one that is equal to others than its like | equality and hash by hand too | the same | the same |
//!
//! Records but those that are `literal` are `#[non_exhaustive]`.
//!
//! Every type but a code is declared private or public:
//!
//! | marker | printed, in every language |
//! |---|---|
//! | `private` | the name alone: no field |
//! | `private, shows(code, source)` | these fields; a new field is hidden until it is listed |
//! | `public` | every field; a field that holds personal data is a compile error |
//! | `scalar` | as the table of scalars says, which also knows whether it is private |
//!
//! A type without a marker does not compile. The attribute writes `Debug` for a private type.
//!
//! Every type but a code has `to_json` and `from_json`; `serde::Serialize` says how its JSON is written.
//! The attribute writes what reads it, unless it says otherwise:
//!
//! | marker | written by hand |
//! |---|---|
//! | `own_reader` | the reader, `FromJson`; a class has this marker by itself |
//! | `own_json` | `FromJson` and `from_json` |
//! | `no_json` | the type has no JSON |
//!
//! It stands above the item's `derive`s, which it reads: `Hash` and `PartialEq` become the language's
//! own.
//!
//! Each kit has a module here and a feature of this crate, which the core's feature of the same name
//! turns on: `python`, `node` and `mobile`. Kits add to the item through `Item`, so that they do not
//! know of each other.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(all(feature = "python", feature = "node", feature = "mobile")),
    allow(
        dead_code,
        reason = "without all kits nobody asks for all that was read"
    )
)]

mod growth;
mod item;
mod json;
#[cfg(feature = "mobile")]
mod mobile;
#[cfg(feature = "node")]
mod node;
mod options;
mod planted;
mod privacy;
#[cfg(feature = "python")]
mod python;
mod text;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

use item::Item;
use options::Options;

/// Carries the type below into other languages; see the crate's documentation.
#[proc_macro_attribute]
pub fn export(options: TokenStream, item: TokenStream) -> TokenStream {
    let options = parse_macro_input!(options as Options);
    let input = parse_macro_input!(item as DeriveInput);
    match write(options, input.clone()) {
        Ok(tokens) => tokens.into(),
        Err(error) => {
            // The type stays, so that the one message is not lost among those of its users.
            let error = error.to_compile_error();
            quote::quote!(#input #error).into()
        }
    }
}

fn write(options: Options, input: DeriveInput) -> syn::Result<proc_macro2::TokenStream> {
    let mut item = Item::new(options, input)?;
    growth::extend(&mut item);
    privacy::extend(&mut item)?;
    planted::extend(&mut item);
    json::extend(&mut item);
    #[cfg(feature = "python")]
    python::extend(&mut item);
    #[cfg(feature = "node")]
    node::extend(&mut item);
    #[cfg(feature = "mobile")]
    mobile::extend(&mut item);
    Ok(item.into_tokens())
}

#[cfg(test)]
mod testing {
    use super::{Item, Options};

    /// The item as one kind of extension writes it, without spaces.
    pub(crate) fn written(extend: fn(&mut Item), options: &str, text: &str) -> String {
        let options: Options = syn::parse_str(options).unwrap();
        let mut item = Item::new(options, syn::parse_str(text).unwrap()).unwrap();
        extend(&mut item);
        item.into_tokens().to_string().replace(' ', "")
    }
}
