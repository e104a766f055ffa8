//! The user's own editor, for a note.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;
use assess::document::TEXT_LIMIT;
use assess::lang::Text;
use assess::text;

use super::failures::{cannot_read, cannot_write, reason};
use crate::failure::Failure;

/// What became of a text in an editor.
#[derive(Debug, PartialEq, Eq)]
pub enum Edited {
    /// It is this now.
    Written(String),
    /// It is as it was, and the editor ended at once, as those do that leave a window behind.
    AtOnce,
    /// The editor did not end well.
    Failed,
}

/// An editor that somebody wrote in was open longer.
const AT_ONCE: Duration = Duration::from_secs(1);

/// Lets a text be written in the user's editor, `$VISUAL` or `$EDITOR`.
///
/// # Errors
///
/// No editor is set, or it cannot be started; what it wrote is no text, or a longer one than any value may hold.
pub fn edit_text(text: &str) -> Result<Edited> {
    let editor =
        ["VISUAL", "EDITOR"].iter().filter_map(|name| std::env::var(name).ok()).find(|it| !it.trim().is_empty());
    let words = editor.as_deref().and_then(shlex::split).filter(|words| !words.is_empty());
    let Some(words) = words else {
        return Err(Failure::new(text!("no editor: set `EDITOR`", "没有编辑器：请设置 `EDITOR`")).into());
    };
    let unwritable = |error: io::Error| cannot_write(Path::new("note"), &error);
    let mut file = tempfile::Builder::new().prefix("note-").suffix(".txt").tempfile().map_err(unwritable)?;
    file.write_all(text.as_bytes()).map_err(unwritable)?;
    let began = Instant::now();
    let status = Command::new(&words[0]).args(&words[1..]).arg(file.path()).status();
    let editor = &words[0];
    let status = status.map_err(|error| {
        let why = reason(&error);
        let (en, zh) = (&why.en, &why.zh);
        Failure::new(text!("cannot start `{editor}`: {en}", "无法启动 `{editor}`：{zh}"))
    })?;
    if !status.success() {
        return Ok(Edited::Failed);
    }
    let was_at_once = began.elapsed() < AT_ONCE;
    // Many editors put a new file in place of the one they were given.
    let written = File::open(file.path()).map_err(|error| cannot_read("note", &error))?;
    let written = text_written(written)?;
    Ok(if was_at_once && written == text { Edited::AtOnce } else { Edited::Written(written) })
}

/// What an editor wrote, however much that is.
fn text_written(written: impl Read) -> Result<String> {
    // A character takes four bytes at most.
    let most = u64::try_from(TEXT_LIMIT * 4).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    written.take(most + 1).read_to_end(&mut bytes).map_err(|error| cannot_read("note", &error))?;
    let not_taken = |why: Text| -> anyhow::Error { Failure::new(why).into() };
    let is_whole = bytes.len() as u64 <= most;
    let text = String::from_utf8(bytes);
    match text {
        Ok(text) if is_whole && text.trim().chars().count() <= TEXT_LIMIT => Ok(text),
        Err(_) if is_whole => Err(not_taken(text!(
            "the editor wrote what is not UTF-8; the note is as it was",
            "编辑器写入的内容不是 UTF-8，备注未改动"
        ))),
        _ => Err(not_taken(text!(
            "the editor wrote more than {TEXT_LIMIT} characters; the note is as it was",
            "编辑器写入的内容超过 {TEXT_LIMIT} 个字符，备注未改动"
        ))),
    }
}
