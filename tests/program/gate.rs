//! The gate as a build server runs it: every way to get past it that should not work, and what it says.

mod baseline;
mod files;
mod folder;
mod models;
mod policies;
mod refusals;
mod renamed;
mod targets;
