//! The schema of results: it takes what is written, and nothing that is a word, a type or a key away from it.

use std::collections::BTreeSet;

use assess::answers::{Answers, parse};
use assess::commands::Commands;
use assess::model::{Id, Level};
use assess::policy::{Case, Evidence, Incomplete, Origin, Rules, Target, Targets, judge};
use assess::report::{Baseline, BaselineFile, Check, PlacedProblem, Unjudged, json};
use assess::scoring::score;
use assess::text;
use assess::{diff, model::Model};
use serde_json::{Value, json};

use super::{findings, validator};
use crate::storeys;
use crate::support::{tiny, tiny_answers};

/// Results and verdicts with nodes, answers and reasons of many kinds.
fn results() -> Vec<Value> {
    let model = tiny();
    let lines = [
        "greeting = { level = 0, met = [\"1.1\"], note = \"why\", evidence = [\"a.md\"] }\npaying = \"1-\"",
        "greeting = { na = { reason = \"no door\", until = 2026-01-01 } }\npaying = 2",
        "greeting = { na = \"no door\" }\npaying = { na = \"free\" }",
        "greeting = 2",
        "",
    ];
    let texts = lines.iter().flat_map(|lines| {
        let answers = answers(&model, lines);
        [json::result(&score(&model, &answers)), checked(&model, &answers)]
    });
    let measured = outcomes(&model);
    let own_kinds = ["two", "five"].into_iter().map(|name| {
        let model = storeys::model(name);
        json::result(&score(&model, &storeys::answered(&model)))
    });
    texts
        .chain(own_kinds)
        .chain([unjudged(), measured])
        .map(|text| serde_json::from_str(&text).expect("it is JSON"))
        .collect()
}

/// A result of a team that measures everything.
fn outcomes(model: &Model) -> String {
    let mut source = tiny_answers("greeting = 2");
    source.text += "[outcomes]\ndeployment-frequency = \"3/week\"\nlead-time = \"2d\"\nchange-failure-rate = \"8%\"\nrecovery-time = \"0.5h\"\nrework-rate = \"0%\"\n";
    json::result(&score(model, &parse(&source, model).expect("they are sound")))
}

/// What stands in place of a verdict where nothing can be judged.
fn unjudged() -> String {
    let problem = |position: Option<(usize, usize)>| PlacedProblem {
        file: position.map(|_| "answers.toml".to_owned()),
        position,
        place: String::new(),
        message: text!("wrong", "错"),
        help: position.map(|_| text!("right", "对")),
    };
    json::unjudged(&Unjudged { problems: &[problem(Some((1, 2))), problem(None)], file: "answers.toml" })
}

fn answers(model: &Model, lines: &str) -> Answers {
    let mut source = tiny_answers(lines);
    let head = "model-version = \"2\"\nteam = \"us\"\ndate = 2026-01-02\nassessors = [\"me\"]\nscope = [\"shop\"]";
    source.text = source.text.replace("model-version = \"2\"", head);
    parse(&source, model).expect("they are sound")
}

fn checked(model: &Model, answers: &Answers) -> String {
    let before = self::answers(model, "greeting = 2\npaying = 1");
    let outcome = score(model, answers);
    let since = diff::diff(&score(model, &before), &outcome);
    let target =
        |id: Option<&'static str>, origin| Target { id: id.map(|id| Id(id.into())), value: Level(1).into(), origin };
    let verdict = judge(Case {
        outcome: &outcome,
        written: answers,
        targets: &Targets(vec![target(None, Origin::Flag), target(Some("shop"), Origin::Line(3))]),
        rules: &Rules {
            incomplete: Incomplete::Warn,
            max_age_days: Some(1),
            evidence_from: Some(Level(1)),
            evidence_must_exist: true,
            allow_na: false,
            na_needs_until: true,
            require_baseline: true,
        },
        day: "2026-11-21".parse().expect("it is a day"),
        since: Some(&since),
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    });
    let file = match answers.given.len() {
        2 => BaselineFile::Removed("old.toml".to_owned()),
        _ => BaselineFile::Named,
    };
    let baseline = Baseline { name: "git:main", file: &file };
    json::check(&Check {
        outcome: &outcome,
        verdict: &verdict,
        file: "answers.toml",
        baseline: Some(baseline),
        commands: &Commands::default(),
    })
}

#[test]
fn what_is_written_follows_the_schema() {
    let schema = validator(&json::result_schema());
    for result in results() {
        assert_eq!(findings(&schema, &result), [""; 0], "{result:#}");
    }
}

/// A place in a result, and the schema that is meant for it.
struct Place<'s> {
    pointer: String,
    schema: &'s Value,
    /// Where the schema stands in the whole, so that each is met at least once.
    name: String,
}

/// Every place of a value that the schema describes.
fn places<'s>(
    root: &'s Value,
    schema: &'s Value,
    name: &str,
    value: &Value,
    pointer: &str,
    found: &mut Vec<Place<'s>>,
) {
    if let Some(target) = schema["$ref"].as_str() {
        let target = target.trim_start_matches('#');
        return places(root, root.pointer(target).expect("it is there"), target, value, pointer, found);
    }
    for keyword in ["anyOf", "allOf"] {
        for (number, other) in schema[keyword].as_array().into_iter().flatten().enumerate() {
            if other["type"] != "null" && !value.is_null() && may_be(root, other, value) {
                places(root, other, &format!("{name}/{keyword}/{number}"), value, pointer, found);
            }
        }
    }
    found.push(Place { pointer: pointer.to_owned(), schema, name: name.to_owned() });
    for (key, below) in value.as_object().into_iter().flatten() {
        if let Some(described) = schema["properties"].get(key) {
            let (name, pointer) = (format!("{name}/properties/{key}"), format!("{pointer}/{key}"));
            places(root, described, &name, below, &pointer, found);
        }
    }
    for (number, below) in value.as_array().into_iter().flatten().enumerate() {
        let (name, pointer) = (format!("{name}/items"), format!("{pointer}/{number}"));
        places(root, &schema["items"], &name, below, &pointer, found);
    }
}

/// Whether a value has the keys that one of several schemas asks for.
fn may_be(root: &Value, schema: &Value, value: &Value) -> bool {
    let target = schema["$ref"].as_str().map(|target| target.trim_start_matches('#'));
    let schema = target.map_or(schema, |target| root.pointer(target).expect("it is there"));
    let required = schema["required"].as_array();
    required.into_iter().flatten().all(|key| value.get(key.as_str().expect("it is a key")).is_some())
}

fn places_of<'s>(root: &'s Value, result: &Value) -> Vec<Place<'s>> {
    let mut found = Vec::new();
    places(root, root, "", result, "", &mut found);
    found
}

fn refuses(schema: &jsonschema::Validator, result: &Value, pointer: &str, change: impl FnOnce(&mut Value)) {
    let mut spoilt = result.clone();
    change(spoilt.pointer_mut(pointer).expect("it is there"));
    assert!(!schema.is_valid(&spoilt), "{pointer}: {:#}", spoilt.pointer(pointer).unwrap_or(&Value::Null));
}

#[test]
fn another_word_is_refused_wherever_words_are_fixed() {
    let root = json::result_schema();
    let schema = validator(&root);
    let mut met = BTreeSet::new();
    for result in results() {
        for place in places_of(&root, &result) {
            if place.schema.get("enum").or(place.schema.get("const")).is_some() {
                for other in [json!("whatever"), json!("Complete"), json!(""), json!(1), Value::Null] {
                    refuses(&schema, &result, &place.pointer, |value| *value = other);
                }
                met.insert(place.name);
            }
        }
    }
    let fixed: BTreeSet<_> = fixed(&root, "").into_iter().collect();
    assert_eq!(met, fixed, "every word is met in a result");
    assert!(fixed.len() > 10, "{fixed:?}");
}

/// Every schema within one that fixes words.
fn fixed(schema: &Value, name: &str) -> Vec<String> {
    let below: Vec<(String, &Value)> = match schema {
        Value::Object(keys) => keys.iter().map(|(key, value)| (format!("{name}/{key}"), value)).collect(),
        _ => return Vec::new(),
    };
    let own = (schema.get("enum").is_some()
        || schema.get("const").is_some_and(|word| word.is_string() || word.is_boolean()))
    .then(|| name.to_owned());
    own.into_iter().chain(below.into_iter().flat_map(|(name, value)| fixed(value, &name))).collect()
}

#[test]
fn another_type_is_refused_everywhere() {
    let root = json::result_schema();
    let schema = validator(&root);
    for result in results() {
        for place in places_of(&root, &result) {
            for other in [json!(true), json!([[]]), json!(-1), json!({ "x": 1 })] {
                let is_truth = place.schema["type"] == "boolean";
                if !(is_truth && other.is_boolean()) {
                    refuses(&schema, &result, &place.pointer, |value| *value = other);
                }
            }
        }
    }
}

#[test]
fn a_key_too_many_and_a_key_too_few_are_refused() {
    let root = json::result_schema();
    let schema = validator(&root);
    let may_lack = ["/verdict", "/answer", "/note", "/evidence", "/na"];
    for result in results() {
        for place in places_of(&root, &result).iter().filter(|place| place.schema["type"] == "object") {
            let keys = result.pointer(&place.pointer).and_then(Value::as_object).expect("it is an object");
            let set = |key: &'static str| move |value: &mut Value| value[key] = json!(1);
            refuses(&schema, &result, &place.pointer, set("levle"));
            // A model may have one language alone.
            let may_lack = |key: &str| may_lack.contains(&format!("/{key}").as_str()) || ["en", "zh"].contains(&key);
            for key in keys.keys().filter(|key| !may_lack(key)) {
                refuses(&schema, &result, &place.pointer, |value| {
                    value.as_object_mut().expect("it is an object").remove(key);
                });
            }
        }
    }
}

#[test]
fn a_node_has_the_keys_of_its_kind_alone() {
    let schema = validator(&json::result_schema());
    let result = results().remove(0);
    for (pointer, key, value) in [
        ("/overall", "domains", json!([])),
        ("/areas/0", "dimensions", json!([])),
        ("/areas/0", "unasked", json!([])),
        ("/areas/0/domains/0", "next", Value::Null),
        ("/areas/0/domains/0/sub_domains/0", "note", json!("why")),
        ("/areas/0/domains/0/sub_domains/0/dimensions/0", "unasked", json!([])),
        ("/areas/0/domains/0/sub_domains/0/dimensions/0", "kind", json!("area")),
        ("/areas/0", "kind", json!("model")),
        ("/areas/0", "id", json!("Shop Floor")),
        ("/areas/0", "level", json!(10)),
        ("/areas/0", "score", json!(100.01)),
        ("/areas/0", "grade", json!("3+")),
        ("/assessment", "date", json!("2026-13-01")),
    ] {
        refuses(&schema, &result, pointer, |node| node[key] = value);
    }
}
