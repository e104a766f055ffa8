//! The history of a file: across its names, by first parent, with what cannot be read as gaps.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::streams::folder::text;
use crate::support::folder::{Folder, MODEL, answers, set_mode, words};
use crate::support::git::git;

/// A repository in which every commit has a day.
struct Repository(Folder);

impl Repository {
    fn new() -> Self {
        let folder = Folder::empty();
        git(folder.path(), &["init", "-q", "-b", "main"]);
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("there is room");
        fs::write(path, text).expect("there is room");
    }

    fn commit(&self, day: &str) {
        git(self.path(), &["add", "-A"]);
        let date = format!("{day}T12:00:00Z");
        let output = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"])
            .args(["commit", "-q", "--allow-empty", "-m", "it"])
            .env("GIT_COMMITTER_DATE", &date)
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git runs");
        assert!(output.status.success(), "{}", text(&output.stderr));
    }

    /// A file with these answers, committed on a day.
    fn answered(&self, name: &str, level: u8, day: &str) {
        self.write(name, &answers(&format!("greeting = {level}\npaying = 1")));
        self.commit(day);
    }

    /// Exit code, standard output and standard error.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(self.path()).args(["--model", MODEL, "trend"]).args(arguments).env("ASSESS_LANG", "en");
        let output = command.output().expect("the program runs");
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let (code, said, errors) = self.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(code, Some(0), "{errors}");
        serde_json::from_str(&said).expect("it is JSON")
    }

    fn days(&self, arguments: &[&str]) -> Vec<String> {
        let told = self.json(arguments);
        let points = told["points"].as_array().expect("they are a list").iter();
        points.map(|point| point["at"].as_str().expect("it has a day").to_owned()).collect()
    }
}

/// Four points, of which the second came by a merge and the third was renamed.
fn renamed() -> Repository {
    let repository = Repository::new();
    repository.answered("old.toml", 0, "2026-01-10");
    git(repository.path(), &["checkout", "-q", "-b", "side"]);
    repository.answered("old.toml", 1, "2026-01-20");
    git(repository.path(), &["checkout", "-q", "main"]);
    repository.write("other", "x");
    repository.commit("2026-02-01");
    let merge = ["merge", "-q", "--no-ff", "-m", "it", "side"];
    let output = Command::new("git")
        .current_dir(repository.path())
        .args(["-c", "user.name=test", "-c", "user.email=test@example.org"])
        .args(merge)
        .env("GIT_COMMITTER_DATE", "2026-02-02T12:00:00Z")
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    fs::create_dir(repository.path().join("team")).expect("there is room");
    git(repository.path(), &["mv", "old.toml", "team/answers.toml"]);
    repository.commit("2026-03-05");
    repository.answered("team/answers.toml", 2, "2026-04-01");
    repository
}

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
fn several_files_are_put_in_the_order_of_their_days() {
    let folder = Repository::new();
    let dated = |level: u8, day: &str| {
        let text = answers(&format!("greeting = {level}\npaying = 1"));
        let lines = text.lines().filter(|line| !line.starts_with("date = "));
        let text = lines.map(|line| format!("{line}\n")).collect::<String>();
        if day.is_empty() { text } else { text.replace("[assessment]\n", &format!("[assessment]\ndate = {day}\n")) }
    };
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

/// A `git` that goes before the other one on the path, by the lines of its script; `$git` is the other one.
fn run_with_git(repository: &Repository, script: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = Folder::empty();
    let path = std::env::var("PATH").unwrap_or_default();
    let script = format!("#!/bin/sh\nPATH='{path}'\nhere='{}'\n{script}\nexec git \"$@\"\n", folder.path().display());
    fs::write(folder.path().join("git"), script).expect("there is room");
    set_mode(&folder.path().join("git"), 0o755);
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(repository.path()).args(["--model", MODEL, "trend"]).args(arguments).env("ASSESS_LANG", "en");
    let output = command.env("PATH", format!("{}:{path}", folder.path().display())).output().expect("it runs");
    let calls = fs::read_to_string(folder.path().join("calls")).unwrap_or_default();
    (output.status.code(), calls, text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn a_folder_is_looked_into_once_however_many_files_are_missing() {
    let repository = renamed();
    fs::create_dir(repository.path().join("empty")).expect("there is room");
    let names = ["gone.toml", "empty/a.toml", "away.toml", "nowhere/b.toml", "empty/c.toml", "lost.toml"];
    let (code, calls, said) = run_with_git(&repository, "echo \"$*\" >> \"$here/calls\"", &names);
    assert_eq!(code, Some(2), "{said}");
    assert_eq!(calls.matches("ls-files").count(), 2, "{calls}");
}

#[test]
fn a_git_that_does_not_know_of_shallow_clones_has_a_history() {
    let old = "case \"$*\" in *--is-shallow-repository*) exit 1;; esac";
    let (code, _, said) = run_with_git(&renamed(), old, &["team/answers.toml"]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn files_that_are_no_points_are_named_and_the_others_done() {
    let folder = Repository::new();
    let dated = |level: u8, day: &str| {
        let text = answers(&format!("greeting = {level}"));
        text.lines()
            .map(|line| if line.starts_with("date = ") { format!("date = {day}\n") } else { format!("{line}\n") })
            .collect::<String>()
    };
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

/// The command that a document names, run.
fn named_command(repository: &Repository, document: &str) -> String {
    let line = document.lines().find_map(|line| line.trim().strip_prefix("assess ")).expect("a command is named");
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(repository.path()).args(["--model", MODEL]).args(line.split(' ')).env("ASSESS_LANG", "en");
    let output = command.output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{line}: {}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn the_command_that_is_named_shows_what_moved_between_two_revisions() {
    let repository = renamed();
    let (_, table, _) = repository.run(&["team/answers.toml"]);
    let moved = named_command(&repository, &table);
    assert!(moved.contains("1 dimension differs: 1 up"), "{moved}");
    // The file is deleted since, and the two points still are what they were.
    fs::remove_file(repository.path().join("team/answers.toml")).expect("it was there");
    repository.commit("2026-05-01");
    let (_, table, _) = repository.run(&["team/answers.toml"]);
    assert_eq!(named_command(&repository, &table), moved, "the same two points");
    let (_, table, _) = repository.run(&["team/answers.toml", "--without", "names"]);
    assert!(!table.contains("assess diff") && !table.contains("answers.toml"), "no file is named: {table}");
}

#[test]
fn a_revision_stands_on_either_side_of_a_comparison() {
    let repository = renamed();
    let diff = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command
            .current_dir(repository.path())
            .args(["--model", MODEL, "diff"])
            .args(arguments)
            .env("ASSESS_LANG", "en");
        let output = command.output().expect("the program runs");
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, moved, errors) = diff(&["git:HEAD~1:team/answers.toml", "git:HEAD:team/answers.toml"]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(moved.contains("Greeting  1 → 2"), "{moved}");
    let (_, of_the_later, errors) = diff(&["git:HEAD~1", "git:HEAD:team/answers.toml"]);
    assert_eq!(of_the_later, moved, "a revision alone is of the file that the later one names: {errors}");
    let (code, _, errors) = diff(&["git:HEAD:team/answers.toml", "git:HEAD:team/answers.toml"]);
    assert!(code == Some(2) && errors.contains("would be compared with itself"), "{errors}");
    let (code, _, errors) = diff(&["team/answers.toml", "git:HEAD:nowhere.toml"]);
    assert!(code == Some(2) && errors.contains("there is no `nowhere.toml` at `git:HEAD`"), "{errors}");
}

#[test]
fn a_page_names_commands_for_others_who_read_it() {
    let repository = renamed();
    let page_of = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(repository.path()).args(arguments).args(["--format", "html"]).env("ASSESS_LANG", "en");
        text(&command.output().expect("the program runs").stdout)
    };
    let trend = page_of(&["--model", MODEL, "trend", "team/answers.toml"]);
    let report = page_of(&["--model", MODEL, "report", "team/answers.toml", "--trend"]);
    for page in [&trend, &report] {
        assert!(
            page.contains("<code>assess diff git:") && !page.contains(MODEL),
            "the model lies elsewhere for others"
        );
        let needed = "in the repository of these answers, given <code>--model</code> as for this page";
        assert!(page.contains(needed), "so what they have to name is said");
    }
    let nameless = page_of(&["--model", MODEL, "trend", "team/answers.toml", "--without", "names"]);
    assert!(
        !nameless.contains("assess diff") && !nameless.contains("the command shows"),
        "without one none is told of"
    );

    let now = repository.path().join("team/answers.toml");
    let folder = repository.path().join("kept");
    fs::create_dir(&folder).expect("it is new");
    let files = ["2025.toml", "2026.toml"].map(|name| folder.join(name));
    for file in &files {
        fs::copy(&now, file).expect("it is there");
    }
    let [one, other] = files.each_ref().map(|file| file.to_str().expect("it is a plain name"));
    let page = page_of(&["--model", MODEL, "trend", one, other]);
    assert!(page.contains("<code>assess diff 2025.toml 2026.toml</code>"), "{page}");
    assert!(page.contains("in the folder that holds these files") && !page.contains("/kept"), "wherever that lies");
}

#[test]
fn a_report_shows_how_it_came_to_be() {
    let repository = renamed();
    let report = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(repository.path()).args(["--model", MODEL, "report", "team/answers.toml", "--trend"]);
        let output = command.args(arguments).env("ASSESS_LANG", "en").output().expect("the program runs");
        (output.status.code(), text(&output.stdout), text(&output.stderr))
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
