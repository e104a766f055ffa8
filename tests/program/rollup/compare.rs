//! Each file beside what it was before.

use std::fs;
use std::os::unix::fs::symlink;

use super::teams::{GOOD, Teams};
use crate::support::folder::answers;
use crate::support::git::git;

#[test]
fn each_file_is_compared_with_what_it_was() {
    let teams = Teams::new(&[
        ("a/answers.toml", "greeting = 0\npaying = 1"),
        ("old/a/answers.toml", "greeting = 2\npaying = 1"),
    ]);
    git(teams.root(), &["init", "--quiet", "--template="]);
    git(teams.root(), &["add", "a"]);
    git(teams.root(), &["commit", "--quiet", "-m", "all"]);
    teams.write("a/answers.toml", &answers("greeting = 1\npaying = 1"));
    teams.write("a/new/answers.toml", &answers(GOOD));
    let moved = |arguments: &[&str]| {
        let (code, json, stderr) = teams.run(&[arguments, &["--format", "json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{stderr}"));
        (code, json["nodes"][0]["moved"].to_string())
    };
    let up = r#"{"changed":0,"down":0,"new":1,"same":0,"up":1}"#.to_owned();
    assert_eq!(moved(&["a", "--compare", "git:HEAD"]), (Some(0), up));
    let down = r#"{"changed":0,"down":1,"new":1,"same":0,"up":0}"#.to_owned();
    assert_eq!(moved(&["a", "--compare", "old/a"]), (Some(0), down));
    let (code, _, stderr) = teams.run(&["a", "--compare", "git:nowhere"]);
    assert!(code == Some(2) && stderr.contains("error: there is no revision `nowhere`"), "{stderr}");
    for (word, start) in [
        ("nowhere", "error: there is no folder `nowhere`"),
        ("a/answers.toml", "error: `a/answers.toml` is no folder"),
        ("a", "error: `a` would be compared"),
    ] {
        let (code, _, stderr) = teams.run(&["a", "--compare", word]);
        assert!(code == Some(2) && stderr.starts_with(start), "{stderr}");
    }
}

#[test]
fn a_file_that_was_renamed_is_compared_with_what_it_was() {
    let of_team =
        |team: &str, lines: &str| answers(lines).replace("[assessment]", &format!("[assessment]\nteam = \"{team}\""));
    let teams = Teams::new(&[]);
    for (name, team) in [("a/answers.toml", "a"), ("b/answers.toml", "b"), ("gone/answers.toml", "gone")] {
        teams.write(name, &of_team(team, "greeting = 0\npaying = 1"));
    }
    git(teams.root(), &["init", "--quiet", "--template="]);
    git(teams.root(), &["add", "."]);
    git(teams.root(), &["commit", "--quiet", "-m", "all"]);
    git(teams.root(), &["mv", "a", "shop"]);
    teams.write("shop/answers.toml", &of_team("a", "greeting = 1\npaying = 1"));
    git(teams.root(), &["rm", "--quiet", "-r", "gone"]);
    teams.write("new/answers.toml", &of_team("new", "greeting = 0\npaying = 1"));
    git(teams.root(), &["add", "new"]);
    let json = |arguments: &[&str]| {
        let (code, json, stderr) = teams.run(&[&["--compare", "git:HEAD", "--format", "json"], arguments].concat());
        assert_eq!(code, Some(0), "{stderr}");
        serde_json::from_str::<serde_json::Value>(&json).unwrap_or_else(|_| panic!("{stderr}"))
    };
    let told = json(&["."]);
    let before: Vec<_> = told["teams"]
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|team| {
            (team["path"].as_str().unwrap_or_default(), team["has_earlier"].as_bool(), team["earlier_path"].as_str())
        })
        .collect();
    assert_eq!(
        before,
        [
            ("b/answers.toml", Some(true), None),
            ("new/answers.toml", Some(false), None),
            ("shop/answers.toml", Some(true), Some("a/answers.toml")),
        ],
        "another team's file that git takes for its own is none of it"
    );
    assert_eq!(told["nodes"][0]["moved"]["up"], 1, "it counts as it moved");
    let private = json(&[".", "--without", "names"]);
    assert!(private["teams"].as_array().is_some_and(|teams| teams.iter().all(|team| team["earlier_path"].is_null())));
    for format in ["table", "markdown", "html"] {
        let (_, document, _) = teams.run(&[".", "--compare", "git:HEAD", "--format", format]);
        let joined = document.replace("\n  ", " ");
        assert!(joined.contains("shop/answers.toml (a/answers.toml)"), "{format}: {document}");
    }
}

#[test]
fn a_link_is_compared_with_what_its_file_was() {
    let teams = Teams::new(&[("repo/answers.toml", "greeting = 0\npaying = 1")]);
    git(&teams.path("repo"), &["init", "--quiet", "--template="]);
    git(&teams.path("repo"), &["add", "."]);
    git(&teams.path("repo"), &["commit", "--quiet", "-m", "all"]);
    teams.write("repo/answers.toml", &answers(GOOD));
    fs::create_dir(teams.path("links")).expect("there is room");
    symlink("../repo/answers.toml", teams.path("links/shop.answers.toml")).expect("links can be made");
    let (code, json, stderr) = teams.run(&["links", "--compare", "git:HEAD", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{stderr}"));
    assert_eq!((code, json["nodes"][0]["moved"]["up"].as_u64()), (Some(0), Some(1)), "{stderr}");
}

#[test]
fn where_there_is_nothing_to_compare_with_that_is_said_and_not_counted_as_none() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    fs::create_dir(teams.path("old")).expect("there is room");
    for (format, heads) in [("table", "Up"), ("markdown", "| Up |"), ("html", "Then and now")] {
        let (code, stdout, stderr) = teams.run(&["a", "--compare", "old", "--format", format]);
        assert_eq!(code, Some(0), "{stderr}");
        let joined = stdout.replace("\n  ", " ");
        assert!(joined.contains("There is nothing to compare with") && !joined.contains(heads), "{format}: {joined}");
    }
}
