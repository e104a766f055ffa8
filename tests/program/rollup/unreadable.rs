//! What cannot be read is named, and the rest is done.

use std::fs;
use std::os::unix::fs::symlink;

use super::teams::{GOOD, Teams};
use crate::support::folder::{answers, make_pipe, set_mode};

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let teams = Teams::new(&[
        ("a/answers.toml", GOOD),
        ("b/answers.toml", "greting = 1\npaying = 9"),
        ("z/answers.toml", GOOD),
    ]);
    teams.write("c/answers.toml", &"#".repeat(2 << 20));
    teams.write("d/answers.toml", &answers(GOOD).replace("model = \"tiny\"", "model = \"other\""));
    teams.write("e/answers.toml", &answers(GOOD).replace("model-version = \"2\"", "model-version = \"1\""));
    symlink("answers.toml", teams.path("f.answers.toml")).expect("links can be made");
    fs::create_dir(teams.path("g")).expect("there is room");
    for (one, other) in [("answers.toml", "x.answers.toml"), ("x.answers.toml", "answers.toml")] {
        symlink(other, teams.path("g").join(one)).expect("links can be made");
    }
    symlink("..", teams.path("g/round")).expect("links can be made");
    make_pipe(&teams.path("h.answers.toml"));
    fs::write(teams.path("i.answers.toml"), b"schema = \"\xff\"").expect("there is room");

    assert_eq!(teams.paths(&[]), ["a/answers.toml", "z/answers.toml"]);
    let (code, stdout, _) = teams.run(&[]);
    assert_eq!(code, Some(2));
    for place in [
        "b/answers.toml:9:1: unknown id `shop.counter.selling.greting`",
        "`c/answers.toml` is larger than 1 MiB",
        "d/answers.toml:4:9: ",
        "e/answers.toml:5:17: ",
        "`f.answers.toml` is a link that leads nowhere",
        "cannot read `g/answers.toml`: its links lead round in a circle",
        "cannot read `g/x.answers.toml`: ",
        "`h.answers.toml` is no regular file",
        "i.answers.toml:1:11: not UTF-8",
    ] {
        assert!(stdout.contains(place), "{place}: {stdout}");
    }
    assert!(stdout.contains("9 files could not be read"), "{stdout}");
    let (code, _, stderr) = teams.run(&["--exit-zero", "--format", "ndjson"]);
    assert_eq!((code, stderr.lines().last()), (Some(0), Some("9 of 11 files could not be read")));
    let (_, json, _) = teams.run(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!((json["broken"][0]["line"].as_u64(), json["broken"][0]["problems"].as_u64()), (Some(9), Some(2)));
}

#[test]
fn a_folder_that_cannot_be_entered_is_named() {
    let teams = Teams::new(&[("a/answers.toml", GOOD), ("b/answers.toml", GOOD)]);
    set_mode(&teams.path("b"), 0o000);
    let is_root = fs::read_dir(teams.path("b")).is_ok();
    let (code, stdout, stderr) = teams.run(&["--format", "csv"]);
    set_mode(&teams.path("b"), 0o755);
    if !is_root {
        assert_eq!((code, stdout.lines().count()), (Some(2), 5));
        assert!(stderr.starts_with("cannot read `b`: permission denied\n"), "{stderr}");
    }
}

#[test]
fn what_the_system_refuses_is_said_in_the_language_of_the_message() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    teams.write("list", &format!("{}\na\n", "x".repeat(300)));
    let (code, _, stderr) = teams.run(&["--files-from", "list", "--format", "csv", "--lang", "zh"]);
    assert!(code == Some(2) && stderr.contains("名称过长") && !stderr.contains("os error"), "{stderr}");
}
