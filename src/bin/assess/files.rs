//! The file system, standard input, the clock and `git`: nothing else in the program touches them.

mod editor;
mod git;
mod lock;
mod reading;
mod repository;
mod saving;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use assess::answers::Date;
use assess::lang::Text;
use assess::text;

pub use editor::edit_text;
pub use git::{AtRevision, read_at_revision};
pub use lock::claim;
pub use reading::{are_same, is_there, read, read_model, read_policy};
pub use repository::{EvidenceFinder, name_in_repository, policy};
pub use saving::{Place, append, create, edit, finish, look_at, refuse_stdin, write_document};

use crate::failure::Failure;

/// The largest file that is read or written, in bytes.
const LIMIT: u64 = 1 << 20;

/// The file that a command reads when none is named.
pub const DEFAULT: &str = "answers.toml";

fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let why = why(error);
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot read `{name}`: {en}", "无法读取 `{name}`：{zh}"))
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (name, why) = (path.display(), why(error));
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot write `{name}`: {en}", "无法写入 `{name}`：{zh}"))
}

fn is_a_folder(name: &str) -> Failure {
    Failure::new(text!("`{name}` is a folder", "`{name}` 是目录"))
        .help(text!("name the file in it", "请指定其中的文件"))
}

/// The system's reason, the common ones in both languages.
pub fn why(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::NotFound => text!("no such file or folder", "文件或目录不存在"),
        io::ErrorKind::PermissionDenied => text!("permission denied", "没有权限"),
        io::ErrorKind::StorageFull => text!("the disk is full", "磁盘已满"),
        io::ErrorKind::QuotaExceeded => text!("the quota is used up", "配额已用尽"),
        io::ErrorKind::FileTooLarge => text!("no file may be that large here", "超过此处允许的文件大小"),
        io::ErrorKind::ReadOnlyFilesystem => text!("the file system is read-only", "文件系统只读"),
        io::ErrorKind::IsADirectory => text!("it is a folder", "这是一个目录"),
        io::ErrorKind::NotADirectory => text!("a part of the path is no folder", "路径中有一部分不是目录"),
        io::ErrorKind::InvalidFilename => text!("the name is too long", "名称过长"),
        _ => Text::same(error.to_string()),
    }
}

/// Where a symbolic link leads, be anything there or not; the path itself when it is none.
fn target_of(path: &Path) -> PathBuf {
    let linked = || fs::read_link(path).ok().map(|target| folder_of(path).join(target));
    fs::canonicalize(path).ok().or_else(linked).unwrap_or_else(|| path.to_owned())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Today, in UTC.
pub fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::after_epoch(since.as_secs() / 86_400)
}
