//! What the system refused, in both languages.

use std::io;
use std::path::Path;

use assess::lang::Text;
use assess::text;
use rustix::io::Errno;

use crate::failure::Failure;

pub(super) fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let why = reason(error);
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot read `{name}`: {en}", "无法读取 `{name}`：{zh}"))
}

pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (name, why) = (path.display(), reason(error));
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot write `{name}`: {en}", "无法写入 `{name}`：{zh}"))
}

pub(super) fn is_a_folder(name: &str) -> Failure {
    Failure::new(text!("`{name}` is a folder", "`{name}` 是目录"))
        .help(text!("name the file in it", "请指定其中的文件"))
}

/// The system's reason, the common ones in both languages.
pub fn reason(error: &io::Error) -> Text {
    if Errno::from_io_error(error) == Some(Errno::LOOP) {
        return text!("its links lead round in a circle", "符号链接循环");
    }
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
