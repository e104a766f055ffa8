//! What a YAML document is made of.

use std::ops::Range;

/// A value and where it stands, as byte offsets into the text of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it is written.
    pub span: Range<usize>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is written, or `~`, or `null`.
    Nothing,
    /// A scalar as it is written: `No`, `1.0` and `2024-01-01` are texts.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order it is written; no key stands twice.
    Map(Vec<Entry>),
}

/// A key of a mapping and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key as it is written.
    pub key: String,
    /// Where the key is written.
    pub place: Range<usize>,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The text; `None` if it is none.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a key of a mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The entries of a mapping; empty for anything else.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Whether it says nothing: no value, a blank text, an empty list or mapping.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match &self.value {
            Value::Nothing => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(nodes) => nodes.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }
}
