//! Any node of a model, whatever its kind.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Area, Dimension, Domain, Id, Model, SubDomain};
use crate::lang::Text;

/// Any node of the model.
#[derive(Clone, Copy, Debug)]
pub enum Node<'m> {
    /// The model itself.
    Model(&'m Model),
    /// An area.
    Area(&'m Area),
    /// A domain.
    Domain(&'m Domain),
    /// A sub-domain.
    SubDomain(&'m SubDomain),
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
    /// A part of a domain: what a level is reported for.
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
            Self::Area(area) => &area.id,
            Self::Domain(domain) => &domain.id,
            Self::SubDomain(sub_domain) => &sub_domain.id,
            Self::Dimension(dimension) => &dimension.id,
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'m Text {
        match self {
            Self::Model(model) => &model.name,
            Self::Area(area) => &area.name,
            Self::Domain(domain) => &domain.name,
            Self::SubDomain(sub_domain) => &sub_domain.name,
            Self::Dimension(dimension) => &dimension.name,
        }
    }

    /// What it is and why it matters: the model's source, a dimension's question.
    #[must_use]
    pub fn about(self) -> &'m Text {
        match self {
            Self::Model(model) => &model.source,
            Self::Area(area) => &area.about,
            Self::Domain(domain) => &domain.about,
            Self::SubDomain(sub_domain) => &sub_domain.about,
            Self::Dimension(dimension) => &dimension.question.text,
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(self) -> NodeKind {
        match self {
            Self::Model(_) => NodeKind::Model,
            Self::Area(_) => NodeKind::Area,
            Self::Domain(_) => NodeKind::Domain,
            Self::SubDomain(_) => NodeKind::SubDomain,
            Self::Dimension(_) => NodeKind::Dimension,
        }
    }

    /// The nodes directly below, in the model's order.
    #[must_use]
    pub fn children(self) -> Vec<Self> {
        match self {
            Self::Model(model) => model.areas.iter().map(Self::Area).collect(),
            Self::Area(area) => area.domains.iter().map(Self::Domain).collect(),
            Self::Domain(domain) => domain.sub_domains.iter().map(Self::SubDomain).collect(),
            Self::SubDomain(sub_domain) => sub_domain.dimensions.iter().map(Self::Dimension).collect(),
            Self::Dimension(_) => Vec::new(),
        }
    }
}
