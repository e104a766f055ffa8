//! No command speaks to a network, and neither does the `git` that it calls: the system would have been asked for a socket.

use std::fs;
use std::process::Command;

use super::cases::CASES;
use super::folder::{Folder, own_model};
use super::{no_faults, say};

/// Watches what a program, and every one that it starts, asks the system about networks.
const WATCHED: &[&str] = &["-f", "-qq", "-e", "signal=none", "-e", "trace=network", "-o", "watched"];

fn watched(folder: &Folder, program: &[&str]) -> Command {
    let mut strace = folder.command("strace");
    strace.args(WATCHED).args(program);
    strace
}

#[test]
fn no_command_asks_for_a_socket() {
    let folder = Folder::new();
    let speaks = ["sh", "-c", "git ls-remote git://127.0.0.1:1/nothing; true"];
    if !watched(&folder, &speaks).output().is_ok_and(|output| output.status.success()) {
        say("skipped: there is no strace that may watch a program");
        return;
    }
    let asked = |folder: &Folder| {
        let lines = fs::read_to_string(folder.path().join("watched")).expect("strace writes it");
        // A thread that ends while strace lets it go leaves a line that names no call.
        lines.lines().filter(|line| !line.contains("<detached ...>")).collect::<Vec<_>>().join("\n")
    };
    assert!(asked(&folder).contains("socket("), "a child that speaks to a network is noticed");
    no_faults(CASES.iter().filter_map(|case| {
        let folder = case.folder();
        let arguments = case.arguments();
        let program = [&[env!("CARGO_BIN_EXE_assess")], own_model(&arguments), &arguments].concat();
        let output = watched(&folder, &program).output().expect("strace runs");
        let asked = asked(&folder);
        let holds = output.status.code() == Some(case.code) && asked.is_empty();
        (!holds).then(|| format!("assess {}: {:?}\n{asked}", case.line, output.status.code()))
    }));
}
