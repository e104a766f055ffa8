//! What the leaves of a model can say: clauses that are more than a text, and the terms that texts rely on.

use crate::support::{bakery, load, load_files, read_files};
use assess::answers::{Date, Detail, Template, template};
use assess::lang::Lang;
use assess::model::{ClauseId, Dimension, Level, Referenced};

fn dimension(key: &str) -> Dimension {
    let model = bakery();
    let found = model.dimensions().find(|dimension| dimension.id.key() == key).cloned();
    found.expect("the fixture has it")
}

fn place(word: &str) -> ClauseId {
    word.parse().expect("it is a place")
}

#[test]
fn a_clause_may_say_more_than_its_text() {
    let age = dimension("age");
    let said = |word: &str| {
        let clause = age.clause(place(word)).expect("it is there");
        let terms: Vec<_> = clause.terms.iter().map(|id| id.as_str().to_owned()).collect();
        (clause.text.get(Lang::En).to_owned(), terms, clause.reference.clone(), clause.weight, clause.up_to)
    };
    assert_eq!(said("2.1"), ("Old bread is marked".into(), vec![], Some("B-1".into()), 1, Some(Level(2))));
    assert_eq!(said("2.2"), ("Half of the bread is fresh".into(), vec!["fresh".into()], None, 3, None));
    let waste = vec!["waste".into(), "fresh".into()];
    assert_eq!(said("3.1"), ("Waste is weighed every day".into(), waste, Some("B-2".into()), 2, None));
    let limit = &age.cell(Level(2)).expect("it is there").limits[0];
    assert_eq!((limit.text.get(Lang::Zh), limit.terms[0].as_str()), ("损耗较多", "waste"));
    assert_eq!(age.question.terms[0].as_str(), "fresh");
}

#[test]
fn every_problem_of_the_leaves_is_located() {
    let problems = load("tests/models/misworded").model.expect_err("the fixture is broken");
    insta::assert_snapshot!(problems.to_string());
}

/// The problems of the bakery, with this in place of the weight of a clause.
fn problems_with(words: &str) -> Vec<(String, String)> {
    let mut files = read_files("tests/models/bakery");
    let file = files.iter_mut().find(|file| file.text.contains("weight = 3")).expect("it is there");
    file.text = file.text.replacen("weight = 3", words, 1);
    let problems = load_files(files).model.expect_err("it is wrong").0;
    let all = problems.into_iter().flat_map(|file| file.problems);
    all.map(|it| (it.message.en.into_owned(), it.help.map(|help| help.en.into_owned()).unwrap_or_default())).collect()
}

#[test]
fn a_number_of_any_size_is_told_what_is_taken() {
    for number in ["0", "-1", "1000001", "99999999999999999999"] {
        let help = "write a whole number from 1 to 1000000; what does not count is left out of the model";
        let told = problems_with(&format!("weight = {number}"));
        assert_eq!(told, [(format!("a weight of {number}"), help.to_owned())]);
    }
    for level in ["0", "-1", "300", "99999999999999999999"] {
        let told = problems_with(&format!("up-to = {level}"));
        let (message, help) = told.first().expect("it is one");
        assert!(message.ends_with(&format!("cannot be asked up to level {level}")), "{message}");
        assert!(help.starts_with("write a level from "), "{help}");
    }
}

#[test]
fn a_term_on_which_no_text_relies_is_a_finding() {
    let mut files = read_files("tests/models/bakery");
    for file in files.iter_mut().filter(|file| file.name != "model.toml") {
        file.text = file.text.replace(", terms = [\"waste\"]", "").replace("[\"waste\", \"fresh\"]", "[\"fresh\"]");
    }
    let loaded = load_files(files);
    assert!(loaded.model.is_ok());
    let said = assess::problem::Problems(loaded.findings).to_string();
    assert_eq!(said, "model.toml:30:6: no text relies on the term `waste`\n");
    assert!(load("tests/models/bakery").findings.is_empty());
}

#[test]
fn a_template_says_what_the_terms_of_a_question_mean() {
    let model = bakery();
    let (lang, date) = (Lang::En, Date::new(2026, 5, 4).expect("a day"));
    let options = Template { lang, date: Some(date), scope: &[], schema: None, team: None, detail: Detail::Levels };
    let saved = template("answers.toml", &model, options).expect("it can be written");
    let text = saved.text;
    let after = text.split_once("4.1 All bread is fresh\n").expect("it has the last level").1;
    assert!(after.starts_with("#   (fresh: Baked on the day it is sold.)\n#   (waste: Bread"), "{after}");
}

#[test]
fn a_ref_stands_for_one_node_or_one_clause() {
    let model = bakery();
    let said = |reference: &str| match model.referenced(reference) {
        Some(Referenced::Node(node)) => node.id().to_string(),
        Some(Referenced::Clause(dimension, clause)) => format!("{} {clause}", dimension.id),
        None => "nothing".to_owned(),
    };
    assert_eq!(said("age"), "shop.counter.bread", "a ref that is the end of another id");
    assert_eq!(said("urn:bread:choice"), "shop.counter.bread.choice");
    assert_eq!(said("B-2"), "shop.counter.bread.age 3.1");
    for strange in ["b-2", "B", "", "shop", "3.1"] {
        assert_eq!(said(strange), "nothing", "{strange}");
    }
}
