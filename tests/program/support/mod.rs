//! What several suites of the program share: folders, git, and a terminal with its picture.

#[cfg(unix)]
pub mod folder;
pub mod git;
pub mod picture;
#[cfg(unix)]
pub mod pty;
