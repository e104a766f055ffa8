//! Strengths and gaps: what counts as one, and in which order.

use crate::support::assessments;
use assess::answers::parse;
use assess::embedded;
use assess::highlights::{Spread, gaps, spread, strengths};
use assess::model::Level;
use assess::problem::Source;
use assess::scoring::{Asked, State, score};
use proptest::prelude::*;

fn with_outcome<T>(lines: &str, look: impl FnOnce(&assess::scoring::Outcome<'_>) -> T) -> T {
    let text =
        format!("schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\nscope = [\"agile\"]\n{lines}");
    let source = Source { name: "answers.toml".to_owned(), text };
    let answers = parse(&source, embedded::model()).unwrap_or_else(|problems| panic!("{problems}"));
    look(&score(embedded::model(), &answers))
}

/// Every question of collection is asked up to level 5, but for the first two, which ask nothing above 2.
const COLLECTION: &str = "[answers.agile.requirements.collection]\nsingle-requirement = 2\nwhole-picture = 2\nmanagement = LEVEL\npeople = LEVEL\ntools = LEVEL\n";
const CLARIFICATION: &str =
    "[answers.agile.planning.clarification]\ntiming = 2\ncompleteness = 2\ncollaboration = 1\npeople = 1\ntools = 1\n";

#[test]
fn a_strength_stands_above_the_whole_and_a_gap_below_the_top() {
    let lines = COLLECTION.replace("LEVEL", "4") + CLARIFICATION;
    with_outcome(&lines, |outcome| {
        let names: Vec<_> = strengths(outcome).iter().map(|it| it.sub_domain.id.key()).collect();
        assert_eq!(names, ["collection"]);
        let names: Vec<_> = gaps(outcome).iter().map(|it| it.sub_domain.id.key()).collect();
        assert_eq!(names, ["clarification", "collection"], "the weakest comes first");
    });
}

#[test]
fn the_highest_level_is_no_gap() {
    with_outcome(&COLLECTION.replace("LEVEL", "5"), |outcome| {
        assert!(gaps(outcome).is_empty());
    });
}

#[test]
fn what_is_not_answered_in_full_is_no_strength() {
    let lines = COLLECTION.replace("LEVEL", "5").replace("tools = 5\n", "") + CLARIFICATION;
    with_outcome(&lines, |outcome| {
        assert!(outcome.overall.sub_domains().any(|(_, scored)| scored.state == State::Incomplete));
        assert!(strengths(outcome).is_empty());
    });
}

#[test]
fn levels_that_ask_nothing_are_not_earned() {
    let lines = "[answers.agile.requirements.collection]\nsingle-requirement = 2\nwhole-picture = 2\n\
                 management = { na = \"-\" }\npeople = { na = \"-\" }\ntools = { na = \"-\" }\n"
        .to_owned()
        + CLARIFICATION;
    with_outcome(&lines, |outcome| {
        let strengths = strengths(outcome);
        let [strength] = &strengths[..] else { panic!("one is strong: {strengths:?}") };
        let level = strength.scored.level.map(|level| level.0);
        assert_eq!((level, strength.earned.0), (Some(5), 2), "level 5 by empty cells alone, 2 by what is done");
    });
}

proptest! {
    #[test]
    fn what_is_certain_is_a_strength_however_much_is_open((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        let strong: Vec<_> = strengths(&outcome).iter().map(|it| it.sub_domain.id.clone()).collect();
        for (sub_domain, scored) in outcome.overall.sub_domains() {
            let asked = scored.shares().into_iter().filter(|share| share.asked == Asked::Some && Some(share.level) <= scored.level);
            let is_above = asked.map(|share| share.level).max() > outcome.overall.level;
            prop_assert_eq!(strong.contains(&sub_domain.id), scored.is_certain() && is_above);
        }
    }
}

#[test]
fn how_sub_domains_compare_is_told_apart() {
    let collection = |level: &str| COLLECTION.replace("LEVEL", level);
    for (lines, expected) in [
        (String::new(), Spread::Unanswered),
        (CLARIFICATION.to_owned(), Spread::Even(Level(1))),
        (collection("4") + CLARIFICATION, Spread::Uneven),
    ] {
        with_outcome(&lines, |outcome| assert_eq!(spread(outcome), expected, "{lines}"));
    }
}
