//! The marker of a type: its `Debug`, and the check of its fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use crate::item::{Field, Item, tokens};
use crate::options::{Kind, Privacy};

/// Adds `Debug` to a private type, and to each type the constant that declares it private or
/// public.
pub(crate) fn extend(item: &mut Item) -> syn::Result<()> {
    let name = item.name().clone();
    match &item.options.privacy {
        Privacy::Missing if item.options.kind == Kind::Code => declare(item, false),
        Privacy::Missing => return Err(missing(&name)),
        // The table of scalars says the rest.
        Privacy::Scalar => {}
        Privacy::Public => {
            check_fields(item);
            declare(item, false);
        }
        Privacy::Private { shows } => {
            check_shows(item, shows)?;
            if item.derives("Debug") {
                let message = format!(
                    "`{name}` is private: the attribute writes its `Debug`, so take `Debug` out of the derives"
                );
                return Err(syn::Error::new(name.span(), message));
            }
            write_debug(item);
            declare(item, true);
        }
    }
    Ok(())
}

fn missing(name: &Ident) -> syn::Error {
    let message = format!(
        "`{name}` does not say whether it holds personal data: say `private` if any field is about a person \
        (then only `shows(…)` is printed), else `public`"
    );
    syn::Error::new(name.span(), message)
}

/// A name that is no field would look as if it were shown.
fn check_shows(item: &Item, shows: &[Ident]) -> syn::Result<()> {
    let variants = item.variants();
    let inner = variants.iter().flat_map(|variant| &variant.fields);
    let fields = item.fields();
    let known: Vec<&Ident> = fields.iter().chain(inner).map(|it| &it.name).collect();
    match shows.iter().find(|name| !known.contains(name)) {
        Some(name) => Err(syn::Error::new(name.span(), "there is no such field")),
        None => Ok(()),
    }
}

fn declare(item: &mut Item, private: bool) {
    let name = item.name().clone();
    let shows: Vec<String> = match &item.options.privacy {
        Privacy::Private { shows } => shows.iter().map(Ident::to_string).collect(),
        _ => Vec::new(),
    };
    item.add_below(quote! {
        impl crate::foundation::privacy::Privacy for #name {
            const PRIVATE: bool = #private;
            const SHOWS: &'static [&'static str] = &[#(#shows),*];
        }
    });
}

/// A public type holds no personal data, in no list, map or option either.
fn check_fields(item: &mut Item) {
    let name = item.name().to_string();
    let mut fields = item.field_types();
    for variant in item.variants() {
        let inner = variant.fields.into_iter();
        fields.extend(inner.map(|field| (format!("{}.{}", variant.name, field.name), field.ty)));
    }
    let checks: Vec<TokenStream> = fields
        .iter()
        .map(|(field, ty)| check(&name, field, ty))
        .collect();
    item.add_below(quote!(#(#checks)*));
}

fn check(name: &str, field: &str, ty: &Type) -> TokenStream {
    let message = format!(
        "`{name}` is public, but its field `{field}` holds personal data: say `private` for `{name}`, and \
        list in `shows(…)` what may be printed"
    );
    let ty_tokens = tokens(ty);
    // The compiler points at the field, but takes the path as the macro's.
    let at = Span::call_site().located_at(ty.span());
    quote_spanned! { at =>
        const _: () = ::core::assert!(
            !<#ty_tokens as crate::foundation::privacy::Privacy>::PRIVATE,
            #message
        );
    }
}

fn write_debug(item: &mut Item) {
    let name = item.name().clone();
    let text = name.to_string();
    let body = match item.options.kind {
        Kind::Union => {
            let arms = item.variants().into_iter().map(|variant| {
                let (ident, text) = (&variant.name, variant.name.to_string());
                let shown = shown(&variant.fields);
                let printed = printed(&text, &shown, &quote!(), all_shown(&variant.fields));
                quote!(Self::#ident { #(#shown,)* .. } => #printed,)
            });
            quote!(match self { #(#arms)* })
        }
        // The fields of a tuple have no name by which they could be shown.
        _ => {
            let (fields, all) = (item.fields(), item.field_types());
            let every = fields.len() == all.len() && all_shown(&fields);
            printed(&text, &shown(&fields), &quote!(&self.), every)
        }
    };
    item.add_below(quote! {
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    });
}

fn shown(fields: &[Field]) -> Vec<Ident> {
    let shown = fields.iter().filter(|field| !field.hidden);
    shown.map(|field| field.name.clone()).collect()
}

fn all_shown(fields: &[Field]) -> bool {
    fields.iter().all(|field| !field.hidden)
}

/// `place` stands before the name of each field.
fn printed(name: &str, shown: &[Ident], place: &TokenStream, every: bool) -> TokenStream {
    let texts = shown.iter().map(Ident::to_string);
    let end = match every {
        true => quote!(finish),
        false => quote!(finish_non_exhaustive),
    };
    quote!(f.debug_struct(#name)#(.field(#texts, #place #shown))*.#end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(options: &str, text: &str) -> Result<String, String> {
        let options = syn::parse_str(options).map_err(|error| error.to_string())?;
        let input = syn::parse_str(text).map_err(|error| error.to_string())?;
        let mut item = Item::new(options, input).map_err(|error| error.to_string())?;
        extend(&mut item).map_err(|error| error.to_string())?;
        Ok(item.into_tokens().to_string().replace(' ', ""))
    }

    #[test]
    fn a_type_without_a_marker_is_refused_with_the_remedy() {
        for (options, text) in [
            ("record", "struct Sample { a: u8 }"),
            ("union = \"kind\"", "enum Sample { A { a: u8 } }"),
            ("class", "struct Sample(u8);"),
        ] {
            let message = written(options, text).unwrap_err();
            assert!(message.contains("`private`") && message.contains("`public`"));
        }
        assert!(
            written("code", "enum Sample { A }")
                .unwrap()
                .contains("PRIVATE:bool=false")
        );
    }

    #[test]
    fn a_private_type_prints_nothing_that_it_does_not_show() {
        let text = "struct Sample { code: u8, secret: String }";
        let private = written("record, private", text).unwrap();
        assert!(private.contains("f.debug_struct(\"Sample\").finish_non_exhaustive()"));
        let shown = written("record, private, shows(code)", text).unwrap();
        let debug = "debug_struct(\"Sample\").field(\"code\",&self.code).finish_non_exhaustive()";
        assert!(
            shown.contains(debug) && shown.contains("PRIVATE:bool=true"),
            "{shown}"
        );
        assert!(written("record, private, shows(cdoe)", text).is_err());
        let derived = format!("#[derive(Clone, Debug)] {text}");
        assert!(
            written("record, private", &derived)
                .unwrap_err()
                .contains("derives")
        );
        let tuple = written("class, private", "struct Sample(String);").unwrap();
        assert!(tuple.contains(".finish_non_exhaustive()"), "{tuple}");
    }

    #[test]
    fn a_public_type_checks_every_field() {
        let text = "enum Sample { A { list: Vec<Iin> }, B { one: u8 }, C {} }";
        let checked = written("union = \"kind\", public", text).unwrap();
        assert!(checked.contains("!<Vec<Iin>ascrate::foundation::privacy::Privacy>::PRIVATE"));
        assert!(checked.contains("`A.list`"));
        let class = written("class, public", "struct Sample(Iin);").unwrap();
        assert!(class.contains("!<Iinascrate::foundation::privacy::Privacy>::PRIVATE"));
    }
}
