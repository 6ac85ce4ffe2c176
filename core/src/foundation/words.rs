//! Closed vocabularies: enumerations whose values every language of the library spells alike.

/// Defines an enumeration without data whose values have a stable spelling in snake_case. The
/// spelling is used in JSON, in parameters, and as the key of the word in the texts.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// All values, in their order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable spelling.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The value with this spelling.
            #[must_use]
            pub fn parse(text: &str) -> Option<$name> {
                match text { $($word => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl crate::foundation::json::FromJson for $name {
            fn from_json(
                json: &crate::foundation::json::Json<'_>,
                at: crate::foundation::json::Place<'_>,
                problems: &mut crate::foundation::problems::Problems,
            ) -> Option<Self> {
                let text = crate::foundation::json::text(json, at, problems)?;
                let value = $name::parse(text);
                if value.is_none() {
                    problems.push(crate::foundation::json::unknown_value(at, &[$($word),+]));
                }
                value
            }
        }

        impl From<$name> for crate::foundation::problem::ParamValue {
            fn from(value: $name) -> Self {
                crate::foundation::problem::ParamValue::Word { value: value.as_str().into() }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($word),+] })
            }
        }
    };
}
pub(crate) use words;
