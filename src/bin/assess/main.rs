//! The program: reads its arguments, runs a command, and says how it went by its exit code.

#[macro_use]
mod arguments;
mod advice;
mod ask;
mod candidates;
mod cli;
mod commands;
mod completion;
mod earlier;
mod failure;
mod files;
mod ids;
mod interview;
mod output;
mod session;
mod terminal;
mod terminal_mode;
mod usage;

use std::process::ExitCode;

use clap::CommandFactory as _;

fn main() -> ExitCode {
    terminal::decide_language_and_colors();
    let done = completion::answer(cli::Cli::command)
        .and_then(|has_answered| if has_answered { Ok(ExitCode::SUCCESS) } else { cli::answer() });
    let code = done.unwrap_or_else(|error| failure::show_error(&error));
    failure::release_messages();
    code
}
