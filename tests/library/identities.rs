//! What programs know a finding by: the same as long as it lasts, another in another file, and never a success by default.

use std::collections::BTreeSet;

use assess::answers::{Answers, parse};
use assess::commands::Commands;
use assess::embedded;
use assess::lang::Lang;
use assess::model::Level;
use assess::policy::{Case, Evidence, Incomplete, Origin, Rules, Target, Targets, judge};
use assess::problem::{Problems, Source};
use assess::report::{Check, Colors, Drawing, PlacedProblem, Style, Unjudged, ci};
use assess::scoring::score;
use roxmltree::Document;
use serde_json::Value;

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
const HEAD: &str = "schema = 1\n\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\nscope = [\"delivery\"]\n";
const BELOW: &str = "\n[answers.delivery.configuration.version-control]\nsystem = 1\nbranching = 1\n";
const BESIDE: &str = "\n[answers.delivery.configuration.traceability]\nrollback = 1\n";
const EMPTY: &str = "\n[answers.delivery.testing.automation]\n\n[answers.delivery.testing.strategy]\n";

fn read(text: &str) -> Answers {
    let source = Source { name: "answers.toml".to_owned(), text: text.to_owned() };
    parse(&source, embedded::model()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The verdict on the answers, which are to be at level 2, in one form.
fn judged(text: &str, file: &str, incomplete: Incomplete, form: impl Fn(&Check<'_, '_>, &Style) -> String) -> String {
    let rules = Rules { incomplete, evidence_must_exist: true, ..Rules::default() };
    let answers = read(text);
    let outcome = score(embedded::model(), &answers);
    let targets = Targets(vec![Target { id: None, value: Level(2).into(), origin: Origin::Flag }]);
    let verdict = judge(Case {
        outcome: &outcome,
        written: &answers,
        targets: &targets,
        rules: &rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: None,
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    });
    form(&Check { outcome: &outcome, verdict: &verdict, file, baseline: None, commands: &Commands::default() }, &STYLE)
}

/// The rule, the identities and the line of each finding.
fn findings(text: &str, file: &str) -> Vec<(String, String, u64)> {
    let sarif: Value = serde_json::from_str(&judged(text, file, Incomplete::Fail, ci::sarif)).expect("it is JSON");
    let gitlab: Value = serde_json::from_str(&judged(text, file, Incomplete::Fail, ci::gitlab)).expect("it is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("it is a list");
    let finding = |(result, issue): (&Value, &Value)| {
        let prints = &result["partialFingerprints"];
        assert_eq!(prints["primaryLocationLineHash"], prints["reason/v1"]);
        assert_eq!(prints["reason/v1"], issue["fingerprint"], "one identity in every format");
        let line = &result["locations"][0]["physicalLocation"]["region"]["startLine"];
        let [rule, identity] = [&result["ruleId"], &prints["reason/v1"]].map(|it| it.as_str().expect("it is text"));
        (rule.to_owned(), identity.to_owned(), line.as_u64().expect("it is a number"))
    };
    results.iter().zip(gitlab.as_array().expect("it is a list")).map(finding).collect()
}

fn identities(text: &str, file: &str) -> BTreeSet<String> {
    let all = findings(text, file);
    let identities: BTreeSet<_> = all.iter().map(|(_, identity, _)| identity.clone()).collect();
    assert_eq!(identities.len(), all.len(), "no two findings are one");
    identities
}

#[test]
fn a_finding_stays_itself_when_lines_move_and_neighbors_change() {
    let before = identities(&[HEAD, BELOW, BESIDE].concat(), "answers.toml");
    let moved = [HEAD, "# a remark\n\n\n", BESIDE, BELOW].concat();
    assert_eq!(identities(&moved, "answers.toml"), before);
    let mended = identities(&[HEAD, BELOW, &BESIDE.replace("= 1", "= 3")].concat(), "answers.toml");
    let gone: Vec<_> = before.difference(&mended).cloned().collect();
    assert_eq!(gone, ["answers.toml:below-target:delivery.configuration.traceability"]);
    let joined: Vec<_> = mended.difference(&before).cloned().collect();
    assert_eq!(joined, ["answers.toml:incomplete:delivery.configuration.traceability"]);
}

#[test]
fn the_same_finding_of_another_file_is_another() {
    let text = [HEAD, BELOW, BESIDE].concat();
    assert!(identities(&text, "a/answers.toml").is_disjoint(&identities(&text, "b/answers.toml")));
}

#[test]
fn missing_evidence_is_known_by_its_entry_and_no_words_about_it() {
    let text =
        [HEAD, &BELOW.replace("system = 1", "system = { level = 1, evidence = [\"a.md\", \"b/c.md\", \"a.md\"] }")]
            .concat();
    let known = identities(&text, "answers.toml");
    let evidence: Vec<_> = known.iter().filter(|it| it.contains(":missing-evidence:")).collect();
    let of =
        |entry: &str| format!("answers.toml:missing-evidence:delivery.configuration.version-control.system:{entry}");
    assert_eq!(evidence, [&of("a.md"), &of("b/c.md")]);
}

/// What is known of each problem of answers that cannot be read: its identity and the name of its case.
fn unread(text: &str) -> Vec<(String, String)> {
    let source = Source { name: "answers.toml".to_owned(), text: text.to_owned() };
    let Problems(files) = parse(&source, embedded::model()).expect_err("it cannot be read");
    let problems: Vec<_> = files.iter().flat_map(|file| PlacedProblem::in_file("a/b.toml", file)).collect();
    let unjudged = Unjudged { problems: &problems, file: "a/b.toml" };
    let sarif: Value = serde_json::from_str(&ci::unjudged::sarif(&unjudged, &STYLE)).expect("it is JSON");
    let gitlab: Value = serde_json::from_str(&ci::unjudged::gitlab(&unjudged, &STYLE)).expect("it is JSON");
    let junit = ci::unjudged::junit(&unjudged, &STYLE);
    let junit = Document::parse(&junit).expect("it is XML");
    let cases = junit.descendants().filter(|node| node.has_tag_name("testcase")).filter_map(|it| it.attribute("name"));
    let results = sarif["runs"][0]["results"].as_array().expect("it is a list");
    let known =
        results.iter().zip(gitlab.as_array().expect("it is a list")).zip(cases).map(|((result, issue), case)| {
            let print = &result["partialFingerprints"]["primaryLocationLineHash"];
            assert_eq!(print, &issue["fingerprint"], "one identity in every format");
            (print.as_str().expect("it is text").to_owned(), case.to_owned())
        });
    known.collect()
}

#[test]
fn what_cannot_be_read_is_known_by_what_stands_there_whatever_line_it_is_on() {
    let wrong = "\n[answers.delivery.testing.automation]\nexecution = \"x\"\n<<<<<<< HEAD\n";
    let [apart, again] = ["system = 9\nsystm = 1\n", "sistem = 1\nsystem = 7\n"]
        .map(|lines| unread(&[HEAD, "\n[answers.delivery.configuration.version-control]\n", lines].concat()));
    let table = "[answers.delivery.configuration.version-control]";
    let known = |key: &str| (format!("a/b.toml:not-judged:{table} {key}"), format!("a/b.toml: {table} {key}"));
    assert_eq!(apart, [known("system"), known("systm")]);
    assert_eq!(again, [known("sistem"), known("system")], "another value and another line are no other finding");
    let conflict = unread(&[HEAD, wrong].concat());
    assert!(
        conflict.iter().any(|(print, _)| print.ends_with("[answers.delivery.testing.automation] <<<<<<< HEAD")),
        "{conflict:?}"
    );
}

#[test]
fn two_problems_of_one_line_are_two() {
    let text = [HEAD, "\n[answers.delivery.configuration.version-control]\nsystem = { level = 9, not = 1 }\n"].concat();
    let known = unread(&text);
    let place = "a/b.toml:not-judged:[answers.delivery.configuration.version-control] system";
    let prints: Vec<_> = known.iter().map(|(print, _)| print.as_str()).collect();
    assert_eq!(prints, [place, &format!("{place} (2)")]);
}

#[test]
fn an_open_sub_domain_has_the_line_of_its_own_table() {
    let text = [HEAD, BELOW, EMPTY].concat();
    let line = |words: &str| 1 + text.lines().position(|line| line.contains(words)).expect("it is there") as u64;
    let all = findings(&text, "answers.toml");
    let of = |id: &str| all.iter().find(|(_, identity, _)| identity.ends_with(id)).expect("it is found").2;
    assert_eq!(of(":delivery.testing.automation"), line("testing.automation"));
    assert_eq!(of(":delivery.testing.strategy"), line("testing.strategy"));
    // What has no table stands where the nearest node above it begins.
    assert_eq!(of(":delivery.configuration.traceability"), line("configuration.version-control"));
}

#[test]
fn a_case_names_its_team_or_else_its_file() {
    let text = [HEAD, BELOW].concat();
    let of_team = text.replace("scope", "team = \"pay\\u001bments\"\nscope");
    for (text, file, who) in
        [(&of_team, "answers.toml", "pay\\u{1b}ments: "), (&text, "teams/a.toml", "teams/a.toml: ")]
    {
        let xml = judged(text, file, Incomplete::Fail, ci::junit);
        let document = Document::parse(&xml).expect("it is XML");
        let names = document.descendants().filter_map(|node| match node.tag_name().name() {
            "testsuite" | "testcase" => node.attribute("name"),
            _ => None,
        });
        let names: Vec<_> = names.collect();
        assert!(names.len() > 20 && names.iter().all(|name| name.starts_with(who)), "{names:?}");
    }
}

#[test]
fn what_was_never_answered_does_not_pass() {
    for incomplete in [Incomplete::Warn, Incomplete::Ignore] {
        let xml = judged(&[HEAD, BESIDE].concat(), "answers.toml", incomplete, ci::junit);
        let document = Document::parse(&xml).expect("it is XML");
        let cases = document.descendants().filter(|node| node.has_tag_name("testcase"));
        let passed =
            cases.filter(|case| !case.children().any(|it| it.has_tag_name("skipped") || it.has_tag_name("failure")));
        let passed: Vec<_> = passed.map(|case| case.attribute("name")).collect();
        assert_eq!(passed, [Some("answers.toml: the assessment as a whole")]);
    }
    let xml = judged(HEAD, "answers.toml", Incomplete::Ignore, ci::junit);
    let document = Document::parse(&xml).expect("it is XML");
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!(count("skipped") + count("failure"), count("testcase"));
}
