//! Any node of a model, whatever its kind.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Dimension, Group, Id, Model};
use crate::lang::{Lang, Text};

/// Any node of the model.
#[derive(Clone, Copy, Debug)]
pub enum Node<'m> {
    /// The model itself.
    Model(&'m Model),
    /// An area, a domain, a sub-domain.
    Group(&'m Group),
    /// A dimension.
    Dimension(&'m Dimension),
}

/// The kinds of node, each below the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// The whole.
    Model,
    /// A part of the whole.
    Area,
    /// A part of an area.
    Domain,
    /// A part of an area, in a model that names its kinds itself: whatever stands between area and sub-domain.
    Group,
    /// What a level is reported for: the storey above the dimensions.
    SubDomain,
    /// What one question asks about.
    Dimension,
}

impl fmt::Display for NodeKind {
    /// The word for it in JSON.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

impl<'m> Node<'m> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> &'m Id {
        match self {
            Self::Model(model) => &model.id,
            Self::Group(group) => &group.id,
            Self::Dimension(dimension) => &dimension.id,
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'m Text {
        match self {
            Self::Model(model) => &model.name,
            Self::Group(group) => &group.name,
            Self::Dimension(dimension) => &dimension.name,
        }
    }

    /// Whether people call it so, in a language of the interface and in whatever case; `name` is in lower case.
    #[must_use]
    pub fn is_called(self, name: &str) -> bool {
        [Lang::En, Lang::Zh].iter().any(|lang| self.name().get(*lang).to_lowercase() == name)
    }

    /// What it is and why it matters: the model's source, a dimension's question.
    #[must_use]
    pub fn about(self) -> &'m Text {
        match self {
            Self::Model(model) => &model.source,
            Self::Group(group) => &group.about,
            Self::Dimension(dimension) => &dimension.question.text,
        }
    }

    /// What another framework calls it; `None` if the model does not say.
    #[must_use]
    pub fn reference(self) -> Option<&'m Cow<'static, str>> {
        match self {
            Self::Model(_) => None,
            Self::Group(group) => group.reference.as_ref(),
            Self::Dimension(dimension) => dimension.reference.as_ref(),
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(self) -> NodeKind {
        match self {
            Self::Model(_) => NodeKind::Model,
            Self::Group(group) => group.kind,
            Self::Dimension(_) => NodeKind::Dimension,
        }
    }

    /// How much it counts in means beside its siblings.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Model(_) => 1,
            Self::Group(group) => group.weight,
            Self::Dimension(dimension) => dimension.weight,
        }
    }

    /// The group, if it is an area.
    #[must_use]
    pub fn area(self) -> Option<&'m Group> {
        match self {
            Self::Group(group) if group.kind == NodeKind::Area => Some(group),
            _ => None,
        }
    }

    /// The group, if its dimensions are right below it: what a level is reported for.
    #[must_use]
    pub fn sub_domain(self) -> Option<&'m Group> {
        match self {
            Self::Group(group) if group.is_sub_domain() => Some(group),
            _ => None,
        }
    }

    /// The dimension, if it is one.
    #[must_use]
    pub fn dimension(self) -> Option<&'m Dimension> {
        match self {
            Self::Dimension(dimension) => Some(dimension),
            _ => None,
        }
    }

    /// The storey on which it stands: 0 for the model, 1 for an area, one more for each step down.
    #[must_use]
    pub fn storey(self) -> usize {
        match self {
            Self::Model(_) => 0,
            node => node.id().storey(),
        }
    }

    /// The node directly below that is known there under `key`.
    #[must_use]
    pub fn child(self, key: &str) -> Option<Self> {
        // Before the key stands the id of the parent and a dot.
        let before = if let Self::Model(_) = self { 0 } else { self.id().as_str().len() + 1 };
        let is_called = |id: &Id| id.as_str().as_bytes().get(before..) == Some(key.as_bytes());
        match self {
            Self::Model(model) => model.areas.iter().find(|area| is_called(&area.id)).map(Self::Group),
            Self::Group(group) if group.is_sub_domain() => {
                group.dimensions.iter().find(|dimension| is_called(&dimension.id)).map(Self::Dimension)
            }
            Self::Group(group) => group.groups.iter().find(|group| is_called(&group.id)).map(Self::Group),
            Self::Dimension(_) => None,
        }
    }

    /// The nodes directly below, in the model's order.
    #[must_use]
    pub fn children(self) -> Vec<Self> {
        match self {
            Self::Model(model) => model.areas.iter().map(Self::Group).collect(),
            Self::Group(group) if group.is_sub_domain() => group.dimensions.iter().map(Self::Dimension).collect(),
            Self::Group(group) => group.groups.iter().map(Self::Group).collect(),
            Self::Dimension(_) => Vec::new(),
        }
    }
}
