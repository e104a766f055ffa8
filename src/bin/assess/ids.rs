//! Ids on the command line: the part of the model that one names, or what was meant.

use anyhow::Result;
use assess::lang::Text;
use assess::model::{ClauseId, Dimension, Id, Model, Node, Referenced};
use assess::problem::nearest;
use assess::text;

use crate::failure::Failure;
use crate::terminal::lang;

/// The most ids that an error lists.
const MOST: usize = 10;

/// The node of that id, else the one with that `ref`, else the only one whose id ends so: `branching`,
/// `version-control.branching`.
///
/// # Errors
///
/// No such node, with the one meant; a clause, with its dimension; several, with all of them.
pub fn find<'m>(model: &'m Model, id: &str) -> Result<Node<'m>> {
    if let Some(node) = model.find(id) {
        return Ok(node);
    }
    match model.referenced(id) {
        Some(Referenced::Node(node)) => return Ok(node),
        Some(Referenced::Clause(dimension, clause)) => return Err(not_a_node(id, dimension, clause).into()),
        None => {}
    }
    let ending = format!(".{id}");
    let nodes: Vec<_> = model.nodes().filter(|node| node.id().as_str().ends_with(&ending)).collect();
    match nodes[..] {
        [node] => Ok(node),
        [] => Err(unknown(model, id).into()),
        _ => Err(ambiguous(&nodes, id).into()),
    }
}

/// The part that `--only` names, the whole without it, and the storey that `--depth` names, that of sub-domains without it.
///
/// # Errors
///
/// Those of [`find`] and [`storey`].
pub fn part<'m>(model: &'m Model, only: Option<&str>, depth: Option<&str>) -> Result<(Node<'m>, usize)> {
    let top = only.map_or(Ok(Node::Model(model)), |id| find(model, id))?;
    let depth = depth.map_or(Ok(model.sub_domain_storey()), |word| storey(model, word))?;
    Ok((top, depth))
}

/// The same, or the dimension of the clause with that `ref`.
pub fn find_or_clause<'m>(model: &'m Model, id: &str) -> Result<Node<'m>> {
    match model.referenced(id) {
        Some(Referenced::Clause(dimension, _)) if model.find(id).is_none() => Ok(Node::Dimension(dimension)),
        _ => find(model, id),
    }
}

fn not_a_node(id: &str, dimension: &Dimension, clause: ClauseId) -> Failure {
    let of = &dimension.id;
    Failure::new(text!("`{id}` is a clause, {clause} of `{of}`", "`{id}` 是一条要求，即 `{of}` 的 {clause}"))
        .help(text!("write `{of}`", "请写 `{of}`"))
}

fn ambiguous(nodes: &[Node<'_>], id: &str) -> Failure {
    let (count, Text { en, zh, .. }) = (nodes.len(), list(nodes));
    Failure::new(text!("`{id}` is the end of {count} ids", "有 {count} 个 id 以 `{id}` 结尾"))
        .help(text!("write one of {en}", "请写其中之一：{zh}"))
}

/// The ids of nodes, as many as an error lists.
fn list(nodes: &[Node<'_>]) -> Text {
    let mut list: Vec<_> = nodes.iter().take(MOST).map(|node| format!("`{}`", node.id())).collect();
    if nodes.len() > MOST {
        list.push("…".to_owned());
    }
    Text::list(&list)
}

fn unknown(model: &Model, id: &str) -> Failure {
    let failure = Failure::new(text!("unknown id `{id}`", "未知的 id `{id}`"));
    let ids = || model.nodes().map(|node| node.id().as_str());
    let by_key = || {
        let key = nearest(last(id), ids().map(last))?;
        ids().find(|other| last(other) == key)
    };
    // People see names before they see ids.
    let named: Vec<_> = model.nodes_named(id).collect();
    if named.len() > 1 {
        let Text { en, zh, .. } = list(&named);
        return failure.help(text!("several are called so: write one of {en}", "有多个名称相同，请写其中之一：{zh}"));
    }
    match named.first().map(|node| node.id().as_str()).or_else(|| nearest(id, ids())).or_else(by_key) {
        Some(meant) => failure.help(text!("did you mean `{meant}`?", "是否想写 `{meant}`？")),
        None => failure.help(text!("`assess model list` names them all", "`assess model list` 列出全部 id")),
    }
}

fn last(id: &str) -> &str {
    id.rsplit('.').next().unwrap_or(id)
}

/// The storey that a word names: a kind of node, or what the model calls it.
///
/// # Errors
///
/// No such kind, with the one meant or all of them.
pub fn storey(model: &Model, word: &str) -> Result<usize> {
    let named = model.storey_named(word);
    Ok(named.ok_or_else(|| {
        let failure = Failure::new(text!("`{word}` is no value for `--depth`", "`{word}` 不是 `--depth` 的合法值"));
        let kinds = model.kind_words(lang());
        let Text { en, zh, .. } = Text::list_words(&kinds);
        let meant = nearest(word, kinds.iter().map(String::as_str));
        failure.help(meant.map_or_else(
            || text!("one of {en}", "可选：{zh}"),
            |meant| text!("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        ))
    })?)
}

/// The id of an area, and of nothing else.
pub fn area(model: &Model, id: &str) -> Result<Id> {
    if let Some(area) = find(model, id)?.area() {
        return Ok(area.id.clone());
    }
    let areas = Text::list_words(model.areas.iter().map(|area| &area.id));
    let Text { en, zh, .. } = model.kind_within(1);
    let failure = if model.has_own_kinds() {
        let failure = Failure::new(text!("`{id}` is no {en}", "`{id}` 不是{zh}"));
        let Text { en, zh, .. } = areas;
        failure.help(text!("one of {en}", "可选：{zh}"))
    } else {
        let failure = Failure::new(text!("`{id}` is not an area", "`{id}` 不是领域"));
        let Text { en, zh, .. } = areas;
        failure.help(text!("areas are {en}", "领域有：{zh}"))
    };
    Err(failure.into())
}
