//! The user's own editor, for a note.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use assess::text;

use super::failures::{cannot_read, cannot_write, reason};
use crate::failure::Failure;

/// Lets a text be written in the user's editor, `$VISUAL` or `$EDITOR`; `None` if that did not end well.
///
/// # Errors
///
/// No editor is set, or it cannot be started.
pub fn edit_text(text: &str) -> Result<Option<String>> {
    let editor =
        ["VISUAL", "EDITOR"].iter().filter_map(|name| std::env::var(name).ok()).find(|it| !it.trim().is_empty());
    let words = editor.as_deref().and_then(shlex::split).filter(|words| !words.is_empty());
    let Some(words) = words else {
        return Err(Failure::new(text!("no editor: set `EDITOR`", "没有编辑器：请设置 `EDITOR`")).into());
    };
    let unwritable = |error: io::Error| cannot_write(Path::new("note"), &error);
    let mut file = tempfile::Builder::new().prefix("note-").suffix(".txt").tempfile().map_err(unwritable)?;
    file.write_all(text.as_bytes()).map_err(unwritable)?;
    let status = Command::new(&words[0]).args(&words[1..]).arg(file.path()).status();
    let editor = &words[0];
    let status = status.map_err(|error| {
        let why = reason(&error);
        let (en, zh) = (&why.en, &why.zh);
        Failure::new(text!("cannot start `{editor}`: {en}", "无法启动 `{editor}`：{zh}"))
    })?;
    let written = fs::read_to_string(file.path()).map_err(|error| cannot_read("note", &error))?;
    Ok(status.success().then_some(written))
}
