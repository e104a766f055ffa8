//! What moved: which way, decided once for every format, on what both sides answer.

use assess::answers::{Answers, Claim, parse};
use assess::diff::{Diff, Direction, diff};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Level, Model};
use assess::policy::{Case, Evidence, Rules, Targets, judge};
use assess::problem::Source;
use assess::report::html::Languages;
use assess::report::{Colors, Comparison, Drawing, Style, json, markdown, terminal};
use assess::scoring::{Outcome, score};
use proptest::prelude::*;

use crate::counting::{DEGREES, with};
use crate::support::{assessments, market, market_answers, report_page, tiny, tiny_answers};

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

fn tiny_with(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).expect("the answers are sound")
}

/// Answers about branching alone.
fn branching(value: &str) -> Answers {
    let text = format!(
        "schema = 1\nassessment.model = \"devops\"\nassessment.model-version = \"1\"\nanswers.delivery.configuration.version-control.branching = {value}\n"
    );
    parse(&Source { name: "answers.toml".to_owned(), text }, embedded::model()).expect("the answers are sound")
}

/// What moved between two answers on the tiny model: the directions of all nodes, then of the dimensions.
fn directions(before: &str, after: &str) -> (Vec<Direction>, Vec<Direction>) {
    let model = tiny();
    let (before, after) = (tiny_with(&model, before), tiny_with(&model, after));
    let (old, new) = (score(&model, &before), score(&model, &after));
    let Diff { nodes, dimensions, .. } = diff(&old, &new);
    (nodes.iter().map(|it| it.direction).collect(), dimensions.iter().map(|it| it.direction).collect())
}

/// The same in every format: table, lines, Markdown, JSON, HTML.
fn documents(old: &Outcome<'_>, new: &Outcome<'_>) -> [String; 5] {
    let moved = diff(old, new);
    let comparison = Comparison { old, new, diff: &moved, model: None };
    [
        terminal::diff(&comparison, &STYLE),
        terminal::diff(&comparison, &Style { drawing: Drawing::Plain, ..STYLE }),
        markdown::diff(&comparison, &STYLE),
        json::diff(&comparison),
        report_page(new, &[], Some(comparison), Languages::One(Lang::En)),
    ]
}

#[test]
fn an_answer_that_is_gone_lifts_nothing() {
    use Direction::{Changed, Down, Up};
    let before = "greeting = 0\npaying = 1";
    assert_eq!(directions(before, "paying = 1"), (vec![Changed; 4], vec![Changed]));
    assert_eq!(directions(before, "greeting = { na = \"online\" }\npaying = 1"), (vec![Changed; 4], vec![Changed]));
    assert_eq!(directions("paying = 1", before), (vec![Changed; 4], vec![Changed]), "nor does a new one lower");
    assert_eq!(directions(before, "paying = 0"), (vec![Down; 4], vec![Changed, Down]), "what both answer counts");
    assert_eq!(directions(before, "greeting = 1\npaying = 1"), (vec![Up; 4], vec![Up]));
}

#[test]
fn a_clause_that_is_lost_outweighs_one_that_is_gained() {
    use Direction::{Down, Up};
    let [one, other] = ["2.1", "2.2"].map(|id| format!("greeting = {{ level = 0, met = [\"{id}\"] }}"));
    let (_, dimensions) = directions(&one, &other);
    assert_eq!(dimensions, [Down], "as much as before is met");
    let named = "greeting = \"2-\"\npaying = 1";
    assert_eq!(directions("greeting = 1\npaying = 1", named), (vec![Up; 4], vec![Up]), "a part that no score counts");
    assert_eq!(directions(named, "greeting = 1\npaying = 1"), (vec![Down; 4], vec![Down]));
}

#[test]
fn what_is_said_beside_a_level_is_a_change() {
    use Direction::Changed;
    let except = |rest: &str| format!("greeting = {{ level = 1, except = {{ \"2.1\" = {rest} }} }}");
    let na = |rest: &str| format!("greeting = {{ na = {rest} }}");
    for (before, after) in [
        ("greeting = 1".to_owned(), "greeting = { level = 1, note = \"so\" }".to_owned()),
        ("greeting = 1".to_owned(), "greeting = { level = 1, evidence = [\"a.md\"] }".to_owned()),
        (na("\"so\""), na("\"no\"")),
        (na("\"so\""), na("{ reason = \"so\", until = 2026-11-21 }")),
        (except("\"so\""), except("\"no\"")),
        (except("\"so\""), except("{ reason = \"so\", until = 2026-11-21 }")),
    ] {
        assert_eq!(directions(&before, &after).1, [Changed], "{before} -> {after}");
    }
    let model = tiny();
    let [before, mut after] = ["greeting = 1"; 2].map(|lines| tiny_with(&model, lines));
    after.assessment.team = Some("us".to_owned());
    let (old, new) = (score(&model, &before), score(&model, &after));
    let moved = diff(&old, &new);
    assert_eq!((moved.about.len(), moved.dimensions.len(), moved.is_empty()), (1, 0, false));
}

#[test]
fn what_is_said_beside_a_level_is_in_the_language_of_the_reader() {
    let model = tiny();
    let except = "{ \"2.1\" = \"不需要\", \"2.2\" = { reason = \"没有\", until = 2027-01-01 } }";
    let now = format!("greeting = {{ level = 1, except = {except}, evidence = [\"a\", \"b\"] }}");
    let (before, mut now) = (tiny_with(&model, "greeting = 1"), tiny_with(&model, &now));
    now.assessment.assessors = vec!["甲".to_owned(), "乙".to_owned()];
    let (old, new) = (score(&model, &before), score(&model, &now));
    let moved = diff(&old, &new);
    let comparison = Comparison { old: &old, new: &new, diff: &moved, model: None };
    let said = |lang| terminal::diff(&comparison, &Style { lang, width: 200, ..STYLE });
    let chinese = said(Lang::Zh);
    for part in ["（无） → 甲、乙", "（无） → 2.1：不需要；2.2：没有（截至 2027-01-01）", "（无） → \"a\"、\"b\""]
    {
        assert!(chinese.contains(part), "{part}: {chinese}");
    }
    let english = said(Lang::En);
    for part in ["(none) → 甲, 乙", "(none) → 2.1: 不需要; 2.2: 没有 (until 2027-01-01)", "(none) → \"a\", \"b\""]
    {
        assert!(english.contains(part), "{part}: {english}");
    }
    assert!(json::diff(&comparison).contains("\"new\": \"甲, 乙\""));
}

#[test]
fn a_clause_excepted_since_is_worse_and_changes_what_is_asked() {
    let model = tiny();
    let [before, after] = ["greeting = 2", "greeting = { level = 2, except = { \"2.1\" = \"so\" } }"]
        .map(|lines| tiny_with(&model, lines));
    let (old, new) = (score(&model, &before), score(&model, &after));
    let (there, back) = (diff(&old, &new), diff(&new, &old));
    let worse = |diff: &Diff<'_>| (diff.dimensions[0].direction, diff.dimensions[0].is_worse());
    assert_eq!((worse(&there), worse(&back)), ((Direction::Changed, true), (Direction::Changed, false)));
    assert_eq!((there.dimensions[0].excepted.len(), back.dimensions[0].asked.len()), (1, 1));
    let gone = tiny_with(&model, "");
    assert!(diff(&old, &score(&model, &gone)).dimensions[0].is_worse(), "an answer that is no more");
    let lower = tiny_with(&model, "greeting = { level = 1, except = { \"2.1\" = \"so\" } }\npaying = 0");
    let lower = score(&model, &lower);
    assert_eq!(diff(&old, &lower).nodes.iter().map(|shift| shift.changed).collect::<Vec<_>>(), [2; 4]);
}

#[test]
fn an_area_that_is_left_out_is_told_once_and_not_question_by_question() {
    let model = market();
    let of = |scope: &str| {
        let cover = "[answers.stall.awning.rain]\ncover = 2\n[answers.shop.counter.selling]\npaying = 3";
        parse(&market_answers(&format!("scope = [{scope}]"), cover), &model).expect("they are sound")
    };
    let (before, after) = (of("\"stall\", \"shop\""), of("\"shop\""));
    let (old, new) = (score(&model, &before), score(&model, &after));
    let there = diff(&old, &new);
    assert_eq!(there.left.iter().map(|(area, levels)| (area.id.as_str(), *levels)).collect::<Vec<_>>(), [("stall", 1)]);
    assert!(there.dimensions.is_empty() && there.joined.is_empty());
    let back = diff(&new, &old);
    assert_eq!((back.joined.len(), back.left.len(), back.dimensions.len()), (1, 0, 0));
    let empty =
        |scope: &str| parse(&market_answers(&format!("scope = [{scope}]"), ""), &model).expect("they are sound");
    let (before, after) = (empty("\"stall\", \"shop\""), empty("\"shop\""));
    assert!(
        !diff(&score(&model, &before), &score(&model, &after)).is_empty(),
        "it is told though nothing was answered"
    );
}

#[test]
fn an_exception_of_a_first_answer_is_no_step_back() {
    let model = tiny();
    let [before, after] =
        ["", "greeting = { level = 1, except = { \"2.1\" = \"so\" } }"].map(|lines| tiny_with(&model, lines));
    let (old, new) = (score(&model, &before), score(&model, &after));
    let (there, back) = (diff(&old, &new), diff(&new, &old));
    let [there, back] = [&there.dimensions[0], &back.dimensions[0]];
    assert_eq!((there.excepted.len(), there.is_worse()), (0, false), "nothing was asked before");
    assert_eq!((back.asked.len(), back.is_worse()), (0, true), "nor is anything asked of what has no answer");
}

#[test]
fn a_clause_that_either_excepts_is_met_to_no_higher_degree() {
    let model = with(DEGREES).model.expect("it is sound");
    let [excepted, half] = ["except = { \"2.2\" = \"so\" }", "degrees = { \"2.2\" = \"half\" }"]
        .map(|said| tiny_with(&model, &format!("greeting = {{ level = 1, {said} }}")));
    let (one, other) = (score(&model, &excepted), score(&model, &half));
    for moved in [diff(&one, &other), diff(&other, &one)] {
        let moved = &moved.dimensions[0];
        assert_eq!((moved.gained.len(), moved.lost.len()), (0, 0));
        assert_eq!(moved.excepted.len() + moved.asked.len(), 1, "it is told as an exception alone");
    }
}

#[test]
fn a_rise_is_told_though_other_answers_outweigh_it() {
    let model = market();
    let selling = |lines: &str| {
        let source = market_answers("", &format!("[answers.shop.counter.selling]\n{lines}"));
        parse(&source, &model).expect("they are sound")
    };
    let (before, after) = (selling("greeting = 1\npaying = 3"), selling("greeting = 3\nqueue = 1"));
    let (old, new) = (score(&model, &before), score(&model, &after));
    assert_eq!((old.overall.level, &old.overall.score), (new.overall.level, &new.overall.score));
    let nodes = diff(&old, &new).nodes;
    assert_eq!(
        nodes.iter().map(|shift| shift.direction).collect::<Vec<_>>(),
        [Direction::Up; 4],
        "greeting alone counts"
    );
    assert_eq!(nodes.iter().map(|shift| shift.changed).collect::<Vec<_>>(), [2; 4], "paying and the queue");
}

#[test]
fn an_open_question_that_leaves_the_scope_is_no_change() {
    let model = market();
    let of = |scope: &str, level: u8| {
        let paying = format!("[answers.shop.counter.selling]\npaying = {level}");
        parse(&market_answers(&format!("scope = [{scope}]"), &paying), &model).expect("they are sound")
    };
    let (before, after) = (of("\"stall\", \"shop\"", 2), of("\"shop\"", 3));
    let moved = diff(&score(&model, &before), &score(&model, &after));
    let whole = moved.nodes.first().expect("the whole has moved");
    assert_eq!((whole.direction, whole.changed), (Direction::Up, 0));
}

#[test]
fn how_many_changed_is_counted_at_every_node() {
    let model = tiny();
    let (before, after) = (tiny_with(&model, "greeting = 0\npaying = 1"), tiny_with(&model, "paying = 1"));
    let (old, new) = (score(&model, &before), score(&model, &after));
    let changed: Vec<_> = diff(&old, &new).nodes.iter().map(|shift| shift.changed).collect();
    assert_eq!(changed, [1; 4]);
    assert!(documents(&old, &new)[0].contains("1 dimension differs: 0 up, 0 down, 1 changed"));
}

#[test]
fn what_changed_elsewhere_is_not_counted_at_a_node() {
    let model = market();
    let of =
        |tables: &str| parse(&market_answers("scope = [\"stall\", \"shop\"]", tables), &model).expect("they are sound");
    let paying = |level: u8| format!("[answers.shop.counter.selling]\npaying = {level}\n");
    let (before, after) = (of(&format!("{}[answers.stall.awning.rain]\ncover = 2", paying(2))), of(&paying(3)));
    let moved = diff(&score(&model, &before), &score(&model, &after));
    let counts: Vec<_> = moved.nodes.iter().map(|shift| (shift.node.id().as_str(), shift.changed)).collect();
    assert_eq!(counts[0].1, 1, "of the whole, the cover");
    for own in [("stall.awning.rain", 1), ("shop.counter.selling", 0)] {
        assert!(counts.contains(&own), "{counts:?}");
    }
}

#[test]
fn what_is_overtaken_is_neither_gained_nor_lost() {
    let model = embedded::model();
    let places = |before: &str, after: &str| {
        let (before, after) = (branching(before), branching(after));
        let (old, new) = (score(model, &before), score(model, &after));
        let moved = diff(&old, &new).dimensions.pop().expect("it moved");
        let ids = |clauses: Vec<(assess::model::ClauseId, _)>| {
            clauses.into_iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>().join(" ")
        };
        (moved.direction, ids(moved.gained), ids(moved.lost))
    };
    let up = |gained: &str| (Direction::Up, gained.to_owned(), String::new());
    assert_eq!(places("1", "3"), up("3.1 3.2 3.3"), "2.1 is replaced");
    assert_eq!(places("2", "{ level = 1, met = [\"3.1\", \"3.2\", \"3.3\"] }"), up("3.1 3.2 3.3"), "so is 2.1 here");
    assert_eq!(places("3", "2"), (Direction::Down, String::new(), "3.1 3.2 3.3".to_owned()));
}

#[test]
fn a_regression_names_the_clause_that_is_lost() {
    let model = embedded::model();
    let message = |before: &str, after: &str| {
        let (before, after) = (branching(before), branching(after));
        let (old, new) = (score(model, &before), score(model, &after));
        let moved = diff(&old, &new);
        let verdict = judge(Case {
            outcome: &new,
            written: &after,
            targets: &Targets::default(),
            rules: &Rules::default(),
            day: "2026-11-21".parse().expect("it is a day"),
            since: Some(&moved),
            may_drop: &[],
            evidence: &|_| Evidence::Missing,
        });
        verdict.reasons.iter().map(|reason| reason.message.en.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(message("{ level = 3, met = [\"5.1\"] }", "\"4-\""), ["no longer met: 5.1"]);
    assert_eq!(message("{ level = 3, met = [\"4.1\"] }", "3"), ["no longer met: 4.1"]);
    assert_eq!(message("\"4-\"", "3"), ["grade 4- before, now 3"]);
    assert_eq!(message("3", "\"3-\""), ["grade 3 before, now 3-"]);
    assert_eq!(message("3", "{ na = \"no code\" }"), ["grade 3 before, now not applicable"]);
    let except = |level: u8, id: &str| format!("{{ level = {level}, except = {{ \"{id}\" = \"so\" }} }}");
    assert_eq!(message("3", &except(2, "3.1")), ["grade 3 before, now 2; now excepted: 3.1"]);
    assert_eq!(message("\"4-\"", &except(3, "4.1")), ["grade 4- before, now 3; now excepted: 4.1"]);
    assert_eq!(message("{ level = 2, met = [\"3.1\"] }", &except(2, "3.1")), ["now excepted: 3.1"]);
    assert_eq!(message("2", "{ level = 1, met = [\"3.1\", \"3.2\", \"3.3\"] }"), [""; 0], "replaced, not lost");
}

/// The answers with claims taken away, each as its number says: removed, said not to apply, lowered, or kept.
fn claiming_less(model: &Model, answers: &Answers, choices: &[u8]) -> Answers {
    let mut less = answers.clone();
    for ((id, answer), choice) in answers.given.iter().zip(choices.iter().cycle()) {
        let Some(claim) = &answer.claim else { continue };
        let lower = |level: &Level| if *level > model.floor { Level(level.0 - 1) } else { *level };
        let claim = match (choice % 6, claim) {
            (0, _) => {
                less.given.remove(id);
                continue;
            }
            (1, _) => Claim::NotApplicable { reason: "so".to_owned(), until: None },
            (2, Claim::Level { level, met }) => Claim::Level { level: lower(level), met: met.clone() },
            (3, Claim::Level { level, met }) => {
                Claim::Level { level: *level, met: met.iter().copied().skip(1).collect() }
            }
            (2 | 3, Claim::PartOf(level)) => Claim::at(lower(level)),
            _ => continue,
        };
        if let Some(answer) = less.given.get_mut(id) {
            answer.claim = Some(claim);
        }
    }
    less
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_says_the_same_has_not_moved((model, answers) in assessments()) {
        let with_note = |note: &str| {
            let mut noted = answers.clone();
            noted.given.values_mut().for_each(|answer| answer.note = Some(note.to_owned()));
            noted
        };
        // A note is the same one in as many lines as it takes.
        let [in_one, in_two] = ["one two", "one\ntwo"].map(with_note);
        let (was, is) = (score(&model, &in_one), score(&model, &in_two));
        prop_assert!(diff(&was, &was).is_empty());
        prop_assert!(diff(&was, &is).is_empty());
    }

    #[test]
    fn taking_claims_away_never_shows_up((model, answers) in assessments(), choices in prop::collection::vec(any::<u8>(), 1..9)) {
        let less = claiming_less(&model, &answers, &choices);
        let (many, few) = (score(&model, &answers), score(&model, &less));
        for (name, text) in ["table", "lines", "markdown", "json", "html"].into_iter().zip(documents(&many, &few)) {
            for sign in ["↑", "▲", "\"up\"", "  up ", "(up)"] {
                prop_assert!(!text.contains(sign), "{sign} in {name}:\n{text}");
            }
        }
        for (name, text) in ["table", "lines", "markdown", "json", "html"].into_iter().zip(documents(&few, &many)) {
            for sign in ["↓", "▼", "\"down\"", "  down ", "(down)"] {
                prop_assert!(!text.contains(sign), "{sign} in {name}, the other way:\n{text}");
            }
        }
    }
}
