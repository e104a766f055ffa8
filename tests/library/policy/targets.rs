//! Which target counts, how a sub-domain stands to it, and what a policy says.

use assess::answers::parse;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Id, Level};
use assess::policy::{self, Incomplete, Judgement, Origin, Paths, Rules, Target, Targets};
use assess::scoring::{self};

use super::{default, judged, read};
use crate::support::{tiny, tiny_answers};

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
fn an_end_of_an_id_is_no_id_and_the_whole_one_is_named() {
    for (word, help) in [
        ("testing", "write the whole id: `delivery.testing`"),
        ("branching", "`delivery.configuration.version-control` can have a target"),
        ("Version traceability", "write the whole id: `delivery.configuration.traceability`"),
        ("版本控制", "write the whole id: `delivery.configuration.version-control`"),
        ("test.automation", "`assess model list` names them all"),
        ("delivery.testin", "did you mean `delivery.testing`?"),
    ] {
        let refusal = Targets::id(embedded::model(), word).expect_err("it is no id");
        assert_eq!(refusal.help.expect("there is a way out").en, help, "{word}");
    }
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
