//! Brings answers to another major version of their model over to this one: what still exists is kept.

use std::fmt::Write as _;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::edit::{self, Wish};
use super::{Answers, parse};
use crate::document::Value;
use crate::model::{Id, Model, Node};
use crate::problem::{Problems, Source};
use crate::text::one_line;

/// What bringing a file over would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The version the answers were given to.
    pub from: String,
    /// Ids that the file answers and this version of the model does not have.
    pub gone: Vec<String>,
    /// Dimensions in scope that have no answer then.
    pub open: Vec<Id>,
    /// The text of the file afterwards: answers that are gone stand at its end as comments.
    pub text: String,
    /// What that text says.
    pub answers: Answers,
}

/// What it takes to bring a file over to `model`; `None` if it is to this version already, or not to this model, or
/// no TOML at all.
///
/// # Errors
///
/// The problems that the file would still have afterwards.
pub fn migrate(source: &Source, model: &Model) -> Result<Option<Migration>, Problems> {
    let (mark, text) = edit::split_mark(&source.text);
    let (root, errors) = DeTable::parse_recoverable(text);
    let root = root.get_ref();
    let head = root.get("assessment").and_then(|head| head.get_ref().as_table());
    let said = |key| head.and_then(|head| head.get(key)).and_then(|value| value.get_ref().as_str());
    let version = said("model-version").filter(|version| *version != model.major());
    let Some(from) = version.filter(|version| version.bytes().all(|byte| byte.is_ascii_digit())) else {
        return Ok(None);
    };
    if !errors.is_empty() || said("model") != Some(model.id.as_str()) {
        return Ok(None);
    }
    let mut wishes = Vec::new();
    edit::put(&mut wishes, &["assessment", "model-version"], Wish::Text(model.major().to_owned()));
    let mut gone = Gone { text, found: Vec::new() };
    if let Some(answers) = root.get("answers").and_then(|answers| answers.get_ref().as_table()) {
        wishes.push(("answers".to_owned(), gone.take_unknown(answers, Node::Model(model), "")));
    }
    let rewritten = edit::rewrite(text, &wishes, &edit::order(model));
    let mut text = format!("{mark}{rewritten}");
    gone.append_to(&mut text, from);
    let answers = parse(&Source { name: source.name.clone(), text: text.clone() }, model)?;
    let in_scope = |id: &Id| model.areas.iter().any(|area| id.is_within(&area.id) && answers.covers(area));
    let ids = model.dimensions().map(|dimension| &dimension.id);
    let open = ids.filter(|id| in_scope(id) && !answers.given.contains_key(id)).cloned().collect();
    let gone = gone.found.into_iter().map(|(_, id, _)| id).collect();
    Ok(Some(Migration { from: from.to_owned(), gone, open, text, answers }))
}

/// What the model does not have: where each stands, its id, and its value as it is written.
struct Gone<'t> {
    text: &'t str,
    found: Vec<(usize, String, &'t str)>,
}

impl Gone<'_> {
    /// The wish that all of it goes.
    fn take_unknown(&mut self, table: &DeTable<'_>, parent: Node<'_>, prefix: &str) -> Wish {
        let children = parent.children();
        let mut wishes = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().to_string();
            let id = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            match (children.iter().find(|child| child.id().key() == name), value.get_ref()) {
                (None, _) => {
                    self.collect(key, value, &id);
                    wishes.push((name, Wish::Removed));
                }
                (Some(Node::Dimension(_)), _) => {}
                (Some(child), DeValue::Table(below)) => wishes.push((name, self.take_unknown(below, *child, &id))),
                (Some(_), _) => {}
            }
        }
        Wish::Part(wishes)
    }

    /// The answers in what goes: tables with headers are gone through, values are taken as they stand.
    fn collect(&mut self, key: &Spanned<DeString<'_>>, value: &Value<'_>, id: &str) {
        match value.get_ref() {
            DeValue::Table(below) if !self.text[value.span()].starts_with('{') => {
                below.iter().for_each(|(key, value)| self.collect(key, value, &format!("{id}.{}", key.get_ref())));
            }
            _ => self.found.push((key.span().start, id.to_owned(), &self.text[value.span()])),
        }
    }

    /// Writes all of it as comments, in the order in which it stood.
    fn append_to(&mut self, text: &mut String, version: &str) {
        self.found.sort_by_key(|(at, ..)| *at);
        if self.found.is_empty() {
            return;
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        if !text.ends_with("\n\n") && !text.ends_with("\n\r\n") {
            text.push('\n');
        }
        let _ = writeln!(text, "# Answers to version {version} of the model that this version does not have:");
        text.extend(self.found.iter().map(|(_, id, value)| format!("# {} = {}\n", one_line(id), one_line(value))));
    }
}
