//! That nothing is left out: what the program itself says it can do, against what this suite makes it do.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::checks::Coloring;
use crate::lines::{LINES, MORE};
use crate::runs::run;
use crate::{corpus, in_parallel, no_faults};

/// Commands that make no document of foreign text, and where they are run.
const ELSEWHERE: &[&str] = &[
    "interview",
    "init",
    "set",
    "import --format answers",
    "model import ciso --format table",
    "model import ciso --format json",
    "model import samm --format table",
    "model import samm --format json",
    "model import dsomm --format table",
    "model import dsomm --format json",
];

/// Commands that read nothing: what they print is the same wherever they stand.
const READ_NOTHING: &[&[&str]] = &[
    &["completions", "bash"],
    &["completions", "zsh"],
    &["completions", "fish"],
    &["completions", "powershell"],
    &["completions", "elvish"],
    &["help"],
    &["man"],
    &["schema", "model"],
    &["schema", "result"],
    &["schema", "rollup"],
    &["schema", "merge"],
];

/// What the program offers to a shell as the next word.
fn offered(folder: &Path, words: &[&str], last: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_assess"))
        .current_dir(folder)
        .env("ASSESS_COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", (words.len() + 1).to_string())
        .args(["--", "assess"])
        .args(words)
        .arg(last)
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("it is text").lines().map(str::to_owned).collect()
}

/// Every command with every form that it offers, as words; a command without a choice stands alone.
fn offered_below(folder: &Path, words: &[&str]) -> BTreeSet<String> {
    let is_word = |word: &String| !word.starts_with(['-', '.']);
    if offered(folder, words, "--format").contains(&"--format".to_owned()) {
        let forms = offered(folder, &[words, &["--format"]].concat(), "");
        let forms = forms.into_iter().filter(is_word);
        return forms.map(|form| format!("{} --format {form}", words.join(" "))).collect();
    }
    let below: Vec<_> = offered(folder, words, "").into_iter().filter(is_word).collect();
    if below.is_empty() {
        return BTreeSet::from([words.join(" ")]);
    }
    below.iter().flat_map(|word| offered_below(folder, &[words, &[word]].concat())).collect()
}

#[test]
fn every_command_and_every_format_is_met() {
    let empty = tempfile::tempdir().expect("there is room");
    let offered = offered_below(empty.path(), &[]);
    let with_forms = LINES.iter().flat_map(|line| {
        let command = line.arguments.iter().take(if line.arguments[0] == "model" { 2 } else { 1 });
        let command = command.copied().collect::<Vec<_>>().join(" ");
        let forms = line.forms.iter().map(move |form| format!("{command} --format {form}"));
        forms.filter(|_| line.forms.len() > 1)
    });
    let alone = LINES.iter().chain(MORE).filter(|line| line.forms.len() == 1).map(|line| line.arguments);
    let alone = alone.chain(READ_NOTHING.iter().copied()).map(|words| words.join(" "));
    let elsewhere = ELSEWHERE.iter().map(ToString::to_string);
    let met: BTreeSet<_> = with_forms.chain(alone).chain(elsewhere).collect();
    assert_eq!(offered, met, "what is offered, and what is met");
}

#[test]
fn what_reads_nothing_is_harmless_beside_hostile_files() {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), "\u{1b}[31m\n::error::x");
    let pages = LINES.iter().chain(MORE).map(|line| [&line.arguments[..1], &["--help"]].concat());
    let lines: Vec<_> = pages.chain(READ_NOTHING.iter().map(|line| line.to_vec())).collect();
    no_faults(in_parallel(lines, |line| {
        let styles =
            [(&["--lang", "en", "--color", "always"][..], Coloring::Some), (&["--lang", "zh"], Coloring::None)];
        let fault = |(style, colors): (&[&str], Coloring)| {
            let run = run(folder.path(), &[style, &line].concat()).with(colors);
            let fault = run.is_harmless().err();
            let fault = fault.or_else(|| (run.code != Some(0) || run.stdout.is_empty()).then(|| "nothing".to_owned()));
            Some(format!("{}: {}", run.what, fault?))
        };
        styles.into_iter().filter_map(fault).collect()
    }));
}

#[test]
fn words_that_a_shell_completes_do_not_act() {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), "word");
    let mut texts = corpus::texts();
    texts.retain(|text| !text.is_long() && !text.text.contains('\0'));
    no_faults(in_parallel(texts, |text| {
        let places: &[&[&str]] = &[&[], &["explain"], &["check", "--target"], &["score", "--format"], &["schema"]];
        let fault = |words: &&[&str]| {
            let acts = offered(folder.path(), words, &text.text)
                .into_iter()
                .find(|word| crate::checks::harmless(word.as_bytes(), Coloring::None).is_err());
            Some(format!("{}: {words:?}: {:?}", text.name, acts?))
        };
        places.iter().filter_map(fault).collect()
    }));
}
