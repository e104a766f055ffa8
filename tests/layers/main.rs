//! What must never be in the source, so that the library thinks, the binary talks, and arrows run one way.

mod arrows;
mod circles;
mod contributing;
mod dependencies;
mod links;
mod mentions;
mod paths;
mod renderers;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(Path::new(folder), &mut files);
    // A module stands beside the folder of its parts.
    let beside = PathBuf::from(format!("{folder}.rs"));
    if let Ok(text) = fs::read_to_string(&beside) {
        files.push((beside, text));
    }
    assert!(!files.is_empty());
    files
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("it is text");
            files.push((path, text));
        }
    }
}

/// The same with the path as text.
fn files(folder: &str) -> Vec<(String, String)> {
    sources(folder).into_iter().map(|(path, text)| (path.to_string_lossy().into_owned(), text)).collect()
}

/// A text without the lines that are comments.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Fails for every file of `folder`, other than those whose path contains an excepted name, that holds the word.
fn only_in(folder: &str, word: &str, excepted: &[&str]) {
    for (path, text) in sources(folder) {
        let name = path.to_string_lossy();
        let allowed = excepted.iter().any(|excepted| name.contains(excepted));
        assert!(allowed || !code(&text).contains(word), "`{word}` in {name}");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")).chain(sources("benches")) {
        assert!(text.starts_with("//!"), "{} does not begin with //!", path.display());
    }
}

#[test]
fn the_library_touches_nothing_outside_itself() {
    for word in [
        "std::fs",
        "std::env",
        "std::net",
        "std::os",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant",
        "stdout",
        "stderr",
        "stdin",
        "print!",
        "println!",
        "process::exit",
        "env::var",
        "anyhow",
        "clap",
        "crossterm",
        "rustix",
        "tempfile",
    ] {
        only_in("src", word, &["bin/assess"]);
    }
}

#[test]
fn each_outside_thing_has_one_user() {
    only_in("src", "comfy_table", &["report/terminal/table.rs"]);
    only_in("src", "rust_xlsxwriter", &["report/xlsx/workbook"]);
    only_in("src", "std::fs", &["bin/assess/files"]);
    only_in("src", "SystemTime", &["bin/assess/files/clock.rs"]);
    only_in("src", "maud", &["report/"]);
    only_in("src", "annotate_snippets", &["report/terminal/problems.rs"]);
    only_in("src", "toml_edit", &[]);
    let toml = ["answers/edit/wish.rs", "answers/template.rs", "policy/template.rs", "model/source/write/values.rs"];
    only_in("src", "toml_writer", &toml);
    only_in("src", "saphyr_parser", &["src/yaml"]);
    only_in("src", "dialoguer", &["bin/assess/ask.rs"]);
    // Drags an event parser along that takes what is no key for keys.
    only_in("src", "crossterm", &[]);
    let starters = ["git/ask", "editor", "pager"].map(|name| format!("bin/assess/files/{name}.rs"));
    only_in("src", "Command::new", &starters.each_ref().map(String::as_str));
    only_in("src", "percent_encoding", &["report/ci/sarif.rs", "commands/rollup/pages.rs"]);
    only_in("src", "vte::", &["interview/input.rs", "interview/input/"]);
    only_in("src", "calamine", &["answers/questionnaire/workbook.rs"]);
    only_in("src", "zip::", &["answers/questionnaire/unpack.rs"]);
    only_in("src", "std::net", &[]);
}

#[test]
fn nobody_outside_writes_the_state_of_an_interview() {
    let state = fs::read_to_string("src/interview/state.rs").expect("it is text");
    let fields = state.split("pub struct Interview<'m> {").nth(1).and_then(|rest| rest.split("\n}").next());
    let fields = fields.expect("the state is there");
    assert!(fields.contains("mode: Mode") && !fields.contains("pub "), "{fields}");
}

#[test]
fn the_program_is_its_own_entrance_only() {
    let main = fs::read_to_string("src/bin/assess/main.rs").expect("it is text");
    let rest = main.lines().filter(|line| !line.starts_with("mod "));
    assert!(rest.count() <= 25);
}
