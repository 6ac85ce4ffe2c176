//! The parsed JSON and a place in it.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::step::{push_step, shown_entry, shown_field};
use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Error, Reason};

/// Objects and lists may be nested this deeply; the deepest of our own files needs 8.
const MAX_DEPTH: u32 = 32;

/// A parsed JSON value. Objects keep the order and the duplicates of their fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Map(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl Json<'_> {
    /// The word for this value's JSON type.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "boolean",
            Json::Int(_) => "integer",
            Json::Float(_) => "number",
            Json::Text(_) => "string",
            Json::List(_) => "array",
            Json::Map(_) => "object",
        }
    }

    /// The first field with this name, if this is an object that has it.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        let Json::Map(fields) = self else { return None };
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }
}

/// Parses JSON text of at most `limit` bytes.
///
/// # Errors
/// `JSON_TOO_LARGE`, `INVALID_UTF8`, `JSON_TOO_DEEP`, `JSON_SYNTAX`.
pub(crate) fn parse(bytes: &[u8], limit: usize) -> Result<Json<'_>, Error> {
    if bytes.len() > limit {
        let reason = Reason::new(Code::JsonTooLarge)
            .with("size", bytes.len())
            .with("limit", limit);
        return Err(reason.into());
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Reason::new(Code::InvalidUtf8).with("offset", error.valid_up_to()))?;
    let too_deep = Cell::new(false);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree = Tree {
        depth: 0,
        too_deep: &too_deep,
    };
    let parsed = tree
        .deserialize(&mut deserializer)
        .and_then(|json| deserializer.end().map(|()| json));
    parsed.map_err(|error| {
        if too_deep.get() {
            Reason::new(Code::JsonTooDeep)
                .with("limit", MAX_DEPTH)
                .into()
        } else {
            Reason::new(Code::JsonSyntax)
                .with("line", error.line())
                .with("column", error.column())
                .into()
        }
    })
}

#[derive(Clone, Copy)]
struct Tree<'c> {
    depth: u32,
    too_deep: &'c Cell<bool>,
}

impl Tree<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        let depth = self.depth.saturating_add(1);
        if depth > MAX_DEPTH {
            self.too_deep.set(true);
            return Err(E::custom("too deep"));
        }
        Ok(Tree { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Int(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Json<'de>, E> {
        // An integer beyond i64 fits no field of ours; any out-of-range number says so.
        Ok(i64::try_from(value).map_or(Json::Float(f64::MAX), Json::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
        Ok(Json::Float(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json<'de>, A::Error> {
        let inner = self.deeper::<A::Error>()?;
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(inner)? {
            if list.is_empty() {
                // Lists of one are the most that a text has room for.
                list.reserve_exact(1);
            }
            list.push(value);
        }
        give_back(&mut list);
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let inner = self.deeper::<A::Error>()?;
        let mut fields = Vec::new();
        while let Some(key) = map.next_key_seed(inner)? {
            let Json::Text(key) = key else {
                return Err(A::Error::custom("key"));
            };
            let value = map.next_value_seed(inner)?;
            if fields.is_empty() {
                // Most objects of ours have more fields than a list has room for at first.
                fields.reserve(8);
            }
            fields.push((key, value));
        }
        give_back(&mut fields);
        Ok(Json::Map(fields))
    }
}

/// Gives back the room of a list that is more than half empty, so that many short lists take no more
/// than a small multiple of their text.
fn give_back<T>(list: &mut Vec<T>) {
    if list.capacity() / 2 > list.len() {
        list.shrink_to_fit();
    }
}

/// A place in the input, kept as a chain of borrowed steps so that it costs nothing until a
/// problem needs its pointer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Field(&'p str),
    Unknown(&'p str),
    Index(usize),
}

impl<'p> Place<'p> {
    /// The whole input.
    pub(crate) const ROOT: Place<'static> = Place {
        parent: None,
        step: Step::Root,
    };

    /// The field or the entry of the object at this place.
    pub(crate) fn field(&'p self, name: &'p str) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    /// A field of the object at this place that its type does not know.
    pub(crate) fn unknown(&'p self, name: &'p str) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Unknown(name),
        }
    }

    /// The element of the list at this place, from 0.
    pub(crate) fn index(&'p self, index: usize) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    /// This place as an RFC 6901 JSON pointer, whose length the input does not decide: names that
    /// [`shown_entry`] and [`shown_field`] do not show are `<unknown>` in it.
    pub(crate) fn pointer(&self) -> String {
        let mut steps = Vec::new();
        let mut place = Some(self);
        while let Some(here) = place {
            steps.push(here.step);
            place = here.parent;
        }
        let mut pointer = String::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::Root => {}
                Step::Field(name) => push_step(&mut pointer, shown_entry(name)),
                Step::Unknown(name) => push_step(&mut pointer, shown_field(name)),
                Step::Index(index) => push_step(&mut pointer, &index.to_string()),
            }
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(bytes: &[u8]) -> &'static str {
        parse(bytes, 1 << 20).unwrap_err().code().as_str()
    }

    #[test]
    fn each_kind_of_bad_text_has_its_code() {
        assert_eq!(code(b"{\"a\": \xff}"), "INVALID_UTF8");
        assert_eq!(code(b"{\"a\": }"), "JSON_SYNTAX");
        assert_eq!(code(b"{} {}"), "JSON_SYNTAX");
        assert_eq!(code(b""), "JSON_SYNTAX");
        assert_eq!(code(b"\"\\ud800\""), "JSON_SYNTAX");
        assert_eq!(code("[".repeat(33).as_bytes()), "JSON_TOO_DEEP");
        assert_eq!(code("[".repeat(1 << 20).as_bytes()), "JSON_TOO_DEEP");
        assert_eq!(code(" ".repeat((1 << 20) + 1).as_bytes()), "JSON_TOO_LARGE");
    }

    #[test]
    fn thirty_two_levels_are_read() {
        let text = format!("{}{}", "[".repeat(32), "]".repeat(32));
        assert!(parse(text.as_bytes(), 100).is_ok());
    }

    #[test]
    fn pointers_escape_as_rfc_6901_says() {
        let root = Place::ROOT;
        let a = root.field("/");
        let b = a.field("~");
        assert_eq!(b.index(2).pointer(), "/~1/~0/2");
        assert_eq!(root.pointer(), "");
    }

    #[test]
    fn a_pointer_is_short_whatever_the_names_are() {
        let (root, long) = (Place::ROOT, "x".repeat(1 << 20));
        let entry = root.field(&long);
        let unknown = entry.unknown("900101300007");
        assert_eq!(unknown.pointer(), "/<unknown>/<unknown>");
        assert_eq!(root.field("2026-03-14").pointer(), "/2026-03-14");
        assert_eq!(root.unknown("1990-01-01").pointer(), "/<unknown>");
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = parse(&bytes, 1 << 16);
        }
    }
}
