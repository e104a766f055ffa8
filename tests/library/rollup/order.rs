//! What stands first: teams, scopes and what holds teams; and what stands in the middle.

use std::cmp::Reverse;

use assess::answers::{Answers, parse};
use assess::model::{Level, Model};
use assess::policy::{Origin, Target, Targets};
use assess::rollup::Line;

use super::{read, rollup};
use crate::support::{market, market_answers, tiny};

/// Answers to the market with this head, and these tables.
fn of_market(model: &Model, head: &str, answers: &str) -> Answers {
    parse(&market_answers(head, answers), model).unwrap_or_else(|problems| panic!("{problems}"))
}

const BOTH: &str = "scope = [\"stall\", \"shop\"]";

/// Answers to both sub-domains of the market, all at these levels.
fn at(model: &Model, rain: u8, selling: u8) -> Answers {
    let selling = format!("greeting = {selling}\npaying = {selling}\nqueue = {selling}");
    let lines = format!("[answers.stall.awning.rain]\ncover = {rain}\n[answers.shop.counter.selling]\n{selling}");
    of_market(model, BOTH, &lines)
}

#[test]
fn the_highest_whole_comes_first_then_the_highest_score() {
    let model = tiny();
    let lines = ["paying = 0", "paying = 1", "paying = { level = 0, met = [\"1.1\"] }", "paying = 0"];
    let teams = lines.map(|lines| read(&model, &format!("greeting = 2\n{lines}")));
    assert_eq!(rollup(&model, &teams, None).peers[0].lines, [1, 2, 0, 3], "those that are equal as they were named");
}

#[test]
fn the_scope_of_most_teams_comes_first_then_the_order_of_the_model() {
    let model = market();
    let of = |scope: &str| of_market(&model, &format!("scope = [{scope}]"), "");
    let (shop, stall, both) = ("\"shop\"", "\"stall\"", "\"stall\", \"shop\"");
    let teams = [shop, both, stall, both].map(of);
    let rollup = rollup(&model, &teams, None);
    let scopes: Vec<_> =
        rollup.peers.iter().map(|peers| peers.scope.iter().map(|id| id.as_str()).collect::<Vec<_>>()).collect();
    assert_eq!(scopes, [&["stall", "shop"][..], &["stall"], &["shop"]]);
}

#[test]
fn the_middle_of_an_even_number_is_the_lower_of_two() {
    let model = tiny();
    let lines = [
        "greeting = 2\npaying = 1",
        "greeting = 1\npaying = 1",
        "greeting = 2\npaying = 0",
        "greeting = 0\npaying = 0",
    ];
    let teams = lines.map(|lines| read(&model, lines));
    let whole = &rollup(&model, &teams, None).distributions[0];
    assert_eq!(whole.median, Some(Level(0)), "of 0, 0, 1, 2");
    let scores = [&whole.median_score, &whole.lowest_score].map(|score| score.as_ref().map(ToString::to_string));
    assert_eq!(scores, [Some("1.00".to_owned()), Some("0.00".to_owned())], "of 0.00, 1.00, 1.50, 2.00");
}

#[test]
fn a_team_below_one_target_is_not_undecided_by_another() {
    let model = market();
    let target = Target { id: None, value: Level(3).into(), origin: Origin::Flag };
    let below = of_market(&model, BOTH, "[answers.shop.counter.selling]\npaying = 1");
    let open = of_market(&model, BOTH, "[answers.shop.counter.selling]\npaying = 3");
    let held = at(&model, 3, 3);
    let whole = &rollup(&model, &[below, open, held], Some(Targets(vec![target]))).distributions[0];
    assert_eq!((whole.teams, whole.below, whole.undecided), (3, Some(1), Some(1)));
}

#[test]
fn what_holds_a_team_together_with_another_holds_it_not_alone() {
    let model = market();
    let teams = [(1, 1), (1, 2), (2, 1), (3, 1)].map(|(rain, selling)| at(&model, rain, selling));
    let rollup = rollup(&model, &teams, None);
    let holding: Vec<_> = rollup.holding.iter().map(|it| (it.sub_domain.id.key(), it.teams, it.alone)).collect();
    assert_eq!(holding, [("selling", 3, 2), ("rain", 2, 1)], "what holds most comes first");
    assert!(holding.is_sorted_by_key(|(_, teams, alone)| Reverse((*teams, *alone))));
}

#[test]
fn an_optional_area_that_nobody_assesses_is_not_told_of() {
    let model = market();
    let usual = of_market(&model, "", "");
    assert_eq!(rollup(&model, std::slice::from_ref(&usual), None).optional, []);
    let told = rollup(&model, &[usual, at(&model, 1, 1)], None);
    assert_eq!(told.optional, [(&model.areas[0].id, 1)]);
}

#[test]
fn a_team_without_a_name_is_called_by_its_system_then_by_its_file() {
    let model = tiny();
    let mut teams = vec![read(&model, "paying = 1"); 3];
    teams[0].assessment.system = Some("till".to_owned());
    teams[1].assessment.system = Some("till".to_owned());
    teams[1].assessment.team = Some("us".to_owned());
    let rollup = rollup(&model, &teams, None);
    assert_eq!(rollup.lines.iter().map(Line::name).collect::<Vec<_>>(), ["till", "us", "2.toml"]);
}
