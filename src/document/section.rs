//! A table and its keys: each is taken by its name, and what nobody asked for is unknown.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::reader::{Reader, Value};
use crate::lang::Text;
use crate::problem::{Problem, did_you_mean};

impl Reader {
    /// The value as a table.
    pub fn section<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<Section<'v, 't>> {
        let DeValue::Table(table) = value.get_ref() else {
            let help = text!(
                "write it in braces, `{{ … }}`, or as a table of its own",
                "请用花括号写成 `{{ … }}`，或单独成表"
            );
            return self.expected(value, &text!("a table", "表"), help);
        };
        Some(Section::new(table, value.span()))
    }
}

/// A table being read: keys are taken out one by one, and what is left over at the end is unknown.
///
/// Nothing of the table is copied: what was asked for is remembered, so that the rest can be told from it.
#[derive(Debug)]
pub struct Section<'v, 't> {
    span: Range<usize>,
    table: &'v DeTable<'t>,
    known: Vec<Cow<'static, str>>,
    taken: usize,
}

/// A key of a table, where it stands, and its value.
pub type Entry<'v, 't> = (&'v str, Range<usize>, &'v Value<'t>);

impl<'v, 't> Section<'v, 't> {
    /// The entries of `table`, in the order they are written.
    #[must_use]
    pub fn new(table: &'v DeTable<'t>, span: Range<usize>) -> Self {
        Self { span, table, known: Vec::new(), taken: 0 }
    }

    /// Where the table stands.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Takes a key that need not be there.
    pub fn take(&mut self, key: impl Into<Cow<'static, str>>) -> Option<&'v Value<'t>> {
        let key = key.into();
        let value = self.table.get(key.as_ref()).filter(|_| !self.known.contains(&key));
        if self.known.is_empty() {
            // As many as most tables know: one piece of memory and not one after the other.
            self.known.reserve(8);
        }
        self.known.push(key);
        self.taken += usize::from(value.is_some());
        value
    }

    /// Takes keys that need not be there, in one pass over the table: for tables of few keys, of which there are many.
    /// `None` in place of a key is one that is not known here.
    pub fn take_all<const N: usize>(&mut self, keys: [Option<&'static str>; N]) -> [Option<&'v Value<'t>>; N] {
        let mut values = [None; N];
        for (key, value) in self.table {
            if let Some(place) = keys.iter().position(|own| *own == Some(key.get_ref().as_ref())) {
                values[place] = Some(value);
                self.taken += 1;
            }
        }
        // What is known is told only where something is left.
        if self.taken < self.table.len() {
            self.known.extend(keys.into_iter().flatten().map(Cow::Borrowed));
        }
        values
    }

    /// Whether a key is there that was not taken yet.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key) && !self.known.iter().any(|known| known == key)
    }

    /// Takes a key that must be there.
    pub fn require(&mut self, reader: &mut Reader, key: impl Into<Cow<'static, str>>) -> Option<&'v Value<'t>> {
        let key = key.into();
        let value = self.take(key.clone());
        if value.is_none() {
            return reader.reject(self.missing(&key));
        }
        value
    }

    /// What is wrong where a key is not there that must be.
    #[must_use]
    pub fn missing(&self, key: &str) -> Problem {
        Problem::new(self.span(), text!("`{key}` is missing", "缺少 `{key}`"))
            .help(text!("add the key `{key}` here", "请在此处加上键 `{key}`"))
    }

    /// The entries not taken so far, where the keys are not fixed beforehand: each with its name and place, in the order in
    /// which they are written.
    pub fn entries(self) -> impl Iterator<Item = Entry<'v, 't>> {
        self.rest().into_iter()
    }

    /// All entries, each with its name and place, in the order of their names: for what does not depend on how they are
    /// written.
    pub fn by_name(&self) -> impl Iterator<Item = Entry<'v, 't>> + use<'v, 't> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
    }

    /// Ends the reading: what was never asked for is unknown.
    pub fn close(self, reader: &mut Reader) {
        if self.taken == self.table.len() {
            return;
        }
        let known = &self.known;
        for (name, place, _) in self.rest() {
            let help = did_you_mean(name, known.iter().map(AsRef::as_ref)).unwrap_or_else(|| {
                let Text { en, zh, .. } = Text::list_words(known);
                text!("allowed here: {en}", "此处可用：{zh}")
            });
            reader.problems.push(Problem::new(place, text!("unknown key `{name}`", "未知的键 `{name}`")).help(help));
        }
    }

    fn rest(&self) -> Vec<Entry<'v, 't>> {
        let is_left = |key: &str| !self.known.iter().any(|known| known == key);
        let mut rest: Vec<_> = self.by_name().filter(|(key, ..)| is_left(key)).collect();
        rest.sort_by_key(|(_, place, _)| place.start);
        rest
    }
}
