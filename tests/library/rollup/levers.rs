//! What lifts most teams: which clauses are levers, and for whom.

use crate::support::tiny;
use assess::model::Level;
use assess::policy::{Origin, Target, Targets};

use super::{read, rollup};

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
    dimensions[1].cells.to_mut()[1].clauses.to_mut()[0] = text;
    let teams = [
        read(&model, "greeting = 0\npaying = { level = 0, met = [\"1.2\"] }"),
        read(&model, "greeting = 2\npaying = 0"),
    ];
    let rollup = rollup(&model, &teams, None);
    let first = &rollup.levers[0];
    assert_eq!((first.places.len(), first.teams, first.alone), (2, 2, 1), "one investment lifts the first");
}
