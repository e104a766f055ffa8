//! What raises a score, and what lowered it.

use assess::answers::Claim;
use assess::diff::{Direction, diff};
use assess::model::Model;
use assess::model::counting::{Empty, Levels, ScoreRule, Scoring};
use assess::plan::{Idle, PlanOptions, plan};
use assess::rollup::{Rollup, View};
use assess::scoring::{bounds, raises, score};
use proptest::prelude::*;

use super::{answers, percent};
use crate::rollup::{rollup, rollup_of};
use crate::settings::varied;

#[test]
fn what_raises_the_score_most_comes_first() {
    let model = percent();
    let answers = answers(&model, "one = { degrees = { \"1.1\" = \"most\" } }\ntwo = \"none\"");
    let outcome = score(&model, &answers);
    let planned = plan(&outcome, PlanOptions::default());
    assert!(planned.steps.is_empty() && planned.idle.is_none());
    let said = planned.raises.iter().map(|raise| {
        let needed = &raise.requirement;
        format!("{} {} {} {}", needed.dimension.id.key(), needed.clause, raise.from, raise.to)
    });
    assert_eq!(said.collect::<Vec<_>>(), ["one 1.2 25% 58%", "two 1.1 25% 58%", "one 1.1 25% 33%"]);
    let whole = self::answers(&model, "one = \"all\"\ntwo = \"all\"");
    let outcome = score(&model, &whole);
    assert_eq!(plan(&outcome, PlanOptions::default()).idle, Some(Idle::Whole));
}

#[test]
fn a_lower_degree_is_worse_and_a_clause_more_is_better() {
    let model = percent();
    let way = |was: &str, is: &str| {
        let (was, is) = (answers(&model, was), answers(&model, is));
        let (was, is) = (score(&model, &was), score(&model, &is));
        let moved = diff(&was, &is);
        let node = moved.nodes.first().map(|shift| shift.direction);
        (moved.dimensions.first().map(|moved| (moved.direction, moved.is_worse())), node)
    };
    let (half, most) = ("one = { degrees = { \"1.1\" = \"half\" } }", "one = { degrees = { \"1.1\" = \"most\" } }");
    assert_eq!(way(half, most), (Some((Direction::Up, false)), Some(Direction::Up)));
    assert_eq!(way(most, half), (Some((Direction::Down, true)), Some(Direction::Down)));
    assert_eq!(way("one = \"none\"", "one = \"all\""), (Some((Direction::Up, false)), Some(Direction::Up)));
    assert_eq!(way("one = \"all\"", "one = { na = \"so\" }").0, Some((Direction::Changed, true)));
    assert_eq!(way(half, half), (None, None));
}

#[test]
fn without_levels_a_lever_is_what_adds_most_to_the_scores_of_all() {
    let model = percent();
    let teams = [
        "one = { met = [\"1.1\"] }\ntwo = \"none\"",
        "one = { met = [\"1.2\"] }\ntwo = \"none\"",
        "one = \"all\"\ntwo = \"none\"",
    ];
    let teams = teams.map(|lines| answers(&model, lines));
    let rollup = rollup(&model, &teams, None);
    let said = rollup.levers.iter().map(|lever| {
        let (dimension, clause) = lever.places[0];
        let added = lever.added.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {clause}: {} teams, {added}", dimension.id.key(), lever.teams)
    });
    // A third for each of three teams; then a third for one.
    assert_eq!(said.collect::<Vec<_>>(), ["two 1.1: 3 teams, 100%", "one 1.1: 1 teams, 33%", "one 1.2: 1 teams, 33%"]);
    let it = &rollup.distributions[0];
    let scores = [&it.median_score, &it.lowest_score].map(|score| score.as_ref().map(ToString::to_string));
    assert_eq!(scores, [Some("33%".to_owned()), Some("33%".to_owned())]);
    assert!(it.levels.is_empty() && it.unknown == 0);
}

#[test]
fn a_lever_counts_by_what_it_adds_and_not_by_how_many_need_it() {
    let model = percent();
    let nearly = "one = { met = [\"1.2\"], degrees = { \"1.1\" = \"most\" } }\ntwo = \"all\"";
    let teams = [nearly, "one = \"all\"\ntwo = \"none\"", nearly].map(|lines| answers(&model, lines));
    let levers = |rollup: Rollup<'_>| {
        let said = rollup.levers.iter().map(|it| {
            let added = it.added.as_ref().map(ToString::to_string).unwrap_or_default();
            (it.places[0].0.id.key(), it.teams, added)
        });
        said.map(|(key, teams, added)| format!("{key} {teams} {added}")).collect::<Vec<_>>()
    };
    assert_eq!(levers(rollup(&model, &teams, None)), ["two 1 33%", "one 2 17%"], "a quarter of a third, twice");
    let one = model.find("shop.counter.selling.one").expect("it is there");
    let part = rollup_of(View::new(&model, one, model.storeys(), None), &teams);
    assert_eq!(levers(part).len(), 1, "what is looked at has one lever");
}

proptest! {
    #[test]
    fn a_clause_more_gives_what_was_said((model, answers, seed) in varied()) {
        let score_rule = if seed % 2 == 0 { ScoreRule::Share } else { ScoreRule::Levels };
        let scoring = Scoring { levels: Levels::None, score: score_rule, empty: Empty::Pass, ..model.scoring.clone() };
        let model = Model { scoring, ..model };
        let mut answers = answers;
        for (id, answer) in &mut answers.given {
            crate::settings::by_clauses(&model, id, answer);
        }
        let outcome = score(&model, &answers);
        let mut last = None;
        for raise in raises(&outcome, &outcome.overall) {
            let needed = &raise.requirement;
            let mut more = answers.clone();
            let answer = more.given.get_mut(&needed.dimension.id).expect("it is answered");
            answer.degrees.remove(&needed.clause);
            if let Some(Claim::Level { met, .. }) = &mut answer.claim {
                met.insert(needed.clause);
            }
            prop_assert_eq!(Some(&raise.from), outcome.overall.score.as_ref());
            let then = score(&model, &more).overall.score;
            prop_assert_eq!(Some(&raise.to), then.as_ref());
            prop_assert!(last.as_ref().is_none_or(|last| *last >= raise.to));
            last = Some(raise.to);
        }
        for (id, (lowest, highest)) in bounds(&outcome) {
            prop_assert!(lowest <= highest, "{}", id);
        }
    }
}
