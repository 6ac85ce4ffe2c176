//! An item as a kit sees it: its fields and documentation, and the places where a kit adds to it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Data, DeriveInput, Expr, ExprLit, Fields, GenericArgument, Lit, Meta, Path,
    PathArguments, Token, Type, parse_quote,
};

use crate::options::{Kind, Options, Privacy};

/// A field of a structure or of a variant.
#[derive(Clone)]
pub(crate) struct Field {
    pub name: Ident,
    pub ty: Type,
    /// Its documentation.
    pub doc: String,
    /// It may not be printed.
    pub hidden: bool,
}

impl Field {
    /// The name as a text, without the `r#` of a keyword.
    pub(crate) fn text(&self) -> String {
        self.name.unraw().to_string()
    }

    /// `true` if it may be left out: its type is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        inside(&self.ty, "Option").is_some()
    }
}

/// A variant of an enumeration.
#[derive(Clone)]
pub(crate) struct Variant {
    pub name: Ident,
    /// Its documentation.
    pub doc: String,
    /// Its fields; empty for one without data.
    pub fields: Vec<Field>,
}

/// A structure or an enumeration.
pub(crate) struct Item {
    pub options: Options,
    input: DeriveInput,
    above: TokenStream,
    below: TokenStream,
}

impl Item {
    /// Checks that the item is of the kind that the attribute says.
    pub(crate) fn new(options: Options, input: DeriveInput) -> syn::Result<Item> {
        let fits = match (&input.data, options.kind) {
            (Data::Struct(data), Kind::Record) => matches!(data.fields, Fields::Named(_)),
            (Data::Struct(_), Kind::Class) => true,
            (Data::Enum(data), Kind::Code | Kind::Union) => {
                let mut variants = data.variants.iter();
                variants.all(|variant| !matches!(variant.fields, Fields::Unnamed(_)))
            }
            _ => false,
        };
        if !fits {
            let message = "records have named fields, codes and unions are enumerations whose variants \
                have named fields or none, classes are structures";
            return Err(syn::Error::new(input.ident.span(), message));
        }
        Ok(Item {
            options,
            input,
            above: TokenStream::new(),
            below: TokenStream::new(),
        })
    }

    pub(crate) fn name(&self) -> &Ident {
        &self.input.ident
    }

    pub(crate) fn doc(&self) -> String {
        documentation(&self.input.attrs)
    }

    /// `true` if it derives this trait.
    pub(crate) fn derives(&self, name: &str) -> bool {
        let lists = self.input.attrs.iter().filter_map(|attribute| {
            attribute.path().is_ident("derive").then_some(())?;
            let parse = Punctuated::<Path, Token![,]>::parse_terminated;
            attribute.parse_args_with(parse).ok()
        });
        lists.flatten().any(|path| {
            let last = path.segments.last();
            last.is_some_and(|segment| segment.ident == name)
        })
    }

    /// The named fields of a structure.
    pub(crate) fn fields(&self) -> Vec<Field> {
        match &self.input.data {
            Data::Struct(data) => self.read_fields(&data.fields),
            _ => Vec::new(),
        }
    }

    /// The types of all fields of a structure, those without a name too.
    pub(crate) fn field_types(&self) -> Vec<(String, Type)> {
        let Data::Struct(data) = &self.input.data else {
            return Vec::new();
        };
        let fields = data.fields.iter().enumerate().map(|(index, field)| {
            let name = field.ident.as_ref().map(Ident::to_string);
            (name.unwrap_or_else(|| index.to_string()), field.ty.clone())
        });
        fields.collect()
    }

    /// The variants of an enumeration.
    pub(crate) fn variants(&self) -> Vec<Variant> {
        let Data::Enum(data) = &self.input.data else {
            return Vec::new();
        };
        let variants = data.variants.iter().map(|variant| Variant {
            name: variant.ident.clone(),
            doc: documentation(&variant.attrs),
            fields: self.read_fields(&variant.fields),
        });
        variants.collect()
    }

    fn read_fields(&self, fields: &Fields) -> Vec<Field> {
        let named = fields.iter().filter_map(|field| {
            let name = field.ident.clone()?;
            Some(Field {
                hidden: self.hides(&name),
                name,
                ty: field.ty.clone(),
                doc: documentation(&field.attrs),
            })
        });
        named.collect()
    }

    /// `true` if a field is not printed: each field of a private type that it does not list as
    /// shown.
    fn hides(&self, name: &Ident) -> bool {
        match &self.options.privacy {
            Privacy::Private { shows } => !shows.contains(name),
            Privacy::Public => false,
            Privacy::Scalar | Privacy::Missing => self.options.kind != Kind::Code,
        }
    }

    /// Rewrites all documentation for readers of another language.
    pub(crate) fn rewrite_docs(&mut self, rewrite: fn(&str) -> String) {
        rewrite_doc(&mut self.input.attrs, rewrite);
        match &mut self.input.data {
            Data::Struct(data) => {
                for field in &mut data.fields {
                    rewrite_doc(&mut field.attrs, rewrite);
                }
            }
            Data::Enum(data) => {
                for variant in &mut data.variants {
                    rewrite_doc(&mut variant.attrs, rewrite);
                    for field in &mut variant.fields {
                        rewrite_doc(&mut field.attrs, rewrite);
                    }
                }
            }
            Data::Union(_) => {}
        }
    }

    /// Adds attributes above the item.
    pub(crate) fn add_above(&mut self, tokens: TokenStream) {
        self.above.extend(tokens);
    }

    /// Adds an attribute to the field or the variant of this name.
    pub(crate) fn add_to_member(&mut self, name: &Ident, attribute: Attribute) {
        let attributes = match &mut self.input.data {
            Data::Struct(data) => {
                let mut fields = data.fields.iter_mut();
                let field = fields.find(|field| field.ident.as_ref() == Some(name));
                field.map(|field| &mut field.attrs)
            }
            Data::Enum(data) => {
                let variant = data.variants.iter_mut().find(|it| it.ident == *name);
                variant.map(|variant| &mut variant.attrs)
            }
            Data::Union(_) => None,
        };
        if let Some(attributes) = attributes {
            attributes.push(attribute);
        }
    }

    /// Adds items below.
    pub(crate) fn add_below(&mut self, tokens: TokenStream) {
        self.below.extend(tokens);
    }

    /// The item with everything that was added. Code that was written by hand keeps its place in the
    /// file, so that the compiler's messages point there.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let Item {
            input,
            above,
            below,
            ..
        } = self;
        quote!(#above #input #below)
    }
}

/// The text of the `#[doc = "…"]` lines, one line each.
fn documentation(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    lines.join("\n")
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    meta.path.is_ident("doc").then_some(())?;
    let text = literal(&meta.value)?;
    Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
}

/// A text, also within the invisible group that a `macro_rules!` puts around it.
fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// Puts the rewritten documentation in the place of the old one.
fn rewrite_doc(attributes: &mut Vec<Attribute>, rewrite: fn(&str) -> String) {
    let doc = documentation(attributes);
    if doc.is_empty() {
        return;
    }
    let rewritten = rewrite(&doc);
    let lines = rewritten.lines().map(|line| -> Attribute {
        let line = format!(" {line}");
        parse_quote!(#[doc = #line])
    });
    let others = attributes.drain(..).filter(|it| doc_line(it).is_none());
    *attributes = lines.chain(others.collect::<Vec<_>>()).collect();
}

/// The type without the invisible groups that a `macro_rules!` puts around it.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        other => other,
    }
}

/// The `T` of `Option<T>` or `Vec<T>`, if the type has this name.
pub(crate) fn inside<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ungrouped(ty) else {
        return None;
    };
    let last = path.path.segments.last()?;
    if last.ident != name {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ungrouped(ty)),
        _ => None,
    })
}

/// `true` if the type is this one, written without a path.
pub(crate) fn is(ty: &Type, name: &str) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.path.is_ident(name))
}

/// `true` if the type is a list of bytes.
pub(crate) fn is_bytes(ty: &Type) -> bool {
    inside(ty, "Vec").is_some_and(|entry| is(entry, "u8"))
}

/// The type as tokens, for `quote!`.
pub(crate) fn tokens(ty: &Type) -> TokenStream {
    ungrouped(ty).to_token_stream()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(options: &str, text: &str) -> Item {
        let options = syn::parse_str(options).unwrap();
        Item::new(options, syn::parse_str(text).unwrap()).unwrap()
    }

    #[test]
    fn a_private_type_hides_every_field_that_it_does_not_show() {
        let item = item(
            "record, private, shows(code)",
            "struct Sample { code: Code, text: String, r#type: Vec<u8> }",
        );
        let fields = item.fields();
        let hidden: Vec<_> = fields.iter().map(|it| (it.text(), it.hidden)).collect();
        let expected = [("code", false), ("text", true), ("type", true)];
        assert_eq!(hidden, expected.map(|(name, it)| (name.to_owned(), it)));
        assert!(is_bytes(&fields[2].ty) && !is_bytes(&fields[1].ty));
    }

    #[test]
    fn only_the_list_of_derives_says_what_is_derived() {
        let text = "/// Debug\n#[doc = \"derive(Debug)\"] #[derive(Clone, serde::Serialize)]
            #[allow(dead_code, reason = \"Debug\")] struct Sample { a: u8 }";
        let item = item("record, public", text);
        assert!(item.derives("Clone") && item.derives("Serialize"));
        assert!(!item.derives("Debug"));
        assert_eq!(item.doc(), "Debug\nderive(Debug)");
    }

    #[test]
    fn types_are_seen_through_paths() {
        let ty: Type = syn::parse_str("std::option::Option<Vec<String>>").unwrap();
        let entry = inside(&ty, "Option").and_then(|ty| inside(ty, "Vec"));
        assert!(entry.is_some_and(|ty| is(ty, "String")));
        assert!(inside(&ty, "Vec").is_none());
    }
}
