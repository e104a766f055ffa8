//! The commands that documents of a trend name: each runs, and shows what moved.

use std::fs;

use super::repository::{Repository, renamed};
use crate::support::folder::{MODEL, run, text, told};

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
    let diff = |arguments: &[&str]| told(&run(repository.path(), &[&["--model", MODEL, "diff"], arguments].concat()));
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
    let page_of =
        |arguments: &[&str]| text(&run(repository.path(), &[arguments, &["--format", "html"]].concat()).stdout);
    let trend = page_of(&["--model", MODEL, "trend", "team/answers.toml"]);
    let report = page_of(&["--model", MODEL, "report", "team/answers.toml", "--trend"]);
    for page in [&trend, &report] {
        assert!(
            page.contains("<code>assess diff git:") && !page.contains(MODEL),
            "the model lies elsewhere for others"
        );
        let needed = "in the repository of these answers, given <code>--model</code> as for this document";
        assert!(page.contains(needed), "so what they have to name is said");
    }
    let markdown =
        |arguments: &[&str]| text(&run(repository.path(), &[arguments, &["--format", "markdown"]].concat()).stdout);
    let trend = markdown(&["--model", MODEL, "trend", "team/answers.toml"]);
    let report = markdown(&["--model", MODEL, "report", "team/answers.toml", "--trend"]);
    for document in [&trend, &report] {
        assert!(document.contains("`assess diff git:") && !document.contains(MODEL), "{document}");
        let needed = "in the repository of these answers, given `--model` as for this document";
        assert!(document.contains(needed), "{document}");
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
    let document = markdown(&["--model", MODEL, "trend", one, other]);
    assert!(document.contains("`assess diff 2025.toml 2026.toml`") && !document.contains("/kept"), "{document}");
}

/// The command that a document names, run.
fn named_command(repository: &Repository, document: &str) -> String {
    let line = document.lines().find_map(|line| line.trim().strip_prefix("assess ")).expect("a command is named");
    let arguments: Vec<_> = ["--model", MODEL].into_iter().chain(line.split(' ')).collect();
    let (code, shown, errors) = told(&run(repository.path(), &arguments));
    assert_eq!(code, Some(0), "{line}: {errors}");
    shown
}
