//! The answer that people agree on, of answers with the same level and the same exceptions.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::join;
use super::people::Person;
use crate::answers::{Answer, Claim, Date, DegreeMet, Exception};
use crate::model::counting::Fraction;
use crate::model::{ClauseId, Dimension, Level};
use crate::scoring::level_of;

/// What all of them say: of the clauses above the level, those that all name, each as far as all say. `None` if nobody
/// claims anything, or not the same.
pub(super) fn agreed(dimension: &Dimension, people: &[Person], said: &[(usize, &Answer)]) -> Option<Answer> {
    let (_, first) = said.first()?;
    let claims: Vec<_> = said.iter().filter_map(|(_, answer)| answer.claim.as_ref()).collect();
    let is_for_none = |claim: &&&Claim| matches!(claim, Claim::NotApplicable { .. });
    match claims.iter().filter(is_for_none).count() {
        0 => {}
        all if all == claims.len() => return Some(Answer::of(not_applicable(people, said))),
        _ => return None,
    }
    let except = exceptions(people, said);
    if claims.iter().all(|claim| *claim == claims[0]) && said.iter().all(|(_, it)| it.degrees == first.degrees) {
        return Some(Answer { except, ..bare(first) });
    }
    let level = level_of(dimension, first)?;
    let mut levels: Vec<_> = claims.iter().filter_map(|claim| claim.level()).collect();
    levels.push(level);
    levels.sort();
    // The lowest claim says least; it is enough where the clauses that all name lead to the same level.
    let answers = levels.into_iter().map(|claimed| {
        let (met, degrees) = met_by_all(dimension, said, claimed);
        let claim = Some(Claim::Level { level: claimed, met });
        Answer { claim, degrees, except: except.clone(), ..Answer::default() }
    });
    answers.into_iter().find(|answer| level_of(dimension, answer) == Some(level))
}

/// The claim alone, with the clauses it names.
fn bare(answer: &Answer) -> Answer {
    Answer { note: None, evidence: Vec::new(), line: 0, ..answer.clone() }
}

/// The clauses above a level that all meet, and those that all meet in part, each to the least degree.
fn met_by_all(
    dimension: &Dimension,
    said: &[(usize, &Answer)],
    above: Level,
) -> (BTreeSet<ClauseId>, BTreeMap<ClauseId, DegreeMet>) {
    let (mut met, mut degrees) = (BTreeSet::new(), BTreeMap::new());
    for (id, _) in dimension.all_clauses().filter(|(id, _)| id.level > above) {
        let least = said.iter().map(|(_, answer)| answer.value_of(id)).min().unwrap_or(Fraction::ZERO);
        if least == Fraction::ONE {
            met.insert(id);
        } else if least > Fraction::ZERO {
            let degree = said.iter().filter_map(|(_, answer)| answer.degrees.get(&id)).find(|it| it.value == least);
            degrees.extend(degree.map(|degree| (id, degree.clone())));
        }
    }
    (met, degrees)
}

/// The exceptions, each with the reasons of all and the first day on which one of them ends.
fn exceptions(people: &[Person], said: &[(usize, &Answer)]) -> BTreeMap<ClauseId, Exception> {
    let ids = said.first().map(|(_, answer)| answer.except.keys().copied()).into_iter().flatten();
    let all = ids.map(|id| {
        let given: Vec<_> = said.iter().filter_map(|(at, answer)| Some((*at, answer.except.get(&id)?))).collect();
        let reason = reasons(people, given.iter().map(|(at, it)| (*at, it.reason.as_str())));
        (id, Exception { reason, until: first_day(given.iter().map(|(_, it)| it.until)) })
    });
    all.collect()
}

fn not_applicable(people: &[Person], said: &[(usize, &Answer)]) -> Claim {
    let given = said.iter().filter_map(|(at, answer)| match &answer.claim {
        Some(Claim::NotApplicable { reason, until }) => Some((*at, reason.as_str(), *until)),
        _ => None,
    });
    let given: Vec<_> = given.collect();
    let reason = reasons(people, given.iter().map(|(at, reason, _)| (*at, *reason)));
    Claim::NotApplicable { reason, until: first_day(given.iter().map(|(.., until)| *until)) }
}

/// One reason if all give the same, else each with who gives it.
fn reasons<'r>(people: &[Person], given: impl Iterator<Item = (usize, &'r str)>) -> String {
    let given: Vec<_> = given.collect();
    match &given[..] {
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other.trim() == first.trim()) => (*first).to_owned(),
        _ => join(people, &given).notes.unwrap_or_default(),
    }
}

fn first_day(days: impl Iterator<Item = Option<Date>>) -> Option<Date> {
    days.flatten().min()
}
