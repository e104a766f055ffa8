//! Files of a model: what `assess schema model` holds them to.

use std::fs;

use assess::keyword;
use assess::model::source::{self, SCHEMA};
use assess::model::{Kind, Provenance};
use assess::problem::Source;
use serde_json::Value;

use super::{changed, judged_alike};
use crate::schemas::{as_json, findings, validator};
use crate::support::read_files;

#[test]
fn what_the_program_refuses_in_a_model_the_schema_refuses() {
    let read = |name: &str| fs::read_to_string(format!("tests/models/tiny/{name}")).expect("it is text");
    let (root, domain) = (read("model.toml"), read("shop/counter.toml"));
    let schema: Value = serde_json::from_str(SCHEMA).expect("it is JSON");
    let loads = |root: &str, domain: &str| {
        let file = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
        source::load(vec![file("model.toml", root), file("shop/counter.toml", domain)]).model.is_ok()
    };
    for (line, others) in [
        ("schema = 1", &["", "schema = 2", "schema = \"1\""][..]),
        ("id = \"tiny\"", &["", "id = 1", "id = \"Tiny\"", "id = \"ti ny\"", "id = \"ti--ny\"", "id = \"\""]),
        (
            "version = \"2.0.0\"",
            &["", "version = 2", "version = \"2.1\"", "version = \"2.01.0\"", "version = \"2.1.x\""],
        ),
        ("floor = 0", &["", "floor = 2", "floor = \"0\"", "floor = -1", "floor = true"]),
        (
            "name = { en = \"Tiny model\", zh = \"小模型\" }",
            &[
                "",
                "name = 1",
                "name = {}",
                "name = [\"Tiny\"]",
                "name = { en = \" \", zh = \"小\" }",
                "name = { english = \"Tiny\", zh = \"小\" }",
                "name = { en = \"Tiny\", zh = 1 }",
            ],
        ),
        (
            "domains = [\"counter\"]",
            &["", "domains = \"counter\"", "domains = []", "domains = [\"counter\", \"counter\"]", "domains = [1]"],
        ),
        ("number = 2", &["", "number = \"2\"", "number = 10", "numbre = 2"]),
        (
            "floor = 0",
            &[
                "floor = 0\nlanguages = []",
                "floor = 0\nlanguages = \"en\"",
                "floor = 0\nlanguages = [\"EN\"]",
                "floor = 0\nlanguages = [\"en\", \"en\"]",
                "floor = 0\ntexts = \"mine\"",
                "floor = 0\nlanguages = [\"ref\"]",
                "floor = 0\nlanguages = [\"not-PE\"]",
                "floor = 0\nlanguages = [\"up-to\"]",
                "floor = 0\nterms = [{ id = \"low\", name = { en = \"low\", zh = \"低\" } }]",
                "floor = 0\nterms = [{ id = \"Low\" }]",
            ],
        ),
    ] {
        judged_alike(&schema, &changed(&root, line, others), false, |text| loads(text, &domain));
    }
    for (line, others) in [
        ("id = \"paying\"", &["", "id = 1", "id = \"Paying\"", "id = \"\\u200b\""][..]),
        (
            "question = { en = \"How do people pay?\", zh = \"如何付款？\" }",
            &[
                "",
                "question = \" \"",
                "question = { en = \"\\u00ad\", zh = \"如何\" }",
                "question = { terms = [] }",
                "question = { en = \"How?\", zh = \"如何？\", ref = \"Q\" }",
                "question = { en = \"How?\", zh = \"如何？\", terms = \"low\" }",
            ],
        ),
        (
            "[sub-domains.dimensions.levels.1]",
            &["[sub-domains.dimensions.levels.x]", "[sub-domains.dimensions.level.1]"],
        ),
        (
            "kind = \"same\"",
            &[
                "",
                "kind = \"equal\"",
                "kind = \"Same\"",
                "kind = 1",
                "kind = \"\"",
                "kind = \"same\"\nprovenance = \"mine\"",
                "kind = \"same\"\nprovenance = 1",
            ],
        ),
        (
            "clauses = [{ en = \"Regulars are greeted\", zh = \"问候老顾客\" }]",
            &[
                "clauses = []\nlimits = [{ en = \"x\" }]",
                "clauses = { en = \"x\", zh = \"x\" }",
                "clauses = [\" \"]",
                "clauses = [{ ref = \"x\" }]",
                "clauses = [{ text = { en = \"x\", zh = \"文\" }, en = \"x\" }]",
                "clauses = [{ en = \"x\", zh = \"文\", weight = 0 }]",
                "clauses = [{ en = \"x\", zh = \"文\", weight = 1000001 }]",
                "clauses = [{ en = \"x\", zh = \"文\", up-to = \"1\" }]",
                "clauses = [{ en = \"x\", zh = \"文\", up-to = 0 }]",
                "clauses = [{ en = \"x\", zh = \"文\", ref = \" x\" }]",
                "clauses = [{ en = \"x\", zh = \"文\", terms = [\"low\", \"low\"] }]",
                "clauses = [{ en = \"x\", zh = \"文\", term = [\"low\"] }]",
                "clause = []",
            ],
        ),
    ] {
        judged_alike(&schema, &changed(&domain, line, others), false, |text| loads(&root, text));
    }
}

/// A file of a model does not say which languages the model has, so a schema of files cannot miss one.
#[test]
fn what_language_a_text_lacks_only_the_program_tells() {
    let domain = fs::read_to_string("tests/models/tiny/shop/counter.toml").expect("it is text");
    let root = fs::read_to_string("tests/models/tiny/model.toml").expect("it is text");
    let schema = validator(&serde_json::from_str(SCHEMA).expect("it is JSON"));
    let line = "name = { en = \"Paying\", zh = \"付款\" }";
    let others =
        ["name = \"Paying\"", "name = { en = \"Paying\" }", "name = { en = \"Paying\", zh = \"付\", de = \"Zahlen\" }"];
    for text in changed(&domain, line, &others) {
        let file = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
        let files = vec![file("model.toml", &root), file("shop/counter.toml", &text)];
        assert!(source::load(files).model.is_err(), "{text}");
        assert!(findings(&schema, &as_json(&text)).is_empty(), "{text}");
    }
}

#[test]
fn the_schema_of_models_has_the_words_of_the_program() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("it is JSON");
    let words = |pointer: &str| schema.pointer(pointer).and_then(Value::as_array).expect("it is a list").clone();
    assert_eq!(words("/definitions/cell/properties/kind/enum"), keyword::words::<Kind>());
    assert_eq!(words("/definitions/provenance/enum"), keyword::words::<Provenance>());
}

#[test]
fn what_the_program_refuses_in_a_tree_the_schema_refuses() {
    let files = read_files("tests/models/two");
    let schema: Value = serde_json::from_str(SCHEMA).expect("it is JSON");
    let loads = |name: &str, text: &str| {
        let others = files.iter().filter(|file| file.name != name).cloned();
        source::load(others.chain([Source { name: name.to_owned(), text: text.to_owned() }]).collect()).model.is_ok()
    };
    let text = |name: &str| files.iter().find(|file| file.name == name).expect("it is there").text.clone();
    for (name, line, others) in [
        (
            "model.toml",
            "tree = [\"Topic\", \"Practice\"]",
            &[
                "",
                "tree = []",
                "tree = [\"Topic\"]",
                "tree = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]",
                "tree = [\"Topic\", \"Topic\"]",
                "tree = [\"Topic\", 2]",
                "tree = [\"Topic\", \" \"]",
                "tree = \"Topic\"",
            ][..],
        ),
        (
            "model.toml",
            "weight = 3",
            &["weight = 0", "weight = -1", "weight = \"3\"", "weight = 1.5", "weight = 1000001"],
        ),
        ("model.toml", "ref = \"T-1\"", &["ref = 1", "ref = \" T\"", "ref = \"\"", "reference = \"T-1\""]),
        (
            "model.toml",
            "nodes = [\"packing\", \"driving\"]",
            &[
                "nodes = []",
                "nodes = \"packing\"",
                "nodes = [1]",
                "nodes = [\"packing\", \"packing\"]",
                "domains = [\"packing\"]",
            ],
        ),
        ("home.toml", "telling = true", &["telling = 1", "optional = true", "nodes = []"]),
        ("home.toml", "weight = 2", &["weight = 0", "weight = true"]),
        (
            "road/driving.toml",
            "source = \"Common sense\"",
            &["source = 1", "provenance = \"project\"", "id = \"driving\""],
        ),
    ] {
        judged_alike(&schema, &changed(&text(name), line, others), false, |text| loads(name, text));
    }
}
