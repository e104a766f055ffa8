//! What is worse than before, and what holds of every verdict.

use assess::answers::{Answers, parse};
use assess::diff::{Direction, diff};
use assess::embedded;
use assess::policy::{self, Case, Judgement, Rules, Targets, judge};
use assess::problem::Source;
use assess::scoring::{self};
use proptest::prelude::*;

use super::{case, default, judged};
use crate::support::{assessments, pairs};

#[test]
fn a_clause_no_longer_met_is_named_where_the_grade_is_higher() {
    let model = embedded::model();
    let read = |answer: &str| {
        let text = format!(
            "schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\n[answers.delivery.configuration.version-control]\nbranching = {answer}\n"
        );
        parse(&Source { name: "answers.toml".to_owned(), text }, model).expect("they are sound")
    };
    let (before, now) = (read("{ level = 2, met = [\"4.1\"] }"), read("\"3-\""));
    let (old, new) = (scoring::score(model, &before), scoring::score(model, &now));
    let since = diff(&old, &new);
    let (targets, rules) = (Targets(Vec::new()), Rules::default());
    let verdict = judge(Case { since: Some(&since), ..case(&new, &targets, &rules) });
    let messages: Vec<_> = verdict.reasons.iter().map(|reason| (&*reason.message.en, &*reason.message.zh)).collect();
    assert_eq!(messages, [("no longer met: 4.1", "不再满足：4.1")]);
}

/// A grade as a number, a part of a level half a level below it.
fn height(grade: &str) -> u32 {
    let (level, half) = grade.strip_suffix('-').map_or((grade, 0), |level| (level, 1));
    2 * level.parse::<u32>().expect("it is a grade") - half
}

proptest! {
    #[test]
    fn a_regression_names_what_is_lower_or_lost((model, before, now) in pairs()) {
        let (old, new) = (scoring::score(&model, &before), scoring::score(&model, &now));
        let since = diff(&old, &new);
        let (targets, rules) = (Targets(Vec::new()), Rules::default());
        let verdict = judge(Case { since: Some(&since), ..case(&new, &targets, &rules) });
        for reason in &verdict.reasons {
            let node = reason.node.expect("it is about a dimension");
            let (message, excepted) = match reason.message.en.split_once("now excepted: ") {
                Some((message, excepted)) => (message.trim_end_matches("; "), Some(excepted)),
                None => (&*reason.message.en, None),
            };
            for clause in excepted.into_iter().flat_map(|ids| ids.split(", ")) {
                let clause = clause.parse().expect("it is a clause");
                let excepts = |answers: &Answers| answers.given[node.id()].except.contains_key(&clause);
                prop_assert!(excepts(&now) && !excepts(&before));
            }
            if excepted.is_some() && message.is_empty() || message == "less is met of what was asked before" {
                continue;
            }
            let claim = |answers: &Answers| answers.given.get(node.id()).and_then(|answer| answer.claim.clone());
            let grades = message.strip_prefix("grade ").and_then(|rest| rest.split_once(" before, now "));
            if let Some((was, is)) = grades.filter(|(_, is)| is.starts_with(|sign: char| sign.is_ascii_digit())) {
                prop_assert!(height(is) < height(was), "{}", message);
            } else if let Some(lost) = message.strip_prefix("no longer met: ") {
                for clause in lost.split(", ") {
                    let clause = clause.parse().expect("it is a clause");
                    prop_assert!(!claim(&now).is_some_and(|claim| claim.covers(clause)), "{}", message);
                    let was = old.overall.find(node.id().as_str()).and_then(|at| at.level);
                    let was_met = claim(&before).is_some_and(|claim| claim.covers(clause));
                    prop_assert!(was_met || was.is_some_and(|was| clause.level <= was), "{}", message);
                }
            } else {
                let is_gone = message.ends_with("now not applicable") || message.ends_with("now unanswered");
                prop_assert!(is_gone && claim(&now).and_then(|claim| claim.level()).is_none(), "{}", message);
            }
        }
    }

    #[test]
    fn a_check_passes_at_the_level_and_fails_above((model, answers) in assessments()) {
        let outcome = scoring::score(&model, &answers);
        let rules = Rules::default();
        let weakest = outcome.overall.sub_domains().filter_map(|(_, at)| at.worst).min();
        if let Some(level) = weakest.filter(|_| outcome.overall.answered > 0) {
            let verdict = judged(&outcome, &default(level), &rules);
            prop_assert!(verdict.judged.iter().all(|it| !matches!(it.judgement, Judgement::Below | Judgement::Unknown)));
            // Nothing answered below it is judged by: that alone may fail.
            prop_assert!(verdict.passes() || verdict.reasons.iter().all(|it| it.code == policy::Code::NothingJudged));
            if level < model.top() {
                prop_assert!(!judged(&outcome, &default(level.next()), &rules).passes());
            }
        }
    }

    #[test]
    fn nothing_moves_between_an_assessment_and_itself((model, answers) in assessments()) {
        let outcome = scoring::score(&model, &answers);
        prop_assert!(diff(&outcome, &outcome).is_empty());
    }

    #[test]
    fn what_goes_down_one_way_does_not_the_other((model, answers) in assessments(), pick in any::<prop::sample::Index>()) {
        let mut fewer = answers.clone();
        let ids: Vec<_> = answers.given.keys().cloned().collect();
        if !ids.is_empty() {
            fewer.given.remove(&ids[pick.index(ids.len())]);
        }
        let (whole, part) = (scoring::score(&model, &answers), scoring::score(&model, &fewer));
        let (lost, won) = (diff(&whole, &part), diff(&part, &whole));
        prop_assert_eq!(lost.dimensions.len(), won.dimensions.len());
        prop_assert_eq!(won.count(Direction::Down), 0);
        prop_assert_eq!(lost.count(Direction::Up), 0);
    }
}
