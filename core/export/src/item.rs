//! An item as tokens: what a kit needs to know of it, and where it can add lines.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// What the attribute says.
pub(crate) struct Options {
    /// What the type is.
    pub kind: Kind,
    /// The name of a union's tag; empty for other kinds.
    pub tag: String,
    /// Whether its values change.
    pub mutable: bool,
    /// Whether equality and hash are written by hand for each language.
    pub own_equality: bool,
}

/// What a type is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A structure with public fields.
    Record,
    /// An enumeration without data.
    Code,
    /// An enumeration with data.
    Union,
    /// A structure with private fields.
    Class,
}

impl Options {
    /// Reads what stands in the brackets of `#[export(…)]`.
    pub(crate) fn read(tokens: TokenStream) -> Result<Options, String> {
        let text = tokens.to_string();
        let mut words = text.split(',').map(str::trim);
        let first = words.next().unwrap_or_default();
        let kind = match first.split('=').next().map(str::trim) {
            Some("record") => Kind::Record,
            Some("code") => Kind::Code,
            Some("union") if first.contains('=') => Kind::Union,
            Some("class") => Kind::Class,
            _ => return Err("say record, code, union = \"tag\" or class".to_owned()),
        };
        let tag = first.split('"').nth(1).unwrap_or_default();
        let mut options = Options {
            kind,
            tag: tag.to_owned(),
            mutable: false,
            own_equality: false,
        };
        for word in words {
            match word {
                "mutable" if kind == Kind::Class => options.mutable = true,
                "own_equality" if kind == Kind::Class => options.own_equality = true,
                other => return Err(format!("`{other}` is not known here")),
            }
        }
        Ok(options)
    }
}

/// A field of a structure or of a variant.
pub(crate) struct Field {
    /// Its attributes, documentation included.
    attributes: TokenStream,
    visibility: TokenStream,
    /// Its name.
    pub name: String,
    name_token: TokenTree,
    /// Its type, as text.
    pub ty: String,
    ty_tokens: TokenStream,
}

impl Field {
    /// Its documentation.
    pub(crate) fn doc(&self) -> String {
        documentation(&self.attributes)
    }

    /// Whether it may be left out: its type is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        self.ty.trim_start().starts_with("Option")
    }
}

/// A variant of an enumeration.
pub(crate) struct Variant {
    attributes: TokenStream,
    /// Its documentation.
    pub doc: String,
    /// Its name.
    pub name: String,
    name_token: TokenTree,
    /// Its fields; empty for one without data.
    pub fields: Vec<Field>,
    /// Whether it has braces.
    braces: bool,
}

/// A structure or an enumeration.
pub(crate) struct Item {
    attributes: TokenStream,
    /// Everything from the visibility to the name.
    head: TokenStream,
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub doc: String,
    /// The traits that it derives.
    derives: Vec<String>,
    /// The fields of a structure.
    pub fields: Vec<Field>,
    /// The variants of an enumeration.
    pub variants: Vec<Variant>,
    /// The body, where it is kept as it is.
    body: TokenStream,
    added_above: String,
    added_to_members: Vec<String>,
    added_below: String,
}

impl Item {
    /// Reads an item of this kind.
    pub(crate) fn read(tokens: TokenStream, kind: Kind) -> Result<Item, String> {
        let mut tokens = tokens.into_iter().peekable();
        let attributes = take_attributes(&mut tokens);
        let mut head = TokenStream::new();
        let mut word = String::new();
        let name = loop {
            let token = tokens
                .next()
                .ok_or("a structure or an enumeration is needed")?;
            head.extend([token.clone()]);
            if let TokenTree::Ident(ident) = &token {
                if matches!(word.as_str(), "struct" | "enum") {
                    break ident.to_string();
                }
                word = ident.to_string();
            }
        };
        let body: TokenStream = tokens.collect();
        let inside = body.clone().into_iter().find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                Some(group.stream())
            }
            _ => None,
        });
        let (mut fields, mut variants) = (Vec::new(), Vec::new());
        match (kind, inside) {
            (Kind::Record, Some(inside)) => fields = read_fields(inside)?,
            (Kind::Code | Kind::Union, Some(inside)) => variants = read_variants(inside)?,
            (Kind::Class, _) => {}
            _ => return Err(format!("`{name}` has no braces")),
        }
        let derives = derives(&attributes);
        let doc = documentation(&attributes);
        let members = fields.len().max(variants.len());
        Ok(Item {
            attributes,
            head,
            name,
            doc,
            derives,
            fields,
            variants,
            body,
            added_above: String::new(),
            added_to_members: vec![String::new(); members],
            added_below: String::new(),
        })
    }

    /// Whether it derives this trait.
    pub(crate) fn derives(&self, name: &str) -> bool {
        self.derives.iter().any(|derived| derived == name)
    }

    /// Rewrites all documentation for readers of another language.
    pub(crate) fn rewrite_docs(&mut self, rewrite: impl Fn(&str) -> String) {
        rewrite_doc(&mut self.attributes, &rewrite);
        let variants = self.variants.iter_mut();
        let inner = variants.flat_map(|variant| {
            rewrite_doc(&mut variant.attributes, &rewrite);
            variant.fields.iter_mut()
        });
        for field in self.fields.iter_mut().chain(inner) {
            rewrite_doc(&mut field.attributes, &rewrite);
        }
    }

    /// Adds a paragraph to the documentation of the item.
    pub(crate) fn add_to_doc(&mut self, text: &str) {
        let lines = format!("#[doc = \"\"]#[doc = {:?}]", format!(" {text}"));
        self.attributes.extend(parse(&lines));
    }

    /// Adds attributes above the item.
    pub(crate) fn add_above(&mut self, text: &str) {
        self.added_above.push_str(text);
    }

    /// Adds attributes to the field or the variant at this index.
    pub(crate) fn add_to_member(&mut self, index: usize, text: &str) {
        if let Some(added) = self.added_to_members.get_mut(index) {
            added.push_str(text);
        }
    }

    /// Adds items below.
    pub(crate) fn add_below(&mut self, text: &str) {
        self.added_below.push_str(text);
    }

    /// The item with what was added. What was written by hand keeps its place in the file, so that
    /// the compiler's messages point there.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut tokens = parse(&self.added_above);
        tokens.extend(self.attributes);
        tokens.extend(self.head);
        let added = self.added_to_members;
        if added.iter().all(String::is_empty) {
            tokens.extend(self.body);
        } else {
            let mut body = TokenStream::new();
            for (field, added) in self.fields.into_iter().zip(&added) {
                body.extend(parse(added));
                body.extend(field_tokens(field));
            }
            for (variant, added) in self.variants.into_iter().zip(&added) {
                body.extend(parse(added));
                body.extend(variant.attributes);
                body.extend([variant.name_token]);
                if variant.braces {
                    let fields = variant.fields.into_iter().flat_map(field_tokens).collect();
                    body.extend([TokenTree::Group(Group::new(Delimiter::Brace, fields))]);
                }
                body.extend(parse(","));
            }
            tokens.extend([TokenTree::Group(Group::new(Delimiter::Brace, body))]);
        }
        tokens.extend(parse(&self.added_below));
        tokens
    }
}

fn field_tokens(field: Field) -> TokenStream {
    let mut tokens = field.attributes;
    tokens.extend(field.visibility);
    tokens.extend([field.name_token]);
    tokens.extend(parse(":"));
    tokens.extend(field.ty_tokens);
    tokens.extend(parse(","));
    tokens
}

fn parse(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|_| {
        let message = format!("::std::compile_error!({text:?});");
        message.parse().unwrap_or_default()
    })
}

type Tokens = std::iter::Peekable<proc_macro::token_stream::IntoIter>;

/// Takes `#[…]` as often as it stands there.
fn take_attributes(tokens: &mut Tokens) -> TokenStream {
    let mut attributes = TokenStream::new();
    while let Some(TokenTree::Punct(punct)) = tokens.peek() {
        if punct.as_char() != '#' {
            break;
        }
        attributes.extend(tokens.next());
        attributes.extend(tokens.next());
    }
    attributes
}

/// The text of the `#[doc = "…"]` lines, one line each.
fn documentation(attributes: &TokenStream) -> String {
    let mut lines = Vec::new();
    for token in attributes.clone() {
        if !is_documentation(&token) {
            continue;
        }
        let TokenTree::Group(group) = token else {
            continue;
        };
        let mut inside = flat(group.stream()).into_iter().skip(1);
        if let (Some(_), Some(text)) = (inside.next(), inside.next()) {
            lines.push(unquoted(&text.to_string()));
        }
    }
    lines.join("\n")
}

/// The words in `#[derive(…)]`, and in no other attribute: what a reason or the documentation speaks of is
/// not derived.
fn derives(attributes: &TokenStream) -> Vec<String> {
    let mut words = Vec::new();
    for attribute in attributes.clone() {
        let TokenTree::Group(attribute) = attribute else {
            continue;
        };
        let mut tokens = flat(attribute.stream()).into_iter();
        if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(list))) =
            (tokens.next(), tokens.next())
            && name.to_string() == "derive"
        {
            let list = flat(list.stream()).into_iter();
            words.extend(list.filter_map(|token| match token {
                TokenTree::Ident(word) => Some(word.to_string()),
                _ => None,
            }));
        }
    }
    words
}

/// Puts the rewritten documentation in the place of what was there.
fn rewrite_doc(attributes: &mut TokenStream, rewrite: &impl Fn(&str) -> String) {
    let doc = documentation(attributes);
    if doc.is_empty() {
        return;
    }
    let mut rewritten = TokenStream::new();
    for line in rewrite(&doc).lines() {
        rewritten.extend(parse(&format!("#[doc = {:?}]", format!(" {line}"))));
    }
    let mut tokens = attributes.clone().into_iter();
    while let (Some(hash), Some(group)) = (tokens.next(), tokens.next()) {
        if !is_documentation(&group) {
            rewritten.extend([hash, group]);
        }
    }
    *attributes = rewritten;
}

fn is_documentation(attribute: &TokenTree) -> bool {
    let TokenTree::Group(group) = attribute else {
        return false;
    };
    let first = flat(group.stream()).into_iter().next();
    matches!(first, Some(TokenTree::Ident(word)) if word.to_string() == "doc")
}

/// The tokens without the invisible groups that a `macro_rules!` puts around what it was given.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let mut flattened = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                flattened.extend(flat(group.stream()));
            }
            other => flattened.push(other),
        }
    }
    flattened
}

/// The text of a string literal; of the escapes, those that documentation has.
fn unquoted(literal: &str) -> String {
    let inside = literal.trim_start_matches('r').trim_matches('#');
    let inside = inside.strip_prefix('"').unwrap_or(inside);
    let inside = inside.strip_suffix('"').unwrap_or(inside);
    let text = inside.replace("\\\"", "\"").replace("\\'", "'");
    let text = text.replace("\\\\", "\\");
    text.strip_prefix(' ').unwrap_or(&text).to_owned()
}

fn take_visibility(tokens: &mut Tokens) -> TokenStream {
    let mut visibility = TokenStream::new();
    while let Some(token) = tokens.peek() {
        let is_visibility = match token {
            TokenTree::Ident(ident) => ident.to_string() == "pub",
            TokenTree::Group(group) => group.delimiter() != Delimiter::Brace,
            _ => false,
        };
        if !is_visibility {
            break;
        }
        visibility.extend(tokens.next());
    }
    visibility
}

fn read_fields(tokens: TokenStream) -> Result<Vec<Field>, String> {
    let mut tokens = tokens.into_iter().peekable();
    let mut fields = Vec::new();
    while tokens.peek().is_some() {
        let attributes = take_attributes(&mut tokens);
        let visibility = take_visibility(&mut tokens);
        let name_token = tokens.next().ok_or("a field has no name")?;
        tokens.next().ok_or("a field has no type")?;
        let mut ty_tokens = TokenStream::new();
        let mut depth = 0_i32;
        for token in tokens.by_ref() {
            if let TokenTree::Punct(punct) = &token {
                match punct.as_char() {
                    '<' => depth = depth.saturating_add(1),
                    '>' => depth = depth.saturating_sub(1),
                    ',' if depth == 0 => break,
                    _ => {}
                }
            }
            ty_tokens.extend([token]);
        }
        fields.push(Field {
            attributes,
            visibility,
            name: name_token.to_string(),
            name_token,
            ty: ty_tokens.to_string(),
            ty_tokens,
        });
    }
    Ok(fields)
}

fn read_variants(tokens: TokenStream) -> Result<Vec<Variant>, String> {
    let mut tokens = tokens.into_iter().peekable();
    let mut variants = Vec::new();
    while tokens.peek().is_some() {
        let attributes = take_attributes(&mut tokens);
        let name_token = tokens.next().ok_or("a variant has no name")?;
        let (mut fields, mut braces) = (Vec::new(), false);
        for token in tokens.by_ref() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ',' => break,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    braces = true;
                    fields = read_fields(group.stream())?;
                }
                other => return Err(format!("`{name_token}`: `{other}` is not supported")),
            }
        }
        variants.push(Variant {
            doc: documentation(&attributes),
            attributes,
            name: name_token.to_string(),
            name_token,
            fields,
            braces,
        });
    }
    Ok(variants)
}
