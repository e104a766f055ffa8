//! `assess completions`: the script by which a shell completes commands, options and ids.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::completion;
use crate::output::write_stdout;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Completions {
    #[arg(
        value_enum, hide_possible_values = true, value_name = "bash|zsh|fish|powershell|elvish",
        help = t!("The shell that reads the script", "读取该脚本的 shell"),
    )]
    pub shell: ShellName,
}

/// The shells that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShellName {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

impl ShellName {
    /// The name on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }
}

pub fn run(arguments: &Completions) -> Result<ExitCode> {
    write_stdout(&completion::script(arguments.shell.name())?)?;
    Ok(ExitCode::SUCCESS)
}
