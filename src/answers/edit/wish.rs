//! What a file is to say, as values that know nothing of how TOML spells them.

use toml::de::DeValue;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlKeyBuilder, TomlStringBuilder};

use crate::answers::Date;
use crate::text::is_hostile;

/// A value that a file is to have at a key; keys that no wish names stay as they are.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::answers) enum Wish {
    /// The key is not to be there.
    Removed,
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A day.
    Date(Date),
    /// Texts in this order.
    List(Vec<String>),
    /// Texts in any order.
    Set(Vec<String>),
    /// A value of several fields, of which `short` may be written alone, without its key: `3` for `{ level = 3 }`.
    Value { short: &'static str, fields: Fields },
    /// A value of fields with names of their own, written in braces when it is new.
    Map(Fields),
    /// A part of the file, which has a header of its own when it is new.
    Part(Fields),
}

/// What is to change in a table, in the order in which what is new is written.
pub(in crate::answers) type Fields = Vec<(String, Wish)>;

impl Wish {
    /// A reason, and the last day on which it is accepted.
    pub(in crate::answers) fn reason(reason: String, until: Option<Date>) -> Self {
        let until = until.map_or(Self::Removed, Self::Date);
        let fields = vec![("reason".to_owned(), Self::Text(reason)), ("until".to_owned(), until)];
        Self::Value { short: "reason", fields }
    }

    /// This wish where `old` was said: what a map no longer holds is to go.
    pub(in crate::answers) fn in_place_of(self, old: Self) -> Self {
        let (Self::Map(mut fields), Self::Map(old)) = (self.clone(), old) else { return self };
        let gone: Vec<_> = old.into_iter().filter(|(name, _)| !fields.iter().any(|(kept, _)| kept == name)).collect();
        fields.extend(gone.into_iter().map(|(name, _)| (name, Self::Removed)));
        Self::Map(fields)
    }

    /// Whether a value that is no table says this already, in whatever spelling.
    pub(super) fn is_said_by(&self, value: &DeValue<'_>) -> bool {
        match (self, value) {
            (Self::Text(text), DeValue::String(said)) => said == text,
            (Self::Number(number), DeValue::Integer(said)) => {
                i64::from_str_radix(said.as_str(), said.radix()).is_ok_and(|said| said == *number)
            }
            (Self::Date(date), DeValue::Datetime(said)) => said.to_string() == date.to_string(),
            _ => false,
        }
    }

    /// Whether a value of one field may be written without its key: a list is no answer by itself.
    pub(super) fn stands_alone(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Set(_) | Self::Map(_))
    }

    /// The value in TOML, on one line.
    pub(in crate::answers) fn to_toml(&self) -> String {
        match self {
            Self::Removed => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => string(text),
            Self::Date(date) => date.to_string(),
            Self::List(texts) | Self::Set(texts) => {
                let texts: Vec<_> = texts.iter().map(|text| string(text)).collect();
                format!("[{}]", texts.join(", "))
            }
            Self::Value { short, fields } => match &there(fields)[..] {
                [(key, wish)] if key == short && wish.stands_alone() => wish.to_toml(),
                fields => table(fields.iter().map(|(key, wish)| (key.as_str(), wish.to_toml()))),
            },
            Self::Map(fields) | Self::Part(fields) => {
                table(there(fields).into_iter().map(|(key, wish)| (key.as_str(), wish.to_toml())))
            }
        }
    }
}

/// The fields that are to be there.
pub(super) fn there(fields: &Fields) -> Vec<&(String, Wish)> {
    fields.iter().filter(|(_, wish)| *wish != Wish::Removed).collect()
}

/// A table in braces.
pub(super) fn table<'k>(fields: impl Iterator<Item = (&'k str, String)>) -> String {
    let fields: Vec<_> = fields.map(|(key, value)| format!("{} = {value}", self::key(key))).collect();
    format!("{{ {} }}", fields.join(", "))
}

/// A key, in quotes where it needs them.
pub(in crate::answers) fn key(key: &str) -> String {
    TomlKeyBuilder::new(key).as_default().to_toml_key()
}

/// A string on one line, so that an answer is one line: a line break in it is written as `\n`. What would act on a terminal
/// or in the log of a build server is written by its number.
pub(in crate::answers) fn string(text: &str) -> String {
    let string = TomlStringBuilder::new(text);
    let acts = text.contains("##") || text.contains(is_hostile);
    if !acts && !text.contains(['\n', '\r']) {
        return string.as_default().to_toml_value();
    }
    let written = string.as_basic().to_toml_value();
    if !acts {
        return written;
    }
    let (mut harmless, mut last) = (String::with_capacity(written.len() + 8), ' ');
    for character in written.chars() {
        match character {
            '#' if last == '#' => harmless.push_str("\\u0023"),
            other if is_hostile(other) => harmless.extend(format!("\\u{:04X}", u32::from(other)).chars()),
            other => harmless.push(other),
        }
        last = character;
    }
    harmless
}
