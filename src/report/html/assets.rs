//! The style sheet and the script, which stand within the file.

pub(super) const STYLE: &str = include_str!("style.css");
pub(super) const SCRIPT: &str = include_str!("script.js");
pub(super) const ROLLUP_STYLE: &str = include_str!("rollup.css");
pub(super) const ROLLUP_SCRIPT: &str = include_str!("rollup.js");
