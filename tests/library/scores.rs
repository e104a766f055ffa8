//! Models without levels: targets that are scores, what raises a score, what moved, and documents that speak of no levels.

use std::io::Cursor;

use crate::counting::{DEGREES, checklist};
use crate::outline::words;
use crate::settings::varied;
use crate::support::tiny_answers;
use assess::answers::{Answers, Claim, parse};
use assess::commands::Commands;
use assess::diff::{Direction, diff};
use assess::highlights::{gaps, spread, strengths};
use assess::lang::Lang;
use assess::model::counting::{Empty, Levels, ScoreRule, Scoring};
use assess::model::{Model, Node};
use assess::plan::{Idle, PlanOptions, lead, plan};
use assess::policy::{self, Case, Evidence, Judgement, Measure, Origin, Rules, Target, Targets, Verdict, judge};
use assess::problem::Source;
use assess::report::html::Languages;
use assess::report::rows::rows;
use assess::report::{
    Check, Colors, Comparison, Drawing, Report, Standing, Style, badge, ci, csv, html, json, markdown, terminal, xlsx,
};
use assess::rollup::{Collection, Line, LineInput, Statements, View};
use assess::scoring::{Outcome, bounds, raises, score};
use assess::trend::{PointInput, Stamp, Trend};
use calamine::{Reader as _, Xlsx};
use proptest::prelude::*;

/// Two dimensions of two clauses and of one, scored in percent without digits.
fn percent() -> Model {
    let said = format!("levels = false\nscore = \"share\"\nshown = {{ digits = 0, of = 100 }}\n{DEGREES}");
    checklist(&said).model.expect("it is sound")
}

fn answers(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).unwrap_or_else(|problems| panic!("{problems}"))
}

fn target(model: &Model, word: &str) -> Targets {
    let value = Measure::read(model, word).unwrap_or_else(|refusal| panic!("{refusal}"));
    Targets(vec![Target { id: None, value, origin: Origin::Flag }])
}

fn judged<'m>(outcome: &Outcome<'m>, targets: &Targets) -> Verdict<'m> {
    judge(Case {
        outcome,
        written: outcome.answers,
        targets,
        rules: &Rules::default(),
        day: "2026-11-21".parse().expect("it is a day"),
        since: None,
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    })
}

/// How the only sub-domain stands to a target, and why.
fn verdict(lines: &str, word: &str) -> (Judgement, String) {
    let model = percent();
    let answers = answers(&model, lines);
    let outcome = score(&model, &answers);
    let verdict = judged(&outcome, &target(&model, word));
    let message = verdict.reasons.last().map(|reason| reason.message.en.to_string()).unwrap_or_default();
    (verdict.judged[0].judgement, message)
}

#[test]
fn a_target_is_held_by_the_score_itself_and_not_by_its_digits() {
    // Two of three clauses: 66.666… percent, shown as 67%.
    let lines = "one = { met = [\"1.1\"] }\ntwo = \"all\"";
    assert_eq!(verdict(lines, "66.6"), (Judgement::Met, String::new()));
    assert_eq!(verdict(lines, "67"), (Judgement::Below, "score 66.7%, target 67".to_owned()));
    assert_eq!(verdict(lines, "66.7"), (Judgement::Below, "score 66.67%, target 66.7".to_owned()));
    assert_eq!(verdict("one = \"all\"\ntwo = \"all\"", "100"), (Judgement::Met, String::new()));
}

#[test]
fn open_answers_decide_between_their_lowest_and_highest_score() {
    // Of three clauses two are open: between 0 and 2/3, or 1/3 and 1.
    assert_eq!(verdict("two = \"none\"", "70").0, Judgement::Below);
    let (judgement, message) = verdict("two = \"all\"", "40");
    assert_eq!(
        (judgement, message.as_str()),
        (Judgement::Unknown, "score 100% so far, target 40: 1 of 2 questions unanswered")
    );
    assert_eq!(verdict("two = \"all\"", "33").0, Judgement::Met);
    assert_eq!(verdict("one = { na = \"so\" }\ntwo = { na = \"so\" }", "40").0, Judgement::NotApplicable);
}

#[test]
fn a_score_as_target_is_written_exactly() {
    let model = percent();
    for word in ["-1", "101", "2.5.1", "", "1e1", "50%", ".5"] {
        assert!(Measure::read(&model, word).is_err(), "{word}");
    }
    let policy = |lines: &str| {
        let text = format!("schema = 1\n[target]\n{lines}\n");
        policy::parse(&Source { name: "assess.toml".to_owned(), text }, &model)
    };
    assert!(policy("default = \"66.5\"\nshop = \"70\"").is_ok());
    let said = policy("default = 66.5\nshop = 70\n[rules]\nevidence-from-level = 1").expect_err("three are wrong");
    let said: Vec<_> = said.0.iter().flat_map(|file| &file.problems).collect();
    let said: Vec<_> = said.iter().map(|it| (&*it.message.en, it.help.as_ref().map(|help| &*help.en))).collect();
    assert_eq!(
        said,
        [
            ("a score is written in quotes, so that it stays exact", Some("write `\"66.5\"`")),
            ("a score is written in quotes, so that it stays exact", Some("write `\"70\"`")),
            (
                "this model has no levels, from which evidence could be asked",
                Some("remove it; `evidence-must-exist` asks that files which are named are there")
            ),
        ]
    );
}

#[test]
fn a_new_policy_is_held_by_the_answers_it_is_for() {
    let model = percent();
    for lines in ["one = { met = [\"1.1\"] }\ntwo = \"all\"", "one = \"all\"", ""] {
        let answers = answers(&model, lines);
        let outcome = score(&model, &answers);
        let options =
            policy::Template { lang: Lang::En, answers: "answers.toml", model_folder: None, outcome: &outcome };
        let text = policy::template(&model, options);
        let policy = policy::parse(&Source { name: "assess.toml".to_owned(), text: text.clone() }, &model);
        let policy = policy.unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        let verdict = judged(&outcome, &policy.targets);
        assert!(verdict.judged.iter().all(|it| it.judgement == Judgement::Met), "{lines}: {text}");
    }
}

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

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

/// Every document of an assessment, and of what moved since another.
fn documents(model: &Model, before: &Answers, now: &Answers, lang: Lang) -> Vec<(&'static str, String)> {
    let (old, new) = (score(model, before), score(model, now));
    let moved = diff(&old, &new);
    let comparison = Comparison { old: &old, new: &new, diff: &moved, model: None };
    let targets = target(model, "90");
    let rules = Rules { allow_na: false, ..Rules::default() };
    let verdict = judge(Case {
        outcome: &new,
        written: now,
        targets: &targets,
        rules: &rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: Some(&moved),
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    });
    let check = &Check {
        outcome: &new,
        verdict: &verdict,
        file: "answers.toml",
        baseline: None,
        commands: &Commands::default(),
    };
    let planned = plan(&new, PlanOptions::default());
    let first = lead(&new.overall, &planned);
    let standing = &Standing { outcome: &new, plan: &planned, lead: first, depth: model.storeys() };
    let (plain, narrow) = (Style { lang, drawing: Drawing::Plain, ..STYLE }, Style { lang, width: 45, ..STYLE });
    let style = &Style { lang, ..STYLE };
    let dimension = model.dimensions().next().expect("it has dimensions");
    let node = model.find(dimension.id.as_str()).expect("it is there");
    let (result, area) = (new.overall.find(dimension.id.as_str()), Node::Group(&model.areas[0]));
    let report = Report {
        outcome: &new,
        plan: &planned,
        strengths: &strengths(&new),
        gaps: &gaps(&new),
        spread: spread(&new),
        lead: &lead(&new.overall, &planned),
        targets: &verdict.judged,
        earlier: Some(comparison),
        trend: None,
    };
    let page = html::html(&report, Languages::One(lang));
    vec![
        ("score", terminal::score(standing, style)),
        ("score in lines", terminal::score(standing, &plain)),
        ("score on a narrow terminal", terminal::score(standing, &narrow)),
        ("summary", terminal::summary(&new, style)),
        ("so far", terminal::levels_so_far(&new, None, style, 40)),
        ("next", terminal::next(&new, &planned, style)),
        ("check", terminal::check(check, style)),
        ("targets", terminal::targets(&new, &targets, "assess.toml", style)),
        ("diff", terminal::diff(&comparison, style)),
        ("explain a dimension", terminal::explain(model, node, result, &[], style)),
        ("explain an area", terminal::explain(model, area, new.overall.find(area.id().as_str()), &[], style)),
        ("markdown score", markdown::score(standing, style)),
        ("markdown next", markdown::next(&new, &planned, style)),
        ("markdown check", markdown::check(check, style)),
        ("markdown diff", markdown::diff(&comparison, style)),
        ("markdown model", markdown::model(model, style)),
        ("csv next", csv::next(&new, &planned, style)),
        ("csv rows", csv::rows(&rows(&new, "answers.toml", lang))),
        ("badge", badge::badge(&new, style)),
        ("shields", badge::shields(&new, style)),
        ("junit", ci::junit(check, style)),
        ("sarif", ci::sarif(check, style)),
        ("github", ci::github(check, style)),
        ("gitlab", ci::gitlab(check, style)),
        ("json score", json::result(&new)),
        ("json check", json::check(check)),
        ("json next", json::plan(&new, &planned)),
        ("json diff", json::diff(&comparison)),
        ("html", words(body(&page))),
        ("xlsx", workbook(&xlsx::xlsx(&new, &planned, Some(&comparison), lang).expect("it fits"))),
    ]
}

/// The same of the two as teams, each compared with the other, and as points in time.
fn documents_of_many(model: &Model, before: &Answers, now: &Answers, lang: Lang) -> Vec<(&'static str, String)> {
    let (old, new) = (score(model, before), score(model, now));
    let (up, down) = (diff(&old, &new), diff(&new, &old));
    let day = "2026-11-21".parse().expect("it is a day");
    let (plain, style) = (Style { lang, drawing: Drawing::Plain, ..STYLE }, Style { lang, ..STYLE });
    let mut all = Vec::new();
    for targets in [None, Some(target(model, "90"))] {
        let view = View::new(model, Node::Model(model), model.storeys(), targets);
        let (statements, mut collection) = (Statements::of(model), Collection::default());
        for (outcome, earlier) in [(&new, (&old, &up)), (&old, (&new, &down))] {
            let input = LineInput { path: "a.toml", outcome, earlier: Some(earlier) };
            collection.add(Line::new(input, &view, &statements));
        }
        let rollup = collection.finish(view, &statements, day, Some("git:v1".to_owned()));
        let page = html::rollup(&rollup, &[], Languages::One(lang));
        all.extend([
            ("rollup", terminal::rollup(&rollup, &style)),
            ("rollup in lines", terminal::rollup(&rollup, &plain)),
            ("markdown rollup", markdown::rollup(&rollup, &style)),
            ("json rollup", json::rollup(&rollup)),
            ("html rollup", words(body(&page))),
            ("xlsx rollup", workbook(&xlsx::rollup(&rollup, lang).expect("it fits"))),
        ]);
    }
    let mut trend = Trend::new(View::new(model, Node::Model(model), model.storeys(), None));
    for (outcome, moved) in [(&old, None), (&new, Some(&up.dimensions[..]))] {
        let stamp = Stamp { at: Some(day), revision: None, path: "a.toml".to_owned(), word: None };
        trend.add(stamp, PointInput { outcome, moved });
    }
    let page = html::trend(&trend, Languages::One(lang));
    all.extend([
        ("trend", terminal::trend(&trend, &style)),
        ("trend in lines", terminal::trend(&trend, &plain)),
        ("markdown trend", markdown::trend(&trend, &style)),
        ("json trend", json::trend(&trend)),
        ("html trend", words(body(&page))),
    ]);
    all
}

fn body(page: &str) -> &str {
    let body = page.split_once("<body>").map(|(_, body)| body.split("<script").next().unwrap_or_default());
    body.expect("it has a body")
}

fn workbook(bytes: &[u8]) -> String {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let sheets = workbook.worksheets().into_iter();
    let cells = sheets.flat_map(|(name, range)| {
        let cells: Vec<_> = range.rows().flatten().map(ToString::to_string).collect();
        [name].into_iter().chain(cells)
    });
    cells.map(|cell| cell + "\n").collect()
}

#[test]
fn no_document_of_a_model_without_levels_speaks_of_levels() {
    /// Keys that every JSON and CSV has, and what other programs call a severity.
    const KEYS: [&str; 15] = [
        "\"levels\": []",
        "\"level\": null",
        "\"level\":null",
        "\"grade\": null",
        "\"grade\":null",
        "\"level\": \"error\"",
        "\"level\": \"warning\"",
        "\"level\": \"note\"",
        "\"level\":\"error\"",
        "\"levels\": [",
        "\"level\": 0",
        "\"level\": 1",
        "\"level\":0",
        "\"level\":1",
        ",level,",
    ];
    let model = percent();
    let before = answers(&model, "one = { met = [\"1.1\"] }\ntwo = \"all\"");
    for lines in [
        "one = { degrees = { \"1.1\" = \"half\" }, note = \"so\" }\ntwo = \"none\"",
        "one = { met = [\"1.2\"], except = { \"1.1\" = \"so\" } }",
        "one = \"all\"\ntwo = { na = \"so\" }",
        "one = \"all\"\ntwo = \"all\"",
        "",
    ] {
        let now = answers(&model, lines);
        for lang in [Lang::En, Lang::Zh] {
            let many = documents_of_many(&model, &before, &now, lang);
            for (name, document) in documents(&model, &before, &now, lang).into_iter().chain(many) {
                let text = KEYS.iter().fold(document.clone(), |text, key| text.replace(key, ""));
                let lower = text.to_lowercase();
                let found =
                    ["level", "grade", "weakest", "range", "at worst"].into_iter().find(|word| lower.contains(word));
                assert_eq!(found, None, "{name} of {lines:?}:\n{document}");
                let found = ["级", "等级", "受限", "区间", "最坏"].into_iter().find(|word| text.contains(word));
                assert_eq!(found, None, "{name} of {lines:?}:\n{document}");
            }
        }
    }
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
    let view = View::new(&model, Node::Model(&model), model.storeys(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    for answers in &teams {
        let outcome = score(&model, answers);
        collection.add(Line::new(LineInput { path: "a.toml", outcome: &outcome, earlier: None }, &view, &statements));
    }
    let rollup = collection.finish(view, &statements, "2026-11-21".parse().expect("it is a day"), None);
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
fn documents_of_a_model_without_levels() {
    let model = percent();
    let before = answers(&model, "one = { met = [\"1.1\"] }\ntwo = \"all\"");
    let now = answers(&model, "one = { met = [\"1.2\"], degrees = { \"1.1\" = \"half\" }, note = \"so\" }");
    for (lang, shown) in [(Lang::En, 17), (Lang::Zh, 13)] {
        let documents = documents(&model, &before, &now, lang);
        let text: String = documents.iter().take(shown).map(|(name, text)| format!("== {name}\n{text}\n")).collect();
        insta::assert_snapshot!(format!("documents_{}", lang.tag()), text);
    }
    let json = documents(&model, &before, &now, Lang::En).into_iter().find(|(name, _)| *name == "json score");
    insta::assert_snapshot!("result_json", json.expect("it is there").1);
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

#[test]
fn what_is_unanswered_and_counts_as_nothing_is_named_where_the_score_is_too_low() {
    let model = checklist("levels = false\nscore = \"share\"\nunanswered = \"lowest\"").model.expect("it is sound");
    let answers = answers(&model, "one = \"all\"");
    let outcome = score(&model, &answers);
    let verdict = judged(&outcome, &target(&model, "0.9"));
    assert_eq!(verdict.judged[0].judgement, Judgement::Below);
    let named = verdict.reasons.iter().flat_map(|reason| &reason.dimensions);
    let named: Vec<_> = named.map(|(dimension, measure)| (dimension.id.key(), measure.is_some())).collect();
    assert_eq!(named, [("two", false)], "as unanswered");
}
