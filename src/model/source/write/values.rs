//! Values of a model's file as TOML.

use std::fmt::{self, Display, Write as _};

use serde::Serialize;
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::lang::{Lang, Text};

/// A string.
pub(super) fn string(words: &str) -> String {
    TomlStringBuilder::new(words).as_basic().to_toml_value()
}

/// The word of an enum of the format.
pub(super) fn keyword(value: &impl Serialize) -> String {
    struct Word<'v, V>(&'v V);
    impl<V: Serialize> Display for Word<'_, V> {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(out)
        }
    }
    string(&Word(value).to_string())
}

/// A list on one line.
pub(super) fn list(values: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", values.into_iter().collect::<Vec<_>>().join(", "))
}

/// A text in its languages: one string where it has but one.
pub(super) fn text(text: &Text) -> String {
    match wordings(text).as_slice() {
        [(_, words)] => string(words),
        several => {
            let each: Vec<_> =
                several.iter().map(|(language, words)| format!("{language} = {}", string(words))).collect();
            format!("{{ {} }}", each.join(", "))
        }
    }
}

/// A text, as one string where all its languages say it in the same words.
pub(super) fn word(words: &Text) -> String {
    let wordings = wordings(words);
    match wordings.first() {
        Some((_, first)) if wordings.iter().all(|(_, words)| words == first) => string(first),
        _ => text(words),
    }
}

fn wordings(text: &Text) -> Vec<(&str, &str)> {
    match &text.wordings {
        None => vec![(Lang::En.tag(), &text.en), (Lang::Zh.tag(), &text.zh)],
        Some(wordings) => wordings.iter().map(|it| (it.language.as_ref(), it.words.as_ref())).collect(),
    }
}

/// Lines of a file.
#[derive(Default)]
pub(super) struct TomlText(pub String);

impl TomlText {
    /// A key and its value.
    pub(super) fn entry(&mut self, key: &str, value: impl Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    /// The same, if there is a value.
    pub(super) fn optional<V: Display>(&mut self, key: &str, value: Option<V>) {
        if let Some(value) = value {
            self.entry(key, value);
        }
    }

    /// The header of a table, with a blank line before it.
    pub(super) fn header(&mut self, header: &str) {
        let gap = if self.0.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.0, "{gap}{header}");
    }
}
