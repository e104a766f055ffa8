//! The schemas of the files people write: what the program refuses for its type or its word, they refuse too.
//!
//! One thing they cannot: to JSON Schema `2.0` is the whole number 2.

use std::fs;

use assess::answers;
use assess::keyword;
use assess::lang::Lang;
use assess::model::source::{self, SCHEMA};
use assess::model::{Kind, Provenance};
use assess::policy;
use assess::problem::Source;
use serde_json::Value;

use super::{as_json, findings, validator};
use crate::support::{read_files, tiny};

const ANSWERS: &str = r#"schema = 1
[assessment]
model = "tiny"
model-version = "2"
team = "us"
date = 2026-11-21
assessors = ["me"]
scope = ["shop"]
[answers.shop.counter.selling]
greeting = 1
paying = { level = 1, note = "in cash", evidence = ["a.md"] }
"#;

const POLICY: &str = r#"schema = 1
answers = "a.toml"
[target]
default = 1
"shop.counter" = 2
[rules]
incomplete = "warn"
max-age-days = 180
evidence-from-level = 2
evidence-must-exist = true
allow-na = false
"#;

/// Texts that differ from a sound one in one line, which is replaced.
fn changed(text: &str, line: &str, others: &[&str]) -> Vec<String> {
    assert!(text.contains(&format!("{line}\n")), "no line `{line}` in {text}");
    others.iter().map(|other| text.replace(&format!("{line}\n"), &format!("{other}\n"))).collect()
}

/// Holds schema and program to the same judgment of every text.
fn judged_alike(schema: &Value, texts: &[String], is_sound: bool, reads: impl Fn(&str) -> bool) {
    let schema = validator(schema);
    for text in texts {
        assert_eq!(reads(text), is_sound, "the program on\n{text}");
        assert_eq!(findings(&schema, &as_json(text)).is_empty(), is_sound, "the schema on\n{text}");
    }
}

fn answers_judged_alike(texts: &[String], is_sound: bool) {
    let model = tiny();
    let reads = |text: &str| answers::parse(&Source { name: "answers.toml".into(), text: text.into() }, &model).is_ok();
    judged_alike(&answers::schema(&model, Lang::En), texts, is_sound, reads);
}

#[test]
fn sound_answers_follow_the_schema() {
    let mut texts = vec![ANSWERS.to_owned()];
    texts.extend(changed(ANSWERS, "scope = [\"shop\"]", &["", "system = \"till\"\nowner = \"she\""]));
    let paying = "paying = { level = 1, note = \"in cash\", evidence = [\"a.md\"] }";
    let answers = [
        "paying = \"1-\"",
        "paying = { level = 0, met = [\"1.1\"] }",
        "paying = { level = 0, met = [] }",
        "paying = { na = \"free\" }",
        "paying = { na = { reason = \"free\", until = 2026-12-31 }, note = \"so far\" }",
        "paying = { note = \"to be asked\" }",
        "paying = { evidence = [\"a.md\"] }",
    ];
    texts.extend(changed(ANSWERS, paying, &answers));
    answers_judged_alike(&texts, true);
}

#[test]
fn what_the_program_refuses_in_the_head_of_answers_the_schema_refuses() {
    for (line, others) in [
        ("schema = 1", &["", "schema = 2", "schema = \"1\"", "schema = true", "schema = [1]"][..]),
        ("model = \"tiny\"", &["", "model = 1", "model = \"teeny\"", "model = [\"tiny\"]"]),
        ("model-version = \"2\"", &["", "model-version = 2", "model-version = \"3\"", "model-version = \"two\""]),
        (
            "team = \"us\"",
            &[
                "team = 1",
                "team = \"\"",
                "team = \"  \"",
                "team = \"\\u200b\\u00ad\"",
                "team = [\"us\"]",
                "teem = \"us\"",
            ],
        ),
        (
            "date = 2026-11-21",
            &["date = \"soon\"", "date = 20261121", "date = 2026-11-21T10:00:00Z", "date = 10:00:00"],
        ),
        (
            "assessors = [\"me\"]",
            &["assessors = \"me\"", "assessors = [1]", "assessors = [\" \"]", "assessors = [[\"me\"]]"],
        ),
        (
            "scope = [\"shop\"]",
            &["scope = \"shop\"", "scope = []", "scope = [\"shop\", \"shop\"]", "scope = [\"stall\"]", "scope = [1]"],
        ),
    ] {
        answers_judged_alike(&changed(ANSWERS, line, others), false);
    }
    let texts = ["", "schema = 1\n", "schema = 1\nassessment = 1\n", "schema = 1\nassessment = []\n"];
    answers_judged_alike(&texts.map(str::to_owned), false);
    answers_judged_alike(
        &changed(
            ANSWERS,
            "[answers.shop.counter.selling]",
            &["[answer.shop.counter.selling]", "[answers.shop.stall.selling]"],
        ),
        false,
    );
}

#[test]
fn what_the_program_refuses_as_an_answer_the_schema_refuses() {
    let answers = [
        "greeting = \"1\"",
        "greeting = true",
        "greeting = 3",
        "greeting = -1",
        "greeting = 1.5",
        "greeting = []",
        "greeting = 2026-11-21",
        "greeting = \"n/a\"",
        "greeting = \"0-\"",
        "greeting = \"1-\"",
        "greeting = \"3-\"",
        "greeting = {}",
        "greeting = { levle = 1 }",
        "greeting = { level = \"1\" }",
        "greeting = { level = { level = 1 } }",
        "greeting = { level = 3 }",
        "greeting = { met = [\"2.1\"] }",
        "greeting = { level = \"2-\", met = [\"2.1\"] }",
        "greeting = { level = 1, met = \"2.1\" }",
        "greeting = { level = 1, met = [2.1] }",
        "greeting = { level = 1, met = [\"2.3\"] }",
        "greeting = { level = 1, met = [\"2.1\", \"2.1\"] }",
        "greeting = { na = \"\" }",
        "greeting = { na = true }",
        "greeting = { na = {} }",
        "greeting = { na = { reason = 1 } }",
        "greeting = { na = { until = 2026-12-31 } }",
        "greeting = { na = { reason = \"free\", until = \"soon\" } }",
        "greeting = { na = { reason = \"free\", till = 2026-12-31 } }",
        "greeting = { na = \"free\", level = 1 }",
        "greeting = { na = \"free\", met = [\"2.1\"] }",
        "greeting = { level = 1, note = 1 }",
        "greeting = { level = 1, note = \" \" }",
        "greeting = { level = 1, evidence = \"a.md\" }",
        "greeting = { level = 1, evidence = [1] }",
        "greeting = { level = 1, evidence = [\"\"] }",
        "greeting = { evidence = [] }",
        "greting = 1",
    ];
    answers_judged_alike(&changed(ANSWERS, "greeting = 1", &answers), false);
    let long = format!("greeting = {{ level = 1, note = \"{}\" }}", "n".repeat(10_001));
    answers_judged_alike(&changed(ANSWERS, "greeting = 1", &[&long]), false);
}

fn policies_judged_alike(texts: &[String], is_sound: bool) {
    let model = tiny();
    let reads = |text: &str| policy::parse(&Source { name: "assess.toml".into(), text: text.into() }, &model).is_ok();
    judged_alike(&policy::schema(&model, Lang::En), texts, is_sound, reads);
}

#[test]
fn what_the_program_refuses_in_a_policy_the_schema_refuses() {
    let mut sound = vec![POLICY.to_owned(), "schema = 1\n".to_owned()];
    sound.extend(changed(POLICY, "\"shop.counter\" = 2", &["\"shop\" = 0", "\"shop.counter.selling\" = 1"]));
    sound.extend(
        keyword::words::<policy::Incomplete>()
            .iter()
            .flat_map(|word| changed(POLICY, "incomplete = \"warn\"", &[&format!("incomplete = \"{word}\"")])),
    );
    policies_judged_alike(&sound, true);
    for (line, others) in [
        ("schema = 1", &["", "schema = 2", "schema = \"1\""][..]),
        (
            "answers = \"a.toml\"",
            &["answers = 1", "answers = \"\"", "answers = \" \"", "answers = [\"a.toml\"]", "anwsers = \"a.toml\""],
        ),
        (
            "default = 1",
            &["default = 3", "default = -1", "default = \"1\"", "default = true", "default = 1.5", "default = [1]"],
        ),
        (
            "\"shop.counter\" = 2",
            &[
                "shop.counter = 2",
                "\"tiny\" = 2",
                "\"shop.stall\" = 2",
                "\"shop.counter.selling.paying\" = 2",
                "\"shop.counter\" = \"2\"",
            ],
        ),
        (
            "incomplete = \"warn\"",
            &["incomplete = \"fial\"", "incomplete = true", "incomplete = \"Warn\"", "incomplete = \"\""],
        ),
        (
            "max-age-days = 180",
            &[
                "max-age-days = -1",
                "max-age-days = 36501",
                "max-age-days = \"180\"",
                "max-age-days = 1.5",
                "max-age = 1",
            ],
        ),
        (
            "evidence-from-level = 2",
            &[
                "evidence-from-level = 0",
                "evidence-from-level = 3",
                "evidence-from-level = \"2\"",
                "evidence-from-level = true",
            ],
        ),
        ("evidence-must-exist = true", &["evidence-must-exist = 1", "evidence-must-exist = \"true\""]),
        ("allow-na = false", &["allow-na = 0", "allow-na = \"no\""]),
        ("[target]", &["[targets]"]),
        ("[rules]", &["[rule]"]),
    ] {
        policies_judged_alike(&changed(POLICY, line, others), false);
    }
    policies_judged_alike(&["schema = 1\ntarget = 2\n", "schema = 1\nrules = []\n"].map(str::to_owned), false);
}

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
