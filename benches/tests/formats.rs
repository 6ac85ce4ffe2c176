//! Every format that the library reads has a row among those whose growth is counted, up to its limit,
//! and every list, map and text of the rulebook's schema is in a sample.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads its files, and may panic"
)]

use std::collections::BTreeMap;
use std::path::Path;

use qujat_benches::growth::formats;
use serde_json::Value;

/// Rust files of the library without its tests, by their paths below `core/src`.
fn sources(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            sources(&path, &format!("{name}/"), found);
        } else if !name.contains("tests") {
            found.insert(name, std::fs::read_to_string(path).unwrap());
        }
    }
}

/// The value of an expression such as `4 << 20` or `256 * 1024`.
fn value(expression: &str) -> usize {
    let number = |text: &str| text.trim().replace('_', "").parse::<usize>().unwrap();
    if let Some((left, right)) = expression.split_once("<<") {
        return number(left) << number(right);
    }
    expression.split('*').map(number).product()
}

/// The limit of bytes that a file of the library declares for what it reads.
fn limit(source: &str) -> Option<usize> {
    let declared = ["const MAX_BYTES: usize = ", "const MAX_SIZE: usize = "];
    let rest = declared.iter().find_map(|name| source.split_once(name));
    rest.map(|(_, rest)| value(rest.split_once(';').unwrap().0))
}

#[test]
fn every_reader_has_a_row() {
    let mut all = BTreeMap::new();
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    sources(&core, "", &mut all);
    let rows = formats();
    // A limit within a text, on what is read elsewhere.
    let within = ["fluent/compile.rs"];
    let mut readers = 0;
    for (name, source) in all {
        let Some(limit) = limit(&source).filter(|_| !within.contains(&name.as_str())) else {
            continue;
        };
        readers += 1;
        let of_reader: Vec<_> = rows.iter().filter(|row| row.source == name).collect();
        assert!(
            !of_reader.is_empty(),
            "{name} reads, and no row of benches/src/growth does"
        );
        for row in of_reader {
            assert_eq!(row.limit, limit, "{} of {name}", row.name);
        }
    }
    assert!(readers >= 14, "{readers} readers");
}

/// Notes the places of a schema that no sample has.
fn walk(root: &Value, schema: &Value, samples: &[&Value], place: &str, missing: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let definition = root.pointer(name.trim_start_matches('#')).unwrap();
        walk(root, definition, samples, place, missing);
        return;
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        for each in schema[choice].as_array().into_iter().flatten() {
            walk(root, each, samples, place, missing);
        }
    }
    let is = |kind: &str| match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|each| each == kind),
        one => one == kind,
    };
    if is("object") {
        let objects: Vec<_> = samples
            .iter()
            .filter_map(|sample| sample.as_object())
            .collect();
        let named = schema["properties"].as_object();
        for (name, property) in named.into_iter().flatten() {
            let below: Vec<_> = objects
                .iter()
                .filter_map(|object| object.get(name))
                .collect();
            walk(root, property, &below, &format!("{place}/{name}"), missing);
        }
        if schema["additionalProperties"].is_object() {
            let entries = objects.iter().flat_map(|object| object.iter());
            let others =
                entries.filter(|(name, _)| named.is_none_or(|named| !named.contains_key(*name)));
            let below: Vec<_> = others.map(|(_, value)| value).collect();
            if below.is_empty() {
                missing.push(format!("map {place}"));
            }
            walk(
                root,
                &schema["additionalProperties"],
                &below,
                &format!("{place}/*"),
                missing,
            );
        }
    }
    if is("array") {
        let lists = samples.iter().filter_map(|sample| sample.as_array());
        let below: Vec<_> = lists.flatten().collect();
        if below.is_empty() {
            missing.push(format!("list {place}"));
        }
        walk(
            root,
            &schema["items"],
            &below,
            &format!("{place}/*"),
            missing,
        );
    }
    if is("string") && !samples.iter().any(|sample| sample.is_string()) {
        missing.push(format!("text {place}"));
    }
}

#[test]
fn every_place_of_the_schema_is_in_a_sample() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rulebook.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(schema).unwrap()).unwrap();
    let rows = formats();
    let samples: Vec<_> = rows
        .iter()
        .filter(|row| row.source == "rulebook/load.rs")
        .map(|row| &row.sample)
        .collect();
    let mut missing = Vec::new();
    walk(&schema, &schema, &samples, "", &mut missing);
    assert!(missing.is_empty(), "{missing:#?}");
}
