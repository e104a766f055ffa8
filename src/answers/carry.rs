//! Reads answers to an older minor version of the model as answers to this one; why so, see `docs/design.md`, "Versions".

mod wording;

use std::collections::BTreeMap;

use super::edit::{self, Wish};
use super::gone::Gone;
use super::{Answer, Answers, ByClause, Claim, Clauses, DegreeMet, Exception, Given};
use crate::document::split_mark;
use crate::model::{ClauseId, Dimension, History, Id, Level, Model, Place, Version};
pub use wording::GoneAnswers;

/// What reading a file of an older minor version led to; the file itself is not changed by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The version the file is to.
    pub from: Version,
    /// The version it is read as.
    pub to: Version,
    /// The answers that say something else by this version, or are asked anew, in the model's order.
    pub answers: Vec<CarriedAnswer>,
    pub(super) gone: Gone,
    /// Parts of the file under ids that this version does not have.
    pub(super) earlier_ids: Vec<String>,
}

/// One answer that was carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedAnswer {
    /// The dimension.
    pub id: Id,
    /// The id under which the file has it.
    pub written_at: String,
    /// What the file says.
    pub before: Answer,
    /// What that is by this version.
    pub after: Answer,
    /// Whether the dimension asks something now that it did not ask.
    pub is_asked_anew: bool,
}

/// An answer as the file has it.
pub(super) struct Written {
    /// The dimension it is about now.
    pub(super) id: Id,
    /// The id under which it stands.
    pub(super) at: String,
    pub(super) answer: Answer,
}

/// What the parser found of an older version.
pub(super) struct Old {
    pub(super) from: Version,
    pub(super) written: Vec<Written>,
    pub(super) gone: Gone,
    pub(super) earlier_ids: Vec<String>,
}

/// The answers by this version of the model, and what became of those that say something else.
pub(super) fn carry(model: &Model, old: Old) -> (Given, Carried) {
    let by_place: BTreeMap<&str, &Answer> =
        old.written.iter().map(|written| (written.at.as_str(), &written.answer)).collect();
    let by_id: BTreeMap<&Id, &Written> = old.written.iter().map(|written| (&written.id, written)).collect();
    let history = model.history(old.from);
    let mut given = Given::default();
    let mut answers = Vec::new();
    for dimension in model.dimensions() {
        let Some(Written { at, answer, .. }) = by_id.get(&dimension.id) else { continue };
        let carrier = Carrier { model, from: old.from, history: &history, written: &by_place };
        let excepted = Answer { except: carrier.except(dimension), ..(*answer).clone() };
        let (claim, is_asked_anew) = carrier.claim(dimension, &excepted);
        let degrees = claim.as_ref().map(|claim| carrier.degrees(dimension, claim, &excepted)).unwrap_or_default();
        let after = Answer { claim, degrees, ..excepted };
        if *at != dimension.id.as_str() || after != *answer || is_asked_anew {
            let (id, written_at, before) = (dimension.id.clone(), at.clone(), answer.clone());
            answers.push(CarriedAnswer { id, written_at, before, after: after.clone(), is_asked_anew });
        }
        given.put(dimension, after);
    }
    let carried =
        Carried { from: old.from, to: model.answers_version(), answers, gone: old.gone, earlier_ids: old.earlier_ids };
    (given, carried)
}

struct Carrier<'a> {
    model: &'a Model,
    from: Version,
    history: &'a History<'a>,
    /// The answers by the ids of the older version.
    written: &'a BTreeMap<&'a str, &'a Answer>,
}

impl Carrier<'_> {
    /// The clauses that are excepted by this version: those all of whose origins were, or were met, and not all of them
    /// met. None where they would leave nothing to ask.
    fn except(&self, dimension: &Dimension) -> ByClause<Exception> {
        let mut except = ByClause::new();
        for (clause, _) in dimension.all_clauses() {
            let places = self.history.origin(&dimension.id, clause).places;
            let found = places.iter().find_map(|place| self.exception(place));
            if let Some(exception) = found
                && places.iter().all(|place| self.was_met(place) || self.exception(place).is_some())
            {
                except.insert(clause, exception.clone());
            }
        }
        if except.len() < dimension.all_clauses().count() { except } else { ByClause::new() }
    }

    fn exception(&self, place: &Place) -> Option<&Exception> {
        self.written.get(place.id.as_str())?.except.get(&place.clause?)
    }

    /// What an answer claims by this version, and whether the dimension is asked anew.
    fn claim(&self, dimension: &Dimension, answer: &Answer) -> (Option<Claim>, bool) {
        match &answer.claim {
            Some(Claim::Level { .. }) if !self.model.scoring.has_levels() => {
                let level = self.model.floor;
                let (met, _) = self.met(dimension, answer, level);
                (Some(Claim::Level { level, met }), self.asks_something_new(dimension))
            }
            Some(Claim::Level { level, .. }) => {
                let (met, is_asked_anew) = self.met(dimension, answer, *level);
                (Some(Claim::Level { level: *level, met }), is_asked_anew)
            }
            Some(Claim::PartOf(part)) => {
                let below = Level(part.0.saturating_sub(1));
                let (met, is_asked_anew) = self.met(dimension, answer, below);
                if answer.count_asked(dimension, *part) >= 2 {
                    return (answer.claim.clone(), is_asked_anew);
                }
                // Of a level of one clause nobody meets a part.
                (Some(Claim::Level { level: below, met }), true)
            }
            Some(Claim::NotApplicable { .. }) => (answer.claim.clone(), self.asks_more(dimension)),
            None => (None, false),
        }
    }

    /// The clauses above a claimed level that are met by this version, and whether something is claimed that was not.
    fn met(&self, dimension: &Dimension, answer: &Answer, level: Level) -> (Clauses, bool) {
        let in_force = dimension.last_stating(level);
        let mut met = Clauses::new();
        let mut is_asked_anew = false;
        for (clause, asked) in dimension.all_clauses().filter(|(id, _)| !answer.except.contains_key(id)) {
            let origin = self.history.origin(&dimension.id, clause);
            let was_met = !origin.places.is_empty() && origin.places.iter().all(|place| self.was_met(place));
            if clause.level <= level {
                is_asked_anew |= clause.level >= in_force && asked.lasts_to(level) && (!was_met || origin.asks_more);
            } else if was_met {
                met.insert(clause);
                is_asked_anew |= origin.asks_more;
            }
        }
        (met, is_asked_anew)
    }

    /// How far clauses are met that are not met in full: each as far as the least of its origins was.
    fn degrees(&self, dimension: &Dimension, claim: &Claim, answer: &Answer) -> ByClause<DegreeMet> {
        let Claim::Level { level, met } = claim else { return ByClause::new() };
        let is_open = |id: &ClauseId| id.level > *level && !met.contains(id) && !answer.except.contains_key(id);
        let clauses = dimension.all_clauses().map(|(id, _)| id).filter(is_open);
        let least = |clause: ClauseId| {
            let places = self.history.origin(&dimension.id, clause).places;
            let degree = |place: &Place| self.written.get(place.id.as_str())?.degrees.get(&place.clause?);
            let is_known = |place: &Place| degree(place).is_some() || self.was_met(place);
            let least = places.iter().filter_map(degree).min_by_key(|degree| degree.value)?;
            places.iter().all(is_known).then(|| (clause, least.clone()))
        };
        clauses.filter_map(least).collect()
    }

    /// Whether a dimension has a clause that is new, or asks more than it did.
    fn asks_something_new(&self, dimension: &Dimension) -> bool {
        let mut clauses = dimension.all_clauses().map(|(id, _)| self.history.origin(&dimension.id, id));
        clauses.any(|origin| origin.places.is_empty() || origin.asks_more) || self.asks_more(dimension)
    }

    fn was_met(&self, place: &Place) -> bool {
        let answer = self.written.get(place.id.as_str());
        answer.zip(place.clause).is_some_and(|(answer, clause)| answer.meets(clause))
    }

    /// Whether the dimension as a whole asks more since then.
    fn asks_more(&self, dimension: &Dimension) -> bool {
        self.model.asks_more(&dimension.id, self.from)
    }
}

/// The text of a file after what was carried over is written into it.
pub(super) fn renew(text: &str, model: &Model, answers: &Answers, carried: &Carried) -> String {
    let mut wishes = Vec::new();
    edit::put(&mut wishes, &["assessment", "model-version"], Wish::Text(carried.to.to_string()));
    edit::put(&mut wishes, &["assessment", "ask-again"], edit::set_of(&answers.assessment.ask_again));
    edit::put(&mut wishes, &["assessment", "review"], edit::wish_for_review(answers.assessment.review.as_ref()));
    if let Some(scope) = &answers.assessment.scope {
        edit::put(&mut wishes, &["assessment", "scope"], edit::set_of(scope));
    }
    for CarriedAnswer { id, written_at, before, after, .. } in &carried.answers {
        let before = if written_at == id.as_str() { before } else { &Answer::default() };
        edit::put_answer(&mut wishes, model, id, before, after);
    }
    for id in &carried.earlier_ids {
        let path: Vec<_> = ["answers"].into_iter().chain(id.split('.')).collect();
        edit::put(&mut wishes, &path, Wish::Removed);
    }
    let order = edit::order(model);
    edit::sort(&mut wishes, &mut Vec::new(), &order);
    let (mark, text) = split_mark(text);
    let mut text = format!("{mark}{}", edit::rewrite(text, &wishes, &order));
    carried.gone.append_to(&mut text, &carried.from.to_string());
    text
}
