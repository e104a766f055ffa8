//! The table of cases holds, and no command, format or name of a value is missing from it.

use std::collections::{BTreeMap, BTreeSet};

use super::cases::{CASES, Case, usual};
use super::folder::Folder;
use super::no_faults;
use crate::support::folder::text;

#[test]
fn every_case_ends_as_the_table_says() {
    no_faults(usual().iter().filter_map(|(case, output)| {
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        let holds = output.status.code() == Some(case.code)
            && begins(&stdout, case.stdout)
            && begins(&stderr, case.stderr)
            && !stderr.contains("panicked");
        let (line, code) = (case.line, output.status.code());
        (!holds).then(|| format!("assess {line}: {code:?}, {stdout:.100?}, {stderr:.200?}"))
    }));
}

/// Whether a stream begins as it should, and holds nothing where nothing is said.
fn begins(stream: &str, start: &str) -> bool {
    stream.starts_with(start) && (stream.is_empty() == start.is_empty())
}

/// The commands below some words, as their help names them.
fn commands(folder: &Folder, above: &[&str]) -> Vec<String> {
    let page = help(folder, above);
    let list = page.split("\nCommands:\n").nth(1).unwrap_or_default();
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).map(str::to_owned).collect()
}

fn help(folder: &Folder, command: &[&str]) -> String {
    text(&folder.run(&[command, &["--help"]].concat()).stdout)
}

/// Every command that does something, as it is typed: `score`, `model list`.
pub fn leaves(folder: &Folder) -> Vec<String> {
    let leaves = commands(folder, &[]).into_iter().flat_map(|command| {
        let below = commands(folder, &[&command]);
        if below.is_empty() {
            return vec![command];
        }
        below.iter().map(|below| format!("{command} {below}")).collect()
    });
    leaves.collect()
}

fn cases_of(command: &str) -> impl Iterator<Item = &'static Case> {
    CASES.iter().filter(move |case| case.line == command || case.line.starts_with(&format!("{command} ")))
}

#[test]
fn every_command_is_in_the_table_with_every_code_it_can_have() {
    let folder = Folder::new();
    let judges = BTreeMap::from([("check", [0, 1, 2].as_slice()), ("model lint", &[0, 1, 2]), ("interview", &[2])]);
    let leaves = leaves(&folder);
    assert!(leaves.len() > 10, "{leaves:?}");
    no_faults(leaves.iter().filter_map(|command| {
        let codes: BTreeSet<_> = cases_of(command).map(|case| case.code).collect();
        let expected = judges.get(command.as_str()).copied().unwrap_or(&[0, 2]);
        (!codes.iter().eq(expected)).then(|| format!("{command}: {codes:?} in the table instead of {expected:?}"))
    }));
}

#[test]
fn every_format_and_value_is_in_the_table() {
    let folder = Folder::new();
    let mut count = 0;
    no_faults(leaves(&folder).iter().flat_map(|command| {
        let words: Vec<_> = command.split(' ').collect();
        let page = help(&folder, &words).split_whitespace().collect::<Vec<_>>().join(" ");
        let formats = page.split("The form of the document: ").nth(1);
        let formats = formats.and_then(|rest| rest.split(" [").next()).unwrap_or_default();
        // The first format is the one that is printed when none is named.
        let formats = formats.split(", ").skip(1).map(|format| format!("--format {format}"));
        let values = page.split("Arguments: <").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
        let values = values.split('|').filter(|_| values.contains('|')).map(str::to_owned);
        let words: Vec<_> = formats.chain(values).filter(|word| !word.ends_with(' ')).collect();
        count += words.len();
        let is_missing =
            |word: &String| !cases_of(command).any(|case| case.code == 0 && case.line.contains(word.as_str()));
        words.into_iter().filter(is_missing).map(move |word| format!("{command} {word} is missing")).collect::<Vec<_>>()
    }));
    assert_eq!(count, 49, "formats and values that help pages name");
}
