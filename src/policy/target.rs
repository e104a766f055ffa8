//! Targets by id: the most specific one counts, and is inherited down.

use super::measure::Measure;
use crate::lang::Text;
use crate::model::{Id, Model, Node};
use crate::problem::{Refusal, did_you_mean};

/// The levels or scores to hold; at most one for each id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets(pub Vec<Target>);

/// One level or score to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Id of an area, a domain or a sub-domain; `None` for the default of the whole model.
    pub id: Option<Id>,
    /// What is to be reached: a level from the floor to the top, or a score.
    pub value: Measure,
    /// Where it is set.
    pub origin: Origin,
}

/// Where a target is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// On the command line.
    Flag,
    /// In the policy, on that line, from 1.
    Line(usize),
}

impl Targets {
    /// The target that counts for a node: its own, else that of the nearest node above, else the default.
    #[must_use]
    pub fn of(&self, id: &Id) -> Option<&Target> {
        let covering = self.0.iter().filter(|target| target.id.as_ref().is_none_or(|over| id.is_within(over)));
        covering.max_by_key(|target| target.id.as_ref().map_or(0, |over| over.as_str().len()))
    }

    /// Reads the id that a target is set for.
    ///
    /// # Errors
    ///
    /// Why no target can be set for it, and what to write instead.
    pub fn id(model: &Model, word: &str) -> Result<Id, Refusal> {
        let (message, help) = match model.find(word) {
            Some(Node::Model(_)) => (
                text!("`{word}` is the whole model", "`{word}` 是整个模型"),
                text!("its target is called `default`", "它的目标写作 `default`"),
            ),
            Some(Node::Dimension(_)) => {
                let parent = word.rsplit_once('.').map_or(word, |(parent, _)| parent);
                let Text { en, zh, .. } = model.kind_within(model.sub_domain_storey());
                let message = if model.has_own_kinds() {
                    text!("a target is for one {en} or what is above it", "目标只能针对{zh}或其上层")
                } else {
                    text!("a target is for an area, a domain or a sub-domain", "目标只能针对领域、域或子域")
                };
                (message, text!("`{parent}` is its {en}", "它所属的{zh}是 `{parent}`"))
            }
            Some(node) => return Ok(node.id().clone()),
            None => {
                let ids = model.nodes().map(|node| node.id().as_str()).chain(["default"]);
                let help = whole_ids(model, word)
                    .or_else(|| did_you_mean(word, ids))
                    .unwrap_or_else(|| text!("`assess model list` names them all", "`assess model list` 列出全部 id"));
                (text!("unknown id `{word}`", "未知的 id `{word}`"), help)
            }
        };
        Err(Refusal::new(message).help(help))
    }
}

/// The ids that end with a word which is no whole one, as the command line takes it, or of what is called so: of those that
/// have targets, if any.
fn whole_ids(model: &Model, word: &str) -> Option<Text> {
    let ending = format!(".{word}");
    let ends: Vec<_> = model.nodes().filter(|node| node.id().as_str().ends_with(&ending)).collect();
    // People see names before they see ids.
    let found = if ends.is_empty() { model.nodes_named(word).collect() } else { ends };
    let (dimensions, groups): (Vec<_>, Vec<_>) = found.into_iter().partition(|node| matches!(node, Node::Dimension(_)));
    let parents = dimensions.iter().filter_map(|node| node.id().as_str().rsplit_once('.'));
    let parents: Vec<_> = parents.map(|(parent, _)| parent).collect();
    let ids: Vec<_> = groups.iter().map(|node| node.id().as_str()).collect();
    let Text { en, zh, .. } = match (&ids[..], &parents[..]) {
        ([], [parent]) => return Some(text!("`{parent}` can have a target", "可为 `{parent}` 设定目标")),
        ([], _) => return None,
        _ => Text::list_words(ids),
    };
    Some(text!("write the whole id: {en}", "请写完整的 id：{zh}"))
}
