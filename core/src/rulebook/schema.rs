//! The JSON Schema of rulebook files, generated from the types that read them.

use serde_json::{Map, Value, json};

use super::{Rulebook, file::RulebookFile};

impl Rulebook {
    /// The JSON Schema (draft 2020-12) of a rulebook file: a whole one, or an overlay, in which
    /// `extends` names the edition and everything else is optional.
    #[must_use]
    pub fn json_schema() -> Value {
        let mut schema = schemars::schema_for!(RulebookFile).to_value();
        if let Value::Object(schema) = &mut schema {
            let whole = required(schema);
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                let extends = json!({
                    "description": "The shipped edition that this file changes.",
                    "enum": Rulebook::editions(),
                });
                properties.insert("extends".to_owned(), extends);
            }
            schema.insert("title".to_owned(), json!("Qujat rulebook"));
            schema.insert("required".to_owned(), json!(["edition"]));
            schema.insert(
                "if".to_owned(),
                json!({ "not": { "required": ["extends"] } }),
            );
            schema.insert("then".to_owned(), json!({ "required": whole }));
        }
        schema
    }
}

/// What a whole file must have: everything but sections of named entries, which may be empty.
fn required(schema: &Map<String, Value>) -> Vec<String> {
    let Some(Value::Object(properties)) = schema.get("properties") else {
        return Vec::new();
    };
    let is_section = |value: &Value| value.get("additionalProperties").is_some();
    let fields = properties.iter().filter(|(_, value)| !is_section(value));
    fields.map(|(name, _)| name.clone()).collect()
}
