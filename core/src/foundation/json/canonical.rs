//! Values that are one text in JSON.

/// JSON for a type whose canonical text is `as_str()`, or what `Display` prints if it is said to be
/// `displayed`; `$read` reads that text back.
macro_rules! canonical_text {
    ($type:ident, $read:path, $pattern:literal) => {
        crate::foundation::json::canonical_text!(@read $type, $read, $pattern);

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
    (displayed $type:ident, $read:path, $pattern:literal) => {
        crate::foundation::json::canonical_text!(@read $type, $read, $pattern);

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
    (@read $type:ident, $read:path, $pattern:literal) => {

        impl crate::foundation::json::FromJson for $type {
            fn from_json(
                json: &crate::foundation::json::Json<'_>,
                at: crate::foundation::json::Place<'_>,
                problems: &mut crate::foundation::problems::Problems,
            ) -> Option<Self> {
                let text = crate::foundation::json::text(json, at, problems)?;
                $read(text).map_err(|reason| problems.push(reason.at(at.pointer()))).ok()
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}
pub(crate) use canonical_text;
