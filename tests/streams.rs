//! Exit codes and streams, command by command: what is asked for goes to standard output, all else to standard error.
#![cfg(unix)]

#[path = "streams/arguments.rs"]
mod arguments;
#[path = "streams/folder.rs"]
mod folder;

/// Fails with all that is wrong.
#[track_caller]
fn no_faults(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<_> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
