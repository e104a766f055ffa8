//! What several people answered, as people and programs read it.

use assess::answers::{self, parse};
use assess::lang::Lang;
use assess::merge::{Merge, Voice, merge};
use assess::model::Model;
use assess::problem::Source;
use assess::report::{Drawing, Style, json, markdown, terminal};
use assess::text::width;

use super::{by, heard, people, style};
use crate::storeys;
use crate::support::{load, tiny, tiny_answers};

/// Fifty people with long names, notes and every kind of answer.
fn crowd(model: &Model) -> Merge<'_> {
    let lines = [
        "greeting = { level = 2, note = \"\\u202e[x](y) ##[group] 很长的备注，写了很多字，说明为什么\" }\npaying = 1",
        "greeting = \"2-\"\npaying = { na = \"free\" }",
        "greeting = { level = 1, met = [\"2.1\"] }\npaying = 1",
        "greeting = { level = 2, except = { \"2.2\" = \"nobody is thanked here, and this is a long reason\" } }",
    ];
    let voices = (0..50).map(|number| {
        let mut answers = parse(&tiny_answers(lines[number % lines.len()]), model).expect("they are sound");
        answers.assessment.assessors = vec![format!("person {number} \u{1b}[31m with a name that is rather long")];
        Voice { path: format!("{number}.toml"), answers }
    });
    merge(model, voices.collect())
}

#[test]
fn fifty_people_are_readable_at_every_width_and_harmless() {
    let model = tiny();
    let merged = crowd(&model);
    for (lang, columns) in
        [(Lang::En, 80), (Lang::Zh, 80), (Lang::En, 60), (Lang::Zh, 60), (Lang::En, 40), (Lang::Zh, 40)]
    {
        for drawing in [Drawing::Drawn, Drawing::Plain] {
            let text = terminal::merge(&merged, &Style { drawing, ..style(lang, columns) });
            let wide: Vec<_> = text.lines().filter(|line| width(line) > columns).collect();
            assert!(wide.is_empty(), "{columns} {lang:?}: {wide:#?}");
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
            assert!(text.lines().count() < 200, "of many who say the same only some are named:\n{text}");
        }
    }
    let text = markdown::merge(&merged, &style(Lang::En, 80));
    assert!(!text.contains(['\u{1b}', '\u{202e}']) && !text.contains("[x](y)"), "{text}");
    let chinese = markdown::merge(&merged, &style(Lang::Zh, 80));
    assert!(chinese.contains("等共 50 人"), "the count after names is that of all: {chinese}");
    let parsed: serde_json::Value = serde_json::from_str(&json::merge(&merged)).expect("it is JSON");
    assert_eq!(parsed["people"].as_array().map(Vec::len), Some(50));
    assert_eq!(parsed["questions"][0]["said"].as_array().map(Vec::len), Some(50), "nothing is lost");
}

#[test]
fn what_programs_read_follows_its_schema() {
    let schema = jsonschema::draft7::new(&json::merge_schema()).expect("the schema is a schema");
    let (model, six) = (tiny(), storeys::model("six"));
    let answered = storeys::answered(&six);
    let degrees = load("examples/models/mountain-hut").model.expect("the example is sound");
    let graded = std::fs::read_to_string("examples/models/mountain-hut.answers.toml").expect("it is text");
    let graded = parse(&Source { name: "hut.toml".to_owned(), text: graded }, &degrees).expect("they are sound");
    let documents = [
        json::merge(&crowd(&model)),
        json::merge(&people(&model, &["greeting = 1", "greeting = 2\npaying = 1"])),
        json::merge(&heard(&model, vec![by(&model, &["A", "B"], ""), by(&model, &["A"], ""), by(&model, &["B"], "")])),
        json::merge(&heard(&six, vec![answered.clone(), answered])),
        json::merge(&heard(&degrees, vec![graded.clone(), answers::empty(&degrees), graded])),
    ];
    for text in &documents {
        let value: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
        let faults: Vec<_> =
            schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(faults, [""; 0], "{text}");
        for (pointer, key, other) in [
            ("", "levle", serde_json::json!(1)),
            ("/counts", "agreed", serde_json::json!("1")),
            ("/questions/0", "agreement", serde_json::json!("nearly")),
            ("/people/0", "path", serde_json::Value::Null),
            ("/questions/0/said/0", "levle", serde_json::json!(1)),
        ] {
            let mut spoilt = value.clone();
            let Some(place) = spoilt.pointer_mut(pointer) else { continue };
            place[key] = other;
            assert!(!schema.is_valid(&spoilt), "{pointer}/{key}");
        }
    }
}
