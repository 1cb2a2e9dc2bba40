//! A JSON value of our own, which the browser and a native program both produce and one reader walks.

use std::rc::Rc;

/// How deep arrays and objects may be nested. What a document needs stays below 16; beyond the bound reading is an
/// error instead of an exhausted stack.
pub const MAX_DEPTH: u8 = 64;

/// A JSON value (RFC 8259). Strings are shared: the document that is read from it copies none of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`; also what a browser's `undefined` becomes.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    String(Rc<str>),
    /// An array.
    Array(Vec<Value>),
    /// An object's members in the order they were written; of members with the same name the last one counts.
    Object(Vec<(Rc<str>, Value)>),
}

#[cfg(feature = "serde")]
mod deserialize {
    use std::fmt;

    use serde::Deserialize;
    use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

    use super::{MAX_DEPTH, Value};

    impl<'de> Deserialize<'de> for Value {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Nested(MAX_DEPTH))
        }
    }

    /// Reads a value in which this many levels of arrays and objects are allowed.
    struct Nested(u8);

    impl Nested {
        fn inner<E: Error>(&self) -> Result<Nested, E> {
            match self.0.checked_sub(1) {
                Some(levels) => Ok(Nested(levels)),
                None => Err(E::custom("nested too deeply")),
            }
        }
    }

    impl<'de> DeserializeSeed<'de> for Nested {
        type Value = Value;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
            deserializer.deserialize_any(self)
        }
    }

    impl<'de> Visitor<'de> for Nested {
        type Value = Value;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a JSON value")
        }

        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_none<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
            Ok(Value::Bool(flag))
        }

        fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }

        fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }

        fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
            Ok(Value::Number(number))
        }

        fn visit_str<E>(self, text: &str) -> Result<Value, E> {
            Ok(Value::String(text.into()))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
            let mut array = Vec::new();
            loop {
                let inner = self.inner()?;
                match items.next_element_seed(inner)? {
                    Some(item) => array.push(item),
                    None => return Ok(Value::Array(array)),
                }
            }
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
            let mut object = Vec::new();
            while let Some(name) = members.next_key::<String>()? {
                let inner = self.inner()?;
                object.push((name.into(), members.next_value_seed(inner)?));
            }
            Ok(Value::Object(object))
        }
    }
}
