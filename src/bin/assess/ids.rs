//! Ids on the command line: the part of the model that one names, or what was meant.

use anyhow::Result;
use assess::model::{Id, Model, Node};
use assess::problem::nearest;
use assess::text;

use crate::failure::Failure;

/// The node of that id, or an error that names the one meant.
pub fn find<'m>(model: &'m Model, id: &str) -> Result<Node<'m>> {
    model.find(id).ok_or_else(|| {
        let failure = Failure::new(text!("unknown id `{id}`", "未知的 id `{id}`"));
        let ids = || model.nodes().map(|node| node.id().as_str());
        let ending = ids().find(|other| other.ends_with(&format!(".{id}")));
        let by_key = || {
            let last = |id: &'m str| id.rsplit('.').next().unwrap_or(id);
            let key = nearest(id.rsplit('.').next().unwrap_or(id), ids().map(last))?;
            ids().find(|other| last(other) == key)
        };
        match ending.or_else(|| nearest(id, ids())).or_else(by_key) {
            Some(meant) => failure.help(text!("did you mean `{meant}`?", "是否想写 `{meant}`？")).into(),
            None => failure.help(text!("`assess model list` names them all", "`assess model list` 列出全部 id")).into(),
        }
    })
}

/// The id of an area, and of nothing else.
pub fn area(model: &Model, id: &str) -> Result<Id> {
    if let Node::Area(area) = find(model, id)? {
        return Ok(area.id.clone());
    }
    let failure = Failure::new(text!("`{id}` is not an area", "`{id}` 不是领域"));
    let areas = model.areas.iter().map(|area| format!("`{}`", area.id)).collect::<Vec<_>>().join(", ");
    Err(failure.help(text!("areas are {areas}", "可选的领域：{areas}")).into())
}
