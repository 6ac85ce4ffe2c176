//! The Node kit: how a type crosses as a plain JavaScript value, and its TypeScript declaration.
//!
//! The generated code is thin: it names the fields in camelCase, and calls `core/src/kits/node`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::item::{Field, Item, is_bytes, tokens};
use crate::options::Kind;
use crate::text::snake_case;

/// Adds the conversions to an item. A class has no generated code: `core/src/kits/node` or the
/// binding writes it.
pub(crate) fn extend(item: &mut Item) {
    if item.options.mobile {
        return;
    }
    match item.options.kind {
        Kind::Record => record(item),
        Kind::Code => code(item),
        Kind::Union => union(item),
        Kind::Class => {}
    }
}

/// `expires_on` as `expiresOn`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut out = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

/// Bytes are a type of their own in JavaScript, and no list of numbers.
fn carried_type(field: &Field) -> TokenStream {
    match is_bytes(&field.ty) {
        true => quote!(crate::kits::node::Bytes),
        false => tokens(&field.ty),
    }
}

fn key(field: &Field) -> String {
    camel_case(&field.text())
}

/// A text that ends with a zero, as Node's interface takes names.
fn c_text(text: &str) -> proc_macro2::Literal {
    let text = std::ffi::CString::new(text).unwrap_or_default();
    proc_macro2::Literal::c_string(&text)
}

/// Statements that push each field; `place` stands before its name. A hidden field is pushed with its
/// mask, and so are bytes, which say nothing when they are printed.
fn puts(fields: &[Field], place: &TokenStream) -> TokenStream {
    let puts = fields.iter().map(|field| {
        let (key, name) = (c_text(&key(field)), &field.name);
        let put = match (is_bytes(&field.ty), field.hidden) {
            (false, false) => quote!(put),
            (false, true) => quote!(put_hidden),
            (true, _) => quote!(put_bytes),
        };
        quote!(crate::kits::node::#put(&mut fields, #key, #place #name);)
    });
    puts.collect()
}

/// Statements that read each field into a variable, and the contents of the braces.
fn gets(fields: &[Field]) -> (TokenStream, TokenStream) {
    let variable = |field: &Field| format_ident!("field_{}", field.text());
    let reads = fields.iter().map(|field| {
        let (key, variable, ty) = (key(field), variable(field), carried_type(field));
        quote!(let #variable = crate::kits::node::get::<#ty>(&fields, #key, at, problems);)
    });
    let fills = fields.iter().map(|field| {
        let (name, variable) = (&field.name, variable(field));
        quote!(#name: #variable?.into(),)
    });
    (reads.collect(), fills.collect())
}

fn keys(fields: &[Field]) -> Vec<String> {
    fields.iter().map(key).collect()
}

/// The fields for the declaration: name, documentation, type.
fn specs(fields: &[Field]) -> TokenStream {
    let specs = fields.iter().map(|field| {
        let (key, doc, optional) = (key(field), &field.doc, field.is_optional());
        let ty = carried_type(field);
        quote! {
            crate::kits::node::FieldSpec {
                name: #key, doc: #doc, is_optional: #optional, ts: <#ty as crate::kits::node::JsType>::ts()
            }
        }
    });
    quote!(::std::vec![#(#specs),*])
}

fn implement(item: &mut Item, body: &TokenStream, to: &TokenStream, from: &TokenStream) {
    let (name, text, doc) = (item.name().clone(), item.name().to_string(), item.doc());
    item.add_below(quote! {
        impl crate::kits::node::JsType for #name {
            fn ts() -> ::std::string::String { #text.to_owned() }
            fn to_js(&self) -> crate::kits::node::Value { #to }
            fn from_js(
                json: &crate::foundation::json::Json<'_>,
                at: crate::foundation::json::Place<'_>,
                problems: &mut crate::foundation::problems::Problems,
            ) -> ::std::option::Option<Self> { #from }
        }
        impl crate::kits::node::Described for #name {
            fn spec() -> crate::kits::node::TypeSpec {
                crate::kits::node::TypeSpec { name: #text, doc: #doc, body: #body }
            }
        }
    });
}

fn record(item: &mut Item) {
    let fields = item.fields();
    let (reads, fills) = gets(&fields);
    let (count, keys, specs) = (fields.len(), keys(&fields), specs(&fields));
    let puts = puts(&fields, &quote!(&self.));
    let to = quote! {
        let mut fields = ::std::vec::Vec::with_capacity(#count);
        #puts
        crate::kits::node::Value::Object(fields)
    };
    let from = quote! {
        let fields = crate::foundation::json::Fields::new(json, &[#(#keys),*], at, problems)?;
        #reads
        Some(Self { #fills })
    };
    implement(
        item,
        &quote!(crate::kits::node::Body::Record(#specs)),
        &to,
        &from,
    );
}

fn union(item: &mut Item) {
    let (tag, c_tag) = (item.options.tag.clone(), c_text(&item.options.tag));
    let (mut arms, mut reads, mut bodies) = (Vec::new(), Vec::new(), Vec::new());
    let mut words = Vec::new();
    for variant in item.variants() {
        let (name, word, doc) = (
            &variant.name,
            snake_case(&variant.name.to_string()),
            &variant.doc,
        );
        let fields = &variant.fields;
        let names = fields.iter().map(|field| &field.name);
        let puts = puts(fields, &quote!());
        arms.push(quote! {
            Self::#name { #(#names),* } => {
                fields.push((#c_tag.into(), crate::kits::node::Value::from(#word)));
                #puts
            }
        });
        let ((variant_reads, fills), keys) = (gets(fields), keys(fields));
        reads.push(quote! {
            #word => {
                let fields = crate::foundation::json::Fields::new(json, &[#tag, #(#keys),*], at, problems)?;
                let _ = &fields;
                #variant_reads
                Some(Self::#name { #fills })
            }
        });
        let specs = specs(fields);
        bodies.push(quote!((#word, #doc, #specs)));
        words.push(word);
    }
    let to = quote! {
        let mut fields = ::std::vec::Vec::new();
        match self { #(#arms)* }
        crate::kits::node::Value::Object(fields)
    };
    let from = quote! {
        match crate::foundation::json::tag(json, #tag, at, problems)? {
            #(#reads)*
            _ => {
                problems.push(crate::foundation::json::unknown_value(at.field(#tag), &[#(#words),*]));
                None
            }
        }
    };
    let body =
        quote!(crate::kits::node::Body::Union { tag: #tag, variants: ::std::vec![#(#bodies),*] });
    implement(item, &body, &to, &from);
}

fn code(item: &mut Item) {
    let name = item.name().clone();
    let docs = item.variants().into_iter().map(|variant| variant.doc);
    let body = quote! {
        crate::kits::node::Body::Word(#name::ALL.iter().map(|word| word.as_str()).zip([#(#docs),*]).collect())
    };
    let to = quote!(crate::kits::node::Value::from(self.as_str()));
    let from = quote! {
        let text = crate::foundation::json::text(json, at, problems)?;
        let word = #name::parse(text);
        if word.is_none() {
            let words: ::std::vec::Vec<&str> =
                #name::ALL.iter().map(|word| word.as_str()).collect();
            problems.push(crate::foundation::json::unknown_value(at, &words));
        }
        word
    };
    implement(item, &body, &to, &from);
}
