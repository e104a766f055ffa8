//! The languages of a model: texts in each of them, and which one is read where.

use crate::support::{load_files, read_files};
use assess::answers;
use assess::interview::{Interview, Wish};
use assess::lang::Lang;
use assess::model::Model;
use assess::problem::{Problems, Source};
use assess::report::json;

/// A model of one dimension, whose texts are written by `text` from an English and a Chinese wording.
fn files(languages: &str, text: impl Fn(&str, &str) -> String) -> Vec<Source> {
    let (name, about) = (text("A shop", "店铺"), text("What is sold.", "卖什么。"));
    let (low, high) = (text("Low", "低"), text("High", "高"));
    let root = format!(
        "schema = 1\nid = \"shop\"\nversion = \"1.0.0\"\n{languages}\nname = {name}\nsource = {about}\nfloor = 1\n\
         levels = [{{ number = 1, name = {low} }}, {{ number = 2, name = {high} }}]\n\
         [[areas]]\nid = \"sale\"\nname = {name}\nabout = {about}\ndomains = [\"bread\"]\n"
    );
    let (question, clause) = (text("Is it fresh?", "新鲜吗？"), text("it is fresh", "是新鲜的"));
    let domain = format!(
        "name = {name}\nabout = {about}\n[[sub-domains]]\nid = \"loaf\"\nname = {name}\nabout = {about}\n\
         [[sub-domains.dimensions]]\nid = \"age\"\nname = {name}\nquestion = {question}\nsource = \"A book\"\n\
         levels = {{ 1 = {{ kind = \"none\" }}, 2 = {{ kind = \"adds\", clauses = [{clause}] }} }}\n"
    );
    vec![
        Source { name: "model.toml".to_owned(), text: root },
        Source { name: "sale/bread.toml".to_owned(), text: domain },
    ]
}

fn sound(files: Vec<Source>) -> Model {
    let loaded = load_files(files);
    let findings = Problems(loaded.findings).to_string();
    assert_eq!(findings, "");
    loaded.model.expect("the model is sound")
}

fn refused(languages: &str) -> String {
    let files = files(languages, |en, _| format!("\"{en}\""));
    load_files(files).model.expect_err("the languages are refused").to_string()
}

/// The text of the one clause, as programs read it.
fn clause_in_json(model: &Model) -> String {
    let shown: serde_json::Value = serde_json::from_str(&json::model(model)).expect("it is JSON");
    let dimension = &shown["areas"][0]["domains"][0]["sub_domains"][0]["dimensions"][0];
    dimension["levels"][1]["clauses"][0].to_string()
}

/// The text of the one clause, as people read it.
fn clause(model: &Model, lang: Lang) -> String {
    let dimension = model.dimensions().next().expect("it has one");
    let clause = dimension.clause("2.1".parse().expect("a place")).expect("it is there");
    clause.text.get(lang).to_owned()
}

#[test]
fn a_model_of_one_language_needs_no_tables_and_no_second_text() {
    let model = sound(files("languages = [\"en\"]", |en, _| format!("\"{en}\"")));
    assert_eq!((clause(&model, Lang::En), clause(&model, Lang::Zh)), ("it is fresh".into(), "it is fresh".into()));
    assert_eq!(clause_in_json(&model), r#"{"en":"it is fresh"}"#);
    let model = sound(files("languages = [\"zh\"]", |_, zh| format!("{{ zh = \"{zh}\" }}")));
    assert_eq!(clause(&model, Lang::En), "是新鲜的");
    assert_eq!(clause_in_json(&model), r#"{"zh":"是新鲜的"}"#);
}

#[test]
fn a_model_may_have_neither_of_the_languages_of_the_interface() {
    let text = |en: &str, _: &str| format!("{{ fr = \"fr {en}\", pt-BR = \"pt {en}\" }}");
    let model = sound(files("languages = [\"fr\", \"pt-BR\"]", text));
    assert_eq!(
        (clause(&model, Lang::En), clause(&model, Lang::Zh)),
        ("fr it is fresh".into(), "fr it is fresh".into())
    );
    assert_eq!(clause_in_json(&model), r#"{"fr":"fr it is fresh","pt-BR":"pt it is fresh"}"#);
}

#[test]
fn script_and_region_do_not_hide_a_language_of_the_interface() {
    let text = |en: &str, zh: &str| format!("{{ fr = \"fr {en}\", zh-Hans = \"{zh}\", en-gb = \"{en}\" }}");
    let model = sound(files("languages = [\"fr\", \"zh-Hans\", \"en-gb\"]", text));
    assert_eq!((clause(&model, Lang::En), clause(&model, Lang::Zh)), ("it is fresh".into(), "是新鲜的".into()));
}

#[test]
fn a_model_that_names_no_languages_has_english_and_chinese() {
    let named = files("languages = [\"zh\", \"en\"]", |en, zh| format!("{{ en = \"{en}\", zh = \"{zh}\" }}"));
    assert_eq!(clause_in_json(&sound(named)), r#"{"en":"it is fresh","zh":"是新鲜的"}"#);
    let bare = refused("");
    let first = "model.toml:5:8: expected a table, found a string\n";
    assert!(bare.starts_with(first), "{bare}");
}

#[test]
fn languages_are_tags_and_each_is_named_once() {
    let place = "model.toml:4:";
    for (languages, said) in [
        ("[]", "13: 0 languages; 1 to 20 are allowed"),
        ("\"en\"", "13: expected a list, found a string"),
        ("[\"en-GB\", \"en-gb\"]", "23: `en-gb` is there twice"),
        ("[\"EN\"]", "14: `EN` is not a language tag"),
        ("[\"pt_BR\"]", "14: `pt_BR` is not a language tag"),
        ("[\"ref\"]", "14: `ref` looks like another key of a text"),
        ("[1]", "14: expected a string, found a whole number"),
    ] {
        assert_eq!(refused(&format!("languages = {languages}")), format!("{place}{said}\n"), "{languages}");
    }
    let many: Vec<_> = ('a'..='u').map(|letter| format!("\"x{letter}\"")).collect();
    let said = refused(&format!("languages = [{}]", many.join(", ")));
    assert!(said.contains("21 languages; 1 to 20 are allowed"), "{said}");
}

#[test]
fn every_text_is_in_every_language_of_the_model_and_in_no_other() {
    let mut tiny = read_files("tests/models/tiny");
    let root = tiny.iter_mut().find(|file| file.name == "model.toml").expect("it has a root");
    root.text = root.text.replace("floor = 0", "floor = 0\nlanguages = [\"en\", \"fr\"]");
    let said = load_files(tiny).model.expect_err("it has no French").to_string();
    for part in ["model.toml:4:8: `fr` is missing\n", "model.toml:4:29: unknown key `zh`\n"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_text_is_read_at_the_pace_of_the_language_it_is_in() {
    let long = vec!["word"; 1_500].join(" ");
    let text = |en: &str, _: &str| format!("\"{}\"", if en == "it is fresh" { &long } else { en });
    let model = load_files(files("languages = [\"en\"]", text)).model.expect("long texts are no error");
    let interview = Interview::new(&model, answers::empty(&model), Wish::default());
    let [english, chinese] = [Lang::En, Lang::Zh].map(|lang| interview.minutes_left(lang));
    assert_eq!(english, chinese, "who presses keys in Chinese reads English no faster");
    assert!(english > Some(5), "{english:?}");
}
