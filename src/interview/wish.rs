//! What somebody wants to be asked.

use crate::model::{Id, Level};

/// What an interview is about.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Only what stands at or below this node.
    pub only: Option<Id>,
    /// The level that matters: what lies above is folded away.
    pub target: Option<Level>,
    /// Which questions it goes through.
    pub pass: Pass,
}

/// Which questions an interview goes through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pass {
    /// Those without an answer.
    #[default]
    Open,
    /// One in each sub-domain of which no level is known: a first picture.
    Quick,
    /// All of them, each to be confirmed or changed.
    Review,
}
