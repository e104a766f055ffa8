//! The program as it is run: command lines, streams, files, the gate, and the interview in a terminal.

#[cfg(unix)]
mod advice;
mod clauses;
mod command_lines;
mod documents;
#[cfg(unix)]
mod faults;
#[cfg(unix)]
mod files;
mod gate;
#[cfg(unix)]
mod imports;
#[cfg(unix)]
mod kill;
mod merge;
#[cfg(unix)]
mod named_commands;
#[cfg(unix)]
mod outputs;
mod questionnaires;
#[cfg(unix)]
mod rollup;
mod shell;
#[cfg(unix)]
mod streams;
mod support;
#[cfg(unix)]
mod terminal;
mod trend;
