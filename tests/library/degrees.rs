//! Answers that say how far clauses are met, and answers to models without levels.

use crate::counting::{DEGREES, checklist, with};
use crate::schemas::as_json;
use crate::support::tiny_answers;
use assess::answers::{self, Answer, Claim, Update, parse, schema, update};
use assess::lang::Lang;
use assess::model::Model;
use assess::scoring::{counts_as, score};

/// The tiny model with degrees of which `most` is enough for a level.
fn graded() -> Model {
    with(&format!("[scoring]\nmet-from = \"most\"\n{DEGREES}")).model.expect("it is sound")
}

/// A model without levels: two dimensions, of two clauses and of one.
fn list() -> Model {
    checklist(&format!("levels = false\nscore = \"share\"\nshown = {{ digits = 0, of = 100 }}\n{DEGREES}"))
        .model
        .expect("it is sound")
}

fn given(model: &Model, lines: &str) -> Vec<Answer> {
    let answers = parse(&tiny_answers(lines), model).unwrap_or_else(|problems| panic!("{problems}"));
    answers.given.into_iter().map(|(_, answer)| answer).collect()
}

/// What is wrong with each of these lines, with the way out.
fn problems(model: &Model, lines: &str) -> String {
    let problems = parse(&tiny_answers(lines), model).expect_err("it is refused");
    let said = problems.0.iter().flat_map(|file| &file.problems);
    let said = said.map(|problem| {
        let help = problem.help.as_ref().map(|help| format!("\n    {}\n    {}", help.en, help.zh)).unwrap_or_default();
        format!("{}\n{}{help}\n", problem.message.en, problem.message.zh)
    });
    said.collect()
}

#[test]
fn degrees_stand_beside_a_level() {
    let model = graded();
    let answer = &given(&model, "greeting = { level = 1, met = [\"2.1\"], degrees = { \"2.2\" = \"half\" } }")[0];
    let degrees: Vec<_> = answer.degrees.iter().map(|(id, it)| (id.to_string(), it.id.to_string())).collect();
    assert_eq!(degrees, [("2.2".to_owned(), "half".to_owned())]);
    assert_eq!(answer.claim.as_ref().and_then(Claim::level).map(|level| level.0), Some(1));
}

#[test]
fn a_degree_that_is_enough_counts_for_the_level_and_its_value_for_the_score() {
    let model = graded();
    let result = |lines: &str| {
        let answers = parse(&tiny_answers(lines), &model).expect("it is sound");
        let outcome = score(&model, &answers);
        let at = &outcome.overall;
        (
            at.level.map(|level| level.0),
            at.grade.map(|grade| grade.to_string()),
            at.score.as_ref().map(ToString::to_string),
        )
    };
    let said = |level: u8, grade: &str, score: &str| (Some(level), Some(grade.to_owned()), Some(score.to_owned()));
    let with = |degree: &str| {
        result(&format!(
            "greeting = {{ level = 1, met = [\"2.1\"], degrees = {{ \"2.2\" = \"{degree}\" }} }}\npaying = 1"
        ))
    };
    assert_eq!(with("not"), said(1, "2-", "1.50"));
    assert_eq!(with("half"), said(1, "2-", "1.75"));
    assert_eq!(with("most"), said(2, "2", "1.88"), "1 + (1 + 3/4) / 2, which is 1.875");
    assert_eq!(with("fully"), said(2, "2", "2.00"));
    let begun = result("greeting = { level = 1, degrees = { \"2.2\" = \"half\" } }\npaying = 1");
    assert_eq!(begun, said(1, "1", "1.25"), "half is not enough for a grade");
}

#[test]
fn what_is_wrong_with_degrees_is_said_with_the_way_out() {
    let lines = "greeting = { level = 1, met = [\"2.1\"], except = { \"2.2\" = \"so\" }, \
                 degrees = { \"1.1\" = \"half\", \"2.1\" = \"haf\", \"2.2\" = \"half\", \"2.9\" = \"half\", 2.1 = \"half\" } }\n\
                 paying = { level = \"1-\", degrees = { \"1.1\" = \"half\" } }";
    insta::assert_snapshot!(problems(&graded(), lines));
    let without = "greeting = { degrees = { \"1.1\" = \"half\" } }\npaying = { level = 0, met = [\"1.1\"], degrees = { \"1.1\" = \"half\" } }";
    insta::assert_snapshot!(problems(&graded(), without));
    let tiny = crate::support::tiny();
    assert!(problems(&tiny, "greeting = { level = 1, degrees = {} }").contains("unknown key `degrees`"));
}

#[test]
fn a_model_without_levels_is_answered_by_clauses() {
    let model = list();
    let said = |lines: &str| {
        let answer = &given(&model, lines)[0];
        answer.clauses_met(model.dimensions().next().expect("it has one")).en.into_owned()
    };
    assert_eq!(said("one = \"all\""), "2 of 2 clauses met");
    assert_eq!(said("one = \"none\""), "0 of 2 clauses met");
    assert_eq!(said("one = { met = [\"1.2\"] }"), "1 of 2 clauses met");
    assert_eq!(said("one = { degrees = { \"1.2\" = \"half\" } }"), "0 of 2 clauses met, 1 in part");
    assert_eq!(said("one = { met = \"all\", except = { \"1.2\" = \"so\" } }"), "1 of 1 clause met");
    let whole = [given(&model, "one = \"all\""), given(&model, "one = { met = [\"1.2\", \"1.1\"] }")];
    assert_eq!(whole[0], whole[1], "one way to say it counts as the other");
}

#[test]
fn a_share_is_of_all_clauses_and_rounded_as_the_model_says() {
    let model = list();
    let percent = |lines: &str| {
        let answers = parse(&tiny_answers(lines), &model).expect("it is sound");
        let outcome = score(&model, &answers);
        assert_eq!((outcome.overall.level, outcome.overall.grade, outcome.overall.worst), (None, None, None));
        assert!(outcome.overall.limiting().is_empty());
        outcome.overall.score.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    assert_eq!(percent("one = { met = [\"1.1\"] }\ntwo = \"all\""), "67%", "2 of 3 clauses");
    assert_eq!(percent("one = { degrees = { \"1.1\" = \"half\" } }\ntwo = \"none\""), "17%", "1/6");
    assert_eq!(percent("one = { met = [\"1.1\"] }"), "50%", "what is open is left out");
    assert_eq!(percent("one = { na = \"so\" }\ntwo = \"none\""), "0%");
    assert_eq!(percent("one = { na = \"so\" }"), "");
}

#[test]
fn what_is_wrong_with_answers_by_clauses_is_said_with_the_way_out() {
    for lines in [
        "one = 1\ntwo = \"most\"",
        "one = { level = 1 }\ntwo = true",
        "one = { met = [\"2.1\"] }\ntwo = { met = \"some\" }",
        "one = { na = \"so\", met = [] }\ntwo = { except = { \"1.1\" = \"so\" } }",
        "one = { met = [], except = { \"1.1\" = \"so\", \"1.2\" = \"so\" } }\ntwo = {}",
        "one = { met = [\"1.1\"], degrees = { \"1.1\" = \"half\" } }\ntwo = { met = [\"1.1\"], except = { \"1.1\" = \"so\" } }",
    ] {
        let said = problems(&list(), lines);
        assert!(!said.contains("level") || lines.contains("level"), "{said}");
        insta::assert_snapshot!(
            format!(
                "by_clauses_{}",
                lines
                    .split('\n')
                    .next()
                    .map(|line| line.replace(|c: char| !c.is_alphanumeric(), "_"))
                    .unwrap_or_default()
            ),
            said
        );
    }
}

#[test]
fn an_answer_by_clauses_is_edited_in_place() {
    let model = list();
    let before = tiny_answers("one = \"all\"   # since May\ntwo = { met = [\"1.1\"], note = \"n\" }");
    let edit = |id: &str, change: &dyn Fn(Answer) -> Answer| {
        let answers = parse(&before, &model).expect("it is sound");
        let id = model.dimensions().find(|dimension| dimension.id.key() == id).expect("it is there").id.clone();
        let new = change(answers.given.get(&id).cloned().unwrap_or_default());
        let saved = update(&before, &model, &[Update::Answer(id, Some(new))]).expect("it can be written");
        let lines: Vec<_> = saved.text.lines().rev().take(2).map(str::to_owned).collect();
        (lines[1].clone(), lines[0].clone())
    };
    let met = |ids: &[&str]| Some(Claim::Level { level: model.floor, met: crate::support::clauses(ids) });
    assert_eq!(edit("one", &|it| Answer { claim: met(&["1.2"]), ..it }).0, "one = { met = [\"1.2\"] }   # since May");
    assert_eq!(edit("one", &|it| Answer { claim: met(&[]), ..it }).0, "one = \"none\"   # since May");
    let noted = edit("one", &|it| Answer { note: Some("so".to_owned()), ..it }).0;
    assert_eq!(noted, "one = { met = \"all\", note = \"so\" }   # since May");
    assert_eq!(edit("two", &|it| Answer { note: None, ..it }).1, "two = { met = [\"1.1\"] }");
    let half = answers::read_degree(&model.scoring, "half").expect("it is one");
    let partly = edit("two", &|it| Answer {
        claim: met(&[]),
        degrees: [("1.1".parse().expect("it is one"), half.clone())].into_iter().collect(),
        ..it
    });
    assert_eq!(partly.1, "two = { degrees = { \"1.1\" = \"half\" }, note = \"n\" }");
}

#[test]
fn the_schema_of_answers_knows_degrees_and_answers_by_clauses() {
    let judge = |model: &Model, lines: &str| {
        let schema = jsonschema::draft7::new(&schema(model, Lang::En)).expect("it is a schema");
        schema.is_valid(&as_json(&tiny_answers(lines).text))
    };
    for (model, lines) in [
        (graded(), "greeting = { level = 1, degrees = { \"2.1\" = \"half\" } }"),
        (list(), "one = \"all\""),
        (list(), "one = { met = \"none\", note = \"n\" }"),
        (list(), "one = { degrees = { \"1.1\" = \"half\" }, except = { \"1.2\" = \"so\" } }"),
    ] {
        assert!(judge(&model, lines), "{lines}");
        assert!(parse(&tiny_answers(lines), &model).is_ok(), "{lines}");
    }
    for (model, lines) in [
        (graded(), "greeting = { degrees = { \"2.1\" = \"half\" } }"),
        (graded(), "greeting = { level = 1, degrees = { \"2.1\" = \"haf\" } }"),
        (list(), "one = 1"),
        (list(), "one = \"some\""),
        (list(), "one = { except = { \"1.2\" = \"so\" } }"),
        (list(), "one = { met = [], na = \"so\" }"),
        (list(), "one = { level = 1 }"),
        (crate::support::tiny(), "greeting = { level = 1, degrees = {} }"),
    ] {
        assert!(!judge(&model, lines), "{lines}");
        assert!(parse(&tiny_answers(lines), &model).is_err(), "{lines}");
    }
}

#[test]
fn a_template_says_how_a_model_is_answered() {
    let day = answers::Date::new(2026, 11, 21).expect("it is a day");
    for (name, model) in [("list", list()), ("graded", graded())] {
        for lang in [Lang::En, Lang::Zh] {
            let options = answers::Template {
                lang,
                date: Some(day),
                scope: &[],
                schema: None,
                team: None,
                detail: answers::Detail::Levels,
            };
            let text = answers::template("answers.toml", &model, options).expect("nothing is wrong with it").text;
            insta::assert_snapshot!(format!("template_{name}_{}", lang.tag()), text);
        }
    }
}

#[test]
fn a_level_reached_by_a_degree_is_not_said_to_ask_nothing() {
    let model = graded();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let lines = "greeting = { level = 1, degrees = { \"2.1\" = \"most\", \"2.2\" = \"most\" } }";
    let counts = counts_as(greeting, &given(&model, lines)[0]).expect("another level than claimed");
    assert_eq!(counts.en, "which counts as 2 by the clauses named");
}
