//! What a file that has answers already keeps, when what is agreed is set in it.

use crate::answers::{Answers, Metric};
use crate::lang::Text;
use crate::model::Id;

/// What is set in a file that has answers already, and what the file keeps.
#[derive(Clone, Debug)]
pub struct Onto {
    /// What is to be set: without what the file keeps.
    pub answers: Answers,
    /// The answers that differ from what is agreed and stay, in the model's order.
    pub kept: Vec<Kept>,
    /// The outcomes that differ from what is agreed and stay.
    pub kept_outcomes: Vec<Metric>,
    /// The dimensions whose notes are cut, since with what the file says they are longer than a note may be. Those that
    /// were cut as they were joined are not named again.
    pub cut_notes: Vec<Id>,
}

/// An answer that a file keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The dimension.
    pub id: Id,
    /// What the file says, in a few words.
    pub there: Text,
    /// What is agreed, in a few words; `None` while people differ.
    pub agreed: Option<Text>,
}
