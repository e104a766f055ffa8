//! The program: reads its arguments, runs a command, and says how it went by its exit code.

mod cli;
mod commands;
mod failure;
mod files;
mod output;
mod prompt;
mod terminal;
mod usage;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    terminal::decide();
    let arguments: Vec<_> = std::env::args_os().collect();
    let done = match cli::Cli::try_parse_from(&arguments) {
        Ok(cli) => commands::run(cli),
        Err(error) => usage::answer(&error),
    };
    done.unwrap_or_else(|error| failure::tell(&error))
}
