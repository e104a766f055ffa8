//! Models made of the data of other frameworks: what is read, what is lost, and that the same results come out.

mod ciso;
mod dsomm;
mod samm;
mod yaml;

use std::fs;
use std::path::Path;

use assess::answers::parse;
use assess::frameworks::Imported;
use assess::model::source::{Loaded, load};
use assess::model::{Model, Node};
use assess::problem::{Problems, Source};
use assess::report::json;
use assess::scoring::score;
use serde_json::Value;

#[test]
fn nothing_is_to_be_mended_in_what_was_just_imported() {
    let findings = |files: Vec<Source>| {
        let Loaded { model, findings, .. } = load(files);
        assert!(model.is_ok(), "{model:?}");
        Problems(findings).to_string()
    };
    let (kitchen, _) = dsomm::kitchen(&["dsomm/model.yaml", "dsomm/overlay.yaml"], None).expect("it is sound");
    let all = [samm::garden(), kitchen, ciso::choir(&ciso::AVERAGE), ciso::choir(&ciso::OF_AVERAGES), ciso::ferry()];
    for Imported { files, model, .. } in &all {
        assert_eq!(findings(files.clone()), "", "{}", model.id);
    }
    let as_own = |file: &Source| Source { text: file.text.replace("texts = \"quoted\"\n", ""), ..file.clone() };
    let judged = all.iter().map(|it| findings(it.files.iter().map(as_own).collect()));
    assert_eq!(judged.filter(String::is_empty).count(), 0, "each has what an author would be told to mend");
}

/// The files of a fixture, by their names.
fn files(paths: &[&str]) -> Vec<Source> {
    let read = |path: &&str| {
        let name = Path::new(path).file_name().expect("it is a file").to_string_lossy().into_owned();
        let text = fs::read_to_string(Path::new("tests/frameworks").join(path)).expect("it is text");
        Source { name, text }
    };
    paths.iter().map(read).collect()
}

/// One file of this text.
fn file(text: &str) -> Vec<Source> {
    vec![Source { name: "a.yaml".to_owned(), text: text.to_owned() }]
}

/// What was wrong, a line each, as `file:line:column: message`.
fn refused<T>(imported: Result<T, Problems>) -> String {
    match imported {
        Ok(_) => panic!("it was imported"),
        Err(problems) => problems.to_string(),
    }
}

/// The result of these answers, as the JSON of `score`.
fn result(model: &Model, answers: &str) -> Value {
    let (id, version) = (&model.id, model.answers_version());
    let text =
        format!("schema = 1\n[assessment]\nmodel = \"{id}\"\nmodel-version = \"{version}\"\n[answers]\n{answers}");
    let source = Source { name: "answers.toml".to_owned(), text };
    let answers = parse(&source, model).unwrap_or_else(|problems| panic!("{problems}"));
    let outcome = score(model, &answers);
    serde_json::from_str(&json::result(&outcome)).expect("it is JSON")
}

/// The part of a result with this id.
fn part<'v>(node: &'v Value, id: &str) -> Option<&'v Value> {
    let below = ["overall", "areas", "children"].iter().filter_map(|key| node.get(key));
    if node["id"] == id {
        return Some(node);
    }
    below.flat_map(|it| it.as_array().map_or_else(|| vec![it], |all| all.iter().collect())).find_map(|it| part(it, id))
}

/// How many of a kind were found and written.
fn counts(imported: &Imported) -> Vec<String> {
    let line = |it: &assess::frameworks::Counted| {
        let kind = serde_json::to_value(it.kind).expect("it is a word");
        format!("{} {}/{}", kind.as_str().unwrap_or_default(), it.written, it.found)
    };
    imported.account.parts.iter().map(line).collect()
}

/// What is lost, as `field count file:line`.
fn lost(imported: &Imported) -> Vec<String> {
    let lost = imported.account.lost.iter();
    lost.map(|it| format!("{} {} {}:{}", it.field, it.count, it.file, it.line)).collect()
}

/// The ids of a model with what the framework calls each node.
fn ids(model: &Model) -> Vec<String> {
    let line = |node: Node<'_>| format!("{} [{}]", node.id(), node.reference().map_or("", |it| it));
    model.nodes().skip(1).map(line).collect()
}
