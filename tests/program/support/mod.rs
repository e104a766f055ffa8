//! What several suites of the program share: folders, git, and a terminal with its picture.

pub mod folder;
pub mod git;
pub mod picture;
pub mod pty;
