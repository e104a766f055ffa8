//! What the program writes and reads has its place in a guide: reasons, rules, keys and formats, none left out.

use std::process::Command;

use serde_json::Value;

use super::text;

/// What the program prints.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_assess")).args(arguments).env("ASSESS_LANG", "en").output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("it prints text")
}

/// The words that stand at a place of a schema: the values of an enum, or the keys of an object.
fn words(schema: &str, place: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&printed(&["schema", schema])).expect("it is JSON");
    let words: Vec<_> = match schema.pointer(place).expect("it has this place") {
        Value::Array(values) => values.iter().map(|value| value.as_str().expect("a word").to_owned()).collect(),
        Value::Object(keys) => keys.keys().cloned().collect(),
        other => panic!("{other}"),
    };
    assert!(words.len() > 3, "{words:?}");
    words
}

#[test]
fn guides_name_every_reason_rule_and_key() {
    for (page, schema, place) in [
        ("gate.md", "result", "/definitions/Code/enum"),
        ("gate.md", "policy", "/properties/rules/properties"),
        ("answers.md", "answers", "/properties/assessment/properties"),
        ("answers.md", "answers", "/properties/outcomes/properties"),
        ("models.md", "model", "/definitions/scoring/properties"),
    ] {
        for folder in ["docs", "docs/zh"] {
            let guide = text(&format!("{folder}/{page}"));
            let missing: Vec<_> = words(schema, place).into_iter().filter(|word| !guide.contains(word)).collect();
            assert!(missing.is_empty(), "{folder}/{page} says nothing of {missing:?}");
        }
    }
}

/// The formats of a command, by its help.
fn formats(command: &str) -> Option<Vec<String>> {
    let words: Vec<_> = command.split(' ').collect();
    let help = printed(&[&words[..], &["--help"]].concat());
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, list) = help.split_once("The form of the document: ")?;
    let (list, _) = list.split_once(" [default: the first]").expect("it ends so");
    Some(list.split(", ").map(str::to_owned).collect())
}

#[test]
fn one_guide_lists_the_formats_of_every_command() {
    let page = printed(&["--help"]);
    let (_, commands) = page.split_once("Commands:\n").expect("it has a list");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands = commands.map(|line| line.split_whitespace().next().expect("it begins with the name"));
    let commands: Vec<_> = commands.filter(|name| !["help", "model"].contains(name)).chain(["model show"]).collect();
    let with_formats: Vec<_> = commands.iter().filter_map(|name| Some((name, formats(name)?))).collect();
    assert!(with_formats.len() > 6, "{with_formats:?}");
    for (guide, comma) in [("docs/programs.md", "`, `"), ("docs/zh/programs.md", "`、`")] {
        let guide = text(guide);
        for (name, formats) in &with_formats {
            let row = guide.lines().find(|line| line.starts_with('|') && line.contains(&format!("`assess {name}`")));
            let cell = format!("| `{}` |", formats.join(comma));
            assert!(row.is_some_and(|row| row.ends_with(&cell)), "{name}: {row:?} does not end in {cell}");
        }
    }
}
