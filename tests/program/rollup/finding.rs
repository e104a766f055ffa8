//! Which files are answers: those in folders, those that a list names, and each of them once.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Stdio;

use super::teams::{GOOD, Teams};
use crate::support::folder::{answers, text};
use crate::support::git::git;

#[test]
fn a_folder_gives_what_is_called_so_and_neither_hidden_nor_ignored() {
    let teams = Teams::new(&[
        ("b/answers.toml", GOOD),
        ("a.answers.toml", GOOD),
        ("b/deep/er/answers.toml", GOOD),
        ("other.toml", GOOD),
        (".hidden/answers.toml", GOOD),
        ("old/answers.toml", GOOD),
        ("c/.answers.toml", GOOD),
    ]);
    git(teams.root(), &["init", "--quiet", "--template="]);
    teams.write(".gitignore", "old/\n");
    let all = ["a.answers.toml", "b/answers.toml", "b/deep/er/answers.toml"];
    assert_eq!(teams.paths(&[]), all);
    assert_eq!(teams.paths(&["."]), all);
    assert_eq!(
        teams.paths(&["b", "other.toml", "old", "b/answers.toml", ".hidden"]),
        ["b/answers.toml", "b/deep/er/answers.toml", "other.toml", "old/answers.toml", ".hidden/answers.toml",]
    );
}

#[test]
fn a_file_that_is_reached_twice_counts_once_and_that_is_said() {
    let teams = Teams::new(&[("a/answers.toml", GOOD), ("b.answers.toml", GOOD)]);
    for link in ["0.answers.toml", "c.answers.toml"] {
        symlink("a/answers.toml", teams.path(link)).expect("links can be made");
    }
    assert_eq!(teams.paths(&[]), ["a/answers.toml", "b.answers.toml"]);
    teams.write("list", "b.answers.toml\n./b.answers.toml\n");
    for (arguments, again) in [
        (&[][..], "counted once: c.answers.toml"),
        (&["b.answers.toml", "."], "counted once: b.answers.toml"),
        (&["--files-from", "list"], "counted once: b.answers.toml"),
    ] {
        let (code, _, stderr) = teams.run(arguments);
        assert!(code == Some(0) && stderr.lines().any(|line| line == again), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_list_names_files_by_lines_or_by_nul() {
    let teams = Teams::new(&[("a/answers.toml", GOOD), ("b b.toml", GOOD), ("c.toml", GOOD)]);
    teams.write("list", "c.toml\r\n\nb b.toml\na\n");
    assert_eq!(teams.paths(&["--files-from", "list"]), ["c.toml", "b b.toml", "a/answers.toml"]);
    teams.write("list", "\u{feff}c.toml\r\na\n");
    assert_eq!(teams.paths(&["--files-from", "list"]), ["c.toml", "a/answers.toml"], "an editor began it with a mark");
    teams.write("nul", "c.toml\0b b.toml\0");
    assert_eq!(teams.paths(&["--files-from", "nul", "-0", "a"]), ["a/answers.toml", "c.toml", "b b.toml"]);
    let (code, said, _) = teams.run(&["--files-from", "nul", "--format", "table"]);
    assert!(code == Some(2) && said.contains("a NUL ends the names in `nul`: `-0` reads them"), "{said}");
    for (list, start) in
        [("", "error: the list `list` names no file"), ("\n\n", "error: the list `list` names no file")]
    {
        teams.write("list", list);
        let (code, stdout, stderr) = teams.run(&["--files-from", "list"]);
        assert!(code == Some(2) && stdout.is_empty() && stderr.starts_with(start), "{stderr}");
    }
    teams.write("list", "nowhere.toml\nc.toml\n");
    let (code, stdout, stderr) = teams.run(&["--files-from", "list", "--format", "csv"]);
    assert_eq!((code, stdout.lines().count()), (Some(2), 5));
    assert!(stderr.starts_with("cannot read `nowhere.toml`: no such file or folder\nerror: 1 of 2 files"), "{stderr}");
}

#[test]
fn an_empty_list_beside_other_names_is_said_and_the_rest_done() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    teams.write("list", "\n");
    let (code, stdout, stderr) = teams.run(&["a", "--files-from", "list"]);
    assert_eq!(code, Some(2), "{stderr}");
    assert!(stdout.contains("the list `list` names no file") && stdout.starts_with("1 team · "), "{stdout}");
    let (code, stdout, stderr) = teams.run(&["--files-from", "list"]);
    assert!(
        code == Some(2) && stdout.is_empty() && stderr.starts_with("error: the list `list` names no file"),
        "{stderr}"
    );
}

#[test]
fn a_list_that_cannot_be_read_ends_there() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    let (code, stdout, stderr) = teams.run(&["--files-from", "a"]);
    let told = "error: `a` is a folder\nhelp: name the file in it: `a/answers.toml`\n";
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (Some(2), "", told));
    // Standard input is looked at when it is read.
    let folder = fs::File::open(teams.path("a")).expect("folders can be opened");
    let mut command = teams.command(&["--files-from", "-", "--format", "csv"]);
    // Without an end it would take all memory there is.
    command.stdin(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    let output = command.output().expect("it runs");
    let said = text(&output.stderr);
    assert_eq!((output.status.code(), said.matches("cannot read `-`").count()), (Some(2), 1), "{said}");
}

#[test]
fn a_list_without_names_ends_and_is_no_list() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    teams.write("long", &format!("a\n{}\nb", "x".repeat(40_000)));
    for (options, told) in [
        (
            &["--files-from", "/dev/zero"][..],
            "`/dev/zero` is no list of files: more than 32 KiB without the end of a line",
        ),
        (&["--files-from", "long"], "`long` is no list of files: more than 32 KiB without the end of a line"),
        (&["--files-from", "long", "-0"], "`long` is no list of files: more than 32 KiB without a NUL"),
    ] {
        let (code, _, stderr) = teams.run(&[options, &["--format", "csv"]].concat());
        assert!(code == Some(2) && stderr.contains(told), "{stderr}");
    }
}

#[test]
fn without_any_answers_there_is_nothing_to_show() {
    let teams = Teams::new(&[("other/team.toml", GOOD), ("more/team.toml", GOOD)]);
    for arguments in [&[][..], &["other"], &["other", "more"]] {
        let (code, stdout, stderr) = teams.run(arguments);
        assert!(
            code == Some(2) && stdout.is_empty() && stderr.starts_with("error: there are no answers in"),
            "{stderr}"
        );
    }
}

#[test]
fn answers_that_the_policy_names_and_that_are_missing_are_said() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    let said = "`answers` of `assess.toml` names a file that is not there: `gone.toml`";
    teams.write("assess.toml", "schema = 1\nanswers = \"gone.toml\"\n");
    let (code, _, stderr) = teams.run(&["a"]);
    assert!(code == Some(0) && stderr.contains(said), "{stderr}");
    let (_, _, stderr) = teams.run(&["a", "--lang", "zh"]);
    assert!(stderr.contains("`assess.toml` 的 `answers` 所指的文件不存在：`gone.toml`"), "{stderr}");
    teams.write("gone.toml", &answers(GOOD));
    let (_, _, stderr) = teams.run(&["a"]);
    assert!(!stderr.contains("gone.toml"), "{stderr}");
}
