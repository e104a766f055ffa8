//! What the assessment is of, as far as all agree on it: team, day, scope, what is measured.

use assess::answers::Date;
use assess::merge::{Agreement, HeadKey};
use assess::model::Id;

use super::{heard, of_market, said, taken};
use crate::support::market;

#[test]
fn what_the_assessment_is_of_must_agree_or_is_left_out() {
    let model = market();
    let head =
        |team: &str, date: &str, scope: &str| format!("team = \"{team}\"\nowner = \"me\"\ndate = {date}\n{scope}");
    let measured = "[outcomes]\nlead-time = \"2d\"\nrecovery-time = \"4h\"";
    let merged = heard(
        &model,
        vec![
            of_market(&model, &head("us", "2026-11-02", "scope = [\"shop\"]"), measured),
            of_market(&model, &head("them", "2026-11-01", ""), &measured.replace("4h", "5h")),
            of_market(&model, "", ""),
        ],
    );
    let head = &merged.head;
    assert_eq!((&head.assessment.team, head.assessment.owner.as_deref()), (&None, Some("me")));
    assert_eq!(head.assessment.date, "2026-11-01".parse::<Date>().ok());
    assert_eq!(head.assessment.assessors, ["A", "B", "C"]);
    assert_eq!(head.outcomes.len(), 1);
    let disputed: Vec<_> = head.disputed.iter().map(|it| (it.key, it.said.len())).collect();
    assert_eq!(disputed.len(), 2, "{disputed:?}");
    assert_eq!(disputed[0], (HeadKey::Team, 2));
}

#[test]
fn the_scope_is_that_of_all_together() {
    let model = market();
    let scope = |words: &str| of_market(&model, words, "");
    let optional = model.areas.iter().find(|area| area.optional).expect("the fixture has one").id.clone();
    let others: Vec<_> = model.areas.iter().filter(|area| !area.optional).map(|area| area.id.clone()).collect();
    let both = heard(&model, vec![scope(&format!("scope = [\"{optional}\"]")), scope("")]);
    let all: Vec<_> = model.areas.iter().map(|area| area.id.clone()).collect();
    assert_eq!((both.head.assessment.scope.as_ref(), both.head.scopes_differ), (Some(&all), true));
    let none = heard(&model, vec![scope(""), scope("")]);
    assert_eq!((none.head.assessment.scope, none.head.scopes_differ), (None, false));
    let said = heard(&model, vec![scope(&format!("scope = [\"{}\"]", others[0])); 2]);
    assert_eq!((said.head.assessment.scope.as_deref(), said.head.scopes_differ), (Some(&others[..1]), false));
}

#[test]
fn answers_that_nobody_has_in_scope_are_kept_and_told() {
    let model = market();
    let optional = model.areas.iter().find(|area| area.optional).expect("the fixture has one");
    let question = optional.sub_domains().next().expect("it has one").dimensions[0].id.clone();
    let (above, key) = (question.parent().expect("it stands below others"), question.key());
    let answers = of_market(&model, "", &format!("[answers.{above}]\n{key} = 2"));
    let merged = heard(&model, vec![answers.clone(), answers]);
    assert_eq!(
        merged.out_of_scope.iter().map(|(area, count)| (&area.id, *count)).collect::<Vec<_>>(),
        [(&optional.id, 1)]
    );
    assert!(merged.answers().given.contains_key(&question), "nothing is lost");
    assert_eq!(merged.counts().agreed, 0, "and nothing of it is counted");
}

#[test]
fn what_measures_the_same_in_other_units_is_the_same() {
    let model = market();
    let measured = |value: &str| of_market(&model, "", &format!("[outcomes]\nlead-time = \"{value}\""));
    let same = heard(&model, vec![measured("2d"), measured("48h"), measured("2880min")]);
    assert_eq!((same.head.outcomes.len(), same.head.disputed.len()), (1, 0));
    let other = heard(&model, vec![measured("2d"), measured("48.000001h")]);
    assert_eq!((other.head.outcomes.len(), other.head.disputed.len()), (0, 1));
    assert!(same.onto(&measured("47h")).answers.outcomes.is_empty());
    assert_eq!(same.onto(&measured("47h")).kept_outcomes.len(), 1);
    assert!(same.onto(&measured("48h")).kept_outcomes.is_empty());
}

#[test]
fn blanks_make_no_other_team() {
    let model = market();
    let of = |team: &str| of_market(&model, &format!("team = \"{team}\""), "");
    let merged = heard(&model, vec![of("our team"), of(" our  team")]);
    assert_eq!((merged.head.assessment.team.as_deref(), merged.head.disputed.len()), (Some("our team"), 0));
}

#[test]
fn what_asks_more_than_when_anybody_answered_it_stays_to_be_asked() {
    let model = market();
    let ids = ["shop.counter.selling.queue", "shop.counter.selling.paying"];
    let asked = |ids: &[&str]| of_market(&model, &format!("ask-again = {ids:?}"), "");
    let merged = heard(&model, vec![asked(&ids[..1]), asked(&ids[1..]), asked(&[])]);
    let asked: Vec<_> = merged.head.assessment.ask_again.iter().map(Id::as_str).collect();
    assert_eq!(asked, [ids[1], ids[0]], "in the order of the model");
}

#[test]
fn an_area_that_nobody_assesses_is_neither_listed_nor_counted() {
    let model = market();
    let merged = heard(&model, vec![of_market(&model, "", ""), of_market(&model, "", "")]);
    assert!(merged.out_of_scope.is_empty(), "nobody has answered anything of it");
    let counted: Vec<_> = merged.tallies.iter().map(|tally| tally.node.id().as_str()).collect();
    assert_eq!(counted, ["market", "shop", "shop.counter", "shop.counter.selling"]);
}

#[test]
fn what_a_merged_file_does_not_assess_it_has_not_left_open() {
    let model = market();
    let mut together = of_market(&model, "scope = [\"shop\"]", "");
    together.assessment.assessors = vec!["A".to_owned(), "B".to_owned()];
    let alone = of_market(&model, "scope = [\"stall\"]", "[answers.stall.awning.rain]\ncover = 2");
    let merged = heard(&model, vec![together, alone]);
    let cover = &merged.topics[0];
    assert_eq!((cover.agreement, cover.is_left_open), (Agreement::Alone, false));
    assert_eq!(cover.taken.as_ref().map(said), taken("2"));
}
