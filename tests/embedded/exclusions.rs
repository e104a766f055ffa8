//! Clauses that cannot both be true: a list kept by hand, `exclusions.txt`, held to the model.

use std::fs;

use assess::embedded;
use assess::model::{Dimension, Level, Node, Place};

const FILE: &str = "tests/embedded/exclusions.txt";

/// A pair of a line: what is true of a team at the lower level, and what rules it out.
fn pairs() -> Vec<(Place, Place)> {
    let list = fs::read_to_string(FILE).expect("it is text");
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let place = |word: &str| word.parse().unwrap_or_else(|_| panic!("`{word}` is not the full name of a clause"));
    lines
        .map(|line| line.split_once(" | ").expect("two clauses, ` | ` between them"))
        .map(|(lower, higher)| (place(lower), place(higher)))
        .collect()
}

fn dimension(place: &Place) -> &'static Dimension {
    let found = embedded::model().find(place.id.as_str());
    let Some(Node::Dimension(dimension)) = found else { panic!("{place} is in no dimension of the model") };
    let there = place.clause.is_some_and(|clause| dimension.clause(clause).is_some());
    assert!(there, "{place} is not there: bring {FILE} up to date");
    dimension
}

/// Whether a team at a level of its dimension is held to a clause.
fn is_needed(place: &Place, level: Level) -> bool {
    let clause = place.clause.expect("a clause is named").level;
    clause <= level && dimension(place).last_stating(level) <= clause
}

/// A team that does the better thing must never be asked for what it has left behind.
#[test]
fn what_excludes_another_clause_is_never_asked_beside_it() {
    let pairs = pairs();
    assert!(!pairs.is_empty());
    for (lower, higher) in pairs {
        let levels = embedded::model().floor.up_to(embedded::model().top());
        let both: Vec<_> = levels.filter(|level| is_needed(&lower, *level) && is_needed(&higher, *level)).collect();
        assert!(
            both.is_empty(),
            "{lower} and {higher} are both asked at {both:?}: let the level of the higher one state"
        );
    }
}
