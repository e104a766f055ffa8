//! What lifts most teams: which clauses are levers, and for whom.

use assess::answers::parse;
use assess::model::Level;
use assess::policy::{Origin, Target, Targets};
use assess::rollup::View;

use super::{read, rollup, rollup_of};
use crate::support::{market, market_answers, tiny};

/// For teams with these answers to the tiny model: what is needed, by how many, perhaps by how many, alone for how many.
fn levers(teams: &[&str], targets: Option<Targets>) -> Vec<(String, usize, usize, usize)> {
    let model = tiny();
    let teams: Vec<_> = teams.iter().map(|lines| read(&model, lines)).collect();
    let rollup = rollup(&model, &teams, targets);
    let name = |(dimension, clause): &(&assess::model::Dimension, _)| format!("{} {clause}", dimension.id.key());
    let told = rollup.levers.iter().map(|lever| {
        let names: Vec<_> = lever.places.iter().map(name).collect();
        (names.join(", "), lever.teams, lever.perhaps, lever.alone)
    });
    told.collect()
}

fn lever(name: &str, teams: usize, perhaps: usize, alone: usize) -> (String, usize, usize, usize) {
    (name.to_owned(), teams, perhaps, alone)
}

#[test]
fn what_is_all_that_is_missing_for_most_comes_first() {
    // For level 1 the first lacks one clause, the second all of two, the third one and the same as the first.
    let teams = [
        "greeting = 2\npaying = { level = 0, met = [\"1.1\"] }",
        "greeting = 2\npaying = 0",
        "greeting = 2\npaying = { level = 0, met = [\"1.1\"] }",
    ];
    assert_eq!(levers(&teams, None), [lever("paying 1.2", 3, 0, 2), lever("paying 1.1", 1, 0, 0)]);
}

#[test]
fn what_is_open_excepted_overtaken_or_not_applicable_is_no_lever() {
    assert_eq!(levers(&["greeting = 2"], None), [], "level 2 or lower: open answers decide");
    let certain = levers(&["paying = 0"], None);
    assert_eq!(certain, [lever("paying 1.1", 1, 0, 0), lever("paying 1.2", 1, 0, 0)], "0 whatever greeting is");
    assert_eq!(
        levers(
            &["greeting = 2\npaying = { level = 0, met = [\"1.1\"] }", "paying = { level = 0, met = [\"1.1\"] }"],
            None
        ),
        [lever("paying 1.2", 2, 0, 1)],
        "with greeting open it may not be all"
    );
    let excepted = "greeting = 2\npaying = { level = 0, except = { \"1.2\" = \"no printer\" } }";
    assert_eq!(levers(&[excepted], None), [lever("paying 1.1", 1, 0, 1)]);
    let begun = "greeting = { level = 0, met = [\"2.1\"] }\npaying = { na = \"all is free\" }";
    assert_eq!(levers(&[begun], None), [lever("greeting 2.2", 1, 0, 1)], "2.2 replaces 1.1");
}

#[test]
fn an_unnamed_part_of_a_level_is_perhaps_a_lever() {
    let teams = ["greeting = \"2-\"\npaying = 1", "greeting = 1\npaying = 1"];
    assert_eq!(levers(&teams, None), [lever("greeting 2.1", 1, 1, 0), lever("greeting 2.2", 1, 1, 0)]);
}

#[test]
fn targets_say_what_levers_lead_to() {
    let targets = |level| Targets(vec![Target { id: None, value: Level(level).into(), origin: Origin::Flag }]);
    let teams = ["greeting = 1\npaying = 0"];
    let next = [lever("paying 1.1", 1, 0, 0), lever("paying 1.2", 1, 0, 0)];
    assert_eq!(levers(&teams, Some(targets(1))), next);
    let all = [lever("greeting 2.1", 1, 0, 0), lever("greeting 2.2", 1, 0, 0), next[0].clone(), next[1].clone()];
    assert_eq!(levers(&teams, Some(targets(2))), all);
    assert_eq!(levers(&["greeting = 2\npaying = 1"], Some(targets(2))), [], "1 asks nothing more");
    assert_eq!(levers(&["greeting = 1\npaying = 1"], Some(targets(1))), [], "it holds its target");
}

#[test]
fn the_same_words_are_one_lever() {
    let mut model = tiny();
    let text = model.areas[0].groups[0].groups[0].dimensions[0].cells[1].clauses[0].clone();
    let areas = model.areas.to_mut();
    let dimensions = areas[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    dimensions[1].cells.change(|cells| cells[1].clauses.to_mut()[0] = text);
    let teams = [
        read(&model, "greeting = 0\npaying = { level = 0, met = [\"1.2\"] }"),
        read(&model, "greeting = 2\npaying = 0"),
    ];
    let rollup = rollup(&model, &teams, None);
    let first = &rollup.levers[0];
    assert_eq!((first.places.len(), first.teams, first.alone), (2, 2, 1), "one investment lifts the first");
}

#[test]
fn levers_that_lift_as_many_alone_are_in_the_order_of_teams_then_of_those_that_perhaps_need_them() {
    let (sure, perhaps) = ("greeting = 0\npaying = { level = 0, met = [\"1.1\"] }", "greeting = 2\npaying = \"1-\"");
    let alone = "greeting = 2\npaying = { level = 0, met = [\"1.2\"] }";
    assert_eq!(
        levers(&[sure, alone, sure], None),
        [lever("paying 1.1", 1, 0, 1), lever("greeting 1.1", 2, 0, 0), lever("paying 1.2", 2, 0, 0)],
        "one team that lacks nothing else goes before two that do"
    );
    let both = "greeting = 2\npaying = 0";
    assert_eq!(
        levers(&["greeting = 0\npaying = 0", both], None),
        [lever("paying 1.1", 2, 0, 0), lever("paying 1.2", 2, 0, 0), lever("greeting 1.1", 1, 0, 0)]
    );
    let parts = [lever("paying 1.1", 0, 2, 0), lever("paying 1.2", 0, 2, 0)];
    let others = [lever("greeting 2.1", 0, 1, 0), lever("greeting 2.2", 0, 1, 0)];
    assert_eq!(levers(&["greeting = \"2-\"\npaying = 1", perhaps, perhaps], None), [parts, others].concat());
}

#[test]
fn an_unnamed_part_says_nothing_of_higher_levels() {
    let model = market();
    let source = market_answers("", "[answers.shop.counter.selling]\ngreeting = 3\npaying = \"2-\"\nqueue = 3");
    let answers = parse(&source, &model).expect("they are sound");
    let target = Target { id: None, value: Level(3).into(), origin: Origin::Flag };
    let rollup = rollup(&model, &[answers], Some(Targets(vec![target])));
    let told: Vec<_> = rollup.levers.iter().map(|it| (it.places[0].1.to_string(), it.teams, it.perhaps)).collect();
    let [sure, perhaps] = [(1, 0), (0, 1)];
    let expected = [("3.1", sure), ("3.2", sure), ("2.1", perhaps), ("2.2", perhaps)];
    assert_eq!(told, expected.map(|(id, (teams, perhaps))| (id.to_owned(), teams, perhaps)));
}

#[test]
fn a_statement_that_is_needed_for_sure_anywhere_is_needed_for_sure() {
    let mut model = tiny();
    let words = model.areas[0].groups[0].groups[0].dimensions[1].cells[1].clauses[0].clone();
    let areas = model.areas.to_mut();
    let dimensions = areas[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    dimensions[0].cells.change(|cells| cells[2].clauses.to_mut()[0] = words);
    let target = Target { id: None, value: Level(2).into(), origin: Origin::Flag };
    let teams = [read(&model, "greeting = \"2-\"\npaying = 0")];
    let rollup = rollup(&model, &teams, Some(Targets(vec![target])));
    let both = rollup.levers.iter().find(|lever| lever.places.len() == 2).expect("two clauses say the same");
    assert_eq!((both.teams, both.perhaps), (1, 0), "a part of greeting is perhaps met, paying is not");
}

#[test]
fn nothing_outside_of_what_is_looked_at_is_a_lever() {
    let model = tiny();
    let paying = model.find("shop.counter.selling.paying").expect("it is there");
    let view = View::new(&model, paying, model.storeys(), None);
    let rollup = rollup_of(view, &[read(&model, "greeting = 0\npaying = 0")]);
    let told: Vec<_> = rollup.levers.iter().map(|it| (it.places[0].0.id.key(), it.places[0].1.to_string())).collect();
    assert_eq!(told, [("paying", "1.1".to_owned()), ("paying", "1.2".to_owned())]);
}
