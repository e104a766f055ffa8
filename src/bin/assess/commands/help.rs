//! `assess help`: the help page of a command, as its own `--help` prints it.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Command};

use crate::usage;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Help {
    #[arg(
        value_name = t!("COMMAND", "命令"),
        help = t!("The command, as `score` or `model show` [default: the program]", "命令，如 `score` 或 `model show` [默认：整个程序]"),
    )]
    pub command: Vec<String>,
}

pub fn run(arguments: &Help, program: &Command) -> Result<ExitCode> {
    let words = arguments.command.iter().map(String::as_str);
    let line = ["assess"].into_iter().chain(words).chain(["--help"]);
    match program.clone().try_get_matches_from(line) {
        Err(error) => usage::answer(&error, program),
        // A command always has a help page.
        Ok(_) => Ok(ExitCode::SUCCESS),
    }
}
