//! What is needed for a level, and what is met: never what a later level has replaced.

use assess::answers::{Answer, Claim, Exception};
use assess::embedded;
use assess::model::{ClauseId, Level, Node};
use assess::plan::{Aim, PlanOptions, plan};
use assess::scoring::{counts_as, met_clauses, overtaken, score, still_needed};

use super::{answered, result, words};
use crate::support::{clauses, tiny};

#[test]
fn overtaken_clauses_are_never_needed() {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let answer = Answer::of(Claim::at(Level(0)));
    let needed = |target| still_needed(greeting, &answer, Level(target)).into_iter().map(|it| it.clause).collect();
    assert_eq!(clauses(&["1.1"]), needed(1));
    assert_eq!(clauses(&["2.1", "2.2"]), needed(2), "level 2 states: it replaces what level 1 asked");
    let all = still_needed(greeting, &answer, Level(2));
    assert!(all.iter().all(|it| it.replaces.is_empty()), "nothing of it is begun, and so nothing left behind");
}

#[test]
fn what_a_later_level_replaces_is_not_asked() {
    assert_eq!(result("greeting = { level = 0, met = [\"2.1\", \"2.2\"] }\npaying = 1"), words("2", "2", "2.00"));
    assert_eq!(result("greeting = { level = 0, met = [\"2.1\"] }\npaying = 1"), words("0", "1-", "1.00"));
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let all = Answer::of(Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) });
    assert_eq!(overtaken(greeting, &all), [ClauseId { level: Level(1), number: 1 }]);
    let mut excepting = all.clone();
    let exception = Exception { reason: "so".to_owned(), until: None };
    excepting.except.insert(ClauseId { level: Level(1), number: 1 }, exception);
    assert_eq!(overtaken(greeting, &excepting), [], "it was never asked");
    let counts = counts_as(greeting, &all).expect("another level than claimed");
    assert_eq!(counts.en, "which counts as 2 by the clauses named");
}

#[test]
fn what_is_begun_is_needed_instead_of_what_it_replaces() {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let begun = Answer::of(Claim::Level { level: Level(0), met: clauses(&["2.1"]) });
    for target in [Level(1), Level(2)] {
        let needed = still_needed(greeting, &begun, target);
        let [needed] = &needed[..] else { panic!("one clause is needed: {needed:?}") };
        assert_eq!(
            (needed.clause.to_string().as_str(), &needed.replaces),
            ("2.2", &vec![ClauseId { level: Level(1), number: 1 }])
        );
    }
}

#[test]
fn what_a_later_level_adds_replaces_nothing() {
    let branching = embedded::model().find("delivery.configuration.version-control.branching");
    let branching = branching.and_then(Node::dimension).expect("it is in the model");
    let begun = Answer::of(Claim::Level { level: Level(1), met: clauses(&["3.1"]) });
    let replacing = |target| {
        let needed = still_needed(branching, &begun, Level(target));
        let replacing = needed.into_iter().filter(|it| !it.replaces.is_empty());
        replacing.map(|it| it.clause.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(replacing(3), ["3.2", "3.3"]);
    assert_eq!(replacing(4), ["3.2", "3.3"], "level 4 adds");
}

#[test]
fn clauses_met_are_those_in_force_and_those_named_above() {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let met = |level: u8, named: &[&str]| {
        let answer = Answer::of(Claim::Level { level: Level(level), met: clauses(named) });
        met_clauses(greeting, &answer).into_iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(met(0, &[]), [""; 0]);
    assert_eq!(met(1, &["2.2"]), ["1.1", "2.2"]);
    assert_eq!(met(2, &[]), ["2.1", "2.2"], "level 2 states: it replaces what level 1 asked");
    assert_eq!(met(1, &["2.1", "2.2"]), ["2.1", "2.2"], "level 2 is reached clause by clause");
}

#[test]
fn a_plan_names_what_is_unanswered_instead_of_guessing() {
    let model = tiny();
    let answers = answered(&model, "greeting = 0");
    let outcome = score(&model, &answers);
    let plan = plan(&outcome, PlanOptions { to: Aim::Level(Level(2)), ..PlanOptions::default() });
    let [goal] = &plan.goals[..] else { panic!("one sub-domain lacks something: {plan:?}") };
    assert_eq!(goal.unanswered.iter().map(|dimension| dimension.id.key()).collect::<Vec<_>>(), ["paying"]);
    assert_eq!(goal.requirements.iter().map(|needed| needed.clause.to_string()).collect::<Vec<_>>(), ["2.1", "2.2"]);
}
