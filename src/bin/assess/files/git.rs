//! A file as it was at a revision, by way of the program `git`, which is asked to read and nothing else.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::Result;
use assess::problem::Source;
use assess::text;

use super::{LIMIT, folder_of, target_of, text_of};
use crate::failure::Failure;

/// What stood in the file of that path at a revision; nothing where the revision has no such file.
///
/// # Errors
///
/// No `git`, no repository, no such revision, or a file that cannot be taken for text.
pub fn read(path: &Path, revision: &str) -> Result<Option<Source>> {
    let target = target_of(path);
    let (folder, name) = (folder_of(&target), target.file_name().unwrap_or_default());
    let Some(commit) = object(&folder, &format!("{revision}^{{commit}}"))? else {
        return Err(no_revision(&folder, revision).into());
    };
    let Some(blob) = object(&folder, &format!("{commit}:./{}", name.to_string_lossy()))? else {
        return Ok(None);
    };
    let size = ask(&folder, ["cat-file", "-s", &blob])?;
    let said = String::from_utf8_lossy(&size.stdout);
    let name = format!("{revision}:{}", path.display());
    if !size.status.success() {
        return Err(refused(&size).into());
    }
    if said.trim().parse::<u64>().is_ok_and(|size| size > LIMIT) {
        return Err(Failure::new(text!("`{name}` is larger than 1 MiB", "`{name}` 超过 1 MiB")).into());
    }
    let content = ask(&folder, ["cat-file", "blob", &blob])?;
    if !content.status.success() {
        return Err(refused(&content).into());
    }
    text_of(name, content.stdout.as_slice()).map(Some)
}

/// The name of the object that an expression stands for; nothing where there is none.
fn object(folder: &Path, expression: &str) -> Result<Option<String>> {
    let found = ask(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", expression])?;
    if found.status.success() {
        return Ok(Some(String::from_utf8_lossy(&found.stdout).trim().to_owned()));
    }
    // Quiet about an object that is not there, and not about anything else.
    if found.stderr.is_empty() { Ok(None) } else { Err(refused(&found).into()) }
}

/// Why a revision is unknown: a clone without its history does not have old ones.
fn no_revision(folder: &Path, revision: &str) -> Failure {
    let failure = Failure::new(text!("there is no revision `{revision}`", "没有修订版本 `{revision}`"));
    let shallow = ask(folder, ["rev-parse", "--is-shallow-repository"]);
    if shallow.is_ok_and(|answer| answer.stdout.starts_with(b"true")) {
        return failure.help(text!(
            "this clone has a part of the history only: fetch the rest with `git fetch --unshallow`, or set the depth of the checkout to 0",
            "此克隆只有部分历史：请用 `git fetch --unshallow` 获取其余部分，或将检出的深度设为 0"
        ));
    }
    failure.help(text!(
        "`git log` lists them; a branch may have to be fetched first",
        "可用 `git log` 查看；分支可能需要先获取"
    ))
}

/// Why `git` did not answer, in its own words.
fn refused(output: &Output) -> Failure {
    let words = String::from_utf8_lossy(&output.stderr);
    let words = words.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
    Failure::new(text!("git: {words}", "git：{words}"))
}

/// Asks `git` in a folder. It fetches nothing, asks nobody, writes nothing, and speaks English.
fn ask<const N: usize>(folder: &Path, arguments: [&str; N]) -> Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments.map(OsStr::new));
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
    command.env("LC_ALL", "C").stdin(Stdio::null());
    // A hook may point them at a folder that is not the one to look in.
    command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
    command.output().map_err(|error| {
        let why = super::why(&error);
        let (en, zh) = (&why.en, &why.zh);
        let failure = Failure::new(text!("cannot run `git`: {en}", "无法运行 `git`：{zh}"));
        failure
            .help(text!(
                "a revision needs the program `git`; name a file instead",
                "使用修订版本需要 `git` 程序；也可改为指定文件"
            ))
            .into()
    })
}
