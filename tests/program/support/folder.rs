//! Folders with answers to the tiny model, and the program run in them.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::pty::Terminal;

pub const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/tiny");
pub const INTERVIEW: &[&str] = &["interview", "--model", MODEL, "answers.toml"];
pub const FIRST: &str = "Who is greeted?";
pub const SECOND: &str = "How do people pay?";
pub const GREETING: &str = "shop.counter.selling.greeting";
pub const PAYING: &str = "shop.counter.selling.paying";

/// A folder for one test, with `answers.toml` in it unless it is to be begun.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn empty() -> Self {
        Self(tempfile::tempdir().expect("there is room"))
    }

    /// With these lines as the answers to the tiny model, last confirmed some time ago.
    pub fn with(lines: &str) -> Self {
        let folder = Self::empty();
        folder.write(&answers(lines));
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self) -> PathBuf {
        self.path().join("answers.toml")
    }

    pub fn write(&self, text: &str) {
        fs::write(self.file(), text).expect("it can be written");
    }

    pub fn text(&self) -> String {
        fs::read_to_string(self.file()).expect("it is text")
    }

    /// An interview over `answers.toml`.
    pub fn interview(&self) -> Terminal {
        self.interview_with(&[], &[])
    }

    pub fn interview_with(&self, options: &[&str], variables: &[(&str, &str)]) -> Terminal {
        Terminal::start(self.path(), &[INTERVIEW, options].concat(), variables)
    }

    /// An interview about everything over `answers.toml`, which is there and has no answers.
    pub fn begun_interview(&self) -> Terminal {
        self.begun_interview_with(&[], &[])
    }

    pub fn begun_interview_with(&self, options: &[&str], variables: &[(&str, &str)]) -> Terminal {
        let mut terminal = self.interview_with(options, variables);
        terminal.begins_with_everything();
        terminal
    }

    /// Another program's change to one answer.
    pub fn set(&self, id: &str, words: &[&str]) {
        let output = run(self.path(), &[&["set", "--model", MODEL, "answers.toml", id], words].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// An editor for notes, by the name to set as `EDITOR`.
    pub fn has_editor(&self, script: &str) -> &'static str {
        let editor = self.path().join("editor");
        fs::write(&editor, format!("#!/bin/sh\n{script}\n")).expect("it can be written");
        set_mode(&editor, 0o755);
        "./editor"
    }

    pub fn has_mode(&self, mode: u32) {
        set_mode(&self.file(), mode);
    }

    /// Nothing lies beside `answers.toml`.
    #[track_caller]
    pub fn has_nothing_else(&self) {
        let names = fs::read_dir(self.path()).expect("it can be listed").map(|entry| entry.expect("it is there"));
        let names: Vec<_> = names.map(|entry| entry.file_name()).filter(|name| name != "answers.toml").collect();
        assert!(names.is_empty(), "{names:?} is left behind");
    }

    #[track_caller]
    pub fn holds(&self, lines: &[&str]) {
        let text = self.text();
        for line in lines {
            assert!(text.lines().any(|own| own == *line), "`{line}` is not in the file:\n{text}");
        }
    }

    /// The line of one answer has all of these in it.
    #[track_caller]
    pub fn says_of(&self, key: &str, parts: &[&str]) {
        let text = self.text();
        let line = text.lines().find(|line| line.starts_with(&format!("{key} = ")));
        assert!(
            line.is_some_and(|line| parts.iter().all(|part| line.contains(part))),
            "{key} lacks {parts:?}:\n{text}"
        );
    }

    #[track_caller]
    pub fn lacks(&self, words: &str) {
        let text = self.text();
        assert!(!text.contains(words), "`{words}` is in the file:\n{text}");
    }
}

pub fn answers(lines: &str) -> String {
    let head = "[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\ndate = 2026-01-31\n";
    format!("schema = 1\n\n{head}\n[answers.shop.counter.selling]\n{lines}\n")
}

/// Runs the program in a folder, in English; its standard input is empty.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    run_through(&[], folder, arguments)
}

/// The same, with another program before it on the command line, which becomes this one.
pub fn run_through(wrapper: &[&str], folder: &Path, arguments: &[&str]) -> Output {
    let line = [wrapper, &[env!("CARGO_BIN_EXE_assess")], arguments].concat();
    let mut command = Command::new(line[0]);
    command.current_dir(folder).args(&line[1..]).env("ASSESS_LANG", "en").stdin(Stdio::null());
    command.output().expect("the program runs")
}

/// What a run said on standard error.
pub fn said(output: &Output) -> String {
    text(&output.stderr)
}

/// Exit code, standard output and standard error.
pub fn told(output: &Output) -> (Option<i32>, String, String) {
    (output.status.code(), text(&output.stdout), said(output))
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Writes a file, and the folders that it stands in.
pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("there is room");
    fs::write(path, text).expect("there is room");
}

/// The names in a folder, in their order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it can be listed").map(|entry| entry.expect("it is there"));
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Says who may read, write and run what is at a path.
pub fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("they can be set");
}

/// The text with every run of blanks and line breaks as one blank.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A pipe with a name.
pub fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().expect("pipes can be made").success());
}
