//! The files that a policy names, read without the model: it is the policy that may name the model.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::document::split_mark;

/// The files that a policy names, as they are written: relative to the policy's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The answers file that commands read when none is named.
    pub answers: Option<String>,
    /// The folder of the model to use instead of the embedded one.
    pub model: Option<String>,
}

/// Reads the files that the text of a policy names, whatever else is wrong with it; `None` if it is no TOML.
#[must_use]
pub fn paths(text: &str) -> Option<Paths> {
    let table = DeTable::parse(split_mark(text).1).ok()?;
    let named = |key: &str| match table.get_ref().get(key)?.get_ref() {
        DeValue::String(path) => Some(path.to_string()).filter(|path| !path.trim().is_empty()),
        _ => None,
    };
    Some(Paths { answers: named("answers"), model: named("model") })
}

/// Where the text of a policy names the model, as byte offsets into it; `None` if it names none.
#[must_use]
pub fn place_of_model(text: &str) -> Option<Range<usize>> {
    let (mark, text) = split_mark(text);
    let span = DeTable::parse(text).ok()?.get_ref().get("model")?.span();
    Some(mark.len() + span.start..mark.len() + span.end)
}
