//! Every format of a verdict.

use assess::answers::{Answers, Claim, parse};
use assess::commands::Commands;
use assess::diff::diff;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Id, Level, Model};
use assess::policy::{Case, Evidence, Origin, Rules, Target, Targets, judge};
use assess::problem::Source;
use assess::report::{Baseline, BaselineFile, Check, Drawing, Style, ci, json, markdown, terminal};
use assess::scoring::{self};

use super::{STYLE, default, judged};
use crate::support::{tiny, tiny_answers};

/// Answers in which everything foreign is hostile, and a verdict with every kind of severity about them.
fn hostile() -> (Model, Answers, Answers) {
    let model = tiny();
    let hostile = r"\u001b[31m</failure>\u202e::error::x ##vso[y] <b>|`]( @me %0A, ]]>";
    let lines = format!(
        "greeting = {{ level = 1, note = \"{hostile}\", evidence = [\"{hostile}\"] }}\npaying = {{ na = \"{hostile}\" }}"
    );
    let mut source = tiny_answers(&lines);
    source.text = source.text.replace("model-version = \"2\"", &format!("model-version = \"2\"\nteam = \"{hostile}\""));
    let now = parse(&source, &model).expect("they are sound");
    let before = parse(&tiny_answers("greeting = 2\npaying = 1"), &model).expect("they are sound");
    (model, before, now)
}

#[test]
fn every_format_of_a_failed_check() {
    let (model, before, now) = hostile();
    let (old, new) = (scoring::score(&model, &before), scoring::score(&model, &now));
    let since = diff(&old, &new);
    let rules = Rules {
        max_age_days: Some(1),
        evidence_from: Some(Level(1)),
        evidence_must_exist: true,
        allow_na: false,
        ..Rules::default()
    };
    let verdict = judge(Case {
        outcome: &new,
        written: &now,
        targets: &default(Level(2)),
        rules: &rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: Some(&since),
        may_drop: &[Id("shop.counter.selling.paying".into())],
        evidence: &|_| Evidence::Missing,
    });
    assert!(!verdict.passes());
    let baseline =
        Some(Baseline { name: "git:main", file: &BaselineFile::NamedByPolicy("old `team`\u{1b}.toml".to_owned()) });
    let check = Check {
        outcome: &new,
        verdict: &verdict,
        file: "a b/::error::,%0A.toml",
        baseline,
        commands: &Commands::default(),
    };
    let plain = Style { drawing: Drawing::Plain, ..STYLE };
    let zh = Style { lang: Lang::Zh, ..STYLE };
    for (name, text) in [
        ("table", terminal::check(&check, &STYLE)),
        ("table_zh", terminal::check(&check, &zh)),
        ("plain", terminal::check(&check, &plain)),
        ("markdown", markdown::check(&check, &STYLE)),
        ("junit", ci::junit(&check, &STYLE)),
        ("sarif", ci::sarif(&check, &STYLE)),
        ("github", ci::github(&check, &STYLE)),
        ("gitlab", ci::gitlab(&check, &STYLE)),
        ("json", json::check(&check)),
    ] {
        assert!(!text.contains(|it: char| it.is_control() && it != '\n'), "{name}: {text}");
        assert!(!text.contains('\u{202e}'), "{name}: {text}");
        insta::assert_snapshot!(format!("check_{name}"), text);
    }
}

#[test]
fn what_is_missing_is_told_with_the_marks_of_the_language() {
    let model = tiny();
    let answers = parse(&tiny_answers("greeting = 1\npaying = 1"), &model).expect("they are sound");
    let outcome = scoring::score(&model, &answers);
    let verdict = judged(&outcome, &default(Level(2)), &Rules::default());
    let commands = Commands::default();
    let check = Check { outcome: &outcome, verdict: &verdict, file: "a.toml", baseline: None, commands: &commands };
    let said = |lang| ci::gitlab(&check, &Style { lang, ..STYLE });
    assert!(said(Lang::En).contains("target 2; still needed: ") && said(Lang::En).contains(" 2.1, 2.2"));
    let chinese = said(Lang::Zh);
    assert!(chinese.contains("目标 2；尚缺：") && chinese.contains(" 2.1、2.2"), "{chinese}");
}

#[test]
fn the_result_schema_covers_the_verdict() {
    let schema = jsonschema::draft7::new(&json::result_schema()).expect("the schema is a schema");
    let (model, _, now) = hostile();
    let outcome = scoring::score(&model, &now);
    let verdict = judged(&outcome, &default(Level(2)), &Rules::default());
    let baseline = Some(Baseline { name: "git:main", file: &BaselineFile::Missing });
    let check =
        Check { outcome: &outcome, verdict: &verdict, file: "a.toml", baseline, commands: &Commands::default() };
    let document: serde_json::Value = serde_json::from_str(&json::check(&check)).expect("it is JSON");
    assert!(document["verdict"]["reasons"][0]["requirements"].is_array());
    let errors: Vec<_> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn at_most_ten_annotations_and_the_worst_come_first() {
    let model = embedded::model();
    let source = Source {
        name: "answers.toml".to_owned(),
        text: std::fs::read_to_string("examples/half-finished.toml").expect("the example is there"),
    };
    let answers = parse(&source, model).expect("the example is sound");
    let outcome = scoring::score(model, &answers);
    let lower = Target { id: Some(Id("agile".into())), value: Level(3).into(), origin: Origin::Flag };
    let targets = Targets([default(Level(4)).0, vec![lower]].concat());
    let verdict = judged(&outcome, &targets, &Rules::default());
    assert!(verdict.reasons.len() > 20);
    let text = ci::github(
        &Check { outcome: &outcome, verdict: &verdict, file: "a.toml", baseline: None, commands: &Commands::default() },
        &STYLE,
    );
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 11);
    assert!(lines[0].contains("level 2, target 4"), "{}", lines[0]);
    assert!(lines[9].contains("level 2, target 3"), "{}", lines[9]);
    assert!(lines[10].starts_with("::notice title=assess::failed: below-target "));
}

#[test]
fn a_comment_on_a_pull_request_stays_small_enough() {
    let model = embedded::model();
    let mut answers = assess::answers::empty(model);
    answers.assessment.team = Some("team ".repeat(2_000));
    for dimension in model.dimensions() {
        let claim = Claim::NotApplicable { reason: "long ".repeat(1_900), until: None };
        let answer = assess::answers::Answer { claim: Some(claim), ..Default::default() };
        answers.given.insert(dimension.id.clone(), answer);
    }
    let outcome = scoring::score(model, &answers);
    let verdict = judged(&outcome, &default(Level(5)), &Rules { allow_na: false, ..Rules::default() });
    assert!(verdict.reasons.len() > 181);
    let text = markdown::check(
        &Check { outcome: &outcome, verdict: &verdict, file: "a.toml", baseline: None, commands: &Commands::default() },
        &STYLE,
    );
    assert!(text.len() < 65_536, "{}", text.len());
    assert!(text.contains(" more\n"), "what is left out is counted");
    assert!(text.matches("na-not-allowed:").count() > 20, "a long name leaves room for reasons");
}

#[test]
fn every_sub_domain_in_scope_is_a_test_case() {
    let model = embedded::model();
    let answers = assess::answers::empty(model);
    let outcome = scoring::score(model, &answers);
    let verdict = judged(&outcome, &default(Level(2)), &Rules::default());
    let text = ci::junit(
        &Check { outcome: &outcome, verdict: &verdict, file: "a.toml", baseline: None, commands: &Commands::default() },
        &STYLE,
    );
    let areas = model.areas.iter().filter(|area| !area.optional);
    let in_scope = areas.flat_map(|area| area.groups.iter()).flat_map(|domain| domain.groups.iter());
    assert_eq!(text.matches("<testcase ").count(), in_scope.count() + 1);
}
