//! The UniFFI kit, for Kotlin and Swift: the derives of records and enumerations.
//!
//! Besides, an optional field of a record may be left out where it is made, and every word knows its
//! spelling. Values and classes are written in `core/src/kits/mobile`. UniFFI's generator prints all
//! fields; the project's own one hides those of private types, which it reads from the core.

use quote::quote;
use syn::parse_quote;

use crate::item::Item;
use crate::options::Kind;
use crate::text::without_rust;

/// Adds UniFFI's attributes to an item. A class has nothing: `core/src/kits/mobile` writes it.
pub(crate) fn extend(item: &mut Item) {
    let derive = match item.options.kind {
        Kind::Record => quote!(#[derive(::uniffi::Record)]),
        Kind::Code | Kind::Union => quote!(#[derive(::uniffi::Enum)]),
        Kind::Class => return,
    };
    item.rewrite_docs(without_rust);
    item.add_above(derive);
    for field in item.fields() {
        if field.is_optional() {
            item.add_to_member(&field.name, parse_quote!(#[uniffi(default = None)]));
        }
    }
    if item.options.kind == Kind::Code {
        add_spelling(item);
    }
}

fn add_spelling(item: &mut Item) {
    let name = item.name().clone();
    item.add_below(quote! {
        #[::uniffi::export]
        impl #name {
            /// The stable spelling: in JSON, in parameters, and as the key of the word in the texts.
            pub fn spelling(&self) -> ::std::string::String { self.as_str().to_owned() }
        }
    });
}
