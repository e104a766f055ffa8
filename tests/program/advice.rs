//! What is said to do next: it works as it stands, in the folder and with the model of the run.

use crate::streams::folder::{Folder, text};
use crate::support::folder::{Folder as Answers, MODEL};
use crate::support::git::git;
use crate::support::pty::Terminal;

#[test]
fn a_branch_where_a_file_is_expected_is_named_as_a_revision() {
    let folder = Folder::with_history();
    git(folder.path(), &["branch", "last-year"]);
    for line in [
        "diff last-year answers.toml",
        "diff last-year",
        "check --baseline last-year",
        "report --format csv --compare last-year",
    ] {
        let output = folder.run(&line.split(' ').collect::<Vec<_>>());
        let said = "error: there is no file `last-year`\nhelp: a revision has `git:` before it: `git:last-year`\n";
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), said), "{line}");
    }
    assert!(folder.run(&["diff", "git:last-year"]).status.success(), "as the help says it");
}

#[test]
fn the_last_line_names_model_policy_and_file_of_the_run() {
    let folder = Answers::with("greeting = 1\npaying = 1");
    std::fs::rename(folder.file(), folder.path().join("our answers.toml")).expect("it is there");
    std::fs::write(folder.path().join("policy.toml"), "schema = 1\n[target]\ndefault = 1\n").expect("there is room");
    let line = ["--config", "policy.toml", "score", "our answers.toml", "--model", MODEL];
    let shown = Terminal::start(folder.path(), &line, &[]).ends(0).bytes;
    // A long line is wrapped wherever it may be.
    let joined = |text: &str| text.split_whitespace().collect::<String>();
    let shown = joined(&String::from_utf8_lossy(&shown));
    let command =
        format!("`assess explain shop.counter.selling 'our answers.toml' --model {MODEL} --config policy.toml`");
    assert!(shown.contains(&joined(&command)), "{shown}");
}
