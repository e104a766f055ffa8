//! What an answer says, field by field, as a file is to have it.

use super::wish::{Fields, Wish};
use super::{path_of, put};
use crate::answers::{Answer, Claim};
use crate::model::{ClauseId, Dimension, Id, Model, Node};

/// Everything that can be said about a dimension, in the order in which it is written.
pub(super) const FIELDS: [&str; 7] = ["level", "met", "degrees", "except", "na", "note", "evidence"];

/// What an answer claims in a file: a level, or the clauses of a dimension in a model without levels.
#[derive(Clone, Copy)]
enum Spelling<'m> {
    Level,
    Clauses(&'m Dimension),
}

/// Adds what turns one answer to a dimension into another.
pub(in crate::answers) fn put_answer(wishes: &mut Fields, model: &Model, id: &Id, old: &Answer, new: &Answer) {
    let (spelling, short) = match model.find(id.as_str()) {
        Some(Node::Dimension(dimension)) if !model.scoring.has_levels() => (Spelling::Clauses(dimension), "met"),
        _ => (Spelling::Level, "level"),
    };
    let fields = FIELDS.iter().map(|field| (*field, wish_of(old, field, spelling), wish_of(new, field, spelling)));
    let changed = fields.filter(|(_, old, new)| old != new);
    let fields: Fields = changed.map(|(field, old, new)| (field.to_owned(), new.in_place_of(old))).collect();
    if !fields.is_empty() {
        put(wishes, &path_of(id), Wish::Value { short, fields });
    }
}

/// What an answer says in one field.
fn wish_of(answer: &Answer, field: &str, spelling: Spelling<'_>) -> Wish {
    let wish = match (field, &answer.claim, spelling) {
        ("level", Some(Claim::Level { level, .. }), Spelling::Level) => Some(Wish::Number(level.0.into())),
        ("level", Some(Claim::PartOf(level)), Spelling::Level) => Some(Wish::Text(format!("{level}-"))),
        ("met", Some(claim), Spelling::Clauses(dimension)) => met_as_a_whole(answer, claim, dimension),
        ("met", Some(Claim::Level { met, .. }), Spelling::Level) if !met.is_empty() => Some(set_of_clauses(met)),
        ("degrees", ..) if !answer.degrees.is_empty() => {
            let fields = answer.degrees.iter().map(|(id, degree)| (id.to_string(), Wish::Text(degree.id.to_string())));
            Some(Wish::Map(fields.collect()))
        }
        ("except", ..) if !answer.except.is_empty() => {
            let fields =
                answer.except.iter().map(|(id, it)| (id.to_string(), Wish::reason(it.reason.clone(), it.until)));
            Some(Wish::Map(fields.collect()))
        }
        ("na", Some(Claim::NotApplicable { reason, until }), _) => Some(Wish::reason(reason.clone(), *until)),
        ("note", ..) => answer.note.clone().map(Wish::Text),
        ("evidence", ..) if !answer.evidence.is_empty() => Some(Wish::List(answer.evidence.clone())),
        _ => None,
    };
    wish.unwrap_or(Wish::Removed)
}

/// The clauses that are met: `"all"` or `"none"` where that is so and nothing else is said of any clause.
fn met_as_a_whole(answer: &Answer, claim: &Claim, dimension: &Dimension) -> Option<Wish> {
    claim.level()?;
    let met: Vec<_> = claim.covered(dimension).collect();
    let is_alone = answer.degrees.is_empty() && answer.except.is_empty();
    match (met.len(), is_alone) {
        (0, true) => Some(Wish::Text("none".to_owned())),
        (0, false) if !answer.degrees.is_empty() => None,
        (all, true) if all == dimension.all_clauses().count() => Some(Wish::Text("all".to_owned())),
        _ => Some(set_of_clauses(&met)),
    }
}

fn set_of_clauses<'i>(ids: impl IntoIterator<Item = &'i ClauseId>) -> Wish {
    Wish::Set(ids.into_iter().map(ToString::to_string).collect())
}
