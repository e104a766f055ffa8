//! Exit codes and streams, command by command: what is asked for goes to standard output, all else to standard error.

mod arguments;
mod audit;
mod broken;
mod cases;
mod colors;
pub mod folder;
mod help;
mod network;
mod plain;

use std::io::{self, Write as _};

/// Says something that a test run shows even when all is well.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Fails with all that is wrong.
#[track_caller]
pub fn no_faults(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<_> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
