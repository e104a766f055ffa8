//! Brings answers to another major version of their model over to this one: what still exists is kept.

use std::fmt::Write as _;

use toml_edit::{DocumentMut, Item, Value};

use super::edit::{splice, unified};
use super::parse;
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
}

/// What it takes to bring a file over to `model`; nothing when it is to this version already, or not to this model.
///
/// # Errors
///
/// The problems that the file would still have afterwards.
pub fn migrate(source: &Source, model: &Model) -> Result<Option<Migration>, Problems> {
    let plain = unified(source);
    let Ok(mut document) = plain.parse::<DocumentMut>() else { return Ok(None) };
    let said =
        |key| document.get("assessment").and_then(|head| head.get(key)).and_then(Item::as_str).map(str::to_owned);
    let Some(from) = said("model-version").filter(|version| version != model.major()) else { return Ok(None) };
    if said("model").as_deref() != Some(model.id.as_str()) || !from.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    document["assessment"]["model-version"] = toml_edit::value(model.major());
    let mut gone = Vec::new();
    if let Some(answers) = document.get_mut("answers") {
        take_unknown(answers, Node::Model(model), "", &mut gone);
    }
    let mut text = splice(&source.text, &plain, &document.to_string());
    if !gone.is_empty() {
        let _ = writeln!(text, "\n# Answers to version {from} of the model that this version does not have:");
        text.extend(gone.iter().map(|(id, value)| format!("# {} = {}\n", one_line(id), one_line(value))));
    }
    let answers = parse(&Source { name: source.name.clone(), text: text.clone() }, model)?;
    let in_scope = |id: &Id| model.areas.iter().any(|area| id.is_within(&area.id) && answers.covers(&area.id));
    let ids = model.dimensions().map(|dimension| &dimension.id);
    let open = ids.filter(|id| in_scope(id) && !answers.given.contains_key(id)).cloned().collect();
    Ok(Some(Migration { from, gone: gone.into_iter().map(|(id, _)| id).collect(), open, text }))
}

/// Takes out what the model does not have, and notes each with its id and its value as it was written.
fn take_unknown(item: &mut Item, parent: Node<'_>, prefix: &str, gone: &mut Vec<(String, String)>) {
    let children = parent.children();
    let child = |key: &str| children.iter().find(|child| child.id().key() == key);
    let Some(table) = item.as_table_like_mut() else { return };
    for (key, below) in table.iter_mut() {
        let id = if prefix.is_empty() { key.get().to_owned() } else { format!("{prefix}.{}", key.get()) };
        match child(key.get()) {
            None => leaves(below, &id, gone),
            Some(Node::Dimension(_)) => {}
            Some(child) => take_unknown(below, *child, &id, gone),
        }
    }
    // All at once: taking entries out one by one moves all the others each time.
    match item {
        Item::Table(table) => table.retain(|key, _| child(key).is_some()),
        Item::Value(Value::InlineTable(table)) => table.retain(|key, _| child(key).is_some()),
        _ => {}
    }
}

/// The answers in what was taken out: sub-tables are gone through, values are taken as they stand.
fn leaves(item: &Item, id: &str, gone: &mut Vec<(String, String)>) {
    match item {
        Item::Table(table) => table.iter().for_each(|(key, item)| leaves(item, &format!("{id}.{key}"), gone)),
        _ => gone.push((id.to_owned(), item.to_string())),
    }
}
