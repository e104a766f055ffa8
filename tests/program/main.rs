//! The program as it is run: command lines, streams, files, the gate, and the interview in a terminal.

mod advice;
mod clauses;
mod command_lines;
mod documents;
mod faults;
mod files;
mod gate;
mod imports;
mod kill;
mod merge;
mod named_commands;
mod outputs;
mod questionnaires;
mod rollup;
mod shell;
mod streams;
mod support;
mod terminal;
mod trend;
