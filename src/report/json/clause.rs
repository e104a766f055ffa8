//! What a level of a model says: texts, and beside their languages what else the model says of them.

use std::borrow::Cow;

use serde::Serialize;

use crate::lang::Text;
use crate::model::{Clause, Id, Level, List, Sentence, Term};

/// What texts mean by a word.
#[derive(Debug, Serialize)]
pub(super) struct TermData {
    id: Id,
    name: Text,
    means: Text,
}

/// A clause: its text in each language and, where the model says more of it, further keys.
#[derive(Debug, Serialize)]
pub(super) struct ClauseData {
    #[serde(flatten)]
    text: Text,
    #[serde(skip_serializing_if = "is_empty")]
    terms: List<Id>,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Cow<'static, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    up_to: Option<Level>,
}

/// A question or a limit: its text in each language and, if it relies on any, its terms.
#[derive(Debug, Serialize)]
pub(super) struct SentenceData {
    #[serde(flatten)]
    text: Text,
    #[serde(skip_serializing_if = "is_empty")]
    terms: List<Id>,
}

fn is_empty(terms: &List<Id>) -> bool {
    terms.is_empty()
}

pub(super) fn term(term: &Term) -> TermData {
    TermData { id: term.id.clone(), name: term.name.clone(), means: term.means.clone() }
}

pub(super) fn clause(clause: &Clause) -> ClauseData {
    ClauseData {
        text: clause.text.clone(),
        terms: clause.terms.clone(),
        reference: clause.reference.clone(),
        weight: (clause.weight != 1).then_some(clause.weight),
        up_to: clause.up_to,
    }
}

pub(super) fn sentence(sentence: &Sentence) -> SentenceData {
    SentenceData { text: sentence.text.clone(), terms: sentence.terms.clone() }
}
