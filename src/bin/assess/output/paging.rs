//! When what is printed is shown page by page, as git does it.

use std::env;
use std::io::{self, IsTerminal as _};

use anyhow::Result;
use assess::text::{inert, painted_width};

use super::stdout::{write_bytes_to_stdout, write_stdout};
use crate::failure::release_messages;
use crate::files;
use crate::terminal::{is_dumb, is_plain, is_unpaged, size_of};

/// Whether a document may be shown page by page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging {
    /// Where it is longer than the screen.
    Allowed,
    /// Never: it is for files or programs.
    Never,
}

/// Whether this run may start a pager at all, whatever it prints.
pub fn may_page() -> bool {
    let is_ci = env::var_os("CI").is_some_and(|value| !value.is_empty());
    let is_seen = io::stdout().is_terminal() && io::stderr().is_terminal();
    is_seen && !is_ci && !is_plain() && !is_dumb() && !is_unpaged()
}

/// Writes a text to standard output, by way of a pager where it is longer than the screen.
///
/// # Errors
///
/// A standard output that cannot be written.
pub fn show(text: &str, paging: Paging) -> Result<()> {
    show_or_write(text, paging, write_stdout)
}

/// The same of JSON, which is written as it is.
///
/// # Errors
///
/// A standard output that cannot be written.
pub fn show_json(json: &str, paging: Paging) -> Result<()> {
    show_or_write(json, paging, |json| write_bytes_to_stdout(json.as_bytes()))
}

fn show_or_write(text: &str, paging: Paging, write: fn(&str) -> Result<()>) -> Result<()> {
    let is_paged = paging == Paging::Allowed && may_page() && is_longer_than_screen(text);
    let pager = if is_paged { files::find_pager() } else { None };
    if pager.is_some_and(|pager| files::show_in_pager(&pager, &inert(text)).is_ok()) {
        return Ok(());
    }
    release_messages();
    write(text)
}

/// Whether a text and the prompt after it need more rows than the terminal has.
fn is_longer_than_screen(text: &str) -> bool {
    let (columns, rows) = size_of(io::stdout());
    let rows_of = |line: &str| painted_width(line).div_ceil(usize::from(columns)).max(1);
    text.lines().map(rows_of).sum::<usize>() >= usize::from(rows)
}
