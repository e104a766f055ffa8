//! Brings answers to another major version of their model over to this one: what still exists is kept.

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue};

use super::edit::{self, Wish};
use super::gone::Gone;
use super::{Answers, parse};
use crate::document::{Value, split_mark};
use crate::model::{Id, Model, Node, Version};
use crate::problem::{Problems, Source};

/// What bringing a file over would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The version the answers were given to.
    pub from: Version,
    /// Ids that the file answers and this version of the model does not have, or not with the level or clauses that are
    /// claimed.
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
    let (mark, text) = split_mark(&source.text);
    let (root, errors) = DeTable::parse_recoverable(text);
    let root = root.get_ref();
    let said = |key| head_of(root)?.get(key)?.get_ref().as_str();
    let to = model.answers_version();
    let version = said("model-version").and_then(|version| version.parse::<Version>().ok());
    let Some(from) = version.filter(|version| version.major != to.major) else { return Ok(None) };
    if !errors.is_empty() || said("model") != Some(model.id.as_str()) {
        return Ok(None);
    }
    let read = |text: &str| parse(&Source { name: source.name.clone(), text: text.to_owned() }, model);
    let write = |unfit: &BTreeSet<&Id>| {
        let (rewritten, gone) = rewritten(text, root, unfit, model);
        let mut text = format!("{mark}{rewritten}");
        gone.append_to(&mut text, &from.to_string());
        (text, gone)
    };
    let (mut text, mut gone) = write(&BTreeSet::new());
    let mut answers = read(&text);
    if let Err(problems) = &answers {
        (text, gone) = write(&unfit(&text, problems, model));
        answers = read(&text);
    }
    let answers = answers?;
    let in_scope = |id: &Id| model.areas.iter().any(|area| id.is_within(&area.id) && answers.covers(area));
    let ids = model.dimensions().map(|dimension| &dimension.id);
    let open = ids.filter(|id| in_scope(id) && !answers.given.contains_key(id)).cloned().collect();
    Ok(Some(Migration { from, gone: gone.ids(), open, text, answers }))
}

/// The text of a file that is to this version, and what is taken out of it: the answers that this version does not have,
/// and those to `unfit`.
fn rewritten(text: &str, root: &DeTable<'_>, unfit: &BTreeSet<&Id>, model: &Model) -> (String, Gone) {
    let mut wishes = Vec::new();
    edit::put(&mut wishes, &["assessment", "model-version"], Wish::Text(model.answers_version().to_string()));
    // The questions are others: what was confirmed of them is to be confirmed again.
    edit::put(&mut wishes, &["assessment", "review"], Wish::Removed);
    edit::put(&mut wishes, &["assessment", "ask-again"], edit::set_of(&still_asked_anew(head_of(root), model)));
    let mut taker = Taker { text, unfit, gone: Gone::default() };
    if let Some(answers) = root.get("answers").and_then(|answers| answers.get_ref().as_table()) {
        wishes.push(("answers".to_owned(), taker.take_unknown(answers, Node::Model(model), "")));
    }
    (edit::rewrite(text, &wishes, &edit::order(model)), taker.gone)
}

/// The dimensions whose answers claim a level, clauses or degrees that this version of the model does not have: those with
/// a problem in what they claim.
fn unfit<'m>(text: &str, problems: &Problems, model: &'m Model) -> BTreeSet<&'m Id> {
    let (mark, text) = split_mark(text);
    let (root, _) = DeTable::parse_recoverable(text);
    let Some(answers) = root.get_ref().get("answers") else { return BTreeSet::new() };
    let problems: Vec<_> = problems.0.iter().flat_map(|file| &file.problems).map(|problem| &problem.span).collect();
    let is_wrong = |value: &Value<'_>| {
        let span = value.span();
        let (start, end) = (mark.len() + span.start, mark.len() + span.end);
        problems.iter().any(|problem| start <= problem.start && problem.end <= end)
    };
    let claims_wrong = |value: &Value<'_>| match value.get_ref() {
        DeValue::Table(parts) => {
            ["level", "met", "degrees", "except"].iter().any(|key| parts.get(*key).is_some_and(is_wrong))
        }
        _ => is_wrong(value),
    };
    let answer = |id: &Id| id.as_str().split('.').try_fold(answers, |value, key| value.get_ref().as_table()?.get(key));
    let ids = model.dimensions().map(|dimension| &dimension.id);
    ids.filter(|id| answer(id).is_some_and(claims_wrong)).collect()
}

/// The section `[assessment]` of a file.
fn head_of<'r, 't>(root: &'r DeTable<'t>) -> Option<&'r DeTable<'t>> {
    root.get("assessment")?.get_ref().as_table()
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
    /// The dimensions of the model whose answers do not fit it.
    unfit: &'t BTreeSet<&'t Id>,
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
            let child = children.iter().find(|child| child.id().key() == name);
            match (child.filter(|child| !self.unfit.contains(child.id())), value.get_ref()) {
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
