//! Clauses on the command line: by place, or by what another framework calls them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What `assess set answers.toml` says with these arguments, to answers of the model of a bakery.
fn set(folder: &Path, arguments: &[&str]) -> Output {
    let model = fs::canonicalize("tests/models/bakery").expect("the fixture is there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(folder).arg("--model").arg(model).args(["set", "answers.toml"]).args(arguments);
    command.env("ASSESS_LANG", "en").output().expect("the program runs")
}

#[test]
fn a_clause_may_be_named_by_its_ref_and_is_kept_by_its_place() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("answers.toml");
    fs::copy("tests/answers/bakery.toml", &path).expect("the answers are there");
    let age = "shop.counter.bread.age";
    let output = set(folder.path(), &[age, "1", "--met", "B-2,2.2", "--except", "B-1=it is all sold"]);
    assert!(output.status.success(), "{output:?}");
    let text = fs::read_to_string(&path).expect("it is text");
    let line = "age = { level = 1, met = [\"2.2\", \"3.1\"], except = { \"2.1\" = \"it is all sold\" } }";
    assert!(text.contains(line), "{text}");
    for (word, said) in
        [("B-3", "`B-3` does not name a clause"), ("3.2", "no clause `3.2` in `shop.counter.bread.age`")]
    {
        let output = set(folder.path(), &[age, "1", "--met", word]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(said), "{output:?}");
    }
    assert_eq!(fs::read_to_string(&path).expect("it is text"), text, "what is refused changes nothing");
}
