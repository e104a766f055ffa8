//! Fixed words of files and documents: enums whose words are their serde names, so that each is written once.
//!
//! An enum that derives `Serialize` and `Deserialize` with `rename_all = "kebab-case"` shows its word by
//! `self.serialize(formatter)`, is read by [`parse`], and lists its words and values by [`words`] and [`values`].

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};

/// The value that a word names; `None` if it names none.
#[must_use]
pub fn parse<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<NoWord>::new(word)).ok()
}

/// All words of an enum, in the order of its variants; none for a type that is no enum.
#[must_use]
pub fn words<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut words: &[&str] = &[];
    // Reading one from nothing fails, and has the enum name its variants on the way.
    let _ = T::deserialize(Variants(&mut words));
    words
}

/// All values of an enum, in the order of its variants.
pub fn values<T: DeserializeOwned>() -> impl Iterator<Item = T> {
    words::<T>().iter().filter_map(|word| parse(word))
}

/// Takes down the words that an enum asks to be read from.
struct Variants<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Variants<'_> {
    type Error = NoWord;

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, NoWord> {
        *self.0 = variants;
        Err(NoWord)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, NoWord> {
        Err(NoWord)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// No variant has this word; the caller says what the word should have been.
#[derive(Debug)]
struct NoWord;

impl fmt::Display for NoWord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no such word")
    }
}

impl std::error::Error for NoWord {}

impl de::Error for NoWord {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::{parse, values, words};

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Fruit {
        Apple,
        StarFruit,
    }

    #[test]
    fn an_enum_is_read_and_listed_by_its_words() {
        assert_eq!(words::<Fruit>(), ["apple", "star-fruit"]);
        assert_eq!(values::<Fruit>().collect::<Vec<_>>(), [Fruit::Apple, Fruit::StarFruit]);
        assert_eq!(parse("star-fruit"), Some(Fruit::StarFruit));
        assert_eq!(parse::<Fruit>("StarFruit"), None);
        assert!(words::<u8>().is_empty());
    }
}
