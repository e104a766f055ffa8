//! A repository as readers of the texts have one: with answers, those of last year, a policy, a model, and a past.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::git::git;
use crate::support::pty::Terminal;

/// Variables that the examples for build servers read.
const VARIABLES: [(&str, &str); 9] = [
    ("ASSESS_LANG", "en"),
    ("RUNNER_TEMP", "."),
    ("ASSESS_ROOT", "assess"),
    ("GITHUB_STEP_SUMMARY", "summary.md"),
    ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "v1.0"),
    ("FILE", ""),
    ("CONFIG", "assess.toml"),
    ("BASELINE", "git:HEAD^1"),
    ("ASSESS_PAGER", ""),
];

pub struct Repository(TempDir);

impl Repository {
    pub fn new() -> Self {
        let repository = Self(TempDir::new().expect("there is room"));
        let root = repository.path();
        for (from, to) in [("examples", "."), ("model", ".")] {
            copy(Path::new(from), &root.join(to));
        }
        for (from, to) in [
            ("examples/half-finished.toml", "answers.toml"),
            ("examples/starting.toml", "answers-last-year.toml"),
            ("examples/together/ana.answers.toml", "ana.answers.toml"),
            ("examples/together/bo.answers.toml", "bo.answers.toml"),
            ("examples/together/chen.answers.toml", "chen.answers.toml"),
            ("examples/half-finished.toml", "teams/answers.toml"),
            ("examples/half-finished.toml", "teams/payments/answers.toml"),
        ] {
            fs::create_dir_all(root.join(to).parent().expect("it stands in a folder")).expect("there is room");
            fs::copy(root.join(from), root.join(to)).expect("the example is there");
        }
        // The guide to models of one's own begins with a copy.
        copy(Path::new("examples/models/mountain-hut"), &root.join("my-model"));
        let policy = fs::read_to_string("examples/assess.toml").expect("it is text");
        fs::write(root.join("assess.toml"), policy.replace("strong.toml", "answers.toml")).expect("there is room");
        fs::create_dir_all(root.join("assess/bin")).expect("there is room");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_assess"), root.join("assess/bin/assess")).expect("it is linked");
        for name in ["form.xlsx", "ana.xlsx", "bo.xlsx"] {
            let form = Command::new(env!("CARGO_BIN_EXE_assess")).args(["form", "-o", name]).current_dir(root).output();
            assert!(form.is_ok_and(|output| output.status.success()), "{name} can be filled in");
        }
        // Answers to other models, which no team keeps beside its own.
        fs::write(root.join(".gitignore"), "/examples/models/\n").expect("there is room");
        git(root, &["init", "--quiet", "--template=", "--initial-branch=main"]);
        git(root, &["add", "."]);
        git(root, &["commit", "--quiet", "-m", "First"]);
        git(root, &["tag", "v1.0"]);
        git(root, &["commit", "--quiet", "--allow-empty", "-m", "Second"]);
        repository
    }

    /// The same in a folder of its own.
    pub fn copy(&self) -> Self {
        let folder = TempDir::new().expect("there is room");
        copy(&self.path().join("."), folder.path());
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs a command line as a shell does, with the program on its path.
    pub fn run(&self, line: &str) -> Output {
        self.makes_room_for(line);
        let mut command = Command::new("bash");
        command.args(["-c", line]).current_dir(self.path()).env("PATH", self.search_path()).envs(VARIABLES);
        command.stdin(Stdio::null()).output().expect("a shell runs")
    }

    /// The same in a terminal.
    pub fn terminal(&self, line: &str) -> Terminal {
        self.makes_room_for(line);
        let path = self.search_path();
        let variables = [&VARIABLES[..], &[("PATH", path.as_str())]].concat();
        Terminal::start_program("bash", self.path(), &["-c", line], &variables)
    }

    /// What `init` writes is not there yet.
    fn makes_room_for(&self, line: &str) {
        let written = if line.contains("--policy") { "assess.toml" } else { "answers.toml" };
        if line.starts_with("assess init") {
            fs::remove_file(self.path().join(written)).expect("it is there");
        }
    }

    fn search_path(&self) -> String {
        let own = self.path().join("assess/bin").display().to_string();
        format!("{own}:{}", std::env::var("PATH").unwrap_or_default())
    }

    /// Every option of every command, by the help pages: each with the names it has.
    pub fn options(&self) -> BTreeSet<Vec<String>> {
        let mut options = BTreeSet::new();
        for command in self.commands() {
            let output = self.run(&format!("assess {command} --help"));
            let page = String::from_utf8(output.stdout).expect("it is text");
            let lines = page.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
            options.extend(lines.map(|line| {
                let words = line.split([' ', ',', '[']).filter(|word| !word.is_empty());
                words
                    .take_while(|word| word.starts_with('-'))
                    .map(|word| word.trim_end_matches('=').to_owned())
                    .collect()
            }));
        }
        options
    }

    /// Every command, by the help pages of the program, of `model` and of its `import`.
    fn commands(&self) -> Vec<String> {
        let mut commands = vec![String::new()];
        for (above, heading) in [("", "Commands:\n"), ("model", "Commands:\n"), ("model import", "Frameworks:\n")] {
            let page = String::from_utf8(self.run(&format!("assess {above} --help")).stdout).expect("it is text");
            let (_, list) = page.split_once(heading).expect("it has a list");
            let names =
                list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
            commands.extend(names.map(|name| format!("{above} {name}")));
        }
        commands
    }
}

/// Copies a folder into another one, with its links.
fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp").arg("-a").args([from, to]).status().expect("files can be copied");
    assert!(status.success(), "{}", from.display());
}
