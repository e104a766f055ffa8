//! The storeys of a model, counted from 1 for the areas down to the dimensions, and what people call what stands on them.

use super::lint::is_chinese;
use super::{Model, Node, NodeKind};
use crate::lang::{Lang, Text};

/// The kinds of a model that does not name its own, from above.
const KINDS: [NodeKind; 4] = [NodeKind::Area, NodeKind::Domain, NodeKind::SubDomain, NodeKind::Dimension];

impl Model {
    /// How many storeys there are; the last one holds the dimensions.
    #[must_use]
    pub fn storeys(&self) -> usize {
        count(&self.tree)
    }

    /// Whether the model names its kinds of nodes itself.
    #[must_use]
    pub fn has_own_kinds(&self) -> bool {
        !self.tree.is_empty()
    }

    /// What a node of this storey is called: `Sub-domain`, or the name that the model gives.
    ///
    /// 0 is the model itself.
    #[must_use]
    pub fn kind_name(&self, storey: usize) -> Text {
        let own = storey.checked_sub(1).and_then(|place| self.tree.get(place));
        own.cloned().unwrap_or_else(|| match NodeKind::on(storey, &self.tree) {
            NodeKind::Model => text!("Model", "模型"),
            NodeKind::Area => text!("Area", "领域"),
            NodeKind::Domain | NodeKind::Group => text!("Domain", "域"),
            NodeKind::SubDomain => text!("Sub-domain", "子域"),
            NodeKind::Dimension => text!("Dimension", "维度"),
        })
    }

    /// What the nodes of a storey are called within a sentence: `sub-domain`, or as the model writes it.
    ///
    /// Chinese is written without blanks: a name in another script stands in quotes there, or it would run into the words
    /// around it.
    #[must_use]
    pub fn kind_within(&self, storey: usize) -> Text {
        let Text { en, zh, wordings } = self.kind_name(storey);
        let en = if self.has_own_kinds() { en } else { en.to_lowercase().into() };
        let zh = if is_chinese_at_both_ends(&zh) { zh } else { format!("“{zh}”").into() };
        Text { en, zh, wordings }
    }

    /// What this kind of node is called in a model that names its kinds itself; `None` in all others, and for the model.
    #[must_use]
    pub fn own_kind_name(&self, node: Node<'_>) -> Option<&Text> {
        self.tree.get(node.storey().checked_sub(1)?)
    }

    /// The storey on which what has levels reported stands: one above the dimensions.
    #[must_use]
    pub fn sub_domain_storey(&self) -> usize {
        self.storeys() - 1
    }

    /// The words that [`Model::storey_named`] takes for each storey, from the areas down.
    #[must_use]
    pub fn kind_words(&self, lang: Lang) -> Vec<String> {
        if self.has_own_kinds() {
            return self.tree.iter().map(|name| word(name.get(lang))).collect();
        }
        KINDS.map(|kind| kind.to_string()).to_vec()
    }

    /// The storey that a word names: the name that the model gives it, else the kind, counted from below.
    ///
    /// `domain` is the second above the dimensions, or the first storey where there are fewer.
    #[must_use]
    pub fn storey_named(&self, named: &str) -> Option<usize> {
        let wanted = word(named);
        let own = self.tree.iter().position(|name| [&name.en, &name.zh].iter().any(|name| word(name) == wanted));
        own.map(|place| place + 1).or_else(|| {
            let kind = KINDS.iter().rev().position(|kind| kind.to_string() == wanted)?;
            let from_below = self.storeys().saturating_sub(kind).max(1);
            Some(if kind + 1 == KINDS.len() { 1 } else { from_below })
        })
    }
}

fn is_chinese_at_both_ends(name: &str) -> bool {
    [name.chars().next(), name.chars().next_back()].into_iter().flatten().all(is_chinese)
}

/// A name as one word, which needs no quotes on the command line: `security-practice`.
fn word(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase()
}

/// How many storeys a model has by what it calls them: four where it does not say.
fn count(tree: &[Text]) -> usize {
    if tree.is_empty() { 4 } else { tree.len() }
}

impl NodeKind {
    /// The kind of the nodes on a storey of a model that calls its storeys so.
    pub(super) fn on(storey: usize, tree: &[Text]) -> Self {
        match storey {
            0 => Self::Model,
            _ if storey == count(tree) => Self::Dimension,
            1 => Self::Area,
            _ if storey + 1 == count(tree) => Self::SubDomain,
            _ if tree.is_empty() => Self::Domain,
            _ => Self::Group,
        }
    }
}
