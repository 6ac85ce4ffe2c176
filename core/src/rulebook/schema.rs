//! The JSON Schema of rulebook files, generated from the types that read them.

use serde_json::{Map, Value, json};

use super::{Rulebook, file::RulebookFile};
use crate::foundation::json::{LONGEST_NAME, MOST_ENTRIES};

impl Rulebook {
    /// The JSON Schema (draft 2020-12) of a rulebook file: a whole one, or an overlay, in which
    /// `extends` names the edition and everything else is optional.
    ///
    /// ```
    /// use qujat::Rulebook;
    /// assert!(Rulebook::json_schema()["properties"]["pilot"].is_object());
    /// ```
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
        bound(&mut schema);
        schema
    }
}

/// States the largest number of entries of lists and objects of named entries, and the longest
/// names, unless their types give other bounds.
fn bound(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let named = fields
                .get("additionalProperties")
                .is_some_and(Value::is_object);
            if named {
                fields.entry("maxProperties").or_insert(json!(MOST_ENTRIES));
                let names = fields.entry("propertyNames").or_insert_with(|| json!({}));
                if let Value::Object(names) = names
                    && !names.contains_key("pattern")
                {
                    names.insert("maxLength".to_owned(), json!(LONGEST_NAME));
                }
            }
            if fields.get("type").is_some_and(|kind| kind == "array") {
                fields.entry("maxItems").or_insert(json!(MOST_ENTRIES));
            }
            fields.values_mut().for_each(bound);
        }
        Value::Array(list) => list.iter_mut().for_each(bound),
        _ => {}
    }
}

/// The required fields of a whole file: everything but sections of named entries, which may be
/// empty.
fn required(schema: &Map<String, Value>) -> Vec<String> {
    let Some(Value::Object(properties)) = schema.get("properties") else {
        return Vec::new();
    };
    let is_section = |value: &Value| value.get("additionalProperties").is_some();
    let fields = properties.iter().filter(|(_, value)| !is_section(value));
    fields.map(|(name, _)| name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::json::{FromJson, Place, parse};
    use crate::foundation::problems::Problems;
    use crate::service::calendar::CalendarFile;

    /// The number of entries that the schema and the reader allow in a section of the calendar.
    #[test]
    fn the_schema_states_the_bounds_of_the_reader() {
        let schema = Rulebook::json_schema();
        let calendar = &schema["$defs"]["CalendarFile"]["properties"];
        for (section, most) in [
            ("covered", 1000),
            ("fixed", 100),
            ("announced", 20),
            ("transfers", 1000),
        ] {
            assert_eq!(calendar[section]["maxProperties"], most, "{section}");
            let codes = |count: usize| {
                let entries: Vec<String> = (0..count).map(|i| format!(r#""e{i}": 1"#)).collect();
                let text = format!(r#"{{"{section}": {{{}}}}}"#, entries.join(","));
                let json = parse(text.as_bytes(), text.len()).unwrap();
                let mut problems = Problems::new();
                assert!(
                    CalendarFile::from_json(&json, Place::ROOT, &mut problems).is_some()
                        == (count <= most)
                );
                problems.iter().next().map(ToString::to_string)
            };
            let found = codes(most + 1).unwrap();
            let expected = format!(
                "LIST_LENGTH at `/{section}` length=`{}` min=`0` max=`{most}`",
                most + 1
            );
            assert_eq!(found, expected);
            assert!(codes(most).unwrap().starts_with("WRONG_TYPE"));
        }
        let mut open = Vec::new();
        unbounded("", &schema, &mut open);
        assert!(open.is_empty(), "no bound of entries: {open:?}");
    }

    fn unbounded(at: &str, schema: &Value, found: &mut Vec<String>) {
        if let Value::Object(fields) = schema {
            let named = fields
                .get("additionalProperties")
                .is_some_and(Value::is_object);
            let list = fields.get("type").is_some_and(|kind| kind == "array");
            if (named && !fields.contains_key("maxProperties"))
                || (list && !fields.contains_key("maxItems"))
            {
                found.push(at.to_owned());
            }
            for (name, value) in fields {
                unbounded(&format!("{at}/{name}"), value, found);
            }
        }
    }
}
