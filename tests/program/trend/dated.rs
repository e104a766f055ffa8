//! Several files by their days: their order, and those that are missing or no points.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::repository::{Repository, renamed};
use crate::support::folder::{Folder, MODEL, answers, text, words};
use crate::support::git::git;

/// Answers of a day; of none where that is empty.
fn dated(level: u8, day: &str) -> String {
    let date = if day.is_empty() { String::new() } else { format!("date = {day}\n") };
    answers(&format!("greeting = {level}\npaying = 1")).replace("date = 2026-01-31\n", &date)
}

#[test]
fn several_files_are_put_in_the_order_of_their_days() {
    let folder = Repository::new();
    folder.write("b.toml", &dated(2, "2026-05-01"));
    folder.write("a.toml", &dated(0, "2025-05-01"));
    folder.write("undated.toml", &dated(1, ""));
    let (code, said, errors) = folder.run(&["b.toml", "undated.toml", "a.toml", "--format", "json"]);
    assert_eq!(code, Some(2), "one of them is no point");
    assert!(errors.contains("error: 1 of 3 files could not be read"), "{errors}");
    let told: Value = serde_json::from_str(&said).expect("the others are written");
    let paths: Vec<_> =
        told["points"].as_array().expect("they are a list").iter().map(|it| it["path"].as_str()).collect();
    assert_eq!(paths, [Some("a.toml"), Some("b.toml")]);
    assert_eq!(told["gaps"][0]["path"], "undated.toml");
    assert_eq!(told["points"][0]["revision"], Value::Null);
    let (_, table, _) = folder.run(&["b.toml", "a.toml"]);
    assert!(table.contains("assess diff a.toml b.toml"), "{table}");
    let (code, again, said) = folder.run(&["b.toml", "a.toml", "./b.toml"]);
    assert_eq!((code, again), (Some(0), table), "a file does not stand beside itself");
    assert!(said.contains("`./b.toml` is named twice and counts once"), "{said}");
}

#[test]
fn a_file_that_is_missing_is_no_reason_to_begin_one() {
    let repository = renamed();
    repository.write("teams/b.answers.toml", &answers("greeting = 1"));
    let help = |arguments: &[&str]| {
        let (code, _, errors) = repository.run(arguments);
        assert_eq!(code, Some(2), "{errors}");
        let (message, help) = errors.split_once("\nhelp: ").expect("there is a way out");
        assert!(message.starts_with("error: there is no file `"), "{message}");
        help.trim_end().to_owned()
    };
    assert_eq!(help(&["gone.toml"]), "there are answers in `team/answers.toml`");
    assert_eq!(help(&["teams/a.answers.toml"]), "did you mean `teams/b.answers.toml`?");
    assert_eq!(help(&["teams/gone.toml"]), "there are answers in `teams/b.answers.toml`");
    git(repository.path(), &["add", "-A"]);
    assert_eq!(help(&["gone.toml"]), "there are answers in `team/answers.toml`, `teams/b.answers.toml`");
    assert_eq!(help(&["nowhere/gone.toml"]), "there is no folder `nowhere`: name a file elsewhere");
    fs::create_dir(repository.path().join("empty")).expect("there is room");
    let nothing = "there are no answers in `empty`, and git knows none below it: name a file elsewhere";
    assert_eq!(help(&["empty/gone.toml"]), nothing);
    let (_, _, errors) = repository.run(&["empty/gone.toml", "--lang", "zh"]);
    let nothing = "`empty` 中没有答案文件，其下也没有 git 跟踪的答案文件：请指定别处的文件";
    assert!(words(&errors).contains(nothing), "{errors}");
    for name in ["c", "d", "e"] {
        repository.write(&format!("{name}/answers.toml"), "");
    }
    git(repository.path(), &["add", "-A"]);
    let some = "there are answers in `c/answers.toml`, `d/answers.toml`, `e/answers.toml` and 2 more";
    assert_eq!(help(&["gone.toml"]), some);
    let (_, _, errors) = repository.run(&["gone.toml", "--lang", "zh"]);
    let some = "现有答案文件：`c/answers.toml`、`d/answers.toml`、`e/answers.toml`，另有 2 个";
    assert!(errors.contains(some), "{errors}");
}

#[test]
fn standard_input_may_be_one_of_several_files() {
    let folder = Folder::with("greeting = 1");
    let answers = fs::File::open(folder.file()).expect("the answers are there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(folder.path()).args(["--model", MODEL, "trend", "answers.toml", "-", "--format", "json"]);
    let output = command.env("ASSESS_LANG", "en").stdin(answers).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let paths: Vec<_> = told["points"].as_array().expect("it is a list").iter().map(|it| it["path"].as_str()).collect();
    assert_eq!(paths, [Some("answers.toml"), Some("-")]);
}

#[test]
fn what_is_there_and_out_of_reach_is_not_missing() {
    let repository = renamed();
    let long = "a".repeat(300);
    for (name, why) in [("a.txt/answers.toml", "a part of the path is no folder"), (&long, "the name is too long")] {
        repository.write("a.txt", "");
        for names in [&[name][..], &[name, name]] {
            let (code, _, errors) = repository.run(names);
            assert_eq!(code, Some(2), "{errors}");
            assert!(words(&errors).contains(why) && !errors.contains("there is no"), "{errors}");
        }
    }
}

#[test]
fn a_folder_is_looked_into_once_however_many_files_are_missing() {
    let repository = renamed();
    fs::create_dir(repository.path().join("empty")).expect("there is room");
    let names = ["gone.toml", "empty/a.toml", "away.toml", "nowhere/b.toml", "empty/c.toml", "lost.toml"];
    let (code, calls, said) = repository.run_with_git("echo \"$*\" >> \"$here/calls\"", &names);
    assert_eq!(code, Some(2), "{said}");
    assert_eq!(calls.matches("ls-files").count(), 2, "{calls}");
}

#[test]
fn files_that_are_no_points_are_named_and_the_others_done() {
    let folder = Repository::new();
    folder.write("a.toml", &dated(0, "2025-05-01"));
    folder.write("b.toml", &dated(1, "2026-05-01"));
    folder.write("broken.toml", "schema = 1\n[");
    folder.write("other.toml", &dated(1, "2026-05-01").replace("model = \"tiny\"", "model = \"devops\""));
    let (code, table, errors) = folder.run(&["gone.toml", "a.toml", "broken.toml", "other.toml", "b.toml"]);
    assert_eq!(code, Some(2), "{errors}");
    assert!(errors.contains("3 of 5 files could not be read"), "{errors}");
    for name in ["gone.toml", "broken.toml", "other.toml", "2025-05-01 a.toml", "2026-05-01 b.toml"] {
        assert!(table.contains(name), "{name}: {table}");
    }
    assert!(table.contains("assess diff a.toml b.toml"), "{table}");
}
