//! A repository in which every commit has a day, and what a trend over it says.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::folder::{Folder, MODEL, answers, run, set_mode, text, told, write};
use crate::support::git::{git, git_on};

/// A repository in which every commit has a day.
pub struct Repository(Folder);

impl Repository {
    pub fn new() -> Self {
        let folder = Folder::empty();
        git(folder.path(), &["init", "-q", "-b", "main"]);
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) {
        write(self.path(), name, text);
    }

    pub fn commit(&self, day: &str) {
        git(self.path(), &["add", "-A"]);
        git_on(day, self.path(), &["commit", "-q", "--allow-empty", "-m", "it"]);
    }

    /// A file with these answers, committed on a day.
    pub fn answered(&self, name: &str, level: u8, day: &str) {
        self.write(name, &answers(&format!("greeting = {level}\npaying = 1")));
        self.commit(day);
    }

    /// Exit code, standard output and standard error.
    pub fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        told(&run(self.path(), &[&["--model", MODEL, "trend"], arguments].concat()))
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let (code, said, errors) = self.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(code, Some(0), "{errors}");
        serde_json::from_str(&said).expect("it is JSON")
    }

    pub fn days(&self, arguments: &[&str]) -> Vec<String> {
        let told = self.json(arguments);
        let points = told["points"].as_array().expect("they are a list").iter();
        points.map(|point| point["at"].as_str().expect("it has a day").to_owned()).collect()
    }

    /// Calls of `git`, and what is said, with a `git` that goes before the other one on the path: exit code, what it
    /// wrote to `$here/calls`, and both streams.
    pub fn run_with_git(&self, script: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
        let folder = Folder::empty();
        let path = std::env::var("PATH").unwrap_or_default();
        let script =
            format!("#!/bin/sh\nPATH='{path}'\nhere='{}'\n{script}\nexec git \"$@\"\n", folder.path().display());
        fs::write(folder.path().join("git"), script).expect("there is room");
        set_mode(&folder.path().join("git"), 0o755);
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(self.path()).args(["--model", MODEL, "trend"]).args(arguments).env("ASSESS_LANG", "en");
        let output = command.env("PATH", format!("{}:{path}", folder.path().display())).output().expect("it runs");
        let calls = fs::read_to_string(folder.path().join("calls")).unwrap_or_default();
        (output.status.code(), calls, text(&output.stdout) + &text(&output.stderr))
    }
}

/// Four points, of which the second came by a merge and the third was renamed.
pub fn renamed() -> Repository {
    let repository = Repository::new();
    repository.answered("old.toml", 0, "2026-01-10");
    git(repository.path(), &["checkout", "-q", "-b", "side"]);
    repository.answered("old.toml", 1, "2026-01-20");
    git(repository.path(), &["checkout", "-q", "main"]);
    repository.write("other", "x");
    repository.commit("2026-02-01");
    git_on("2026-02-02", repository.path(), &["merge", "-q", "--no-ff", "-m", "it", "side"]);
    fs::create_dir(repository.path().join("team")).expect("there is room");
    git(repository.path(), &["mv", "old.toml", "team/answers.toml"]);
    repository.commit("2026-03-05");
    repository.answered("team/answers.toml", 2, "2026-04-01");
    repository
}
