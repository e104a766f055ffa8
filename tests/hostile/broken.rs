//! Files that cannot be read, through every command: said on standard error, with exit code 2, and nothing obeyed.

pub mod answers;
mod models;
mod policies;

use std::fs;
use std::path::Path;

use crate::checks::{Fault, plain};
use crate::runs::{Coloring, Run, run, run_reading};
use crate::{in_parallel, no_faults, say};

/// The model that the files are for.
pub const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/tiny");
/// No message about a file is longer, whatever is in it.
const MOST: usize = 64 * 1024;
/// From this size on a file takes long in a program that is built for tests.
const HEAVY: usize = 10_000;

/// What a file is called, and what it holds.
pub type File = (&'static str, Vec<u8>);

/// Every command that reads answers.
fn of_answers(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["score", file],
        vec!["next", file],
        vec!["check", "--target", "1", file],
        vec!["check", "--target", "1", "--format", "github", "--baseline", file, "sound.toml"],
        vec!["diff", file, "sound.toml"],
        vec!["diff", "sound.toml", file],
        vec!["report", "--compare", file, "sound.toml"],
        vec!["explain", "shop", file],
        vec!["set", file, "shop.counter.selling.paying", "1"],
        vec!["score", "--config", file],
        vec!["score", "-"],
        vec!["check", "--target", "1", "--format", "json", "-"],
    ]
}

/// Every command that reads a policy.
fn of_policies(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["score", "--config", file],
        vec!["next", "--to", "policy", "--config", file, "sound.toml"],
        vec!["check", "-v", "--config", file, "sound.toml"],
        vec!["check", "--config", file, "--format", "github", "--target", "1"],
        vec!["report", "--config", file, "--format", "markdown"],
    ]
}

#[test]
fn what_cannot_be_read_is_said_and_not_obeyed() {
    let files = answers::raw().into_iter().chain(answers::meant_badly()).collect();
    all_are_refused("answers", files, of_answers);
}

#[test]
fn a_policy_that_cannot_be_read_is_said_and_not_obeyed() {
    all_are_refused("policies", policies::all(), of_policies);
}

fn all_are_refused(kind: &str, files: Vec<File>, lines: fn(&str) -> Vec<Vec<&str>>) {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("sound.toml"), answers::answers("greeting = 1")).expect("there is room");
    say(&format!("{} broken {kind}, up to {} runs each", files.len(), lines("").len()));
    no_faults(in_parallel(files, |(name, bytes)| faults_of(folder.path(), name, &bytes, lines)));
    assert!(!folder.path().join("pwned").exists());
}

fn faults_of(folder: &Path, name: &str, bytes: &[u8], lines: fn(&str) -> Vec<Vec<&str>>) -> Vec<String> {
    let file = format!("{name}.toml");
    fs::write(folder.join(&file), bytes).expect("there is room");
    let styles =
        [(&["--color", "always"][..], Coloring::Some), (&["--lang", "zh", "--color", "never"], Coloring::None)];
    let mut faults = Vec::new();
    // All read alike; what takes long to read is read by a few.
    let lines = lines(&file).into_iter().step_by(if bytes.len() > HEAVY { 4 } else { 1 });
    for (line, (options, colors)) in lines.zip(styles.into_iter().cycle()) {
        let arguments = [&["--model", MODEL], options, &line].concat();
        let reads_input = line.contains(&"-");
        let run = if reads_input { run_reading(&file, folder, &arguments) } else { run(folder, &arguments) };
        let fault = refused(&run.with(colors)).err();
        faults.extend(fault.map(|fault| format!("{name}: {}: {fault:.600}", line.join(" "))));
    }
    if fs::read(folder.join(&file)).expect("it is there") != bytes {
        faults.push(format!("{name}: the file was changed"));
    }
    faults
}

/// Whether a run ended with a message that says what is wrong, and with nothing else.
///
/// # Errors
///
/// What it did instead.
pub fn refused(run: &Run) -> Result<(), Fault> {
    run.is_harmless()?;
    let said = plain(&String::from_utf8_lossy(&run.stderr));
    let is_labeled = said.lines().any(|line| line.starts_with("error: ") || line.starts_with("错误："));
    match run.code {
        Some(2) if !is_labeled => Err(format!("no error: {said}")),
        Some(2) if said.len() > MOST => Err(format!("{} bytes of words", said.len())),
        Some(2) => Ok(()),
        code => Err(format!("exit code {code:?}")),
    }
}
