//! A repository with a model, answers to it now, before and broken, and a policy: where every case runs.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::git::git;

/// What decides about language, colors and style.
const VARIABLES: [&str; 12] = [
    "ASSESS_LANG",
    "ASSESS_PLAIN",
    "ASSESS_COMPLETE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "TERM",
    "COLORTERM",
    "CI",
];

/// A folder of its own, thrown away in the end.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        let folder = Self(TempDir::new().expect("there is room"));
        for (from, to) in [
            ("tests/models/tiny/model.toml", "model/model.toml"),
            ("tests/models/tiny/shop/counter.toml", "model/shop/counter.toml"),
            ("tests/models/untidy/model.toml", "untidy/model.toml"),
            ("tests/models/untidy/shop/counter.toml", "untidy/shop/counter.toml"),
            ("tests/answers/good.toml", "answers.toml"),
            ("tests/answers/judged.toml", "before.toml"),
            ("tests/answers/judged.toml", "later.toml"),
            ("tests/answers/misspelt.toml", "broken.toml"),
            ("tests/forms/filled.csv", "filled.csv"),
            ("tests/forms/slips.csv", "slips.csv"),
            ("tests/frameworks/dsomm/model.yaml", "dsomm.yaml"),
            ("tests/policies/strict.toml", "policy.toml"),
        ] {
            let to = folder.path().join(to);
            fs::create_dir_all(to.parent().expect("it stands in a folder")).expect("there is room");
            fs::copy(from, to).expect("the fixture is there");
        }
        folder
    }

    /// The same with a commit of everything, for what asks for a revision.
    pub fn with_history() -> Self {
        let folder = Self::new();
        for arguments in [&["init", "--quiet", "--template="][..], &["add", "."], &["commit", "--quiet", "-m", "all"]] {
            git(folder.path(), arguments);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A program in this folder, in English, with the answers on its standard input.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        for name in VARIABLES {
            command.env_remove(name);
        }
        let answers = File::open(self.path().join("answers.toml")).expect("the answers are there");
        command.current_dir(self.path()).env("ASSESS_LANG", "en").env("RUST_BACKTRACE", "1").stdin(answers);
        command
    }

    /// The program with these arguments, and the fixture's model unless they name another.
    pub fn assess<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_assess"));
        command.args(own_model(arguments)).args(arguments);
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Output {
        self.assess(arguments).output().expect("the program runs")
    }
}

/// The words that name the fixture's model, where no argument names one.
pub fn own_model<S: AsRef<OsStr>>(arguments: &[S]) -> &'static [&'static str] {
    let is_named = arguments.iter().any(|argument| argument.as_ref() == "--model");
    if is_named { &[] } else { &["--model", "model"] }
}
