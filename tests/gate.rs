//! The gate as a build server runs it: every way to get past it that should not work, and what it says.

#[path = "support/git.rs"]
mod git;

#[path = "gate/baseline.rs"]
mod baseline;
#[path = "gate/files.rs"]
mod files;
#[path = "gate/folder.rs"]
mod folder;
#[path = "gate/policies.rs"]
mod policies;
#[path = "gate/targets.rs"]
mod targets;
