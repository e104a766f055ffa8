//! What is to be saved, and what follows once it is, or is not.

use super::effect::{AskedAnew, Edit, Effect, Purpose, Save, Undo};
use super::mode::{Mode, Prompt};
use super::state::Interview;
use super::status::Status;
use super::wish::Pass;
use crate::answers::{Answers, Change, Claim, Date, Update, Value};
use crate::lang::Text;
use crate::model::Dimension;

impl Interview<'_> {
    /// What a save of this change would write; the answer itself is only taken over once it is saved.
    pub(super) fn change(&self, change: Change) -> Effect {
        let Some(question) = self.question() else { return Effect::None };
        Effect::Save(Save { edits: vec![self.edit(question, change)], purpose: Purpose::Change })
    }

    pub(super) fn edit(&self, dimension: &Dimension, change: Change) -> Edit {
        let change = self.keeping_who_differed(dimension, change);
        let edit = Edit::new(dimension, self.answers.given.of(dimension).cloned(), change);
        if self.answers.assessment.ask_again.contains(&dimension.id) {
            return edit;
        }
        Edit { asked_anew: AskedAnew::AsBefore, ..edit }
    }

    pub(super) fn claim(&self, claim: Claim) -> Effect {
        self.change(Change { value: Some(Value::Claim(claim)), ..Change::default() })
    }

    /// The same save, made for what is there now.
    #[must_use]
    pub fn redo(&self, save: Save) -> Save {
        let edits = save.edits.into_iter().map(|edit| {
            let now = self.answers.given.get(&edit.id).cloned();
            let dimension = self.model.dimensions().find(|dimension| dimension.id == edit.id);
            match (edit.change.clone(), dimension) {
                (Some(change), Some(dimension)) => self.edit(dimension, change),
                _ => Edit { before: now, ..edit },
            }
        });
        Save { edits: edits.collect(), ..save }
    }

    /// What the file is to say after a save into what is on disk: the answers, how far a review is, and on the day that
    /// confirms the whole that day.
    #[must_use]
    pub fn updates(&self, save: &Save, on_disk: &Answers, today: Option<Date>) -> Vec<Update> {
        let mut after = self.clone();
        after.apply_saved(save.clone(), on_disk.clone());
        let answered = save.edits.iter().map(|edit| Update::Answer(edit.id.clone(), edit.after.clone()));
        let anew = save.edits.iter().filter_map(|edit| match edit.asked_anew {
            AskedAnew::AsBefore => None,
            AskedAnew::No => Some(Update::Confirmed(edit.id.clone())),
            AskedAnew::Again => Some(Update::AskAgain(edit.id.clone())),
        });
        let day = today.filter(|_| after.is_whole() && !self.is_whole());
        let review = after.keeps_review().then(|| Update::Review(after.review(today)));
        let outcome = match &save.purpose {
            Purpose::Outcome(figure) | Purpose::UndoOutcome(figure) => {
                Some(Update::Outcome(figure.metric, figure.after.clone()))
            }
            Purpose::Change | Purpose::Undo => None,
        };
        answered.chain(anew).chain(outcome).chain(day.map(Update::Date)).chain(review).collect()
    }

    /// Takes over what was saved into these answers, says what it led to, and goes on.
    pub fn apply_saved(&mut self, save: Save, on_disk: Answers) {
        self.answers = on_disk;
        for edit in &save.edits {
            match &edit.after {
                Some(answer) => self.answers.given.insert(edit.id.clone(), answer.clone()),
                None => self.answers.given.remove(&edit.id),
            };
            let list = &mut self.answers.assessment.ask_again;
            match edit.asked_anew {
                AskedAnew::Again if !list.contains(&edit.id) => list.push(edit.id.clone()),
                AskedAnew::AsBefore | AskedAnew::Again => {}
                AskedAnew::No => list.retain(|id| *id != edit.id),
            }
        }
        self.update_quick_questions();
        match save.purpose {
            Purpose::Change => self.apply_change(save.edits),
            Purpose::Undo => self.apply_undo(&save.edits),
            Purpose::Outcome(figure) => self.apply_outcome(figure),
            Purpose::UndoOutcome(figure) => self.apply_undo_of_outcome(&figure),
        }
    }

    fn apply_change(&mut self, edits: Vec<Edit>) {
        let confirmed_before = self.confirmed.len();
        for edit in &edits {
            match edit.change.as_ref().and_then(|change| change.value.as_ref()) {
                Some(Value::Claim(_)) => self.confirmed.insert(edit.id.clone()),
                Some(Value::Removed) => self.confirmed.remove(&edit.id),
                None => false,
            };
        }
        if self.mode == Mode::Taking {
            self.begin_after_taking(edits.len());
            self.undo.push(Undo::Answers(edits));
            return;
        }
        let Some(question) = self.question() else { return };
        let own = edits.iter().find(|edit| edit.id == question.id);
        let claimed = own.and_then(|edit| edit.change.as_ref()).and_then(|change| change.value.clone());
        self.excuse = match &claimed {
            Some(Value::Claim(claim @ Claim::NotApplicable { .. })) => Some(claim.clone()),
            _ => None,
        };
        self.status = Some(self.status_of_change(question, own, edits.len()));
        let goes_on = own.is_none() || matches!(claimed, Some(Value::Claim(_)));
        let is_change = |edit: &Edit| edit.before != edit.after || edit.asked_anew != AskedAnew::AsBefore;
        let is_confirmation = self.wish.pass == Pass::Review && self.confirmed.len() > confirmed_before;
        if is_confirmation || edits.iter().any(is_change) {
            self.undo.push(Undo::Answers(edits));
        }
        match self.mode {
            Mode::Evidence(place) => self.show_evidence(place),
            Mode::Typing(Prompt::Evidence(place), _) => self.show_evidence(place.unwrap_or(usize::MAX)),
            _ if goes_on => self.go_on_from(self.place + 1),
            _ => self.mode = Mode::Asking,
        }
    }

    fn apply_undo(&mut self, edits: &[Edit]) {
        let place = edits.first().and_then(|edit| self.questions.iter().position(|it| it.id == edit.id));
        for edit in edits {
            self.confirmed.remove(&edit.id);
        }
        self.undo.pop();
        if let Some(place) = place {
            self.revisit(place);
        }
        let more = edits.len().saturating_sub(1);
        self.status = Some(Status::from(match self.question() {
            Some(question) => {
                let (en, zh) = (&question.name.en, &question.name.zh);
                match more {
                    0 => text!("undone: {en}", "已撤销：{zh}"),
                    _ => text!("undone: {en}, and {more} more", "已撤销：{zh}，另有 {more} 个"),
                }
            }
            None => text!("undone", "已撤销"),
        }));
    }

    /// Says why something was not done; everything stays as it was, also what is being typed or ticked.
    pub fn refuse(&mut self, why: Text) {
        self.status = Some(Status::from(why));
    }

    /// Says something of what was just done.
    pub fn remark(&mut self, words: Text) {
        self.status = Some(Status::from(words));
    }

    /// Says why something is not to be done any more, and asks again.
    pub fn give_up(&mut self, why: Text) {
        self.status = Some(Status::from(why));
        self.mode = if self.is_done() { Mode::Done } else { Mode::Asking };
    }

    /// Closes what is being typed or ticked for a question, if anything is.
    pub fn close(&mut self) {
        if !self.is_done()
            && matches!(
                self.mode,
                Mode::Typing(..) | Mode::Base | Mode::Part(_) | Mode::Excepting(..) | Mode::Evidence(_)
            )
        {
            self.mode = Mode::Asking;
        }
    }

    /// Somebody else's change: the answers are as they are now on disk.
    pub fn replace_answers(&mut self, answers: Answers) {
        self.answers = answers;
    }
}
