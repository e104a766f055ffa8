//! Finds the commit that a word names, or says why there is none.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::Result;
use assess::text;

use super::ask::{ask, refused};
use crate::failure::Failure;

/// Returns the full name of the commit that a revision names.
///
/// # Errors
///
/// There is no such revision, it may be several things, or `git` refuses the repository.
pub(super) fn find_commit(root: &Path, revision: &str) -> Result<String> {
    let found = parse(root, revision)?;
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

fn parse(root: &Path, revision: &str) -> Result<std::process::Output> {
    let expression = format!("{revision}^{{commit}}");
    ask(root, ["rev-parse", "--verify", "--end-of-options", &expression].map(OsStr::new))
}

/// Why a revision is unknown: only a remote has such a branch, or a clone without its history does not have old ones.
fn no_revision(root: &Path, revision: &str) -> Failure {
    let failure = Failure::new(text!("there is no revision `{revision}`", "没有修订版本 `{revision}`"));
    if let Some(remote) = remote_with(root, revision) {
        return failure.help(text!(
            "the remote has it: write `git:{remote}/{revision}`",
            "远程仓库中有它：请写 `git:{remote}/{revision}`"
        ));
    }
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

/// Returns the first remote that has a branch of that name; `None` if no remote has.
fn remote_with(root: &Path, revision: &str) -> Option<String> {
    let remotes = ask(root, [OsStr::new("remote")]).ok()?;
    let remotes = String::from_utf8_lossy(&remotes.stdout).into_owned();
    let has_it = |remote: &&str| {
        parse(root, &format!("refs/remotes/{remote}/{revision}")).is_ok_and(|found| found.status.success())
    };
    remotes.lines().find(has_it).map(str::to_owned)
}
