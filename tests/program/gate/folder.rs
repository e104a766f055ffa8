//! A folder with answers, policies and a history, and what the program says in it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use assess::embedded;
use assess::model::Node;
use tempfile::TempDir;

use crate::support::{folder, git};

/// A folder of its own, outside any repository.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a folder can be made"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) -> &Self {
        folder::write(self.path(), name, text);
        self
    }

    pub fn run_in(&self, below: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_assess"))
            .current_dir(self.path().join(below))
            .args(arguments)
            .env("ASSESS_LANG", "en")
            .env_remove("GITHUB_ACTIONS")
            .output()
            .expect("the program runs")
    }

    /// The exit code, and everything that was said, as if no line were ever wrapped.
    pub fn said_in(&self, below: &str, arguments: &[&str]) -> (i32, String) {
        let output = self.run_in(below, arguments);
        let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("it prints text");
        let code = output.status.code().expect("it ends by itself");
        (code, folder::words(&text))
    }

    pub fn said(&self, arguments: &[&str]) -> (i32, String) {
        self.said_in("", arguments)
    }

    pub fn git(&self, arguments: &[&str]) -> &Self {
        git::git(self.path(), arguments);
        self
    }

    pub fn commit(&self, name: &str, text: &str) -> &Self {
        self.write(name, text).git(&["add", "."]).git(&["commit", "--quiet", "--message", "change"])
    }

    pub fn passes(&self, arguments: &[&str]) {
        let (code, said) = self.said(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
    }

    /// The check fails, and gives the reason.
    pub fn fails(&self, arguments: &[&str], reason: &str) {
        let (code, said) = self.said(arguments);
        assert!(code == 1 && said.starts_with("failed: ") && said.contains(reason), "{arguments:?}: {code} {said}");
    }

    /// Nothing can be judged, and the message says why.
    pub fn refuses(&self, arguments: &[&str], message: &str) {
        let (code, said) = self.said(arguments);
        assert!(code == 2 && said.starts_with("error: ") && said.contains(message), "{arguments:?}: {code} {said}");
    }
}

/// The head of an answers file, with more lines of its table.
pub fn head(more: &str) -> String {
    format!("schema = 1\n\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1.1\"\n{more}\n")
}

/// Answers, all the same, to everything below an id.
pub fn all(id: &str, answer: &str) -> String {
    let mut text = String::new();
    for sub_domain in embedded::model().sub_domains().filter(|it| it.id.as_str().starts_with(id)) {
        let _ = writeln!(text, "\n[answers.{}]", sub_domain.id);
        for dimension in sub_domain.dimensions.iter() {
            let _ = writeln!(text, "{} = {answer}", Node::Dimension(dimension).id().key());
        }
    }
    text
}

/// A small sub-domain that asks at least two things at levels 3 and 4.
pub const SUB_DOMAIN: &str = "delivery.testing.strategy";

pub fn small(answer: &str) -> String {
    head("scope = [\"delivery\"]\ndate = 2026-11-02") + &all(SUB_DOMAIN, answer)
}

pub fn first_key() -> &'static str {
    let sub_domain = embedded::model().sub_domains().find(|it| it.id.as_str() == SUB_DOMAIN);
    sub_domain.expect("it is in the model").dimensions[0].id.key()
}
