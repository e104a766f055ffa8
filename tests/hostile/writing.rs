//! Hostile texts that the program writes itself: read back, they are what they were, and nothing else has changed.

use std::fs;

use crate::corpus::{self, Text};
use crate::in_parallel;
use crate::runs::run;
use crate::skeleton::json;

const ID: &str = "shop.counter.selling.parting";

#[test]
fn a_text_that_is_set_is_read_back_exactly() {
    let mut texts = corpus::texts();
    texts.retain(|text| !text.text.contains('\0'));
    let count = texts.len();
    assert_eq!(in_parallel(texts, |text| set(&text)).len(), count);
}

fn set(text: &Text) {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), "word");
    let file = folder.path().join("answers.toml");
    let (name, text, before) = (&text.name, text.text.as_str(), fs::read_to_string(&file).expect("it is text"));
    let (value, note, evidence) = (format!("na:{text}"), format!("--note={text}"), format!("--evidence={text}"));
    let set = run(folder.path(), &["--model", "model", "set", "answers.toml", ID, &value, &note, &evidence]);
    assert_eq!((set.code, set.is_harmless()), (Some(0), Ok(())), "{name}: {}", String::from_utf8_lossy(&set.stderr));

    let after = fs::read_to_string(&file).expect("it is text");
    let is_other = |line: &&str| !line.starts_with("parting = { n");
    assert_eq!(after.lines().count(), before.lines().count(), "{name}:\n{after:.3000}");
    assert!(after.lines().filter(is_other).eq(before.lines().filter(is_other)), "{name}:\n{after:.3000}");
    let is_control = |character: char| character.is_ascii_control() && !matches!(character, '\n' | '\t');
    assert!(!after.contains(is_control), "{name}: {after:?}");

    let score = run(folder.path(), &["--model", "model", "score", "--format", "json"]);
    let score = json(&String::from_utf8_lossy(&score.stdout)).expect("it is JSON");
    let answer = &score["areas"][0]["domains"][0]["sub_domains"][0]["dimensions"][2];
    for said in [&answer["na"]["reason"], &answer["note"], &answer["evidence"][0]] {
        assert_eq!(said, text, "{name}");
    }
}

#[test]
fn a_template_of_any_model_is_sound() {
    let texts = corpus::texts();
    let count = texts.len();
    let done = in_parallel(texts, |text| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), &text.text);
        for lang in ["en", "zh"] {
            let (file, name) = (format!("{lang}.toml"), &text.name);
            let init = run(folder.path(), &["--model", "model", "--lang", lang, "init", "--schema", &file]);
            assert_eq!((init.code, init.is_harmless()), (Some(0), Ok(())), "{name}");
            let score = run(folder.path(), &["--model", "model", "score", "--format", "csv", &file]);
            assert_eq!(score.code, Some(0), "{name}: {}", String::from_utf8_lossy(&score.stderr));
            let schema = fs::read_to_string(folder.path().join("answers.schema.json")).expect("it is text");
            json(&schema).expect("it is JSON");
        }
    });
    assert_eq!(done.len(), count);
}
