//! Loading a model: what is refused, what is found, and that the schema of its files says the same.

use crate::schemas;
use crate::support::{load, market, tiny};
use assess::model::source::{self, SCHEMA};
use assess::model::{Kind, Level, Model};
use assess::problem::Source;

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft7::new(&schema).expect("the schema is a schema")
}

/// A TOML file as the JSON value that a schema judges.
fn as_json(path: &str) -> serde_json::Value {
    schemas::as_json(&std::fs::read_to_string(path).expect("the file is there"))
}

#[test]
fn a_model_is_read_as_it_is_written() {
    let model = tiny();
    assert_eq!((model.floor, model.top(), model.major()), (Level(0), Level(2), "2"));
    let ids: Vec<_> = model.nodes().map(|node| node.id().to_string()).collect();
    let selling = "shop.counter.selling";
    assert_eq!(
        ids,
        ["tiny", "shop", "shop.counter", selling, &format!("{selling}.greeting"), &format!("{selling}.paying")]
    );
    let greeting = model.dimensions().next().expect("it has dimensions");
    let top = greeting.cell(Level(2)).expect("it has three levels");
    assert_eq!((top.kind, top.clauses.len(), top.limits.len()), (Kind::States, 2, 1));
}

#[test]
fn one_dimension_of_each_sub_domain_is_telling() {
    let telling = |model: &Model| {
        let sub_domains = model.sub_domains().filter_map(|sub_domain| sub_domain.telling());
        sub_domains.map(|dimension| dimension.id.key().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(telling(&market()), ["cover", "paying"]);
    assert_eq!(telling(&tiny()), ["greeting"], "the first where the model names none");
}

#[test]
fn every_problem_of_every_file_is_reported_at_once() {
    let problems = load("tests/models/broken").model.expect_err("the fixture is broken").to_string();
    insta::assert_snapshot!(problems);
}

#[test]
fn every_finding_of_an_untidy_model_is_reported() {
    let loaded = load("tests/models/untidy");
    assert!(loaded.model.is_ok(), "an untidy model can be used");
    insta::assert_snapshot!(assess::problem::Problems(loaded.findings).to_string());
}

#[test]
fn the_schema_accepts_what_the_loader_accepts() {
    let schema = schema();
    let mut files = vec![
        "model/model.toml".to_owned(),
        "tests/models/tiny/model.toml".to_owned(),
        "tests/models/tiny/shop/counter.toml".to_owned(),
        "tests/models/market/model.toml".to_owned(),
        "tests/models/market/shop/counter.toml".to_owned(),
    ];
    for area in assess::embedded::model().areas.iter() {
        files.extend(area.domains.iter().map(|domain| format!("model/{}/{}.toml", area.id, domain.id.key())));
    }
    for file in files {
        let findings: Vec<_> = schema.iter_errors(&as_json(&file)).map(|error| error.to_string()).collect();
        assert!(findings.is_empty(), "{file}: {findings:?}");
    }
}

#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    for file in [
        "tests/models/broken/model.toml",
        "tests/models/broken/shop/counter.toml",
        "tests/models/broken/shop/attic.toml",
    ] {
        assert!(!schema().is_valid(&as_json(file)), "{file}");
    }
}

#[test]
fn the_schema_refuses_an_area_called_default() {
    let mut model = as_json("tests/models/tiny/model.toml");
    assert!(schema().is_valid(&model));
    model["areas"][0]["id"] = "default".into();
    assert!(!schema().is_valid(&model));
}

#[test]
fn a_folder_without_a_root_is_no_model() {
    let stray = Source { name: "shop/counter.toml".to_owned(), text: String::new() };
    let problems = source::load(vec![stray]).model.expect_err("there is no root").to_string();
    assert_eq!(problems, "model.toml:1:1: no such file\n");
}
