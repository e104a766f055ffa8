//! Levels, grades and scores by example.

use assess::answers::{Answer, Claim, parse};
use assess::embedded;
use assess::model::Level;
use assess::problem::Source;
use assess::scoring::{State, counts_as, score};

use super::{answered, result, selling, words};
use crate::support::tiny;

#[test]
fn the_weakest_dimension_gives_the_level() {
    assert_eq!(result("greeting = 2\npaying = 0"), words("0", "1-", "1.50"));
    assert_eq!(result("greeting = 2\npaying = 1"), words("2", "2", "2.00"));
}

#[test]
fn a_level_that_asks_nothing_more_is_passed() {
    assert_eq!(result("paying = 1"), words("2", "-", "2.00"));
}

#[test]
fn named_clauses_raise_grade_and_score() {
    assert_eq!(result("greeting = 1\npaying = 1"), words("1", "1", "1.00"));
    assert_eq!(result("greeting = { level = 1, met = [\"2.1\"] }\npaying = 1"), words("1", "2-", "1.50"));
    assert_eq!(result("greeting = { level = 1, met = [\"2.1\", \"2.2\"] }\npaying = 1"), words("2", "2", "2.00"));
}

#[test]
fn a_bare_grade_names_no_clause_and_still_shows() {
    assert_eq!(result("greeting = \"2-\"\npaying = 1"), words("1", "2-", "1.00"));
}

#[test]
fn what_does_not_apply_counts_nowhere() {
    assert_eq!(result("greeting = { na = \"online only\" }\npaying = 0"), words("0", "0", "0.00"));
    let model = tiny();
    let answers = answered(&model, "greeting = { na = \"a\" }\npaying = { na = \"b\" }");
    let outcome = score(&model, &answers);
    assert_eq!(outcome.overall.state, State::NotApplicable);
    assert_eq!((outcome.overall.level, outcome.overall.worst), (None, None));
}

#[test]
fn a_level_nobody_is_asked_takes_the_share_below() {
    let model = tiny();
    let answers = answered(&model, "greeting = { na = \"online only\" }\npaying = 0");
    let outcome = score(&model, &answers);
    assert_eq!(selling(&outcome).unasked().collect::<Vec<_>>(), [Level(2)]);
}

#[test]
fn an_incomplete_node_has_a_range() {
    let model = tiny();
    let answers = answered(&model, "greeting = 2");
    let outcome = score(&model, &answers);
    let at = selling(&outcome);
    assert_eq!(at.state, State::Incomplete);
    assert_eq!((at.worst, at.level), (Some(Level(0)), Some(Level(2))));
    assert_eq!((at.answered, at.not_applicable, at.total, at.open()), (1, 0, 2, 1));
}

#[test]
fn the_limiting_dimensions_are_those_at_the_level() {
    let model = tiny();
    let answers = answered(&model, "greeting = 0\npaying = 1");
    let outcome = score(&model, &answers);
    let names: Vec<_> = outcome.overall.limiting().into_iter().map(|dimension| dimension.id.key()).collect();
    assert_eq!(names, ["greeting"]);
}

#[test]
fn areas_out_of_scope_are_left_out() {
    let source = Source {
        name: "answers.toml".to_owned(),
        text: "schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\nscope = [\"delivery\"]\n"
            .to_owned(),
    };
    let answers = parse(&source, embedded::model()).expect("the answers are sound");
    let outcome = score(embedded::model(), &answers);
    let areas: Vec<_> = outcome.overall.children.iter().map(|area| area.node.id().as_str()).collect();
    assert_eq!(areas, ["delivery"]);
}

#[test]
fn a_level_without_clauses_makes_a_claim_count_higher() {
    let model = tiny();
    let paying = model.dimensions().nth(1).expect("it has two dimensions");
    let counts = counts_as(paying, &Answer::of(Claim::at(Level(1)))).expect("another level than claimed");
    assert_eq!(counts.en, "which counts as 2: nothing more is asked");
    assert_eq!(counts_as(paying, &Answer::of(Claim::at(Level(0)))), None);
}

#[test]
fn a_level_that_no_open_answer_can_change_is_certain() {
    let model = tiny();
    let of = |lines: &str| {
        let answers = answered(&model, lines);
        let outcome = score(&model, &answers);
        let at = selling(&outcome);
        (at.is_certain(), at.grade.map(|grade| grade.to_string()))
    };
    assert_eq!(of("greeting = 2"), (false, None));
    assert_eq!(of("greeting = 0"), (true, None), "the open answer decides whether some of level 1 is met");
    assert_eq!(of("paying = { level = 0, met = [\"1.1\"] }"), (true, Some("1-".to_owned())));
    assert_eq!(of("greeting = 1\npaying = 1"), (true, Some("1".to_owned())));
}
