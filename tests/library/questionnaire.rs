//! The questionnaire as a page: what it asks, what it is filled in with, and that nothing of it is obeyed.

use std::collections::BTreeSet;
use std::fs;

use assess::answers::{self, Answers, Private, parse};
use assess::embedded;
use assess::interview::statements::asks_the_same;
use assess::lang::Lang;
use assess::model::{Dimension, Id, Model, Node};
use assess::problem::Source;
use assess::report::Form;
use assess::report::html::{Languages, form};
use serde_json::{Value, json};

use crate::outline::unclosed;
use crate::support::{load, tiny};

const BOTH: Languages = Languages::Both { first: Lang::En };

fn whole(model: &Model, answers: &Answers) -> String {
    form(&Form { model, answers, part: Node::Model(model) }, BOTH)
}

fn read(path: &str, model: &Model) -> Answers {
    let text = fs::read_to_string(path).expect("the answers are there");
    parse(&Source { name: path.to_owned(), text }, model).expect("they are sound")
}

/// What the script of a page is given.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script id=\"data\" type=\"application/json\">").expect("there is data");
    let (data, _) = rest.split_once("</script>").expect("it ends");
    assert!(!data.contains('<'), "no tag can begin in it");
    serde_json::from_str(data).expect("it is JSON")
}

fn questions(page: &str) -> Vec<&str> {
    let sections = page.split("<section class=\"question\" id=\"").skip(1);
    sections.map(|section| section.split('"').next().unwrap_or_default()).collect()
}

fn dimension<'m>(model: &'m Model, id: &str) -> &'m Dimension {
    match model.find(id) {
        Some(Node::Dimension(dimension)) => dimension,
        _ => panic!("{id} is no question"),
    }
}

#[test]
fn every_question_in_scope_is_asked_once_and_no_other() {
    let model = embedded::model();
    let mut answers = answers::empty(model);
    let asked = |answers: &Answers, part: &str| {
        let part = model.find(part).expect("it is there");
        questions(&form(&Form { model, answers, part }, BOTH)).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let ids = |within: fn(&Id) -> bool| {
        model.dimensions().map(|it| it.id.clone()).filter(within).map(|id| id.to_string()).collect::<Vec<_>>()
    };
    let is_usual = |id: &Id| !id.as_str().starts_with("architecture") && !id.as_str().starts_with("organization");
    assert_eq!(asked(&answers, "devops"), ids(is_usual));
    let branching = "delivery.configuration.version-control.branching";
    assert_eq!(asked(&answers, branching), [branching]);
    assert_eq!(asked(&answers, "architecture"), Vec::<String>::new(), "it is not in scope");
    answers.assessment.scope = Some(vec![Id("architecture".into())]);
    assert_eq!(asked(&answers, "devops"), ids(|id| id.as_str().starts_with("architecture")));
}

#[test]
fn all_five_areas_fit_into_a_mail() {
    let model = embedded::model();
    let mut answers = answers::empty(model);
    answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
    let page = whole(model, &answers);
    assert!(page.len() < 650_000, "{} bytes, which leaves the model no room to grow", page.len());
    let from = page.find("<article").expect("it begins");
    assert_eq!(unclosed(&page[from..page.find("</main>").expect("it ends")]), None);
    for text in model.dimensions().map(|dimension| &dimension.question.text) {
        for lang in [Lang::En, Lang::Zh] {
            let words = text.get(lang).replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            assert!(page.contains(&words), "{words}");
        }
    }
    assert_eq!(page, whole(model, &answers), "the same form gives the same bytes");
}

#[test]
fn what_is_answered_is_filled_in_whole() {
    let model = tiny();
    let answers = read("tests/answers/excepted.toml", &model);
    let said = |answers: &Answers| data(&whole(&model, answers))["answers"].clone();
    let greeting = json!({
        "level": 1, "met": ["2.1"], "degrees": {}, "note": "", "evidence": [],
        "except": { "2.2": { "reason": "self-service", "until": "2026-12-31" } },
    });
    assert_eq!(said(&answers)["shop.counter.selling.greeting"], greeting);
    let good = read("tests/answers/good.toml", &model);
    let note = |answers: &Answers| said(answers)["shop.counter.selling.greeting"]["note"].clone();
    assert_eq!(note(&good), "we forget to say thank you");
    assert_eq!(note(&good.without(&[Private::Notes])), "");

    let hut = load("examples/models/mountain-hut").model.expect("the example is sound");
    let answers = read("examples/models/mountain-hut.answers.toml", &hut);
    assert_eq!(data(&whole(&hut, &answers))["answers"]["water.spring"]["degrees"]["2.1"], "largely");
    let practices = load("examples/models/ten-practices").model.expect("the example is sound");
    let answers = read("examples/models/ten-practices.answers.toml", &practices);
    let page = data(&whole(&practices, &answers));
    assert_eq!(page["answers"]["code.dependencies"]["met"], json!([]), "none of it is an answer");
    assert_eq!(page["answers"]["people.on-boarding"]["na"]["reason"], "nobody has joined for two years");
}

#[test]
fn what_is_asked_twice_in_the_same_words_is_named() {
    let model = embedded::model();
    let page = whole(model, &answers::empty(model));
    let asked: Vec<_> = questions(&page).into_iter().map(|id| dimension(model, id)).collect();
    let same = &data(&page)["same"];
    let groups: Vec<Vec<(usize, String)>> = serde_json::from_value(same["clauses"].clone()).expect("they are groups");
    let mut named = BTreeSet::new();
    for (one, group) in groups.iter().flat_map(|group| group.iter().map(move |one| (one, group))) {
        named.extend(group.iter().filter(|other| other.0 != one.0).map(|other| (one.clone(), other.clone())));
    }
    let place = |dimension: &Dimension| asked.iter().position(|other| other.id == dimension.id);
    let pairs = asked.iter().enumerate().flat_map(|(at, dimension)| {
        let same = model.same_words(dimension).into_iter();
        same.filter_map(move |it| Some(((at, it.clause.to_string()), (place(it.other)?, it.there.to_string()))))
    });
    assert_eq!(named, pairs.collect(), "as the model tells");
    assert!(!named.is_empty());
    let groups: Vec<Vec<usize>> = serde_json::from_value(same["questions"].clone()).expect("they are groups");
    for (one, other) in asked.iter().enumerate().flat_map(|(at, it)| asked[..at].iter().map(move |other| (it, other))) {
        let is_in = |group: &&Vec<usize>| [one, other].iter().all(|it| place(it).is_some_and(|it| group.contains(&it)));
        assert_eq!(groups.iter().filter(is_in).count() == 1, asks_the_same(one, other), "{} {}", one.id, other.id);
    }
}

#[test]
fn texts_are_shown_and_not_obeyed() {
    let model = tiny();
    let mut answers = read("tests/answers/good.toml", &model);
    let plain = whole(&model, &answers);
    let hostile = "</script><script>alert(1)</script>\u{202e}\u{1b}[31m ##[x]";
    answers.assessment.team = Some(hostile.to_owned());
    answers.assessment.system = Some(hostile.to_owned());
    for answer in answers.given.values_mut() {
        answer.note = Some(hostile.to_owned());
        answer.evidence = vec![hostile.to_owned()];
    }
    let page = whole(&model, &answers);
    let count = |page: &str| page.matches("<script").count();
    assert_eq!(count(&page), count(&plain));
    assert!(!page.contains(['\u{202e}', '\u{1b}']), "not even as data");
    let data = data(&page);
    assert_eq!(data["answers"]["shop.counter.selling.paying"]["note"], hostile, "what is saved again is the same");
    assert_eq!(data["team"], hostile);
}

#[test]
fn in_one_language_there_is_no_other() {
    let model = embedded::model();
    let answers = answers::empty(model);
    let part = model.find("delivery.configuration").expect("it is there");
    let page = form(&Form { model, answers: &answers, part }, Languages::One(Lang::Zh));
    assert!(!page.contains("<p lang=") && !page.contains("<span lang=") && !page.contains("How are branches"));
    assert!(page.contains("<html lang=\"zh-Hans\">"));
}
