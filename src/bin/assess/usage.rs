//! Answers to the argument parser: help and version on standard output, errors in both languages.

mod breaks;

use std::env;
use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use assess::lang::Text;
use assess::problem::Refusal;
use assess::text;
use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::Failure;
use crate::output::{Paging, show};
use crate::terminal::help_columns;

/// Prints what was asked for, or turns the error into ours.
pub fn answer(error: &clap::Error, program: &Command) -> Result<ExitCode> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        show(&page(&error.render().ansi().to_string()), Paging::Allowed)?;
        return Ok(ExitCode::SUCCESS);
    }
    let failure = refused_value(error).unwrap_or_else(|| {
        let message = wrong_framework(error, program).unwrap_or_else(|| message(error));
        Failure::new(message).help(help(error, program))
    });
    Err(failure.into())
}

/// Prints the version if nothing else is asked for, and says whether that was so: scripts ask at every turn, and setting up
/// the command line would be most of the run.
pub fn answer_version() -> Result<bool> {
    let mut words = env::args_os().skip(1);
    let is_alone = matches!((words.next(), words.next()), (Some(word), None) if word == "--version" || word == "-V");
    if is_alone {
        show(concat!("assess ", env!("CARGO_PKG_VERSION"), "\n"), Paging::Allowed)?;
    }
    Ok(is_alone)
}

/// The help page on standard error, for a call without a command.
pub fn help_on_stderr(mut program: Command) -> ExitCode {
    let page = page(&program.render_help().ansi().to_string());
    // Standard error may be closed; there is nowhere left to say so.
    let _ = anstream::stderr().write_all(page.as_bytes());
    ExitCode::from(2)
}

fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Text {
    let Text { en, zh, .. } = Text::list_words(words);
    text!("one of {en}", "可选：{zh}")
}

/// A help page with full-width colons after Chinese headings, since the parser writes its own after every heading, and with
/// lines that break where Chinese does.
fn page(page: &str) -> String {
    let page = ["命令", "参数", "选项", "框架"]
        .iter()
        .fold(page.to_owned(), |page, heading| page.replace(&format!("{heading}:"), &format!("{heading}：")));
    breaks::break_anew(&page, help_columns())
}

/// What is wrong with a value, in the words of what refused it, after the option that it was given for.
fn refused_value(error: &clap::Error) -> Option<Failure> {
    let refusal = std::error::Error::source(error)?.downcast_ref::<Refusal>()?.clone();
    if word(error, ContextKind::InvalidValue).is_empty() {
        return None;
    }
    let named = word(error, ContextKind::InvalidArg);
    let argument = without_value(&named);
    if !argument.starts_with('-') {
        return Some(refusal.into());
    }
    let Text { en, zh, .. } = refusal.message;
    let message = text!("`{argument}`: {en}", "`{argument}`：{zh}");
    Some(Refusal { message, help: refusal.help }.into())
}

fn message(error: &clap::Error) -> Text {
    let named = word(error, ContextKind::InvalidArg);
    let argument = without_value(&named);
    let value = word(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => text!("unknown option or argument `{argument}`", "未知的选项或参数 `{argument}`"),
        ErrorKind::InvalidSubcommand => {
            let command = word(error, ContextKind::InvalidSubcommand);
            text!("unknown command `{command}`", "未知的命令 `{command}`")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            text!("`{argument}` needs a value", "`{argument}` 需要一个值")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text!("`{value}` is no value for `{argument}`", "`{value}` 不是 `{argument}` 的合法值")
        }
        kind if lacks_command(kind) => text!("a command is missing", "缺少命令"),
        ErrorKind::MissingRequiredArgument => text!("missing: {named}", "缺少参数：{named}"),
        ErrorKind::ArgumentConflict => {
            let other = word(error, ContextKind::PriorArg);
            let other = without_value(&other);
            if other == argument {
                text!("`{argument}` is given twice", "`{argument}` 重复出现")
            } else {
                text!("`{argument}` and `{other}` exclude each other", "`{argument}` 与 `{other}` 不能同时使用")
            }
        }
        ErrorKind::NoEquals => text!("`{argument}` takes its value after `=`", "`{argument}` 的值应写在 `=` 之后"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            text!("`{argument}` needs a value", "`{argument}` 需要一个值")
        }
        ErrorKind::TooManyValues => text!("too many values for `{argument}`", "`{argument}` 的值过多"),
        ErrorKind::InvalidUtf8 => text!("an argument is not UTF-8", "有参数不是 UTF-8"),
        _ => {
            let words = error.to_string();
            let words = words.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            Text::same(words)
        }
    }
}

/// Whether no command stands where one belongs.
fn lacks_command(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand)
}

/// What stands where `model import` takes a framework, or that nothing does; `None` for another error.
fn wrong_framework(error: &clap::Error, program: &Command) -> Option<Text> {
    if command_words(program.clone()) != " model import" {
        return None;
    }
    let named = word(error, ContextKind::InvalidSubcommand);
    match error.kind() {
        ErrorKind::InvalidSubcommand => Some(text!("unknown framework `{named}`", "未知的框架 `{named}`")),
        kind if lacks_command(kind) => Some(text!("a framework is missing", "缺少框架")),
        _ => None,
    }
}

/// An option without the name of its value: the option itself is what is wrong.
fn without_value(named: &str) -> &str {
    [" <", "[=<"].iter().fold(named, |named, start| named.split(start).next().unwrap_or_default())
}

/// The words of the command that the arguments ask for, each after a blank: ` model show`.
fn command_words(program: Command) -> String {
    let Ok(matches) = program.ignore_errors(true).try_get_matches_from(env::args_os()) else { return String::new() };
    let below = std::iter::successors(matches.subcommand(), |(_, matches)| matches.subcommand());
    below.map(|(name, _)| format!(" {name}")).collect()
}

fn help(error: &clap::Error, program: &Command) -> Text {
    if let Some(owners) = owners_of_option(error, program) {
        let named = word(error, ContextKind::InvalidArg);
        let option = without_value(&named);
        return text!("`{option}` is an option of {owners}", "`{option}` 是 {owners} 的选项");
    }
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(meant) = suggested.iter().find_map(|kind| nearest_of(error, *kind)) {
        return text!("did you mean `{meant}`?", "是否想写 `{meant}`？");
    }
    let values = word(error, ContextKind::ValidValue);
    if !values.is_empty() {
        return one_of(values.split(", "));
    }
    let command = command_words(program.clone());
    // `assess help` takes the words of a command, and it is among those that they begin with that the next one is looked for.
    let asked = command.strip_prefix(" help").map(|_| words_of_help(program));
    let command = asked.unwrap_or(command);
    let below = command.split_whitespace().try_fold(program, |program, name| program.find_subcommand(name));
    let is_about_command = error.kind() == ErrorKind::InvalidSubcommand || lacks_command(error.kind());
    if let (true, false, Some(below)) = (is_about_command, command.is_empty(), below) {
        return one_of(below.get_subcommands().filter(|it| !it.is_hide_set()).map(Command::get_name));
    }
    text!("see `assess{command} --help`", "请查看 `assess{command} --help`")
}

/// The words behind `assess help` as far as they are a command, each after a blank.
fn words_of_help(program: &Command) -> String {
    let words = env::args().skip_while(|word| word != "help").skip(1).filter(|word| !word.starts_with('-'));
    let mut at = program;
    let mut known = String::new();
    for word in words {
        let Some(below) = at.find_subcommand(&word) else { break };
        at = below;
        known = format!("{known} {word}");
    }
    known
}

/// The most commands that are named as having an option.
const MOST_OWNERS: usize = 3;

/// The commands that have the option which the one that was asked for does not know; `None` if none has.
fn owners_of_option(error: &clap::Error, program: &Command) -> Option<String> {
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let named = word(error, ContextKind::InvalidArg);
    let option = without_value(&named).split('=').next()?.strip_prefix("--")?;
    // What every command has was not taken for an option here, as after `--`.
    if program.get_arguments().any(|argument| argument.get_long() == Some(option)) {
        return None;
    }
    let mut owners = Vec::new();
    collect_owners(program, "assess", option, &mut owners);
    let rest = if owners.len() > MOST_OWNERS { " …" } else { "" };
    owners.truncate(MOST_OWNERS);
    (!owners.is_empty()).then(|| owners.join(", ") + rest)
}

fn collect_owners(command: &Command, words: &str, option: &str, owners: &mut Vec<String>) {
    for below in command.get_subcommands().filter(|below| !below.is_hide_set()) {
        let words = format!("{words} {}", below.get_name());
        if below.get_arguments().any(|argument| argument.get_long() == Some(option)) {
            owners.push(format!("`{words}`"));
        }
        collect_owners(below, &words, option, owners);
    }
}

/// The nearest of the words that the parser suggests, which it sorts by likeness, the best last; `None` without any.
fn nearest_of(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => words.last().cloned(),
        _ => Some(word(error, kind)).filter(|word| !word.is_empty()),
    }
}

/// What the parser says about the error, as words; empty if it says nothing.
fn word(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::StyledStr(word)) => word.to_string(),
        Some(ContextValue::StyledStrs(words)) => words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
