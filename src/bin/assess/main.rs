//! The program: reads its arguments, runs a command, and says how it went by its exit code.

mod cli;
mod commands;
mod completion;
mod failure;
mod files;
mod manual;
mod output;
mod prompt;
mod terminal;
mod usage;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    terminal::decide();
    let done = completion::answer().and_then(|has_answered| if has_answered { Ok(ExitCode::SUCCESS) } else { run() });
    done.unwrap_or_else(|error| failure::tell(&error))
}

fn run() -> anyhow::Result<ExitCode> {
    match cli::Cli::try_parse() {
        Ok(cli) => commands::run(cli),
        Err(error) => usage::answer(&error),
    }
}
