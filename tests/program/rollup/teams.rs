//! A folder with answers of several teams, and what a rollup of it says.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::folder::{Folder, MODEL, answers, told, write};

/// A folder with these answers files, and what a rollup of it says.
pub struct Teams(Folder);

impl Teams {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let teams = Self(Folder::empty());
        for (name, lines) in files {
            teams.write(name, &answers(lines));
        }
        teams
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        write(self.root(), name, text);
    }

    /// Exit code, standard output and standard error.
    pub fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        told(&self.command(arguments).output().expect("the program runs"))
    }

    /// The same, to be run otherwise.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(self.root()).args(["--model", MODEL, "rollup", "--as-of", "2026-02-28"]).args(arguments);
        command.env("ASSESS_LANG", "en").env("RUST_BACKTRACE", "1").stdin(Stdio::null());
        command
    }

    /// The paths of the rows, each once, in their order.
    pub fn paths(&self, arguments: &[&str]) -> Vec<String> {
        let (_, rows, _) = self.run(&[arguments, &["--format", "ndjson"]].concat());
        let path = |line: &str| {
            let row: serde_json::Value = serde_json::from_str(line).expect("every line is JSON");
            row["path"].as_str().expect("it has a path").to_owned()
        };
        let mut paths: Vec<_> = rows.lines().map(path).collect();
        paths.dedup();
        paths
    }
}

/// Every question answered.
pub const GOOD: &str = "greeting = 1\npaying = 1";
