//! The Python kit: PyO3's attributes, and the methods that every class has.
//!
//! What is generated is thin: it names the fields, and calls `core/src/kits/python`.

use crate::item::{Field, Item, Kind, Options, Variant};
use crate::text::without_rust;

/// Adds what PyO3 needs to an item.
pub(crate) fn extend(options: &Options, mut item: Item) -> Item {
    item.rewrite_docs(without_rust);
    match options.kind {
        Kind::Record => record(&mut item, options),
        Kind::Code => code(&mut item),
        Kind::Union => union(&mut item, options),
        Kind::Class => class(&mut item, options),
    }
    item
}

/// Words that cannot name an attribute in Python; PEP 8 adds an underscore.
const KEYWORDS: [&str; 12] = [
    "and", "class", "def", "del", "from", "global", "is", "lambda", "not", "or", "pass", "with",
];

fn python_name(field: &Field) -> String {
    if KEYWORDS.contains(&field.name.as_str()) {
        format!("{}_", field.name)
    } else {
        field.name.clone()
    }
}

/// `#[pyclass(…)]`, with equality, order and hash where the type has them.
fn pyclass(item: &mut Item, asked: &Options) {
    let mut options = vec!["module = \"qujat\""];
    let hashed = item.derives("Hash") && !asked.mutable && !asked.own_equality;
    let wanted = [
        ("frozen", !asked.mutable),
        ("eq", item.derives("PartialEq") && !asked.own_equality),
        ("ord", item.derives("PartialOrd")),
        ("hash", hashed),
        ("from_py_object", item.derives("Clone")),
    ];
    options.extend(
        wanted
            .iter()
            .filter(|(_, wanted)| *wanted)
            .map(|(name, _)| *name),
    );
    item.add_above(&format!("#[::pyo3::pyclass({})]", options.join(", ")));
}

fn class(item: &mut Item, options: &Options) {
    pyclass(item, options);
    let name = item.name.clone();
    if !options.mutable {
        item.add_below(&format!("#[::pyo3::pymethods] impl {name} {{ {COPIES} }}"));
    }
}

/// A frozen object is its own copy.
const COPIES: &str = "
    fn __copy__(slf: ::pyo3::Py<Self>) -> ::pyo3::Py<Self> { slf }
    fn __deepcopy__(
        slf: ::pyo3::Py<Self>,
        memo: &::pyo3::Bound<'_, ::pyo3::PyAny>,
    ) -> ::pyo3::Py<Self> {
        let _ = memo;
        slf
    }
";

/// The methods that follow from the fields alone.
fn common_methods(item: &Item) -> String {
    let mut methods = COPIES.to_owned();
    methods.push_str(
        "fn __getnewargs_ex__<'py>(&self, py: ::pyo3::Python<'py>)
            -> ::pyo3::PyResult<crate::kits::python::NewArguments<'py>> {
            crate::kits::python::new_arguments(self, py)
        }",
    );
    // A type that writes its own `Debug` hides something.
    let repr = if item.derives("Debug") {
        "crate::kits::python::repr(self, py)"
    } else {
        "{ let _ = py; crate::kits::python::masked_repr(self) }"
    };
    methods.push_str(&format!(
        "fn __repr__(&self, py: ::pyo3::Python<'_>) -> ::pyo3::PyResult<String> {{ {repr} }}"
    ));
    if !item.derives("Hash") {
        methods.push_str(
            "fn __hash__(&self, py: ::pyo3::Python<'_>) -> ::pyo3::PyResult<isize> {
                crate::kits::python::hash(self, py)
            }",
        );
    }
    if item.derives("Serialize") {
        methods.push_str(
            "/// The value as JSON text, in the form in which it is written everywhere. It holds
            /// personal data whole, if the value has any.
            fn to_json(&self) -> ::pyo3::PyResult<String> { crate::kits::python::to_json(self) }",
        );
    }
    methods
}

fn fields_of(fields: &[Field], place: &str) -> String {
    let entries = fields.iter().map(|field| {
        let (python, name, optional) = (python_name(field), &field.name, field.is_optional());
        format!(
            "crate::kits::python::Field {{
                name: {python:?},
                is_optional: {optional},
                value: ::pyo3::IntoPyObjectExt::into_bound_py_any({place}{name}.clone(), py)?,
            }},"
        )
    });
    entries.collect()
}

/// The type of an argument for a field, and what makes the field's value of it. Texts and lists come
/// through the core's own types, which trust no object of Python.
fn argument(field: &Field) -> (String, &'static str) {
    let ty: String = field.ty.split_whitespace().collect();
    let inside = |outer: &str| ty.strip_prefix(outer)?.strip_suffix('>').map(str::to_owned);
    match (ty.as_str(), inside("Vec<")) {
        ("String", _) => ("crate::kits::python::OwnedStr".to_owned(), ".0"),
        ("Option<String>", _) => (
            "Option<crate::kits::python::OwnedStr>".to_owned(),
            ".map(|text| text.0)",
        ),
        ("Vec<String>", _) => (
            "crate::kits::python::List<crate::kits::python::OwnedStr>".to_owned(),
            ".0.into_iter().map(|text| text.0).collect()",
        ),
        ("Vec<u8>", _) => (
            "crate::kits::python::Bytes".to_owned(),
            ".as_slice().to_vec()",
        ),
        (_, Some(entry)) => (format!("crate::kits::python::List<{entry}>"), ".0"),
        _ => (field.ty.clone(), ""),
    }
}

fn implement_fields(name: &str, body: &str) -> String {
    format!(
        "impl crate::kits::python::Exported for {name} {{
            fn fields<'py>(&self, py: ::pyo3::Python<'py>)
                -> ::pyo3::PyResult<crate::kits::python::Fields<'py>> {{ {body} }}
        }}"
    )
}

fn record(item: &mut Item, options: &Options) {
    pyclass(item, options);
    for index in 0..item.fields.len() {
        let Some(field) = item.fields.get(index) else {
            continue;
        };
        let name = python_name(field);
        let text = if name == field.name {
            "#[pyo3(get)]".to_owned()
        } else {
            format!("#[pyo3(get, name = {name:?})]")
        };
        item.add_to_member(index, &text);
    }

    let (optional, required): (Vec<&Field>, Vec<&Field>) =
        item.fields.iter().partition(|field| field.is_optional());
    let mut signature: Vec<String> = required.iter().map(|field| python_name(field)).collect();
    if !optional.is_empty() {
        signature.push("*".to_owned());
    }
    signature.extend(
        optional
            .iter()
            .map(|f| format!("{} = None", python_name(f))),
    );
    let arguments = required.iter().chain(&optional);
    let arguments = arguments.map(|field| format!("{}: {}", python_name(field), argument(field).0));
    let values = item.fields.iter();
    let values = values.map(|field| {
        let (name, value) = (python_name(field), argument(field).1);
        format!("{}: {name}{value}", field.name)
    });
    let match_args = item
        .fields
        .iter()
        .map(|field| format!("{:?}", python_name(field)));
    let new = format!(
        "#[new]
        #[pyo3(signature = ({signature}))]
        #[allow(clippy::too_many_arguments, reason = \"one for each field\")]
        fn __new__({arguments}) -> Self {{ Self {{ {values} }} }}
        #[classattr]
        fn __match_args__(py: ::pyo3::Python<'_>)
            -> ::pyo3::PyResult<::pyo3::Bound<'_, ::pyo3::types::PyTuple>> {{
            ::pyo3::types::PyTuple::new(py, [{match_args}])
        }}",
        signature = signature.join(", "),
        arguments = arguments.collect::<Vec<_>>().join(", "),
        values = values.collect::<Vec<_>>().join(", "),
        match_args = match_args.map(|name| name + ",").collect::<String>(),
    );

    let name = item.name.clone();
    let methods = common_methods(item);
    let body = format!(
        "Ok(crate::kits::python::Fields {{ class: {name:?}, keywords: true, fields: vec![{}] }})",
        fields_of(&item.fields, "self."),
    );
    item.add_below(&format!(
        "#[::pyo3::pymethods] impl {name} {{ {new} {methods} }}"
    ));
    item.add_below(&implement_fields(&name, &body));
}

/// The signature of a variant's constructor: what may be left out at its end may be left out.
fn constructor(variant: &Variant) -> String {
    let last_required = variant
        .fields
        .iter()
        .rposition(|field| !field.is_optional());
    let first_optional = last_required.map_or(0, |index| index.saturating_add(1));
    let arguments = variant.fields.iter().enumerate().map(|(index, field)| {
        if index >= first_optional {
            format!("{} = None", field.name)
        } else {
            field.name.clone()
        }
    });
    arguments.collect::<Vec<_>>().join(", ")
}

fn union(item: &mut Item, options: &Options) {
    pyclass(item, options);
    let name = item.name.clone();
    let mut arms = String::new();
    for index in 0..item.variants.len() {
        let Some(variant) = item.variants.get(index) else {
            continue;
        };
        let text = format!("#[pyo3(constructor = ({}))]", constructor(variant));
        let names: Vec<&str> = variant.fields.iter().map(|f| f.name.as_str()).collect();
        arms.push_str(&format!(
            "{name}::{variant} {{ {names} }} => Ok(crate::kits::python::Fields {{
                class: \"{name}.{variant}\", keywords: false, fields: vec![{fields}]
            }}),",
            variant = variant.name,
            names = names.join(", "),
            fields = fields_of(&variant.fields, ""),
        ));
        item.add_to_member(index, &text);
    }
    let methods = common_methods(item);
    item.add_below(&format!("#[::pyo3::pymethods] impl {name} {{ {methods} }}"));
    item.add_below(&implement_fields(
        &name,
        &format!("match self {{ {arms} }}"),
    ));
}

fn code(item: &mut Item) {
    let (name, doc) = (item.name.clone(), item.doc.clone());
    let members = item.variants.iter();
    let members: String = members
        .map(|variant| format!("({:?}, {:?}),", variant.name, variant.doc))
        .collect();
    item.add_below(&format!(
        "impl crate::kits::python::Word for {name} {{
            const NAME: &'static str = {name:?};
            const DOC: &'static str = {doc:?};
            const MEMBERS: &'static [(&'static str, &'static str)] = &[{members}];
            const VALUES: &'static [Self] = {name}::ALL;
            fn spelling(self) -> &'static str {{ self.as_str() }}
            fn read(text: &str) -> Option<Self> {{ {name}::parse(text) }}
            fn index(self) -> usize {{ self as usize }}
            fn objects() -> &'static crate::kits::python::WordObjects {{
                static OBJECTS: crate::kits::python::WordObjects = crate::kits::python::WordObjects::new();
                &OBJECTS
            }}
        }}
        crate::kits::python::word_conversions!({name});"
    ));
}
