//! A questionnaire for people without this program: what it asks, and what is answered already.

use crate::answers::Answers;
use crate::model::{Dimension, Group, Model, Node};

/// A questionnaire to fill in.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// The model that is asked.
    pub model: &'a Model,
    /// What is answered already, of what team and in which scope; see [`crate::answers::empty`].
    pub answers: &'a Answers,
    /// The part of the model that is asked; the model itself for all of it.
    pub part: Node<'a>,
}

/// A sub-domain of a questionnaire, with those of its questions that are asked.
#[derive(Clone, Debug)]
pub struct FormPart<'a> {
    /// The sub-domain.
    pub sub_domain: &'a Group,
    /// Its questions in the model's order; at least one.
    pub questions: Vec<&'a Dimension>,
}

impl<'a> Form<'a> {
    /// What is asked: the part of the model, as far as it is in scope, in the model's order.
    #[must_use]
    pub fn parts(&self) -> Vec<FormPart<'a>> {
        let asked = self.answers.sub_domains_in_scope(self.model).map(|sub_domain| {
            let all = sub_domain.dimensions.iter();
            FormPart { sub_domain, questions: all.filter(|question| self.asks(question)).collect() }
        });
        asked.filter(|asked| !asked.questions.is_empty()).collect()
    }

    fn asks(&self, question: &Dimension) -> bool {
        matches!(self.part, Node::Model(_)) || question.id.is_within(self.part.id())
    }
}
