//! The Node kit: how a type crosses as a plain JavaScript value, and its TypeScript declaration.
//!
//! What is generated is thin: it names the fields in camelCase, and calls `core/src/kits/node`.

use crate::item::{Field, Item, Kind, Options};

/// Adds the conversions to an item. A class has none: `core/src/kits/node` or the binding writes them.
pub(crate) fn extend(options: &Options, mut item: Item) -> Item {
    match options.kind {
        Kind::Record => record(&mut item),
        Kind::Code => code(&mut item),
        Kind::Union => union(&mut item, &options.tag),
        Kind::Class => {}
    }
    item
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

/// `SmsCode` as `sms_code`.
fn snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// Bytes are a type of their own in JavaScript, and no list of numbers.
fn carried_type(field: &Field) -> String {
    let ty: String = field.ty.split_whitespace().collect();
    match ty.as_str() {
        "Vec<u8>" => "crate::kits::node::Bytes".to_owned(),
        _ => field.ty.clone(),
    }
}

/// Statements that push each field; `place` stands before its name.
fn puts(fields: &[Field], place: &str) -> String {
    let puts = fields.iter().map(|field| {
        let (key, name) = (camel_case(&field.name), &field.name);
        if carried_type(field) == field.ty {
            format!("crate::kits::node::put(&mut fields, c{key:?}, {place}{name});")
        } else {
            format!("crate::kits::node::put_bytes(&mut fields, c{key:?}, {place}{name});")
        }
    });
    puts.collect()
}

/// Statements that read each field into a variable, and what fills the braces.
fn gets(fields: &[Field]) -> (String, String) {
    let reads = fields.iter().map(|field| {
        let (key, name, ty) = (camel_case(&field.name), &field.name, carried_type(field));
        format!(
            "let field_{name} = crate::kits::node::get::<{ty}>(&fields, {key:?}, at, problems);"
        )
    });
    let fills = fields
        .iter()
        .map(|field| format!("{name}: field_{name}?.into(),", name = field.name));
    (reads.collect(), fills.collect())
}

/// What a type without a derived `Debug` holds is personal: see this crate's documentation.
fn object(item: &Item) -> &'static str {
    if item.derives("Debug") {
        "crate::kits::node::Value::Object(fields)"
    } else {
        "crate::kits::node::Value::Object(fields).personal()"
    }
}

fn keys(fields: &[Field]) -> String {
    let keys = fields.iter();
    keys.map(|field| format!("{:?},", camel_case(&field.name)))
        .collect()
}

/// The fields for the declaration: name, documentation, type.
fn specs(fields: &[Field]) -> String {
    let specs = fields.iter().map(|field| {
        format!(
            "crate::kits::node::FieldSpec {{
                name: {:?}, doc: {:?}, is_optional: {}, ts: <{} as crate::kits::node::Js>::ts()
            }},",
            camel_case(&field.name),
            field.doc(),
            field.is_optional(),
            carried_type(field),
        )
    });
    format!("::std::vec![{}]", specs.collect::<String>())
}

fn implement(name: &str, doc: &str, body: &str, to: &str, from: &str) -> String {
    format!(
        "impl crate::kits::node::Js for {name} {{
            fn ts() -> ::std::string::String {{ {name:?}.to_owned() }}
            fn to_js(&self) -> crate::kits::node::Value {{ {to} }}
            fn from_js(
                json: &crate::foundation::json::Json<'_>,
                at: crate::foundation::json::Place<'_>,
                problems: &mut crate::foundation::problems::Problems,
            ) -> ::std::option::Option<Self> {{ {from} }}
        }}
        impl crate::kits::node::Described for {name} {{
            fn spec() -> crate::kits::node::TypeSpec {{
                crate::kits::node::TypeSpec {{ name: {name:?}, doc: {doc:?}, body: {body} }}
            }}
        }}"
    )
}

fn record(item: &mut Item) {
    let (reads, fills) = gets(&item.fields);
    let to = format!(
        "let mut fields = ::std::vec::Vec::with_capacity({});
        {}
        {}",
        item.fields.len(),
        puts(&item.fields, "&self."),
        object(item),
    );
    let from = format!(
        "let fields = crate::foundation::json::Fields::new(json, &[{}], at, problems)?;
        {reads}
        Some(Self {{ {fills} }})",
        keys(&item.fields),
    );
    let body = format!("crate::kits::node::Body::Record({})", specs(&item.fields));
    let text = implement(&item.name, &item.doc, &body, &to, &from);
    item.add_below(&text);
}

fn union(item: &mut Item, tag: &str) {
    let (mut arms, mut reads, mut bodies) = (String::new(), String::new(), String::new());
    let mut words = String::new();
    for variant in &item.variants {
        let (name, word) = (&variant.name, snake_case(&variant.name));
        let names: Vec<&str> = variant.fields.iter().map(|f| f.name.as_str()).collect();
        arms.push_str(&format!(
            "Self::{name} {{ {} }} => {{
                fields.push((c{tag:?}.into(), crate::kits::node::Value::from({word:?})));
                {}
            }}",
            names.join(", "),
            puts(&variant.fields, ""),
        ));
        let (variant_reads, fills) = gets(&variant.fields);
        reads.push_str(&format!(
            "{word:?} => {{
                let fields = crate::foundation::json::Fields::new(json, &[{tag:?}, {}], at, problems)?;
                let _ = &fields;
                {variant_reads}
                Some(Self::{name} {{ {fills} }})
            }}",
            keys(&variant.fields),
        ));
        bodies.push_str(&format!(
            "({word:?}, {:?}, {}),",
            variant.doc,
            specs(&variant.fields)
        ));
        words.push_str(&format!("{word:?},"));
    }
    let to = format!(
        "let mut fields = ::std::vec::Vec::new();
        match self {{ {arms} }}
        {}",
        object(item),
    );
    let from = format!(
        "match crate::kits::node::tag(json, {tag:?}, at, problems)? {{
            {reads}
            _ => {{
                problems.push(crate::foundation::json::unknown_value(at.field({tag:?}), &[{words}]));
                None
            }}
        }}"
    );
    let body = format!(
        "crate::kits::node::Body::Union {{ tag: {tag:?}, variants: ::std::vec![{bodies}] }}"
    );
    let text = implement(&item.name, &item.doc, &body, &to, &from);
    item.add_below(&text);
}

fn code(item: &mut Item) {
    let name = item.name.clone();
    let docs: String = item
        .variants
        .iter()
        .map(|variant| format!("{:?},", variant.doc))
        .collect();
    let body = format!(
        "crate::kits::node::Body::Word({name}::ALL.iter().map(|word| word.as_str()).zip([{docs}]).collect())"
    );
    let to = "crate::kits::node::Value::from(self.as_str())";
    let from = format!(
        "let text = crate::foundation::json::text(json, at, problems)?;
        let word = {name}::parse(text);
        if word.is_none() {{
            let words: ::std::vec::Vec<&str> =
                {name}::ALL.iter().map(|word| word.as_str()).collect();
            problems.push(crate::foundation::json::unknown_value(at, &words));
        }}
        word"
    );
    let text = implement(&name, &item.doc, &body, to, &from);
    item.add_below(&text);
}
