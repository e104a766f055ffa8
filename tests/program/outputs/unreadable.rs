//! What cannot be read leaves no old document behind: every file says why there is no verdict.

use std::fs;

use serde_json::Value;

use crate::streams::folder::Folder;
use crate::support::folder::text;

const FILES: &str = "-o a.json -o a.xml -o a.sarif -o gitlab=a.gitlab -o github=a.github -o a.md -o a.txt \
                     -o github-summary=summary.md";

/// What a check of this leaves in its files, by name.
#[track_caller]
fn left(line: &str) -> impl Fn(&str) -> String {
    let folder = Folder::with_history();
    let line: Vec<_> = line.split_whitespace().chain(FILES.split_whitespace()).collect();
    let output = folder.run(&line);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""), "{line:?}");
    assert!(text(&output.stderr).starts_with("error: "), "{line:?}: {}", text(&output.stderr));
    move |name| fs::read_to_string(folder.path().join(name)).unwrap_or_else(|_| panic!("{name} is written"))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

#[test]
fn answers_with_mistakes_are_told_at_their_lines_in_every_format() {
    let read = left("check broken.toml --target 1 --exit-zero");
    let document = json(&read("a.json"));
    assert_eq!((&document["verdict"]["pass"], &document["schema"]), (&false.into(), &"assess.result/v1".into()));
    let problem = &document["problems"][0];
    let place = (&problem["file"], &problem["line"], &problem["column"]);
    assert_eq!(place, (&"broken.toml".into(), &8.into(), &1.into()));
    assert_eq!(problem["message"]["en"], "unknown id `shop.counter.selling.greting`");
    assert_eq!(problem["help"]["en"], "did you mean `greeting`?");
    assert!(read("a.github").starts_with("::error file=broken.toml,line=8,title=not-judged::unknown id "));
    let sarif = json(&read("a.sarif"));
    let result = &sarif["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "broken.toml");
    assert_eq!(place["region"]["startLine"], 8);
    assert_eq!(result["ruleId"], sarif["runs"][0]["tool"]["driver"]["rules"][0]["id"]);
    let gitlab = json(&read("a.gitlab"));
    assert_eq!(gitlab[0]["location"]["lines"]["begin"], 8);
    let junit = read("a.xml");
    let junit = roxmltree::Document::parse(&junit).expect("it is XML");
    assert_eq!(junit.root_element().attribute("errors"), Some("2"));
    assert_eq!(junit.descendants().filter(|node| node.has_tag_name("error")).count(), 2);
    let case = junit.descendants().find(|node| node.has_tag_name("testcase")).expect("it has cases");
    assert_eq!(case.attribute("name"), Some("broken.toml: [answers.shop.counter.selling] greting"));
    for name in ["a.md", "summary.md"] {
        let text = read(name);
        assert!(text.starts_with("## ❌ failed: nothing could be judged, 2 problems"), "{text}");
        assert!(text.contains("(broken.toml:8)"), "{text}");
    }
    assert!(read("a.txt").starts_with("failed: nothing could be judged, 2 problems"));
}

#[test]
fn whatever_cannot_be_read_is_told() {
    for (line, file, message) in [
        ("check nowhere.toml --target 1", "nowhere.toml", "there is no file `nowhere.toml`"),
        ("check --target 1 --model nowhere", "answers.toml", "there is no folder `nowhere`"),
        ("check --config broken.toml", "broken.toml", "a file of answers, and no policy"),
        ("check --baseline git:nowhere", "answers.toml", "there is no revision `nowhere`"),
        ("check --baseline broken.toml", "broken.toml", "unknown id"),
    ] {
        let read = left(line);
        let problems = json(&read("a.json"));
        let said = problems["problems"][0]["message"]["en"].as_str().expect("it is a text").to_owned();
        assert!(said.contains(message), "{line}: {said}");
        assert!(read("a.github").starts_with(&format!("::error file={file},line=")), "{line}: {}", read("a.github"));
    }
}

#[test]
fn standard_output_has_the_document_that_is_asked_for() {
    let folder = Folder::with_history();
    let check = |format: &str| folder.run(&["check", "broken.toml", "--target", "1", "--format", format]);
    for (format, start) in [
        ("json", "{\n"),
        ("markdown", "## ❌ failed: nothing could be judged"),
        ("junit", "<?xml "),
        ("sarif", "{\n"),
        ("github", "::error file=broken.toml,line=8,"),
        ("gitlab", "["),
    ] {
        let output = check(format);
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(text(&output.stdout).starts_with(start), "{format}: {}", text(&output.stdout));
        assert!(text(&output.stderr).starts_with("error: "), "{format}: {}", text(&output.stderr));
    }
    assert_eq!(json(&text(&check("json").stdout))["verdict"]["pass"], false);
    assert_eq!(text(&check("table").stdout), "", "people read the error alone");
}
