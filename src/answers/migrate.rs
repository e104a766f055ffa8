//! Brings answers to another major version of their model over to this one: what still exists is kept.

use toml::de::{DeTable, DeValue};

use super::edit::{self, Wish};
use super::gone::Gone;
use super::{Answers, parse};
use crate::model::{Id, Model, Node, Version};
use crate::problem::{Problems, Source};

/// What bringing a file over would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The version the answers were given to.
    pub from: Version,
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
    let to = model.answers_version();
    let version = said("model-version").and_then(|version| version.parse::<Version>().ok());
    let Some(from) = version.filter(|version| version.major != to.major) else { return Ok(None) };
    if !errors.is_empty() || said("model") != Some(model.id.as_str()) {
        return Ok(None);
    }
    let mut wishes = Vec::new();
    edit::put(&mut wishes, &["assessment", "model-version"], Wish::Text(to.to_string()));
    // The questions are others: what was confirmed of them is to be confirmed again.
    edit::put(&mut wishes, &["assessment", "review"], Wish::Removed);
    edit::put(&mut wishes, &["assessment", "ask-again"], edit::set_of(&still_asked_anew(head, model)));
    let mut taker = Taker { text, gone: Gone::default() };
    if let Some(answers) = root.get("answers").and_then(|answers| answers.get_ref().as_table()) {
        wishes.push(("answers".to_owned(), taker.take_unknown(answers, Node::Model(model), "")));
    }
    let rewritten = edit::rewrite(text, &wishes, &edit::order(model));
    let mut text = format!("{mark}{rewritten}");
    taker.gone.append_to(&mut text, &from.to_string());
    let answers = parse(&Source { name: source.name.clone(), text: text.clone() }, model)?;
    let in_scope = |id: &Id| model.areas.iter().any(|area| id.is_within(&area.id) && answers.covers(area));
    let ids = model.dimensions().map(|dimension| &dimension.id);
    let open = ids.filter(|id| in_scope(id) && !answers.given.contains_key(id)).cloned().collect();
    let gone = taker.gone.ids();
    Ok(Some(Migration { from, gone, open, text, answers }))
}

/// The dimensions that the file lists as asked anew, as far as this version of the model has them.
fn still_asked_anew(head: Option<&DeTable<'_>>, model: &Model) -> Vec<Id> {
    let listed = head.and_then(|head| head.get("ask-again")).and_then(|value| value.get_ref().as_array());
    let ids = listed.into_iter().flat_map(|listed| listed.iter()).filter_map(|id| id.get_ref().as_str());
    ids.filter_map(|id| model.find(id)).map(|node| node.id().clone()).collect()
}

/// Takes out what the model does not have.
struct Taker<'t> {
    text: &'t str,
    gone: Gone,
}

impl Taker<'_> {
    /// The wish that all of it goes.
    fn take_unknown(&mut self, table: &DeTable<'_>, parent: Node<'_>, prefix: &str) -> Wish {
        let children = parent.children();
        let mut wishes = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().to_string();
            let id = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            match (children.iter().find(|child| child.id().key() == name), value.get_ref()) {
                (None, _) => {
                    self.gone.collect(self.text, key.span().start, value, &id);
                    wishes.push((name, Wish::Removed));
                }
                (Some(Node::Dimension(_)), _) => {}
                (Some(child), DeValue::Table(below)) => wishes.push((name, self.take_unknown(below, *child, &id))),
                (Some(_), _) => {}
            }
        }
        Wish::Part(wishes)
    }
}
