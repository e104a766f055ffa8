//! What the machine asks of the program around it.

use crate::answers::{Answer, Change, Changed, Clauses, Measurement, Metric};
use crate::model::{Dimension, Id};
use crate::scoring;

/// What is to be done about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw again, nothing else.
    None,
    /// Save, then tell [`super::Interview::apply_saved`].
    Save(Save),
    /// Let the note, which is this now, be written in an editor, then tell [`super::Interview::set_note`].
    Editor(String),
    /// Leave; everything is saved.
    Leave,
}

/// One save of the answers file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// The answers to write.
    pub edits: Vec<Edit>,
    /// What the save is for.
    pub purpose: Purpose,
}

/// What a save is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To change answers.
    Change,
    /// To take back the last change.
    Undo,
    /// To write a figure of the team's delivery, or to remove it.
    Outcome(FigureEdit),
    /// To take back what was last done to a figure.
    UndoOutcome(FigureEdit),
}

/// A change to one figure of the team's delivery, with what the interview took it to be before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureEdit {
    /// What is measured.
    pub metric: Metric,
    /// What was there.
    pub before: Option<Measurement>,
    /// What is to be there.
    pub after: Option<Measurement>,
}

impl FigureEdit {
    /// What takes it back.
    pub(super) fn back(self) -> Self {
        Self { metric: self.metric, before: self.after, after: self.before }
    }
}

/// What a save of this session can be taken back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Undo {
    /// The answers before a change.
    Answers(Vec<Edit>),
    /// A figure before it was written anew or removed.
    Outcome(FigureEdit),
}

/// What a save makes of a dimension's place on the list of those asked anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedAnew {
    /// It is on the list or not, as before.
    AsBefore,
    /// It is taken off the list: what is said holds.
    No,
    /// It is on the list again.
    Again,
}

/// A change to one answer, with what the interview took the answer to be before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The dimension.
    pub id: Id,
    /// What was there.
    pub before: Option<Answer>,
    /// What is to be there.
    pub after: Option<Answer>,
    /// Clauses named before and not any more, though nobody said so: see [`Change::apply`].
    pub dropped: Clauses,
    /// What was asked for, to be done to whatever else may be there meanwhile; `None` where all is to be as it was.
    pub change: Option<Change>,
    /// Whether the dimension is still to be asked anew.
    pub asked_anew: AskedAnew,
}

impl Edit {
    /// What a change makes of what is there.
    pub(super) fn new(dimension: &Dimension, before: Option<Answer>, change: Change) -> Self {
        let gives_an_answer = change.value.is_some() || change.met.is_some();
        let asked_anew = if gives_an_answer { AskedAnew::No } else { AskedAnew::AsBefore };
        let Changed { answer: after, dropped } =
            change.apply(before.as_ref(), |answer| scoring::level_of(dimension, answer));
        Self { id: dimension.id.clone(), before, after, dropped, change: Some(change), asked_anew }
    }

    /// What takes an edit back, from what is there now.
    pub(super) fn back(&self, now: Option<Answer>) -> Self {
        let asked_anew = if self.asked_anew == AskedAnew::No { AskedAnew::Again } else { AskedAnew::AsBefore };
        let (id, after) = (self.id.clone(), self.before.clone());
        Self { id, before: now, after, dropped: Clauses::new(), change: None, asked_anew }
    }
}
