//! Clauses that are not asked of a team.

use assess::answers::{Answer, Answers, Claim, Exception, parse};
use assess::model::{Dimension, Level, Model};
use assess::plan::{Idle, PlanOptions, plan};
use assess::scoring::{last_stating, level_of, score};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{answered, result, selling, words, written};
use crate::support::{assessments, tiny};

/// The dimensions that have a level, each with its answer.
fn asked<'a>(model: &'a Model, answers: &'a Answers) -> impl Iterator<Item = (&'a Dimension, &'a Answer)> {
    let given = model.dimensions().filter_map(|dimension| Some((dimension, answers.given.get(&dimension.id)?)));
    given.filter(|(dimension, answer)| level_of(dimension, answer).is_some())
}

#[test]
fn an_excepted_clause_is_not_asked_and_counted() {
    let except = |ids: &str, met: &str| {
        result(&format!("greeting = {{ level = 1, met = [{met}], except = {{ {ids} }} }}\npaying = 1"))
    };
    assert_eq!(except("\"2.1\" = \"why\"", "\"2.2\""), words("2", "2", "2.00"));
    assert_eq!(except("\"2.1\" = \"why\"", ""), words("1", "1", "1.00"), "2.2 is still asked");
    assert_eq!(except("\"2.1\" = \"a\", \"2.2\" = \"b\"", ""), words("1", "1", "1.00"), "by exceptions alone");
    assert_eq!(except("\"1.1\" = \"why\"", "\"2.1\""), words("1", "2-", "1.50"), "within the level");
    let model = tiny();
    let answers = answered(&model, "greeting = { level = 2, except = { \"2.1\" = \"a\", \"1.1\" = \"b\" } }");
    let outcome = score(&model, &answers);
    assert_eq!((outcome.overall.excepted, selling(&outcome).excepted), (2, 2));
}

#[test]
fn a_level_that_exceptions_emptied_counts_where_it_is_reached() {
    let both = "except = { \"2.1\" = \"a\", \"2.2\" = \"b\" }";
    assert_eq!(result(&format!("greeting = {{ level = 2, {both} }}\npaying = 1")), words("2", "2", "2.00"));
    assert_eq!(result(&format!("greeting = {{ level = 2, {both} }}\npaying = 0")), words("0", "1-", "0.50"));
    let model = tiny();
    let answers = answered(&model, &format!("greeting = {{ level = 2, {both} }}\npaying = 0"));
    let outcome = score(&model, &answers);
    assert_eq!(selling(&outcome).unasked().count(), 0, "it asks something of other teams");
}

#[test]
fn what_cannot_be_reached_by_exceptions_is_not_advised() {
    let model = tiny();
    let answers =
        answered(&model, "greeting = { level = 1, except = { \"2.1\" = \"a\", \"2.2\" = \"b\" } }\npaying = 1");
    let outcome = score(&model, &answers);
    let plan = plan(&outcome, PlanOptions::default());
    assert!(plan.steps.is_empty() && plan.goals.is_empty(), "{plan:?}");
    assert_eq!(plan.idle, Some(Idle::Excepted));
}

#[test]
fn an_exception_past_its_day_is_asked_again() {
    let model = tiny();
    let day = "2027-01-02".parse().expect("it is a day");
    let until = "{ reason = \"a\", until = 2027-01-01 }";
    let level = |lines: &str| {
        let answers = answered(&model, lines).on(day, &model);
        let outcome = score(&model, &answers);
        let greeting = outcome.overall.dimensions().next().expect("it has dimensions").1;
        (greeting.level, greeting.excepted)
    };
    let named = format!("greeting = {{ level = 1, met = [\"2.2\"], except = {{ \"2.1\" = {until} }} }}");
    assert_eq!(level(&named), (Some(Level(1)), 0));
    let within = format!("greeting = {{ level = 2, except = {{ \"2.1\" = {until} }} }}");
    assert_eq!(level(&within), (Some(Level(1)), 0), "it was never said to be met");
    assert_eq!(level(&within.replace("2027-01-01", "2027-01-02")), (Some(Level(2)), 1));
}

proptest! {
    #[test]
    fn a_level_whose_clauses_are_all_excepted_replaces_nothing((model, answers) in assessments()) {
        for (dimension, answer) in asked(&model, &answers) {
            for level in model.all_levels().filter(|level| answer.count_asked(dimension, *level) == 0) {
                let below = last_stating(dimension, answer, Level(level.0.saturating_sub(1)));
                prop_assert!(level == model.floor || last_stating(dimension, answer, level) == below);
            }
        }
    }

    #[test]
    fn excepting_never_beats_meeting((model, answers) in assessments(), pick in any::<Index>()) {
        let excepted: Vec<_> = asked(&model, &answers)
            .filter(|(_, answer)| matches!(answer.claim, Some(Claim::Level { .. })))
            .flat_map(|(dimension, answer)| answer.except.keys().map(move |id| (dimension, answer, *id)))
            .collect();
        if excepted.is_empty() {
            return Ok(());
        }
        let (dimension, answer, id) = excepted[pick.index(excepted.len())];
        let mut meeting = answer.clone();
        meeting.except.remove(&id);
        if let Some(Claim::Level { level, met }) = &mut meeting.claim && id.level > *level {
            met.insert(id);
        }
        let mut more = answers.clone();
        more.given.insert(dimension.id.clone(), meeting);
        let (before, after) = (score(&model, &answers), score(&model, &more));
        for (old, new) in before.overall.walk().zip(after.overall.walk()) {
            prop_assert!(old.level <= new.level);
            prop_assert!(old.score <= new.score);
            prop_assert!(old.worst <= new.worst);
        }
    }

    #[test]
    fn every_answer_that_can_be_written_leaves_a_clause_to_ask((model, answers) in assessments(), pick in any::<Index>()) {
        let mut answers = answers;
        let all: Vec<_> = model.dimensions().filter(|dimension| dimension.all_clauses().count() > 0).collect();
        if let Some(dimension) = all.get(pick.index(all.len().max(1))) {
            let exception = Exception { reason: "so".to_owned(), until: None };
            let except = dimension.all_clauses().map(|(id, _)| (id, exception.clone())).collect();
            answers.given.insert(dimension.id.clone(), Answer { except, ..Answer::of(Claim::at(model.floor)) });
            let problems = parse(&written(&model, &answers, pick), &model).expect_err("nothing is asked of it");
            prop_assert!(problems.to_string().contains("every clause of this dimension is excepted"), "{problems}");
        }
    }
}
