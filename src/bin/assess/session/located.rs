//! A policy and what it names, with where that stands.

use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::policy::Policy;
use assess::text;

use crate::advice::shell_word;
use crate::failure::Failure;
use crate::files;

/// A policy and where it stands.
pub struct LocatedPolicy {
    pub path: PathBuf,
    pub policy: Policy,
}

impl LocatedPolicy {
    /// The answers file that it names, as a path from the working directory.
    pub(super) fn answers(&self) -> Option<PathBuf> {
        Some(beside(&self.path, self.policy.paths.answers.as_ref()?))
    }
}

/// A policy and the files that it names, as paths from the working directory.
pub struct LocatedPaths {
    pub policy: PathBuf,
    pub answers: Option<PathBuf>,
    pub model: Option<PathBuf>,
}

/// A path that a policy names, from the working directory.
pub(super) fn beside(policy: &Path, named: &str) -> PathBuf {
    policy.parent().unwrap_or(Path::new("")).join(named)
}

/// Refuses answers that nobody named on the command line, and that are not inside the repository of the policy.
pub fn refuse_answers_outside(path: &Path, policy: Option<&LocatedPolicy>) -> Result<()> {
    let of = policy.map_or(path, |located| &located.path);
    if !files::leads_out_of_repository(path, of) {
        return Ok(());
    }
    let name = path.display();
    let message = text!("the answers `{name}` are not inside the repository", "答案 `{name}` 不在代码库之内");
    let word = shell_word(path);
    let help = text!(
        "a policy and a link may have been changed by others; if it is meant, name the file: `assess check {word}`",
        "策略和链接可能被他人改动；如果确实要用，请指明文件：`assess check {word}`"
    );
    Err(Failure::new(message).help(help).into())
}
