//! One file through its history: across its names, by first parent, with what cannot be read as gaps.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::repository::{Repository, renamed};
use crate::support::folder::{Folder, MODEL, answers, run, text, told, words};
use crate::support::git::git;

#[test]
fn a_file_is_followed_over_its_names_and_by_first_parent() {
    let repository = renamed();
    let told = repository.json(&["team/answers.toml"]);
    let points: Vec<_> = told["points"].as_array().expect("they are a list").iter().collect();
    let said: Vec<_> = points.iter().map(|point| (point["at"].as_str(), point["path"].as_str())).collect();
    assert_eq!(
        said,
        [
            (Some("2026-01-10"), Some("old.toml")),
            (Some("2026-02-02"), Some("old.toml")),
            (Some("2026-03-05"), Some("team/answers.toml")),
            (Some("2026-04-01"), Some("team/answers.toml")),
        ]
    );
    let ups: Vec<_> = points.iter().map(|point| point["moved"]["up"].as_u64()).collect();
    assert_eq!(ups, [None, Some(1), Some(0), Some(1)]);
    assert_eq!(told["gaps"], Value::Array(Vec::new()));
}

#[test]
fn a_file_that_was_renamed_away_is_named_by_its_new_name() {
    let repository = renamed();
    let (code, said, errors) = repository.run(&["old.toml"]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(said.contains("2026-03-05") && said.contains("it was renamed to `team/answers.toml`"), "{said}");
    let advice = "`old.toml` is called team/answers.toml since its last change; all of it: \
                  `assess trend team/answers.toml --model";
    assert!(words(&errors).starts_with(advice), "{errors}");
    fs::remove_file(repository.path().join("team/answers.toml")).expect("it is there");
    repository.commit("2026-05-01");
    let (_, said, errors) = repository.run(&["team/answers.toml"]);
    assert!(said.contains("it was taken away") && errors.is_empty(), "{said}{errors}");
}

#[test]
fn a_folder_has_no_history_of_its_own() {
    let repository = renamed();
    let (code, said, errors) = repository.run(&["team"]);
    let help = "help: name the file in it: `team/answers.toml`\n";
    assert_eq!((code, said.as_str(), errors), (Some(2), "", format!("error: `team` is a folder\n{help}")));
    git(repository.path(), &["mv", "team", "group"]);
    repository.commit("2026-05-01");
    let (code, _, errors) = repository.run(&["team"]);
    assert_eq!(code, Some(2));
    assert_eq!(errors, "error: there is no file `team`\nhelp: there are answers in `group/answers.toml`\n");
}

#[test]
fn the_last_of_each_span_is_taken_and_nothing_before_a_day() {
    let repository = renamed();
    assert_eq!(repository.days(&["team/answers.toml", "--every", "quarter"]), ["2026-03-05", "2026-04-01"]);
    assert_eq!(repository.days(&["team/answers.toml", "--since", "2026-03-05"]), ["2026-03-05", "2026-04-01"]);
    let (code, _, errors) = repository.run(&["team/answers.toml", "--since", "2027-01-01"]);
    assert_eq!(code, Some(2), "{errors}");
}

#[test]
fn what_cannot_be_read_is_named_and_leaves_a_gap() {
    let repository = Repository::new();
    repository.answered("answers.toml", 0, "2026-01-01");
    repository.write("answers.toml", &answers("greeting = 7"));
    repository.commit("2026-01-02");
    repository
        .write("answers.toml", &answers("greeting = 1").replace("model-version = \"2\"", "model-version = \"1\""));
    repository.commit("2026-01-03");
    fs::remove_file(repository.path().join("answers.toml")).expect("it was there");
    repository.commit("2026-01-04");
    repository.write("answers.toml", &"#".repeat(2 << 20));
    repository.commit("2026-01-05");
    repository.answered("answers.toml", 2, "2026-01-06");
    let told = repository.json(&[]);
    let gaps: Vec<_> = told["gaps"].as_array().expect("they are a list").iter().collect();
    let days: Vec<_> = gaps.iter().filter_map(|gap| gap["at"].as_str()).collect();
    assert_eq!(days, ["2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"]);
    let why: Vec<_> = gaps.iter().filter_map(|gap| gap["message"]["en"].as_str()).collect();
    assert!(why[1].contains("version 1"), "{why:?}");
    assert_eq!(why[2], "it was taken away");
    assert!(why[3].contains("larger than 1 MiB"), "{why:?}");
    assert_eq!(told["points"].as_array().map(Vec::len), Some(2));
    let (_, _, errors) = repository.run(&["--format", "csv"]);
    assert_eq!(errors.matches("left out: ").count(), 4, "{errors}");
}

#[test]
fn rows_are_those_of_a_rollup_behind_day_and_revision() {
    let repository = renamed();
    let (code, rows, _) = repository.run(&["team/answers.toml", "--format", "ndjson", "--depth", "dimension"]);
    assert_eq!(code, Some(0));
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect();
    assert_eq!(rows.len(), 4 * 6, "whole, area, domain, sub-domain, two dimensions");
    let last = rows.last().expect("there are rows");
    assert_eq!((last["at"].as_str(), last["id"].as_str()), (Some("2026-04-01"), Some("shop.counter.selling.paying")));
    assert_eq!(last["revision"].as_str().map(str::len), Some(40));
    let (_, csv, _) = repository.run(&["team/answers.toml", "--format", "csv"]);
    assert!(csv.starts_with("at,revision,path,team,system,"), "{csv}");
    assert!(csv.lines().all(|line| line.split(',').count() >= 34), "{csv}");
}

#[test]
fn changes_that_are_not_committed_are_said_and_not_shown() {
    let repository = Repository::new();
    repository.answered("answers.toml", 0, "2026-01-01");
    let (_, _, quiet) = repository.run(&[]);
    assert_eq!(quiet, "");
    repository.write("answers.toml", &answers("greeting = 2"));
    let (code, _, errors) = repository.run(&[]);
    assert_eq!(code, Some(0));
    assert!(errors.contains("changes that are not committed"), "{errors}");
}

#[test]
fn without_a_history_there_is_a_way_out() {
    let folder = Folder::with("greeting = 1");
    let run = |folder: &Folder| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(folder.path()).args(["--model", MODEL, "trend"]).env("ASSESS_LANG", "en");
        let output = command.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr)
    };
    assert!(run(&folder).contains("is in no git repository"));
    git(folder.path(), &["init", "-q"]);
    assert!(run(&folder).contains("was never committed"), "{}", run(&folder));
}

#[test]
fn a_git_that_does_not_know_of_shallow_clones_has_a_history() {
    let old = "case \"$*\" in *--is-shallow-repository*) exit 1;; esac";
    let (code, _, said) = renamed().run_with_git(old, &["team/answers.toml"]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_report_shows_how_it_came_to_be() {
    let repository = renamed();
    let report = |arguments: &[&str]| {
        let line = ["--model", MODEL, "report", "team/answers.toml", "--trend"];
        told(&run(repository.path(), &[&line, arguments].concat()))
    };
    let (code, page, errors) = report(&["--format", "markdown"]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(page.contains("## Over time") && page.contains("| 2026-02-02 | "), "{page}");
    let (_, page, _) = report(&["--format", "html"]);
    assert_eq!(page.matches("<svg class=\"steps\"").count(), 2 * 2, "the area and the domain, in both languages");
    let ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len(), "every id is there once");
    let (_, _, errors) = report(&["--format", "csv"]);
    assert!(errors.contains("in HTML and Markdown only"), "{errors}");
}
