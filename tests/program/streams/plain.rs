//! What `--plain` promises: words and ASCII for a model and answers in ASCII, whatever is asked for.

use std::process::Command;

use super::cases::CASES;
use super::no_faults;
use crate::support::folder::text;

fn by_option(command: &mut Command) {
    command.arg("--plain").env("CLICOLOR_FORCE", "1");
}

fn by_variable(command: &mut Command) {
    command.env("ASSESS_PLAIN", "1").env("CLICOLOR_FORCE", "1");
}

#[test]
fn plain_is_words_and_ascii() {
    // What programs read is the same for everybody, and a linter repeats the author's Chinese.
    let others = ["--format", "schema", "show", "report", "man", "untidy", "form", "import filled"];
    let cases = CASES.iter().filter(|case| !others.iter().any(|word| case.line.contains(word)));
    let faults = cases.flat_map(|case| {
        [by_option, by_variable].map(|change| {
            let output = case.run(change);
            let said = text(&output.stdout) + &text(&output.stderr);
            let is_plain = |character: char| matches!(character, ' '..='~' | '\n');
            let line = said.lines().find(|line| !line.chars().all(is_plain))?;
            Some(format!("assess {}: {line:?}", case.line))
        })
    });
    no_faults(faults.flatten());
}
