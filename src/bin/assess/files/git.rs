//! A file as it was at a revision, by way of the program `git`, which is asked to read and nothing else.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::Result;
use assess::lang::Text;
use assess::problem::Source;
use assess::text;

use super::failures::reason;
use super::places::LIMIT;
use super::reading::text_of;
use super::repository::place_in_repository;
use crate::failure::Failure;

/// A file as a revision has it.
pub struct AtRevision {
    /// The full name of the commit.
    pub commit: String,
    /// What stood in the file; `None` if the revision has no such file.
    pub source: Option<Source>,
}

/// What stood in the file of that name at a revision.
///
/// The name is taken as it is written, whatever it is now: a symbolic link in its place does not lead elsewhere.
///
/// # Errors
///
/// No `git`, no repository, no such revision, a part of the history that is not here, or what is no text file.
pub fn read_at_revision(path: &Path, revision: &str) -> Result<AtRevision> {
    let (root, place) = place_in_repository(path).ok_or_else(|| {
        let name = path.display();
        let failure = Failure::new(text!("`{name}` is in no git repository", "`{name}` 不在 git 代码库中"));
        failure.help(text!("name a file to compare with", "请指定用于比较的文件"))
    })?;
    let commit = commit(&root, revision)?;
    let name = format!("{revision}:{}", path.display());
    let Some(entry) = entry(&root, &commit, &place)? else { return Ok(AtRevision { commit, source: None }) };
    let blob = entry.blob().ok_or_else(|| {
        let failure = Failure::new(text!("`{name}` is no regular file there", "`{name}` 在该处不是普通文件"));
        failure.help(text!("name a revision in which it is one", "请指定它为普通文件的修订版本"))
    })?;
    let size = answer(&root, ["cat-file", "-s", blob].map(OsStr::new))?;
    if String::from_utf8_lossy(&size).trim().parse::<u64>().is_ok_and(|size| size > LIMIT) {
        return Err(Failure::new(text!("`{name}` is larger than 1 MiB", "`{name}` 超过 1 MiB")).into());
    }
    let content = answer(&root, ["cat-file", "blob", blob].map(OsStr::new))?;
    Ok(AtRevision { commit, source: Some(text_of(name, content.as_slice(), content.len() as u64)?) })
}

/// The full name of the commit that a revision names, and nothing else.
fn commit(root: &Path, revision: &str) -> Result<String> {
    let expression = format!("{revision}^{{commit}}");
    let found = ask(root, ["rev-parse", "--verify", "--end-of-options", &expression].map(OsStr::new))?;
    let said = String::from_utf8_lossy(&found.stderr);
    if found.status.success() && said.contains("is ambiguous") {
        let failure = Failure::new(text!("`{revision}` may be several things", "`{revision}` 含义不唯一"));
        return Err(failure
            .help(text!(
                "write `refs/heads/…`, `refs/tags/…` or a whole commit id",
                "请写 `refs/heads/…`、`refs/tags/…` 或完整的提交号"
            ))
            .into());
    }
    if found.status.success() {
        return Ok(String::from_utf8_lossy(&found.stdout).trim().to_owned());
    }
    if said.contains("Needed a single revision") {
        Err(no_revision(root, revision).into())
    } else {
        Err(refused(&found).into())
    }
}

/// Why a revision is unknown: a clone without its history does not have old ones.
fn no_revision(root: &Path, revision: &str) -> Failure {
    let failure = Failure::new(text!("there is no revision `{revision}`", "没有修订版本 `{revision}`"));
    let shallow = ask(root, ["rev-parse", "--is-shallow-repository"].map(OsStr::new));
    if shallow.is_ok_and(|answer| answer.stdout.starts_with(b"true")) {
        return failure.help(text!(
            "this clone has a part of the history only: fetch the rest with `git fetch --unshallow`, or set the depth of the checkout to 0",
            "此克隆只有部分历史：请用 `git fetch --unshallow` 获取其余部分，或将检出的深度设为 0"
        ));
    }
    failure.help(text!(
        "name a commit, a branch or a tag; it may have to be fetched first",
        "请指定提交、分支或标签，可能需要先获取"
    ))
}

/// What a commit has at a place.
struct Entry {
    /// `100644 blob 5716ca59…`: mode, kind and name of the object.
    words: Vec<String>,
}

impl Entry {
    /// The name of the object, when it is a regular file.
    fn blob(&self) -> Option<&str> {
        match &self.words[..] {
            [mode, kind, object] if mode.starts_with("100") && kind == "blob" => Some(object),
            _ => None,
        }
    }
}

/// The entry of a commit at a place; `None` if it has none. Folders that are not here are an error, not `None`.
fn entry(root: &Path, commit: &str, place: &Path) -> Result<Option<Entry>> {
    let arguments = ["--literal-pathspecs", "ls-tree", "--full-tree", "-z", commit, "--"].map(OsStr::new);
    let listed = answer(root, arguments.into_iter().chain([place.as_os_str()]))?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let words = listed.split('\t').next().unwrap_or_default();
    let words: Vec<_> = words.split(' ').map(str::to_owned).collect();
    Ok((words.len() == 3).then_some(Entry { words }))
}

/// What `git` answers.
fn answer<'a>(root: &Path, arguments: impl IntoIterator<Item = &'a OsStr>) -> Result<Vec<u8>> {
    let output = ask(root, arguments)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refused(&output).into()) }
}

/// Why `git` did not answer, in its own words.
fn refused(output: &Output) -> Failure {
    let words = String::from_utf8_lossy(&output.stderr);
    let words = words.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
    let failure = Failure::new(text!("git: {words}", "git：{words}"));
    failure.help(text!(
        "a part of the history may not be here: `git fetch` brings it; or name a file to compare with",
        "可能缺少部分历史，可用 `git fetch` 获取；也可改为指定用于比较的文件"
    ))
}

/// Asks `git` at the root of a repository. It fetches nothing, asks nobody, writes nothing, and speaks English.
fn ask<'a>(root: &Path, arguments: impl IntoIterator<Item = &'a OsStr>) -> Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "core.warnAmbiguousRefs=true"]).args(arguments);
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_OPTIONAL_LOCKS", "0");
    command.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").stdin(Stdio::null());
    // A hook may point the first three at another repository; traces are written to files.
    for name in foreign_variables() {
        command.env_remove(name);
    }
    command.output().map_err(|error| {
        let Text { en, zh } = reason(&error);
        let failure = Failure::new(text!("cannot run `git`: {en}", "无法运行 `git`：{zh}"));
        let help = text!(
            "a revision needs the program `git`; name a file instead",
            "使用修订版本需要 `git` 程序；也可改为指定文件"
        );
        failure.help(help).into()
    })
}

fn foreign_variables() -> impl Iterator<Item = OsString> {
    let of_repository = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE"].map(OsString::from);
    let traces = env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("GIT_TRACE"));
    of_repository.into_iter().chain(traces)
}
