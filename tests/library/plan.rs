//! Plans: each step raises something, none asks for what is overtaken, and together they are what is missing.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::support::{assessments, tiny, tiny_answers};
use assess::answers::parse;
use assess::model::{Id, Level, Node};
use assess::plan::{Aim, Idle, Lift, Order, Plan, PlanOptions, Step, plan};
use assess::policy::{Origin, Target, Targets};
use assess::scoring::{can_reach, requirements, score};
use proptest::prelude::*;

fn lifts<'a, 'm>(plan: &'a Plan<'m>) -> impl Iterator<Item = &'a Lift<'m>> {
    plan.steps.iter().flat_map(|step| &step.lifts)
}

fn level(number: u8) -> PlanOptions<'static> {
    PlanOptions { to: Aim::Level(Level(number)), ..PlanOptions::default() }
}

/// For the tiny model: the step, from and to of every lift, and its clauses.
fn steps(lines: &str, wish: PlanOptions<'_>) -> Vec<(usize, u8, u8, Vec<String>)> {
    let model = tiny();
    let answers = parse(&tiny_answers(lines), &model).expect("they are sound");
    let outcome = score(&model, &answers);
    let plan = plan(&outcome, wish);
    let steps = plan.steps.iter().enumerate();
    let told = |(number, lift): (usize, &Lift<'_>)| {
        let clauses = lift.requirements.iter().map(|needed| format!("{} {}", needed.dimension.id.key(), needed.clause));
        (number + 1, lift.from.0, lift.to.0, clauses.collect())
    };
    steps.flat_map(|(number, step)| step.lifts.iter().map(move |lift| (number, lift))).map(told).collect()
}

fn words(clauses: &[&str]) -> Vec<String> {
    clauses.iter().map(|clause| (*clause).to_owned()).collect()
}

#[test]
fn a_level_that_is_overtaken_is_no_stop() {
    // Level 2 of greeting replaces level 1, so that greeting regulars first would be wasted; paying has to be done anyway.
    let expected = words(&["greeting 2.1", "greeting 2.2", "paying 1.1", "paying 1.2"]);
    assert_eq!(steps("greeting = 0\npaying = 0", level(2)), [(1, 0, 2, expected)]);
}

#[test]
fn a_level_on_the_way_is_a_step_of_its_own() {
    let (first, second) = (words(&["paying 1.1", "paying 1.2"]), words(&["greeting 2.1", "greeting 2.2"]));
    assert_eq!(steps("greeting = 1\npaying = 0", level(2)), [(1, 0, 1, first), (2, 1, 2, second)]);
}

#[test]
fn what_is_met_in_full_is_not_planned_for() {
    assert_eq!(steps("greeting = { level = 0, met = [\"2.1\", \"2.2\"] }\npaying = 1", level(2)), []);
}

#[test]
fn what_is_begun_is_planned_for_instead_of_what_it_replaces() {
    let lines = "greeting = { level = 0, met = [\"2.1\"] }\npaying = 1";
    assert_eq!(steps(lines, PlanOptions::default()), [(1, 0, 1, words(&["greeting 2.2"]))]);
    assert_eq!(steps(lines, level(2)), [(1, 0, 2, words(&["greeting 2.2"]))]);
}

#[test]
fn targets_of_a_policy_are_what_is_planned_for() {
    let target =
        |id: &'static str, level| Target { id: Some(Id(id.into())), value: Level(level).into(), origin: Origin::Flag };
    let elsewhere = Targets(vec![target("shop.attic", 2)]);
    let wish = PlanOptions { to: Aim::Targets(&elsewhere), ..PlanOptions::default() };
    assert_eq!(steps("greeting = 1\npaying = 0", wish), []);
    let here = Targets(vec![target("shop", 2), target("shop.counter.selling", 1)]);
    let wish = PlanOptions { to: Aim::Targets(&here), ..PlanOptions::default() };
    assert_eq!(steps("greeting = 1\npaying = 0", wish), [(1, 0, 1, words(&["paying 1.1", "paying 1.2"]))]);
}

#[test]
fn one_dimension_can_be_planned_alone() {
    let only = Id("shop.counter.selling.greeting".into());
    let wish = PlanOptions { only: Some(&only), ..PlanOptions::default() };
    assert_eq!(steps("greeting = 1\npaying = 0", wish), [(1, 1, 2, words(&["greeting 2.1", "greeting 2.2"]))]);
}

/// Why there is no step, for the tiny model.
fn idle(lines: &str, wish: PlanOptions<'_>) -> Option<Idle> {
    let model = tiny();
    let answers = parse(&tiny_answers(lines), &model).expect("they are sound");
    plan(&score(&model, &answers), wish).idle
}

#[test]
fn a_plan_without_a_step_says_why() {
    let near = PlanOptions { top: Some(1), ..PlanOptions::default() };
    let nowhere = Targets(vec![]);
    let no_target = PlanOptions { to: Aim::Targets(&nowhere), ..PlanOptions::default() };
    let held = Targets(vec![Target { id: None, value: Level(1).into(), origin: Origin::Flag }]);
    let held = PlanOptions { to: Aim::Targets(&held), ..PlanOptions::default() };
    let nothing = "greeting = { na = \"a\" }\npaying = { na = \"b\" }";
    for (lines, wish, expected) in [
        ("", PlanOptions::default(), Some(Idle::Unanswered)),
        ("", near, Some(Idle::Unanswered)),
        (nothing, PlanOptions::default(), Some(Idle::NotApplicable)),
        ("greeting = 2", PlanOptions::default(), Some(Idle::Open)),
        ("greeting = 2\npaying = 1", PlanOptions::default(), Some(Idle::Highest(Level(2)))),
        ("greeting = 1\npaying = 1", level(1), Some(Idle::Level(Level(1)))),
        ("greeting = 1\npaying = 1", no_target, Some(Idle::NoTarget)),
        ("greeting = 1\npaying = 1", held, Some(Idle::Targets)),
        ("greeting = 1\npaying = 1", near, None),
    ] {
        assert_eq!(idle(lines, wish), expected, "{lines}");
    }
}

proptest! {
    #[test]
    fn what_is_alone_in_holding_something_down_is_alone_whatever_is_open((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for lift in lifts(&plan(&outcome, PlanOptions::default())) {
            for above in &lift.lifts_too {
                let above = outcome.overall.find(above.id().as_str()).expect("it is there");
                let others = above.sub_domains().filter(|(own, _)| &own.id != lift.node.id());
                for (_, other) in others.filter(|(_, other)| other.worst.is_some()) {
                    prop_assert!(other.worst > above.level);
                }
            }
        }
    }

    #[test]
    fn steps_are_what_is_missing_no_more_and_no_less((model, answers) in assessments(), pick in any::<prop::sample::Index>()) {
        let outcome = score(&model, &answers);
        let levels: Vec<_> = model.levels_above_floor().collect();
        let target = levels[pick.index(levels.len())];
        let plan = plan(&outcome, PlanOptions { to: Aim::Level(target), ..PlanOptions::default() });
        for (sub_domain, scored) in outcome.overall.sub_domains() {
            let own: Vec<_> = lifts(&plan).filter(|lift| lift.node.id() == &sub_domain.id).collect();
            let below = scored.level.is_some_and(|level| level < target);
            let reaches = |level: Level| {
                scored.dimensions().all(|(dimension, at)| at.answer.is_none_or(|it| can_reach(dimension, it, level)))
            };
            prop_assert!(own.is_empty() || below);
            if !reaches(target) {
                // Only exceptions lead there: the steps go as far as meeting clauses does.
                prop_assert!(own.iter().all(|lift| reaches(lift.to)));
                continue;
            }
            prop_assert_eq!(!own.is_empty(), below);
            let mut at = scored.level;
            for lift in &own {
                prop_assert_eq!(Some(lift.from), at);
                prop_assert!(lift.from < lift.to && lift.to <= target);
                prop_assert!(!lift.requirements.is_empty());
                at = Some(lift.to);
            }
            prop_assert!(!below || at == Some(target));
            let place = |needed: &assess::scoring::Requirement<'_>| (needed.dimension.id.clone(), needed.clause);
            let planned: Vec<_> = own.iter().flat_map(|lift| lift.requirements.iter().map(place)).collect();
            let distinct: BTreeSet<_> = planned.iter().cloned().collect();
            prop_assert_eq!(distinct.len(), planned.len(), "no clause is planned twice");
            let missing: BTreeSet<_> = if below { requirements(scored, target).iter().map(place).collect() } else { BTreeSet::new() };
            prop_assert_eq!(distinct, missing);
        }
    }

    #[test]
    fn the_nearest_come_first((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        let all = plan(&outcome, PlanOptions::default());
        let raises_whole = |step: &Step<'_>| step.lifts.iter().any(|lift| lift.lifts_too.iter().any(|node| matches!(node, Node::Model(_))));
        prop_assert!(!all.steps.iter().skip(1).any(raises_whole), "what alone holds the whole down is the first step");
        let others = all.steps.iter().filter(|step| !raises_whole(step));
        let sizes: Vec<_> = others.map(|step| step.clauses).collect();
        prop_assert!(sizes.is_sorted(), "each sub-domain has one lift to its next level");
        for step in &all.steps {
            prop_assert!(!step.lifts.is_empty());
            prop_assert!(step.lifts.iter().all(|lift| lift.requirements.len() == step.clauses));
            prop_assert!(step.lifts.is_sorted_by(|one, other| one.lifts_too.len() >= other.lifts_too.len()));
        }
        let two = plan(&outcome, PlanOptions { top: Some(2), ..PlanOptions::default() });
        let ids = |plan: &Plan<'_>| lifts(plan).map(|lift| lift.node.id().to_string()).collect::<Vec<_>>();
        let mut first = ids(&all);
        first.truncate(2);
        prop_assert_eq!(ids(&two), first);
    }

    #[test]
    fn what_raises_most_comes_first_where_that_is_asked_for((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        let by_effect = plan(&outcome, PlanOptions { by: Order::Effect, ..PlanOptions::default() });
        let place = |lift: &Lift<'_>| (Reverse(lift.lifts_too.len()), Reverse(lift.holds), lift.requirements.len());
        prop_assert!(lifts(&by_effect).map(place).is_sorted());
        let ids = |plan: &Plan<'_>| lifts(plan).map(|lift| lift.node.id().to_string()).collect::<BTreeSet<_>>();
        prop_assert_eq!(ids(&by_effect), ids(&plan(&outcome, PlanOptions::default())), "the same lifts");
    }

    #[test]
    fn what_is_said_to_rise_too_does((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for lift in lifts(&plan(&outcome, PlanOptions::default())) {
            if lift.node.sub_domain().is_none() {
                continue;
            }
            for above in &lift.lifts_too {
                let node = outcome.overall.find(above.id().as_str()).expect("it is in scope");
                let others = node.sub_domains().filter(|(other, _)| &other.id != lift.node.id());
                prop_assert_eq!(node.level, Some(lift.from));
                prop_assert!(others.filter_map(|(_, scored)| scored.level).all(|level| level > lift.from));
            }
        }
    }
}
