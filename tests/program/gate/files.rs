//! Files that are not there, are broken, or would be written over.

use std::fs;

use super::folder::{Folder, SUB_DOMAIN, all, small};

#[test]
fn a_file_that_is_not_there_is_never_passed() {
    let folder = Folder::new();
    folder.refuses(&["check", "--target", "1"], "there is no file `answers.toml`");
    folder.refuses(&["check", "--target", "1", "anwsers.toml"], "there is no file `anwsers.toml`");
    folder.write("answers.toml", &small("5"));
    folder.refuses(&["check", "--target", "1", "--config", "policy.toml"], "there is no file `policy.toml`");
    folder.refuses(&["check", "--target", "1", "--baseline", "main.toml"], "there is no file `main.toml`");
    folder.refuses(&["check", "--target", "1", "."], "`.` is a folder");
    folder.write("assess.toml", "schema = 1\nanswers = \"team/answers.toml\"\n[target]\ndefault = 1\n");
    folder.refuses(&["check"], "there is no file `team/answers.toml`");
    folder.refuses(&["score", "answers.toml", "--config", "none.toml"], "there is no file `none.toml`");
}

#[test]
fn answers_with_mistakes_are_never_passed() {
    let folder = Folder::new();
    for answers in [
        String::new(),
        "not TOML".to_owned(),
        small("9"),
        small("\"3\""),
        small("3.0"),
        small("{ level = 3, met = [\"3.1\"] }"),
        small("{ na = \" \" }"),
        small("3").replace("strategy", "stratgy"),
        small("3").replace("model-version = \"1.1\"", "model-version = \"2\""),
        small("3").replace("\"devops\"", "\"other\""),
        small("3").replace("[\"delivery\"]", "[]"),
        small("3").replace("[\"delivery\"]", "[\"delivry\"]"),
        small("3") + &all(SUB_DOMAIN, "3"),
    ] {
        folder.write("answers.toml", &answers);
        folder.refuses(&["check", "--target", "1", "--exit-zero"], "");
    }
}

#[test]
fn nothing_is_written_over_what_was_read() {
    let folder = Folder::new();
    folder
        .write("answers.toml", &small("3"))
        .write("assess.toml", "schema = 1\n[target]\n\"delivery.testing.strategy\" = 3\n");
    for target in ["answers.toml", "json=answers.toml", "./answers.toml", "markdown=assess.toml"] {
        folder.refuses(&["check", "-o", target], "would be overwritten");
    }
    assert_eq!(fs::read_to_string(folder.path().join("answers.toml")).expect("it is there"), small("3"));
}

#[test]
fn several_outputs_are_written_in_one_run() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("2")).write("summary.md", "before\n");
    let arguments =
        ["check", "--target", "3", "-o", "junit=j.xml", "-o", "sarif=s.json", "-o", "github-summary=summary.md"];
    let (code, said) = folder.said(&arguments);
    assert!(code == 1 && said.starts_with("failed: "), "{said}");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is written");
    assert!(read("j.xml").starts_with("<?xml") && read("s.json").contains("\"2.1.0\""));
    assert!(read("summary.md").starts_with("before\n## ❌ failed"));
    folder.refuses(&["check", "--target", "3", "-o", "junit=no/such/folder.xml"], "cannot write `no/such/folder.xml`");
}

#[test]
fn documents_name_the_file_that_is_not_there() {
    let folder = Folder::new();
    folder.write("team/notes.txt", "").write("there.toml", &small("3"));
    let full = folder.path().join("gone/answers.toml");
    let full = full.to_str().expect("it is text");
    for (arguments, name) in [
        (&["nosuch.toml"][..], "nosuch.toml"),
        (&["team"], "team"),
        (&[full], "answers.toml"),
        (&["there.toml", "--config", "policy.toml"], "policy.toml"),
    ] {
        let outputs = ["check", "--target", "1", "-o", "v.json", "-o", "v.sarif", "-o", "v.xml", "-o", "gitlab=v.gl"];
        folder.refuses(&[&outputs[..], arguments].concat(), "");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is written");
        let json: serde_json::Value = serde_json::from_str(&read("v.json")).expect("it is JSON");
        assert_eq!(json["problems"][0]["file"], name, "{json}");
        assert_eq!(json["problems"][0]["line"], serde_json::Value::Null, "it is the file as a whole");
        assert!(read("v.sarif").contains(&format!("\"uri\": \"{name}\"")));
        assert!(read("v.xml").contains(&format!("name=\"{name}\"")));
        assert!(read("v.gl").contains(&format!("\"path\": \"{name}\"")));
        for document in ["v.json", "v.sarif", "v.xml", "v.gl"] {
            let text = read(document);
            assert!(!text.contains(folder.path().to_str().expect("it is text")), "{document}: {text}");
        }
    }
}
