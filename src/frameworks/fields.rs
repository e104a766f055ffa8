//! The fields of one thing of a framework, taken out one by one: what is left over is lost, and told.

use super::reading::{Place, Reading};
use crate::yaml::{Entry, Node, Value};

/// The fields of a mapping.
pub(super) struct Fields<'n> {
    /// What the framework calls such a thing: `activity`.
    what: &'static str,
    /// Where it stands.
    pub(super) place: Place,
    rest: Vec<&'n Entry>,
}

impl<'n> Fields<'n> {
    /// The fields of `node`; `None` if it is no mapping, which is noted.
    pub(super) fn of(reading: &mut Reading<'_>, file: usize, node: &'n Node, what: &'static str) -> Option<Self> {
        let place = Place { file, span: node.span.clone() };
        let Value::Map(entries) = &node.value else {
            let message = text!("expected keys and values of `{what}`", "此处应为 `{what}` 的键和值");
            reading.problem(&place, message, None);
            return None;
        };
        // What is wrong with the whole is shown at its first key, not all along it.
        let span = entries.first().map_or(node.span.clone(), |entry| entry.place.clone());
        Some(Self { what, place: Place { file, span }, rest: entries.iter().collect() })
    }

    /// The value of a key that says something.
    pub(super) fn take(&mut self, key: &str) -> Option<&'n Node> {
        let at = self.rest.iter().position(|entry| entry.key == key)?;
        let node = &self.rest.remove(at).node;
        (!node.is_blank()).then_some(node)
    }

    /// What was not taken so far.
    pub(super) fn entries(&self) -> &[&'n Entry] {
        &self.rest
    }

    /// Passes over a key that says nothing about the model.
    pub(super) fn skip(&mut self, keys: &[&str]) {
        self.rest.retain(|entry| !keys.contains(&entry.key.as_str()));
    }

    pub(super) fn place_of(&self, node: &Node) -> Place {
        Place { file: self.place.file, span: node.span.clone() }
    }

    /// The text of a key, on one line.
    pub(super) fn text(&mut self, reading: &mut Reading<'_>, key: &str) -> Option<String> {
        let node = self.take(key)?;
        let place = self.place_of(node);
        let Some(text) = node.text() else {
            reading.problem(&place, text!("`{key}` is no text", "`{key}` 不是文本"), None);
            return None;
        };
        Some(reading.words(&format!("{}.{key}", self.what), text, &place))
    }

    /// The text of a key that must be there.
    pub(super) fn required(&mut self, reading: &mut Reading<'_>, key: &str) -> Option<String> {
        let is_there = self.rest.iter().any(|entry| entry.key == key && !entry.node.is_blank());
        if !is_there {
            let what = self.what;
            reading.problem(&self.place, text!("this {what} has no `{key}`", "此 {what} 缺少 `{key}`"), None);
        }
        self.text(reading, key)
    }

    /// The whole number of a key.
    pub(super) fn number(&mut self, reading: &mut Reading<'_>, key: &str) -> Option<i64> {
        let node = self.take(key)?;
        let number = node.text().and_then(|text| text.trim().parse().ok());
        if number.is_none() {
            let place = self.place_of(node);
            reading.problem(&place, text!("`{key}` is no whole number", "`{key}` 不是整数"), None);
        }
        number
    }

    /// The values of a list.
    pub(super) fn list(&mut self, reading: &mut Reading<'_>, key: &str) -> &'n [Node] {
        let Some(node) = self.take(key) else { return &[] };
        let Value::List(nodes) = &node.value else {
            let place = self.place_of(node);
            reading.problem(&place, text!("`{key}` is no list", "`{key}` 不是列表"), None);
            return &[];
        };
        nodes
    }

    /// Tells what is left over.
    pub(super) fn close(self, reading: &mut Reading<'_>) {
        for entry in self.rest.into_iter().filter(|entry| !entry.node.is_blank()) {
            let place = Place { file: self.place.file, span: entry.place.clone() };
            reading.lose(&format!("{}.{}", self.what, entry.key), &place);
        }
    }
}
