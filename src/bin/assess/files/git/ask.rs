//! Runs the program `git` at the root of a repository, reading only, and says why it did not answer.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::Result;
use assess::lang::Text;
use assess::text;

use crate::failure::Failure;
use crate::files::failures::reason;

/// Returns what `git` prints.
///
/// # Errors
///
/// `git` cannot be run, or ends with an error.
pub(super) fn answer<'a>(root: &Path, arguments: impl IntoIterator<Item = &'a OsStr>) -> Result<Vec<u8>> {
    let output = ask(root, arguments)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refused(&output).into()) }
}

/// Runs `git`.
///
/// # Errors
///
/// `git` cannot be run.
pub(super) fn ask<'a>(root: &Path, arguments: impl IntoIterator<Item = &'a OsStr>) -> Result<Output> {
    command(root, arguments).output().map_err(|error| cannot_run(&error).into())
}

/// `git`, not run yet. It fetches nothing, asks nobody, writes nothing, and speaks English.
pub(super) fn command<'a>(root: &Path, arguments: impl IntoIterator<Item = &'a OsStr>) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "core.warnAmbiguousRefs=true"]).args(arguments);
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_OPTIONAL_LOCKS", "0");
    // Before 2.44 git knows the first of these not, and fetches by no protocol either.
    command.env("GIT_ALLOW_PROTOCOL", "none");
    command.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").stdin(Stdio::null());
    // A hook may point these at another repository or another history; traces are written to files.
    for name in foreign_variables() {
        command.env_remove(name);
    }
    command
}

/// The failure where there is no `git`, or it cannot be run.
pub(super) fn cannot_run(error: &io::Error) -> Failure {
    let Text { en, zh, .. } = reason(error);
    let failure = Failure::new(text!("cannot run `git`: {en}", "无法运行 `git`：{zh}"));
    failure.help(text!(
        "a revision needs the program `git`; name a file instead",
        "使用修订版本需要 `git` 程序；也可改为指定文件"
    ))
}

fn foreign_variables() -> impl Iterator<Item = OsString> {
    let of_repository = [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_COMMON_DIR",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
    ];
    let traces = env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("GIT_TRACE"));
    of_repository.map(OsString::from).into_iter().chain(traces)
}

/// Why `git` did not answer, in its own words, with its own remedy where it names one.
pub(super) fn refused(output: &Output) -> Failure {
    let words = String::from_utf8_lossy(&output.stderr);
    if let Some(failure) = distrusted(&words) {
        return failure;
    }
    let words = words.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
    let failure = Failure::new(text!("git: {words}", "git：{words}"));
    failure.help(text!(
        "a part of the history may not be here: `git fetch` brings it; or name a file to compare with",
        "可能缺少部分历史，可用 `git fetch` 获取；也可改为指定用于比较的文件"
    ))
}

/// The failure for a repository of somebody else, as every container has it whose user is not the owner of the checkout.
fn distrusted(words: &str) -> Option<Failure> {
    let (_, rest) = words.split_once("detected dubious ownership in repository at ")?;
    let place = rest.lines().next().unwrap_or_default().trim().trim_matches('\'').to_owned();
    let remedy = words.lines().map(str::trim).find(|line| line.starts_with("git config --global"));
    let remedy = remedy.map_or_else(|| format!("git config --global --add safe.directory {place}"), str::to_owned);
    let message = text!(
        "git does not trust the repository `{place}`: it belongs to another user",
        "git 不信任代码库 `{place}`：它属于其他用户"
    );
    Some(Failure::new(message).help(text!("if you trust it: `{remedy}`", "如果信任它：`{remedy}`")))
}
