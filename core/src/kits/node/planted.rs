//! Every type as Node prints it, with planted data. The values stand in a file, so that the tests of the
//! binding print them in JavaScript.

use serde_json::{Value as Json, json};

use super::{JsConvert, Value};
use crate::foundation::privacy::{Planted, Privacy, SECRETS};
use crate::kits::exported::exported;

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../bindings-node/tests/planted.json"
);

/// The value as JSON; bytes as their numbers, which a text is searched for as well.
fn as_json(value: &Value) -> Json {
    match value {
        Value::Bytes(bytes) => json!(bytes),
        Value::Personal(value, _) => as_json(value),
        Value::List(list) => list.iter().map(as_json).collect(),
        Value::Object(fields) => {
            let fields = fields.iter();
            fields
                .map(|(key, value)| (key.to_string_lossy().into_owned(), as_json(value)))
                .collect()
        }
        other => other
            .to_json()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default(),
    }
}

/// The value as it is printed.
fn printed(value: &Value) -> Json {
    match value {
        Value::Personal(_, shown) => json!(shown),
        Value::List(list) => list.iter().map(printed).collect(),
        Value::Object(fields) => {
            let fields = fields.iter();
            fields
                .map(|(key, value)| (key.to_string_lossy().into_owned(), printed(value)))
                .collect()
        }
        other => as_json(other),
    }
}

fn rows<T: Planted + Privacy + JsConvert>(name: &str) -> Vec<Json> {
    let values = T::planted(false).into_iter().map(|value| value.to_value());
    let rows = values.map(|value| {
        let (whole, masked) = (as_json(&value).to_string(), printed(&value).to_string());
        let has = |text: &str| {
            SECRETS
                .iter()
                .find(|secret| text.contains(**secret))
                .copied()
        };
        assert_eq!(has(&masked), None, "{name} is printed with it: {masked}");
        let shown = value.shown().as_ref().map(as_json);
        assert_eq!(has(&whole).is_some(), shown.is_some(), "{name}: {whole}");
        assert!(T::PRIVATE || shown.is_none(), "{name} is public");
        json!({ "type": name, "private": T::PRIVATE, "value": as_json(&value), "shown": shown })
    });
    rows.collect()
}

macro_rules! all {
    (plain { $($name:ident),+ $(,)? } $($classes:tt)+) => {
        fn all() -> String {
            let rows: Vec<Json> = [$(rows::<crate::kits::every::$name>(stringify!($name))),+].concat();
            let lines: Vec<String> = rows.iter().map(Json::to_string).collect();
            format!("[\n{}\n]\n", lines.join(",\n"))
        }
    };
}
exported!(all);

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads its file")]
fn no_type_is_printed_with_planted_data_and_the_file_has_them_all() {
    let all = all();
    let file = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        file == all,
        "the file is old: `make node-planted` writes it"
    );
}

#[test]
#[ignore = "it writes the file"]
#[allow(clippy::disallowed_methods, reason = "this is how the file is written")]
fn write_the_file() {
    std::fs::write(FILE, all()).unwrap();
}
