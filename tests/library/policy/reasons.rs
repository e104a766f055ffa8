//! Why a check fails or warns: where each reason stands, what it says, and what comes first.

use assess::answers::{self, Answers, parse};
use assess::diff::diff;
use assess::model::{Id, Level, Model};
use assess::policy::{Case, Code, Evidence, Incomplete, Reason, Rules, Severity, Target, Targets, Verdict, judge};
use assess::scoring::score;

use super::{case, default, judged};
use crate::support::{market, market_answers, tiny, tiny_answers};

fn read(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).expect("they are sound")
}

/// Answers to the market that assess these areas.
fn of_market(model: &Model, scope: &str, lines: &str) -> Answers {
    parse(&market_answers(&format!("scope = [{scope}]"), lines), model).unwrap_or_else(|problems| panic!("{problems}"))
}

const BOTH: &str = "\"stall\", \"shop\"";

/// Codes and messages of what answers to the tiny model give by these rules.
fn reasons(lines: &str, rules: &Rules) -> Vec<(Code, String)> {
    let model = tiny();
    let answers = read(&model, lines);
    let outcome = score(&model, &answers);
    let verdict = judged(&outcome, &Targets::default(), rules);
    verdict.reasons.iter().map(|reason| (reason.code, reason.message.en.to_string())).collect()
}

fn codes(verdict: &Verdict<'_>) -> Vec<Code> {
    verdict.reasons.iter().map(|reason| reason.code).collect()
}

#[test]
fn what_missing_answers_decide_is_told_from_the_highest_target_down() {
    let model = market();
    let answers = of_market(&model, BOTH, "");
    let outcome = score(&model, &answers);
    let undecided = |targets: [(&'static str, u8); 2]| {
        let target =
            |(id, level): (&'static str, u8)| Target { id: Some(Id(id.into())), ..default(Level(level)).0[0].clone() };
        let verdict = judged(&outcome, &Targets(targets.map(target).into()), &Rules::default());
        let ids = verdict.undecided().into_iter().filter_map(|it| Some(it.node?.id().key().to_owned()));
        ids.collect::<Vec<_>>()
    };
    assert_eq!(undecided([("stall", 2), ("shop", 3)]), ["selling", "rain"]);
    assert_eq!(undecided([("stall", 2), ("shop", 2)]), ["rain", "selling"], "then where the fewest are missing");
}

#[test]
fn targets_that_nothing_answered_is_held_to_fail() {
    let model = tiny();
    let codes_of = |lines: &str, target: u8| {
        let answers = read(&model, lines);
        codes(&judged(&score(&model, &answers), &default(Level(target)), &Rules::default()))
    };
    assert_eq!(codes_of("", 0), [Code::NothingJudged], "the floor holds without any answer");
    assert_eq!(codes_of("greeting = 0", 0), []);
    assert_eq!(codes_of("", 1), [Code::Incomplete], "what fails already says all");
    let ignored = Rules { incomplete: Incomplete::Ignore, ..Rules::default() };
    assert_eq!(codes(&judged(&score(&model, &read(&model, "")), &default(Level(1)), &ignored)), [Code::NothingJudged]);
    let warned = Rules { incomplete: Incomplete::Warn, ..Rules::default() };
    let answers = read(&model, "greeting = 1");
    let verdict = judged(&score(&model, &answers), &default(Level(1)), &warned);
    let told: Vec<_> = verdict.reasons.iter().map(|reason| (reason.code, reason.severity)).collect();
    assert_eq!(told, [(Code::NothingJudged, Severity::Fail), (Code::Incomplete, Severity::Warn)]);
}

#[test]
fn a_reason_stands_at_the_answer_that_is_the_weakest() {
    let model = tiny();
    let answers = read(&model, "greeting = 1\npaying = 0");
    let line_of = |answers: &Answers, key: &str| {
        let id = Id(format!("shop.counter.selling.{key}").into());
        answers.file.line(answers.given[&id].offset)
    };
    let reason = |answers: &Answers, target: u8| {
        let outcome = score(&model, answers);
        let verdict = judged(&outcome, &default(Level(target)), &Rules::default());
        let Reason { line, message, dimensions, .. } = verdict.reasons[0].clone();
        let keys: Vec<_> = dimensions.iter().map(|(dimension, _)| dimension.id.key().to_owned()).collect();
        (line, message.en.to_string(), keys)
    };
    let below =
        (line_of(&answers, "paying"), "level 0, target 2".to_owned(), vec!["greeting".to_owned(), "paying".to_owned()]);
    assert_eq!(reason(&answers, 2), below);
    let open = read(&model, "greeting = 1");
    let unknown = "level 0 to 1, target 1: 1 of 2 questions unanswered".to_owned();
    let expected = (line_of(&open, "greeting"), unknown, vec!["paying".to_owned()]);
    assert_eq!(reason(&open, 1), expected, "only what is open decides, beside what is answered");
    assert_eq!(reason(&open, 2).1, "level 0 to 1, target 2", "below it, whatever the open answer will be");
    assert_eq!(reason(&answers::empty(&model), 1).0, 1, "no line comes before the first");
}

#[test]
fn a_date_is_recent_up_to_its_last_day_and_not_to_come_from_tomorrow_on() {
    let model = tiny();
    let rules = Rules { max_age_days: Some(30), ..Rules::default() };
    // The day of the check is 2026-11-21.
    for (date, stale) in [
        ("2026-10-21", Some("of 2026-10-21; the policy allows 30 days")),
        ("2026-10-22", None),
        ("2026-11-22", None),
        ("2026-11-23", Some("dated 2026-11-23, which is yet to come")),
    ] {
        let mut answers = read(&model, "");
        answers.assessment.date = date.parse().ok();
        let outcome = score(&model, &answers);
        let verdict = judged(&outcome, &Targets::default(), &rules);
        let told = verdict.reasons.first().map(|reason| reason.message.en.to_string());
        assert_eq!(told, stale.map(|stale| format!("the assessment is {stale}")));
    }
}

#[test]
fn an_exception_counts_up_to_its_last_day() {
    let until = |day: &str| {
        format!("greeting = {{ level = 2, except = {{ \"2.1\" = {{ reason = \"so\", until = {day} }} }} }}")
    };
    let rules = Rules::default();
    assert_eq!(reasons(&until("2026-11-21"), &rules), []);
    let expired = "clause 2.1 excepted until 2026-11-20 only: so".to_owned();
    assert_eq!(reasons(&until("2026-11-20"), &rules), [(Code::ExceptionExpired, expired)]);
    let na = |day: &str| format!("greeting = {{ na = {{ reason = \"so\", until = {day} }} }}");
    let strict = Rules { allow_na: false, ..Rules::default() };
    let expired = "not applicable until 2026-11-20 only: so".to_owned();
    assert_eq!(
        reasons(&na("2026-11-20"), &strict),
        [(Code::NaExpired, expired)],
        "what has ended is no matter of leave"
    );
    assert_eq!(reasons(&na("2026-11-21"), &strict)[0].0, Code::NaNotAllowed);
}

#[test]
fn all_exceptions_of_an_answer_that_break_a_rule_are_one_reason() {
    let lines = "greeting = { level = 2, except = { \"1.1\" = \"a\", \"2.1\" = \"b\" } }";
    let not_allowed = Rules { allow_na: false, ..Rules::default() };
    let [one, other] = [("1.1", "a"), ("2.1", "b")]
        .map(|(id, reason)| format!("clause {id} is excepted, which the policy does not allow: {reason}"));
    assert_eq!(reasons(lines, &not_allowed), [(Code::NaNotAllowed, format!("{one}; {other}"))]);
    let needs_until = Rules { na_needs_until: true, ..Rules::default() };
    let [one, other] = [("1.1", "a"), ("2.1", "b")]
        .map(|(id, reason)| format!("clause {id} excepted without a day to look again: {reason}"));
    assert_eq!(reasons(lines, &needs_until), [(Code::NaWithoutUntil, format!("{one}; {other}"))]);
}

#[test]
fn evidence_is_asked_for_any_clause_from_that_level_on() {
    let from = |level| Rules { evidence_from: Some(Level(level)), ..Rules::default() };
    let lines = "greeting = { level = 0, met = [\"2.1\"] }";
    let lacking = "claims clauses of level 1 or above without evidence".to_owned();
    assert_eq!(reasons(lines, &from(1)), [(Code::MissingEvidence, lacking)], "2.1 is above 1");
    assert_eq!(reasons("greeting = 1", &from(2)), []);
}

#[test]
fn what_may_drop_only_warns_with_all_below_it() {
    let model = market();
    let before =
        of_market(&model, BOTH, "[answers.shop.counter.selling]\npaying = 3\n[answers.stall.awning.rain]\ncover = 2");
    let now = of_market(&model, "\"shop\"", "[answers.shop.counter.selling]\npaying = 2");
    let (old, new) = (score(&model, &before), score(&model, &now));
    let since = diff(&old, &new);
    let (targets, rules) = (Targets::default(), Rules::default());
    let severities = |may_drop: &[&'static str]| {
        let may_drop: Vec<_> = may_drop.iter().map(|id| Id((*id).into())).collect();
        let case = Case {
            since: Some(&since),
            may_drop: &may_drop,
            evidence: &|_| Evidence::Missing,
            ..case(&new, &targets, &rules)
        };
        let reasons = judge(case).reasons;
        reasons.iter().filter_map(|it| Some((it.node?.id().key().to_owned(), it.severity))).collect::<Vec<_>>()
    };
    let [stall, paying] = ["stall", "paying"].map(str::to_owned);
    assert_eq!(severities(&[]), [(stall.clone(), Severity::Fail), (paying.clone(), Severity::Fail)]);
    assert_eq!(severities(&["shop"]), [(stall.clone(), Severity::Fail), (paying.clone(), Severity::Warn)]);
    assert_eq!(severities(&["stall", "shop.counter"]), [(stall, Severity::Warn), (paying, Severity::Warn)]);
}

#[test]
fn an_area_without_an_answer_may_be_left_out() {
    let model = market();
    let of = |scope: &str| of_market(&model, scope, "[answers.shop.counter.selling]\npaying = 3");
    let (before, now) = (of(BOTH), of("\"shop\""));
    let (old, new) = (score(&model, &before), score(&model, &now));
    let since = diff(&old, &new);
    let (targets, rules) = (Targets::default(), Rules::default());
    assert_eq!(
        (since.left.len(), codes(&judge(Case { since: Some(&since), ..case(&new, &targets, &rules) }))),
        (1, vec![])
    );
}
