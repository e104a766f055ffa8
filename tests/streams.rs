//! Exit codes and streams, command by command: what is asked for goes to standard output, all else to standard error.
#![cfg(unix)]

#[path = "streams/arguments.rs"]
mod arguments;
#[path = "streams/audit.rs"]
mod audit;
#[path = "streams/broken.rs"]
mod broken;
#[path = "streams/cases.rs"]
mod cases;
#[path = "streams/colors.rs"]
mod colors;
#[path = "streams/folder.rs"]
mod folder;
#[path = "support/git.rs"]
mod git;
#[path = "streams/help.rs"]
mod help;
#[path = "streams/network.rs"]
mod network;
#[path = "streams/plain.rs"]
mod plain;
#[path = "support/pty.rs"]
mod pty;

use std::io::{self, Write as _};

/// Says something that a test run shows even when all is well.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Fails with all that is wrong.
#[track_caller]
fn no_faults(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<_> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
