//! The JSON of a type, in both directions: its reader, and `to_json` and `from_json`.
//!
//! JSON is written by `serde::Serialize`. The reader takes what it writes, and finds everything that is
//! wrong with another text. What is generated is thin: it names the fields, and calls
//! `core/src/foundation/json`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::item::{Field, Item, inside, tokens};
use crate::options::{Json, Kind};
use crate::text::snake_case;

/// Adds the reader and the methods, but for those that are written by hand.
pub(crate) fn extend(item: &mut Item) {
    if item.options.mobile || item.options.json == Json::None {
        return;
    }
    document(item);
    // `words!` writes what reads a word; as methods, `as_str` and `parse` are enough.
    if item.options.kind == Kind::Code {
        return;
    }
    if item.options.json == Json::Generated {
        let name = item.name().clone();
        let body = match item.options.kind {
            Kind::Union => union(item),
            _ => record(&item.fields()),
        };
        item.add_below(quote! {
            impl crate::foundation::json::FromJson for #name {
                fn from_json(
                    json: &crate::foundation::json::Json<'_>,
                    at: crate::foundation::json::Place<'_>,
                    problems: &mut crate::foundation::problems::Problems,
                ) -> ::std::option::Option<Self> { #body }
            }
        });
    }
    methods(item);
}

/// The type in the tables of the kits.
fn document(item: &mut Item) {
    let name = item.name().clone();
    let read = match item.options.kind {
        Kind::Code => quote! {
            crate::foundation::json::read(json, crate::foundation::json::MAX_DOCUMENT)
        },
        _ => quote!(#name::from_json(json)),
    };
    item.add_below(quote! {
        #[cfg(any(test, feature = "node"))]
        impl crate::foundation::json::Document for #name {
            fn read(json: &[u8]) -> crate::foundation::problem::Result<Self> { #read }
        }
    });
}

fn methods(item: &mut Item) {
    let name = item.name().clone();
    let from_json = (item.options.json != Json::Own).then(|| {
        quote! {
            /// Reads a value from its JSON, as [`to_json`](Self::to_json) writes it in any language.
            ///
            /// # Errors
            /// Every problem of the text with its place: `JSON_SYNTAX`, …; `MISSING_FIELD`,
            /// `UNKNOWN_FIELD`, `WRONG_TYPE`, … and those of the values in it. `JSON_TOO_LARGE` for
            /// more than 4 MiB.
            pub fn from_json(json: &[u8]) -> crate::foundation::problem::Result<Self> {
                crate::foundation::json::read(json, crate::foundation::json::MAX_DOCUMENT)
            }
        }
    });
    item.add_below(quote! {
        impl #name {
            /// The value as JSON, the same in every language. It holds personal data whole, if the value
            /// has any.
            #[must_use]
            pub fn to_json(&self) -> ::std::string::String {
                crate::foundation::json::write(self)
            }

            #from_json
        }
    });
}

/// Statements that read each field into a variable, and what fills the braces. A list must be there: one
/// that was lost may not look as if it had been empty.
fn reads(fields: &[Field]) -> (TokenStream, TokenStream) {
    let variable = |field: &Field| format_ident!("field_{}", field.text());
    let reads = fields.iter().map(|field| {
        let (key, variable, ty) = (field.text(), variable(field), tokens(&field.ty));
        let read = match inside(&field.ty, "Vec") {
            Some(entry) => {
                let entry = tokens(entry);
                quote!(list::<#entry>)
            }
            None if field.is_optional() => quote!(get::<#ty>),
            None => quote!(require::<#ty>),
        };
        quote!(let #variable = fields.#read(#key, at, problems);)
    });
    let fills = fields.iter().map(|field| {
        let (name, variable) = (&field.name, variable(field));
        quote!(#name: #variable?,)
    });
    (reads.collect(), fills.collect())
}

fn keys(fields: &[Field]) -> Vec<String> {
    fields.iter().map(Field::text).collect()
}

fn record(fields: &[Field]) -> TokenStream {
    let ((reads, fills), keys) = (reads(fields), keys(fields));
    quote! {
        let fields = crate::foundation::json::Fields::new(json, &[#(#keys),*], at, problems)?;
        #reads
        Some(Self { #fills })
    }
}

fn union(item: &Item) -> TokenStream {
    let tag = item.options.tag.clone();
    let variants = item.variants();
    let words: Vec<String> = variants
        .iter()
        .map(|variant| snake_case(&variant.name.to_string()))
        .collect();
    let arms = variants.iter().zip(&words).map(|(variant, word)| {
        let (name, keys) = (&variant.name, keys(&variant.fields));
        let (reads, fills) = reads(&variant.fields);
        quote! {
            #word => {
                let fields = crate::foundation::json::Fields::new(json, &[#tag, #(#keys),*], at, problems)?;
                let _ = &fields;
                #reads
                Some(Self::#name { #fills })
            }
        }
    });
    quote! {
        match crate::foundation::json::tag(json, #tag, at, problems)? {
            #(#arms)*
            _ => {
                problems.push(crate::foundation::json::unknown_value(at.field(#tag), &[#(#words),*]));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::written;

    #[test]
    fn a_list_must_be_there_and_an_option_need_not() {
        let text = "struct Sample { list: Vec<u8>, option: Option<u8>, one: u8 }";
        let written = written(extend, "record, public", text);
        for read in [
            "list::<u8>(\"list\"",
            "get::<Option<u8>>(\"option\"",
            "require::<u8>(\"one\"",
        ] {
            assert!(written.contains(read), "{written}");
        }
    }

    #[test]
    fn what_is_written_by_hand_is_not_written_again() {
        let text = "struct Sample { one: u8 }";
        let parts = |options| {
            let written = written(extend, options, text);
            let parts = ["FromJsonfor", "fnto_json", "pubfnfrom_json"];
            parts.map(|part| written.contains(part))
        };
        assert_eq!(parts("record, public"), [true, true, true]);
        assert_eq!(parts("record, public, own_reader"), [false, true, true]);
        assert_eq!(parts("record, public, own_json"), [false, true, false]);
        assert_eq!(parts("record, public, no_json"), [false, false, false]);
    }

    #[test]
    fn a_union_is_read_by_its_tag() {
        let text = "enum Sample { SmsCode { one: u8 }, None {} }";
        let written = written(extend, "union = \"kind\", public", text);
        assert!(written.contains("tag(json,\"kind\""), "{written}");
        assert!(written.contains("\"sms_code\"=>"), "{written}");
    }
}
