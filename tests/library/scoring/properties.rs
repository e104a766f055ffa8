//! What holds for every model and all answers.

use assess::answers::{Answer, Answers, Claim, Grade, parse};
use assess::model::{ClauseId, Dimension, Kind, Level, Model};
use assess::scoring::{State, can_reach, counts_as, level_of, needed, next_level, score, still_needed};
use proptest::prelude::*;
use proptest::sample::Index;

use super::written;
use crate::support::{assessments, clauses};

/// An answer with another claim.
fn saying(answer: &Answer, claim: Claim) -> Answer {
    Answer { claim: Some(claim), ..answer.clone() }
}

/// Whether a level lies above all that is claimed and met, with an excepted clause on the way.
fn rests_on_exceptions(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    let claimed = answer.claim.as_ref().and_then(Claim::level).unwrap_or(dimension.floor());
    let met = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level <= level && answer.meets(*id));
    let earned = met.map(|id| id.level).max().unwrap_or(claimed).max(claimed);
    answer.except.keys().any(|id| id.level > earned && id.level <= level)
}

/// The same answers with one of them claiming more: named clauses instead of unnamed ones, one level more, or clauses
/// above it.
fn claiming_more(model: &Model, answers: &Answers, pick: Index, more: Index) -> Option<Answers> {
    let dimensions: Vec<_> = model.dimensions().collect();
    let dimension = dimensions[pick.index(dimensions.len())];
    let old = answers.given.get(&dimension.id)?;
    let claim = match old.claim.as_ref()? {
        Claim::NotApplicable { .. } => return None,
        Claim::PartOf(level) => Claim::Level { level: *level, met: clauses(&[]) },
        Claim::Level { level, met } if more.index(3) == 0 && *level < model.top() => {
            let level = level.next();
            Claim::Level { level, met: met.iter().copied().filter(|id| id.level > level).collect() }
        }
        Claim::Level { level, met } => {
            let above: Vec<_> = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > *level).collect();
            let count = more.index(above.len() + 1);
            Claim::Level { level: *level, met: met.iter().chain(&above[..count]).copied().collect() }
        }
    };
    let mut more = answers.clone();
    more.given.insert(dimension.id.clone(), Answer { claim: Some(claim), ..old.clone() });
    Some(more)
}

proptest! {
    #[test]
    fn where_an_answer_counts_as_more_the_levels_that_ask_nothing_are_named((model, answers) in assessments()) {
        for (dimension, at) in score(&model, &answers).overall.dimensions() {
            let (Some(answer), Some(level)) = (at.answer, at.level) else { continue };
            let claimed = at.claim().and_then(Claim::level).expect("it has a level");
            let Some(text) = counts_as(dimension, answer) else {
                prop_assert_eq!(claimed, level);
                continue;
            };
            let asks = |level: Level| !dimension.clauses(level).is_empty();
            let (is_empty, first) = (!claimed.next().up_to(level).any(asks), claimed.next());
            let because = match () {
                () if !is_empty => format!("which counts as {level} by the clauses named"),
                () if level == model.top() => format!("which counts as {level}: nothing more is asked"),
                () if level == first => format!("which counts as {level}: level {level} asks nothing more"),
                () => format!("which counts as {level}: levels {first} to {level} ask nothing more"),
            };
            let is_said_where_so = level == model.top() || asks(level.next());
            prop_assert!(is_said_where_so || !answer.except.is_empty(), "nothing more is said only where it is so");
            prop_assert_eq!(&*text.en, because);
        }
    }
}

proptest! {
    #[test]
    fn every_result_is_within_bounds((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for at in outcome.overall.walk() {
            prop_assert!(at.answered + at.not_applicable <= at.total);
            if let Some(level) = at.level {
                prop_assert!((model.floor..=model.top()).contains(&level));
                prop_assert!(at.worst.is_some_and(|worst| worst <= level));
                if let Some(score) = &at.score {
                    prop_assert!(score.reaches(level), "score {score} below level {level}");
                    prop_assert!(!score.reaches(model.top().next()));
                }
                let grades = [None, Some(Grade::Full(level)), Some(Grade::PartOf(level.next()))];
                prop_assert!(grades.contains(&at.grade));
                prop_assert!(at.grade.is_some() || at.state == State::Incomplete);
                prop_assert!(at.is_certain() || at.grade.is_none());
                prop_assert!(!at.limiting().is_empty());
            }
            if at.state == State::Complete {
                prop_assert_eq!(at.worst, at.level);
            }
        }
    }

    #[test]
    fn the_level_is_the_highest_for_which_nothing_is_needed((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for (dimension, at) in outcome.overall.dimensions() {
            let (Some(answer), Some(level)) = (at.answer, at.level) else { continue };
            let claimed = at.claim().and_then(Claim::level).expect("a level follows from one");
            prop_assert!(level >= claimed, "never below the claim");
            prop_assert_eq!(needed(dimension, answer, level).count(), 0);
            prop_assert!(!rests_on_exceptions(dimension, answer, level));
            for above in level.next().up_to(model.top()) {
                let lacks_something = needed(dimension, answer, above).count() > 0;
                prop_assert!(
                    lacks_something || rests_on_exceptions(dimension, answer, above),
                    "nothing is needed for {above}"
                );
            }
            prop_assert_eq!(counts_as(dimension, answer).is_some(), claimed != level);
        }
    }

    #[test]
    fn nothing_is_advised_that_is_being_left_behind((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for (dimension, at) in outcome.overall.dimensions() {
            let (Some(answer), Some(_)) = (at.answer, at.level) else { continue };
            for target in model.all_levels() {
                let asked = still_needed(dimension, answer, target);
                let is_there = at.level >= Some(target);
                let is_advised = !is_there && (!asked.is_empty() || !can_reach(dimension, answer, target));
                prop_assert!(is_there && asked.is_empty() || is_advised);
                let next = target.next().up_to(model.top()).find(|level| answer.count_asked(dimension, *level) > 0);
                let is_begun = |level: Level| {
                    let states = dimension.cell(level).is_some_and(|cell| cell.kind == Kind::States);
                    let named = matches!(&answer.claim, Some(Claim::Level { met, .. }) if met.iter().any(|id| id.level == level));
                    states && named
                };
                match next {
                    Some(next) if is_begun(next) => prop_assert!(asked.iter().all(|it| it.clause.level == next)),
                    Some(next) if answer.except.keys().any(|id| id.level <= target) => {
                        prop_assert!(asked.iter().all(|it| it.clause.level <= next));
                    }
                    _ => prop_assert!(asked.iter().all(|it| it.clause.level <= target)),
                }
                let says = |clause: &ClauseId| answer.meets(*clause) || answer.except.contains_key(clause);
                prop_assert!(!asked.iter().any(|it| says(&it.clause) || it.replaces.iter().any(says)));
            }
        }
    }

    #[test]
    fn a_parent_is_as_low_as_its_lowest_child((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for at in outcome.overall.walk().filter(|at| !at.children.is_empty()) {
            prop_assert_eq!(at.level, at.children.iter().filter_map(|child| child.level).min());
            prop_assert_eq!(at.worst, at.children.iter().filter_map(|child| child.worst).min());
        }
    }

    #[test]
    fn claiming_more_never_lowers_anything((model, answers) in assessments(), pick in any::<Index>(), more in any::<Index>()) {
        if let Some(more) = claiming_more(&model, &answers, pick, more) {
            let (before, after) = (score(&model, &answers), score(&model, &more));
            for (old, new) in before.overall.walk().zip(after.overall.walk()) {
                prop_assert!(old.level <= new.level);
                prop_assert!(old.score <= new.score);
                prop_assert!(old.worst <= new.worst);
            }
        }
    }

    #[test]
    fn answering_more_stays_between_worst_and_best((model, answers) in assessments()) {
        let fewer = {
            let mut fewer = answers.clone();
            fewer.given.retain(|id, answer| id.as_str().len() % 2 == 0 || matches!(answer.claim, Some(Claim::NotApplicable { .. })));
            fewer
        };
        let (before, after) = (score(&model, &fewer), score(&model, &answers));
        for (old, new) in before.overall.walk().zip(after.overall.walk()) {
            if let (Some(worst), Some(best), Some(level)) = (old.worst, old.level, new.level) {
                prop_assert!((worst..=best).contains(&level));
            }
        }
    }

    #[test]
    fn the_order_of_answers_never_matters((model, answers) in assessments(), turn in any::<Index>()) {
        let file = written(&model, &answers, turn);
        let read = parse(&file, &model).expect("what was written is sound");
        let (one, other) = (score(&model, &answers), score(&model, &read));
        for (one, other) in one.overall.walk().zip(other.overall.walk()) {
            prop_assert_eq!((one.level, one.worst, one.grade, &one.score), (other.level, other.worst, other.grade, &other.score));
            prop_assert_eq!((one.state, one.answered, one.not_applicable), (other.state, other.answered, other.not_applicable));
        }
    }

    #[test]
    fn the_same_level_everywhere_is_the_score((model, _) in assessments(), pick in any::<Index>()) {
        let levels: Vec<_> = model.all_levels().collect();
        let level = levels[pick.index(levels.len())];
        let mut answers = assess::answers::empty(&model);
        for dimension in model.dimensions() {
            let claim = Claim::Level { level, met: clauses(&[]) };
            answers.given.insert(dimension.id.clone(), Answer { claim: Some(claim), ..Answer::default() });
        }
        let outcome = score(&model, &answers);
        for (_, at) in outcome.overall.sub_domains() {
            let own = at.level.expect("everything is answered");
            prop_assert!(own >= level);
            prop_assert_eq!(at.score.as_ref().expect("it has a level").hundredths(), u128::from(own.0) * 100);
        }
    }

    #[test]
    fn meeting_what_is_needed_reaches_the_next_level((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for (dimension, at) in outcome.overall.dimensions() {
            let (Some(answer), Some(next)) = (at.answer, next_level(&model, at)) else { continue };
            if !can_reach(dimension, answer, next) {
                continue;
            }
            let needed = still_needed(dimension, answer, next);
            prop_assert!(!needed.is_empty(), "a level not reached asks something");
            let (level, mut met) = match &answer.claim {
                Some(Claim::Level { level, met }) => (*level, met.clone()),
                _ => (at.level.expect("it has a next level"), clauses(&[])),
            };
            met.extend(needed.into_iter().map(|needed| needed.clause));
            let reached = level_of(dimension, &saying(answer, Claim::Level { level, met }));
            prop_assert!(reached >= Some(next));
        }
    }
}
