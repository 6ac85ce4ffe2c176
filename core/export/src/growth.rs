//! Records that may grow: they are `#[non_exhaustive]`, and those that a caller builds have a constructor.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::item::{Field, Item, inside, is};
use crate::options::Kind;

/// Closes a record to literals of other crates, and adds the constructor of one that is an input.
pub(crate) fn extend(item: &mut Item) {
    if item.options.kind != Kind::Record || item.options.literal || item.options.mobile {
        return;
    }
    item.add_above(quote!(#[non_exhaustive]));
    if item.options.input {
        add_constructor(item);
    }
}

/// `new` with the required fields, and `with_…` for each optional one.
fn add_constructor(item: &mut Item) {
    let name = item.name().clone();
    let fields = item.fields();
    let (optional, required): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| field.is_optional());
    let arguments = required.iter().map(|field| {
        let (name, ty) = (&field.name, &field.ty);
        match is(ty, "String") {
            true => quote!(#name: impl ::core::convert::Into<::std::string::String>),
            false => quote!(#name: #ty),
        }
    });
    let values = required.iter().map(|field| {
        let name = &field.name;
        match is(&field.ty, "String") {
            true => quote!(#name: #name.into()),
            false => quote!(#name),
        }
    });
    let left_out = optional.iter().map(|field| &field.name);
    let doc = match optional.is_empty() {
        true => format!("A `{name}` with these fields."),
        false => format!("A `{name}` with the required fields; `with_…` adds an optional one."),
    };
    let setters = optional.iter().map(|field| setter(field));
    item.add_below(quote! {
        impl #name {
            #[doc = #doc]
            #[must_use]
            #[allow(clippy::too_many_arguments, reason = "one for each required field")]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values,)* #(#left_out: ::core::option::Option::None,)* }
            }
            #(#setters)*
        }
    });
}

fn setter(field: &Field) -> TokenStream {
    let (name, method) = (&field.name, format_ident!("with_{}", field.text()));
    let Some(ty) = inside(&field.ty, "Option") else {
        return TokenStream::new();
    };
    let doc = format!("The same with another `{}`. {}", field.text(), field.doc);
    quote! {
        #[doc = #doc]
        #[must_use]
        pub fn #method(mut self, #name: impl ::core::convert::Into<::core::option::Option<#ty>>) -> Self {
            self.#name = #name.into();
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::written;

    const RECORD: &str = "struct Sample { name: String, /// How many.\n count: Option<u8> }";

    #[test]
    fn an_input_takes_required_fields_and_adds_optional_ones() {
        let input = written(extend, "record, public, input", RECORD);
        assert!(input.starts_with("#[non_exhaustive]"), "{input}");
        assert!(input.contains("fnnew(name:impl::core::convert::Into<::std::string::String>)"));
        assert!(input.contains("{name:name.into(),count:::core::option::Option::None,}"));
        assert!(input.contains("fnwith_count(mutself,count:impl"));
        assert!(input.contains("Howmany."));
    }

    #[test]
    fn an_answer_has_no_constructor_and_a_literal_stays_open() {
        let answer = written(extend, "record, public", RECORD);
        assert!(answer.starts_with("#[non_exhaustive]") && !answer.contains("fn"));
        assert!(!written(extend, "record, public, literal", RECORD).contains("non_exhaustive"));
        let union = "enum Sample { A { a: u8 }, B {} }";
        assert!(!written(extend, "union = \"kind\", public", union).contains("non_exhaustive"));
    }
}
