//! Targets and rules: which one counts, how a sub-domain stands to it, and every format of the verdict.

use crate::support::{assessments, pairs, tiny, tiny_answers};
use assess::answers::{Answers, Claim, parse};
use assess::commands::Commands;
use assess::diff::{Direction, diff};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Id, Level, Model};
use assess::policy::{
    self, Case, Evidence, Incomplete, Judgement, Origin, Paths, Policy, Rules, Target, Targets, Verdict, judge,
};
use assess::problem::Source;
use assess::report::{Baseline, BaselineFile, Check, Colors, Drawing, Style, ci, json, markdown, terminal};
use assess::scoring::{self, Outcome};
use proptest::prelude::*;

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

fn read(model: &Model, text: &str) -> Policy {
    let source = Source { name: "assess.toml".to_owned(), text: text.to_owned() };
    policy::parse(&source, model).expect("the policy is sound")
}

fn default(level: Level) -> Targets {
    Targets(vec![Target { id: None, value: level.into(), origin: Origin::Flag }])
}

fn case<'a, 'm>(outcome: &'a Outcome<'m>, targets: &'a Targets, rules: &'a Rules) -> Case<'a, 'm> {
    Case {
        outcome,
        written: outcome.answers,
        targets,
        rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: None,
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    }
}

fn judged<'m>(outcome: &Outcome<'m>, targets: &Targets, rules: &Rules) -> Verdict<'m> {
    judge(case(outcome, targets, rules))
}

#[test]
fn the_most_specific_target_counts() {
    let model = embedded::model();
    let text = "schema = 1\n[target]\ndefault = 2\n\"delivery.testing.automation\" = 5\n\"delivery\" = 3\n\"delivery.testing\" = 4\n";
    let targets = read(model, text).targets;
    let level = |id: &'static str| {
        targets.of(&Id(id.into())).map(|target| (target.value.level().expect("it is a level").0, target.origin))
    };
    assert_eq!(level("delivery.testing.automation"), Some((5, Origin::Line(4))));
    assert_eq!(level("delivery.testing.strategy"), Some((4, Origin::Line(6))));
    assert_eq!(level("delivery.data.test-data"), Some((3, Origin::Line(5))));
    assert_eq!(level("operations.monitoring.platform"), Some((2, Origin::Line(3))));
    assert_eq!(read(model, "schema = 1\n").targets.of(&Id("delivery".into())), None);
}

#[test]
fn a_policy_without_rules_is_the_default_one() {
    let model = embedded::model();
    assert_eq!(read(model, "schema = 1\n[target]\ndefault = 2\n").rules, Rules::default());
    let all = "schema = 1\nanswers = \"a.toml\"\nmodel = \"m\"\n[rules]\nincomplete = \"warn\"\nmax-age-days = 180\nevidence-from-level = 4\nevidence-must-exist = true\nallow-na = false\nna-needs-until = true\nrequire-baseline = true\n";
    let policy = read(model, all);
    assert_eq!(policy.paths, Paths { answers: Some("a.toml".to_owned()), model: Some("m".to_owned()) });
    assert_eq!(policy::paths(all), Some(policy.paths));
    let rules = Rules {
        incomplete: Incomplete::Warn,
        max_age_days: Some(180),
        evidence_from: Some(Level(4)),
        evidence_must_exist: true,
        allow_na: false,
        na_needs_until: true,
        require_baseline: true,
    };
    assert_eq!(policy.rules, rules);
}

#[test]
fn a_new_policy_is_valid_and_held_by_the_answers_it_is_for() {
    let model = tiny();
    for (lines, level) in
        [("greeting = 1\npaying = 1", 1), ("greeting = 2\npaying = 2", 2), ("", 1), ("greeting = 2", 1)]
    {
        let answers = parse(&tiny_answers(lines), &model).expect("they are sound");
        let outcome = scoring::score(&model, &answers);
        for lang in [Lang::En, Lang::Zh] {
            let options =
                policy::Template { lang, answers: "a \"b\"/x.toml", model_folder: Some("m"), outcome: &outcome };
            let text = policy::template(&model, options);
            let read_back = read(&model, &text);
            assert_eq!(read_back.paths.answers.as_deref(), Some("a \"b\"/x.toml"));
            assert_eq!(
                read_back.targets,
                Targets(vec![Target { id: None, value: Level(level).into(), origin: read_back.targets.0[0].origin }]),
                "{lines}"
            );
            assert_eq!(read_back.rules, Rules::default());
            if outcome.overall.open() == 0 {
                assert!(judged(&outcome, &read_back.targets, &read_back.rules).passes(), "{lines}");
            }
            // Every line that is commented out works as it stands.
            let uncommented: String = text
                .lines()
                .map(|line| {
                    line.strip_prefix("# ").filter(|line| line.contains(" = ")).unwrap_or(line).to_owned() + "\n"
                })
                .collect();
            let all = read(&model, &uncommented);
            assert!(all.targets.0.len() > 1 && all.rules.require_baseline && all.rules.na_needs_until, "{uncommented}");
        }
    }
}

#[test]
fn sub_domains_are_met_below_unknown_or_not_applicable() {
    let model = tiny();
    for (lines, target, judgement) in [
        ("greeting = 1\npaying = 1", 1, Judgement::Met),
        ("greeting = 1\npaying = 1", 2, Judgement::Below),
        ("greeting = 1", 1, Judgement::Unknown),
        ("greeting = 1", 2, Judgement::Below),
        ("greeting = 1", 0, Judgement::Met),
        ("", 1, Judgement::Unknown),
        ("greeting = { na = \"x\" }\npaying = { na = \"x\" }", 1, Judgement::NotApplicable),
        ("greeting = { na = \"x\" }\npaying = 1", 2, Judgement::Met),
        ("greeting = { na = \"x\" }", 2, Judgement::Unknown),
    ] {
        let answers = parse(&tiny_answers(lines), &model).expect("they are sound");
        let outcome = scoring::score(&model, &answers);
        let verdict = judged(&outcome, &default(Level(target)), &Rules::default());
        assert_eq!(verdict.judged[0].judgement, judgement, "{lines} for {target}");
    }
}

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

/// A grade as a number, a part of a level half a level below it.
fn height(grade: &str) -> u32 {
    let (level, half) = grade.strip_suffix('-').map_or((grade, 0), |level| (level, 1));
    2 * level.parse::<u32>().expect("it is a grade") - half
}

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
