//! What is to be saved, and what follows once it is.

use std::collections::BTreeSet;

use super::line::Line;
use super::{Effect, Interview, Mode, Prompt};
use crate::answers::{Answer, Answers, Change, Changed, Claim, Value};
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Id};
use crate::scoring::level_of;

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
    pub dropped: BTreeSet<ClauseId>,
    /// What was asked for, to be done to whatever else may be there meanwhile; nothing when all is to be as it was.
    pub change: Option<Change>,
}

impl Interview<'_> {
    /// The same wish, for what is there now.
    #[must_use]
    pub fn redo(&self, edit: Edit, now: Option<Answer>) -> Edit {
        let dimension = self.model.dimensions().find(|dimension| dimension.id == edit.id);
        match (edit.change.clone(), dimension) {
            (Some(change), Some(dimension)) => wanted(dimension, change, now),
            _ => Edit { before: now, ..edit },
        }
    }

    /// What a save of this change would write; the answer itself is only taken over once it is saved.
    pub(super) fn change(&self, change: Change) -> Effect {
        let Some(question) = self.question() else { return Effect::None };
        Effect::Save(vec![self.edit(question, change)])
    }

    pub(super) fn edit(&self, dimension: &Dimension, change: Change) -> Edit {
        wanted(dimension, change, self.answers.given.get(&dimension.id).cloned())
    }

    pub(super) fn claim(&self, claim: Claim) -> Effect {
        self.change(Change { value: Some(Value::Claim(claim)), ..Change::default() })
    }

    /// Has the answers say what was saved.
    fn take_over(&mut self, edit: &Edit) {
        match &edit.after {
            Some(answer) => self.answers.given.insert(edit.id.clone(), answer.clone()),
            None => self.answers.given.remove(&edit.id),
        };
    }

    /// Takes over what was saved, says what it led to, and goes on.
    pub fn saved(&mut self, edits: Vec<Edit>) {
        for edit in &edits {
            self.take_over(edit);
            match edit.change.as_ref().and_then(|change| change.value.as_ref()) {
                Some(Value::Claim(_)) => self.confirmed.insert(edit.id.clone()),
                Some(Value::Removed) => self.confirmed.remove(&edit.id),
                None => false,
            };
        }
        let Some(question) = self.question() else { return };
        let own = edits.iter().find(|edit| edit.id == question.id);
        let claimed = own.and_then(|edit| edit.change.as_ref()).and_then(|change| change.value.clone());
        self.excuse = match &claimed {
            Some(Value::Claim(claim @ Claim::NotApplicable { .. })) => Some(claim.clone()),
            _ => None,
        };
        self.said = Some(self.told(question, own, edits.len()));
        let goes_on = own.is_none() || matches!(claimed, Some(Value::Claim(_)));
        if edits.iter().any(|edit| edit.before != edit.after) {
            self.undo.push(edits);
        }
        if matches!(self.mode, Mode::Typing(Prompt::Evidence, _)) {
            // One after the other, until a line is left empty.
            self.mode = Mode::Typing(Prompt::Evidence, Line::default());
        } else if goes_on {
            self.go_on_from(self.place + 1);
        } else {
            self.mode = Mode::Asking;
        }
    }

    /// Takes back what was saved last, after that too was saved.
    pub fn undone(&mut self, edits: Vec<Edit>) {
        let place = edits.first().and_then(|edit| self.questions.iter().position(|it| it.id == edit.id));
        for edit in edits {
            self.confirmed.remove(&edit.id);
            self.take_over(&edit);
        }
        self.undo.pop();
        if let Some(place) = place {
            self.arrive(place);
            self.revisited = true;
        }
        self.said = Some(match self.question() {
            Some(question) => {
                let (en, zh) = (&question.name.en, &question.name.zh);
                text!("undone: {en}", "已撤销：{zh}")
            }
            None => text!("undone", "已撤销"),
        });
    }

    /// Says why something was not done; everything stays as it was, also what is being typed or ticked.
    pub fn refused(&mut self, why: Text) {
        self.said = Some(why);
    }

    /// Says why something is not to be done any more, and asks again.
    pub fn dropped(&mut self, why: Text) {
        self.said = Some(why);
        self.mode = Mode::Asking;
    }

    /// Somebody else's change: the answers are as they are now on disk.
    pub fn reread(&mut self, answers: Answers) {
        self.answers = answers;
    }
}

/// What a change makes of what is there.
fn wanted(dimension: &Dimension, change: Change, before: Option<Answer>) -> Edit {
    let Changed { answer, dropped } = change.apply(before.as_ref(), |claim| level_of(dimension, claim));
    Edit { id: dimension.id.clone(), before, after: answer, dropped, change: Some(change) }
}
