//! The command line: how it is read, and what runs each command.

mod command;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args as _, CommandFactory as _, FromArgMatches as _, Parser};

use crate::arguments::{Options, template};
use crate::ask::can_ask;
use crate::commands::{
    check, completions, diff, explain, form, help, import, init, interview, man, merge, model, next, report, rollup,
    schema, score, set, trend,
};
use crate::failure::hold_messages;
use crate::output::may_page;
use crate::session::Session;
use crate::terminal::help_columns;
use crate::usage;
use command::Command;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "assess",
    version,
    about = t!("Maturity self-assessment in the terminal", "在终端中进行成熟度自评估"),
    override_usage = t!("assess [OPTIONS] COMMAND", "assess [选项] 命令"),
    help_template = template(),
    subcommand_help_heading = t!("Commands", "命令"),
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    term_width = help_columns(),
    after_help = t!("Without a command: the interview. Then `assess score` shows the levels.", "不带命令即开始访谈，之后用 `assess score` 查看级别。"),
)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// Whatever keeps it from being done.
pub fn answer() -> Result<ExitCode> {
    if usage::answer_version()? {
        return Ok(ExitCode::SUCCESS);
    }
    match parse_alone(&env::args_os().collect::<Vec<_>>()).map_or_else(Cli::try_parse, Ok) {
        Ok(cli) => run(cli),
        Err(error) => usage::answer(&error, &Cli::command()),
    }
}

/// Reads the arguments, of which the first is the program, by the one command that they begin with; `None` where that is not
/// enough.
///
/// Setting up all commands, each with a copy of the general options, would be a fifth of a short run. Help, and what is wrong,
/// is told by the whole.
fn parse_alone(arguments: &[OsString]) -> Option<Cli> {
    let name = arguments.get(1)?.to_str()?;
    let command = arguments_of(name)?(clap::Command::default().name(name.to_owned()));
    let alone = clap::Command::default().name("assess").version("").disable_help_flag(true).disable_version_flag(true);
    let alone = Options::augment_args(alone).disable_help_subcommand(true).subcommand(command);
    Cli::from_arg_matches(&alone.try_get_matches_from(arguments).ok()?).ok()
}

/// What sets up the arguments of one of the commands that people and hooks run most.
fn arguments_of(name: &str) -> Option<fn(clap::Command) -> clap::Command> {
    Some(match name {
        "check" => check::Check::augment_args,
        "diff" => diff::Diff::augment_args,
        "explain" => explain::Explain::augment_args,
        "next" => next::Next::augment_args,
        "report" => report::Report::augment_args,
        "rollup" => rollup::Rollup::augment_args,
        "score" => score::Score::augment_args,
        "set" => set::Set::augment_args,
        "trend" => trend::Trend::augment_args,
        _ => return None,
    })
}

fn run(cli: Cli) -> Result<ExitCode> {
    let session = Session::new(cli.options)?;
    if cli.command.as_ref().is_some_and(Command::is_paged) && may_page() {
        hold_messages();
    }
    if cli.command.as_ref().is_none_or(Command::reads_config) {
        session.refuse_config()?;
    }
    match cli.command {
        None if can_ask() => interview::run(&session, &interview::Interview::default()),
        None => Ok(usage::help_on_stderr(Cli::command())),
        Some(Command::Interview(arguments)) => interview::run(&session, &arguments),
        Some(Command::Init(arguments)) => init::run(&session, &arguments),
        Some(Command::Set(arguments)) => set::run(&session, &arguments),
        Some(Command::Form(arguments)) => form::run(&session, &arguments),
        Some(Command::Import(arguments)) => import::run(&session, &arguments),
        Some(Command::Score(arguments)) => score::run(&session, &arguments),
        Some(Command::Next(arguments)) => next::run(&session, &arguments),
        Some(Command::Check(arguments)) => check::run(&session, &arguments),
        Some(Command::Diff(arguments)) => diff::run(&session, &arguments),
        Some(Command::Trend(arguments)) => trend::run(&session, &arguments),
        Some(Command::Report(arguments)) => report::run(&session, &arguments),
        Some(Command::Rollup(arguments)) => rollup::run(&session, &arguments),
        Some(Command::Merge(arguments)) => merge::run(&session, &arguments),
        Some(Command::Explain(arguments)) => explain::run(&session, &arguments),
        Some(Command::Model(arguments)) => model::run(&session, &arguments),
        Some(Command::Schema(arguments)) => schema::run(&session, &arguments),
        Some(Command::Completions(arguments)) => completions::run(&arguments),
        Some(Command::Help(arguments)) => help::run(&arguments, &Cli::command()),
        Some(Command::Man) => man::run(Cli::command()),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::{Command, CommandFactory as _, Parser as _};

    use super::{Cli, arguments_of, parse_alone};

    #[test]
    fn a_command_alone_takes_what_it_takes_among_all() {
        let mut all = Cli::command();
        all.build();
        let quick: Vec<_> = all.get_subcommands().filter(|it| arguments_of(it.get_name()).is_some()).collect();
        assert_eq!(quick.len(), 9, "each name is that of a command");
        for whole in quick {
            let alone = arguments_of(whole.get_name()).expect("it is one of them")(Command::default());
            let own = whole.get_arguments().filter(|it| !it.is_global_set() && it.get_id() != "help");
            let own: Vec<_> = own.map(|it| it.get_id().to_string()).collect();
            let ids: Vec<_> = alone.get_arguments().map(|it| it.get_id().to_string()).collect();
            assert_eq!(ids, own, "{}", whole.get_name());
            assert!(whole.get_all_aliases().next().is_none() && !whole.is_arg_required_else_help_set());
        }
    }

    #[test]
    fn a_command_alone_reads_what_the_whole_reads() {
        let lines: &[&[&str]] = &[
            &["score"],
            &["score", "a.toml", "--lang", "zh", "-q", "--only", "x", "--depth", "domain", "-o", "json=a"],
            &["score", "--", "--help"],
            &["check", "-", "--target", "3", "--target", "x=2", "--baseline", "git:main", "--as-of", "2026-11-21"],
            &["check", "--config", "p", "--model", "m", "-v", "--plain", "--no-pager", "--color", "never"],
            &["diff", "git:main", "a.toml"],
            &["explain", "x.y", "--format=json"],
            &["next", "--to", "3", "--top", "5", "--by", "effect"],
            &["report", "a", "-o", "r.html", "--compare", "b", "--without", "notes,names"],
            &["rollup", "teams", "--files-from", "-", "--format", "csv", "--threads", "2"],
            &["set", "a", "x", "3-", "--note", "", "--met", "3.1,3.2", "--date=2026-11-21"],
            &["set", "a", "--date"],
            &["trend", "a", "--since", "2026-01-01", "--every", "month"],
        ];
        for line in lines {
            let arguments: Vec<_> = ["assess"].iter().chain(*line).map(OsString::from).collect();
            let alone = parse_alone(&arguments);
            let whole = Cli::try_parse_from(arguments).expect("it is right");
            assert_eq!(format!("{:?}", alone.expect("one command is enough")), format!("{whole:?}"), "{line:?}");
        }
        for line in
            [&["score", "--help"][..], &["score", "-V"], &["score", "--nope"], &["sc"], &["--lang", "zh", "score"], &[]]
        {
            let arguments: Vec<_> = ["assess"].iter().chain(line).map(OsString::from).collect();
            assert!(parse_alone(&arguments).is_none(), "the whole tells of {line:?}");
        }
    }
}
