//! The terms that what is on the screen relies on.

use super::Interview;
use super::mode::{Mode, Prompt};
use super::statements::Statement;
use crate::model::{Id, Term};

impl<'m> Interview<'m> {
    /// The terms that the texts on the screen rely on, in the model's order: those of the statement that an arrow points at, if
    /// it has any, else those of the question and all that is offered; among boxes, those of the one at the cursor.
    ///
    /// `None` if no text on the screen relies on any, or the screen shows no such texts.
    #[must_use]
    pub fn terms(&self) -> Option<Vec<&'m Term>> {
        match self.mode() {
            Mode::Part(part) | Mode::Excepting(part, _) => {
                let boxes = self.boxes(part);
                let is_named = boxes.iter().any(|(_, clause)| !clause.terms.is_empty());
                let pointed_at = boxes.get(part.cursor).into_iter().flat_map(|(_, clause)| clause.terms.iter());
                is_named.then(|| self.model.terms_named(pointed_at))
            }
            Mode::Asking | Mode::Base | Mode::Typing(Prompt::Reason | Prompt::Note | Prompt::Evidence(_), _) => {
                let (offered, _) = self.statements();
                let terms_of = |statements: &[Statement<'m>]| -> Vec<&'m Id> {
                    let clauses = statements.iter().flat_map(|statement| &statement.clauses);
                    let limits = statements.iter().flat_map(|statement| statement.limits);
                    let clauses = clauses.flat_map(|(_, clause)| clause.terms.iter());
                    clauses.chain(limits.flat_map(|limit| limit.terms.iter())).collect()
                };
                let pointed_at = self.highlight().and_then(|place| offered.get(place..=place));
                let mut ids = pointed_at.map(terms_of).unwrap_or_default();
                if ids.is_empty() {
                    ids = terms_of(&offered);
                    ids.extend(self.question().into_iter().flat_map(|question| question.question.terms.iter()));
                }
                (!ids.is_empty()).then(|| self.model.terms_named(ids))
            }
            Mode::Typing(Prompt::Jump(_) | Prompt::Outcome(_), _)
            | Mode::Evidence(_)
            | Mode::Opinions(_)
            | Mode::Taking
            | Mode::Help(_)
            | Mode::Done => None,
        }
    }
}
