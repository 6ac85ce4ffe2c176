//! The Python kit: PyO3's attributes, and the methods that every class has.
//!
//! The generated code is thin: it names the fields, and calls `core/src/kits/python`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::parse_quote;

use crate::item::{Field, Item, Variant, inside, is, is_bytes, tokens};
use crate::options::{Json, Kind};
use crate::text::without_rust;

/// Adds PyO3's attributes to an item.
pub(crate) fn extend(item: &mut Item) {
    if item.options.mobile {
        return;
    }
    item.rewrite_docs(without_rust);
    match item.options.kind {
        Kind::Record => record(item),
        Kind::Code => code(item),
        Kind::Union => union(item),
        Kind::Class => class(item),
    }
}

/// Words that cannot name an attribute in Python; PEP 8 adds an underscore.
const KEYWORDS: [&str; 12] = [
    "and", "class", "def", "del", "from", "global", "is", "lambda", "not", "or", "pass", "with",
];

fn python_name(field: &Field) -> Ident {
    if KEYWORDS.contains(&field.text().as_str()) {
        format_ident!("{}_", field.text())
    } else {
        field.name.clone()
    }
}

/// `#[pyclass(…)]`, with equality, order and hash where the type has them.
fn pyclass(item: &mut Item) {
    let (mutable, own_equality) = (item.options.mutable, item.options.own_equality);
    let hashed = item.derives("Hash") && !mutable && !own_equality;
    let wanted = [
        ("frozen", !mutable),
        ("eq", item.derives("PartialEq") && !own_equality),
        ("ord", item.derives("PartialOrd")),
        ("hash", hashed),
        ("from_py_object", item.derives("Clone")),
    ];
    let options = wanted.iter().filter(|(_, wanted)| *wanted);
    let options = options.map(|(name, _)| format_ident!("{name}"));
    item.add_above(quote!(#[::pyo3::pyclass(module = "qujat", #(#options),*)]));
}

fn class(item: &mut Item) {
    pyclass(item);
    let copies = (!item.options.mutable).then(copies);
    // A class that reads itself writes itself too.
    let json = (item.options.json != Json::Own).then(|| json(item));
    let name = item.name().clone();
    item.add_below(quote!(#[::pyo3::pymethods] impl #name { #copies #json }));
}

/// A frozen object is its own copy.
fn copies() -> TokenStream {
    quote! {
        fn __copy__(slf: ::pyo3::Py<Self>) -> ::pyo3::Py<Self> { slf }
        fn __deepcopy__(
            slf: ::pyo3::Py<Self>,
            memo: &::pyo3::Bound<'_, ::pyo3::PyAny>,
        ) -> ::pyo3::Py<Self> {
            let _ = memo;
            slf
        }
    }
}

/// The methods that follow from the fields alone.
fn common_methods(item: &Item) -> TokenStream {
    let copies = copies();
    let hash = (!item.derives("Hash")).then(|| {
        quote! {
            fn __hash__(&self, py: ::pyo3::Python<'_>) -> ::pyo3::PyResult<isize> {
                crate::kits::python::hash(self, py)
            }
        }
    });
    let json = json(item);
    quote! {
        #copies
        fn __getnewargs_ex__<'py>(&self, py: ::pyo3::Python<'py>)
            -> ::pyo3::PyResult<crate::kits::python::NewArguments<'py>> {
            crate::kits::python::new_arguments(self, py)
        }
        fn __repr__(&self, py: ::pyo3::Python<'_>) -> ::pyo3::PyResult<String> {
            crate::kits::python::repr(self, py)
        }
        #hash
        #json
    }
}

/// `to_json`, and `from_json` unless it is written by hand.
fn json(item: &Item) -> TokenStream {
    if item.options.json == Json::None {
        return TokenStream::new();
    }
    let from_json = (item.options.json != Json::Own).then(|| {
        quote! {
            /// Reads a value from its JSON, as `to_json` writes it in any language. `Error` has every
            /// problem with its place.
            #[staticmethod]
            #[pyo3(name = "from_json")]
            fn py_from_json(json: crate::kits::python::Text) -> ::pyo3::PyResult<Self> {
                crate::kits::python::call(|| Self::from_json(json.as_slice()))
            }
        }
    });
    quote! {
        /// The value as JSON text, the same in every language. It holds personal data whole, if the value
        /// has any.
        #[pyo3(name = "to_json")]
        fn py_to_json(&self) -> ::pyo3::PyResult<String> { crate::kits::python::to_json(self) }
        #from_json
    }
}

fn fields_of(fields: &[Field], place: &TokenStream) -> TokenStream {
    let entries = fields.iter().map(|field| {
        let (python, name) = (python_name(field).to_string(), &field.name);
        let (optional, hidden) = (field.is_optional(), field.hidden);
        quote! {
            crate::kits::python::Field {
                name: #python,
                is_optional: #optional,
                hidden: #hidden,
                value: ::pyo3::IntoPyObjectExt::into_bound_py_any(#place #name.clone(), py)?,
            }
        }
    });
    quote!(vec![#(#entries),*])
}

/// The type of an argument for a field, and the expression that makes the field's value of it.
/// Texts and lists come through the core's own types, which trust no object of Python.
fn argument(field: &Field) -> (TokenStream, TokenStream) {
    let ty = &field.ty;
    let text = |ty: Option<&syn::Type>| ty.is_some_and(|ty| is(ty, "String"));
    if is(ty, "String") {
        return (quote!(crate::kits::python::OwnedStr), quote!(.0));
    }
    if text(inside(ty, "Option")) {
        let ty = quote!(Option<crate::kits::python::OwnedStr>);
        return (ty, quote!(.map(|text| text.0)));
    }
    if is_bytes(ty) {
        return (
            quote!(crate::kits::python::Bytes),
            quote!(.as_slice().to_vec()),
        );
    }
    match inside(ty, "Vec") {
        Some(entry) if is(entry, "String") => (
            quote!(crate::kits::python::List<crate::kits::python::OwnedStr>),
            quote!(.0.into_iter().map(|text| text.0).collect()),
        ),
        Some(entry) => {
            let entry = tokens(entry);
            (quote!(crate::kits::python::List<#entry>), quote!(.0))
        }
        None => (tokens(ty), quote!()),
    }
}

fn implement_fields(item: &mut Item, body: &TokenStream) {
    let name = item.name().clone();
    item.add_below(quote! {
        impl crate::kits::python::Exported for #name {
            fn fields<'py>(&self, py: ::pyo3::Python<'py>)
                -> ::pyo3::PyResult<crate::kits::python::Fields<'py>> { #body }
        }
    });
}

fn record(item: &mut Item) {
    pyclass(item);
    let fields = item.fields();
    for field in &fields {
        let name = python_name(field);
        let text = name.to_string();
        let attribute = match name == field.name {
            true => parse_quote!(#[pyo3(get)]),
            false => parse_quote!(#[pyo3(get, name = #text)]),
        };
        item.add_to_member(&field.name, attribute);
    }

    let (optional, required): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| field.is_optional());
    let by_position = required.iter().map(|field| python_name(field));
    let by_keyword = optional.iter().map(|field| python_name(field));
    let star = (!optional.is_empty()).then(|| quote!(*,));
    let arguments = required.iter().chain(&optional).map(|field| {
        let (name, ty) = (python_name(field), argument(field).0);
        quote!(#name: #ty)
    });
    let values = fields.iter().map(|field| {
        let (field_name, name, value) = (&field.name, python_name(field), argument(field).1);
        quote!(#field_name: #name #value)
    });
    let match_args = fields.iter().map(|field| python_name(field).to_string());

    let (name, text, methods) = (
        item.name().clone(),
        item.name().to_string(),
        common_methods(item),
    );
    item.add_below(quote! {
        #[::pyo3::pymethods]
        impl #name {
            #[new]
            #[pyo3(signature = (#(#by_position,)* #star #(#by_keyword = None),*))]
            #[allow(clippy::too_many_arguments, reason = "one for each field")]
            fn __new__(#(#arguments),*) -> Self { Self { #(#values),* } }
            #[classattr]
            fn __match_args__(py: ::pyo3::Python<'_>)
                -> ::pyo3::PyResult<::pyo3::Bound<'_, ::pyo3::types::PyTuple>> {
                ::pyo3::types::PyTuple::new(py, [#(#match_args),*])
            }
            #methods
        }
    });
    let fields = fields_of(&fields, &quote!(self.));
    let body =
        quote!(Ok(crate::kits::python::Fields { class: #text, keywords: true, fields: #fields }));
    implement_fields(item, &body);
}

/// The signature of a variant's constructor: an optional field at its end may be left out.
fn constructor(variant: &Variant) -> TokenStream {
    let fields = &variant.fields;
    let last_required = fields.iter().rposition(|field| !field.is_optional());
    let first_optional = last_required.map_or(0, |index| index.saturating_add(1));
    let arguments = fields.iter().enumerate().map(|(index, field)| {
        let name = &field.name;
        match index >= first_optional {
            true => quote!(#name = None),
            false => quote!(#name),
        }
    });
    quote!(#(#arguments),*)
}

fn union(item: &mut Item) {
    pyclass(item);
    let name = item.name().clone();
    let mut arms = Vec::new();
    for variant in item.variants() {
        let arguments = constructor(&variant);
        item.add_to_member(
            &variant.name,
            parse_quote!(#[pyo3(constructor = (#arguments))]),
        );
        let names = variant.fields.iter().map(|field| &field.name);
        let (ident, class) = (&variant.name, format!("{name}.{}", variant.name));
        let fields = fields_of(&variant.fields, &quote!());
        arms.push(quote! {
            #name::#ident { #(#names),* } => Ok(crate::kits::python::Fields {
                class: #class, keywords: false, fields: #fields
            }),
        });
    }
    let methods = common_methods(item);
    item.add_below(quote!(#[::pyo3::pymethods] impl #name { #methods }));
    implement_fields(item, &quote!(match self { #(#arms)* }));
}

fn code(item: &mut Item) {
    let (name, text, doc) = (item.name().clone(), item.name().to_string(), item.doc());
    let members = item.variants().into_iter().map(|variant| {
        let (name, doc) = (variant.name.to_string(), variant.doc);
        quote!((#name, #doc))
    });
    item.add_below(quote! {
        impl crate::kits::python::Word for #name {
            const NAME: &'static str = #text;
            const DOC: &'static str = #doc;
            const MEMBERS: &'static [(&'static str, &'static str)] = &[#(#members),*];
            const VALUES: &'static [Self] = #name::ALL;
            fn spelling(self) -> &'static str { self.as_str() }
            fn read(text: &str) -> Option<Self> { #name::parse(text) }
            fn index(self) -> usize { self as usize }
            fn objects() -> &'static crate::kits::python::WordObjects {
                static OBJECTS: crate::kits::python::WordObjects = crate::kits::python::WordObjects::new();
                &OBJECTS
            }
        }
        crate::kits::python::word_conversions!(#name);
    });
}
