//! The interview as people have it: the whole program in a terminal, keys typed, the screen and the file read.
#![cfg(unix)]

#[path = "support/folder.rs"]
mod folder;
#[path = "support/pty.rs"]
mod pty;

#[path = "terminal/answering.rs"]
mod answering;
#[path = "terminal/beginning.rs"]
mod beginning;
#[path = "terminal/keys.rs"]
mod keys;
#[path = "terminal/plain.rs"]
mod plain;
