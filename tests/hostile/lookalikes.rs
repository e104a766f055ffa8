//! Ids that only look like others, or like paths: each is said to be wrong.

use std::fs;
use std::path::Path;

use crate::broken::refused;
use crate::checks::{Fault, plain};
use crate::corpus;
use crate::runs::{Coloring, run};
use crate::{in_parallel, no_faults};

/// A file, what is written in place of something in it, and what the message says about it.
type Change = (&'static str, &'static str, &'static str, &'static [&'static str]);

const CHANGES: &[Change] = &[
    ("model/model.toml", "id = \"yard\"", "id = \"shop\"", &["`shop` is there twice"]),
    ("model/model.toml", "id = \"yard\"", "id = \"Shop\"", &["`Shop` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"sh\\u00f3p\"", &["is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"sho\\u0301p\"", &["is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"ｓｈｏｐ\"", &["is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"shо\u{440}\"", &["is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"shop\\u200b\"", &["is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"../yard\"", &["`../yard` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"/\"", &["`/` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"yard\\\\gate\"", &["`yard\\gate` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"..\"", &["`..` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"yard.gate\"", &["`yard.gate` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"-yard\"", &["`-yard` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"yard--gate\"", &["`yard--gate` is not an id"]),
    ("model/model.toml", "id = \"yard\"", "id = \"hostile\"", &["has the id of the model"]),
    ("model/model.toml", "id = \"yard\"", "id = \"default\"", &["`default` stands for every target that is not said"]),
    ("model/model.toml", "id = \"hostile\"", "id = \"Hostile\"", &["`Hostile` is not an id"]),
    ("model/model.toml", "[\"gate\"]", "[\"gate\", \"gate\"]", &["`gate` is there twice"]),
    (
        "model/model.toml",
        "[\"gate\"]",
        "[\"gate\", \"Gate\", \"ga/te\"]",
        &["`Gate` is not an id", "`ga/te` is not an id"],
    ),
    ("model/shop/counter.toml", "id = \"paying\"", "id = \"greeting\"", &["`greeting` is there twice"]),
    ("model/shop/counter.toml", "id = \"paying\"", "id = \"Greeting\"", &["`Greeting` is not an id"]),
    ("model/shop/counter.toml", "id = \"paying\"", "id = \"gree\\u0301ting\"", &["is not an id"]),
    ("model/shop/counter.toml", "id = \"selling\"", "id = \"selling/buying\"", &["`selling/buying` is not an id"]),
    ("answers.toml", "paying = ", "greeting = 1\npaying = ", &["is there twice"]),
    ("answers.toml", "paying = ", "\"greeting\" = 1\npaying = ", &["is there twice"]),
    (
        "answers.toml",
        "paying = ",
        "Greeting = 1\npaying = ",
        &["unknown id `shop.counter.selling.Greeting`", "`greeting`"],
    ),
    ("answers.toml", "paying = ", "\"gree\\u0301ting\" = 1\npaying = ", &["unknown id"]),
    ("answers.toml", "paying = ", "\"gr\\u00e9eting\" = 1\npaying = ", &["unknown id"]),
    ("answers.toml", "paying = ", "\"ｇｒｅｅｔｉｎｇ\" = 1\npaying = ", &["unknown id"]),
    ("answers.toml", "paying = ", "\"greetіng\" = 1\npaying = ", &["unknown id"]),
    ("answers.toml", "paying = ", "\"pay/ing\" = 1\npaying = ", &["unknown id `shop.counter.selling.pay/ing`"]),
    ("answers.toml", "paying = ", "\"../../yard\" = 1\npaying = ", &["unknown id `shop.counter.selling.../../yard`"]),
    (
        "answers.toml",
        "[answers.shop.",
        "[answers.Shop.counter.selling]\n[answers.shop.",
        &["unknown id `Shop`", "`shop`"],
    ),
    ("answers.toml", "date = ", "scope = [\"Shop\", \"shop/counter\"]\ndate = ", &["`Shop`", "`shop/counter`"]),
    ("answers.toml", "date = ", "scope = [\"shop\", \"shop\"]\ndate = ", &["twice"]),
    ("assess.toml", "default = 2", "\"shop\" = 1\nshop = 1", &["is there twice"]),
    ("assess.toml", "default = 2", "\"Shop\" = 1", &["unknown id `Shop`", "`shop`"]),
    ("assess.toml", "default = 2", "\"sho\\u0301p\" = 1", &["unknown id"]),
    ("assess.toml", "default = 2", "\"ｓｈｏｐ\" = 1", &["unknown id `ｓｈｏｐ`"]),
    ("assess.toml", "default = 2", "\"shop/counter\" = 1", &["unknown id `shop/counter`"]),
    ("assess.toml", "default = 2", "\"Default\" = 1", &["unknown id `Default`", "`default`"]),
];

#[test]
fn ids_that_look_alike_are_said_to_be_wrong() {
    no_faults(in_parallel(CHANGES.to_vec(), |(file, from, to, says)| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), "word");
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).expect("it is text");
        assert!(text.contains(from), "{file}: {from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("there is room");
        let fault = fault_of(folder.path(), &["check", "--color", "always"], says);
        fault.map(|fault| format!("{file}: {to}: {fault}")).into_iter().collect()
    }));
}

/// What is wrong with a refusal that should say all of this.
fn fault_of(folder: &Path, line: &[&str], says: &[&str]) -> Option<Fault> {
    let run = run(folder, &[&["--model", "model"], line].concat()).with(Coloring::Some);
    let said = plain(&String::from_utf8_lossy(&run.stderr));
    let silent = says.iter().find(|word| !said.contains(**word));
    refused(&run).err().or_else(|| silent.map(|word| format!("{word:?} is not said: {said}")))
}

#[test]
fn an_id_on_the_command_line_is_never_a_path() {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), "word");
    let ids = [
        "../shop",
        "/etc/passwd",
        "shop/counter",
        "shop\\counter",
        "./shop",
        "shop/",
        "Shop",
        "sho\u{301}p",
        "shop.",
        "",
    ];
    no_faults(in_parallel(ids.to_vec(), |id| {
        let target = format!("{id}=1");
        let lines: [&[&str]; 6] = [
            &["explain", id],
            &["next", "--only", id],
            &["check", "--target", &target],
            &["check", "--baseline", "before.toml", "--allow-drop", id],
            &["init", "new.toml", "--scope", id],
            &["set", "answers.toml", id, "1"],
        ];
        lines.iter().filter_map(|line| Some(format!("{line:?}: {}", fault_of(folder.path(), line, &[id])?))).collect()
    }));
}
