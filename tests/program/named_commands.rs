//! Every command line that a help, an error, a document or an example names: it works, as it stands.
//!
//! They are collected from the texts themselves, so that a new one is run as soon as somebody writes it.

mod collect;
mod repository;

use std::collections::{BTreeMap, BTreeSet};

use collect::{Line, guides, named, option_words};
use repository::Repository;

use crate::streams::no_faults;
use crate::support::pty::Terminal;

/// What texts leave to the reader, and what a reader could put there. Longer ones come first where one is part of another.
const PLACES: [(&str, &str); 46] = [
    ("FILE --with A B C", "agreed.toml --with ana.answers.toml bo.answers.toml"),
    ("import {file} -o {target}", "import ana.xlsx -o ana.answers.toml"),
    ("import {word}", "import ana.xlsx"),
    ("import FILE...", "import ana.xlsx"),
    ("import FILE…", "import ana.xlsx"),
    ("import FILE", "import ana.xlsx"),
    ("import 文件", "import ana.xlsx"),
    ("merge FILE FILE…", "merge answers.toml answers-last-year.toml"),
    // In the texts of the program, where names of the run are put.
    ("{word} ID VALUE", "answers.toml delivery.configuration.version-control.branching 2"),
    ("{word} ID 值", "answers.toml delivery.configuration.version-control.branching 2"),
    ("{word}", "answers.toml"),
    ("{earlier}", "answers-last-year.toml"),
    ("{command} -o {ending}={command}.{ending}", "report -o xlsx=report.xlsx"),
    ("{command}", " score"),
    ("interview{name}", "interview answers.toml"),
    ("init{name}", "init answers.toml"),
    ("{name}", "answers.toml"),
    ("{file}", "answers.toml"),
    ("{people}", "answers-last-year.toml"),
    ("{level}", "2"),
    ("{named}", " answers.toml"),
    ("{quick}", " --quick"),
    ("{only}", " --only delivery.testing"),
    ("{options}", " --scope delivery"),
    ("{folder}", "model"),
    ("{id}", "delivery.configuration.version-control.branching"),
    ("{baseline}", "answers-last-year.toml"),
    ("{path}", "answers.toml"),
    ("{top}", "5"),
    ("{ending}", "xlsx"),
    // In documents, for people.
    ("assess set …", "assess set answers.toml delivery.configuration.version-control.branching 2"),
    ("FILE…", "answers.toml"),
    ("json=FILE", "json=verdict.json"),
    ("OLD NEW", "answers-last-year.toml answers.toml"),
    ("OLD", "answers-last-year.toml"),
    ("旧 新", "answers-last-year.toml answers.toml"),
    ("旧", "answers-last-year.toml"),
    ("COMMAND", "score"),
    ("命令", "score"),
    ("SHELL", "bash"),
    ("DIR", "model"),
    ("目录", "model"),
    ("ID", "delivery.configuration.version-control"),
    // In the examples for build servers.
    ("$(ASSESS_FILE)", ""),
    ("$(ASSESS)", "assess"),
    ("${{ github.action_path }}", "."),
];

/// Commands that ask for more than their name: where a text only names one of them, its help must be there.
const ASKS_FOR_MORE: [&str; 13] = [
    "assess import",
    "assess merge",
    "assess set",
    "assess diff",
    "assess explain",
    "assess schema",
    "assess completions",
    "assess model",
    "assess model lint",
    "assess model import",
    "assess model import ciso",
    "assess model import samm",
    "assess model import dsomm",
];

/// What somebody would type who read this line.
fn typed(line: &str) -> String {
    let typed = PLACES.iter().fold(line.to_owned(), |typed, (place, word)| typed.replace(place, word));
    if ASKS_FOR_MORE.contains(&typed.as_str()) { format!("{typed} --help") } else { typed }
}

fn asks_a_person(line: &str) -> bool {
    let is_interview = ["assess interview", "assess --model model interview"].iter().any(|it| line.starts_with(it));
    line == "assess" || is_interview && !line.ends_with(" --help")
}

/// The command lines of all texts, each once, with the places that name it.
fn lines() -> BTreeMap<String, Vec<String>> {
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Line { place, words } in named() {
        lines.entry(typed(&words)).or_default().push(place);
    }
    assert!(lines.len() > 40, "they are found: {lines:#?}");
    lines
}

#[test]
fn each_works_as_it_stands() {
    let origin = Repository::new();
    no_faults(lines().iter().filter(|(line, _)| !asks_a_person(line)).filter_map(|(line, places)| {
        let writes = [" -o ", " init", " set"].iter().any(|word| line.contains(word));
        let output = if writes { origin.copy().run(line) } else { origin.run(line) };
        let judged = line.contains(" check") || line.contains(" lint");
        let code = output.status.code();
        let works = code == Some(0) || judged && code == Some(1);
        (!works).then(|| format!("{line}: {code:?} ({places:?})\n{}", String::from_utf8_lossy(&output.stderr)))
    }));
}

#[test]
fn each_that_writes_files_does_so_on_a_terminal_too() {
    let origin = Repository::new();
    no_faults(lines().keys().filter(|line| line.contains(" -o ") && line.starts_with("assess ")).filter_map(|line| {
        let repository = origin.copy();
        // The answers are not all there yet, and the policy minds.
        let code = u32::from(line.contains(" check"));
        let ended = repository.terminal(line).ends(code);
        let paths = line.split(" -o ").skip(1).filter_map(|rest| rest.split_whitespace().next());
        let missing: Vec<_> = paths
            .map(|path| path.split_once('=').map_or(path, |(_, path)| path).trim_matches('"'))
            .map(|path| path.replace("$GITHUB_STEP_SUMMARY", "summary.md"))
            .filter(|path| !repository.path().join(path).exists())
            .collect();
        (!missing.is_empty()).then(|| format!("{line}: no {missing:?}\n{}", ended.screen.contents()))
    }));
}

#[test]
fn each_that_asks_a_person_begins_to_ask() {
    let origin = Repository::new();
    let lines = lines();
    let asking: Vec<_> = lines.keys().filter(|line| asks_a_person(line)).collect();
    assert!(asking.len() > 3, "{asking:?}");
    for line in asking {
        let repository = origin.copy();
        begins_to_ask(&mut repository.terminal(line), line);
    }
}

/// Waits for a question, or for what a room is told before its first one, and leaves.
#[track_caller]
fn begins_to_ask(terminal: &mut Terminal, line: &str) {
    let asks = |shown: String| shown.contains('?') || shown.contains("q leave");
    terminal.waits(line, |screen| asks(screen.contents())).types("q\n").ends(0);
}

#[test]
fn each_option_that_a_document_names_is_one() {
    let known: BTreeSet<_> = Repository::new().options().into_iter().flatten().collect();
    no_faults(option_words().into_iter().filter_map(|Line { place, words }| {
        (!known.contains(&words)).then(|| format!("{place}: no command has `{words}`"))
    }));
}

#[test]
fn each_option_is_described_in_a_guide() {
    let options = Repository::new().options();
    assert!(options.len() > 40, "they are found: {options:?}");
    for folder in ["docs", "docs/zh"] {
        let guides = guides(folder);
        let is_described = |names: &Vec<String>| names.iter().any(|name| names_option(&guides, name));
        let missing: Vec<_> = options.iter().filter(|names| !is_described(names)).collect();
        assert!(missing.is_empty(), "{folder} lacks {missing:?}");
    }
}

/// Whether a text has a name as a whole, and not as the begin of another one.
fn names_option(text: &str, name: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-');
    text.match_indices(name).any(|(at, _)| ends(&text[at + name.len()..]) && !text[..at].ends_with('-'))
}
