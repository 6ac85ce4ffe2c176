//! Values with planted data, for the tests that search all printed texts for them: `Planted` of the
//! core's tests, for each record and each union.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::item::{Field, Item, tokens};
use crate::options::Kind;

/// Adds the values; they are compiled in tests alone.
pub(crate) fn extend(item: &mut Item) {
    let name = item.name().clone();
    let body = match item.options.kind {
        // Their values are written by hand, as their contents are private.
        Kind::Class => return,
        _ if item.options.mobile => return,
        // One word stands for all: a word is no secret.
        Kind::Code => quote!(let _ = secret; #name::ALL.iter().take(1).copied().collect()),
        Kind::Record => made(&item.fields(), &quote!(Self)),
        Kind::Union => {
            let variants = item.variants().into_iter().map(|variant| {
                let ident = &variant.name;
                let made = made(&variant.fields, &quote!(Self::#ident));
                quote! {
                    let variant: ::std::vec::Vec<Self> = { #made };
                    values.extend(variant);
                }
            });
            quote!(let mut values = ::std::vec::Vec::new(); #(#variants)* values)
        }
    };
    item.add_below(quote! {
        #[cfg(test)]
        impl crate::foundation::privacy::Planted for #name {
            fn planted(secret: bool) -> ::std::vec::Vec<Self> { #body }
        }
    });
}

/// As many values as the field with the most of them has.
fn made(fields: &[Field], name: &TokenStream) -> TokenStream {
    if fields.is_empty() {
        return quote!(let _ = secret; ::std::vec![#name {}]);
    }
    let names: Vec<_> = fields.iter().map(|field| &field.name).collect();
    let lists: Vec<_> = names
        .iter()
        .map(|name| format_ident!("planted_{name}"))
        .collect();
    let types = fields.iter().map(|field| tokens(&field.ty));
    let secrets = fields.iter().map(|field| match field.hidden {
        true => quote!(true),
        false => quote!(secret),
    });
    quote! {
        let _ = secret;
        #(let #lists = <#types as crate::foundation::privacy::Planted>::planted(#secrets);)*
        let most = [#(#lists.len()),*].into_iter().max().unwrap_or(0);
        (0..most)
            .map(|at| #name { #(#names: crate::foundation::privacy::pick(&#lists, at)),* })
            .collect()
    }
}
