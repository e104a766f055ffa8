//! `git` as every machine has it: by no settings but its own.

use std::path::Path;
use std::process::Command;

/// Runs `git` in a folder; it must succeed.
#[track_caller]
pub fn git(folder: &Path, arguments: &[&str]) {
    git_on("2026-11-21", folder, arguments);
}

/// The same on a day, so that a commit has the same name whenever it is made.
#[track_caller]
pub fn git_on(day: &str, folder: &Path, arguments: &[&str]) {
    let noon = format!("{day}T12:00:00Z");
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_AUTHOR_DATE", &noon)
        .env("GIT_COMMITTER_DATE", &noon)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
