//! What is on the screen: a question, boxes, a line being typed, help, or the end.

use super::line::Line;
use crate::answers::{ByClause, Clauses, DegreeMet, Exception, Metric};
use crate::model::Level;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A question.
    Asking,
    /// A question of which a level is to be named that holds in full: clauses above it are ticked next.
    Base,
    /// A question with its clauses above a level as boxes to tick.
    Part(Part),
    /// The boxes, with the reason being typed why the clause at the cursor is not asked.
    Excepting(Part, Line),
    /// A question with a line being typed below it.
    Typing(Prompt, Line),
    /// The evidence of a question, with the entry that the cursor is at.
    Evidence(usize),
    /// All about a question, from this line on.
    Help(usize),
    /// Who said what about a question, and why, from this line on.
    Opinions(usize),
    /// What people agree on, offered to be taken before the first question.
    Taking,
    /// Nothing more is to be asked.
    Done,
}

/// Clauses being ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The level claimed in full.
    pub base: Level,
    /// The clauses above it that are met.
    pub met: Clauses,
    /// How far others are met, in a model with degrees.
    pub degrees: ByClause<DegreeMet>,
    /// The clauses that are not asked.
    pub except: ByClause<Exception>,
    /// The box the cursor is at.
    pub cursor: usize,
    /// The beginning of a clause's number, as it was typed; empty if none is being typed.
    pub typed: String,
    /// What was just said of these boxes and is not to be passed over at once.
    pub warning: Option<Warning>,
}

/// What the same key, pressed again, does all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Leaving loses what was typed.
    Unsaved,
    /// A number was typed that no box has.
    Unknown,
    /// Nothing is ticked.
    Unticked,
}

/// What a line is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Why the dimension does not apply.
    Reason,
    /// The note.
    Note,
    /// A piece of evidence: in place of the entry at this place, or one more.
    Evidence(Option<usize>),
    /// A figure of the team's delivery.
    Outcome(Metric),
    /// Words of the question to jump to, and which of those listed is chosen: see [`super::Interview::listed`].
    Jump(usize),
}
