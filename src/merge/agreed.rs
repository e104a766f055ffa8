//! The answer that people agree on, of answers with the same level and the same exceptions.

use super::notes::{Joined, join};
use super::people::Person;
use crate::answers::{Answer, ByClause, Claim, Clauses, Date, DegreeMet, Exception};
use crate::model::counting::Fraction;
use crate::model::{Dimension, Level};
use crate::scoring::level_of;

/// The answer that people agree on.
#[derive(Clone, Debug, Default)]
pub(super) struct Agreed {
    /// What is claimed, with the reasons of all.
    pub(super) answer: Answer,
    /// Whether reasons were cut, since together they are longer than a reason may be.
    pub(super) is_reason_cut: bool,
}

/// What people say who do not differ: of the clauses above the level, those that all name, each as far as all say. `None`
/// if nobody claims anything.
pub(super) fn agreed(dimension: &Dimension, people: &[Person], said: &[(usize, &Answer)]) -> Option<Agreed> {
    let (_, first) = said.first()?;
    let claims: Vec<_> = said.iter().filter_map(|(_, answer)| answer.claim.as_ref()).collect();
    if claims.iter().any(|claim| matches!(claim, Claim::NotApplicable { .. })) {
        return Some(not_applicable(people, said));
    }
    let (except, is_reason_cut) = exceptions(people, said);
    if claims.iter().all(|claim| *claim == claims[0]) && said.iter().all(|(_, it)| it.degrees == first.degrees) {
        return Some(Agreed { answer: Answer { except, ..bare(first) }, is_reason_cut });
    }
    let level = level_of(dimension, first)?;
    let mut levels: Vec<_> = claims.iter().filter_map(|claim| claim.level()).collect();
    levels.push(level);
    levels.sort();
    // The lowest claim says least; it is enough where the clauses that all name lead to the same level.
    let mut answers = levels.into_iter().map(|claimed| {
        let (met, degrees) = met_by_all(dimension, said, claimed);
        let claim = Some(Claim::Level { level: claimed, met });
        Answer { claim, degrees, except: except.clone(), ..Answer::default() }
    });
    let answer = answers.find(|answer| level_of(dimension, answer) == Some(level))?;
    Some(Agreed { answer, is_reason_cut })
}

/// The claim alone, with the clauses it names.
fn bare(answer: &Answer) -> Answer {
    Answer { note: None, evidence: Vec::new(), ..answer.clone() }
}

/// The clauses above a level that all meet, and those that all meet in part, each to the least degree.
fn met_by_all(dimension: &Dimension, said: &[(usize, &Answer)], above: Level) -> (Clauses, ByClause<DegreeMet>) {
    let (mut met, mut degrees) = (Clauses::new(), ByClause::new());
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

/// The exceptions, each with the reasons of all and the first day on which one of them ends; and whether reasons were cut.
fn exceptions(people: &[Person], said: &[(usize, &Answer)]) -> (ByClause<Exception>, bool) {
    let mut is_any_cut = false;
    let ids = said.first().map(|(_, answer)| answer.except.keys().copied()).into_iter().flatten();
    let all = ids.map(|id| {
        let given: Vec<_> = said.iter().filter_map(|(at, answer)| Some((*at, answer.except.get(&id)?))).collect();
        let (reason, is_cut) = reasons(people, given.iter().map(|(at, it)| (*at, it.reason.as_str())));
        is_any_cut |= is_cut;
        (id, Exception { reason, until: first_day(given.iter().map(|(_, it)| it.until)) })
    });
    let all = all.collect();
    (all, is_any_cut)
}

fn not_applicable(people: &[Person], said: &[(usize, &Answer)]) -> Agreed {
    let given = said.iter().filter_map(|(at, answer)| match &answer.claim {
        Some(Claim::NotApplicable { reason, until }) => Some((*at, reason.as_str(), *until)),
        _ => None,
    });
    let given: Vec<_> = given.collect();
    let (reason, is_reason_cut) = reasons(people, given.iter().map(|(at, reason, _)| (*at, *reason)));
    let claim = Claim::NotApplicable { reason, until: first_day(given.iter().map(|(.., until)| *until)) };
    Agreed { answer: Answer::of(claim), is_reason_cut }
}

/// One reason if all give the same, else each with who gives it; and whether they were cut to what a reason may hold.
fn reasons<'r>(people: &[Person], given: impl Iterator<Item = (usize, &'r str)>) -> (String, bool) {
    let given: Vec<_> = given.collect();
    match &given[..] {
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other.trim() == first.trim()) => {
            ((*first).to_owned(), false)
        }
        _ => {
            let Joined { notes, is_cut } = join(people, &given);
            (notes.unwrap_or_default(), is_cut)
        }
    }
}

fn first_day(days: impl Iterator<Item = Option<Date>>) -> Option<Date> {
    days.flatten().min()
}
