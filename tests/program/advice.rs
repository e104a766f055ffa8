//! What is said to do next: it works as it stands, in the folder and with the model of the run.

use crate::streams::folder::Folder;
use crate::support::folder::{Folder as Answers, MODEL, run, text, words};
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

#[test]
fn names_with_blanks_are_quoted_in_what_is_said_to_do_next() {
    let folder = Answers::with("");
    std::fs::rename(folder.file(), folder.path().join("our answers.toml")).expect("it is there");
    std::os::unix::fs::symlink(MODEL, folder.path().join("our model")).expect("there is room");
    let mut terminal = Terminal::start(folder.path(), &["interview", "our answers.toml", "--model", "our model"], &[]);
    terminal.shows(&["Enter begin"]).types("\r");
    terminal.shows(&["1/2"]).types("q");
    let left = words(&terminal.ends(0).screen.contents());
    assert!(left.contains("`assess interview 'our answers.toml' --model 'our model'`"), "{left}");
    let embedded = Folder::new();
    let form = embedded.run(&["form", "answers.toml", "-o", "our form.xlsx"]);
    assert!(form.status.success(), "{}", text(&form.stderr));
    let said = text(&embedded.run(&["score", "our form.xlsx"]).stderr);
    assert!(said.contains("is a workbook\nhelp: `assess import 'our form.xlsx'"), "{said}");
    let import = ["import", "our form.xlsx", "-o", "in here/"];
    assert!(embedded.run(&import).status.success());
    let said = text(&embedded.run(&import).stderr);
    assert!(said.contains("help: `assess import 'our form.xlsx' -o 'in here/"), "{said}");
}

#[test]
fn where_there_is_no_history_a_report_is_no_way_to_put_files_in_order() {
    let folder = Folder::new();
    let said = text(&folder.run(&["report", "answers.toml", "--trend", "-o", "report.html"]).stderr);
    assert!(said.contains("is in no git repository") && said.contains("to `assess trend"), "{said}");
}

/// What a run says on both streams, without line breaks.
fn said(folder: &Answers, line: &[&str]) -> String {
    let output = run(folder.path(), line);
    words(&String::from_utf8_lossy(&[output.stdout, output.stderr].concat()))
}

#[test]
fn commands_in_documents_are_about_the_model_and_the_answers_of_the_run() {
    let folder = Answers::with("greeting = 1\npaying = 1");
    let (head, _) =
        folder.text().split_once("[answers").map(|(head, rest)| (head.to_owned(), rest.len())).expect("it has");
    std::fs::write(folder.path().join("new one.toml"), &head).expect("there is room");
    let ask = format!("`assess interview 'new one.toml' --model {MODEL}` asks the questions");
    for line in [&["next"][..], &["score"], &["next", "--format", "markdown"]] {
        let said = said(&folder, &[line, &["new one.toml", "--model", MODEL]].concat());
        assert!(said.contains(&ask), "{line:?}: {said}");
    }
    std::fs::write(folder.path().join("old.toml"), head.replace("\"2\"", "\"1\"")).expect("there is room");
    let line = ["score", "old.toml", "--model", MODEL];
    let help = format!("help: `assess interview old.toml --model {MODEL}` shows what changed");
    assert!(said(&folder, &line).contains(&help), "{}", said(&folder, &line));
    std::fs::write(folder.path().join("bo.toml"), head + "[answers.shop.counter.selling]\npaying = 0\n")
        .expect("there is room");
    let line = ["merge", "answers.toml", "bo.toml", "--model", MODEL];
    let talk = format!("assess interview agreed.toml --with answers.toml bo.toml --model {MODEL}");
    assert!(said(&folder, &line).contains(&talk), "{}", said(&folder, &line));
    let line = ["trend", "answers.toml", "--model", MODEL];
    git(folder.path(), &["init", "--quiet", "--template="]);
    for level in ["0", "1"] {
        folder.set("greeting", &[level]);
        git(folder.path(), &["add", "answers.toml"]);
        git(folder.path(), &["commit", "--quiet", "-m", "it"]);
    }
    let shown = said(&folder, &line);
    assert!(
        shown.contains("assess diff git:") && shown.ends_with(&format!(":answers.toml --model {MODEL}")),
        "{shown}"
    );
}

#[test]
fn what_is_no_language_is_said_in_the_one_of_the_machine() {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_assess"));
    program.env_clear().env("LC_ALL", "zh_CN.UTF-8").args(["--lang", "cn", "model", "list"]);
    let output = program.output().expect("it runs");
    let said = "错误：`cn` 不是 `--lang` 的合法值\n帮助：可选：`en`、`zh`\n";
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), said));
}
